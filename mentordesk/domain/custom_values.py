"""The values of a desk's own fields: checked as typed in, stored as text, said in words. Knows no table."""

from collections.abc import Sequence
from datetime import date

from mentordesk.domain.dates import long
from mentordesk.domain.errors import FieldError
from mentordesk.domain.people import CustomFieldRow, FieldKind
from mentordesk.domain.text import fold

CHOOSING = frozenset({FieldKind.CHOICE, FieldKind.ORDERED, FieldKind.CHOICES})
"""The kinds whose values come from a list."""
YES, NO = "yes", "no"
_YES_NO = {"yes": YES, "y": YES, "true": YES, "1": YES, "no": NO, "n": NO, "false": NO, "0": NO}


def field_key(field_id: int) -> str:
    """How a FieldError names a custom field of the person's form."""
    return f"custom:{field_id}"


def clean(field: CustomFieldRow, values: Sequence[str]) -> tuple[str, ...]:
    """The values as they are stored: numbers without blanks, dates as ISO days, "yes" or "no", choices as spelled in
    the list. Raises FieldError for `field_key(field.id)`."""
    given = list(dict.fromkeys(value.strip() for value in values if value.strip()))
    if len(given) > 1 and field.kind is not FieldKind.CHOICES:
        raise _fault(field, f"{field.name} takes one value.", given[0])
    return tuple(dict.fromkeys(_clean_one(field, value) for value in given))


def _clean_one(field: CustomFieldRow, value: str) -> str:
    if field.kind in CHOOSING:
        return _choice(field, value)
    if field.kind is FieldKind.NUMBER:
        return _number(field, value)
    if field.kind is FieldKind.DATE:
        return _day(field, value)
    if field.kind is FieldKind.YES_NO:
        return _yes_no(field, value)
    return value


def _choice(field: CustomFieldRow, value: str) -> str:
    for choice in field.choices:
        if fold(choice) == fold(value):
            return choice
    raise _fault(field, f"“{value}” is not a choice of {field.name}. Choose one of the list.")


def _number(field: CustomFieldRow, value: str) -> str:
    text = value.replace(" ", "").replace("\u00a0", "")
    try:
        number = float(text)
    except ValueError:
        raise _fault(field, f"{field.name} is a number. Use digits, as in 12 or 12.5.") from None
    if number != number or number in (float("inf"), float("-inf")):
        raise _fault(field, f"{field.name} is a number. Use digits, as in 12 or 12.5.")
    return str(int(number)) if number.is_integer() else str(number)


def _day(field: CustomFieldRow, value: str) -> str:
    try:
        return date.fromisoformat(value).isoformat()
    except ValueError:
        raise _fault(field, f"{field.name} is a date. Write it as 2026-06-04.") from None


def _yes_no(field: CustomFieldRow, value: str) -> str:
    found = _YES_NO.get(value.casefold())
    if found is None:
        raise _fault(field, f"{field.name} is yes or no.")
    return found


def _fault(field: CustomFieldRow, message: str, proposal: str | None = None) -> FieldError:
    return FieldError(field_key(field.id), message, proposal=proposal)


def said(field: CustomFieldRow, value: str) -> str:
    """A stored value in words: "4 of 5: Leads leaders", "4 June 2026", "Yes"."""
    if field.kind is FieldKind.ORDERED and value in field.choices:
        return f"{field.choices.index(value) + 1} of {len(field.choices)}: {value}"
    if field.kind is FieldKind.DATE:
        return long(date.fromisoformat(value))
    return value.capitalize() if field.kind is FieldKind.YES_NO else value
