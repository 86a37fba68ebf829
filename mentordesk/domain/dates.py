"""Dates as the product counts and says them: the wording of DESIGN section 8, "4 June 2026". Knows no locale."""

import calendar
from datetime import date
from enum import StrEnum


class Precision(StrEnum):
    """How exactly a date is known: of an old pair perhaps only the year."""

    DAY = "day"
    MONTH = "month"
    YEAR = "year"


_MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July"),
    *("August", "September", "October", "November", "December"),
)
_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def add_months(day: date, months: int) -> date:
    """The same day so many months later (earlier if negative); the month's last day where it has no such day."""
    index = day.year * 12 + day.month - 1 + months
    year, month = divmod(index, 12)
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def month_name(month: int) -> str:
    return _MONTHS[month - 1]


def long(day: date) -> str:
    """In full: "4 June 2026"."""
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def short(day: date, today: date | None = None) -> str:
    """In a table: "4 Jun", with the year where it is not that of `today`."""
    text = f"{day.day} {_MONTHS[day.month - 1][:3]}"
    return text if today is None or day.year == today.year else f"{text} {day.year}"


def day_month(day: date, today: date) -> str:
    """In a sentence: "4 June", with the year where it is not that of `today`."""
    text = f"{day.day} {_MONTHS[day.month - 1]}"
    return text if day.year == today.year else f"{text} {day.year}"


def weekday_long(day: date) -> str:
    """With its weekday: "Thursday 4 June 2026"."""
    return f"{_WEEKDAYS[day.weekday()]} {long(day)}"


def known(day: date, precision: Precision) -> str:
    """A date as exactly as it is known: "2001", "March 2001" or "6 Oct 2025"."""
    if precision is Precision.YEAR:
        return str(day.year)
    if precision is Precision.MONTH:
        return f"{_MONTHS[day.month - 1]} {day.year}"
    return f"{short(day)} {day.year}"


def earliest(day: date, precision: Precision) -> date:
    """The first day a date may mean: 1 January of a year, the first of a month, the day itself."""
    if precision is Precision.YEAR:
        return day.replace(month=1, day=1)
    return day.replace(day=1) if precision is Precision.MONTH else day


def ago(day: date, today: date) -> str:
    """From today: "today", "yesterday", "3 days ago", "tomorrow" or "in 3 days"."""
    days = (today - day).days
    if days in (0, 1):
        return ("today", "yesterday")[days]
    if days == -1:
        return "tomorrow"
    return f"{days} days ago" if days > 0 else f"in {-days} days"


def month_starts(first: date, last: date) -> list[date]:
    """The first day of every month from that of `first` to that of `last`."""
    months = (last.year - first.year) * 12 + last.month - first.month
    return [add_months(first.replace(day=1), step) for step in range(months + 1)]
