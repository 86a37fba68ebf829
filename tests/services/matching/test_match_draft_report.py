"""The workbook of a draft: every pair of every round, circles by name, broken rules, who has none, and the settings."""

from pathlib import Path

import openpyxl
import pytest

from mentordesk.domain.cohorts import Role
from mentordesk.domain.errors import UserError
from mentordesk.domain.matching.people import CircleSize, Shape
from mentordesk.domain.matching.questions import Fixed
from mentordesk.domain.people import PersonStatus
from mentordesk.domain.programs import Format
from mentordesk.exchange.workbook import Definition, Paragraph, Report, TextSheet
from mentordesk.services.desk import Desk
from mentordesk.services.matching import draft_report, drafts
from mentordesk.services.people import people
from mentordesk.services.reports import reporting
from tests.drafted import Drafted


def cells(report: Report, name: str) -> list[dict[str, object]]:
    table = report.table(name)
    titles = [column.title for column in table.columns]
    return [dict(zip(titles, row, strict=True)) for row in table.rows]


def told(report: Report) -> tuple[dict[str, object], list[str]]:
    """What the sheet of settings defines, and its sentences."""
    (sheet,) = [each for each in report.sheets if isinstance(each, TextSheet)]
    words = {part.term: part.meaning for part in sheet.blocks if isinstance(part, Definition)}
    return words, [part.text for part in sheet.blocks if isinstance(part, Paragraph)]


def made(drafted: Drafted, draft_id: int) -> Report:
    return drafted.desk.read(draft_report.report, draft_id)


def test_pairs_with_points_pins_and_broken_rules(desk: Desk, tmp_path: Path) -> None:
    drafted = Drafted(desk).found().fill()
    low = drafted.join("Lo Ek", Role.MENTOR, level=3)
    fixed = Fixed(frozenset({(drafted.people["Ed"], low)}), frozenset({drafted.cell("Cy", "Bo")}))
    draft_id = drafted.draft(fixed=fixed)
    report = made(drafted, draft_id)
    rows = {row["Mentee"]: row for row in cells(report, "Pairs")}
    assert {name: row["Mentor"] for name, row in rows.items()} == {
        "Cy Ek": "Ada Ek",
        "Di Ek": "Bo Ek",
        "Ed Ek": "Lo Ek",
    }
    assert (rows["Ed Ek"]["Pinned"], rows["Cy Ek"]["Pinned"]) == ("Yes", "")
    assert "Ed is at level 3, Lo at level 3" in str(rows["Ed Ek"]["Rules broken"])
    assert not {"Round", "Circle"} & rows["Ed Ek"].keys()
    words, sentences = told(report)
    assert words["Draft"] == "Draft 1"
    assert "Cy Ek & Bo Ek" in sentences
    reporting.write(report, tmp_path / "review.xlsx")
    assert openpyxl.load_workbook(tmp_path / "review.xlsx").sheetnames == ["Pairs", "Unmatched", "Settings"]


def test_circles_have_their_names_and_their_sizes_are_told(desk: Desk) -> None:
    drafted = Drafted(desk).found()
    for name in ("Ada Ek", "Bo Ek"):
        drafted.join(name, Role.MENTOR, capacity=3)
    for name in ("Cy", "Di", "Ed", "Flo", "Gus"):
        drafted.join(f"{name} Ek", Role.MENTEE)
    report = made(drafted, drafted.draft(drafted.settings(shape=Shape.CIRCLES, circles=CircleSize(2, 3))))
    assert {row["Circle"] for row in cells(report, "Pairs")} == {"Circle of Ada Ek", "Circle of Bo Ek"}
    words, _ = told(report)
    assert words["A circle"] == "2 to 3 mentees, sizes at most 1 apart, nobody with somebody of the own team"


def test_all_rounds_are_there_and_who_waits_in_each(desk: Desk) -> None:
    drafted = Drafted(desk, format=Format.PEER).found()
    for name in ("Cy", "Di", "Ed", "Flo", "Gus"):
        drafted.join(f"{name} Ek", Role.PEER)
    report = made(drafted, drafted.draft(drafted.settings(rounds=3)))
    rows = cells(report, "Pairs")
    assert [row["Round"] for row in rows] == [1, 1, 2, 2, 3, 3]
    assert len({frozenset((row["Peer"], row["With"])) for row in rows}) == 6
    assert [row["Round"] for row in cells(report, "Unmatched")] == [1, 2, 3]
    words, _ = told(report)
    assert (words["Rounds"], words["An odd peer"], words["Pairs"]) == ("3", "Waits", 6)


def test_what_changed_since_is_told(desk: Desk) -> None:
    drafted = Drafted(desk).found().fill()
    draft_id = drafted.draft()
    desk.do(people.set_status, [drafted.people["Cy"]], PersonStatus.LEFT)
    report = made(drafted, draft_id)
    assert "Cy Ek" not in {row["Mentee"] for row in cells(report, "Pairs")}
    assert "Cy Ek has left since this draft was made." in told(report)[1]


def test_a_score_table_alone_is_named(desk: Desk) -> None:
    drafted = Drafted(desk).found().fill()
    rows = (("ada.ek@solvane.example", "cy.ek@solvane.example", "0.125"),)
    desk.do(drafts.set_scores, drafted.cohort, drafts.Scores(rows, "May scores.csv"))
    report = made(drafted, drafted.draft(drafted.settings(table_alone=True)))
    assert [(row["Mentee"], row["Score"]) for row in cells(report, "Pairs")] == [("Cy Ek", 0.125)]
    assert told(report)[0]["Score table"] == "May scores.csv"


def test_where_nothing_can_be_matched_there_is_no_workbook(desk: Desk) -> None:
    drafted = Drafted(desk).found().fill()
    draft_id = drafted.draft()
    desk.do(people.set_status, [drafted.people["Ada"], drafted.people["Bo"]], PersonStatus.LEFT)
    with pytest.raises(UserError, match="has no mentors to match"):
        made(drafted, draft_id)
