"""An action on many pairs or milestones asks the desk file as often as one on a few: the window waits for it."""

from collections.abc import Callable, Iterator
from datetime import date

import pytest
from sqlalchemy import event

from mentordesk.domain.milestones import MilestoneForm
from mentordesk.domain.programs import StepOwner
from mentordesk.services.desk import Desk
from mentordesk.services.pairs import milestones, pairs
from tests.builders import add_pair
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


def made(desk: Desk, count: int) -> list[int]:
    first = count * 100
    names = [(f"Left {number}", f"Right {number}") for number in range(first, first + count)]
    return [add_pair(desk, *both, started_on=date(2026, 1, 7)) for both in names]


@pytest.mark.parametrize("act", [pairs.pause, pairs.complete, pairs.endure])
def test_many_pairs_change_with_as_many_questions_as_a_few(desk: Desk, asked: Asked, act) -> None:
    few, many = made(desk, 3), made(desk, 30)
    assert asked(lambda: desk.do(act, few)) == asked(lambda: desk.do(act, many))


def test_many_milestones_are_done_with_as_many_questions_as_a_few(desk: Desk, asked: Asked) -> None:
    def added(count: int) -> list[int]:
        both = StepOwner.BOTH
        return [desk.do(milestones.add, MilestoneForm(pair, "Swap", TODAY, both)) for pair in made(desk, count)]

    few, many = added(3), added(30)
    assert asked(lambda: desk.do(milestones.mark_done, few, TODAY)) == asked(
        lambda: desk.do(milestones.mark_done, many, TODAY)
    )
