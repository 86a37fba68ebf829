"""The desk of the tests about pairs."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from mentordesk.services.desk import Desk
from tests.crossroads import Clock, Crossroads


@pytest.fixture
def crossroads(empty_desk: Path, tmp_path: Path) -> Iterator[Crossroads]:
    """A cohort with four people in it and no pair yet, on 4 June 2026."""
    clock = Clock()
    path = Path(shutil.copy(empty_desk, tmp_path / "crossroads.mdesk"))
    desk = Desk.open(path, backups=tmp_path / "backups", clock=clock)
    yield Crossroads(desk, clock).found()
    desk.close()
