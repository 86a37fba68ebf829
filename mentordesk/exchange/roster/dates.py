"""Dates as people write them in cells, in the languages of `roster_months`. Knows no column."""

import re
from calendar import monthrange
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from functools import lru_cache

from mentordesk.domain import dates
from mentordesk.domain.dates import Precision
from mentordesk.domain.text import fold
from mentordesk.exchange.reading.cells import CellValue
from mentordesk.exchange.roster.months import is_weekday, month_of

# Excel counts days from here, or from 1904 in workbooks of old Macs; the numbers are those of 1950 to 2100.
_EPOCH, _EPOCH_1904 = date(1899, 12, 30), date(1904, 1, 1)
_EXCEL_DAYS = range(18_264, 73_415)
_BETWEEN_EPOCHS = (_EPOCH_1904 - _EPOCH).days
_YEARS = range(1900, 2101)
_LAST_OF_THIS_CENTURY = 68
_LONGEST = 100
_ERAS = {"令和": 2018, "平成": 1988, "昭和": 1925}

_ERA = re.compile(r"(令和|平成|昭和)\s*(\d{1,2}|元)\s*年")
_CLOCK = re.compile(
    r"(?:[ ,]+(?:at |um |a las |klo )?|(?<=\d)t)\d{1,2}[:.h]\d{2}(?:[:.]\d.*|\s*(?:[ap]\.?m\.?|uhr|z|h)?.*)?$"
)
_WORD = r"([^\W\d_]{3,})"
_OF = r"(?:of |de |del |d')?"
_SERIAL = re.compile(r"(\d{5})(?:[.,]\d+)?$")
_YEAR_FIRST = re.compile(r"(\d{4})[-/. ] ?(\d{1,2})[-/. ] ?(\d{1,2})(?!\d)(?:\.?|[t ].*)$")
_COMPACT = re.compile(r"(\d{4})(\d{2})(\d{2})$")
_DOTS = re.compile(r"(\d{1,2})\. ?(\d{1,2})\. ?(\d{4}|\d{2})(?: .*)?$")
_SLASHES = re.compile(r"(\d{1,2}) ?[/ -] ?(\d{1,2}) ?[/ -] ?(\d{4}|\d{2})(?: .*)?$")
_DAY_MONTH = re.compile(
    rf"(\d{{1,2}})(?:st|nd|rd|th|er|re|o|\.)?[ /.-]*{_OF}{_WORD}\.?,?[ /.-]*{_OF}(\d{{4}}|\d{{2}})(?: [^\d]*)?$"
)
_MONTH_DAY = re.compile(rf"{_WORD}\.?[ /-]?(\d{{1,2}})(?:st|nd|rd|th)?,?[ /-](?:of )?(\d{{4}})$")
_YEAR_MONTH_DAY = re.compile(rf"(\d{{4}})[.,]?[ /-]{_WORD}\.?[ /-](\d{{1,2}})\.?$")
_MONTH_YEAR = re.compile(rf"{_WORD}\.?,?[ /-]?{_OF}(\d{{4}}|\d{{2}})$")
_YEAR_MONTH = re.compile(rf"(\d{{4}})[ /.-]{_WORD}\.?$")
_MONTH_NUMBER = re.compile(r"(\d{1,2}) ?[/.-] ?(\d{4})$")
_NUMBER_MONTH = re.compile(r"(\d{4}) ?[/.-] ?(\d{1,2})\.?$")
_QUARTER = re.compile(r"[qt]([1-4])[ /-]?(?:de )?(\d{4})$|([1-4])\. quartal (\d{4})$|(\d{4})[ /-]?[qt]([1-4])$")
_YEAR_ONLY = re.compile(r"(\d{4})$")


class Order(StrEnum):
    """What a date of the kind 3/4/2024 tells of whether the day or the month comes first."""

    NONE = ""
    DAY_FIRST = "day"
    MONTH_FIRST = "month"
    OPEN = "open"


@dataclass(frozen=True, slots=True)
class DateRead:
    """A date that was understood, or what is wrong and the nearest one.

    `order` is what the text tells of its order, `precision` how much of the date stands there, `serial` whether it is
    the number of a day. `swapped` says that day and month alone are wrong, by their order. `blank` means a text
    that stands for no date, such as 31/12/9999.
    """

    day: date | None = None
    wrong: str = ""
    proposal: date | None = None
    order: Order = Order.NONE
    precision: Precision = Precision.DAY
    serial: bool = False
    blank: bool = False
    swapped: bool = False


BLANK = DateRead(blank=True)


def order_of(cell: CellValue) -> Order:
    """What a cell tells of the order of day and month: nothing but for texts with slashes and the like."""
    if not isinstance(cell, str) or len(cell) > _LONGEST or not (match := _SLASHES.match(_cleaned(cell))):
        return Order.NONE
    first, second = int(match[1]), int(match[2])
    if first > 12:
        return Order.DAY_FIRST if first <= 31 and second <= 12 else Order.NONE
    return Order.MONTH_FIRST if second > 12 else Order.NONE if first == second else Order.OPEN


def read_date(cell: CellValue, day_first: bool = True, epoch_1904: bool = False) -> DateRead:
    """The date in a cell, as a date, as Excel's number of a day, or as text.

    A text whose day and month stand in the other order is wrong, and its date is proposed.
    """
    if isinstance(cell, datetime):
        return DateRead(cell.date())
    if isinstance(cell, date):
        return DateRead(cell)
    if isinstance(cell, int | float) and not isinstance(cell, bool):
        return _of_number(cell, epoch_1904)
    text = str(cell)
    return _of_text(_cleaned(text), day_first, epoch_1904) if len(text) <= _LONGEST else DateRead()


