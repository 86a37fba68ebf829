"""Which career milestone a changed person proposes."""

from dataclasses import replace

import pytest

from mentordesk.domain.career_proposal import bare_title, proposed_turn
from mentordesk.domain.people import CareerKind, PersonForm

AMARA = PersonForm("Amara Okonkwo", title="Site lead", department="Operations", level=5)


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"level": 6, "title": "VP Operations"}, (CareerKind.PROMOTION, "Promoted to VP Operations")),
        ({"title": "Senior site lead"}, (CareerKind.PROMOTION, "Promoted to Senior site lead")),
        ({"level": 6, "title": ""}, (CareerKind.PROMOTION, "Promoted to level 6")),
        ({"title": "Plant lead", "department": "Logistics"}, (CareerKind.NEW_ROLE, "New role: Plant lead")),
        ({"department": "Logistics", "level": 4}, (CareerKind.TRANSFER, "Moved to Logistics")),
    ],
)
def test_a_turn_is_named_after_what_matters_most(changes, expected) -> None:
    assert proposed_turn(AMARA, replace(AMARA, **changes)) == expected


@pytest.mark.parametrize(
    "changes", [{}, {"title": "site LEAD "}, {"title": ""}, {"location": "Lagos"}, {"level": 4}, {"level": None}]
)
def test_other_changes_propose_nothing(changes) -> None:
    assert proposed_turn(AMARA, replace(AMARA, **changes)) is None


def test_what_was_empty_is_only_filled_in() -> None:
    blank = PersonForm("Amara Okonkwo")

    assert proposed_turn(blank, AMARA) is None


@pytest.mark.parametrize(
    ("title", "bare"),
    [
        ("Promoted to VP Operations", "VP Operations"),
        ("Moved to Lagos", "Lagos"),
        ("VP Logistics", "VP Logistics"),
        ("Promotion", ""),
        (" ", ""),
    ],
)
def test_a_title_in_a_sentence_has_no_second_verb(title: str, bare: str) -> None:
    assert bare_title(title) == bare
