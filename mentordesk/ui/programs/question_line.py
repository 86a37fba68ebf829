"""One question of a program as a line: its words to edit in place, how often it was answered, move, hide, remove."""

from dataclasses import replace

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QWidget

from mentordesk.domain.questions import LONGEST, QuestionRow
from mentordesk.domain.wording import counted
from mentordesk.ui import icons, theme
from mentordesk.ui.programs.step_line import StepTitle
from mentordesk.ui.programs.tinted_line import TintedLine
from mentordesk.ui.widgets import painting
from mentordesk.ui.widgets.label import button, icon_button, icon_label, label

_NUMBER, _COUNT, _HIDE = 22, 120, 62
"""Of number, answers and the button: pixels at 10 pt."""


class QuestionText(StepTitle):
    """Reads like text until F2, Enter or a double click; a long one ends in … until then."""

    def __init__(self) -> None:
        super().__init__()
        self.setFont(theme.current().font("body"))
        self.setMaxLength(LONGEST)
        self.token = "text"

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self.isReadOnly():
            super().paintEvent(event)
            return
        painter = QPainter(self)
        try:
            painting.text(painter, self.rect().toRectF(), self.text(), "body", self.token)
        finally:
            painter.end()


class QuestionLine(TintedLine):
    """Emits what one wants; the tab does it to the desk."""

    changed = Signal(int, str)
    remove_asked = Signal(int)
    hide_asked = Signal(int, bool)
    moved = Signal(int, int)
    """The question, and -1 or 1: one place up or down."""
    stepped = Signal(int, int)
    focused = Signal(int)

    def __init__(self, row: QuestionRow) -> None:
        super().__init__()
        self.row = row
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        look = theme.current()
        self.number = label("", "body", "text2")
        self.number.setFixedWidth(look.wide(_NUMBER))
        self.number.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.text = QuestionText()
        self.answers = label("", "caption", "text2")
        self.answers.setFixedWidth(look.wide(_COUNT))
        self.up = icon_button("chevron-up", "Move up (Alt+Up)", lambda: self._move(-1), small=True)
        self.down = icon_button("chevron-down", "Move down (Alt+Down)", lambda: self._move(1), small=True)
        self.hide_button = button("Hide", on_click=self._hide, small=True)
        self.hide_button.setFixedWidth(look.wide(_HIDE))
        self.remove = icon_button("remove", "Remove", lambda: self.remove_asked.emit(self.row.id), small=True)
        inside = QHBoxLayout(self)
        inside.setContentsMargins(12, 2, 12, 2)
        inside.setSpacing(8)
        inside.addWidget(self.number)
        inside.addWidget(self.text, 1)
        inside.addWidget(self.answers)
        for part in self.parts()[1:]:
            inside.addWidget(part)
        self.setMinimumHeight(look.row("line") + 8)
        self.text.editingFinished.connect(self._tell)
        self.text.remove_asked.connect(lambda: self.remove_asked.emit(self.row.id))
        for part in self.parts():
            part.installEventFilter(self)

    def parts(self) -> tuple[QWidget, ...]:
        """What the keyboard goes through, in its order."""
        return self.text, self.up, self.down, self.hide_button, self.remove

    def show_question(self, row: QuestionRow, number: int, first: bool, last: bool) -> None:
        """Shows the question as it is on the desk."""
        self.row = row
        self.number.setText(str(number))
        if self.text.isReadOnly():
            self.text.setText(row.text)
            self.text.setCursorPosition(0)
        self.text.token = "text3" if row.hidden else "text"
        self.text.setToolTip(row.text)
        self.text.update()
        given = counted(row.answers, "answer") if row.answers else "No answer yet"
        self.answers.setText(f"{given}, hidden" if row.hidden else given)
        self.text.setAccessibleName(f"Question {number}: {row.text}, {self.answers.text()}")
        self.hide_button.setText("Show" if row.hidden else "Hide")
        self.hide_button.setToolTip("Ask it again" if row.hidden else "Ask it no more; what was answered stays")
        self.hide_button.setAccessibleName(f"{self.hide_button.text()} question {number}")
        _allow(self.up, not first, "Move up (Alt+Up)", "It is the first one")
        _allow(self.down, not last, "Move down (Alt+Down)", "It is the last one")
        _allow(self.remove, not row.why_kept, "Remove (Del)", row.why_kept)

    def lock(self, reason: str) -> None:
        """A desk open to read only: the question shows and does not change."""
        self.text.allowed = False
        for part in (self.up, self.down, self.hide_button, self.remove):
            part.setEnabled(False)
            part.setToolTip(reason)

    def _tell(self) -> None:
        text = " ".join(self.text.text().split())
        if text and text != self.row.text:
            # Another change may come before the desk is read again: it is compared with this one.
            self.row = replace(self.row, text=text)
            self.changed.emit(self.row.id, text)
        elif self.text.text() != self.row.text:
            self.text.setText(self.row.text)

    def _hide(self) -> None:
        self.hide_asked.emit(self.row.id, not self.row.hidden)

    def _move(self, by: int) -> None:
        self.moved.emit(self.row.id, by)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self.show_menu(event.globalPos())

    def show_menu(self, place: QPoint) -> None:
        """The same actions as the line's buttons."""
        menu = QMenu(self)
        menu.setToolTipsVisible(True)
        edit = menu.addAction(icons.icon("edit"), "Edit (F2)", self.text.begin)
        edit.setEnabled(self.text.allowed)
        for icon, part, words in (
            ("arrow-up", self.up, "Move up"),
            ("arrow-down", self.down, "Move down"),
            ("eye", self.hide_button, ""),
            ("remove", self.remove, "Remove"),
        ):
            action = menu.addAction(icons.icon(icon), words or part.text(), part.click)
            action.setEnabled(part.isEnabled())
            action.setToolTip(part.toolTip())
        menu.popup(place)

    def eventFilter(self, part: object, event: object) -> bool:
        if isinstance(event, QFocusEvent) and event.gotFocus():
            self.focused.emit(self.row.id)
        if isinstance(event, QKeyEvent) and event.type() == QKeyEvent.Type.KeyPress:
            return self._answer_key(event)
        return False

    def _answer_key(self, event: QKeyEvent) -> bool:
        by = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()), 0)
        if not by:
            return False
        if event.modifiers() & Qt.KeyboardModifier.AltModifier:
            if self.text.allowed:
                self._move(by)
        else:
            self.stepped.emit(self.row.id, by)
        return True


class FixedLine(QWidget):
    """A question that every check-in asks; it stays as it is."""

    def __init__(self, title: str, text: str) -> None:
        super().__init__()
        inside = QHBoxLayout(self)
        inside.setContentsMargins(12, 2, 12, 2)
        inside.setSpacing(8)
        lock = icon_label("lock", "text3", 14)
        lock.setFixedWidth(theme.current().wide(_NUMBER))
        lock.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.title, self.text = label(title, "strong"), label(text, "body", "text2")
        for each in (lock, self.title, self.text):
            inside.addWidget(each)
        inside.addStretch(1)
        inside.addWidget(label("In every check-in", "caption", "text3"))
        self.setMinimumHeight(theme.current().row("line"))


def _allow(part: QPushButton, allowed: bool, tip: str, why_not: str) -> None:
    part.setEnabled(allowed)
    part.setToolTip(tip if allowed else why_not)
