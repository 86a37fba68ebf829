"""The figures of a report: in one line, or in two, their notes in up to three lines. Knows no report."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from mentordesk.ui import theme
from mentordesk.ui.widgets.stat_strip import Stat, StatStrip

_LEAST = 212
"""What a tile needs for its note in one line."""
_MOST_LINES = 3
"""Of a note."""


class Tiles(QWidget):
    """Emits the key of the tile that is asked for its rows."""

    opened = Signal(str)

    def __init__(self, stats: list[Stat]) -> None:
        super().__init__()
        self._stats = stats
        self._in_a_line = 0
        self.strips = [StatStrip("Figures of the report", narrow=True) for _ in range(2)]
        inside = QVBoxLayout(self)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(8)
        for strip in self.strips:
            strip.opened.connect(self.opened)
            inside.addWidget(strip)
        self._place((len(stats) + 1) // 2)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        count = len(self._stats)
        self._place(count if self.width() >= count * theme.current().wide(_LEAST) else (count + 1) // 2)
        for strip in self.strips:
            strip.wrap_notes(_MOST_LINES, self.width())

    def _place(self, in_a_line: int) -> None:
        if in_a_line == self._in_a_line:
            return
        self._in_a_line = in_a_line
        for number, strip in enumerate(self.strips):
            strip.set_stats(self._stats[number * in_a_line : (number + 1) * in_a_line])
            strip.setVisible(len(self._stats) > number * in_a_line)
