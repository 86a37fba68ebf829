"""The line of text inside a framed field: the frame shows its focus. Knows no value of a field."""

from typing import Any

import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QLineEdit


class FieldLine(QLineEdit):
    """`field` is the frame around it, with `show_focus(bool)`; what a field does when it is left stands in `left`."""

    def __init__(self, field: Any) -> None:
        super().__init__(field)
        self.setProperty("bare", True)
        self._field = field

    def left(self, to_popup: bool) -> None:
        """The focus has gone, to the list or calendar of the field or elsewhere."""
        self._field.show_focus(False)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._field.show_focus(True)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if shiboken6.isValid(self._field):  # a frame that is being deleted takes the focus from its line first
            self.left(event.reason() == Qt.FocusReason.PopupFocusReason)
