"""How an event of the timeline is drawn: a node on a line, a bold fact with its date, a note. Computes nothing."""

from typing import Protocol, cast

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from mentordesk.ui import icons, theme
from mentordesk.ui.widgets import painting
from mentordesk.ui.widgets.timeline_items import Month, TimelineItem, Year

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
    "career": ("good", "good", "surface"),
    "together": ("accent", "accent", "on_accent"),
}
_BANDS = {"career": "good_tint", "together": "accent_tint"}
"""What stands out lies on a tint."""
_CHEVRON = 20


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
        if isinstance(thing, Year):
            return QSize(100, look.line("strong") + 12 + (_turns_height(thing) if not thing.unfolded else 0))
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
            elif isinstance(thing, Year):
                self._paint_year(painter, option, rect, thing, index)
            else:
                self._paint_item(painter, option, rect, thing, index)
        finally:
            painter.restore()

    def _paint_year(
        self, painter: QPainter, option: QStyleOptionViewItem, rect: QRectF, year: Year, index: _Index
    ) -> None:
        """A chevron, the year, what happened in it, and while it is folded what stands out on a line of its own."""
        look, view = theme.current(), cast("HoverView", option.widget)
        if view.hovered_row == index.row():
            painter.fillRect(rect, look.color("hover"))
        if view.currentIndex() == index and view.hasFocus():
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(look.color("accent"), 2))
            painter.drawRoundedRect(rect.adjusted(1, 1, -1, -1), 4, 4)
        line = QRectF(rect.left() + _LEFT, rect.top() + 6, rect.width() - _LEFT - 4, look.line("strong"))
        chevron = QRectF(line.left(), line.center().y() - 7, 14, 14)
        icons.draw(painter, "chevron-down" if year.unfolded else "chevron-right", chevron, "text2")
        took = painting.text(painter, line.adjusted(_CHEVRON, 0, 0, 0), year.title, "strong")
        painting.text(painter, line.adjusted(_CHEVRON + took + 8, 0, 0, 0), year.words, "caption", "text2")
        if year.turns and not year.unfolded:
            below = line.translated(0, line.height() + 1)
            star = QRectF(below.left() + _CHEVRON, below.center().y() - 7, 13, 13)
            icons.draw(painter, "career", star, "good_text")
            words = year.turns[:1].upper() + year.turns[1:]
            painting.text(painter, below.adjusted(_CHEVRON + 18, 0, 0, 0), words, "strong_caption", "good_text")

    def _paint_item(
        self, painter: QPainter, option: QStyleOptionViewItem, rect: QRectF, item: TimelineItem, index: _Index
    ) -> None:
        view = cast("HoverView", option.widget)
        if view.currentIndex() == index and view.hasFocus():
            self._paint_ring(painter, rect)
        elif option.state & QStyle.StateFlag.State_Selected or view.hovered_row == index.row():
            painter.fillRect(rect.adjusted(_TEXT - 6, 0, 0, 0), theme.current().color("hover"))
        elif band := _BANDS.get(item.tone):
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.current().color(band))
            painter.drawRoundedRect(rect.adjusted(_TEXT - 6, 1, 0, -1), 6, 6)
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


def _turns_height(year: Year) -> int:
    return theme.current().line("caption") + 3 if year.turns else 0
