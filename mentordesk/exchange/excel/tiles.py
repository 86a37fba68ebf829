"""The headline figures of a summary, as formulas on the tables where they are counted from one. Knows no other part."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cache
from itertools import pairwise

from openpyxl.utils import get_column_letter

from mentordesk.exchange.excel import formulas as excel_formulas
from mentordesk.exchange.excel.book import SheetPart
from mentordesk.exchange.excel.cells import Grid
from mentordesk.exchange.excel.looks import FORMATS, TILE_FIGURE, TILE_LABEL
from mentordesk.exchange.excel.table import LaidTable
from mentordesk.exchange.workbook import Figure, Tile, Value
from mentordesk.exchange.workbook_figures import joined, part_text

_FIRST_COLUMN = 2
_HEIGHTS = (18.0, 25.0, 18.0, 9.0)


def lay_tiles(
    grid: Grid,
    part: SheetPart,
    tiles: Sequence[Tile],
    laid: Mapping[str, LaidTable],
    row: int,
    widths: Sequence[float],
    per_row: int,
) -> None:
    """Tiles side by side, in as many rows as they need; each takes whole columns of the sheet."""
    spans = shares(widths, min(per_row, len(widths)))
    for place, tile in enumerate(tiles):
        top = row + place // per_row * len(_HEIGHTS)
        for line, height in enumerate(_HEIGHTS):
            grid.heights[top + line] = height
        _lay_tile(grid, part, tile, laid, top, spans[place % per_row])


def shares(widths: Sequence[float], parts: int) -> list[range]:
    """The columns cut into so many neighboring parts, each with one column or more, as even in width as may be."""
    goal = sum(widths) / parts

    @cache
    def best(start: int, left: int) -> tuple[float, tuple[int, ...]]:
        """How far from even the best cut from a column on is, and where each part ends."""
        if left == 1:
            return (sum(widths[start:]) - goal) ** 2, (len(widths),)
        ways = []
        for end in range(start + 1, len(widths) - left + 2):
            miss, ends = best(end, left - 1)
            ways.append(((sum(widths[start:end]) - goal) ** 2 + miss, (end, *ends)))
        return min(ways)

    cuts = (0, *best(0, parts)[1])
    return [range(_FIRST_COLUMN + start, _FIRST_COLUMN + end) for start, end in pairwise(cuts)]


def _lay_tile(grid: Grid, part: SheetPart, tile: Tile, laid: Mapping[str, LaidTable], top: int, columns: range) -> None:
    first = columns[0]
    edge = replace(TILE_LABEL, frame="tile")
    grid.put(top, first, tile.label, edge)
    _put_figure(grid, tile, laid, top + 1, first)
    grid.put(top + 2, first, tile.explanation, edge)
    for line in range(top, top + 3):
        grid.fill(line, columns, TILE_LABEL)
        if len(columns) > 1:
            part.frame.merge_cells(f"{get_column_letter(first)}{line}:{get_column_letter(columns[-1])}{line}")


def _put_figure(grid: Grid, tile: Tile, laid: Mapping[str, LaidTable], row: int, column: int) -> None:
    values = [_value(part, laid) for part in tile.parts]
    look = replace(TILE_FIGURE, frame="tile", number_format=FORMATS[tile.kind])
    formula = _formula(tile, values, laid)
    if formula:
        grid.formula(row, column, formula, joined(tile, values), look)
    else:
        grid.put(row, column, joined(tile, values), look)


def _value(part: Value | Figure, laid: Mapping[str, LaidTable]) -> Value:
    return laid[part.table].tally.figure(part.column, part.total) if isinstance(part, Figure) else part


def _formula(tile: Tile, values: list[Value], laid: Mapping[str, LaidTable]) -> str:
    """The tile's formula; empty where nothing of it is counted from a table, or only rounded within a text."""
    if len(values) == 1:
        return _counted(tile.parts[0], laid) if isinstance(tile.parts[0], Figure) else ""
    formulas = [
        f"FIXED({_counted(part, laid)},0)" if isinstance(part, Figure) and isinstance(value, int) else ""
        for part, value in zip(tile.parts, values, strict=True)
    ]
    texts = [excel_formulas.quoted(part_text(tile, value)) for value in values]
    return "&".join(formula or text for formula, text in zip(formulas, texts, strict=True)) if any(formulas) else ""


def _counted(figure: Figure, laid: Mapping[str, LaidTable]) -> str:
    table = laid[figure.table]
    return excel_formulas.total(figure.total, table.ranges(figure.column, figure.total))
