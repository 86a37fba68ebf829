"""What the workspace is answered: suggestions, trials, explanations and reasons, the same as solving anew."""

import random
from dataclasses import replace

import pytest

from mentordesk.domain.cohorts import Role
from mentordesk.domain.errors import UserError
from mentordesk.domain.matching import broken, suggestion
from mentordesk.domain.matching.criteria import Goal
from mentordesk.domain.matching.people import CircleSize, Shape
from mentordesk.domain.matching.questions import (
    AskWhyNot,
    CompareGoals,
    Evaluate,
    Explain,
    Explanation,
    Fixed,
    Suggest,
    Suggestion,
    Trial,
    TryOut,
)
from mentordesk.domain.matching.reading import match_rules
from mentordesk.domain.matching.result import WhyNot
from mentordesk.domain.matching.ruled_out import ruled_out
from mentordesk.domain.matching.suggestion import Matching
from mentordesk.domain.matching.task import Cell, Task
from mentordesk.domain.matching.workspace import Workspace
from tests.domain.matching.crowds import ALL_CRITERIA, crowd, everything, person, table_task

NO_CHOICE = Fixed()
LANGUAGE = match_rules({"criteria": {"language": 1}})
NOTHING = replace(LANGUAGE, criteria=tuple(replace(each, weight=0) for each in LANGUAGE.criteria))
SCORES: dict[Cell, int] = {(1, 11): 90, (1, 12): 85, (2, 11): 70, (2, 12): 40, (1, 13): 10}


def small() -> Task:
    return table_task(SCORES, {1: 1, 2: 1}, {11: 1, 12: 1, 13: 1})


def peers(count: int, **values: object) -> Task:
    people = tuple(person(at, Role.PEER, languages=("English",)) for at in range(1, count + 1))
    return replace(Task(people, (), LANGUAGE, shape=Shape.PEERS), **values)


def suggested(task: Task, fixed: Fixed = NO_CHOICE, rounds: int = 1) -> Suggestion:
    found = Workspace(task).answer(Suggest(fixed, rounds))
    assert isinstance(found, Suggestion)
    return found


def tried(task: Task, cells: tuple[Cell, ...], fixed: Fixed) -> Trial:
    found = Workspace(task).answer(TryOut(cells, fixed))
    assert isinstance(found, Trial)
    return found


def explained(task: Task, asked: Explain) -> Explanation:
    found = Workspace(task).answer(asked)
    assert isinstance(found, Explanation)
    return found


def why_not(workspace: Workspace, asked: AskWhyNot) -> WhyNot:
    found = workspace.answer(asked)
    assert isinstance(found, WhyNot)
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


def circles(mentees: int, places: tuple[int, ...], size: CircleSize, **values: object) -> Task:
    everybody = tuple(person(at, Role.MENTEE, languages=("English",)) for at in range(1, mentees + 1))
    mentors = tuple(person(100 + at, Role.MENTOR, capacity=count) for at, count in enumerate(places))
    return replace(Task(everybody, mentors, LANGUAGE, shape=Shape.CIRCLES, circles=size), **values)


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


# Why not


@pytest.mark.parametrize("shape", [Shape.PAIRS, Shape.PEERS])
@pytest.mark.parametrize("seed", range(6))
def test_rules_in_bulk_are_the_rules_one_by_one(seed: int, shape: Shape) -> None:
    rng = random.Random(seed)
    musts = {key: {**value, "must": True} if isinstance(value, dict) else value for key, value in ALL_CRITERIA.items()}
    for key in rng.sample(list(musts), 5):
        if not isinstance(musts[key], dict):
            musts[key] = "must"
    switched = {"levels_apart": True, "shared_language": True, "hours_apart": True, "other_department": True}
    rules = match_rules({"criteria": musts, "rules": switched | {"lowest_fit": {"on": True, "points": 40}}})
    role = Role.PEER if shape is Shape.PEERS else Role.MENTEE
    mentors = () if shape is Shape.PEERS else tuple(crowd(rng, 9, Role.MENTOR, 8, (0, 1)))
    before = frozenset((rng.randrange(1, 17), rng.randrange(1, 17)) for _ in range(6))
    forbids = frozenset((rng.randrange(1, 17), rng.randrange(1, 17)) for _ in range(6))
    task = Task(tuple(crowd(rng, 12, role, 1)), mentors, rules, before, shape=shape, forbids=forbids)
    rows, columns = sorted(rng.sample(range(12), 7)), sorted(rng.sample(range(len(task.mentors)), 6))
    tables = ruled_out(task, rows, columns)
    for at, row in enumerate(rows):
        for to, column in enumerate(columns):
            mentee, mentor = task.mentees[row], task.mentors[column]
            if mentee.id != mentor.id:
                found = {key for key, table in tables.items() if table[at, to]}
                assert found == set(broken.rules_of(task, mentee, mentor))


