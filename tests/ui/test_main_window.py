"""The window as a whole: desks opened, made, restored and closed; pages by keyboard; undo; what is remembered."""

import threading
from datetime import timedelta
from operator import attrgetter
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from mentordesk.domain.errors import CancelledError
from mentordesk.domain.people import PersonForm
from mentordesk.domain.scope import Scope
from mentordesk.services.desk import Desk
from mentordesk.services.pairs import pairs
from mentordesk.services.people import people
from mentordesk.services.today import ahead
from mentordesk.ui import desk_files, steps
from mentordesk.ui.main_window import MainWindow
from mentordesk.ui.progress_dialog import ProgressDialog, run_job
from mentordesk.ui.regions import regions
from mentordesk.ui.settings import Settings
from tests import builders
from tests.ui.on_window import is_quiet, press, texts


def test_without_a_desk_the_first_run_page_is_shown(window: MainWindow) -> None:
    window.start(None)
    assert "Mentoring goes both ways" in texts(window)
    assert not window.rail.isVisible()
    assert not window.menus.actions["undo"].isEnabled()


def test_a_last_desk_that_is_gone_is_said(window: MainWindow, settings: Settings, tmp_path: Path) -> None:
    settings.last_desk = tmp_path / "gone.mdesk"
    window.start(None)
    assert "“gone.mdesk” is no longer in" in texts(window)


def test_the_last_desk_opens_at_start(window: MainWindow, settings: Settings, desk_file: Path, qtbot) -> None:
    settings.last_desk = desk_file
    window.start(None)
    qtbot.waitUntil(lambda: is_quiet(window))
    assert window.windowTitle() == "office – MentorDesk"
    assert window.rail.isVisible()
    assert "office.mdesk" in texts(window)


def test_every_page_opens_by_its_keys(opened: MainWindow, qtbot) -> None:
    pages = ("today", "pairs", "cohorts", "matching", "milestones", "people", "reports", "programs")
    keys = {page: number for number, page in enumerate(pages, 1)}
    for page, number in keys.items():
        press(opened, f"Ctrl+{number}")
        qtbot.waitUntil(lambda: is_quiet(opened))
        assert opened.office.current().key == page
    for command in ("import", "settings"):
        opened.run(f"page:{command}")
        qtbot.waitUntil(lambda: is_quiet(opened))
        assert opened.office.current().key == command


def test_a_page_opened_by_its_keys_has_the_focus_in_its_list(opened: MainWindow, qtbot) -> None:
    opened.rail._items["today"].setFocus(Qt.FocusReason.TabFocusReason)
    press(opened, "Ctrl+6")
    qtbot.waitUntil(lambda: is_quiet(opened))
    assert not opened.rail.isAncestorOf(opened.focusWidget())


def test_a_figure_that_leads_to_another_page_gives_its_list_the_focus(opened: MainWindow, qtbot) -> None:
    desk = opened.workplace.desk
    builders.add_pair(desk, "Tomasz Wrona", "Leila Khoury", started_on=desk.today())
    qtbot.waitUntil(lambda: is_quiet(opened))
    cell = opened.office.current().strip.cell("active_pairs")
    cell.setFocus()
    QTest.keyClick(cell, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: opened.office.current().key == "pairs" and is_quiet(opened))
    assert opened.focusWidget() is opened.office.current().list.table


def test_the_badge_is_what_today_shows_and_is_not_thought_out_twice(opened: MainWindow, qtbot, monkeypatch) -> None:
    from mentordesk.services.today import attention

    def again(*_args: object) -> None:
        raise AssertionError("Today has found its items already")

    monkeypatch.setattr(attention, "items", again)
    failed: list[object] = []
    opened.workplace.failed.connect(failed.append)
    desk, badge = opened.workplace.desk, opened.rail._items["today"]
    started = desk.today() - timedelta(days=90)
    pair = builders.add_pair(desk, "Tomasz Wrona", "Leila Khoury", started_on=started)
    qtbot.waitUntil(lambda: badge.badge == 1)
    assert badge.accessibleName() == "Today, 1 open item"
    assert failed == []
    monkeypatch.undo()
    opened.run("page:people")
    qtbot.waitUntil(lambda: is_quiet(opened))
    desk.do(pairs.pause, [pair])
    qtbot.waitUntil(lambda: badge.badge == 0)


def test_the_rail_is_used_by_mouse_and_keyboard(opened: MainWindow, qtbot) -> None:
    item = opened.rail._items["people"]
    qtbot.mouseClick(item, Qt.MouseButton.LeftButton)
    assert opened.office.current().key == "people"
    assert item.isChecked()
    other = opened.rail._items["cohorts"]
    other.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(other, Qt.Key.Key_Space)
    assert opened.office.current().key == "cohorts"


def test_back_and_forward_go_through_the_pages(opened: MainWindow) -> None:
    opened.run("page:pairs")
    opened.run("page:people")
    press(opened, "Alt+Left")
    assert opened.office.current().key == "pairs"
    press(opened, "Alt+Right")
    assert opened.office.current().key == "people"


