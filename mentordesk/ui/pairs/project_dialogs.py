"""A joint project of a pair, and the hours each side spends on it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDoubleSpinBox, QLineEdit, QWidget

from mentordesk.domain.goals import HoursForm, ProjectForm
from mentordesk.domain.pair_detail import HoursRow, ProjectRow
from mentordesk.domain.standing import Side
from mentordesk.ui.desk_dialog import DeskDialog
from mentordesk.ui.pairs.reading import PairSheet
from mentordesk.ui.widgets.date_field import DateField
from mentordesk.ui.widgets.note_field import NoteField
from mentordesk.ui.widgets.segments import SegmentedControl
from mentordesk.ui.workplace import Workplace

_MOST_HOURS, MOST_HOURS_A_DAY = 10_000.0, 24.0


class HoursField(QDoubleSpinBox):
    """Hours with a half as the step."""

    def __init__(self, least: float, most: float, value: float) -> None:
        super().__init__()
        self.setRange(least, most)
        self.setDecimals(1)
        self.setSingleStep(0.5)
        self.setSuffix(" h")
        self.setValue(value)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.lineEdit().setTextMargins(9, 0, 0, 0)


class ProjectDialog(DeskDialog):
    """A new joint project, or one on record when `project_id` is given."""

    def __init__(self, workplace: Workplace, parent: QWidget, sheet: PairSheet, project_id: int | None = None) -> None:
        title = "New joint project" if project_id is None else "Change the joint project"
        super().__init__(workplace, parent, title, primary="Add the project" if project_id is None else "Save")
        self._pair_id, self._project_id = sheet.row.id, project_id
        self.project, self.approved_by = QLineEdit(), QLineEdit()
        self.budget = HoursField(0.0, _MOST_HOURS, 0.0)
        self.started_on = DateField(workplace.today, workplace.today())
        self.finished_on, self.approved_on = DateField(workplace.today), DateField(workplace.today)
        self.outcome = NoteField()
        self.outcome.entered.connect(self.primary.click)
        self.form.add("title", "Project", self.project)
        self.form.add("hours_budget", "Hours approved", self.budget, "0: no budget was set")
        self.form.add_row(
            ("approved_by", "Approved by", self.approved_by), ("approved_on", "Approved on", self.approved_on)
        )
        self.form.add_row(("started_on", "Start", self.started_on), ("finished_on", "Finished", self.finished_on))
        self.form.add("outcome", "What came of it", self.outcome)
        if project_id is not None:
            self._show_project(project_id)
        self.project.setFocus()

    def _show_project(self, project_id: int) -> None:
        from mentordesk.services.pairs import projects

        form = self.workplace.desk.read(projects.form, project_id)
        self.project.setText(form.title)
        self.budget.setValue(form.hours_budget)
        self.approved_by.setText(form.approved_by)
        self.started_on.set_value(form.started_on)
        self.finished_on.set_value(form.finished_on)
        self.approved_on.set_value(form.approved_on)
        self.outcome.setPlainText(form.outcome)

    def commit(self) -> bool:
        """Adds or changes the project."""
        from mentordesk.services.pairs import projects

        fields = {
            "approved_on": self.approved_on,
            "started_on": self.started_on,
            "finished_on": self.finished_on,
        }
        problems = {name: field.problem() for name, field in fields.items() if field.problem()}
        if problems:
            self.form.show_problems(problems)
            return False
        form = ProjectForm(
            pair_id=self._pair_id,
            title=self.project.text(),
            hours_budget=self.budget.value(),
            approved_by=self.approved_by.text(),
            started_on=self.started_on.value(),
            finished_on=self.finished_on.value(),
            outcome=self.outcome.toPlainText(),
            approved_on=self.approved_on.value(),
        )
        if self._project_id is None:
            return self.do(projects.add, form, said="Project added")
        return self.do(projects.change, self._project_id, form, said="Project changed")


class HoursDialog(DeskDialog):
    """Hours that one side spent on a day; those on record when `spent` is given."""

    def __init__(
        self,
        workplace: Workplace,
        parent: QWidget,
        sheet: PairSheet,
        project: ProjectRow,
        spent: HoursRow | None = None,
    ) -> None:
        title = f"Hours on {project.title}"
        super().__init__(workplace, parent, title, primary="Add hours" if spent is None else "Save")
        self._project_id, self._spent = project.id, spent
        self.side = SegmentedControl([(Side.LEFT, sheet.left), (Side.RIGHT, sheet.right)], "Who", stretch=True)
        self.hours = HoursField(0.0, MOST_HOURS_A_DAY, 1.0)
        self.day = DateField(workplace.today, workplace.today())
        self.what = QLineEdit()
        self.form.add("side", "Who", self.side)
        self.form.add_row(("hours", "Hours", self.hours), ("on", "Day", self.day))
        self.form.add("what", "On what", self.what)
        if spent is not None:
            self.side.choose(spent.side)
            self.hours.setValue(spent.hours)
            self.day.set_value(spent.on)
            self.what.setText(spent.what)
        self.hours.setFocus()

    def commit(self) -> bool:
        """Adds or changes the hours."""
        from mentordesk.services.pairs import projects

        on = self.day.value()
        if on is None:
            self.form.show_problems({"on": self.day.problem() or "Say on which day it was."})
            return False
        form = HoursForm(self._project_id, self.side.choice(), self.hours.value(), on, self.what.text())
        if self._spent is None:
            return self.do(projects.log_hours, form, said="Hours added")
        return self.do(projects.change_hours, self._spent.id, form, said="Hours changed")
