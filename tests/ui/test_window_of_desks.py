"""Desks in the window: made, opened, read only, backed up, put back, closed."""

from pathlib import Path

from mentordesk import paths
from mentordesk.domain.people import PersonForm
from mentordesk.services.desk import Desk
from mentordesk.services.people import people
from mentordesk.ui import desk_files, file_choice
from mentordesk.ui.main_window import MainWindow
from mentordesk.ui.settings import Settings
from tests.ui.on_window import is_quiet, press, texts


def test_a_new_desk_is_made_where_one_says(window: MainWindow, tmp_path: Path, monkeypatch, qtbot) -> None:
    monkeypatch.setattr(file_choice, "new_file", lambda *_: tmp_path / "new.mdesk")
    window.run("new_desk")
    qtbot.waitUntil(lambda: is_quiet(window))
    assert (tmp_path / "new.mdesk").exists()
    assert window.settings.last_desk == tmp_path / "new.mdesk"


def test_an_existing_desk_is_never_replaced_by_a_new_one(window, desk_file: Path, monkeypatch) -> None:
    told: list[str] = []
    monkeypatch.setattr(desk_files, "show_error", lambda _parent, error: told.append(str(error)))
    monkeypatch.setattr(file_choice, "new_file", lambda *_: desk_file)
    before = desk_file.read_bytes()
    window.run("new_desk")
    assert told == ["There is a file named “office.mdesk” already."]
    assert desk_file.read_bytes() == before


def test_a_file_that_is_no_desk_is_told_and_the_open_one_stays(opened: MainWindow, tmp_path: Path, monkeypatch) -> None:
    told: list[str] = []
    monkeypatch.setattr(desk_files, "show_error", lambda _parent, error: told.append(str(error)))
    (tmp_path / "x.mdesk").write_text("hello")
    assert not opened.files.open(tmp_path / "x.mdesk")
    assert "cannot be read as a desk" in told[0]
    assert opened.windowTitle() == "office – MentorDesk"


def test_a_desk_that_is_open_elsewhere_can_be_read(window, desk_file: Path, tmp_path: Path, monkeypatch, qtbot) -> None:
    elsewhere = Desk.open(desk_file, backups=tmp_path / "backups")
    asked: list[str] = []

    def answer(_parent, question: str, _sentence: str, choices: list[str]) -> str:
        asked.append(question)
        return choices[-1]

    monkeypatch.setattr(desk_files, "ask", answer)
    window.files.open(desk_file)
    qtbot.waitUntil(lambda: is_quiet(window))
    assert "is open already: by" in asked[0]
    assert window.windowTitle() == "office (read only) – MentorDesk"
    assert not window.menus.actions["new_pair"].isEnabled()
    window.workplace.command("log_contact")
    assert "read only" in window.toast.text()
    elsewhere.close()


def test_the_sample_desk_is_made_and_opened(window: MainWindow, qtbot) -> None:
    window.run("open_sample")
    qtbot.waitUntil(lambda: window.workplace is not None, timeout=20_000)
    qtbot.waitUntil(lambda: is_quiet(window), timeout=20_000)
    assert window.files.desk.path == paths.desks_folder() / "Sample.mdesk"
    qtbot.waitUntil(lambda: window.rail._items["today"].badge > 0)
    assert "active pairs" in window.status.counts.text()


def test_backing_up_is_told_in_the_status_bar(opened: MainWindow, qtbot) -> None:
    assert opened.status.backup.text() == "No backup yet"
    press(opened, "Ctrl+S")
    press(opened, "Ctrl+S")
    qtbot.waitUntil(lambda: opened.status.backup.text().startswith("Backup today"))
    folder = opened.settings.backups_of(opened.files.desk.path)
    assert len(list(folder.glob("*.mdesk"))) == 1, "the second came while the first was made"


def test_a_backup_is_put_back(opened: MainWindow, monkeypatch, qtbot) -> None:
    opened.run("back_up")
    folder = opened.settings.backups_of(opened.files.desk.path)
    qtbot.waitUntil(lambda: any(folder.glob("*.mdesk")))
    opened.workplace.do(people.save, PersonForm("Later"))
    (kept,) = folder.glob("*.mdesk")
    monkeypatch.setattr(file_choice, "open_file_in", lambda *_: kept)
    monkeypatch.setattr(desk_files, "ask", lambda *_: "Restore")
    opened.run("restore")
    qtbot.waitUntil(lambda: opened.workplace is not None and is_quiet(opened))
    assert opened.files.desk.read(people.rows) == []
    assert any("before restore" in path.name for path in folder.glob("*.mdesk"))


def test_closing_the_window_backs_up_and_remembers(opened: MainWindow, settings: Settings, desk_file: Path) -> None:
    opened.workplace.do(people.save, PersonForm("Ada Ek"))
    opened.run("page:people")
    opened.close()
    assert any("at close" in path.name for path in settings.backups_of(desk_file).glob("*.mdesk"))
    again = Settings(Path(settings._store.fileName()).parent)
    assert again.last_desk == desk_file
    assert again.state("window") == {"page": "people"}
    desk = Desk.open(desk_file, backups=desk_file.parent)
    assert [row.name for row in desk.read(people.rows)] == ["Ada Ek"]
    desk.close()


def test_closing_the_desk_shows_first_run(opened: MainWindow) -> None:
    opened.run("close_desk")
    assert opened.files.desk is None
    assert "Mentoring goes both ways" in texts(opened)
    assert opened.settings.last_desk is None
