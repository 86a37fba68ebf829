"""How the lines of the list are drawn: headings across, milestones with check box, pair, words and time line."""

from collections.abc import Callable

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyleOptionViewItem

from mentordesk.domain.milestones import MilestoneRow
from mentordesk.domain.pairs import short_name
from mentordesk.ui import icons, theme
from mentordesk.ui.milestones import lane
from mentordesk.ui.milestones.grouping import Group, Heading
from mentordesk.ui.milestones.lane import Lane
from mentordesk.ui.milestones.list_model import COLUMNS, LINE, OTHERS, TICKED
from mentordesk.ui.widgets import painting
from mentordesk.ui.widgets.delegates import TextDelegate, paint_check

_Index = QModelIndex | QPersistentModelIndex
_PADDING = 8
SELECT_ALL, SELECT_NONE = "Select all", "Select none"


def select_all_room() -> float:
    """The width at the right of a heading that ticks all of its milestones."""
    return painting.text_width(SELECT_NONE, "strong_caption") + 24


class LineDelegate(TextDelegate):
    """For every column; `lane` is the span of days on screen."""

    def __init__(self, parent: QAbstractItemView, lane_shown: Lane, all_ticked: Callable[[Group], bool]) -> None:
        super().__init__(parent)
        self.lane = lane_shown
        self.all_ticked = all_ticked

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        line = index.data(LINE)
        painter.save()
        try:
            rect = QRectF(option.rect)
            ground = self._ground(option, index, line)
            painter.fillRect(rect, ground)
            painter.fillRect(QRectF(rect.left(), rect.bottom() - 1, rect.width(), 1), theme.current().color("grid"))
            if isinstance(line, Heading):
                self._paint_heading(painter, rect, line, option)
            elif line is not None:
                self._paint_milestone(painter, rect.adjusted(0, 0, 0, -1), line, index, ground)
        finally:
            painter.restore()

    def _ground(self, option: QStyleOptionViewItem, index: _Index, line: object) -> QColor:
        look = theme.current()
        pointed = getattr(option.widget, "hovered_row", -1) == index.row()
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        if index.data(TICKED):
            return look.color("accent_tint" if option.widget.isActiveWindow() else "hover")
        plain = "sunken" if isinstance(line, Heading) else "surface"
        return look.color("hover" if pointed or selected else plain)

    def _paint_heading(self, painter: QPainter, rect: QRectF, it: Heading, option: QStyleOptionViewItem) -> None:
        look = theme.current()
        middle = rect.center().y()
        icons.draw(painter, "chevron-down" if it.unfolded else "chevron-right", QRectF(11, middle - 7, 14, 14), "text2")
        painting.shape(painter, QRectF(34, middle - 5, 10, 10), it.shape, look.color(it.token))
        room = rect.adjusted(53, 0, -select_all_room() if it.count else -12, 0)
        took = painting.text(painter, room, it.group.words, "strong")
        painting.text(painter, room.adjusted(took + 10, 0, 0, 0), it.words, "caption", "text2")
        if it.count and it.unfolded:
            words = SELECT_NONE if self.all_ticked(it.group) else SELECT_ALL
            painting.text(painter, rect.adjusted(0, 0, -12, 0), words, "strong_caption", "accent", "right")

    def _paint_milestone(
        self, painter: QPainter, rect: QRectF, row: MilestoneRow, index: _Index, ground: QColor
    ) -> None:
        column = COLUMNS[index.column()]
        cell = rect.adjusted(_PADDING, 0, -_PADDING, 0)
        if column == "check":
            middle = QRectF(rect.left() + 11, rect.center().y() - 8, 16, 16)
            paint_check(painter, middle, bool(index.data(TICKED)))
        elif column == "pair":
            self._paint_pair(painter, cell, row, ground)
        elif column == "lane":
            lane.paint(painter, rect, self.lane, row, index.data(OTHERS))
        else:
            painting.text(painter, cell, index.data() or "", "body", "text2" if column == "owner" else "text")

    def _paint_pair(self, painter: QPainter, cell: QRectF, row: MilestoneRow, ground: QColor) -> None:
        size = 22.0
        top = cell.center().y() - size / 2
        left = cell.left() - 6
        painting.avatar(painter, QRectF(left, top, size, size), row.left, "left")
        painting.avatar(painter, QRectF(left + 19, top, size, size), row.right, "right", ground)
        painting.text(painter, cell.adjusted(44, 0, 0, 0), short_name(row.left, row.right), "strong")

    def natural_width(self, index: _Index) -> float:
        if isinstance(index.data(LINE), Heading) or COLUMNS[index.column()] in ("check", "lane"):
            return 0
        wide = 46 if COLUMNS[index.column()] == "pair" else 0
        return painting.text_width(index.data() or "", "strong" if wide else "body") + wide + 2 * _PADDING
