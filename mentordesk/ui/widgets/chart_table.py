"""The figures of a chart as a table in a dialog: for those who cannot or do not want to read the picture."""

from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from mentordesk.ui.widgets.column import Column
from mentordesk.ui.widgets.dialog import Dialog
from mentordesk.ui.widgets.row_table import RowTable

_FIGURE, _NAMES = 90, 210
_LEAST, _MOST = 480, 880
_MOST_ROWS = 12


@dataclass(frozen=True)
class ChartTable:
    """Headings and rows of text; the first column names the row."""

    headings: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True)
class _FigureRow:
    id: int
    cells: tuple[str, ...]


class FiguresDialog(Dialog):
    """Shows the figures; Ctrl+C copies them."""

    def __init__(self, title: str, figures: ChartTable, parent: QWidget | None) -> None:
        super().__init__(title, parent, primary="Copy", cancel="Close", width=_width(figures))
        self.figures = RowTable([_column(at, name) for at, name in enumerate(figures.headings)], name=title)
        self.figures.set_rows(_FigureRow(at, cells) for at, cells in enumerate(figures.rows))
        self.figures.show_at_most(_MOST_ROWS)
        self.body.addWidget(self.figures)

    def commit(self) -> bool:
        """Copies all rows and closes."""
        self.figures.selectAll()
        self.figures.copy()
        return True


def _width(figures: ChartTable) -> int:
    """Room for all columns, as far as the smallest window has it."""
    return min(max(_LEAST, _NAMES + (len(figures.headings) - 1) * _FIGURE), _MOST)


def _column(at: int, title: str) -> Column:
    first = at == 0
    return Column(
        str(at),
        title,
        lambda row: row.cells[at],
        sort=lambda row: row.id if first else _number(row.cells[at]),
        align="left" if first else "right",
        width=_FIGURE,
        stretch=first,
        kind="strong" if first else "",
        fixed=first,
    )


def _number(text: str) -> float | None:
    try:
        return float(text.replace(",", ""))
    except ValueError:
        return None
