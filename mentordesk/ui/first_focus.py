"""Where the keyboard stands when a page has read its rows for the first time. Knows no page."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget


def settle(page: QWidget, target: QWidget | None) -> None:
    """Move the focus to `target` from wherever on the page it fell while the rows were read.

    It stays where it is outside the page, and in a search field: somebody asked for it.
    """
    focused = QApplication.focusWidget()
    if target is None or focused is None or not page.isAncestorOf(focused):
        return
    if not isinstance(focused, QLineEdit):
        target.setFocus(Qt.FocusReason.OtherFocusReason)
