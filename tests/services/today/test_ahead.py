"""Today, thought out ahead: the very page of that day as long as nothing changes, and nothing at all afterwards."""

import sqlite3
from contextlib import closing
from datetime import date, timedelta

import pytest

from mentordesk.services import sample
from mentordesk.services.desk import Desk
from mentordesk.services.today import ahead, today
from tests import builders

TODAY = date(2026, 6, 4)


@pytest.fixture
def filled(tmp_path, clock):
    path = sample.make(tmp_path / "Sample.mdesk", TODAY)
    desk = Desk.open(path, backups=tmp_path / "backups", clock=clock)
    yield desk
    desk.close()


@pytest.mark.parametrize("later", range(ahead.DAYS))
def test_each_of_the_next_days_is_the_page_of_that_day(filled, clock, later: int) -> None:
    ahead.prepare(filled)
    clock.day = TODAY + timedelta(days=later)
    kept = ahead.today(filled.path, clock.day)
    assert kept == filled.read(today.page)
    assert kept.items


def test_a_day_further_on_has_none(filled) -> None:
    ahead.prepare(filled)
    assert ahead.today(filled.path, TODAY + timedelta(days=ahead.DAYS)) is None
    assert ahead.today(filled.path, TODAY - timedelta(days=1)) is None


def test_any_step_makes_it_void_and_so_does_taking_one_back(filled) -> None:
    ahead.prepare(filled)
    builders.add_person(filled, "Late Comer")
    assert ahead.today(filled.path, TODAY) is None
    ahead.prepare(filled)
    assert ahead.today(filled.path, TODAY) is not None
    filled.undo()
    assert ahead.today(filled.path, TODAY) is None
    ahead.prepare(filled)
    filled.redo()
    assert ahead.today(filled.path, TODAY) is None


def test_of_another_version_of_the_program_it_does_not_count(filled, monkeypatch) -> None:
    ahead.prepare(filled)
    monkeypatch.setattr(ahead, "__version__", "99.0")
    assert ahead.today(filled.path, TODAY) is None


def test_a_text_that_does_not_fit_counts_as_none(filled) -> None:
    ahead.prepare(filled)
    with closing(sqlite3.connect(filled.path)) as connection, connection:
        connection.execute(
            "UPDATE desk_state SET value = replace(value, 'figures', 'fingers') WHERE key LIKE 'today:%'"
        )
    assert ahead.today(filled.path, TODAY) is None
    with closing(sqlite3.connect(filled.path)) as connection, connection:
        connection.execute("UPDATE desk_state SET value = 'x' WHERE key LIKE 'today:%'")
    assert ahead.today(filled.path, TODAY) is None


def test_a_file_that_is_no_desk_has_none(tmp_path) -> None:
    assert ahead.today(tmp_path / "missing.mdesk", TODAY) is None
    (tmp_path / "text.mdesk").write_text("no desk")
    assert ahead.today(tmp_path / "text.mdesk", TODAY) is None


def test_a_desk_that_is_read_only_stays_as_it_is(filled, tmp_path) -> None:
    before = filled.path.read_bytes()
    filled.read_only = True
    ahead.prepare(filled)
    filled.read_only = False
    assert ahead.today(filled.path, TODAY) is None
    assert filled.path.read_bytes() == before


def test_history_does_not_hear_of_it(filled) -> None:
    ahead.prepare(filled)
    assert filled.undo_label() == ""
