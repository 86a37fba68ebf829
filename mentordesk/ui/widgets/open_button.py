"""A button that leads somewhere: Enter opens it as Space does, wherever it stands. Knows no place."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton


class OpenButton(QPushButton):
    """Qt hears Enter for a button in dialogs only; a figure or a line of a list opens by Enter on pages too."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)
