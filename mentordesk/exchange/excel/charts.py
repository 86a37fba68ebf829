"""Charts side by side on a sheet, and below them the figures they are drawn from. Knows no table."""

from collections.abc import Sequence

from openpyxl.utils import get_column_letter

from mentordesk.exchange.excel import chart as excel_chart
from mentordesk.exchange.excel.book import SheetPart
from mentordesk.exchange.excel.cells import Grid
from mentordesk.exchange.excel.chart import ChartFigures
from mentordesk.exchange.excel.looks import CHART_CATEGORY, CHART_HEADING, CHART_SERIES, CHART_VALUE, SUBTITLE
from mentordesk.exchange.excel.tiles import shares
from mentordesk.exchange.workbook import Chart

_FIRST_COLUMN = 2
# How many rows of the sheet a chart covers.
_ROWS = 15


def rows_of(charts: Sequence[Chart]) -> int:
    """How many rows of the sheet the charts cover, two in a line, with the air below them."""
    return -(-len(charts) // 2) * (_ROWS + 1)


def lay_charts(
    grid: Grid, part: SheetPart, charts: Sequence[Chart], row: int, figures_row: int, widths: Sequence[float]
) -> int:
    """Puts the charts from one row on, two in a line, and what they are drawn from another; gives the row after that.

    The figures are for the screen: what is printed ends above them.
    """
    if not charts:
        return figures_row
    halves = shares(widths, min(2, len(charts)))
    grid.put(figures_row, _FIRST_COLUMN, "Figures behind the charts", SUBTITLE)
    grid.heights[figures_row] = 24
    next_row = figures_row + 1
    for place, chart in enumerate(charts):
        figures, next_row = _lay_figures(grid, part, chart, next_row)
        top, half = row + place // 2 * (_ROWS + 1), halves[place % 2]
        drawn = excel_chart.native(chart, figures)
        drawn.anchor = excel_chart.anchor((half.start, half.stop), (top, top + _ROWS))
        part.frame.add_chart(drawn)
        part.charts.append(chart.description or chart.title)
    return next_row


def _lay_figures(grid: Grid, part: SheetPart, chart: Chart, row: int) -> tuple[ChartFigures, int]:
    """A line of names, then a line for each category; gives where they stand and the row after them."""
    columns = excel_chart.columns(chart)
    grid.put(row, _FIRST_COLUMN, chart.title, CHART_HEADING)
    for column, (name, _values) in enumerate(columns, start=_FIRST_COLUMN + 1):
        grid.put(row, column, name, CHART_SERIES)
    grid.heights[row] = 31
    for line, category in enumerate(chart.categories, start=row + 1):
        grid.put(line, _FIRST_COLUMN, category, CHART_CATEGORY)
        for column, (_name, values) in enumerate(columns, start=_FIRST_COLUMN + 1):
            grid.put(line, column, values[line - row - 1], CHART_VALUE)
    letters = [get_column_letter(_FIRST_COLUMN + place) for place in range(len(columns) + 1)]
    last = row + len(chart.categories)
    return ChartFigures(part.name, row + 1, last, letters), last + 2
