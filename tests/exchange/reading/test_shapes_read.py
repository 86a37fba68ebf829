"""Every shape of `shapes` is read: the same cells as another library sees, the headings it means, all its rows."""

from datetime import datetime, time
from pathlib import Path

import openpyxl
import pytest

from mentordesk.exchange.excel import reader
from mentordesk.exchange.reading.cells import plain
from tests.exchange import hostile, shapes
from tests.exchange.shapes import SHAPES, FileShape

ALL = pytest.mark.parametrize("shape", SHAPES.values(), ids=SHAPES)


def by_openpyxl(path: Path) -> list[list[object]]:
    """The cells without the empty ones behind the last value, dates without a time of midnight."""
    rows = [[plain(cell) for cell in row] for row in openpyxl.load_workbook(path).active.iter_rows(values_only=True)]
    for row in rows:
        while row and row[-1] is None:
            row.pop()
    while rows and not rows[-1]:
        rows.pop()
    return rows


@ALL
def test_both_libraries_see_the_same_cells(tmp_path: Path, shape: FileShape) -> None:
    path = shapes.xlsx(tmp_path / "Shape.xlsx", shape)
    read = reader.read(path).rows
    seen = by_openpyxl(path)
    assert read == seen
    assert [[type(cell) for cell in row] for row in read] == [[type(cell) for cell in row] for row in seen]
    assert not any(isinstance(cell, datetime) and cell.time() == time() for row in read for cell in row)


@ALL
def test_headings_and_rows_of_a_workbook(tmp_path: Path, shape: FileShape) -> None:
    table = reader.read(shapes.xlsx(tmp_path / "Shape.xlsx", shape))
    assert table.headings == shape.read_headings()
    assert len(table.body) == shape.people
    assert table.epoch_1904 is shape.epoch_1904
    assert table.body[-1][0] == len(shape.rows)


@ALL
@pytest.mark.parametrize(("separator", "mark", "ends"), [(";", True, "\r\n"), (",", False, "\n")])
def test_headings_and_rows_of_a_text(tmp_path: Path, shape: FileShape, separator: str, mark: bool, ends: str) -> None:
    table = reader.read(shapes.text(tmp_path / "Shape.csv", shape, separator, mark, ends))
    assert table.headings == shape.read_headings()
    assert len(table.body) == shape.people
    assert table.notes[0].startswith("Read as UTF-8, with ")


def notes(tmp_path: Path, name: str) -> tuple[str, ...]:
    return reader.read(shapes.xlsx(tmp_path / "Shape.xlsx", SHAPES[name])).notes


def test_several_rows_of_headings_are_told(tmp_path: Path) -> None:
    learn = "What would you like to learn?"
    twice = f"2 columns are called “{learn}”: the second is “{learn} (2)” here"
    assert notes(tmp_path, "survey_service") == ("The headings are in rows 1 to 2 and were read as one", twice)
    assert notes(tmp_path, "survey_service_with_import_keys")[0] == (
        "The headings are in rows 1 to 3 and were read as one"
    )
    assert notes(tmp_path, "survey_service_with_answers") == ("The headings are in rows 1 to 2 and were read as one",)
    assert notes(tmp_path, "hr_export") == ()


def test_the_coordinator_can_say_that_one_row_has_the_headings(tmp_path: Path) -> None:
    path = shapes.xlsx(tmp_path / "Shape.xlsx", SHAPES["survey_service"])
    table = reader.read(path, header=0)
    assert (table.header_rows, table.headings[0], len(table.body)) == (1, "StartDate", 3)
    assert reader.read(path, header=0, header_rows=2) == reader.read(path)
    assert reader.read(path, header=1).headings[17] == "Your first name"


@pytest.mark.parametrize(
    "person",
    [
        ("Anna Meier", None, "Mentor", "Leadership"),
        ("Anna Meier", "Operations", "Mentor", None),
        (None, "Operations", "Mentor", "Leadership"),
    ],
)
def test_a_person_in_words_alone_is_no_second_row_of_headings(tmp_path: Path, person: tuple[str | None, ...]) -> None:
    rows = (("Name", "Department", "Role", "Topics"), person, ("Bo Li", "Finance", "Mentee", "Budgets"))
    table = reader.read(hostile.xlsx(tmp_path / "Roster.xlsx", rows))
    assert (table.header_rows, len(table.body)) == (1, 2)


