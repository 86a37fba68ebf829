"""The Import page as a coordinator uses it: a file, its columns, its rows, and what is in the desk afterwards."""

from pathlib import Path

from openpyxl import load_workbook
from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QLineEdit

from mentordesk.domain.importing import RowState
from mentordesk.ui import file_choice
from mentordesk.ui.imports.page import ImportPage
from tests import builders
from tests.ui.imports.acting import (
    GOOD,
    begin,
    choose,
    numbers,
    press,
    press_problem,
    problem_place,
    settle,
    write_roster,
)


def test_a_page_without_a_file_invites_to_choose_one(page):
    assert page.file_step.zone.invitation.title.text() == "Drop a roster here"
    assert page.file_step.zone.isVisible()
    assert not page.foot.isVisible()


def test_a_file_is_chosen_with_the_button(qtbot, page, roster, monkeypatch):
    monkeypatch.setattr(file_choice, "open_file", lambda *_: roster)
    press(qtbot, page.file_step.zone.invitation.action)
    qtbot.waitUntil(lambda: page.file_step.sample.isVisible())
    assert page.header.facts.text().startswith("Roster.xlsx, sheet “Participants”, 4 rows.")
    assert page.file_step.sample.rows_model.index(1, 0).data() == "Tendai Moyo"
    assert page.foot.onward.text() == "Match columns"


def drop(page: ImportPage, path: Path) -> bool:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    around = (Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    enter = QDragEnterEvent(QPoint(200, 200), *around)
    enter.ignore()
    QApplication.sendEvent(page, enter)
    if not enter.isAccepted():
        return False
    assert page.file_step.zone.inviting
    QApplication.sendEvent(page, QDropEvent(QPointF(200, 200), *around))
    return True


def test_a_file_dropped_on_the_page_is_read(qtbot, page, roster):
    assert drop(page, roster)
    qtbot.waitUntil(lambda: page.draft is not None)
    assert page.file_step.file.text() == "Roster.xlsx"
    assert not page.file_step.zone.inviting


def test_a_picture_cannot_be_dropped(page, tmp_path):
    assert not drop(page, tmp_path / "team.png")


def test_a_file_that_is_no_roster_is_explained_in_the_page(qtbot, page, tmp_path):
    path = tmp_path / "Broken.xlsx"
    path.write_bytes(b"PK\x03\x04 no workbook at all")
    page.start(path)
    qtbot.waitUntil(lambda: page.file_step.fault.isVisible())
    assert "Broken.xlsx" in page.file_step.fault_words.text()
    assert page.file_step.zone.isVisible()


def test_another_row_can_be_the_headings(qtbot, page, tmp_path):
    path = tmp_path / "Titled.csv"
    path.write_text("Name,Mail\nFull name,E-mail\nTendai Moyo,tendai@solvane.example\n", encoding="utf-8")
    begin(qtbot, page, path, step=1)
    assert page.draft.table.headings == ("Name", "Mail")
    choose(qtbot, page, page.file_step.header, 1)
    qtbot.waitUntil(lambda: page.draft.table.header == 1 and page.preview is not None)
    assert page.draft.table.headings == ("Full name", "E-mail")
    assert page.preview.count(RowState.NEW) == 1


def test_headings_on_two_lines_are_offered_on_one(qtbot, page, tmp_path):
    path = tmp_path / "Broken heading.csv"
    path.write_text('"Full\nname",E-mail\nTendai Moyo,tendai@solvane.example\n', encoding="utf-8")
    begin(qtbot, page, path, step=1)
    assert page.file_step.header.currentText() == "row 1: Full name, E-mail"


def test_another_sheet_can_be_chosen(qtbot, page, tmp_path):
    path = write_roster(tmp_path / "Two.xlsx", GOOD)
    book = load_workbook(path)
    for row in (["Name", "E-mail"], ["Aiko Hirano", "aiko@solvane.example"], ["Ines Duarte", "ines@solvane.example"]):
        book["Second"].append(row) if "Second" in book.sheetnames else book.create_sheet("Second").append(row)
    book.save(path)
    begin(qtbot, page, path, step=1)
    assert page.file_step.sheet.isVisible()
    choose(qtbot, page, page.file_step.sheet, "Second")
    qtbot.waitUntil(lambda: page.draft.table.name == "Second" and page.preview is not None)
    assert page.preview.count(RowState.NEW) == 2


def test_columns_are_guessed_and_can_be_corrected(qtbot, page, roster):
    begin(qtbot, page, roster, step=2)
    assert page.columns.grid.fields["Mail"].choice() == "email"
    assert page.columns.grid.fields["Shoe size"].choice() is None
    choose(qtbot, page, page.columns.grid.fields["Shoe size"], "custom:Shoe size")
    assert page.columns.used.text() == "7 of 7 used, kept for next time"
    choose(qtbot, page, page.columns.grid.fields["Position"], "name")
    assert page.columns.grid.fields["Full name"].choice() is None, "a field is given to one column only"


def test_without_a_column_of_names_one_cannot_go_on(qtbot, page, roster):
    begin(qtbot, page, roster, step=2)
    field = page.columns.grid.fields["Full name"]
    field.choose(None)
    field.activated.emit(field.currentIndex())
    qtbot.waitUntil(lambda: page.outlook.fault.isVisible())
    assert page.outlook.fault_words.text() == "No column is matched to Name."
    assert not page.foot.onward.isEnabled()
    assert "No column is matched to Name." in page.foot.onward.toolTip()


def test_rows_with_problems_come_first_with_their_sentence(qtbot, page, roster):
    begin(qtbot, page, roster)
    assert numbers(page) == [3, 4, 5, 2]
    assert page.rows.tiles[RowState.WRONG].count == 3
    lines = page.rows.table.lines
    assert lines.index(1, 1).data() == "E-mail is empty. Type it here, or skip the row"
    assert page.foot.words.text() == "1 new, 0 updated. 3 rows with a problem stay out"
    assert page.foot.onward.text() == "Import 1 row"


def test_a_proposed_value_is_taken_with_a_click(qtbot, page, roster):
    begin(qtbot, page, roster)
    press_problem(qtbot, page, 4)
    assert page.rows.tiles[RowState.WRONG].count == 2
    place = page.rows.table.lines.place(4, "capacity")
    assert place.data() == "2"


def test_a_proposed_value_is_taken_with_enter(qtbot, page, roster):
    begin(qtbot, page, roster)
    at, _ = problem_place(page, 5)
    table = page.rows.table
    table.setCurrentIndex(table.lines.index(at, 1))
    qtbot.keyClick(table, Qt.Key.Key_Return)
    settle(qtbot, page)
    assert table.lines.place(5, "role").data() == "mentor"


def test_a_cell_is_edited_in_place_with_f2(qtbot, page, roster):
    begin(qtbot, page, roster)
    table = page.rows.table
    at, _ = problem_place(page, 3)
    table.setCurrentIndex(table.lines.index(at, 1))
    qtbot.keyClick(table, Qt.Key.Key_F2)
    editor = table.viewport().findChild(QLineEdit)
    qtbot.keyClicks(editor, "ikram@solvane.example")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: page.rows.tiles[RowState.NEW].count == 2)
    assert table.lines.place(3, "email").data() == "ikram@solvane.example"


