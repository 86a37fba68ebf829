"""A field of people that the desk defines: its name, its kind, its choices or levels, whether reports show it."""

from typing import Any

from PySide6.QtWidgets import QCheckBox, QLineEdit, QWidget

from mentordesk.domain.custom_values import CHOOSING
from mentordesk.domain.people import CustomFieldForm, CustomFieldRow, FieldKind
from mentordesk.ui.desk_dialog import DeskDialog
from mentordesk.ui.preferences.choice_list import ChoiceList
from mentordesk.ui.widgets.drop_down import DropDown
from mentordesk.ui.workplace import Workplace


class FieldDialog(DeskDialog):
    """A new field, or one that people have values of; renamed choices are renamed for them too."""

    def __init__(self, workplace: Workplace, parent: QWidget, row: CustomFieldRow | None = None) -> None:
        title = f"Change field {row.name}" if row else "Add a field of people"
        super().__init__(workplace, parent, title, primary="Save field" if row else "Add field")
        self._row = row
        self.field_name = QLineEdit(row.name if row else "")
        self.kind = DropDown([(kind, kind.word) for kind in FieldKind], "Kind")
        self.kind.choose(row.kind if row else FieldKind.TEXT)
        self.choices = ChoiceList(row.choices if row else ())
        self.hidden = QCheckBox("Leave out of reports")
        self.hidden.setChecked(bool(row and row.hidden_in_reports))
        self.form.add("name", "Name", self.field_name)
        self.form.add("kind", "Kind", self.kind)
        self.form.add("choices", "Choices", self.choices)
        self.form.add_part(self.hidden)
        self.kind.chosen.connect(self._show_parts)
        self._show_parts()
        self.field_name.setFocus()

    def _show_parts(self, _kind: object = None) -> None:
        kind = self.kind.choice()
        box = self.form.box("choices")
        box.setVisible(kind in CHOOSING)
        self.choices.set_word("level" if kind is FieldKind.ORDERED else "choice")
        box.set_title("Levels, from the lowest to the highest" if kind is FieldKind.ORDERED else "Choices")
        if self.isVisible():
            self.fit()

    def commit(self) -> bool:
        """One step, whatever has changed."""
        self.choices.finish()
        kind = self.kind.choice()
        choices = tuple(self.choices.choices()) if kind in CHOOSING else ()
        row_id = self._row.id if self._row else None
        form = CustomFieldForm(self.field_name.text(), kind, choices, self.hidden.isChecked(), row_id)
        renamed = self.choices.renamed() if kind in CHOOSING else {}
        said = f"Field {form.name.strip()} {'changed' if self._row else 'added'}"
        return self.do(_save, form, renamed, said=said)


def _save(session: Any, form: CustomFieldForm, renamed: dict[str, str]) -> int:
    """Renames by way of names that nothing has, so that two choices may swap theirs."""
    from mentordesk.services import custom_fields

    if form.id is not None:
        between = {old: f"{old} → {new}" for old, new in renamed.items()} if len(renamed) > 1 else {}
        for old, name in between.items():
            custom_fields.rename_choice(session, form.id, old, name)
        for old, new in renamed.items():
            custom_fields.rename_choice(session, form.id, between.get(old, old), new)
    return custom_fields.save(session, form)
