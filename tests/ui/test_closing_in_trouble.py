"""A window that closes while something is wrong with the desk: the desk is let go of in any case."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QMainWindow

from mentordesk.domain.people import PersonForm
from mentordesk.services.desk import Desk
from mentordesk.services.people import people
from mentordesk.services.today import ahead
from mentordesk.ui import steps
from mentordesk.ui.desk_files import DeskFiles
from mentordesk.ui.main_window import MainWindow
from mentordesk.ui.progress_dialog import ProgressDialog
from mentordesk.ui.widgets.error_dialog import ErrorDialog


def test_a_fault_of_what_is_thought_out_ahead_leaves_no_desk_open(qtbot, desk, settings, tmp_path: Path, monkeypatch):
    def fault(_desk: Desk) -> None:
        raise ZeroDivisionError

    desk.close()
    window = QMainWindow()
    qtbot.addWidget(window)
    files = DeskFiles(window, settings)
    assert files.open(desk.path)
    held = files.desk  # the lock would go with the last name of the desk
    monkeypatch.setattr(ahead, "prepare", fault)
    with pytest.raises(ZeroDivisionError):
        files.close()
    Desk.open(desk.path, backups=tmp_path / "backups").close()
    assert held is not None


def test_another_desk_opened_while_a_large_step_is_taken_back_meets_no_closed_one(
    qtbot, desk, settings, tmp_path: Path, monkeypatch
):
    told: list[str] = []
    monkeypatch.setattr(ErrorDialog, "exec", lambda dialog: told.append(dialog.title.text()) or 0)
    monkeypatch.setattr(steps, "LARGE", 1)
    desk.do(people.save, PersonForm("Ada"))
    desk.close()
    other = tmp_path / "other.mdesk"
    Desk.create(other, backups=tmp_path / "backups").close()
    window = MainWindow(settings)
    qtbot.addWidget(window)
    window.show()
    window.start(desk.path)
    window.run("page:people")
    qtbot.waitUntil(lambda: window.office.current().loaded)
    window.run("undo")
    assert window.files.open(other)
    qtbot.waitUntil(lambda: not [it for it in QApplication.topLevelWidgets() if isinstance(it, ProgressDialog)])
    window.run("page:people")
    qtbot.waitUntil(lambda: window.office.current().loaded)
    assert told == []
    window.close()
