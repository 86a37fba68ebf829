"""Today, thought out ahead: what the page will show on the next days if nothing changes until then.

A desk that is closed does not change, so its Today of tomorrow is known today. It is kept in the desk file and shown at
the next start at once, while SQLAlchemy is still being imported; then the page is read anew like any other.
"""

import json
import time
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from mentordesk import __version__
from mentordesk.data import ahead
from mentordesk.domain.plain import built, plain
from mentordesk.domain.today import TodayPage

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from mentordesk.services.desk import Desk

DAYS = 4
"""From the day of closing on: over a weekend."""
LONGEST = 1.0
"""Seconds after which no further day is begun: nobody waits long for a window to close."""
_PREFIX = "today:"


def today(path: Path, on: date) -> TodayPage | None:
    """The page of all programs as it was thought out for that day, None where there is none that still holds."""
    text = _kept(path, on)
    if text is None:
        return None
    try:
        return built(TodayPage, json.loads(text))
    except (TypeError, ValueError, KeyError, AttributeError, RecursionError):
        return None  # of a build whose rows were others


def prepare(desk: "Desk") -> None:
    """Think out the next days of a desk that is about to be closed; one to read only or without its file stays."""
    days = [desk.today() + timedelta(days=later) for later in range(DAYS)]
    if desk.read_only or not desk.database.in_place() or all(_kept(desk.path, day) for day in days):
        return
    begun, texts = time.monotonic(), {}
    for day in days:
        if time.monotonic() - begun > LONGEST:
            break
        texts[_key(day)] = json.dumps(plain(desk.read(_of_day, day - desk.today())))
    ahead.keep(desk.path, _PREFIX, texts, __version__)


def _key(day: date) -> str:
    return f"{_PREFIX}{day.isoformat()}"


def _kept(path: Path, day: date) -> str | None:
    return ahead.find(path, _key(day), __version__)


def _of_day(session: "Session", later: timedelta) -> TodayPage:
    from mentordesk.services.today import today as reading

    clock = session.info["clock"]
    session.info["clock"] = lambda: clock() + later
    return reading.page(session)
