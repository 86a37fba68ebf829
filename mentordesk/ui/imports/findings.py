"""What the columns of a file show as a whole: the order of its dates, the scale of its levels. Knows no desk."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from mentordesk.exchange.reading.cells import CellValue
from mentordesk.exchange.roster.dates import Order, order_of, read_date
from mentordesk.exchange.roster.fields import CUSTOM
from mentordesk.exchange.roster.levels import LevelScale, scale_of
from mentordesk.exchange.roster.numbers import LEVELS
from mentordesk.exchange.roster.ranks import sources
from mentordesk.exchange.roster.sides import without_sides
from mentordesk.exchange.roster.ways import DateOrder, date_order, has_dates, order_shown

if TYPE_CHECKING:
    from mentordesk.exchange.excel.reader import SheetTable

_MOSTLY = 0.5


@dataclass(frozen=True, slots=True)
class DateColumn:
    """A column of dates in figures. `example` is one that can be read both ways, "" if each shows its order."""

    field: str
    order: DateOrder
    example: str = ""


@dataclass(frozen=True, slots=True)
class Findings:
    """The columns of dates, and the scale of levels where it is another one than the desk's."""

    dates: tuple[DateColumn, ...] = ()
    levels: LevelScale | None = None

    @property
    def example(self) -> str:
        """A date of the file that can be read both ways, else one that is known for it."""
        return next((column.example for column in self.dates if column.example), "03/04/2026")

    @property
    def day_first(self) -> bool | None:
        """Whether the day comes first in all columns; None where they differ."""
        found = {column.order.day_first for column in self.dates}
        return found.pop() if len(found) == 1 else None


def find(
    table: "SheetTable", mapping: Mapping[str, str | None], day_first: bool | None, highest_grade: int = LEVELS[-1]
) -> Findings:
    """What the columns show; `day_first` is what the coordinator has chosen, if anything, `highest_grade` the end of
    the scale that the last such file was written in."""
    rows = [cells for _number, cells in table.body]
    columns = {
        source.field: [row[index] for index in source.indexes for row in rows]
        for source in sources(table.headings, rows, without_sides(mapping))
        if has_dates(source.field) or source.field == "level"
    }
    dates = {name: cells for name, cells in columns.items() if has_dates(name) and _are_dates(name, cells)}
    shown = order_shown(dates.values())
    found = tuple(
        DateColumn(name, date_order(texts, day_first, shown), _example(texts))
        for name, cells in dates.items()
        if (texts := [cell for cell in cells if isinstance(cell, str) and order_of(cell) is not Order.NONE])
    )
    scale = scale_of(columns.get("level", ()), highest_grade)
    return Findings(found, scale if scale.own else None)


def _are_dates(name: str, cells: list[CellValue]) -> bool:
    """An attribute of the desk is a column of dates where most of its cells are."""
    if not name.startswith(CUSTOM):
        return True
    filled = [cell for cell in cells if cell is not None]
    return sum(order_of(cell) is not Order.NONE for cell in filled) > _MOSTLY * len(filled)


def _example(texts: list[str]) -> str:
    return next((text.strip() for text in texts if order_of(text) is Order.OPEN and _differs(text)), "")


def _differs(text: str) -> bool:
    first, second = both_ways(text)
    return first is not None and second is not None and first != second


def both_ways(text: str) -> tuple[date | None, date | None]:
    """The day that a text means where the day comes first, and where the month does."""
    return read_date(text, day_first=True).day, read_date(text, day_first=False).day
