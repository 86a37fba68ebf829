"""A progress bar of 6 px with its words beside it."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from mentordesk.ui import theme
from mentordesk.ui.widgets import painting


class ProgressBar(QWidget):
    """`share` from 0 to 1; `words` stand at the right ("18 of 30 h"); risk where something in it is overdue."""

    def __init__(
        self, share: float = 0.0, words: str = "", overdue: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.show_progress(share, words, overdue)

    def show_progress(self, share: float, words: str = "", overdue: bool = False) -> None:
        """Shows another share."""
        self._share, self._words, self._overdue = min(max(share, 0.0), 1.0), words, overdue
        said = words or f"{round(self._share * 100)} %"
        self.setAccessibleName(f"{said}, something is overdue" if overdue else said)
        self.setToolTip(said)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(120, theme.current().line("caption") + 2 if self._words else 10)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        try:
            room = painting.text_width(self._words, "caption") + 10 if self._words else 0.0
            track = QRectF(0, self.height() / 2 - 3, max(self.width() - room, 20.0), 6)
            painting.progress(painter, track, self._share, "risk" if self._overdue else "accent")
            beside = QRectF(track.right() + 8, 0, room, self.height())
            painting.text(painter, beside, self._words, "caption", "text2")
        finally:
            painter.end()
