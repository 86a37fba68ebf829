"""The settings of a draft as a mapping and back, and in words: nothing is lost, every fault is a sentence."""

import json
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mentordesk.domain.cohorts import Role
from mentordesk.domain.errors import FieldError, UserError
from mentordesk.domain.matching import draft_words
from mentordesk.domain.matching.criteria import Goal, Rule
from mentordesk.domain.matching.draft import DraftSettings
from mentordesk.domain.matching.draft_settings import (
    as_mapping,
    checked,
    draft_settings,
    for_program,
    in_order,
    of_program,
    with_settings,
)
from mentordesk.domain.matching.people import CircleSize, Shape
from mentordesk.domain.matching.questions import Fixed
from mentordesk.domain.matching.reading import match_rules
from mentordesk.domain.matching.score_table import ScoreTable
from mentordesk.domain.matching.task import Task
from tests.domain.matching.crowds import everything, person

RULES = match_rules({"criteria": {"wishes": 7, "language": 3}})
USUAL = {"criteria": {"language": 1}}


def sizes() -> st.SearchStrategy[CircleSize]:
    whole = st.integers(2, 50)
    bounds = st.tuples(whole, whole).map(sorted)
    return st.builds(
        lambda two, spread, apart: CircleSize(*two, spread, apart), bounds, st.integers(0, 50), st.booleans()
    )


@given(
    goal=st.sampled_from(Goal),
    shape=st.sampled_from(Shape),
    circles=sizes(),
    trio=st.booleans(),
    rounds=st.integers(1, 6),
    alone=st.booleans(),
)
def test_whatever_can_be_chosen_is_read_again(
    goal: Goal, shape: Shape, circles: CircleSize, trio: bool, rounds: int, alone: bool
) -> None:
    peers = shape is Shape.PEERS
    rules = replace(everything(lowest_fit={"on": True, "points": 30}), goal=goal)
    settings = DraftSettings(in_order(rules), shape, circles, trio, rounds if peers else 1, alone)
    kept = json.loads(json.dumps(as_mapping(settings), sort_keys=True))
    assert draft_settings(kept, peers) == settings
    assert of_program(for_program(settings), USUAL, peers) == replace(settings, table_alone=False)


def test_what_is_left_out_is_as_usual_and_what_is_unknown_is_passed_over() -> None:
    found = draft_settings({"rules": {"criteria": {"wishes": 7, "language": 3}}, "people": {"mentee": {}}}, False)
    assert found == DraftSettings(RULES)


def test_peers_are_for_programs_of_peers_alone() -> None:
    values = as_mapping(DraftSettings(RULES, Shape.PEERS, rounds=3))
    assert (draft_settings(values, False).shape, draft_settings(values, False).rounds) == (Shape.PAIRS, 1)
    circles = as_mapping(DraftSettings(RULES, Shape.CIRCLES))
    assert draft_settings(circles, True).shape is Shape.PEERS


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"rules": 3}, "The rules are a list"),
        ({"rules": {"criteria": {"wishes": 0}}}, "Nothing counts"),
        ({"rounds": 7}, "“rounds” is a whole number from 1 to 6"),
        ({"rounds": "2"}, "“rounds” is a whole number"),
        ({"trio": 1}, "“trio” is true or false"),
        ({"table_alone": None}, "“table_alone” is true or false"),
        ({"circles": []}, "The circles are a list"),
        ({"circles": {"smallest": 1}}, "“smallest” is a whole number from 2 to 50"),
        ({"circles": {"smallest": 9, "largest": 8}}, "9 mentees at least and 8 at most cannot be"),
    ],
)
def test_what_cannot_be_is_a_sentence(change: dict[str, Any], words: str) -> None:
    values = as_mapping(DraftSettings(RULES, Shape.PEERS)) | change
    with pytest.raises(UserError, match=words):
        draft_settings(values, True)


@pytest.mark.parametrize("values", [None, [], "settings", 7])
def test_what_is_no_mapping_is_a_sentence(values: object) -> None:
    with pytest.raises(UserError, match="The settings are a list of names with values"):
        draft_settings(values, False)


