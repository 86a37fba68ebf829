"""What tests of the window share: a workplace on a real desk, closed at the end."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from mentordesk.ui.settings import Settings
from mentordesk.ui.workplace import Workplace


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(tmp_path / "settings")


@pytest.fixture
def workplace(qapp, desk, settings) -> Iterator[Workplace]:
    """A workplace whose errors fail the test, unless the test listens to `failed` itself."""
    place = Workplace(desk, settings)
    yield place
    place.close()


@pytest.fixture(autouse=True)
def no_window_is_left(qapp) -> Iterator[None]:
    """A window that a test leaves open lies over those of the next and takes their mouse."""
    yield
    for window in QApplication.topLevelWidgets():
        if window.isVisible():
            window.close()
