"""The milestone plan of a program: the notice about running pairs, the time line, the steps to edit."""

from typing import Any

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from mentordesk.domain.programs import StepForm, StepRow
from mentordesk.domain.wording import counted
from mentordesk.ui import icons
from mentordesk.ui.programs.plan_line import PlanLine
from mentordesk.ui.programs.plan_notice import PlanNotice
from mentordesk.ui.programs.plan_table import PlanTable
from mentordesk.ui.programs.reading import ProgramSheet
from mentordesk.ui.widgets.empty_state import EmptyState
from mentordesk.ui.widgets.label import button, card, label, row
from mentordesk.ui.widgets.page_body import PageBody
from mentordesk.ui.workplace import Workplace

READ_ONLY = "This desk is open to read only"
WEEK = 7


class PlanTab(QWidget):
    """Every change is one step of history, done when its field is left."""

    def __init__(self, workplace: Workplace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workplace = workplace
        self._sheet: ProgramSheet | None = None
        self._begin: int | None = None
        self.notice = PlanNotice(workplace.read_only)
        self.span = label("", "strong")
        self.line = PlanLine()
        self.add = button("Add step", icon="plus", on_click=self.add_step, small=True)
        self.table = PlanTable(workplace.read_only)
        self.empty = EmptyState("milestone", "No step yet")
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 12, 0, 0)
        whole.setSpacing(12)
        self._line_card = card()
        top = QVBoxLayout(self._line_card)
        top.setContentsMargins(16, 10, 16, 8)
        top.setSpacing(2)
        words = "filled = required, ring = optional, dashed = before the change"
        top.addLayout(row(self.span, None, label(words, "caption", "text2")))
        top.addWidget(self.line)
        steps = card()
        below = QVBoxLayout(steps)
        below.setContentsMargins(1, 10, 1, 1)
        head = row(label("Milestone plan", "section"), None, self.add)
        head.setContentsMargins(15, 0, 15, 0)
        body = PageBody(margin=0, gap=0)
        body.column.addWidget(self.table)
        body.column.addWidget(self.empty)
        below.addLayout(head)
        below.addWidget(body, 1)
        whole.addWidget(self.notice)
        whole.addWidget(self._line_card)
        whole.addWidget(steps, 1)
        if self._workplace.read_only:
            self.add.setEnabled(False)
            self.add.setToolTip(READ_ONLY)

    def _connect(self) -> None:
        self.notice.show_asked.connect(self._show_milestones)
        self.notice.keep_asked.connect(self._keep)
        self.notice.apply_asked.connect(self._apply)
        self.line.step_chosen.connect(self.table.focus_step)
        self.table.selected.connect(self.line.select)
        self.table.changed.connect(self._change)
        self.table.remove_asked.connect(self._remove)
        self.table.swap_asked.connect(self._swap)
        self.table.menu_asked.connect(self._show_menu)

    def show_sheet(self, sheet: ProgramSheet) -> None:
        """Shows another program, or the same one newly read."""
        self._sheet = sheet
        former = sheet.former if sheet.effect.changes else {}
        self.notice.show_effect(sheet.effect, self._workplace.today())
        last = max((step.days_after for step in sheet.plan), default=0)
        self.span.setText(f"From start to close, {counted(last, 'day')}")
        self.line.show_plan(sheet.plan, former)
        self.table.show_sheet(sheet)
        self._line_card.setVisible(bool(sheet.plan))
        self.table.setVisible(bool(sheet.plan))
        self.empty.setVisible(not sheet.plan)
        self._say_empty()
        if self._begin is not None:
            self.table.focus_step(self._begin, typing=True)
            self._begin = None

    def _say_empty(self) -> None:
        words = "A step has a name and the days after the start of a pair. Pairs that start get a milestone for each."
        if self._workplace.read_only:
            self.empty.say("milestone", "No step yet", words)
        else:
            self.empty.say("milestone", "No step yet", words, "Add step", self.add_step)

    # Actions

    def add_step(self) -> None:
        """A new step a week after the last one, ready to be named."""
        if self._sheet is not None:
            last = max((step.days_after for step in self._sheet.plan), default=0)
            titles = {step.title for step in self._sheet.plan}
            number = next(at for at in range(1, 1000) if _title(at) not in titles)
            self._add(StepForm(_title(number), min(last + WEEK, 3650)))

    def _add(self, form: StepForm) -> None:
        from mentordesk.services.programs import programs

        if self._sheet is None:
            return
        made: list[int] = []
        program_id = self._sheet.row.id
        done = self._workplace.do(
            lambda session: made.append(programs.add_step(session, program_id, form)), said=f"{form.title} added"
        )
        self._begin = made[0] if done else None

    def _change(self, form: StepForm) -> None:
        from mentordesk.services.programs import programs

        if not self._workplace.do(programs.change_step, form) and self._sheet is not None:
            self.table.show_sheet(self._sheet)

    def _remove(self, step_id: int) -> None:
        from mentordesk.services.programs import programs

        step = self._step(step_id)
        if step is not None and not self._workplace.read_only:
            ids = list(self.table.lines)
            after = ids[(ids.index(step_id) + 1) % len(ids)]
            self.table.focus_step(after)
            self._workplace.do(programs.remove_step, step_id, said=f"{step.title} removed from the plan")

    def _swap(self, first: int, second: int) -> None:
        from mentordesk.services.programs import programs

        self._workplace.do(programs.swap_days, first, second)

    def _step(self, step_id: int) -> StepRow | None:
        steps = self._sheet.plan if self._sheet is not None else ()
        return next((step for step in steps if step.id == step_id), None)

    def _show_menu(self, step_id: int, place: QPoint) -> None:
        step = self._step(step_id)
        if step is None:
            return
        menu = QMenu(self)
        menu.addAction(icons.icon("edit"), "Rename", lambda: self.table.focus_step(step_id, typing=True))
        copy = StepForm(f"{step.title} 2", step.days_after, step.owner, step.required)
        menu.addAction(icons.icon("copy"), "Duplicate", lambda: self._add(copy))
        menu.addAction(icons.icon("remove"), "Remove", lambda: self._remove(step_id))
        menu.popup(place)

    # Running pairs

    def _show_milestones(self) -> None:
        if self._sheet is not None:
            ids = sorted(self._sheet.effect.milestone_ids)
            cohort: dict[str, Any] = {"cohort_id": self._sheet.cohort.id} if self._sheet.cohort else {}
            self._workplace.go("milestones", ids=ids, program_id=self._sheet.row.id, **cohort)

    def _keep(self) -> None:
        from mentordesk.services.programs import programs

        if self._sheet is not None:
            said = "Running pairs keep their milestones"
            self._workplace.do(programs.keep_plan, self._sheet.row.id, said=said)

    def _apply(self) -> None:
        from mentordesk.services.programs import programs

        if self._sheet is not None:
            effect = self._sheet.effect
            verb = "moved" if effect.only_moves else "changed"
            said = f"{counted(effect.count, 'milestone')} {verb}"
            self._workplace.do(programs.apply_plan, self._sheet.row.id, said=said)


def _title(number: int) -> str:
    return "New step" if number == 1 else f"New step {number}"
