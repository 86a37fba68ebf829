"""A card of first run: what this way is, what it brings, and its button. Knows no desk."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from mentordesk.ui import theme
from mentordesk.ui.widgets.label import icon_label, label


class WayCard(QFrame):
    """`inside` takes what stands between the sentence and the button; the first way has the accent's frame."""

    def __init__(self, icon: str, title: str, sentence: str, action: QPushButton, *, first: bool = False) -> None:
        super().__init__()
        self.setProperty("card", True)
        self.setProperty("region", True)
        self.setAccessibleName(title)
        self._first = first
        words = label(sentence, "body", "text2", wrap=True)
        words.setMinimumHeight(theme.current().line() * 3 + 4)
        words.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.inside = QVBoxLayout()
        self.inside.setSpacing(8)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(21, 20, 21, 18)
        whole.setSpacing(6)
        picture = icon_label(icon, "accent", 26)
        whole.addWidget(picture)
        whole.addSpacing(6)
        whole.addWidget(label(title, "section"))
        whole.addWidget(words)
        whole.addSpacing(6)
        whole.addLayout(self.inside)
        whole.addStretch(1)
        whole.addSpacing(10)
        whole.addWidget(action)

    def add_point(self, words: str) -> None:
        """A line with a check mark."""
        self.inside.addLayout(_line(icon_label("check", "good", 15), label(words, wrap=True)))

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._first:
            return
        look = theme.current()
        painter = QPainter(self)
        try:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(look.color("accent"), 2))
            radius = look.radius("card")
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), radius, radius)
        finally:
            painter.end()


def _line(mark: QWidget, words: QWidget) -> QHBoxLayout:
    made = QHBoxLayout()
    made.setSpacing(8)
    made.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
    made.addWidget(words, 1)
    return made
