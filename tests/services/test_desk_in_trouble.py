"""A desk whose file is taken away, replaced, linked to, damaged or called what no file can be called."""

import sqlite3
from contextlib import closing
from datetime import datetime
from pathlib import Path

import pytest

from mentordesk.data import backup
from mentordesk.domain.errors import DeskBusyError, FileError, UserError
from mentordesk.domain.people import PersonForm
from mentordesk.services import backups, soundness
from mentordesk.services.desk import Desk
from mentordesk.services.people import people
from mentordesk.services.today import ahead

NOW = datetime(2026, 6, 4, 9, 41).astimezone()


@pytest.fixture
def other(tmp_path: Path) -> Path:
    """Another desk, with one person."""
    path = tmp_path / "other.mdesk"
    made = Desk.create(path, backups=tmp_path / "backups")
    made.do(people.save, PersonForm("Of the other"))
    made.close()
    return path


def names(path: Path) -> list[str]:
    with closing(sqlite3.connect(path)) as connection:
        return [name for (name,) in connection.execute("SELECT name FROM person ORDER BY id")]


def taken_away(path: Path, _other: Path) -> None:
    path.unlink()


def moved(path: Path, _other: Path) -> None:
    path.rename(path.with_name("elsewhere.mdesk"))


def replaced(path: Path, other: Path) -> None:
    other.replace(path)


@pytest.mark.parametrize("happens", [taken_away, moved, replaced])
def test_nothing_is_written_into_a_file_that_is_no_longer_there(desk, other, tmp_path, happens) -> None:
    desk.do(people.save, PersonForm("Ada"))
    happens(desk.path, other)
    with pytest.raises(FileError, match="moved, deleted or replaced"):
        desk.do(people.save, PersonForm("Bo"))
    with pytest.raises(FileError, match="moved, deleted or replaced"):
        desk.undo()
    ahead.prepare(desk)
    desk.close(tmp_path / "kept")
    (kept,) = backups.listed(desk.path, tmp_path / "kept")
    assert names(kept.path) == ["Ada"]
    assert list(tmp_path.glob("desk.mdesk-*")) == []
    assert desk.path.exists() == (happens is replaced)


def test_the_file_that_took_the_place_of_an_open_desk_stays_whole(desk, other, tmp_path) -> None:
    desk.do(people.save, PersonForm("Ada"))
    replaced(desk.path, other)
    ahead.prepare(desk)
    desk.close()
    again = Desk.open(desk.path, backups=tmp_path / "backups")
    assert [row.name for row in again.read(people.rows)] == ["Of the other"]
    again.close()


def test_a_link_to_a_desk_is_that_desk(desk, tmp_path) -> None:
    link = tmp_path / "links" / "link.mdesk"
    link.parent.mkdir()
    link.symlink_to(desk.path)
    with pytest.raises(DeskBusyError):
        Desk.open(link, backups=tmp_path / "backups")
    desk.do(people.save, PersonForm("Ada"))
    kept = desk.back_up(tmp_path / "backups", "by hand")
    desk.do(people.save, PersonForm("Bo"))
    desk.close()
    backups.restore(kept.path, link, tmp_path / "backups", NOW)
    assert link.is_symlink()
    assert names(desk.path) == ["Ada"]


def test_a_backup_of_a_newer_version_does_not_take_the_place_of_a_desk(desk, other, tmp_path) -> None:
    with closing(sqlite3.connect(other)) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
        connection.commit()
    desk.close()
    before = desk.path.read_bytes()
    with pytest.raises(UserError, match="newer version"):
        backups.restore(other, desk.path, tmp_path / "backups", NOW)
    assert desk.path.read_bytes() == before


@pytest.mark.parametrize("harm", [lambda data: b"\xa5" * 9000, lambda data: data[:40_960], lambda data: b""])
def test_a_damaged_desk_gives_way_to_a_backup_and_is_kept_as_it_is(desk, other, tmp_path, harm) -> None:
    desk.close()
    damaged = harm(desk.path.read_bytes())
    desk.path.write_bytes(damaged)
    before = backups.restore(other, desk.path, tmp_path / "backups", NOW)
    assert before is not None
    assert (before.why, before.path.read_bytes()) == ("damaged", damaged)
    assert backup.listed(desk.path, tmp_path / "backups") == [before]
    assert names(desk.path) == ["Of the other"]


def test_a_damaged_desk_that_cannot_be_kept_stays(desk, other, tmp_path) -> None:
    desk.close()
    desk.path.write_bytes(b"\xa5" * 9000)
    (tmp_path / "no folder").write_text("a file")
    with pytest.raises(FileError, match="No backup was made"):
        backups.restore(other, desk.path, tmp_path / "no folder", NOW)
    assert desk.path.read_bytes() == b"\xa5" * 9000


def test_a_name_that_is_too_long_is_a_sentence(tmp_path) -> None:
    path = tmp_path / f"{'x' * 300}.mdesk"
    with pytest.raises(FileError, match="too long"):
        Desk.create(path, backups=tmp_path / "backups")
    with pytest.raises(FileError, match="not there"):
        Desk.open(path, backups=tmp_path / "backups")


def test_today_that_cannot_be_kept_ahead_is_no_fault(desk) -> None:
    with closing(sqlite3.connect(desk.path, isolation_level=None)) as connection:
        connection.execute("DROP TABLE desk_state")
    ahead.prepare(desk)
    assert ahead.today(desk.path, desk.today()) is None


@pytest.mark.parametrize("table", ["person", "change", "desk_state"])
def test_a_desk_that_lacks_its_tables_is_a_sentence(other, tmp_path, table: str) -> None:
    with closing(sqlite3.connect(other)) as connection:
        connection.execute(f"DROP TABLE {table}")
    with pytest.raises(FileError, match="cannot be read as a desk"):
        Desk.open(other, backups=tmp_path / "backups")
    with pytest.raises(FileError, match="cannot be read as a desk"):
        soundness.check(other)
