"""The balance of a pair over the months: a line over even, below it the points each side gave a month."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QPainter, QPainterPath, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from mentordesk.ui import theme
from mentordesk.ui.widgets import painting
from mentordesk.ui.widgets.chart import Chart, thin_out
from mentordesk.ui.widgets.chart_table import ChartTable


@dataclass(frozen=True)
class Trend:
    """By month: the balance at its end (left minus right), and what each side gave in it. First names."""

    months: Sequence[str]
    balances: Sequence[int]
    left: Sequence[int]
    right: Sequence[int]
    left_name: str
    right_name: str

    def words(self, balance: int) -> str:
        """ "Amara +4", "Even", "Jonas +2"."""
        if balance == 0:
            return "Even"
        return f"{self.left_name if balance > 0 else self.right_name} +{abs(balance)}"


class BalanceTrend(Chart):
    """The area between line and even has the tint of the side that has given more."""

    def __init__(self, title: str = "Trend", parent: QWidget | None = None) -> None:
        super().__init__(title, parent)
        self._trend = Trend((), (), (), (), "", "")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def set_trend(self, trend: Trend) -> None:
        """Shows another pair's trend."""
        self._trend = trend
        self.say(f"Balance now: {trend.words(trend.balances[-1])}" if trend.months else "No entries yet")
        self.update()

    def table(self) -> ChartTable:
        """Months with the balance and the points of both sides."""
        it = self._trend
        rows = [
            (month, it.words(it.balances[at]), str(it.left[at]), str(it.right[at]))
            for at, month in enumerate(it.months)
        ]
        return ChartTable(("Month", "Balance", f"{it.left_name} gave", f"{it.right_name} gave"), tuple(rows))

    def sizeHint(self) -> QSize:
        return QSize(300, 200)

    def minimumSizeHint(self) -> QSize:
        return QSize(200, 160)

    # Places

    def _label_width(self) -> float:
        return max(painting.text_width(word, "caption") for word in ("even", f"+{self._reach()}")) + 8

    def _reach(self) -> int:
        """The largest distance from even, at least 2 and even-numbered."""
        largest = max((abs(balance) for balance in self._trend.balances), default=0)
        return max(2, largest + largest % 2)

    def _sides(self) -> tuple[bool, bool]:
        """Whether the line goes above even, and below."""
        above = any(balance > 0 for balance in self._trend.balances)
        below = any(balance < 0 for balance in self._trend.balances)
        return above or not below, below

    def _line_room(self) -> QRectF:
        look = theme.current()
        left, top = self._label_width(), look.line("caption") + 2.0
        return QRectF(left, top, self.width() - left - 6, (self.height() - top) * 0.46)

    def _bars_room(self) -> QRectF:
        look, line = theme.current(), self._line_room()
        top = line.bottom() + look.line("caption") + 4
        return QRectF(line.left(), top, line.width(), self.height() - top - look.line("caption") - 4)

    def _x(self, month: int) -> float:
        room = self._line_room()
        return room.left() + room.width() * (month + 0.5) / len(self._trend.months)

    def _y(self, balance: float) -> float:
        room, reach = self._line_room(), self._reach()
        above, below = self._sides()
        top, span = (reach if above else 0), reach * (above + below)
        return room.top() + room.height() * (top - balance) / span

    # Drawing

    def paint_chart(self, painter: QPainter) -> None:
        if not self._trend.months:
            painting.text(painter, QRectF(self.rect()), "No entries yet", "body", "text3", "center")
            return
        self._paint_axis(painter)
        self._paint_line(painter)
        self._paint_bars(painter)

    def _paint_axis(self, painter: QPainter) -> None:
        look, room, reach = theme.current(), self._line_room(), self._reach()
        above, below = self._sides()
        for balance in ([reach, reach / 2] if above else []) + [0.0] + ([-reach / 2, -reach] if below else []):
            y = self._y(balance)
            painter.fillRect(
                QRectF(room.left(), y, room.width(), 1), look.color("grid" if balance else "border_strong")
            )
            if balance == int(balance):
                words = f"+{abs(int(balance))}" if balance else "even"
                place = QRectF(0, y - look.line("caption") / 2, room.left() - 6, look.line("caption"))
                painting.text(painter, place, words, "caption", "text2", "right")

    def _paint_line(self, painter: QPainter) -> None:
        look, it = theme.current(), self._trend
        points = [QPointF(self._x(at), self._y(balance)) for at, balance in enumerate(it.balances)]
        even = self._y(0)
        outline = [QPointF(points[0].x(), even), *points, QPointF(points[-1].x(), even)]
        area = QPainterPath()
        area.addPolygon(QPolygonF(outline))
        for token, box in (
            ("left_tint", QRectF(0, 0, self.width(), even)),
            ("right_tint", QRectF(0, even, self.width(), self.height())),
        ):
            half = QPainterPath()
            half.addRect(box)
            painter.fillPath(area.intersected(half), look.color(token))
        painter.setPen(QPen(look.color("text"), 1.8))
        painter.drawPolyline(QPolygonF(points))
        painter.setBrush(look.color("text"))
        painter.setPen(QPen(look.color("surface"), 1))
        for point in points:
            painter.drawEllipse(point, 3.2, 3.2)
        self._paint_ends(painter, points)

    def _paint_ends(self, painter: QPainter, points: list[QPointF]) -> None:
        line = theme.current().line("strong_caption")
        for at in {0, len(points) - 1}:
            balance = self._trend.balances[at]
            words = f"+{abs(balance)}" if balance else "even"
            above = points[at].y() - line - 4 if balance >= 0 else points[at].y() + 4
            painting.text(
                painter, QRectF(points[at].x() - 22, max(above, 0), 44, line), words, "strong_caption", "text", "center"
            )

    def _paint_bars(self, painter: QPainter) -> None:
        look, it, room = theme.current(), self._trend, self._bars_room()
        line = look.line("caption")
        most_up, most_down = max([*it.left, 1]), max([*it.right, 1])
        unit = max((room.height() - 2 * line) / (most_up + most_down), 0.5)
        middle = room.top() + line + unit * most_up
        width = min(room.width() / len(it.months) * 0.5, 16.0)
        every = thin_out(len(it.months), room.width(), max(painting.text_width(name, "caption") for name in it.months))
        for at, name in enumerate(it.months):
            up = QRectF(self._x(at) - width / 2, middle - it.left[at] * unit, width, it.left[at] * unit)
            down = QRectF(up.left(), middle, width, it.right[at] * unit)
            for bar, points, token, top in (
                (up, it.left[at], "left", up.top() - line),
                (down, it.right[at], "right", down.bottom()),
            ):
                painter.fillRect(bar, look.color(token))
                place = QRectF(self._x(at) - 16, top, 32, line)
                painting.text(painter, place, str(points or ""), "caption", f"{token}_text", "center")
            if (len(it.months) - 1 - at) % every == 0:
                below = QRectF(self._x(at) - 30, self.height() - line - 1, 60, line)
                painting.text(painter, below, name, "caption", "text2", "center")
        painter.fillRect(QRectF(room.left(), middle - 0.5, room.width(), 1), look.color("border_strong"))
