"""The answers of both sides to one question over the rounds: a small line chart, circles left and squares right."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from mentordesk.domain.standing import Side
from mentordesk.ui import theme
from mentordesk.ui.widgets import painting
from mentordesk.ui.widgets.chart import Chart
from mentordesk.ui.widgets.chart_table import ChartTable
from mentordesk.ui.widgets.open_button import held

LEAST, MOST = 1, 5
_MARK, _EDGE, _NUMBER = 7.0, 6.0, 22.0
_APART = 2.2
"""Lines of equal answers lie beside each other, not over each other."""


def draw_mark(painter: QPainter, middle: QPointF, side: Side, size: float = _MARK) -> None:
    """The circle of the left side or the square of the right one."""
    box = QRectF(middle.x() - size / 2, middle.y() - size / 2, size, size)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.current().color(side.value))
    if side is Side.LEFT:
        painter.drawEllipse(box)
    else:
        painter.drawRect(box)


class SideMark(QWidget):
    """A mark in the legend; the name stands beside it."""

    def __init__(self, side: Side) -> None:
        super().__init__()
        self._side = side
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.look.changed.connect(self.update)

    def sizeHint(self) -> QSize:
        return QSize(11, 12)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        try:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            draw_mark(painter, QRectF(self.rect()).center(), self._side, 9)
        finally:
            painter.end()


@dataclass(frozen=True)
class AnswerLines:
    """By round: its day in words, and the answer of each side, None where it left it open. First names."""

    days: Sequence[str]
    answers: Mapping[Side, Sequence[int | None]]
    names: Mapping[Side, str]

    def latest(self, side: Side) -> int | None:
        """The newest answer of a side."""
        return next((answer for answer in reversed(self.answers[side]) if answer is not None), None)


class AnswerTrend(Chart):
    """The newest answers stand at the right as numbers. A click or Enter shows all of them as a table."""

    def __init__(self, title: str) -> None:
        super().__init__(title)
        self.lines = AnswerLines((), {Side.LEFT: (), Side.RIGHT: ()}, {Side.LEFT: "", Side.RIGHT: ""})
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def set_lines(self, lines: AnswerLines) -> None:
        """Shows another pair's answers."""
        self.lines = lines
        said = [f"{lines.names[side]} {_in_words(lines.answers[side])}" for side in Side]
        self.say("; ".join(said))
        latest = (f"{lines.names[side]} {lines.latest(side) or 'no answer'}" for side in Side)
        self.setToolTip(f"{', '.join(latest)} of {MOST}. Show all answers")
        self.update()

    def table(self) -> ChartTable:
        """One row a round."""
        it = self.lines
        rows = [
            (day, *("" if it.answers[side][at] is None else str(it.answers[side][at]) for side in Side))
            for at, day in enumerate(it.days)
        ]
        return ChartTable(("Check-in", *(it.names[side] for side in Side)), tuple(rows))

    def sizeHint(self) -> QSize:
        return QSize(200, 2 * theme.current().line("strong") + 6)

    def minimumSizeHint(self) -> QSize:
        return QSize(110, self.sizeHint().height())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self.show_table()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if held(event):
            return
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.show_table()
        else:
            super().keyPressEvent(event)

    # Drawing

    def _room(self) -> QRectF:
        return QRectF(_EDGE, _EDGE, self.width() - 2 * _EDGE - _NUMBER, self.height() - 2 * _EDGE)

    def _place(self, at: int, answer: int, side: Side) -> QPointF:
        room, last = self._room(), len(self.lines.days) - 1
        across = at / last if last else 0.5
        down = (MOST - answer) / (MOST - LEAST) * room.height()
        shift = -_APART if side is Side.LEFT else _APART
        inset = _MARK
        return QPointF(room.left() + inset + across * (room.width() - 2 * inset), room.top() + down + shift)

    def paint_chart(self, painter: QPainter) -> None:
        room, look = self._room(), theme.current()
        painter.setPen(QPen(look.color("grid"), 1))
        for share in (0.0, 0.5, 1.0):
            y = round(room.top() + share * room.height()) + 0.5
            painter.drawLine(QPointF(room.left(), y), QPointF(room.right(), y))
        for side in Side:
            self._draw_side(painter, side)
        height = self.height() / 2
        for number, side in enumerate(Side):
            words = str(self.lines.latest(side) or "–")
            slot = QRectF(self.width() - _NUMBER - 2, number * height, _NUMBER, height)
            painting.text(painter, slot, words, "strong", f"{side.value}_text", "right")

    def _draw_side(self, painter: QPainter, side: Side) -> None:
        given = [(at, answer) for at, answer in enumerate(self.lines.answers[side]) if answer is not None]
        places = [self._place(at, answer, side) for at, answer in given]
        painter.setPen(QPen(theme.current().color(side.value), 1.8))
        for start, end in pairwise(places):
            painter.drawLine(start, end)
        for place in places:
            draw_mark(painter, place, side)


def _in_words(answers: Sequence[int | None]) -> str:
    return ", ".join("no answer" if answer is None else str(answer) for answer in answers) or "no answer"
