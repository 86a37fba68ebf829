"""How every table of rows looks and answers the pointer: hover, selection marks, focus ring. Knows no column."""

from PySide6.QtCore import QEvent, QModelIndex, QRect, Qt
from PySide6.QtGui import QFocusEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractItemView, QApplication, QHeaderView, QScrollArea, QTableView, QWidget

from mentordesk.ui import theme

_BACK = (
    Qt.FocusReason.ActiveWindowFocusReason,
    Qt.FocusReason.PopupFocusReason,
    Qt.FocusReason.MenuBarFocusReason,
)


class RowView(QTableView):
    """A table whose rows are selected as a whole. `name` is read by screen readers."""

    def __init__(self, name: str, several: bool, framed: bool, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.hovered_row = -1
        self._ring = False
        self._dress(name, several, framed)

    def _dress(self, name: str, several: bool, framed: bool) -> None:
        self.setAccessibleName(name)
        self.setProperty("framed", framed)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setCornerButtonEnabled(False)
        self.setTabKeyNavigation(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        modes = QAbstractItemView.SelectionMode
        self.setSelectionMode(modes.ExtendedSelection if several else modes.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setMouseTracking(True)

    def show_ring(self, shown: bool) -> None:
        """The focus ring is for the keyboard; the pointer hides it."""
        self._ring = shown
        self.viewport().update()

    def show_row_on_page(self) -> None:
        """A table as high as its rows scrolls nothing itself: the page around it follows the current row."""
        rect = self.row_rect(self.currentIndex().row())
        area = self.parentWidget()
        while self.currentIndex().isValid() and area is not None and not area.isWindow():
            if isinstance(area, QScrollArea) and (content := area.widget()) is not None:
                y = self.viewport().mapTo(content, rect.center()).y()
                area.ensureVisible(-content.x(), y, 0, rect.height() // 2 + 8)
            area = area.parentWidget()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.show_ring(False)
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._hover(self.rowAt(event.position().toPoint().y()))
        super().mouseMoveEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        self._hover(-1)
        super().leaveEvent(event)

    def _hover(self, row: int) -> None:
        before, self.hovered_row = self.hovered_row, row
        if before != row:
            for at in {before, row} - {-1}:
                self.viewport().update(self.row_rect(at))

    def focusInEvent(self, event: QFocusEvent) -> None:
        """It comes back from a dialog or menu as it went; whoever is led here by a key sees where."""
        if event.reason() not in _BACK:
            by_pointer = QApplication.mouseButtons() != Qt.MouseButton.NoButton
            self._ring = event.reason() is not Qt.FocusReason.MouseFocusReason and not by_pointer
        super().focusInEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        try:
            self._paint_marks(painter)
            if self._ring and self.hasFocus() and self.currentIndex().isValid():
                painter.setPen(QPen(theme.current().color("accent"), 2))
                painter.drawRect(self.row_rect(self.currentIndex().row()).adjusted(1, 1, -1, -2))
        finally:
            painter.end()

    def _paint_marks(self, painter: QPainter) -> None:
        color = theme.current().color("accent" if self.isActiveWindow() else "border_mid")
        bottom = self.rowAt(self.viewport().height() - 1)
        last = bottom if bottom >= 0 else self.model().rowCount() - 1
        for at in range(max(self.rowAt(0), 0), last + 1):
            if self.selectionModel().isRowSelected(at, QModelIndex()):
                rect = self.row_rect(at)
                painter.fillRect(QRect(0, rect.top(), 3, rect.height() - 1), color)

    def row_rect(self, row: int) -> QRect:
        return QRect(0, self.rowViewportPosition(row), self.viewport().width(), self.rowHeight(row))
