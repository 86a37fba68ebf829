"""A page whose rows could not be read, because another program held the desk: whoever comes to it again sees them."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from mentordesk.data import database
from mentordesk.domain.people import PersonForm
from mentordesk.services.desk import Desk
from mentordesk.services.people import people
from mentordesk.ui.office import Office
from mentordesk.ui.people.page import PeoplePage
from mentordesk.ui.settings import Settings
from mentordesk.ui.workplace import Target, Workplace


@pytest.fixture
def place(qapp, desk: Desk, settings: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Workplace]:
    desk.do(people.save, PersonForm("Ada"))
    desk.close()
    monkeypatch.setattr(database, "BUSY_SECONDS", 0)
    opened = Desk.open(desk.path, backups=tmp_path / "backups")
    made = Workplace(opened, settings)
    yield made
    made.close()
    opened.close()


@pytest.mark.parametrize("by_way_of", [("today", "people"), ("people",)])
def test_a_page_that_could_not_be_read_is_read_when_one_comes_to_it_again(
    qtbot, place: Workplace, by_way_of: tuple[str, ...]
) -> None:
    told: list[str] = []
    place.failed.connect(lambda error: told.append(str(error)))
    office = Office(place)
    qtbot.addWidget(office)
    office.show()
    with closing(sqlite3.connect(place.desk.path, isolation_level=None)) as other:
        other.execute("PRAGMA locking_mode = EXCLUSIVE")
        other.execute("BEGIN EXCLUSIVE")
        office.go(Target("people"))
        qtbot.waitUntil(lambda: bool(told))
    assert "is being written by another program" in told[0]
    page = office.current()
    assert isinstance(page, PeoplePage)
    assert not page.loaded
    for key in by_way_of:
        office.go(Target(key))
    qtbot.waitUntil(lambda: page.loaded)
