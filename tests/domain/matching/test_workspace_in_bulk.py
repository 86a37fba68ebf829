"""A workspace that asks many things at once, and bad input: the same answers as one by one."""

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
    Explain,
    Fixed,
    Suggest,
    Suggestion,
    TryOut,
)
from mentordesk.domain.matching.reading import match_rules
from mentordesk.domain.matching.result import WhyNot
from mentordesk.domain.matching.ruled_out import ruled_out
from mentordesk.domain.matching.suggestion import Matching
from mentordesk.domain.matching.task import Task
from mentordesk.domain.matching.workspace import Workspace
from tests.domain.matching.crowds import ALL_CRITERIA, crowd, everything, person
from tests.domain.matching.on_workspace import LANGUAGE, circles, peers, people, small, suggested

NOTHING = replace(LANGUAGE, criteria=tuple(replace(each, weight=0) for each in LANGUAGE.criteria))


def why_not(workspace: Workspace, asked: AskWhyNot) -> WhyNot:
    found = workspace.answer(asked)
    assert isinstance(found, WhyNot)
    return found


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
