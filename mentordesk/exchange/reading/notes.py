"""Sentences about cells that were read in another way than one might think. Knows no field."""

from collections.abc import Mapping, Sequence

from mentordesk.domain.wording import brief, listed
from mentordesk.exchange.reading.limits import Area, column_letters


def unsaved_formulas(cells: Sequence[str]) -> tuple[str, ...]:
    """Formulas that no program has computed yet: "C2" and so on."""
    if not cells:
        return ()
    one = len(cells) == 1
    what = f"1 formula ({cells[0]}) has" if one else f"{len(cells):,} formulas ({listed(cells)}) have"
    return (
        f"{what} no stored value and {'was' if one else 'were'} read as empty. Save the file once in Excel to store "
        f"{'it' if one else 'them'}",
    )


def merged_cells(areas: Sequence[Area], header: int) -> tuple[str, ...]:
    """Merged cells below the row `header`: only the first cell of an area has a value."""
    below = [_address(area) for area in areas if area[1][0] > header]
    if not below:
        return ()
    what = (
        f"1 merged area ({below[0]}) was" if len(below) == 1 else f"{len(below):,} merged areas ({listed(below)}) were"
    )
    return (f"{what} read as a value in the first cell and empty cells after it",)


def linked_cells(count: int, books: Sequence[str]) -> tuple[str, ...]:
    """Values that formulas take from another workbook, which is not opened."""
    if not count:
        return ()
    what = "1 cell takes its value" if count == 1 else f"{count:,} cells take their values"
    named = f" ({listed(books)})" if books else ""
    return (f"{what} from another workbook{named}: what was stored last was read",)


def several_heading_rows(first: int, count: int) -> tuple[str, ...]:
    """Headings in more than one row; `first` is the index of the first one."""
    if count < 2:
        return ()
    return (f"The headings are in rows {first + 1} to {first + count} and were read as one",)


def doubled_headings(doubled: Mapping[str, Sequence[str]]) -> tuple[str, ...]:
    """Columns with the same heading, and what they are called instead."""
    return tuple(
        f"{len(names) + 1} columns are called “{heading}”: {_renamed(names)}" for heading, names in doubled.items()
    )


def lines_below(texts: Sequence[str]) -> tuple[str, ...]:
    """Lines of one text below a table, which are about it and no row of it."""
    if not texts:
        return ()
    what = "1 line below the table was" if len(texts) == 1 else f"{len(texts):,} lines below the table were"
    return (f"{what} left out: {listed([f'“{brief(text)}”' for text in texts])}",)


def _renamed(names: Sequence[str]) -> str:
    quoted = listed([f"“{name}”" for name in names])
    return f"the second is {quoted} here" if len(names) == 1 else f"the others are {quoted} here"


def _address(area: Area) -> str:
    (top, left), (bottom, right) = area
    return f"{column_letters(left + 1)}{top + 1}:{column_letters(right + 1)}{bottom + 1}"
