"""The fields of a person that a roster file can fill, and what they are called. Knows no file and no desk."""

from collections.abc import Mapping
from types import MappingProxyType

from mentordesk.domain.import_sides import SIDES
from mentordesk.domain.text import fold

CUSTOM = "custom:"

FIELDS: Mapping[str, str] = MappingProxyType(
    {
        "name": "Name",
        "first_name": "First name",
        "last_name": "Last name",
        "email": "E-mail",
        "employee_number": "Employee number",
        "title": "Title",
        "department": "Department",
        "location": "Location",
        "company": "Company",
        "level": "Level",
        "manager": "Manager",
        "languages": "Languages",
        "offers": "Skills offered",
        "wants": "Skills wanted",
        "avoids": "Topics not wanted",
        "experience": "Life experience",
        "role": "Role",
        "capacity": "Capacity",
        "external": "External",
        "status": "Status",
        "hired_on": "Hired on",
        "last_promotion": "Last promotion",
        "left_on": "Left on",
        "notes": "Notes",
        "cohort": "Past cohort",
        "started_on": "Began on",
        "completed_on": "Ended on",
        "completion": "Completion",
        "partner": "Partner",
        "rank": "Rank",
    }
)
LISTS = ("languages", "offers", "wants", "avoids", "experience")
SEVERAL = (*LISTS, "role", "cohort")
"""Fields that several columns can fill together: a topic, a role or a cohort each."""
KEYS = ("email", "employee_number")
NAMES = ("name", "first_name", "last_name")
PAST = ("cohort", "started_on", "completed_on", "completion", "partner")
"""What a file says about a place that somebody had in an earlier cohort."""


def sided(side: str, field: str) -> str:
    """The field of one of several people in a row: "mentee:email"."""
    return f"{side}:{field}"


def side_and_field(field: str | None) -> tuple[str, str]:
    """Who of a row a field is about, and the field by itself: "mentee:email" is ("mentee", "email"), "" for all."""
    side, colon, own = (field or "").partition(":")
    return (side, own) if colon and side in SIDES else ("", field or "")


def label(field: str) -> str:
    """What a field is called on the screen: "E-mail", "Mentee: E-mail", and a custom field by its own name."""
    side, field = side_and_field(field)
    return f"{side.capitalize()}: {_label(field)}" if side else _label(field)


def _label(field: str) -> str:
    return field.removeprefix(CUSTOM) if field.startswith(CUSTOM) else FIELDS[field]


def custom(name: str) -> str:
    """The field for an attribute that the desk defines."""
    return f"{CUSTOM}{name}"


def field_named(text: str) -> str | None:
    """The field with this key or label, in any case: "email", "E-mail", "custom:Grade", "mentee:email". None if there
    is none."""
    side = side_and_field(fold(text))[0]
    if side:
        found = field_named(text.partition(":")[2])
        return sided(side, found) if found else None
    if fold(text).startswith(CUSTOM) and text[len(CUSTOM) :].strip():
        return custom(text[len(CUSTOM) :].strip())
    wanted = _squeezed(text)
    return next((key for key, name in FIELDS.items() if wanted in (_squeezed(key), _squeezed(name))), None)


def _squeezed(text: str) -> str:
    return "".join(letter for letter in fold(text) if letter.isalnum())
