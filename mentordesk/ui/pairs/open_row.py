"""A row that opens something: a click or Enter opens, Del removes, a right click has the menu."""

from typing import ClassVar

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QEnterEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from mentordesk.ui import theme
from mentordesk.ui.reading_order import stops
from mentordesk.ui.widgets.open_button import held


class OpenRow(QFrame):
    """Subclasses give it a layout. Up and Down go to the rows around it. F2 opens a row that `edits` what it shows."""

    edits: ClassVar[bool] = False
    opened = Signal()
    toggled = Signal()
    delete_requested = Signal()
    menu_requested = Signal(QPoint)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setProperty("ring_outside", True)  # within, it would cut the words that begin at the edge
        self._hovered = False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if held(event):
            return
        answers = {
            Qt.Key.Key_Return: self.opened,
            Qt.Key.Key_Enter: self.opened,
            Qt.Key.Key_Space: self.toggled,
            Qt.Key.Key_Delete: self.delete_requested,
            Qt.Key.Key_Backspace: self.delete_requested,
        }
        if self.edits:
            answers[Qt.Key.Key_F2] = self.opened
        if event.key() in answers:
            answers[Qt.Key(event.key())].emit()
        elif event.key() == Qt.Key.Key_Down:
            self._go(1)
        elif event.key() == Qt.Key.Key_Up:
            self._go(-1)
        else:
            super().keyPressEvent(event)

    def _go(self, by: int) -> None:
        """To the row below or above; the first and the last one keep the focus."""
        around = self.parentWidget()
        while around is not None and not isinstance(around, QScrollArea):
            around = around.parentWidget()
        rows = [each for each in stops(around or self) if isinstance(each, OpenRow)]
        at = rows.index(self) + by if self in rows else -1
        if 0 <= at < len(rows):
            rows[at].setFocus(Qt.FocusReason.TabFocusReason)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self.opened.emit()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self.menu_requested.emit(event.globalPos())

    def enterEvent(self, event: QEnterEvent) -> None:
        self._hovered = True
        self.update()
        super().enterEvent(event)

    def leaveEvent(self, event: object) -> None:
        self._hovered = False
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        look = theme.current()
        painter = QPainter(self)
        try:
            if self._hovered:
                painter.fillRect(self.rect(), look.color("hover"))
        finally:
            painter.end()


def figure_row(name: str, *parts: QWidget) -> OpenRow:
    """Parts below each other that open the rows behind them as one."""
    made = OpenRow(name)
    inside = QVBoxLayout(made)
    inside.setContentsMargins(0, 0, 0, 0)
    inside.setSpacing(3)
    for part in parts:
        inside.addWidget(part)
    return made
