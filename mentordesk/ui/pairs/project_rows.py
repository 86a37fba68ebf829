"""Joint projects of a pair: hours against the budget, who spent them when, what came of it. All can be changed."""

from datetime import date

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QVBoxLayout, QWidget

from mentordesk.domain import dates
from mentordesk.domain.pair_detail import HoursRow, ProjectRow
from mentordesk.domain.standing import Side
from mentordesk.ui import icons, theme
from mentordesk.ui.pairs.goal_rows import headed
from mentordesk.ui.pairs.health_box import HealthShape
from mentordesk.ui.pairs.open_row import OpenRow
from mentordesk.ui.pairs.pair_actions import PairActions
from mentordesk.ui.pairs.project_dialogs import HoursDialog, ProjectDialog
from mentordesk.ui.pairs.reading import PairSheet
from mentordesk.ui.widgets.elided_label import ElidedLabel
from mentordesk.ui.widgets.flow import FlowLayout
from mentordesk.ui.widgets.label import button, label, row
from mentordesk.ui.widgets.progress_bar import ProgressBar
from mentordesk.ui.workplace import Workplace

_WHO, _HOURS, _DAY = 110, 60, 90


class ProjectLine(OpenRow):
    """Title, hours against the budget, hours per side, who approved them, what came of it."""

    edits = True

    def __init__(self, project: ProjectRow, left: str, right: str, today: date) -> None:
        of = hours_words(project)
        over = f", {over_words(project)}" if project.over else ""
        super().__init__(f"{project.title}, {of}{over}")
        inside = QVBoxLayout(self)
        inside.setContentsMargins(2, 4, 2, 6)
        inside.setSpacing(4)
        inside.addLayout(headed(project.title, of))
        bar = ProgressBar(*used(project))
        bar.setAccessibleName(of + over)
        bar.setToolTip(of + over)
        inside.addWidget(bar)
        sides = (
            label(f"{left} {project.left_hours:g} h", "strong_caption", "left"),
            label(f"{right} {project.right_hours:g} h", "strong_caption", "right"),
        )
        self.rest = label(over_words(project) or rest(project), "strong_caption" if project.over else "caption")
        self.rest.setProperty("tone", "risk" if project.over else "text2")
        last = QWidget()
        last.setLayout(row(*((HealthShape("at_risk"),) if project.over else ()), self.rest, gap=6))
        inside.addWidget(_wrapped(*sides, last))
        self.facts = facts(project, today)
        for fact in self.facts:
            inside.addWidget(label(fact, "caption", "text2", wrap=True))


def _wrapped(*parts: QWidget) -> QWidget:
    """Beside each other, long names below each other."""
    made = QWidget()
    flow = FlowLayout(made, gap=10)
    for part in parts:
        flow.addWidget(part)
    return made


class HoursLine(OpenRow):
    """Who, how long, when, on what."""

    edits = True

    def __init__(self, spent: HoursRow, who: str, today: date) -> None:
        day = dates.short(spent.on, today)
        super().__init__(", ".join(part for part in (who, f"{spent.hours:g} hours", day, spent.what) if part))
        look = theme.current()
        name = ElidedLabel(who, "strong_caption", f"{spent.side.value}_text")
        hours, on = label(f"{spent.hours:g} h", "caption"), label(day, "caption", "text2")
        for part, width in ((name, _WHO), (hours, _HOURS), (on, _DAY)):
            part.setFixedWidth(look.wide(width))
        inside = QHBoxLayout(self)
        inside.setContentsMargins(12, 2, 2, 2)
        inside.setSpacing(8)
        for part in (name, hours, on):
            inside.addWidget(part)
        inside.addWidget(ElidedLabel(spent.what, "caption", "text2"), 1)
        self.setMinimumHeight(look.line("caption") + 9)


