"""A window with the Today page alone, and facts for it."""

from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtWidgets import QMainWindow

from mentordesk.services.desk import Desk
from mentordesk.ui.today.page import TodayPage
from mentordesk.ui.workplace import Workplace
from tests.builders import add_cohort, add_pair, add_person, enroll
from tests.ui.today.on_today import contact, is_laid_out


@pytest.fixture
def silent(desk: Desk) -> int:
    """A pair without contact for 47 days, in no cohort: nothing but silence is to be said of it."""
    pair = add_pair(desk, "Tomasz Wrona", "Leila Khoury", started_on=date(2026, 1, 7))
    contact(desk, pair, 47)
    return pair


@pytest.fixture
def unmatched(desk: Desk) -> tuple[int, int]:
    """(person, cohort): Mateo waits for a mentor."""
    from mentordesk.domain.cohorts import Role

    cohort = add_cohort(desk)
    person = add_person(desk, "Mateo Quispe")
    enroll(desk, cohort, person, Role.MENTEE)
    return person, cohort


@pytest.fixture
def show(qtbot, workplace: Workplace) -> Callable[..., TodayPage]:
    """Shows the page in a window of a size, with its rows read."""

    windows: list[QMainWindow] = []

    def shown(width: int = 1440, height: int = 900) -> TodayPage:
        window = QMainWindow()
        windows.append(window)
        page = TodayPage(workplace)
        window.setCentralWidget(page)
        qtbot.addWidget(window)
        window.resize(width, height)
        with qtbot.waitExposed(window):
            window.show()
        window.activateWindow()
        qtbot.waitUntil(lambda: page.loaded and is_laid_out(page))
        return page

    return shown
