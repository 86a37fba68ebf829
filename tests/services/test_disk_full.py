"""A full disk: what could not be made whole leaves nothing behind, and goes well once there is room."""

import sqlite3
from datetime import UTC, datetime
from pathlib import Path

import pytest

from mentordesk.data import backup
from mentordesk.domain.errors import UserError
from mentordesk.services import desk as desks
from mentordesk.services.desk import Desk

FULL = sqlite3.OperationalError("database or disk is full")
FULL.sqlite_errorcode, FULL.sqlite_errorname = sqlite3.SQLITE_FULL, "SQLITE_FULL"
NOW = datetime(2026, 6, 4, 9, 41, tzinfo=UTC)


def test_a_new_desk_that_could_not_be_opened_can_be_made_again(tmp_path: Path, monkeypatch) -> None:
    def full(_path: Path) -> None:
        raise FULL

    path = tmp_path / "new" / "mentoring.mdesk"
    with monkeypatch.context() as patched:
        patched.setattr(desks, "_set_journal", full)
        with pytest.raises(UserError, match="disk is full"):
            Desk.create(path, backups=tmp_path / "backups")
    assert not path.exists()
    Desk.create(path, backups=tmp_path / "backups").close()


class _Full:
    """A connection whose backup ends as on a full disk: SQLite cannot roll back, and leaves its journal."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def backup(self, _writer: sqlite3.Connection) -> None:
        (part,) = self._folder.glob("*.part")
        part.with_name(part.name + "-journal").write_bytes(bytes(1024))
        raise FULL


def test_a_backup_that_found_no_room_leaves_nothing_in_its_folder(desk: Desk, tmp_path: Path) -> None:
    folder = tmp_path / "backups"
    folder.mkdir()
    with pytest.raises(UserError, match="No backup was made"):
        backup.make(desk.path, folder, "by hand", NOW, live=_Full(folder))  # type: ignore[arg-type]
    assert list(folder.iterdir()) == []
