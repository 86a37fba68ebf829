"""One cell of a roster becomes the value of one field, or a problem in words. Knows no row and no desk."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

from mentordesk.domain import dates
from mentordesk.domain.cohorts import MOST_PLACES, Role
from mentordesk.domain.dates import Precision
from mentordesk.domain.text import fold
from mentordesk.exchange.reading.cells import CellValue, as_text
from mentordesk.exchange.roster.dates import DateRead, Order, read_date
from mentordesk.exchange.roster.fields import LISTS, label
from mentordesk.exchange.roster.levels import grade_of, level_of
from mentordesk.exchange.roster.names import NameRead, read_name
from mentordesk.exchange.roster.numbers import LEVELS, number_in, number_of_people, whole_number, yes_or_no
from mentordesk.exchange.roster.roles import nearest_role, roles_of_text
from mentordesk.exchange.roster.ways import DATE_FIELDS, ColumnWays
from mentordesk.exchange.roster.words import NO_ADDRESS, NOTHING, PAUSED, completion_of, is_paused, status_of

Value = str | int | bool | date | tuple[str, ...] | tuple[Role, ...]

OR_SKIP = "Type it here, or skip the row"
_LONGEST_ADDRESS = 320
_LONGEST_NAME = 200
_LONGEST_CELL = 1_000
_ADDRESS = re.compile(r"[^@\s,;:<>()\[\]\"']+@(?:[^@\s,;:<>()\[\]\"'.]+\.)+[^@\s,;:<>()\[\]\"'.]{2,}")
_IN_BRACKETS = re.compile(r".*<([^<>]+)>$")
_POINT_ZERO = re.compile(r"(\d+)\.0+$")
_BULLETS = "•·▪-–* \t"
# In texts that people write freely "-" may be an answer.
_FREE = ("notes", "name", "first_name", "last_name", "external")


@dataclass(frozen=True, slots=True)
class Reading:
    """How a cell was understood that says it in its own way: the kind of conversion, the field, the text.

    The kinds are those of `readings`.
    """

    kind: str
    field: str
    text: str = ""


@dataclass(frozen=True, slots=True)
class CellRead:
    """The value of a cell (None if it is empty), or what is wrong with it and perhaps a text that would be right."""

    value: Value | None = None
    wrong: str = ""
    proposal: str | None = None
    readings: tuple[Reading, ...] = ()


EMPTY = CellRead()


def read_cell(field: str, cell: CellValue, ways: ColumnWays) -> CellRead:
    """The value of a field that is not a custom one. EMPTY for an empty cell and for "n/a" and the like."""
    if isinstance(cell, str):
        cell = cell.strip() or None
    if cell is None:
        return EMPTY
    if isinstance(cell, str) and cell.casefold() in NOTHING and field not in _FREE:
        return CellRead(readings=(Reading("nothing", field, cell),))
    if isinstance(cell, str) and len(cell) > _LONGEST_CELL and field in _READERS and field != "notes":
        return CellRead(wrong=f"{label(field)} has more than {_LONGEST_CELL:,} letters. {OR_SKIP}")
    if field in LISTS:
        return read_list(field, cell, ways)
    return _READERS.get(field, _read_line)(field, cell, ways)


def one(kind: str, field: str, text: str = "") -> tuple[Reading, ...]:
    """The readings of a cell with one conversion."""
    return (Reading(kind, field, text),)


def must_be(field: str, what: str, proposal: str | None) -> CellRead:
    """A problem as it is said: "Capacity must be a number. Use 2?"."""
    remedy = OR_SKIP if proposal is None else f"Use {proposal}?"
    return CellRead(wrong=f"{label(field)} must be {what}. {remedy}", proposal=proposal)


def read_list(field: str, cell: CellValue, ways: ColumnWays) -> CellRead:
    """The items of a list, each once, in their order."""
    text = as_text(cell)
    separator = ways.separator_in(text)
    text = text.replace("|", "\n").replace("•", "\n").replace(separator, "\n")
    items = [" ".join(part.strip(_BULLETS).split()) for part in text.split("\n")]
    once: dict[str, str] = {}
    for item in filter(None, items):
        once.setdefault(fold(item), item)
    value = tuple(once.values())
    return CellRead(value or None, readings=one("split", field, separator.strip(" ")) if len(value) > 1 else ())


def read_date_cell(field: str, cell: CellValue, ways: ColumnWays) -> CellRead:
    """A date. One in the other order than its column is wrong: which of the two is meant must be asked."""
    found = read_date(cell, ways.day_first, ways.epoch_1904)
    if found.blank:
        return CellRead(readings=one("nothing", field, as_text(cell)))
    if found.day is not None:
        return CellRead(found.day, readings=_date_readings(field, cell, found, ways))
    proposal = dates.long(found.proposal) if found.proposal else None
    if found.wrong:
        against = one("against", field) if _is_against(found, ways) else ()
        return CellRead(wrong=f"{found.wrong} Use {proposal}?", proposal=proposal, readings=against)
    return must_be(field, "a date such as 4 June 2026", proposal)


def _is_against(found: DateRead, ways: ColumnWays) -> bool:
    """Whether it is wrong by its order alone: 31/02/2026 is wrong in any."""
    return found.order is (Order.MONTH_FIRST if ways.day_first else Order.DAY_FIRST) and found.swapped


def _date_readings(field: str, cell: CellValue, found: DateRead, ways: ColumnWays) -> tuple[Reading, ...]:
    if isinstance(cell, date) or found.day is None:
        return ()
    text = f"“{as_text(cell)}” as {dates.long(found.day)}"
    if found.serial:
        return one("serial", field, text)
    if found.precision is not Precision.DAY:
        return one(found.precision.value, field, text)
    if found.order is Order.NONE:
        return one("date", field, text)
    first = "day" if ways.day_first else "month"
    if found.order is not Order.OPEN:
        return one(f"{first} first", field, text)
    return one(f"{first} first, {ways.order.decided.value}", field, text)


def read_yes_no(field: str, cell: CellValue, _ways: ColumnWays) -> CellRead:
    answer = yes_or_no(cell)
    if answer is None:
        return must_be(field, "yes or no", None)
    plain = isinstance(cell, bool) or fold(as_text(cell)) in ("yes", "no")
    return CellRead(answer, readings=() if plain else one("words", field, as_text(cell)))


def _read_line(_field: str, cell: CellValue, _ways: ColumnWays) -> CellRead:
    return CellRead(" ".join(as_text(cell).split()))


def _read_notes(_field: str, cell: CellValue, _ways: ColumnWays) -> CellRead:
    return CellRead(as_text(cell).strip())


def _read_name(field: str, cell: CellValue, ways: ColumnWays) -> CellRead:
    if not any(letter.isalpha() for letter in as_text(cell)):
        return CellRead(wrong=f"{label(field)} must have letters. {OR_SKIP}")
    if len(as_text(cell)) > _LONGEST_NAME:
        return CellRead(wrong=f"{label(field)} has more than {_LONGEST_NAME} letters. {OR_SKIP}")
    return _read_somebody(field, cell, ways)


def _read_somebody(field: str, cell: CellValue, _ways: ColumnWays) -> CellRead:
    """A name, an e-mail address or a number; "Moyo, Tendai" is turned around, titles are taken off."""
    text = " ".join(as_text(cell).split())
    if "@" in text:
        return CellRead(text)
    found = read_name(text)
    return CellRead(found.name, readings=_name_readings(field, text, found))


def _name_readings(field: str, text: str, found: NameRead) -> tuple[Reading, ...]:
    titles = tuple(Reading("titles", field, title) for title in found.titles[:1])
    turned = one("turned", field, f"“{text}” as {found.name}") if found.turned else ()
    return (*titles, *turned)


def _read_part_of_name(_field: str, cell: CellValue, _ways: ColumnWays) -> CellRead:
    """A first or a last name: its titles go, it is not turned around."""
    text = " ".join(as_text(cell).split())
    found = read_name(text)
    if found.turned or not found.titles:
        return CellRead(text)
    return CellRead(found.name, readings=_name_readings("name", text, found))


def _read_email(field: str, cell: CellValue, _ways: ColumnWays) -> CellRead:
    text = as_text(cell).strip()
    if len(text) > _LONGEST_ADDRESS:
        return must_be(field, "an address such as name@company.com", None)
    in_brackets = _IN_BRACKETS.match(text)
    address = (in_brackets[1] if in_brackets else text).strip().removeprefix("mailto:")
    if _ADDRESS.fullmatch(address):
        small = address.lower()
        if in_brackets:
            return CellRead(small, readings=one("address", field, text))
        return CellRead(small, readings=one("small", field) if small != address else ())
    if not re.search("[@.]", address) and not NO_ADDRESS.isdisjoint(fold(address).split()):
        return CellRead(readings=one("nothing", field, text))
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
    return CellRead(text, readings=one("number", field))


def _read_level(field: str, cell: CellValue, ways: ColumnWays) -> CellRead:
    level = level_of(cell, ways.levels)
    if level is not None:
        return CellRead(level, readings=_level_readings(field, cell, level, ways))
    grade = grade_of(cell)
    near = number_in(cell) if grade is None else grade
    return must_be(field, "a number from 1 to 7", None if near is None else str(min(max(near, LEVELS[0]), LEVELS[-1])))


def _level_readings(field: str, cell: CellValue, level: int, ways: ColumnWays) -> tuple[Reading, ...]:
    if ways.levels.own and grade_of(cell) is not None:
        return one("scale", field, ways.levels.table())
    if whole_number(cell) is not None:
        return _typed(field, cell, ways)
    return one("words as", field, f"“{as_text(cell)}” as {level}")


def _typed(field: str, cell: CellValue, ways: ColumnWays) -> tuple[Reading, ...]:
    """A text among numbers. Where all are texts, as in a text file, there is nothing to say."""
    return one("typed", field) if isinstance(cell, str) and ways.typed else ()


def _read_capacity(field: str, cell: CellValue, ways: ColumnWays) -> CellRead:
    people = number_of_people(cell)
    if people is not None and 0 <= people <= MOST_PLACES:
        plain = whole_number(cell) is not None
        readings = _typed(field, cell, ways) if plain else one("words as", field, f"“{as_text(cell)}” as {people}")
        return CellRead(people, readings=readings)
    near = number_in(cell)
    proposal = None if near is None else str(min(max(near, 0), MOST_PLACES))
    if near is not None and not 0 <= near <= MOST_PLACES:
        return must_be(field, f"from 0 to {MOST_PLACES}", proposal)
    return must_be(field, "a whole number" if isinstance(cell, float) else "a number", proposal)


def _read_role(field: str, cell: CellValue, ways: ColumnWays) -> CellRead:
    text = as_text(cell)
    roles = roles_of_text(text, ways.italian)
    if roles:
        plain = fold(text) in ("mentor", "mentee", "peer", "both")
        return CellRead(roles, readings=() if plain and text.islower() else one("words", field, text))
    return must_be(field, "mentor, mentee or both", nearest_role(text) or None)


def _read_external(field: str, cell: CellValue, ways: ColumnWays) -> CellRead:
    """Yes, no, or the word itself: "external", "intern", "employee"."""
    word = fold(as_text(cell))
    if word.startswith(_OUTSIDE) or word.startswith(_INSIDE):
        return CellRead(word.startswith(_OUTSIDE), readings=one("words", field, as_text(cell)))
    return read_yes_no(field, cell, ways)


def _read_status(field: str, cell: CellValue, _ways: ColumnWays) -> CellRead:
    """Active, on leave or left. A yes stands in a column such as "Active?"."""
    answer = yes_or_no(cell)
    status = status_of("active" if answer else "left") if answer is not None else status_of(as_text(cell))
    if status is None:
        return must_be(field, "active, on leave or left", None)
    word = fold(status.word)
    plain = fold(as_text(cell)) in (status.value, word)
    return CellRead(status, readings=() if plain else one("words as", field, f"“{as_text(cell)}” as {word}"))


def _read_completion(field: str, cell: CellValue, _ways: ColumnWays) -> CellRead:
    if is_paused(as_text(cell)):
        return CellRead(
            PAUSED, readings=() if as_text(cell) == PAUSED else one("words as", field, f"“{as_text(cell)}” as {PAUSED}")
        )
    status = completion_of(as_text(cell))
    if status is None:
        return must_be(field, "completed, withdrawn or active", None)
    plain = fold(as_text(cell)) == status.value
    return CellRead(status, readings=() if plain else one("words as", field, f"“{as_text(cell)}” as {status.value}"))


_OUTSIDE = ("extern", "outside", "contractor", "consultant", "freelance", "vendor", "partner company")
_INSIDE = ("intern", "inside", "employee", "in-house", "inhouse")
_READERS: Mapping[str, Callable[[str, CellValue, ColumnWays], CellRead]] = {
    "name": _read_name,
    "first_name": _read_part_of_name,
    "last_name": _read_part_of_name,
    "manager": _read_somebody,
    "partner": _read_somebody,
    "notes": _read_notes,
    "email": _read_email,
    "employee_number": _read_employee_number,
    "level": _read_level,
    "capacity": _read_capacity,
    "role": _read_role,
    "external": _read_external,
    "status": _read_status,
    "completion": _read_completion,
    **dict.fromkeys(DATE_FIELDS, read_date_cell),
}