def _of_number(number: float, epoch_1904: bool) -> DateRead:
    if number == 0:
        return BLANK
    whole = int(number)
    if whole + _BETWEEN_EPOCHS * epoch_1904 in _EXCEL_DAYS:
        return DateRead((_EPOCH_1904 if epoch_1904 else _EPOCH) + timedelta(days=whole), serial=True)
    return _of_text(str(whole), True, epoch_1904) if whole == number else DateRead()


@lru_cache(maxsize=4_096)
def _cleaned(text: str) -> str:
    """Folded, with ASCII digits and plain dashes, without the time of day and the weekday."""
    if not text.isascii():
        text = _ERA.sub(lambda match: f"{_ERAS[match[1]] + (1 if match[2] == '元' else int(match[2]))}年", text)
        text = re.sub(r"\s*[年년月월]\s*", "-", text)
        text = re.sub(r"[日일]", "", re.sub("[‐‑‒–—−／]", lambda sign: "/" if sign[0] == "／" else "-", text))
        text = "".join(str(int(letter)) if letter.isdecimal() else letter for letter in text)
    plain = " ".join(fold(text).replace("'", "").replace("’", "").split()).strip(" ,-")
    plain = _CLOCK.sub("", plain)
    first, _space, rest = plain.partition(" ")
    # "Mar 3 2026" and "mars 2026" are in March, though a Tuesday in Spanish and French begins so too.
    in_month = month_of(first) and (_MONTH_DAY.match(plain) or _MONTH_YEAR.match(plain))
    if rest and is_weekday(first.rstrip(",.")) and not in_month:
        return rest
    return plain


def _of_text(text: str, day_first: bool, epoch_1904: bool) -> DateRead:
    if match := _SERIAL.match(text):
        return _of_number(int(match[1]), epoch_1904)
    if match := _SLASHES.match(text):
        return _of_slashes(int(match[1]), int(match[2]), _year(match[3]), day_first)
    for pattern, read in _WRITINGS:
        if match := pattern.match(text):
            found = read(match)
            if found.day or found.wrong or found.blank:
                return found
    return DateRead()


def _of_slashes(first: int, second: int, year: int, day_first: bool) -> DateRead:
    if {first, second} == {0, 1} and year == 1900:
        return BLANK
    if first > 12 or second > 12:
        own_day_first = first > 12
        day, month = (first, second) if own_day_first else (second, first)
        read = _checked(year, month, day)
        order = Order.DAY_FIRST if own_day_first else Order.MONTH_FIRST
        if read.day is not None and own_day_first is not day_first:
            asked = "the day" if day_first else "the month"
            words = f"In this column {asked} comes first."
            return DateRead(wrong=words, proposal=read.day, order=order, swapped=True)
        return DateRead(read.day, read.wrong, read.proposal, order, blank=read.blank)
    day, month = (first, second) if day_first else (second, first)
    read = _checked(year, month, day)
    return DateRead(read.day, read.wrong, read.proposal, Order.NONE if day == month else Order.OPEN, blank=read.blank)


def _checked(year: int, month: int, day: int) -> DateRead:
    """Systems write 9999 for "never", and zeros for nothing."""
    if year == 9999 or (year in (0, 1900) and day == 0):
        return BLANK
    if year not in _YEARS or not 1 <= month <= 12 or not 1 <= day <= 31:
        return DateRead()
    last = monthrange(year, month)[1]
    if day > last:
        return DateRead(wrong=f"{dates.month_name(month)} has no day {day}.", proposal=date(year, month, last))
    return DateRead(date(year, month, day))


def _first_day(year: int, month: int, precision: Precision) -> DateRead:
    if year not in _YEARS or not 1 <= month <= 12:
        return DateRead()
    return DateRead(date(year, month, 1), precision=precision)


def _year(text: str) -> int:
    year = int(text)
    if len(text) == 4:
        return year
    return year + (2000 if year <= _LAST_OF_THIS_CENTURY else 1900)


def _of_quarter(match: re.Match[str]) -> DateRead:
    quarter, year = match[1] or match[3] or match[6], match[2] or match[4] or match[5]
    return _first_day(int(year), int(quarter) * 3 - 2, Precision.MONTH)


def _of_month(year: str, month: int) -> DateRead:
    return _first_day(_year(year), month, Precision.MONTH)


_WRITINGS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], DateRead]], ...] = (
    (_YEAR_FIRST, lambda match: _checked(int(match[1]), int(match[2]), int(match[3]))),
    (_COMPACT, lambda match: _checked(int(match[1]), int(match[2]), int(match[3]))),
    (_DOTS, lambda match: _checked(_year(match[3]), int(match[2]), int(match[1]))),
    (_QUARTER, _of_quarter),
    (_DAY_MONTH, lambda match: _checked(_year(match[3]), month_of(match[2]), int(match[1]))),
    (_MONTH_DAY, lambda match: _checked(int(match[3]), month_of(match[1]), int(match[2]))),
    (_YEAR_MONTH_DAY, lambda match: _checked(int(match[1]), month_of(match[2]), int(match[3]))),
    (_MONTH_YEAR, lambda match: _of_month(match[2], month_of(match[1]))),
    (_YEAR_MONTH, lambda match: _of_month(match[1], month_of(match[2]))),
    (_MONTH_NUMBER, lambda match: _of_month(match[2], int(match[1]))),
    (_NUMBER_MONTH, lambda match: _of_month(match[1], int(match[2]))),
    (_YEAR_ONLY, lambda match: _first_day(int(match[1]), 1, Precision.YEAR)),
)
