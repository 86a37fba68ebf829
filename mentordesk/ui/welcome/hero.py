"""The drawing of first run: two people, an arrow each way. Decorates."""

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPen, Qt
from PySide6.QtWidgets import QSizePolicy, QWidget

from mentordesk.ui import theme

_WIDTH, _HEIGHT = 350, 84


class Hero(QWidget):
    """Blue at the left gives to orange at the right, and the other way round."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.look.changed.connect(self.update)

    def sizeHint(self) -> QSize:
        return QSize(_WIDTH, _HEIGHT)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        try:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            middle = self.height() / 2
            _person(painter, QPointF(38, middle), "left")
            _person(painter, QPointF(self.width() - 38, middle), "right")
            _arrow(painter, 86, self.width() - 86, middle - 21, "left")
            _arrow(painter, self.width() - 86, 86, middle + 21, "right")
        finally:
            painter.end()


def _person(painter: QPainter, at: QPointF, side: str) -> None:
    look = theme.current()
    painter.setPen(QPen(look.color(side), 2.5))
    painter.setBrush(look.color(f"{side}_tint"))
    painter.drawEllipse(at, 35, 35)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(look.color(side))
    painter.drawEllipse(at - QPointF(0, 9), 9, 9)
    body = QPainterPath(at + QPointF(-18, 20))
    body.arcTo(QRectF(at.x() - 18, at.y() + 2, 36, 36), 180, -180)
    body.closeSubpath()
    painter.drawPath(body)


def _arrow(painter: QPainter, start: float, end: float, y: float, side: str) -> None:
    pen = QPen(theme.current().color(side), 9)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    back = -19 if end > start else 19
    head = QPainterPath(QPointF(end + back, y - 15))
    head.lineTo(end, y)
    head.lineTo(end + back, y + 15)
    painter.drawLine(QPointF(start, y), QPointF(end, y))
    painter.drawPath(head)
