"""The tables of a report on screen, with the values, bars and tints they have in the workbook. Knows no report."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from mentordesk.exchange.workbook import NUMERIC, Cells, Report, Table, Value
from mentordesk.exchange.workbook import Column as SheetColumn
from mentordesk.exchange.workbook_figures import shown, tally
from mentordesk.ui.widgets.column import ChipCell, Column
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
    made = RowTable([_column(place, column) for place, column in enumerate(table.columns)], name=table.name)
    made.set_rows(PreviewRow(place, cells) for place, cells in enumerate(_first(table, limit)))
    return made


def _first(table: Table, limit: int) -> Sequence[Cells]:
    rows = table.rows
    if isinstance(rows, Sequence):
        return rows[:limit]
    return [cells for _, cells in zip(range(limit), rows, strict=False)]


def _column(place: int, column: SheetColumn) -> Column[PreviewRow]:
    numeric = column.kind in NUMERIC
    wide = 96 if numeric or column.kind == "date" else 200 if place == 0 else 140
    tinted = bool(column.tints) and not numeric
    return Column(
        key=str(place),
        title=column.title,
        text=lambda row: shown(row.cells[place], column.kind),
        sort=lambda row: _sortable(row.cells[place]),
        align="right" if numeric or column.kind == "date" else "left",
        width=max(wide, 9 * len(column.title) + 24),
        kind="chip" if tinted else "strong" if place == 0 and not numeric and column.kind == "text" else "",
        value=(lambda row: _chip(column, row.cells[place])) if tinted else None,
    )


def _chip(column: SheetColumn, value: Value) -> ChipCell | None:
    words = shown(value, column.kind)
    return ChipCell(words, column.tone(value) or "neutral") if words else None


def _sortable(value: Value) -> Any:
    return value.casefold() if isinstance(value, str) else value


def totals_line(report: Report, table: Table) -> str:
    """The totals below a table in one line: "12 pairs, 38 contacts, 146 : 102"."""
    if not table.has_totals:
        return ""
    counted = tally(report, table)
    parts = []
    for column in table.columns:
        if column.total is None:
            continue
        words = shown(counted.figure(column.title, column.total), column.kind if column.kind in NUMERIC else "integer")
        noun = column.noun[words != "1"] if column.noun else column.title.lower()
        parts.append(f"{words} {noun}")
    return ", ".join(parts)


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
