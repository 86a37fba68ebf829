"""The sample desk made afresh: stopped on the way, and while another copy of the program has it open."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from mentordesk import paths
from mentordesk.domain.people import PersonForm
from mentordesk.services.desk import Desk
from mentordesk.services.people import people
from mentordesk.ui.main_window import MainWindow
from mentordesk.ui.progress_dialog import ProgressDialog
from mentordesk.ui.widgets.error_dialog import ErrorDialog


@pytest.fixture
def window(qtbot, settings):
    made = MainWindow(settings)
    qtbot.addWidget(made)
    made.show()
    yield made
    made.close()


@pytest.fixture
def sample(home: Path) -> Path:
    path = paths.desks_folder() / "Sample.mdesk"
    Desk.create(path, backups=home).close()
    return path


def dialogs() -> list[ProgressDialog]:
    return [it for it in QApplication.topLevelWidgets() if isinstance(it, ProgressDialog) and it.isVisible()]


def test_a_stop_leaves_the_sample_as_it_was_and_open(qtbot, window: MainWindow, sample: Path) -> None:
    assert window.files.open(sample)
    window.run("reset_sample")
    (progress,) = dialogs()
    progress.reject()
    qtbot.waitUntil(lambda: not dialogs())
    assert window.files.desk is not None
    assert window.files.desk.read(people.rows) == []
    assert [path.name for path in sample.parent.glob("*.mdesk")] == ["Sample.mdesk"]


def test_a_new_sample_takes_the_place_of_the_one_that_is_open(qtbot, window: MainWindow, sample: Path) -> None:
    assert window.files.open(sample)
    before = window.files.desk
    window.run("reset_sample")
    qtbot.waitUntil(lambda: window.files.desk not in (None, before))
    assert window.files.desk.path == sample
    assert len(window.files.desk.read(people.rows)) == 200
    assert [path.name for path in sample.parent.glob("*.mdesk")] == ["Sample.mdesk"]


def test_a_sample_that_is_open_elsewhere_stays(
    qtbot, window: MainWindow, sample: Path, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[str] = []
    monkeypatch.setattr(ErrorDialog, "exec", lambda dialog: told.append(dialog.title.text()) or 0)
    other = Desk.open(sample, backups=home)
    window.start(None)
    window.run("reset_sample")
    qtbot.waitUntil(lambda: bool(told))
    assert "is open already" in told[0]
    other.do(people.save, PersonForm("Ada"))
    assert [row.name for row in other.read(people.rows)] == ["Ada"]
    other.close()
