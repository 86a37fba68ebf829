"""A count with its shape and words; it opens the rows that it counts. Knows no row."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from mentordesk.domain.importing import RowState
from mentordesk.ui import theme
from mentordesk.ui.widgets import painting

MARKS = {
    RowState.NEW: ("circle", "good"),
    RowState.WRONG: ("diamond", "risk"),
    RowState.CHANGED: ("triangle", "watch"),
    RowState.UNCHANGED: ("ring", "text3"),
}
"""The shape and the color of each state of a row: shape and word always go together."""


class CountTile(QAbstractButton):
    """A small card: shape, figure, caption. `captions` are those of one row and of several."""

    def __init__(self, state: RowState, captions: tuple[str, str]) -> None:
        super().__init__()
        self.state = state
        self._of_one, self._of_many = captions
        self.caption = self._of_many
        self.count = 0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setToolTip("Show these rows")
        self.set_count(0)

    def set_count(self, count: int) -> None:
        """How many rows there are of this state."""
        self.count = count
        self.caption = self._of_one if count == 1 else self._of_many
        self.setAccessibleName(f"{count:,} {self.caption}")
        self.update()

    def sizeHint(self) -> QSize:
        look = theme.current()
        width = max(painting.text_width(self._of_many, "caption"), painting.text_width("88,888", "figure_narrow"))
        return QSize(round(width) + 50, look.line("figure_narrow") + look.line("caption") + 14)

    def minimumSizeHint(self) -> QSize:
        return QSize(90, self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        try:
            self._paint(painter)
        finally:
            painter.end()

    def _paint(self, painter: QPainter) -> None:
        look = theme.current()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        edge = QPen(look.color("accent"), 2) if self.hasFocus() else QPen(look.color("border"), 1)
        painter.setPen(edge)
        painter.setBrush(look.color("hover" if self.underMouse() else "surface"))
        radius = look.radius("card")
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
        kind, token = MARKS[self.state]
        painting.shape(painter, QRectF(15, self.height() / 2 - 5.5, 11, 11), kind, look.color(token))
        first, second = look.line("figure_narrow"), look.line("caption")
        top, room = (self.height() - first - second) / 2, self.width() - 44
        painting.text(painter, QRectF(36, top, room, first), f"{self.count:,}", "figure_narrow")
        painting.text(painter, QRectF(36, top + first, room, second), self.caption, "caption", "text2")
