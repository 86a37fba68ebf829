"""The Summary sheet and the text sheets on screen, drawn from the same Report as the workbook. Knows no desk."""

from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from mentordesk.exchange.workbook import Chart, Definition, Heading, Report, SummarySheet, TextSheet, Tile
from mentordesk.exchange.workbook_figures import shown, tile_value
from mentordesk.ui.reports.preview_tables import table_of, totals_line
from mentordesk.ui.widgets.label import card, label
from mentordesk.ui.widgets.page_body import PageBody
from mentordesk.ui.widgets.stacked_bars import StackedBars, Stacks
from mentordesk.ui.widgets.stat_strip import Stat, StatStrip
from mentordesk.ui.widgets.two_sided_bars import SideBar, TwoSidedBars

_TABLE_ROWS = 40


class SummaryPreview(PageBody):
    """Title, tiles, table, charts, note: in the order of the sheet."""

    def __init__(self, report: Report, sheet: SummarySheet) -> None:
        super().__init__(margin=16, gap=10)
        self.column.addWidget(label(sheet.title, "section"))
        self.column.addWidget(label(sheet.source, "caption", "text2", wrap=True))
        tiles = StatStrip("Figures of the report", narrow=True)
        tiles.set_stats([_stat(report, place, tile) for place, tile in enumerate(sheet.tiles)])
        self.column.addWidget(tiles)
        if sheet.table is not None:
            self.column.addWidget(label(sheet.table_title, "small_title"))
            table = table_of(sheet.table, _TABLE_ROWS)
            rows = min(len(sheet.table.rows), 12)
            table.setFixedHeight((rows + 1) * (table.verticalHeader().defaultSectionSize() + 1) + 24)
            self.column.addWidget(table)
            more = len(sheet.table.rows) - _TABLE_ROWS
            words = totals_line(report, sheet.table) + (f". The workbook has {more} more rows" if more > 0 else "")
            self.column.addWidget(label(words, "strong_caption", "text2", wrap=True))
        charts = QHBoxLayout()
        charts.setSpacing(12)
        for chart in sheet.charts:
            charts.addWidget(_chart(chart), 1)
        self.column.addLayout(charts)
        if sheet.note is not None:
            self.column.addWidget(_note(sheet.note.title, sheet.note.paragraphs))
        self.column.addStretch(1)


def _stat(report: Report, place: int, tile: Tile) -> Stat:
    value = tile_value(report, tile)
    return Stat(f"tile{place}", tile.label, shown(value, tile.kind), note=tile.explanation)


def _chart(chart: Chart) -> QWidget:
    frame = card()
    column = QVBoxLayout(frame)
    column.setContentsMargins(16, 12, 16, 12)
    column.addWidget(label(chart.title, "small_title"))
    if chart.kind == "stacked_columns":
        bars = StackedBars(chart.title)
        values = [[int(series.values[at]) for series in chart.series] for at in range(len(chart.categories))]
        target = chart.target[1][0] if chart.target else None
        names = [series.name for series in chart.series]
        bars.set_stacks(Stacks(chart.categories, names, values, target), chart.description)
        bars.setMinimumHeight(230)
        column.addWidget(bars, 1)
    else:
        left, right = chart.series
        sides = TwoSidedBars(chart.title, left.name, right.name)
        sides.set_bars(
            [
                SideBar(name, name, int(left.values[at]), int(right.values[at]))
                for at, name in enumerate(chart.categories)
            ]
        )
        column.addWidget(sides)
        column.addStretch(1)
    return frame


def _note(title: str, paragraphs: tuple[str, ...]) -> QFrame:
    frame = card("sunken")
    column = QVBoxLayout(frame)
    column.setContentsMargins(16, 12, 16, 12)
    column.addWidget(label(title, "strong"))
    for text in paragraphs:
        column.addWidget(label(text, "caption", "text2", wrap=True))
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
