"""Milestones: steps of a pair with a due date, and the state they are in. A plan lays them out from the start."""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from mentordesk.domain.programs import Format, StepOwner

SOON_DAYS = 14
"""A milestone is due, no longer upcoming, from this many days before its date (DESIGN section 5, heat-map cell)."""


class MilestoneState(StrEnum):
    UPCOMING = "upcoming"
    DUE = "due"
    OVERDUE = "overdue"
    DONE = "done"
    SKIPPED = "skipped"

    @property
    def word(self) -> str:
        return self.value.capitalize()


class Ending(StrEnum):
    """What somebody has said of a milestone; only an open one can fall due."""

    OPEN = "open"
    DONE = "done"
    SKIPPED = "skipped"


def ending_of(done_on: date | None, skipped_on: date | None) -> Ending:
    """Done wins over skipped."""
    if done_on is not None:
        return Ending.DONE
    return Ending.SKIPPED if skipped_on is not None else Ending.OPEN


def state(due_on: date, done_on: date | None, skipped_on: date | None, today: date) -> MilestoneState:
    """Done and skipped win; overdue is a due date before today (DESIGN section 9)."""
    if done_on is not None:
        return MilestoneState.DONE
    if skipped_on is not None:
        return MilestoneState.SKIPPED
    if due_on < today:
        return MilestoneState.OVERDUE
    return MilestoneState.DUE if due_on <= today + timedelta(days=SOON_DAYS) else MilestoneState.UPCOMING


def due_date(started_on: date, days_after: int) -> date:
    return started_on + min(timedelta(days=days_after), date.max - started_on)


def on_time(due_on: date, done_on: date | None) -> bool:
    """Done on or before the due date."""
    return done_on is not None and done_on <= due_on


def owner_name(owner: StepOwner, left: str, right: str, format_: Format) -> str:
    """Who does a milestone of one pair, by first name; Both for two peers whatever the plan says."""
    if owner is StepOwner.COORDINATOR:
        return "Coordinator"
    if owner is StepOwner.BOTH or format_ is Format.PEER:
        return "Both"
    return left.split()[0] if owner is StepOwner.MENTOR else right.split()[0]


@dataclass(frozen=True, slots=True)
class MilestoneForm:
    """A milestone of one pair added by hand."""

    pair_id: int
    title: str
    due_on: date
    owner: StepOwner = StepOwner.BOTH
    required: bool = True


@dataclass(frozen=True, slots=True)
class MilestoneRow:
    """A milestone with its pair. `days_late` is of a done one against its due date, of an open one against today;
    below zero is early."""

    id: int
    pair_id: int
    left: str
    right: str
    left_id: int
    right_id: int
    format: Format
    program_id: int | None
    cohort_id: int | None
    cohort: str
    step_id: int | None
    title: str
    owner: StepOwner
    owner_name: str
    required: bool
    due_on: date
    done_on: date | None
    skipped_on: date | None
    skip_reason: str
    note: str
    state: MilestoneState
    days_late: int


@dataclass(frozen=True, slots=True)
class PlanStripRow:
    """A step of a cohort's plan over its pairs. `due_on` is the date most pairs have for it; `needed` leaves out those
    skipped by agreement; `due` are open ones of the next 14 days."""

    step_id: int
    title: str
    due_on: date
    required: bool
    done: int
    needed: int
    overdue: int
    due: int
    skipped: int

    @property
    def state(self) -> MilestoneState:
        """That of the step as a whole: overdue where one pair is, done where all are."""
        if self.overdue:
            return MilestoneState.OVERDUE
        if self.done == self.needed:
            return MilestoneState.DONE if self.done else MilestoneState.SKIPPED
        return MilestoneState.DUE if self.due else MilestoneState.UPCOMING
