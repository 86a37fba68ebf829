"""Where things live: resources of the checkout, and one folder for all else when the variable says so."""

import sys
from pathlib import Path

from mentordesk import paths


def test_the_resources_of_the_checkout_are_found() -> None:
    assert (paths.resources() / "style.qss").is_file()


def test_a_frozen_build_has_its_resources_beside_the_program(tmp_path: Path, monkeypatch) -> None:
    monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path), raising=False)
    assert paths.resources() == tmp_path / "resources"


def test_one_variable_puts_everything_under_one_folder(home: Path) -> None:
    desk = paths.desks_folder() / "Solvane.mdesk"
    for folder in (paths.desks_folder(), paths.backups_folder(desk), paths.config_folder(), paths.log_folder()):
        assert folder.is_relative_to(home)


def test_without_the_variable_the_system_says_where(monkeypatch) -> None:
    monkeypatch.delenv(paths.HOME_VARIABLE)
    assert paths.desks_folder().name == "MentorDesk"
    assert paths.config_folder() != paths.log_folder()


def test_two_desks_of_one_name_have_backups_of_their_own(home: Path) -> None:
    here, there = paths.desks_folder() / "Solvane.mdesk", home / "stick" / "Solvane.mdesk"
    assert paths.backups_folder(here).name == "Solvane"
    assert paths.backups_folder(here) != paths.backups_folder(there)
    assert paths.backups_folder(there).name.startswith("Solvane ")
    assert paths.backups_folder(there) != paths.backups_folder(home / "other stick" / "Solvane.mdesk")
