"""The Import page on a real desk, and a roster with three rows that need a fix."""

from pathlib import Path

import pytest

from mentordesk.ui.imports.page import ImportPage
from tests.ui.imports.acting import GOOD, NO_MAIL, WRONG_NUMBER, WRONG_ROLE, write_roster


@pytest.fixture
def page(qtbot, workplace) -> ImportPage:
    made = ImportPage(workplace)
    qtbot.addWidget(made)
    made.resize(1240, 800)
    made.show()
    qtbot.waitUntil(lambda: made.loaded)
    return made


@pytest.fixture
def roster(tmp_path: Path) -> Path:
    return write_roster(tmp_path / "Roster.xlsx", GOOD, NO_MAIL, WRONG_NUMBER, WRONG_ROLE)
