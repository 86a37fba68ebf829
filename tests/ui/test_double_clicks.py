"""A double click on what acts at once: it acts once, and the second click, on rows of before, is no fault."""

import pytest
from PySide6.QtCore import Qt

from mentordesk.domain.standing import PairStatus
from mentordesk.services.pairs import pairs
from mentordesk.ui.cohorts.page import CohortsPage
from mentordesk.ui.pairs.page import PairsPage
from mentordesk.ui.workplace import Workplace
from tests import builders


@pytest.fixture
def proposed(desk) -> list[int]:
    cohort = builders.add_cohort(desk)
    names = [(f"Left {number}", f"Right {number}") for number in range(3)]
    return [builders.add_pair(desk, *both, cohort, status=PairStatus.PROPOSED) for both in names]


@pytest.fixture
def told(workplace: Workplace) -> list[str]:
    """The errors that were shown."""
    heard: list[str] = []
    workplace.failed.connect(lambda error: heard.append(str(error)))
    return heard


def test_pairs_that_are_activated_twice_start_once(qtbot, desk, workplace, proposed, told) -> None:
    page = CohortsPage(workplace)
    qtbot.addWidget(page)
    page.show()
    page.tabs.setCurrentIndex(1)
    qtbot.waitUntil(lambda: page.loaded)
    for _click in range(2):
        qtbot.mouseClick(page.pairs.activate, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not page.pairs.activate.isVisible())
    assert told == []
    assert desk.undo_label() == "Activate 3 pairs"


def test_pairs_that_are_removed_twice_are_gone_once(qtbot, desk, workplace, proposed, told) -> None:
    page = PairsPage(workplace)
    qtbot.addWidget(page)
    page.show()
    qtbot.waitUntil(lambda: page.loaded)
    rows = desk.read(pairs.rows)
    for _click in range(2):
        page.actions_on_pairs.remove(rows)
    assert (told, desk.read(pairs.rows)) == ([], [])
    qtbot.waitUntil(lambda: not workplace.reader.pending)
    page.actions_on_pairs.remove(rows)
    assert len(told) == 1, "asked for once more when the page has shown that they are gone, it says so"
