"""A written report, read back by two readers and compared cell by cell."""

import subprocess
import sys
from datetime import date, datetime, timedelta, timezone
from enum import IntEnum, StrEnum

import pytest

from mentordesk.exchange.excel import excel
from mentordesk.exchange.workbook import Column, LongRows, Report, SummarySheet, Table, TableSheet, Tile
from tests.exchange import workbooks


class Format(StrEnum):
    PEER = "peer"


class Level(IntEnum):
    SENIOR = 5


@pytest.fixture
def path(tmp_path):
    target = tmp_path / "Summary.xlsx"
    written = excel.write(workbooks.report(), target)
    assert written == excel.Written(target, (), ("Summary", "Pairs", "Contacts", "About"))
    return target


def test_sheets_come_in_the_order_of_the_report(path):
    assert workbooks.opened(path).sheetnames == ["Summary", "Pairs", "Contacts", "About"]


def test_every_cell_of_a_table_is_what_the_report_holds(path):
    pairs, contacts = workbooks.pairs_table(), workbooks.contacts_table(40)
    book = workbooks.opened(path, values=True)
    for table, sheet in ((pairs, "Pairs"), (contacts, "Contacts")):
        read = workbooks.cells(book[sheet])
        assert read[0] == [column.title for column in table.columns]
        rows = [list(row) for row in table.rows]
        read_rows = [[_as_day(value) for value in row] for row in read[1 : len(rows) + 1]]
        assert read_rows == rows


def test_another_reader_finds_the_same(path):
    read = workbooks.by_calamine(path, "Pairs")
    for found, meant in zip(read[1:5], workbooks.PAIRS, strict=True):
        assert found == ["" if value is None else value for value in meant]
    assert read[5][:2] == [4, 1]
    assert read[7][0] == "Pairs active on 4 June 2026."


def test_values_have_the_formats_of_their_kind(path):
    sheet = workbooks.opened(path)["Pairs"]
    formats = {sheet.cell(1, column).value: sheet.cell(2, column).number_format for column in range(1, 9)}
    assert formats["Last contact"] == "d mmm yyyy"
    assert formats["Share given by mentor"] == "0 %"
    assert formats["Mentor rates"] == "0.0"
    assert formats["Project hours"] == '#,##0;-#,##0;"–"'
    assert sheet["A6"].number_format == '[=1]0 "pair";#,##0 "pairs"'
    assert sheet["D2"].alignment.horizontal == "right"
    assert sheet["E2"].alignment.horizontal == "left"


def test_headings_are_white_on_green_and_stay_in_sight(path):
    book = workbooks.opened(path)
    heading = book["Pairs"]["A1"]
    assert heading.font.color.rgb.endswith("FFFFFF")
    assert heading.fill.fgColor.rgb.endswith("0E5E5A")
    assert heading.alignment.wrap_text
    assert book["Pairs"].freeze_panes == "A2"
    assert book["Contacts"].freeze_panes == "A2"


def test_wide_tables_keep_their_first_column_in_sight(tmp_path):
    columns = [Column(f"Number {place}", "integer") for place in range(9)]
    excel.write(workbooks.one_table(*columns), tmp_path / "wide.xlsx")
    assert workbooks.opened(tmp_path / "wide.xlsx")["Facts"].freeze_panes == "B2"


def test_columns_are_wide_enough_for_their_longest_value(path):
    sheet = workbooks.opened(path)["Pairs"]
    assert sheet.column_dimensions["A"].width >= max(len(str(cells[0])) for cells in workbooks.PAIRS)
    assert sheet.column_dimensions["C"].width >= len("23 May 2026")


def test_sheets_print_landscape_one_page_wide_with_headings_and_footer(path):
    for sheet in workbooks.opened(path):
        assert sheet.page_setup.orientation == "landscape"
        assert sheet.sheet_properties.pageSetUpPr.fitToPage
        assert (sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight) == (1, 0)
        footer = sheet.oddFooter
        assert (footer.left.text, footer.center.text, footer.right.text) == ("&F", "Page &P of &N", "4 June 2026")
    assert workbooks.opened(path)["Contacts"].print_title_rows == "$1:$1"


def test_the_file_says_its_title_and_company_and_no_author(path):
    properties = workbooks.opened(path).properties
    assert properties.title == "Cohort summary"
    assert not properties.creator
    assert properties.created == workbooks.MADE.astimezone().replace(tzinfo=None)
    app = workbooks.part(path, "docProps/app.xml")
    assert "Solvane" in [element.text for element in app]


def test_the_summary_has_a_margin_tiles_table_and_note(path):
    sheet = workbooks.opened(path, values=True)["Summary"]
    assert sheet.column_dimensions["A"].width < 3
    assert not sheet.sheet_view.showGridLines
    assert (sheet["B2"].value, sheet["B2"].font.size) == ("Crossroads 2025–26: cohort summary", 16)
    told = [value for row in workbooks.cells(sheet) for value in row if value is not None]
    for text in ("In contact, 30 days", "3 of 4", "42 : 27", "74 of 87", "Reading this sheet", "Pairs"):
        assert text in told
    assert "Health is the worst of four signals.\n\nAll rules: sheet “About”." in told


