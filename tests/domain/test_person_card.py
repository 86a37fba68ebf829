"""How long two people have been a pair, in words."""

from datetime import date

import pytest

from mentordesk.domain.person_card import length_words
from mentordesk.domain.standing import PairStatus

TODAY = date(2026, 6, 4)


@pytest.mark.parametrize(
    ("started_on", "until", "words"),
    [
        (date(2026, 6, 4), None, "0 days"),
        (date(2026, 6, 3), None, "1 day"),
        (date(2026, 5, 22), None, "13 days"),
        (date(2026, 5, 21), None, "2 weeks"),
        (date(2026, 4, 1), None, "2 months"),
        (date(2025, 10, 6), None, "7 months"),
        (date(2024, 6, 4), None, "23 months"),
        (date(2024, 6, 3), None, "2 years"),
        (date(2018, 1, 8), date(2018, 9, 28), "8 months"),
        (date(2026, 7, 1), None, ""),
        (None, None, ""),
    ],
)
def test_the_largest_unit_that_fits(started_on: date | None, until: date | None, words: str) -> None:
    assert length_words(started_on, until, PairStatus.ACTIVE, TODAY) == words


def test_a_pair_that_goes_on_says_so() -> None:
    assert length_words(date(2001, 3, 1), None, PairStatus.ENDURING, TODAY) == "25 years, enduring"