def test_what_was_typed_into_a_row_can_be_taken_back(qtbot, page, roster):
    begin(qtbot, page, roster)
    press_problem(qtbot, page, 4)
    table = page.rows.table
    place = table.lines.place(4, "capacity")
    menu = table.row_menu(table.lines.lines[place.row()], place)
    next(action for action in menu.actions() if action.text().startswith("Take back")).trigger()
    settle(qtbot, page)
    assert table.lines.place(4, "capacity").data() == "2 hours"
    assert page.rows.tiles[RowState.WRONG].count == 3


def test_a_row_is_skipped_and_brought_back(qtbot, page, roster):
    begin(qtbot, page, roster)
    press_problem(qtbot, page, 3)
    assert numbers(page) == [4, 5, 2]
    assert page.rows.skipped_words.text() == "1 row skipped"
    page.rows.restore_skipped.emit()
    settle(qtbot, page)
    assert numbers(page) == [3, 4, 5, 2]
    assert not page.rows.foot.isVisible()


def test_a_double_click_skips_one_row_only(qtbot, page, roster):
    begin(qtbot, page, roster)
    viewport = page.rows.table.viewport()
    qtbot.waitUntil(lambda: problem_place(page, 3)[1].x() > viewport.width() - 90 > 500)
    _, place = problem_place(page, 3)
    qtbot.mouseClick(viewport, Qt.MouseButton.LeftButton, pos=place)
    settle(qtbot, page)
    assert page.rows.table.lines.lines[page.rows.table.indexAt(place).row()].action == "Use 2"
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    for kind in (QEvent.Type.MouseButtonDblClick, QEvent.Type.MouseButtonRelease):
        at = QPointF(place)
        QApplication.sendEvent(viewport, QMouseEvent(kind, at, viewport.mapToGlobal(at), left, left, none))
    settle(qtbot, page)
    assert page.draft.skipped == {3}
    assert page.draft.edits == {}


