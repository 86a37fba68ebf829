"""An avatar and the two of a pair, as widgets. Purely decorative: the name stands beside it."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from mentordesk.ui import theme
from mentordesk.ui.widgets import painting


class Avatar(QWidget):
    """Initials in a disc of 24 to 58 px; `side` is left, right or neutral."""

    def __init__(self, name: str = "", side: str = "neutral", size: int = 36, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name, self._side, self._size = name, side, size
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_person(self, name: str, side: str = "neutral") -> None:
        """Shows somebody else."""
        self._name, self._side = name, side
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._size, self._size)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        try:
            painting.avatar(painter, QRectF(self.rect()), self._name, self._side)
        finally:
            painter.end()


class PairAvatars(QWidget):
    """Two avatars that overlap: the left side's blue one below, the right side's orange one above."""

    def __init__(self, left: str = "", right: str = "", size: int = 30, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._left, self._right, self._size = left, right, size
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_people(self, left: str, right: str) -> None:
        """Shows another pair."""
        self._left, self._right = left, right
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._size * 2 - 4, self._size + 2)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        try:
            size = float(self._size)
            painting.avatar(painter, QRectF(0, 1, size, size), self._left, "left")
            ring = theme.current().color("surface")
            painting.avatar(painter, QRectF(size - 5, 1, size, size), self._right, "right", ring)
        finally:
            painter.end()
