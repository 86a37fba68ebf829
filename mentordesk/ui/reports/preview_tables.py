"""The tables of a report on screen, with the values, bars and tints they have in the workbook. Knows no report."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from mentordesk.exchange.workbook import HEALTH_TINTS, NUMERIC, SHARE_TINTS, Cells, Report, Table, Value
from mentordesk.exchange.workbook import Column as SheetColumn
from mentordesk.exchange.workbook_figures import shown, tally
from mentordesk.ui.reports.reading import PREVIEW_ROWS
from mentordesk.ui.reports.totals_row import TotalsRow
from mentordesk.ui.widgets import painting
from mentordesk.ui.widgets.column import BalanceCell, ChipCell, Column
from mentordesk.ui.widgets.empty_state import EmptyState
from mentordesk.ui.widgets.label import label
from mentordesk.ui.widgets.row_table import RowTable
from mentordesk.ui.widgets.table_header import TableHeader

_SAMPLE, _WIDEST = 100, 250
"""So many rows tell how wide a column is, in pixels at most so wide."""
_NOTHING = "No row fits what is chosen above."


@dataclass(frozen=True, slots=True)
class PreviewRow:
    """One row of a sheet; `id` is its place."""

    id: int
    cells: Cells


def table_of(table: Table, limit: int = PREVIEW_ROWS, *, brief: bool = False) -> RowTable:
    """A table of the sheet's first rows; a `brief` one leaves the share out, which the bar beside it shows too."""
    rows = _first(table, limit)
    made = RowTable(_columns(table, brief, rows[:_SAMPLE]), name=table.name, framed=brief)
    header = made.horizontalHeader()
    assert isinstance(header, TableHeader)
    header.set_lines(2 if brief else 1)
    made.set_rows(PreviewRow(place, cells) for place, cells in enumerate(rows))
    return made


def _first(table: Table, limit: int) -> Sequence[Cells]:
    rows = table.rows
    if isinstance(rows, Sequence):
        return rows[:limit]
    return [cells for _, cells in zip(range(limit), rows, strict=False)]


def _columns(table: Table, brief: bool, sample: Sequence[Cells]) -> list[Column[PreviewRow]]:
    """The sheet's columns; two with bars that meet in the middle are one give-and-take bar here."""
    made, columns = [], table.columns
    widest = _widest(columns)
    for place, column in enumerate(columns):
        if column.bar == "left" and place + 1 < len(columns) and columns[place + 1].bar == "right":
            made.append(_bar(place, column))
        elif _is_whole(columns, place):
            made.append(_done_of(place, column))
        elif column.bar != "right" and not (place and _is_whole(columns, place - 1)):
            room = 0 if brief or not place else _room(column, [cells[place] for cells in sample])
            made.append(_column(place, column, brief, room, stretch=place == widest))
    return made


def _widest(columns: Sequence[SheetColumn]) -> int:
    """The column that takes the room left over: of a name and a value the value, else the first one of words."""
    if len(columns) == 2 and columns[1].kind not in NUMERIC:
        return 1
    return next((place for place, column in enumerate(columns) if column.kind == "text"), -1)


def _room(column: SheetColumn, values: Sequence[Value]) -> int:
    """What the words of a column need in pixels, within reason."""
    if column.kind in NUMERIC or column.kind == "date":
        return 0
    longest = max((len(shown(value, column.kind)) for value in values), default=0)
    return min(7 * longest + 24, _WIDEST)


def _is_whole(columns: Sequence[SheetColumn], place: int) -> bool:
    """Whether a column and the next one are the halves of "8 of 9"."""
    return place + 1 < len(columns) and columns[place + 1].kind == "of" and columns[place].kind == "integer"


def _done_of(place: int, column: SheetColumn) -> Column[PreviewRow]:
    return Column(
        key=str(place),
        title=column.title.removesuffix(" done"),
        text=lambda row: f"{shown(row.cells[place], 'integer')} {shown(row.cells[place + 1], 'of')}".strip(),
        sort=lambda row: row.cells[place],
        align="right",
        width=86,
    )


def _bar(place: int, column: SheetColumn) -> Column[PreviewRow]:
    def sides(row: PreviewRow) -> tuple[int, int]:
        left, right = row.cells[place], row.cells[place + 1]
        return (left, right) if isinstance(left, int) and isinstance(right, int) else (0, 0)

    return Column(
        key=str(place),
        title=f"{column.title.removesuffix(' gave')} | mentee gave",
        text=lambda row: "{:,} : {:,}".format(*sides(row)),
        sort=lambda row: sum(sides(row)),
        align="center",
        width=146,
        kind="balance",
        value=lambda row: BalanceCell(*sides(row)),
    )


