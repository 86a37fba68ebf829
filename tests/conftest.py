"""What every test needs: no screen, a folder of its own instead of the home folder, the theme."""

import os

os.environ["QT_QPA_PLATFORM"] = "offscreen"

import gc
import shutil
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from mentordesk import paths
from mentordesk.data import migrate
from mentordesk.services.desk import Desk
from mentordesk.ui import theme
from mentordesk.ui.widgets.dialog import Dialog

PATIENCE_MS = 30_000
# What the platform without a screen says it cannot do; a real one can.
_NO_SCREEN = "This plugin does not support (propagateSizeHints|raise|grabbing the keyboard|setting window)"


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line("qt_log_ignore", _NO_SCREEN)


def pytest_collection_finish() -> None:
    """What the imports have brought stays: looking through it for garbage would cost every test time."""
    gc.collect()
    gc.freeze()


class PatientBot(QtBot):
    """Waits longer than usual before it gives up: a busy machine may stand still for some seconds."""

    def waitUntil(self, callback: Callable[[], object], *, timeout: int = PATIENCE_MS) -> None:
        super().waitUntil(callback, timeout=timeout)


@pytest.fixture
def qtbot(qapp: QApplication, request: pytest.FixtureRequest) -> PatientBot:
    return PatientBot(request)


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
def what_was_closed_is_deleted() -> Iterator[None]:
    """Qt deletes later, in an event loop that no test has any more: widgets would pile up and slow the next tests."""
    yield
    if QCoreApplication.instance() is not None:
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


@pytest.fixture(autouse=True)
def home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Documents, settings and logs of this test."""
    folder = tmp_path_factory.mktemp("home")
    monkeypatch.setenv(paths.HOME_VARIABLE, str(folder))
    return folder


@pytest.fixture(autouse=True)
def no_dialog_waits_for_ever(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A dialog that asks and that the test does not answer fails it; nobody is there to press a button."""
    asked: list[str] = []
    usual = Dialog.exec

    def limited(dialog: Dialog) -> int:
        QTimer.singleShot(PATIENCE_MS, dialog, lambda: (asked.append(dialog.windowTitle()), dialog.reject()))
        return usual(dialog)

    monkeypatch.setattr(Dialog, "exec", limited)
    yield
    assert not asked, f"nobody answered {asked}"


@pytest.fixture
def clock() -> Callable[[], datetime]:
    """The desk's clock: 4 June 2026, 09:41. A test may set another `day`."""
    from tests.crossroads import Clock

    return Clock()


@pytest.fixture(scope="session")
def empty_desk(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The file of an empty desk, laid out once."""
    path = tmp_path_factory.mktemp("empty") / "desk.mdesk"
    migrate.create(path)
    return path


@pytest.fixture
def desk(empty_desk: Path, tmp_path: Path, clock: Callable[[], datetime]) -> Iterator[Desk]:
    """An empty desk, closed at the end. `tests/builders.py` fills it."""
    path = Path(shutil.copy(empty_desk, tmp_path / "desk.mdesk"))
    made = Desk.open(path, backups=tmp_path / "backups", clock=clock)
    yield made
    made.close()
