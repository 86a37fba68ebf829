"""A slider for a weight from 0 to 10: tells each value it passes, and once where it has come to rest."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QWheelEvent
from PySide6.QtWidgets import QSizePolicy, QSlider, QWidget

from mentordesk.domain.matching.criteria import HIGHEST_WEIGHT
from mentordesk.ui import theme

QUIET_MS = 250
"""After so long without another key a weight is taken as meant."""
_KNOB = 6.5
BY_KEYS = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason, Qt.FocusReason.ShortcutFocusReason)
"""How the focus comes by the keyboard: then it is drawn."""


class WeightSlider(QSlider):
    """Arrows, Home and End move it; the wheel only with the focus. Emits `settled` for the coordinator alone."""

    settled = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setRange(0, HIGHEST_WEIGHT)
        self.setPageStep(2)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._shown = 0
        self._by_keys = False
        self._wait = QTimer(self)
        self._wait.setSingleShot(True)
        self._wait.setInterval(QUIET_MS)
        self._wait.timeout.connect(self.settle)
        self.valueChanged.connect(self._on_value_changed)
        self.sliderReleased.connect(self.settle)

    def show_weight(self, weight: int) -> None:
        """Shows a weight without telling."""
        self.blockSignals(True)
        self._shown = weight
        self.setValue(weight)
        self.blockSignals(False)
        self.update()

    def is_moving(self) -> bool:
        """Whether a weight is being chosen that has not been told yet."""
        return self.isSliderDown() or self._wait.isActive()

    def settle(self) -> None:
        """Tells where the slider has come to rest, if that is another place."""
        self._wait.stop()
        if self.value() != self._shown:
            self._shown = self.value()
            self.settled.emit(self._shown)

    def _on_value_changed(self, _weight: int) -> None:
        if not self.isSliderDown():
            self._wait.start()

    # The pointer goes straight to a place; the style would move by pages.

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self.setSliderDown(True)
            self.setValue(self._weight_at(event.position().x()))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self.isSliderDown():
            self.setValue(self._weight_at(event.position().x()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self.setSliderDown(False)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """The wheel scrolls the page: only with the focus does it change the weight."""
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()

    def _weight_at(self, x: float) -> int:
        share = (x - _KNOB - 1) / max(1.0, self.width() - 2 * (_KNOB + 1))
        share = 1 - share if self.isRightToLeft() else share
        return round(min(1.0, max(0.0, share)) * HIGHEST_WEIGHT)

    def _x(self) -> float:
        share = self.value() / HIGHEST_WEIGHT
        share = 1 - share if self.isRightToLeft() else share
        return _KNOB + 1 + share * (self.width() - 2 * (_KNOB + 1))

    def sizeHint(self) -> QSize:
        return QSize(theme.current().wide(48), 28)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def focusInEvent(self, event: QFocusEvent) -> None:
        self._by_keys = event.reason() in BY_KEYS
        super().focusInEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self._by_keys = True
        super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        look, middle, at = theme.current(), self.height() / 2, self._x()
        on = look.color("accent" if self.isEnabled() else "disabled")
        painter = QPainter(self)
        try:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look.color("border_mid"))
            painter.drawRoundedRect(QRectF(1, middle - 1.5, self.width() - 2, 3), 1.5, 1.5)
            painter.setBrush(on)
            left = QRectF(at, middle - 1.5, self.width() - 1 - at, 3)
            painter.drawRoundedRect(left if self.isRightToLeft() else QRectF(1, middle - 1.5, at - 1, 3), 1.5, 1.5)
            painter.setPen(QPen(on, 2))
            painter.setBrush(look.color("surface"))
            painter.drawEllipse(QPointF(at, middle), _KNOB - 0.5, _KNOB - 0.5)
            if self.hasFocus() and self._by_keys:
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 3, -1, -3), 5, 5)
        finally:
            painter.end()
