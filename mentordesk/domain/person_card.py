"""A person's card: who they are, their enrollments, their pairs over the years, their career. Knows no table."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from mentordesk.domain.cohorts import EnrollmentRow, Role
from mentordesk.domain.people import CareerRow, PersonRow
from mentordesk.domain.programs import Format
from mentordesk.domain.standing import PairStatus
from mentordesk.domain.wording import counted

DAYS_OF_A_YEAR = 365.25
DAYS_OF_A_MONTH = DAYS_OF_A_YEAR / 12


@dataclass(frozen=True, slots=True)
class PersonPairRow:
    """A pair as one of its two sees it. `role` is the person's own; `program_until` is the day the pair left its
    program and went on by itself (drawn dashed from there), None while it is in it; `until` is its last day, None
    while it lives."""

    id: int
    other_id: int
    other: str
    other_title: str
    role: Role
    format: Format
    status: PairStatus
    program: str
    cohort_id: int | None
    cohort: str
    started_on: date | None
    started_text: str
    program_until: date | None
    until: date | None
    length: str


@dataclass(frozen=True, slots=True)
class PersonCard:
    """Everything the card shows. `custom` has the desk's own fields with the values in words, as
    far as the person has some."""

    row: PersonRow
    notes: str
    hired_on: date | None
    manager_id: int | None
    manager: str
    custom: tuple[tuple[str, str], ...]
    enrollments: tuple[EnrollmentRow, ...]
    pairs: tuple[PersonPairRow, ...]
    career: tuple[CareerRow, ...]


def length_words(started_on: date | None, until: date | None, status: PairStatus, today: date) -> str:
    """How long a pair has been or was one: "8 months", "15 years, enduring"; "" for one that has not started."""
    if started_on is None:
        return ""
    days = ((until or today) - started_on).days
    if days < 0:
        return ""
    return _span(days) + (", enduring" if status is PairStatus.ENDURING else "")


def _span(days: int) -> str:
    """Whole days, weeks, months or years, the largest that fit."""
    if days < 14:
        return counted(days, "day")
    if days < 2 * DAYS_OF_A_MONTH:
        return counted(days // 7, "week")
    if days < 2 * DAYS_OF_A_YEAR:
        return counted(int(days / DAYS_OF_A_MONTH), "month")
    return counted(int(days / DAYS_OF_A_YEAR), "year")


def by_start(pairs: Sequence[PersonPairRow]) -> tuple[PersonPairRow, ...]:
    """Oldest first; pairs that have not started last."""
    return tuple(sorted(pairs, key=lambda pair: (pair.started_on is None, pair.started_on or date.min, pair.id)))
