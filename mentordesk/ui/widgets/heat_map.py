"""Pairs by milestones at a glance: a table with frozen headers, so keyboard and screen readers come for free."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QSizePolicy,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from mentordesk.ui import icons, theme
from mentordesk.ui.widgets import painting
from mentordesk.ui.widgets.heat_map_headers import PairHeader, StepHeader
from mentordesk.ui.widgets.heat_map_model import CELL, HeatCell, HeatColumn, HeatMapModel, HeatRow
from mentordesk.ui.widgets.open_button import held

_Index = QModelIndex | QPersistentModelIndex
_LEGEND = (
    ("done", "", "done"),
    ("late", "+5", "5 days late"),
    ("overdue", "9 d", "overdue"),
    ("soon", "8 d", "due soon"),
    ("open", "", "not due"),
    ("skipped", "", "skipped"),
)


def paint_cell(painter: QPainter, box: QRectF, cell: HeatCell) -> None:
    """One cell: a tint, a solid or a frame, with its check, days or dash."""
    look = theme.current()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    grounds = {"done": "good_tint", "late": "good_tint", "soon": "watch_tint", "overdue": "risk", "skipped": "hover"}
    ground = look.color(grounds.get(cell.state, "sunken"))
    frames = {"soon": "watch", "open": "border"}
    frame = frames.get(cell.state)
    painter.setPen(QPen(look.color(frame), 1) if frame else Qt.PenStyle.NoPen)
    painter.setBrush(ground)
    painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), look.radius("cell"), look.radius("cell"))
    _paint_content(painter, box, cell)


def _paint_content(painter: QPainter, box: QRectF, cell: HeatCell) -> None:
    if cell.state in ("done", "late"):
        words = painting.text_width(cell.text, "strong_caption") + 3 if cell.text else 0.0
        start = box.center().x() - (13 + words) / 2
        icons.draw(painter, "check", QRectF(start, box.center().y() - 6.5, 13, 13), "good_text")
        rest = QRectF(start + 16, box.top(), max(box.right() - start - 16, words), box.height())
        painting.text(painter, rest, cell.text, "strong_caption", "good_text")
    elif cell.state == "soon":
        painting.text(painter, box, cell.text, "strong_caption", "watch_text", "center")
    elif cell.state == "overdue":
        painter.setFont(theme.current().font("strong_caption"))
        painter.setPen(theme.current().on_risk)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, cell.text)
    elif cell.state == "skipped":
        painting.text(painter, box, "–", "body", "text2", "center")


class _CellDelegate(QStyledItemDelegate):
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        cell: HeatCell | None = index.data(CELL)
        painter.save()
        try:
            box = QRectF(option.rect).adjusted(1, 1, -1, -1)
            painter.fillRect(option.rect, theme.current().color("surface"))
            if cell is not None:
                paint_cell(painter, box, cell)
            view = option.widget
            if isinstance(view, HeatMap) and view.hasFocus() and view.currentIndex() == index:
                painter.setPen(QPen(theme.current().color("text"), 2))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 5, 5)
        finally:
            painter.restore()


class HeatMap(QTableView):
    """Signals carry the pair's id and the column's key. A click or Enter opens a cell, a header its thing."""

    cell_activated = Signal(object, object)
    menu_requested = Signal(object, object, QPoint)
    pair_opened = Signal(object)
    step_opened = Signal(object)

    def __init__(self, name: str = "Pairs and milestones", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setProperty("heat", True)
        self._plan = HeatMapModel(self)
        self.setModel(self._plan)
        self.setHorizontalHeader(StepHeader(self))
        self.setVerticalHeader(PairHeader(self))
        self.setItemDelegate(_CellDelegate(self))
        self.setShowGrid(False)
        self.setCornerButtonEnabled(False)
        self.setTabKeyNavigation(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.horizontalHeader().sectionClicked.connect(lambda at: self.step_opened.emit(self._plan.steps[at].key))
        self.verticalHeader().sectionClicked.connect(lambda at: self.pair_opened.emit(self._plan.pairs[at].id))
        theme.look.changed.connect(self._fit)
        self._fit()

    def set_plan(self, columns: Sequence[HeatColumn], rows: Sequence[HeatRow]) -> None:
        """Shows pairs by steps; the cell with the focus stays if pair and step are still there."""
        before = self.current()
        self._plan.show_plan(columns, rows)
        self._fit()
        if before is not None:
            self.go_to(*before)

    def current(self) -> tuple[Any, Any] | None:
        """Pair and step of the cell with the focus."""
        index = self.currentIndex()
        return self._names(index) if index.isValid() else None

    def go_to(self, pair_id: Any, key: Any) -> None:
        """Moves the focus to a cell, as far as it is there."""
        rows = [at for at, pair in enumerate(self._plan.pairs) if pair.id == pair_id]
        columns = [at for at, step in enumerate(self._plan.steps) if step.key == key]
        if rows and columns:
            self.setCurrentIndex(self._plan.index(rows[0], columns[0]))

    def _names(self, index: _Index) -> tuple[Any, Any]:
        return self._plan.pairs[index.row()].id, self._plan.steps[index.column()].key

    def _fit(self) -> None:
        """Columns share the width, but none is narrower than its words; the rest scrolls sideways."""
        height = theme.current().row("heat")
        self.verticalHeader().setMinimumSectionSize(height)
        self.verticalHeader().setDefaultSectionSize(height)
        count = max(self._plan.columnCount(), 1)
        header = self.horizontalHeader()
        least = header.widest() if isinstance(header, StepHeader) else 44
        header.setDefaultSectionSize(max(least, min(self.viewport().width() // count, 120)))
        self.updateGeometries()
        self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def sizeHint(self) -> QSize:
        rows = self._plan.rowCount() * theme.current().row("heat")
        return QSize(600, self.horizontalHeader().sizeHint().height() + rows + 4)

    def minimumSizeHint(self) -> QSize:
        """Three pairs and the scroll bar below them."""
        rows = min(self._plan.rowCount(), 3) * theme.current().row("heat")
        bar = self.horizontalScrollBar().sizeHint().height()
        return QSize(300, self.horizontalHeader().sizeHint().height() + rows + bar + 4)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if held(event):
            return
        index = self.currentIndex()
        keys = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space, Qt.Key.Key_F2)
        if event.key() in keys and index.isValid() and self._plan.cell(index) is not None:
            self.cell_activated.emit(*self._names(index))
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        if event.button() == Qt.MouseButton.LeftButton and index.isValid() and self._plan.cell(index) is not None:
            self.cell_activated.emit(*self._names(index))

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        by_key = event.reason() == QContextMenuEvent.Reason.Keyboard
        index = self.currentIndex() if by_key else self.indexAt(event.pos())
        if index.isValid() and self._plan.cell(index) is not None:
            place = self.viewport().mapToGlobal(self.visualRect(index).center()) if by_key else event.globalPos()
            self.menu_requested.emit(*self._names(index), place)


class HeatLegend(QWidget):
    """What the cells mean, in one line that wraps with the window."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        words = ", ".join(name for _, _, name in _LEGEND)
        self.setAccessibleName(f"Cells are: {words}")

    def sizeHint(self) -> QSize:
        return QSize(420, self._lines(self.width() or 600) * self._line())

    def minimumSizeHint(self) -> QSize:
        return QSize(160, self._lines(max(self.width(), 160)) * self._line())

    def _line(self) -> int:
        return max(26, theme.current().line("caption") + 10)

    def _sample(self) -> float:
        return max(34.0, painting.text_width("+5", "strong_caption") + 20)

    def _lines(self, width: int) -> int:
        return 1 + max(line for _, _, line in self._places(width))

    def _places(self, width: int) -> list[tuple[int, float, int]]:
        """Number, left edge and line of each sample."""
        places, x, line = [], 0.0, 0
        for number, (_, _, name) in enumerate(_LEGEND):
            needed = self._sample() + 6 + painting.text_width(name, "caption")
            if x and x + needed > width:
                x, line = 0.0, line + 1
            places.append((number, x, line))
            x += needed + 12
        return places

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.updateGeometry()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        try:
            for number, x, line in self._places(self.width()):
                state, text, name = _LEGEND[number]
                top, height, sample = line * self._line(), self._line(), self._sample()
                paint_cell(painter, QRectF(x, top + 3, sample, height - 6), HeatCell(state, text))
                room = QRectF(x + sample + 6, top, self.width() - x - sample - 6, height)
                painting.text(painter, room, name, "caption", "text2")
        finally:
            painter.end()
