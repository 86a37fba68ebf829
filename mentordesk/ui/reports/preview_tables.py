"""The tables of a report on screen, with the values, bars and tints they have in the workbook. Knows no report."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from mentordesk.exchange.workbook import NUMERIC, Cells, Report, Table, Value
from mentordesk.exchange.workbook import Column as SheetColumn
from mentordesk.exchange.workbook_figures import shown, tally
from mentordesk.ui.widgets.column import BalanceCell, ChipCell, Column
from mentordesk.ui.widgets.label import label
from mentordesk.ui.widgets.row_table import RowTable

PREVIEW_ROWS = 500
"""A preview shows so many rows; the workbook has them all, and a line below the table says so."""


@dataclass(frozen=True, slots=True)
class PreviewRow:
    """One row of a sheet; `id` is its place."""

    id: int
    cells: Cells


def table_of(table: Table, limit: int = PREVIEW_ROWS) -> RowTable:
    """A table of the sheet's first rows."""
    made = RowTable(_columns(table), name=table.name)
    made.set_rows(PreviewRow(place, cells) for place, cells in enumerate(_first(table, limit)))
    return made


def _first(table: Table, limit: int) -> Sequence[Cells]:
    rows = table.rows
    if isinstance(rows, Sequence):
        return rows[:limit]
    return [cells for _, cells in zip(range(limit), rows, strict=False)]


def _columns(table: Table) -> list[Column[PreviewRow]]:
    """The sheet's columns; two with bars that meet in the middle are one give-and-take bar here."""
    made, columns = [], table.columns
    for place, column in enumerate(columns):
        if column.bar == "left" and place + 1 < len(columns) and columns[place + 1].bar == "right":
            made.append(_bar(place, column))
        elif column.bar != "right":
            made.append(_column(place, column))
    return made


def _bar(place: int, column: SheetColumn) -> Column[PreviewRow]:
    def sides(row: PreviewRow) -> tuple[int, int]:
        left, right = row.cells[place], row.cells[place + 1]
        return (left, right) if isinstance(left, int) and isinstance(right, int) else (0, 0)

    return Column(
        key=str(place),
        title=f"{column.title.removesuffix(' gave')} | mentee gave",
        text=lambda row: "{} : {}".format(*sides(row)),
        sort=lambda row: sum(sides(row)),
        align="center",
        width=170,
        kind="balance",
        value=lambda row: BalanceCell(*sides(row)),
    )


def _column(place: int, column: SheetColumn) -> Column[PreviewRow]:
    numeric = column.kind in NUMERIC
    wide = 72 if numeric else 96 if column.kind == "date" else 230 if place == 0 else 140
    tinted = bool(column.tints) and not numeric
    return Column(
        key=str(place),
        title=column.title,
        text=lambda row: shown(row.cells[place], column.kind),
        sort=lambda row: _sortable(row.cells[place]),
        align="right" if numeric or column.kind == "date" else "left",
        width=max(wide, 7 * len(column.title) + 24),
        kind="chip" if tinted else "strong" if place == 0 and not numeric and column.kind == "text" else "",
        value=(lambda row: _chip(column, row.cells[place])) if tinted else None,
    )


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


class SheetTable(QWidget):
    """One table sheet: its rows, its totals, and how many rows are only in the workbook."""

    def __init__(self, report: Report, table: Table, remark: str = "") -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        self.table = table_of(table)
        self.table.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        column.addWidget(self.table, 1)
        rest = len(table.rows) - PREVIEW_ROWS
        more = f"The workbook has {rest:,} more rows. " if rest > 0 else ""
        words = " ".join(part for part in (more.strip(), totals_line(report, table), remark) if part)
        note = label(words, "caption", "text2", wrap=True)
        note.setContentsMargins(12, 2, 12, 8)
        note.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        column.addWidget(note)
