"""Who signed the ground rules: per side, per version."""

from dataclasses import replace
from datetime import date

import pytest

from mentordesk.domain.agreements import with_names
from mentordesk.domain.errors import FieldError
from mentordesk.services.pairs import agreements
from mentordesk.services.programs import programs
from tests import builders


@pytest.fixture
def program(desk) -> int:
    return builders.add_program(desk)


@pytest.fixture
def cohort(desk, program) -> int:
    made = builders.add_cohort(desk, program)
    builders.add_pair(desk, "Amara Okonkwo", "Jonas Weidmann", made)
    builders.add_pair(desk, "Ruth Adeyemi", "Mateo Quispe", made)
    return made


def test_a_pair_has_agreed_once_both_sides_signed(desk, cohort, program) -> None:
    pair = desk.read(agreements.of_cohort, cohort)[0]
    desk.do(agreements.sign, pair.id, date(2025, 10, 8), None)
    half = desk.read(agreements.of_cohort, cohort)[0]
    assert (half.left_on, half.right_on, half.both) == (date(2025, 10, 8), None, False)
    desk.do(agreements.sign, pair.id, date(2025, 10, 8), date(2025, 10, 9))
    assert desk.read(agreements.of_cohort, cohort)[0].both
    assert desk.read(agreements.signed, program) == (1, 2)


def test_another_text_outdates_what_was_signed(desk, cohort, program) -> None:
    ids = [row.id for row in desk.read(agreements.of_cohort, cohort)]
    desk.do(agreements.sign_all, ids, date(2025, 10, 8))
    assert desk.read(agreements.signed, program) == (2, 2)
    form = desk.read(programs.form, program)
    desk.do(programs.save, program, replace(form, ground_rules="Something else"))
    assert desk.read(agreements.signed, program) == (0, 2)
    assert all(row.outdated for row in desk.read(agreements.of_cohort, cohort))


def test_nobody_signs_in_the_future_and_undo_takes_all_back(desk, cohort) -> None:
    ids = [row.id for row in desk.read(agreements.of_cohort, cohort)]
    with pytest.raises(FieldError):
        desk.do(agreements.sign_all, ids, date(2027, 1, 1))
    desk.do(agreements.sign_all, ids, date(2025, 10, 8))
    assert desk.undo_label() == "Agreement of 2 pairs"
    desk.undo()
    assert not any(row.both for row in desk.read(agreements.of_cohort, cohort))


def test_the_rules_read_with_the_names_of_a_pair() -> None:
    assert with_names("{mentor} listens to {mentee}.", "Amara", "Jonas") == "Amara listens to Jonas."
