"""How an event of the timeline is drawn: a node on a line, a bold fact with its date, a note. Computes nothing."""

from typing import Protocol, cast

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from mentordesk.ui import icons, theme
from mentordesk.ui.widgets import painting
from mentordesk.ui.widgets.timeline_items import Month, TimelineItem

_Index = QModelIndex | QPersistentModelIndex
ITEM = Qt.ItemDataRole.UserRole + 1
_NODE = 28
_LEFT = 2
_TEXT = 36
_BUTTON = 26
# Tone of a node: ground, frame, icon.
_NODES = {
    "neutral": ("surface", "border_mid", "text2"),
    "left": ("left_tint", "left_line", "left_text"),
    "right": ("right_tint", "right_line", "right_text"),
    "good": ("good_tint", "good", "good_text"),
}


class HoverView(Protocol):
    """What is drawn depends on the view: the row under the pointer, and whether an item shows its buttons."""

    hovered_row: int

    def shows_buttons(self, index: _Index) -> bool: ...
    def hasFocus(self) -> bool: ...
    def currentIndex(self) -> QModelIndex: ...


class TimelineDelegate(QStyledItemDelegate):
    """Knows where it draws the two buttons of an item."""

    def sizeHint(self, _option: QStyleOptionViewItem, index: _Index) -> QSize:
        look = theme.current()
        thing = index.data(ITEM)
        if isinstance(thing, Month):
            return QSize(100, look.line("strong") + 12)
        lines = look.line("strong") + (look.line("caption") + 2 if thing.note else 0)
        return QSize(100, max(lines + 10, _NODE + 4))

    def button_at(self, rect: QRect, place: QPoint) -> str:
        """Which button of an item lies at a place: edit, remove or none."""
        for number, name in enumerate(("remove", "edit"), 1):
            if QRect(rect.right() - number * _BUTTON, rect.top(), _BUTTON, _BUTTON + 4).contains(place):
                return name
        return ""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        thing = index.data(ITEM)
        painter.save()
        try:
            rect = QRectF(option.rect)
            if isinstance(thing, Month):
                room = rect.adjusted(_LEFT, 4, 0, 0)
                painting.text(painter, room, thing.title, "strong_caption", "text2")
            else:
                self._paint_item(painter, option, rect, thing, index)
        finally:
            painter.restore()

    def _paint_item(
        self, painter: QPainter, option: QStyleOptionViewItem, rect: QRectF, item: TimelineItem, index: _Index
    ) -> None:
        view = cast("HoverView", option.widget)
        if view.currentIndex() == index and view.hasFocus():
            self._paint_ring(painter, rect)
        elif option.state & QStyle.StateFlag.State_Selected or view.hovered_row == index.row():
            painter.fillRect(rect.adjusted(_TEXT - 6, 0, 0, 0), theme.current().color("hover"))
        self._paint_node(painter, rect, item, index)
        buttons = view.shows_buttons(index)
        self._paint_words(painter, rect.adjusted(_TEXT, 3, -4, -2), item, buttons)
        if buttons:
            for number, name in enumerate(("remove", "edit"), 1):
                place = QRectF(rect.right() - number * _BUTTON + 5, rect.top() + 6, 16, 16)
                icons.draw(painter, name, place, "text2")

    def _paint_ring(self, painter: QPainter, rect: QRectF) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.current().color("accent"), 2))
        painter.drawRoundedRect(rect.adjusted(_TEXT - 5, 1, -1, -1), 4, 4)

    def _paint_node(self, painter: QPainter, rect: QRectF, item: TimelineItem, index: _Index) -> None:
        look = theme.current()
        middle = rect.left() + _LEFT + _NODE / 2
        painter.fillRect(QRectF(middle - 1, rect.top(), 2, rect.height()), look.color("grid"))
        ground, frame, ink = _NODES[item.tone]
        node = QRectF(rect.left() + _LEFT, rect.top() + 2, _NODE, _NODE).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(look.color(frame), 1))
        painter.setBrush(look.color(ground))
        painter.drawEllipse(node)
        icons.draw(painter, item.icon, QRectF(node.center().x() - 7, node.center().y() - 7, 14, 14), ink)

    def _paint_words(self, painter: QPainter, room: QRectF, item: TimelineItem, buttons: bool) -> None:
        look = theme.current()
        first = QRectF(room.left(), room.top() + 1, room.width(), look.line("strong"))
        if not item.note:
            first.moveTop(room.top() + (_NODE - first.height()) / 2)
        date_room = 2 * _BUTTON if buttons else painting.text_width(item.on_text, "caption") + 4
        if not buttons:
            painting.text(painter, first, item.on_text, "caption", "text2", "right")
        line = first.adjusted(0, 0, -date_room - 8, 0)
        lead = f"{item.side}_text" if item.side else "text"
        took = painting.text(painter, line, item.lead, "strong", lead)
        painting.text(painter, line.adjusted(took, 0, 0, 0), item.rest)
        if item.note:
            below = QRectF(
                room.left(), first.bottom() + 1, room.width() - (date_room if buttons else 0), look.line("caption")
            )
            painting.text(painter, below, item.note, "caption", "text2")
