"""Health of a pair: the worst of four signals, always with its reasons (DESIGN section 9). Knows no table."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from mentordesk.domain import cadence
from mentordesk.domain.balance import NOTHING, Balance, Band, window_start, window_words
from mentordesk.domain.dates import ago
from mentordesk.domain.programs import DEFAULTS, Thresholds
from mentordesk.domain.standing import PairStatus
from mentordesk.domain.wording import counted


class Health(StrEnum):
    ON_TRACK = "on_track"
    WATCH = "watch"
    AT_RISK = "at_risk"
    TOO_EARLY = "too_early"

    @property
    def word(self) -> str:
        return {"on_track": "On track", "watch": "Watch", "at_risk": "At risk", "too_early": "Too early"}[self.value]

    @property
    def rank(self) -> int:
        """Order of urgency: at risk first."""
        return (Health.AT_RISK, Health.WATCH, Health.ON_TRACK, Health.TOO_EARLY).index(self)


class SignalKind(StrEnum):
    """What health is made of, in the order it is listed."""

    CONTACT = "contact"
    BALANCE = "balance"
    CHECK_IN = "check_in"
    MILESTONES = "milestones"


@dataclass(frozen=True, slots=True)
class Answers:
    """The latest check-in of one side, each answer 1 to 5, None where it was left open."""

    trust: int | None = None
    value: int | None = None
    balance: int | None = None
    progress: int | None = None

    @property
    def given(self) -> dict[str, int]:
        """The answers there are, by question, in the order they are asked."""
        all_four = {"trust": self.trust, "value": self.value, "balance": self.balance, "progress": self.progress}
        return {question: answer for question, answer in all_four.items() if answer is not None}


@dataclass(frozen=True, slots=True)
class PairFacts:
    """What a pair is judged by. `balance` is of the balance window; `left_skipped` and `right_skipped` are the
    check-ins in a row that a side has left out; `overdue_days` has one number for each open milestone past its date."""

    status: PairStatus
    started_on: date | None
    today: date
    rhythm_days: int = 30
    thresholds: Thresholds = DEFAULTS
    last_contact_on: date | None = None
    has_any_entry: bool = False
    balance: Balance = NOTHING
    left_answers: Answers | None = None
    right_answers: Answers | None = None
    left_skipped: int = 0
    right_skipped: int = 0
    overdue_days: tuple[int, ...] = ()
    met_at_last_career_milestone: bool = False


@dataclass(frozen=True, slots=True)
class Signal:
    """One of the four facts, with how serious it is (never too early) and a few words for the pair's pane."""

    kind: SignalKind
    level: Health
    text: str


@dataclass(frozen=True, slots=True)
class Assessment:
    """Health and its reasons; a pair without health has none. The words are made when they are asked for: a list of
    a thousand pairs shows only the health."""

    health: Health | None
    facts: PairFacts | None = None

    @property
    def signals(self) -> tuple[Signal, ...]:
        """The four signals in the order of SignalKind."""
        return () if self.facts is None else tuple(_SIGNALS[kind](self.facts) for kind in SignalKind)

    @property
    def reasons(self) -> tuple[Signal, ...]:
        """The signals that made the pair watch or at risk; none for a pair on track."""
        slipping = self.health in (Health.WATCH, Health.AT_RISK)
        return tuple(signal for signal in self.signals if signal.level is self.health) if slipping else ()

    def signal(self, kind: SignalKind) -> Signal | None:
        """One of the four; None for a pair without health."""
        return None if self.facts is None else _SIGNALS[kind](self.facts)

    def level(self, kind: SignalKind) -> Health | None:
        """How serious one of the four is, without its words."""
        return None if self.facts is None else _LEVELS[kind](self.facts)


def assess(facts: PairFacts) -> Assessment:
    """The worst of the four signals; too early for a young pair with nothing on record yet, whatever the signals say;
    None for a pair that is not active (DESIGN section 9, health)."""
    if facts.status is not PairStatus.ACTIVE:
        return Assessment(None)
    if is_too_early(facts):
        return Assessment(Health.TOO_EARLY, facts)
    levels = [level(facts) for level in _LEVELS.values()]
    return Assessment(next(health for health in _WORST_FIRST if health in levels), facts)


def is_too_early(facts: PairFacts) -> bool:
    """Less than 30 days old and no contact, exchange or check-in yet."""
    if facts.has_any_entry or facts.last_contact_on is not None:
        return False
    return facts.started_on is None or (facts.today - facts.started_on).days < facts.thresholds.early_days


def _level(*, risk: bool, watch: bool) -> Health:
    if risk:
        return Health.AT_RISK
    return Health.WATCH if watch else Health.ON_TRACK


def _contact_level(facts: PairFacts) -> Health:
    days, limits = _silent_days(facts), cadence.limits(facts.rhythm_days, facts.thresholds)
    return _level(risk=days >= limits.risk and not facts.met_at_last_career_milestone, watch=days >= limits.watch)


def _silent_days(facts: PairFacts) -> int:
    """Days since the newest contact or the start; none have passed for a pair that has neither."""
    return cadence.days_since(facts.last_contact_on, facts.started_on, facts.today) or 0


