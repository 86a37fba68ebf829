"""How a pair over the years is drawn: who, a solid bar in the program, a dashed one after it. Knows no model."""

from dataclasses import dataclass
from typing import Protocol

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from mentordesk.domain.cohorts import Role
from mentordesk.domain.person_card import PersonPairRow
from mentordesk.ui import theme
from mentordesk.ui.people.years import Years
from mentordesk.ui.widgets import painting

_Index = QModelIndex | QPersistentModelIndex
LINE = Qt.ItemDataRole.UserRole + 1
TODAY_ROOM = 22.0
"""Pixels right of today, so that the line and its year are whole."""
_BAR = 14.0
# Bar and tint of what the person is in the pair.
_COLORS = {
    Role.MENTOR: ("left", "left_tint", "left_line"),
    Role.MENTEE: ("right", "right_tint", "right_line"),
    Role.PEER: ("border_strong", "hover", "border_mid"),
}


@dataclass(frozen=True, slots=True)
class PairLine:
    """A pair with its words: what the other one is, how long, and everything in one sentence."""

    pair: PersonPairRow
    relation: str
    length: str
    sentence: str


def lane(rect: QRectF, names: float) -> QRectF:
    """The part of a row that the years take."""
    return QRectF(rect.left() + names, rect.top(), max(rect.width() - names - TODAY_ROOM, 40.0), rect.height())


class Drawn(Protocol):
    """What the list tells about itself: the years, how wide the names are, and what the pointer and the keys are at."""

    hovered_row: int
    years: Years

    def names_width(self) -> float: ...

    def shows_ring(self, index: _Index) -> bool: ...


class PairsDelegate(QStyledItemDelegate):
    """Draws a row of the list."""

    def __init__(self, view: Drawn, parent: QObject) -> None:
        super().__init__(parent)
        self._view = view

    def sizeHint(self, _option: QStyleOptionViewItem, _index: _Index) -> QSize:
        return QSize(200, self.height())

    def height(self) -> int:
        """A row in pixels."""
        return max(26, theme.current().line() + 8)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        line: PairLine = index.data(LINE)
        rect = QRectF(option.rect)
        painter.save()
        try:
            if index.row() == self._view.hovered_row:
                painter.fillRect(rect, theme.current().color("hover"))
            years = lane(rect, self._view.names_width())
            self._paint_names(painter, rect.adjusted(0, 0, years.left() - rect.right() - 12, 0), line)
            self._paint_grid(painter, years)
            self._paint_bar(painter, years, line)
            if self._view.shows_ring(index):
                painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
                painter.setPen(QPen(theme.current().color("accent"), 2))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawRect(rect.adjusted(1, 1, -1, -1))
        finally:
            painter.restore()

    def _paint_names(self, painter: QPainter, room: QRectF, line: PairLine) -> None:
        relation = painting.text_width(line.relation) + 6
        took = painting.text(painter, room.adjusted(0, 0, -relation, 0), line.pair.other, "strong")
        painting.text(painter, room.adjusted(took + 6, 0, 4, 0), line.relation, "body", "text2")

    def _paint_grid(self, painter: QPainter, years: QRectF) -> None:
        look, scale = theme.current(), self._view.years
        for mark in scale.marks():
            at = round(years.left() + scale.share(mark) * years.width())
            painter.fillRect(QRectF(at, years.top(), 1, years.height()), look.color("grid"))
        painter.fillRect(QRectF(round(years.right()), years.top(), 2, years.height()), look.color("text"))

    def _paint_bar(self, painter: QPainter, years: QRectF, line: PairLine) -> None:
        pair, scale = line.pair, self._view.years
        if pair.started_on is None or pair.started_on > scale.last:
            painting.text(painter, years.adjusted(0, 0, -8, 0), line.length, "caption", "text2", "right")
            return
        start = years.left() + scale.share(pair.started_on) * years.width()
        end = years.left() + scale.share(pair.until or scale.last) * years.width()
        turn = years.left() + scale.share(pair.program_until) * years.width() if pair.program_until else end
        box = QRectF(start, years.center().y() - _BAR / 2, 0, _BAR)
        if end - turn > 1:
            self._paint_after(painter, QRectF(turn, box.top(), end - turn, _BAR), pair.role)
        if turn - start > 1 or turn >= end:
            self._paint_solid(painter, QRectF(start, box.top(), max(turn - start, 3), _BAR), pair.role)
        self._paint_length(painter, years, (start, turn, end), line.length)

    def _paint_solid(self, painter: QPainter, bar: QRectF, role: Role) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.current().color(_COLORS[role][0]))
        painter.drawRoundedRect(bar, 3, 3)

    def _paint_after(self, painter: QPainter, bar: QRectF, role: Role) -> None:
        look = theme.current()
        painter.fillRect(bar.adjusted(0, 3, 0, -3), look.color(_COLORS[role][1]))
        painter.setPen(QPen(look.color(_COLORS[role][0]), 1, Qt.PenStyle.DashLine))
        for y in (round(bar.top() + 3) + 0.5, round(bar.bottom() - 3) - 0.5):
            painter.drawLine(QPointF(bar.left(), y), QPointF(bar.right(), y))

    def _paint_length(self, painter: QPainter, years: QRectF, bar: tuple[float, float, float], words: str) -> None:
        """In the dashed part if that has room, else before the bar, else after it, else on it."""
        start, turn, end = bar
        width = painting.text_width(words, "strong_caption") + 10
        if end - turn >= width + 30:
            at = (turn + end - width) / 2
        elif start - years.left() >= width:
            at = start - width
        elif years.right() - end >= width:
            at = end
        else:
            at = max(years.left(), (start + end - width) / 2)
        room = QRectF(at, years.center().y() - _BAR / 2, width, _BAR)
        if at < end and at + width > start:
            painter.fillRect(room, theme.current().color("surface"))
        painting.text(painter, room, words, "strong_caption", "text", "center")


def names_width(lines: list[PairLine], room: float) -> float:
    """The pixels that names and relations need, at most 45 % of the room."""
    needed = [painting.text_width(it.pair.other, "strong") + painting.text_width(it.relation) + 30 for it in lines]
    return min(max(needed, default=0.0), room * 0.45)


def scale_words(scale: Years) -> list[tuple[float, str]]:
    """Share and word of the years to name."""
    return [(scale.share(mark), str(mark.year)) for mark in scale.marks()]
