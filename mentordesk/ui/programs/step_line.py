"""One step of the plan as a line of fields: title, days, who, required. Knows no table and no desk."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QCheckBox, QGridLayout, QLineEdit, QWidget

from mentordesk.domain.dates import short
from mentordesk.domain.programs import Format, StepForm, StepOwner, StepRow
from mentordesk.ui import theme
from mentordesk.ui.programs.tinted_line import TintedLine
from mentordesk.ui.widgets.drop_down import DropDown
from mentordesk.ui.widgets.label import icon_button, label
from mentordesk.ui.widgets.number_field import NumberField

LAST_DAY = 3650
_FRAME = 4
"""What a field has left of its text: the title stands below its heading without it."""
WIDTHS = (34, 0, 72, 62, 140, 92, 100, 32)
_OWNER = 126
"""Of number, step, days, "was", who, required, date, more: pixels at 10 pt; 0 takes what is left."""


_NAME = 100
"""What the name of a step has at least."""
DATE = 6
"""The column of the date in the running cohort."""


def lay(grid: QGridLayout) -> None:
    """The columns of a line: the same for the headings and every step."""
    grid.setContentsMargins(12, 0, 8, 0)
    grid.setHorizontalSpacing(10)
    for at, width in enumerate(WIDTHS):
        grid.setColumnMinimumWidth(at, theme.current().wide(width or _NAME))
        grid.setColumnStretch(at, 0 if width else 1)


def fix(part: QWidget, *columns: int) -> None:
    """As wide as its columns, so that lines and headings stand below each other."""
    wide = [theme.current().wide(WIDTHS[at]) for at in columns if WIDTHS[at]]
    if wide:
        part.setFixedWidth(sum(wide) + 10 * (len(wide) - 1))


class StepTitle(QLineEdit):
    """Reads like text until F2, Enter or a double click; Enter keeps, Esc takes back, Del asks to remove the step."""

    remove_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("bare", True)
        self.setFont(theme.current().font("strong"))
        self.allowed = True
        self._before = ""
        self.setTextMargins(-_FRAME, 0, 0, 0)
        self._rest()

    def begin(self) -> None:
        """Lets the title be typed."""
        if self.allowed:
            self._before = self.text()
            self.setReadOnly(False)
            self.setFocus()
            self.selectAll()

    def _rest(self) -> None:
        self.setReadOnly(True)
        self.deselect()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if self.isReadOnly():
            self.begin()
        else:
            super().mouseDoubleClickEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if not self.isReadOnly() and event.key() == Qt.Key.Key_Escape:
            self.setText(self._before)
            self._rest()
        elif not self.isReadOnly():
            super().keyPressEvent(event)
            if enter:
                self._rest()
        elif enter or event.key() == Qt.Key.Key_F2:
            self.begin()
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and self.allowed:
            self.remove_asked.emit()
        else:
            event.ignore()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if self.isReadOnly():
            self.deselect()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._rest()


class StepLine(TintedLine):
    """Emits the step as typed when a field is left or chosen, if it differs."""

    changed = Signal(object)
    focused = Signal(int)
    more_asked = Signal(int)
    remove_asked = Signal(int)
    moved = Signal(int, int)
    """The step, and -1 or 1: it should change places with the one before or after."""
    stepped = Signal(int, int)
    """The step, and where the focus goes: -1 up, 1 down."""

    def __init__(self, row: StepRow, format_: Format, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.row = row
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.number = label("", "body", "text2")
        self.number.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.title = StepTitle()
        self.days = NumberField(0, LAST_DAY)
        self.days.setKeyboardTracking(False)
        self.was = label("", "strong_caption", "watch")
        owners = [StepOwner.BOTH, StepOwner.COORDINATOR] if format_ is Format.PEER else list(StepOwner)
        owners += [row.owner] if row.owner not in owners else []
        self.owner = DropDown([(owner, owner.word) for owner in owners], "Who")
        self.required = QCheckBox()
        self.date = label("", "body", "text2")
        self.more = icon_button("more", "More about this step", lambda: self.more_asked.emit(self.row.id), small=True)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        self._grid = grid = QGridLayout(self)
        lay(grid)
        parts = (self.number, self.title, self.days, self.was, self.owner, self.required, self.date, self.more)
        for at, part in enumerate(parts):
            grid.addWidget(part, 0, at)
            fix(part, at)
        self.owner.setFixedWidth(theme.current().wide(_OWNER))
        grid.setAlignment(self.owner, Qt.AlignmentFlag.AlignLeft)
        self.setMinimumHeight(theme.current().row("line") + 8)

    def _connect(self) -> None:
        self.title.editingFinished.connect(self._tell)
        self.days.editingFinished.connect(self._tell)
        self.owner.chosen.connect(lambda _owner: self._tell())
        self.required.clicked.connect(lambda _on: self._tell())
        self.title.remove_asked.connect(lambda: self.remove_asked.emit(self.row.id))
        for part in (self.title, self.days, self.owner, self.required, self.more):
            part.installEventFilter(self)

    def show_step(self, row: StepRow, number: int, was: int | None, starts_on: date | None) -> None:
        """Shows the step as it is on the desk."""
        self.row = row
        self.number.setText(str(number))
        if self.title.isReadOnly():
            self.title.setText(row.title)
            self.title.setCursorPosition(0)
        self.title.setToolTip(row.title)
        self.title.setAccessibleName(f"Step {number}: {row.title}")
        self.days.setValue(row.days_after)
        self.days.setAccessibleName(f"{row.title}: days after the start")
        self.was.setText("" if was is None else f"was {was}")
        self.owner.choose(row.owner)
        self.required.setChecked(row.required)
        self.required.setText("Required" if row.required else "Optional")
        day = starts_on + timedelta(days=row.days_after) if starts_on else None
        self.date.setText(f"{short(day)} {day.year}" if day else "–")

    def show_date(self, shown: bool) -> None:
        """Without room for all, the name of the step is worth more than its date."""
        width = theme.current().wide(WIDTHS[DATE]) if shown else 0
        self.date.setFixedWidth(width)
        self._grid.setColumnMinimumWidth(DATE, width)

    def lock(self, reason: str) -> None:
        """A desk open to read only: the fields show and do not change."""
        self.title.allowed = False
        for part in (self.days, self.owner, self.required, self.more):
            part.setEnabled(False)
            part.setToolTip(reason)

    def form(self) -> StepForm:
        """The step as it stands in the fields."""
        title = self.title.text().strip() or self.row.title
        return StepForm(title, self.days.value(), self.owner.choice(), self.required.isChecked(), self.row.id)

    def _tell(self) -> None:
        form = self.form()
        values: dict[str, Any] = {
            "title": form.title,
            "days_after": form.days_after,
            "owner": form.owner,
            "required": form.required,
        }
        now = replace(self.row, **values)
        if now != self.row:
            # Another change may come before the desk is read again: it is compared with this one.
            self.row = now
            self.changed.emit(form)

    def eventFilter(self, part: object, event: object) -> bool:
        if isinstance(event, QFocusEvent) and event.gotFocus():
            self.focused.emit(self.row.id)
        if isinstance(event, QKeyEvent) and event.type() == QKeyEvent.Type.KeyPress:
            return self._answer_key(part, event)
        return False

    def _answer_key(self, part: object, event: QKeyEvent) -> bool:
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()), 0)
        if step and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.moved.emit(self.row.id, step)
            return True
        if step and part in (self.title, self.required, self.more):
            self.stepped.emit(self.row.id, step)
            return True
        if event.key() == Qt.Key.Key_Escape and part is self.days:
            self.days.setValue(self.row.days_after)
            return True
        return False
