"""What a program report is made from: rows that are read already. Knows no workbook and no table."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from typing import Generic, TypeVar

from mentordesk.domain.cohorts import CohortRow
from mentordesk.domain.contacts import ContactMonthRow, ContactRow, ExchangeRow
from mentordesk.domain.figures import Figures
from mentordesk.domain.milestones import MilestoneRow
from mentordesk.domain.pairs import PairRow
from mentordesk.domain.scope import Period
from mentordesk.domain.standing import Side

RowT = TypeVar("RowT")


class ReportKind(StrEnum):
    """The reports there are, in the order they are offered."""

    PROGRAM = "program"
    PARTICIPANTS = "participants"
    PAIRS = "pairs"
    MILESTONES = "milestones"
    CONTACTS = "contacts"
    GIVE_AND_TAKE = "give_and_take"

    @property
    def heading(self) -> str:
        return _TITLES[self][0]

    @property
    def words(self) -> str:
        """What it holds, in half a line."""
        return _TITLES[self][1]


_TITLES = {
    ReportKind.PROGRAM: ("Program report", "Figures, charts and every list"),
    ReportKind.PARTICIPANTS: ("Participant list", "Who is enrolled, as what"),
    ReportKind.PAIRS: ("Pair list", "Every pair, one row"),
    ReportKind.MILESTONES: ("Milestone status", "Who is late, with what"),
    ReportKind.CONTACTS: ("Contact log", "Meetings, calls, texts, e-mails"),
    ReportKind.GIVE_AND_TAKE: ("Give and take", "Who gave what to whom"),
}
REPORT_GROUPS = (
    ("For HR", (ReportKind.PROGRAM,)),
    ("For coordinators", tuple(kind for kind in ReportKind if kind is not ReportKind.PROGRAM)),
)
"""The reports by who reads them."""


@dataclass(frozen=True, slots=True)
class ParticipantRow:
    """A person's place in a cohort, as HR wants to see it; `custom` has the words of each custom field by its name."""

    id: int
    name: str
    email: str
    employee_number: str
    title: str
    department: str
    location: str
    company: str
    level: int | None
    external: bool
    cohort: str
    role: str
    capacity: int
    places_used: int
    status: str
    enrolled_on: date
    custom: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Listed(Generic[RowT]):
    """The rows of a long list, or only its first ones for a preview; `count` says how many there are."""

    rows: Sequence[RowT] = ()
    count: int = 0

    @property
    def whole(self) -> bool:
        return len(self.rows) == self.count


@dataclass(frozen=True, slots=True)
class PeriodCounts:
    """What each pair did in the period: contacts and minutes by pair, points by pair and side."""

    contacts: Mapping[int, int]
    minutes: Mapping[int, int]
    points: Mapping[tuple[int, Side], int]

    def share(self, pair_id: int) -> float | None:
        """The part of all points that the mentor's side gave, 0 to 1; None without points."""
        left, right = self.points.get((pair_id, Side.LEFT), 0), self.points.get((pair_id, Side.RIGHT), 0)
        return left / (left + right) if left + right else None


@dataclass(frozen=True, slots=True)
class ReportRows:
    """Everything of one report. `scope` says what it is about in words; contacts and exchanges are of the period."""

    desk: str
    scope: str
    facts: str
    period: Period
    made_at: datetime
    figures: Figures
    cohorts: Sequence[CohortRow]
    participants: Listed[ParticipantRow]
    custom_fields: Sequence[str]
    pairs: Sequence[PairRow]
    milestones: Listed[MilestoneRow]
    contacts: Listed[ContactRow]
    exchanges: Listed[ExchangeRow]
    counts: PeriodCounts
    contact_months: Sequence[ContactMonthRow]
    point_months: Mapping[tuple[date, Side], int]
    target_per_month: float
    one_cohort: bool
