"""Days since contact, the limits of a rhythm, and the months in which it was kept."""

from datetime import date

import pytest

from mentordesk.domain.cadence import (
    ContactLimits,
    MonthsKept,
    contacts_per_month,
    days_since,
    in_contact,
    limits,
    months_kept,
)
from mentordesk.domain.programs import DEFAULTS, Thresholds

TODAY = date(2026, 6, 4)


@pytest.mark.parametrize(
    ("last", "started", "days"),
    [
        (date(2026, 4, 18), date(2026, 1, 1), 47),
        (TODAY, date(2026, 1, 1), 0),
        (None, date(2026, 6, 1), 3),
        (None, None, None),
        (None, date(2026, 7, 1), 0),
    ],
)
def test_days_count_from_the_last_contact_or_else_from_the_start(
    last: date | None, started: date | None, days: int | None
) -> None:
    assert days_since(last, started, TODAY) == days


@pytest.mark.parametrize(
    ("rhythm", "expected"), [(30, ContactLimits(35, 42)), (14, ContactLimits(17, 20)), (91, ContactLimits(107, 128))]
)
def test_watch_from_seven_sixths_and_risk_from_seven_fifths_of_the_rhythm(rhythm: int, expected: ContactLimits) -> None:
    assert limits(rhythm, DEFAULTS) == expected


def test_a_program_sets_its_own_limits_of_contact() -> None:
    assert limits(30, Thresholds(contact_watch=1.5, contact_risk=2.0)) == ContactLimits(45, 60)


@pytest.mark.parametrize(("days", "counts"), [(0, True), (30, True), (31, False), (None, False)])
def test_in_contact_means_within_30_days(days: int | None, counts: bool) -> None:
    assert in_contact(days) is counts


def test_the_target_of_a_month() -> None:
    assert contacts_per_month(30) == 1.0
    assert contacts_per_month(14) == pytest.approx(2.14, abs=0.01)
    assert contacts_per_month(91) == pytest.approx(0.33, abs=0.01)


def test_a_monthly_pair_that_met_every_month_kept_all_of_them() -> None:
    contacts = [date(2025, month, 15) for month in (10, 11, 12)] + [date(2026, month, 3) for month in range(1, 7)]
    assert months_kept(contacts, date(2025, 10, 6), TODAY, 30) == MonthsKept(9, 9)


def test_a_month_without_contact_is_missed_but_not_before_it_is_over() -> None:
    contacts = [date(2026, 3, 10), date(2026, 5, 10)]
    assert months_kept(contacts, date(2026, 3, 1), TODAY, 30) == MonthsKept(2, 3)


def test_a_first_month_that_began_late_is_not_held_against_the_pair() -> None:
    assert months_kept([date(2026, 4, 2), date(2026, 5, 2)], date(2026, 3, 28), TODAY, 30) == MonthsKept(2, 2)


def test_every_two_weeks_wants_two_contacts_a_month() -> None:
    contacts = [date(2026, 4, 2), date(2026, 4, 16), date(2026, 5, 5)]
    assert months_kept(contacts, date(2026, 4, 1), TODAY, 14) == MonthsKept(1, 2)


def test_a_quarterly_contact_keeps_its_month_and_the_two_after_it() -> None:
    contacts = [date(2026, 1, 20)]
    assert months_kept(contacts, date(2026, 1, 1), date(2026, 3, 31), 91) == MonthsKept(3, 3)
    assert months_kept(contacts, date(2026, 1, 1), date(2026, 5, 1), 91) == MonthsKept(3, 4)


def test_a_quarter_that_is_not_over_is_not_missed() -> None:
    assert months_kept([], date(2026, 4, 1), TODAY, 91) == MonthsKept(0, 0)


def test_contacts_to_come_count_for_nothing() -> None:
    assert months_kept([date(2026, 6, 20)], date(2026, 6, 1), TODAY, 30) == MonthsKept(0, 0)


def test_a_pair_that_starts_later_has_no_months() -> None:
    assert months_kept([], date(2026, 8, 1), TODAY, 30) == MonthsKept(0, 0)
