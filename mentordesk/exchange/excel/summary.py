"""The Summary sheet: title, tiles, one table, charts, how to read it. Knows no rows but its own."""

from collections.abc import Mapping

from openpyxl.utils import get_column_letter

from mentordesk.exchange.excel import print_setup
from mentordesk.exchange.excel.book import Book, SheetPart, TableNames
from mentordesk.exchange.excel.cells import Grid
from mentordesk.exchange.excel.charts import lay_charts, rows_of
from mentordesk.exchange.excel.looks import NOTE_TEXT, NOTE_TITLE, RULE, SOURCE, SUBTITLE, TITLE
from mentordesk.exchange.excel.sheets import HEADING_HEIGHT, ROW_HEIGHT, row_heights
from mentordesk.exchange.excel.table import LaidTable
from mentordesk.exchange.excel.tiles import lay_tiles
from mentordesk.exchange.excel.widths import height
from mentordesk.exchange.workbook import Note, SummarySheet

_FIRST_COLUMN = 2
# As many columns of the usual width as there is room for on a page; a narrower table leaves some empty.
_LEAST_COLUMNS, _PAGE_WIDTH = 11, 136.0
_WIDTH, _FIRST_WIDTH, _MARGIN, _NOTE_WIDTH = 11.0, 26.0, 1.5, 34.0
# Rows above the tiles: a margin, the title, the source, the rule below them.
_TOP = {1: 6.0, 2: 27.0, 3: 16.0, 4: 5.0, 5: 6.0}
# What a cell's indent and margins take of its width, in letters.
_AIR = 2.0
# The page is full with so many rows of the table: its heading is repeated on the next.
_ONE_PAGE = 28


def summary_sheet(
    book: Book, part: SheetPart, sheet: SummarySheet, names: TableNames | None, laid: Mapping[str, LaidTable]
) -> None:
    """Lays the sheet out; `laid` are the tables of the other sheets, by their names in the report."""
    grid = Grid(book.strings, book.looks)
    grid.heights.update(_TOP)
    tiles_row = len(_TOP) + 1
    per_row = min(len(sheet.tiles), 6) or 1
    row = tiles_row + -(-len(sheet.tiles) // per_row) * 4
    charts_row = row
    if sheet.charts_first:
        row += rows_of(sheet.charts)
    table = _lay_table(book, part, sheet, names, grid, row)
    widths = _widths(table)
    if table is not None:
        laid = {table.table.name: table, **laid}
        row = table.end_row + 2
    if not sheet.charts_first:
        charts_row, row = row, row + rows_of(sheet.charts)
    lay_tiles(grid, part, sheet.tiles, laid, tiles_row, widths, per_row)
    _title(grid, sheet, len(widths))
    end = lay_charts(grid, part, sheet.charts, charts_row, row, widths)
    if sheet.note is not None:
        row = max(row, _note(grid, part, sheet.note, tiles_row, _FIRST_COLUMN + len(widths) + 1))
    grid.write(part.body)
    _frame(part, widths, sheet.note is not None)
    last = get_column_letter(_FIRST_COLUMN + len(widths) + (1 if sheet.note is not None else -1))
    part.last_cell = f"{get_column_letter(_FIRST_COLUMN + len(widths) + 2)}{max(row, end)}"
    room = _ONE_PAGE - (rows_of(sheet.charts) if sheet.charts_first else 0)
    is_long = table is not None and len(table.table.rows) > room
    heading_row = table.first_row if table is not None and is_long else None
    print_setup.set_up(part.frame, heading_row=heading_row, area=f"A1:{last}{row - 1}")


def _title(grid: Grid, sheet: SummarySheet, columns: int) -> None:
    grid.put(2, _FIRST_COLUMN, sheet.title, TITLE)
    grid.put(3, _FIRST_COLUMN, sheet.source, SOURCE)
    grid.fill(4, range(_FIRST_COLUMN, _FIRST_COLUMN + columns), RULE)


def _lay_table(
    book: Book, part: SheetPart, sheet: SummarySheet, names: TableNames | None, grid: Grid, row: int
) -> LaidTable | None:
    if sheet.table is None or names is None:
        return None
    grid.put(row, _FIRST_COLUMN, sheet.table_title, SUBTITLE)
    grid.heights[row] = 24
    laid = LaidTable(book, part, sheet.table, names, corner=(row + 1, _FIRST_COLUMN), filtered=sheet.filtered)
    for line, cells in laid.lines():
        for column, cell in zip(laid.columns, cells, strict=True):
            grid.place(line, column, cell)
    grid.heights[laid.first_row] = HEADING_HEIGHT
    laid.finish()
    grid.heights.update(_wrapped(laid))
    return laid


def _wrapped(laid: LaidTable) -> dict[int, float]:
    """The rows whose notes take more than one line, and how high they are."""
    notes = [(place, width) for place, width in enumerate(laid.widths()) if laid.table.columns[place].kind == "note"]
    needed = (
        (line, max((height(str(cells[place] or ""), width - _AIR) for place, width in notes), default=0.0))
        for line, cells in enumerate(laid.table.rows if notes else (), start=laid.first_row + 1)
    )
    return {line: high for line, high in needed if high > ROW_HEIGHT}


def _widths(table: LaidTable | None) -> list[float]:
    widths = table.widths() if table else []
    while len(widths) < _LEAST_COLUMNS and sum(widths) + _WIDTH < _PAGE_WIDTH:
        widths.append(_WIDTH)
    return [max(widths[0], _FIRST_WIDTH), *(max(width, 8.5) for width in widths[1:])]


def _note(grid: Grid, part: SheetPart, note: Note, row: int, column: int) -> int:
    """The box at the right of the figures, as high as its text needs; gives the row after it."""
    text = "\n\n".join(note.paragraphs)
    last, needed = row + 1, height(text, _NOTE_WIDTH - 3)
    while needed > sum(grid.heights.get(line, ROW_HEIGHT) for line in range(row + 1, last + 1)):
        last += 1
    grid.put(row, column, note.title, NOTE_TITLE)
    grid.put(row + 1, column, text, NOTE_TEXT)
    for line in range(row + 2, last + 1):
        grid.put(line, column, None, NOTE_TEXT)
    part.frame.merge_cells(start_row=row + 1, end_row=last, start_column=column, end_column=column)
    return last + 1


def _frame(part: SheetPart, widths: list[float], has_note: bool) -> None:
    dimensions = part.frame.column_dimensions
    dimensions["A"].width = _MARGIN
    for number, width in enumerate(widths, start=_FIRST_COLUMN):
        dimensions[get_column_letter(number)].width = width
    if has_note:
        dimensions[get_column_letter(_FIRST_COLUMN + len(widths))].width = _MARGIN
        dimensions[get_column_letter(_FIRST_COLUMN + len(widths) + 1)].width = _NOTE_WIDTH
    part.frame.sheet_view.showGridLines = False
    row_heights(part)
