"""Type 4 points larger in a window of 1,440 pixels: pages take their narrow arrangement before anything is cut."""

from collections.abc import Iterator

import pytest

from mentordesk.ui import theme
from mentordesk.ui.cohorts.page import CohortsPage
from mentordesk.ui.people.page import PeoplePage
from mentordesk.ui.programs.page import ProgramsPage
from tests import builders


@pytest.fixture
def large(qapp) -> Iterator[None]:
    theme.apply(qapp, "light", text_delta=4)
    yield
    theme.apply(qapp, "light")


@pytest.fixture
def person(desk) -> int:
    cohort = builders.add_cohort(desk)
    person = builders.add_person(desk, "Amara Okonkwo", offers=("Leading through change", "Reading a P&L"))
    builders.add_pair(desk, person, "Jonas Weidmann", cohort)
    return person


def shown(qtbot, page, width: int = 1160):
    qtbot.addWidget(page)
    page.resize(width, 820)
    page.show()
    qtbot.waitUntil(lambda: page.loaded and not page.workplace.reader.pending)
    return page


def test_the_card_of_a_person_is_as_wide_as_it_needs(qtbot, large, workplace, person) -> None:
    page = shown(qtbot, PeoplePage(workplace))
    assert not page.card.isVisible()
    page.show_person(person)
    qtbot.waitUntil(page.card.isVisible)
    body = page.card._body
    qtbot.waitUntil(lambda: body.content.width() <= body.viewport().width())
    assert not page.directory.isVisible()
    assert page.card.head.back.isVisible()


def test_list_and_card_stand_beside_each_other_in_common_type(qtbot, workplace, person) -> None:
    page = shown(qtbot, PeoplePage(workplace), 1244)
    qtbot.waitUntil(page.card.isVisible)
    assert page.directory.isVisible()


def test_the_overview_of_a_cohort_has_the_room_of_its_list(qtbot, large, workplace, person) -> None:
    page = shown(qtbot, CohortsPage(workplace))
    qtbot.waitUntil(page.choice.isVisible)
    assert not page.list.isVisible()
    qtbot.waitUntil(lambda: page.overview.content.width() <= page.overview.viewport().width())


def test_the_names_of_steps_are_worth_more_than_their_dates(qtbot, large, workplace, person) -> None:
    page = shown(qtbot, ProgramsPage(workplace))
    lines = list(page.plan.table.lines.values())
    page.resize(theme.current().wide(640), 820)
    qtbot.waitUntil(lambda: lines[0].date.width() == 0)
    for line in lines:
        assert line.title.fontMetrics().horizontalAdvance(line.title.text()) <= line.title.width()
    page.resize(theme.current().wide(1300), 820)
    qtbot.waitUntil(lambda: lines[0].date.width() > 0)
