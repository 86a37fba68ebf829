"""The workbook of proposed pairs: points that sum to the fit, who has no pair and why, every setting, plain text."""

from datetime import datetime
from pathlib import Path

import pytest
from openpyxl import load_workbook

from mentordesk.domain.matching.criteria import Goal
from mentordesk.domain.matching.reading import match_rules
from mentordesk.exchange.excel import excel
from mentordesk.exchange.reports import proposals
from mentordesk.exchange.reports.proposals import ProposedRow, ReviewRows, UnmatchedRow

MADE = datetime(2026, 6, 4, 9, 41).astimezone()
RULES = match_rules(
    {
        "criteria": {
            "wishes": 8,
            "level_distance": {"weight": 2, "ideal": -3},
            "department": {"weight": 0, "must": True, "want": "other"},
        },
        "rules": {"levels_apart": {"on": True, "at_most": -2}},
    }
)
PAIRS = (
    ProposedRow("Cy Ek", "Ada Ek", 90.0, (80.0, 10.0), "2 of 2 wishes"),
    ProposedRow("=1+1", "Bo Ek", 42.5, (40.0, 2.5), "1 of 2 wishes: Data", True, ("Bo is Cy’s manager", "Too far")),
)


def review(**values: object) -> ReviewRows:
    given: dict[str, object] = {
        "desk": "Solvane",
        "cohort": "Upstream 2026",
        "program": "Upstream",
        "made_at": MADE,
        "goal": Goal.FAIRNESS,
        "rules": RULES,
        "total": 132.5,
        "average": 66.25,
        "lowest": 42.5,
        "criteria": ("Wishes met", "Level distance"),
        "pairs": PAIRS,
        "unmatched": (UnmatchedRow("Di Ek", "Mentee", "All 3 mentors who offer data are full.", "One more place."),),
        "remarks": ("3 places for 9 mentees: most mentees will have nobody.",),
    }
    return ReviewRows(**{**given, **values})  # type: ignore[arg-type]


def sheets(folder: Path, rows: ReviewRows) -> dict[str, list[tuple[object, ...]]]:
    path = folder / "out.xlsx"
    excel.write(proposals.build(rows), path)
    book = load_workbook(path)
    return {sheet.title: [row for row in sheet.values if any(cell is not None for cell in row)] for sheet in book}


def terms(rows: list[tuple[object, ...]]) -> dict[object, object]:
    return {row[1]: row[2] for row in rows}


def test_each_pair_has_its_points_and_its_rules(tmp_path: Path) -> None:
    made = sheets(tmp_path, review())
    assert list(made) == ["Pairs", "Unmatched", "Settings"]
    head, first, second = made["Pairs"][:3]
    assert head[:5] == ("Mentee", "Mentor", "Fit", "Wishes met", "Level distance")
    assert first[:6] == ("Cy Ek", "Ada Ek", 90, 80, 10, "2 of 2 wishes")
    assert second[0] == "=1+1"
    assert second[6:8] == ("Yes", "Bo is Cy’s manager; Too far")


def test_a_low_fit_is_marked_but_not_a_low_score() -> None:
    columns = proposals.build(review()).table("Pairs").columns
    assert (columns[2].tone(64.9), columns[2].tone(65)) == ("watch", None)
    scored = proposals.build(review(table="may.csv", criteria=())).table("Pairs").columns
    assert (scored[2].title, scored[2].tone(1)) == ("Score", None)


def test_a_formula_in_a_name_stays_text(tmp_path: Path) -> None:
    path = tmp_path / "out.xlsx"
    excel.write(proposals.build(review()), path)
    assert load_workbook(path)["Pairs"]["A3"].data_type == "s"


def test_who_has_no_pair_is_told_why_and_what_would_help(tmp_path: Path) -> None:
    found = sheets(tmp_path, review())["Unmatched"]
    assert any(
        row[1:5] == ("Di Ek", "Mentee", "All 3 mentors who offer data are full.", "One more place.") for row in found
    )
    alone = sheets(tmp_path, review(unmatched=()))["Unmatched"]
    assert any("Everybody has a pair." in row for row in alone)


def test_the_settings_say_all_that_it_depends_on(tmp_path: Path) -> None:
    said = terms(sheets(tmp_path, review())["Settings"])
    assert (said["Cohort"], said["Made on"]) == ("Upstream 2026", "4 June 2026")
    assert str(said["Goal"]).startswith("Fairness. Most people matched")
    assert (said["Pairs"], said["People without a pair"], said["Fit, lowest"]) == (2, 1, "42.5")
    assert said["Wishes met"] == "Weight 8: up to 80 of 100 points"
    assert said["Level distance"] == "Weight 2: up to 20 of 100 points, ideal -3 levels from mentee to mentor"
    assert said["Other department"] == "Must, other"
    assert (said["At least 2 levels below"], said["Never of one company"]) == ("On", "Off")
    assert any("3 places for 9 mentees" in str(term) for term in said)


def test_a_score_table_is_named_and_stands_for_the_criteria(tmp_path: Path) -> None:
    pairs = (ProposedRow("Cy Ek", "Ada Ek", 0.125),)
    made = sheets(tmp_path, review(table="may.csv", criteria=(), pairs=pairs, total=0.125, average=0.125, lowest=0.125))
    assert made["Pairs"][0] == ("Mentee", "Mentor", "Score", "Pinned", "Rules broken")
    assert made["Pairs"][1][2] == 0.125
    said = terms(made["Settings"])
    assert (said["Score table"], said["Score, total"], said["Score, average"]) == ("may.csv", "0.125", "0.13")
    assert "Wishes met" not in said


@pytest.mark.parametrize("peers", [False, True])
def test_peers_have_no_mentor(peers: bool) -> None:
    titles = [column.title for column in proposals.build(review(peers=peers)).table("Pairs").columns[:2]]
    assert titles == (["Peer", "With"] if peers else ["Mentee", "Mentor"])


def test_the_file_is_called_by_the_cohort() -> None:
    assert proposals.build(review(cohort="A/B: 2026")).file_name == "A-B- 2026 proposed pairs.xlsx"


def test_a_large_total_keeps_all_its_digits(tmp_path: Path) -> None:
    said = terms(sheets(tmp_path, review(total=1234567.25))["Settings"])
    assert said["Fit, total"] == "1,234,567.25"
