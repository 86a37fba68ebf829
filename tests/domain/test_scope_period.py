"""A period includes both its days and may be open at either end."""

from datetime import date

import pytest

from mentordesk.domain.scope import Period

FIRST, LAST = date(2026, 1, 1), date(2026, 6, 4)


@pytest.mark.parametrize(
    ("day", "within"),
    [(date(2025, 12, 31), False), (FIRST, True), (LAST, True), (date(2026, 6, 5), False)],
)
def test_both_ends_belong_to_a_period(day: date, within: bool) -> None:
    assert Period(FIRST, LAST).covers(day) is within


def test_an_open_end_covers_everything_beyond() -> None:
    assert Period(None, LAST).covers(date(1990, 1, 1))
    assert Period(FIRST, None).covers(date(2090, 1, 1))
    assert not Period(FIRST, None).covers(date(2025, 12, 31))
    assert Period().covers(FIRST)
