"""What stands above the pairs when there is need: what changed since the draft was made, that pairs are sought."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QProgressBar, QWidget

from mentordesk.ui.widgets.label import button, icon_label, label, row


class StaleBar(QFrame):
    """The sentences about what has changed among the people, and the way on."""

    suggest_asked = Signal()

    def __init__(self, read_only: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("card", "watch")
        self.setAccessibleName("What has changed")
        self.words = label("", "body", wrap=True)
        self.again = button("Suggest again", "secondary", "matching", self.suggest_asked.emit, small=True)
        self.again.setVisible(not read_only)
        inside = row(icon_label("warning", "watch_text", 16), self.words, self.again, gap=10)
        inside.setContentsMargins(14, 7, 10, 7)
        inside.setStretch(1, 1)
        self.setLayout(inside)
        self.hide()

    def show_sentences(self, sentences: tuple[str, ...]) -> None:
        """None hide the bar."""
        self.words.setText(" ".join(sentences))
        self.setVisible(bool(sentences))


class WorkingBar(QWidget):
    """A thin bar that moves, and a button that ends it."""

    stop_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.bar = QProgressBar()
        self.bar.setRange(0, 0)
        self.bar.setTextVisible(False)
        self.bar.setFixedHeight(6)
        self.bar.setAccessibleName("Finding the best pairs")
        self.stop = button("Stop", small=True, on_click=self.stop_asked.emit)
        self.setLayout(row(label("Finding the best pairs…", "caption", "text2"), self.bar, self.stop, gap=10))
        self.hide()
