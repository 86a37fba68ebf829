"""The window: menus, rail, pages or first run, status bar, toasts. It connects parts and holds no rule of its own."""

import gc
import sys
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, QSize, Qt, QTimer
from PySide6.QtGui import QCloseEvent, QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QStackedWidget, QWidget

from mentordesk import __version__
from mentordesk.ui import actions, icons, steps, theme
from mentordesk.ui.desk_facts import DeskFacts
from mentordesk.ui.desk_files import DeskFiles
from mentordesk.ui.errors import catch_bugs, show_error
from mentordesk.ui.first_paint import FirstPaint
from mentordesk.ui.menus import Menus
from mentordesk.ui.office import Office, first_page
from mentordesk.ui.rail import Rail
from mentordesk.ui.reading_order import WindowInOrder, stops
from mentordesk.ui.regions import next_region
from mentordesk.ui.settings import TEXT_SIZES, Settings
from mentordesk.ui.status_bar import DeskStatus
from mentordesk.ui.widgets import focus_ring
from mentordesk.ui.widgets.toast import Notice, Toast
from mentordesk.ui.workplace import Saying, Workplace

if TYPE_CHECKING:
    from mentordesk.services.desk import Desk

NARROW_UNDER = 1180
SMALLEST = (1024, 700)
_FRAME = QSize(2, 40)
"""What a title bar and a border take of the screen at most."""
COLLECT_FROM_MS = 3000


