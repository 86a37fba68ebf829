"""One milestone of a pair as a small form: open, done or skipped, its dates and a note. Used by several pages."""

from PySide6.QtWidgets import QLineEdit, QWidget

from mentordesk.domain.milestones import Ending, MilestoneRow, ending_of
from mentordesk.domain.pairs import short_name
from mentordesk.ui.desk_dialog import DeskDialog
from mentordesk.ui.widgets.date_field import DateField
from mentordesk.ui.widgets.label import label
from mentordesk.ui.widgets.note_field import NoteField
from mentordesk.ui.widgets.segments import SegmentedControl
from mentordesk.ui.workplace import Workplace

_CHOICES = [(Ending.OPEN, "Open"), (Ending.DONE, "Done"), (Ending.SKIPPED, "Skipped")]


class MilestoneDialog(DeskDialog):
    """All of it is one step of history. `ending` is chosen at first in place of the milestone's own."""

    def __init__(self, workplace: Workplace, parent: QWidget, row: MilestoneRow, ending: Ending | None = None) -> None:
        super().__init__(workplace, parent, row.title)
        self._row = row
        self.state = SegmentedControl(_CHOICES, "State", stretch=True)
        self.state.choose(ending or ending_of(row.done_on, row.skipped_on))
        self.state.chosen.connect(self._show_parts)
        self.due_on = DateField(workplace.today, row.due_on)
        self.done_on = DateField(workplace.today, row.done_on or workplace.today())
        self.reason = QLineEdit(row.skip_reason)
        self.reason.setPlaceholderText("Why both agreed to leave it out")
        self.note_field = NoteField()
        self.note_field.setPlainText(row.note)
        self.note_field.entered.connect(self.primary.click)
        self._fill_body()
        self._show_parts()
        self.state.setFocus()

    def _fill_body(self) -> None:
        row = self._row
        owner = f", by {row.owner_name}" if row.owner_name != "Both" else ""
        self.form.add_part(label(f"{short_name(row.left, row.right)}{owner}", "body", "text2"))
        self.form.add("state", "State", self.state)
        self.form.add_row(("due_on", "Due", self.due_on), ("day", "Done on", self.done_on))
        self.form.add("reason", "Skipped by agreement because", self.reason)
        self.form.add("note", "Note", self.note_field)

    def _show_parts(self, _state: object = None) -> None:
        ending = self.state.choice()
        self.form.box("day").setVisible(ending == Ending.DONE)
        self.form.box("reason").setVisible(ending == Ending.SKIPPED)
        if self.isVisible():
            self.fit()

    def commit(self) -> bool:
        """Notes what changed."""
        from mentordesk.services.pairs import milestones

        ending = Ending(self.state.choice())
        fields = {"due_on": self.due_on} | ({"day": self.done_on} if ending is Ending.DONE else {})
        problems = {
            name: field.problem() or "Say on which day." for name, field in fields.items() if field.value() is None
        }
        if problems:
            self.form.show_problems(problems)
            return False
        values = self.due_on.value(), self.done_on.value(), self.reason.text(), self.note_field.toPlainText()
        return self.do(milestones.settle, self._row.id, ending, *values, said=f"{self._row.title} changed")
