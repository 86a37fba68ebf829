"""The program's milestone plan with the dates of this cohort and how far its pairs are. Changed in Programs only."""

from dataclasses import dataclass
from datetime import date, timedelta

from PySide6.QtWidgets import QVBoxLayout, QWidget

from mentordesk.domain.dates import short
from mentordesk.domain.milestones import PlanStripRow
from mentordesk.domain.programs import StepRow
from mentordesk.ui.cohorts.reading import CohortSheet
from mentordesk.ui.widgets.column import ChipCell, Column, ProgressCell
from mentordesk.ui.widgets.empty_state import EmptyState
from mentordesk.ui.widgets.label import button, label, row
from mentordesk.ui.widgets.row_table import RowTable
from mentordesk.ui.workplace import Workplace

_TONES = {"overdue": "risk", "due": "watch", "done": "good"}


@dataclass(frozen=True, slots=True)
class CohortStep:
    """A step with its date in this cohort. `strip` has the counts of its pairs."""

    id: int
    number: int
    step: StepRow
    strip: PlanStripRow
    planned_on: date


def steps_of(sheet: CohortSheet) -> list[CohortStep]:
    """The steps in the order of the plan."""
    of_step = {found.step_id: found for found in sheet.strip}
    return [
        CohortStep(it.id, at, it, of_step[it.id], sheet.row.starts_on + timedelta(days=it.days_after))
        for at, it in enumerate(sheet.plan, 1)
        if it.id in of_step
    ]


def _columns() -> tuple[Column, ...]:
    return (
        Column("number", "No.", lambda it: str(it.number), lambda it: it.number, "right", 42, kind="secondary"),
        Column("title", "Step", lambda it: it.step.title, width=140, stretch=True, kind="strong", tip=_tip),
        Column(
            "days", "Days after start", lambda it: str(it.step.days_after), lambda it: it.step.days_after, "right", 112
        ),
        Column("owner", "Who", lambda it: it.step.owner.word, width=104),
        Column("required", "Required", _required, width=84, kind="secondary"),
        Column("date", "In this cohort", _date, sort=lambda it: it.strip.due_on, width=110, tip=_date_tip),
        Column("done", "Done", _done, sort=_share, width=96, kind="progress", value=_progress),
        Column("state", "State", _state, width=104, kind="chip", value=_chip),
    )


def _tip(it: CohortStep) -> str:
    return it.step.title


def _required(it: CohortStep) -> str:
    return "Required" if it.step.required else "Optional"


def _date(it: CohortStep) -> str:
    return f"{short(it.strip.due_on)} {it.strip.due_on.year}"


def _date_tip(it: CohortStep) -> str:
    if it.strip.due_on == it.planned_on:
        return "The start of the cohort and the days of the step"
    return f"Most pairs have this date; from the start of the cohort it would be {short(it.planned_on)}"


def _done(it: CohortStep) -> str:
    return f"{it.strip.done}/{it.strip.needed}"


def _share(it: CohortStep) -> float | None:
    return it.strip.done / it.strip.needed if it.strip.needed else None


def _progress(it: CohortStep) -> ProgressCell:
    return ProgressCell(it.strip.done, it.strip.needed, bool(it.strip.overdue))


def _state(it: CohortStep) -> str:
    if not it.strip.needed and not it.strip.skipped:
        return "No pair yet"
    if it.strip.overdue:
        return f"{it.strip.overdue} overdue"
    return f"{it.strip.due} due" if it.strip.due else it.strip.state.word


def _chip(it: CohortStep) -> ChipCell:
    has_pairs = it.strip.needed or it.strip.skipped
    return ChipCell(_state(it), _TONES.get(it.strip.state.value, "neutral") if has_pairs else "outline")


class PlanTab(QWidget):
    """Double click on a step shows its milestones."""

    def __init__(self, workplace: Workplace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workplace = workplace
        self._sheet: CohortSheet | None = None
        self.told = label("", "body", "text2", wrap=True)
        self.open_plan = button("Change the plan in Programs", icon="programs", on_click=self._open_plan, small=True)
        self.table = RowTable(_columns(), name="Milestone plan", several=False)
        self.empty = EmptyState("milestone", "The program has no milestone plan yet")
        self.table.opened.connect(self._open_step)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 12, 0, 0)
        column.setSpacing(10)
        head = row(self.told, self.open_plan)
        head.setStretch(0, 1)
        column.addLayout(head)
        column.addWidget(self.table, 1)
        column.addWidget(self.empty, 1)
        self.table.setProperty("region", True)

    def show_sheet(self, sheet: CohortSheet) -> None:
        """Shows another cohort, or the same one newly read."""
        self._sheet = sheet
        steps = steps_of(sheet)
        self.told.setText(f"The plan of {sheet.row.program}, counted from the start of each pair.")
        self.table.set_rows(steps)
        self.table.setVisible(bool(steps))
        self.empty.setVisible(not steps)
        if not self._workplace.read_only:
            words = "Steps that you add there are laid out for every pair that starts."
            self.empty.say(
                "milestone", "The program has no milestone plan yet", words, "Open Programs", self._open_plan
            )

    def _open_plan(self) -> None:
        if self._sheet is not None:
            self._workplace.go("programs", self._sheet.row.program_id, tab="plan")

    def _open_step(self, step_id: int) -> None:
        if self._sheet is not None:
            self._workplace.go("milestones", cohort_id=self._sheet.row.id, step_id=step_id)
