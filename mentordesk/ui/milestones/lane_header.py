"""The header of the list: captions of the columns, and over the time line its months, weeks and today."""

from datetime import date

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHeaderView, QWidget

from mentordesk.domain.dates import month_name
from mentordesk.ui import theme
from mentordesk.ui.milestones import lane as lanes
from mentordesk.ui.milestones.lane import Lane
from mentordesk.ui.milestones.list_model import COLUMNS
from mentordesk.ui.widgets import painting


class LaneHeader(QHeaderView):
    """Two lines high. The widths of the columns before the time line can be changed."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.lane = Lane(date(2026, 1, 1))
        self.setAccessibleName("Columns")
        self.setSectionsClickable(False)
        self.setHighlightSections(False)
        self.setMinimumSectionSize(36)
        self.setStretchLastSection(True)

    def sizeHint(self) -> QSize:
        look = theme.current()
        return QSize(super().sizeHint().width(), look.row("header") + look.line("caption") + 2)

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        look = theme.current()
        painter.save()
        try:
            painter.fillRect(rect, look.color("sunken"))
            painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, look.color("border"))
            if COLUMNS[section] == "lane":
                self._paint_lane(painter, QRectF(rect))
            else:
                title = "" if COLUMNS[section] == "check" else COLUMNS[section].capitalize()
                painting.text(painter, QRectF(rect).adjusted(8, 0, -4, 0), title, "strong_caption", "text2")
        finally:
            painter.restore()

    def _paint_lane(self, painter: QPainter, rect: QRectF) -> None:
        room, half = lanes.inside(rect), rect.height() / 2
        painter.setClipRect(rect)
        self._paint_months(painter, QRectF(room.left(), rect.top() + 1, room.width(), half))
        now = self._now(room, QRectF(0, rect.top() + half, 0, half - 2))
        for monday in self.lane.mondays():
            x = self.lane.x(monday, room)
            painter.fillRect(QRectF(round(x), rect.top() + half, 1, half), theme.current().color("border"))
            label = QRectF(x + 4, rect.top() + half, 30, half - 2)
            if now is None or not label.adjusted(0, 0, painting.text_width(str(monday.day)) - 30, 0).intersects(now):
                painting.text(painter, label, str(monday.day), "caption", "text2")
        if now is not None:
            self._paint_now(painter, now)

    def _paint_months(self, painter: QPainter, line: QRectF) -> None:
        starts = self.lane.months()
        for start, following in zip(starts, [*starts[1:], self.lane.after], strict=True):
            left, right = self.lane.x(start, line), self.lane.x(following, line)
            name = month_name(start.month)
            if painting.text_width(name, "strong_caption") + 6 <= right - left:
                painting.text(painter, QRectF(left, line.top(), right - left, line.height()), name, "strong_caption")

    def _now(self, room: QRectF, line: QRectF) -> QRectF | None:
        x = self.lane.x(self.lane.today, room)
        if not room.left() <= x <= room.right():
            return None
        width = painting.text_width("Today", "strong_caption") + 14
        left = min(max(x - width / 2, room.left()), room.right() - width)
        return QRectF(left, line.top() + 1, width, line.height() - 2)

    def _paint_now(self, painter: QPainter, place: QRectF) -> None:
        look = theme.current()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.color("text"))
        painter.drawRoundedRect(place, 4, 4)
        painting.text(painter, place, "Today", "strong_caption", "surface", "center")
