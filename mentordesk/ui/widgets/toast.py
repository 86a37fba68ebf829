"""What has just been done, with one action, at the bottom of the window. Never for errors that need a decision."""

from collections.abc import Callable
from dataclasses import dataclass

import shiboken6
from PySide6.QtCore import QEasingCurve, QEvent, QObject, QPoint, QPropertyAnimation, QRect, Qt, QTimer
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QApplication, QFrame, QHBoxLayout, QStatusBar, QStyle, QWidget

from mentordesk.ui import icons
from mentordesk.ui.widgets.label import button, icon_label, label

SECONDS = 10
_ABOVE_BOTTOM, _ABOVE_KEPT = 20, 8
_HIGHEST_STOP = 120
"""What is higher, as a chart or a text, is still seen beside the toast."""
_KEPT = "above_toast"
_MOVING = (QEvent.Type.Resize, QEvent.Type.Move, QEvent.Type.Show, QEvent.Type.Hide)


def keep_free(part: QWidget) -> None:
    """What a page keeps at its foot to be clicked: the toast never covers it."""
    part.setProperty(_KEPT, True)


@dataclass(frozen=True)
class Notice:
    """`action` is a verb ("Undo"), `keys` its shortcut as people read it ("Ctrl Z")."""

    text: str
    action: str = ""
    keys: str = ""
    icon: str = "check"
    action_icon: str = ""


class Toast(QFrame):
    """One a window; the newest notice wins. Stays while the pointer or the focus is in it, goes with Esc."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._window = parent
        self.setProperty("toast", True)
        self.setProperty("region", True)
        self._before: QWidget | None = None
        self._on_action: Callable[[], object] | None = None
        self._icon = icon_label("check", "on_toast")
        self._text = label("")
        self._action = button("", "toast", on_click=self._act)
        self._keys = label("")
        self._keys.setProperty("keys", True)
        self._close = button("", "toast", on_click=self._leave)
        self._close.setAccessibleName("Close the message")
        self._close.setToolTip("Close")
        icons.show_on(self._close, "close", "on_toast", 14)
        inside = QHBoxLayout(self)
        inside.setContentsMargins(16, 5, 10, 5)
        inside.setSpacing(12)
        for part in (self._icon, self._text, self._action, self._keys, self._close):
            inside.addWidget(part)
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._on_time_over)
        self._slide = QPropertyAnimation(self, b"pos", self)
        self._slide.setDuration(120)
        self._slide.setEasingCurve(QEasingCurve.Type.OutCubic)
        parent.installEventFilter(self)
        self.hide()

    def show_notice(self, notice: Notice, on_action: Callable[[], object] | None = None) -> None:
        """Shows a notice for 10 seconds in place of the last one and has it read out politely."""
        self._on_action = on_action
        icons.show_on(self._icon, notice.icon, "toast_action")
        self._text.setText(notice.text)
        self._action.setText(notice.action)
        undo = notice.action_icon or ("undo" if notice.action == "Undo" else "")
        if undo:
            icons.show_on(self._action, undo, "toast_action")
        else:
            icons.drop_from(self._action)
        self._action.setVisible(bool(notice.action))
        self._keys.setText(notice.keys)
        self._keys.setVisible(bool(notice.keys))
        self.setAccessibleName(notice.text)
        self._appear()
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, notice.text))

    def text(self) -> str:
        """The sentence on screen; empty when there is none."""
        return self._text.text() if not self.isHidden() else ""

    def _appear(self) -> None:
        self.adjustSize()
        focus = self._window.focusWidget()
        self._before = self._before if self._has_focus() else focus
        place = self._place()
        self.move(place)  # before it is shown: a toast born under the pointer would take itself for hovered
        self.show()
        self.raise_()
        self._timer.start(SECONDS * 1000)
        if self.style().styleHint(QStyle.StyleHint.SH_Widget_Animation_Duration, None, self) <= 0:
            self.move(place)
            return
        self._slide.stop()
        self._slide.setStartValue(place + QPoint(0, 16))
        self._slide.setEndValue(place)
        self._slide.start()

    def _place(self) -> QPoint:
        room = self._window.rect()
        self.resize(min(self.sizeHint().width(), room.width() - 32), self.sizeHint().height())
        bar = self._window.findChild(QStatusBar)
        foot = bar.height() if bar is not None and bar.isVisible() else 0
        top = room.height() - foot - self.height() - _ABOVE_BOTTOM
        place = QRect(QPoint((room.width() - self.width()) // 2, top), self.size())
        for kept in sorted([*self._kept(), *self._stood_on()], key=QRect.top, reverse=True):
            if kept.intersects(place.adjusted(0, -_ABOVE_KEPT, 0, _ABOVE_KEPT)):
                place.moveBottom(kept.top() - 1 - _ABOVE_KEPT)
        return place.topLeft()

    def _kept(self) -> list[QRect]:
        """Where the parts are that stay free, as far as they are seen; they are watched from now on."""
        found = []
        for part in self._window.findChildren(QWidget):
            if part.property(_KEPT) or part.property("kind") == "primary":
                part.installEventFilter(self)
                seen = part.visibleRegion().boundingRect()
                if not seen.isEmpty():
                    found.append(seen.translated(part.mapTo(self._window, QPoint(0, 0))))
        return found

    def _stood_on(self) -> list[QRect]:
        """The row or the button that has the focus; a list is watched from now on for the row to be another one."""
        focus = self._window.focusWidget()
        if focus is None or self._has_focus() or not focus.isVisible():
            return []
        if isinstance(focus, QAbstractItemView):
            focus.viewport().installEventFilter(self)
            row, on = focus.visualRect(focus.currentIndex()), focus.viewport()
        else:
            row, on = focus.rect(), focus
        low = not row.isEmpty() and row.height() <= _HIGHEST_STOP
        return [row.translated(on.mapTo(self._window, QPoint(0, 0)))] if low else []

    def _hides_row(self) -> bool:
        return any(row.intersects(self.geometry()) for row in self._stood_on())

    def settle(self) -> None:
        """Another page stands below, or its parts have moved: find a place anew once they are laid out."""
        if not self.isHidden():
            QTimer.singleShot(0, self, self._move)

    def _move(self) -> None:
        self._slide.stop()
        self.move(self._place())

    def _on_time_over(self) -> None:
        if self.underMouse() or self._has_focus():
            self._timer.start(1000)
        else:
            self.hide()

    def _has_focus(self) -> bool:
        return self.isAncestorOf(QApplication.focusWidget() or QWidget())

    def _leave(self) -> None:
        """Disappear, with the focus back where it was when the notice came."""
        before = self._before
        if self._has_focus() and before is not None and shiboken6.isValid(before) and before.isVisible():
            before.setFocus(Qt.FocusReason.OtherFocusReason)
        self.hide()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._leave()
        else:
            super().keyPressEvent(event)

    def _act(self) -> None:
        self._leave()
        if self._on_action is not None:
            self._on_action()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if self.isHidden():
            return super().eventFilter(watched, event)
        if watched is self._window and isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            if event.key() == Qt.Key.Key_Escape:  # nothing else has taken it
                self._leave()
                return True
        elif event.type() in _MOVING or (event.type() is QEvent.Type.Paint and self._hides_row()):
            self.settle()
        return super().eventFilter(watched, event)
