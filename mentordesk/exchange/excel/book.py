"""What all sheets of one workbook share while it is written. Knows no layout."""

import tempfile
from dataclasses import dataclass, field
from typing import IO

from openpyxl import Workbook
from openpyxl.packaging.core import DocumentProperties
from openpyxl.styles import Font
from openpyxl.utils.indexed_list import IndexedList
from openpyxl.worksheet.worksheet import Worksheet

from mentordesk.domain.errors import FileError
from mentordesk.exchange.excel import text as excel_text
from mentordesk.exchange.excel.cells import Strings
from mentordesk.exchange.excel.looks import FONT, SIZE, TEXT, Looks
from mentordesk.exchange.excel.steps import Steps
from mentordesk.exchange.workbook import Report, Table

MOST_ROWS = 1_048_576
MOST_COLUMNS = 16_384
# Sheets longer than this wait on the disk until they are packed: a report has a dozen of them.
_IN_MEMORY = 1024 * 1024


@dataclass(frozen=True)
class TableNames:
    """What a table and its columns are called in the file."""

    name: str
    headings: tuple[str, ...]


@dataclass(frozen=True)
class Bar:
    """A data bar: openpyxl knows neither its direction nor its solid fill."""

    cells: str
    color: str
    grows: str
    maximum: float


def _waiting_rows() -> IO[bytes]:
    return tempfile.SpooledTemporaryFile(max_size=_IN_MEMORY)


@dataclass
class SheetPart:
    """One sheet: the frame that openpyxl makes, and what is put into it afterwards."""

    name: str
    frame: Worksheet
    body: IO[bytes] = field(default_factory=_waiting_rows)
    last_cell: str = "A1"
    bars: list[Bar] = field(default_factory=list)
    texts: list[str] = field(default_factory=list)
    charts: list[str] = field(default_factory=list)


class Book:
    """One workbook being written."""

    def __init__(self, report: Report, steps: Steps) -> None:
        self.report = report
        self.steps = steps
        self.table_names = _table_names(report)
        self.workbook = _empty_workbook(report)
        self.looks = Looks(self.workbook)
        self.strings = Strings()
        names = excel_text.sheet_names(sheet.name for sheet in report.sheets)
        self.parts = [SheetPart(name, _sheet(self.workbook, place, name)) for place, name in enumerate(names)]

    def close(self) -> None:
        """Lets go of the rows that wait."""
        for part in self.parts:
            part.body.close()


def _sheet(workbook: Workbook, place: int, name: str) -> Worksheet:
    worksheet = workbook.worksheets[0] if place == 0 else workbook.create_sheet()
    worksheet.title = name
    return worksheet


def _table_names(report: Report) -> dict[int, TableNames]:
    """The names of each sheet's table, by the sheet's place; tables with a sheet of their own choose first."""
    tables = {
        place: sheet.table
        for kind in ("table", "summary")
        for place, sheet in enumerate(report.sheets)
        if sheet.kind != "text" and sheet.kind == kind and sheet.table is not None
    }
    names = excel_text.table_names(table.name for table in tables.values())
    for table in tables.values():
        _check_size(table)
    return {
        place: TableNames(name, excel_text.headings(column.title for column in table.columns))
        for (place, table), name in zip(tables.items(), names, strict=True)
    }


def _check_size(table: Table) -> None:
    room = MOST_ROWS - 100
    if len(table.rows) > room or len(table.columns) > MOST_COLUMNS:
        raise FileError(
            f"The report was not saved. “{table.name}” has {len(table.rows):,} rows and {len(table.columns):,} "
            f"columns; an Excel sheet holds {room:,} and {MOST_COLUMNS:,}.",
            advice="Choose a shorter period or a single cohort.",
            safe="Nothing in MentorDesk has changed.",
        )


def _empty_workbook(report: Report) -> Workbook:
    workbook = Workbook()
    font = Font(name=FONT, size=SIZE, family=2, color=TEXT)
    # The first font is what column widths and the row and column headings are measured in.
    workbook._fonts = IndexedList([font])
    workbook._named_styles["Normal"].font = font
    workbook.calculation.fullCalcOnLoad = False
    workbook.calculation.calcId = 191029
    workbook.properties = _properties(report)
    return workbook


def _properties(report: Report) -> DocumentProperties:
    properties = report.properties
    made = properties.made.astimezone().replace(tzinfo=None) if properties.made else None
    return DocumentProperties(
        title=excel_text.clean(report.title),
        creator=excel_text.clean(properties.author),
        subject=excel_text.clean(properties.subject) or None,
        created=made,
    )
