"""What every test needs: no screen, a folder of its own instead of the home folder, the theme."""

import os

os.environ["QT_QPA_PLATFORM"] = "offscreen"

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from mentordesk import paths
from mentordesk.ui import theme


@pytest.fixture(scope="session")
def qapp_args() -> list[str]:
    return ["mentordesk"]


@pytest.fixture
def qapp(qapp: QApplication) -> QApplication:
    """The application in the light theme."""
    if theme.look.theme is None or theme.current().name != "light" or theme.look.text_delta:
        theme.apply(qapp, "light")
    return qapp


@pytest.fixture(autouse=True)
def home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Documents, settings and logs of this test."""
    folder = tmp_path_factory.mktemp("home")
    monkeypatch.setenv(paths.HOME_VARIABLE, str(folder))
    return folder
