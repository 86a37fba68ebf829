"""A field that finds one of many by typing: a person, a pair, a cohort. Knows no meaning of a choice."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from mentordesk.ui.widgets.field_line import FieldLine
from mentordesk.ui.widgets.label import icon_label, label, restyle
from mentordesk.ui.widgets.suggestions import Choice, Suggestions, found


class Picker(QFrame):
    """`value` is the id of the choice or None. Typing filters, accents do not matter; emptied means None."""

    changed = Signal(object)

    def __init__(
        self, placeholder: str = "Type a name", *, avatars: bool = True, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setProperty("field", True)
        self._choices: list[Choice] = []
        self._value: Any = None
        self._edit = _PickerEdit(self)
        self._edit.setPlaceholderText(placeholder)
        self._count = label("", "caption", "text3")
        self.setFocusProxy(self._edit)
        inside = QHBoxLayout(self)
        inside.setContentsMargins(10, 1, 10, 1)
        inside.setSpacing(6)
        inside.addWidget(icon_label("search", "text2", 15))
        inside.addWidget(self._edit, 1)
        inside.addWidget(self._count)
        self.suggestions = Suggestions(self._edit, avatars=avatars)
        self.suggestions.chosen.connect(self._on_chosen)
        self._edit.textEdited.connect(self._on_typed)

    def set_choices(self, choices: Sequence[Choice]) -> None:
        """What can be chosen; a value that is no longer among them is dropped."""
        self._choices = list(choices)
        self.set_value(self._value)

    def value(self) -> Any:
        """The id of the choice; None if nothing is chosen."""
        return self._value

    def set_value(self, value: Any) -> None:
        """Shows a choice silently; None, or an id that is not offered, shows an empty field."""
        choice = next((choice for choice in self._choices if choice.id == value), None)
        self._value = choice.id if choice else None
        self._edit.setText(choice.title if choice else "")
        if not self._edit.hasFocus():
            self._edit.setCursorPosition(0)  # of a long name its beginning is seen
        self._count.setText("")

    def setAccessibleName(self, name: str) -> None:
        super().setAccessibleName(name)
        self._edit.setAccessibleName(name)

    def text(self) -> str:
        """What stands in the field."""
        return self._edit.text()

    def offer(self, typed: str) -> None:
        """Opens the list with what matches."""
        hits = found(self._choices, typed)
        self._count.setText(f"{len(hits):,} found" if typed else "")
        self.suggestions.offer(hits, self)

    def settle(self) -> None:
        """Leaves a whole title in the field: what was typed and not chosen is taken back; an empty field is None."""
        if not self._edit.text().strip():
            self._take(None)
        self.set_value(self._value)

    def show_focus(self, focused: bool) -> None:
        """Draws the frame as a field with or without the focus."""
        self.setProperty("focused", focused)
        restyle(self)

    def _on_typed(self, typed: str) -> None:
        if typed.strip():
            self.offer(typed)
        else:
            self._count.setText("")
            self.suggestions.close()
            self._take(None)

    def _on_chosen(self, choice: Choice) -> None:
        self._take(choice.id)
        self.set_value(choice.id)

    def _take(self, value: Any) -> None:
        if value != self._value:
            self._value = value
            self.changed.emit(value)


class _PickerEdit(FieldLine):
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Down and not self._field.suggestions.is_open():
            self._field.offer("")
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.selectAll()

    def left(self, to_popup: bool) -> None:
        super().left(to_popup)
        if not to_popup:
            self._field.settle()
