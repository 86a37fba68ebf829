"""Whether a pair came together when a career turned."""

from datetime import date, timedelta

import pytest

from mentordesk.domain.turns import met_at_last

TODAY = date(2026, 6, 4)
TURN = date(2026, 2, 1)


@pytest.mark.parametrize(("days", "met"), [(0, True), (30, True), (-30, True), (31, False), (-31, False)])
def test_a_contact_within_thirty_days_counts_as_together(days: int, met: bool) -> None:
    assert met_at_last([TURN], [TURN + timedelta(days=days)], TODAY) is met


def test_only_the_newest_turn_counts() -> None:
    older = date(2025, 9, 1)
    assert not met_at_last([older, TURN], [older], TODAY)
    assert met_at_last([older, TURN], [TURN], TODAY)


def test_a_turn_of_more_than_a_year_ago_excuses_nothing() -> None:
    year_ago = TODAY - timedelta(days=365)
    assert met_at_last([year_ago], [year_ago], TODAY)
    assert not met_at_last([year_ago - timedelta(days=1)], [year_ago], TODAY)


def test_neither_turns_nor_contacts_to_come_count() -> None:
    tomorrow = TODAY + timedelta(days=1)
    assert not met_at_last([tomorrow], [TODAY], TODAY)
    assert not met_at_last([TODAY], [tomorrow], TODAY)
    assert not met_at_last([], [TODAY], TODAY)
