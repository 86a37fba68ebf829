"""The matrix, the points of each criterion, and every rule say the same of every pair."""

import random

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mentordesk.domain.cohorts import Role
from mentordesk.domain.matching import points
from mentordesk.domain.matching.criteria import MatchRules
from mentordesk.domain.matching.people import Shape
from mentordesk.domain.matching.reading import match_rules
from mentordesk.domain.matching.score_table import ScoreTable
from mentordesk.domain.matching.scores import NEVER, fits
from mentordesk.domain.matching.suggestion import Matching
from mentordesk.domain.matching.task import Task
from tests.domain.matching.crowds import ALL_CRITERIA, crowd, everything, person

MUSTS = sorted(ALL_CRITERIA)
SWITCHED = {
    "levels_apart": {"on": True, "at_least": -1, "at_most": 4},
    "other_department": True,
    "other_company": True,
    "shared_language": True,
    "hours_apart": {"on": True, "at_most": 6},
    "lowest_fit": {"on": True, "points": 45},
}


@st.composite
def random_rules(draw: st.DrawFn) -> MatchRules:
    criteria: dict[str, object] = {}
    for key, value in ALL_CRITERIA.items():
        values = dict(value) if isinstance(value, dict) else {}
        criteria[key] = values | {"weight": draw(st.integers(0, 10)), "must": draw(st.integers(0, 12)) == 0}
    criteria["wishes"] = {"weight": draw(st.integers(1, 10)), "must": draw(st.booleans())}
    on = draw(st.sets(st.sampled_from(sorted(SWITCHED)), max_size=3))
    return match_rules({"criteria": criteria, "rules": {key: SWITCHED[key] for key in on}})


def random_task(seed: int, rules: MatchRules, shape: Shape) -> Task:
    rng = random.Random(seed)
    mentees = tuple(crowd(rng, 9, Role.MENTEE, 1))
    mentors = tuple(crowd(rng, 7, Role.MENTOR, 6))
    others = range(1, 10) if shape is Shape.PEERS else range(6, 13)
    scores = {(rng.randrange(1, 10), rng.choice(others)): rng.randrange(10_001) for _ in range(20)}
    scores = {cell: score for cell, score in scores.items() if cell[::-1] not in scores or cell[0] == cell[1]}
    before = frozenset((rng.randrange(1, 10), rng.randrange(1, 13)) for _ in range(4))
    return Task(mentees, mentors, rules, before, ScoreTable(scores), shape=shape)


@given(seed=st.integers(0, 10**6), rules=random_rules(), peers=st.booleans())
@settings(max_examples=40, deadline=None)
def test_the_points_of_a_pair_sum_to_the_matrix_and_broken_rules_are_named(
    seed: int, rules: MatchRules, peers: bool
) -> None:
    task = random_task(seed, rules, Shape.PEERS if peers else Shape.PAIRS)
    matching, found = Matching(task), fits(task)
    everybody = [(mentee.id, mentor.id) for mentee in task.mentees for mentor in task.mentors]
    at_once, main = matching.points(everybody), matching.main_reasons(everybody)
    for row, mentee in enumerate(task.mentees):
        for column, mentor in enumerate(task.mentors):
            why = matching.why(mentee.id, mentor.id)
            assert (found[row, column] == NEVER) == bool(why.broken)
            assert why.fit == sum(reason.points for reason in why.reasons)
            assert all(0 <= reason.points <= reason.most for reason in why.reasons)
            assert why.broken or found[row, column] == why.fit
            at = everybody.index((mentee.id, mentor.id))
            assert {reason.key: reason.points for reason in why.reasons} == {key: at_once[key][at] for key in at_once}
            assert main[mentee.id, mentor.id] == why.main


@given(rules=random_rules())
def test_what_the_criteria_can_give_is_100_exactly(rules: MatchRules) -> None:
    for whole in (10_000, 5_000):
        found = rules.points(whole)
        assert sum(found.values()) == whole
        assert all(value % 2 == 0 for value in found.values())


def test_who_has_everything_gets_100() -> None:
    rules = match_rules({"criteria": {"wishes": 7, "gives_back": 3, "language": 1}})
    mentee = person(1, Role.MENTEE, wants=("A", "B", "C"), offers=("X",), languages=("English",))
    mentor = person(2, Role.MENTOR, offers=("c", "b", "á"), wants=("x",), languages=("english", "Dutch"))
    assert fits(Task((mentee,), (mentor,), rules))[0, 0] == 10_000


