"""The small marks before an item: the shape of its urgency, and the faces or the icon it is about."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent, Qt
from PySide6.QtWidgets import QSizePolicy, QWidget

from mentordesk.domain.health import Health
from mentordesk.domain.today import Face
from mentordesk.ui import icons, theme
from mentordesk.ui.widgets import painting

_FACE = 30.0
_TILE = 34.0


class LevelMark(QWidget):
    """◆ at risk, ▲ watch, ○ a question, ☆ good news; the word is its tool tip and its accessible name."""

    def __init__(self) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._level: Health | None = None

    def show_level(self, level: Health | None) -> None:
        self._level = level
        self.setToolTip(self.word())
        self.setAccessibleName(self.word())
        self.update()

    def word(self) -> str:
        """What the shape says."""
        if self._level is None:
            return "Good news"
        return "A question" if self._level is Health.TOO_EARLY else painting.HEALTH_WORDS[self._level.value][0]

    def sizeHint(self) -> QSize:
        return QSize(16, 16)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        try:
            if self._level is None:
                icons.draw(painter, "star", QRectF(1, 1, 14, 14), "good")
            else:
                painting.health_shape(painter, QRectF(3, 3, 10, 10), self._level.value)
        finally:
            painter.end()


class FacesMark(QWidget):
    """The two of a pair, one person, or an icon in a square. Decorates: the names stand beside it."""

    def __init__(self) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._faces: Sequence[Face] = ()
        self._icon = ""

    def show_faces(self, faces: Sequence[Face], icon: str) -> None:
        """`icon` is shown where there is no face."""
        self._faces, self._icon = faces, icon
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(58, 36)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        try:
            self._paint(painter, QRectF(self.rect()))
        finally:
            painter.end()

    def _paint(self, painter: QPainter, box: QRectF) -> None:
        middle, top = box.center().x(), box.center().y() - _FACE / 2
        if len(self._faces) == 2:
            left, right = self._faces
            painting.avatar(painter, QRectF(1, top, _FACE, _FACE), left.name, left.side)
            ring = theme.current().color("surface")
            painting.avatar(painter, QRectF(_FACE - 4, top, _FACE, _FACE), right.name, right.side, ring)
        elif self._faces:
            face = self._faces[0]
            painting.avatar(painter, QRectF(middle - _FACE / 2, top, _FACE, _FACE), face.name, face.side)
        else:
            self._paint_tile(painter, QRectF(middle - _TILE / 2, box.center().y() - _TILE / 2, _TILE, _TILE))

    def _paint_tile(self, painter: QPainter, box: QRectF) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.current().color("hover"))
        painter.drawRoundedRect(box, 6, 6)
        icons.draw(painter, self._icon, QRectF(box.center().x() - 8, box.center().y() - 8, 16, 16), "text2")
