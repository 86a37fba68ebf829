"""One report of the Reports page by itself: every kind is written without a window, as a workbook that opens."""

import json
from contextlib import closing
from pathlib import Path

import openpyxl
import pytest

from mentordesk.app import main
from mentordesk.domain.reporting import ReportKind
from tests.exchange.package_check import check_package

COHORT = "Crossroads 2025–26"


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("desks") / "sample.mdesk"
    assert main(["sample", str(path), "--today", "2026-06-04", "--people", "40"]) == 0
    return path


def write(sample: Path, out: Path, kind: ReportKind, *more: str) -> int:
    whose = ("--person", "Amara Okonkwo") if kind is ReportKind.PERSONAL_DATA else ()
    return main(["report", str(sample), str(out), "--kind", kind.typed, *whose, *more])


@pytest.mark.parametrize("kind", ReportKind, ids=lambda kind: kind.typed)
def test_every_kind_is_written_and_opens(sample: Path, tmp_path: Path, kind: ReportKind, capsys) -> None:
    out = tmp_path / "report.xlsx"
    assert write(sample, out, kind, "--cohort", COHORT, "--to", "2026-06-04", "--json") == 0
    told = json.loads(capsys.readouterr().out)
    with closing(openpyxl.load_workbook(out, read_only=True)) as book:
        assert (told["kind"], told["sheets"]) == (kind.typed, book.sheetnames)
        assert any(any(row) for row in book[kind.sheet].values)
    assert check_package(out) == []


def test_the_kinds_are_called_as_in_the_window(capsys) -> None:
    assert ReportKind.MILESTONES.typed == "milestone-status"
    assert ReportKind.MAIL_MERGE.typed == "introductions-for-mail-merge"
    assert len({kind.typed for kind in ReportKind}) == len(ReportKind)
    with pytest.raises(SystemExit):
        main(["report", "--help"])
    told = capsys.readouterr().out
    assert all(f"  {kind.typed} " in told for kind in ReportKind)
    assert "late, with what" in told


def test_without_a_kind_it_is_the_program_report(sample: Path, tmp_path: Path, capsys) -> None:
    assert main(["report", str(sample), str(tmp_path / "report.xlsx"), "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["kind"] == "program-report"


def test_an_unknown_kind_is_wrong_usage(sample: Path, tmp_path: Path, capsys) -> None:
    with pytest.raises(SystemExit) as wrong:
        main(["report", str(sample), str(tmp_path / "r.xlsx"), "--kind", "everything"])
    assert wrong.value.code == 2
    assert "milestone-status" in capsys.readouterr().err


@pytest.mark.parametrize("who", ["amara okonkwo", "AMARA.OKONKWO@solvane.example"])
def test_the_person_is_found_by_name_and_address(sample: Path, tmp_path: Path, who: str) -> None:
    out = tmp_path / "data.xlsx"
    assert main(["report", str(sample), str(out), "--kind", "personal-data", "--person", who]) == 0
    with closing(openpyxl.load_workbook(out, read_only=True)) as book:
        assert "Amara Okonkwo" in [cell for row in book["Person"].values for cell in row]


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["--kind", "personal-data"], "Say with --person whose data it is"),
        (["--kind", "personal-data", "--person", "Nobody"], "There is nobody called “Nobody”"),
        (["--kind", "goals", "--person", "Amara Okonkwo"], "Only a report of personal data is about one person"),
        (["--kind", "introductions-for-mail-merge", "--names", "initials"], "is nothing without names"),
        (["--kind", "contact-log", "--reader", "public"], "is not for everybody"),
    ],
)
def test_what_cannot_be_is_a_sentence(sample: Path, tmp_path: Path, arguments: list[str], words: str, capsys) -> None:
    out = tmp_path / "report.xlsx"
    assert main(["report", str(sample), str(out), *arguments]) == 1
    assert words in capsys.readouterr().err
    assert not out.exists()
