"""A list with mentor and mentee side by side on the Import page: found, switched, mended, left out, imported."""

from pathlib import Path

import pytest
from openpyxl import Workbook
from PySide6.QtCore import Qt

from mentordesk.domain.import_sides import number_of
from mentordesk.domain.importing import RowState, Shape
from mentordesk.services.pairs import pairs
from mentordesk.ui.imports.row_lines import RESULT
from tests.ui.imports.acting import begin, choose, names, press, press_problem, run_import, settle

HEADINGS = ["Mentor", "Mentor email", "Mentee", "Mentee email", "Start date"]
GOOD = ["Ana Silva", "ana@solvane.example", "Bo Lund", "bo@solvane.example", "2026-01-05"]
WRONG = ["Ana Silva", "ana@solvane.example", "Cy Roe", "cy at home", "2026-02-05"]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    book = Workbook()
    for row in (HEADINGS, GOOD, WRONG):
        book.active.append(row)
    book.save(tmp_path / "Pairs.xlsx")
    return tmp_path / "Pairs.xlsx"


def cell(page, number: int, key: str) -> str:
    return page.rows.table.lines.place(number, key).data()


def test_pairs_side_by_side_are_found_and_shown_by_the_row_of_the_file(qtbot, page, path):
    begin(qtbot, page, path, step=2)
    assert page.ways.shape.currentText() == "A pair side by side (found)"
    assert page.columns.grid.fields["Mentee"].currentText() == "Mentee: Name"
    press(qtbot, page.foot.onward)
    mentor, mentee = number_of("mentor", 2), number_of("mentee", 2)
    assert [cell(page, number, "number") for number in (mentor, mentee)] == ["2", "2"]
    assert [cell(page, number, "role") for number in (mentor, mentee)] == ["mentor", "mentee"]
    assert (cell(page, mentor, "partner"), cell(page, mentee, "partner")) == ("Bo Lund; Cy Roe", "Ana Silva")
    column = page.rows.table.lines.keys.index("partner")
    assert not page.rows.table.isColumnHidden(column)
    index = page.rows.table.lines.place(mentee, "partner")
    assert not page.rows.table.lines.flags(index) & Qt.ItemFlag.ItemIsEditable


def test_the_address_of_one_of_the_two_is_mended_in_place_and_both_come_in(qtbot, page, path, desk):
    begin(qtbot, page, path)
    wrong = number_of("mentee", 3)
    lines = page.rows.table.lines
    line = next(line for line in lines.lines if line.problem is not None)
    assert (line.row.id, line.said.startswith("E-mail must be"), cell(page, wrong, RESULT)) == (wrong, True, "Fix")
    assert lines.place(wrong, "email").data() == "cy at home"
    lines.setData(lines.place(wrong, "email"), "cy@solvane.example")
    settle(qtbot, page)
    assert page.preview.count(RowState.WRONG) == 0
    assert page.foot.onward.text() == "Import 3 people"
    run_import(qtbot, page)
    assert names(desk) == ["Ana Silva", "Bo Lund", "Cy Roe"]
    assert sorted((row.left, row.right) for row in desk.read(pairs.rows)) == [
        ("Ana Silva", "Bo Lund"),
        ("Ana Silva", "Cy Roe"),
    ]


def test_one_of_the_two_is_skipped(qtbot, page, path, desk):
    begin(qtbot, page, path)
    wrong = number_of("mentee", 3)
    line = next(line for line in page.rows.table.lines.lines if line.problem is not None)
    assert line.action == "Skip mentee"
    press_problem(qtbot, page, wrong)
    assert page.preview.count(RowState.WRONG) == 0
    run_import(qtbot, page)
    assert names(desk) == ["Ana Silva", "Bo Lund"]


def test_a_row_can_be_read_as_one_person_and_as_a_pair_again(qtbot, page, path):
    begin(qtbot, page, path, step=2)
    choose(qtbot, page, page.ways.shape, Shape.ROSTER)
    assert [row.texts["name"] for row in page.preview.rows] != []
    assert page.preview.shape is Shape.ROSTER
    assert all(row.side == "" for row in page.preview.rows)
    choose(qtbot, page, page.ways.shape, Shape.PAIRS)
    assert page.draft.ways.shape is None
    assert page.preview.shape is Shape.PAIRS


def test_headings_of_ones_own_are_matched_by_hand(qtbot, page, tmp_path, desk):
    book = Workbook()
    for row in (["Senior", "Senior's mail", "Junior", "Junior's mail"], GOOD[:4]):
        book.active.append(row)
    book.save(tmp_path / "Own.xlsx")
    begin(qtbot, page, tmp_path / "Own.xlsx", step=2)
    page.ways.shape.choose(Shape.PAIRS)
    page.ways.shape.activated.emit(page.ways.shape.currentIndex())
    qtbot.waitUntil(lambda: page.outlook.fault.isVisible())
    assert page.outlook.fault_words.text() == "No columns are matched to both people of a row."
    for heading, field in zip(
        ("Senior", "Senior's mail", "Junior", "Junior's mail"),
        ("mentor:name", "mentor:email", "mentee:name", "mentee:email"),
        strict=True,
    ):
        page.columns.grid.fields[heading].choose(field)
        page.columns.grid.fields[heading].activated.emit(page.columns.grid.fields[heading].currentIndex())
    settle(qtbot, page)
    press(qtbot, page.foot.onward)
    run_import(qtbot, page)
    assert [(row.left, row.right) for row in desk.read(pairs.rows)] == [("Ana Silva", "Bo Lund")]