class ProjectPart(QWidget):
    """One project: its line, its actions, and the hours one by one where asked for: `unfolded(id, whether)`."""

    unfolded = Signal(int, bool)

    def __init__(
        self,
        workplace: Workplace,
        actions: PairActions,
        dialogs: QWidget,
        sheet: PairSheet,
        project: ProjectRow,
        *,
        open_: bool,
    ) -> None:
        super().__init__()
        self._workplace, self._actions, self._dialogs = workplace, actions, dialogs
        self._sheet, self.project = sheet, project
        self.line = ProjectLine(project, sheet.left, sheet.right, sheet.today)
        self.line.opened.connect(self._edit)
        self.line.delete_requested.connect(self._remove)
        self.line.menu_requested.connect(self._show_menu)
        self.add: QPushButton = button("Add hours", icon="clock", on_click=self._add_hours, small=True)
        self.edit: QPushButton = button("Edit", on_click=self._edit, small=True)
        self.all: QPushButton = button("", "link", on_click=lambda: self._unfold(self._folded))
        actions.lock(self.add, self.edit)
        self.hours = [self._hours_line(spent) for spent in project.spent]
        self._entries = QWidget()
        entries = QVBoxLayout(self._entries)
        entries.setContentsMargins(0, 4, 0, 0)
        entries.setSpacing(0)
        for each in self.hours:
            entries.addWidget(each)
        inside = QVBoxLayout(self)
        inside.setContentsMargins(0, 0, 0, 6)
        inside.setSpacing(2)
        inside.addWidget(self.line)
        inside.addLayout(row(self.add, self.edit, self.all, None))
        inside.addWidget(self._entries)
        self.all.setVisible(bool(self.hours))
        self._folded = True
        self._unfold(open_ and bool(self.hours))

    @property
    def rows(self) -> list[OpenRow]:
        """What the focus can be on, from above."""
        return [self.line, *(() if self._folded else self.hours)]

    def _unfold(self, open_: bool) -> None:
        self._folded = not open_
        self._entries.setVisible(open_)
        self.all.setText("Hide the hours" if open_ else "Show the hours one by one")
        self.unfolded.emit(self.project.id, open_)

    def _hours_line(self, spent: HoursRow) -> HoursLine:
        who = self._sheet.left if spent.side is Side.LEFT else self._sheet.right
        made = HoursLine(spent, who, self._sheet.today)
        made.opened.connect(lambda: self._edit_hours(spent))
        made.delete_requested.connect(lambda: self._remove_hours(spent))
        made.menu_requested.connect(lambda place: self._show_hours_menu(place, spent))
        return made

    # Actions: on a desk open to read only none of them

    def _edit(self) -> None:
        if self._actions.allowed:
            ProjectDialog(self._workplace, self._dialogs, self._sheet, self.project.id).open()

    def _remove(self) -> None:
        from mentordesk.services.pairs import projects

        if self._actions.allowed:
            self._workplace.do(projects.remove, self.project.id, said="Project removed")

    def _add_hours(self) -> None:
        HoursDialog(self._workplace, self._dialogs, self._sheet, self.project).open()

    def _edit_hours(self, spent: HoursRow) -> None:
        if self._actions.allowed:
            HoursDialog(self._workplace, self._dialogs, self._sheet, self.project, spent).open()

    def _remove_hours(self, spent: HoursRow) -> None:
        from mentordesk.services.pairs import projects

        if self._actions.allowed:
            self._workplace.do(projects.remove_hours, spent.id, said="Hours removed")

    def _show_menu(self, place: QPoint) -> None:
        menu = QMenu(self)
        menu.addAction(icons.icon("clock"), "Add hours…", self._add_hours)
        menu.addAction(icons.icon("edit"), "Edit…", self._edit)
        menu.addAction(icons.icon("remove"), "Remove", self._remove)
        self._actions.lock_entries(menu)
        menu.popup(place)

    def _show_hours_menu(self, place: QPoint, spent: HoursRow) -> None:
        menu = QMenu(self)
        menu.addAction(icons.icon("edit"), "Edit…", lambda: self._edit_hours(spent))
        menu.addAction(icons.icon("remove"), "Remove", lambda: self._remove_hours(spent))
        self._actions.lock_entries(menu)
        menu.popup(place)


def hours_words(project: ProjectRow) -> str:
    """ "18 of 30 hours"."""
    budget = project.hours_budget
    return f"{project.hours:g} of {budget:g} hours" if budget else f"{project.hours:g} hours, no budget"


def used(project: ProjectRow) -> tuple[float, str, bool]:
    """How much of the budget is used, without words, and whether it is over: as a progress bar wants it."""
    if not project.hours_budget:
        return 0.0, "", False
    return project.hours / project.hours_budget, "", project.over > 0


def over_words(project: ProjectRow) -> str:
    """ "4 h over budget"; empty within it."""
    return f"{project.over:g} h over budget" if project.over else ""


def rest(project: ProjectRow) -> str:
    """What is left of the budget while the project runs."""
    if not project.hours_budget or project.finished_on is not None:
        return ""
    return f"{project.hours_budget - project.hours:g} h left"


def facts(project: ProjectRow, today: date) -> tuple[str, ...]:
    """Who approved the hours and when; when it finished and what came of it."""
    found = []
    if project.approved_by:
        on = f", {dates.day_month(project.approved_on, today)}" if project.approved_on else ""
        found.append(f"Approved by {project.approved_by}{on}")
    if project.finished_on is not None:
        found.append(f"Finished {dates.day_month(project.finished_on, today)}")
    if project.outcome:
        found.append(f"Outcome: {project.outcome}")
    return tuple(found)
