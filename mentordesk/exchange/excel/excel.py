"""The only writer of .xlsx: reports, rejected rows, an empty roster. Knows neither desk nor window.

What it needs of openpyxl is imported when something is written.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from mentordesk.exchange.excel import target
from mentordesk.exchange.excel.steps import Steps
from mentordesk.exchange.workbook import Column, Report, Table, TableSheet, Value

if TYPE_CHECKING:
    from mentordesk.exchange.excel.book import Book
    from mentordesk.exchange.excel.table import LaidTable

_PROBLEM = "Problem"


@dataclass(frozen=True)
class Written:
    """A workbook that is on the disk; `remarks` tells in sentences what could not be written as it was. `sheets` are
    the names of its tabs."""

    path: Path
    remarks: tuple[str, ...] = ()
    sheets: tuple[str, ...] = ()


def write(
    report: Report,
    path: Path,
    progress: Callable[[int, int], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> Written:
    """Writes a report. `progress` hears of steps done and all steps, `cancelled` is asked often.

    Raises CancelledError when stopped and FileError when the file cannot be written: then no file is left behind and
    one that was there is untouched.
    """
    return _write(report, path, "report", progress, cancelled)


def write_rejects(path: Path, headings: Sequence[str], rows: Iterable[tuple[Sequence[Value], str]]) -> Written:
    """Rows of an import that were left out: their original cells, and what is wrong in a column Problem.

    A last column Problem of an earlier round is replaced.
    """
    width = len(headings) - (bool(headings) and headings[-1] == _PROBLEM)
    columns = (*(Column(heading, "any") for heading in headings[:width]), Column(_PROBLEM, "note"))
    cells = tuple((*_fitted(row, width), problem) for row, problem in rows)
    table = Table("Rows_to_fix", columns, cells)
    return _write(Report("Rows to fix", path.name, (TableSheet("Rows to fix", table),)), path, "list of rows")


def write_template(path: Path) -> Written:
    """An empty roster to fill in: explained columns, choices to pick from, a sheet that says what each column means."""
    from mentordesk.exchange.excel import roster

    return _write(roster.REPORT, path, "roster", finish=roster.add_choices)


def _fitted(row: Sequence[Value], width: int) -> tuple[Value, ...]:
    """As many cells as there are headings."""
    return (*row[:width], *(None for _ in range(width - len(row))))


def _write(
    report: Report,
    path: Path,
    what: str,
    progress: Callable[[int, int], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
    finish: "Callable[[Book], None] | None" = None,
) -> Written:
    from mentordesk.exchange.excel import package
    from mentordesk.exchange.excel.book import Book

    with target.replacing(path, what) as file:
        book = Book(report, Steps(sum(len(table.rows) for table in report.tables()), progress, cancelled))
        try:
            _lay_out(book)
            if finish is not None:
                finish(book)
            package.pack(book, file)
        finally:
            book.close()
    return Written(path, _remarks(book), tuple(part.name for part in book.parts))


def _lay_out(book: "Book") -> None:
    """All sheets; summaries last, because their tiles count what is on the others."""
    from mentordesk.exchange.excel import print_setup, summary
    from mentordesk.exchange.excel import sheets as excel_sheets

    laid: dict[str, LaidTable] = {}
    sheets = list(zip(book.report.sheets, book.parts, strict=True))
    for place, (sheet, part) in enumerate(sheets):
        if sheet.kind == "table":
            laid.setdefault(sheet.table.name, excel_sheets.table_sheet(book, part, sheet, book.table_names[place]))
        elif sheet.kind == "text":
            excel_sheets.text_sheet(book, part, sheet)
    for place, (sheet, part) in enumerate(sheets):
        if sheet.kind == "summary":
            summary.summary_sheet(book, part, sheet, book.table_names.get(place), laid)
    if (made := book.report.properties.made) is not None:
        for part in book.parts:
            print_setup.say_when(part.frame, made.astimezone().date())


def _remarks(book: "Book") -> tuple[str, ...]:
    shortened = book.strings.shortened
    if not shortened:
        return ()
    texts = "1 text was" if shortened == 1 else f"{shortened} texts were"
    return (f"{texts} longer than an Excel cell holds (32,767 characters) and shortened.",)
