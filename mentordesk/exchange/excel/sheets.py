"""The sheets with one table, and the sheets to read. Knows neither the summary nor the file."""

from openpyxl.utils import get_column_letter

from mentordesk.exchange.excel import print_setup
from mentordesk.exchange.excel.book import Book, SheetPart, TableNames
from mentordesk.exchange.excel.cells import Grid, row_xml
from mentordesk.exchange.excel.looks import DEFINITION, HEADING_TEXT, PARAGRAPH, REMARK, TERM, TITLE
from mentordesk.exchange.excel.table import LaidTable
from mentordesk.exchange.excel.widths import height
from mentordesk.exchange.workbook import Definition, Heading, Paragraph, TableSheet, TextSheet
from mentordesk.exchange.workbook_figures import shown

HEADING_HEIGHT = 31.0
ROW_HEIGHT = 17.0
# Tables with more columns keep their first one in sight.
_FEW_COLUMNS = 8
_TERM_WIDTH, _MEANING_WIDTH = 30.0, 92.0


def table_sheet(book: Book, part: SheetPart, sheet: TableSheet, names: TableNames) -> LaidTable:
    """A table from the first row on, row by row straight to where it waits."""
    laid = LaidTable(book, part, sheet.table, names, corner=(1, 1), filtered=True)
    for row, cells in laid.lines():
        part.body.write(row_xml(row, "".join(cells), HEADING_HEIGHT if row == 1 else None).encode())
    laid.finish()
    last_row = laid.end_row
    if sheet.remark:
        last_row += 2
        remark = Grid(book.strings, book.looks)
        remark.put(last_row, 1, sheet.remark, REMARK)
        remark.write(part.body)
    part.last_cell = f"{get_column_letter(laid.columns[-1])}{last_row}"
    _frame_of_table(part, laid, last_row)
    return laid


def _frame_of_table(part: SheetPart, laid: LaidTable, last_row: int) -> None:
    worksheet = part.frame
    for number, width in zip(laid.columns, laid.widths(), strict=True):
        worksheet.column_dimensions[get_column_letter(number)].width = width
    worksheet.freeze_panes = "B2" if len(laid.table.columns) > _FEW_COLUMNS else "A2"
    if not any(column.kind == "note" for column in laid.table.columns):
        row_heights(part)
    print_setup.set_up(worksheet, heading_row=1, area=_printed(laid, last_row))


def _printed(laid: LaidTable, last_row: int) -> str | None:
    """The columns that fit a page at a size one can read; None where all do."""
    printed = [number for number, column in zip(laid.columns, laid.table.columns, strict=True) if not column.on_screen]
    if not printed or len(printed) == len(laid.table.columns):
        return None
    return f"A1:{get_column_letter(printed[-1])}{last_row}"


def row_heights(part: SheetPart) -> None:
    """All rows that say nothing else are a little higher than their letters."""
    part.frame.sheet_format.defaultRowHeight = ROW_HEIGHT
    part.frame.sheet_format.customHeight = True


def text_sheet(book: Book, part: SheetPart, sheet: TextSheet) -> None:
    """Title, then blocks: headings, paragraphs over both columns, terms beside their meanings."""
    grid = Grid(book.strings, book.looks)
    grid.put(2, 2, sheet.title, TITLE)
    grid.heights.update({1: 6, 2: 26, 3: 8})
    row = 3
    for block in sheet.blocks:
        row += 1
        _block(grid, part, row, block)
    grid.write(part.body)
    part.last_cell = f"C{row}"
    for letter, width in (("A", 1.5), ("B", _TERM_WIDTH), ("C", _MEANING_WIDTH)):
        part.frame.column_dimensions[letter].width = width
    part.frame.sheet_view.showGridLines = False
    print_setup.set_up(part.frame)


def _block(grid: Grid, part: SheetPart, row: int, block: Heading | Paragraph | Definition) -> None:
    if isinstance(block, Definition):
        grid.put(row, 2, block.term, TERM)
        grid.put(row, 3, block.meaning, DEFINITION)
        lines = max(height(block.term, _TERM_WIDTH), height(shown(block.meaning), _MEANING_WIDTH))
        grid.heights[row] = lines + 2
    elif isinstance(block, Heading):
        grid.put(row, 2, block.text, HEADING_TEXT)
        grid.heights[row] = 28
    else:
        part.frame.merge_cells(start_row=row, end_row=row, start_column=2, end_column=3)
        grid.put(row, 2, block.text, PARAGRAPH)
        grid.heights[row] = height(block.text, _TERM_WIDTH + _MEANING_WIDTH) + 4
