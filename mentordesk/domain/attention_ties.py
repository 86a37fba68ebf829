"""Attention items about ties that hold: anniversaries of pairs, and pauses that are over. Knows no table."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from mentordesk.domain import attention_scores as scores
from mentordesk.domain.attention import AttentionItem, AttentionKind, Tier
from mentordesk.domain.attention_scores import GOOD_NEWS_DAYS
from mentordesk.domain.dates import Precision, add_months, day_month, month_name
from mentordesk.domain.health import Health
from mentordesk.domain.pairs import pair_name, short_name
from mentordesk.domain.wording import counted


@dataclass(frozen=True, slots=True)
class Together:
    """A pair that is alive, and since when."""

    pair_id: int
    left_id: int
    right_id: int
    left: str
    right: str
    started_on: date
    precision: Precision = Precision.DAY
    cohort_id: int | None = None


def anniversary(started_on: date, today: date, precision: Precision = Precision.DAY) -> tuple[int, date] | None:
    """The newest anniversary worth a word, 1, 5 and then every 5 years, as (years, its day); None before the first.

    Of a start whose day or month is not known it is the first day that it may be: 1 June, or 1 January.
    """
    first = _earliest(started_on, precision)
    years = today.year - first.year
    if add_months(first, 12 * years) > today:
        years -= 1
    if years < 1:
        return None
    worth = years - years % 5 if years >= 5 else 1
    return worth, add_months(first, 12 * worth)


def _earliest(day: date, precision: Precision) -> date:
    if precision is Precision.YEAR:
        return day.replace(month=1, day=1)
    return day.replace(day=1) if precision is Precision.MONTH else day


def since_words(started_on: date, precision: Precision) -> str:
    """Since when two people are a pair, and what is not known of that day."""
    if precision is Precision.YEAR:
        return f"A pair since {started_on.year}, the day is not known"
    since = f"A pair since {month_name(started_on.month)} {started_on.year}"
    return f"{since}, the day is not known" if precision is Precision.MONTH else since


def anniversaries(pairs: Iterable[Together], today: date) -> tuple[AttentionItem, ...]:
    """Pairs whose anniversary was in the last 14 days: good news, 20."""
    found = [(pair, anniversary(pair.started_on, today, pair.precision)) for pair in pairs]
    recent = timedelta(days=GOOD_NEWS_DAYS)
    return tuple(_anniversary(pair, *met) for pair, met in found if met and today - met[1] <= recent)


def _anniversary(pair: Together, years: int, on: date) -> AttentionItem:
    return AttentionItem(
        key=f"anniversary:{pair.pair_id}:{years}",
        kind=AttentionKind.GOOD_NEWS,
        tier=Tier.GOOD_NEWS,
        score=scores.GOOD_NEWS,
        fact_on=on,
        title=f"{counted(years, 'year')}: {short_name(pair.left, pair.right)}",
        context=since_words(pair.started_on, pair.precision),
        action="Congratulate",
        level=None,
        pair_ids=(pair.pair_id,),
        person_ids=(pair.left_id, pair.right_id),
        cohort_id=pair.cohort_id,
        due=on,
    )


@dataclass(frozen=True, slots=True)
class Pause:
    """A paused pair, and the day it was to be taken up again."""

    pair_id: int
    left_id: int
    right_id: int
    left: str
    right: str
    until: date
    cohort_id: int | None = None
    cohort: str = ""


def pause_key(pair_id: int) -> str:
    """The key of the item about a pause, and of the mark that holds its last day."""
    return f"pause_over:{pair_id}"


def pauses_over(pauses: Iterable[Pause], today: date) -> tuple[AttentionItem, ...]:
    """Pairs whose pause was to end today or before: this week, 40."""
    return tuple(_pause_over(pause, today) for pause in pauses if pause.until <= today)


def _pause_over(pause: Pause, today: date) -> AttentionItem:
    where = f"{pause.cohort}, paused" if pause.cohort else "Paused"
    return AttentionItem(
        key=pause_key(pause.pair_id),
        kind=AttentionKind.PAUSE_OVER,
        tier=Tier.THIS_WEEK,
        score=scores.PAUSE_OVER,
        fact_on=pause.until,
        title=f"{pair_name(pause.left, pause.right)}: take up the rhythm again?",
        context=f"{where} until {day_month(pause.until, today)}",
        action="Resume the pair",
        level=Health.TOO_EARLY,
        pair_ids=(pause.pair_id,),
        person_ids=(pause.left_id, pause.right_id),
        cohort_id=pause.cohort_id,
        due=pause.until,
    )
