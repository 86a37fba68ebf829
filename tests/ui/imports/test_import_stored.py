"""What the last step of an import stores, leaves out, saves and takes back, and what stops it."""

from openpyxl import load_workbook
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QPushButton

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
    press,
    press_problem,
    run_import,
    settle,
    write_roster,
)


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