def _column(place: int, column: SheetColumn, brief: bool, room: int, *, stretch: bool) -> Column[PreviewRow]:
    numeric = column.kind in NUMERIC
    wide = 62 if numeric else 104 if column.kind == "date" else (180 if brief else 250) if place == 0 else 140
    wide = max(wide, room)
    tinted = bool(column.tints) and not numeric
    longest = max((len(word) for word in column.title.split()), default=0) if brief else len(column.title)
    return Column(
        key=str(place),
        title=column.title,
        text=lambda row: shown(row.cells[place], column.kind),
        sort=lambda row: _sortable(row.cells[place]),
        align="right" if numeric or column.kind == "date" else "left",
        width=96 if column.tints == HEALTH_TINTS else max(wide, 7 * longest + 18),
        stretch=stretch,
        kind=_kind(column, place),
        value=_value(column, place) if tinted else None,
        hidden=brief and column.tints == SHARE_TINTS,
    )


def _kind(column: SheetColumn, place: int) -> str:
    if column.tints and column.kind not in NUMERIC:
        return "health" if column.tints == HEALTH_TINTS else "chip"
    return "strong" if place == 0 and column.kind == "text" else ""


def _value(column: SheetColumn, place: int) -> Callable[[PreviewRow], Any]:
    if column.tints == HEALTH_TINTS:
        keys = {word: key for key, (word, _, _) in painting.HEALTH_WORDS.items()}
        return lambda row: keys.get(shown(row.cells[place]))
    return lambda row: _chip(column, row.cells[place])


def _chip(column: SheetColumn, value: Value) -> ChipCell | None:
    words = shown(value, column.kind)
    return ChipCell(words, column.tone(value) or "neutral") if words else None


def _sortable(value: Value) -> Any:
    return value.casefold() if isinstance(value, str) else value


def totals_line(report: Report, table: Table) -> str:
    """The totals below a table in one line: "Total: 12 pairs, contacts 38, mentor gave 146."."""
    if not table.has_totals or len(list(table.rows)) < len(table.rows):
        return ""
    counted = tally(report, table)
    parts = []
    for column in table.columns:
        if column.total is None:
            continue
        kind = column.kind if column.kind in NUMERIC and column.kind != "of" else "integer"
        words = shown(counted.figure(column.title, column.total), kind)
        parts.append(f"{words} {column.noun[words != '1']}" if column.noun else f"{column.title.lower()} {words}")
    return f"Total: {', '.join(parts)}."


def totals_row(report: Report, table: Table, below: RowTable) -> TotalsRow | None:
    """The totals for under a table, figure by figure; None where there are none."""
    said = totals_line(report, table)
    if not said:
        return None
    counted, columns = tally(report, table), table.columns
    figures: dict[str, Any] = {}
    for place, column in enumerate(columns):
        if column.total is None:
            continue
        kind = column.kind if column.kind in NUMERIC and column.kind != "of" else "integer"
        words = shown(counted.figure(column.title, column.total), kind)
        figures[str(place)] = f"{words} {column.noun[words != '1']}" if column.noun else words
    for place in range(len(columns) - 1):
        first, second = figures.get(str(place), ""), figures.get(str(place + 1), "")
        if columns[place].bar == "left":
            figures[str(place)] = (first, second)
        elif _is_whole(columns, place):
            figures[str(place)] = f"{first} of {second}"
    return TotalsRow(below, figures, said)


class SheetTable(QWidget):
    """One table sheet: its rows, its totals, and how many rows are only in the workbook."""

    def __init__(self, report: Report, table: Table, remark: str = "") -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.table = table_of(table)
        self.table.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        if not table.rows:
            column.addWidget(EmptyState("reports", "Nothing to list", remark or _NOTHING), 1)
            return
        column.addWidget(self.table, 1)
        if (totals := totals_row(report, table, self.table)) is not None:
            column.addWidget(totals)
        rest = len(table.rows) - PREVIEW_ROWS
        more = f"The workbook has {rest:,} more rows. " if rest > 0 else ""
        words = " ".join(part for part in (more.strip(), remark) if part)
        if not words:
            return
        note = label(words, "caption", "text2", wrap=True)
        note.setContentsMargins(8, 8, 8, 8)
        note.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        column.addWidget(note)