def _contact(facts: PairFacts) -> Signal:
    level = _contact_level(facts)
    return Signal(SignalKind.CONTACT, level, _contact_text(facts, level))


def _contact_text(facts: PairFacts, level: Health) -> str:
    if level is not Health.ON_TRACK:
        days = _silent_days(facts)
        slipped = days >= cadence.limits(facts.rhythm_days, facts.thresholds).risk
        kept = ", but together at the last career milestone" if slipped and level is Health.WATCH else ""
        return f"No contact for {counted(days, 'day')}{kept}"
    if facts.last_contact_on is not None:
        return f"Last contact {ago(facts.last_contact_on, facts.today)}"
    days = _silent_days(facts)
    return f"No contact yet in {counted(days, 'day')}" if days > 0 else "No contact yet"


def _balance_level(facts: PairFacts) -> Health:
    if facts.balance.band(facts.thresholds) is not Band.ONE_SIDED:
        return Health.ON_TRACK
    felt = [side.balance for side in (facts.left_answers, facts.right_answers) if side and side.balance is not None]
    both_feel_it = len(felt) == 2 and max(felt) <= facts.thresholds.answer_risk
    return Health.AT_RISK if both_feel_it else Health.WATCH


def _balance(facts: PairFacts) -> Signal:
    return Signal(SignalKind.BALANCE, _balance_level(facts), _balance_text(facts))


def _balance_text(facts: PairFacts) -> str:
    if facts.balance.total:
        one_sided = facts.balance.band(facts.thresholds) is Band.ONE_SIDED
        points = f"Give and take {facts.balance.left} : {facts.balance.right}"
        return f"{points}, {Band.ONE_SIDED.word}" if one_sided else points
    if facts.started_on is None or facts.started_on >= window_start(facts.today, facts.thresholds):
        return "No give and take yet"
    return f"No give and take in {window_words(facts.thresholds.balance_window_months)}"


def _check_in_level(facts: PairFacts) -> Health:
    limits, lowest, core = facts.thresholds, 9, 9
    for side in (facts.left_answers, facts.right_answers):
        if side is not None:
            core = min(core, side.trust or core, side.value or core)
            lowest = min(lowest, core, side.balance or lowest, side.progress or lowest)
    low = lowest <= limits.answer_watch
    return _level(risk=core <= limits.answer_risk, watch=low or _skipped(facts) >= limits.skipped_check_ins)


def _skipped(facts: PairFacts) -> int:
    return max(facts.left_skipped, facts.right_skipped)


def _check_in(facts: PairFacts) -> Signal:
    level = _check_in_level(facts)
    given = [item for side in (facts.left_answers, facts.right_answers) if side for item in side.given.items()]
    low = any(answer <= facts.thresholds.answer_watch for _, answer in given)
    silent = level is Health.WATCH and not low
    return Signal(SignalKind.CHECK_IN, level, _check_in_text(given, level, _skipped(facts) if silent else 0))


def _check_in_text(given: list[tuple[str, int]], level: Health, skipped: int) -> str:
    if skipped:
        return f"One side skipped {counted(skipped, 'check-in')}"
    if not given:
        return "No check-in yet"
    if level is Health.AT_RISK:
        given = [item for item in given if item[0] in ("trust", "value")]
    question, answer = min(given, key=lambda item: item[1])
    text = f"Lowest check-in answer is {answer}"
    if level is Health.ON_TRACK:
        return text
    return f"{question.capitalize()} is rated {answer} of 5" if level is Health.AT_RISK else f"{text}, for {question}"


def _milestones_level(facts: PairFacts) -> Health:
    limits, overdue = facts.thresholds, [days for days in facts.overdue_days if days > 0]
    longest = max(overdue, default=0)
    risk = len(overdue) >= limits.milestones_risk_count or longest > limits.milestone_risk_days
    return _level(risk=risk, watch=longest > limits.milestone_watch_days)


def _milestones(facts: PairFacts) -> Signal:
    overdue = [days for days in facts.overdue_days if days > 0]
    text = _milestones_text(len(overdue), max(overdue, default=0))
    return Signal(SignalKind.MILESTONES, _milestones_level(facts), text)


def _milestones_text(number: int, longest: int) -> str:
    if not number:
        return "No milestone overdue"
    if number == 1:
        return f"1 milestone {counted(longest, 'day')} overdue"
    return f"{number} milestones overdue, up to {counted(longest, 'day')}"


_LEVELS: dict[SignalKind, Callable[[PairFacts], Health]] = {
    SignalKind.CONTACT: _contact_level,
    SignalKind.BALANCE: _balance_level,
    SignalKind.CHECK_IN: _check_in_level,
    SignalKind.MILESTONES: _milestones_level,
}
_SIGNALS: dict[SignalKind, Callable[[PairFacts], Signal]] = {
    SignalKind.CONTACT: _contact,
    SignalKind.BALANCE: _balance,
    SignalKind.CHECK_IN: _check_in,
    SignalKind.MILESTONES: _milestones,
}
_WORST_FIRST = (Health.AT_RISK, Health.WATCH, Health.ON_TRACK)