def test_undo_names_the_step_and_takes_it_back(opened: MainWindow, qtbot) -> None:
    place = opened.workplace
    assert place.do(people.save, PersonForm("Ada Ek"), said="Ada Ek added")
    assert opened.toast.text() == "Ada Ek added"
    undo = opened.menus.actions["undo"]
    qtbot.waitUntil(lambda: undo.text() == "&Undo “Add Ada Ek”")
    press(opened, "Ctrl+Z")
    assert place.desk.read(people.rows) == []
    assert opened.toast.text() == "Taken back: Add Ada Ek"
    qtbot.waitUntil(lambda: opened.menus.actions["redo"].isEnabled())
    press(opened, "Ctrl+Y")
    assert [row.name for row in place.desk.read(people.rows)] == ["Ada Ek"]


def test_a_large_step_is_taken_back_behind_a_dialog_that_can_stop_it(opened: MainWindow, qtbot, monkeypatch) -> None:
    place = opened.workplace
    monkeypatch.setattr(steps, "LARGE", 1)
    assert place.do(people.save, PersonForm("Ada Ek"))
    begun, go = threading.Event(), threading.Event()
    usual = place.desk.undo

    def slow(stop):
        begun.set()
        go.wait(5)
        return usual(stop)

    monkeypatch.setattr(place.desk, "undo", slow)
    qtbot.waitUntil(opened.menus.actions["undo"].isEnabled)
    press(opened, "Ctrl+Z")
    qtbot.waitUntil(begun.is_set)
    (dialog,) = opened.findChildren(ProgressDialog)
    assert dialog.windowTitle() == "Taking back: Add Ada Ek"
    dialog.reject()
    go.set()
    qtbot.waitUntil(lambda: not opened.findChildren(ProgressDialog))
    assert [row.name for row in place.desk.read(people.rows)] == ["Ada Ek"]
    press(opened, "Ctrl+Z")
    qtbot.waitUntil(lambda: opened.toast.text() == "Taken back: Add Ada Ek")
    assert place.desk.read(people.rows) == []


def test_a_window_that_closes_is_gone_while_its_desk_is_backed_up(opened: MainWindow, monkeypatch) -> None:
    seen: list[bool] = []
    usual = ahead.prepare
    monkeypatch.setattr(ahead, "prepare", lambda desk: (seen.append(opened.isVisible()), usual(desk)))
    opened.close()
    assert seen == [False]


def test_text_grows_and_shrinks_and_is_remembered(opened: MainWindow, settings: Settings) -> None:
    before = opened.font().pointSizeF()
    press(opened, "Ctrl++")
    assert settings.text_size == 1
    assert opened.font().pointSizeF() == before + 1
    press(opened, "Ctrl+0")
    assert settings.text_size == 0


def test_a_small_window_has_a_narrow_rail(opened: MainWindow, qtbot) -> None:
    wide = opened.rail.width()
    opened.resize(1024, 700)
    qtbot.waitUntil(lambda: opened.rail.width() < wide / 2)
    assert opened.rail._items["today"].toolTip() == "Today"


def test_recent_desks_are_offered(opened: MainWindow, desk_file: Path) -> None:
    opened.menus.recent.aboutToShow.emit()
    assert [action.text() for action in opened.menus.recent.actions()] == [str(desk_file)]


def test_regions_are_reached_by_f6(opened: MainWindow, qtbot) -> None:
    opened.run("page:people")
    qtbot.waitUntil(lambda: is_quiet(opened))
    places = regions(opened)
    reached = []
    for _ in range(len(places) + 1):
        press(opened, "F6")
        reached += [it for it in places if it.isAncestorOf(opened.focusWidget())]
    first = places.index(reached[0])
    assert reached == [places[(first + step) % len(places)] for step in range(len(places) + 1)]
    assert places[0] is opened.rail
    opened.rail.focusProxy().setFocus()
    assert opened.focusWidget().text() == "People", "the rail stands on the page that is shown"


def test_the_view_menu_offers_the_programs_where_the_rail_is_narrow(opened: MainWindow, qtbot) -> None:
    program = builders.add_program(opened.files.desk, "R&D circle")
    opened.resize(1024, 700)
    qtbot.waitUntil(lambda: opened.rail.scope.count() == 2)
    assert not opened.rail.scope.isVisible()
    menu = opened.menus.scope
    menu.aboutToShow.emit()
    assert [(action.text(), action.isChecked()) for action in menu.actions()] == [
        ("All programs", True),
        ("R&&D circle", False),
    ]
    menu.actions()[1].trigger()
    assert opened.workplace.scope == Scope(program_id=program)
    menu.aboutToShow.emit()
    assert menu.actions()[1].isChecked()


def test_the_program_in_the_rail_is_the_scope_of_the_pages(opened: MainWindow, qtbot) -> None:
    from tests import builders

    program = builders.add_program(opened.files.desk, "Crossroads")
    qtbot.waitUntil(lambda: opened.rail.scope.count() == 2)
    opened.rail.scope.setCurrentIndex(1)
    opened.rail.scope.activated.emit(1)
    assert opened.workplace.scope.program_id == program


