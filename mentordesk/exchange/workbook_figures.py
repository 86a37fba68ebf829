"""How the values of a workbook are shown and what their totals are, on screen as in the file. Knows no Excel."""

import math
from collections.abc import Callable, Iterable
from datetime import date, datetime

from mentordesk.domain import dates
from mentordesk.domain.rounding import half_up
from mentordesk.exchange.workbook import Cells, Figure, Kind, Report, Shown, Table, Tile, Total, Value

NOTHING = "–"
_PLACES: dict[Kind, int] = {
    "integer": 0,
    "of": 0,
    "percent": 0,
    "average": 1,
    "hours": 0,
    "points": 0,
    "score": 0,
    "gain": 1,
    "ratio": 2,
}
_SIGNED: frozenset[Kind] = frozenset({"score", "gain"})


def shown(value: Value, kind: Kind = "any") -> str:
    """A value as the sheet shows it: "2 Jun 2026", "45 %", "4.3" (half up, as Excel), "–" for 0 hours, "of 9"."""
    if value is None:
        return ""
    if isinstance(value, Shown):
        return _number(value.value, value.kind)
    if isinstance(value, bool):
        return "Yes" if value else "No"
    if isinstance(value, datetime):
        return _moment(value) if kind in ("moment", "any") else _day(value)
    if isinstance(value, date):
        return _day(value)
    if isinstance(value, int | float):
        return _number(value, kind)
    return str(value)


def _day(day: date) -> str:
    return f"{dates.short(day)} {day.year}"


def _moment(moment: datetime) -> str:
    local = moment.astimezone() if moment.tzinfo else moment
    return f"{_day(local)} {local:%H:%M}"


def _number(value: float, kind: Kind) -> str:
    if not math.isfinite(value):
        return NOTHING
    places = _PLACES.get(kind)
    if places is None:
        return f"{value:.10g}"
    rounded = half_up(value * 100 if kind == "percent" else value, places)
    text = f"{rounded:,.{places}f}"
    if kind == "hours" and value == 0:
        return NOTHING
    if kind in _SIGNED and rounded:
        text = f"{'+' if rounded > 0 else '−'}{text.lstrip('-')}"
    return {"percent": f"{text} %", "of": f"of {text}"}.get(kind, text)


def _numbers(values: Iterable[Value]) -> list[float]:
    return [value for value in values if _is_number(value)]  # type: ignore[misc]


def _is_number(value: Value) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool) and math.isfinite(value)


def _sum(numbers: list[float]) -> float:
    if all(isinstance(number, int) for number in numbers):
        return sum(numbers)
    return math.fsum(numbers)


class Tally:
    """Adds up the wanted figures of one table while its rows pass by once."""

    def __init__(self, table: Table, wanted: Iterable[tuple[str, Total]]) -> None:
        self._wanted = {(title, total): _places(table, title, total) for title, total in wanted}
        used = sorted({place for places in self._wanted.values() for place in places})
        self._values: dict[int, list[Value]] = {place: [] for place in used}
        self._add: list[tuple[int, Callable[[Value], None]]] = [
            (place, values.append) for place, values in self._values.items()
        ]

    def add(self, cells: Cells) -> None:
        for place, append in self._add:
            append(cells[place])

    def figure(self, title: str, total: Total) -> Value:
        """The figure over all rows added so far; it must have been wanted."""
        columns = [self._values[place] for place in self._wanted[title, total]]
        if total.kind == "count":
            return sum(value not in (None, "") for value in columns[0])
        if total.kind == "count_of":
            word = total.word.casefold()
            return sum(isinstance(value, str) and value.casefold() == word for value in columns[0])
        numbers = [_numbers(column) for column in columns]
        if total.kind == "sum":
            return _sum(numbers[0])
        if total.kind == "average":
            return _sum(numbers[0]) / len(numbers[0]) if numbers[0] else NOTHING
        part, rest = _sum(numbers[0]), _sum(numbers[1])
        return part / (part + rest) if part + rest else NOTHING


def _places(table: Table, title: str, total: Total) -> list[int]:
    titles = (total.part, total.rest) if total.kind == "share" else (title,)
    return [table.index(title) for title in titles]


def wanted(report: Report, table: Table) -> set[tuple[str, Total]]:
    """What has to be counted in a table: its own totals, and the figures the tiles take from it."""
    own = {(column.title, column.total) for column in table.columns if column.total}
    tiles = {
        (part.column, part.total)
        for sheet in report.sheets
        if sheet.kind == "summary"
        for tile in sheet.tiles
        for part in tile.parts
        if isinstance(part, Figure) and part.table == table.name
    }
    return own | tiles


def tally(report: Report, table: Table) -> Tally:
    """All figures wanted of a table, counted: for the preview."""
    counted = Tally(table, wanted(report, table))
    for cells in table.rows:
        counted.add(cells)
    return counted


def tile_value(report: Report, tile: Tile) -> Value:
    """What a tile says, for the preview."""
    return joined(tile, [_part_value(report, part) for part in tile.parts])


def _part_value(report: Report, part: Value | Figure) -> Value:
    if not isinstance(part, Figure):
        return part
    counted = Tally(report.table(part.table), [(part.column, part.total)])
    for cells in report.table(part.table).rows:
        counted.add(cells)
    return counted.figure(part.column, part.total)


def joined(tile: Tile, values: list[Value]) -> Value:
    """The one value of a tile, or the text of its several."""
    return values[0] if len(values) == 1 else "".join(part_text(tile, value) for value in values)


def part_text(tile: Tile, value: Value) -> str:
    """One part of a tile of several: whole numbers as such, others as the tile's kind is shown."""
    return shown(value, tile.kind if isinstance(value, float) else "integer")
