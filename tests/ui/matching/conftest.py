"""The Matching page on a cohort whose best pairs are plain to see."""

from collections.abc import Callable, Iterator

import pytest

from mentordesk.domain.cohorts import Role
from mentordesk.ui.matching.page import MatchingPage
from tests.drafted import Drafted


@pytest.fixture
def drafted(desk) -> Drafted:
    """Three mentors with a place each, four mentees. Cy wants what Ada offers, Di Bo's, Ed Flo's; Gus wants what
    nobody offers."""
    made = Drafted(desk).found().fill()
    made.join("Flo Ek", Role.MENTOR, offers=("Negotiation",))
    made.join("Gus Ek", Role.MENTEE, wants=("Welding",))
    return made


@pytest.fixture
def show(qtbot, workplace) -> Iterator[Callable[..., MatchingPage]]:
    """Opens the page and waits until nothing is read or solved any more."""
    pages: list[MatchingPage] = []

    def opened(width: int = 1440, height: int = 860) -> MatchingPage:
        page = MatchingPage(workplace)
        pages.append(page)
        page.resize(width, height)
        qtbot.addWidget(page)
        with qtbot.waitExposed(page):
            page.show()
        page.activateWindow()
        settle(qtbot, page)
        return page

    yield opened
    for page in pages:
        page.solver.close()


def settle(qtbot, page: MatchingPage) -> None:
    """Until everything is read, solved and shown."""
    qtbot.waitUntil(lambda: is_quiet(page))


def is_quiet(page: MatchingPage) -> bool:
    open_ = page.workplace.reader.pending or page.editing.busy or page.solver._open
    return page.loaded and not open_ and not page._stale and not page._reading


@pytest.fixture
def page(qtbot, drafted, show) -> MatchingPage:
    """With the first draft of the cohort open."""
    drafted.draft()
    return show()
