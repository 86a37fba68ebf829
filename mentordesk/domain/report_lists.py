"""What reports list besides what pages show: goals, people without a pair, what is missing in the desk. Rows only."""

from dataclasses import dataclass
from datetime import date

from mentordesk.domain.programs import Format
from mentordesk.domain.standing import Side


@dataclass(frozen=True, slots=True)
class GoalLine:
    """A goal of a pair: `owner` is the side that works on it, None both; progress 0 to 100 %, ratings 1 to 10 by the
    side that owns it. `state` is Reached, Open or Overdue, on the day the report is of."""

    id: int
    pair_id: int
    pair: str
    cohort: str
    format: Format
    owner: Side | None
    who: str
    title: str
    progress: int
    start_rating: int | None
    end_rating: int | None
    set_on: date
    due_on: date | None
    done_on: date | None
    state: str

    @property
    def change(self) -> int | None:
        """How much better the owner rates it now than at the start, in points of 1 to 10."""
        rated = self.start_rating is not None and self.end_rating is not None
        return self.end_rating - self.start_rating if rated else None  # type: ignore[operator]


@dataclass(frozen=True, slots=True)
class UnpairedLine:
    """Somebody who is enrolled and has no pair in this role: `waits_days` since then, `why` in a few words."""

    id: int
    person_id: int
    name: str
    email: str
    title: str
    department: str
    location: str
    cohort: str
    role: str
    status: str
    places: int
    enrolled_on: date
    waits_days: int
    why: str


@dataclass(frozen=True, slots=True)
class QualityLine:
    """Something in the desk that is missing or does not fit: `area` is People, Pairs or Entries, `about` names the
    person or pair it concerns, `what` says it, `advice` what to do. One of the ids says who `about` is."""

    area: str
    finding: str
    about: str
    cohort: str
    what: str
    advice: str
    person_id: int | None = None
    pair_id: int | None = None
