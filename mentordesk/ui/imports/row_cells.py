"""How cells and problem lines of the rows are drawn, and how a cell is edited in place. Knows no import."""

from typing import Any

from PySide6.QtCore import QAbstractItemModel, QEvent, QModelIndex, QPersistentModelIndex, QRect, QRectF, Qt
from PySide6.QtGui import QHelpEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QLineEdit,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QToolTip,
    QWidget,
)

from mentordesk.ui import theme
from mentordesk.ui.imports.count_tile import MARKS
from mentordesk.ui.imports.row_lines import LINE, MARK, NUMBER, RESULT, RowLine
from mentordesk.ui.widgets import painting

_Index = QModelIndex | QPersistentModelIndex
_PADDING = 8


def button_rect(view: QTableView, line_rect: QRect, line: RowLine) -> QRectF:
    """Where the button of a problem is: at the right end of what is seen of its line."""
    return _button(line_rect, line.action, min(line_rect.right(), view.viewport().width()) - 8)


def other_button_rect(view: QTableView, line_rect: QRect, line: RowLine) -> QRectF:
    """Where the second button is, left of the first; nowhere if there is none."""
    if not line.other_action:
        return QRectF()
    return _button(line_rect, line.other_action, button_rect(view, line_rect, line).left() - 6)


def _button(line_rect: QRect, words: str, right: float) -> QRectF:
    width = painting.text_width(words, "strong") + 24
    height = min(max(26.0, theme.current().line() + 8.0), line_rect.height() - 4)
    return QRectF(right - width, line_rect.center().y() - height / 2, width, height)


class RowCell(QStyledItemDelegate):
    """Paints from the theme; a wrong cell is framed, a cell that will change is tinted."""

    def __init__(self, view: QTableView) -> None:
        super().__init__(view)
        self._view = view

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        line: RowLine | None = index.data(LINE)
        if line is None:
            return
        painter.save()
        try:
            look = theme.current()
            rect = QRectF(option.rect)
            painter.fillRect(rect, look.color("surface"))
            painter.fillRect(QRectF(rect.left(), rect.bottom() - 1, rect.width(), 1), look.color("grid"))
            if line.problem is not None:
                self._paint_problem(painter, option.rect, index, line)
            else:
                self._paint_cell(painter, rect, index, line)
            if option.state & QStyle.StateFlag.State_HasFocus or self._is_current(index):
                self._paint_ring(painter, rect)
        finally:
            painter.restore()

    def _is_current(self, index: _Index) -> bool:
        return bool(self._view.hasFocus() and self._view.currentIndex() == index)

    def _paint_ring(self, painter: QPainter, rect: QRectF) -> None:
        painter.setPen(QPen(theme.current().color("accent"), 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(rect.adjusted(1, 1, -1, -2))

    def _paint_cell(self, painter: QPainter, rect: QRectF, index: _Index, line: RowLine) -> None:
        look = theme.current()
        key, mark = index.model().keys[index.column()], index.data(MARK)  # type: ignore[attr-defined]
        inner = rect.adjusted(_PADDING, 0, -_PADDING, -1)
        if key == RESULT:
            self._paint_result(painter, inner, line)
            return
        style, token = "body", "text2" if key == NUMBER else "text"
        if mark == "wrong":
            painter.setPen(QPen(look.color("risk"), 1))
            painter.setBrush(look.color("risk_tint"))
            painter.drawRect(rect.adjusted(0.5, 0.5, -0.5, -1.5))
            style, token = "strong", "risk_text"
        elif mark == "changed":
            painter.fillRect(rect.adjusted(0, 0, 0, -1), look.color("watch_tint"))
            token = "watch_text"
        painting.text(painter, inner, index.data() or "", style, token, "right" if key == NUMBER else "left")

    def _paint_result(self, painter: QPainter, inner: QRectF, line: RowLine) -> None:
        shape, token = MARKS[line.row.state]
        mark = QRectF(inner.left(), inner.center().y() - 5, 10, 10)
        painting.shape(painter, mark, shape, theme.current().color(token))
        strong = "strong" if token in ("risk", "watch") else "body"
        ink = token if token == "text3" else f"{token}_text"
        painting.text(painter, inner.adjusted(16, 0, 0, 0), line.row.state.word, strong, ink)

    def _paint_problem(self, painter: QPainter, rect: QRect, index: _Index, line: RowLine) -> None:
        if index.column() == 0:
            return
        look = theme.current()
        left = max(rect.left(), 0) + _PADDING
        painting.shape(painter, QRectF(left, rect.center().y() - 5, 10, 10), "diamond", look.color("risk"))
        box, other = button_rect(self._view, rect, line), other_button_rect(self._view, rect, line)
        last = other.left() if line.other_action else box.left()
        room = QRectF(left + 18, rect.top(), max(last - left - 26, 20), rect.height() - 1)
        painting.text(painter, room, line.said, "strong", "risk_text")
        problem = line.problem
        proposed = problem is not None and bool(problem.proposal or problem.person_id is not None)
        self._paint_button(painter, box, line.action, proposed)
        if line.other_action:
            self._paint_button(painter, other, line.other_action, proposed=False)

    def _paint_button(self, painter: QPainter, box: QRectF, words: str, proposed: bool) -> None:
        look = theme.current()
        painter.setPen(Qt.PenStyle.NoPen if proposed else QPen(look.color("border_mid"), 1))
        painter.setBrush(look.color("accent_tint" if proposed else "surface"))
        radius = look.radius("control")
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
        painting.text(painter, box, words, "strong", "accent" if proposed else "text", "center")

    def helpEvent(
        self, event: QHelpEvent, view: QAbstractItemView, option: QStyleOptionViewItem, index: _Index
    ) -> bool:
        """What the model tells; else the whole text where it is cut."""
        if event.type() != QEvent.Type.ToolTip or not index.isValid():
            return super().helpEvent(event, view, option, index)
        text = str(index.data() or "")
        cut = painting.text_width(text) + 2 * _PADDING > option.rect.width()
        QToolTip.showText(event.globalPos(), index.data(Qt.ItemDataRole.ToolTipRole) or (text if cut else ""), view)
        return True

    def createEditor(self, parent: QWidget, _option: QStyleOptionViewItem, index: _Index) -> QWidget:
        field = QLineEdit(parent)
        field.setProperty("small", True)
        field.setAccessibleName(str(index.model().headerData(index.column(), Qt.Orientation.Horizontal)))
        return field

    def setEditorData(self, editor: QWidget, index: _Index) -> None:
        assert isinstance(editor, QLineEdit)
        editor.setText(str(index.data(Qt.ItemDataRole.EditRole) or ""))
        editor.selectAll()

    def setModelData(
        self, editor: QWidget, model: QAbstractItemModel, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        assert isinstance(editor, QLineEdit)
        model.setData(index, editor.text())

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, _index: _Index) -> None:
        rect: Any = QRect(option.rect)
        least = min(theme.current().wide(150), self._view.viewport().width())
        rect.setWidth(max(rect.width(), least))
        rect.moveRight(min(rect.right(), self._view.viewport().width() - 1))
        editor.setGeometry(rect)
