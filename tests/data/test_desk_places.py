"""Desk files in places and states that stand against them: protected, damaged, on a full disk, made twice."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import select, text

from mentordesk.data import database as databases
from mentordesk.data import migrate, tables
from mentordesk.data.database import Database, open_to_read
from mentordesk.data.lock import DeskLock
from mentordesk.domain.errors import FileError


@pytest.fixture
def path(tmp_path: Path) -> Path:
    migrate.create(tmp_path / "a.mdesk")
    return tmp_path / "a.mdesk"


def refusing(code: int, opens: Callable[[str], bool]) -> Callable[..., sqlite3.Connection]:
    """SQLite as it is where nothing can be written beside a desk: files that `opens` says nothing good of fail."""
    connect = sqlite3.connect

    class Connection(sqlite3.Connection):
        def execute(self, *arguments: object) -> sqlite3.Cursor:  # type: ignore[override]
            error = sqlite3.OperationalError("unable to open database file")
            error.sqlite_errorcode = code
            raise error

    def made(target: str, **options: object) -> sqlite3.Connection:
        return connect(target, **options) if opens(str(target)) else connect(target, factory=Connection, **options)

    return made


@pytest.mark.parametrize("code", [sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_IOERR | 0x1500, sqlite3.SQLITE_READONLY])
def test_a_desk_in_a_protected_folder_is_read_as_it_stands(
    path: Path, code: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(databases.sqlite3, "connect", refusing(code, lambda target: "immutable" in target))
    assert migrate.revision(path) == migrate.HEAD
    reader = Database(path, read_only=True)
    with reader.read() as session:
        assert session.scalars(select(tables.Person.name)).all() == []
    reader.close()


def test_a_desk_that_somebody_writes_is_not_read_past_the_journal(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path.with_name("a.mdesk-wal").write_bytes(b"something")
    monkeypatch.setattr(
        databases.sqlite3, "connect", refusing(sqlite3.SQLITE_CANTOPEN, lambda target: "immutable" in target)
    )
    with pytest.raises(sqlite3.OperationalError):
        open_to_read(path)
    with pytest.raises(FileError, match="cannot be opened where it is"):
        migrate.revision(path)


def test_a_desk_that_cannot_be_laid_out_leaves_no_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(databases.sqlite3, "connect", refusing(sqlite3.SQLITE_FULL, lambda _target: False))
    with pytest.raises(FileError, match="the disk is full"):
        migrate.create(tmp_path / "new.mdesk")
    assert list(tmp_path.iterdir()) == []


def test_a_full_disk_is_a_sentence_and_the_desk_is_as_it_was(path: Path) -> None:
    desk = Database(path)

    def fill() -> None:
        with desk.write() as session:
            pages = session.scalar(text("PRAGMA page_count"))
            session.execute(text(f"PRAGMA max_page_count = {pages}"))
            session.add_all(tables.Person(name=f"Person {number}", notes="x" * 5000) for number in range(50))

    with pytest.raises(FileError, match="the disk is full"):
        fill()
    with desk.read() as session:
        assert session.scalars(select(tables.Person.id)).all() == []
    desk.close()


def test_a_damaged_desk_is_a_sentence(path: Path) -> None:
    content = bytearray(path.read_bytes())
    content[8192:] = b"\xa5" * len(content[8192:])
    path.write_bytes(content)
    desk = Database(path, read_only=True)
    with pytest.raises(FileError, match="is damaged"), desk.read() as session:
        session.scalars(select(tables.Person.name)).all()
    desk.close()


def test_a_lock_that_cannot_be_written_is_a_sentence(path: Path) -> None:
    path.with_name(".a.mdesk.lock").mkdir()
    with pytest.raises(FileError, match="cannot be changed"):
        DeskLock(path).acquire()


def test_a_desk_is_made_once_where_two_make_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = tmp_path / "a.mdesk"
    target.write_bytes(b"of the other one")
    exists = iter([False])
    monkeypatch.setattr(Path, "exists", lambda self: next(exists, True))
    with pytest.raises(FileError, match="a file named"):
        migrate.create(target)
    assert target.read_bytes() == b"of the other one"


def test_nothing_is_left_of_a_desk_that_is_removed(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA user_version = 1")
        assert len(list(path.parent.iterdir())) > 1
        migrate.remove(path)
    assert list(path.parent.iterdir()) == []
