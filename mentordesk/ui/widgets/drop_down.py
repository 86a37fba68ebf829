"""A drop-down over choices with keys. Knows no meaning of a choice."""

from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QComboBox, QStyledItemDelegate, QWidget


class DropDown(QComboBox):
    """Choices are (key, title). Emits `chosen(key)` when the coordinator chooses, not when the program does."""

    chosen = Signal(object)

    def __init__(
        self, choices: list[tuple[Any, str]] | None = None, name: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._choices: list[Any] = []
        self.setItemDelegate(QStyledItemDelegate(self))
        self.setMaxVisibleItems(14)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        if name:
            self.setAccessibleName(name)
        self.set_choices(choices or [])
        self.activated.connect(lambda _at: self.chosen.emit(self.choice()))

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
