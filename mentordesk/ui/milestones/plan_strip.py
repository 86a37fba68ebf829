"""The plan of a cohort in one strip: each step with its date, how many are done, and what is late or comes next."""

from collections.abc import Sequence
from datetime import date
from functools import partial

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from mentordesk.domain.dates import short
from mentordesk.domain.milestones import MilestoneState, PlanStripRow
from mentordesk.domain.wording import counted
from mentordesk.ui import theme
from mentordesk.ui.widgets import painting
from mentordesk.ui.widgets.open_button import held

_INSETS = 11


def state_words(row: PlanStripRow, today: date) -> tuple[str, str, str]:
    """How far a step is: the count, what is said of it, and the color of that: ("9/12", "3 overdue", "risk_text")."""
    count = f"{row.done}/{row.needed}"
    if row.state is MilestoneState.OVERDUE:
        return count, f"{row.overdue} overdue", "risk_text"
    if row.state is MilestoneState.DONE:
        return count, "complete", "text2"
    if row.state is MilestoneState.SKIPPED:
        return (count, "skipped" if row.skipped else "no pair yet", "text2")
    days = (row.due_on - today).days
    left = "today" if not days else f"in {counted(days, 'day')}" if days > 0 else f"{row.needed - row.done} open"
    return count, left, "watch_text" if row.state is MilestoneState.DUE else "text2"


class StepCell(QPushButton):
    """One step; checked while the list shows it alone. Emits the way to the step beside it, and that the focus came."""

    moved = Signal(int)
    stood_on = Signal()

    def __init__(self, row: PlanStripRow, today: date) -> None:
        super().__init__()
        self.row = row
        self._today = today
        self._compact = False
        self.setCheckable(True)
        self.setAutoDefault(False)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        count, said, _ = state_words(row, today)
        optional = "" if row.required else ", optional"
        words = f"{row.title}, {short(row.due_on, today)}: {count} done, {said}{optional}"
        self.setAccessibleName(words)
        self.setToolTip(f"{words}\nClick to list this step alone")

    def sizeHint(self) -> QSize:
        look = theme.current()
        height = look.line("strong") + 2 * look.line("caption") + 6 + 8 + 20
        if self._compact:
            height -= look.line("caption") + 6
        count, said, token = state_words(self.row, self._today)
        words = painting.text_width(f"{count}, {said}", "caption" if token == "text2" else "strong_caption")
        title = min(painting.text_width(self.row.title, "strong"), look.wide(120))
        return QSize(round(max(look.wide(84), words, title)) + 2 * _INSETS + 4, height)

    def set_compact(self, compact: bool) -> None:
        """Without the third line, in low windows; the tool tip has it."""
        self._compact = compact
        self.updateGeometry()
        self.update()

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        try:
            self._paint(painter)
        finally:
            painter.end()

    def _paint(self, painter: QPainter) -> None:
        look = theme.current()
        if self.isChecked() or self.underMouse():
            painter.fillRect(self.rect(), look.color("accent_tint" if self.isChecked() else "hover"))
        room = QRectF(self.rect()).adjusted(_INSETS, 9, -_INSETS, -9)
        strong, small = look.line("strong"), look.line("caption")
        painting.text(painter, QRectF(room.left(), room.top(), room.width(), strong), self.row.title, "strong")
        second = QRectF(room.left(), room.top() + strong, room.width(), small)
        painting.text(painter, second, short(self.row.due_on), "caption", "text2")
        self._paint_progress(painter, QRectF(room.left(), second.bottom() + 5, room.width(), 6))
        if not self._compact:
            self._paint_words(painter, QRectF(room.left(), room.bottom() - small, room.width(), small))
        painter.fillRect(self.width() - 1, 0, 1, self.height(), look.color("border"))

    def _paint_progress(self, painter: QPainter, track: QRectF) -> None:
        share = self.row.done / self.row.needed if self.row.needed else 0
        painting.progress(painter, track, share, "risk" if self.row.overdue else "accent")

    def _paint_words(self, painter: QPainter, room: QRectF) -> None:
        count, said, token = state_words(self.row, self._today)
        took = painting.text(painter, room, f"{count}, ", "caption", "text2")
        strong = "caption" if token == "text2" else "strong_caption"
        painting.text(painter, room.adjusted(took, 0, 0, 0), said, strong, token)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.stood_on.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if held(event):
            return
        if event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self.moved.emit(1 if event.key() == Qt.Key.Key_Right else -1)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)


