"""The questions about milestones: another date, a note, the reason why one is skipped."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtWidgets import QLineEdit, QWidget

from mentordesk.domain.dates import long
from mentordesk.domain.milestones import MilestoneRow
from mentordesk.domain.pairs import short_name
from mentordesk.domain.wording import counted, listed
from mentordesk.ui.desk_dialog import DeskDialog
from mentordesk.ui.widgets.date_field import DateField
from mentordesk.ui.widgets.label import label
from mentordesk.ui.widgets.number_field import NumberField
from mentordesk.ui.widgets.segments import SegmentedControl
from mentordesk.ui.workplace import Workplace

TO_DAY, BY_DAYS = "day", "days"


def named(rows: Sequence[MilestoneRow]) -> str:
    """One milestone by its title, several by their number."""
    return rows[0].title if len(rows) == 1 else counted(len(rows), "milestone")


def about(rows: Sequence[MilestoneRow]) -> str:
    """Whose milestones they are: "Samuel & Elif, Yusuf & Aoife and 4 more"."""
    return listed(list(dict.fromkeys(short_name(row.left, row.right) for row in rows)), 4)


class MoveDialog(DeskDialog):
    """Several milestones: all to one day, or each by so many days."""

    def __init__(self, workplace: Workplace, parent: QWidget, rows: Sequence[MilestoneRow]) -> None:
        super().__init__(workplace, parent, f"Move {named(rows)}", primary="Move date")
        self._rows = rows
        self.how = SegmentedControl([(TO_DAY, "To one day"), (BY_DAYS, "By days")], "How", stretch=True)
        self.day = DateField(workplace.today, max(workplace.today(), max(row.due_on for row in rows)))
        self.days = NumberField(-365, 365, " days")
        self.days.setValue(7)
        self.form.add_part(label(about(rows), "body", "text2", wrap=True))
        self.form.add("how", "How", self.how)
        self.form.add("day", "New date", self.day)
        self.form.add("days", "Later by", self.days, "Below zero is earlier. Each milestone moves from its own date.")
        self.how.chosen.connect(self._show_parts)
        self._show_parts()
        self.day.setFocus()

    def _show_parts(self, _how: object = None) -> None:
        self.form.box("day").setVisible(self.how.choice() == TO_DAY)
        self.form.box("days").setVisible(self.how.choice() == BY_DAYS)
        if self.isVisible():
            self.fit()

    def commit(self) -> bool:
        """Moves them in one step."""
        from mentordesk.services.pairs import milestones

        ids = [row.id for row in self._rows]
        if self.how.choice() == BY_DAYS:
            by = self.days.value()
            return not by or self.do(
                milestones.shift, ids, by, said=f"{named(self._rows)} moved by {counted(by, 'day')}"
            )
        day = self.day.value()
        if day is None:
            self.form.show_problems({"day": self.day.problem() or "Say to which day."})
            return False
        return self.do(milestones.move, ids, day, said=f"{named(self._rows)} moved to {long(day)}")


class ChangeDialog(DeskDialog):
    """One milestone: its date and a note on it."""

    def __init__(self, workplace: Workplace, parent: QWidget, row: MilestoneRow) -> None:
        super().__init__(workplace, parent, row.title, primary="Save")
        self._row = row
        self.due_on = DateField(workplace.today, row.due_on)
        self.note_line = QLineEdit(row.note)
        self.form.add_part(label(about([row]), "body", "text2", wrap=True))
        self.form.add("due_on", "Due", self.due_on)
        self.form.add("note", "Note", self.note_line)
        self.due_on.setFocus()

    def commit(self) -> bool:
        """Notes what changed, all in one step."""
        due_on = self.due_on.value()
        if due_on is None:
            self.form.show_problems({"due_on": self.due_on.problem() or "Say on which day."})
            return False
        note = self.note_line.text().strip()
        if (due_on, note) == (self._row.due_on, self._row.note):
            return True
        return self.do(_change, self._row, due_on, note, said=f"{self._row.title} changed")


def _change(session: Any, row: MilestoneRow, due_on: Any, note: str) -> None:
    from mentordesk.services.pairs import milestones

    if note != row.note:
        milestones.set_note(session, row.id, note)
    if due_on != row.due_on:
        milestones.move(session, [row.id], due_on)


class SkipDialog(DeskDialog):
    """Leaves milestones out by agreement, with the reason."""

    def __init__(self, workplace: Workplace, parent: QWidget, rows: Sequence[MilestoneRow]) -> None:
        super().__init__(workplace, parent, f"Skip {named(rows)} by agreement", primary=f"Skip {named(rows)}")
        self._rows = rows
        self.reason = QLineEdit()
        self.reason.setPlaceholderText("They work on another project together")
        self.form.add_part(label(about(rows), "body", "text2", wrap=True))
        hint = "Skipped milestones count neither as done nor as overdue."
        self.form.add("reason", "Why both agreed to leave it out", self.reason, hint)
        self.reason.setFocus()

    def commit(self) -> bool:
        """Skips them in one step."""
        from mentordesk.services.pairs import milestones

        ids = [row.id for row in self._rows]
        return self.do(milestones.skip, ids, self.reason.text(), said=f"{named(self._rows)} skipped by agreement")
