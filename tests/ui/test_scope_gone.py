"""A program that goes while the rail shows only that one: the rail and the pages are about everything again."""

import pytest

from mentordesk.domain.scope import EVERYTHING
from mentordesk.services.desk import Desk
from mentordesk.services.programs import programs
from mentordesk.ui.main_window import MainWindow
from tests import builders


@pytest.fixture
def window(qtbot, settings, desk: Desk):
    desk.close()
    made = MainWindow(settings)
    qtbot.addWidget(made)
    made.show()
    assert made.files.open(desk.path)
    yield made
    made.close()


@pytest.mark.parametrize("goes", ["undone", "out of use"])
def test_pages_are_about_everything_again(window: MainWindow, qtbot, goes: str) -> None:
    desk, scope = window.files.desk, window.rail.scope
    program = builders.add_program(desk, "Crossroads")
    qtbot.waitUntil(lambda: scope.count() == 2)
    scope.setCurrentIndex(1)
    scope.activated.emit(1)
    assert window.workplace.scope.program_id == program
    desk.undo() if goes == "undone" else desk.do(programs.set_in_use, program, False)
    qtbot.waitUntil(lambda: scope.count() == 1)
    assert scope.currentText() == "All programs"
    qtbot.waitUntil(lambda: window.workplace.scope == EVERYTHING)
