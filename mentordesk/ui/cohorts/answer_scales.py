"""The mean answers of mentors and mentees, a line a question: a circle and a square on a scale from 1 to 5."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from mentordesk.domain.check_ins import QuestionMean
from mentordesk.ui import theme
from mentordesk.ui.widgets import painting
from mentordesk.ui.widgets.chart import Chart
from mentordesk.ui.widgets.chart_table import ChartTable
from mentordesk.ui.widgets.open_button import held

LEAST, MOST = 1, 5
_MARK, _TRACK, _GAP = 9.0, 6.0, 12.0


class AnswerScales(Chart):
    """A click on a line, or arrows and Enter, emits its question."""

    question_opened = Signal(str)

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(title, parent)
        self._means: list[QuestionMean] = []
        self._names = ("Mentors", "Mentees")
        self._at = -1
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_means(self, means: Sequence[QuestionMean], names: tuple[str, str]) -> None:
        """Shows these questions; `names` say who stands left and right."""
        self._means, self._names, self._at = list(means), names, -1
        self.say("; ".join(self._words(mean) for mean in means) or "No answer yet")
        self.updateGeometry()
        self.update()

    def table(self) -> ChartTable:
        """Questions with the means of both sides."""
        rows = [(it.question.capitalize(), _figure(it.left), _figure(it.right)) for it in self._means]
        return ChartTable(("Question", *self._names), tuple(rows))

    def _words(self, mean: QuestionMean) -> str:
        left, right = self._names
        return (
            f"{mean.question.capitalize()}: {left.lower()} {_figure(mean.left)}, {right.lower()} {_figure(mean.right)}"
        )

    # Places

    def _line(self) -> int:
        return theme.current().line() + 11

    def sizeHint(self) -> QSize:
        return QSize(240, len(self._means) * self._line() + self._legend_height())

    def minimumSizeHint(self) -> QSize:
        return QSize(190, self.sizeHint().height())

    def _legend_height(self) -> int:
        return theme.current().line("caption") + 8

    def _room(self, number: int) -> QRectF:
        return QRectF(0, self._legend_height() + number * self._line(), self.width(), self._line())

    def _track(self, room: QRectF) -> QRectF:
        words = max((painting.text_width(it.question.capitalize()) for it in self._means), default=0.0)
        figure = painting.text_width("5.0", "strong_caption")
        left = room.left() + words + figure + 2 * _GAP
        return QRectF(left, room.center().y() - _TRACK / 2, room.right() - figure - _GAP - left, _TRACK)

    # Drawing

    def paint_chart(self, painter: QPainter) -> None:
        self._paint_legend(painter)
        for number, mean in enumerate(self._means):
            self._paint_line(painter, self._room(number), mean)
            if self.hasFocus() and number == self._at:
                painter.setPen(QPen(theme.current().color("accent"), 1))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawRoundedRect(self._room(number).adjusted(2, 2, -2, -2), 4, 4)

    def _paint_legend(self, painter: QPainter) -> None:
        line = theme.current().line("caption") + 2.0
        at = 0.0
        for side, name in enumerate(self._names):
            self._paint_mark(painter, QPointF(at + _MARK / 2 + 1, line / 2), side)
            room = QRectF(at + _MARK + 7, 0, self.width() - at - _MARK - 7, line)
            at += _MARK + 7 + painting.text(painter, room, name, "caption", "text2") + 14
        room = QRectF(at, 0, self.width() - at, line)
        long_words = "average, scale 1 to 5"
        words = long_words if painting.text_width(long_words, "caption") <= room.width() else "1 to 5"
        painting.text(painter, room, words, "caption", "text2")

    def _paint_line(self, painter: QPainter, room: QRectF, mean: QuestionMean) -> None:
        track = self._track(room)
        figure = painting.text_width("5.0", "strong_caption") + 2
        painting.text(painter, QRectF(room.left(), room.top(), track.left(), room.height()), mean.question.capitalize())
        before = QRectF(track.left() - _GAP - figure, room.top(), figure, room.height())
        painting.text(painter, before, _figure(mean.left), "strong_caption", "left_text", "right")
        after = QRectF(track.right() + _GAP - 2, room.top(), figure, room.height())
        painting.text(painter, after, _figure(mean.right), "strong_caption", "right_text", "right")
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.current().color("grid"))
        painter.drawRoundedRect(track, _TRACK / 2, _TRACK / 2)
        places = [None if it is None else track.left() + track.width() * _share(it) for it in (mean.left, mean.right)]
        left, right = places
        apart = _MARK / 2 - 1 if left is not None and right is not None and abs(left - right) < _MARK else 0.0
        for side, (at, shift) in enumerate(zip(places, (-apart, apart), strict=True)):
            if at is not None:
                self._paint_mark(painter, QPointF(at, track.center().y() + shift), side)

    def _paint_mark(self, painter: QPainter, middle: QPointF, side: int) -> None:
        look, half = theme.current(), _MARK / 2
        painter.setPen(QPen(look.color("surface"), 1))
        painter.setBrush(look.color("right" if side else "left"))
        box = QRectF(middle.x() - half, middle.y() - half, _MARK, _MARK)
        if side:
            painter.drawRect(box)
        else:
            painter.drawEllipse(box.adjusted(-0.5, -0.5, 0.5, 0.5))

    # Pointing and keys

    def _hit(self, place: QPointF) -> int | None:
        number = int((place.y() - self._legend_height()) // self._line())
        return number if 0 <= number < len(self._means) else None

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        number = self._hit(event.position())
        if number is not None and event.button() == Qt.MouseButton.LeftButton:
            self.question_opened.emit(self._means[number].question)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            number = self._hit(QPointF(event.pos()))
            QToolTip.showText(event.globalPos(), "" if number is None else self._words(self._means[number]), self)
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if held(event):
            return
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        if event.key() in steps and self._means:
            self._at = min(max(self._at + steps[Qt.Key(event.key())], 0), len(self._means) - 1)
            self.say(self._words(self._means[self._at]))
            self.update()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._at >= 0:
            self.question_opened.emit(self._means[self._at].question)
        else:
            super().keyPressEvent(event)


def _share(mean: float) -> float:
    return (mean - LEAST) / (MOST - LEAST)


def _figure(mean: float | None) -> str:
    return "–" if mean is None else f"{mean:.1f}"
