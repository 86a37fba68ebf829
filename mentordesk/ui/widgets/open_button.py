"""What Enter does: presses a button as Space does, wherever it stands, and acts once a press. Knows no place."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton


def presses(event: QKeyEvent) -> bool:
    """Whether a key is Enter; with Ctrl it is meant for the dialog around the button."""
    control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
    return event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not control and not event.isAutoRepeat()


_ACTING = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space, Qt.Key.Key_Delete, Qt.Key.Key_Backspace)


def held(event: QKeyEvent) -> bool:
    """Whether a key that acts is only still down: since a dialog that closed with it, or since it acted here."""
    return event.isAutoRepeat() and event.key() in _ACTING


class OpenButton(QPushButton):
    """Qt hears Enter for the default button of a dialog only, and that even while Cancel has the focus."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if presses(event):
            self.click()
        else:
            super().keyPressEvent(event)
