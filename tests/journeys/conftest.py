"""Journeys sit before the real window, on real desk files, on a day that the test decides."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from mentordesk.services import sample
from mentordesk.ui.widgets.error_dialog import ErrorDialog
from tests.crossroads import TODAY, Clock
from tests.journeys.steps import Coordinator, use_clock


@pytest.fixture
def clock(monkeypatch) -> Clock:
    """4 June 2026 until the journey sets another `day`; every desk opened in it goes by this clock."""
    made = Clock()
    use_clock(monkeypatch, made)
    return made


@pytest.fixture
def begin(qapp, qtbot, clock, tmp_path: Path, monkeypatch) -> Iterator[Callable[..., Coordinator]]:
    """Starts the program, again and again with the same settings unless others are named; closes what is open.

    An error that the window shows ends the journey: nobody sits there to close it.
    """
    started: list[Coordinator] = []

    def meet_error(dialog: ErrorDialog) -> int:
        raise AssertionError(f"The window says: {dialog.title.text()}")

    monkeypatch.setattr(ErrorDialog, "exec", meet_error)

    def start(desk: Path | None = None, settings: str = "settings") -> Coordinator:
        started.append(Coordinator.begins(qtbot, tmp_path / settings, desk))
        return started[-1]

    yield start
    for coordinator in reversed(started):
        coordinator.leaves()


@pytest.fixture(scope="session")
def sample_file(tmp_path_factory: Any) -> Path:
    """The sample desk as of 4 June 2026, made once."""
    return sample.make(tmp_path_factory.mktemp("sample") / "Sample.mdesk", TODAY)


@pytest.fixture
def sample_desk(sample_file: Path, tmp_path: Path) -> Path:
    """A copy of the sample desk that a journey may change."""
    return Path(shutil.copy(sample_file, tmp_path / "Sample.mdesk"))
