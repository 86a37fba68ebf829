"""Attention items about ties that hold: anniversaries, also of starts without a day, and pauses that are over."""

from dataclasses import replace
from datetime import date

import pytest

from mentordesk.domain.attention import AttentionKind, Tier
from mentordesk.domain.attention_ties import Pause, Together, anniversaries, anniversary, pauses_over
from mentordesk.domain.dates import Precision

TODAY = date(2026, 6, 4)


@pytest.mark.parametrize(
    ("started", "found"),
    [
        (date(2025, 6, 5), None),
        (date(2025, 6, 4), (1, date(2026, 6, 4))),
        (date(2022, 6, 4), (1, date(2023, 6, 4))),
        (date(2021, 6, 5), (1, date(2022, 6, 5))),
        (date(2021, 6, 4), (5, date(2026, 6, 4))),
        (date(2015, 6, 1), (10, date(2025, 6, 1))),
        (date(2011, 6, 1), (15, date(2026, 6, 1))),
        (date(2020, 2, 29), (5, date(2025, 2, 28))),
        (date(2026, 7, 1), None),
    ],
)
def test_one_year_and_then_every_five_are_worth_a_word(started: date, found: tuple[int, date] | None) -> None:
    assert anniversary(started, TODAY) == found


RUTH = Together(21, 211, 212, "Ruth Adelmann", "Amara Okonkwo", date(2011, 6, 1))


def test_the_anniversary_of_a_pair_is_good_news() -> None:
    (item,) = anniversaries([RUTH], TODAY)
    assert (item.title, item.context) == ("15 years: Ruth & Amara", "A pair since June 2011")
    assert (item.action, item.tier, item.score) == ("Congratulate", Tier.GOOD_NEWS, 20)
    assert (item.key, item.person_ids, item.fact_on) == ("anniversary:21:15", (211, 212), date(2026, 6, 1))


@pytest.mark.parametrize(("day", "items"), [(date(2011, 5, 21), 1), (date(2011, 5, 20), 0), (date(2011, 6, 5), 0)])
def test_an_anniversary_stands_for_fourteen_days(day: date, items: int) -> None:
    assert len(anniversaries([replace(RUTH, started_on=day)], TODAY)) == items


@pytest.mark.parametrize(
    ("precision", "today", "context"),
    [
        (Precision.MONTH, date(2026, 6, 1), "A pair since June 2011, the day is not known"),
        (Precision.MONTH, date(2026, 6, 15), "A pair since June 2011, the day is not known"),
        (Precision.YEAR, date(2026, 1, 1), "A pair since 2011, the day is not known"),
        (Precision.YEAR, date(2026, 1, 15), "A pair since 2011, the day is not known"),
    ],
)
def test_a_start_without_a_day_is_celebrated_on_the_first_it_may_be(
    precision: Precision, today: date, context: str
) -> None:
    (item,) = anniversaries([replace(RUTH, started_on=date(2011, 6, 20), precision=precision)], today)
    assert (item.title, item.context) == ("15 years: Ruth & Amara", context)


@pytest.mark.parametrize(
    ("precision", "today"),
    [
        (Precision.MONTH, date(2026, 5, 31)),
        (Precision.MONTH, date(2026, 6, 20)),
        (Precision.YEAR, date(2026, 1, 16)),
        (Precision.YEAR, date(2025, 12, 31)),
        (Precision.YEAR, date(2026, 6, 20)),
    ],
)
def test_a_start_without_a_day_is_celebrated_once(precision: Precision, today: date) -> None:
    assert anniversaries([replace(RUTH, started_on=date(2011, 6, 20), precision=precision)], today) == ()


def test_the_first_year_is_one_year() -> None:
    (item,) = anniversaries([replace(RUTH, started_on=date(2025, 6, 2))], TODAY)
    assert item.title == "1 year: Ruth & Amara"


REST = Pause(4, 41, 42, "Julian Farrow", "Noor Rahimi", date(2026, 6, 4), 2, "Open Door 4")


def test_a_pause_that_is_over_asks_to_take_up_the_rhythm() -> None:
    (item,) = pauses_over([REST], TODAY)
    assert item.title == "Julian Farrow & Noor Rahimi: take up the rhythm again?"
    assert item.context == "Open Door 4, paused until 4 June"
    assert (item.kind, item.tier, item.score) == (AttentionKind.PAUSE_OVER, Tier.THIS_WEEK, 40)
    assert (item.key, item.action, item.pair_ids) == ("pause_over:4", "Resume the pair", (4,))


def test_a_pause_that_goes_on_is_left_in_peace() -> None:
    assert pauses_over([replace(REST, until=date(2026, 6, 5))], TODAY) == ()


def test_a_pair_without_a_cohort_just_pauses() -> None:
    (item,) = pauses_over([replace(REST, cohort="", until=date(2026, 5, 1))], TODAY)
    assert item.context == "Paused until 1 May"