@pytest.mark.parametrize(
    "rows",
    [
        (("Name", "StartDate", "EndDate"), ("Ann Lee", "01/10/2019", "30/06/2020"), ("Bo Li", "01/10/2021", None)),
        (("Name", "Status", "Progress"), ("Ann Lee", "Active", "Good"), ("Bo Li", "Active", "Good")),
        (("Q1", "Q2", "Q3"), ("Ann Lee", "Mentor", "Who can help?"), ("Bo Li", "Mentor", "Budgets")),
        (("Q1", "Q2", "Q3"), ("Ann Lee", "Mentor", "Leading"), ("Bo Li", "Mentee", "Budgets")),
        (
            *(("Exported by", "HR"), (None, "Name", "Department", "Site", "Role")),
            *((1, "Ann Lee", "Finance", "Oslo", "Mentor"), (2, "Bo Li", "Legal", "Oslo", "Mentor")),
        ),
        (("Roster",), (None, "Name", "Department"), (1, "Ann Lee", "Finance"), (2, "Bo Li", "Legal")),
    ],
)
def test_what_looks_like_several_rows_of_headings_and_is_one(tmp_path: Path, rows: tuple[object, ...]) -> None:
    table = reader.read(hostile.xlsx(tmp_path / "Roster.xlsx", rows))
    assert (table.header_rows, len(table.body)) == (1, 2)


def test_codes_above_questions_without_columns_of_the_service(tmp_path: Path) -> None:
    asked = ("Your name", "Your e-mail", "What would you like to learn?")
    rows = (("Q1", "Q2", "Q3"), asked, ("Ann Lee", "a@b.example", "Leading"))
    assert reader.read(hostile.xlsx(tmp_path / "Roster.xlsx", rows)).headings == asked


def test_a_third_column_of_the_same_name_takes_the_next_free_one(tmp_path: Path) -> None:
    rows = (("Topic", "topic", "Topic (2)", "Topic", "Name"), ("a", "b", "c", "d", "Ann"))
    table = reader.read(hostile.xlsx(tmp_path / "Roster.xlsx", rows))
    assert table.headings == ("Topic", "Topic (3)", "Topic (2)", "Topic (4)", "Name")
    assert table.notes == ("3 columns are called “Topic”: the others are “Topic (3)”, “Topic (4)” here",)


def test_the_epoch_of_other_formats(tmp_path: Path) -> None:
    mode = hostile.record(0x22, b"\1\0")
    rows = (("Name", "Hired"), ("Tendai Moyo", 44653.0))
    old = hostile.saved(tmp_path / "Old.xls", hostile.xls(rows, first=mode))
    assert reader.read(old).epoch_1904 is True
    assert reader.read(hostile.saved(tmp_path / "New.xls", hostile.xls(rows))).epoch_1904 is False
    assert reader.read(hostile.ods(tmp_path / "Open.ods", hostile.ods_table())).epoch_1904 is False


def test_values_of_another_workbook_are_told(tmp_path: Path) -> None:
    linked = '<c r="D2"><f>[1]Sheet1!A1</f><v>5</v></c>'
    shared = '<c r="D3"><f>[1]Sheet1!A2+Grades[[#This Row],[7]]</f><v>6</v></c>'
    xml = hostile.table_xml((hostile.cell("D1", "Level"), linked, shared))
    table = reader.read(hostile.raw_xlsx(tmp_path / "Roster.xlsx", xml))
    assert [cells[3] for _number, cells in table.body] == [5, 6]
    assert table.notes == ("2 cells take their values from another workbook: what was stored last was read",)


def test_columns_of_a_table_called_by_numbers_are_no_other_workbook(tmp_path: Path) -> None:
    own = '<c r="D2"><f>SUM(Grades[2026],Grades[[1]:[2]])</f><v>5</v></c>'
    xml = hostile.table_xml((hostile.cell("D1", "Level"), own, ""))
    assert reader.read(hostile.raw_xlsx(tmp_path / "Roster.xlsx", xml)).notes == ()


def test_a_link_is_named_where_the_file_names_it(tmp_path: Path) -> None:
    path = hostile.raw_xlsx(
        tmp_path / "Roster.xlsx",
        hostile.table_xml((hostile.cell("D1", "Level"), '<c r="D2"><f>[1]S!A1</f><v>5</v></c>', "")),
    )
    hostile.added(
        path,
        "xl/externalLinks/_rels/externalLink1.xml.rels",
        b'<Relationships><Relationship Id="rId1" TargetMode="External" Target="file:///C:/HR/Grade%20list.xlsx"/>'
        b"</Relationships>",
    )
    assert "from another workbook (Grade list.xlsx): " in reader.read(path).notes[0]