def test_settings_that_could_not_be_read_again_are_not_kept() -> None:
    none = replace(RULES, criteria=tuple(replace(each, weight=0) for each in RULES.criteria))
    assert checked(DraftSettings(RULES)) == DraftSettings(RULES)
    with pytest.raises(UserError, match="every weight is 0"):
        checked(DraftSettings(none))
    with pytest.raises(FieldError) as told:
        checked(DraftSettings(RULES, Shape.CIRCLES, CircleSize(5, 4)))
    assert (told.value.field, told.value.proposal) == ("largest", 5)


def test_a_program_without_rules_has_those_of_its_format() -> None:
    assert of_program({}, USUAL, False).rules == match_rules(USUAL)
    assert of_program(None, USUAL, True).shape is Shape.PEERS
    found = of_program({"rounds": 2, "criteria": {"wishes": 7, "language": 3}}, USUAL, True)
    assert (found.rules, found.rounds) == (RULES, 2)
    with pytest.raises(UserError, match="Match rules have no “charm”"):
        of_program({"charm": 1}, USUAL, False)


def test_a_task_takes_on_settings_pins_and_forbids() -> None:
    people = (person(1, Role.MENTEE), person(2, Role.MENTEE)), (person(3, Role.MENTOR),)
    task = Task(*people, everything(), table=ScoreTable({(1, 3): 500}))
    settings = DraftSettings(RULES, Shape.CIRCLES, CircleSize(2, 3), trio=True, table_alone=True)
    fixed = Fixed(frozenset({(1, 3)}), frozenset({(2, 3)}))
    made = with_settings(task, settings, fixed)
    assert (made.shape, made.circles, made.table_alone) == (Shape.CIRCLES, CircleSize(2, 3), True)
    assert (made.pins, made.forbids, made.table, made.mentees) == (fixed.pins, fixed.forbids, task.table, task.mentees)
    assert with_settings(made, DraftSettings(RULES), Fixed()).rules == RULES


def test_a_draft_is_solved_with_its_own_criteria_in_the_order_they_are_read_in() -> None:
    rules = match_rules({"criteria": {"custom:Track": 3, "wishes": 1, "custom:Clubs": 3}})
    task = with_settings(Task((), (), rules), DraftSettings(rules), Fixed())
    kept = json.loads(json.dumps(as_mapping(DraftSettings(rules)), sort_keys=True))
    assert task.rules == draft_settings(kept, False).rules
    assert [each.key for each in task.rules.criteria if each.counts] == ["wishes", "custom:Clubs", "custom:Track"]


def test_settings_in_words() -> None:
    rules = match_rules(
        {
            "criteria": {
                "wishes": {"weight": 7, "must": True},
                "department": {"weight": 2, "want": "same"},
                "level_distance": {"weight": 3, "ideal": 2},
                "time_zone": {"weight": 1, "hours": 1},
                "custom:Home_town": {"must": True, "want": "other"},
            },
            "rules": {"hours_apart": {"on": True, "at_most": 3}},
        }
    ).with_rule(Rule("lowest_fit", on=True, points=40))
    said = draft_words.lines(DraftSettings(rules, Shape.PEERS, rounds=2, trio=True))
    assert said["Goal"] == "Participation"
    assert (said["What is made"], said["Rounds"], said["An odd peer"]) == ("Pairs of peers", "2", "Joins a pair")
    assert said["Wishes met"] == "Weight 7, must"
    assert said["Department"] == "Weight 2, same"
    assert said["Level distance"] == "Weight 3, +2 levels"
    assert said["Time zone"] == "Weight 1, at most 1 hour apart"
    assert said["Home_town"] == "Must, other"
    assert said["Gives back"] == "Does not count"
    assert (said["Hours apart"], said["Lowest fit"]) == ("At most 3 hours apart", "Never below a fit of 40")
    assert said["Levels apart"] == "Off"
    assert said["Never a pair that was together before"] == "On"
