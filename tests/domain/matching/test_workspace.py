"""What the workspace is answered: suggestions, trials, explanations and reasons, the same as solving anew."""

import random
from dataclasses import replace

import pytest

from mentordesk.domain.cohorts import Role
from mentordesk.domain.matching.criteria import Goal
from mentordesk.domain.matching.people import CircleSize
from mentordesk.domain.matching.questions import (
    CompareGoals,
    Evaluate,
    Explain,
    Explanation,
    Fixed,
    Suggestion,
    Trial,
    TryOut,
)
from mentordesk.domain.matching.suggestion import Matching
from mentordesk.domain.matching.task import Cell, Task
from mentordesk.domain.matching.workspace import Workspace
from tests.domain.matching.crowds import crowd, everything, person, table_task
from tests.domain.matching.on_workspace import LANGUAGE, circles, peers, small, suggested


def tried(task: Task, cells: tuple[Cell, ...], fixed: Fixed) -> Trial:
    found = Workspace(task).answer(TryOut(cells, fixed))
    assert isinstance(found, Trial)
    return found


def explained(task: Task, asked: Explain) -> Explanation:
    found = Workspace(task).answer(asked)
    assert isinstance(found, Explanation)
    return found


def test_a_suggestion_has_what_a_screen_needs_and_keeps_what_is_fixed() -> None:
    rng = random.Random(3)
    task = Task(tuple(crowd(rng, 12, Role.MENTEE, 1)), tuple(crowd(rng, 7, Role.MENTOR, 31, (1, 2))), everything())
    first = suggested(task).proposals[0]
    fixed = Fixed(frozenset({(first.pairs[0].mentee, first.pairs[1].mentor)}), frozenset([min(first.cells())]))
    found = suggested(task, fixed)
    anew = Matching(replace(task, pins=fixed.pins, forbids=fixed.forbids))
    assert found.proposals == (anew.suggest(),)
    assert fixed.pins <= found.proposals[0].cells()
    assert found.remarks == anew.remarks()
    assert set(found.reasons) == found.proposals[0].cells()
    left = [*found.proposals[0].unmatched_mentees, *found.proposals[0].unmatched_mentors]
    assert left
    assert [each.person for each in found.why_not] == left
    assert all(each.text for each in found.why_not)


def test_what_the_task_itself_has_fixed_counts_for_nothing() -> None:
    """The question says what is fixed: an older choice in the task must not hold on to it."""
    task = replace(small(), pins=frozenset({(1, 13)}))
    assert suggested(task).proposals[0].cells() == {(1, 12), (2, 11)}


def test_pairs_that_were_kept_are_shown_again_as_they_are() -> None:
    found = Workspace(small()).answer(Evaluate(Fixed(frozenset({(1, 11)})), (((1, 11), (2, 12)),)))
    assert isinstance(found, Suggestion)
    (proposal,) = found.proposals
    assert (proposal.total, [pair.pinned for pair in proposal.pairs]) == (13_000, [True, False])
    nothing = Workspace(small()).answer(Evaluate(Fixed(), ()))
    assert isinstance(nothing, Suggestion)
    assert [each.person for each in nothing.why_not] == [1, 2, 11, 12, 13]


def test_all_three_goals_are_those_of_a_fresh_matching() -> None:
    goals = Workspace(small()).answer(CompareGoals())
    assert goals == Matching(small()).goals()
    assert isinstance(goals, dict)
    assert list(goals) == list(Goal)


def test_peers_in_rounds_and_none_left() -> None:
    found = suggested(peers(4), rounds=9)
    assert [len(each.pairs) for each in found.proposals] == [2, 2, 2]
    assert len(found.reasons) == 6
    alone = suggested(peers(1), rounds=3)
    assert [each.pairs for each in alone.proposals] == [()]


def test_a_kept_round_of_peers_has_no_pins_of_the_first() -> None:
    rounds = (((1, 2), (3, 4)), ((1, 3), (2, 4)))
    found = Workspace(peers(4)).answer(Evaluate(Fixed(frozenset({(1, 2)})), rounds))
    assert isinstance(found, Suggestion)
    assert [[pair.pinned for pair in each.pairs] for each in found.proposals] == [[True, False], [False, False]]


def test_a_pair_is_explained_with_the_other_mentors_and_what_forbidding_it_costs() -> None:
    cells = ((1, 12), (2, 11))
    found = explained(small(), Explain(Fixed(), cells, 1, 12))
    assert found.why is not None
    assert found.why.fit == 8500
    assert [(each.mentor, each.total) for each in found.others] == [(11, -2500), (13, -7500)]
    assert found.forbidding is not None
    assert (found.forbidding.total, found.forbidding.unmatched, found.forbidding.moved) == (-2500, 0, (1, 2))


def test_a_pair_that_is_not_proposed_costs_nothing_to_forbid_and_at_once_only_the_why_is_told() -> None:
    cells = ((1, 12), (2, 11))
    assert explained(small(), Explain(Fixed(), cells, 1, 11)).forbidding is None
    at_once = explained(small(), Explain(Fixed(), cells, 1, 12, limit=0))
    assert at_once.why is not None
    assert (at_once.others, at_once.forbidding) == ((), None)


def test_a_mentee_without_a_mentor_is_told_who_it_could_be() -> None:
    found = explained(small(), Explain(Fixed(), ((2, 11),), 1))
    assert (found.why, found.forbidding) == (None, None)
    assert [(each.mentor, each.total) for each in found.others[:2]] == [(11, 6000), (12, 8500)]


