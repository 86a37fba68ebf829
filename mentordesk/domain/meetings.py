"""Planned meetings of a pair: when, how, and what it wants to talk about. Knows no table."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from mentordesk.domain.contacts import Channel

LONGEST_MINUTES = 1440
_NUMBER = re.compile(r"(?:^|\s)\d{1,2}\.\s+")
_TIME = re.compile(r"(\d{1,2})(?:[:.h](\d{2}))?\s*(am|pm)?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class MeetingForm:
    """A meeting as typed in. `time` is empty where only the day is agreed; `minutes` 0 to 1,440."""

    pair_id: int
    on: date
    time: str = ""
    channel: Channel = Channel.MEETING
    minutes: int = 60
    agenda: tuple[str, ...] = ()


def agenda_lines(text: str) -> tuple[str, ...]:
    """The points of an agenda: one a line, in a line that begins with 1. one after each number."""
    if text.lstrip().startswith("1. "):
        text = _NUMBER.sub("\n", text)
    parts = text.splitlines()
    return tuple(" ".join(part.split()) for part in parts if part.strip())


def agenda_words(lines: Sequence[str]) -> str:
    """On one line: "1. Reading a P&L 2. Night-shift plan"; a single point without its number."""
    if len(lines) == 1:
        return lines[0]
    return " ".join(f"{number}. {line}" for number, line in enumerate(lines, 1))


def read_time(typed: str) -> str | None:
    """The time of the day that was meant, as "16:00": from "16", "16.00", "4 pm" and "9:30". Empty stays empty, None
    is no time."""
    words = typed.strip()
    if not words:
        return ""
    found = _TIME.fullmatch(words)
    if not found:
        return None
    hour, minute, half = int(found[1]), int(found[2] or 0), (found[3] or "").lower()
    if half and not 1 <= hour <= 12:
        return None
    hour = hour % 12 + 12 * (half == "pm") if half else hour
    return f"{hour:02d}:{minute:02d}" if hour < 24 and minute < 60 else None
