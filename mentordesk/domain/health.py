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
    """Health and its reasons: four signals in the order of SignalKind, none for a pair that has no health."""

    health: Health | None
    signals: tuple[Signal, ...] = ()

    @property
    def reasons(self) -> tuple[Signal, ...]:
        """The signals that made the pair watch or at risk; none for a pair on track."""
        slipping = self.health in (Health.WATCH, Health.AT_RISK)
        return tuple(signal for signal in self.signals if slipping and signal.level is self.health)

    def signal(self, kind: SignalKind) -> Signal | None:
        return next((signal for signal in self.signals if signal.kind is kind), None)


def assess(facts: PairFacts) -> Assessment:
    """The worst of the four signals; too early for a young pair with nothing on record yet, whatever the signals say;
    None for a pair that is not active (DESIGN section 9, health)."""
    if facts.status is not PairStatus.ACTIVE:
        return Assessment(None)
    signals = tuple(signal(facts) for signal in _SIGNALS)
    worst = min((signal.level for signal in signals), key=lambda level: level.rank)
    return Assessment(Health.TOO_EARLY if is_too_early(facts) else worst, signals)


def is_too_early(facts: PairFacts) -> bool:
    """Less than 30 days old and no contact, exchange or check-in yet."""
    if facts.has_any_entry or facts.last_contact_on is not None:
        return False
    return facts.started_on is None or (facts.today - facts.started_on).days < facts.thresholds.early_days


def _level(*, risk: bool, watch: bool) -> Health:
    if risk:
        return Health.AT_RISK
    return Health.WATCH if watch else Health.ON_TRACK


def _contact(facts: PairFacts) -> Signal:
    days = cadence.days_since(facts.last_contact_on, facts.started_on, facts.today)
    limits = cadence.limits(facts.rhythm_days, facts.thresholds)
    slipped = days is not None and days >= limits.risk
    met = facts.met_at_last_career_milestone
    level = _level(risk=slipped and not met, watch=days is not None and days >= limits.watch)
    return Signal(SignalKind.CONTACT, level, _contact_text(facts, level, days, slipped and met))


def _contact_text(facts: PairFacts, level: Health, days: int | None, kept_by_milestone: bool) -> str:
    if kept_by_milestone:
        return f"No contact for {counted(days or 0, 'day')}, but together at the last career milestone"
    if level is not Health.ON_TRACK:
        return f"No contact for {counted(days or 0, 'day')}"
    if facts.last_contact_on is not None:
        return f"Last contact {ago(facts.last_contact_on, facts.today)}"
    return f"No contact yet, started {ago(facts.started_on, facts.today)}" if facts.started_on else "No contact yet"


def _balance(facts: PairFacts) -> Signal:
    one_sided = facts.balance.band(facts.thresholds) is Band.ONE_SIDED
    felt = [side.balance for side in (facts.left_answers, facts.right_answers) if side and side.balance is not None]
    both_feel_it = len(felt) == 2 and max(felt) <= facts.thresholds.answer_risk
    return Signal(SignalKind.BALANCE, _level(risk=one_sided and both_feel_it, watch=one_sided), _balance_text(facts))


def _balance_text(facts: PairFacts) -> str:
    if facts.balance.total:
        one_sided = facts.balance.band(facts.thresholds) is Band.ONE_SIDED
        points = f"Give and take {facts.balance.left} : {facts.balance.right}"
        return f"{points}, {Band.ONE_SIDED.word}" if one_sided else points
    if facts.started_on is None or facts.started_on >= window_start(facts.today, facts.thresholds):
        return "No give and take yet"
    return f"No give and take in {window_words(facts.thresholds.balance_window_months)}"


def _check_in(facts: PairFacts) -> Signal:
    limits = facts.thresholds
    given = [item for side in (facts.left_answers, facts.right_answers) if side for item in side.given.items()]
    risk = any(answer <= limits.answer_risk for question, answer in given if question in ("trust", "value"))
    low = any(answer <= limits.answer_watch for _, answer in given)
    skipped = max(facts.left_skipped, facts.right_skipped)
    level = _level(risk=risk, watch=low or skipped >= limits.skipped_check_ins)
    silent = level is Health.WATCH and not low
    return Signal(SignalKind.CHECK_IN, level, _check_in_text(given, level, skipped if silent else 0))


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


def _milestones(facts: PairFacts) -> Signal:
    limits = facts.thresholds
    overdue = sorted(days for days in facts.overdue_days if days > 0)
    longest = max(overdue, default=0)
    risk = len(overdue) >= limits.milestones_risk_count or longest > limits.milestone_risk_days
    level = _level(risk=risk, watch=longest > limits.milestone_watch_days)
    return Signal(SignalKind.MILESTONES, level, _milestones_text(len(overdue), longest))


def _milestones_text(number: int, longest: int) -> str:
    if not number:
        return "No milestone overdue"
    if number == 1:
        return f"1 milestone {counted(longest, 'day')} overdue"
    return f"{number} milestones overdue, up to {counted(longest, 'day')}"


_SIGNALS: tuple[Callable[[PairFacts], Signal], ...] = (_contact, _balance, _check_in, _milestones)
