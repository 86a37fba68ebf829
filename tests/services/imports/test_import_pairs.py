"""A list with mentor and mentee side by side: both come in, are enrolled where a cohort is given, and are a pair."""

from datetime import date
from pathlib import Path

import openpyxl
import pytest

from mentordesk.domain.cohorts import EnrollmentStatus, Role
from mentordesk.domain.import_sides import number_of
from mentordesk.domain.importing import ImportResult, RowState, Shape
from mentordesk.domain.pairs import PairStatus
from mentordesk.domain.people import PersonStatus
from mentordesk.domain.programs import Format
from mentordesk.services.imports import importing
from mentordesk.services.imports.importing import ImportRequest
from mentordesk.services.pairs import milestones, pairs
from mentordesk.services.people import people
from mentordesk.services.programs import cohorts, programs
from tests import builders

HEADINGS = "Mentor,Mentor email,Mentor department,Mentee,Mentee email"
ANA_BO = "Ana Silva,ana@solvane.example,Finance,Bo Lund,bo@solvane.example"
ANA_CY = "Ana Silva,ana@solvane.example,Finance,Cy Roe,cy@solvane.example"
WRONG = "Dora Lind,dora@solvane.example,Sales,Eli Park,eli at home"


@pytest.fixture
def request_for(desk, tmp_path: Path):
    def make(*lines: str, headings: str = HEADINGS, **values) -> ImportRequest:
        file = tmp_path / "pairs.csv"
        file.write_text("\n".join([headings, *lines]), encoding="utf-8")
        table = importing.read_file(file)
        return ImportRequest(table, desk.read(importing.guess, table), **values)

    return make


@pytest.fixture
def cohort(desk) -> int:
    days = {"starts_on": date(2026, 3, 1), "ends_on": date(2026, 12, 31)}
    return builders.add_cohort(desk, builders.add_program(desk, "Crossroads"), "Crossroads 2026", **days)


def shown(desk) -> list[tuple[str, str, PairStatus, str]]:
    return sorted((row.left, row.right, row.status, row.cohort or "") for row in desk.read(pairs.rows))


def test_both_are_enrolled_in_the_cohort_and_their_pairs_run(desk, cohort, request_for) -> None:
    request = request_for(ANA_BO, ANA_CY, cohort_id=cohort)
    preview = desk.read(importing.preview, request)
    assert (preview.shape, preview.count(RowState.NEW)) == (Shape.PAIRS, 3)
    assert preview.notes == ("2 pairs are made in Crossroads 2026",)
    assert desk.do(importing.apply, request) == ImportResult(3, 0, 0, 0)
    running = PairStatus.ACTIVE
    assert shown(desk) == [
        ("Ana Silva", "Bo Lund", running, "Crossroads 2026"),
        ("Ana Silva", "Cy Roe", running, "Crossroads 2026"),
    ]
    assert all(row.started_on == date(2026, 3, 1) for row in desk.read(pairs.rows))
    places = {(row.name, row.role, row.capacity) for row in desk.read(cohorts.enrollments, cohort)}
    assert places == {("Ana Silva", Role.MENTOR, 2), ("Bo Lund", Role.MENTEE, 1), ("Cy Roe", Role.MENTEE, 1)}
    assert {row.name: row.department for row in desk.read(people.rows)}["Ana Silva"] == "Finance"


def test_the_same_list_again_changes_nothing_and_is_one_step(desk, cohort, request_for) -> None:
    request = request_for(ANA_BO, ANA_CY, cohort_id=cohort)
    desk.do(importing.apply, request)
    assert {row.state for row in desk.read(importing.preview, request).rows} == {RowState.UNCHANGED}
    assert desk.do(importing.apply, request) == ImportResult(0, 0, 3, 0)
    desk.undo()
    assert (desk.read(people.rows), desk.read(pairs.rows)) == ([], [])


def test_a_further_pair_of_a_mentor_who_is_there_finds_a_place(desk, cohort, request_for) -> None:
    desk.do(importing.apply, request_for(ANA_BO, cohort_id=cohort))
    desk.do(importing.apply, request_for(ANA_BO, ANA_CY, cohort_id=cohort))
    assert len(shown(desk)) == 2
    capacities = {row.name: row.capacity for row in desk.read(cohorts.enrollments, cohort)}
    assert capacities["Ana Silva"] == 2


