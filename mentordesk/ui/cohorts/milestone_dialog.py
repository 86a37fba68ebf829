"""A cell of the heat map as a small form: open, done or skipped, its dates and a note."""

from datetime import date
from typing import Any

from PySide6.QtWidgets import QLineEdit, QWidget

from mentordesk.domain.milestones import MilestoneRow
from mentordesk.domain.pairs import short_name
from mentordesk.ui.desk_dialog import DeskDialog
from mentordesk.ui.widgets.date_field import DateField
from mentordesk.ui.widgets.label import label
from mentordesk.ui.widgets.segments import SegmentedControl
from mentordesk.ui.workplace import Workplace

OPEN, DONE, SKIPPED = "open", "done", "skipped"


class CellDialog(DeskDialog):
    """One milestone of one pair; all of it is one step of history."""

    def __init__(self, workplace: Workplace, parent: QWidget, row: MilestoneRow, state: str = "") -> None:
        super().__init__(workplace, parent, row.title)
        self._row = row
        self.state = SegmentedControl([(OPEN, "Open"), (DONE, "Done"), (SKIPPED, "Skipped")], "State", stretch=True)
        self.state.choose(state or state_of(row))
        self.state.chosen.connect(self._show_parts)
        self.due_on = DateField(workplace.today, row.due_on)
        self.done_on = DateField(workplace.today, row.done_on or workplace.today())
        self.reason = QLineEdit(row.skip_reason)
        self.reason.setPlaceholderText("Why both agreed to leave it out")
        self.note_line = QLineEdit(row.note)
        self._lay_out()
        self._show_parts()
        self.state.setFocus()

    def _lay_out(self) -> None:
        row = self._row
        owner = f", by {row.owner_name}" if row.owner_name != "Both" else ""
        self.form.add_part(label(f"{short_name(row.left, row.right)}{owner}", "body", "text2"))
        self.form.add("state", "State", self.state)
        self.form.add_row(("due_on", "Due", self.due_on), ("day", "Done on", self.done_on))
        self.form.add("reason", "Skipped by agreement because", self.reason)
        self.form.add("note", "Note", self.note_line)

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
        return self.do(settle, self._row, *values, self.note_line.text(), said=f"{self._row.title} changed")


def settle(
    session: Any, row: MilestoneRow, state: str, due_on: date, done_on: date | None, reason: str, note: str
) -> None:
    """Brings a milestone to what the form says; the step is named after the change that matters most."""
    from mentordesk.services import milestones

    if note.strip() != row.note:
        milestones.set_note(session, row.id, note)
    if due_on != row.due_on:
        milestones.move(session, [row.id], due_on)
    if state == DONE and done_on is not None and done_on != row.done_on:
        milestones.mark_done(session, [row.id], done_on)
    elif state == SKIPPED and (row.skipped_on is None or reason.strip() != row.skip_reason):
        milestones.skip(session, [row.id], reason)
    elif state == OPEN and state_of(row) != OPEN:
        milestones.reopen(session, [row.id])


def state_of(row: MilestoneRow) -> str:
    """Open, done or skipped."""
    if row.done_on is not None:
        return DONE
    return SKIPPED if row.skipped_on is not None else OPEN
