"""The same HR export again: what it overwrites, the careers that have turned, the pairs of people who have left."""

from pathlib import Path

import pytest
from openpyxl import Workbook
from PySide6.QtCore import QPoint, Qt

from mentordesk.domain.importing import RowState
from mentordesk.domain.people import CareerKind, PersonStatus
from mentordesk.services.people import careers, people
from tests import builders
from tests.ui.imports.acting import begin, press, settle

HEADINGS = ["Emp ID", "Full name", "Work e-mail", "Department", "Level", "Job title", "Status", "Termination date"]
TENDAI = ["0012", "Tendai Moyo", "tendai@solvane.example", "Operations", 4, "Planner", "Active", None]
INES = ["0013", "Ines Duarte", "ines@solvane.example", "Finance", 3, "Analyst", "Active", None]
BRAM = ["0014", "Bram Vos", "bram@solvane.example", "Finance", 3, "Analyst", "On leave", None]


def export(path: Path, *rows: list) -> Path:
    book = Workbook()
    for row in (HEADINGS, *rows):
        book.active.append(row)
    book.save(path)
    return path


@pytest.fixture
def page_again(qtbot, page, tmp_path, desk):
    """The page after an HR export was imported once; one of its people is in a pair."""
    begin(qtbot, page, export(tmp_path / "March.xlsx", TENDAI, INES, BRAM))
    with qtbot.waitSignal(page.workplace.went, timeout=10_000):
        press(qtbot, page.foot.onward)
    ids = {row.name: row.id for row in desk.read(people.rows)}
    builders.add_pair(desk, ids["Tendai Moyo"], ids["Ines Duarte"])
    return page


@pytest.fixture
def june(tmp_path: Path) -> Path:
    return export(
        tmp_path / "June.xlsx",
        [*TENDAI[:3], "Operations", 5, "Head of planning", "Active", None],
        [*INES[:6], "Terminated", "2026-05-29"],
        [*BRAM[:6], "Active", None],
    )


def careers_of(desk, name: str) -> list[CareerKind]:
    person = next(row.id for row in desk.read(people.rows) if row.name == name)
    return [row.kind for row in desk.read(careers.career, person)]


def to_agree(qtbot, page, path: Path) -> None:
    begin(qtbot, page, path)
    assert page.foot.onward.text() == "Look at 3 career changes"
    press(qtbot, page.foot.onward)
    assert page.agree.isVisible()


def ticked(page) -> str:
    return page.agree.careers.ticked.text()


def test_an_export_that_is_new_keeps_what_was_typed(qtbot, page, tmp_path):
    begin(qtbot, page, export(tmp_path / "March.xlsx", TENDAI), step=2)
    assert page.columns.keep.isChecked()
    assert not page.columns.why.isVisible()


