"""Workbooks as people make them become headings and rows, whatever stands around the table."""

from datetime import date, datetime, time
from pathlib import Path

import pytest
from openpyxl import Workbook
from openpyxl.styles import PatternFill

from mentordesk.domain.errors import FileError
from mentordesk.exchange.excel import reader
from tests.exchange import hostile
from tests.exchange.hostile import HEADINGS, PEOPLE


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "Roster.xlsx"


def test_a_plain_workbook_becomes_headings_and_numbered_rows(path: Path) -> None:
    table = reader.read(hostile.xlsx(path, (HEADINGS, *PEOPLE)))
    assert (table.name, table.sheets, table.header) == ("People", ("People",), 0)
    assert table.headings == HEADINGS
    assert table.body == ((2, PEOPLE[0]), (3, PEOPLE[1]))
    assert table.rows == [list(HEADINGS), list(PEOPLE[0]), list(PEOPLE[1])]
    assert table.notes == ()


def test_titles_dates_and_empty_rows_above_the_headings_are_passed_by(path: Path) -> None:
    above = (("Mentoring roster 2026",), ("Exported on", date(2026, 6, 4)), (), ())
    table = reader.read(hostile.xlsx(path, (*above, HEADINGS, *PEOPLE)))
    assert table.headings == HEADINGS
    assert [number for number, _cells in table.body] == [6, 7]


def test_a_merged_title_above_the_headings_is_no_heading(path: Path) -> None:
    book = Workbook()
    book.active.append(["Roster of the spring cohort"])
    book.active.merge_cells("A1:C1")
    for row in (HEADINGS, *PEOPLE):
        book.active.append(row)
    book.save(path)
    table = reader.read(path)
    assert (table.headings, len(table.body), table.notes) == (HEADINGS, 2, ())


def test_merged_cells_in_the_rows_have_their_value_in_the_first_cell_and_are_told(path: Path) -> None:
    book = Workbook()
    for row in (HEADINGS, *PEOPLE):
        book.active.append(row)
    book.active.merge_cells("C2:C3")
    book.save(path)
    table = reader.read(path)
    assert [cells[2] for _number, cells in table.body] == ["Operations", None]
    assert table.notes == ("1 merged area (C2:C3) was read as a value in the first cell and empty cells after it",)


def test_formulas_have_their_stored_value_and_without_one_are_empty_and_told(path: Path) -> None:
    stored = '<c r="D2" t="str"><f>UPPER(C2)</f><v>OPERATIONS</v></c>'
    bare = '<c r="D3"><f>UPPER(C3)</f><v></v></c>'
    xml = hostile.table_xml((hostile.cell("D1", "Shout"), stored, bare))
    table = reader.read(hostile.raw_xlsx(path, xml))
    assert [cells[3] for _number, cells in table.body] == ["OPERATIONS", None]
    assert table.notes[0].startswith("1 formula (D3) has no stored value and was read as empty")


def test_sixteen_thousand_empty_columns_do_not_count(path: Path) -> None:
    book = Workbook()
    for row in (HEADINGS, *PEOPLE):
        book.active.append(row)
    grey = PatternFill("solid", fgColor="DDDDDD")
    for column in range(1, 16_385):
        book.active.cell(1, column).fill = grey
    book.save(path)
    assert reader.read(path).headings == HEADINGS


def test_sixteen_thousand_columns_of_empty_texts_do_not_count(path: Path) -> None:
    empty = '<c t="str"><v></v></c>' * 16_381
    table = reader.read(hostile.raw_xlsx(path, hostile.table_xml((empty, "", ""))))
    assert (table.headings, len(table.body)) == (HEADINGS, 2)


def test_nine_hundred_empty_rows_in_the_used_range_do_not_count(path: Path) -> None:
    book = Workbook()
    for row in (HEADINGS, PEOPLE[0]):
        book.active.append(row)
    for row in range(3, 901):
        book.active.cell(row, 1).number_format = "@"
        book.active.cell(row, 2).value = "  "
    book.save(path)
    assert reader.read(path).body == ((2, PEOPLE[0]),)


def test_a_table_that_begins_below_and_to_the_right_keeps_its_row_numbers(path: Path) -> None:
    rows = ((), (), *((None, None, *row) for row in (HEADINGS, PEOPLE[0])), (), (None, None, *PEOPLE[1]))
    table = reader.read(hostile.xlsx(path, rows))
    assert table.headings == HEADINGS
    assert table.body == ((4, PEOPLE[0]), (6, PEOPLE[1]))