class PlanStrip(QFrame):
    """Emits the title of the step to list alone, "" for all. Scrolls sideways where the plan is long.

    Tab comes to one step, the one one was at or the first not done; Left and Right go on from there.
    """

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("card", True)
        self.setAccessibleName("Milestone plan")
        self.cells: list[StepCell] = []
        self._compact = False
        self._stood: int | None = None
        self._scroll = QScrollArea()
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setWidgetResizable(True)
        self._scroll.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        inside = QVBoxLayout(self)
        inside.setContentsMargins(1, 1, 1, 1)
        inside.addWidget(self._scroll)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        theme.look.changed.connect(self._fit)

    def show_plan(self, rows: Sequence[PlanStripRow], today: date, step: str) -> None:
        """The steps in the order of the plan; the one with this title is marked."""
        focused = next((cell.row.step_id for cell in self.cells if cell.hasFocus()), None)
        content = QWidget()
        content.setProperty("body", True)
        strip = QHBoxLayout(content)
        strip.setContentsMargins(0, 0, 0, 0)
        strip.setSpacing(0)
        self.cells = [StepCell(row, today) for row in rows]
        for cell in self.cells:
            cell.set_compact(self._compact)
            cell.setChecked(cell.row.title.casefold() == step.casefold())
            cell.clicked.connect(lambda on, title=cell.row.title: self.chosen.emit(title if on else ""))
            cell.moved.connect(partial(self._move, cell))
            cell.stood_on.connect(partial(self._stand_on, cell.row.step_id))
            strip.addWidget(cell, 1)
        self._scroll.setWidget(content)
        self._fit()
        self._stand_on(self._stood)
        for cell in self.cells:
            if cell.row.step_id == focused:
                cell.setFocus()

    def _move(self, cell: StepCell, by: int) -> None:
        place = self.cells.index(cell) + by
        if 0 <= place < len(self.cells):
            self.cells[place].setFocus(Qt.FocusReason.TabFocusReason)
            self._scroll.ensureWidgetVisible(self.cells[place], 20, 0)

    def _stand_on(self, step_id: int | None) -> None:
        known = [cell for cell in self.cells if cell.row.step_id == step_id]
        under_way = [cell for cell in self.cells if cell.row.done < cell.row.needed]
        at = [*known, *under_way, *self.cells][:1]
        self._stood = step_id if known else None
        for cell in self.cells:
            cell.setFocusPolicy(Qt.FocusPolicy.StrongFocus if cell in at else Qt.FocusPolicy.ClickFocus)

    def mark(self, step: str) -> None:
        """Marks the step that is listed alone, silently."""
        for cell in self.cells:
            cell.setChecked(cell.row.title.casefold() == step.casefold())
            if cell.isChecked():
                self._scroll.ensureWidgetVisible(cell, 20, 0)

    def set_compact(self, compact: bool) -> None:
        """Low windows: no third line."""
        self._compact = compact
        for cell in self.cells:
            cell.set_compact(compact)
        self._fit()

    def _fit(self) -> None:
        if self.cells:
            wide = sum(cell.sizeHint().width() for cell in self.cells) > self.width()
            bar = self._scroll.horizontalScrollBar().sizeHint().height() if wide else 0
            self.setFixedHeight(self.cells[0].sizeHint().height() + bar + 2)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()
