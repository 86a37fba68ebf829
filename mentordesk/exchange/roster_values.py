"""One cell of a roster becomes the value of one field, or a problem in words. Knows no row and no desk."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

from mentordesk.domain import dates
from mentordesk.domain.cohorts import Role
from mentordesk.domain.text import fold
from mentordesk.exchange.reading.cells import CellValue, as_text
from mentordesk.exchange.roster_dates import read_date
from mentordesk.exchange.roster_fields import LISTS, label
from mentordesk.exchange.roster_numbers import LEVELS, level_of, number_in, whole_number, yes_or_no
from mentordesk.exchange.roster_roles import nearest_role, roles_of_text

Value = str | int | bool | date | tuple[str, ...] | tuple[Role, ...]

OR_SKIP = "Type it here, or skip the row"
MOST_PLACES = 50
_ADDRESS = re.compile(r"[^@\s,;:<>()\[\]\"']+@(?:[^@\s,;:<>()\[\]\"'.]+\.)+[^@\s,;:<>()\[\]\"'.]{2,}")
_IN_BRACKETS = re.compile(r".*<([^<>]+)>$")
_POINT_ZERO = re.compile(r"(\d+)\.0+$")
_TITLES_BEHIND = frozenset(
    ("jr", "sr", "ii", "iii", "iv", "phd", "md", "mba", "esq", "cpa", "dds", "msc", "bsc", "ma", "ba")
)
_BULLETS = "•·▪-–* \t"


@dataclass(frozen=True, slots=True)
class Reading:
    """How a cell was understood that says it in its own way: the kind of conversion, the field, the text."""

    kind: str
    field: str
    text: str = ""


@dataclass(frozen=True, slots=True)
class CellRead:
    """The value of a cell (None if it is empty), or what is wrong with it and perhaps a text that would be right."""

    value: Value | None = None
    wrong: str = ""
    proposal: str | None = None
    reading: Reading | None = None


@dataclass(frozen=True, slots=True)
class ColumnWays:
    """What only the whole column shows: what stands between list items, and whether 3/4/2024 is in April."""

    separator: str = ","
    day_first: bool = True


EMPTY = CellRead()


def read_cell(field: str, cell: CellValue, ways: ColumnWays) -> CellRead:
    """The value of a field that is not a custom one. EMPTY for an empty cell."""
    if isinstance(cell, str):
        cell = cell.strip() or None
    if cell is None:
        return EMPTY
    if field in LISTS:
        return read_list(field, cell, ways)
    return _READERS.get(field, _read_line)(field, cell, ways)


def must_be(field: str, what: str, proposal: str | None) -> CellRead:
    """A problem as it is said: "Capacity must be a number. Use 2?"."""
    remedy = OR_SKIP if proposal is None else f"Use {proposal}?"
    return CellRead(wrong=f"{label(field)} must be {what}. {remedy}", proposal=proposal)


def read_list(field: str, cell: CellValue, ways: ColumnWays) -> CellRead:
    """The items of a list, each once, in their order."""
    text = as_text(cell).replace("|", "\n").replace("•", "\n").replace(ways.separator, "\n")
    items = [" ".join(part.strip(_BULLETS).split()) for part in text.split("\n")]
    once = {fold(item): item for item in reversed(items) if item}
    value = tuple(reversed(once.values()))
    return CellRead(value or None, reading=Reading("split", field, ways.separator) if len(value) > 1 else None)


def read_date_cell(field: str, cell: CellValue, ways: ColumnWays) -> CellRead:
    found = read_date(cell, ways.day_first)
    if found.day is not None:
        if isinstance(cell, date):
            return CellRead(found.day)
        kind = "ambiguous date" if found.ambiguous else "date"
        return CellRead(found.day, reading=Reading(kind, field, f"“{as_text(cell)}” as {dates.long(found.day)}"))
    proposal = dates.long(found.proposal) if found.proposal else None
    if found.wrong:
        return CellRead(wrong=f"{found.wrong} Use {proposal}?", proposal=proposal)
    return must_be(field, "a date such as 4 June 2026", proposal)


def read_yes_no(field: str, cell: CellValue, _ways: ColumnWays) -> CellRead:
    answer = yes_or_no(cell)
    if answer is None:
        return must_be(field, "yes or no", None)
    plain = isinstance(cell, bool) or fold(as_text(cell)) in ("yes", "no")
    return CellRead(answer, reading=None if plain else Reading("words", field, as_text(cell)))


def _read_line(_field: str, cell: CellValue, _ways: ColumnWays) -> CellRead:
    return CellRead(" ".join(as_text(cell).split()))


def _read_notes(_field: str, cell: CellValue, _ways: ColumnWays) -> CellRead:
    return CellRead(as_text(cell).strip())


def _read_name(field: str, cell: CellValue, ways: ColumnWays) -> CellRead:
    if not any(letter.isalpha() for letter in as_text(cell)):
        return CellRead(wrong=f"{label(field)} must have letters. {OR_SKIP}")
    return _read_somebody(field, cell, ways)


def _read_somebody(field: str, cell: CellValue, _ways: ColumnWays) -> CellRead:
    """A name, an e-mail address or a number; "Moyo, Tendai" is turned around."""
    text = " ".join(as_text(cell).split())
    last, _comma, first = (part.strip() for part in text.partition(","))
    is_title = "".join(letter for letter in fold(first) if letter.isalnum()) in _TITLES_BEHIND
    if not last or not first or "," in first or "@" in text or is_title:
        return CellRead(text)
    return CellRead(f"{first} {last}", reading=Reading("turned", field, f"“{text}” as {first} {last}"))


def _read_email(field: str, cell: CellValue, _ways: ColumnWays) -> CellRead:
    text = as_text(cell).strip()
    in_brackets = _IN_BRACKETS.match(text)
    address = (in_brackets[1] if in_brackets else text).strip().removeprefix("mailto:")
    if _ADDRESS.fullmatch(address):
        reading = Reading("address", field, text) if in_brackets else None
        small = address.lower()
        return CellRead(small, reading=reading or (Reading("small", field) if small != address else None))
    return must_be(field, "an address such as name@company.com", _nearest_address(address))


def _nearest_address(text: str) -> str | None:
    """The address that was probably meant: without spaces, with the sign and the points in place; the first of two."""
    mended = re.sub(r"\s*[(\[]at[)\]]\s*|\s+at\s+", "@", text.lower())
    mended = re.sub(r"\.{2,}", ".", re.sub(r"\s+", "", mended).replace(",", ".").replace("@@", "@")).strip(".;")
    found = _ADDRESS.fullmatch(mended) or _ADDRESS.search(text.lower())
    return found[0] if found else None


def _read_employee_number(field: str, cell: CellValue, _ways: ColumnWays) -> CellRead:
    text = " ".join(as_text(cell).split())
    if isinstance(cell, str):
        match = _POINT_ZERO.match(text)
        return CellRead(match[1] if match else text)
    return CellRead(text, reading=Reading("number", field))


def _read_level(field: str, cell: CellValue, _ways: ColumnWays) -> CellRead:
    level = level_of(cell)
    if level is not None:
        plain = whole_number(cell) is not None
        return CellRead(level, reading=None if plain else Reading("words", field, as_text(cell)))
    near = number_in(cell)
    return must_be(field, "a number from 1 to 7", None if near is None else str(min(max(near, LEVELS[0]), LEVELS[-1])))


def _read_capacity(field: str, cell: CellValue, _ways: ColumnWays) -> CellRead:
    whole = whole_number(cell)
    if whole is not None and 0 <= whole <= MOST_PLACES:
        return CellRead(whole)
    near = number_in(cell)
    proposal = None if near is None else str(min(max(near, 0), MOST_PLACES))
    if near is not None and not 0 <= near <= MOST_PLACES:
        return must_be(field, f"from 0 to {MOST_PLACES}", proposal)
    return must_be(field, "a whole number" if isinstance(cell, float) else "a number", proposal)


def _read_role(field: str, cell: CellValue, _ways: ColumnWays) -> CellRead:
    text = as_text(cell)
    roles = roles_of_text(text)
    if roles:
        plain = fold(text) in ("mentor", "mentee", "peer", "both")
        return CellRead(roles, reading=None if plain and text.islower() else Reading("words", field, text))
    return must_be(field, "mentor, mentee or both", nearest_role(text) or None)


def _read_external(field: str, cell: CellValue, ways: ColumnWays) -> CellRead:
    """Yes, no, or the word itself: "external", "intern"."""
    word = fold(as_text(cell))
    if word.startswith(("extern", "intern")):
        return CellRead(word.startswith("extern"), reading=Reading("words", field, as_text(cell)))
    return read_yes_no(field, cell, ways)


_READERS: Mapping[str, Callable[[str, CellValue, ColumnWays], CellRead]] = {
    "name": _read_name,
    "manager": _read_somebody,
    "notes": _read_notes,
    "email": _read_email,
    "employee_number": _read_employee_number,
    "level": _read_level,
    "capacity": _read_capacity,
    "role": _read_role,
    "external": _read_external,
    "hired_on": read_date_cell,
}
