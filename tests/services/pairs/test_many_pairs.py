"""An action on many pairs or milestones asks the desk file as often as one on a few: the window waits for it."""

from collections.abc import Callable, Iterator
from datetime import date

import pytest
from sqlalchemy import event

from mentordesk.domain.cohorts import Role
from mentordesk.domain.milestones import MilestoneForm
from mentordesk.domain.people import PersonStatus
from mentordesk.domain.programs import StepOwner
from mentordesk.domain.standing import PairStatus, Side
from mentordesk.services.desk import Desk
from mentordesk.services.matching import pair_answers
from mentordesk.services.pairs import milestones, pairs
from mentordesk.services.people import people
from mentordesk.services.programs import cohorts
from tests.builders import add_cohort, add_pair, add_person, add_program, enroll
from tests.crossroads import TODAY

Asked = Callable[[Callable[[], object]], int]


@pytest.fixture
def asked(desk: Desk) -> Iterator[Asked]:
    """How many times an action reads."""
    seen: list[str] = []

    def note(_connection: object, _cursor: object, statement: str, *_rest: object) -> None:
        seen.append(statement)

    def count(act: Callable[[], object]) -> int:
        seen.clear()
        act()
        return sum(each.startswith("SELECT") for each in seen)

    event.listen(desk.database.engine, "before_cursor_execute", note)
    yield count
    event.remove(desk.database.engine, "before_cursor_execute", note)


def made(desk: Desk, count: int, status: PairStatus = PairStatus.ACTIVE) -> list[int]:
    first = count * 100
    names = [(f"Left {number}", f"Right {number}") for number in range(first, first + count)]
    return [add_pair(desk, *both, status=status, started_on=date(2026, 1, 7)) for both in names]


@pytest.mark.parametrize("act", [pairs.pause, pairs.complete, pairs.endure])
def test_many_pairs_change_with_as_many_questions_as_a_few(desk: Desk, asked: Asked, act) -> None:
    few, many = made(desk, 3), made(desk, 30)
    assert asked(lambda: desk.do(act, few)) == asked(lambda: desk.do(act, many))


def started(desk: Desk, ids: list[int]) -> object:
    return desk.do(pair_answers.accept_all, ids, tuple(Side), TODAY, start=True)


def removed(desk: Desk, ids: list[int]) -> object:
    return desk.do(pairs.remove, ids)


@pytest.mark.parametrize("act", [started, removed])
def test_many_proposed_pairs_are_answered_and_removed_with_as_many_questions_as_a_few(
    desk: Desk, asked: Asked, act: Callable[[Desk, list[int]], object]
) -> None:
    few, many = made(desk, 3, status=PairStatus.PROPOSED), made(desk, 30, status=PairStatus.PROPOSED)
    assert asked(lambda: act(desk, few)) == asked(lambda: act(desk, many))


def test_many_people_are_marked_as_left_with_as_many_questions_as_a_few(desk: Desk, asked: Asked) -> None:
    few, many = [[add_person(desk, f"Some {count} {number}") for number in range(count)] for count in (3, 30)]
    assert asked(lambda: desk.do(people.set_status, few, PersonStatus.LEFT)) == asked(
        lambda: desk.do(people.set_status, many, PersonStatus.LEFT)
    )


def test_many_people_leave_a_cohort_with_as_many_questions_as_a_few(desk: Desk, asked: Asked) -> None:
    cohort = add_cohort(desk, add_program(desk))

    def enrolled(count: int) -> list[int]:
        people = [add_person(desk, f"Some {count} {at}") for at in range(count)]
        return [enroll(desk, cohort, person, Role.MENTEE) for person in people]

    few, many = enrolled(3), enrolled(30)
    assert asked(lambda: desk.do(cohorts.remove_enrollments, few)) == asked(
        lambda: desk.do(cohorts.remove_enrollments, many)
    )


MILESTONE_ACTIONS = {
    "done": lambda session, ids: milestones.mark_done(session, ids, TODAY),
    "skipped": lambda session, ids: milestones.skip(session, ids, "Both agreed"),
    "moved": lambda session, ids: milestones.move(session, ids, TODAY),
    "shifted": lambda session, ids: milestones.shift(session, ids, 3),
    "removed": milestones.remove,
}


@pytest.mark.parametrize("act", MILESTONE_ACTIONS.values(), ids=MILESTONE_ACTIONS)
def test_many_milestones_change_with_as_many_questions_as_a_few(desk: Desk, asked: Asked, act) -> None:
    def added(count: int) -> list[int]:
        both = StepOwner.BOTH
        return [desk.do(milestones.add, MilestoneForm(pair, "Swap", TODAY, both)) for pair in made(desk, count)]

    few, many = added(3), added(30)
    assert asked(lambda: desk.do(act, few)) == asked(lambda: desk.do(act, many))
