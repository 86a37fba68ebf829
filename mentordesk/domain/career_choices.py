"""What a pair may decide when a career turns: pause, lighter rhythm, second mentor and so on. Knows no table."""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from mentordesk.domain.pairs import ALIVE, may_become
from mentordesk.domain.people import CareerKind
from mentordesk.domain.standing import PairStatus

REST = timedelta(weeks=12)
"""A pause is proposed for the twelve weeks of a leave."""
LIGHTER = {30: "monthly", 61: "every 2 months", 91: "quarterly", 182: "twice a year"}
"""The rhythms that a lighter one may be, in days between two contacts."""


class CareerChoice(StrEnum):
    PAUSE = "pause"
    LIGHTER = "lighter"
    SECOND = "second"
    RESUME = "resume"
    USUAL = "usual"
    ENDURE = "endure"
    COMPLETE = "complete"
    NOTHING = "nothing"


@dataclass(frozen=True, slots=True)
class AskedPair:
    """A pair of the person whose career turns, with the days of its rhythm, its own or that of its program. `mentee_id`
    is who would get a second mentor; of two peers the one who stays."""

    id: int
    name: str
    status: PairStatus
    rhythm_days: int
    own_rhythm: bool
    mentee_id: int
    cohort_id: int | None = None


@dataclass(frozen=True, slots=True)
class CareerAsk:
    """The question of one item: whose career turns, how, when, and the pairs that it concerns."""

    person_id: int
    person: str
    kind: CareerKind
    on: date
    pairs: tuple[AskedPair, ...]


@dataclass(frozen=True, slots=True)
class CareerDecision:
    """What a pair has decided. `until` is for a pause, `rhythm_days` for a lighter rhythm; `item_key` is the item that
    is handled with it, empty to leave it."""

    pair_ids: tuple[int, ...]
    choice: CareerChoice
    until: date | None = None
    rhythm_days: int | None = None
    item_key: str = ""


_BY_KIND = {
    CareerKind.RETURN: (CareerChoice.RESUME, CareerChoice.USUAL, CareerChoice.LIGHTER),
    CareerKind.DEPARTURE: (CareerChoice.ENDURE, CareerChoice.COMPLETE, CareerChoice.SECOND),
}
_BECOMES = {
    CareerChoice.PAUSE: PairStatus.PAUSED,
    CareerChoice.ENDURE: PairStatus.ENDURING,
    CareerChoice.COMPLETE: PairStatus.COMPLETED,
}
_USUAL_THREE = (CareerChoice.PAUSE, CareerChoice.LIGHTER, CareerChoice.SECOND)


def choices(ask: CareerAsk, pair: AskedPair) -> tuple[CareerChoice, ...]:
    """What this pair may decide at such a turn, in the order of the question; that all stays as it is comes last."""
    offered = _BY_KIND.get(ask.kind, _USUAL_THREE)
    return (*(choice for choice in offered if _fits(choice, ask, pair)), CareerChoice.NOTHING)


def _fits(choice: CareerChoice, ask: CareerAsk, pair: AskedPair) -> bool:
    now = pair.status
    if choice in _BECOMES:
        return now is not _BECOMES[choice] and may_become(now, _BECOMES[choice])
    if choice is CareerChoice.SECOND:
        return now in ALIVE and not (ask.kind is CareerKind.DEPARTURE and pair.mentee_id == ask.person_id)
    if choice is CareerChoice.RESUME:
        return now is PairStatus.PAUSED
    if choice is CareerChoice.LIGHTER:
        return now is PairStatus.ACTIVE and bool(lighter_than(pair.rhythm_days))
    return now is PairStatus.ACTIVE and pair.own_rhythm


def lighter_than(rhythm_days: int) -> dict[int, str]:
    """The rhythms with more days between two contacts, by their days; none for a pair that meets once a year."""
    return {days: words for days, words in LIGHTER.items() if days > rhythm_days}


def back_on(on: date, today: date) -> date:
    """The day proposed for the end of a pause."""
    return max(on, today) + REST
