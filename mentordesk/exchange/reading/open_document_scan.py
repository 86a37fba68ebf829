"""Finds out how far the sheets of an .ods workbook reach, where one element can stand for millions of cells."""

import re

from mentordesk.exchange.reading.archive import OPEN_DOCUMENT_BOOK, Parts
from mentordesk.exchange.reading.limits import Extent
from mentordesk.exchange.reading.markup import Attributes, number, walk

_COLUMNS_REPEATED = "table:number-columns-repeated"
_ROWS_REPEATED = "table:number-rows-repeated"
_OTHER_BOOK = "'file:"
_NULL_DATE = re.compile(rb"null-date[^>]*date-value=\"1904-01-01\"")
_CELLS = ("table-cell", "covered-table-cell")


def sheet_extents(parts: Parts) -> dict[str, Extent]:
    """How far the values of each sheet reach. Every part is walked through: the reader never ends on a torn one."""
    for name, content in parts.items():
        if name.lower().endswith(".xml") and name != OPEN_DOCUMENT_BOOK:
            walk(content, lambda _name, _attributes: None)
    return _BookScan().read(parts[OPEN_DOCUMENT_BOOK])


def counts_from_1904(parts: Parts) -> bool:
    """Whether a plain number stands for a day counted from 1904."""
    return _NULL_DATE.search(parts[OPEN_DOCUMENT_BOOK]) is not None


class _BookScan:
    """One walk through the content of a workbook."""

    def __init__(self) -> None:
        self._extents: dict[str, Extent] = {}
        self._sheet = ""
        self._row = self._column = self._row_repeats = 0
        self._last_row = self._last_column = self._linked = self._rows = 0
        self._row_has_values = self._cell_has_value = False
        self._cell_repeats = 0

    def read(self, content: bytes) -> dict[str, Extent]:
        walk(content, self._opened, self._closed, self._text)
        return self._extents

    def _opened(self, name: str, attributes: Attributes) -> None:
        if name in _CELLS:
            self._cell_repeats = number(attributes, _COLUMNS_REPEATED, 1)
            self._cell_has_value = any(key.endswith(("value-type", "formula")) for key in attributes)
            self._linked += any(key.endswith("formula") and _OTHER_BOOK in attributes[key] for key in attributes)
        elif name == "table-row":
            self._row_repeats = number(attributes, _ROWS_REPEATED, 1)
            self._column, self._row_has_values = 0, False
        elif name == "table":
            self._sheet = attributes.get("table:name", "")
            self._row = self._last_row = self._last_column = self._linked = self._rows = 0

    def _text(self, text: str) -> None:
        if not text.isspace():
            self._cell_has_value = True

    def _closed(self, name: str) -> None:
        if name in _CELLS:
            self._column += self._cell_repeats
            if self._cell_has_value:
                self._row_has_values = True
                self._last_column = max(self._last_column, self._column)
        elif name == "table-row":
            self._row += self._row_repeats
            if self._row_has_values:
                self._rows += self._row_repeats
                self._last_row = self._row
        elif name == "table":
            extent = Extent(self._last_row, self._last_column, self._last_row, self._rows, linked=self._linked)
            self._extents[self._sheet] = extent
