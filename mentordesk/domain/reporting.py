"""What a program report is made from: rows that are read already. Knows no workbook and no table."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from mentordesk.domain.closing import NamedInScope, role_of
from mentordesk.domain.cohorts import Role
from mentordesk.domain.contacts import ContactMonthRow, ContactRow, ExchangeRow
from mentordesk.domain.figures import Figures
from mentordesk.domain.milestones import MilestoneRow
from mentordesk.domain.pairs import PairRow
from mentordesk.domain.programs import Format
from mentordesk.domain.report_lists import GoalLine, QualityLine, UnpairedLine
from mentordesk.domain.scope import Period
from mentordesk.domain.standing import Side

if TYPE_CHECKING:
    from mentordesk.domain.metrics.model import Metrics

RowT = TypeVar("RowT")
OtherT = TypeVar("OtherT")


class ReportKind(StrEnum):
    """The reports there are, in the order they are offered."""

    PROGRAM = "program"
    PARTICIPANTS = "participants"
    PAIRS = "pairs"
    MILESTONES = "milestones"
    CONTACTS = "contacts"
    GIVE_AND_TAKE = "give_and_take"
    CHECK_INS = "check_ins"
    GOALS = "goals"
    OUTCOMES = "outcomes"
    BENEFITS = "benefits"
    WITHOUT_PAIR = "without_pair"
    DATA_QUALITY = "data_quality"
    ENGAGEMENT = "engagement"
    OVER_THE_YEARS = "over_the_years"
    ENDURING = "enduring"
    PROJECT_HOURS = "project_hours"
    MAIL_MERGE = "mail_merge"
    PERSONAL_DATA = "personal_data"
    STORIES = "stories"

    @property
    def heading(self) -> str:
        return _TITLES[self][0]

    @property
    def typed(self) -> str:
        """Its heading as it is typed on the command line: "milestone-status"."""
        return self.heading.casefold().replace(" ", "-")

    @property
    def sheet(self) -> str:
        """What the sheet with its list is called; of the program report it is the first one."""
        return _TITLES[self][2]

    @property
    def words(self) -> str:
        """What it holds, in half a line."""
        return _TITLES[self][1]


_TITLES = {
    ReportKind.PROGRAM: ("Program report", "Figures, charts and every list", "Summary"),
    ReportKind.PARTICIPANTS: ("Participant list", "Who is enrolled, as what", "Participants"),
    ReportKind.PAIRS: ("Pair list", "Every pair, one row", "Pairs"),
    ReportKind.MILESTONES: ("Milestone status", "Who is late, with what", "Milestones"),
    ReportKind.CONTACTS: ("Contact log", "Meetings, calls, texts, e-mails", "Contacts"),
    ReportKind.GIVE_AND_TAKE: ("Give and take", "Who gave what to whom", "Give and take"),
    ReportKind.CHECK_INS: ("Check-in results", "Answers over time", "Check-ins"),
    ReportKind.GOALS: ("Goals", "What pairs work on, and how far", "Goals"),
    ReportKind.OUTCOMES: ("Outcomes", "What the program has brought", "Outcomes"),
    ReportKind.BENEFITS: ("Closing survey", "Benefits by role and format", "Benefits"),
    ReportKind.WITHOUT_PAIR: ("People without a pair", "Who is enrolled and has nobody", "People without a pair"),
    ReportKind.DATA_QUALITY: ("Data quality", "What is missing or does not fit", "Data quality"),
    ReportKind.ENGAGEMENT: ("Engagement by month", "Contacts, hours and points", "Months"),
    ReportKind.OVER_THE_YEARS: ("Program over the years", "Cohorts side by side", "Cohorts"),
    ReportKind.ENDURING: ("Enduring pairs and lineage", "What lasts after the program", "Enduring pairs"),
    ReportKind.PROJECT_HOURS: ("Joint project hours", "Planned and used", "Projects"),
    ReportKind.MAIL_MERGE: ("Introductions for mail merge", "First letters to both of a pair", "Introductions"),
    ReportKind.PERSONAL_DATA: ("Personal data", "All that is kept about one person", "Person"),
    ReportKind.STORIES: ("Story collection", "Questions and answers", "Stories"),
}
LIST_KINDS = frozenset(
    (
        *(ReportKind.ENGAGEMENT, ReportKind.OVER_THE_YEARS, ReportKind.ENDURING, ReportKind.PROJECT_HOURS),
        *(ReportKind.MAIL_MERGE, ReportKind.PERSONAL_DATA, ReportKind.STORIES),
    )
)
"""The reports that stand alone: they have sheets of their own and are no part of the program report."""
PROGRAM_PARTS = tuple(kind for kind in ReportKind if kind not in {*LIST_KINDS, ReportKind.BENEFITS})
"""The summary and the lists of the program report, in the order of its sheets. What is named at the close is among the
outcomes."""
_FOR_LEADS = (ReportKind.PROGRAM, ReportKind.ENGAGEMENT, ReportKind.OVER_THE_YEARS, ReportKind.ENDURING)
_ALONE = (ReportKind.PERSONAL_DATA, ReportKind.STORIES)
REPORT_GROUPS = (
    ("For HR and the program lead", _FOR_LEADS),
    ("For coordinators", tuple(kind for kind in ReportKind if kind not in (*_FOR_LEADS, *_ALONE))),
    ("For one person", (ReportKind.PERSONAL_DATA,)),
    ("For the magazine", (ReportKind.STORIES,)),
)
"""The reports by who reads them."""


class Reader(StrEnum):
    """Whom a report is for, which decides what it may hold (`report_readers`)."""

    HR = "hr"
    LEAD = "lead"
    MANAGER = "manager"
    PUBLIC = "public"

    @property
    def words(self) -> str:
        return {"hr": "HR", "lead": "Program lead", "manager": "Managers", "public": "Everybody"}[self.value]


class NameStyle(StrEnum):
    """How people are called in a report."""

    FULL = "full"
    INITIALS = "initials"
    NONE = "none"

    @property
    def words(self) -> str:
        return {"full": "Full names", "initials": "Initials", "none": "No names"}[self.value]


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
    person_id: int = 0


@dataclass(frozen=True, slots=True)
class CheckInLine:
    """One side's check-in on a day. Answers 1 to 5, `recommend` 0 to 10, None where left open; `own` are the program's
    own questions; a `skipped` one has no answer. The comment is empty unless it was asked for by name."""

    id: int
    pair_id: int
    on: date
    pair: str
    format: Format
    side: Side
    who: str
    trust: int | None
    value: int | None
    balance: int | None
    progress: int | None
    got: int | None
    gave: int | None
    recommend: int | None
    fit: str
    skipped: bool
    own: Mapping[str, int] = field(default_factory=dict)
    comment: str = ""

    @property
    def role(self) -> Role:
        return role_of(self.format, self.side)


@dataclass(frozen=True, slots=True)
class CohortLine:
    """What the pairs of a cohort add up to, proposed ones left out; `id` None are the pairs without a cohort."""

    id: int | None
    name: str
    starts_on: date | None
    pairs: int = 0
    active: int = 0
    contacts: int = 0
    left: int = 0
    right: int = 0
    milestones_done: int = 0
    milestones_total: int = 0
    milestones_overdue: int = 0
    project_hours: float = 0.0

    @property
    def share(self) -> float | None:
        """The part of all points that the mentors' side gave, 0 to 1; None without points."""
        return self.left / (self.left + self.right) if self.left + self.right else None