class MainWindow(WindowInOrder):
    """One window, one desk."""

    def __init__(self, settings: Settings) -> None:
        super().__init__()
        self.settings = settings
        self.files = DeskFiles(self, settings)
        self.workplace: Workplace | None = None
        self.office: Office | None = None
        self.menus = Menus(self, self.run)
        self.rail = Rail()
        self.status = DeskStatus()
        self.body = QStackedWidget()
        self.body.setProperty("page", True)
        self._lay_out()
        self.toast = Toast(self)
        self._connect()

    def _lay_out(self) -> None:
        self.setMinimumSize(*SMALLEST)
        self.resize(QSize(1440, 900).boundedTo(self.screen().availableSize() - _FRAME))
        inside = QWidget()
        row = QHBoxLayout(inside)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.rail)
        row.addWidget(self.body, 1)
        self.setCentralWidget(inside)
        self.statusBar().addWidget(self.status, 1)
        self.statusBar().setSizeGripEnabled(False)
        self.restoreGeometry(self.settings.geometry())
        self.rail.hide()
        self.setWindowTitle("MentorDesk")

    def _connect(self) -> None:
        self.rail.chosen.connect(self._on_rail_chosen)
        self.rail.go_to_asked.connect(lambda: self.run("go_to"))
        self.status.backups_asked.connect(self.files.restore)
        self.files.opened.connect(self._on_opened)
        self.files.closed.connect(self._on_closed)
        self.menus.recent.aboutToShow.connect(self._fill_recent)
        self.menus.scope.aboutToShow.connect(partial(self.rail.offer_programs, self.menus.scope))

    def _on_rail_chosen(self, key: str) -> None:
        """The focus stays in the rail, so that arrows go on to the next page."""
        if self.workplace is not None:
            self.workplace.go(key)

    def start(self, desk: Path | None) -> None:
        """Open the desk asked for or the last one; its Today stands there first if it was thought out ahead."""
        self.setWindowIcon(icons.app_icon())  # drawn in eight sizes: a tenth of the time to the first paint
        if self._show_ahead(desk or self.settings.last_desk):
            FirstPaint(self.body, lambda: self._open(desk))
        else:
            self._open(desk)

    def _open(self, desk: Path | None) -> None:
        reason = self.files.open_at_start(desk)
        if self.files.desk is None:
            self._leave()
            self.show_first_run(reason)

    def _show_ahead(self, path: Path | None) -> bool:
        """Show Today before its desk is open; what a page reads waits for that."""
        from mentordesk.services.today import ahead

        if path is None or first_page(self.settings) != "today":
            return False
        rows = ahead.today(path, datetime.now().astimezone().date())
        if rows is not None:
            self._settle_in(Workplace(None, self.settings, self))
            assert self.office is not None
            self.office.page("today").show_rows(rows)
        return rows is not None

    def show_first_run(self, reason: str = "") -> None:
        from mentordesk.ui.welcome.page import WelcomePage

        page = WelcomePage(self.files, self.settings, reason)
        page.wants.connect(self._on_wanted)
        self._show_body(page)
        self.rail.hide()
        next(stops(page), page).setFocus(Qt.FocusReason.OtherFocusReason)
        self.setWindowTitle("Welcome – MentorDesk")

    def _on_wanted(self, command: str, values: dict[str, Any]) -> None:
        """First run asked for something that needs the desk it has just made."""
        if self.workplace is not None and command == "go":
            self.workplace.go(**values)
        elif self.workplace is not None:
            self._run_command(command, values)

    def _show_body(self, widget: QWidget) -> None:
        while (old := _widget_at(self.body)) is not None:
            self.body.removeWidget(old)
            old.deleteLater()
        self.body.addWidget(widget)
        widget.setFocus()  # else Qt hands it to whatever stands first in the rail

    def _settle_in(self, workplace: Workplace) -> None:
        """Show the pages of a workplace."""
        self.workplace, self.office = workplace, Office(workplace)
        self.office.shown.connect(self.rail.select)
        self.office.shown.connect(lambda _key: self.toast.settle())
        workplace.failed.connect(lambda error: show_error(self, error))
        self._show_body(self.office)
        self.rail.show()
        workplace.go(first_page(self.settings))

    def _on_opened(self, desk: "Desk") -> None:
        if self.workplace is not None and not desk.read_only:
            self.workplace.attach(desk)
        else:
            self._leave()
            self._settle_in(Workplace(desk, self.settings, self))
        assert self.workplace is not None
        assert self.office is not None
        self.workplace.commanded.connect(self._run_command)
        self.workplace.said.connect(self._on_said)
        self.office.focus_content()
        # After the page: its rows are read first.
        self.facts = DeskFacts(self.workplace, self.rail, self.status, self.menus)
        self.files.backed_up.connect(self.facts.show_backup)
        self.setWindowTitle(f"{desk.path.stem}{' (read only)' if desk.read_only else ''} – MentorDesk")

    def _leave(self) -> None:
        if self.workplace is not None:
            self.workplace.close()
        self.workplace = self.office = None

    def _on_closed(self) -> None:
        if self.office is not None and self.workplace is not None:
            self.office.remember()
            self.facts.stop()
        self._leave()
        self.toast.hide()  # its Undo would be that of another desk
        self.status.show_none()
        self.menus.enable(has_desk=False, writable=False)

    def _on_said(self, saying: Saying) -> None:
        notice = Notice(saying.sentence, "Undo", "Ctrl Z") if saying.undo else Notice(saying.sentence, saying.action)
        self.toast.show_notice(notice, saying.on_action or (lambda: self.run("undo")))

    def run(self, name: str) -> None:
        """Carry out a command of the menus by its name."""
        kind, _, rest = name.partition(":")
        if kind == "page" and self.workplace is not None:
            self.workplace.go(rest)
            if self.office is not None:
                self.office.focus_content(asked=True)
        elif name in _WINDOW_COMMANDS:
            _WINDOW_COMMANDS[name](self)
        else:
            self._run_command(name, self._chosen(name))

    def _chosen(self, command: str) -> dict[str, Any]:
        """What the command begins with: the pair, cohort or program chosen on the page, if it takes one."""
        page = self.office.current() if self.office is not None else None
        key = actions.TAKES.get(command, "")
        chosen = page.context().get(key) if page is not None else None
        return {key: chosen} if chosen is not None else {}

    def _run_command(self, name: str, values: dict[str, Any]) -> None:
        if self.workplace is not None:
            actions.run(name, self.workplace, self, values)

    def undo(self, *, again: bool = False) -> None:
        """Take the newest step back, or do it again; the toast names it."""
        words, other, keys = ("Done again", "Undo", "Ctrl Z") if again else ("Taken back", "Redo", "Ctrl Y")

        def tell(label: str) -> None:
            self.toast.show_notice(Notice(f"{words}: {label}", other, keys), lambda: self.run(other.lower()))

        if self.files.desk is not None:
            steps.replay(self, self.files.desk, again, tell)

    def _fill_recent(self) -> None:
        self.menus.recent.clear()
        for path in self.settings.recent():
            self.menus.recent.addAction(str(path).replace("&", "&&"), partial(self.files.open, path))
        if self.menus.recent.isEmpty():
            self.menus.recent.addAction("No desk opened yet").setEnabled(False)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._fit()

    def _fit(self) -> None:
        narrow = self.width() < NARROW_UNDER
        self.rail.set_narrow(narrow)
        self.status.set_narrow(narrow)

    def closeEvent(self, event: QCloseEvent) -> None:
        self.settings.remember_geometry(self.saveGeometry())
        self.hide()  # a large desk takes a second to be backed up and thought out ahead
        self.files.close()
        self.settings.write()
        event.accept()


