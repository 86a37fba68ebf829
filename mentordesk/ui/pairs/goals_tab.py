"""Goals & milestones of a pair: what it works on, its steps with dates and states, the joint project, both careers."""

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from mentordesk.domain.goals import attainment_sentence
from mentordesk.domain.milestones import Ending, MilestoneRow
from mentordesk.domain.pair_detail import GoalRow, ProjectRow
from mentordesk.domain.people import CareerRow, first_name
from mentordesk.domain.standing import PairStatus
from mentordesk.ui import icons
from mentordesk.ui.milestone_dialog import MilestoneDialog
from mentordesk.ui.pairs.closing_card import ClosingCard
from mentordesk.ui.pairs.goal_dialogs import GoalDialog
from mentordesk.ui.pairs.goal_rows import GoalLine, MilestoneLine
from mentordesk.ui.pairs.level_body import LevelBody
from mentordesk.ui.pairs.new_milestone_dialog import NewMilestoneDialog
from mentordesk.ui.pairs.open_row import OpenRow
from mentordesk.ui.pairs.pair_actions import PairActions
from mentordesk.ui.pairs.project_dialogs import ProjectDialog
from mentordesk.ui.pairs.project_rows import ProjectPart
from mentordesk.ui.pairs.reading import PairSheet
from mentordesk.ui.widgets.kept_place import KeptPlace
from mentordesk.ui.widgets.label import button, column, label, line, row
from mentordesk.ui.workplace import Workplace


