"""One rule for the menus of pages and rows: each entry has an icon, and what removes stands last, apart."""

import pytest
from PySide6.QtWidgets import QMenu

from mentordesk.services.pairs import milestones
from mentordesk.ui.cohorts.page import CohortsPage
from mentordesk.ui.milestones.page import MilestonesPage
from mentordesk.ui.programs.page import ProgramsPage
from mentordesk.ui.today.page import TodayPage
from tests import builders


@pytest.fixture
def shown(qtbot, workplace, desk):
    """Opens a page on a cohort with one pair."""
    cohort = builders.add_cohort(desk)
    builders.add_pair(desk, "Amara Okonkwo", "Jonas Weidmann", cohort)

    def opened(kind):
        page = kind(workplace)
        qtbot.addWidget(page)
        page.resize(1440, 860)
        with qtbot.waitExposed(page):
            page.show()
        qtbot.waitUntil(lambda: page.loaded and not workplace.reader.pending)
        return page

    return opened


def bare(menu: QMenu) -> list[str]:
    return [each.text() for each in menu.actions() if each.text() and each.icon().isNull()]


def test_every_entry_of_the_menus_of_pages_has_an_icon(shown) -> None:
    today, cohorts, programs = shown(TodayPage), shown(CohortsPage), shown(ProgramsPage)
    assert bare(today._more()) == []
    for page in (cohorts, programs):
        menu = QMenu()
        page._fill_menu(menu, next(iter(page._rows.values())))
        assert bare(menu) == []
        remove, apart = menu.actions()[-1], menu.actions()[-2]
        assert remove.text().startswith("Remove")
        assert apart.isSeparator()


def test_every_entry_of_the_menu_of_milestones_has_an_icon(shown, desk) -> None:
    page = shown(MilestonesPage)
    waiting = desk.read(milestones.rows)
    assert bare(page.acting.menu(waiting[:1], page)) == []
    assert bare(page.acting.menu(waiting[:2], page)) == []
