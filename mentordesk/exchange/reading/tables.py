"""A sheet as a table: its headings and the rows below them, with the numbers that they have in the file."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from mentordesk.domain.errors import FileError
from mentordesk.domain.text import fold
from mentordesk.exchange.reading.cells import CellValue, RawValue, as_text, plain, shortened, trimmed
from mentordesk.exchange.reading.faults import fault
from mentordesk.exchange.reading.header import find_header
from mentordesk.exchange.reading.limits import MAX_ROWS, check_rows, column_letters

NumberedRow = tuple[int, tuple[CellValue, ...]]


@dataclass(frozen=True, slots=True)
class SheetTable:
    """One table of a file.

    `name` is the sheet's, "" in a text file; `sheets` all that can be chosen. `rows` is the whole sheet from its first
    row on, each row as long as it has values; `header` the index of the headings in it. `headings` are unique, never
    empty, and leave out empty columns; `body` has the rows below that are not empty: the number in the file, counted
    from 1 as Excel does, and a cell for each heading. `spaces` says in how many cells below a heading outer spaces were
    removed; `notes` are sentences about what was read in another way than one might think.
    """

    name: str
    rows: list[list[CellValue]]
    header: int
    headings: tuple[str, ...]
    body: tuple[NumberedRow, ...]
    spaces: Mapping[str, int]
    notes: tuple[str, ...] = ()
    sheets: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Grid:
    """The cells of a sheet, and the (row, column) of those that had spaces around them."""

    name: str
    rows: list[list[CellValue]]
    spaced: tuple[tuple[int, int], ...]


def grid(name: str, raw: Iterable[Sequence[RawValue]], most: int = MAX_ROWS) -> Grid:
    """The cells made plain, without the empty rows behind the last value. FileError if there are too many."""
    rows: list[list[CellValue]] = []
    spaced: list[tuple[int, int]] = []
    for index, row in enumerate(raw):
        spaced += [(index, column) for column, cell in enumerate(row) if trimmed(cell)]
        rows.append(shortened(map(plain, row)))
    while rows and not rows[-1]:
        rows.pop()
    check_rows(name, rows, most)
    return Grid(name, rows, tuple(spaced))


def table(cells: Grid, header: int | None) -> SheetTable:
    """The table in a sheet, below the row `header` or the one that looks like headings. FileError if there is none."""
    where = f"the sheet “{cells.name}”" if cells.name else "the file"
    found = find_header(cells.rows) if header is None else header
    if not 0 <= found < len(cells.rows) or not cells.rows[found]:
        raise _no_header(where)
    below = [(index + 1, row) for index, row in enumerate(cells.rows[found + 1 :], found + 1) if row]
    if not below:
        raise fault(f"In {where} nothing stands below the headings.", "Add a row for each person and choose it again.")
    columns = _columns(cells.rows[found], [row for _number, row in below])
    _check_unique(where, columns)
    body = tuple((number, _cells(row, columns)) for number, row in below)
    spaces = Counter(columns[column] for row, column in cells.spaced if row > found and column in columns)
    return SheetTable(cells.name, cells.rows, found, tuple(columns.values()), body, spaces)


def _columns(headings: Sequence[CellValue], below: Sequence[Sequence[CellValue]]) -> dict[int, str]:
    """The heading of each column in use. One without is called by its letter, so that nothing is lost."""
    used = {index for row in below for index, cell in enumerate(row) if cell is not None}
    texts = {index: " ".join(as_text(cell).split()) for index, cell in enumerate(headings)}
    used |= {index for index, text in texts.items() if text}
    return {index: texts.get(index) or f"Column {column_letters(index + 1)}" for index in sorted(used)}


def _cells(row: Sequence[CellValue], columns: Iterable[int]) -> tuple[CellValue, ...]:
    return tuple(row[column] if column < len(row) else None for column in columns)


def _check_unique(where: str, columns: Mapping[int, str]) -> None:
    first: dict[str, int] = {}
    for column, heading in columns.items():
        other = first.setdefault(fold(heading), column)
        if other != column:
            raise fault(
                f"In {where} two columns are called “{heading}”: {column_letters(other + 1)} and "
                f"{column_letters(column + 1)}.",
                "Rename or delete one of them, save the file and choose it again.",
            )


def _no_header(where: str) -> FileError:
    return fault(
        f"In {where} there is no row of headings, such as Name, E-mail and Department.",
        "Add the headings above the rows, save the file and choose it again.",
    )
