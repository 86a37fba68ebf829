"""How a file is read where it leaves that open: shapes, the order of dates, headings, levels, columns of a service."""

from pathlib import Path

import pytest
from openpyxl import Workbook
from PySide6.QtCore import Qt

from mentordesk.domain.cohorts import Role
from mentordesk.domain.importing import RowState, Shape
from mentordesk.services.people import people
from mentordesk.services.programs import cohorts
from mentordesk.ui.widgets.elided_label import ElidedLabel
from tests import builders
from tests.exchange import shapes
from tests.ui.imports.acting import begin, choose, names, press, run_import, settle


def of_shape(folder: Path, shape: shapes.FileShape, name: str = "Shape.xlsx") -> Path:
    return shapes.xlsx(folder / name, shape)


def sheet(path: Path, *rows: list) -> Path:
    book = Workbook()
    for row in rows:
        book.active.append(row)
    book.save(path)
    return path


DATED = (
    ["Name", "E-mail", "Hired on"],
    ["Aiko Hirano", "aiko@solvane.example", "03/04/2026"],
    ["Ines Duarte", "ines@solvane.example", "05/06/2025"],
)


@pytest.fixture
def dated(tmp_path: Path) -> Path:
    return sheet(tmp_path / "Dated.xlsx", *DATED)


def order(qtbot, page, title: str) -> None:
    """Press the segment with this title."""
    button = next(it for it in page.ways.order.findChildren(type(page.ways.order._focused())) if it.text() == title)
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    settle(qtbot, page)


def test_a_long_list_is_found_and_can_be_read_as_people(qtbot, page, tmp_path):
    begin(qtbot, page, of_shape(tmp_path, shapes.long_list()), step=2)
    assert page.preview.shape is Shape.LONG
    assert page.ways.shape.currentText() == "One fact about a person (found)"
    people_found = len(page.preview.rows)
    choose(qtbot, page, page.ways.shape, Shape.ROSTER)
    assert page.preview.shape is Shape.ROSTER
    assert len(page.preview.rows) > people_found
    assert page.ways.shape.itemText(page.ways.shape.findData(Shape.LONG)).endswith("(found)")
    choose(qtbot, page, page.ways.shape, Shape.LONG)
    assert page.draft.ways.shape is None, "what was found is left to the file"
    assert len(page.preview.rows) == people_found


@pytest.mark.parametrize(
    ("shape", "found"),
    [(shapes.history, Shape.HISTORY), (shapes.wide_list, Shape.WIDE), (shapes.mentors, Shape.ROSTER)],
)
def test_the_shape_of_a_file_is_said(qtbot, page, tmp_path, shape, found):
    begin(qtbot, page, of_shape(tmp_path, shape()), step=2)
    assert page.ways.shape.choice() is found
    assert page.ways.shape_words.isVisible()


def test_past_cohorts_come_in_and_the_page_says_what_was_made(qtbot, page, tmp_path, desk):
    begin(qtbot, page, of_shape(tmp_path, shapes.history()))
    press(qtbot, page.foot.onward)
    qtbot.waitUntil(page.done.isVisible)
    assert page.done.title.text() == "“Shape.xlsx” is imported"
    assert page.done.made.words[0].endswith("with their past cohorts")
    assert {row.name for row in desk.read(cohorts.rows)} >= {"Upstream 2019", "Upstream 2021"}


def test_the_order_of_day_and_month_is_shown_and_switched(qtbot, page, dated, desk):
    begin(qtbot, page, dated, step=2)
    assert page.ways.dates.isVisible()
    assert "nothing shows which comes first" in page.ways.order_words.text()
    order(qtbot, page, "4 March 2026")
    assert page.draft.ways.day_first is False
    assert "as you chose" in page.ways.order_words.text()
    press(qtbot, page.foot.onward)
    assert page.rows.table.lines.place(2, "hired_on").data() == "4 Mar 2026"
    run_import(qtbot, page)
    days = {row.name: desk.read(people.form, row.id).hired_on for row in desk.read(people.rows)}
    assert days["Aiko Hirano"].isoformat() == "2026-03-04"


def test_the_chosen_order_is_kept_for_the_same_headings(qtbot, page, dated, tmp_path):
    begin(qtbot, page, dated, step=2)
    order(qtbot, page, "4 March 2026")
    press(qtbot, page.foot.onward)
    run_import(qtbot, page)
    again = sheet(tmp_path / "Again.xlsx", DATED[0], ["Bram Vos", "bram@solvane.example", "07/08/2026"])
    begin(qtbot, page, again, step=2)
    assert page.ways.order.choice() is False


def test_an_order_that_was_chosen_is_left_to_the_file_again(qtbot, page, tmp_path):
    begin(qtbot, page, of_shape(tmp_path, shapes.dates_that_disagree()), step=2)
    assert page.preview.count(RowState.WRONG) == 1
    assert "has the month first and needs a fix" in page.ways.order_words.text()
    order(qtbot, page, "4 March 2026")
    assert page.preview.count(RowState.WRONG) == 2
    order(qtbot, page, "4 March 2026")
    assert page.draft.ways.day_first is None
    assert page.preview.count(RowState.WRONG) == 1
    assert page.ways.order.choice() is True


