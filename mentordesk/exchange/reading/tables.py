"""A sheet as a table: its headings and the rows below them, with the numbers that they have in the file."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from mentordesk.domain.errors import FileError
from mentordesk.exchange.reading import notes
from mentordesk.exchange.reading.cells import CellValue, RawValue, plain, shortened, trimmed
from mentordesk.exchange.reading.faults import fault
from mentordesk.exchange.reading.headings import HeadingRows, find_heading_rows, headings
from mentordesk.exchange.reading.limits import MAX_ROWS, check_rows
from mentordesk.exchange.reading.watch import Watch

NumberedRow = tuple[int, tuple[CellValue, ...]]
_Row = tuple[int, list[CellValue]]
_NARROW = 2
_WORDS_OF_A_NAME = range(2, 6)


@dataclass(frozen=True, slots=True)
class SheetTable:
    """One table of a file.

    `name` is the sheet's, "" in a text file; `sheets` all that can be chosen. `rows` is the whole sheet from its first
    row on, each row as long as it has values; `header` the index of the headings in it. `headings` are unique, never
    empty, and leave out empty columns; `body` has the rows below that are not empty: the number in the file, counted
    from 1 as Excel does, and a cell for each heading. `spaces` says in how many cells below a heading outer spaces were
    removed; `notes` are sentences about what was read in another way than one might think. `header_rows` is how many
    rows have headings, from `header` on; where `epoch_1904` is true, numbers that stand for days count from 1904.
    """

    name: str
    rows: list[list[CellValue]]
    header: int
    headings: tuple[str, ...]
    body: tuple[NumberedRow, ...]
    spaces: Mapping[str, int]
    notes: tuple[str, ...] = ()
    sheets: tuple[str, ...] = ()
    header_rows: int = 1
    epoch_1904: bool = False


@dataclass(frozen=True, slots=True)
class Grid:
    """The cells of a sheet, and the (row, column) of those that had spaces around them."""

    name: str
    rows: list[list[CellValue]]
    spaced: tuple[tuple[int, int], ...]


def grid(name: str, raw: Iterable[Sequence[RawValue]], most: int = MAX_ROWS, watch: Watch | None = None) -> Grid:
    """The cells made plain, without the empty rows behind the last value. FileError if there are too many."""
    rows: list[list[CellValue]] = []
    spaced: list[tuple[int, int]] = []
    watch = watch or Watch()
    for index, row in enumerate(raw):
        watch.tick()
        spaced += [(index, column) for column, cell in enumerate(row) if trimmed(cell)]
        rows.append(shortened(map(plain, row)))
    while rows and not rows[-1]:
        rows.pop()
    check_rows(name, rows, most)
    return Grid(name, rows, tuple(spaced))


def table(cells: Grid, header: int | None, header_rows: int | None = None) -> SheetTable:
    """The table in a sheet, below the row `header` or the rows that look like headings. FileError if there is none.

    Where only `header` is given there is one row of headings, whatever the next one looks like.
    """
    where = f"the sheet “{cells.name}”" if cells.name else "the file"
    found = find_heading_rows(cells.rows) if header is None else HeadingRows(header)
    found = HeadingRows(found.first, max(1, header_rows or found.count))
    first = found.first
    if not 0 <= first < len(cells.rows) or not cells.rows[first]:
        raise _no_header(where)
    last = first + found.count
    below = [(index + 1, row) for index, row in enumerate(cells.rows[last:], last) if row]
    if not below:
        raise fault(f"In {where} nothing stands below the headings.", "Add a row for each person and choose it again.")
    below, remarks = _without_lines_below(below)
    used = {index for _number, row in below for index, cell in enumerate(row) if cell is not None}
    named = headings(cells.rows, found, used)
    body = tuple((number, _cells(row, named.texts)) for number, row in below)
    spaces = Counter(named.texts[column] for row, column in cells.spaced if row >= last and column in named.texts)
    several = notes.several_heading_rows(first, found.count)
    said = (*several, *notes.doubled_headings(named.doubled), *notes.lines_below(remarks))
    return SheetTable(
        cells.name, cells.rows, first, tuple(named.texts.values()), body, spaces, said, header_rows=found.count
    )


def _without_lines_below(rows: list[_Row]) -> tuple[list[_Row], list[str]]:
    """The rows without the lines of one text below an empty row: how many there are, who made the list."""
    end = len(rows)
    while end and _is_line(rows[end - 1][1]):
        end -= 1
    while 0 < end < len(rows) and rows[end][0] == rows[end - 1][0] + 1:
        end += 1
    if end == len(rows) or not any(sum(cell is not None for cell in row) > _NARROW for _number, row in rows[:end]):
        return rows, []
    return rows[:end], [str(_only(row)) for _number, row in rows[end:]]


def _is_line(row: Sequence[CellValue]) -> bool:
    """One text and nothing else, which is nobody's name."""
    text = _only(row)
    return isinstance(text, str) and bool(len(text.split()) not in _WORDS_OF_A_NAME or re.search(r"[\d:]", text))


def _only(row: Sequence[CellValue]) -> CellValue:
    """The value of a row that has no other."""
    filled = [cell for cell in row if cell is not None]
    return filled[0] if len(filled) == 1 else None


def _cells(row: Sequence[CellValue], columns: Iterable[int]) -> tuple[CellValue, ...]:
    return tuple(row[column] if column < len(row) else None for column in columns)


def _no_header(where: str) -> FileError:
    return fault(
        f"In {where} there is no row of headings, such as Name, E-mail and Department.",
        "Add the headings above the rows, save the file and choose it again.",
    )
