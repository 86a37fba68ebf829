"""Reading and looking in the background: shown once it takes long, stopped, begun again; who a row is."""

import threading

import pytest
from PySide6.QtCore import Qt

from mentordesk.domain.errors import CancelledError
from mentordesk.domain.importing import RowState
from mentordesk.services.people import people
from mentordesk.ui.imports import reading
from tests import builders
from tests.ui.imports.acting import begin, press, problem_place, settle, write_roster

NAMESAKE = ["Aiko Hirano", "aiko.h@solvane.example", "Planner", "", "", None, 39]


@pytest.fixture
def slow(monkeypatch):
    """Reading and looking last until they are let go or stopped, and tell that they are half done."""
    let_go = threading.Event()
    real = reading.load, reading.look

    def waiting(work):
        def wait(desk, what, progress, cancelled):
            while not let_go.wait(0.01):
                progress(50, 100)
                if cancelled():
                    raise CancelledError
            return work(desk, what, progress, cancelled)

        return wait

    monkeypatch.setattr(reading, "load", waiting(real[0]))
    monkeypatch.setattr(reading, "look", waiting(real[1]))
    yield let_go
    let_go.set()


def test_a_file_that_takes_long_shows_how_far_it_is_and_is_stopped(qtbot, page, roster, slow):
    page.start(roster)
    busy = page.foot.busy
    qtbot.waitUntil(lambda: busy.isVisible() and busy.bar.value() == 50)
    assert busy.words.text() == "Reading “Roster.xlsx”…"
    assert not page.foot.onward.isVisible()
    press(qtbot, busy.stop)
    qtbot.waitUntil(lambda: not busy.isVisible())
    assert page.draft is None
    assert page.file_step.zone.isVisible()
    assert not page.foot.isVisible()


def test_while_another_file_is_read_the_first_is_not_imported(qtbot, page, tmp_path, roster, slow):
    slow.set()
    begin(qtbot, page, roster)
    slow.clear()
    page.start(write_roster(tmp_path / "Other.xlsx", NAMESAKE))
    qtbot.waitUntil(page.foot.busy.isVisible)
    assert not page.foot.onward.isEnabled()
    assert page.foot.onward.toolTip() == "The file is being read"
    press(qtbot, page.foot.busy.stop)
    qtbot.waitUntil(page.foot.onward.isEnabled)
    assert page.draft.path == roster
    assert page.step == 3


def test_the_look_at_the_rows_is_stopped_and_begun_again(qtbot, page, roster, slow):
    slow.set()
    begin(qtbot, page, roster, step=2)
    slow.clear()
    page.preparing.look()
    busy = page.foot.busy
    qtbot.waitUntil(lambda: busy.isVisible() and busy.bar.value() == 50)
    press(qtbot, busy.stop)
    qtbot.waitUntil(busy.again.isVisible)
    assert busy.words.text() == "Stopped before all rows were looked at"
    assert not page.foot.onward.isEnabled()
    slow.set()
    press(qtbot, busy.again)
    settle(qtbot, page)
    assert page.foot.onward.isEnabled()
    assert not busy.isVisible()


def test_only_the_newest_question_is_answered(qtbot, page, roster):
    begin(qtbot, page, roster)
    for text in ("1", "2", "3"):
        page.preparing.type(4, "capacity", text)
    settle(qtbot, page)
    assert page.rows.table.lines.place(4, "capacity").data() == "3"
    assert not page.preparing.work.running


def test_a_page_that_goes_while_it_reads_does_no_harm(qtbot, page, roster, slow):
    page.start(roster)
    qtbot.waitUntil(page.foot.busy.isVisible)
    page.workplace.close()
    slow.set()
    assert not page.preparing.work.running
    assert page.draft is None


@pytest.fixture
def namesake(qtbot, page, tmp_path, desk):
    """A row that asks whether it is somebody of the same name and department."""
    builders.add_person(desk, "Aiko Hirano", email="aiko@solvane.example", department="Operations")
    path = write_roster(tmp_path / "Namesake.xlsx", NAMESAKE)
    begin(qtbot, page, path, step=2)
    page.preparing.match("Position", "department")
    settle(qtbot, page)
    page.preparing.type(2, "department", "Operations")
    settle(qtbot, page)
    press(qtbot, page.foot.onward)
    assert page.preview.rows[0].problems[0].person_id is not None
    return page


def test_a_row_that_is_somebody_who_is_here_is_an_update(qtbot, namesake, desk):
    page = namesake
    at, place = problem_place(page, 2)
    assert page.rows.table.lines.lines[at].action == "Same person"
    qtbot.mouseClick(page.rows.table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    settle(qtbot, page)
    assert page.preview.rows[0].person_id == desk.read(people.rows)[0].id
    assert page.preview.count(RowState.WRONG) == 0


def test_a_row_that_is_somebody_else_is_new(qtbot, namesake):
    page = namesake
    table = page.rows.table
    at, _ = problem_place(page, 2)
    table.setCurrentIndex(table.lines.index(at, 1))
    assert table.lines.index(at, 1).data(Qt.ItemDataRole.AccessibleTextRole).endswith("Shift+Enter: Somebody else")
    qtbot.keyClick(table, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    settle(qtbot, page)
    assert page.preview.count(RowState.NEW) == 1
    place = table.lines.place(2, "name")
    menu = table.row_menu(table.lines.lines[place.row()], place)
    next(action for action in menu.actions() if action.text().startswith("Take back")).trigger()
    settle(qtbot, page)
    assert page.draft.same == {}
