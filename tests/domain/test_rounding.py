"""Figures are rounded as Excel rounds them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mentordesk.domain.rounding import half_up, percent


@pytest.mark.parametrize(
    ("value", "digits", "shown"),
    [
        (4.25, 1, 4.3),
        (4.249, 1, 4.2),
        (2.5, 0, 3.0),
        (0.5, 0, 1.0),
        (-2.5, 0, -3.0),
        (1.005, 2, 1.01),
        (2.675, 2, 2.68),
        (0.0, 1, 0.0),
        (12.0, 1, 12.0),
    ],
)
def test_halves_go_up_as_in_excel(value: float, digits: int, shown: float) -> None:
    assert half_up(value, digits) == shown


def test_a_mean_that_a_float_holds_just_below_the_half_goes_up() -> None:
    just_below = 3.45 - 2**-51
    assert just_below < 3.45
    assert half_up(just_below, 1) == 3.5


def test_nothing_is_ever_minus_zero() -> None:
    assert str(half_up(-0.04, 1)) == "0.0"


def test_huge_values_stay_as_they_are() -> None:
    assert half_up(1e300, 2) == 1e300
    assert half_up(10**20) == 1e20


@given(st.floats(-1e9, 1e9), st.integers(0, 4))
def test_rounding_moves_a_value_by_half_a_step_at_most(value: float, digits: int) -> None:
    assert abs(half_up(value, digits) - value) <= 0.5 * 10**-digits + 1e-6


@given(st.integers(-1000, 1000), st.integers(0, 9))
def test_tenths_stay_tenths(whole: int, tenths: int) -> None:
    assert half_up(whole + tenths / 10, 1) == pytest.approx(whole + tenths / 10)


@pytest.mark.parametrize(
    ("part", "whole", "shown"),
    [(129, 148, 87), (74, 87, 85), (1, 8, 13), (1, 200, 1), (1, 201, 0), (0, 5, 0), (5, 5, 100), (0, 0, None)],
)
def test_percent_is_whole_and_half_up(part: int, whole: int, shown: int | None) -> None:
    assert percent(part, whole) == shown
