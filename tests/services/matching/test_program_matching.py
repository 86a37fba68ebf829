"""The match rules of a program: read, saved, and told apart where they cannot be read."""

from dataclasses import replace

import pytest

from mentordesk.data.tables import Program
from mentordesk.domain.errors import NotFoundError, UserError
from mentordesk.domain.matching.criteria import Goal
from mentordesk.domain.people import CustomFieldForm, FieldKind
from mentordesk.services import custom_fields
from mentordesk.services.desk import Desk
from mentordesk.services.matching import matching, program_matching
from tests.builders import add_cohort, add_program


def store(session, program_id: int, rules: object) -> None:
    session.get_one(Program, program_id).match_rules = rules


def test_a_new_program_has_the_rules_of_its_template(desk: Desk) -> None:
    desk.do(custom_fields.save, CustomFieldForm("Career stage", FieldKind.TEXT))
    found = desk.read(program_matching.matching, add_program(desk))
    assert found.rules == found.usual
    assert found.fields == ("Career stage",)
    assert not found.places


def test_changed_rules_are_what_a_cohort_is_matched_by(desk: Desk) -> None:
    program = add_program(desk)
    cohort = add_cohort(desk, program)
    rules = replace(desk.read(program_matching.matching, program).usual, goal=Goal.FAIRNESS)
    desk.do(program_matching.save_rules, program, rules, "Change the goal to Fairness")
    assert desk.undo_label() == "Change the goal to Fairness"
    assert matching.rules_of(desk.read(matching.cohort, cohort)).goal is Goal.FAIRNESS
    desk.undo()
    assert matching.rules_of(desk.read(matching.cohort, cohort)).goal is Goal.PARTICIPATION


def test_rules_by_which_nothing_counts_are_not_kept(desk: Desk) -> None:
    program = add_program(desk)
    usual = desk.read(program_matching.matching, program).usual
    nothing = replace(usual, criteria=tuple(replace(each, weight=0) for each in usual.criteria))
    with pytest.raises(UserError, match="Nothing counts"):
        desk.do(program_matching.save_rules, program, nothing)
    assert desk.read(program_matching.matching, program).rules == usual


def test_rules_that_cannot_be_read_are_told_and_can_be_replaced(desk: Desk) -> None:
    program = add_program(desk)
    desk.do(store, program, {"criteria": {"star_sign": 3}})
    found = desk.read(program_matching.matching, program)
    assert found.rules is None
    assert "no criterion “star_sign”" in found.problem
    desk.do(program_matching.save_rules, program, found.usual)
    assert desk.read(program_matching.matching, program).rules == found.usual


def test_a_program_without_rules_has_the_usual_ones(desk: Desk) -> None:
    program = add_program(desk)
    desk.do(store, program, {})
    found = desk.read(program_matching.matching, program)
    assert found.rules == found.usual


def test_a_program_that_is_gone(desk: Desk) -> None:
    with pytest.raises(NotFoundError):
        desk.read(program_matching.matching, 99)