def _widget_at(stack: QStackedWidget) -> QWidget | None:
    return stack.widget(0)


def _close_desk(window: MainWindow) -> None:
    window.files.close()
    window.settings.last_desk = None
    window.show_first_run()


def _on_page(name: str) -> Any:
    """A command that the page on screen carries out itself."""

    def run(window: MainWindow) -> None:
        page = window.office.current() if window.office is not None else None
        if page is not None:
            getattr(page, name)()

    return run


def _in_focus(window: MainWindow, letter: Qt.Key, otherwise: str) -> None:
    """The field or table with the focus answers as it does to its own key: Ctrl+C, Ctrl+A."""
    pressed = QKeyEvent(QEvent.Type.KeyPress, letter, Qt.KeyboardModifier.ControlModifier)
    focus = window.focusWidget()
    if focus is not None:
        focus.event(pressed)  # not sent: the shortcut would catch it again
    if (focus is None or not pressed.isAccepted()) and window.workplace is not None:
        window.workplace.say(otherwise)


_WINDOW_COMMANDS: dict[str, Any] = {
    "new_desk": lambda window: window.files.new(),
    "open_desk": lambda window: window.files.choose(),
    "open_sample": lambda window: window.files.open_sample(),
    "reset_sample": lambda window: window.files.open_sample(afresh=True),
    "back_up": lambda window: window.files.back_up(),
    "restore": lambda window: window.files.restore(),
    "close_desk": _close_desk,
    "quit": lambda window: window.close(),
    "import": lambda window: window.run("page:import"),
    "settings": lambda window: window.run("page:settings"),
    "export": _on_page("export"),
    "print": _on_page("print"),
    "copy": lambda window: _in_focus(window, Qt.Key.Key_C, "Nothing is chosen here that can be copied."),
    "select_all": lambda window: _in_focus(window, Qt.Key.Key_A, "Nothing here can be selected."),
    "new": _on_page("new"),
    "find": _on_page("focus_search"),
    "undo": lambda window: window.undo(),
    "redo": lambda window: window.undo(again=True),
    "back": lambda window: window.office and window.office.back(),
    "forward": lambda window: window.office and window.office.forward(),
    "larger": lambda window: _change_text(window.settings, 1),
    "smaller": lambda window: _change_text(window.settings, -1),
    "normal": lambda window: _change_text(window.settings, 0),
    "minimize": lambda window: window.showMinimized(),
    "next_region": lambda window: next_region(window, 1),
    "previous_region": lambda window: next_region(window, -1),
    "help": lambda window: _help().show_help(window, _topic(window)),
    "keyboard": lambda window: _help().show_keyboard(window),
    "whats_new": lambda window: _help().show_text(window, "What's new", "whatsnew.md"),
    "about": lambda window: _help().show_about(window, __version__),
}


def _help() -> Any:
    from mentordesk.ui import help_dialogs

    return help_dialogs


def _topic(window: MainWindow) -> str:
    page = window.office.current() if window.office is not None else None
    return page.key if page is not None else "start"


def _change_text(settings: Settings, by: int) -> None:
    """The next larger or smaller text size; 0 is the normal one."""
    index = TEXT_SIZES.index(settings.text_size) + by if by else 0
    settings.text_size = TEXT_SIZES[max(0, min(index, len(TEXT_SIZES) - 1))]
    apply_looks(settings)


def apply_looks(settings: Settings) -> None:
    """Dress the program as the settings say."""
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    theme.apply(app, settings.appearance, settings.text_size)  # type: ignore[arg-type]


def start(desk: Path | None) -> int:
    """Show the window at once and open the desk behind it. Returns Qt's exit code."""
    gc.disable()  # imports make no garbage: looking for it takes a sixth of the start
    app = QApplication(sys.argv[:1])
    app.setApplicationName("MentorDesk")
    app.setApplicationVersion(__version__)
    settings = Settings()
    apply_looks(settings)
    focus_ring.install(app)
    window = MainWindow(settings)
    catch_bugs(window)
    window.show()
    FirstPaint(window, lambda: window.start(desk))
    QTimer.singleShot(COLLECT_FROM_MS, collect_garbage)
    return app.exec()


def collect_garbage() -> None:
    """Collect garbage from now on, but not what the start has brought: it stays. Rows of a large desk are many small
    objects: Python's usual 700 between two looks would cost a page up to a tenth of its time."""
    gc.freeze()
    gc.set_threshold(50_000, 20, 50)
    gc.enable()
