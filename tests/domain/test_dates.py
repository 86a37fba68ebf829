"""How dates are counted and said."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mentordesk.domain import dates
from mentordesk.domain.dates import Precision

TODAY = date(2026, 6, 4)


@pytest.mark.parametrize(
    ("day", "months", "then"),
    [
        (date(2026, 1, 31), 1, date(2026, 2, 28)),
        (date(2024, 1, 31), 1, date(2024, 2, 29)),
        (date(2026, 8, 31), -6, date(2026, 2, 28)),
        (date(2026, 12, 15), 1, date(2027, 1, 15)),
        (date(2026, 1, 15), -1, date(2025, 12, 15)),
        (date(2024, 2, 29), 12, date(2025, 2, 28)),
    ],
)
def test_months_end_where_the_month_does(day: date, months: int, then: date) -> None:
    assert dates.add_months(day, months) == then


@given(st.dates(date(1990, 1, 1), date(2090, 1, 1)), st.integers(-600, 600))
def test_months_there_and_back_lose_three_days_at_most(day: date, months: int) -> None:
    back = dates.add_months(dates.add_months(day, months), -months)
    assert 0 <= (day - back).days <= 3


def test_every_way_to_say_a_date() -> None:
    assert dates.long(TODAY) == "4 June 2026"
    assert dates.short(TODAY) == "4 Jun"
    assert dates.short(TODAY, date(2026, 1, 1)) == "4 Jun"
    assert dates.short(TODAY, date(2027, 1, 1)) == "4 Jun 2026"
    assert dates.day_month(TODAY, date(2026, 1, 1)) == "4 June"
    assert dates.day_month(TODAY, date(2027, 1, 1)) == "4 June 2026"
    assert dates.weekday_long(TODAY) == "Thursday 4 June 2026"
    assert dates.month_name(12) == "December"


@pytest.mark.parametrize(
    ("precision", "said"), [(Precision.DAY, "6 Oct 2001"), (Precision.MONTH, "October 2001"), (Precision.YEAR, "2001")]
)
def test_a_date_is_said_as_exactly_as_it_is_known(precision: Precision, said: str) -> None:
    assert dates.known(date(2001, 10, 6), precision) == said


@pytest.mark.parametrize(
    ("day", "said"),
    [(4, "today"), (3, "yesterday"), (2, "2 days ago"), (5, "tomorrow"), (6, "in 2 days")],
)
def test_days_from_today(day: int, said: str) -> None:
    assert dates.ago(date(2026, 6, day), TODAY) == said


def test_months_of_a_span_over_the_turn_of_the_year() -> None:
    months = dates.month_starts(date(2025, 11, 30), date(2026, 2, 1))
    assert months == [date(2025, 11, 1), date(2025, 12, 1), date(2026, 1, 1), date(2026, 2, 1)]
    assert dates.month_starts(TODAY, TODAY) == [date(2026, 6, 1)]