def test_after_a_fix_the_next_problem_is_at_hand(qtbot, page, roster):
    begin(qtbot, page, roster)
    table = page.rows.table
    table.setCurrentIndex(table.lines.index(1, 1))
    qtbot.keyClick(table, Qt.Key.Key_Space)
    settle(qtbot, page)
    line = table.lines.lines[table.currentIndex().row()]
    assert (line.row.id, line.problem is not None) == (4, True)


def test_filters_and_search_narrow_the_rows(qtbot, page, roster):
    begin(qtbot, page, roster)
    press(qtbot, page.rows.chips[RowState.WRONG])
    assert numbers(page) == [3, 4, 5]
    qtbot.keyClicks(page.rows.search, "wanjiru")
    assert numbers(page) == [4]
    page.rows.search.setText("nobody")
    assert page.rows.nothing.isVisible()
    press(qtbot, page.rows.nothing.action)
    assert numbers(page) == [3, 4, 5, 2]


def test_a_figure_opens_its_rows(qtbot, page, roster):
    begin(qtbot, page, roster, step=2)
    press(qtbot, page.outlook.tiles[RowState.NEW])
    assert page.step == 3
    assert numbers(page) == [2]


def test_an_empty_roster_is_saved_from_the_first_step(qtbot, page, tmp_path, monkeypatch):
    out = tmp_path / "Empty.xlsx"
    monkeypatch.setattr(file_choice, "save_file", lambda *_: out)
    with qtbot.waitSignal(page.workplace.said, timeout=10_000):
        press(qtbot, page.file_step.zone.empty_roster)
    assert load_workbook(out).active.max_column > 10


def test_answers_are_collected_elsewhere_and_the_page_leads_there(qtbot, page):
    with qtbot.waitSignal(page.workplace.commanded) as asked:
        press(qtbot, page.answers)
    assert asked.args[0] == "collect_answers"


def test_back_keeps_what_was_done(qtbot, page, roster):
    begin(qtbot, page, roster)
    press_problem(qtbot, page, 4)
    press(qtbot, page.foot.back)
    press(qtbot, page.foot.back)
    assert page.step == 1
    press(qtbot, page.foot.onward)
    press(qtbot, page.foot.onward)
    assert page.rows.table.lines.place(4, "capacity").data() == "2"
    press(qtbot, page.steps.marks[0])
    assert page.step == 1


def test_rows_are_looked_at_again_when_the_desk_changes(qtbot, page, tmp_path, desk):
    begin(qtbot, page, write_roster(tmp_path / "Good.xlsx", GOOD))
    assert page.preview.count(RowState.NEW) == 1
    builders.add_person(desk, "Tendai Moyo", email="tendai@solvane.example")
    qtbot.waitUntil(lambda: page.preview is not None and page.preview.count(RowState.NEW) == 0)
    assert page.preview.count(RowState.CHANGED) == 1


def test_a_narrow_window_shows_the_rows_alone(qtbot, page, roster):
    begin(qtbot, page, roster)
    assert page.columns.isVisible()
    page.resize(960, 640)
    assert not page.columns.isVisible()
    press(qtbot, page.foot.back)
    assert page.columns.isVisible()


def test_more_columns_can_be_shown(qtbot, page, roster):
    begin(qtbot, page, roster, step=2)
    choose(qtbot, page, page.columns.grid.fields["Shoe size"], "custom:Shoe size")
    press(qtbot, page.foot.onward)
    table = page.rows.table
    at = table.lines.keys.index("custom:Shoe size")
    assert table.isColumnHidden(at)
    next(action for action in table.columns_menu().actions() if action.text() == "Shoe size").trigger()
    assert not table.isColumnHidden(at)
    assert table.lines.index(table.lines.place(2, "name").row(), at).data() == "41"


def test_ctrl_f_goes_to_the_search_of_the_rows(qtbot, page, roster):
    begin(qtbot, page, roster)
    page.activateWindow()
    page.focus_search()
    qtbot.waitUntil(page.rows.search.hasFocus)
    qtbot.keyClick(page.rows.search, Qt.Key.Key_Down)
    qtbot.waitUntil(page.rows.table.hasFocus)
    assert page.rows.table.currentIndex().isValid()


def test_a_screen_reader_hears_what_is_wrong(qtbot, page, roster):
    begin(qtbot, page, roster)
    lines = page.rows.table.lines
    spoken = Qt.ItemDataRole.AccessibleTextRole
    assert lines.place(4, "capacity").data(spoken).startswith("2 hours, Capacity must be a number")
    assert lines.index(1, 1).data(spoken).endswith("Enter: Skip row")
