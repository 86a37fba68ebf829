"""Every field of a person in one form, filled from a PersonForm and read into one. Knows no desk."""

from collections.abc import Callable
from dataclasses import dataclass, fields, replace
from datetime import date
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QCheckBox, QLineEdit, QPlainTextEdit, QWidget

from mentordesk.domain.people import CustomFieldRow, PersonForm
from mentordesk.ui import theme
from mentordesk.ui.people.custom_inputs import CustomInputs
from mentordesk.ui.people.word_field import WordField
from mentordesk.ui.widgets.date_field import DateField
from mentordesk.ui.widgets.form import Form
from mentordesk.ui.widgets.label import button, label, line, row
from mentordesk.ui.widgets.picker import Picker
from mentordesk.ui.widgets.segments import SegmentedControl
from mentordesk.ui.widgets.suggestions import Choice
from mentordesk.ui.widgets.tag_field import TagField

_LEVELS = range(1, 8)
_FROM = ((False, "This company"), (True, "Outside"))
TAGS = ("languages", "offers", "wants", "experience", "avoids")
WORDS = ("department", "location", "company")


@dataclass(frozen=True, slots=True)
class Offered:
    """What the fields offer: known words by field, who may be the manager, the desk's own fields."""

    words: dict[str, list[str]]
    managers: list[Choice]
    custom: list[CustomFieldRow]


class PersonFields(QObject):
    """Emits `changed` at every change, `manage_asked` for the settings of custom fields. `career` is the tick below the
    level that the dialog shows when a change may be a career milestone."""

    changed = Signal()
    manage_asked = Signal()

    def __init__(self, offered: Offered, today: Callable[[], date], parent: QWidget) -> None:
        super().__init__(parent)
        self._kept = PersonForm("")
        lines = ("name", "email", "title", "employee_number")
        self.lines: dict[str, QLineEdit] = {name: QLineEdit() for name in lines}
        self.lines |= {name: WordField(offered.words[name]) for name in WORDS}
        self.tags = {name: TagField(offered.words[name]) for name in TAGS}
        self.level = SegmentedControl([(it, str(it)) for it in _LEVELS], "Level", stretch=True, optional=True)
        self.manager = Picker("Nobody, or type a name")
        self.manager.set_choices(offered.managers)
        self.hired_on = DateField(today)
        self.external = SegmentedControl(list(_FROM), "Comes from", stretch=True)
        self.career = QCheckBox()
        self.notes = QPlainTextEdit()
        self.notes.setTabChangesFocus(True)
        self.notes.setFixedHeight(theme.current().line() * 3 + 18)
        self.custom = CustomInputs(offered.custom, today, self)
        self._listen()

    def _listen(self) -> None:
        tell = self.changed.emit
        for edit in self.lines.values():
            edit.textChanged.connect(lambda _text: tell())
        for field in self.tags.values():
            field.changed.connect(lambda _words: tell())
        self.level.chosen.connect(lambda _level: tell())
        self.manager.changed.connect(lambda _id: tell())
        self.hired_on.changed.connect(lambda _day: tell())
        self.external.chosen.connect(lambda _on: tell())
        self.notes.textChanged.connect(tell)
        self.custom.changed.connect(tell)

    def add_to(self, form: Form) -> None:
        """Lays the fields out as one reads them."""
        own, tags = self.lines, self.tags
        form.add_row(("name", "Name", own["name"]), ("email", "E-mail", own["email"]))
        form.add_row(
            ("title", "Title", own["title"]),
            ("department", "Department", own["department"]),
            ("location", "Place", own["location"]),
        )
        form.add_row(("level", "Level, 1 to 7 (ordered)", self.level), ("manager_id", "Manager", self.manager))
        form.add_part(self.career)
        self.career.hide()
        form.add_row(
            ("employee_number", "Employee number", own["employee_number"]),
            ("hired_on", "Joined on", self.hired_on),
            ("company", "Company", own["company"]),
        )
        form.add_row(("languages", "Speaks", tags["languages"]), ("external", "Comes from", self.external))
        form.add_part(line())
        form.add_part(label("Mentoring", "small_title"))
        form.add_row(("offers", "Offers (many)", tags["offers"]), ("wants", "Wants (many)", tags["wants"]))
        form.add_row(
            ("experience", "Life experience (many)", tags["experience"]),
            ("avoids", "Topics not wanted (many)", tags["avoids"]),
        )
        form.add_part(line())
        head = QWidget()
        manage = button("Manage…", "link", on_click=self.manage_asked.emit)
        manage.setAccessibleName("Manage custom fields")
        head.setLayout(row(label("Custom fields", "small_title"), manage, None))
        form.add_part(head)
        self.custom.add_to(form)
        form.add_part(line())
        form.add("notes", "Notes, for coordinators only", self.notes)

    def fill(self, person: PersonForm) -> None:
        """Shows a person."""
        self._kept = person
        for name, edit in self.lines.items():
            edit.setText(getattr(person, name))
        for name, field in self.tags.items():
            field.set_tags(getattr(person, name))
        self.level.choose(person.level)
        self.manager.set_value(person.manager_id)
        self.hired_on.set_value(person.hired_on)
        self.external.choose(person.external)
        self.notes.setPlainText(person.notes)
        self.custom.set_values(person.custom)

    def form(self) -> PersonForm:
        """What stands in the fields; the status is as it was."""
        typed: dict[str, Any] = {name: edit.text().strip() for name, edit in self.lines.items()}
        typed |= {name: tuple(field.tags()) for name, field in self.tags.items()}
        return replace(
            self._kept,
            **typed,
            level=self.level.choice(),
            manager_id=self.manager.value(),
            hired_on=self.hired_on.value(),
            external=self.external.choice(),
            notes=self.notes.toPlainText().strip(),
            custom=self.custom.values(),
        )

    def names(self) -> list[str]:
        """The names of the fields that errors can stand at."""
        others = ("level", "manager_id", "hired_on", "external", "notes")
        return [*self.lines, *self.tags, *others, *self.custom.names()]

    def problems(self) -> dict[str, str]:
        """What stands in the fields and is no value: by name of the field."""
        found = self.custom.problems()
        return found | ({"hired_on": self.hired_on.problem()} if self.hired_on.problem() else {})


def changed_fields(before: PersonForm, after: PersonForm) -> int:
    """How many fields differ; each custom field counts."""
    plain = sum(getattr(before, it.name) != getattr(after, it.name) for it in fields(PersonForm) if it.name != "custom")
    keys = set(before.custom) | set(after.custom)
    return plain + sum(before.custom.get(key, ()) != after.custom.get(key, ()) for key in keys)
