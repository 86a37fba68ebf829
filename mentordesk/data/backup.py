"""Copies of a desk that lose nothing: made with SQLite's own backup, kept in a folder, thinned to a number.

A plain copy of a live WAL file loses committed rows; this never makes one.
"""

import re
import shutil
import sqlite3
from contextlib import closing, suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from mentordesk.data.database import APPLICATION_ID, open_to_read
from mentordesk.domain.errors import FileError

KEEP = 14
_NAME = re.compile(r"^(?P<desk>.+) (?P<made>\d{4}-\d\d-\d\d \d{6}) (?P<why>.+)\.mdesk$")
_MADE = "%Y-%m-%d %H%M%S"


@dataclass(frozen=True, slots=True)
class BackupRow:
    """A backup in the folder, newest first where listed. `why`: daily, before import, by hand, ..."""

    path: Path
    made_at: datetime
    why: str
    size: int


def make(
    desk: Path, folder: Path, why: str, now: datetime, keep: int = KEEP, live: sqlite3.Connection | None = None
) -> BackupRow:
    """Copy the desk, with every committed row, and remove all but the newest `keep` copies of this desk.

    `live` is a connection that still has the desk where its file is gone.
    """
    target = folder / f"{desk.stem} {now.strftime(_MADE)} {why}.mdesk"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        copy(desk, target, live)
    except (OSError, sqlite3.Error) as error:
        raise _not_made(folder) from error
    made = BackupRow(target, now, why, target.stat().st_size)
    _thin(desk, folder, made, keep)
    return made


def _not_made(folder: Path) -> FileError:
    return FileError(
        f"No backup was made in “{folder}”.",
        advice="Check that the folder exists and the disk is not full.",
        safe="The desk itself is safe.",
    )


def _thin(desk: Path, folder: Path, made: BackupRow, keep: int) -> None:
    """Remove all but the newest. One from the future was made earlier by a clock that was wrong: it goes first."""
    stamp = made.made_at.strftime(_MADE)
    others = [row for row in listed(desk, folder) if row.path != made.path]
    for old in sorted(others, key=lambda row: row.made_at.strftime(_MADE) > stamp)[max(0, keep - 1) :]:
        with suppress(OSError):
            old.path.unlink()


def copy(source: Path, target: Path, live: sqlite3.Connection | None = None) -> None:
    """One whole, single-file copy of a desk that may be in use; written beside the target first."""
    part = target.with_name(target.name + ".part")
    part.unlink(missing_ok=True)
    try:
        with closing(sqlite3.connect(part)) as writer:
            if live is not None:
                live.backup(writer)
            else:
                with closing(open_to_read(source)) as reader:
                    reader.backup(writer)
            writer.execute("PRAGMA journal_mode = DELETE")
        part.replace(target)
    finally:
        for left in (part, part.with_name(part.name + "-journal")):  # a full disk keeps SQLite from removing it
            left.unlink(missing_ok=True)


def keep_damaged(desk: Path, folder: Path, now: datetime) -> BackupRow:
    """Keep the bytes of a desk that SQLite can no longer read, for whoever can save something of it."""
    target = folder / f"{desk.stem} {now.strftime(_MADE)} damaged.mdesk"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(desk, target)
    except OSError as error:
        raise _not_made(folder) from error
    return BackupRow(target, now, "damaged", target.stat().st_size)


def listed(desk: Path, folder: Path) -> list[BackupRow]:
    """The backups of this desk in the folder, newest first."""
    found = []
    for path in folder.glob("*.mdesk") if folder.is_dir() else ():
        match = _NAME.match(path.name)
        if match and match["desk"] == desk.stem:
            made = datetime.strptime(match["made"], _MADE).astimezone()
            found.append(BackupRow(path, made, match["why"], path.stat().st_size))
    return sorted(found, key=lambda row: row.path.name, reverse=True)


def check(path: Path) -> None:
    """Raise FileError where a backup cannot be opened whole."""
    broken = FileError(f"The backup “{path.name}” cannot be read.", advice="Choose an older one.")
    try:
        with closing(open_to_read(path)) as connection:
            (mark,) = connection.execute("PRAGMA application_id").fetchone()
            (state,) = connection.execute("PRAGMA quick_check").fetchone()
    except sqlite3.Error as error:
        raise broken from error
    if mark != APPLICATION_ID or state != "ok":
        raise broken


def restore(backup: Path, desk: Path) -> None:
    """Put a checked backup in the desk's place. The desk must be closed; its journal files go before it.

    A journal that is left beside another file is played into it at the next start. Raises FileError.
    """
    check(backup)
    desk = desk.resolve()  # a link stays one
    fresh = desk.with_name(f"{desk.name}.restored")
    try:
        copy(backup, fresh)
        for suffix in ("-wal", "-shm", "-journal"):
            desk.with_name(desk.name + suffix).unlink(missing_ok=True)
        fresh.replace(desk)
    except (OSError, sqlite3.Error) as error:
        with suppress(OSError):
            fresh.unlink()
        raise FileError(
            f"“{backup.name}” was not restored: nothing can be written in “{desk.resolve().parent}”.",
            advice="Check that the disk is not full and the desk is open nowhere else.",
        ) from error
