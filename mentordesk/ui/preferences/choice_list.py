"""The choices of a field in their order: added, renamed in place, moved, removed. Remembers what each was called."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from mentordesk.ui import theme
from mentordesk.ui.widgets.label import button, icon_button

_OLD = Qt.ItemDataRole.UserRole


class _Lines(QListWidget):
    """F2 or a double click renames, Del removes, Alt+Up and Alt+Down move."""

    def __init__(self, owner: "ChoiceList") -> None:
        super().__init__(owner)
        self._owner = owner
        self.setProperty("framed", True)
        self.setProperty("lines", True)
        triggers = QAbstractItemView.EditTrigger
        self.setEditTriggers(triggers.DoubleClicked | triggers.EditKeyPressed)
        self.setFixedHeight((theme.current().line() + 8) * 6 + 4)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        key = Qt.Key(event.key())
        if key in steps and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self._owner.move_current(steps[key])
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self._owner.remove_current()
        else:
            super().keyPressEvent(event)


class _NewChoice(QLineEdit):
    """Enter adds what is typed; the dialog gets it only where nothing is."""

    def __init__(self, owner: "ChoiceList") -> None:
        super().__init__(owner)
        self._owner = owner

    def set_word(self, word: str) -> None:
        self.setPlaceholderText(f"Another {word}")
        self.setAccessibleName(f"Another {word}")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.text().strip():
            self._owner.add()
        else:
            super().keyPressEvent(event)


class ChoiceList(QWidget):
    """A choice that is given the name of another is merged with it when saved."""

    def __init__(self, choices: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.lines = _Lines(self)
        self.new = _NewChoice(self)
        self.setFocusProxy(self.lines)
        for choice in choices:
            self._append(choice, choice)
        self._lay_out()

    def _lay_out(self) -> None:
        buttons = QVBoxLayout()
        for icon, name, act in (
            ("arrow-up", "Move up", lambda: self.move_current(-1)),
            ("arrow-down", "Move down", lambda: self.move_current(1)),
            ("edit", "Rename", self.rename_current),
        ):
            buttons.addWidget(icon_button(icon, name, act))
        self.remove = icon_button("remove", "", self.remove_current)
        buttons.addWidget(self.remove)
        buttons.addStretch(1)
        above, below = QHBoxLayout(), QHBoxLayout()
        above.addWidget(self.lines, 1)
        above.addLayout(buttons)
        below.addWidget(self.new, 1)
        self.more = button("", icon="plus", on_click=self.add)
        below.addWidget(self.more)
        inside = QVBoxLayout(self)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(6)
        inside.addLayout(above)
        inside.addLayout(below)
        self.set_word("choice")

    def set_word(self, word: str) -> None:
        """What one of them is called: a choice, a level."""
        self.lines.setAccessibleName(f"{word.capitalize()}s")
        self.new.set_word(word)
        self.more.setText(f"Add {word}")
        self.remove.setToolTip(f"Remove the {word}")
        self.remove.setAccessibleName(f"Remove the {word}")

    def _append(self, text: str, old: str) -> None:
        item = QListWidgetItem(text)
        item.setData(_OLD, old)
        item.setSizeHint(QSize(0, theme.current().line() + 8))
        item.setFlags(item.flags() | Qt.ItemFlag.ItemIsEditable)
        self.lines.addItem(item)

    def choices(self) -> list[str]:
        """As they are called now, blank ones left out."""
        return [text for item in self._items() if (text := item.text().strip())]

    def renamed(self) -> dict[str, str]:
        """What was renamed: old name to new."""
        pairs = [(item.data(_OLD), item.text().strip()) for item in self._items()]
        return {old: new for old, new in pairs if old and new and old != new}

    def _items(self) -> list[QListWidgetItem]:
        return [self.lines.item(at) for at in range(self.lines.count())]

    def add(self) -> None:
        """Takes what is typed below the list; several at once if they are divided by commas or semicolons."""
        for text in self.new.text().replace(";", ",").split(","):
            if text.strip():
                self._append(text.strip(), "")
        self.new.clear()
        self.lines.scrollToBottom()

    def finish(self) -> None:
        """Takes what is typed but not added yet."""
        self.add()

    def move_current(self, step: int) -> None:
        """The choice with the focus changes places with its neighbor."""
        at = self.lines.currentRow()
        if at >= 0 and 0 <= at + step < self.lines.count():
            item = self.lines.takeItem(at)
            self.lines.insertItem(at + step, item)
            self.lines.setCurrentRow(at + step)

    def rename_current(self) -> None:
        """Edits the choice in place."""
        if self.lines.currentItem() is not None:
            self.lines.editItem(self.lines.currentItem())

    def remove_current(self) -> None:
        if self.lines.currentRow() >= 0:
            self.lines.takeItem(self.lines.currentRow())
