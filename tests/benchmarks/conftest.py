"""A desk of 2,000 people and 50,000 contacts, made once, and the window on it."""

import gc
import shutil
from collections.abc import Callable, Iterator
from datetime import datetime
from functools import cache
from pathlib import Path

import pytest
from PySide6.QtCore import QEventLoop, QTimer

from mentordesk.services import sample
from mentordesk.services.desk import Desk
from mentordesk.ui.main_window import MainWindow, collect_garbage
from mentordesk.ui.settings import Settings
from mentordesk.ui.workplace import Workplace

PEOPLE = 2000
MORNING = datetime(2026, 6, 4, 9, 41).astimezone()
PATIENCE_MS = 30_000


@pytest.fixture(scope="session")
def big_file(tmp_path_factory: pytest.TempPathFactory) -> Callable[[], Path]:
    """Where the desk is; made at the first call, so that a run without benchmarks does not make it."""
    folder = tmp_path_factory.mktemp("big")

    @cache
    def made() -> Path:
        return sample.make(folder / "big.mdesk", MORNING.date(), people=PEOPLE)

    return made


@pytest.fixture
def big_desk(benchmark, big_file: Callable[[], Path], tmp_path: Path) -> Iterator[Desk]:
    """A copy of the desk, which a benchmark may change."""
    path = Path(shutil.copy(big_file(), tmp_path / "big.mdesk"))
    desk = Desk.open(path, backups=tmp_path / "backups", clock=lambda: MORNING)
    yield desk
    desk.close()


@pytest.fixture
def big_window(big_desk: Desk, qapp, qtbot, tmp_path: Path) -> Iterator[MainWindow]:
    """The window on the desk, nothing being read any more; Reports is on screen."""
    usual = gc.get_threshold()
    collect_garbage()
    window = MainWindow(Settings(tmp_path / "settings"))
    qtbot.addWidget(window)
    window.settings.remember_state("window", {"page": "reports"})
    window.show()
    window.resize(1440, 900)
    window.files.desk = big_desk
    window.files.opened.emit(big_desk)
    settle(window.workplace)
    yield window
    if window.office is not None:
        window.files.closed.emit()
    window.files.desk = None
    window.close()
    gc.unfreeze()
    gc.set_threshold(*usual)


def settle(workplace: Workplace) -> None:
    """Let the window work until everything asked for is read and shown."""
    loop, deadline = QEventLoop(), QTimer(interval=PATIENCE_MS, singleShot=True)
    deadline.timeout.connect(lambda: loop.exit(1))
    workplace.reader.idle.connect(loop.quit)
    deadline.start()
    while workplace.reader.pending:
        assert loop.exec() == 0, "the page did not load"
    workplace.reader.idle.disconnect(loop.quit)
