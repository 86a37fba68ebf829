"""The menu bar as a list, and the QActions made from it. Knows names of commands, not what they do."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu

Keys = str | QKeySequence.StandardKey | tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of a menu. `needs`: "" always there, "desk" an open desk, "write" one that can be changed."""

    name: str
    text: str
    keys: Keys = ""
    needs: str = "desk"
    role: QAction.MenuRole = QAction.MenuRole.NoRole


LINE = Entry("", "")
Key = QKeySequence.StandardKey

MENUS: dict[str, tuple[Entry, ...]] = {
    "&File": (
        Entry("new_desk", "New desk…", needs=""),
        Entry("open_desk", "Open desk…", Key.Open, needs=""),
        Entry("recent", "Open recent", needs=""),
        Entry("open_sample", "Open the sample desk", needs=""),
        LINE,
        Entry("import", "Import roster…", "Ctrl+I", needs="write"),
        Entry("collect_answers", "Collect answers…", "Ctrl+Shift+I", needs="write"),
        Entry("export", "Export to Excel…", "Ctrl+E"),
        Entry("print", "Print…", Key.Print),
        LINE,
        Entry("back_up", "Back up now", Key.Save),
        Entry("restore", "Restore backup…", needs=""),
        LINE,
        Entry("close_desk", "Close desk"),
        Entry("quit", "Quit", "Ctrl+Q", needs="", role=QAction.MenuRole.QuitRole),
    ),
    "&Edit": (
        Entry("undo", "Undo", Key.Undo, needs="write"),
        Entry("redo", "Redo", ("Ctrl+Y", "Ctrl+Shift+Z"), needs="write"),
        LINE,
        Entry("copy", "Copy", Key.Copy),
        Entry("select_all", "Select all", Key.SelectAll),
        LINE,
        Entry("new", "New", Key.New, needs="write"),
        Entry("find", "Search on this page", Key.Find),
        Entry("go_to", "Go to…", "Ctrl+K"),
        LINE,
        Entry("settings", "Settings…", "Ctrl+,", role=QAction.MenuRole.PreferencesRole),
    ),
    "&View": (
        Entry("page:today", "Today", "Ctrl+1"),
        Entry("page:pairs", "Pairs", "Ctrl+2"),
        Entry("page:cohorts", "Cohorts", "Ctrl+3"),
        Entry("page:matching", "Matching", "Ctrl+4"),
        Entry("page:milestones", "Milestones", "Ctrl+5"),
        Entry("page:people", "People", "Ctrl+6"),
        Entry("page:reports", "Reports", "Ctrl+7"),
        Entry("page:programs", "Programs", "Ctrl+8"),
        LINE,
        Entry("scope", "Show only a program"),
        LINE,
        Entry("back", "Back", "Alt+Left"),
        Entry("forward", "Forward", "Alt+Right"),
        LINE,
        Entry("larger", "Larger text", ("Ctrl++", "Ctrl+="), needs=""),
        Entry("smaller", "Smaller text", "Ctrl+-", needs=""),
        Entry("normal", "Normal text", "Ctrl+0", needs=""),
    ),
    "&Pair": (
        Entry("new_pair", "New pair…", needs="write"),
        Entry("new_introduction", "New introduction…", needs="write"),
        Entry("log_contact", "Log contact…", "Ctrl+L", needs="write"),
        Entry("record_exchange", "Record an exchange…", "Ctrl+Shift+E", needs="write"),
        Entry("record_answer", "Record an answer…", needs="write"),
    ),
    "P&rogram": (
        Entry("new_program", "New program…", needs="write"),
        Entry("new_cohort", "New cohort…", needs="write"),
        Entry("new_person", "New person…", needs="write"),
        Entry("enroll_people", "Enroll people…", needs="write"),
        Entry("match_cohort", "Match a cohort"),
    ),
    "&Window": (
        Entry("minimize", "Minimize", needs=""),
        Entry("next_region", "Next region", "F6", needs=""),
        Entry("previous_region", "Previous region", "Shift+F6", needs=""),
    ),
    "&Help": (
        Entry("help", "Help on this page", Key.HelpContents, needs=""),
        Entry("keyboard", "Keyboard", needs=""),
        Entry("whats_new", "What's new", needs=""),
        LINE,
        Entry("reset_sample", "Reset the sample desk", needs=""),
        Entry("about", "About MentorDesk", needs="", role=QAction.MenuRole.AboutRole),
    ),
}