def test_with_a_score_table_alone_the_bulk_way_is_the_same_too() -> None:
    task = replace(small(), before=frozenset({(1, 11)}), forbids=frozenset({(2, 12)}))
    tables = ruled_out(task, [0, 1], [0, 1, 2])
    assert {key: table.tolist() for key, table in tables.items()} == {
        "together_before": [[True, False, False], [False, False, False]],
        "forbidden": [[False, False, False], [False, True, False]],
        "not_listed": [[False, False, False], [False, False, True]],
    }


def test_reasons_for_all_are_those_of_each_one_asked_alone() -> None:
    rng = random.Random(12)
    rules = everything(shared_language=True, lowest_fit={"on": True, "points": 52})
    task = Task(tuple(crowd(rng, 30, Role.MENTEE, 1)), tuple(crowd(rng, 12, Role.MENTOR, 41, (0, 1))), rules)
    matching = Matching(task)
    proposal = matching.suggest()
    alone = [matching.why_not(proposal, each, ways=False) for each in proposal.unmatched_mentees]
    alone += [matching.why_no_mentee(proposal, each) for each in proposal.unmatched_mentors]
    assert len({each.key for each in alone}) > 1
    assert matching.why_nots(proposal) == tuple(alone)


def test_each_rule_is_relaxed_once_however_many_ask(monkeypatch: pytest.MonkeyPatch) -> None:
    mentees = tuple(person(at, Role.MENTEE, languages=("English",)) for at in range(1, 6))
    mentors = tuple(person(at, Role.MENTOR, languages=("Greek",)) for at in range(11, 14))
    rules = match_rules({"criteria": {"wishes": 1}, "rules": {"shared_language": True}})
    workspace = Workspace(Task(mentees, mentors, rules))
    solved: list[object] = []
    usual = suggestion.Matching.suggest
    monkeypatch.setattr(
        suggestion.Matching, "suggest", lambda self, goal=None: (solved.append(self.task.rules), usual(self, goal))[1]
    )
    found = [why_not(workspace, AskWhyNot(Fixed(), (), at)) for at in range(1, 6)]
    found += [why_not(workspace, AskWhyNot(Fixed(), (), at, is_mentor=True)) for at in (11, 12, 13)]
    assert len(solved) == 1
    assert {each.text for each in found} == {
        "“One shared language” forbids all 3 mentors",
        "“One shared language” forbids 5 of 5 mentees",
    }
    assert [each.ways[0].helps for each in found].count(True) == 6
    assert {(each.ways[0].key, each.ways[0].matched) for each in found} == {("shared_language", 3)}


def test_more_is_asked_than_is_kept_and_the_answers_stay_the_same() -> None:
    rng = random.Random(2)
    task = Task(tuple(crowd(rng, 8, Role.MENTEE, 1)), tuple(crowd(rng, 6, Role.MENTOR, 31)), everything())
    workspace = Workspace(task)
    choices = [Fixed(frozenset({(mentee, mentor)})) for mentee in range(1, 9) for mentor in range(31, 37)]
    first = [workspace.answer(Suggest(fixed)) for fixed in choices]
    assert [workspace.answer(Suggest(fixed)) for fixed in choices] == first