def share(criterion: dict[str, object], mentee: dict[str, object], mentor: dict[str, object]) -> float:
    """Of one criterion alone, in percent."""
    task = Task(
        (person(1, Role.MENTEE, **mentee),), (person(2, Role.MENTOR, **mentor),), match_rules({"criteria": criterion})
    )
    return sum(points.points(task, task.mentees[0], task.mentors[0]).values()) / 100


@pytest.mark.parametrize(
    ("criterion", "mentee", "mentor", "met"),
    [
        ({"wishes": 1}, {"wants": ("Negotiation", "Budgets")}, {"offers": ("negotiation",)}, 50),
        ({"wishes": 1}, {"wants": ("Leading remotely",)}, {"offers": ("Remote teams",)}, 50),
        ({"wishes": 1}, {"wants": ("Budgets",)}, {"offers": ("Budgets",), "unwanted": ("budgets",)}, 0),
        ({"wishes": 1}, {}, {"offers": ("Budgets",)}, 50),
        ({"gives_back": 1}, {"offers": ("Data tools",)}, {"wants": ("Data tools",)}, 100),
        ({"life_experience": 1}, {"experience": ("Parent", "Carer")}, {"experience": ("carer",)}, 100),
        ({"life_experience": {"weight": 1, "want": "other"}}, {"experience": ("A",)}, {"experience": ("A", "B")}, 50),
        ({"level_distance": {"weight": 1, "ideal": 3}}, {"level": 3}, {"level": 6}, 100),
        ({"level_distance": {"weight": 1, "ideal": -3}}, {"level": 6}, {"level": 4}, 75),
        ({"level_distance": {"weight": 1, "at_least": 2}}, {"level": 3}, {"level": 4}, 0),
        ({"level_distance": {"weight": 1, "at_least": 2}}, {"level": 3}, {"level": 7}, 100),
        ({"level_distance": 1}, {"level": None}, {"level": 6}, 50),
        ({"department": 1}, {"department": "Service planning"}, {"department": "Customer service"}, 40),
        ({"department": {"weight": 1, "want": "same"}}, {"department": "Finance"}, {"department": "finance"}, 100),
        ({"company": 1}, {"company": "Solvane"}, {"company": "Nordlicht"}, 100),
        ({"place": 1}, {"place": "Aarhus"}, {"place": "Patras"}, 0),
        ({"time_zone": 1}, {"utc_offset": 12}, {"utc_offset": -11}, 88),
        ({"time_zone": 1}, {"utc_offset": 1}, {"utc_offset": 5}, 0),
        ({"place_and_time": 1}, {"place": "Aarhus", "utc_offset": 1}, {"place": "Patras", "utc_offset": 2}, 70),
        ({"place_and_time": 1}, {"place": "Aarhus"}, {"place": "AARHUS"}, 100),
        ({"language": 1}, {"languages": ("English",)}, {"languages": ("Dutch",)}, 0),
        ({"meeting_form": 1}, {"meeting_forms": ("Video",)}, {"meeting_forms": ("video",)}, 100),
        ({"ranked_wishes": 1}, {"wishes": {2: 2}}, {"wishes": {1: 1}}, 100),
        ({"ranked_wishes": 1}, {"wishes": {2: 2}}, {}, 60),
        ({"ranked_wishes": 1}, {"wishes": {9: 1}}, {}, 0),
        ({"custom:Track": 1}, {"custom": {"Track": ("Tech",)}}, {"custom": {"Track": ("Sales",)}}, 0),
        ({"custom:T": {"weight": 1, "want": "near", "at_most": 4}}, {"measures": {"T": 2}}, {"measures": {"T": 4}}, 75),
    ],
)
def test_how_far_a_criterion_is_met(
    criterion: dict[str, object], mentee: dict[str, object], mentor: dict[str, object], met: float
) -> None:
    assert share(criterion, mentee, mentor) == met


@pytest.mark.parametrize("seed", range(3))
def test_peers_fit_each_other_the_same_both_ways(seed: int) -> None:
    found = fits(random_task(seed, everything(), Shape.PEERS))
    assert np.array_equal(found, found.T)
    assert (np.diagonal(found) == NEVER).all()