@pytest.mark.parametrize("heading", ["Started", "Pair started", "Since", "Matched on", "Together since"])
def test_a_pair_begins_on_the_day_the_file_says_and_an_impossible_one_is_told(desk, request_for, heading) -> None:
    request = request_for(f"{ANA_BO},2026-03-02", f"{ANA_CY},31.02.2026", headings=f"{HEADINGS},{heading}")
    assert [row.problems[0].sentence for row in desk.read(importing.preview, request).rows if row.problems] == [
        "Row 3 (mentor): February has no day 31. Use 28 February 2026?"
    ]
    desk.do(importing.apply, request_for(f"{ANA_BO},2026-03-02", headings=f"{HEADINGS},{heading}"))
    assert [row.started_on for row in desk.read(pairs.rows)] == [date(2026, 3, 2)]


def test_without_a_cohort_they_are_a_pair_of_none(desk, request_for) -> None:
    lines = (f"{ANA_BO},2026-01-05,", f"{ANA_CY},2024-01-05,completed")
    request = request_for(*lines, headings=f"{HEADINGS},Start date,Status")
    assert desk.read(importing.preview, request).notes == ("2 pairs are made, of no cohort",)
    desk.do(importing.apply, request)
    assert shown(desk) == [
        ("Ana Silva", "Bo Lund", PairStatus.ACTIVE, ""),
        ("Ana Silva", "Cy Roe", PairStatus.COMPLETED, ""),
    ]
    assert {row.started_on for row in desk.read(pairs.rows)} == {date(2026, 1, 5), date(2024, 1, 5)}
    desk.do(importing.apply, request)
    assert len(shown(desk)) == 2


def test_a_pair_that_waits_for_an_answer_is_proposed(desk, cohort, request_for) -> None:
    lines = (f"{ANA_BO},proposed", f"{ANA_CY},matched")
    desk.do(importing.apply, request_for(*lines, headings=f"{HEADINGS},Status", cohort_id=cohort))
    assert [row[1:3] for row in shown(desk)] == [("Bo Lund", PairStatus.PROPOSED), ("Cy Roe", PairStatus.ACTIVE)]
    assert {row.right: row.started_on for row in desk.read(pairs.rows)}["Bo Lund"] is None


def test_the_cohorts_of_the_past_are_made_with_their_finished_pairs(desk, cohort, request_for) -> None:
    headings = f"Cohort,{HEADINGS},Completed?"
    lines = (f"Upstream 2019,{ANA_BO},Yes", f"Upstream 2019,{ANA_CY},No", f"Crossroads 2026,{ANA_BO},")
    desk.do(importing.apply, request_for(*lines, headings=headings))
    assert shown(desk) == [
        ("Ana Silva", "Bo Lund", PairStatus.ACTIVE, "Crossroads 2026"),
        ("Ana Silva", "Bo Lund", PairStatus.COMPLETED, "Upstream 2019"),
        ("Ana Silva", "Cy Roe", PairStatus.ENDED, "Upstream 2019"),
    ]
    past = next(row.id for row in desk.read(cohorts.rows) if row.name == "Upstream 2019")
    places = {(row.name, row.role, row.status) for row in desk.read(cohorts.enrollments, past)}
    assert ("Cy Roe", Role.MENTEE, EnrollmentStatus.WITHDRAWN) in places


def test_a_pair_that_runs_gets_the_milestones_of_its_plan(desk, request_for) -> None:
    template = programs.template(Format.TRADITIONAL)
    program = desk.do(programs.create, template.form, template)
    cohort = builders.add_cohort(desk, program, "With a plan")
    desk.do(importing.apply, request_for(ANA_BO, cohort_id=cohort))
    (pair,) = desk.read(pairs.rows)
    assert {row.pair_id for row in desk.read(milestones.rows)} == {pair.id}


