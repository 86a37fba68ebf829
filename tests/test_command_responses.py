"""The commands `forms` and `responses`: what they print and write, and a sentence for every fault of the input."""

import json
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from mentordesk.app import main
from mentordesk.services.desk import Desk
from mentordesk.services.pairs import pulse
from tests.answered import add, answer, save
from tests.builders import add_cohort, add_pair

COHORT = "Crossroads 2025–26"
AMARA, JONAS = "Amara Okonkwo", "Jonas Weidmann"
SECRET = "She talks too much"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    desk = Desk.create(tmp_path / "desk.mdesk", backups=tmp_path / "backups")
    cohort = add_cohort(desk)
    add_pair(desk, AMARA, JONAS, cohort)
    add_pair(desk, "Ruth Adler", "Mateo Quispe", cohort)
    desk.close()
    return desk.path


def today() -> date:
    return datetime.now().astimezone().date()


def run(*arguments: object) -> int:
    return main([str(argument) for argument in arguments])


def back(path: Path, trust: object = 4, comment: str = SECRET) -> Path:
    """A form of the cohort, filled in: a check-in and a contact."""
    form = path.parent / "form.xlsx"
    if not form.exists():
        assert run("forms", path, form, "--cohort", COHORT) == 0
    workbook = openpyxl.load_workbook(form)
    answer(workbook["Check-in"], AMARA, {"I can say": trust, "Comment": comment})
    day = today() - timedelta(days=2)
    add(workbook["Contacts"], 1, {"Pair": f"{AMARA} & {JONAS}", "Date": day, "How": "Coffee"})
    return save(workbook, path.parent / "back.xlsx")


def counts(capsys, *arguments: object) -> dict[str, Any]:
    assert run("responses", *arguments, "--json") == 0
    found: dict[str, Any] = json.loads(capsys.readouterr().out)
    return found


def test_a_form_goes_out_and_comes_back(path: Path, capsys) -> None:
    assert run("forms", path, path.parent / "form.xlsx", "--cohort", COHORT.upper()) == 0
    assert capsys.readouterr().out == "Wrote “form.xlsx”.\n"
    assert run("responses", path, back(path)) == 0
    assert capsys.readouterr().out == "2 responses taken: 1 check-in, 1 contact.\n"
    desk = Desk.open(path, backups=path.parent / "backups")
    (taken,) = [row for pair_id in (1, 2) for row in desk.read(pulse.of_pair, pair_id)]
    assert (taken.who, taken.answers.trust, taken.comment) == ("Amara", 4, SECRET)
    desk.close()


def test_a_dry_run_takes_nothing(path: Path, capsys) -> None:
    form = back(path)
    capsys.readouterr()
    before = path.read_bytes()
    assert run("responses", path, form, "--dry-run") == 0
    assert capsys.readouterr().out == "2 responses would be taken: 1 check-in, 1 contact.\n"
    assert path.read_bytes() == before


def test_counts_as_json_without_comments(path: Path, capsys) -> None:
    form = back(path)
    capsys.readouterr()
    first = counts(capsys, path, form)
    assert (first["taken"], first["check_ins"], first["contacts"], first["files"]) == (2, 1, 1, 1)
    again = counts(capsys, path, form)
    assert (again["taken"], again["duplicate"]) == (0, 2)
    assert SECRET not in repr((first, again))


def test_what_stays_out_is_named_and_no_comment_shown(path: Path, capsys) -> None:
    form = back(path, trust=9)
    capsys.readouterr()
    assert run("responses", path, form) == 0
    said = capsys.readouterr().out
    assert said == (
        "1 response taken: 1 contact.\nLeft out: 1 to fix.\n"
        "  back.xlsx, Check-in, row 7: Answers go from 1 to 5, not 9.\n"
    )
    assert SECRET not in said


def test_one_bad_file_of_several(path: Path, capsys) -> None:
    form, bad = back(path), path.parent / "bad.xlsx"
    bad.write_bytes(b"PK\x03\x04 no workbook")
    capsys.readouterr()
    assert run("responses", path, bad, form) == 1
    told = capsys.readouterr()
    assert "2 responses taken" in told.out
    assert "bad.xlsx" in told.err
    assert "Traceback" not in told.err
    assert run("responses", path, bad) == 1
    assert "No file could be read." in capsys.readouterr().err


def test_a_roster_has_no_answers(path: Path, capsys) -> None:
    roster = path.parent / "roster.csv"
    roster.write_text("E-mail,Department\na@x.example,Data\n", encoding="utf-8")
    assert run("responses", path, roster) == 1
    assert "“roster.csv” has no column with answers." in capsys.readouterr().err


def test_forms_for_each_person_go_to_a_folder(path: Path, capsys) -> None:
    folder = path.parent / "forms"
    assert run("forms", path, folder, "--cohort", COHORT, "--for", "person", "--until", "2026-12-24") == 0
    assert capsys.readouterr().out == "Wrote 4 forms to “forms”.\n"
    assert {each.name for each in folder.iterdir()} >= {f"{AMARA}, with {JONAS}.xlsx", f"{JONAS}, with {AMARA}.xlsx"}
    sheet = openpyxl.load_workbook(folder / f"{AMARA}, with {JONAS}.xlsx").worksheets[0]
    assert sheet["B3"].value == "Please send it back by 24 December 2026"


def test_a_cohort_that_is_not_there(path: Path, capsys) -> None:
    assert run("forms", path, path.parent / "form.xlsx", "--cohort", "Nowhere") == 1
    assert "There is no cohort called “Nowhere”." in capsys.readouterr().err