def test_values_have_their_own_kind(path: Path) -> None:
    row = (1234.0, "00123", 2.5, True, date(2021, 9, 1), datetime(2021, 9, 1, 8, 30), time(8, 30), "4.6.2026")  # noqa: DTZ001
    headings = ("Number", "Text", "Share", "External", "Hired", "Seen", "At", "Typed")
    [(_number, cells)] = reader.read(hostile.xlsx(path, (headings, row))).body
    assert cells == (1234, "00123", 2.5, True, date(2021, 9, 1), row[5], "08:30", "4.6.2026")
    assert [type(value) for value in cells[:4]] == [int, str, float, bool]
    assert [reader.as_text(value) for value in cells[:5]] == ["1234", "00123", "2.5", "yes", "1 September 2021"]


def test_outer_spaces_go_and_are_counted_by_column(path: Path) -> None:
    rows = (("Name ", " E-mail"), ("\u00a0Tendai\u00a0Moyo ", "a@b.example"), ("Aiko Hirano\u00a0", "c@d.example\n"))
    table = reader.read(hostile.xlsx(path, rows))
    assert table.headings == ("Name", "E-mail")
    assert table.body == ((2, ("Tendai Moyo", "a@b.example")), (3, ("Aiko Hirano", "c@d.example")))
    assert table.spaces == {"Name": 2, "E-mail": 1}


def test_a_column_without_a_heading_is_called_by_its_letter_if_it_has_values(path: Path) -> None:
    rows = (("Name", None, "E-mail", None), ("Tendai Moyo", "left", "a@b.example", None))
    table = reader.read(hostile.xlsx(path, rows))
    assert table.headings == ("Name", "Column B", "E-mail")
    assert table.body[0][1] == ("Tendai Moyo", "left", "a@b.example")


def test_headings_of_two_lines_and_years_are_headings(path: Path) -> None:
    rows = (("Name", "E-mail\n(work)", 2026, "Dept.", "Site"), ("Tendai Moyo", "a@b.example", 1, "Operations", None))
    assert reader.read(hostile.xlsx(path, rows)).headings == ("Name", "E-mail (work)", "2026", "Dept.", "Site")


def test_the_first_sheet_with_a_table_is_read_unless_another_is_named(path: Path) -> None:
    book = Workbook()
    book.active.title = "Read me"
    book.active.append(["How to fill in this workbook"])
    for name, people in (("People", PEOPLE[:1]), ("Leavers", PEOPLE[1:])):
        sheet = book.create_sheet(name)
        for row in (HEADINGS, *people):
            sheet.append(row)
    book.create_sheet("Lists").sheet_state = "hidden"
    book.create_chartsheet("Chart")
    book.save(path)
    assert reader.sheet_names(path) == ("Read me", "People", "Leavers")
    assert reader.read(path).body == ((2, PEOPLE[0]),)
    assert reader.read(path, "Leavers").body == ((2, PEOPLE[1]),)
    with pytest.raises(FileError, match="has no sheet “Lists”") as told:
        reader.read(path, "Lists")
    assert told.value.advice == "Choose one of its sheets: Read me, People, Leavers."


def test_the_row_of_the_headings_can_be_chosen(path: Path) -> None:
    rows = (("Who", "Where", "Team"), HEADINGS, *PEOPLE)
    hostile.xlsx(path, rows)
    assert reader.read(path).headings == ("Who", "Where", "Team")
    assert reader.read(path, header=1).headings == HEADINGS
    with pytest.raises(FileError, match="no row of headings"):
        reader.read(path, header=40)


def test_old_workbooks_and_open_documents_are_read_too(tmp_path: Path) -> None:
    old = hostile.saved(tmp_path / "Roster.xls", hostile.xls((HEADINGS, (*PEOPLE[0][:2], 7.0))))
    assert reader.read(old).body == ((2, (*PEOPLE[0][:2], 7)),)
    open_document = hostile.ods(tmp_path / "Roster.ods", hostile.ods_table())
    assert reader.read(open_document).body == ((2, PEOPLE[0]), (3, PEOPLE[1]))


def test_a_workbook_with_the_name_of_a_text_is_read_as_what_it_is(tmp_path: Path) -> None:
    assert reader.read(hostile.xlsx(tmp_path / "Roster.csv", (HEADINGS, *PEOPLE))).headings == HEADINGS


def test_where_the_headings_are_found() -> None:
    assert reader.find_header([]) == -1
    assert reader.find_header([["Tendai Moyo", "a@b.example"], ["Aiko Hirano", "c@d.example"]]) == -1
    assert reader.find_header([["Roster"], ["Name", "E-mail"], ["Tendai Moyo", "a@b.example"]]) == 1
    assert reader.find_header([["Name", "Team"], ["Tendai Moyo", "Operations", "left"]]) == 0
    assert reader.find_header([["1", "2", "3"], ["4", "5", "6"]]) == -1
