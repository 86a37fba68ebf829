"""Tab in the dialog of a check-in: down one side and then the other, the program's own questions in their place."""

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from mentordesk.data.tables import Question, QuestionSet
from mentordesk.domain.standing import Side
from mentordesk.ui.pairs.check_in_dialog import CheckInDialog
from tests.crossroads import add

ASKED = "Something at work has changed because of our talks."


@pytest.fixture
def dialog(crossroads, show_pairs, frame, qtbot) -> Any:
    columns = {"program_id": crossroads.program, "question_set": QuestionSet.CHECK_IN, "text": ASKED}
    crossroads.desk.do(add, Question(**columns))
    crossroads.pair()
    page = show_pairs()
    page.pane.tabs.show_tab("check_ins")
    tab = page.pane.tabs.check_ins
    tab.menu.aboutToShow.emit()
    next(action for action in tab.menu.actions() if action.text() == "Enter answers now…").trigger()
    qtbot.waitUntil(lambda: frame.dialog().isActiveWindow())
    return frame.dialog()


def walk(dialog: CheckInDialog, key: Qt.Key) -> list[QWidget]:
    """Every stop once around, from the first question on."""
    found: list[QWidget] = []
    dialog.sides[Side.LEFT].scales["trust"].setFocus()
    while (focus := QApplication.focusWidget()) not in found:
        assert focus is not None
        found.append(focus)
        QTest.keyClick(focus, key)
    assert QApplication.focusWidget() is found[0]
    return found


def test_tab_goes_down_one_side_and_then_the_other_and_to_the_buttons(dialog) -> None:
    stops = walk(dialog, Qt.Key.Key_Tab)
    expected = []
    for it in dialog.sides.values():
        rows = [it.skipped, *(it.scales[key] for key in ("trust", "value", "balance", "progress")), it.own[ASKED]]
        expected += [*rows, it.scales["got"], it.scales["gave"], it.recommend, it.comment]
    places = [next((at for at, part in enumerate(expected) if _holds(part, stop)), -1) for stop in stops]
    sides = [at for at in places if at >= 0]
    assert sides == [*range(1, len(expected)), 0]
    assert dialog.primary in stops
    assert any(_holds(dialog.day, stop) for stop in stops)
    assert walk(dialog, Qt.Key.Key_Backtab) == [stops[0], *reversed(stops[1:])]


def _holds(part: QWidget, stop: QWidget) -> bool:
    return part is stop or part.isAncestorOf(stop)
