"""What is said when a file cannot be read: what did not happen, why, what one can do. Knows no format."""

from pathlib import Path

from mentordesk.domain.errors import FileError

_NOT_READ = "The file was not read."
_SAFE = "Nothing in MentorDesk has changed."


def fault(why: str, advice: str) -> FileError:
    """The error to raise: `why` names the file or the sheet, `advice` says what one can do."""
    return FileError(f"{_NOT_READ} {why}", advice=advice, safe=_SAFE)


def no_workbook(path: Path, why: str = "is not a workbook") -> FileError:
    return fault(f"“{path.name}” {why}.", "Choose an Excel workbook (.xlsx) or a text file with columns (.csv).")


def damaged(path: Path) -> FileError:
    return fault(
        f"“{path.name}” is damaged or not a workbook.",
        "Open it in Excel, save it as a new workbook (.xlsx) and choose that one.",
    )


def protected(path: Path) -> FileError:
    return fault(
        f"“{path.name}” is protected with a password.",
        "Open it in Excel, save a copy without a password and choose that copy.",
    )


def empty(path: Path) -> FileError:
    return fault(f"“{path.name}” is empty.", "Choose a file with a row of headings and a row for each person.")


def too_large(path: Path, what: str) -> FileError:
    return fault(
        f"“{path.name}” {what}.",
        "Copy only the table you need into a new workbook, save it and choose that one.",
    )
