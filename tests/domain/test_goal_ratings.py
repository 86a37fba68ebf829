"""How far the owner of a goal came: end minus start on one scale of 1 to 10."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mentordesk.domain.goals import attainment, attainment_sentence, rating_words

ratings = st.integers(1, 10)


@pytest.mark.parametrize(
    ("start", "end", "words"),
    [(4, 7, "4 → 7, +3"), (5, 5, "5 → 5, 0"), (6, 4, "6 → 4, −2"), (4, None, "start 4"), (None, None, "")],
)
def test_ratings_are_said_with_what_was_gained(start: int | None, end: int | None, words: str) -> None:
    assert rating_words(start, end) == words


@given(ratings, ratings)
def test_attainment_is_the_way_from_start_to_end_and_back(start: int, end: int) -> None:
    assert attainment(start, end) == -(attainment(end, start) or 0)
    assert start + (attainment(start, end) or 0) == end


@given(ratings)
def test_nothing_is_attained_while_a_rating_is_missing(rating: int) -> None:
    assert attainment(rating, None) is attainment(None, rating) is attainment(None, None) is None


def test_what_each_side_came_forward_is_summed_up_per_owner() -> None:
    gains = [("Amara", 2), ("Jonas", 3), ("Jonas", 2), ("Both", None), ("Jonas", None)]
    assert attainment_sentence(gains) == "Amara +2 in 1 goal, Jonas +2.5 in 2 goals"
    assert attainment_sentence([("Amara", None)]) == attainment_sentence([]) == ""
