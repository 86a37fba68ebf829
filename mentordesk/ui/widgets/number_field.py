"""A field for a whole number with its unit: the room at the left that a style sheet does not give."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QSpinBox, QWidget

from mentordesk.ui import theme


class NumberField(QSpinBox):
    """`unit` stands after the number (" min"); `empty` is shown in place of the lowest value ("not set")."""

    def __init__(
        self, least: int = 0, most: int = 999, unit: str = "", *, empty: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setRange(least, most)
        self.setSuffix(unit)
        self.setSpecialValueText(empty)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.lineEdit().setTextMargins(9, 0, 0, 0)

    def sizeHint(self) -> QSize:
        """As high as the other fields; the style adds a frame that is not drawn."""
        return QSize(super().sizeHint().width(), theme.current().row("control"))

    def minimumSizeHint(self) -> QSize:
        return QSize(super().minimumSizeHint().width(), theme.current().row("control"))

    def wheelEvent(self, event: QWheelEvent) -> None:
        """The wheel scrolls the page: only with the focus does it change the number."""
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()
