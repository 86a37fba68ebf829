"""Values of custom fields: how they are read, stored and said."""

import pytest

from mentordesk.domain.custom_values import clean, said
from mentordesk.domain.errors import FieldError
from mentordesk.domain.people import CustomFieldRow, FieldKind


def field(kind: FieldKind, *choices: str) -> CustomFieldRow:
    return CustomFieldRow(7, "Stage", kind, choices, False)


@pytest.mark.parametrize(
    ("kind", "typed", "stored"),
    [
        (FieldKind.TEXT, " 4711 ", "4711"),
        (FieldKind.NUMBER, "1 200", "1200"),
        (FieldKind.NUMBER, "12.50", "12.5"),
        (FieldKind.DATE, "2026-06-04", "2026-06-04"),
        (FieldKind.YES_NO, "Y", "yes"),
        (FieldKind.YES_NO, "False", "no"),
        (FieldKind.CHOICE, "LYÓN", "Lyon"),
        (FieldKind.ORDERED, "rotterdam", "Rotterdam"),
    ],
)
def test_a_value_is_stored_in_one_spelling(kind: FieldKind, typed: str, stored: str) -> None:
    assert clean(field(kind, "Lyon", "Rotterdam"), [typed]) == (stored,)


@pytest.mark.parametrize(
    ("kind", "typed"),
    [
        (FieldKind.NUMBER, "twelve"),
        (FieldKind.NUMBER, "nan"),
        (FieldKind.NUMBER, "inf"),
        (FieldKind.DATE, "4 June 2026"),
        (FieldKind.DATE, "2026-02-31"),
        (FieldKind.YES_NO, "perhaps"),
        (FieldKind.CHOICE, "Lagos"),
    ],
)
def test_what_is_no_such_value_is_said_at_the_field(kind: FieldKind, typed: str) -> None:
    with pytest.raises(FieldError) as caught:
        clean(field(kind, "Lyon"), [typed])
    assert caught.value.field == "custom:7"


def test_only_many_choices_take_more_than_one() -> None:
    assert clean(field(FieldKind.CHOICES, "A", "B"), ["b", "A", "a", " "]) == ("B", "A")
    with pytest.raises(FieldError, match="takes one value"):
        clean(field(FieldKind.CHOICE, "A", "B"), ["A", "B"])


@pytest.mark.parametrize(
    ("kind", "stored", "words"),
    [
        (FieldKind.ORDERED, "B", "2 of 2: B"),
        (FieldKind.DATE, "2026-06-04", "4 June 2026"),
        (FieldKind.YES_NO, "yes", "Yes"),
        (FieldKind.TEXT, "yes", "yes"),
    ],
)
def test_a_value_in_words(kind: FieldKind, stored: str, words: str) -> None:
    assert said(field(kind, "A", "B"), stored) == words
