"""The ring around the field or button with the focus: 2 px of accent, 2 px outside. Style sheets cannot draw it."""

import shiboken6
from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QApplication,
    QCheckBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QRadioButton,
    QScrollArea,
    QTextEdit,
    QWidget,
)

from mentordesk.ui import theme

_OUT = 4
_FIELDS = (QLineEdit, QComboBox, QAbstractSpinBox, QPlainTextEdit, QTextEdit, QLabel)
_SWITCHES = (QCheckBox, QRadioButton)


class FocusRing(QObject):
    """Follows the focus through the application: fields always have the ring, buttons when a key brought the focus."""

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self._ring: _Ring | None = None
        app.focusChanged.connect(self._on_focus_changed)

    def _on_focus_changed(self, _old: QWidget | None, new: QWidget | None) -> None:
        ring, self._ring = self._ring, None
        if ring is not None and shiboken6.isValid(ring):
            ring.leave()
        _bring_into_view(new)
        target = _ringed(new)
        if target is None or (host := _host(target)) is None:
            return
        self._ring = _Ring(host, target)
        self._ring.destroyed.connect(self._on_ring_destroyed)

    def _on_ring_destroyed(self, gone: QObject) -> None:
        if self._ring is gone:
            self._ring = None


def install(app: QApplication) -> FocusRing:
    """Called once, after `theme.apply`."""
    return FocusRing(app)


def _bring_into_view(widget: QWidget | None) -> None:
    """Qt scrolls for Tab inside an area; F6, a shortcut and Tab from outside put the focus on what is out of sight."""
    if widget is None or QApplication.mouseButtons() != Qt.MouseButton.NoButton:
        return
    area = widget.parentWidget()
    while area is not None and not area.isWindow():
        if isinstance(area, QScrollArea) and widget.height() <= area.viewport().height():
            area.ensureWidgetVisible(widget, 0, 8)
        area = area.parentWidget()


def _ringed(widget: QWidget | None) -> QWidget | None:
    """What the ring goes around: a bare line edit lies in a frame that looks like the field."""
    if widget is None:
        return None
    if widget.property("bare"):
        widget = widget.parentWidget()
        while widget is not None and not widget.property("field"):
            widget = widget.parentWidget()
        return widget
    if isinstance(widget, _FIELDS):
        return widget
    by_pointer = QApplication.mouseButtons() != Qt.MouseButton.NoButton
    own = widget.property("kind") in ("segment", "stat") or widget.property("ringed")
    around = isinstance(widget, (QPushButton, *_SWITCHES)) or widget.property("ring_outside")
    return widget if around and not by_pointer and not own else None


def _host(target: QWidget) -> QWidget | None:
    """The nearest widget around the target in which the ring has room."""
    host = target.parentWidget()
    while host is not None and not host.isWindow():
        place = QRect(target.mapTo(host, QPoint(0, 0)), target.size()).adjusted(-_OUT, -_OUT, _OUT, _OUT)
        if host.rect().contains(place):
            return host
        host = host.parentWidget()
    return host


class _Ring(QWidget):
    def __init__(self, host: QWidget, target: QWidget) -> None:
        super().__init__(host)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._host, self._target = host, target
        self._watched: list[QWidget] = []
        widget: QWidget | None = target
        while widget is not None and widget is not host:
            widget.installEventFilter(self)
            self._watched.append(widget)
            widget = widget.parentWidget()
        self._follow()
        self.show()

    def leave(self) -> None:
        """Lets go of the widgets and disappears. A widget that dies with the focus is gone before it gives it away."""
        for widget in filter(shiboken6.isValid, self._watched):
            widget.removeEventFilter(self)
        self._watched = []
        self.hide()
        self.deleteLater()

    def _follow(self) -> None:
        place = QRect(self._target.mapTo(self._host, QPoint(0, 0)), self._target.size())
        if isinstance(self._target, _SWITCHES):  # only as wide as its words, and clear of the line below
            place.setWidth(min(place.width(), self._target.sizeHint().width() + _OUT))
            place.adjust(0, 2, 0, -2)
        self.setGeometry(place.adjusted(-_OUT, -_OUT, _OUT, _OUT))
        self.setVisible(self._target.isVisibleTo(self._host))
        self.raise_()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.Show, QEvent.Type.Hide):
            self._follow()
        return super().eventFilter(watched, event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        look = theme.current()
        kind = self._target.property("kind")
        round_ends = kind == "filter"
        radius = self.height() / 2 - 1 if round_ends else look.radius("control") + 3
        painter = QPainter(self)
        try:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(look.color("toast_action" if kind == "toast" else "accent"), 2))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), radius, radius)
        finally:
            painter.end()
