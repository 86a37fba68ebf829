"""What menus take from the desk and from the disk is said as it is: an & in it is no key."""

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMainWindow

from mentordesk.services.desk import Desk
from mentordesk.ui.main_window import MainWindow
from mentordesk.ui.menus import Menus
from mentordesk.ui.reports.print_dialog import PrintDialog
from tests import builders


def test_undo_names_a_step_with_an_ampersand(qtbot) -> None:
    window = QMainWindow()
    qtbot.addWidget(window)
    menus = Menus(window, lambda _name: None)
    menus.name_steps("Remove R&D", "Rename P&L to G&A")
    assert menus.actions["undo"].text() == "&Undo “Remove R&&D”"
    assert menus.actions["redo"].text() == "&Redo “Rename P&&L to G&&A”"


def test_a_recent_desk_with_an_ampersand_in_its_name(qtbot, settings, tmp_path) -> None:
    desk = tmp_path / "R&D.mdesk"
    desk.touch()
    settings.remember_desk(desk)
    window = MainWindow(settings)
    qtbot.addWidget(window)
    window.menus.recent.aboutToShow.emit()
    assert [action.text().rpartition("/")[2] for action in window.menus.recent.actions()] == ["R&&D.mdesk"]


def test_copy_and_select_all_act_on_the_field_or_table_with_the_focus(qtbot, settings, desk_of_two) -> None:
    window = MainWindow(settings)
    qtbot.addWidget(window)
    window.resize(1440, 900)
    with qtbot.waitExposed(window):
        window.show()
    window.activateWindow()
    window.files.open(desk_of_two)
    window.run("page:pairs")
    page = window.office.current()
    qtbot.waitUntil(lambda: page.loaded and page.list.table.count() == 1)
    page.focus_search()
    field = window.focusWidget()
    QTest.keyClicks(field, "Ama")
    window.menus.actions["select_all"].trigger()
    window.menus.actions["copy"].trigger()
    assert QGuiApplication.clipboard().text() == "Ama"
    field.clear()
    qtbot.waitUntil(lambda: page.list.table.count() == 1)
    page.list.table.setFocus()
    window.menus.actions["select_all"].trigger()
    window.menus.actions["copy"].trigger()
    assert QGuiApplication.clipboard().text().startswith("Pair\t")
    assert "Amara Okonkwo" in QGuiApplication.clipboard().text()


def test_print_leads_to_the_reports_and_prints_there(qtbot, settings, desk_of_two) -> None:
    window = MainWindow(settings)
    qtbot.addWidget(window)
    with qtbot.waitExposed(window):
        window.show()
    window.files.open(desk_of_two)
    window.menus.actions["print"].trigger()
    page = window.office.current()
    assert page.key == "reports"
    assert window.toast.text() == "Choose a report, then print it here."
    qtbot.waitUntil(lambda: page.loaded and page.report is not None and not window.workplace.reader.pending)
    window.menus.actions["print"].trigger()
    qtbot.waitUntil(lambda: any(each.isVisible() for each in window.findChildren(PrintDialog)))


def test_an_undo_of_one_desk_is_not_offered_over_the_next(qtbot, settings, desk_of_two, tmp_path) -> None:
    window = MainWindow(settings)
    qtbot.addWidget(window)
    with qtbot.waitExposed(window):
        window.show()
    window.files.open(desk_of_two)
    window.workplace.say("Contact logged", undo=True)
    assert window.toast.text() == "Contact logged"
    window.files.make(tmp_path / "next.mdesk")
    assert window.toast.text() == ""


@pytest.fixture
def desk_of_two(tmp_path):
    """A desk file with one pair."""
    desk = Desk.create(tmp_path / "two.mdesk", backups=tmp_path / "backups")
    builders.add_pair(desk, "Amara Okonkwo", "Jonas Weidmann", builders.add_cohort(desk))
    desk.close()
    return desk.path