def test_the_same_export_again_replaces_what_it_said(qtbot, page_again, june):
    page = page_again
    begin(qtbot, page, june, step=2)
    assert not page.columns.keep.isChecked()
    assert page.columns.why.isVisible()
    assert page.preview.count(RowState.CHANGED) == 3
    assert "3 career changes to agree to in step 4" in page.outlook.notes.words
    qtbot.mouseClick(page.columns.keep, Qt.MouseButton.LeftButton, pos=QPoint(10, page.columns.keep.height() // 2))
    settle(qtbot, page)
    assert not page.columns.why.isVisible()
    assert {it.kind for it in page.preview.careers} == {CareerKind.DEPARTURE}


def test_a_roster_seen_before_keeps_what_was_typed(qtbot, page, roster):
    begin(qtbot, page, roster)
    with qtbot.waitSignal(page.workplace.went, timeout=10_000):
        press(qtbot, page.foot.onward)
    begin(qtbot, page, roster, step=2)
    assert page.columns.keep.isChecked()


def test_careers_that_turned_are_agreed_to_and_recorded(qtbot, page_again, june, desk):
    page = page_again
    said = []
    page.workplace.said.connect(said.append)
    to_agree(qtbot, page, june)
    kinds = {line.it.kind for line in page.agree.careers.table.rows_model.rows()}
    assert kinds == {CareerKind.PROMOTION, CareerKind.DEPARTURE, CareerKind.RETURN}
    assert ticked(page) == "3 of 3 ticked"
    assert page.agree.made.words[:2] == ["3 people updated", "3 of 3 career milestones"]
    assert page.foot.onward.text() == "Import 3 rows, 3 milestones"
    press(qtbot, page.foot.onward)
    qtbot.waitUntil(page.done.isVisible)
    assert "3 career milestones recorded" in page.done.made.words
    assert said[-1].sentence == "3 people updated, 1 of them has left, 3 career milestones recorded"
    assert CareerKind.PROMOTION in careers_of(desk, "Tendai Moyo")
    begin(qtbot, page, june)
    assert not page.preview.careers, "none is proposed twice"


def test_what_is_not_ticked_is_not_recorded(qtbot, page_again, june, desk):
    page = page_again
    to_agree(qtbot, page, june)
    table = page.agree.careers.table
    promotion = next(line.id for line in table.rows_model.rows() if line.it.kind is CareerKind.PROMOTION)
    table.select([promotion])
    table.setFocus()
    qtbot.keyClick(table, Qt.Key.Key_Space)
    assert ticked(page) == "2 of 3 ticked"
    assert page.foot.onward.text() == "Import 3 rows, 2 milestones"
    press(qtbot, page.foot.onward)
    qtbot.waitUntil(page.done.isVisible)
    assert CareerKind.PROMOTION not in careers_of(desk, "Tendai Moyo")
    assert CareerKind.RETURN in careers_of(desk, "Bram Vos")


def test_all_are_ticked_or_none_with_one_press(qtbot, page_again, june):
    page = page_again
    to_agree(qtbot, page, june)
    assert not page.agree.careers.all.isEnabled()
    press(qtbot, page.agree.careers.none)
    assert (ticked(page), page.foot.onward.text()) == ("0 of 3 ticked", "Import 3 rows")
    assert "Today does not ask" in page.agree.partings.sentence.text()
    press(qtbot, page.agree.careers.all)
    assert ticked(page) == "3 of 3 ticked"
    assert page.agree.partings.sentence.text().startswith("Today asks")


def test_ticks_stay_when_one_goes_back(qtbot, page_again, june):
    page = page_again
    to_agree(qtbot, page, june)
    press(qtbot, page.agree.careers.none)
    press(qtbot, page.foot.back)
    assert page.rows.isVisible()
    press(qtbot, page.foot.onward)
    assert ticked(page) == "0 of 3 ticked"


def test_pairs_of_leavers_lead_to_the_pair_and_to_today(qtbot, page_again, june, desk):
    page = page_again
    went = []
    page.workplace.went.connect(went.append)
    to_agree(qtbot, page, june)
    pair = page.preview.partings[0]
    assert pair.person == "Ines Duarte"
    assert page.agree.partings.title.text() == "1 pair to look after"
    page.agree.opened.emit(pair.pair_id)
    assert (went[-1].page, went[-1].id) == ("pairs", pair.pair_id)
    press(qtbot, page.foot.onward)
    qtbot.waitUntil(page.done.isVisible)
    press(qtbot, page.done.to_today)
    assert went[-1].page == "today"
    assert {row.name: row.status for row in desk.read(people.rows)}["Ines Duarte"] is PersonStatus.LEFT


def test_the_done_page_leads_to_the_people(qtbot, page_again, june):
    page = page_again
    to_agree(qtbot, page, june)
    press(qtbot, page.foot.onward)
    qtbot.waitUntil(page.done.isVisible)
    assert not page.foot.isVisible()
    with qtbot.waitSignal(page.workplace.went) as went:
        press(qtbot, page.done.go)
    assert went.args[0].page == "people"
    assert page.file_step.zone.isVisible()


def test_an_import_that_is_undone_is_not_said_to_be_made(qtbot, page_again, june, desk):
    page = page_again
    to_agree(qtbot, page, june)
    press(qtbot, page.foot.onward)
    qtbot.waitUntil(page.done.isVisible)
    desk.undo()
    qtbot.waitUntil(lambda: not page.done.isVisible())
    assert page.file_step.zone.isVisible()


def test_rows_left_out_are_fixed_from_the_done_page(qtbot, page_again, tmp_path):
    page = page_again
    wrong = ["0015", "Anahit Sarkisian", None, "Finance", "x9", "Clerk", "Active", None]
    path = export(tmp_path / "June.xlsx", [*TENDAI[:3], "Operations", 5, "Head of planning", "Active", None], wrong)
    begin(qtbot, page, path)
    press(qtbot, page.foot.onward)
    press(qtbot, page.foot.onward)
    qtbot.waitUntil(page.done.isVisible)
    press(qtbot, page.done.fix_rows)
    assert page.rows.isVisible()
    settle(qtbot, page)
    assert page.preview.count(RowState.WRONG) == 1


def test_the_last_day_to_come_of_somebody_new_is_to_be_agreed_to(qtbot, page, tmp_path, desk):
    leaving = ["0015", "Aiko Hirano", "aiko@solvane.example", "Finance", 3, "Analyst", "Active", "2030-09-30"]
    begin(qtbot, page, export(tmp_path / "First.xlsx", TENDAI, leaving))
    assert page.foot.onward.text() == "Look at 1 career change"
    press(qtbot, page.foot.onward)
    (line,) = page.agree.careers.table.rows_model.rows()
    assert (line.it.person, line.it.kind, line.day) == ("Aiko Hirano", CareerKind.DEPARTURE, "30 Sep 2030")
    press(qtbot, page.foot.onward)
    qtbot.waitUntil(page.done.isVisible)
    assert careers_of(desk, "Aiko Hirano") == [CareerKind.DEPARTURE]
