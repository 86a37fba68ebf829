"""The only reader of .xlsx and .csv (and .xlsm, .xls, .ods): a file becomes headings and rows. Knows no person."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from mentordesk.domain.wording import listed
from mentordesk.exchange.reading import delimited, limits, notes, source, tables
from mentordesk.exchange.reading.cells import CellValue, as_text
from mentordesk.exchange.reading.faults import empty, fault
from mentordesk.exchange.reading.header import find_header
from mentordesk.exchange.reading.source import Content
from mentordesk.exchange.reading.tables import Grid, NumberedRow, SheetTable
from mentordesk.exchange.reading.watch import Watch

if TYPE_CHECKING:
    from mentordesk.exchange.reading.book import Book, RawSheet

__all__ = ["CellValue", "NumberedRow", "SheetTable", "as_text", "find_header", "read", "sheet_names"]


def sheet_names(path: Path) -> tuple[str, ...]:
    """The sheets one can choose from: those that are not hidden. None in a text file. FileError as in `read`."""
    content, data = source.load(path)
    return () if content is Content.TEXT else _book(path, content, data, Watch(), limits.EXCEL_ROWS).names


def read(
    path: Path,
    sheet: str | None = None,
    header: int | None = None,
    most: int = limits.MAX_ROWS,
    *,
    header_rows: int | None = None,
    progress: Callable[[int, int], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> SheetTable:
    """The table in a file: of the named sheet, or of the first one that has one.

    `header` is the index of the row with the headings, counted from 0, where the guess was wrong, and `header_rows` how
    many rows have them; `most` is how many rows may be read. `progress` hears how many of 100 parts are done. Every
    fault of the file, and a file that is no workbook at all, is a FileError which says what one can do; CancelledError
    where `cancelled` says so.
    """
    watch = Watch(progress, cancelled)
    watch.at(0)
    content, data = source.load(path)
    watch.at(10)
    if content is Content.TEXT:
        text = delimited.read(path, data, most, watch)
        found = tables.table(tables.grid("", text.rows, most, watch), header, header_rows)
        watch.at(100)
        return replace(found, notes=(text.note, *found.notes))
    book = _book(path, content, data, watch, most)
    raw, cells = _first_table(path, book, most, watch) if sheet is None else _named(path, book, sheet, most, watch)
    found = tables.table(cells, header, header_rows)
    said = (
        *found.notes,
        *notes.unsaved_formulas(raw.unsaved),
        *notes.linked_cells(raw.linked, book.linked_books),
        *notes.merged_cells(raw.merged, found.header + found.header_rows - 1),
    )
    watch.at(100)
    return replace(found, notes=said, sheets=book.names, epoch_1904=book.epoch_1904)


def _book(path: Path, content: Content, data: bytes, watch: Watch, most: int) -> "Book":
    # The decoder is loaded when the first workbook is: not for text files, not at start.
    from mentordesk.exchange.reading.book import Book

    return Book(path, content, data, watch, most)


def _first_table(path: Path, book: "Book", most: int, watch: Watch) -> "tuple[RawSheet, Grid]":
    """The first sheet with two headings side by side (a page of explanations has none), else the first with cells."""
    first: tuple[RawSheet, Grid] | None = None
    for name in book.names:
        raw, cells = _loaded(book, name, most, watch)
        header = find_header(cells.rows)
        if header >= 0 and sum(cell is not None for cell in cells.rows[header]) > 1:
            return raw, cells
        if first is None and cells.rows:
            first = raw, cells
    if first is None:
        raise empty(path)
    return first


def _named(path: Path, book: "Book", sheet: str, most: int, watch: Watch) -> "tuple[RawSheet, Grid]":
    if sheet not in book.names:
        raise fault(f"“{path.name}” has no sheet “{sheet}”.", f"Choose one of its sheets: {listed(book.names, 8)}.")
    raw, cells = _loaded(book, sheet, most, watch)
    if not cells.rows:
        raise fault(f"The sheet “{sheet}” of “{path.name}” is empty.", "Choose another sheet.")
    return raw, cells


def _loaded(book: "Book", name: str, most: int, watch: Watch) -> "tuple[RawSheet, Grid]":
    raw = book.sheet(name, most)
    watch.at(80)
    return raw, tables.grid(name, raw.rows, most, watch)
