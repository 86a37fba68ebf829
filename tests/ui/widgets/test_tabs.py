"""Tabs: names that do not fit are in a menu, and the tab on screen always has its name."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from mentordesk.ui.widgets.tabs import Tabs

NAMES = ("Overview", "Give & take", "Meetings", "Goals & milestones", "Check-ins", "Story")


@pytest.fixture
def tabs(qtbot) -> Tabs:
    made = Tabs("Parts")
    for name in NAMES:
        made.add(name, QLabel(name))
    qtbot.addWidget(made)
    made.resize(900, 200)
    made.show()
    return made


def shown(tabs: Tabs) -> list[str]:
    return [tabs.tabText(i).replace("&&", "&") for i in range(tabs.count()) if tabs.isTabVisible(i)]


def others(tabs: Tabs) -> list[str]:
    tabs._others.aboutToShow.emit()
    return [action.text().replace("&&", "&") for action in tabs._others.actions()]


def test_with_room_for_all_there_is_no_menu(tabs) -> None:
    assert shown(tabs) == list(NAMES)
    assert not tabs._more.isVisible()


def test_names_without_room_are_in_the_menu_and_come_from_it(tabs) -> None:
    tabs.resize(330, 200)
    assert tabs._more.isVisible()
    assert shown(tabs)[:2] == ["Overview", "Give & take"]
    assert shown(tabs) + others(tabs) == list(NAMES)
    next(action for action in tabs._others.actions() if action.text() == "Story").trigger()
    assert tabs.currentIndex() == 5
    assert "Story" in shown(tabs)
    assert "Story" not in others(tabs)
    assert tabs.tabBar().tabRect(5).right() <= tabs.tabBar().width()


def test_every_tab_can_be_gone_to_however_narrow_it_is(tabs) -> None:
    tabs.resize(200, 200)
    for index, name in enumerate(NAMES):
        tabs.setCurrentIndex(index)
        assert tabs.currentIndex() == index
        assert name in shown(tabs)
    tabs.resize(900, 200)
    assert shown(tabs) == list(NAMES)


def test_the_first_name_is_whole_after_going_to_the_last(tabs, qtbot) -> None:
    tabs.resize(380, 200)
    tabs.setCurrentIndex(5)
    assert tabs.tabBar().tabRect(0).left() >= 0
    tabs.setCurrentIndex(4)
    assert tabs.tabBar().tabRect(0).left() >= 0
    assert shown(tabs)[0] == "Overview"


def test_the_menu_keeps_its_distance_from_the_end(qtbot) -> None:
    made = Tabs("Parts", padding=18, end=14)
    for name in NAMES:
        made.add(name, QLabel(name))
    qtbot.addWidget(made)
    made.resize(330, 200)
    made.show()
    qtbot.waitUntil(made._more.isVisible)
    assert made._more.mapTo(made, made._more.rect().topRight()).x() <= made.width() - 14


def test_home_and_end_go_to_the_first_and_the_last_name_that_is_seen(tabs, qtbot) -> None:
    for width, all_seen in ((900, True), (330, False)):
        tabs.resize(width, 200)
        qtbot.keyClick(tabs.tabBar(), Qt.Key.Key_Home)
        assert tabs.currentIndex() == 0
        last = shown(tabs)[-1]
        assert (last == NAMES[-1]) is all_seen
        qtbot.keyClick(tabs.tabBar(), Qt.Key.Key_End)
        assert tabs.currentIndex() == NAMES.index(last) > 0
