"""Days and meetings for a calendar program, as an iCalendar file (RFC 5545). Knows no desk and no window."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias
from unicodedata import category

from mentordesk.exchange.excel.target import replacing

if TYPE_CHECKING:
    from icalendar import Event, vCalAddress


@dataclass(frozen=True, slots=True)
class CalendarDay:
    """Something that lasts the whole day. `key` stays the same, so that a second import replaces the first."""

    key: str
    on: date
    title: str
    words: str = ""


@dataclass(frozen=True, slots=True)
class CalendarMeeting:
    """Something at a time of the day, `minutes` long. A start without a time zone is in that of this computer.

    `attendees` are e-mail addresses, with or without a name: `jo@example.com`, `Jo Weber <jo@example.com>`.
    """

    key: str
    starts: datetime
    minutes: int
    title: str
    words: str = ""
    place: str = ""
    attendees: tuple[str, ...] = ()


Entry: TypeAlias = CalendarDay | CalendarMeeting


def ics(entries: Sequence[Entry], made_at: datetime) -> str:
    """The entries as one calendar; `made_at` has a time zone."""
    from icalendar import Calendar

    calendar = Calendar()
    calendar.add("prodid", "-//MentorDesk//MentorDesk//EN")
    calendar.add("version", "2.0")
    for entry in entries:
        calendar.add_component(_event(entry, made_at))
    return str(calendar.to_ical(), "utf-8")


def write(entries: Sequence[Entry], path: Path, made_at: datetime) -> None:
    """Write the file, or leave what was there as it was. Raises FileError where it cannot be written."""
    data = ics(entries, made_at).encode()
    with replacing(path, "calendar") as file:
        file.write(data)


def _event(entry: Entry, made_at: datetime) -> Event:
    from icalendar import Event

    event = Event()
    event.add("uid", f"{_plain(entry.key)}@mentordesk")
    event.add("dtstamp", made_at.astimezone(UTC))
    if isinstance(entry, CalendarDay):
        _add_day(event, entry)
    else:
        _add_meeting(event, entry)
    event.add("summary", _plain(entry.title))
    if entry.words:
        event.add("description", _plain(entry.words))
    return event


def _add_day(event: Event, day: CalendarDay) -> None:
    event.add("dtstart", day.on)
    event.add("dtend", day.on + timedelta(days=1))
    event.add("transp", "TRANSPARENT")


def _add_meeting(event: Event, meeting: CalendarMeeting) -> None:
    # Outlook, Google and Apple read UTC the same; a named zone needs its rules in the file, and Windows other names.
    starts = meeting.starts.astimezone(UTC)
    event.add("dtstart", starts)
    event.add("dtend", starts + timedelta(minutes=meeting.minutes))
    event.add("transp", "OPAQUE")
    if meeting.place:
        event.add("location", _plain(meeting.place))
    for attendee in map(_attendee, meeting.attendees):
        if attendee is not None:
            event.add("attendee", attendee)


def _attendee(text: str) -> vCalAddress | None:
    """The address as a calendar knows it; None where the text holds no e-mail address."""
    from icalendar import vCalAddress

    name, _, rest = " ".join(_plain(text).split()).rpartition("<")
    address = rest.rstrip(">").strip()
    if "@" not in address or " " in address:
        return None
    found = vCalAddress(f"mailto:{address}")
    if name.strip():
        found.params["CN"] = name.strip().replace(chr(34), "’")
    return found


def _plain(text: str) -> str:
    """Without the control characters that RFC 5545 forbids; a line break stays."""
    one = text.replace("\r\n", "\n").replace("\r", "\n")
    return "".join(letter for letter in one if letter in "\n\t" or category(letter) != "Cc")
