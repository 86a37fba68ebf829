"""Every small instance is solved as well as by trying everything: all goals, capacities, pins, forbids, rings."""

from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mentordesk.domain.matching.criteria import Goal
from mentordesk.domain.matching.suggestion import Matching
from mentordesk.domain.matching.task import Task
from tests.domain.matching.crowds import brute_force, table_task, value

SCORES = st.one_of(st.integers(0, 6), st.integers(0, 100), st.integers(-3, 3))


@st.composite
def one_place_each(draw: st.DrawFn, size: int = 6) -> Task:
    """Up to 6 x 6, mentors with up to three places; pins and forbids."""
    mentees = range(1, draw(st.integers(1, size)) + 1)
    mentors = range(11, draw(st.integers(1, size)) + 11)
    cells = [(mentee, mentor) for mentee in mentees for mentor in mentors]
    kept = draw(st.lists(st.sampled_from(cells), unique=True, max_size=14))
    scores = {cell: draw(SCORES) for cell in kept}
    pins = draw(st.lists(st.sampled_from(cells), unique=True, max_size=1))
    forbids = [cell for cell in draw(st.lists(st.sampled_from(cells), unique=True, max_size=2)) if cell not in pins]
    places = {mentor: draw(st.integers(0, 3)) for mentor in mentors}
    for pin in pins:
        places[pin[1]] = max(1, places[pin[1]])
    return table_task(scores, dict.fromkeys(mentees, 1), places, pins, forbids)


@st.composite
def places_on_both_sides(draw: st.DrawFn) -> Task:
    """Mentees with two places too: no pair may be made twice."""
    mentees, mentors = range(1, draw(st.integers(1, 4)) + 1), range(11, draw(st.integers(1, 4)) + 11)
    cells = [(mentee, mentor) for mentee in mentees for mentor in mentors]
    kept = draw(st.lists(st.sampled_from(cells), unique=True, max_size=10))
    places = [{person: draw(st.integers(0, 2)) for person in side} for side in (mentees, mentors)]
    return table_task({cell: draw(SCORES) for cell in kept}, *places)


@st.composite
def both_roles(draw: st.DrawFn) -> Task:
    """Everybody is mentee and mentor: no ring of two, never oneself."""
    people = range(1, draw(st.integers(2, 5)) + 1)
    cells = [(mentee, mentor) for mentee in people for mentor in people]
    kept = draw(st.lists(st.sampled_from(cells), unique=True, max_size=12))
    pins = [cell for cell in draw(st.lists(st.sampled_from(cells), max_size=1)) if cell[0] != cell[1]]
    scores = {cell: draw(SCORES) for cell in kept}
    places = {person: draw(st.integers(1, 2)) for person in people}
    return table_task(scores, dict.fromkeys(people, 1), places, pins)


def check(task: Task, goal: Goal) -> None:
    proposal = Matching(task).suggest(goal)
    assert value(goal, [pair.fit for pair in proposal.pairs]) == brute_force(task, goal)
    assert task.pins <= proposal.cells()
    assert not task.forbids & proposal.cells()
    chosen = proposal.cells() - task.pins
    assert len(proposal.cells()) == len(proposal.pairs)
    assert all(cell in (task.table.scores if task.table else {}) for cell in chosen)
    assert not any(cell[::-1] in proposal.cells() for cell in chosen)
    mentors, mentees = (Counter(cell[side] for cell in proposal.cells()) for side in (1, 0))
    assert all(mentors[each.id] <= each.capacity for each in task.mentors)
    assert all(mentees[each.id] <= each.capacity for each in task.mentees)


@pytest.mark.parametrize("goal", Goal)
@given(task=one_place_each())
@settings(max_examples=150, deadline=None)
def test_pairs_are_the_best_there_are(task: Task, goal: Goal) -> None:
    check(task, goal)


@pytest.mark.parametrize("goal", Goal)
@given(task=places_on_both_sides())
@settings(max_examples=100, deadline=None)
def test_no_pair_is_made_twice(task: Task, goal: Goal) -> None:
    check(task, goal)


@pytest.mark.parametrize("goal", Goal)
@given(task=both_roles())
@settings(max_examples=100, deadline=None)
def test_nobody_is_the_mentor_of_the_own_mentor(task: Task, goal: Goal) -> None:
    check(task, goal)


def test_participation_takes_more_people_for_less_and_score_does_not() -> None:
    task = table_task({(1, 11): 90, (1, 12): 10, (2, 11): 20}, {1: 1, 2: 1}, {11: 1, 12: 1})
    found = Matching(task).goals()
    assert found[Goal.SCORE].cells() == {(1, 11)}
    assert found[Goal.PARTICIPATION].cells() == {(1, 12), (2, 11)}


def test_fairness_gives_up_a_little_of_the_total_for_the_last() -> None:
    task = table_task({(1, 11): 99, (1, 12): 60, (2, 11): 60, (2, 12): 22}, {1: 1, 2: 1}, {11: 1, 12: 1})
    found = Matching(task).goals()
    assert (found[Goal.PARTICIPATION].total, found[Goal.PARTICIPATION].lowest) == (12100, 2200)
    assert (found[Goal.FAIRNESS].total, found[Goal.FAIRNESS].lowest) == (12000, 6000)


def test_many_rings_are_solved_too() -> None:
    people = range(1, 13)
    scores = {(a, b): 100 - (a - b) ** 2 for a in people for b in people if a != b}
    task = table_task(scores, dict.fromkeys(people, 1), dict.fromkeys(people, 1))
    proposal = Matching(task).suggest(Goal.SCORE)
    assert len(proposal.pairs) == 12
    assert not any(cell[::-1] in proposal.cells() for cell in proposal.cells())
