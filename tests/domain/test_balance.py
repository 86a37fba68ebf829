"""The account of a pair: bands at their limits, words, and what holds for any entries."""

from datetime import date
from itertools import pairwise
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mentordesk.domain.balance import (
    Balance,
    Band,
    came_back,
    in_window,
    net_words,
    of_entries,
    running,
    sentence,
    spoken,
    window_start,
)
from mentordesk.domain.programs import DEFAULTS, Thresholds
from mentordesk.domain.standing import Side

entries_of_any_pair = st.lists(st.tuples(st.sampled_from(Side), st.integers(1, 3)))
points = st.integers(0, 500)


@pytest.mark.parametrize(
    ("left", "right", "band"),
    [
        (0, 0, Band.TOO_EARLY),
        (3, 2, Band.TOO_EARLY),
        (5, 0, Band.TOO_EARLY),
        (3, 3, Band.IN_BALANCE),
        (4, 2, Band.IN_BALANCE),
        (6, 3, Band.IN_BALANCE),
        (13, 16, Band.IN_BALANCE),
        (7, 3, Band.LEANING),
        (12, 3, Band.LEANING),
        (8, 2, Band.LEANING),
        (13, 3, Band.ONE_SIDED),
        (9, 2, Band.ONE_SIDED),
        (20, 4, Band.ONE_SIDED),
        (6, 0, Band.ONE_SIDED),
    ],
)
def test_bands_at_their_limits_and_beside_them(left: int, right: int, band: Band) -> None:
    assert Balance(left, right).band(DEFAULTS) is band


def test_a_program_sets_its_own_limits() -> None:
    strict = Thresholds(balance_min_points=2, balance_even_ratio=1.0, balance_leaning_ratio=1.5)
    assert Balance(1, 1).band(strict) is Band.IN_BALANCE
    assert Balance(3, 2).band(strict) is Band.LEANING
    assert Balance(2, 1).band(strict) is Band.ONE_SIDED


def test_no_points_are_too_early_even_where_a_program_asks_for_none() -> None:
    assert Balance().band(Thresholds(balance_min_points=0)) is Band.TOO_EARLY


@given(points, points)
def test_both_sides_are_judged_alike(left: int, right: int) -> None:
    one, other = Balance(left, right), Balance(right, left)
    assert one.band(DEFAULTS) is other.band(DEFAULTS)
    assert one.reciprocity == other.reciprocity
    assert one.net == -other.net


@given(points, points)
def test_reciprocity_and_shares_stay_in_their_range(left: int, right: int) -> None:
    balance = Balance(left, right)
    assert 0.0 <= balance.reciprocity <= 1.0


@given(st.integers(1, 500), points)
def test_reciprocity_grows_as_the_smaller_side_gives_and_shrinks_as_the_larger_does(smaller: int, more: int) -> None:
    larger = smaller + more
    assert Balance(smaller, larger + 1).reciprocity < Balance(smaller, larger).reciprocity
    if more:
        assert Balance(smaller + 1, larger).reciprocity > Balance(smaller, larger).reciprocity


@given(st.integers(1, 100), st.integers(0, 400))
def test_the_more_one_side_alone_gives_the_less_even_it_gets(smaller: int, more: int) -> None:
    order = (Band.TOO_EARLY, Band.IN_BALANCE, Band.LEANING, Band.ONE_SIDED)
    bands = [Balance(smaller + step, smaller).band(DEFAULTS) for step in (more, more + 1)]
    assert order.index(bands[0]) <= order.index(bands[1])


@given(entries_of_any_pair, st.randoms())
def test_the_order_of_entries_does_not_matter(entries: list[tuple[Side, int]], random: Random) -> None:
    shuffled = list(entries)
    random.shuffle(shuffled)
    assert of_entries(shuffled) == of_entries(entries)


@given(entries_of_any_pair)
def test_a_statement_ends_where_the_sum_is(entries: list[tuple[Side, int]]) -> None:
    carried = Balance(7, 3)
    after = running(entries, carried)
    total = of_entries(entries)
    assert len(after) == len(entries)
    assert (after[-1] if after else carried) == Balance(7 + total.left, 3 + total.right)
    assert all(later.total > earlier.total for earlier, later in pairwise((carried, *after)))


def test_a_statement_says_the_balance_after_each_row() -> None:
    entries = [(Side.LEFT, 2), (Side.RIGHT, 2), (Side.LEFT, 1), (Side.RIGHT, 2), (Side.RIGHT, 3), (Side.RIGHT, 1)]
    said = [net_words(balance.net, "Amara", "Jonas") for balance in running(entries, Balance(7, 3))]
    assert said == ["Amara +6", "Amara +4", "Amara +5", "Amara +3", "Even", "Jonas +1"]


