"""How items are ranked, as a table for the coordinator: its numbers are those that the items are scored with."""

from collections.abc import Iterator
from dataclasses import dataclass

from mentordesk.domain import attention_introductions, cadence
from mentordesk.domain import attention_scores as scores
from mentordesk.domain.attention import AttentionKind, Tier
from mentordesk.domain.attention_scores import Scale
from mentordesk.domain.programs import DEFAULTS, Thresholds

_NOW, _WEEK, _GOOD = (tier.word for tier in Tier)


@dataclass(frozen=True, slots=True)
class RankRow:
    """One rule: which items, in which group of Today, with which score, what their button does; `top` is the highest
    score they can have."""

    top: int
    kind: AttentionKind
    what: str
    group: str
    score: str
    action: str


def table(limits: Thresholds = DEFAULTS) -> tuple[RankRow, ...]:
    """The rules for these thresholds, highest score first."""
    rows = (*_of_pairs(limits), *_of_occasions(), *_of_wishes())
    return tuple(sorted(rows, key=lambda row: -row.top))


def _of_pairs(limits: Thresholds) -> Iterator[RankRow]:
    kind, low = AttentionKind, scores.LOW_ANSWER
    risk = cadence.limits(cadence.MONTH_DAYS, limits).risk
    late, later = limits.milestone_watch_days, limits.milestone_risk_days
    silent = f"No contact for so long that the pair is at risk: with a monthly rhythm from {risk} days"
    beyond = _rising(scores.NO_CONTACT, "days beyond the limit")
    yield RankRow(scores.NO_CONTACT.most, kind.NO_CONTACT, silent, _NOW, beyond, "Write to both")
    rated = f"Trust or value rated {limits.answer_risk} or lower"
    below = f"{low.least} + {low.step} × ({scores.FINE_ANSWER} − the answer)"
    yield RankRow(low.at(scores.FINE_ANSWER - 1), kind.LOW_ANSWER, rated, _NOW, below, "Plan a talk")
    overdue = f"A milestone is overdue by more than {late} days; the same one of a cohort is one item"
    group, score = f"{_WEEK}; {_NOW} over {later} days", _rising(scores.MILESTONE, "days overdue")
    yield RankRow(
        scores.MILESTONE.most, kind.MILESTONE_OVERDUE, overdue, group, score, "Remind the pairs, or open your own"
    )
    yield _fixed(scores.ONE_SIDED, kind.ONE_SIDED, "Give and take are one-sided", _WEEK, "Review balance")


def _of_occasions() -> Iterator[RankRow]:
    kind, near, ends = AttentionKind, scores.CLOSING_DAYS, scores.COHORT_ENDS
    left = f"({near} − days left)"
    group = f"{_NOW} if matching closes within {near} days, else {_WEEK}"
    score = f"{scores.UNMATCHED.least} + {left}; later: {scores.UNMATCHED_LATER}"
    alone = "Somebody has no mentor or peer yet"
    yield RankRow(scores.UNMATCHED.most, kind.UNMATCHED, alone, group, score, "Find a mentor")
    over = f"A cohort ends within {near} days"
    yield RankRow(ends.most, kind.COHORT_ENDS, over, _WEEK, _rising(ends, left), "Plan the close")
    change = f"Leave, return, move or departure within {scores.CHANGE_DAYS} days"
    yield _fixed(scores.CAREER_CHANGE, kind.CAREER_CHANGE, change, _WEEK, "Ask the pair")
    yield _fixed(scores.PAUSE_OVER, kind.PAUSE_OVER, "The day a pause was to end has come", _WEEK, "Resume the pair")
    news = f"Promotion, new role, award or anniversary of the last {scores.GOOD_NEWS_DAYS} days"
    yield _fixed(scores.GOOD_NEWS, kind.GOOD_NEWS, news, _GOOD, "Congratulate")


def _of_wishes() -> Iterator[RankRow]:
    kind, against, deciding = AttentionKind, scores.NOT_A_FIT, scores.STILL_DECIDING
    yield _fixed(against, kind.NOT_A_FIT, "A side says that the pair is not a good fit", _NOW, "Find a new match")
    yield _fixed(deciding, kind.FIT_AGAIN, "A side is still deciding whether the pair fits", _WEEK, "Ask again")
    waits = f"Somebody has waited for an introduction for more than {attention_introductions.WAITING_DAYS} days"
    action = "Write to the one it goes through"
    yield _fixed(scores.INTRODUCTION, kind.INTRODUCTION, waits, _WEEK, action)


def _fixed(score: int, kind: AttentionKind, what: str, group: str, action: str) -> RankRow:
    return RankRow(score, kind, what, group, f"{score}", action)


def _rising(scale: Scale, unit: str) -> str:
    return f"{scale.least} + {unit}, at most {scale.most}"
