"""Finds out how far an .xlsx sheet reaches and which formulas have no stored value, before its cells are loaded."""

import re

from mentordesk.exchange.reading.archive import EXCEL_BOOK, Parts
from mentordesk.exchange.reading.limits import Extent, column_letters
from mentordesk.exchange.reading.markup import Attributes, MalformedError, number, walk

_RELATIONS = "xl/_rels/workbook.xml.rels"
_REFERENCE = re.compile(r"\$?([A-Za-z]{1,3})\$?(\d{1,7})$")


def sheet_extent(parts: Parts, sheet: str) -> Extent:
    """How far the values of the sheet reach. An empty extent for a sheet without a part of its own."""
    names = {name.lower(): name for name in parts}
    target = _targets(parts, names).get(_relation_of(parts, names, sheet), "")
    part = names.get(target.lower())
    return _SheetScan().read(parts[part]) if part else Extent()


def _relation_of(parts: Parts, names: dict[str, str], sheet: str) -> str:
    """The key under which the workbook keeps the sheet."""
    found: dict[str, str] = {}

    def opened(name: str, attributes: Attributes) -> None:
        if name == "sheet":
            keys = (value for key, value in attributes.items() if key.endswith(":id"))
            found.setdefault(attributes.get("name", ""), next(keys, ""))

    walk(parts[names[EXCEL_BOOK]], opened)
    return found.get(sheet, "")


def _targets(parts: Parts, names: dict[str, str]) -> dict[str, str]:
    """The names of parts by the keys under which the workbook keeps them."""
    found: dict[str, str] = {}

    def opened(name: str, attributes: Attributes) -> None:
        if name == "Relationship":
            target = attributes.get("Target", "")
            found[attributes.get("Id", "")] = target[1:] if target.startswith("/") else f"xl/{target}"

    if _RELATIONS in names:
        walk(parts[names[_RELATIONS]], opened)
    return found


class _SheetScan:
    """One walk through a sheet. Rows and cells may leave out where they are: then they follow the one before."""

    def __init__(self) -> None:
        self._row = self._column = 0
        self._last_row = self._last_column = 0
        self._has_formula = self._has_content = self._has_value = self._in_value = False
        self._unsaved: list[str] = []

    def read(self, content: bytes) -> Extent:
        walk(content, self._opened, self._closed, self._text)
        return Extent(self._last_row, self._last_column, tuple(self._unsaved))

    def _opened(self, name: str, attributes: Attributes) -> None:
        if name == "c":
            self._begin_cell(attributes.get("r"))
        elif name in ("v", "t"):
            self._in_value = self._has_content = True
        elif name == "f":
            self._has_formula = True
        elif name == "row":
            self._row, self._column = number(attributes, "r", self._row + 1), 0

    def _begin_cell(self, reference: str | None) -> None:
        self._has_formula = self._has_content = self._has_value = False
        if reference is None:
            self._column += 1
            return
        match = _REFERENCE.match(reference)
        if match is None:
            raise MalformedError(f"a cell is at {reference[:20]!r}")
        self._row, self._column = int(match[2]), column_number(match[1])

    def _text(self, _text: str) -> None:
        if self._in_value:
            self._has_value = True

    def _closed(self, name: str) -> None:
        if name in ("v", "t"):
            self._in_value = False
        elif name == "c":
            self._end_cell()

    def _end_cell(self) -> None:
        if self._has_content:
            self._last_row = max(self._last_row, self._row)
            self._last_column = max(self._last_column, self._column)
        if self._has_formula and not self._has_value:
            self._unsaved.append(f"{column_letters(self._column)}{self._row}")


def column_number(letters: str) -> int:
    """The number of a column counted from 1: A is 1, AA is 27."""
    column = 0
    for letter in letters.upper():
        column = column * 26 + ord(letter) - 64
    return column
