"""What each criterion gives a pair: its points of the most there are, as a bar, and why in words."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QSizePolicy, QWidget

from mentordesk.domain.matching.result import Reason
from mentordesk.ui.matching import effect_words
from mentordesk.ui.matching.part_list import PartList
from mentordesk.ui.widgets import painting
from mentordesk.ui.widgets.elided_label import ElidedLabel
from mentordesk.ui.widgets.label import label, row

_BAR = 74
_THICK = 8
_OF_MENTEE = "gives_back"
"""The criterion that is the mentee's side of the pair, and so is orange (DESIGN section 2)."""


class ShareBar(QWidget):
    """How much of the most there is; the figures stand beside it."""

    def __init__(self, share: float, token: str = "accent") -> None:
        super().__init__()
        self.share, self.token = share, token
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(_BAR, _THICK)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        try:
            painting.progress(painter, QRectF(self.rect()), self.share, self.token)
        finally:
            painter.end()


class ReasonRow(QWidget):
    """A criterion's name, bar and points; below them the reason, which wraps."""

    def __init__(self, reason: Reason, peers: bool = False) -> None:
        super().__init__()
        self.reason = reason
        got, most = effect_words.points(reason.points), effect_words.points(reason.most)
        token = "right" if reason.key == _OF_MENTEE and not peers else "accent"
        self.name = ElidedLabel(reason.word, "strong")
        self.bar = ShareBar(reason.points / reason.most if reason.most else 0.0, token)
        self.got, self.most = label(got, "strong"), label(f"of {most}")
        self.text = label(reason.text, "caption", "text2", wrap=True)
        self.setAccessibleName(f"{reason.word}: {got} of {most} points, {reason.text}")
        self.figures = QWidget()
        self.figures.setLayout(row(None, self.got, self.most, gap=4))
        self._lay_out()

    def _lay_out(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(1)
        grid.setColumnStretch(0, 1)
        grid.addWidget(self.name, 0, 0)
        grid.addWidget(self.bar, 0, 1, Qt.AlignmentFlag.AlignVCenter)
        grid.addWidget(self.figures, 0, 2)
        grid.addWidget(self.text, 1, 0, 1, 3)


class ReasonList(PartList[ReasonRow]):
    """All criteria that count, those that give nothing too; the figures of all are equally wide."""

    def __init__(self) -> None:
        super().__init__(gap=9)

    def show_reasons(self, reasons: Sequence[Reason], peers: bool = False) -> None:
        """Shows another pair's."""
        rows = [ReasonRow(each, peers) for each in reasons]
        self.set_rows(rows)
        widest = max((_needed(each.got, "strong") + _needed(each.most, "body") for each in rows), default=0)
        for each in rows:
            each.figures.setMinimumWidth(widest + 5)


def _needed(words: QLabel, style: str) -> int:
    return round(painting.text_width(words.text(), style))
