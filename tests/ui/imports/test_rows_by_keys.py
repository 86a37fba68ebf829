"""The rows of a roster by the keyboard: where one begins, what Enter and Del do, and how high rows are then."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from tests.ui.imports.acting import GOOD, NO_MAIL, WRONG_NUMBER, begin, settle, write_roster


@pytest.fixture
def rows(qtbot, page, tmp_path):
    other = ["Aiko Hirano", "aiko@solvane.example", *GOOD[2:]]
    begin(qtbot, page, write_roster(tmp_path / "Keys.xlsx", GOOD, other, NO_MAIL, WRONG_NUMBER), step=1)
    page.foot.onward.setFocus()
    page.go_on()
    page.go_on()
    return page.rows.table


def test_the_rows_begin_at_what_enter_mends(rows) -> None:
    line = rows.lines.lines[rows.currentIndex().row()]
    assert line.problem is not None
    assert rows.visualRect(rows.currentIndex()).intersects(rows.viewport().rect())


def test_rows_below_a_skipped_one_have_their_usual_height(qtbot, page, rows) -> None:
    qtbot.keyClick(rows, Qt.Key.Key_Delete)
    settle(qtbot, page)
    plain = {rows.rowHeight(at) for at, line in enumerate(rows.lines.lines) if line.problem is None}
    assert plain == {rows.verticalHeader().defaultSectionSize()}


def test_a_file_that_was_chosen_leads_on(qtbot, page, roster) -> None:
    page.window().activateWindow()
    qtbot.waitUntil(page.window().isActiveWindow)
    page.file_step.zone.invitation.action.setFocus()
    begin(qtbot, page, roster, step=1)
    assert QApplication.focusWidget() is page.foot.onward
