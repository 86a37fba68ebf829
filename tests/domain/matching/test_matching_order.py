"""Same data and settings, same result, whatever the order of rows; and few move when one person is added."""

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mentordesk.domain.cohorts import Role
from mentordesk.domain.matching.criteria import Goal
from mentordesk.domain.matching.people import Candidate, CircleSize, Shape
from mentordesk.domain.matching.reading import match_rules
from mentordesk.domain.matching.suggestion import Matching
from mentordesk.domain.matching.task import Task
from tests.domain.matching.crowds import crowd, everything, person


@pytest.mark.parametrize("shape", Shape)
@given(seed=st.integers(0, 10**6), goal=st.sampled_from(Goal))
@settings(max_examples=12, deadline=None)
def test_the_order_of_rows_changes_nothing(shape: Shape, seed: int, goal: Goal) -> None:
    rng = random.Random(seed)
    mentees, mentors = crowd(rng, 11, Role.MENTEE, 1), crowd(rng, 6, Role.MENTOR, 8, (1, 2, 4))
    size = CircleSize(smallest=2, largest=4)
    first = Matching(Task(tuple(mentees), tuple(mentors), everything(), shape=shape, circles=size)).suggest(goal)
    rng.shuffle(mentees)
    rng.shuffle(mentors)
    again = Matching(Task(tuple(mentees), tuple(mentors), everything(), shape=shape, circles=size)).suggest(goal)
    assert again == first


def test_equal_fits_stay_with_the_same_people_when_somebody_joins() -> None:
    rules = match_rules({"criteria": {"language": 1}})
    mentees = tuple(person(at, Role.MENTEE, employee_number=f"E{at}", languages=("English",)) for at in range(1, 41))
    mentors = tuple(person(at, Role.MENTOR, employee_number=f"M{at}", languages=("English",)) for at in range(101, 151))
    before = Matching(Task(mentees, mentors, rules)).suggest()
    one_more = person(41, Role.MENTEE, employee_number="A0", languages=("English",))
    after = Matching(Task((one_more, *mentees), mentors, rules)).suggest()
    assert len(after.pairs) == 41
    assert len(before.cells() - after.cells()) < 20


def test_ties_go_by_employee_number_then_name_and_not_by_id() -> None:
    rules = match_rules({"criteria": {"language": 1}})

    def matched(*ids: int) -> str:
        named = zip(ids, ("E1", "E2"), strict=True)
        mentees = tuple(Candidate(at, "Same Name", Role.MENTEE, employee_number=number) for at, number in named)
        proposal = Matching(Task(mentees, (person(9, Role.MENTOR),), rules)).suggest()
        return next(each.employee_number for each in mentees if each.id == proposal.pairs[0].mentee)

    assert matched(1, 2) == matched(2, 1)