@dataclass(frozen=True, slots=True)
class Passing(Generic[RowT]):
    """Rows that are read anew each time they are wanted and never kept together: `open` begins at the first."""

    count: int
    open: Callable[[], Iterable[RowT]]

    def __len__(self) -> int:
        return self.count

    def __iter__(self) -> Iterator[RowT]:
        return iter(self.open())

    def __contains__(self, row: object) -> bool:
        return any(row == each for each in self)


@dataclass(frozen=True, slots=True)
class Listed(Generic[RowT]):
    """The rows of a long list, or only its first ones for a preview; `count` says how many there are."""

    rows: Collection[RowT] = ()
    count: int = 0

    @property
    def whole(self) -> bool:
        return len(self.rows) == self.count

    def mapped(self, change: Callable[[RowT], OtherT]) -> "Listed[OtherT]":
        """The same list with each row changed; rows that pass stay passing."""
        rows = self.rows
        if isinstance(rows, Passing):
            return Listed(Passing(len(rows), lambda: map(change, rows)), self.count)
        return Listed([change(row) for row in rows], self.count)

    def kept(self, wanted: Callable[[RowT], bool]) -> "Listed[RowT]":
        """Only the rows that are wanted; for short lists."""
        rows = [row for row in self.rows if wanted(row)]
        return Listed(rows, self.count - (len(self.rows) - len(rows)))


@dataclass(frozen=True, slots=True)
class PeriodCounts:
    """What each pair did in the period: contacts and minutes by pair, points by pair and side; `entries` are all
    exchanges."""

    contacts: Mapping[int, int]
    minutes: Mapping[int, int]
    points: Mapping[tuple[int, Side], int]
    entries: int = 0

    def share(self, pair_id: int) -> float | None:
        """The part of all points that the mentor's side gave, 0 to 1; None without points."""
        left, right = self.points.get((pair_id, Side.LEFT), 0), self.points.get((pair_id, Side.RIGHT), 0)
        return left / (left + right) if left + right else None

    def of_side(self, side: Side) -> int:
        """The points all pairs' left or right sides gave in the period."""
        return sum(points for (_, giver), points in self.points.items() if giver is side)


Rates = tuple[float | None, float | None]
"""The mean of the latest answers of the left and of the right side of a pair, 1 to 5; None where there is none."""


@dataclass(frozen=True, slots=True)
class ReportRows:
    """Everything of one report. `scope` says what it is about in words; contacts, exchanges and check-ins are of the
    period, the rest is of `as_of`: the end of the period, today at the latest. `figures` and `metrics` are None where
    they are not wanted, `rates` where the reader is given no single answer; `has_comments` where check-in comments
    were asked for by name; `own` are the rows of the reports that read their own."""

    desk: str
    scope: str
    facts: str
    period: Period
    made_at: datetime
    figures: Figures | None
    cohorts: Sequence[CohortLine]
    participants: Listed[ParticipantRow]
    custom_fields: Sequence[str]
    pairs: Listed[PairRow]
    milestones: Listed[MilestoneRow]
    contacts: Listed[ContactRow]
    exchanges: Listed[ExchangeRow]
    check_ins: Listed[CheckInLine]
    own_questions: Sequence[str]
    named: NamedInScope
    counts: PeriodCounts
    contact_months: Sequence[ContactMonthRow]
    point_months: Mapping[tuple[date, Side], int]
    target_per_month: float
    one_cohort: bool
    names: NameStyle = NameStyle.FULL
    has_comments: bool = False
    reader: Reader = Reader.HR
    as_of: date | None = None
    goals: Listed[GoalLine] = Listed()
    unpaired: Listed[UnpairedLine] = Listed()
    quality: Listed[QualityLine] = Listed()
    metrics: "Metrics | None" = None
    own: Any = None
    rates: Mapping[int, Rates] | None = None

    @property
    def day(self) -> date:
        """The day the figures are of."""
        return self.as_of or self.made_at.date()
