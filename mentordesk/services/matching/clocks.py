"""How far a clock is from UTC, from what people write: "UTC+1", "Europe/Berlin", or a city that a time zone is named
after. Knows no person. A city no zone is named after has no offset: a guess would be worse."""

import re
from datetime import date, datetime, time
from functools import lru_cache
from importlib import resources
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError, available_timezones

from mentordesk.domain.text import fold

_HOURS = re.compile(r"(?:utc|gmt)?\s*([+−-]?)\s*(\d{1,2})(?:[:.](\d{2}))?")
_FURTHEST = 14
"""Hours: no clock on earth is further ahead of UTC."""
_NO_PLACES = ("Etc/", "SystemV/", "US/")


@lru_cache(maxsize=2_000)
def said(text: str, on: date) -> float | None:
    """Hours ahead of UTC on a day, from what somebody wrote down as time zone; None for what is not understood."""
    found = _HOURS.fullmatch(fold(text.strip()))
    if found:
        hours = int(found[2]) + int(found[3] or 0) / 60
        return (-hours if found[1] in ("-", "−") else hours) if hours <= _FURTHEST else None
    return of_place(text, on)


@lru_cache(maxsize=2_000)
def of_place(text: str, on: date) -> float | None:
    """The same of a zone or its city. A number is no city: "Building 2" may be called "2"."""
    zone = _zones().get(_key(text))
    return None if zone is None else _of_zone(zone, on)


def _key(text: str) -> str:
    return fold(text.strip()).replace(" ", "_")


def _of_zone(zone: str, on: date) -> float | None:
    try:
        ahead = datetime.combine(on, time(12), ZoneInfo(zone)).utcoffset()
    except (ZoneInfoNotFoundError, OSError):
        return None
    return None if ahead is None else ahead.total_seconds() / 3600


@lru_cache(maxsize=1)
def _zones() -> dict[str, str]:
    """Zones by their own name and by their city; sorted, so that the same city means the same zone everywhere."""
    names = sorted(name for name in _names() if "/" in name and not name.startswith(_NO_PLACES))
    cities = {_key(name.rsplit("/", 1)[1]): name for name in reversed(names)}
    return cities | {_key(name): name for name in names} | {"utc": "Etc/UTC", "gmt": "Etc/UTC"}


def _names() -> frozenset[str]:
    """From the list that comes with the time zones: looking through the computer's folders takes 0.2 seconds."""
    try:
        return frozenset(resources.files("tzdata").joinpath("zones").read_text(encoding="utf-8").split())
    except (ModuleNotFoundError, OSError):
        return frozenset(available_timezones())