def test_forbidding_a_pinned_pair_lets_the_pin_go() -> None:
    found = explained(small(), Explain(Fixed(frozenset({(1, 13)})), ((1, 13), (2, 11)), 1, 13))
    assert found.forbidding is not None
    assert found.forbidding.total == 15_500 - 8_000


def test_peers_are_explained_whoever_comes_first() -> None:
    found = explained(peers(4), Explain(Fixed(), ((1, 2), (3, 4)), 2, 1))
    assert found.forbidding is not None
    assert found.forbidding.moved == (1, 2, 3, 4)
    assert {each.mentor for each in found.others} == {3, 4}
    assert all(each.moved for each in found.others)


def test_another_circle_for_a_mentee() -> None:
    task = circles(6, (4, 4, 2, 1), CircleSize(smallest=3, largest=4))
    cells = tuple(sorted(suggested(task).proposals[0].cells()))
    mine = dict(cells)[1]
    found = explained(task, Explain(Fixed(), cells, 1, mine))
    (other,) = found.others
    assert {mine, other.mentor} == {100, 101}
    assert (other.total, other.unmatched) == (0, 0)
    assert found.forbidding is not None
    assert found.forbidding.unmatched == 0


def test_mentors_with_fewer_places_than_the_smallest_circle_are_told() -> None:
    remarks = suggested(circles(6, (3, 3, 6), CircleSize())).remarks
    assert (
        "2 mentors have fewer than 4 places and cannot have a circle. "
        "Give them more places under People, or make circles smaller." in remarks
    )
    assert "1 mentor has fewer than 4 places" in suggested(circles(6, (3, 6), CircleSize())).remarks[0]
    assert not any("circle" in remark for remark in suggested(circles(6, (4, 6), CircleSize())).remarks)


def test_a_circle_made_by_hand_says_what_it_breaks() -> None:
    task = circles(5, (5, 5), CircleSize(smallest=4, largest=5))
    team = tuple(replace(each, managers=(99,)) if each.id < 3 else each for each in task.mentees)
    found = Matching(replace(task, mentees=team)).evaluate([(1, 100), (2, 100), (3, 100)])
    assert set(found.pairs[0].broken) == {
        "The circle of Person 100 has 3 mentees, fewer than 4",
        "Person 1 and Person 2 of one team sit in one circle",
    }
    assert found.pairs[2].broken == ("The circle of Person 100 has 3 mentees, fewer than 4",)


# Trials


def test_a_trial_says_the_effect_before_anything_is_done() -> None:
    cells = ((1, 12), (2, 11))
    found = tried(small(), cells, Fixed(frozenset({(1, 11)})))
    assert found.proposal.cells() == {(1, 11), (2, 12)}
    assert (found.effect.total, found.effect.lowest, found.effect.moved) == (-2500, -3000, (1, 2))
    assert found.broken == ()


def test_a_pin_against_a_rule_is_tried_and_the_rule_is_named() -> None:
    mentees = (person(1, Role.MENTEE, managers=(11,)), person(2, Role.MENTEE))
    task = Task(mentees, (person(11, Role.MENTOR), person(12, Role.MENTOR)), LANGUAGE)
    found = tried(task, ((1, 12), (2, 11)), Fixed(frozenset({(1, 11)})))
    assert (1, 11) in found.proposal.cells()
    assert found.broken == ("Person is Person’s manager",)
    again = tried(task, tuple(found.proposal.cells()), Fixed(frozenset({(1, 11)})))
    assert again.broken == ()


@pytest.mark.parametrize(
    ("task", "pins", "said"),
    [
        (small(), {(1, 11), (2, 11)}, "Person 11 has 1 place for 2 pairs"),
        (small(), {(1, 11), (1, 12)}, "Person 1 has 1 place for 2 pairs"),
        (small(), {(2, 13)}, "Person and Person are not in the score table"),
        (table_task({(1, 2): 50, (2, 1): 40}, {1: 1, 2: 1}, {1: 1, 2: 1}), {(1, 1)}, "Person cannot be paired"),
        (
            table_task({(1, 2): 50, (2, 1): 40}, {1: 1, 2: 1}, {1: 1, 2: 1}),
            {(1, 2), (2, 1)},
            "Person 1 and Person 2 would be each other’s mentor",
        ),
        (peers(4), {(1, 2), (1, 3)}, "Person 1 is in 2 pairs and in no group of three"),
        (circles(4, (4,), CircleSize(2, 3)), {(at, 100) for at in (1, 2, 3, 4)}, "has 4 mentees, more than 3"),
        (circles(4, (2, 2), CircleSize(2, 2)), {(1, 100), (1, 101)}, "Person 1 has 1 place for 2 pairs"),
    ],
)
def test_contradictory_pins_are_kept_and_named(task: Task, pins: set[Cell], said: str) -> None:
    found = tried(task, (), Fixed(frozenset(pins)))
    assert pins <= found.proposal.cells()
    assert any(said in words for words in found.broken)


def test_a_group_of_three_breaks_no_rule() -> None:
    assert not any(pair.broken for pair in suggested(peers(5)).proposals[0].pairs)


def test_a_pair_both_pinned_and_forbidden_is_kept_and_named() -> None:
    cell = frozenset({(1, 11)})
    assert tried(small(), (), Fixed(cell, cell)).broken == ("Person and Person are forbidden by hand",)