# Bad input: each has a sentence and a way on


def people(role: Role, first: int, count: int, **values: object) -> tuple:
    return tuple(person(at, role, languages=("English",), **values) for at in range(first, first + count))


@pytest.mark.parametrize(
    ("task", "pairs", "said"),
    [
        (
            Task(people(Role.MENTEE, 1, 2), people(Role.MENTOR, 11, 2), NOTHING),
            2,
            "Nothing counts: every weight is 0, so all pairs are alike. Give a criterion a weight.",
        ),
        (
            Task(
                people(Role.MENTEE, 1, 2),
                people(Role.MENTOR, 11, 2),
                match_rules({"criteria": {"language": 1, "department": {"must": True, "want": "other"}}}),
            ),
            2,
            "“Other department” has no effect: no mentee has it on record.",
        ),
        (
            Task(
                people(Role.MENTEE, 1, 2, department="Finance"),
                people(Role.MENTOR, 11, 2, department="Finance"),
                match_rules({"criteria": {"language": 1, "department": {"must": True, "want": "other"}}}),
            ),
            0,
            "“Other department” is a must, and no pair meets it. Make it a weight, or look at the data.",
        ),
        (
            Task(people(Role.MENTEE, 1, 2), people(Role.MENTOR, 11, 2, capacity=0), LANGUAGE),
            0,
            "No mentor has a place left: all capacities are 0. Give somebody a place under People.",
        ),
        (Task((), people(Role.MENTOR, 11, 2), LANGUAGE), 0, "There are no mentees yet. Enroll people as mentees."),
        (Task(people(Role.MENTEE, 1, 2), (), LANGUAGE), 0, "There are no mentors yet. Enroll people as mentors."),
        (
            Task(people(Role.MENTEE, 1, 3), people(Role.MENTOR, 11, 300), LANGUAGE),
            3,
            "300 places for 3 mentees: most mentors will have nobody.",
        ),
        (
            Task(people(Role.MENTEE, 1, 300), people(Role.MENTOR, 1001, 3), LANGUAGE),
            3,
            "300 mentees for 3 places: most mentees will have nobody.",
        ),
        (peers(0), 0, "Peers need at least two people with a place. Enroll more peers."),
        (peers(2, mentees=people(Role.PEER, 1, 2, capacity=0)), 0, "Peers need at least two people with a place."),
        (circles(3, (8,), CircleSize()), 0, "A circle needs 4 mentees, and there are 3. Make circles smaller."),
        (circles(0, (8,), CircleSize()), 0, "There are no mentees yet."),
    ],
)
@pytest.mark.parametrize("goal", Goal)
def test_bad_input_has_a_sentence_and_every_question_an_answer(task: Task, pairs: int, said: str, goal: Goal) -> None:
    workspace = Workspace(replace(task, rules=replace(task.rules, goal=goal)))
    found = workspace.answer(Suggest())
    assert isinstance(found, Suggestion)
    assert len(found.proposals[0].pairs) == pairs
    assert any(said in remark for remark in found.remarks)
    cells = tuple(found.proposals[0].cells())
    for person_id in found.proposals[0].unmatched_mentees[:2]:
        assert why_not(workspace, AskWhyNot(Fixed(), cells, person_id)).text
        assert workspace.answer(Explain(Fixed(), cells, person_id)) is not None
    for person_id in found.proposals[0].unmatched_mentors[:2]:
        assert why_not(workspace, AskWhyNot(Fixed(), cells, person_id, is_mentor=True)).text
    assert workspace.answer(CompareGoals())
    assert workspace.answer(TryOut(cells, Fixed()))


def test_somebody_who_withdrew_is_a_sentence_with_a_way_on() -> None:
    with pytest.raises(UserError, match="no longer takes part") as caught:
        Workspace(small()).answer(Explain(Fixed(), (), 7))
    assert caught.value.advice == "Suggest again."
    lost = suggested(small(), Fixed(frozenset({(7, 11)})))
    assert "1 pinned pair has somebody who no longer takes part." in lost.remarks
