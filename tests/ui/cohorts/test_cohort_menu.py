"""The menu of a cohort names its program as it was typed."""

from mentordesk.ui.cohorts.page import CohortsPage
from tests import builders


def test_an_ampersand_in_the_name_of_a_program_is_no_key(qtbot, workplace, desk) -> None:
    builders.add_cohort(desk, builders.add_program(desk, "R&D"), "Crossroads 2025–26")
    page = CohortsPage(workplace)
    qtbot.addWidget(page)
    page.show()
    qtbot.waitUntil(lambda: page.loaded)
    page._fill_menu(page.more, page.sheet.row)
    assert "Open R&&D in Programs" in [action.text() for action in page.more.actions()]
