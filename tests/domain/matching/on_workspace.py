"""Small tasks, and what is asked of a workspace about them."""

from dataclasses import replace

from mentordesk.domain.cohorts import Role
from mentordesk.domain.matching.people import CircleSize, Shape
from mentordesk.domain.matching.questions import (
    Fixed,
    Suggest,
    Suggestion,
)
from mentordesk.domain.matching.reading import match_rules
from mentordesk.domain.matching.task import Cell, Task
from mentordesk.domain.matching.workspace import Workspace
from tests.domain.matching.crowds import person, table_task

NO_CHOICE = Fixed()


LANGUAGE = match_rules({"criteria": {"language": 1}})


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


def circles(mentees: int, places: tuple[int, ...], size: CircleSize, **values: object) -> Task:
    everybody = tuple(person(at, Role.MENTEE, languages=("English",)) for at in range(1, mentees + 1))
    mentors = tuple(person(100 + at, Role.MENTOR, capacity=count) for at, count in enumerate(places))
    return replace(Task(everybody, mentors, LANGUAGE, shape=Shape.CIRCLES, circles=size), **values)


def people(role: Role, first: int, count: int, **values: object) -> tuple:
    return tuple(person(at, role, languages=("English",), **values) for at in range(first, first + count))
