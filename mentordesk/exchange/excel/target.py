"""The file a workbook goes to: written beside it, put in its place at the end, or nothing at all. Knows no workbook."""

import errno
import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO

from mentordesk.domain.errors import FileError

# How a desk begins: no workbook may take its place.
_DATABASE = b"SQLite format 3\0"
_SAFE = "Nothing in MentorDesk has changed."
_FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
_BAD_NAME = (errno.EINVAL, errno.ENAMETOOLONG, errno.EILSEQ)


@contextmanager
def replacing(path: Path, what: str = "report") -> Iterator[IO[bytes]]:
    """A file to write to that takes the place of `path` when the block ends well, and is gone when it does not.

    Raises FileError where the target is open elsewhere, the folder is missing or write-protected, or the disk is full.
    """
    target = path.resolve()
    beside = target.with_name(f"~mentordesk-{secrets.token_hex(6)}.tmp")
    try:
        _check(target)
        with beside.open("xb") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        beside.replace(target)
    except OSError as error:
        raise _as_error(error, target, what) from error
    finally:
        with suppress(OSError):
            beside.unlink(missing_ok=True)


def _check(target: Path) -> None:
    """Fails before the work is done where it would fail after it."""
    if target.is_dir():
        raise IsADirectoryError(errno.EISDIR, "is a folder", str(target))
    if target.exists() and not target.is_file():
        raise OSError(errno.EINVAL, "is a device", str(target))
    if target.exists():
        with target.open("r+b") as there:
            if there.read(len(_DATABASE)) == _DATABASE:
                raise FileExistsError(errno.EEXIST, "is a desk", str(target))


def _as_error(error: OSError, target: Path, what: str) -> FileError:
    name, folder = target.name, target.parent.name or str(target.parent)
    if error.errno in _FULL:
        return _error(what, f"There is no room left on the disk for “{name}”.", "Make room, or choose another disk.")
    if isinstance(error, IsADirectoryError):
        return _error(what, f"“{name}” is a folder.", "Choose another name.")
    if isinstance(error, FileExistsError):
        return _error(what, f"“{name}” is a desk, and would be lost.", "Choose another name.")
    if isinstance(error, FileNotFoundError | NotADirectoryError) or not target.parent.is_dir():
        return _error(what, f"The folder “{folder}” is not there.", "Choose another folder.")
    if error.errno in _BAD_NAME:
        return _error(what, f"A file cannot be called “{name}”.", "Choose a shorter, plainer name.")
    if isinstance(error, PermissionError):
        return _refused(target, folder, what)
    return _error(what, f"The disk refused “{name}”: {error.strerror}.", "Choose another folder.")


def _refused(target: Path, folder: str, what: str) -> FileError:
    if not target.exists():
        return _error(what, f"Files cannot be written to the folder “{folder}”.", "Choose another folder.")
    if not os.access(target, os.W_OK):
        return _error(what, f"“{target.name}” may only be read.", "Save under another name.")
    return _error(
        what,
        f"“{target.name}” is open in another program.",
        "Close it there and choose Try again, or save under another name.",
    )


def _error(what: str, reason: str, advice: str) -> FileError:
    return FileError(f"The {what} was not saved. {reason}", advice=advice, safe=_SAFE)
