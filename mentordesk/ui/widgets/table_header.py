"""The header of a row table: captions, a sort arrow after the caption, a menu that chooses columns."""

from typing import Any

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QContextMenuEvent, QPainter
from PySide6.QtWidgets import QHeaderView, QMenu, QWidget

from mentordesk.ui import icons, theme
from mentordesk.ui.widgets import painting
from mentordesk.ui.widgets.column import Column
from mentordesk.ui.widgets.delegates import paint_check
from mentordesk.ui.widgets.row_table_model import RowTableModel

_LEAST_NAMES = 160


class TableHeader(QHeaderView):
    """Draws itself from the theme; columns that are not `fixed` can be hidden from its menu."""

    def __init__(self, columns: tuple[Column, ...], parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._columns = columns
        self._wide = theme.current().wide(100)
        self._lines = 1
        self.needs: dict[int, int] = {}
        """What stretched columns need for all their words, by place: they share the room by it, else evenly."""
        self.setSectionsClickable(True)
        self.setSectionsMovable(True)
        self.setHighlightSections(False)
        self.setSortIndicatorShown(True)
        self.setMinimumSectionSize(36)
        self.setStretchLastSection(False)
        self.setAccessibleName("Columns")

    def set_columns(self, columns: tuple[Column, ...]) -> None:
        """The same columns with other captions."""
        self._columns = columns
        self.viewport().update()

    def lay_out(self) -> None:
        """Gives every column its width; called once, with the model set."""
        self._wide = theme.current().wide(100)
        for number, column in enumerate(self._columns):
            self.resizeSection(number, _width(column))
            self.setSectionHidden(number, column.hidden)
            if column.kind == "check":
                self.setSectionResizeMode(number, QHeaderView.ResizeMode.Fixed)
        self.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)

    def set_lines(self, lines: int) -> None:
        """Captions may take so many lines where their column is narrow."""
        self._lines = lines
        self.updateGeometry()

    def fit(self, room: int) -> None:
        """Widths grow and shrink with the text; the stretched column takes what is left of `room` pixels.

        It never gets less than its own width: then the table scrolls sideways.
        """
        wide, self._wide = self._wide, theme.current().wide(100)
        shown = [at for at in range(len(self._columns)) if not self.isSectionHidden(at)]
        for at in shown:
            if self._columns[at].holds_icons:
                continue
            if wide != self._wide and self.sectionResizeMode(at) != QHeaderView.ResizeMode.Stretch:
                self.resizeSection(at, round(self.sectionSize(at) * self._wide / wide))
        stretched = [at for at in shown if self._columns[at].stretch]
        taken = sum(self.sectionSize(at) for at in shown if at not in stretched)
        enough = taken + sum(self._least(at) for at in stretched) <= room
        shared = self._shared(stretched, room - taken) if enough and self.needs else {}
        for at in stretched:
            modes = QHeaderView.ResizeMode
            self.setSectionResizeMode(at, modes.Fixed if shared else modes.Stretch if enough else modes.Interactive)
            if shared or not enough:
                self.resizeSection(at, shared.get(at, self._least(at)))

    def _shared(self, places: list[int], room: int) -> dict[int, int]:
        """The room of stretched columns by what each needs beyond its least; what is left over evenly."""
        least = {at: self._least(at) for at in places}
        missing = {at: max(0, self.needs.get(at, 0) - least[at]) for at in places}
        rest, wanted = room - sum(least.values()), sum(missing.values())
        given = {at: least[at] + missing[at] * min(rest, wanted) // max(wanted, 1) for at in places}
        over = room - sum(given.values())
        return {at: given[at] + over // len(places) + (number < over % len(places)) for number, at in enumerate(places)}

    def _least(self, at: int) -> int:
        column = self._columns[at]
        return theme.current().wide(max(column.width, _LEAST_NAMES if column.kind in ("pair", "person") else 0))

    def save(self) -> dict[str, Any]:
        """Order, widths, hidden columns and sorting, as plain values."""
        order = [self.logicalIndex(place) for place in range(self.count())]
        widths = {at: 0 if self._columns[at].stretch else self.sectionSize(at) for at in order}
        columns = [[self._columns[at].key, widths[at], self.isSectionHidden(at)] for at in order]
        at = self.sortIndicatorSection()
        key = self._columns[at].key if 0 <= at < len(self._columns) else ""
        return {"columns": columns, "sort": [key, self.sortIndicatorOrder() == Qt.SortOrder.DescendingOrder]}

    def restore(self, state: dict[str, Any]) -> None:
        """Takes back what `save` gave; columns that are gone or new are left as they are."""
        keys = [column.key for column in self._columns]
        saved = [entry for entry in state.get("columns", []) if entry[0] in keys]
        for place, (key, width, hidden) in enumerate(saved):
            at = keys.index(key)
            self.moveSection(self.visualIndex(at), place)
            self.setSectionHidden(at, hidden)
            if width:
                self.resizeSection(at, width)
        key, descending = state.get("sort", ["", False])
        if key in keys:
            order = Qt.SortOrder.DescendingOrder if descending else Qt.SortOrder.AscendingOrder
            self.setSortIndicator(keys.index(key), order)

    def sizeHint(self) -> QSize:
        look = theme.current()
        height = look.row("header") + (self._lines - 1) * look.line("strong_caption")
        return QSize(super().sizeHint().width(), height)

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        """The caption, elided, and the arrow of the sorted column."""
        look = theme.current()
        column = self._columns[section]
        painter.save()
        try:
            painter.fillRect(rect, look.color("sunken"))
            painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, look.color("border"))
            if column.kind == "check":
                box, model = QRectF(rect).center(), self.model()
                ticked = isinstance(model, RowTableModel) and model.all_checked()
                paint_check(painter, QRectF(box.x() - 8, box.y() - 8, 16, 16), ticked)
            else:
                self._paint_caption(painter, QRectF(rect).adjusted(8, 0, -8, 0), section, column)
        finally:
            painter.restore()

    def _paint_caption(self, painter: QPainter, room: QRectF, section: int, column: Column) -> None:
        sorted_by = self.isSortIndicatorShown() and self.sortIndicatorSection() == section
        arrow = 15.0 if sorted_by else 0.0
        width = min(painting.text_width(column.title, "strong_caption"), room.width() - arrow)
        if self._lines > 1 and painting.text_width(column.title, "strong_caption") > width:
            width = min(self._paint_lines(painter, room, column, arrow), room.width() - arrow)
        start = {
            "left": room.left(),
            "right": room.right() - width - arrow,
            "center": room.center().x() - (width + arrow) / 2,
        }[column.align]
        start = max(start, room.left())
        if width >= painting.text_width(column.title, "strong_caption") or self._lines == 1:
            place = QRectF(start, room.top(), width + 1, room.height())
            painting.text(painter, place, column.title, "strong_caption", "text2")
        if sorted_by:
            up = self.sortIndicatorOrder() == Qt.SortOrder.AscendingOrder
            place = QRectF(start + width + 4, room.center().y() - 5.5, 11, 11)
            icons.draw(painter, "arrow-up" if up else "arrow-down", place, "text2")

    def _paint_lines(self, painter: QPainter, room: QRectF, column: Column, arrow: float) -> float:
        """The caption over several lines; returns the width they took."""
        look = theme.current()
        painter.setFont(look.font("strong_caption"))
        painter.setPen(look.color("text2"))
        flags = painting.ALIGN[column.align] | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap
        place = room.adjusted(0, 0, -arrow, 0)
        painter.drawText(place, int(flags), column.title)
        return painter.boundingRect(place, int(flags), column.title).width()

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
            action.toggled.connect(lambda shown, at=number: self._show_column(at, shown))
        return menu

    def _show_column(self, at: int, shown: bool) -> None:
        self.setSectionHidden(at, not shown)
        if shown and not self.sectionSize(at):
            self.resizeSection(at, _width(self._columns[at]))
        self.fit(self.viewport().width())


def _width(column: Column) -> int:
    return column.width if column.holds_icons else theme.current().wide(column.width)
