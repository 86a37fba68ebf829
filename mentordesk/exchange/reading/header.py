"""Which row of a sheet holds the headings: titles, dates and empty rows above it are passed by. Knows no field."""

import re
from collections.abc import Sequence

from mentordesk.exchange.reading.cells import CellValue

# Exports have a logo and a few lines about themselves above the table, no more.
_ROWS_LOOKED_AT = 50
_LONGEST_HEADING = 200
_ADDRESS = re.compile(r"[^@\s]+@[^@\s]+")


def find_header(rows: Sequence[Sequence[CellValue]]) -> int:
    """The index of the row with the headings, or -1 if there is none.

    Headings are texts, no e-mail addresses or numbers, and there are about as many as the table has columns. Where
    several rows could be it, it is the first one, unless one below has more than half as many again: then that was a
    title.
    """
    best, count = -1, 0
    needed = _needed(rows)
    for index, row in enumerate(rows[:_ROWS_LOOKED_AT]):
        filled = [cell for cell in row if cell is not None]
        if not filled:
            continue
        if _is_header(filled):
            if len(filled) >= needed and 2 * len(filled) > 3 * count:
                best, count = index, len(filled)
        elif best >= 0:
            break
    return best


def _needed(rows: Sequence[Sequence[CellValue]]) -> int:
    """Half of what the widest of the first rows has."""
    widest = max((sum(cell is not None for cell in row) for row in rows[:_ROWS_LOOKED_AT]), default=0)
    return max(1, (widest + 1) // 2)


def _is_header(filled: Sequence[CellValue]) -> bool:
    """Four fifths look like headings (a column may be called 2026), and no cell is somebody's address."""
    good = sum(_is_heading(cell) for cell in filled)
    return 5 * good >= 4 * len(filled) and not any(
        isinstance(cell, str) and _ADDRESS.fullmatch(cell) for cell in filled
    )


def _is_heading(cell: CellValue) -> bool:
    if not isinstance(cell, str) or len(cell) > _LONGEST_HEADING:
        return False
    return any(letter.isalpha() or letter == "#" for letter in cell)
