"""Names and the words of people's attributes."""

import pytest

from mentordesk.domain.people import CareerKind, FieldKind, PersonStatus, first_name, initials


@pytest.mark.parametrize(
    ("name", "letters"),
    [
        ("Amara Okonkwo", "AO"),
        ("Margaret O’Dowd", "MO"),
        ("Anna-Lena Maria Berg", "AB"),
        ("Şule Yıldız", "ŞY"),
        ("Ana García-Lorca", "AG"),
        ("Cher", "C"),
        ("jonas weidmann", "JW"),
        ("Priya (contractor)", "P"),
        ("", "?"),
        ("42", "?"),
    ],
)
def test_initials_are_of_the_first_and_the_last_name(name: str, letters: str) -> None:
    assert initials(name) == letters


@pytest.mark.parametrize(("name", "first"), [("Amara Okonkwo", "Amara"), ("Cher", "Cher"), ("", "")])
def test_the_first_name_is_what_pairs_are_called_by(name: str, first: str) -> None:
    assert first_name(name) == first


def test_every_kind_has_a_word() -> None:
    assert CareerKind.NEW_ROLE.word == "New role"
    assert PersonStatus.LEAVE.word == "On leave"
    assert [kind.word for kind in FieldKind] == [
        "Text",
        "Number",
        "Date",
        "Yes or no",
        "One choice",
        "Ordered levels",
        "Many choices",
    ]
