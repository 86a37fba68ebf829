"""The smallest group a desk shows: a setting of the desk, with undo."""

import pytest

from mentordesk.data.tables import Setting
from mentordesk.domain.errors import FieldError
from mentordesk.services import privacy
from tests.crossroads import add


def test_five_people_unless_the_desk_says_otherwise(desk) -> None:
    assert desk.read(privacy.smallest_group) == 5
    for people in (3, 10):
        desk.do(privacy.set_smallest_group, people)
        assert desk.read(privacy.smallest_group) == people
    assert desk.undo_label() == "Smallest group in reports: 10 people"
    desk.undo()
    desk.undo()
    assert desk.read(privacy.smallest_group) == 5


@pytest.mark.parametrize(("people", "proposal"), [(2, 3), (11, 10), (-1, 3)])
def test_only_three_to_ten_can_be_set(desk, people: int, proposal: int) -> None:
    with pytest.raises(FieldError) as raised:
        desk.do(privacy.set_smallest_group, people)
    assert (raised.value.field, raised.value.proposal) == ("people", proposal)
    assert desk.read(privacy.smallest_group) == 5


@pytest.mark.parametrize(("stored", "counts"), [(1, 3), (99, 10), ("many", 5)])
def test_a_value_nobody_could_have_set_is_brought_into_bounds(desk, stored: object, counts: int) -> None:
    desk.do(add, Setting(key="smallest_group", value=stored))
    assert desk.read(privacy.smallest_group) == counts
