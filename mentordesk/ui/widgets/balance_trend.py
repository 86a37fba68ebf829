"""The balance of a pair over months or years: a line over even, below it the points each side gave in each."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPainterPath, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from mentordesk.ui import theme
from mentordesk.ui.widgets import painting
from mentordesk.ui.widgets.chart import Chart, thin_out
from mentordesk.ui.widgets.chart_table import ChartTable
from mentordesk.ui.widgets.open_button import held


@dataclass(frozen=True)
class Trend:
    """By month, or what `span` names: the balance at its end (left minus right), and what each side gave in it. First
    names."""

    months: Sequence[str]
    balances: Sequence[int]
    left: Sequence[int]
    right: Sequence[int]
    left_name: str
    right_name: str
    span: str = "Month"

    def words(self, balance: int) -> str:
        """ "Amara +4", "Even", "Jonas +2"."""
        if balance == 0:
            return "Even"
        return f"{self.left_name if balance > 0 else self.right_name} +{abs(balance)}"


class BalanceTrend(Chart):
    """The area between line and even has the tint of the side that has given more. A click on a month emits its place
    in the row; the arrows go along the months, Enter opens the one with the mark."""

    opened = Signal(int)

    def __init__(self, title: str = "Trend", parent: QWidget | None = None) -> None:
        super().__init__(title, parent)
        self._trend = Trend((), (), (), (), "", "")
        self._at: int | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def set_trend(self, trend: Trend) -> None:
        """Shows another pair's trend."""
        self._trend, self._at = trend, None
        self.say(f"Balance now: {trend.words(trend.balances[-1])}" if trend.months else "No entries yet")
        self.update()

    def table(self) -> ChartTable:
        """Months, or years, with the balance and the points of both sides."""
        it = self._trend
        rows = [
            (month, it.words(it.balances[at]), str(it.left[at]), str(it.right[at]))
            for at, month in enumerate(it.months)
        ]
        return ChartTable((it.span, "Balance", f"{it.left_name} gave", f"{it.right_name} gave"), tuple(rows))

    def sizeHint(self) -> QSize:
        return QSize(300, 170)

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

    # Pointing

    def place_of(self, month: int) -> QPointF:
        """The middle of a month, in the widget."""
        return QPointF(self._x(month), self.height() / 2)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        room, count = self._line_room(), len(self._trend.months)
        at = int((event.position().x() - room.left()) / max(room.width(), 1) * count)
        if event.button() == Qt.MouseButton.LeftButton and 0 <= at < count:
            self.opened.emit(at)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if held(event):
            return
        steps, last = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}, len(self._trend.months) - 1
        if event.key() in steps and last >= 0:
            self._at = last if self._at is None else min(max(self._at + steps[Qt.Key(event.key())], 0), last)
            it = self._trend
            points = f"{it.left_name} gave {it.left[self._at]}, {it.right_name} gave {it.right[self._at]}"
            self.say(f"{it.months[self._at]}: {points}, balance {it.words(it.balances[self._at])}")
            self.update()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._at is not None:
            self.opened.emit(self._at)
        else:
            super().keyPressEvent(event)

    # Drawing

    def paint_chart(self, painter: QPainter) -> None:
        if not self._trend.months:
            painting.text(painter, QRectF(self.rect()), "No entries yet", "body", "text3", "center")
            return
        if self.hasFocus() and self._at is not None:
            share = self._line_room().width() / len(self._trend.months)
            painter.fillRect(
                QRectF(self._x(self._at) - share / 2, 0, share, self.height()), theme.current().color("hover")
            )
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
        last = len(points) - 1
        for at in (0, last) if last and self._trend.balances[0] else (last,):  # the axis beside it says even
            words = f"+{abs(self._trend.balances[at])}" if self._trend.balances[at] else "even"
            painting.text(painter, self._place_of_end(at, points[at], words), words, "strong_caption", "text", "center")

    def _place_of_end(self, at: int, point: QPointF, words: str) -> QRectF:
        """Above the line where the left side leads, else below it; never over the numbers of the axis."""
        room, line = self._line_room(), theme.current().line("strong_caption")
        wide = painting.text_width(words, "strong_caption") + 4
        x = min(max(point.x() - wide / 2, room.left() + 2), self.width() - wide)
        above = point.y() - line - 4 if self._trend.balances[at] >= 0 else point.y() + 4
        return QRectF(x, max(above, 0), wide, line)

    def _paint_bars(self, painter: QPainter) -> None:
        look, it, room = theme.current(), self._trend, self._bars_room()
        line = look.line("caption")
        most_up, most_down = max([*it.left, 1]), max([*it.right, 1])
        unit = max((room.height() - 2 * line) / (most_up + most_down), 0.5)
        middle = room.top() + line + unit * most_up
        share = room.width() / len(it.months)
        width = min(share * 0.5, 16.0)
        numbers = share >= painting.text_width(str(max(most_up, most_down)), "caption")  # else the table has them
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
                words = str(points or "") if numbers else ""
                painting.text(painter, place, words, "caption", f"{token}_text", "center")
            if (len(it.months) - 1 - at) % every == 0:
                left = min(self._x(at) - 30, self.width() - 30 - painting.text_width(name, "caption") / 2)
                below = QRectF(left, self.height() - line - 1, 60, line)
                painting.text(painter, below, name, "caption", "text2", "center")
        painter.fillRect(QRectF(room.left(), middle - 0.5, room.width(), 1), look.color("border_strong"))
