"""A field for an amount that may have decimals: hours, years. Whole amounts are shown without a point."""

from PySide6.QtCore import QLocale, QSize, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QDoubleSpinBox, QWidget

from mentordesk.ui import theme


class AmountField(QDoubleSpinBox):
    """`unit` stands after the amount (" hours")."""

    def __init__(self, least: float, most: float, unit: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        plain = self.locale()
        plain.setNumberOptions(QLocale.NumberOption.OmitGroupSeparator)
        self.setLocale(plain)
        self.setDecimals(2)
        self.setRange(least, most)
        self.setSuffix(unit)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.lineEdit().setTextMargins(9, 0, 0, 0)

    def amount(self) -> int | float:
        """Whole where it can be: 3, not 3.0."""
        value = self.value()
        return int(value) if value == int(value) else value

    def textFromValue(self, value: float) -> str:
        shown = self.locale().toString(value, "f", self.decimals())
        point = self.locale().decimalPoint()
        return shown.rstrip("0").removesuffix(point) if point in shown else shown

    def sizeHint(self) -> QSize:
        """As high as the other fields; the style adds a frame that is not drawn."""
        return QSize(super().sizeHint().width(), theme.current().row("control"))

    def minimumSizeHint(self) -> QSize:
        return QSize(super().minimumSizeHint().width(), theme.current().row("control"))

    def wheelEvent(self, event: QWheelEvent) -> None:
        """The wheel scrolls the page: only with the focus does it change the amount."""
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()
