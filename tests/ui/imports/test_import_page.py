"""The Import page as a coordinator uses it: a file, its columns, its rows, and what is in the desk afterwards."""

from pathlib import Path

from openpyxl import load_workbook
from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton

from mentordesk.domain.cohorts import Role
from mentordesk.domain.importing import RowState
from mentordesk.domain.programs import Format
from mentordesk.services.desk import Desk
from mentordesk.services.people import people
from mentordesk.services.programs import cohorts
from mentordesk.ui import file_choice
from mentordesk.ui.imports.page import ImportPage
from mentordesk.ui.progress_dialog import ProgressDialog
from mentordesk.ui.widgets.error_dialog import ErrorDialog
from mentordesk.ui.workplace import Workplace
from tests import builders
from tests.ui.imports.acting import (
    GOOD,
    NO_MAIL,
    begin,
    choose,
    names,
    numbers,
    press,
    press_problem,
    problem_place,
    run_import,
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


def test_good_rows_are_imported_with_a_backup_and_undone(qtbot, page, roster, desk):
    said, went = [], []
    page.workplace.said.connect(said.append)
    page.workplace.went.connect(went.append)
    begin(qtbot, page, roster)
    run_import(qtbot, page)
    assert names(desk) == ["Tendai Moyo"]
    assert (said[-1].sentence, said[-1].undo) == ("1 person imported, 3 rows left out", True)
    assert went[-1].page == "people"
    folder = page.workplace.settings.backups_of(desk.path)
    assert [path for path in folder.iterdir() if path.suffix == ".mdesk"]
    assert desk.undo().label == "Import 1 person"
    assert names(desk) == []


def test_rows_that_were_left_out_can_still_be_fixed(qtbot, page, roster, desk):
    begin(qtbot, page, roster)
    run_import(qtbot, page)
    qtbot.waitUntil(lambda: page.preview is not None and page.preview.count(RowState.UNCHANGED) == 1)
    for number in (4, 5):
        press_problem(qtbot, page, number)
    run_import(qtbot, page)
    assert names(desk) == ["Anahit Sarkisian", "Tendai Moyo", "Wanjiru Kamau"]


def test_after_a_whole_import_the_page_starts_afresh(qtbot, page, tmp_path, desk):
    begin(qtbot, page, write_roster(tmp_path / "Good.xlsx", GOOD))
    run_import(qtbot, page)
    assert page.draft is None
    assert page.file_step.zone.isVisible()


def test_people_are_enrolled_in_the_chosen_cohort(qtbot, page, tmp_path, desk):
    cohort = builders.add_cohort(desk)
    went = []
    page.workplace.went.connect(went.append)
    silent = [*GOOD[:4], None, 3, 41]
    begin(qtbot, page, write_roster(tmp_path / "Good.xlsx", silent), step=2)
    qtbot.waitUntil(lambda: page.target.cohort.count() == 2)
    assert not page.target.role.isEnabled()
    choose(qtbot, page, page.target.cohort, cohort)
    assert page.preview.rows[0].problems[0].sentence == "Role is empty. Choose mentor or mentee"
    choose(qtbot, page, page.target.role, (Role.MENTOR,))
    press(qtbot, page.foot.onward)
    run_import(qtbot, page)
    enrolled = desk.read(cohorts.enrollments, cohort)
    assert [(row.name, row.role, row.capacity) for row in enrolled] == [("Tendai Moyo", Role.MENTOR, 3)]
    assert (went[-1].page, went[-1].id) == ("cohorts", cohort)


def test_a_cohort_of_peers_offers_only_peers(qtbot, page, desk, roster):
    program = builders.add_program(desk, "Circles", Format.PEER)
    cohort = builders.add_cohort(desk, program, "Circle 1")
    begin(qtbot, page, roster, step=2)
    qtbot.waitUntil(lambda: page.target.cohort.count() == 2)
    choose(qtbot, page, page.target.cohort, cohort)
    assert [page.target.role.itemText(at) for at in range(page.target.role.count())] == ["Peer"]
    assert page.draft.roles == (Role.PEER,)


def test_a_cohort_made_on_the_way_is_chosen(qtbot, page, desk, roster):
    begin(qtbot, page, roster, step=2)
    with qtbot.waitSignal(page.workplace.commanded) as asked:
        press(qtbot, page.target.new_cohort)
    assert asked.args[0] == "new_cohort"
    cohort = builders.add_cohort(desk, name="Upstream 2027")
    qtbot.waitUntil(lambda: page.draft.cohort_id == cohort)
    assert page.target.cohort.currentText() == "Upstream 2027"


def test_somebody_who_is_here_is_updated_only_where_the_desk_is_empty(qtbot, page, tmp_path, desk):
    builders.add_person(desk, "Tendai Moyo", email="tendai@solvane.example", title="Head of planning")
    begin(qtbot, page, write_roster(tmp_path / "Again.xlsx", GOOD))
    assert page.preview.count(RowState.UNCHANGED) == 1
    assert not page.foot.onward.isEnabled()
    assert page.foot.onward.toolTip() == "There is no row to import: none is new or changes anything"
    qtbot.mouseClick(page.columns.keep, Qt.MouseButton.LeftButton, pos=QPoint(10, page.columns.keep.height() // 2))
    settle(qtbot, page)
    place = page.rows.table.lines.place(2, "title")
    assert place.data() == "Planner"
    assert place.data(Qt.ItemDataRole.ToolTipRole) == "Planner\nNow: Head of planning"
    press(qtbot, page.foot.onward)
    press(qtbot, page.foot.onward)
    qtbot.waitUntil(page.done.isVisible)
    assert [row.title for row in desk.read(people.rows)] == ["Planner"]


def test_wrong_rows_are_saved_to_a_workbook(qtbot, page, roster, tmp_path, monkeypatch):
    out = tmp_path / "To fix.xlsx"
    monkeypatch.setattr(file_choice, "save_file", lambda *_: out)
    begin(qtbot, page, roster)
    assert page.foot.save_wrong.text() == "Save the 3 rows to Excel…"
    with qtbot.waitSignal(page.workplace.said, timeout=10_000) as told:
        press(qtbot, page.foot.save_wrong)
    assert told.args[0].sentence == "3 rows saved as “To fix.xlsx”"
    rows = list(load_workbook(out).active.iter_rows(values_only=True))
    assert rows[0][-1] == "Problem"
    assert [row[0] for row in rows[1:]] == ["Ikram Belkadi", "Wanjiru Kamau", "Anahit Sarkisian"]


def test_rows_that_could_not_be_saved_can_go_elsewhere(qtbot, page, roster, tmp_path, monkeypatch):
    places = iter([tmp_path / "gone" / "To fix.xlsx", tmp_path / "To fix.xlsx"])
    monkeypatch.setattr(file_choice, "save_file", lambda *_: next(places))
    told: list[str] = []

    def choose_other(dialog) -> int:
        told.append(dialog.accessibleDescription())
        next(it for it in dialog.findChildren(QPushButton) if "another name" in it.text()).click()
        return 0

    monkeypatch.setattr(ErrorDialog, "exec", choose_other)
    begin(qtbot, page, roster)
    with qtbot.waitSignal(page.workplace.said, timeout=10_000) as said:
        press(qtbot, page.foot.save_wrong)
    assert told[0].startswith("The folder “gone” is not there.")
    assert said.args[0].sentence == "3 rows saved as “To fix.xlsx”"


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


def test_cancel_leaves_no_trace_and_can_be_thought_over(qtbot, page, roster, desk):
    said = []
    page.workplace.said.connect(said.append)
    begin(qtbot, page, roster)
    press_problem(qtbot, page, 4)
    press(qtbot, page.foot.cancel)
    assert page.file_step.zone.isVisible()
    assert names(desk) == []
    assert desk.undo_label() == ""
    said[-1].on_action()
    settle(qtbot, page)
    assert page.step == 3
    assert page.rows.table.lines.place(4, "capacity").data() == "2"


def test_an_import_that_is_stopped_changes_nothing(qtbot, page, tmp_path, desk):
    rows = [[f"Person {at}", f"p{at}@solvane.example", "", "", "mentee", None, None] for at in range(1500)]
    begin(qtbot, page, write_roster(tmp_path / "Many.xlsx", *rows))
    press(qtbot, page.foot.onward)
    assert page.steps.marks[3].state == "now"
    qtbot.mouseClick(page.findChild(ProgressDialog).primary, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: page.steps.marks[2].state == "now", timeout=10_000)
    assert names(desk) == []
    assert page.foot.onward.text() == "Import 1,500 rows"
    assert page.foot.onward.isEnabled()


def test_a_button_that_is_pressed_three_times_at_once_imports_once(qtbot, page, roster, desk):
    begin(qtbot, page, roster)
    with qtbot.waitSignal(page.workplace.went, timeout=10_000):
        for _ in range(3):
            page.foot.onward.click()
        assert len([it for it in QApplication.topLevelWidgets() if isinstance(it, ProgressDialog)]) == 1
    assert names(desk) == ["Tendai Moyo"]


def test_after_an_import_that_failed_it_can_be_tried_again(qtbot, page, roster, desk, monkeypatch):
    told: list[str] = []
    monkeypatch.setattr(ErrorDialog, "exec", lambda dialog: told.append(dialog.title.text()) or 0)
    begin(qtbot, page, roster)
    with monkeypatch.context() as patched:
        patched.setattr(desk, "back_up", lambda *_: 1 / 0)
        press(qtbot, page.foot.onward)
        qtbot.waitUntil(lambda: bool(told))
    run_import(qtbot, page)
    assert "Tendai Moyo" in names(desk)


def test_a_desk_that_is_read_only_can_be_compared_but_not_changed(qtbot, desk, settings, roster):
    desk.close()
    closed = Desk.open(desk.path, backups=desk.path.parent / "backups", clock=desk.clock, read_only=True)
    place = Workplace(closed, settings)
    made = ImportPage(place)
    qtbot.addWidget(made)
    made.resize(1240, 800)
    made.show()
    qtbot.waitUntil(lambda: made.loaded)
    begin(qtbot, made, roster)
    assert made.preview.count(RowState.NEW) == 1
    assert not made.foot.onward.isEnabled()
    assert made.foot.onward.toolTip() == "This desk is open to read only: nothing can be imported here"
    place.close()
    closed.close()


def test_a_backup_that_cannot_be_made_stops_the_import(qtbot, page, roster, desk, tmp_path, monkeypatch):
    shown = []
    monkeypatch.setattr(ErrorDialog, "exec", lambda dialog: shown.append(dialog.accessibleName()))
    blocked = tmp_path / "no folder"
    blocked.write_text("a file where the folder should be")
    page.workplace.settings.backup_folder = blocked
    begin(qtbot, page, roster)
    press(qtbot, page.foot.onward)
    qtbot.waitUntil(lambda: bool(shown), timeout=10_000)
    assert names(desk) == []
    assert page.steps.marks[2].state == "now"


def test_columns_are_remembered_for_the_same_headings(qtbot, page, tmp_path, desk):
    begin(qtbot, page, write_roster(tmp_path / "First.xlsx", GOOD), step=2)
    choose(qtbot, page, page.columns.grid.fields["Position"], "notes")
    press(qtbot, page.foot.onward)
    run_import(qtbot, page)
    begin(qtbot, page, write_roster(tmp_path / "Second.xlsx", NO_MAIL), step=2)
    assert page.columns.grid.fields["Position"].choice() == "notes"


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
