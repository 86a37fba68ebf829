"""First run: the three ways in, the place of the file, the empty roster."""

from collections.abc import Iterator
from pathlib import Path

import openpyxl
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from mentordesk.domain.programs import Format
from mentordesk.services.programs import programs
from mentordesk.ui import file_choice
from mentordesk.ui.desk_files import DeskFiles
from mentordesk.ui.settings import Settings
from mentordesk.ui.welcome.page import WelcomePage, free_place
from mentordesk.ui.widgets.error_dialog import ErrorDialog


@pytest.fixture
def window(qtbot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    return made


@pytest.fixture
def files(window: QWidget, settings: Settings) -> Iterator[DeskFiles]:
    made = DeskFiles(window, settings)
    yield made
    made.close()


@pytest.fixture
def page(qtbot, files: DeskFiles, settings: Settings) -> WelcomePage:
    made = WelcomePage(files, settings)
    qtbot.addWidget(made)
    made.resize(1200, 800)
    with qtbot.waitExposed(made):
        made.show()
    return made


def test_a_template_makes_the_desk_with_its_program_and_shows_it(qtbot, page, files) -> None:
    page.formats.choose(Format.REVERSE)
    with qtbot.waitSignal(page.wants) as wants:
        qtbot.mouseClick(page.create_program, Qt.MouseButton.LeftButton)
    assert files.desk.path == page.place
    found = files.desk.read(programs.rows)
    assert [(row.name, row.format) for row in found] == [("Reverse mentoring", Format.REVERSE)]
    assert wants.args == ["go", {"page": "programs", "id": found[0].id}]


def test_a_roster_is_chosen_first_and_then_the_desk_made(qtbot, page, files, monkeypatch, tmp_path) -> None:
    roster = tmp_path / "people.csv"
    monkeypatch.setattr(file_choice, "open_file", lambda *_: roster)
    with qtbot.waitSignal(page.wants) as wants:
        qtbot.mouseClick(page.choose, Qt.MouseButton.LeftButton)
    assert files.desk is not None
    assert wants.args == ["go", {"page": "import", "path": roster}]


def test_no_desk_is_made_when_no_roster_is_chosen(qtbot, page, files, monkeypatch) -> None:
    monkeypatch.setattr(file_choice, "open_file", lambda *_: None)
    qtbot.mouseClick(page.choose, Qt.MouseButton.LeftButton)
    assert files.desk is None
    assert not page.place.exists()


def test_the_sample_is_opened(qtbot, page, files) -> None:
    qtbot.mouseClick(page.sample, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: files.desk is not None, timeout=60_000)
    assert files.desk.path.name == "Sample.mdesk"


def test_an_empty_roster_is_saved(qtbot, page, monkeypatch, tmp_path) -> None:
    path = tmp_path / "Roster.xlsx"
    monkeypatch.setattr(file_choice, "save_file", lambda *_: path)
    qtbot.mouseClick(page.empty_roster, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(page.saved.isVisible, timeout=30_000)
    assert page.saved.text() == "Saved “Roster.xlsx”. Fill it in, then choose it here."
    book = openpyxl.load_workbook(path)
    assert book.worksheets[0]["A1"].value == "Name"


def test_the_place_of_the_new_desk_can_be_changed(qtbot, page, files, monkeypatch, tmp_path) -> None:
    assert page.place_words.text().endswith("MentorDesk/mentoring.mdesk")
    place = tmp_path / "elsewhere" / "ours.mdesk"
    monkeypatch.setattr(file_choice, "new_file", lambda *_: place)
    page._on_change_place()
    assert page.place_words.text().endswith("elsewhere/ours.mdesk")
    qtbot.mouseClick(page.create_program, Qt.MouseButton.LeftButton)
    assert files.desk.path == place


def test_a_place_that_is_taken_is_refused_in_words(qtbot, page, files, monkeypatch) -> None:
    said: list[str] = []
    monkeypatch.setattr(ErrorDialog, "exec", lambda dialog: said.append(dialog.title.text()) or 0)
    page.place.parent.mkdir(parents=True)
    page.place.write_bytes(b"something else")
    qtbot.mouseClick(page.create_program, Qt.MouseButton.LeftButton)
    assert files.desk is None
    assert said == ["There is a file named “mentoring.mdesk” already"]


def test_the_proposed_place_is_free(tmp_path: Path) -> None:
    assert free_place(tmp_path).name == "mentoring.mdesk"
    (tmp_path / "mentoring.mdesk").touch()
    assert free_place(tmp_path).name == "mentoring 2.mdesk"


def test_the_reason_why_no_desk_is_open_stands_on_top(qtbot, files, settings, page) -> None:
    assert not page.notice.isVisible()
    told = WelcomePage(files, settings, "The desk of last time is gone.")
    qtbot.addWidget(told)
    told.show()
    assert told.notice.isVisible()
    assert QApplication.topLevelWidgets()
