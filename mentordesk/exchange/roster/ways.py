"""What only a whole column shows about its cells: the order of day and month, the scale of levels, what parts lists.

Knows no row and no desk.
"""

import locale
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from mentordesk.domain.text import fold
from mentordesk.exchange.reading.cells import CellValue
from mentordesk.exchange.roster.dates import Order, order_of
from mentordesk.exchange.roster.fields import CUSTOM
from mentordesk.exchange.roster.levels import PLAIN, LevelScale, scale_of
from mentordesk.exchange.roster.roles import in_italian

DATE_FIELDS = ("hired_on", "last_promotion", "left_on", "started_on", "completed_on")
_SLASH = " / "
_MONTH_FIRST = ("US", "UNITED STATES", "PH", "PHILIPPINES")


class Decided(StrEnum):
    """Why the day, or the month, comes first in a column."""

    SHOWN = "shown"
    CHOSEN = "chosen"
    ELSEWHERE = "elsewhere"
    TIED = "tied"
    GUESSED = "guessed"


@dataclass(frozen=True, slots=True)
class DateOrder:
    """How 3/4/2024 is read in a column. `sure` cells show this order, `against` show the other one, `open` neither."""

    day_first: bool = True
    sure: int = 0
    against: int = 0
    open: int = 0
    decided: Decided = Decided.SHOWN


@dataclass(frozen=True, slots=True)
class ColumnWays:
    """How the cells of one column are read. `typed` says that some are real numbers or dates, and not all texts,
    `italian` that "mentore" is a mentor, `others` what parts the items of a cell without the separator."""

    separator: str = ","
    others: tuple[str, ...] = ()
    day_first: bool = True
    epoch_1904: bool = False
    order: DateOrder = DateOrder()
    levels: LevelScale = PLAIN
    typed: bool = False
    italian: bool = False

    def separator_in(self, text: str) -> str:
        """What parts the items of this cell."""
        return next((sign for sign in (self.separator, *self.others) if sign in text), self.separator)


def column_ways(
    field: str,
    cells: Sequence[CellValue],
    day_first: bool | None = None,
    epoch_1904: bool = False,
    elsewhere: bool | None = None,
    highest_grade: int = PLAIN.highest,
    headings: Sequence[str] = (),
) -> ColumnWays:
    """The ways of a column of this field.

    `day_first` is what the coordinator chose, if anything; `elsewhere` what the other columns of the file show;
    `highest_grade` the end of the scale of levels in an earlier file; `headings` those of all columns.
    """
    texts = [cell for cell in cells if isinstance(cell, str)]
    order = date_order(texts, day_first, elsewhere) if has_dates(field) else DateOrder()
    separator, *others = list_separators(field, texts)
    return ColumnWays(
        separator=separator,
        others=tuple(others),
        day_first=order.day_first,
        epoch_1904=epoch_1904,
        order=order,
        levels=scale_of(cells, highest_grade) if field == "level" else PLAIN,
        typed=len(texts) < sum(cell is not None for cell in cells),
        italian=field == "role" and in_italian(texts, headings),
    )


def list_separators(field: str, texts: Sequence[str]) -> list[str]:
    """What parts the items of a column of lists, the surest first.

    People who type their topics themselves do it each in their own way: "a; b" in one row, "a, b" in the next.
    """
    if field == "languages":
        return [";", ",", "/"] if any(";" in text for text in texts) else [",", "/"]
    found = [";", ","] if any(";" in text for text in texts) else [","]
    if any(";" in text and "," in text for text in texts):
        found.remove(",")
    return [*found, _SLASH] if _slash_parts_items(texts) else found


def _slash_parts_items(texts: Sequence[str]) -> bool:
    """Whether "a / b" are two items: their parts are met in other company too. "UX / UI" stays one."""
    slashed = {fold(text) for text in texts if _SLASH in text}
    if any(";" in text or "," in text for text in slashed):
        return False
    company = Counter(part.strip() for text in {fold(text) for text in texts} for part in text.split(_SLASH))
    met = sum(any(company[part.strip()] > 1 for part in text.split(_SLASH)) for text in slashed)
    return len(slashed) > 1 and 2 * met > len(slashed)


def has_dates(field: str) -> bool:
    """Whether a field is a date, or, as an attribute of the desk, may be one."""
    return field in DATE_FIELDS or field.startswith(CUSTOM)


def order_shown(columns: Iterable[Sequence[CellValue]]) -> bool | None:
    """Whether the date columns of a file show that the day comes first; None where they show nothing."""
    found = Counter(order_of(cell) for cells in columns for cell in cells)
    day, month = found[Order.DAY_FIRST], found[Order.MONTH_FIRST]
    return None if day == month else day > month


def date_order(cells: Sequence[CellValue], chosen: bool | None = None, elsewhere: bool | None = None) -> DateOrder:
    """The order that most cells show; else that of the other columns; else as this computer writes dates."""
    found = Counter(map(order_of, cells))
    day, month = found[Order.DAY_FIRST], found[Order.MONTH_FIRST]
    decided = Decided.SHOWN
    day_first = day > month
    if chosen is not None:
        day_first, decided = chosen, Decided.CHOSEN
    elif day == month and elsewhere is not None:
        day_first, decided = elsewhere, Decided.ELSEWHERE
    elif day == month:
        day_first, decided = system_day_first(), Decided.TIED if day else Decided.GUESSED
    sure, against = (day, month) if day_first else (month, day)
    return DateOrder(day_first, sure, against, found[Order.OPEN], decided)


def system_day_first() -> bool:
    """Whether dates of this computer's country have the day in front: all but a few have."""
    # The name as the system has it: what the module makes of "C.UTF-8" is American.
    country = locale.setlocale(locale.LC_CTYPE, None).partition(".")[0].replace("-", "_").upper()
    return not country.endswith(tuple(f"_{name}" for name in _MONTH_FIRST))
