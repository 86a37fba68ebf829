"""What a program stores of its thresholds, and how its rhythm and format are said."""

import pytest

from mentordesk.domain.programs import DEFAULTS, RHYTHMS, Format, StepOwner, Thresholds, rhythm_word


def test_the_defaults_are_those_of_the_definitions() -> None:
    assert (DEFAULTS.contact_watch, DEFAULTS.contact_risk) == (7 / 6, 7 / 5)
    assert (DEFAULTS.balance_window_months, DEFAULTS.balance_min_points) == (6, 6)
    assert (DEFAULTS.milestone_watch_days, DEFAULTS.milestone_risk_days, DEFAULTS.early_days) == (7, 30, 30)


def test_only_what_differs_is_stored_and_comes_back() -> None:
    own = Thresholds(answer_watch=1, balance_window_months=3)
    assert own.changed() == {"answer_watch": 1, "balance_window_months": 3}
    assert Thresholds.from_mapping(own.changed()) == own
    assert DEFAULTS.changed() == {}


def test_what_a_newer_program_has_stored_is_left_aside() -> None:
    assert Thresholds.from_mapping({"answer_watch": 1, "of_a_later_version": 5}) == Thresholds(answer_watch=1)
    assert Thresholds.from_mapping(None) == DEFAULTS


@pytest.mark.parametrize(
    ("days", "said"), [(14, "every 2 weeks"), (30, "monthly"), (91, "quarterly"), (45, "every 45 days")]
)
def test_a_rhythm_is_said_in_words(days: int, said: str) -> None:
    assert rhythm_word(days) == said


def test_the_rhythms_offered_are_three() -> None:
    assert list(RHYTHMS) == [14, 30, 91]


def test_formats_and_owners_have_words() -> None:
    assert [format_.word for format_ in Format] == ["Traditional", "Reverse", "Peer", "Cross-company"]
    assert [owner.word for owner in StepOwner] == ["Mentor", "Mentee", "Both", "Coordinator"]
