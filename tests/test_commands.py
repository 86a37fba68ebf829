"""The commands without a window: what they print, the exit codes, and that they need neither screen nor Qt."""

import json
import os
import sqlite3
import subprocess
import sys
from pathlib import Path

import openpyxl
import pytest

from mentordesk import __version__
from mentordesk.app import main

ROOT = Path(__file__).parents[1]


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("desks") / "sample.mdesk"
    assert main(["sample", str(path), "--today", "2026-06-04"]) == 0
    return path


@pytest.fixture
def roster(tmp_path: Path) -> Path:
    file = tmp_path / "roster.csv"
    file.write_text("Name,E-mail,Capacity,Grade\nAda Ek,ada@solvane.example,2,G4\nBo Ek,bo@solvane.example,1,G5\n")
    return file


def test_no_command_needs_qt_or_a_screen(tmp_path: Path) -> None:
    code = (
        "import sys; from mentordesk.app import main; code = main(sys.argv[1:])\n"
        "assert not any(name.startswith('PySide6') for name in sys.modules); raise SystemExit(code)"
    )
    variables = {key: value for key, value in os.environ.items() if key not in ("DISPLAY", "QT_QPA_PLATFORM")}
    done = subprocess.run(
        [sys.executable, "-c", code, "sample", str(tmp_path / "s.mdesk")],
        cwd=ROOT,
        env=variables,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")


def test_figures_as_json_are_those_of_the_service(sample: Path, capsys) -> None:
    assert main(["figures", str(sample), "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert found["active_pairs"] == found["on_track"] + found["watch"] + found["at_risk"] + found["too_early"] > 20
    assert main(["figures", str(sample), "--cohort", "crossroads 2025", "--json"]) in (0, 1)


def test_figures_for_people_say_every_name(sample: Path, capsys) -> None:
    assert main(["figures", str(sample), "--program", "Crossroads"]) == 0
    assert "active pairs" in capsys.readouterr().out


def test_a_reader_that_has_enough_is_no_fault(sample: Path) -> None:
    command = [sys.executable, str(ROOT / "main.py"), "figures", str(sample)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as running:
        running.stdout.close()
        told = running.stderr.read()
    assert (running.returncode, told) == (0, "")


def test_an_unknown_cohort_is_a_sentence_and_exit_code_1(sample: Path, capsys) -> None:
    assert main(["figures", str(sample), "--cohort", "Nobody"]) == 1
    error = capsys.readouterr().err
    assert error.startswith("mentordesk figures: There is no cohort called “Nobody”.")
    assert "Traceback" not in error
    assert error.count("\n") == 1


def test_the_report_is_written_for_a_program(sample: Path, tmp_path: Path, capsys) -> None:
    out = tmp_path / "report.xlsx"
    assert main(["report", str(sample), str(out), "--program", "Upstream"]) == 0
    assert out.stat().st_size > 10_000
    assert "report.xlsx" in capsys.readouterr().out


def test_the_report_says_as_json_what_was_written(sample: Path, tmp_path: Path, capsys) -> None:
    out = tmp_path / "report.xlsx"
    assert main(["report", str(sample), str(out), "--reader", "hr", "--names", "initials", "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert (told["reader"], told["names"], told["remarks"]) == ("hr", "initials", [])
    assert told["bytes"] == out.stat().st_size > 10_000
    assert told["sheets"] == openpyxl.load_workbook(out, read_only=True).sheetnames
    assert len(told["sheets"]) == 12


def test_a_report_for_everybody_names_nobody(sample: Path, tmp_path: Path, capsys) -> None:
    out = tmp_path / "public.xlsx"
    assert main(["report", str(sample), str(out), "--reader", "public", "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert (told["names"], told["sheets"]) == ("none", ["Summary", "Outcomes", "Definitions"])
    assert main(["report", str(sample), str(out), "--reader", "public", "--names", "full"]) == 1
    assert "names nobody" in capsys.readouterr().err


def test_a_report_for_a_lead_needs_a_program(sample: Path, tmp_path: Path, capsys) -> None:
    out = tmp_path / "lead.xlsx"
    assert main(["report", str(sample), str(out), "--reader", "lead"]) == 1
    assert "Choose a program or a cohort" in capsys.readouterr().err
    assert not out.exists()
    assert main(["report", str(sample), str(out), "--reader", "lead", "--program", "Upstream"]) == 0


def test_a_scheduled_report_that_fails_leaves_the_older_one(sample: Path, tmp_path: Path, capsys) -> None:
    out = tmp_path / "report.xlsx"
    out.write_bytes(b"of last week")
    assert main(["report", str(tmp_path / "moved.mdesk"), str(out)]) == 1
    assert main(["report", str(sample), str(out), "--program", "Nobody"]) == 1
    assert out.read_bytes() == b"of last week"
    assert capsys.readouterr().err.count("\n") == 2
    assert main(["report", str(sample), str(tmp_path / "report.csv")]) == 1
    assert "End it with .xlsx" in capsys.readouterr().err


def test_a_report_into_a_missing_folder_is_a_sentence(sample: Path, tmp_path: Path, capsys) -> None:
    assert main(["report", str(sample), str(tmp_path / "none" / "report.xlsx")]) == 1
    assert "not saved" in capsys.readouterr().err


def test_a_period_that_ends_before_it_begins_is_refused(sample: Path, tmp_path: Path, capsys) -> None:
    dates = ["--from", "2026-05-01", "--to", "2026-04-01"]
    assert main(["report", str(sample), str(tmp_path / "r.xlsx"), *dates]) == 1
    assert "ends before it begins" in capsys.readouterr().err
    assert not (tmp_path / "r.xlsx").exists()


def test_check_finds_a_sound_desk_sound_and_a_broken_one_broken(sample: Path, tmp_path: Path, capsys) -> None:
    assert main(["check", str(sample)]) == 0
    assert capsys.readouterr().out.count("ok ") == 4
    broken = tmp_path / "broken.mdesk"
    broken.write_bytes(sample.read_bytes())
    connection = sqlite3.connect(broken)
    connection.execute("DELETE FROM program")
    connection.commit()
    connection.close()
    assert main(["check", str(broken)]) == 1
    told = capsys.readouterr()
    assert "FAULT  foreign keys" in told.out
    assert "has 1 fault." in told.err


def test_check_of_something_else_is_a_sentence(tmp_path: Path, capsys) -> None:
    (tmp_path / "x.mdesk").write_text("hello")
    assert main(["check", str(tmp_path / "x.mdesk")]) == 1
    assert "cannot be read as a desk" in capsys.readouterr().err


def test_backup_copies_the_desk(sample: Path, home: Path, capsys) -> None:
    assert main(["backup", str(sample)]) == 0
    assert len(list(home.rglob("*by hand.mdesk"))) == 1


@pytest.mark.parametrize(
    ("arguments", "first"),
    [
        (["--help"], "usage: mentordesk [-h] [--version] [DESK.mdesk]"),
        (["--version"], f"MentorDesk {__version__}"),
        (["sample", "--help"], "usage: mentordesk sample [-h]"),
        (["import", "--help"], "usage: mentordesk import [-h]"),
    ],
)
def test_help_and_version_end_with_0(arguments: list[str], first: str, capsys) -> None:
    with pytest.raises(SystemExit) as ended:
        main(arguments)
    assert ended.value.code == 0
    assert capsys.readouterr().out.startswith(first)


@pytest.mark.parametrize(
    "arguments",
    [
        *(["sample"], ["import", "x"], ["figures", "x", "--cohort", "a", "--program", "b"], ["--nonsense"]),
        *(["figures", "x", "--cohort", " "], ["figures", "x", "--program", ""], ["report", "x", "y", "--from", "soon"]),
        *(["report", "x", "y", "--reader", "boss"], ["report", "x", "y", "--names", "nick"]),
        *(["sample", "x", "--today", "0001-01-01"], ["sample", "x", "--today", "9999-12-31"]),
        ["import", "x", "y", "--role", "peer", "--cohort", "\udcff"],
    ],
)
def test_wrong_usage_ends_with_2(arguments: list[str], capsys) -> None:
    with pytest.raises(SystemExit) as ended:
        main(arguments)
    assert ended.value.code == 2
    assert "usage:" in capsys.readouterr().err


def imported(capsys, *arguments: object) -> dict[str, int]:
    assert main(["import", *map(str, arguments), "--json"]) == 0
    found: dict[str, int] = json.loads(capsys.readouterr().out)
    return found


def test_an_import_makes_desk_program_and_cohort(tmp_path: Path, roster: Path, capsys) -> None:
    desk = tmp_path / "d.mdesk"
    where = (desk, roster, "--cohort", "Crossroads 2027", "--role", "mentor")
    assert imported(capsys, *where) == {"new": 2, "changed": 0, "unchanged": 0, "wrong": 0}
    assert imported(capsys, *where) == {"new": 0, "changed": 0, "unchanged": 2, "wrong": 0}
    connection = sqlite3.connect(desk)
    assert connection.execute("SELECT format FROM program").fetchall() == [("traditional",)]
    places = connection.execute("SELECT role, capacity FROM enrollment ORDER BY id").fetchall()
    assert places == [("mentor", 2), ("mentor", 1)]
    connection.close()


def test_a_column_is_mapped_by_hand(tmp_path: Path, roster: Path, capsys) -> None:
    desk = tmp_path / "d.mdesk"
    imported(capsys, desk, roster, "--cohort", "C", "--role", "both", "--map", "Grade=custom:Grade")
    connection = sqlite3.connect(desk)
    assert connection.execute("SELECT value FROM custom_value ORDER BY id").fetchall() == [("G4",), ("G5",)]
    assert connection.execute("SELECT count(*) FROM enrollment").fetchone() == (4,)
    connection.close()


def test_a_dry_run_changes_nothing(tmp_path: Path, roster: Path, capsys) -> None:
    desk = tmp_path / "d.mdesk"
    counts = imported(capsys, desk, roster, "--cohort", "C", "--role", "mentee", "--dry-run")
    assert counts == {"new": 2, "changed": 0, "unchanged": 0, "wrong": 0}
    assert not desk.exists()
    imported(capsys, desk, roster, "--cohort", "C", "--role", "mentee")
    before = sqlite3.connect(desk).execute("SELECT count(*) FROM step").fetchall()
    assert imported(capsys, desk, roster, "--cohort", "Other", "--role", "mentee", "--dry-run")["changed"] == 2
    assert sqlite3.connect(desk).execute("SELECT count(*) FROM step").fetchall() == before


def test_a_wrong_row_stops_it_with_nothing_imported(tmp_path: Path, roster: Path, capsys) -> None:
    roster.write_text(roster.read_text(encoding="utf-8") + "Cy Ek,cy at home,1,G1\n", encoding="utf-8")
    desk = tmp_path / "d.mdesk"
    assert main(["import", str(desk), str(roster), "--cohort", "C", "--role", "mentee"]) == 1
    told = capsys.readouterr()
    assert told.out == ""
    assert "Row 4" in told.err
    assert "Nothing was imported" in told.err
    assert not desk.exists()


def test_rejects_take_the_wrong_rows(tmp_path: Path, roster: Path, capsys) -> None:
    roster.write_text(roster.read_text(encoding="utf-8") + "Cy Ek,cy at home,1,G1\n", encoding="utf-8")
    out = tmp_path / "rejects.xlsx"
    where = (tmp_path / "d.mdesk", roster, "--cohort", "C", "--role", "mentee", "--rejects", out)
    assert imported(capsys, *where) == {"new": 2, "changed": 0, "unchanged": 0, "wrong": 1}
    rows = list(openpyxl.load_workbook(out).active.values)
    assert rows[0][-1] == "Problem"
    assert rows[1][0] == "Cy Ek"
    assert rows[1][-1]


def test_wrong_rows_never_take_the_place_of_the_roster_or_a_desk(tmp_path: Path, roster: Path, capsys) -> None:
    roster.write_text(before := roster.read_text(encoding="utf-8") + "Cy Ek,cy at home,1,G1\n", encoding="utf-8")
    desk, other = tmp_path / "d.mdesk", tmp_path / "other.mdesk"
    assert main(["sample", str(other)]) == 0
    content = other.read_bytes()
    for rejects in (roster, other):
        where = ["--cohort", "C", "--role", "mentee", "--rejects", str(rejects)]
        assert main(["import", str(desk), str(roster), *where]) == 1
        assert "would be lost" in capsys.readouterr().err
    assert (roster.read_text(encoding="utf-8"), other.read_bytes()) == (before, content)
    assert not desk.exists()


def test_a_desk_that_was_made_for_a_wrong_file_leaves_nothing(tmp_path: Path, roster: Path, home: Path, capsys) -> None:
    roster.write_text("Name,E-mail\nAda Ek,\n", encoding="utf-8")
    assert main(["import", str(tmp_path / "d.mdesk"), str(roster), "--cohort", "C", "--role", "mentee"]) == 1
    assert list(tmp_path.iterdir()) == [roster]
    assert list(home.rglob("*.mdesk")) == []


def test_an_import_is_in_the_backup_made_at_its_end(tmp_path: Path, roster: Path, home: Path, capsys) -> None:
    imported(capsys, tmp_path / "d.mdesk", roster, "--cohort", "C", "--role", "mentee")
    (made,) = home.rglob("*at close.mdesk")
    assert sqlite3.connect(made).execute("SELECT count(*) FROM person").fetchone() == (2,)


def test_formulas_that_were_never_computed_are_told(tmp_path: Path, capsys) -> None:
    book = openpyxl.Workbook()
    for row in (["Name", "E-mail", "Shoe"], ["=A9", "=B9", "big"]):
        book.active.append(row)
    book.save(tmp_path / "roster.xlsx")
    where = ["--cohort", "C", "--role", "mentee", "--map", "Shoe=-"]
    assert main(["import", str(tmp_path / "d.mdesk"), str(tmp_path / "roster.xlsx"), *where]) == 1
    error = capsys.readouterr().err
    assert "2 formulas (A2, B2) have no stored value" in error
    assert "No row has a value" in error


def test_a_name_that_the_console_cannot_show_is_no_fault(tmp_path: Path, roster: Path) -> None:
    where = ["import", str(tmp_path / "d.mdesk"), str(roster), "--cohort", "東京 2026", "--role", "mentor"]
    done = subprocess.run(
        [sys.executable, "main.py", *where],
        cwd=ROOT,
        env=os.environ | {"PYTHONIOENCODING": "cp437"},
        capture_output=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, b"")
    assert b"2 new" in done.stdout


@pytest.mark.parametrize("content", [b"", b"\x00\x01\x02", b"PK\x03\x04broken"])
def test_a_file_that_is_no_roster_is_a_sentence(tmp_path: Path, content: bytes, capsys) -> None:
    file = tmp_path / "roster.xlsx"
    file.write_bytes(content)
    assert main(["import", str(tmp_path / "d.mdesk"), str(file), "--cohort", "C", "--role", "mentee"]) == 1
    error = capsys.readouterr().err
    assert "roster.xlsx" in error
    assert "Traceback" not in error
