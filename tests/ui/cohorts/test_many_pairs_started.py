"""Many pairs that start at once: behind a dialog that can stop it, so that the window goes on answering."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from mentordesk.domain.standing import PairStatus
from mentordesk.services.desk import Desk
from mentordesk.services.programs import cohorts
from mentordesk.ui import steps
from mentordesk.ui.cohorts.page import CohortsPage
from mentordesk.ui.progress_dialog import ProgressDialog
from mentordesk.ui.workplace import Workplace
from tests import builders


@pytest.fixture
def cohort(desk: Desk) -> int:
    made = builders.add_cohort(desk)
    for number in range(3):
        builders.add_pair(desk, f"Left {number}", f"Right {number}", made, status=PairStatus.PROPOSED)
    return made


@pytest.fixture
def page(qtbot, workplace: Workplace, cohort: int) -> CohortsPage:
    made = CohortsPage(workplace)
    qtbot.addWidget(made)
    made.show()
    made.tabs.setCurrentIndex(1)
    qtbot.waitUntil(lambda: made.loaded)
    return made


def waited_for(window: QWidget) -> list[ProgressDialog]:
    return [dialog for dialog in window.findChildren(ProgressDialog) if dialog.isVisible()]


def test_many_pairs_start_behind_a_dialog(qtbot, desk: Desk, page: CohortsPage, cohort: int, monkeypatch) -> None:
    monkeypatch.setattr(steps, "MANY_STARTED", 2)
    said: list[str] = []
    page.workplace.said.connect(lambda saying: said.append(saying.sentence))
    qtbot.mouseClick(page.pairs.activate, Qt.MouseButton.LeftButton)
    (dialog,) = waited_for(page.window())
    assert dialog.title.text() == "Starting 3 pairs"
    qtbot.waitUntil(lambda: said == ["3 pairs activated"])
    assert desk.read(cohorts.row, cohort).active == 3
    assert desk.undo_label() == "Activate 3 pairs"
    qtbot.waitUntil(lambda: not waited_for(page.window()))


def test_a_start_of_many_that_is_stopped_leaves_nothing(
    qtbot, desk: Desk, page: CohortsPage, cohort: int, monkeypatch
) -> None:
    monkeypatch.setattr(steps, "MANY_STARTED", 2)
    before = desk.undo_label()
    with desk.database.write():  # the job waits for its turn
        qtbot.mouseClick(page.pairs.activate, Qt.MouseButton.LeftButton)
        (dialog,) = waited_for(page.window())
        qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not waited_for(page.window()))
    assert desk.read(cohorts.row, cohort).active == 0
    assert desk.undo_label() == before
    assert page.workplace.do(lambda session: None)


def test_a_few_pairs_start_at_once(qtbot, desk: Desk, page: CohortsPage, cohort: int) -> None:
    qtbot.mouseClick(page.pairs.activate, Qt.MouseButton.LeftButton)
    assert waited_for(page.window()) == []
    assert desk.read(cohorts.row, cohort).active == 3
