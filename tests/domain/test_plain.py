"""Rows as plain values and back: what comes back is equal, what does not fit is refused."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mentordesk.domain.plain import built, plain


class Color(StrEnum):
    BLUE = "blue"
    ORANGE = "orange"


@dataclass(frozen=True, slots=True)
class Inner:
    name: str
    share: float


@dataclass(frozen=True, slots=True)
class Outer:
    id: int
    on: date | None
    color: Color
    parts: tuple[Inner, ...]
    by_name: dict[str, tuple[Inner, ...]]
    yes: bool


inner = st.builds(Inner, st.text(), st.floats(allow_nan=False))
outer = st.builds(
    Outer,
    st.integers(),
    st.none() | st.dates(),
    st.sampled_from(Color),
    st.lists(inner).map(tuple),
    st.dictionaries(st.text(), st.lists(inner).map(tuple)),
    st.booleans(),
)


@given(outer)
def test_what_was_taken_apart_is_built_again(row: Outer) -> None:
    assert built(Outer, plain(row)) == row


@pytest.mark.parametrize(
    ("field", "value"),
    [("id", "7"), ("on", "yesterday"), ("color", "green"), ("parts", [{"name": "x"}]), ("yes", 1)],
)
def test_a_value_that_does_not_fit_is_refused(field: str, value: object) -> None:
    there = plain(Outer(1, None, Color.BLUE, (), {}, True))
    with pytest.raises((TypeError, ValueError, KeyError)):
        built(Outer, there | {field: value})


def test_a_row_with_other_fields_is_refused() -> None:
    with pytest.raises(TypeError):
        built(Inner, {"name": "x", "share": 1.0, "more": 2})
    with pytest.raises(TypeError):
        plain(object())
