"""A goal of a pair, a joint project, and the hours each side spends on it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDoubleSpinBox, QLineEdit, QWidget

from mentordesk.domain.goals import GoalForm, HoursForm, ProjectForm
from mentordesk.domain.pair_detail import ProjectRow
from mentordesk.domain.standing import Side
from mentordesk.ui.desk_dialog import DeskDialog
from mentordesk.ui.pairs.reading import PairSheet
from mentordesk.ui.widgets.date_field import DateField
from mentordesk.ui.widgets.note_field import NoteField
from mentordesk.ui.widgets.number_field import NumberField
from mentordesk.ui.widgets.segments import SegmentedControl
from mentordesk.ui.workplace import Workplace

_STEP = 5
_MOST_HOURS = 10_000.0
BOTH = "both"


class GoalDialog(DeskDialog):
    """A new goal, or one on record when `goal_id` is given."""

    def __init__(self, workplace: Workplace, parent: QWidget, sheet: PairSheet, goal_id: int | None = None) -> None:
        title = "New goal" if goal_id is None else "Change a goal"
        super().__init__(workplace, parent, title, primary="Add the goal" if goal_id is None else "Save")
        self._pair_id, self._goal_id = sheet.row.id, goal_id
        self.goal = QLineEdit()
        owners = [(BOTH, "Both"), (Side.LEFT.value, sheet.left), (Side.RIGHT.value, sheet.right)]
        self.owner = SegmentedControl(owners, "Whose goal", stretch=True)
        self.progress = NumberField(0, 100, " %")
        self.progress.setSingleStep(_STEP)
        self.due_on = DateField(workplace.today)
        self.note_field = NoteField()
        self.note_field.entered.connect(self.primary.click)
        self.form.add("title", "Goal", self.goal)
        self.form.add("owner", "Whose goal", self.owner)
        self.form.add_row(("progress", "Progress", self.progress), ("due_on", "By", self.due_on))
        self.form.add("note", "Note", self.note_field)
        if goal_id is not None:
            self._show_goal(goal_id)
        (self.goal if goal_id is None else self.progress).setFocus()

    def _show_goal(self, goal_id: int) -> None:
        from mentordesk.services import goals

        form = self.workplace.desk.read(goals.form, goal_id)
        self.goal.setText(form.title)
        self.owner.choose(form.owner.value if form.owner else BOTH)
        self.progress.setValue(form.progress)
        self.due_on.set_value(form.due_on)
        self.note_field.setPlainText(form.note)

    def commit(self) -> bool:
        """Adds or changes the goal."""
        from mentordesk.services import goals

        if self.due_on.problem():
            self.form.show_problems({"due_on": self.due_on.problem()})
            return False
        owner = None if self.owner.choice() == BOTH else Side(self.owner.choice())
        what = self.progress.value(), self.due_on.value(), self.note_field.toPlainText()
        form = GoalForm(self._pair_id, self.goal.text(), owner, *what)
        if self._goal_id is None:
            return self.do(goals.add, form, said="Goal added")
        return self.do(goals.change, self._goal_id, form, said="Goal changed")


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
        self.finished_on = DateField(workplace.today)
        self.outcome = NoteField()
        self.outcome.entered.connect(self.primary.click)
        self.form.add("title", "Project", self.project)
        self.form.add_row(
            ("hours_budget", "Hours approved", self.budget), ("approved_by", "Approved by", self.approved_by)
        )
        self.form.add_row(("started_on", "Start", self.started_on), ("finished_on", "Finished", self.finished_on))
        self.form.add("outcome", "What came of it", self.outcome)
        if project_id is not None:
            self._show_project(project_id)
        self.project.setFocus()

    def _show_project(self, project_id: int) -> None:
        from mentordesk.services import projects

        form = self.workplace.desk.read(projects.form, project_id)
        self.project.setText(form.title)
        self.budget.setValue(form.hours_budget)
        self.approved_by.setText(form.approved_by)
        self.started_on.set_value(form.started_on)
        self.finished_on.set_value(form.finished_on)
        self.outcome.setPlainText(form.outcome)

    def commit(self) -> bool:
        """Adds or changes the project."""
        from mentordesk.services import projects

        fields = {"started_on": self.started_on, "finished_on": self.finished_on}
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
        )
        if self._project_id is None:
            return self.do(projects.add, form, said="Project added")
        return self.do(projects.change, self._project_id, form, said="Project changed")


class HoursDialog(DeskDialog):
    """Hours that one side spent on a day."""

    def __init__(self, workplace: Workplace, parent: QWidget, sheet: PairSheet, project: ProjectRow) -> None:
        super().__init__(workplace, parent, f"Hours on {project.title}", primary="Add hours")
        self._project_id = project.id
        sides = [(Side.LEFT, sheet.left), (Side.RIGHT, sheet.right)]
        self.side = SegmentedControl(sides, "Who", stretch=True)
        self.hours = HoursField(0.0, 24.0, 1.0)
        self.day = DateField(workplace.today, workplace.today())
        self.what = QLineEdit()
        self.form.add("side", "Who", self.side)
        self.form.add_row(("hours", "Hours", self.hours), ("on", "Day", self.day))
        self.form.add("what", "On what", self.what)
        self.hours.setFocus()

    def commit(self) -> bool:
        """Adds the hours."""
        from mentordesk.services import projects

        on = self.day.value()
        if on is None:
            self.form.show_problems({"on": self.day.problem() or "Say on which day it was."})
            return False
        form = HoursForm(self._project_id, self.side.choice(), self.hours.value(), on, self.what.text())
        return self.do(projects.log_hours, form, said="Hours added")
