"""What menus take from the desk and from the disk is said as it is: an & in it is no key."""

from PySide6.QtWidgets import QMainWindow

from mentordesk.ui.main_window import MainWindow
from mentordesk.ui.menus import Menus


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
