"""A table on a sheet: heading, rows, figures under them, tints, bars, Excel's own table. Knows no other part."""

from collections.abc import Iterator

from openpyxl.formatting.rule import Rule
from openpyxl.styles import Font, PatternFill
from openpyxl.styles.differential import DifferentialStyle
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.filters import AutoFilter
from openpyxl.worksheet.table import Table as ExcelTable
from openpyxl.worksheet.table import TableColumn, TableFormula

from mentordesk.exchange.excel import formulas
from mentordesk.exchange.excel import looks as excel_looks
from mentordesk.exchange.excel.book import Bar, Book, SheetPart, TableNames
from mentordesk.exchange.excel.cells import Pen
from mentordesk.exchange.excel.formulas import Range
from mentordesk.exchange.excel.steps import EVERY
from mentordesk.exchange.excel.widths import fitting
from mentordesk.exchange.workbook import NUMERIC, Column, Table, Tint, Total
from mentordesk.exchange.workbook_figures import Tally, wanted

# Bars of a table without large values are not drawn at full length.
_LEAST_SCALE = 10.0


class LaidTable:
    """A table at its place on a sheet. Take its `lines` first, then `finish` it."""

    def __init__(
        self,
        book: Book,
        part: SheetPart,
        table: Table,
        names: TableNames,
        *,
        corner: tuple[int, int],
        filtered: bool,
    ) -> None:
        row, column = corner
        self.table = table
        self.names = names
        self.tally = Tally(table, wanted(book.report, table))
        self.first_row = row
        self.last_row = row + 1
        self._filtered = filtered
        self._book = book
        self._part = part
        self._first_column = column
        self._pens = [
            Pen(book.strings, book.looks, column + place, excel_looks.body(each))
            for place, each in enumerate(table.columns)
        ]

    @property
    def columns(self) -> range:
        return range(self._first_column, self._first_column + len(self.table.columns))

    @property
    def end_row(self) -> int:
        """The last row, with the figures under the table."""
        return self.last_row + self.table.has_totals

    def lines(self) -> Iterator[tuple[int, list[str]]]:
        """Row by row its number and cells: heading, rows (one empty one where there is none), figures."""
        yield self.first_row, self._heading_cells()
        yield from self._body_lines()
        if self.table.has_totals:
            yield self.end_row, self._total_cells()

    def _heading_cells(self) -> list[str]:
        looks = [excel_looks.heading(column, filtered=self._filtered) for column in self.table.columns]
        return [
            Pen(self._book.strings, self._book.looks, number, look).cell(self.first_row, heading)
            for number, look, heading in zip(self.columns, looks, self.names.headings, strict=True)
        ]

    def _body_lines(self) -> Iterator[tuple[int, list[str]]]:
        row, cells_of, add = self.first_row, [pen.cell for pen in self._pens], self.tally.add
        for cells in self.table.rows:
            row += 1
            add(cells)
            yield row, [cell(row, value) for cell, value in zip(cells_of, cells, strict=True)]
            if not (row - self.first_row) % EVERY:
                self._book.steps.rows(EVERY)
        if row == self.first_row:
            row += 1
            yield row, [cell(row, None) for cell in cells_of]
        self.last_row = row

    def _total_cells(self) -> list[str]:
        return [
            self._total_cell(number, column) for number, column in zip(self.columns, self.table.columns, strict=True)
        ]

    def _total_cell(self, number: int, column: Column) -> str:
        pen = Pen(self._book.strings, self._book.looks, number, excel_looks.total(column))
        if column.total is None:
            return pen.cell(self.end_row, None)
        formula = formulas.total(column.total, self.ranges(column.title, column.total))
        return pen.formula(self.end_row, formula, self.tally.figure(column.title, column.total))

    def ranges(self, title: str, total: Total) -> list[Range]:
        """The columns that a figure is counted from."""
        titles = (total.part, total.rest) if total.kind == "share" else (title,)
        return [self._range(self.table.index(each)) for each in titles]

    def _range(self, place: int) -> Range:
        letter = self._pens[place].letter
        sheet = self._part.name.replace("'", "''")
        cells = f"'{sheet}'!${letter}${self.first_row + 1}:${letter}${self.last_row}"
        return Range(self.names.name, self.names.headings[place], cells)

    def widths(self) -> list[float]:
        """How wide each column has to be, in characters; a heading with a filter button needs room for it."""
        return [
            min(column.width, 255)
            if column.width
            else fitting(column, heading, pen.longest, pen.largest, filtered=self._filtered)
            for column, heading, pen in zip(self.table.columns, self.names.headings, self._pens, strict=True)
        ]

    def finish(self) -> None:
        """Adds what lies over the cells: the table itself, tints, stripes, bars."""
        self._part.frame.add_table(self._excel_table())
        for place, column in enumerate(self.table.columns):
            self._add_rules(self._cells(place), self._pens[place].letter, column)
            if column.kind not in NUMERIC:
                self._part.texts.append(self._cells(place))
        bars = [(place, column.bar) for place, column in enumerate(self.table.columns) if column.bar]
        scale = max([_LEAST_SCALE, *(self._pens[place].largest for place, _grows in bars)])
        for place, grows in bars:
            self._part.bars.append(Bar(self._cells(place), excel_looks.BARS[grows], grows, scale))

    def _cells(self, place: int) -> str:
        first, last = (f"{self._pens[place].letter}{row}" for row in (self.first_row + 1, self.last_row))
        # openpyxl writes a range of one cell as that cell: the rules are found again by this text.
        return first if first == last else f"{first}:{last}"

    def _excel_table(self) -> ExcelTable:
        first, last = (get_column_letter(number) for number in (self.columns[0], self.columns[-1]))
        excel_table = ExcelTable(
            displayName=self.names.name,
            name=self.names.name,
            ref=f"{first}{self.first_row}:{last}{self.end_row}",
            totalsRowCount=1 if self.table.has_totals else None,
        )
        if self._filtered:
            excel_table.autoFilter = AutoFilter(ref=f"{first}{self.first_row}:{last}{self.last_row}")
        excel_table.tableColumns = [self._table_column(place) for place in range(len(self.table.columns))]
        return excel_table

    def _table_column(self, place: int) -> TableColumn:
        total = self.table.columns[place].total
        column = TableColumn(id=place + 1, name=self.names.headings[place])
        if total is None:
            return column
        ranges = self.ranges(self.table.columns[place].title, total)
        if total.kind in ("sum", "count") and str(ranges[0]) != ranges[0].cells:
            column.totalsRowFunction = total.kind
        else:
            column.totalsRowFunction = "custom"
            column.totalsRowFormula = TableFormula(attr_text=formulas.total(total, ranges))
        return column

    def _add_rules(self, cells: str, letter: str, column: Column) -> None:
        first = f"{letter}{self.first_row + 1}"
        for tint in column.tints:
            self._part.frame.conditional_formatting.add(cells, _tint_rule(tint, first))
        stripe = DifferentialStyle(fill=PatternFill(bgColor=excel_looks.SUNKEN))
        odd = f"MOD(ROW(),2)={(self.first_row + 2) % 2}"
        self._part.frame.conditional_formatting.add(cells, Rule(type="expression", dxf=stripe, formula=[odd]))


def _tint_rule(tint: Tint, cell: str) -> Rule:
    fill, color = excel_looks.TONES[tint.tone]
    if tint.word is not None:
        condition = f"{cell}={formulas.quoted(tint.word)}"
    else:
        limits = [f"{cell}>{tint.above!r}"] * (tint.above is not None) + [f"{cell}<{tint.below!r}"] * (
            tint.below is not None
        )
        condition = f"AND(ISNUMBER({cell}),OR({','.join(limits)}))"
    style = DifferentialStyle(font=Font(bold=True, color=color), fill=PatternFill(bgColor=fill))
    return Rule(type="expression", dxf=style, formula=[condition], stopIfTrue=True)
