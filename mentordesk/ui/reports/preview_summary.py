"""The Summary sheet and the text sheets on screen, drawn from the same Report as the workbook. Knows no desk."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from mentordesk.exchange.workbook import Chart, Definition, Heading, Report, SummarySheet, TextSheet, Tile
from mentordesk.exchange.workbook_figures import shown, tile_value
from mentordesk.ui.reports.columns_chart import ColumnsChart
from mentordesk.ui.reports.preview_tables import table_of, totals_row
from mentordesk.ui.reports.tiles import Tiles
from mentordesk.ui.widgets.label import card, column, label
from mentordesk.ui.widgets.page_body import PageBody
from mentordesk.ui.widgets.stacked_bars import StackedBars, Stacks
from mentordesk.ui.widgets.stat_strip import Stat
from mentordesk.ui.widgets.two_sided_bars import SideBar, TwoSidedBars

_TABLE_ROWS = 40


class SummaryPreview(PageBody):
    """Title, tiles, table, charts, note: in the order of the sheet. Emits the name of the sheet with the rows behind a
    tile."""

    opened = Signal(str)

    def __init__(self, report: Report, sheet: SummarySheet) -> None:
        super().__init__(margin=16, gap=10)
        self.column.addWidget(label(sheet.title, "section"))
        self.column.addWidget(label(sheet.source, "caption", "text2", wrap=True))
        tiles = Tiles([_stat(report, place, tile) for place, tile in enumerate(sheet.tiles)])
        sheets = {f"tile{place}": tile.sheet for place, tile in enumerate(sheet.tiles)}
        tiles.opened.connect(lambda key: self.opened.emit(sheets[key]))
        self.column.addWidget(tiles)
        parts = (self._add_table, self._add_charts)
        for add in reversed(parts) if sheet.charts_first else parts:
            add(report, sheet)
        if sheet.note is not None:
            self.column.addWidget(_note(sheet.note.title, sheet.note.paragraphs))
        self.column.addStretch(1)

    def _add_charts(self, _report: Report, sheet: SummarySheet) -> None:
        charts = QHBoxLayout()
        charts.setSpacing(12)
        for chart in sheet.charts:
            charts.addWidget(_chart(chart), 1)
        self.column.addLayout(charts)

    def _add_table(self, report: Report, sheet: SummarySheet) -> None:
        """All its rows at once: the page scrolls, not a table within it."""
        rows = sheet.table
        if rows is None:
            return
        self.column.addWidget(label(sheet.table_title, "small_title"))
        table = table_of(rows, _TABLE_ROWS, brief=True)
        totals = totals_row(report, rows, table)
        together = column(table, *(() if totals is None else (totals,)), gap=0)
        self.column.addLayout(together)
        room = table.verticalHeader().length() + table.horizontalHeader().sizeHint().height() + 2
        table.setFixedHeight(room)
        table.horizontalScrollBar().rangeChanged.connect(
            lambda _least, most: table.setFixedHeight(room + (table.horizontalScrollBar().height() if most else 0))
        )
        if (more := len(rows.rows) - _TABLE_ROWS) > 0:
            self.column.addWidget(label(f"The workbook has {more:,} more rows.", "caption", "text2"))


def _stat(report: Report, place: int, tile: Tile) -> Stat:
    value = tile_value(report, tile)
    return Stat(f"tile{place}", tile.label, shown(value, tile.kind), note=tile.explanation)


def _chart(chart: Chart) -> QWidget:
    frame = card()
    inside = QVBoxLayout(frame)
    inside.setContentsMargins(16, 12, 16, 12)
    inside.addWidget(label(chart.title, "small_title"))
    if chart.missing:
        inside.addWidget(label(chart.missing, "caption", "text2", wrap=True))
    if chart.kind == "stacked_columns":
        bars = StackedBars(chart.title)
        values = [[int(series.values[at]) for series in chart.series] for at in range(len(chart.categories))]
        target = chart.target[1][0] if chart.target else None
        names = [series.name for series in chart.series]
        bars.set_stacks(Stacks(chart.categories, names, values, target), chart.description)
        bars.setMinimumHeight(230)
        inside.addWidget(bars, 1)
    elif not _is_two_sided(chart):
        inside.addWidget(ColumnsChart(chart), 1)
    else:
        left, right = chart.series
        sides = TwoSidedBars(chart.title, left.name, right.name)
        sides.set_bars(
            [
                SideBar(name, name, int(left.values[at]), int(right.values[at]))
                for at, name in enumerate(chart.categories)
            ]
        )
        inside.addWidget(sides)
        inside.addStretch(1)
    return frame


def _is_two_sided(chart: Chart) -> bool:
    """Whether the columns are what both sides gave: whole numbers of the left and of the right."""
    values = [value for series in chart.series for value in series.values]
    whole = all(value >= 0 and float(value).is_integer() for value in values)
    return whole and [series.color for series in chart.series] == ["left", "right"]


def _note(title: str, paragraphs: tuple[str, ...]) -> QFrame:
    frame = card("sunken")
    inside = QVBoxLayout(frame)
    inside.setContentsMargins(16, 12, 16, 12)
    inside.addWidget(label(title, "strong"))
    for text in paragraphs:
        inside.addWidget(label(text, "caption", "text2", wrap=True))
    return frame


class TextPreview(PageBody):
    """A sheet to read: headings, paragraphs, and terms with their meaning."""

    def __init__(self, sheet: TextSheet) -> None:
        super().__init__(margin=16, gap=8)
        self.column.addWidget(label(sheet.title, "section"))
        grid: QGridLayout | None = None
        for block in sheet.blocks:
            if isinstance(block, Definition):
                if grid is None:
                    grid = QGridLayout()
                    grid.setHorizontalSpacing(16)
                    grid.setVerticalSpacing(6)
                    grid.setColumnStretch(1, 1)
                    self.column.addLayout(grid)
                line = grid.rowCount()
                grid.addWidget(label(block.term, "strong", wrap=True), line, 0)
                grid.addWidget(label(shown(block.meaning), "body", "text2", wrap=True), line, 1)
            else:
                grid = None
                style = "small_title" if isinstance(block, Heading) else "body"
                self.column.addWidget(label(block.text, style, wrap=True))
        self.column.addStretch(1)
