"""What tests of the window share: a workplace on a real desk, closed at the end."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from mentordesk.domain.errors import UserError
from mentordesk.services.desk import Desk
from mentordesk.ui.main_window import MainWindow
from mentordesk.ui.settings import Settings
from mentordesk.ui.workplace import Target, Workplace
from tests.ui.on_window import is_quiet


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(tmp_path / "settings")


@pytest.fixture
def workplace(qapp, desk, settings) -> Iterator[Workplace]:
    """A workplace whose bugs fail the test; what a coordinator is told (UserError) is the test's to look at."""
    place = Workplace(desk, settings)
    bugs: list[object] = []
    place.failed.connect(lambda error: None if isinstance(error, UserError) else bugs.append(error))
    yield place
    place.close()
    assert not bugs


@pytest.fixture
def went(workplace: Workplace) -> list[Target]:
    """The places that were gone to, first the first."""
    found: list[Target] = []
    workplace.went.connect(found.append)
    return found


@pytest.fixture
def said(workplace: Workplace) -> list[str]:
    """What the toasts said."""
    found: list[str] = []
    workplace.said.connect(lambda saying: found.append(saying.sentence))
    return found


@pytest.fixture(autouse=True)
def no_window_is_left(qapp) -> Iterator[None]:
    """A window that a test leaves open lies over those of the next and takes their mouse."""
    yield
    for window in QApplication.topLevelWidgets():
        if window.isVisible():
            window.close()


@pytest.fixture
def window(qtbot, settings: Settings):
    made = MainWindow(settings)
    qtbot.addWidget(made)
    made.resize(1440, 900)
    made.show()
    qtbot.waitExposed(made)
    yield made
    made.close()


@pytest.fixture
def desk_file(tmp_path: Path) -> Path:
    path = tmp_path / "office.mdesk"
    Desk.create(path, backups=tmp_path / "backups").close()
    return path


@pytest.fixture
def opened(window: MainWindow, desk_file: Path, qtbot) -> MainWindow:
    assert window.files.open(desk_file)
    qtbot.waitUntil(lambda: is_quiet(window))
    return window
