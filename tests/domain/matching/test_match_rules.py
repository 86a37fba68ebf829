"""Match rules as a coordinator writes them: read, refused with a sentence, written back."""

import pytest

from mentordesk.domain.errors import FieldError, UserError
from mentordesk.domain.matching.criteria import HARD, Goal, Want
from mentordesk.domain.matching.reading import as_mapping, match_rules
from mentordesk.services.programs.templates import templates


@pytest.mark.parametrize("template", templates(), ids=lambda template: template.format.value)
def test_the_templates_are_read_in_weights_of_ten_that_give_the_same_points(template) -> None:
    rules = match_rules(template.match_rules)
    given = {key: 100 * values["weight"] for key, values in template.match_rules["criteria"].items()}
    assert {key: value for key, value in rules.points().items() if value} == given
    assert all(0 <= each.weight <= 10 for each in rules.criteria)
    assert rules.criterion("gives_back").weight > 0
    assert match_rules(as_mapping(rules)) == rules


def test_what_is_left_out_is_as_usual() -> None:
    rules = match_rules({"criteria": {"wishes": 5}})
    assert rules.goal is Goal.PARTICIPATION
    assert all(rules.is_on(key) for key in HARD)
    assert not rules.is_on("levels_apart")
    assert rules.criterion("department").want is Want.OTHER


def test_a_must_is_written_as_a_weight_or_beside_one() -> None:
    rules = match_rules({"criteria": {"wishes": {"weight": 3, "must": True}, "language": "must"}})
    assert rules.criterion("wishes").must
    assert rules.criterion("wishes").weight == 3
    assert rules.criterion("language").must
    assert rules.criterion("language").weight == 0


@pytest.mark.parametrize(
    ("values", "field", "said"),
    [
        ({"criteria": {"wishes": 11}}, "criteria.wishes", "0 to 10"),
        ({"criteria": {"wishes": -1}}, "criteria.wishes", "0 to 10"),
        ({"criteria": {"wishes": 2.5}}, "criteria.wishes", "whole number"),
        ({"criteria": {"wishes": 35, "language": 5}}, "criteria.wishes", "0 to 10"),
        ({"criteria": {"charm": 5}}, "criteria.charm", "no criterion “charm”"),
        ({"criteria": {"custom:": 5}}, "criteria.custom:", "no criterion"),
        ({"criteria": {"wishes": {"weight": 1, "hours": 3}}}, "criteria.wishes", "no “hours”"),
        ({"criteria": {"department": {"weight": 1, "want": "odd"}}}, "criteria.department", "same or other"),
        ({"criteria": {"wishes": {"weight": 1, "want": "same"}}}, "criteria.wishes", "takes no “want”"),
        ({"criteria": {"time_zone": {"weight": 1, "hours": 30}}}, "criteria.time_zone", "0 to 12"),
        ({"criteria": {"custom:Age": {"weight": 1, "want": "near"}}}, "criteria.custom:Age", "at_most"),
        (
            {"criteria": {"wishes": 1, "level_distance": {"at_least": 3, "at_most": 1}}},
            "criteria.level_distance",
            "no pair",
        ),
        ({"criteria": {"wishes": 1}, "rules": {"luck": True}}, "rules.luck", "no rule “luck”"),
        ({"criteria": {"wishes": 1}, "rules": {"own_line": False}}, "rules.own_line", "cannot be switched off"),
        ({"criteria": {"wishes": 1}, "rules": {"lowest_fit": {"points": 101}}}, "rules.lowest_fit", "0 to 100"),
        ({"criteria": {"wishes": 1}, "rules": {"places": "yes"}}, "rules.places", "on = true"),
        ({"criteria": {"wishes": 1}, "goal": "luck"}, "goal", "participation, score or fairness"),
        ({"criteria": [1]}, "criteria", "table"),
    ],
)
def test_a_fault_is_a_sentence_at_its_field(values: dict[str, object], field: str, said: str) -> None:
    with pytest.raises(FieldError, match=said) as caught:
        match_rules(values)
    assert caught.value.field == field


@pytest.mark.parametrize("criteria", [{}, {"wishes": 0, "language": {"weight": 0}}, {"language": "must"}])
def test_weights_that_are_all_zero_are_refused(criteria: dict[str, object]) -> None:
    with pytest.raises(UserError, match="every weight is 0"):
        match_rules({"criteria": criteria})


def test_something_else_in_the_file_is_refused() -> None:
    with pytest.raises(UserError, match="no “weights”"):
        match_rules({"weights": {"wishes": 3}})


def test_rules_are_said_in_words() -> None:
    rules = match_rules(
        {
            "criteria": {"wishes": 1, "department": {"weight": 1, "want": "same"}},
            "rules": {"levels_apart": {"at_most": -2}},
        }
    )
    assert rules.criterion("department").word == "Same department"
    assert rules.rule("levels_apart").word == "At least 2 levels below"
    assert rules.rule("lowest_fit").word == "Never below a fit of 50"
    assert rules.rule("hours_apart").word == "At most 3 hours apart"
