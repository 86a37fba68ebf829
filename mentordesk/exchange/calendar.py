"""Days for a calendar program, as an iCalendar file (RFC 5545). Knows no desk and no window."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from mentordesk.domain.errors import FileError

_LONGEST_LINE = 75
"""Bytes of a line before it is folded."""


@dataclass(frozen=True, slots=True)
class CalendarDay:
    """Something that lasts the whole day. `key` stays the same, so that a second import replaces the first."""

    key: str
    on: date
    title: str
    words: str = ""


def ics(days: Sequence[CalendarDay], made_at: datetime) -> str:
    """The days as one calendar; `made_at` has a time zone."""
    stamp = f"{made_at.astimezone(UTC):%Y%m%dT%H%M%SZ}"
    events = [line for day in days for line in _event(day, stamp)]
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//MentorDesk//MentorDesk//EN", *events, "END:VCALENDAR"]
    return "".join(f"{_folded(line)}\r\n" for line in lines)


def _event(day: CalendarDay, stamp: str) -> list[str]:
    return [
        "BEGIN:VEVENT",
        f"UID:{_escaped(day.key)}@mentordesk",
        f"DTSTAMP:{stamp}",
        f"DTSTART;VALUE=DATE:{day.on:%Y%m%d}",
        f"DTEND;VALUE=DATE:{day.on + timedelta(days=1):%Y%m%d}",
        f"SUMMARY:{_escaped(day.title)}",
        *([f"DESCRIPTION:{_escaped(day.words)}"] if day.words else []),
        "TRANSP:TRANSPARENT",
        "END:VEVENT",
    ]


def _escaped(text: str) -> str:
    one = "\\n".join(text.replace("\\", "\\\\").splitlines())
    return one.replace(";", "\\;").replace(",", "\\,")


def _folded(line: str) -> str:
    """Lines of at most 75 bytes, never cut inside a letter."""
    parts: list[str] = []
    part = ""
    for letter in line:
        if len((part + letter).encode()) > _LONGEST_LINE - bool(parts):
            parts.append(part)
            part = ""
        part += letter
    return "\r\n ".join([*parts, part])


def write(days: Sequence[CalendarDay], path: Path, made_at: datetime) -> None:
    """Write the file in one go. Raises FileError where it cannot be written."""
    try:
        path.write_bytes(ics(days, made_at).encode())
    except OSError as error:
        raise FileError(
            f"The calendar was not saved: “{path.name}” cannot be written.",
            advice="Close it in other programs, or choose another folder.",
        ) from error
