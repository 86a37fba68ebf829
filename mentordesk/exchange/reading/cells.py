"""Values of cells as everything after the reader knows them: trimmed texts, whole numbers whole, dates as dates."""

import math
import re
from collections.abc import Iterable
from datetime import date, datetime, time, timedelta

from mentordesk.domain import dates

CellValue = str | int | float | bool | date | datetime | None
RawValue = CellValue | time | timedelta

# Every number below has all its digits in a cell; employee numbers are far below.
_EXACT = 1e15
# Control characters but tab and line feed, and signs without a width that text programs leave behind.
_INVISIBLE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\xad\u200b\u200e\u200f\u2060\ufeff]")
_SPACES = re.compile("[\u00a0\u2000-\u200a\u202f\u205f\u3000]")
_LINE_ENDS = re.compile("\r\n?")


def plain(value: RawValue) -> CellValue:
    """The value without what cannot be seen: outer spaces, control characters, a time of midnight, ".0"."""
    if isinstance(value, str):
        return plain_text(value) or None
    if isinstance(value, float):
        return _number(value)
    if isinstance(value, datetime):
        return value.date() if value.time() == time() else value
    if isinstance(value, time):
        return value.isoformat("minutes")
    return str(value) if isinstance(value, timedelta) else value


def plain_text(text: str) -> str:
    if not (text.isascii() and text.isprintable()):
        text = _INVISIBLE.sub("", _LINE_ENDS.sub("\n", _SPACES.sub(" ", text)))
    return text.strip()


def trimmed(raw: RawValue) -> bool:
    """Whether `plain` takes spaces away from the ends of a text."""
    return isinstance(raw, str) and bool(raw) and (raw[0].isspace() or raw[-1].isspace()) and not raw.isspace()


def as_text(value: CellValue) -> str:
    """The value as one would type it: "" for an empty cell, "1234", "yes", "4 June 2026"."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, datetime):
        return f"{dates.long(value.date())}, {value:%H:%M}"
    return dates.long(value) if isinstance(value, date) else str(value)


def shortened(cells: Iterable[CellValue]) -> list[CellValue]:
    """The cells up to the last one with a value."""
    row = list(cells)
    while row and row[-1] is None:
        row.pop()
    return row


def _number(value: float) -> CellValue:
    if not math.isfinite(value):
        return None
    return int(value) if value.is_integer() and abs(value) < _EXACT else value