def test_names_alone_find_who_is_here(desk, request_for) -> None:
    ana = builders.add_person(desk, "Ana Silva")
    desk.do(importing.apply, request_for("Ana Silva,Bo Lund", headings="Mentor,Mentee"))
    assert sorted(row.name for row in desk.read(people.rows)) == ["Ana Silva", "Bo Lund"]
    (pair,) = desk.read(pairs.rows)
    assert pair.left_id == ana


def test_peers_of_a_peer_cohort_are_a_pair(desk, request_for) -> None:
    program = builders.add_program(desk, "Side by side", Format.PEER)
    cohort = builders.add_cohort(desk, program, "Peers 2026")
    desk.do(importing.apply, request_for(ANA_BO, cohort_id=cohort))
    assert {row.role for row in desk.read(cohorts.enrollments, cohort)} == {Role.PEER}
    assert len(shown(desk)) == 1


def test_a_problem_names_the_row_and_which_of_the_two(desk, cohort, request_for) -> None:
    request = request_for(ANA_BO, WRONG, cohort_id=cohort)
    preview = desk.read(importing.preview, request)
    row = preview.rows[0]
    assert (row.id, row.row, row.side, row.state) == (number_of("mentee", 3), 3, "mentee", RowState.WRONG)
    assert row.problems[0].sentence.startswith("Mentee: ")
    assert [it.row for it in preview.rows[1:]] == [2, 2, 3]
    with pytest.raises(importing.UserError, match="Row 3: Mentee: "):
        desk.do(importing.apply, request)


def test_who_is_wrong_stays_out_and_is_saved_with_the_row(desk, cohort, request_for, tmp_path: Path) -> None:
    both_wrong = "Dora Lind,dora at home,Sales,Eli Park,eli at home"
    request = request_for(ANA_BO, both_wrong, cohort_id=cohort)
    rejects = tmp_path / "rejects.xlsx"
    result = desk.do(importing.apply, request, leave_out_wrong=True, rejects=rejects)
    assert (result.new, result.wrong, len(shown(desk))) == (2, 2, 1)
    rows = list(openpyxl.load_workbook(rejects).active.iter_rows(values_only=True))
    (line,) = [row for row in rows if "Dora Lind" in row]
    assert "Eli Park" in line
    assert line[-1].startswith("Mentor: ")
    assert "; Mentee: " in line[-1]


def test_the_other_of_the_two_comes_in_alone_and_the_pair_with_the_mended_row(desk, cohort, request_for) -> None:
    lines = (ANA_BO, WRONG)
    desk.do(importing.apply, request_for(*lines, cohort_id=cohort), leave_out_wrong=True)
    assert sorted(row.name for row in desk.read(people.rows)) == ["Ana Silva", "Bo Lund", "Dora Lind"]
    assert len(shown(desk)) == 1
    mended = request_for(*lines, cohort_id=cohort, edits={number_of("mentee", 3): {"email": "eli@solvane.example"}})
    desk.do(importing.apply, mended)
    assert [row[:2] for row in shown(desk)] == [("Ana Silva", "Bo Lund"), ("Dora Lind", "Eli Park")]


def test_nobody_who_has_left_begins_a_pair(desk, cohort, request_for) -> None:
    builders.add_person(desk, "Bo Lund", email="bo@solvane.example", status=PersonStatus.LEFT)
    desk.do(importing.apply, request_for(ANA_BO, cohort_id=cohort))
    assert shown(desk) == []
    assert [row.name for row in desk.read(cohorts.enrollments, cohort)] == ["Ana Silva"]


def test_a_skipped_person_leaves_the_other_without_a_pair(desk, cohort, request_for) -> None:
    request = request_for(ANA_BO, cohort_id=cohort, skipped=frozenset({number_of("mentee", 2)}))
    desk.do(importing.apply, request)
    assert [row.name for row in desk.read(people.rows)] == ["Ana Silva"]
    assert shown(desk) == []


def test_the_columns_are_remembered_with_the_sides(desk, request_for) -> None:
    request = request_for(ANA_BO)
    mapping = dict(request.mapping) | {"Mentor department": None}
    desk.do(importing.apply, ImportRequest(request.table, mapping))
    assert desk.read(importing.guess, request.table) == mapping