class GoalsTab(LevelBody):
    """Enter opens a row, Space marks a milestone done or opens it again, Del removes."""

    def __init__(self, workplace: Workplace, actions: PairActions, parent: QWidget, wide: bool = False) -> None:
        super().__init__(gap=4)
        self._workplace, self._actions, self._dialogs = workplace, actions, parent
        self._sheet: PairSheet | None = None
        self.goals: list[GoalLine] = []
        self.milestones: list[MilestoneLine] = []
        self.projects: list[ProjectPart] = []
        self._unfolded: set[int] = set()
        self.new_goal = button("New goal", icon="plus", on_click=self._add_goal, small=True)
        self.new_milestone = button("Add milestone", icon="plus", on_click=self._add_milestone, small=True)
        self.new_project = button("New project", icon="plus", on_click=self._add_project, small=True)
        self._rows = {name: QVBoxLayout() for name in ("goals", "milestones", "projects")}
        self.attained = label("", "caption", "text2", wrap=True)
        self._career = label("", "caption", "text2", wrap=True)
        self.closing = ClosingCard(actions)
        self._line = line()
        self._lay_out(wide)

    def _lay_out(self, wide: bool) -> None:
        """One column; on the full page the milestones stand beside the goals."""
        first, second = self.column, self.column
        if wide:
            both = QHBoxLayout()
            both.setSpacing(40)
            first, second = column(gap=4), column(gap=4)
            both.addLayout(first, 1)
            both.addLayout(second, 1)
            self.column.addLayout(both)
        for place, title, name, action in (
            (first, "Goals", "goals", self.new_goal),
            (second, "Milestones", "milestones", self.new_milestone),
            (first, "Joint project", "projects", self.new_project),
        ):
            place.addLayout(row(label(title, "section"), None, action))
            self._rows[name].setSpacing(0)
            place.addLayout(self._rows[name])
            if name == "goals":
                place.addWidget(self.attained)
            place.addSpacing(10)
        first.addWidget(self.closing)
        for part in (self._line, self._career):
            second.addWidget(part)
        for place in {id(it): it for it in (first, second)}.values():
            place.addStretch(1)

    def set_narrow(self, narrow: bool) -> None:
        """The small window has narrower margins."""
        self.set_margins(16 if narrow else 24, 14, 14)

    def show_sheet(self, sheet: PairSheet) -> None:
        """Shows another pair; scroll and focus stay with the same one."""
        same = self._sheet is not None and self._sheet.row.id == sheet.row.id
        place = KeptPlace(self, self._stops())
        self._sheet = sheet
        self.goals = [self._goal(goal, sheet.today) for goal in sheet.detail.goals]
        self.milestones = [self._milestone(milestone, sheet.today) for milestone in sheet.milestones]
        self.projects = [self._project(project, sheet) for project in sheet.detail.projects]
        self._fill("goals", self.goals, "No goal yet. What do the two want to reach?")
        self._show_attained(sheet)
        self._fill("milestones", self.milestones, _no_milestone(sheet))
        self._fill("projects", self.projects, "No joint project.")
        self.closing.show_sheet(sheet)
        self._career.setText(career_words(sheet.detail.career))
        for part in (self._line, self._career):
            part.setVisible(bool(sheet.detail.career))
        begun = sheet.row.begun
        for action in (self.new_goal, self.new_milestone, self.new_project):
            action.setEnabled(begun)
            action.setToolTip("" if begun else "Activate the pair first")
            self._actions.lock(action)
        if not same:
            self.verticalScrollBar().setValue(0)
        place.give_back(self._stops() or [self.new_goal], same=same)

    def _show_attained(self, sheet: PairSheet) -> None:
        gains = attainment_sentence((goal.owner, goal.attainment) for goal in sheet.detail.goals)
        self.attained.setText(f"Came forward, from 1 to 10: {gains}")
        self.attained.setVisible(bool(gains))

    def _all(self) -> list[OpenRow]:
        return [*self.goals, *self.milestones, *(row for part in self.projects for row in part.rows)]

    def _stops(self) -> list[QWidget]:
        """All lines, and the buttons of the projects: where the focus goes back to after a change."""
        return [*self._all(), *(action for part in self.projects for action in (part.add, part.edit, part.all))]

    def _fill(self, name: str, lines: Sequence[QWidget], nothing: str) -> None:
        layout = self._rows[name]
        while item := layout.takeAt(0):
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        for shown in lines:
            layout.addWidget(shown)
        if not lines:
            layout.addWidget(label(nothing, "body", "text2", wrap=True))

    # Rows

    def _goal(self, goal: GoalRow, today: date) -> GoalLine:
        made = GoalLine(goal, today)
        made.opened.connect(lambda: self._edit_goal(goal.id))
        made.delete_requested.connect(lambda: self._remove_goal(goal.id))
        made.menu_requested.connect(
            lambda place: self._menu(
                place,
                ("Edit…", "edit", lambda: self._edit_goal(goal.id)),
                ("Remove", "remove", lambda: self._remove_goal(goal.id)),
            )
        )
        return made

    def _milestone(self, milestone: MilestoneRow, today: date) -> MilestoneLine:
        made = MilestoneLine(milestone, today)
        self._actions.lock(made.done)
        made.opened.connect(lambda: self._edit_milestone(milestone))
        made.toggled.connect(lambda: self._toggle(milestone))
        made.delete_requested.connect(lambda: self._remove_milestone(milestone))
        made.menu_requested.connect(lambda place: self._milestone_menu(place, milestone))
        return made

    def _project(self, project: ProjectRow, sheet: PairSheet) -> ProjectPart:
        open_ = project.id in self._unfolded
        made = ProjectPart(self._workplace, self._actions, self._dialogs, sheet, project, open_=open_)
        made.unfolded.connect(self._on_unfolded)
        return made

    def _on_unfolded(self, project_id: int, open_: bool) -> None:
        (self._unfolded.add if open_ else self._unfolded.discard)(project_id)

    def _menu(self, place: QPoint, *entries: tuple[str, str, Callable[[], object]]) -> None:
        menu = QMenu(self)
        for text, icon, act in entries:
            menu.addAction(icons.icon(icon), text, act)
        self._actions.lock_entries(menu)
        menu.popup(place)

    def _milestone_menu(self, place: QPoint, milestone: MilestoneRow) -> None:
        open_ = milestone.done_on is None and milestone.skipped_on is None
        first = "Mark done today" if open_ else "Open again"
        entries: list[tuple[str, str, Callable[[], object]]] = [
            (first, "check" if open_ else "undo", lambda: self._toggle(milestone))
        ]
        if open_:
            entries += [
                ("Mark done on another day…", "calendar", lambda: self._edit_milestone(milestone, Ending.DONE)),
                ("Move the date…", "calendar", lambda: self._edit_milestone(milestone)),
                ("Skip by agreement…", "minus", lambda: self._edit_milestone(milestone, Ending.SKIPPED)),
            ]
        self._menu(place, *entries, ("Remove", "remove", lambda: self._remove_milestone(milestone)))

    # Actions: on a desk open to read only none of them

    def _add_goal(self) -> None:
        if self._sheet is not None:
            GoalDialog(self._workplace, self._dialogs, self._sheet).open()

    def _edit_goal(self, goal_id: int) -> None:
        if self._sheet is not None and self._actions.allowed:
            GoalDialog(self._workplace, self._dialogs, self._sheet, goal_id).open()

    def _remove_goal(self, goal_id: int) -> None:
        from mentordesk.services.pairs import goals

        if self._actions.allowed:
            self._workplace.do(goals.remove, goal_id, said="Goal removed")

    def _add_milestone(self) -> None:
        if self._sheet is not None:
            NewMilestoneDialog(self._workplace, self._dialogs, self._sheet).open()

    def _edit_milestone(self, milestone: MilestoneRow, ending: Ending | None = None) -> None:
        if self._actions.allowed:
            MilestoneDialog(self._workplace, self._dialogs, milestone, ending).open()

    def _toggle(self, milestone: MilestoneRow) -> None:
        from mentordesk.services.pairs import milestones

        if not self._actions.allowed:
            return
        if milestone.done_on is None and milestone.skipped_on is None:
            said = f"{milestone.title} done"
            self._workplace.do(milestones.mark_done, [milestone.id], self._workplace.today(), said=said)
        else:
            self._workplace.do(milestones.reopen, [milestone.id], said=f"{milestone.title} open again")

    def _remove_milestone(self, milestone: MilestoneRow) -> None:
        from mentordesk.services.pairs import milestones

        if self._actions.allowed:
            self._workplace.do(milestones.remove, [milestone.id], said=f"{milestone.title} removed")

    def _add_project(self) -> None:
        if self._sheet is not None:
            ProjectDialog(self._workplace, self._dialogs, self._sheet).open()


def _no_milestone(sheet: PairSheet) -> str:
    if sheet.row.status is PairStatus.PROPOSED:
        return "The plan is laid out once the pair is active."
    return "No milestone. The pair has no plan to follow; add its own."


def career_words(turns: tuple[CareerRow, ...]) -> str:
    """ "Career: Jonas, new role: Team lead (28 Apr 2026)". The newest three."""
    said = (
        f"{first_name(turn.person)}, {turn.kind.word.lower()}{': ' + turn.title if turn.title else ''} ({turn.on_text})"
        for turn in turns[:3]
    )
    return f"Career: {'. '.join(said)}." if turns else ""
