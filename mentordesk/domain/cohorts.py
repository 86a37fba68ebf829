"""Cohorts and enrollments: one intake of a program, and the people in it with a role and a number of places."""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from mentordesk.domain.dates import add_months
from mentordesk.domain.programs import Format

MOST_PLACES = 50
"""How many pairs at once anybody may have room for in a cohort."""


class Role(StrEnum):
    """What a person is in a cohort."""

    MENTOR = "mentor"
    MENTEE = "mentee"
    PEER = "peer"

    @property
    def word(self) -> str:
        return self.value.capitalize()


def roles_of(format_: Format) -> tuple[Role, ...]:
    """The roles a format knows: peers stand alone, every other format has mentors and mentees."""
    return (Role.PEER,) if format_ is Format.PEER else (Role.MENTOR, Role.MENTEE)


def last_day(starts_on: date, months: int) -> date:
    """The last day of a cohort that lasts so many months: from 5 October for nine it is 4 July."""
    return add_months(starts_on, months) - timedelta(days=1)


class EnrollmentStatus(StrEnum):
    APPLIED = "applied"
    ACCEPTED = "accepted"
    WAITLISTED = "waitlisted"
    WITHDRAWN = "withdrawn"
    COMPLETED = "completed"

    @property
    def word(self) -> str:
        return self.value.capitalize()


class CohortPhase(StrEnum):
    """Where a cohort stands, from its dates alone."""

    PREPARATION = "preparation"
    RUNNING = "running"
    FINISHED = "finished"


def phase(starts_on: date, ends_on: date, closed_on: date | None, today: date) -> CohortPhase:
    """In preparation before its start, finished once closed or after its last day, running in between."""
    if closed_on is not None and closed_on <= today:
        return CohortPhase.FINISHED
    if today < starts_on:
        return CohortPhase.PREPARATION
    return CohortPhase.RUNNING if today <= ends_on else CohortPhase.FINISHED


@dataclass(frozen=True, slots=True)
class CohortForm:
    """A cohort as typed in. `ends_on` is its last day; `matching_closes_on` may be unset."""

    name: str
    program_id: int
    starts_on: date
    ends_on: date
    matching_closes_on: date | None = None
    lead: str = ""


@dataclass(frozen=True, slots=True)
class CohortRow:
    """A cohort with the counts its list shows. `pairs` leaves out what never began; `people` who withdrew; `to_match`
    are accepted mentees (or peers) without a pair, while the cohort is not over. A pair that ended early is none."""

    id: int
    program_id: int
    program: str
    format: Format
    name: str
    starts_on: date
    ends_on: date
    matching_closes_on: date | None
    closed_on: date | None
    lead: str
    phase: CohortPhase
    pairs: int
    active: int
    finished: int
    enduring: int
    people: int
    to_match: int
    rhythm_days: int


@dataclass(frozen=True, slots=True)
class EnrollmentForm:
    """A person's place in a cohort as typed in. `capacity` is how many pairs at once, 0 to MOST_PLACES."""

    cohort_id: int
    person_id: int
    role: Role
    capacity: int = 1
    status: EnrollmentStatus = EnrollmentStatus.ACCEPTED
    note: str = ""


@dataclass(frozen=True, slots=True)
class EnrollmentRow:
    """A line of a cohort's People tab. `places_used` counts pairs that are proposed, active or paused."""

    id: int
    cohort_id: int
    cohort: str
    person_id: int
    name: str
    title: str
    email: str
    role: Role
    capacity: int
    places_used: int
    status: EnrollmentStatus
    enrolled_on: date
    note: str
