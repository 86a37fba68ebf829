"""The header of a row table: captions, a sort arrow after the caption, a menu that chooses columns."""

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QContextMenuEvent, QPainter
from PySide6.QtWidgets import QHeaderView, QMenu, QWidget

from mentordesk.ui import icons, theme
from mentordesk.ui.widgets import painting
from mentordesk.ui.widgets.column import Column


class TableHeader(QHeaderView):
    """Draws itself from the theme; columns that are not `fixed` can be hidden from its menu."""

    def __init__(self, columns: tuple[Column, ...], parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._columns = columns
        self.setSectionsClickable(True)
        self.setSectionsMovable(True)
        self.setHighlightSections(False)
        self.setSortIndicatorShown(True)
        self.setMinimumSectionSize(36)
        self.setStretchLastSection(False)
        self.setAccessibleName("Columns")

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), theme.current().row("header"))

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        """The caption, elided, and the arrow of the sorted column."""
        look = theme.current()
        column = self._columns[section]
        painter.save()
        try:
            painter.fillRect(rect, look.color("sunken"))
            painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, look.color("border"))
            self._paint_caption(painter, QRectF(rect).adjusted(8, 0, -8, 0), section, column)
        finally:
            painter.restore()

    def _paint_caption(self, painter: QPainter, room: QRectF, section: int, column: Column) -> None:
        sorted_by = self.isSortIndicatorShown() and self.sortIndicatorSection() == section
        arrow = 15.0 if sorted_by else 0.0
        width = min(painting.text_width(column.title, "strong_caption"), room.width() - arrow)
        start = {
            "left": room.left(),
            "right": room.right() - width - arrow,
            "center": room.center().x() - (width + arrow) / 2,
        }[column.align]
        start = max(start, room.left())
        painting.text(
            painter, QRectF(start, room.top(), width + 1, room.height()), column.title, "strong_caption", "text2"
        )
        if sorted_by:
            up = self.sortIndicatorOrder() == Qt.SortOrder.AscendingOrder
            place = QRectF(start + width + 4, room.center().y() - 5.5, 11, 11)
            icons.draw(painter, "arrow-up" if up else "arrow-down", place, "text2")

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self.open_menu(event.globalPos())

    def open_menu(self, place: QPoint) -> None:
        """Shows the menu of columns at a place on the screen."""
        self.columns_menu().popup(place)

    def columns_menu(self) -> QMenu:
        """A menu with a tick for each column; a `fixed` one cannot be hidden."""
        menu = QMenu("Columns", self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for number, column in enumerate(self._columns):
            if not column.title:
                continue
            action = menu.addAction(column.title)
            action.setCheckable(True)
            action.setChecked(not self.isSectionHidden(number))
            action.setEnabled(not column.fixed)
            action.toggled.connect(lambda shown, at=number: self.setSectionHidden(at, not shown))
        return menu
