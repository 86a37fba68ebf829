"""The command `match`: what it prints and writes, what it leaves alone, and a sentence for every fault of the input."""

import json
import sqlite3
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from mentordesk.app import main
from mentordesk.domain.cohorts import EnrollmentStatus, Role
from mentordesk.domain.programs import Format
from mentordesk.services.desk import Desk
from tests.builders import add_cohort, add_pair, add_person, add_program, enroll

COHORT = "Crossroads 2025–26"
MENTORS = {"Ada Ek": ("Data", "Negotiation"), "Bo Ek": ("Budgets",)}
MENTEES = {"Cy Ek": ("Data",), "Di Ek": ("Budgets",), "Ed Ek": ("Negotiation",)}
SCORES = "mentor,mentee,score\nada.ek@solvane.example,cy.ek@solvane.example,0.1\n"


def mail(name: str) -> str:
    return f"{name.lower()}.ek@solvane.example"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Two mentors with a place each, three mentees who want what they offer."""
    desk = Desk.create(tmp_path / "desk.mdesk", backups=tmp_path / "backups")
    cohort = add_cohort(desk)
    for name, offers in MENTORS.items():
        enroll(desk, cohort, add_person(desk, name, level=6, offers=offers), Role.MENTOR)
    for name, wants in MENTEES.items():
        enroll(desk, cohort, add_person(desk, name, level=3, wants=wants), Role.MENTEE)
    desk.close()
    return desk.path


def changed(path: Path, work: Any) -> None:
    desk = Desk.open(path, backups=path.parent / "backups")
    work(desk)
    desk.close()


def cohort_of(desk: Desk) -> int:
    return desk.read(lambda session: session.connection().exec_driver_sql("SELECT max(id) FROM cohort").scalar_one())


def matched(capsys, path: Path, *arguments: object) -> dict[str, Any]:
    assert main(["match", str(path), "--cohort", COHORT, *map(str, arguments), "--json"]) == 0
    found: dict[str, Any] = json.loads(capsys.readouterr().out)
    return found


def refused(capsys, path: Path, *arguments: object, cohort: str = COHORT) -> str:
    assert main(["match", str(path), "--cohort", cohort, *map(str, arguments)]) == 1
    told = capsys.readouterr()
    assert told.out == ""
    assert told.err.startswith("mentordesk match: ")
    assert told.err.count("\n") == 1
    assert "Traceback" not in told.err
    return str(told.err)


def steps(path: Path) -> list[tuple[Any, ...]]:
    connection = sqlite3.connect(path)
    found = connection.execute("SELECT (SELECT count(*) FROM step), (SELECT count(*) FROM pair)").fetchall()
    connection.close()
    return found


def table(folder: Path, text: str) -> Path:
    file = folder / "scores.csv"
    file.write_text(text, encoding="utf-8")
    return file


def rules(folder: Path, text: str) -> Path:
    file = folder / "rules.toml"
    file.write_text(text, encoding="utf-8")
    return file


def test_the_best_pairs_as_json(path: Path, capsys) -> None:
    found = matched(capsys, path)
    assert list(found) == ["goal", "pairs", "total", "average", "lowest", "unmatched_mentees", "unmatched_mentors"]
    assert found["goal"] == "participation"
    assert {(pair["mentor"], pair["mentee"]) for pair in found["pairs"]} >= {(mail("bo"), mail("di"))}
    assert len(found["pairs"]) == 2
    assert found["total"] == sum(pair["fit"] for pair in found["pairs"])
    assert found["average"] == found["total"] / 2
    assert found["lowest"] == min(pair["fit"] for pair in found["pairs"])
    assert len(found["unmatched_mentees"]) == 1
    assert found["unmatched_mentors"] == []
    for pair in found["pairs"]:
        assert sum(each["points"] for each in pair["reasons"]) == pair["fit"]
        assert pair["reasons"][0]["reason"].startswith("1 of 1 wish")


def test_for_people_names_fits_and_who_is_left(path: Path, capsys) -> None:
    assert main(["match", str(path), "--cohort", COHORT.upper()]) == 0
    out = capsys.readouterr().out
    assert out.splitlines()[0].split() == ["Mentee", "Mentor", "Fit", "Main", "reason"]
    assert f"2 pairs found for “{COHORT}”, by participation: total " in out
    assert "1 mentee without a pair: " in out


def test_without_commit_nothing_is_written(path: Path, home: Path, capsys) -> None:
    before = steps(path)
    matched(capsys, path)
    assert steps(path) == before
    assert list(home.rglob("*.mdesk")) == []


def test_commit_makes_proposed_pairs_once_after_a_backup(path: Path, home: Path, capsys) -> None:
    assert len(matched(capsys, path, "--commit")["pairs"]) == 2
    connection = sqlite3.connect(path)
    assert connection.execute("SELECT status FROM pair").fetchall() == [("proposed",), ("proposed",)]
    assert connection.execute("SELECT label FROM step ORDER BY id DESC").fetchone() == ("Commit 2 pairs",)
    connection.close()
    assert len(list(home.rglob("*before matching.mdesk"))) == 1
    found = matched(capsys, path, "--commit")
    assert (found["pairs"], len(found["unmatched_mentees"])) == ([], 1)
    assert steps(path)[0][1] == 2


def test_a_cohort_where_all_have_a_pair_is_no_fault(path: Path, capsys) -> None:
    def pair_all(desk: Desk) -> None:
        cohort = add_cohort(desk, add_program(desk, "Full"), "Full")
        add_pair(desk, "Fay Ek", "Gil Ek", cohort)

    changed(path, pair_all)
    assert main(["match", str(path), "--cohort", "Full", "--json"]) == 0
    told = capsys.readouterr()
    assert (json.loads(told.out)["pairs"], json.loads(told.out)["total"]) == ([], 0)
    assert told.err == "All mentees of “Full” have a pair already.\n"


def test_a_score_table_is_the_only_criterion_and_exact(path: Path, tmp_path: Path, capsys) -> None:
    more = f"{mail('bo')},{mail('di')},0.2\n{mail('ada')},{mail('di')},0.25\n{mail('ADA')},{mail('ed')},-1\n"
    found = matched(capsys, path, "--scores", table(tmp_path, SCORES + more))
    assert {(pair["mentor"], pair["mentee"], pair["fit"]) for pair in found["pairs"]} == {
        (mail("ada"), mail("cy"), 0.1),
        (mail("bo"), mail("di"), 0.2),
    }
    assert (found["total"], found["average"], found["lowest"]) == (0.3, 0.15, 0.1)
    assert found["unmatched_mentees"] == [mail("ed")]


def test_the_average_has_no_noise_either(path: Path, tmp_path: Path, capsys) -> None:
    def wide(desk: Desk) -> None:
        enroll(desk, cohort_of(desk), add_person(desk, "Zoe Ek"), Role.MENTOR, capacity=3)

    changed(path, wide)
    text = "mentor,mentee,score\n" + "".join(f"{mail('zoe')},{mail(each)},0.1\n" for each in ("cy", "di", "ed"))
    found = matched(capsys, path, "--scores", table(tmp_path, text))
    assert (found["total"], found["average"], found["lowest"]) == (0.3, 0.1, 0.1)


def test_formulas_without_a_value_are_told(path: Path, tmp_path: Path, capsys) -> None:
    book = openpyxl.Workbook()
    for row in (("mentor", "mentee", "score"), (mail("ada"), mail("cy"), "=1+1"), (mail("bo"), mail("di"), 2)):
        book.active.append(row)
    book.save(tmp_path / "scores.xlsx")
    assert main(["match", str(path), "--cohort", COHORT, "--scores", str(tmp_path / "scores.xlsx"), "--json"]) == 0
    told = capsys.readouterr()
    assert json.loads(told.out)["total"] == 2
    assert "1 formula (C2) has no stored value" in told.err
    book.active.delete_rows(3)
    book.save(tmp_path / "scores.xlsx")
    assert "no stored value" in refused(capsys, path, "--scores", tmp_path / "scores.xlsx")


def test_a_pair_that_is_not_in_the_table_is_forbidden(path: Path, tmp_path: Path, capsys) -> None:
    found = matched(capsys, path, "--scores", table(tmp_path, SCORES))
    assert [(pair["mentor"], pair["mentee"]) for pair in found["pairs"]] == [(mail("ada"), mail("cy"))]
    assert (found["unmatched_mentees"], found["unmatched_mentors"]) == ([mail("di"), mail("ed")], [mail("bo")])


def test_the_goals_differ_where_they_must(path: Path, tmp_path: Path, capsys) -> None:
    rows = [("ada", "cy", 100), ("ada", "di", 45), ("bo", "cy", 45), ("bo", "ed", -20), ("ada", "ed", 44)]
    text = "mentor,mentee,score\n" + "".join(f"{mail(a)},{mail(b)},{score}\n" for a, b, score in rows)
    scores = table(tmp_path, text)
    totals = {
        goal: (len(found["pairs"]), found["total"], found["lowest"])
        for goal in ("participation", "score", "fairness")
        for found in [matched(capsys, path, "--scores", scores, "--goal", goal)]
    }
    assert totals == {"participation": (2, 90, 45), "score": (1, 100, 100), "fairness": (2, 90, 45)}


def test_a_workbook_of_scores_with_a_title_above_is_read(path: Path, tmp_path: Path, capsys) -> None:
    book = openpyxl.Workbook()
    for row in (
        ["Survey of May"],
        [],
        ["Score", "Mentee (e-mail)", "Note", "Mentor e-mail"],
        [7, mail("cy"), "", mail("ada")],
    ):
        book.active.append(row)
    book.save(tmp_path / "scores.xlsx")
    assert matched(capsys, path, "--scores", tmp_path / "scores.xlsx")["total"] == 7


def test_people_without_an_address_are_called_by_their_name(path: Path, tmp_path: Path, capsys) -> None:
    changed(
        path, lambda desk: enroll(desk, cohort_of(desk), add_person(desk, "Uma Ek", email="", level=6), Role.MENTOR)
    )
    found = matched(capsys, path, "--scores", table(tmp_path, f"mentor,mentee,score\nUma Ek,{mail('cy')},3\n"))
    assert [(pair["mentor"], pair["mentee"]) for pair in found["pairs"]] == [("Uma Ek", mail("cy"))]


def test_rules_from_a_file_take_the_place_of_the_programs(path: Path, tmp_path: Path, capsys) -> None:
    text = 'goal = "score"\n[criteria]\nwishes = 10\n[rules]\nlowest_fit = { on = true, points = 90 }\n'
    found = matched(capsys, path, "--rules", rules(tmp_path, text))
    assert (found["goal"], found["total"]) == ("score", 200)
    assert [each["criterion"] for each in found["pairs"][0]["reasons"]] == ["Wishes met"]
    assert matched(capsys, path, "--rules", rules(tmp_path, text), "--goal", "fairness")["goal"] == "fairness"


def test_a_score_table_that_counts_and_is_not_there_is_a_remark(path: Path, tmp_path: Path, capsys) -> None:
    file = rules(tmp_path, "[criteria]\nscore_table = 5\n")
    assert main(["match", str(path), "--cohort", COHORT, "--rules", str(file)]) == 0
    assert "“Score table” has no effect: no score table was given." in capsys.readouterr().err


def test_a_must_that_nobody_meets_is_a_remark(path: Path, tmp_path: Path, capsys) -> None:
    text = '[criteria]\nwishes = 5\ncompany = "must"\n'
    assert main(["match", str(path), "--cohort", COHORT, "--rules", str(rules(tmp_path, text)), "--json"]) == 0
    told = capsys.readouterr()
    assert json.loads(told.out)["pairs"] == []
    assert "“Other company” is a must, and no pair meets it." in told.err


def test_no_places_left_is_a_remark(path: Path, capsys) -> None:
    def closed(desk: Desk) -> None:
        cohort = add_cohort(desk, add_program(desk, "Closed"), "Closed")
        enroll(desk, cohort, add_person(desk, "Fay Ek"), Role.MENTOR, capacity=0)
        enroll(desk, cohort, add_person(desk, "Gil Ek"), Role.MENTEE)

    changed(path, closed)
    assert main(["match", str(path), "--cohort", "Closed"]) == 0
    told = capsys.readouterr()
    assert "No mentor has a place left" in told.err
    assert "1 mentee without a pair: Gil Ek." in told.out


def test_an_odd_peer_is_an_unmatched_mentee(path: Path, capsys) -> None:
    def peers(desk: Desk) -> None:
        cohort = add_cohort(desk, add_program(desk, "Side", Format.PEER), "Side by Side")
        for name in ("Fay Ek", "Gil Ek", "Hal Ek"):
            enroll(desk, cohort, add_person(desk, name, level=3, languages=("English",)), Role.PEER)

    changed(path, peers)
    assert main(["match", str(path), "--cohort", "Side by Side", "--commit", "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    (pair,) = found["pairs"]
    people = {pair["mentor"], pair["mentee"], *found["unmatched_mentees"]}
    assert people == {mail("fay"), mail("gil"), mail("hal")}
    assert found["unmatched_mentors"] == []


def test_a_workbook_for_review(path: Path, tmp_path: Path, capsys) -> None:
    out = tmp_path / "out.xlsx"
    assert main(["match", str(path), "--cohort", COHORT, "-o", str(out)]) == 0
    assert "Wrote “out.xlsx”." in capsys.readouterr().out
    book = openpyxl.load_workbook(out)
    assert book.sheetnames == ["Pairs", "Unmatched", "Settings"]
    rows = list(book["Pairs"].values)
    assert rows[0][:4] == ("Mentee", "Mentor", "Fit", "Wishes met")
    assert {row[0] for row in rows[1:3]} <= set(MENTEES)


def test_where_the_workbook_cannot_be_written_no_pair_is_made(path: Path, tmp_path: Path, capsys) -> None:
    before = steps(path)
    assert "not saved" in refused(capsys, path, "--commit", "-o", tmp_path / "none" / "out.xlsx")
    assert steps(path) == before
    assert "is a desk" in refused(capsys, path, "-o", path)


def test_the_workbook_never_takes_the_place_of_the_scores(path: Path, tmp_path: Path, capsys) -> None:
    scores = table(tmp_path, SCORES)
    assert "would be lost" in refused(capsys, path, "--scores", scores, "-o", scores)
    assert scores.read_text() == SCORES


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (
            SCORES + "nobody@x.example,cy.ek@solvane.example,1\n",
            "1 address of the table is not in this cohort: mentor nobody@x",
        ),
        (SCORES + SCORES.splitlines()[1].upper() + "\n", "1 pair is given twice"),
        (SCORES + "bo.ek@solvane.example,di.ek@solvane.example,many\n", "1 score is no number"),
        ("mentor,mentee,points\na,b,1\n", "“scores.csv” has no column score."),
        ("mentor,mentee,score\n,,\n", "nothing stands below the headings"),
        (f"mentor,mentee,score\n{mail('ada')},{mail('cy')},\n", "The table has no scores."),
        ("", "is empty"),
    ],
)
def test_faults_of_a_score_table(path: Path, tmp_path: Path, capsys, text: str, words: str) -> None:
    assert words in refused(capsys, path, "--scores", table(tmp_path, text))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("criteria = [", "“rules.toml” is no TOML"),
        ("x = " + "[" * 5000, "“rules.toml” is no TOML"),
        ("[criteria]\nwishes = 0\n", "every weight is 0"),
        ("[criteria]\nshoes = 3\n", "criteria.shoes: There is no criterion “shoes”"),
        ("[criteria]\nwishes = 11\n", "“rules.toml”, criteria.wishes"),
        ("[criteria]\nwishes = 1\n[rules]\nvetoes = false\n", "cannot be switched off"),
        ('goal = "luck"\n[criteria]\nwishes = 1\n', "participation, score or fairness"),
        ("weights = 3\n", "no “weights”"),
        ("[rules]\nshoes = true\n", "rules.shoes: There is no rule “shoes”"),
        ('goal = "luck"\n', "participation, score or fairness"),
        ('goal = ["score"]\n', "participation, score or fairness"),
    ],
)
def test_faults_of_rules(path: Path, tmp_path: Path, capsys, text: str, words: str) -> None:
    assert words in refused(capsys, path, "--rules", rules(tmp_path, text))


def test_faults_of_files(path: Path, tmp_path: Path, capsys) -> None:
    assert "There is no file “no.toml”" in refused(capsys, path, "--rules", tmp_path / "no.toml")
    assert "it is a folder" in refused(capsys, path, "--rules", tmp_path)
    (tmp_path / "bytes.toml").write_bytes(b"goal = '\xff'")
    assert "no text in UTF-8" in refused(capsys, path, "--rules", tmp_path / "bytes.toml")
    assert "no.csv" in refused(capsys, path, "--scores", tmp_path / "no.csv")
    assert "nothing.mdesk" in refused(capsys, tmp_path / "nothing.mdesk")


def test_a_cohort_that_is_not_there_or_has_only_one_side(path: Path, capsys) -> None:
    def one_side(desk: Desk) -> None:
        cohort = add_cohort(desk, add_program(desk, "Half"), "Half")
        enroll(desk, cohort, add_person(desk, "Fay Ek"), Role.MENTEE)
        enroll(desk, cohort, add_person(desk, "Gil Ek"), Role.MENTOR, status=EnrollmentStatus.APPLIED)

    changed(path, one_side)
    assert "There is no cohort called “Nobody”" in refused(capsys, path, cohort="Nobody")
    assert "“Half” has no mentors to match." in refused(capsys, path, cohort="Half")


@pytest.mark.parametrize(
    "arguments",
    [
        *(["match"], ["match", "x"], ["match", "x", "--cohort", "C", "--goal", "luck"]),
        ["match", "x", "--cohort", "C", "--rules", "a", "--scores", "b"],
    ],
)
def test_wrong_usage_of_match_ends_with_2(arguments: list[str], capsys) -> None:
    with pytest.raises(SystemExit) as ended:
        main(arguments)
    assert ended.value.code == 2
    assert "usage:" in capsys.readouterr().err


def test_the_help_says_how_rules_are_written_and_its_example_can_be_read(tmp_path: Path, capsys) -> None:
    from mentordesk import paths
    from mentordesk.services.matching import files

    with pytest.raises(SystemExit) as ended:
        main(["match", "--help"])
    assert ended.value.code == 0
    assert "[criteria]" in capsys.readouterr().out
    page = (paths.resources() / "help" / "matching.md").read_text(encoding="utf-8")
    example = "".join(
        line[4:] for line in page.splitlines(keepends=True) if line.startswith("    ") and "main.py" not in line
    )
    assert files.read_rules(rules(tmp_path, example)).criterion("custom:Career stage").at_most == 1
