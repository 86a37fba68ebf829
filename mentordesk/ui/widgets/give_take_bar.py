"""The give/take bar of one pair as a widget: small with its numbers, large with both names above."""

from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from mentordesk.ui import theme
from mentordesk.ui.widgets import painting

_LEAST_SCALE = 10.0
_BETWEEN = 10.0


@dataclass(frozen=True)
class BarBalance:
    """Points both sides gave. `words` is the band and its window: "last 6 months: in balance".

    `left_name` and `right_name` are first names, `one_sided` makes the heavier number bold, `scale` fills one half,
    `nothing` stands in place of the numbers where neither side has any.
    """

    left: int
    right: int
    left_name: str = ""
    right_name: str = ""
    words: str = ""
    one_sided: bool = False
    scale: float = 0.0
    nothing: str = "No entries yet"

    def band(self) -> str:
        """The band alone: "in balance"."""
        return self.words.rpartition(": ")[2]

    def sentence(self) -> str:
        """For tool tips and screen readers: "Ingrid gave 20, Kwame gave 4, last 6 months: one-sided"."""
        if not self.left and not self.right:
            return self.nothing
        given = f"{self.left_name or 'Left side'} gave {self.left}, {self.right_name or 'right side'} gave {self.right}"
        return f"{given}, {self.words}" if self.words else given


class GiveTakeBar(QWidget):
    """Shows a BarBalance; `large` is the form of the pair's pane."""

    def __init__(self, balance: BarBalance | None = None, large: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._large = large
        across = QSizePolicy.Policy.Expanding if large else QSizePolicy.Policy.Preferred
        self.setSizePolicy(across, QSizePolicy.Policy.Fixed)
        self.show_balance(balance or BarBalance(0, 0))

    def show_balance(self, balance: BarBalance) -> None:
        """Shows another pair's balance."""
        self._balance = balance
        self.setAccessibleName(balance.sentence())
        self.setToolTip(balance.sentence())
        self.update()

    def _scale(self) -> float:
        return max(self._balance.scale, _LEAST_SCALE, self._balance.left, self._balance.right)

    def sizeHint(self) -> QSize:
        line = theme.current().line()
        return QSize(240, line + 21) if self._large else QSize(150, max(line, 17))

    def minimumSizeHint(self) -> QSize:
        return QSize(200 if self._large else 96, self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        try:
            if self._large:
                self._paint_large(painter)
            else:
                self._paint_small(painter)
        finally:
            painter.end()

    def _paint_small(self, painter: QPainter) -> None:
        """With nothing given: the words, below the beginning of what stands above."""
        it, room = self._balance, QRectF(self.rect())
        if not it.left and not it.right:
            painting.text(painter, room, it.nothing, "caption", "text3")
        else:
            painting.give_take(painter, room, it.left, it.right, self._scale(), it.one_sided)

    def _paint_large(self, painter: QPainter) -> None:
        it = self._balance
        line = theme.current().line()
        above = QRectF(0, 0, self.width(), line)
        if not it.left and not it.right:
            painting.text(painter, above, it.nothing, "body", "text3", "center")
        else:
            self._paint_names(painter, above)
        painting.two_sided(painter, QRectF(0, line + 6, self.width(), 12), it.left, it.right, self._scale())

    def _paint_names(self, painter: QPainter, above: QRectF) -> None:
        """Both sides with their points, between them the band. Where it is narrow, first the window goes, then the
        band; a long name is cut, never its points."""
        left, right = self._rooms(above)
        it = self._balance
        painting.named(painter, left, it.left_name, _gave(it.left_name, it.left), "strong", "left_text")
        painting.named(painter, right, it.right_name, _gave(it.right_name, it.right), "strong", "right_text", "right")
        between = above.adjusted(left.width() + _BETWEEN, 0, -right.width() - _BETWEEN, 0)
        said = (words for words in (it.words, it.band()) if painting.text_width(words, "caption") <= between.width())
        painting.text(painter, between, next(said, ""), "caption", "text2", "center")

    def _rooms(self, above: QRectF) -> tuple[QRectF, QRectF]:
        """Where the words of both sides stand: as wide as they need, of too little room each gets half or more."""
        it = self._balance
        needs = [
            painting.text_width(name + _gave(name, points), "strong") + 1
            for name, points in ((it.left_name, it.left), (it.right_name, it.right))
        ]
        room = above.width() - _BETWEEN
        left = min(needs[0], max(room / 2, room - needs[1]))
        right = min(needs[1], room - left)
        return (
            QRectF(above.left(), above.top(), left, above.height()),
            QRectF(above.right() - right, above.top(), right, above.height()),
        )


def _gave(name: str, points: int) -> str:
    return f" gave {points}" if name else f"gave {points}"
