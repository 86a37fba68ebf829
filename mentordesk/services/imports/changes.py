"""What a row of a file changes about a person: only the fields that differ, with what is there now in words."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from mentordesk.domain.importing import Shape
from mentordesk.domain.people import PersonStatus
from mentordesk.exchange.roster.fields import CUSTOM, LISTS
from mentordesk.exchange.roster.roster import PastPlace, RosterRow
from mentordesk.services.imports.request import ImportRequest

TEXTS = ("name", "email", "employee_number", "title", "department", "location", "company", "notes")
PLAIN = (*TEXTS, "level", "external", "hired_on", "status", "left_on")
"""The fields that are columns of a person; the manager and lists are written by themselves."""
_NOTHING = (None, "", (), False, PersonStatus.ACTIVE)
"""What is there when nobody has typed anything."""


@dataclass(slots=True)
class Changes:
    """The new value of each field that changes, and what somebody who is here has there now, in words."""

    values: dict[str, Any] = field(default_factory=dict)
    before: dict[str, str] = field(default_factory=dict)


def changes(
    row: RosterRow, now: Mapping[str, Any], request: ImportRequest, today: date, full_number: str = ""
) -> Changes:
    """What the row changes. `now` are the values of somebody who is here, empty for somebody new; `full_number` is the
    employee number with the zeros that the file has lost."""
    given = {name: value for name, value in row.values.items() if name in PLAIN or name in LISTS}
    given |= {name: value for name, value in row.values.items() if name.startswith(CUSTOM)}
    given |= _standing(given.pop("status", None), given.pop("left_on", None), now, today)
    if full_number:
        given.pop("employee_number", None)
    found = Changes()
    for name, value in given.items():
        if differs(name, now.get(name), value, keep=request.only_empty):
            found.values[name] = value
            if now:
                found.before[name] = said(now.get(name))
    return found


def differs(name: str, now: Any, value: Any, *, keep: bool) -> bool:
    """Whether a value of the file takes the place of what is there. `keep` only fills what is empty."""
    if now == value or (keep and now not in _NOTHING):
        return False
    if now in (None, "") and value in (None, ""):
        return False
    return not (name == "email" and str(now or "").lower() == str(value).lower())


def _standing(status: Any, left_on: Any, now: Mapping[str, Any], today: date) -> dict[str, Any]:
    """Status and last day as they go together: who leaves on a day to come is here until then."""
    if status is None and left_on is None:
        return {}
    to_come = left_on is not None and left_on > today
    if to_come and status in (None, PersonStatus.LEFT):
        return {}
    if status is None or status is PersonStatus.LEFT:
        return {"status": PersonStatus.LEFT, "left_on": left_on or _last_day(now, today)}
    return {"status": status, "left_on": None}


def _last_day(now: Mapping[str, Any], today: date) -> date | None:
    """The day somebody left where the file does not say it; nobody knows it of a leaver who was never here."""
    if now.get("status") is PersonStatus.LEFT:
        found: date | None = now["left_on"]
        return found
    return today if now else None


def texts(row: RosterRow, shape: Shape) -> dict[str, str]:
    """Every field as it will be stored; the places of the past are one text."""
    found = {name: said(value) for name, value in row.values.items()}
    if row.enrollments and shape in (Shape.HISTORY, Shape.WIDE, Shape.PAIRS):
        places = "; ".join(dict.fromkeys(_place(place) for place in row.enrollments if place.cohort))
        found |= {"cohort": places} if places else {}
    return found


def _place(place: PastPlace) -> str:
    about = ", ".join(word.value for word in (place.role, place.status) if word is not None)
    return f"{place.cohort} ({about})" if about else place.cohort


def said(value: Any) -> str:
    """A value as a cell shows it."""
    if type(value) is str:
        return value
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, PersonStatus):
        return value.word
    if isinstance(value, tuple):
        return "; ".join(map(str, value))
    return str(value)
