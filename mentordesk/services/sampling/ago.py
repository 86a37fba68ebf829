"""Dates told from today: "2y3m" is two years and three months ago, "-18d" in 18 days. Knows no table."""

import re
from datetime import date, timedelta

from mentordesk.domain.dates import Precision, add_months

_PART = re.compile(r"(-?\d+)([ymd])")


def day(text: str, today: date) -> date:
    """The day so long ago: first the days are counted, then months and years, so that anniversaries are exact."""
    parts = {unit: int(number) for number, unit in _PART.findall(text)}
    near = today - timedelta(days=parts.get("d", 0))
    return add_months(near, -12 * parts.get("y", 0) - parts.get("m", 0))


def known_day(text: str, today: date) -> tuple[date, Precision]:
    """The day as exactly as it is told: with years alone the first of January, with months the first of the month."""
    exact = day(text, today)
    if "d" in text:
        return exact, Precision.DAY
    if "m" in text:
        return exact.replace(day=1), Precision.MONTH
    return exact.replace(month=1, day=1), Precision.YEAR


def workday_before(day: date) -> date:
    """The day, or the Friday before its weekend."""
    return day - timedelta(days=max(0, day.weekday() - 4))


def workday_after(day: date) -> date:
    """The day, or the Monday after its weekend."""
    return day + timedelta(days=7 - day.weekday()) if day.weekday() > 4 else day
