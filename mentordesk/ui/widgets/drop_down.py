"""A drop-down over choices with keys. Knows no meaning of a choice."""

from typing import Any

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QCursor, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import (
    QComboBox,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionComboBox,
    QStylePainter,
    QWidget,
)

from mentordesk.ui import theme

_FRAME = 42
"""What the style sheet puts around the words: borders, padding and the arrow."""
_ICON = 20
_LEAST, _MOST, _MOST_OPEN = 64, 220, 420


class DropDown(QComboBox):
    """Choices are (key, title). Emits `chosen(key)` when the coordinator chooses, not when the program does.

    A `snug` one is as wide as the words of its choice, for rows of filters; else as wide as the longest choice.
    """

    chosen = Signal(object)

    def __init__(
        self,
        choices: list[tuple[Any, str]] | None = None,
        name: str = "",
        parent: QWidget | None = None,
        *,
        snug: bool = False,
    ) -> None:
        super().__init__(parent)
        self._choices: list[Any] = []
        self._snug = snug
        self.setItemDelegate(QStyledItemDelegate(self))
        self.setMaxVisibleItems(14)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        if name:
            self.setAccessibleName(name)
        self.set_choices(choices or [])
        self.activated.connect(lambda _at: self.chosen.emit(self.choice()))
        self.currentIndexChanged.connect(self._on_index_changed)

    def _on_index_changed(self, _at: int) -> None:
        if self._snug:
            self.updateGeometry()

    def sizeHint(self) -> QSize:
        hint = super().sizeHint()
        if not self._snug:
            return hint
        icon = _ICON if not self.itemIcon(self.currentIndex()).isNull() else 0
        words = self.fontMetrics().horizontalAdvance(self.currentText())
        return QSize(min(words + icon + _FRAME, theme.current().wide(_MOST)), hint.height())

    def minimumSizeHint(self) -> QSize:
        if not self._snug:
            return super().minimumSizeHint()
        return QSize(min(theme.current().wide(_LEAST), self.sizeHint().width()), super().minimumSizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Words for which there is no room end in …: Qt cuts them in the middle of a letter."""
        painter, option = QStylePainter(self), QStyleOptionComboBox()
        try:
            self.initStyleOption(option)
            icon = _ICON if not option.currentIcon.isNull() else 0
            field = QStyle.SubControl.SC_ComboBoxEditField
            box = self.style().subControlRect(QStyle.ComplexControl.CC_ComboBox, option, field, self)
            elide, room = Qt.TextElideMode.ElideRight, box.width() - icon
            option.currentText = option.fontMetrics.elidedText(option.currentText, elide, room)
            painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option)
            painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)
        finally:
            painter.end()

    def showPopup(self) -> None:
        """It opens as wide as its longest choice: of cut ones several would look alike."""
        bar = self.view().verticalScrollBar().sizeHint().width()
        longest = self.view().sizeHintForColumn(0) + bar + _ICON
        self.view().setMinimumWidth(longest if self._snug else min(longest, theme.current().wide(_MOST_OPEN)))
        super().showPopup()

    def hidePopup(self) -> None:
        """A choice taken by the mouse elsewhere leaves no trace of the pointer: Qt tells of no leave below a list."""
        super().hidePopup()
        if not self.rect().contains(self.mapFromGlobal(QCursor.pos())):
            self.setAttribute(Qt.WidgetAttribute.WA_UnderMouse, False)
            self.update()

    def set_choices(self, choices: list[tuple[Any, str]]) -> None:
        """Other choices; the chosen key stays chosen if it is among them."""
        before = self.choice()
        self.clear()
        # Qt would hand back the words of an enumeration as plain text.
        self._choices = [key for key, _ in choices]
        for key, title in choices:
            self.addItem(title, key)
        self.choose(before)

    def choice(self) -> Any:
        """The chosen key; None without choices."""
        at = self.currentIndex()
        return self._choices[at] if 0 <= at < len(self._choices) else None

    def choose(self, key: Any) -> None:
        """Chooses a key silently; the first choice if there is no such key."""
        self.setCurrentIndex(self._choices.index(key) if key in self._choices else 0)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """The wheel scrolls the page: only with the focus does it change the choice."""
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()
