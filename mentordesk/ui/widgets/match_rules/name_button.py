"""A name in a row that opens what it names: one line that ends in … where there is no room. Knows no row."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from mentordesk.ui import theme
from mentordesk.ui.widgets import painting
from mentordesk.ui.widgets.open_button import OpenButton


class NameButton(OpenButton):
    """`tip` says what a click does; the whole name stands before it where it is cut."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words, self._tip = "", ""
        self.setProperty("kind", "name")
        self.setAutoDefault(False)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def show_name(self, words: str, tip: str) -> None:
        self._words, self._tip = words, tip
        self.setAccessibleName(words)
        self.setAccessibleDescription(tip)
        self._show_tip()
        self.update()

    def name(self) -> str:
        return self._words

    def _show_tip(self) -> None:
        cut = painting.text_width(self._words, "body") > self.width()
        self.setToolTip(f"{self._words}. {self._tip}" if cut else self._tip)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._show_tip()

    def sizeHint(self) -> QSize:
        return QSize(round(painting.text_width(self._words, "body")) + 2, max(28, theme.current().line() + 8))

    def minimumSizeHint(self) -> QSize:
        return QSize(30, self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        try:
            hot = self.isEnabled() and (self.underMouse() or self.isDown())
            rect = QRectF(self.rect())
            width = painting.text(painter, rect, self._words, "body", "accent" if hot else "text")
            if hot:
                bottom = rect.center().y() + theme.current().line() / 2 - 1
                painter.drawLine(QRectF(0, bottom, width, 0).topLeft(), QRectF(0, bottom, width, 0).topRight())
        finally:
            painter.end()
