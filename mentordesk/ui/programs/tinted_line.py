"""A line that one edits in place: tinted while it has the focus, a rule below. Knows nothing of what is in it."""

from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from mentordesk.ui import theme


class TintedLine(QWidget):
    """Subclasses give it a layout."""

    def mark(self, on: bool) -> None:
        """The line with the focus is tinted."""
        palette = self.palette()
        palette.setColor(self.backgroundRole(), theme.current().color("accent_tint" if on else "surface"))
        self.setAutoFillBackground(on)
        self.setPalette(palette)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        try:
            painter.fillRect(0, self.height() - 1, self.width(), 1, theme.current().color("grid"))
        finally:
            painter.end()
