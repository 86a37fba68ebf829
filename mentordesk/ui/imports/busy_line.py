"""What is being done, how far it is, and a way to stop it. Knows no work."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QWidget

from mentordesk.ui import theme
from mentordesk.ui.widgets.elided_label import ElidedLabel
from mentordesk.ui.widgets.label import button


class BusyLine(QWidget):
    """Emits `stop_asked`; once it was stopped it offers to begin again."""

    stop_asked = Signal()
    again_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.words = ElidedLabel("", "body", "text2", align="right")
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setFixedWidth(theme.current().wide(150))
        self.stop = button("Stop", small=True, on_click=self._stop)
        self.again = button("Look again", small=True, on_click=self.again_asked.emit)
        inside = QHBoxLayout(self)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(10)
        inside.addWidget(self.words, 1)
        inside.addWidget(self.bar)
        inside.addWidget(self.stop)
        inside.addWidget(self.again)
        self.hide()

    def show_work(self, words: str) -> None:
        """Something is being done that takes a while."""
        self._show(f"{words}…", working=True)
        self.bar.setRange(0, 0)
        self.bar.setAccessibleName(words)

    def show_progress(self, done: int, of: int) -> None:
        """How far it is."""
        self.bar.setRange(0, max(of, 1))
        self.bar.setValue(done)

    def show_stopped(self, words: str) -> None:
        """It was stopped; it can be begun again."""
        self._show(words, working=False)

    def _show(self, words: str, working: bool) -> None:
        self.words.setText(words)
        for part in (self.bar, self.stop):
            part.setVisible(working)
        self.stop.setEnabled(True)
        self.again.setVisible(not working)
        self.show()

    def _stop(self) -> None:
        self.stop.setEnabled(False)
        self.words.setText("Stopping…")
        self.stop_asked.emit()
