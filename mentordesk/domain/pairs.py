"""Pairs: two people, left and right for life, and the states a pair goes through. Knows no table and no window."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from mentordesk.domain.dates import Precision
from mentordesk.domain.errors import UserError
from mentordesk.domain.health import Health
from mentordesk.domain.people import first_name
from mentordesk.domain.programs import Format
from mentordesk.domain.standing import PairStatus as PairStatus
from mentordesk.domain.standing import Side as Side


class EndReason(StrEnum):
    """Why a pair ended early; nobody is to blame."""

    NO_TIME = "no_time"
    NOT_A_FIT = "not_a_fit"
    CHANGED_JOB = "changed_job"
    LEFT_COMPANY = "left_company"
    LEAVE = "leave"
    DECLINED = "declined"
    OTHER = "other"

    @property
    def word(self) -> str:
        return _REASON_WORDS[self]


_REASON_WORDS = {
    EndReason.NO_TIME: "No time at present",
    EndReason.NOT_A_FIT: "Not a good fit",
    EndReason.CHANGED_JOB: "Changed job or team",
    EndReason.LEFT_COMPANY: "Left the company",
    EndReason.LEAVE: "Longer leave",
    EndReason.DECLINED: "Declined the proposal",
    EndReason.OTHER: "Other",
}

ALIVE = frozenset({PairStatus.ACTIVE, PairStatus.PAUSED, PairStatus.ENDURING})
"""A tie that still holds (DESIGN section 9, alive tie)."""
TAKES_PLACE = frozenset({PairStatus.PROPOSED, PairStatus.ACTIVE, PairStatus.PAUSED})
"""Uses up a place of both people's capacity."""
FINISHED = frozenset({PairStatus.COMPLETED, PairStatus.ENDED})

_NEXT = {
    PairStatus.PROPOSED: {PairStatus.ACTIVE, PairStatus.ENDED},
    PairStatus.ACTIVE: {PairStatus.PAUSED, PairStatus.COMPLETED, PairStatus.ENDURING, PairStatus.ENDED},
    PairStatus.PAUSED: {PairStatus.ACTIVE, PairStatus.COMPLETED, PairStatus.ENDURING, PairStatus.ENDED},
    PairStatus.COMPLETED: {PairStatus.ENDURING, PairStatus.ACTIVE},
    PairStatus.ENDURING: {PairStatus.ACTIVE, PairStatus.ENDED},
    PairStatus.ENDED: {PairStatus.ACTIVE},
}


def has_begun(status: PairStatus, started_on: date | None) -> bool:
    """Whether two people have been a pair at all: a proposed one has not, nor one that was declined or taken back
    before it started."""
    if status is PairStatus.ENDED:
        return started_on is not None
    return status is not PairStatus.PROPOSED


def may_become(now: PairStatus, then: PairStatus) -> bool:
    """Whether a pair may go from one status to the other."""
    return then in _NEXT[now]


def check_change(name: str, now: PairStatus, then: PairStatus) -> None:
    """Raise UserError where the change makes no sense, in words about the pair."""
    if not may_become(now, then):
        raise UserError(f"{name} are {now.value} and cannot become {then.value}.")


def order_sides(format_: Format, first: tuple[str, int], second: tuple[str, int]) -> tuple[int, int]:
    """(left id, right id) from two (name, id): peers by name, else as given, mentor first."""
    if format_ is Format.PEER:
        first, second = sorted((first, second), key=lambda person: (person[0].casefold(), person[1]))
    return first[1], second[1]


def short_name(left: str, right: str) -> str:
    """First names, where the pair is known already: "Amara & Jonas"."""
    return f"{first_name(left)} & {first_name(right)}"


def pair_name(left: str, right: str) -> str:
    """How a pair is called: "Amara Osei & Jonas Weber"."""
    return f"{left} & {right}"


class OfTwo:
    """What is told of a pair: `left` and `right` are the names of its sides."""

    __slots__ = ()
    left: str
    right: str

    @property
    def name(self) -> str:
        return pair_name(self.left, self.right)

    @property
    def short(self) -> str:
        return short_name(self.left, self.right)


@dataclass(frozen=True, slots=True)
class PairForm:
    """A new pair as typed in. `mentor_id` is the left side of every format but peer, where names decide."""

    mentor_id: int
    mentee_id: int
    cohort_id: int | None = None
    format: Format = Format.TRADITIONAL
    started_on: date | None = None
    introduced_by_id: int | None = None
    status: PairStatus = PairStatus.PROPOSED
    started_precision: Precision = Precision.DAY


@dataclass(frozen=True, slots=True)
class PairRow(OfTwo):
    """A line of the Pairs table, everything computed. Points are of the balance window; `days` since the last contact
    (since the start where there is none, None for a pair that has not started)."""

    id: int
    left_id: int
    right_id: int
    left: str
    right: str
    left_title: str
    right_title: str
    left_email: str
    right_email: str
    left_location: str
    right_location: str
    format: Format
    program_id: int | None
    program: str
    cohort_id: int | None
    cohort: str
    cohort_ends_on: date | None
    status: PairStatus
    started_on: date | None
    started_text: str
    ended_on: date | None
    end_reason: EndReason | None
    introduced_by: str
    agreed_on: date | None
    rhythm_days: int
    health: Health | None
    left_points: int
    right_points: int
    last_contact_on: date | None
    days: int | None
    milestones_done: int
    milestones_total: int
    milestones_overdue: int
    next_meeting_on: date | None
    project_hours: float
    project_budget: float
    circle: str = ""

    @property
    def begun(self) -> bool:
        """Whether the two have been a pair at all."""
        return has_begun(self.status, self.started_on)

    @property
    def word(self) -> str:
        """The status as it is shown; a proposal that came to nothing has not ended."""
        if self.begun or self.status is PairStatus.PROPOSED:
            return self.status.word
        return "Declined" if self.end_reason is EndReason.DECLINED else "Taken back"

    @property
    def introduced(self) -> bool:
        return bool(self.introduced_by)