class Menus:
    """All actions by name. `run` is called with the name of what was chosen."""

    def __init__(self, window: QMainWindow, run: Callable[[str], None]) -> None:
        self.actions: dict[str, QAction] = {}
        self.menus: dict[str, QMenu] = {}
        self._needs: dict[str, str] = {}
        self.recent = QMenu("Open recent", window)
        self.scope = QMenu("Show only a program", window)
        for title, entries in MENUS.items():
            menu = window.menuBar().addMenu(title)
            self.menus[title.replace("&", "")] = menu
            for entry in entries:
                self._add(menu, entry, window, run)
            give_letters(menu)
        self.enable(has_desk=False, writable=False)

    def _add(self, menu: QMenu, entry: Entry, window: QMainWindow, run: Callable[[str], None]) -> None:
        if entry is LINE:
            menu.addSeparator()
        elif entry.name in ("recent", "scope"):
            menu.addMenu(self.recent if entry.name == "recent" else self.scope)
        else:
            action = QAction(entry.text, window)
            action.setMenuRole(entry.role)
            action.setShortcuts(_sequences(entry.keys))
            action.triggered.connect(lambda _checked=False, name=entry.name: run(name))
            menu.addAction(action)
            self.actions[entry.name] = action
            self._needs[entry.name] = entry.needs

    def enable(self, *, has_desk: bool, writable: bool) -> None:
        """Commands that need a desk wait for one; those that change it wait for one that can be changed."""
        allowed = {"": True, "desk": has_desk, "write": writable}
        self.scope.menuAction().setEnabled(has_desk)
        for name, action in self.actions.items():
            action.setEnabled(allowed[self._needs[name]])

    def name_steps(self, undo: str, redo: str) -> None:
        """Edit > Undo "Log contact": gray where there is nothing to take back."""
        for name, word, label in (("undo", "Undo", undo), ("redo", "Redo", redo)):
            self.actions[name].setText(f"&{word} “{label.replace('&', '&&')}”" if label else f"&{word}")
            self.actions[name].setEnabled(bool(label))


def give_letters(menu: QMenu) -> None:
    """Each entry a letter that chooses it in the open menu: that of its first free word, else any free one."""
    taken: set[str] = set()
    for action in filter(lambda each: each.text(), menu.actions()):
        text = action.text()
        starts = [at for at, sign in enumerate(text) if sign.isalpha() and (at == 0 or text[at - 1] == " ")]
        places = [*starts, *(at for at, sign in enumerate(text) if sign.isalpha())]
        free = [at for at in places if text[at].lower() not in taken]
        if free:
            taken.add(text[free[0]].lower())
            action.setText(f"{text[: free[0]]}&{text[free[0] :]}")


def _sequences(keys: Keys) -> list[QKeySequence]:
    if isinstance(keys, QKeySequence.StandardKey):
        return QKeySequence.keyBindings(keys)
    return [QKeySequence(key) for key in ((keys,) if isinstance(keys, str) else keys) if key]


def shortcut_sheet() -> list[tuple[str, str]]:
    """(what it does, keys) of every command that has a shortcut: Help > Keyboard."""
    rows = []
    for entries in MENUS.values():
        for entry in entries:
            known = _sequences(entry.keys)
            if isinstance(entry.keys, QKeySequence.StandardKey):
                known = known[:1]  # the others are on no keyboard of today: Undo, F14
            keys = " or ".join(key.toString(QKeySequence.SequenceFormat.NativeText) for key in known)
            if keys:
                rows.append((entry.text.rstrip("…"), keys))
    return rows