def closed_with_something_on_today(window: MainWindow, desk_file: Path, qtbot) -> None:
    """Works on the desk and ends the program."""
    assert window.files.open(desk_file)
    window.files.desk.do(people.save, PersonForm("Ruth Adelmann"))
    qtbot.waitUntil(lambda: is_quiet(window))
    window.close()


def test_the_next_start_shows_today_before_the_desk_is_open(qtbot, window, settings, desk_file) -> None:
    closed_with_something_on_today(window, desk_file, qtbot)
    again = MainWindow(settings)
    qtbot.addWidget(again)
    again.show()
    again.start(None)
    assert again.files.desk is None
    assert "No pair yet" in texts(again)
    assert not again.workplace.do(people.save, PersonForm("Too Early"))
    qtbot.waitUntil(lambda: again.files.desk is not None)
    qtbot.waitUntil(lambda: is_quiet(again))
    again.files.desk.do(people.save, PersonForm("Jonas Weidmann"))
    qtbot.waitUntil(lambda: "2 people" in texts(again))
    again.close()


def test_a_desk_that_another_program_has_open_is_offered_read_only_over_its_today(
    qtbot, window, settings, desk_file, tmp_path, monkeypatch
) -> None:
    closed_with_something_on_today(window, desk_file, qtbot)
    other = Desk.open(desk_file, backups=tmp_path / "backups")
    monkeypatch.setattr(desk_files, "ask", lambda *_: "Open read only")
    again = MainWindow(settings)
    qtbot.addWidget(again)
    again.show()
    again.start(None)
    qtbot.waitUntil(lambda: again.files.desk is not None and is_quiet(again))
    assert again.workplace.read_only
    assert "(read only)" in again.windowTitle()
    again.close()
    other.close()


def test_a_desk_that_cannot_be_opened_after_all_leads_to_first_run(
    qtbot, window, settings, desk_file, tmp_path, monkeypatch
) -> None:
    closed_with_something_on_today(window, desk_file, qtbot)
    other = Desk.open(desk_file, backups=tmp_path / "backups")
    monkeypatch.setattr(desk_files, "ask", lambda *_: "")
    again = MainWindow(settings)
    qtbot.addWidget(again)
    again.show()
    again.start(None)
    qtbot.waitUntil(lambda: again.windowTitle().startswith("Welcome"))
    assert again.workplace is None
    again.close()
    other.close()


def test_closing_the_window_in_the_middle_of_a_job_stops_it_and_leaves_the_desk_whole(
    opened: MainWindow, desk_file: Path
) -> None:
    desk, begun, ends = opened.files.desk, threading.Event(), []

    def add_many(session, cancelled) -> None:
        for number in range(5_000):
            people.save(session, PersonForm(f"Person {number}"))
            begun.set()
            if cancelled():
                raise CancelledError

    def work(_progress, cancelled) -> None:
        try:
            desk.do(add_many, cancelled)
        finally:
            ends.append(opened.files.desk is desk)

    run_job(opened, "Importing", work, then=lambda _: None)
    assert begun.wait(30)
    opened.close()
    assert ends == [True], "the desk was closed under the job"
    again = Desk.open(desk_file, backups=desk_file.parent)
    assert again.read(people.rows) == []
    again.close()


@pytest.mark.parametrize(
    ("page", "other"),
    [("today", "search"), ("pairs", "list.new"), ("people", "directory.bar.search"), ("reports", "save")],
)
def test_the_key_of_the_page_itself_leads_back_to_its_list(opened: MainWindow, qtbot, page: str, other: str) -> None:
    desk = opened.workplace.desk
    builders.add_pair(desk, "Tomasz Wrona", "Leila Khoury", started_on=desk.today())
    qtbot.waitUntil(lambda: is_quiet(opened))
    opened.run(f"page:{page}")
    qtbot.waitUntil(lambda: is_quiet(opened) and opened.office.current().isAncestorOf(opened.focusWidget()))
    begins, elsewhere = opened.focusWidget(), attrgetter(other)(opened.office.current())
    qtbot.waitUntil(elsewhere.isEnabled)
    elsewhere.setFocus(Qt.FocusReason.TabFocusReason)
    assert opened.focusWidget() is elsewhere
    opened.run(f"page:{page}")
    qtbot.waitUntil(lambda: opened.focusWidget() is begins)


def test_go_to_called_from_the_rail_leads_to_the_list(opened: MainWindow, qtbot) -> None:
    desk = opened.workplace.desk
    pair = builders.add_pair(desk, "Tomasz Wrona", "Leila Khoury", started_on=desk.today())
    qtbot.waitUntil(lambda: is_quiet(opened))
    opened.rail._items["today"].setFocus(Qt.FocusReason.TabFocusReason)
    opened.workplace.go("pairs", id=pair)
    qtbot.waitUntil(lambda: is_quiet(opened) and opened.office.current().list.table.hasFocus())
