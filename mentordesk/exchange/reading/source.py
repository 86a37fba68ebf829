"""The bytes of a file and what they are, judged by their content and not by the file's name."""

from enum import Enum
from pathlib import Path

from mentordesk.exchange.reading.faults import empty, fault, no_workbook, too_large
from mentordesk.exchange.reading.limits import MAX_FILE_BYTES

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ZIP = b"PK"
_WORKBOOK_ENDINGS = (".xlsx", ".xlsm", ".xltx", ".xltm", ".xls", ".xlsb", ".ods", ".ots")


class Content(Enum):
    """What the first bytes of a file promise."""

    ZIP = "zip"
    OLE = "ole"
    TEXT = "text"


def load(path: Path) -> tuple[Content, bytes]:
    """All bytes of the file and what they seem to be. FileError if it is not there, cannot be opened, is empty,
    is over 100 MB, or has the name of a workbook and another content."""
    data = _bytes(path)
    if not data:
        raise empty(path)
    if data.startswith(_OLE):
        return Content.OLE, data
    if data.startswith(_ZIP):
        return Content.ZIP, data
    if path.suffix.lower() in _WORKBOOK_ENDINGS:
        raise _disguised(path, data)
    return Content.TEXT, data


def _bytes(path: Path) -> bytes:
    try:
        if path.is_dir():
            raise no_workbook(path, "is a folder")
        if path.stat().st_size > MAX_FILE_BYTES:
            raise too_large(path, f"is larger than {MAX_FILE_BYTES // 2**20} MB")
        return path.read_bytes()
    except FileNotFoundError:
        raise fault(
            f"There is no file “{path.name}” in “{path.parent}”.", "Check its name and folder, or choose it again."
        ) from None
    except PermissionError:
        raise fault(
            f"“{path.name}” is open in another program, or you are not allowed to open it.",
            "Close it there and try again, or choose a copy of it.",
        ) from None
    except (OSError, ValueError) as reason:
        why = getattr(reason, "strerror", None) or "the name of the file is not allowed"
        raise fault(
            f"“{path.name}” could not be opened: {why}.", "Copy it to this computer and choose the copy."
        ) from None


def _disguised(path: Path, data: bytes) -> Exception:
    """A file that has the name of a workbook, but is a web page, or text, or something else."""
    start = data[:2_000].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if start.startswith((b"<!doctype html", b"<html", b"<table", b"<?xml", b"<meta")):
        why = "is a web page with the name of a workbook"
    elif b"\0" not in data[:2_000]:
        why = "is a text file with the name of a workbook"
    else:
        return no_workbook(path)
    return fault(f"“{path.name}” {why}.", "Open it in Excel, save it as a workbook (.xlsx) and choose that one.")
