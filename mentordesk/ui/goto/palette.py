"""Go to (Ctrl+K): a field over the window, and below it what fits. Knows no page: it asks the workplace to go there."""

from dataclasses import replace
from typing import Any, Protocol

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QFont,
    QHideEvent,
    QKeyEvent,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import QDialog, QFrame, QLineEdit, QListView, QSizePolicy, QVBoxLayout, QWidget

from mentordesk.domain.finding import Fit
from mentordesk.domain.wording import counted
from mentordesk.ui import theme
from mentordesk.ui.goto import lately
from mentordesk.ui.goto.directory import EMPTY, Directory, Hit, Search, reading
from mentordesk.ui.goto.items import PAGE_OF, Item, new_person, of_menus, of_reports
from mentordesk.ui.goto.lines import Line, LineDelegate, Lines, lines_of
from mentordesk.ui.menus import Menus
from mentordesk.ui.widgets.dialog import Dim, cut_corners
from mentordesk.ui.widgets.label import icon_label, label, line, row
from mentordesk.ui.workplace import Workplace

_WIDTH = 638
_TOP, _FOOT = 0.13, 40


class Commands(Protocol):
    """The commands of the window: which there are, and how one is carried out."""

    menus: Menus

    def run(self, name: str) -> None: ...


class Palette(QDialog):
    """Enter opens what is marked, Ctrl+Enter a person's form; arrows move, Tab goes to the next group, Esc clears."""

    def __init__(self, workplace: Workplace, window: QWidget, commands: Commands) -> None:
        super().__init__(window)
        self.setWindowTitle("Go to")
        self.setWindowFlag(Qt.WindowType.FramelessWindowHint)
        self.setAttribute(Qt.WidgetAttribute.WA_TranslucentBackground)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.workplace = workplace
        self._window = window
        self._commands = commands
        self._dim: Dim | None = None
        self._whole: frozenset[str] = frozenset()
        self._loaded = False
        self._search = Search(EMPTY, of_menus(commands.menus), lately.opened(workplace), of_reports())
        self._make_parts()
        self._lay_out()
        self._show_found()
        workplace.read(self, reading(workplace.today()), then=self._on_read)

    def _make_parts(self) -> None:
        self.field = QLineEdit()
        self.field.setProperty("bare", True)
        self.field.setFont(_large())
        self.field.setPlaceholderText("Go to a person, pair, cohort, report or command")
        self.field.setAccessibleName("Go to")
        self.field.installEventFilter(self)
        self.field.textEdited.connect(self._on_typed)
        self.count = label("", "caption", "text2")
        self.lines = Lines(self)
        self.list = QListView()
        self.list.setProperty("bare", True)
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setAccessibleName("Found")
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setMouseTracking(True)
        self.list.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Ignored)
        self.list.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setModel(self.lines)
        self.list.setItemDelegate(LineDelegate(self.list))
        self.list.entered.connect(self._on_entered)
        self.list.clicked.connect(lambda index: self._choose(index.row()))

    def _lay_out(self) -> None:
        frame = QFrame(self)
        frame.setObjectName("dialog")
        head = row(icon_label("search", "text2", 17), self.field, self.count, _keys("Esc"), gap=12)
        head.setContentsMargins(18, 12, 16, 12)
        inside = QVBoxLayout(frame)
        inside.setContentsMargins(1, 1, 1, 1)
        inside.setSpacing(0)
        inside.addLayout(head)
        inside.addWidget(line())
        inside.addSpacing(6)
        inside.addWidget(self.list, 1)
        inside.addSpacing(6)
        inside.addWidget(_footer())
        self._around = whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(frame)

    def _on_read(self, directory: Directory) -> None:
        self._loaded = True
        self._search = replace(self._search, directory=directory)
        self._show_found()

    def _on_typed(self) -> None:
        self._whole = frozenset()
        self._show_found()
        self._announce()

    def _show_found(self) -> None:
        groups = self._search.groups(self.field.text(), self._whole)
        total = sum(group.total for group in groups)
        self.count.setText(counted(total, "result") if self.field.text().strip() else "")
        self.lines.show_lines(lines_of(groups) if groups else self._nothing())
        self._mark(next(iter(self._choosable()), -1))
        self._fit()

    def _nothing(self) -> list[Line]:
        """What stands there while nothing fits."""
        typed = self.field.text().strip()
        if not typed or typed.startswith(">"):
            return [Line("No command is called that." if typed else "Type a name, a cohort, a report or a command.")]
        if not self._loaded:
            return [Line("Reading the names…")]
        said = Line(f"Nothing is called “{typed}”.")
        if self.workplace.read_only:
            return [said]
        offered = new_person(typed)
        return [said, Line(offered.title, Hit(offered, Fit.START))]

    def _announce(self) -> None:
        """The count for screen readers, politely: the field keeps the focus."""
        if QAccessible.isActive():
            said = self.count.text() or "Nothing typed"
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self.field, said))

    def _choosable(self) -> list[int]:
        return [place for place, each in enumerate(self.lines.lines) if each.can_be_chosen]

    def _mark(self, place: int) -> None:
        self.list.setCurrentIndex(self.lines.index(place, 0))
        if place == next(iter(self._choosable()), -1):
            self.list.scrollToTop()

    def _on_entered(self, index: QModelIndex) -> None:
        if self.lines.lines[index.row()].can_be_chosen:
            self.list.setCurrentIndex(index)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and self._on_key(event):
            return True
        return super().eventFilter(watched, event)

    def _on_key(self, event: QKeyEvent) -> bool:
        """True where the key is not for the field."""
        key = event.key()
        if event.isAutoRepeat() and key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            return True  # held since the button that opened this
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
            self._choose(self.list.currentIndex().row(), edit=control)
        elif key == Qt.Key.Key_Escape and self.field.text():
            self.field.clear()
            self._on_typed()
        elif key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self._step(1 if key == Qt.Key.Key_Down else -1)
        elif key in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
            self._step_group(1 if key == Qt.Key.Key_Tab else -1)
        else:
            return False
        return True

    def _step(self, by: int) -> None:
        """From line to line, over the headings; it stops at both ends."""
        places = self._choosable()
        if places:
            at = places.index(self.list.currentIndex().row()) + by
            self._mark(places[max(0, min(at, len(places) - 1))])

    def _step_group(self, by: int) -> None:
        """To the first line of the next group, round and round."""
        lines, places = self.lines.lines, self._choosable()
        firsts = [place for place in places if not lines[place - 1].can_be_chosen]
        if firsts:
            here = max(at for at, place in enumerate(firsts) if place <= self.list.currentIndex().row())
            self._mark(firsts[(here + by) % len(firsts)])

    def _choose(self, place: int, *, edit: bool = False) -> None:
        chosen = self.lines.lines[place] if place >= 0 else Line("")
        if chosen.more:
            self._whole |= {chosen.more}
            self._show_found()
            self._mark(place)
        elif chosen.hit is not None:
            item = chosen.hit.item
            self.accept()
            self._open(item, edit)

    def _open(self, item: Item, edit: bool) -> None:
        if item.kind in PAGE_OF:
            lately.remember(self.workplace, item.kind, int(item.id))
        if item.kind == "person" and edit:
            self.workplace.command("edit_person", person_id=item.id)
        elif item.kind in PAGE_OF:
            self.workplace.go(PAGE_OF[item.kind], id=int(item.id))
        elif item.kind == "report":
            self.workplace.go("reports", kind=item.id)
        elif item.values:
            self.workplace.command(str(item.id), **item.values)
        else:
            self._commands.run(str(item.id))

    def _fit(self) -> None:
        """As high as the lines need, within the window."""
        window, wide = self._window, min(theme.current().wide(_WIDTH), self._window.width() - 2 * _FOOT)
        top = round(window.height() * _TOP)
        lines = sum(self.list.sizeHintForRow(place) for place in range(self.lines.rowCount())) + 2
        around = self._around.minimumSize().height()
        self.resize(wide, min(around + lines, window.height() - top - _FOOT))
        corner = window.mapToGlobal(window.rect().topLeft())
        self.move(corner.x() + (window.width() - wide) // 2, corner.y() + top)

    def showEvent(self, event: QShowEvent) -> None:
        self._dim = Dim(self._window)
        self._dim.show()
        self._fit()
        self.field.setFocus(Qt.FocusReason.PopupFocusReason)
        super().showEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        cut_corners(self)

    def hideEvent(self, event: QHideEvent) -> None:
        if self._dim is not None:
            self._dim.hide()
            self._dim.deleteLater()
            self._dim = None
        super().hideEvent(event)

    def done(self, result: int) -> None:
        """The focus goes back to where it was."""
        super().done(result)
        self._window.activateWindow()
        focused = self._window.focusWidget()
        if focused is not None:
            focused.setFocus(Qt.FocusReason.PopupFocusReason)


def _large() -> QFont:
    font = QFont(theme.current().font("section"))
    font.setWeight(QFont.Weight.Normal)
    return font


def _keys(text: str) -> QWidget:
    made = label(text, "caption")
    made.setProperty("keys", True)
    return made


def _footer() -> QFrame:
    frame = QFrame()
    frame.setProperty("footer", True)
    hints: list[QWidget | int | None] = []
    for keys, does in (("↑ ↓", "move"), ("Enter", "open"), ("Tab", "next group")):
        hints += [_keys(keys), label(does, "caption", "text2"), 8]
    hints += [None, label("Type", "caption", "text2"), _keys(">"), label("for commands only", "caption", "text2")]
    inside = row(*hints, gap=6)
    inside.setContentsMargins(17, 7, 17, 7)
    frame.setLayout(inside)
    return frame


def go_to(workplace: Workplace, parent: Any) -> Palette:
    """Open the palette over the window, whose menus have the commands."""
    palette = Palette(workplace, parent, parent)
    palette.open()
    return palette
