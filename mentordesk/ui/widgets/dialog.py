"""The frame of every dialog: title, body, buttons at the right, the window behind it dimmed. Knows no task."""

from collections.abc import Callable

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, QTimer
from PySide6.QtGui import (
    QGuiApplication,
    QHideEvent,
    QKeyEvent,
    QMouseEvent,
    QMoveEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QRegion,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from mentordesk.ui import reading_order, theme
from mentordesk.ui.widgets.label import button, label
from mentordesk.ui.widgets.page_body import PageBody

_MARGIN = 24


class Dim(QWidget):
    """Covers the window behind a dialog with 28 % of the text color, in the dark with a darkness: a lighter window
    would draw the eye away from the dialog."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.setGeometry(window.rect())

    def paintEvent(self, _event: QPaintEvent) -> None:
        dark = theme.current().name == "dark"
        color = theme.current().color("rail" if dark else "text")
        painter = QPainter(self)
        try:
            painter.setOpacity(0.6 if dark else 0.28)
            painter.fillRect(self.rect(), color)
        finally:
            painter.end()


def cut_corners(window: QWidget) -> None:
    """Without a compositor X11 paints what is see-through black: there the corners are cut off."""
    if QGuiApplication.platformName() == "xcb":
        shape = QPainterPath()
        radius = theme.current().radius("dialog")
        shape.addRoundedRect(QRectF(window.rect()), radius, radius)
        window.setMask(QRegion(shape.toFillPolygon().toPolygon()))


class Dialog(QDialog):
    """`title` says what one does or what happened. Enter is the primary button, Esc is Cancel.

    Subclasses fill `body` and override `commit`: True closes the dialog as accepted.
    """

    def __init__(
        self,
        title: str,
        parent: QWidget | None,
        *,
        primary: str = "Save",
        cancel: str = "Cancel",
        destructive: bool = False,
        width: int = 460,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setWindowFlag(Qt.WindowType.FramelessWindowHint)
        self.setAttribute(Qt.WidgetAttribute.WA_TranslucentBackground)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self._window = parent.window() if parent else None
        self._dim: Dim | None = None
        self._wide = width
        self._placed: QPoint | None = None
        self.title = label(title, "section", wrap=True)
        self._scroll = PageBody(margin=0, gap=10)
        self.body = self._scroll.column
        self.note = label("", "caption", "text2", wrap=True)
        self.cancel = button(cancel, on_click=self.reject)
        self.cancel.setVisible(bool(cancel))
        self.primary = button(primary, "delete" if destructive else "primary", on_click=self._on_primary)
        self._make_default(self.cancel if destructive else self.primary)
        self._lay_out()

    def _make_default(self, chosen: QPushButton) -> None:
        chosen.setAutoDefault(True)
        chosen.setDefault(True)

    def _lay_out(self) -> None:
        self._frame = frame = QFrame(self)
        frame.setObjectName("dialog")
        frame.setProperty("dialog", True)
        self.head = QHBoxLayout()
        self.head.addWidget(self.title, 1)
        self._buttons = QHBoxLayout()
        self._buttons.setSpacing(8)
        self._buttons.addWidget(self.note, 1)
        self._buttons.addWidget(self.cancel)
        self._buttons.addWidget(self.primary)
        self._inside = inside = QVBoxLayout(frame)
        inside.setContentsMargins(_MARGIN, 20, _MARGIN, 20)
        inside.setSpacing(12)
        inside.addLayout(self.head)
        inside.addWidget(self._scroll, 1)
        inside.addSpacing(4)
        inside.addLayout(self._buttons)
        self._whole = whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(frame)

    def add_alternative(self, text: str, on_click: Callable[[], object], kind: str = "secondary") -> QPushButton:
        """A button between Cancel and the primary one."""
        made = button(text, kind, on_click=on_click)
        self._buttons.insertWidget(self._buttons.count() - 1, made)
        return made

    def commit(self) -> bool:
        """What the primary button does; False leaves the dialog open, with its errors in place."""
        return True

    def _on_primary(self) -> None:
        if self.commit():
            self.accept()
        elif self.isVisible():
            self.fit()  # for what it says now about the fields

    def sizeHint(self) -> QSize:
        hint = super().sizeHint()
        window = self._room()
        width = max(theme.current().wide(self._wide), hint.width())
        chrome = self._whole.sizeHint().height() - self._scroll.sizeHint().height()
        needed = chrome + self._scroll.height_for(width - 2 * _MARGIN)
        return QSize(min(width, window.width() - 32), min(needed, window.height() - 40))

    def _room(self) -> QSize:
        """The size of the main window: a dialog over a small dialog may be larger than that."""
        below = self._window
        while isinstance(below, Dialog) and below._window is not None:
            below = below._window
        return below.size() if below else QSize(1024, 700)

    def showEvent(self, event: QShowEvent) -> None:
        if self._window and self._dim is None:
            self._dim = Dim(self._window)
            self._dim.show()
            self._dim.raise_()
        self.setWindowTitle(self.windowTitle() or self.title.text())  # said by a screen reader
        self.fit()
        super().showEvent(event)

    def fit(self) -> None:
        """Takes the size that the content needs, in the middle of the window."""
        self._scroll.column.activate()
        self._scroll.updateGeometry()
        self._frame.updateGeometry()
        self.resize(self.sizeHint())
        if self._window:
            self._placed = self._window.mapToGlobal(self._window.rect().center()) - self.rect().center()
            self.move(self._placed)

    def moveEvent(self, event: QMoveEvent) -> None:
        """Some window managers of X11 tell of the corner of the screen before they place a dialog, and never of its
        place: lists and calendars would then open in that corner."""
        super().moveEvent(event)
        if self._placed is not None and not self._placed.isNull() and event.pos().isNull():
            place, self._placed = self._placed, None
            QTimer.singleShot(0, self, lambda: self.move(place))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        cut_corners(self)

    def hideEvent(self, event: QHideEvent) -> None:
        if self._dim is not None:
            self._dim.deleteLater()
            self._dim.hide()
            self._dim = None
        super().hideEvent(event)

    def focusNextPrevChild(self, next: bool) -> bool:
        """Fields made after the buttons come before them."""
        return reading_order.step(self, next) or super().focusNextPrevChild(next)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier and self.primary.isEnabled():
            self._on_primary()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """The dialog is moved by its empty places: it has no title bar."""
        self._placed = None
        if self.windowHandle() is not None and event.button() == Qt.MouseButton.LeftButton:
            self.windowHandle().startSystemMove()
        super().mousePressEvent(event)
