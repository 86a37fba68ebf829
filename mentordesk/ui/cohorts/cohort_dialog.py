"""Make or change a cohort: its program, name, dates and lead. Dates are proposed from the program's length."""

from datetime import date
from typing import Any

from PySide6.QtWidgets import QLineEdit, QWidget

from mentordesk.domain.cohorts import CohortForm, last_day
from mentordesk.domain.programs import ProgramRow
from mentordesk.domain.wording import counted
from mentordesk.ui.desk_dialog import DeskDialog
from mentordesk.ui.widgets.date_field import DateField
from mentordesk.ui.widgets.drop_down import DropDown
from mentordesk.ui.widgets.label import label
from mentordesk.ui.workplace import Workplace


def _programs(session: Any) -> list[ProgramRow]:
    from mentordesk.services.programs import programs

    return programs.rows(session)


class CohortDialog(DeskDialog):
    """Name and end follow program and start until they are changed by hand."""

    def __init__(
        self,
        workplace: Workplace,
        parent: QWidget | None,
        programs: list[ProgramRow],
        program_id: int | None = None,
        cohort_id: int | None = None,
    ) -> None:
        new = cohort_id is None
        super().__init__(workplace, parent, "New cohort" if new else "Edit cohort")
        self.primary.setText("Make the cohort" if new else "Save the cohort")
        self._id = cohort_id
        self.shows = True
        self._programs = {it.id: it for it in programs}
        self._own_name = self._own_end = not new
        usable = [it for it in programs if it.in_use or it.id == program_id or not new]
        self.program = DropDown([(it.id, it.name) for it in usable])
        self.program.choose(program_id)
        self.name = QLineEdit()
        self.starts_on, self.ends_on = DateField(workplace.today), DateField(workplace.today)
        self.matching_closes_on = DateField(workplace.today)
        self.lead = QLineEdit()
        self.plan = label("", "caption", "text2")
        self._fill_body()
        self._connect()
        self._fill()
        self.name.setFocus()
        self.name.selectAll()

    def _fill_body(self) -> None:
        self.form.add("program_id", "Program", self.program)
        self.form.add("name", "Name", self.name)
        self.form.add_row(("starts_on", "First day", self.starts_on), ("ends_on", "Last day", self.ends_on))
        self.form.add_row(
            ("matching_closes_on", "Matching closes (may be empty)", self.matching_closes_on),
            ("lead", "Lead", self.lead),
        )
        self.form.add_part(self.plan)

    def _connect(self) -> None:
        self.program.chosen.connect(lambda _id: self._propose())
        self.name.textEdited.connect(lambda _text: setattr(self, "_own_name", True))
        self.starts_on.changed.connect(self._on_start)
        self.ends_on.changed.connect(lambda _day: setattr(self, "_own_end", True))

    def _fill(self) -> None:
        if self._id is None:
            self._propose()
        else:
            from mentordesk.services.programs import cohorts

            self._show(self.workplace.desk.read(cohorts.form, self._id))

    def _propose(self) -> None:
        from mentordesk.services.programs import cohorts

        if self._id is not None or self.program.choice() is None:
            return
        form = self.workplace.desk.read(cohorts.proposal, self.program.choice())
        typed, start, end, lead = self.name.text(), self.starts_on.value(), self.ends_on.value(), self.lead.text()
        self._show(form)
        if self._own_name:
            self.name.setText(typed)
        if start is not None and end is not None and self._own_end:
            self.starts_on.set_value(start)
            self.ends_on.set_value(end)
        self.lead.setText(lead or form.lead)
        self._tell()

    def _show(self, form: CohortForm) -> None:
        self.program.choose(form.program_id)
        self.name.setText(form.name)
        self.starts_on.set_value(form.starts_on)
        self.ends_on.set_value(form.ends_on)
        self.matching_closes_on.set_value(form.matching_closes_on)
        self.lead.setText(form.lead)

    def _on_start(self, day: date | None) -> None:
        program = self._programs.get(self.program.choice())
        if day is None or program is None:
            return
        if not self._own_end:
            self.ends_on.set_value(last_day(day, program.length_months))
        self._tell()

    def _tell(self) -> None:
        from mentordesk.services.programs import programs

        if self._id is None:
            steps = len(self.workplace.desk.read(programs.plan, self.program.choice()))
            words = f"{counted(steps, 'milestone')} of the plan follow the start of each pair."
            self.plan.setText(words if steps else "The program has no milestone plan yet.")

    def commit(self) -> bool:
        """Makes or changes the cohort."""
        from mentordesk.services.programs import cohorts

        start, end = self.starts_on.value(), self.ends_on.value()
        problems = {}
        for name, field in (("starts_on", self.starts_on), ("ends_on", self.ends_on)):
            if field.value() is None:
                problems[name] = field.problem() or "Say on which day."
        if self.matching_closes_on.problem():
            problems["matching_closes_on"] = self.matching_closes_on.problem()
        if problems or start is None or end is None:
            self.form.show_problems(problems)
            return False
        form = CohortForm(
            name=self.name.text(),
            program_id=self.program.choice(),
            starts_on=start,
            ends_on=end,
            matching_closes_on=self.matching_closes_on.value(),
            lead=self.lead.text(),
        )
        said = f"{form.name.strip()} {'made' if self._id is None else 'changed'}"
        if not self.do(cohorts.save, form, self._id, said=said):
            return False
        if self._id is None and self.shows:
            self.workplace.go("cohorts", self.result_id)
        return True


def new_cohort(
    workplace: Workplace,
    parent: QWidget,
    program_id: int | None = None,
    cohort_id: int | None = None,
    shows: bool = True,
) -> CohortDialog | None:
    """Opens the dialog for a new cohort, or for the one with the id; without a program it says what comes first.

    A new cohort is shown afterwards, unless somebody is in the middle of something else.
    """
    programs = workplace.desk.read(_programs)
    if cohort_id is None and not any(it.in_use for it in programs):
        workplace.say(
            "A cohort belongs to a program, and there is none in use yet.",
            action="New program",
            on_action=lambda: workplace.command("new_program"),
        )
        return None
    dialog = CohortDialog(workplace, parent, programs, program_id, cohort_id)
    dialog.shows = shows
    dialog.open()
    return dialog
