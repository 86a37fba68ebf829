"""What SQLite refuses, as sentences: a desk that is protected, damaged, in use, or on a full disk. Knows no table."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy.exc import DBAPIError

from mentordesk.domain.errors import FileError, UserError

_IN_USE = (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED)
_FULL = (sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR)
_PROTECTED = (sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_PERM)
_DAMAGED = (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)
_PRIMARY = 0xFF


@contextmanager
def told(path: Path) -> Iterator[None]:
    """Turns what is no bug, but the state of the file or its disk, into a UserError. All else goes through."""
    try:
        yield
    except (sqlite3.Error, DBAPIError) as error:
        found = _sentence(path, _code(error.orig if isinstance(error, DBAPIError) else error))
        if found is None:
            raise
        raise found from error


def is_about_its_place(error: sqlite3.Error) -> bool:
    """Whether the file's folder or disk is the reason, not what stands in the file."""
    return _code(error) in (*_FULL, *_PROTECTED)


def _code(error: BaseException | None) -> int:
    return int(getattr(error, "sqlite_errorcode", 0)) & _PRIMARY


def _sentence(path: Path, code: int) -> UserError | None:
    if code in _IN_USE:
        return UserError(f"“{path.name}” is being written by another program.", advice="Try again in a moment.")
    if code in _FULL:
        return FileError(
            f"“{path.name}” was not saved: the disk is full or cannot be written.",
            advice="Make room on the disk and try again.",
            safe="What was in the desk is safe.",
        )
    if code in _PROTECTED:
        return FileError(
            f"“{path.name}” cannot be changed: the file or its folder is protected.",
            advice="Copy it to a folder of your own and open the copy.",
        )
    if code in _DAMAGED:
        return FileError(f"“{path.name}” is damaged.", advice="Restore a backup of it.", safe="It was not changed.")
    return None
