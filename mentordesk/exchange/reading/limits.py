"""How much of a file is read, so that no file can fill the memory. Knows no format."""

from collections.abc import Sequence
from dataclasses import dataclass

from mentordesk.exchange.reading.faults import fault

# Ten times the largest roster the product is measured with, and room for a sheet's other content.
MAX_ROWS = 100_000
# A score for every pair of 1,000 people with 1,000 others; a sheet of Excel holds little more.
MAX_SCORES = 1_000_000
EXCEL_ROWS = 1_048_576
MAX_COLUMNS = 1_000
MAX_CELLS = 20_000_000
MAX_FILE_BYTES = 100 * 2**20
MAX_UNPACKED_BYTES = 200 * 2**20

Area = tuple[tuple[int, int], tuple[int, int]]
"""The first and the last cell of a rectangle, each as (row, column), counted from 0."""


@dataclass(frozen=True, slots=True)
class Extent:
    """How far the values of a sheet reach: its last row and column, both counted from 1; 0 for an empty sheet.

    `last_value` is the last row that has more than empty texts, `rows` how many such rows there are at least. `unsaved`
    are the formulas without a stored value, such as "C2"; `linked` says how many cells have a value that comes from
    another workbook.
    """

    last_row: int = 0
    last_column: int = 0
    last_value: int = 0
    rows: int = 0
    unsaved: tuple[str, ...] = ()
    linked: int = 0


def column_letters(column: int) -> str:
    """The letters above a column, which is counted from 1: 1 is A, 27 is AA."""
    letters = ""
    while column > 0:
        column, rest = divmod(column - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def check_extent(sheet: str, extent: Extent, most: int = EXCEL_ROWS) -> None:
    """Refuses a sheet too wide and long to be loaded at all, most of it empty in between: FileError."""
    too_far = extent.last_row * extent.last_column > MAX_CELLS
    if not too_far:
        check_length(sheet, extent.rows, most)
    if too_far or extent.last_value > most:
        corner = f"{column_letters(extent.last_column)}{extent.last_row}"
        raise fault(
            f"The sheet “{sheet}” reaches as far as the cell {corner}, which is too large to read.",
            "Delete what stands far to the right of the table and below it, save the file and choose it again.",
        )


def check_length(sheet: str, rows: int, most: int) -> None:
    """Refuses a table with more rows than are read: FileError with their number. `sheet` is "" in a text file."""
    if rows > most:
        where = f"The sheet “{sheet}”" if sheet else "The file"
        raise fault(
            f"{where} has {rows:,} rows, and at most {most:,} are read.",
            "Delete the rows below the table, or split the file in two, and choose it again.",
        )


def check_rows(sheet: str, rows: Sequence[Sequence[object]], most: int = MAX_ROWS) -> None:
    """Refuses a table with more columns or rows than one can have: FileError. `sheet` is "" in a text file."""
    where = f"The sheet “{sheet}”" if sheet else "The file"
    width = max(map(len, rows), default=0)
    if width > MAX_COLUMNS:
        raise fault(
            f"{where} has values as far as column {width:,} ({column_letters(width)}), "
            f"and at most {MAX_COLUMNS:,} columns are read.",
            "Delete the columns to the right of the table, save the file and choose it again.",
        )
    check_length(sheet, len(rows), most)
