"""A line with a box or radio button and words beside it: the ring of the focus goes around the words."""

from PySide6.QtCore import QEvent, QObject, QRectF, Qt
from PySide6.QtGui import QFocusEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget

from mentordesk.ui import theme
from mentordesk.ui.widgets.match_rules.weight_slider import BY_KEYS

_INDICATOR = 18
"""The box or the button itself, which the ring leaves free."""


class RingedLine(QWidget):
    """Subclasses lay out `switch` and `words`."""

    def __init__(self, switch: QAbstractButton, words: QLabel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._switch, self.words = switch, words
        self._ringed = False
        switch.setProperty("ringed", True)
        switch.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QFocusEvent):
            self._ringed = event.gotFocus() and event.reason() in BY_KEYS
            self.update()
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._ringed:
            return
        painter = QPainter(self)
        try:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(theme.current().color("accent"), 2))
            around = QRectF(self._switch.geometry().united(self.words.geometry())).adjusted(_INDICATOR, 0, 2, 3)
            painter.drawRoundedRect(around & QRectF(self.rect()).adjusted(1, 1, -1, -1), 5, 5)
        finally:
            painter.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.accept()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """The words belong to the switch."""
        on_words = self.words.geometry().contains(event.position().toPoint())
        if on_words and self._switch.isEnabled() and event.button() == Qt.MouseButton.LeftButton:
            self._switch.setFocus(Qt.FocusReason.MouseFocusReason)
            self._switch.click()
