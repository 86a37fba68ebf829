"""What tests of the whole window do with it."""

from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QLabel

from mentordesk.ui.main_window import MainWindow


def is_quiet(window: MainWindow) -> bool:
    page = window.office.current()
    return page.loaded and not window.workplace.reader.pending


def press(window: MainWindow, keys: str) -> None:
    """Trigger the menu entry that has these keys, as the platform would."""
    wanted = QKeySequence(keys)
    action = next(a for a in window.menus.actions.values() if wanted in a.shortcuts())
    assert action.isEnabled(), f"{action.text()} is gray"
    action.trigger()


def texts(window: MainWindow) -> str:
    return " | ".join(label.text() for label in window.findChildren(QLabel) if label.isVisible())
