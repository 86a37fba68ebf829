"""What the pane and the page of one pair show beyond its line in the table. Knows no table and no window."""

from dataclasses import dataclass
from datetime import date

from mentordesk.domain.balance import Balance, net_words
from mentordesk.domain.cadence import MonthsKept
from mentordesk.domain.contacts import Channel
from mentordesk.domain.dates import Precision
from mentordesk.domain.goals import attainment, rating_words
from mentordesk.domain.health import Answers, Assessment
from mentordesk.domain.meetings import agenda_lines
from mentordesk.domain.pairs import PairRow
from mentordesk.domain.people import CareerRow, first_name
from mentordesk.domain.programs import Thresholds
from mentordesk.domain.standing import Side


@dataclass(frozen=True, slots=True)
class GoalRow:
    """A goal of a pair. `owner` is a first name or Both (`side` None); `progress` in percent, ratings 1 to 10."""

    id: int
    title: str
    owner: str
    progress: int
    due_on: date | None
    done_on: date | None
    note: str
    side: Side | None = None
    start_rating: int | None = None
    end_rating: int | None = None

    @property
    def attainment(self) -> int | None:
        """End minus start rating; None while one of the two is missing."""
        return attainment(self.start_rating, self.end_rating)

    @property
    def rating_words(self) -> str:
        """ "4 → 7, +3"."""
        return rating_words(self.start_rating, self.end_rating)


@dataclass(frozen=True, slots=True)
class HoursRow:
    """Hours one side spent on a project on a day."""

    id: int
    side: Side
    hours: float
    on: date
    what: str


@dataclass(frozen=True, slots=True)
class ProjectRow:
    """A joint project with the hours each side spent of the budget somebody approved."""

    id: int
    title: str
    approved_by: str
    hours_budget: float
    left_hours: float
    right_hours: float
    started_on: date
    finished_on: date | None
    outcome: str
    approved_on: date | None = None
    spent: tuple[HoursRow, ...] = ()

    @property
    def hours(self) -> float:
        return self.left_hours + self.right_hours

    @property
    def over(self) -> float:
        """Hours beyond the budget, 0 within it. A project without a budget is never over."""
        return max(0.0, self.hours - self.hours_budget) if self.hours_budget else 0.0


@dataclass(frozen=True, slots=True)
class MeetingRow:
    """The next time a pair has agreed to meet. `time` is as agreed, "16:00" or empty."""

    id: int
    on: date
    time: str
    channel: Channel
    minutes: int
    agenda: str

    @property
    def points(self) -> tuple[str, ...]:
        """What the two want to talk about, a point each."""
        return agenda_lines(self.agenda)


@dataclass(frozen=True, slots=True)
class PairDetail:
    """One pair in full. `account` counts all time, the points of `row` the balance window; `months_kept` is None for a
    pair that has not started; `own_rhythm_days` is None where the pair follows its program."""

    row: PairRow
    assessment: Assessment
    thresholds: Thresholds
    account: Balance
    left_answers: Answers | None
    right_answers: Answers | None
    contacts: int
    months_kept: MonthsKept | None
    own_rhythm_days: int | None
    introduced_by_id: int | None
    left_agreed_on: date | None
    right_agreed_on: date | None
    end_note: str
    notes: str
    next_meeting: MeetingRow | None
    goals: tuple[GoalRow, ...]
    projects: tuple[ProjectRow, ...]
    career: tuple[CareerRow, ...]
    started_precision: Precision = Precision.DAY

    @property
    def account_words(self) -> str:
        """The balance of all time: "Amara +1"."""
        return net_words(self.account.net, first_name(self.row.left), first_name(self.row.right))
