"""What the pane and the page of one pair show beyond its line in the table. Knows no table and no window."""

from dataclasses import dataclass
from datetime import date

from mentordesk.domain.balance import Balance, net_words
from mentordesk.domain.cadence import MonthsKept
from mentordesk.domain.contacts import Channel
from mentordesk.domain.health import Answers, Assessment
from mentordesk.domain.pairs import PairRow
from mentordesk.domain.people import CareerRow, first_name
from mentordesk.domain.programs import Thresholds


@dataclass(frozen=True, slots=True)
class GoalRow:
    """A goal of a pair. `owner` is a first name or Both, `progress` in percent."""

    id: int
    title: str
    owner: str
    progress: int
    due_on: date | None
    done_on: date | None
    note: str


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

    @property
    def hours(self) -> float:
        return self.left_hours + self.right_hours


@dataclass(frozen=True, slots=True)
class MeetingRow:
    """The next time a pair has agreed to meet. `time` is as agreed, "16:00" or empty."""

    id: int
    on: date
    time: str
    channel: Channel
    minutes: int
    agenda: str


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

    @property
    def account_words(self) -> str:
        """The balance of all time: "Amara +1"."""
        return net_words(self.account.net, first_name(self.row.left), first_name(self.row.right))
