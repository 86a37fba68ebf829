"""One milestone of a pair: open, done or skipped, its dates and a note; and a new one by hand."""

from datetime import date
from typing import Any

from PySide6.QtWidgets import QLineEdit, QWidget

from mentordesk.domain.milestones import MilestoneForm, MilestoneRow
from mentordesk.domain.people import first_name
from mentordesk.domain.programs import Format, StepOwner
from mentordesk.ui.pairs.committing import DeskDialog, NoteField
from mentordesk.ui.pairs.reading import PairSheet
from mentordesk.ui.widgets.date_field import DateField
from mentordesk.ui.widgets.drop_down import DropDown
from mentordesk.ui.widgets.segments import SegmentedControl
from mentordesk.ui.workplace import Workplace

OPEN, DONE, SKIPPED = "open", "done", "skipped"


class MilestoneDialog(DeskDialog):
    """All of it is one step of history."""

    def __init__(self, workplace: Workplace, parent: QWidget, row: MilestoneRow, state: str = "") -> None:
        super().__init__(workplace, parent, row.title)
        self._row = row
        self.state = SegmentedControl([(OPEN, "Open"), (DONE, "Done"), (SKIPPED, "Skipped")], "State", stretch=True)
        self.state.choose(state or _state(row))
        self.state.chosen.connect(self._show_parts)
        self.due_on = DateField(workplace.today, row.due_on)
        self.done_on = DateField(workplace.today, row.done_on or workplace.today())
        self.reason = QLineEdit(row.skip_reason)
        self.reason.setPlaceholderText("Why both agreed to leave it out")
        self.note_field = NoteField()
        self.note_field.setPlainText(row.note)
        self.note_field.entered.connect(self.primary.click)
        self.form.add("state", "State", self.state)
        self.form.add_row(("due_on", "Due", self.due_on), ("day", "Done on", self.done_on))
        self.form.add("reason", "Skipped by agreement because", self.reason)
        self.form.add("note", "Note", self.note_field)
        self._show_parts()
        self.state.setFocus()

    def _show_parts(self, _state: object = None) -> None:
        state = self.state.choice()
        self.form.box("day").setVisible(state == DONE)
        self.form.box("reason").setVisible(state == SKIPPED)
        if self.isVisible():
            self.fit()

    def commit(self) -> bool:
        """Notes what changed."""
        fields = {"due_on": self.due_on} | ({"day": self.done_on} if self.state.choice() == DONE else {})
        problems = {
            name: field.problem() or "Say on which day." for name, field in fields.items() if field.value() is None
        }
        if problems:
            self.form.show_problems(problems)
            return False
        values = self.state.choice(), self.due_on.value(), self.done_on.value(), self.reason.text()
        return self.do(settle, self._row, *values, self.note_field.toPlainText(), said=f"{self._row.title} changed")


def settle(
    session: Any, row: MilestoneRow, state: str, due_on: date, done_on: date | None, reason: str, note: str
) -> None:
    """Brings a milestone to what the dialog says; the step is named after the change that matters most."""
    from mentordesk.services import milestones

    if note.strip() != row.note:
        milestones.set_note(session, row.id, note)
    if due_on != row.due_on:
        milestones.move(session, [row.id], due_on)
    if state == DONE and (done_on != row.done_on) and done_on is not None:
        milestones.mark_done(session, [row.id], done_on)
    elif state == SKIPPED and (row.skipped_on is None or reason.strip() != row.skip_reason):
        milestones.skip(session, [row.id], reason)
    elif state == OPEN and _state(row) != OPEN:
        milestones.reopen(session, [row.id])


def _state(row: MilestoneRow) -> str:
    if row.done_on is not None:
        return DONE
    return SKIPPED if row.skipped_on is not None else OPEN


class NewMilestoneDialog(DeskDialog):
    """A milestone that is not in the plan."""

    def __init__(self, workplace: Workplace, parent: QWidget, sheet: PairSheet) -> None:
        super().__init__(workplace, parent, f"New milestone for {sheet.row.short}", primary="Add the milestone")
        self._pair_id = sheet.row.id
        self.milestone = QLineEdit()
        self.due_on = DateField(workplace.today, workplace.today())
        self.owner = DropDown(_owners(sheet))
        self.form.add("title", "Milestone", self.milestone)
        self.form.add_row(("due_on", "Due", self.due_on), ("owner", "Who does it", self.owner))
        self.milestone.setFocus()

    def commit(self) -> bool:
        """Adds it."""
        from mentordesk.services import milestones

        due_on = self.due_on.value()
        if due_on is None:
            self.form.show_problems({"due_on": self.due_on.problem() or "Say until when."})
            return False
        form = MilestoneForm(self._pair_id, self.milestone.text(), due_on, self.owner.choice())
        return self.do(milestones.add, form, said="Milestone added")


def _owners(sheet: PairSheet) -> list[tuple[StepOwner, str]]:
    both = [(StepOwner.BOTH, "Both")]
    if sheet.row.format is not Format.PEER:
        both += [
            (StepOwner.MENTOR, first_name(sheet.row.left)),
            (StepOwner.MENTEE, first_name(sheet.row.right)),
        ]
    return [*both, (StepOwner.COORDINATOR, "Coordinator")]
