"""The four program templates: complete, in step with each other, and worded for both sides."""

import pytest

from mentordesk.domain.matching.reading import match_rules
from mentordesk.domain.programs import RHYTHMS, Format, StepOwner
from mentordesk.domain.templates import Template
from mentordesk.services.programs.templates import templates

LOCKED = {"own_line", "places"}


@pytest.fixture(params=list(Format))
def template(request: pytest.FixtureRequest) -> Template:
    return next(found for found in templates() if found.format is request.param)


def test_there_is_one_a_format_in_the_order_of_the_formats() -> None:
    assert [found.format for found in templates()] == list(Format)
    assert [found.form.length_months for found in templates()] == [9, 9, 6, 6]


def test_the_traditional_plan_is_that_of_a_nine_month_program() -> None:
    steps = {step.title: step.days_after for step in templates()[0].steps}
    assert steps == {
        "Kick-off": 4,
        "Rules agreed": 18,
        "Goals set": 39,
        "Check-in 1": 102,
        "Mid-point": 137,
        "Check-in 2": 193,
        "Skill swap": 232,
        "Joint project": 249,
        "Story, close": 263,
    }


def test_a_plan_fits_into_the_length_of_its_program(template: Template) -> None:
    days = [step.days_after for step in template.steps]
    assert days == sorted(set(days))
    assert days[-1] <= template.form.length_months * 30
    assert len({step.title for step in template.steps}) == len(days)


def test_peers_do_everything_together() -> None:
    peer = next(found for found in templates() if found.format is Format.PEER)
    assert {step.owner for step in peer.steps} <= {StepOwner.BOTH, StepOwner.COORDINATOR}


def test_ground_rules_name_both_and_say_that_talks_are_confidential(template: Template) -> None:
    rules = template.form.ground_rules
    assert "{mentor}" in rules
    assert "{mentee}" in rules
    assert "stays between us" in rules
    assert rules.format(mentor="Amara", mentee="Jonas").startswith("Amara and Jonas have agreed")


def test_settings_are_ones_the_form_offers(template: Template) -> None:
    assert template.form.rhythm_days in RHYTHMS
    assert 1 <= len(template.form.objective.splitlines()) <= 5
    assert template.form.name == template.name


def test_weights_make_a_hundred_and_both_sides_count(template: Template) -> None:
    criteria = template.match_rules["criteria"]
    assert sum(criterion["weight"] for criterion in criteria.values()) == 100
    assert criteria["gives_back"]["weight"] > 0
    assert {name for name, rule in template.match_rules["rules"].items() if rule.get("locked")} == LOCKED


def test_formats_differ_in_what_they_match_on() -> None:
    rules = {found.format: found.match_rules for found in templates()}
    assert rules[Format.TRADITIONAL]["rules"]["levels_apart"]["at_least"] > 0
    assert rules[Format.REVERSE]["rules"]["levels_apart"]["at_most"] < 0
    assert rules[Format.REVERSE]["criteria"]["life_experience"]["want"] == "other"
    assert rules[Format.PEER]["criteria"]["level_distance"]["ideal"] == 0
    assert rules[Format.CROSS_COMPANY]["rules"]["other_company"]["on"]


def test_reverse_is_never_difference_in_everything() -> None:
    reverse = next(found for found in templates() if found.format is Format.REVERSE)
    criteria = reverse.match_rules["criteria"]
    assert criteria["level_distance"]["ideal"] < 0
    assert (criteria["department"]["want"], criteria["life_experience"]["want"]) == ("other", "other")
    (shared,) = [name for name, criterion in criteria.items() if name.startswith("custom:")]
    assert criteria[shared] == {"weight": 10, "want": "shared"}
    assert [f"custom:{field.name}" for field in reverse.fields] == [shared]


def test_rules_can_be_read_and_name_no_field_that_does_not_come_along(template: Template) -> None:
    rules = match_rules(template.match_rules)
    own = {criterion.word for criterion in rules.criteria if criterion.key.startswith("custom:")}
    assert own == {field.name for field in template.fields}


def test_each_set_of_questions_is_there(template: Template) -> None:
    assert set(template.questions) == {"check_in", "closing", "story"}
    assert 4 <= len(template.questions["check_in"]) <= 6
    assert all(text.endswith(("?", ".")) for texts in template.questions.values() for text in texts)
