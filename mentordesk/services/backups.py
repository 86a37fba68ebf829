"""The backups of a desk as the window lists them, and putting one back. Knows no page."""

import shutil
from datetime import datetime
from pathlib import Path

from mentordesk.data import backup, migrate
from mentordesk.data.backup import BackupRow
from mentordesk.data.lock import DeskLock
from mentordesk.domain.errors import FileError


def listed(desk: Path, folder: Path) -> list[BackupRow]:
    """Newest first."""
    return backup.listed(desk, folder)


def newest(desk: Path, folder: Path) -> datetime | None:
    """When the last backup was made; None where there is none."""
    rows = backup.listed(desk, folder)
    return rows[0].made_at if rows else None


def make(desk: Path, folder: Path, now: datetime) -> BackupRow:
    """Copy a desk by hand, whether or not it is open. Raises FileError for a file that is no desk."""
    migrate.revision(desk)
    return backup.make(desk, folder, "by hand", now)


def move(desk: Path, before: Path, after: Path) -> int:
    """Take the backups of a desk to another folder; returns how many. Raises FileError: then the rest are where they
    were."""
    rows = backup.listed(desk, before)
    try:
        after.mkdir(parents=True, exist_ok=True)
        for row in rows:
            shutil.move(row.path, after / row.path.name)
    except OSError as error:
        raise FileError(
            f"Not all backups were moved to “{after}”.",
            advice="Check that the folder can be written and the disk is not full.",
            safe=f"Those not moved are still in “{before}”.",
        ) from error
    return len(rows)


def restore(chosen: Path, desk: Path, folder: Path, now: datetime) -> BackupRow | None:
    """Put a backup in the place of a closed desk, backed up first; returns that backup, None if the desk was gone.

    Raises FileError for a backup that cannot be read, UserError for one of a newer version, DeskBusyError where another
    copy of MentorDesk has the desk open.
    """
    backup.check(chosen)
    migrate.is_current(chosen)
    lock = DeskLock(desk)
    lock.acquire()
    try:
        before = _keep(desk, folder, now) if desk.is_file() else None
        backup.restore(chosen, desk)
    finally:
        lock.release()
    return before


def _keep(desk: Path, folder: Path, now: datetime) -> BackupRow:
    """A desk that is damaged is what one restores a backup for: it is kept as it is."""
    try:
        backup.check(desk)
    except FileError:
        return backup.keep_damaged(desk, folder, now)
    return backup.make(desk, folder, "before restore", now)
