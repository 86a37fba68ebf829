"""The smallest group on the Settings page: chosen at once, undone, and heeded where benefits are shown."""

from typing import Any

import pytest

from mentordesk.domain.small_groups import LEAST, MOST
from mentordesk.services import privacy
from mentordesk.ui.preferences.page import SettingsPage


@pytest.fixture
def page(qtbot, desk, workplace) -> SettingsPage:
    made = SettingsPage(workplace)
    made.resize(1200, 820)
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    qtbot.waitUntil(lambda: made.loaded)
    return made


def choose(page: SettingsPage, people: int) -> None:
    """As with the mouse: the choice is made and told."""
    drop_down: Any = page.privacy.smallest
    drop_down.setCurrentIndex(drop_down.findData(people))
    drop_down.activated.emit(drop_down.currentIndex())


def test_five_people_are_usual_and_three_to_ten_are_offered(page) -> None:
    smallest = page.privacy.smallest
    assert smallest.currentText() == "5 people"
    offered = [smallest.itemText(at) for at in range(smallest.count())]
    assert offered == [f"{people} people" for people in range(LEAST, MOST + 1)]
    assert smallest.accessibleName() == "Smallest group"


def test_a_choice_is_kept_in_the_desk_and_told(page, desk, workplace) -> None:
    said = []
    workplace.said.connect(said.append)
    choose(page, 8)
    assert desk.read(privacy.smallest_group) == 8
    assert [each.sentence for each in said] == ["Figures of fewer than 8 people are left out from now on"]
    assert said[0].undo
    assert desk.undo_label() == "Smallest group in reports: 8 people"


def test_choosing_what_is_chosen_is_no_step(page, desk) -> None:
    before = desk.undo_label()
    choose(page, 5)
    assert desk.undo_label() == before


def test_undo_is_shown(qtbot, page, desk) -> None:
    choose(page, 3)
    qtbot.waitUntil(lambda: page.privacy.smallest.choice() == 3)
    desk.undo()
    qtbot.waitUntil(lambda: page.privacy.smallest.choice() == 5)


def test_a_desk_open_to_read_only_keeps_what_it_says(qtbot, page, desk, workplace) -> None:
    desk.read_only = True
    with qtbot.waitSignal(workplace.failed):
        choose(page, 9)
    assert page.privacy.smallest.choice() == 5
