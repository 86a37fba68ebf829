"""The command `import` without a cohort, with career milestones, with dates that can be read both ways."""

import json
import sqlite3
from pathlib import Path

import pytest

from mentordesk.app import main

HEADINGS = "Emp ID,Full Name,Work Email,Department,Job Grade,Employment Status,Hire Date,Last Promotion Date\n"


@pytest.fixture
def export(tmp_path: Path):
    def write(*lines: str) -> Path:
        file = tmp_path / "export.csv"
        file.write_text(HEADINGS + "\n".join(lines) + "\n", encoding="utf-8")
        return file

    return write


@pytest.fixture
def desk(tmp_path: Path, export, capsys) -> Path:
    path = tmp_path / "d.mdesk"
    assert (
        main(["import", str(path), str(export("00012,Ada Ek,ada@solvane.example,Finance,3,Active,2018-04-03,"))]) == 0
    )
    assert capsys.readouterr().out == "Rows imported: 1 new, 0 changed, 0 unchanged, 0 wrong.\n"
    return path


def asked(path: Path, query: str) -> list[tuple]:
    connection = sqlite3.connect(path)
    try:
        return connection.execute(query).fetchall()
    finally:
        connection.close()


PROMOTED = "00012,Ada Ek,ada@solvane.example,Finance,4,Active,2018-04-03,"


def test_without_a_cohort_nobody_is_enrolled_and_nothing_is_made(desk: Path) -> None:
    assert asked(desk, "SELECT count(*) FROM enrollment") == [(0,)]
    assert asked(desk, "SELECT count(*) FROM cohort") == [(0,)]


def test_career_milestones_are_noted_and_told(desk: Path, export, capsys) -> None:
    assert main(["import", str(desk), str(export(PROMOTED)), "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    (career,) = told.pop("careers")
    assert told == {"new": 0, "changed": 1, "unchanged": 0, "wrong": 0}
    assert (career["person"], career["kind"], career["after"], career["noted"]) == (
        "Ada Ek",
        "promotion",
        "level 4",
        True,
    )
    assert asked(desk, "SELECT kind, title, source FROM career_milestone") == [
        ("promotion", "Promoted to level 4", "HR export “export.csv”")
    ]


def test_career_milestones_are_only_listed_where_asked(desk: Path, export, capsys) -> None:
    assert main(["import", str(desk), str(export(PROMOTED)), "--careers", "list"]) == 0
    out = capsys.readouterr().out
    assert "1 career milestone found, none noted:\n  Ada Ek: promotion, " in out
    assert "(level 3 → level 4)" in out
    assert asked(desk, "SELECT count(*) FROM career_milestone") == [(0,)]
    assert asked(desk, "SELECT level FROM person") == [(4,)]


def test_a_dry_run_lists_them_and_changes_nothing(desk: Path, export, capsys) -> None:
    assert main(["import", str(desk), str(export(PROMOTED)), "--dry-run"]) == 0
    out = capsys.readouterr().out
    assert out.startswith("Rows would be imported: 0 new, 1 changed")
    assert "promotion" in out
    assert asked(desk, "SELECT level FROM person") == [(3,)]


@pytest.mark.parametrize(("order", "expected"), [("day", "2026-04-03"), ("month", "2026-03-04")])
def test_which_comes_first_in_dates_can_be_said(tmp_path: Path, export, order: str, expected: str) -> None:
    file = export("00012,Ada Ek,ada@solvane.example,Finance,3,Active,03/04/2026,")
    assert main(["import", str(tmp_path / "n.mdesk"), str(file), "--dates", order]) == 0
    assert asked(tmp_path / "n.mdesk", "SELECT hired_on FROM person") == [(expected,)]


def test_a_cohort_without_a_role_takes_the_one_of_the_headings(tmp_path: Path) -> None:
    file = tmp_path / "mentors.csv"
    file.write_text("Mentor Name,Mentor Email,Expertise\nMax Power,max@solvane.example,Sales\n")
    assert main(["import", str(tmp_path / "n.mdesk"), str(file), "--cohort", "Upstream 2027"]) == 0
    assert asked(tmp_path / "n.mdesk", "SELECT role FROM enrollment") == [("mentor",)]
