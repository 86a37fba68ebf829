"""A rule that is broken: its sentence in the words of risk, with the diamond that says so without color."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from mentordesk.ui import theme
from mentordesk.ui.widgets import painting
from mentordesk.ui.widgets.label import label


class _Diamond(QWidget):
    """As high as a line, so that it stands at the first one."""

    def __init__(self) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(10, theme.current().line("caption"))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        try:
            place = QRectF(0, self.height() / 2 - 5, 10, 10)
            painting.shape(painter, place, "diamond", theme.current().color("risk"))
        finally:
            painter.end()


class RiskLine(QWidget):
    """`strong` is for the line that heads others."""

    def __init__(self, sentence: str, strong: bool = False) -> None:
        super().__init__()
        self.words = label(sentence, "strong_caption" if strong else "caption", "risk", wrap=True)
        self.words.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.setAccessibleName(f"Rule broken: {sentence}")
        inside = QHBoxLayout(self)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(7)
        inside.addWidget(_Diamond(), 0, Qt.AlignmentFlag.AlignTop)
        inside.addWidget(self.words, 1)
