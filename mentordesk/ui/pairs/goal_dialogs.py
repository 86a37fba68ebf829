"""A goal of a pair: whose it is, how far it is, and where its owner stood and came to."""

from PySide6.QtWidgets import QLineEdit, QWidget

from mentordesk.domain.goals import LEAST_RATING, MOST_RATING, GoalForm, rating_words
from mentordesk.domain.standing import Side
from mentordesk.ui.desk_dialog import DeskDialog
from mentordesk.ui.pairs.reading import PairSheet
from mentordesk.ui.widgets.date_field import DateField
from mentordesk.ui.widgets.label import label
from mentordesk.ui.widgets.note_field import NoteField
from mentordesk.ui.widgets.number_field import NumberField
from mentordesk.ui.widgets.segments import SegmentedControl
from mentordesk.ui.workplace import Workplace

_STEP = 5
_RATINGS = f"How well does it go already, {LEAST_RATING} not at all to {MOST_RATING} fully? Rated by whose goal it is."
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
        self.start_rating, self.end_rating = _rating_field(), _rating_field()
        self.gained = label("", "strong_caption", "accent")
        for field in (self.start_rating, self.end_rating):
            field.valueChanged.connect(self._show_gained)
        self.note_field = NoteField()
        self.note_field.entered.connect(self.primary.click)
        self.form.add("title", "Goal", self.goal)
        self.form.add("owner", "Whose goal", self.owner)
        self.form.add_row(("progress", "Progress", self.progress), ("due_on", "By", self.due_on))
        self.form.add_row(
            ("start_rating", "Rating at the start", self.start_rating), ("end_rating", "Rating now", self.end_rating)
        )
        self.form.add_part(label(_RATINGS, "caption", "text3", wrap=True))
        self.form.add_part(self.gained)
        self.gained.hide()
        self.form.add("note", "Note", self.note_field)
        if goal_id is not None:
            self._show_goal(goal_id)
        (self.goal if goal_id is None else self.progress).setFocus()

    def _show_goal(self, goal_id: int) -> None:
        from mentordesk.services.pairs import goals

        form = self.workplace.desk.read(goals.form, goal_id)
        self.goal.setText(form.title)
        self.owner.choose(form.owner.value if form.owner else BOTH)
        self.progress.setValue(form.progress)
        self.due_on.set_value(form.due_on)
        self.start_rating.setValue(form.start_rating or 0)
        self.end_rating.setValue(form.end_rating or 0)
        self.note_field.setPlainText(form.note)

    def _ratings(self) -> tuple[int | None, int | None]:
        return self.start_rating.value() or None, self.end_rating.value() or None

    def _show_gained(self, _value: int) -> None:
        start, end = self._ratings()
        both = start is not None and end is not None
        self.gained.setText(rating_words(start, end) if both else "")
        self.gained.setVisible(both)
        if self.isVisible():
            self.fit()

    def commit(self) -> bool:
        """Adds or changes the goal."""
        from mentordesk.services.pairs import goals

        if self.due_on.problem():
            self.form.show_problems({"due_on": self.due_on.problem()})
            return False
        owner = None if self.owner.choice() == BOTH else Side(self.owner.choice())
        what = self.progress.value(), self.due_on.value(), self.note_field.toPlainText(), *self._ratings()
        form = GoalForm(self._pair_id, self.goal.text(), owner, *what)
        if self._goal_id is None:
            return self.do(goals.add, form, said="Goal added")
        return self.do(goals.change, self._goal_id, form, said="Goal changed")


def _rating_field() -> NumberField:
    return NumberField(LEAST_RATING - 1, MOST_RATING, empty="Not rated")
