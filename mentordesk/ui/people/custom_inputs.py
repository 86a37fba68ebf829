"""A field of the form for each attribute that the desk defines itself. Knows no person."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from mentordesk.domain.custom_values import NO, YES, field_key, said
from mentordesk.domain.people import CustomFieldRow, FieldKind
from mentordesk.ui.widgets.date_field import DateField
from mentordesk.ui.widgets.drop_down import DropDown
from mentordesk.ui.widgets.form import Form, literal
from mentordesk.ui.widgets.tag_field import TagField

_HINTS = {FieldKind.ORDERED: " (ordered)", FieldKind.CHOICES: " (many choices)"}


class CustomInputs(QObject):
    """Two beside each other, in the order of the settings."""

    changed = Signal()

    def __init__(self, fields: Sequence[CustomFieldRow], today: Callable[[], date], parent: QObject) -> None:
        super().__init__(parent)
        self._fields = fields
        self.widgets = {field.id: self._made(field, today) for field in fields}

    def add_to(self, form: Form) -> None:
        """Puts the fields into a form, by the names that errors use."""
        boxes = [
            (field_key(it.id), literal(it.name) + _HINTS.get(it.kind, ""), self.widgets[it.id]) for it in self._fields
        ]
        for at in range(0, len(boxes), 2):
            pair = boxes[at : at + 2]
            form.add_row(*pair) if len(pair) == 2 else form.add(*pair[0])

    def _made(self, field: CustomFieldRow, today: Callable[[], date]) -> QWidget:
        if field.kind is FieldKind.DATE:
            day = DateField(today)
            day.changed.connect(lambda _day: self.changed.emit())
            return day
        if field.kind is FieldKind.CHOICES:
            tags = TagField(field.choices, new_allowed=False)
            tags.changed.connect(lambda _words: self.changed.emit())
            return tags
        if field.kind in (FieldKind.TEXT, FieldKind.NUMBER):
            line = QLineEdit()
            line.textChanged.connect(lambda _text: self.changed.emit())
            return line
        drop_down = DropDown([("", "Not set"), *_choices(field)])
        drop_down.chosen.connect(lambda _key: self.changed.emit())
        return drop_down

    def set_values(self, values: Mapping[int, tuple[str, ...]]) -> None:
        """Shows a person's values; a choice that is none any more is dropped."""
        for field in self._fields:
            self._show(self.widgets[field.id], values.get(field.id, ()))

    def _show(self, widget: QWidget, values: tuple[str, ...]) -> None:
        first = values[0] if values else ""
        if isinstance(widget, DateField):
            widget.set_value(date.fromisoformat(first) if first else None)
        elif isinstance(widget, TagField):
            widget.set_tags(values)
        elif isinstance(widget, DropDown):
            widget.choose(first)
        elif isinstance(widget, QLineEdit):
            widget.setText(first)

    def values(self) -> dict[int, tuple[str, ...]]:
        """What stands in the fields; an empty one has no value."""
        return {field_id: _read(widget) for field_id, widget in self.widgets.items()}

    def names(self) -> list[str]:
        """How errors name the fields."""
        return [field_key(field.id) for field in self._fields]

    def problems(self) -> dict[str, str]:
        """Dates that are none."""
        dates = ((key, widget) for key, widget in self.widgets.items() if isinstance(widget, DateField))
        return {field_key(key): widget.problem() for key, widget in dates if widget.problem()}


def _choices(field: CustomFieldRow) -> list[tuple[str, str]]:
    if field.kind is FieldKind.YES_NO:
        return [(YES, "Yes"), (NO, "No")]
    return [(choice, said(field, choice)) for choice in field.choices]


def _read(widget: QWidget) -> tuple[str, ...]:
    if isinstance(widget, TagField):
        return tuple(widget.tags())
    if isinstance(widget, DateField):
        day = widget.value()
        return (day.isoformat(),) if day else ()
    text = str(widget.choice() or "") if isinstance(widget, DropDown) else ""
    if isinstance(widget, QLineEdit):
        text = widget.text().strip()
    return (text,) if text else ()