def test_the_about_sheet_reads_from_top_to_bottom(path):
    told = [[_as_day(value) for value in row if value is not None] for row in workbooks.cells(_values(path)["About"])]
    assert [row for row in told if row] == [
        ["About this report"],
        ["Scope"],
        ["Made on", date(2026, 6, 4)],
        ["Counted from the contacts."],
    ]


def test_long_sheets_are_written_row_by_row(tmp_path):
    asked: list[int] = []
    excel.write(
        workbooks.report(contacts=3_000), tmp_path / "long.xlsx", lambda done, total: asked.append(done * 100 // total)
    )
    rows = workbooks.by_calamine(tmp_path / "long.xlsx", "Contacts")
    assert rows[3_000][:2] == [date(2025, 10, 6) + timedelta(days=2_999), "note 2999"]
    assert asked[0] == 0
    assert asked[-1] == 100
    assert asked == sorted(asked)
    assert len(asked) > 6


def test_progress_survives_rows_that_are_more_than_promised(tmp_path):
    rows = LongRows(10, lambda: [(number,) for number in range(1_500)])
    told: list[tuple[int, int]] = []
    report = Report("Many", "Many.xlsx", (TableSheet("Many", Table("Many", (Column("N", "integer"),), rows)),))
    excel.write(report, tmp_path / "many.xlsx", lambda done, total: told.append((done, total)))
    assert all(done <= total for done, total in told)
    assert len(workbooks.by_calamine(tmp_path / "many.xlsx", "Many")) == 1_501


def test_moments_with_a_time_zone_are_written_in_local_time(tmp_path):
    moment = datetime(2026, 6, 4, 9, 41, 30, tzinfo=timezone(timedelta(hours=-7)))
    excel.write(workbooks.one_table(Column("Logged", "moment"), rows=((moment,),)), tmp_path / "m.xlsx")
    read = workbooks.opened(tmp_path / "m.xlsx")["Facts"]["A2"]
    assert read.value == moment.astimezone().replace(tzinfo=None)
    assert read.number_format == "d mmm yyyy hh:mm"


def test_days_before_excels_calendar_and_very_long_numbers_are_text(tmp_path):
    rows = ((date(1899, 5, 3), 12_345_678_901_234_567), (date(1900, 3, 1), 42))
    excel.write(workbooks.one_table(Column("Day", "date"), Column("Number", "integer"), rows=rows), tmp_path / "d.xlsx")
    read = workbooks.cells(workbooks.opened(tmp_path / "d.xlsx")["Facts"])
    assert read[1] == ["3 May 1899", "12345678901234567"]
    assert [_as_day(value) for value in read[2]] == [date(1900, 3, 1), 42]


def test_what_is_no_number_and_no_text_is_still_readable(tmp_path):
    rows = ((float("nan"), True), (float("inf"), Format.PEER), (2.5, Level.SENIOR), (None, ""))
    excel.write(workbooks.one_table(Column("Average", "average"), Column("Any", "any"), rows=rows), tmp_path / "o.xlsx")
    read = workbooks.cells(workbooks.opened(tmp_path / "o.xlsx")["Facts"])
    assert read[1:] == [["–", "Yes"], ["–", "peer"], [2.5, 5], [None, None]]


def test_a_summary_may_have_nothing_but_its_title_and_figures(tmp_path):
    summary = SummarySheet("Summary", "Quiet", "No pair yet.", (Tile("Pairs", (0,)), Tile("Contacts", (0,))))
    excel.write(Report("Quiet", "q.xlsx", (summary,)), tmp_path / "q.xlsx")
    told = [
        value for row in workbooks.cells(workbooks.opened(tmp_path / "q.xlsx")["Summary"]) for value in row if value
    ]
    assert told == ["Quiet", "No pair yet.", "Pairs", "Contacts"]


def test_a_text_too_long_for_a_cell_is_told(tmp_path):
    rows = (("x" * 40_000,), ("short",))
    written = excel.write(workbooks.one_table(Column("Note", "note"), rows=rows), tmp_path / "n.xlsx")
    assert written.remarks == ("1 text was longer than an Excel cell holds (32,767 characters) and shortened.",)
    assert str(workbooks.cells(workbooks.opened(tmp_path / "n.xlsx")["Facts"])[1][0]).endswith(
        "[shortened from 40,000 characters]"
    )


def _values(path):
    return workbooks.opened(path, values=True)


def _as_day(value):
    return value.date() if isinstance(value, datetime) else value


def test_the_writer_is_loaded_without_what_it_needs_of_excel():
    code = "import sys, mentordesk.exchange.excel.excel; print('openpyxl' in sys.modules, 'lxml' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["False", "False"]
