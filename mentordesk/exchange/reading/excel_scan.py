"""What the XML of an .xlsx workbook tells before its cells are loaded: how far sheets reach, formulas, the epoch."""

import re
from functools import cache
from urllib.parse import unquote

from mentordesk.exchange.reading.archive import EXCEL_BOOK, Parts
from mentordesk.exchange.reading.limits import Extent, column_letters
from mentordesk.exchange.reading.markup import Attributes, MalformedError, number, walk
from mentordesk.exchange.reading.watch import Watch

_RELATIONS = "xl/_rels/workbook.xml.rels"
# The workbook's number in the file, or its name where a program other than Excel wrote the formula.
_LINK = re.compile(r"(?<![\w\]\[])\[(?:\d+|[^\[\]]+\.(?:xl\w+|ods|csv))\](?![\],:])")
_LINKED_BOOKS = "xl/externallinks/_rels/"
_VALUE_END = re.compile(rb"[^>]</(?:[\w.-]+:)?[vt]>")
_ROW_NUMBER = re.compile(rb"[<:]row\b[^>]*?\sr=\"(\d{1,7})\"")
_ROW = re.compile(rb"<(?:[\w.-]+:)?row\b")
_REFERENCE = re.compile(r"\$?([A-Za-z]{1,3})\$?(\d{1,7})$")


class _TooLongError(Exception):
    """The sheet has more rows than are read."""


def sheet_extent(parts: Parts, sheet: str, most: int, watch: Watch) -> Extent:
    """How far the values of the sheet reach. An empty extent for a sheet without a part of its own.

    The walk ends where values go beyond `most` rows: the rest is only counted.
    """
    names = {name.lower(): name for name in parts}
    target = _targets(parts, names).get(_relations(parts, names).get(sheet, ""), "")
    part = names.get(target.lower())
    if part is None:
        return Extent()
    try:
        return _SheetScan(most, watch).read(parts[part])
    except _TooLongError:
        last = max(_last_valued_row(parts[part]), most + 1)
        return Extent(last, 1, last, last)


def counts_from_1904(parts: Parts) -> bool:
    """Whether a plain number stands for a day counted from 1904, as in workbooks of old Macs."""
    found: list[str] = []

    def opened(name: str, attributes: Attributes) -> None:
        if name == "workbookPr":
            found.append(attributes.get("date1904", ""))

    walk(next(content for name, content in parts.items() if name.lower() == EXCEL_BOOK), opened)
    return found[:1] in (["1"], ["true"])


def linked_books(parts: Parts) -> tuple[str, ...]:
    """The names of the workbooks that formulas take values from, as far as they are told."""
    found: list[str] = []

    def opened(name: str, attributes: Attributes) -> None:
        if name == "Relationship" and attributes.get("TargetMode") == "External":
            target = unquote(attributes.get("Target", "")).replace("\\", "/").rstrip("/")
            found.append(target.rpartition("/")[2])

    for name, content in parts.items():
        if name.lower().startswith(_LINKED_BOOKS):
            walk(content, opened)
    return tuple(dict.fromkeys(name for name in found if name))


def _last_valued_row(content: bytes) -> int:
    """The number of the last row with a value; the count of rows where they bear no number."""
    at = max((end.start() for end in _VALUE_END.finditer(content)), default=0)
    found = _ROW_NUMBER.match(content, max(content.rfind(b"<row ", 0, at), content.rfind(b":row ", 0, at), 0))
    return int(found[1]) if found else len(_ROW.findall(content))


def sheets(parts: Parts) -> tuple[str, ...]:
    """The names of all sheets, hidden ones and pages of charts as well."""
    return tuple(_relations(parts, {name.lower(): name for name in parts}))


def _relations(parts: Parts, names: dict[str, str]) -> dict[str, str]:
    """The keys under which the workbook keeps its sheets, by their names."""
    found: dict[str, str] = {}

    def opened(name: str, attributes: Attributes) -> None:
        if name == "sheet":
            keys = (value for key, value in attributes.items() if key.endswith(":id"))
            found.setdefault(attributes.get("name", ""), next(keys, ""))

    walk(parts[names[EXCEL_BOOK]], opened)
    return found


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

    def __init__(self, most: int, watch: Watch) -> None:
        self._most, self._watch = most, watch
        self._row = self._column = 0
        self._last_row = self._last_column = self._last_value = 0
        self._has_formula = self._has_content = self._has_value = self._in_value = self._in_formula = False
        self._formula = self._shared = ""
        self._unsaved: list[str] = []
        self._links: set[str] = set()
        self._linked = self._rows = 0

    def read(self, content: bytes) -> Extent:
        walk(content, self._opened, self._closed, self._text)
        unsaved = tuple(self._unsaved)
        return Extent(self._last_row, self._last_column, self._last_value, self._rows, unsaved, self._linked)

    def _opened(self, name: str, attributes: Attributes) -> None:
        if name == "c":
            self._begin_cell(attributes.get("r"))
        elif name in ("v", "t"):
            self._in_value = self._has_content = True
        elif name == "f":
            self._has_formula = self._in_formula = True
            self._formula, self._shared = "", attributes.get("si", "")
        elif name == "row":
            self._watch.tick()
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

    def _text(self, text: str) -> None:
        if self._in_value:
            self._has_value = True
        elif self._in_formula:
            self._formula += text

    def _closed(self, name: str) -> None:
        if name in ("v", "t"):
            self._in_value = False
        elif name == "f":
            self._in_formula = False
            self._end_formula()
        elif name == "c":
            self._end_cell()

    def _end_formula(self) -> None:
        """Cells that share a formula name it by a number; only the first one has its text."""
        if _LINK.search(self._formula):
            self._links.add(self._shared)
            self._linked += 1
        elif not self._formula and self._shared and self._shared in self._links:
            self._linked += 1

    def _end_cell(self) -> None:
        if self._has_content:
            self._last_row = max(self._last_row, self._row)
            if self._column > self._last_column:
                self._last_column = self._column
        if self._has_value:
            self._rows += self._row > self._last_value
            self._last_value = max(self._last_value, self._row)
            if self._rows > self._most:
                raise _TooLongError
        if self._has_formula and not self._has_value:
            self._unsaved.append(f"{column_letters(self._column)}{self._row}")


@cache
def column_number(letters: str) -> int:
    """The number of a column counted from 1: A is 1, AA is 27."""
    column = 0
    for letter in letters.upper():
        column = column * 26 + ord(letter) - 64
    return column
