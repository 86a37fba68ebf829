"""Workbooks for tests: a report with everything in it, and ways to look into a written file."""

import re
import warnings
import zipfile
from datetime import date, datetime, timedelta, timezone
from pathlib import Path

import openpyxl
import python_calamine
from lxml import etree
from openpyxl.worksheet.worksheet import Worksheet

from mentordesk.exchange.workbook import (
    AVERAGE,
    COUNT,
    HEALTH_TINTS,
    RATING_TINTS,
    SHARE_TINTS,
    SUM,
    Cells,
    Chart,
    Column,
    Definition,
    Figure,
    Heading,
    LongRows,
    Note,
    Paragraph,
    Properties,
    Report,
    Series,
    SummarySheet,
    Table,
    TableSheet,
    TextSheet,
    Tile,
    Total,
    Value,
)

NAMESPACES = {
    "m": "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
    "c": "http://schemas.openxmlformats.org/drawingml/2006/chart",
    "x14": "http://schemas.microsoft.com/office/spreadsheetml/2009/9/main",
    "xm": "http://schemas.microsoft.com/office/excel/2006/main",
    "xdr": "http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing",
}
MADE = datetime(2026, 6, 4, 9, 41, tzinfo=timezone(timedelta(hours=2)))
PAIRS: tuple[Cells, ...] = (
    ("Amara Okonkwo & Jonas Weidmann", "On track", date(2026, 6, 2), 13, 16, 13 / 29, 4.25, 18),
    ("Ingrid Tveit & Kwame Boateng", "Watch", date(2026, 5, 23), 20, 4, 20 / 24, 3.5, 26),
    ("Rafael Monteiro & Priya Raman", "At risk", date(2026, 5, 15), 9, 7, 9 / 16, 2.5, 0),
    ("Yusuf Karim & Aoife Brennan", "Watch", None, 0, 0, None, None, 14),
)
MONTHS = ("March", "April", "May")
CONTACTS_CHART = Chart(
    "stacked_columns",
    "Contacts per month",
    MONTHS,
    (Series("Meetings", "s1", (13, 11, 12)), Series("Texts", "s3", (14, 12, 13))),
    ("Rhythm", (4, 4, 4)),
    "Most contacts in March",
)
POINTS_CHART = Chart(
    "clustered_columns",
    "Points given per month",
    MONTHS,
    (Series("Mentors", "left", (27, 28, 25)), Series("Mentees", "right", (19, 20, 20))),
)


def pairs_table(rows: tuple[Cells, ...] = PAIRS) -> Table:
    share = Total("share", part="Mentor gave", rest="Mentee gave")
    on_track = Total("count_of", word="On track")
    return Table(
        "Pairs",
        (
            Column("Pair", total=COUNT, noun=("pair", "pairs")),
            Column("Health", tints=HEALTH_TINTS, total=on_track, noun=("on track", "on track")),
            Column("Last contact", "date"),
            Column("Mentor gave", "points", bar="left", total=SUM),
            Column("Mentee gave", "points", bar="right", total=SUM),
            Column("Share given by mentor", "percent", tints=SHARE_TINTS, total=share),
            Column("Mentor rates", "average", tints=RATING_TINTS, total=AVERAGE),
            Column("Project hours", "hours", total=SUM),
        ),
        rows,
    )


def contact_rows(count: int) -> LongRows:
    def rows() -> list[Cells]:
        start = date(2025, 10, 6)
        return [(start + timedelta(days=day), f"note {day}", day % 90) for day in range(count)]

    return LongRows(count, rows)


def contacts_table(count: int) -> Table:
    columns = (
        Column("Date", "date"),
        Column("Note [short]", total=COUNT),
        Column("Minutes, all", "integer", total=SUM),
    )
    return Table("Contacts", columns, contact_rows(count))


def tiles() -> tuple[Tile, ...]:
    return (
        Tile("Pairs", (Figure("Pairs", "Pair", COUNT),), explanation="1 on track"),
        Tile("In contact, 30 days", (3, " of ", Figure("Pairs", "Pair", COUNT))),
        Tile("Milestones on time", (74 / 87,), "percent", "74 of 87"),
        Tile("Check-in average", (Figure("Pairs", "Mentor rates", AVERAGE),), "average"),
        Tile("Give and take", (Figure("Pairs", "Mentor gave", SUM), " : ", Figure("Pairs", "Mentee gave", SUM))),
        Tile("Minutes", (Figure("Contacts", "Minutes, all", SUM),)),
        Tile("Cohorts", ("one",), "text"),
    )


def report(contacts: int = 40) -> Report:
    """A report that has every kind of sheet, column, total, tile and chart."""
    summary = SummarySheet(
        "Summary",
        "Crossroads 2025–26: cohort summary",
        "Solvane mentoring. Period 6 Oct 2025 to 4 Jun 2026.",
        tiles(),
        "Pairs",
        pairs_table(),
        (CONTACTS_CHART, POINTS_CHART),
        Note("Reading this sheet", ("Health is the worst of four signals.", "All rules: sheet “About”.")),
    )
    about = TextSheet(
        "About",
        "About this report",
        (Heading("Scope"), Definition("Made on", date(2026, 6, 4)), Paragraph("Counted from the contacts.")),
    )
    sheets = (
        summary,
        TableSheet("Pairs", pairs_table(), "Pairs active on 4 June 2026."),
        TableSheet("Contacts", contacts_table(contacts)),
        about,
    )
    return Report("Cohort summary", "Summary.xlsx", sheets, Properties(company="Solvane", made=MADE))


def one_table(*columns: Column, rows: tuple[Cells, ...] = (), name: str = "Facts") -> Report:
    """A report of one sheet with one table."""
    return Report("Facts", "Facts.xlsx", (TableSheet("Facts", Table(name, columns, rows)),))


def opened(path: Path, *, values: bool = False) -> openpyxl.Workbook:
    """The workbook as openpyxl reads it, which warns of every extension that it does not know."""
    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", message=".*extension is not supported")
        return openpyxl.load_workbook(path, data_only=values)


def cells(worksheet: Worksheet) -> list[list[object]]:
    return [list(row) for row in worksheet.iter_rows(values_only=True)]


def by_calamine(path: Path, sheet: str) -> list[list[object]]:
    """The sheet as another reader sees it."""
    return python_calamine.load_workbook(path).get_sheet_by_name(sheet).to_python(skip_empty_area=False)


def part(path: Path, name: str) -> etree._Element:
    """One part of the file."""
    with zipfile.ZipFile(path) as package:
        return etree.fromstring(package.read(name))


def find(root: etree._Element, query: str) -> list[etree._Element]:
    """Elements of a part, by XPath."""
    return list(root.xpath(query, namespaces=NAMESPACES))


def without_values(path: Path, target: Path) -> None:
    """A copy in which no formula has a stored value: who reads it has to count."""
    with zipfile.ZipFile(path) as source, zipfile.ZipFile(target, "w") as copy:
        for name in source.namelist():
            content = source.read(name)
            if name.startswith("xl/worksheets/sheet"):
                content = re.sub(rb"(</f>)<v>[^<]*</v>", rb"\1", content)
            copy.writestr(name, content)


def formulas(path: Path) -> dict[tuple[str, str], tuple[str, Value]]:
    """Every formula of a workbook and the value stored beside it, by sheet and cell."""
    stored = opened(path, values=True)
    return {
        (worksheet.title, cell.coordinate): (cell.value, stored[worksheet.title][cell.coordinate].value)
        for worksheet in opened(path)
        for row in worksheet.iter_rows()
        for cell in row
        if cell.data_type == "f"
    }
