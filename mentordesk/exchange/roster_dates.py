"""Dates as people write them in cells, in English, German, French and Spanish. Knows no column."""

import re
from calendar import monthrange
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from mentordesk.domain import dates
from mentordesk.domain.text import fold
from mentordesk.exchange.reading.cells import CellValue

# Excel counts days from here; the numbers are those of 1950 to 2100.
_EXCEL_EPOCH = date(1899, 12, 30)
_EXCEL_DAYS = range(18_264, 73_051)
_YEARS = range(1900, 2101)
_LAST_OF_THIS_CENTURY = 68
_YEAR_FIRST = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[t ].*)?$")
_COMPACT = re.compile(r"(\d{4})(\d{2})(\d{2})$")
_DOTS = re.compile(r"(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4}|\d{2})(?: .*)?$")
_SLASHES = re.compile(r"(\d{1,2})[/-](\d{1,2})[/-](\d{4}|\d{2})(?: .*)?$")
_DAY_MONTH = re.compile(
    r"(\d{1,2})(?:st|nd|rd|th|er|\.)?[ -](?:of |de )?([a-z]{3,})\.?,?[ -](?:de |del )?(\d{4}|\d{2})$"
)
_MONTH_DAY = re.compile(r"([a-z]{3,})\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})$")
_MONTH_ONLY = re.compile(r"([a-z]{3,})\.?,? (?:de )?(\d{4})$")
_YEAR_ONLY = re.compile(r"(\d{4})$")
_MONTHS = (
    ("jan", "ene"),
    ("feb", "fev"),
    ("mar", "mrz", "maerz"),
    ("apr", "avr", "abr"),
    ("may", "mai"),
    ("jun", "juin"),
    ("jul", "juil"),
    ("aug", "aou", "ago"),
    ("sep", "set"),
    ("oct", "okt"),
    ("nov",),
    ("dec", "dez", "dic"),
)


@dataclass(frozen=True, slots=True)
class DateRead:
    """A date that was understood, or what is wrong and the nearest one. If `ambiguous`, the column decided."""

    day: date | None = None
    wrong: str = ""
    proposal: date | None = None
    ambiguous: bool = False


def day_first(cells: Iterable[CellValue]) -> bool:
    """Whether 3/4/2024 is in April in this column: unless some cell can only be read with the month in front."""
    pairs = [match for cell in cells if isinstance(cell, str) and (match := _SLASHES.match(cell.strip()))]
    return any(int(match[1]) > 12 for match in pairs) or not any(int(match[2]) > 12 for match in pairs)


def read_date(cell: CellValue, day_first_here: bool = True) -> DateRead:
    """The date in a cell, as a date, as Excel's number of a day, or as text."""
    if isinstance(cell, datetime):
        return DateRead(cell.date())
    if isinstance(cell, date):
        return DateRead(cell)
    if isinstance(cell, int) and not isinstance(cell, bool) and cell in _EXCEL_DAYS:
        return DateRead(_EXCEL_EPOCH + timedelta(days=cell))
    return _of_text(" ".join(fold(str(cell)).split()), day_first_here)


def _of_text(text: str, day_first_here: bool) -> DateRead:
    if match := _YEAR_FIRST.match(text) or _COMPACT.match(text):
        return _checked(int(match[1]), int(match[2]), int(match[3]))
    if match := _DOTS.match(text):
        return _checked(_year(match[3]), int(match[2]), int(match[1]))
    if match := _SLASHES.match(text):
        return _of_slashes(int(match[1]), int(match[2]), _year(match[3]), day_first_here)
    if match := _DAY_MONTH.match(text):
        return _checked(_year(match[3]), _month(match[2]), int(match[1]))
    if match := _MONTH_DAY.match(text):
        return _checked(int(match[3]), _month(match[1]), int(match[2]))
    if match := _MONTH_ONLY.match(text):
        return DateRead(proposal=_first_day(int(match[2]), _month(match[1])))
    match = _YEAR_ONLY.match(text)
    return DateRead(proposal=_first_day(int(match[1]), 1)) if match else DateRead()


def _of_slashes(first: int, second: int, year: int, day_first_here: bool) -> DateRead:
    ambiguous = first <= 12 and second <= 12 and first != second
    if first > 12 or (day_first_here and second <= 12):
        first, second = second, first
    read = _checked(year, first, second)
    return DateRead(read.day, read.wrong, read.proposal, ambiguous)


def _checked(year: int, month: int, day: int) -> DateRead:
    if year not in _YEARS or not 1 <= month <= 12 or not 1 <= day <= 31:
        return DateRead()
    last = monthrange(year, month)[1]
    if day > last:
        return DateRead(wrong=f"{dates.month_name(month)} has no day {day}.", proposal=date(year, month, last))
    return DateRead(date(year, month, day))


def _year(text: str) -> int:
    year = int(text)
    if len(text) == 4:
        return year
    return year + (2000 if year <= _LAST_OF_THIS_CENTURY else 1900)


def _month(word: str) -> int:
    """The number of a month by its first letters; 0 if it is none."""
    return next((index for index, starts in enumerate(_MONTHS, 1) if word.startswith(starts)), 0)


def _first_day(year: int, month: int) -> date | None:
    return date(year, month, 1) if year in _YEARS and month else None
