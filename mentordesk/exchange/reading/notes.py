"""Sentences about cells that were read in another way than one might think. Knows no field."""

from collections.abc import Sequence

from mentordesk.domain.wording import listed
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


def _address(area: Area) -> str:
    (top, left), (bottom, right) = area
    return f"{column_letters(left + 1)}{top + 1}:{column_letters(right + 1)}{bottom + 1}"
