"""Attention items about pairs: silence, low answers, one-sided accounts, overdue milestones. Knows no table."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from mentordesk.domain import attention_scores as scores
from mentordesk.domain import cadence
from mentordesk.domain.attention import AttentionItem, AttentionKind, Tier
from mentordesk.domain.balance import Balance, Band, window_words
from mentordesk.domain.contacts import Channel
from mentordesk.domain.dates import day_month, month_name
from mentordesk.domain.health import Answers, Assessment, Health, SignalKind
from mentordesk.domain.pairs import OfTwo
from mentordesk.domain.people import first_name
from mentordesk.domain.programs import DEFAULTS, Thresholds, rhythm_word
from mentordesk.domain.standing import Side
from mentordesk.domain.wording import counted, listed


@dataclass(frozen=True, slots=True)
class PairSubject(OfTwo):
    """The pair an item is about. `cohort` is empty for a pair that found itself."""

    id: int
    left_id: int
    right_id: int
    left: str
    right: str
    cohort_id: int | None = None
    cohort: str = ""
    rhythm_days: int = 30
    thresholds: Thresholds = DEFAULTS

    @property
    def person_ids(self) -> tuple[int, int]:
        return (self.left_id, self.right_id)

    def first_name(self, side: Side) -> str:
        return first_name(self.left if side is Side.LEFT else self.right)


@dataclass(frozen=True, slots=True)
class Silence:
    """An active pair with its health, its last contact and its start."""

    pair: PairSubject
    assessment: Assessment
    started_on: date
    last_contact_on: date | None = None
    last_channel: Channel | None = None


def no_contact(facts: Iterable[Silence], today: date) -> tuple[AttentionItem, ...]:
    """Pairs whose contact is at risk: now, 90 + days beyond the limit, at most 99. A pair that is too early, or that
    came together at its last career milestone, is left in peace."""
    return tuple(_no_contact(fact, today) for fact in facts if _is_silent(fact.assessment))


def _is_silent(assessment: Assessment) -> bool:
    signal = assessment.signal(SignalKind.CONTACT)
    return assessment.health is Health.AT_RISK and signal is not None and signal.level is Health.AT_RISK


def _no_contact(fact: Silence, today: date) -> AttentionItem:
    pair = fact.pair
    since = fact.last_contact_on or fact.started_on
    days = (today - since).days
    beyond = days - cadence.limits(pair.rhythm_days, pair.thresholds).risk
    return AttentionItem(
        key=f"no_contact:{pair.id}",
        kind=AttentionKind.NO_CONTACT,
        tier=Tier.NOW,
        score=scores.NO_CONTACT.at(beyond),
        fact_on=since,
        title=f"{pair.name}: no contact for {counted(days, 'day')}",
        context=f"{_rhythm(pair)}. {_last_contact(fact, today)}",
        action="Write to both",
        level=Health.AT_RISK,
        pair_ids=(pair.id,),
        person_ids=pair.person_ids,
        cohort_id=pair.cohort_id,
    )


def _rhythm(pair: PairSubject) -> str:
    meets = f"meets {rhythm_word(pair.rhythm_days)}"
    return f"{pair.cohort}, {meets}" if pair.cohort else meets.capitalize()


def _last_contact(fact: Silence, today: date) -> str:
    if fact.last_contact_on is None:
        return f"No contact yet since the start on {day_month(fact.started_on, today)}"
    channel = f"{fact.last_channel.word.lower()} " if fact.last_channel else ""
    return f"Last contact: {channel}on {day_month(fact.last_contact_on, today)}"


@dataclass(frozen=True, slots=True)
class CheckIn:
    """The latest check-in of one side of an active pair, the one before it, and at most one line of its comment."""

    pair: PairSubject
    side: Side
    on: date
    answers: Answers
    before_on: date | None = None
    before: Answers | None = None
    comment: str = ""


def low_answers(check_ins: Iterable[CheckIn], today: date) -> tuple[AttentionItem, ...]:
    """Pairs where trust or value is 2 or less: now, 84 + 3 × (4 − answer). One item a pair, for its lowest answer."""
    lowest: dict[int, tuple[int, int, str, CheckIn]] = {}
    for check_in in check_ins:
        for order, question in enumerate(("trust", "value")):
            answer = check_in.answers.given.get(question)
            if answer is not None and answer <= check_in.pair.thresholds.answer_risk:
                found = (answer, order, question, check_in)
                lowest[check_in.pair.id] = min(lowest.get(check_in.pair.id, found), found, key=lambda low: low[:2])
    return tuple(_low_answer(answer, question, check_in, today) for answer, _, question, check_in in lowest.values())


def _low_answer(answer: int, question: str, check_in: CheckIn, today: date) -> AttentionItem:
    pair = check_in.pair
    return AttentionItem(
        key=f"low_answer:{pair.id}:{check_in.on.isoformat()}",
        kind=AttentionKind.LOW_ANSWER,
        tier=Tier.NOW,
        score=scores.LOW_ANSWER.at(scores.FINE_ANSWER - answer),
        fact_on=check_in.on,
        title=f"{pair.name}: {pair.first_name(check_in.side)} rates {question} {answer} of 5",
        context=_check_in_words(check_in, question, today),
        action="Plan a talk",
        level=Health.AT_RISK,
        pair_ids=(pair.id,),
        person_ids=(pair.left_id if check_in.side is Side.LEFT else pair.right_id,),
        cohort_id=pair.cohort_id,
    )


def _check_in_words(check_in: CheckIn, question: str, today: date) -> str:
    text = f"Check-in of {day_month(check_in.on, today)}"
    before = check_in.before.given.get(question) if check_in.before else None
    if before is not None and check_in.before_on is not None:
        year = "" if check_in.before_on.year == today.year else f" {check_in.before_on.year}"
        text += f", it was {before} in {month_name(check_in.before_on.month)}{year}"
    line = check_in.comment.strip().partition("\n")[0].strip()
    return f"{text}: “{line}”" if line else text


@dataclass(frozen=True, slots=True)
class Account:
    """The balance of an active pair over its window, the day of its newest entry, and how both sides rate it."""

    pair: PairSubject
    balance: Balance
    newest_on: date
    left_rates: int | None = None
    right_rates: int | None = None


def one_sided(accounts: Iterable[Account]) -> tuple[AttentionItem, ...]:
    """Pairs whose give and take is one-sided: this week, 55."""
    return tuple(
        _one_sided(account) for account in accounts if account.balance.band(account.pair.thresholds) is Band.ONE_SIDED
    )


def _one_sided(account: Account) -> AttentionItem:
    pair, balance = account.pair, account.balance
    giver = Side.LEFT if balance.net > 0 else Side.RIGHT
    gave = f"{pair.first_name(giver)} gave {max(balance.left, balance.right)} of {balance.total} points"
    return AttentionItem(
        key=f"one_sided:{pair.id}",
        kind=AttentionKind.ONE_SIDED,
        tier=Tier.THIS_WEEK,
        score=scores.ONE_SIDED,
        fact_on=account.newest_on,
        title=f"{pair.name}: {gave}",
        context=_felt(account, giver),
        action="Review balance",
        level=Health.WATCH,
        pair_ids=(pair.id,),
        person_ids=pair.person_ids,
        cohort_id=pair.cohort_id,
    )


def _felt(account: Account, giver: Side) -> str:
    window = window_words(account.pair.thresholds.balance_window_months).removeprefix("the ").capitalize()
    rates = {Side.LEFT: account.left_rates, Side.RIGHT: account.right_rates}
    low = [side for side in (giver.other, giver) if (rates[side] or 5) <= account.pair.thresholds.answer_watch]
    if len(low) == 2:
        return f"{window}. Both rate the balance {max(rates[side] or 0 for side in low)} of 5 or lower"
    if low:
        return f"{window}. {account.pair.first_name(low[0])} rates the balance {rates[low[0]]} of 5"
    return f"{window}. What could {account.pair.first_name(giver.other)} give back?"


@dataclass(frozen=True, slots=True)
class OverdueMilestone:
    """An open milestone past its due date, of an active pair. `step_id` is None for one added by hand; `yours` is one
    that the coordinator does."""

    pair: PairSubject
    title: str
    due_on: date
    step_id: int | None = None
    yours: bool = False


def overdue_milestones(milestones: Iterable[OverdueMilestone], today: date) -> tuple[AttentionItem, ...]:
    """Milestones overdue by more than 7 days, one item for each step of a cohort: this week, over 30 days now; 60 + the
    days of the oldest, at most 69."""
    groups: defaultdict[str, list[OverdueMilestone]] = defaultdict(list)
    for milestone in milestones:
        if (today - milestone.due_on).days > milestone.pair.thresholds.milestone_watch_days:
            groups[_group(milestone)].append(milestone)
    return tuple(_overdue(key, _oldest_first(group), today) for key, group in groups.items())


def _group(milestone: OverdueMilestone) -> str:
    step = milestone.step_id if milestone.step_id is not None else milestone.title.casefold()
    of = f"pair {milestone.pair.id}" if milestone.pair.cohort_id is None else str(milestone.pair.cohort_id)
    return f"milestone_overdue:{of}:{step}"


def _oldest_first(group: Sequence[OverdueMilestone]) -> list[OverdueMilestone]:
    """One milestone a pair: of two of the same name the older."""
    ordered = sorted(group, key=lambda milestone: milestone.due_on)
    return list({milestone.pair.id: milestone for milestone in reversed(ordered)}.values())[::-1]


def _overdue(key: str, group: Sequence[OverdueMilestone], today: date) -> AttentionItem:
    first = group[0]
    days = (today - first.due_on).days
    now = days > first.pair.thresholds.milestone_risk_days
    up_to = "" if group[-1].due_on == first.due_on else "up to "
    whom = f"{len(group)} pairs" if len(group) > 1 else first.pair.short
    yours = all(milestone.yours for milestone in group)
    return AttentionItem(
        key=key,
        kind=AttentionKind.MILESTONE_OVERDUE,
        tier=Tier.NOW if now else Tier.THIS_WEEK,
        score=scores.MILESTONE.at(days),
        fact_on=first.due_on,
        title=f"{first.title} is {up_to}{counted(days, 'day')} overdue for {whom}",
        context=_overdue_context(group),
        action=f"Open {counted(len(group), 'milestone')}" if yours else f"Remind {counted(len(group), 'pair')}",
        level=Health.AT_RISK if now else Health.WATCH,
        pair_ids=tuple(milestone.pair.id for milestone in group),
        person_ids=tuple(person_id for milestone in group for person_id in milestone.pair.person_ids),
        cohort_id=first.pair.cohort_id,
        due=first.due_on,
        about=first.title,
        yours=yours,
    )


def _overdue_context(group: Sequence[OverdueMilestone]) -> str:
    pair = group[0].pair
    if len(group) == 1:
        return f"{pair.cohort}: {pair.name}" if pair.cohort else pair.name
    return f"{pair.cohort}: {listed([milestone.pair.short for milestone in group])}"
