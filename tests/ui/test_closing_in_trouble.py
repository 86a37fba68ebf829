"""A window that closes while something is wrong with the desk: the desk is let go of in any case."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QMainWindow

from mentordesk.services.desk import Desk
from mentordesk.services.today import ahead
from mentordesk.ui.desk_files import DeskFiles


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
