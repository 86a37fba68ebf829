"""Health as a widget: shape and word, and the counts of several pairs."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from mentordesk.ui import theme
from mentordesk.ui.widgets import painting

_SHAPE = 10.0
_GAP = 14.0


class HealthLabel(QWidget):
    """● On track, ▲ Watch, ◆ At risk, ○ Too early; a dash for a pair without health."""

    def __init__(self, health: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set_health(health)

    def set_health(self, health: str) -> None:
        """`health` is a key of painting.HEALTH_WORDS, or empty."""
        self._health = health
        self.setAccessibleName(f"Health: {self._word()}")
        self.updateGeometry()
        self.update()

    def _word(self) -> str:
        return painting.HEALTH_WORDS[self._health][0] if self._health in painting.HEALTH_WORDS else "–"

    def sizeHint(self) -> QSize:
        return QSize(round(painting.text_width(self._word(), "strong")) + 20, theme.current().line("strong") + 4)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        try:
            rect = QRectF(self.rect())
            if self._health in painting.HEALTH_WORDS:
                painting.health(painter, rect, self._health)
            else:
                painting.text(painter, rect, "–", "body", "text3")
        finally:
            painter.end()


class HealthCounts(QWidget):
    """● 19 on track ▲ 5 ◆ 2: words as far as there is room, all in the tool tip; nothing for a count of 0."""

    def __init__(self, counts: tuple[tuple[str, int], ...] = (), parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.set_counts(counts)

    def set_counts(self, counts: tuple[tuple[str, int], ...]) -> None:
        """Pairs of health and number, in the order shown."""
        self._counts = [(health, number) for health, number in counts if number]
        words = [f"{number} {painting.HEALTH_WORDS[health][0].lower()}" for health, number in self._counts]
        self.setToolTip(", ".join(words))
        self.setAccessibleName(", ".join(words))
        self.update()

    def words(self) -> list[str]:
        """What stands beside each shape."""
        whole = [f"{number} {painting.HEALTH_WORDS[health][0].lower()}" for health, number in self._counts]
        plain = [str(number) for _, number in self._counts]
        ways = (whole, [*whole[:1], *plain[1:]])
        return next((words for words in ways if self._width(words) <= self.width()), plain)

    def _width(self, words: list[str]) -> float:
        return sum(painting.text_width(word, "strong_caption") + _SHAPE + 6 + _GAP for word in words) - _GAP

    def sizeHint(self) -> QSize:
        return QSize(80, theme.current().line("caption") + 2)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        try:
            at = 0.0
            for (health, _), word in zip(self._counts, self.words(), strict=True):
                at = self._paint_count(painter, at, health, word)
        finally:
            painter.end()

    def _paint_count(self, painter: QPainter, at: float, health: str, word: str) -> float:
        _, _, token = painting.HEALTH_WORDS[health]
        painting.health_shape(painter, QRectF(at, self.height() / 2 - _SHAPE / 2, _SHAPE, _SHAPE), health)
        ink = token if token == "text3" else f"{token}_text"
        style = "caption" if health in ("on_track", "too_early") else "strong_caption"
        room = QRectF(at + _SHAPE + 6, 0, self.width() - at - _SHAPE - 6, self.height())
        return at + _SHAPE + 6 + painting.text(painter, room, word, style, ink) + _GAP
