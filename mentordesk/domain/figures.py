"""The headline figures of a desk, a program or a cohort (DESIGN section 9), from a standing a pair. Knows no table."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from datetime import date, timedelta
from typing import Any

from mentordesk.domain import cadence
from mentordesk.domain.balance import NOTHING, Balance, Band
from mentordesk.domain.health import Answers, Health
from mentordesk.domain.pairs import has_begun
from mentordesk.domain.rounding import half_up, percent
from mentordesk.domain.standing import PairStatus

MONTH_AGO = timedelta(days=30)
"""How far back the figure of a month ago looks (DESIGN 10.1: the same rule at today − 30)."""


@dataclass(frozen=True, slots=True)
class PairStanding:
    """What one pair adds to the figures.

    `stopped_on` is the day the pair stopped being active (paused, completed, enduring or ended), None if it is active
    or the day is unknown. `last_contact_before` is the newest contact on or before today − 30. Milestones skipped by
    agreement are in none of the three counts; hours are of joint projects.
    """

    status: PairStatus
    started_on: date | None
    stopped_on: date | None = None
    health: Health | None = None
    last_contact_on: date | None = None
    last_contact_before: date | None = None
    balance: Balance = NOTHING
    band: Band = Band.TOO_EARLY
    left_answers: Answers | None = None
    right_answers: Answers | None = None
    milestones_done: int = 0
    milestones_on_time: int = 0
    milestones_overdue: int = 0
    project_hours: float = 0.0
    project_budget: float = 0.0

    def active_on(self, day: date) -> bool:
        """Whether the pair was active at the end of that day, as far as its dates tell."""
        if self.started_on is None or self.started_on > day or self.status is PairStatus.PROPOSED:
            return False
        return self.status is PairStatus.ACTIVE or (self.stopped_on is not None and self.stopped_on > day)


@dataclass(frozen=True, slots=True)
class Figures:
    """The figures as they are shown, rounded already. None where there is nothing to take a share or an average of."""

    active_pairs: int
    on_track: int
    watch: int
    at_risk: int
    too_early: int
    in_contact_30: int
    in_contact_30_month_ago: int
    new_without_contact: int
    active_month_ago: int
    in_balance: int
    leaning: int
    one_sided: int
    too_early_to_tell: int
    milestones_due: int
    milestones_on_time: int
    milestones_overdue: int
    milestones_on_time_percent: int | None
    check_in_average: float | None
    check_in_answered: int
    check_in_asked: int
    left_points: int
    right_points: int
    project_hours: float
    project_budget: float

    def as_dict(self) -> dict[str, Any]:
        """Every figure by its name, as JSON takes it."""
        return asdict(self)


def counted_pairs(pairs: Iterable[PairStanding]) -> list[PairStanding]:
    """The pairs whose milestones, answers, points and hours count: the active ones; in a scope that has none, such as a
    finished cohort, every pair that has begun."""
    everyone = [pair for pair in pairs if has_begun(pair.status, pair.started_on)]
    counted = counted_statuses(pair.status for pair in everyone)
    return [pair for pair in everyone if pair.status in counted]


def counted_statuses(statuses: Iterable[PairStatus]) -> frozenset[PairStatus]:
    """Pairs of which status count (see `counted_pairs`), given the statuses of all pairs of the scope."""
    begun = frozenset(statuses) - {PairStatus.PROPOSED}
    return begun & {PairStatus.ACTIVE} or begun


def compute(pairs: Iterable[PairStanding], today: date) -> Figures:
    """All figures of the pairs of one scope, whatever their status."""
    everyone = list(pairs)
    counted = counted_pairs(everyone)
    active = [pair for pair in everyone if pair.status is PairStatus.ACTIVE]
    month_ago = today - MONTH_AGO
    before = [pair for pair in everyone if pair.active_on(month_ago)]
    return Figures(
        active_pairs=len(active),
        in_contact_30=sum(_in_contact(pair.last_contact_on, pair, today) for pair in active),
        in_contact_30_month_ago=sum(_in_contact(pair.last_contact_before, pair, month_ago) for pair in before),
        active_month_ago=len(before),
        new_without_contact=sum(_is_new(pair, today) for pair in active),
        left_points=sum(pair.balance.left for pair in counted),
        right_points=sum(pair.balance.right for pair in counted),
        project_hours=half_up(sum(pair.project_hours for pair in counted), 2),
        project_budget=half_up(sum(pair.project_budget for pair in counted), 2),
        **_healths(active),
        **_bands(active),
        **_milestones(counted),
        **_check_ins(counted),
    )


def _in_contact(last_contact_on: date | None, pair: PairStanding, day: date) -> bool:
    return cadence.in_contact(cadence.days_since(last_contact_on, pair.started_on, day))


def _is_new(pair: PairStanding, day: date) -> bool:
    """In contact only because the pair has just begun."""
    return pair.last_contact_on is None and _in_contact(None, pair, day)


def _healths(active: Sequence[PairStanding]) -> dict[str, Any]:
    number = Counter(pair.health for pair in active)
    return {health.value: number[health] for health in Health}


def _bands(active: Sequence[PairStanding]) -> dict[str, Any]:
    number = Counter(pair.band for pair in active)
    return {("too_early_to_tell" if band is Band.TOO_EARLY else band.value): number[band] for band in Band}


def _milestones(counted: Sequence[PairStanding]) -> dict[str, Any]:
    on_time = sum(pair.milestones_on_time for pair in counted)
    overdue = sum(pair.milestones_overdue for pair in counted)
    due = sum(pair.milestones_done for pair in counted) + overdue
    return {
        "milestones_due": due,
        "milestones_on_time": on_time,
        "milestones_overdue": overdue,
        "milestones_on_time_percent": percent(on_time, due),
    }


def _check_ins(counted: Sequence[PairStanding]) -> dict[str, Any]:
    sides = [side for pair in counted for side in (pair.left_answers, pair.right_answers) if side and side.given]
    return {
        "check_in_average": check_in_average(sides),
        "check_in_answered": len(sides),
        "check_in_asked": 2 * len(counted),
    }


def check_in_average(sides: Iterable[Answers]) -> float | None:
    """The mean of all answers of the latest check-ins, 1.0 to 5.0 with one decimal; None where nobody has answered."""
    answers = [answer for side in sides for answer in side.given.values()]
    return half_up(sum(answers) / len(answers), 1) if answers else None