def test_reciprocity_as_the_product_defines_it() -> None:
    assert Balance(4, 4).reciprocity == 1.0
    assert Balance(9, 0).reciprocity == 0.0
    assert Balance(6, 2).reciprocity == 0.5
    assert Balance().reciprocity == 0.0


def test_the_window_begins_six_months_ago_and_includes_both_ends() -> None:
    today = date(2026, 6, 4)
    assert window_start(today, DEFAULTS) == date(2025, 12, 4)
    assert in_window(date(2025, 12, 4), today, DEFAULTS)
    assert not in_window(date(2025, 12, 3), today, DEFAULTS)
    assert in_window(today, today, DEFAULTS)
    assert not in_window(date(2026, 6, 5), today, DEFAULTS)


def test_the_window_of_the_end_of_august_begins_at_the_end_of_february() -> None:
    assert window_start(date(2026, 8, 31), DEFAULTS) == date(2026, 2, 28)
    assert window_start(date(2026, 8, 31), Thresholds(balance_window_months=3)) == date(2026, 5, 31)


def test_the_tool_tip_and_the_screen_reader_say_the_same_fact() -> None:
    balance = Balance(20, 4)
    band = balance.band(DEFAULTS)
    assert sentence("Ingrid", "Kwame", balance, band) == "Ingrid gave 20, Kwame gave 4 in the last 6 months: one-sided"
    assert spoken("Ingrid", "Kwame", balance, band) == "Ingrid gave 20, Kwame gave 4, one-sided"
    assert sentence("A", "B", balance, band, months=1).endswith("in the last month: one-sided")


def test_an_empty_account_says_so() -> None:
    assert sentence("Ingrid", "Kwame", Balance(), Band.TOO_EARLY) == "No entries in the last 6 months"
    assert spoken("Ingrid", "Kwame", Balance(), Band.TOO_EARLY) == "No entries yet"


def test_the_words_of_the_bands() -> None:
    assert [band.word for band in Band] == ["in balance", "leaning", "one-sided", "too early to tell"]


@pytest.mark.parametrize(
    ("balance", "said"),
    [
        (Balance(272, 202), "for every 4 points given, 3 came back"),
        (Balance(202, 272), "for every 4 points given, 3 came back"),
        (Balance(10, 5), "for every 2 points given, 1 came back"),
        (Balance(9, 1), "for every 9 points given, 1 came back"),
        (Balance(5, 1), "for every 5 points given, 1 came back"),
        (Balance(100, 3), "for every 33 points given, 1 came back"),
        (Balance(100, 99), "about as much came back as was given"),
        (Balance(8, 8), "as much came back as was given"),
        (Balance(8, 0), "nothing came back yet"),
        (Balance(), "nothing was given yet"),
    ],
)
def test_the_ratio_in_small_numbers(balance: Balance, said: str) -> None:
    assert came_back(balance) == said


@given(st.integers(1, 500), st.integers(1, 500))
def test_the_ratio_never_claims_that_nothing_came_back_where_something_did(left: int, right: int) -> None:
    assert "nothing" not in came_back(Balance(left, right))


rules = st.builds(
    Thresholds,
    balance_min_points=st.integers(0, 100),
    balance_even_ratio=st.floats(1.0, 20.0),
    balance_leaning_ratio=st.floats(1.0, 20.0),
)


@given(points, points, rules)
def test_every_account_has_a_band_by_any_rules_and_both_sides_the_same(left: int, right: int, own: Thresholds) -> None:
    band = Balance(left, right).band(own)
    assert band is Balance(right, left).band(own)
    assert (band is Band.TOO_EARLY) == (not left + right or left + right < own.balance_min_points)


@given(st.integers(1, 500), points, rules)
def test_a_gift_of_the_side_that_gave_less_never_makes_it_less_even(smaller: int, more: int, own: Thresholds) -> None:
    order = (Band.IN_BALANCE, Band.LEANING, Band.ONE_SIDED)
    before, after = (Balance(smaller + more + 1, smaller + step).band(own) for step in (0, 1))
    if before is not Band.TOO_EARLY:
        assert order.index(after) <= order.index(before)


@given(points, points, st.sampled_from(Side), st.integers(1, 3))
def test_a_gift_is_a_deposit_of_the_giver_alone(left: int, right: int, side: Side, given_: int) -> None:
    before = Balance(left, right)
    after = before.after(side, given_)
    assert after.total == before.total + given_
    assert after.net - before.net == (given_ if side is Side.LEFT else -given_)


@given(points, points, st.integers(1, 60))
def test_every_balance_can_be_said(left: int, right: int, months: int) -> None:
    balance = Balance(left, right)
    band = balance.band(DEFAULTS)
    for words in (came_back(balance), sentence("A", "B", balance, band, months), spoken("A", "B", balance, band)):
        assert words
        assert "None" not in words
    assert net_words(balance.net, "A", "B") == (
        "Even" if left == right else f"{'A' if left > right else 'B'} +{abs(left - right)}"
    )
