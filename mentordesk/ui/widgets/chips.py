"""Chips: a word in a pill, and the ones that filter with a live count."""

from PySide6.QtCore import QRectF, QSize, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QStyle, QStyleOptionButton, QStylePainter, QWidget

from mentordesk.ui import theme
from mentordesk.ui.widgets import painting
from mentordesk.ui.widgets.flow import FlowLayout
from mentordesk.ui.widgets.open_button import OpenButton


class Chip(QWidget):
    """A status, format or skill. `tone` is one of painting.CHIP_TONES."""

    def __init__(self, text: str = "", tone: str = "neutral", icon: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.show_chip(text, tone, icon)

    def show_chip(self, text: str, tone: str = "neutral", icon: str = "") -> None:
        """Shows another word."""
        self.text, self._tone, self._icon = text, tone, icon
        self.setAccessibleName(text)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        width = painting.chip_width(self.text, self._tone, bool(self._icon))
        return QSize(round(width) + 1, max(21, theme.current().line("caption") + 6))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        try:
            painting.chip(painter, QRectF(self.rect()), self.text, self._tone, self._icon)
        finally:
            painter.end()


class FilterChip(OpenButton):
    """A filter that is on or off, with the number of rows it would leave. At 0 it stays visible but disabled."""

    def __init__(self, key: str, text: str, count: int | None = None, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.key = key
        self.setProperty("kind", "filter")
        self.setCheckable(True)
        self.setAutoDefault(False)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set_count(count)

    def set_count(self, count: int | None) -> None:
        """Shows the number; None shows none."""
        self._count = "" if count is None else f"{count:,}"
        self.setEnabled(count != 0 or self.isChecked())
        self.setToolTip("" if self.isEnabled() else "No row is like this now")
        self.setAccessibleName(f"{self.text()}, {self._count}" if self._count else self.text())
        self.updateGeometry()
        self.update()

    @property
    def leads_to_rows(self) -> bool:
        """Whether its number is not 0."""
        return self._count != "0"

    def sizeHint(self) -> QSize:
        gap = 7 if self._count else 0
        width = painting.text_width(self.text(), "strong") + gap + painting.text_width(self._count, "strong")
        height = max(int(theme.current().sizes["row"]["filter_chip"]), theme.current().line() + 8)
        return QSize(round(width) + 27, height)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QStylePainter(self)
        option = QStyleOptionButton()
        self.initStyleOption(option)
        option.text = ""
        painter.drawControl(QStyle.ControlElement.CE_PushButtonBevel, option)
        self._paint_words(painter)
        painter.end()

    def _paint_words(self, painter: QPainter) -> None:
        ink = "accent" if self.isChecked() else "text2"
        number = "accent" if self.isChecked() else "text"
        if not self.isEnabled():
            ink = number = "disabled"
        style = "strong" if self.isChecked() else "body"
        gap = 7 if self._count else 0
        whole = painting.text_width(self.text(), style) + gap + painting.text_width(self._count, "strong")
        start = (self.width() - whole) / 2
        room = QRectF(start, 0, self.width() - start, self.height())
        took = painting.text(painter, room, self.text(), style, ink)
        painting.text(painter, room.adjusted(took + gap, 0, 0, 0), self._count, "strong", number)


class FilterChips(QWidget):
    """Filter chips that wrap. Several combine; emits the keys of those that are on."""

    changed = Signal(set)

    def __init__(self, choices: list[tuple[str, str]], name: str = "Filters", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        flow = FlowLayout(self, gap=8)
        self._chips = {key: FilterChip(key, text) for key, text in choices}
        for chip in self._chips.values():
            chip.toggled.connect(lambda _on: self.changed.emit(self.on()))
            flow.addWidget(chip)

    def on(self) -> set[str]:
        """The keys of the chips that are on."""
        return {key for key, chip in self._chips.items() if chip.isChecked()}

    def set_on(self, keys: set[str]) -> None:
        """Switches exactly these on and tells it once."""
        for key, chip in self._chips.items():
            chip.blockSignals(True)
            chip.setChecked(key in keys)
            chip.setEnabled(chip.leads_to_rows or key in keys)
            chip.blockSignals(False)
            chip.update()
        self.changed.emit(self.on())

    def set_counts(self, counts: dict[str, int]) -> None:
        """Shows the live counts; keys that are missing keep theirs."""
        for key, count in counts.items():
            self._chips[key].set_count(count)

    def chip(self, key: str) -> FilterChip:
        """The chip with this key."""
        return self._chips[key]