def test_a_file_without_dates_asks_for_no_order(qtbot, page, roster):
    begin(qtbot, page, roster, step=2)
    assert not page.ways.dates.isVisible()


def test_several_rows_of_headings_are_marked_and_can_be_changed(qtbot, page, tmp_path):
    begin(qtbot, page, of_shape(tmp_path, shapes.survey_service()), step=1)
    sample = page.file_step.sample.rows_model
    assert page.file_step.count.currentText() == "two rows"
    assert [sample.is_heading(row) for row in range(4)] == [True, True, False, False]
    assert "were read as one" in page.file_step.notes.text()
    choose(qtbot, page, page.file_step.count, 1)
    qtbot.waitUntil(lambda: page.draft.table.header_rows == 1)
    assert [sample.is_heading(row) for row in range(4)] == [True, False, False, False]
    assert page.draft.table.headings[0] == "StartDate"


def test_columns_of_a_survey_service_are_folded_away(qtbot, page, tmp_path):
    begin(qtbot, page, of_shape(tmp_path, shapes.survey_service()), step=2)
    grid = page.columns.grid
    assert grid.fields["Your work email"].isVisible()
    assert not grid.fields["Location Latitude"].isVisible()
    assert grid.unfold.text() == "Show the 17 columns that the form or survey service added"
    press(qtbot, grid.unfold)
    assert grid.fields["Location Latitude"].isVisible()
    choose(qtbot, page, grid.fields["Location Latitude"], "location")
    assert page.draft.mapping["Location Latitude"] == "location"
    press(qtbot, grid.unfold)
    assert not grid.fields["Location Latitude"].isVisible()


def test_several_columns_fill_one_list(qtbot, page, tmp_path):
    path = sheet(
        tmp_path / "Topics.xlsx",
        ["Name", "E-mail", "First", "Second"],
        ["Aiko Hirano", "aiko@solvane.example", "Budgets", "Negotiating"],
    )
    begin(qtbot, page, path, step=2)
    choose(qtbot, page, page.columns.grid.fields["First"], "wants")
    choose(qtbot, page, page.columns.grid.fields["Second"], "wants")
    assert page.columns.grid.fields["First"].choice() == "wants"
    assert set(page.preview.rows[0].texts["wants"].split("; ")) == {"Budgets", "Negotiating"}
    assert page.draft.raw(2, "wants") == "Budgets; Negotiating"


def test_columns_of_one_long_question_are_told_apart(qtbot, page, tmp_path):
    begin(qtbot, page, of_shape(tmp_path, shapes.form_service()), step=2)
    shown = {label.text() for label in page.columns.grid.findChildren(ElidedLabel)}
    assert {"… Leadership", "… Networking", "What is your full name?"} <= shown


def test_grades_beyond_seven_are_shown_as_a_table_of_levels(qtbot, page, tmp_path):
    rows = [[f"Person {at}", f"p{at}@solvane.example", f"Grade {at}"] for at in (3, 6, 9, 12)]
    begin(qtbot, page, sheet(tmp_path / "Grades.xlsx", ["Name", "E-mail", "Grade"], *rows), step=2)
    levels = page.columns.readings.levels
    assert levels.isVisible()
    assert levels.accessibleName().startswith("Levels: 1 is 1, 2 to 3 are 2")
    assert any(said.endswith("as the table below says") for said in page.columns.readings.sentences())


def test_how_values_were_read_has_counts(qtbot, page, tmp_path):
    begin(qtbot, page, of_shape(tmp_path, shapes.form_service()), step=2)
    said = page.columns.readings.sentences()
    assert any(sentence.startswith("Capacity:") and "understood" in sentence for sentence in said)
    assert any("7 columns of ranks are put in order" in sentence for sentence in said)


def test_a_file_of_mentors_has_its_role_chosen(qtbot, page, tmp_path, desk):
    cohort = builders.add_cohort(desk)
    begin(qtbot, page, of_shape(tmp_path, shapes.mentors(), "Mentors 2026.xlsx"), step=2)
    qtbot.waitUntil(lambda: page.target.cohort.count() == 2)
    choose(qtbot, page, page.target.cohort, cohort)
    assert page.target.role.choice() == (Role.MENTOR,)
    assert page.target.said.isVisible()
    choose(qtbot, page, page.target.role, (Role.MENTEE,))
    assert not page.target.said.isVisible()
    press(qtbot, page.foot.onward)
    run_import(qtbot, page)
    assert {row.role for row in desk.read(cohorts.enrollments, cohort)} == {Role.MENTEE}
    assert names(desk)


def test_the_last_step_says_how_many_of_them_have_left(qtbot, page, tmp_path, desk):
    rows = [["Name", "E-mail", "Status"], ["Aiko Hirano", "aiko@solvane.example", "Active"]]
    path = sheet(tmp_path / "People.xlsx", *rows, ["Bram Vos", "bram@solvane.example", "Left"])
    begin(qtbot, page, path)
    told = []
    page.workplace.said.connect(lambda saying: told.append(saying.sentence))
    run_import(qtbot, page)
    assert told == ["2 people imported, 1 of them has left"]
