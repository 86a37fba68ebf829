"""One cell becomes the values of an attribute that the desk defines, in the form they are kept. Knows no row."""

from collections.abc import Callable, Mapping
from difflib import get_close_matches

from mentordesk.domain.people import CustomFieldRow, FieldKind
from mentordesk.domain.text import fold
from mentordesk.domain.wording import listed
from mentordesk.exchange.reading.cells import CellValue, as_text
from mentordesk.exchange.roster.numbers import number
from mentordesk.exchange.roster.values import (
    EMPTY,
    CellRead,
    must_be,
    one,
    read_date_cell,
    read_list,
    read_yes_no,
)
from mentordesk.exchange.roster.ways import ColumnWays
from mentordesk.exchange.roster.words import NOTHING

_LONGEST = 200
Reader = Callable[[str, CellValue, ColumnWays, CustomFieldRow], CellRead]


def read_custom(field: str, cell: CellValue, ways: ColumnWays, own: CustomFieldRow | None) -> CellRead:
    """The values as texts: of a number "12.5", of a date "2026-06-04", of yes or no "yes". New fields take text."""
    text = " ".join(as_text(cell).split())
    if not text:
        return EMPTY
    if own and own.kind in (FieldKind.NUMBER, FieldKind.DATE) and fold(text) in NOTHING:
        return CellRead(readings=one("nothing", field, text))
    reader = _READERS.get(own.kind) if own else None
    return reader(field, cell, ways, own) if reader and own else CellRead((text,))


def _read_number(field: str, cell: CellValue, ways: ColumnWays, _own: CustomFieldRow) -> CellRead:
    found = number(cell)
    if found is None:
        return must_be(field, "a number", None)
    text = str(int(found)) if found.is_integer() else repr(found)
    return CellRead((text,), readings=one("typed", field) if isinstance(cell, str) and ways.typed else ())


def _read_date(field: str, cell: CellValue, ways: ColumnWays, _own: CustomFieldRow) -> CellRead:
    found = read_date_cell(field, cell, ways)
    return CellRead((str(found.value),), readings=found.readings) if found.value is not None else found


def _read_yes_no(field: str, cell: CellValue, ways: ColumnWays, _own: CustomFieldRow) -> CellRead:
    found = read_yes_no(field, cell, ways)
    return found if found.value is None else CellRead(("yes" if found.value else "no",), readings=found.readings)


def _read_choice(field: str, cell: CellValue, _ways: ColumnWays, own: CustomFieldRow) -> CellRead:
    return _chosen(field, (" ".join(as_text(cell).split()),), own)


def _read_choices(field: str, cell: CellValue, ways: ColumnWays, own: CustomFieldRow) -> CellRead:
    found = read_list(field, cell, ways)
    chosen = _chosen(field, tuple(map(str, found.value)) if isinstance(found.value, tuple) else (), own)
    return CellRead(chosen.value, chosen.wrong, chosen.proposal, found.readings)


def _chosen(field: str, texts: tuple[str, ...], own: CustomFieldRow) -> CellRead:
    """The choices as the desk spells them. One that it does not know is a problem; the nearest is proposed."""
    known = {fold(choice): choice for choice in own.choices}
    unknown = [text for text in texts if fold(text) not in known]
    if not unknown:
        return CellRead(tuple(known[fold(text)] for text in texts) or None)
    near = [get_close_matches(fold(text), known, n=1) if len(text) <= _LONGEST else [] for text in unknown]
    what = f"one of {listed(own.choices, 8)}"
    if len(texts) > 1:
        what = f"of {listed(own.choices, 8)}"
    if not all(near):
        return must_be(field, what, None)
    mended = dict(zip(unknown, (known[match[0]] for match in near), strict=True))
    return must_be(field, what, "; ".join(mended.get(text) or known[fold(text)] for text in texts))


_READERS: Mapping[FieldKind, Reader] = {
    FieldKind.NUMBER: _read_number,
    FieldKind.DATE: _read_date,
    FieldKind.YES_NO: _read_yes_no,
    FieldKind.CHOICE: _read_choice,
    FieldKind.ORDERED: _read_choice,
    FieldKind.CHOICES: _read_choices,
}
