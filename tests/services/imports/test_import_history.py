"""The past that a file tells: cohorts that are over with their people and pairs, made once."""

from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import select

from mentordesk.data.tables import Cohort, Program
from mentordesk.domain.cohorts import EnrollmentStatus, Role
from mentordesk.domain.importing import ImportResult, RowState, Shape
from mentordesk.domain.pairs import PairStatus
from mentordesk.domain.programs import Format
from mentordesk.services.imports import importing
from mentordesk.services.imports.importing import ImportRequest
from mentordesk.services.pairs import pairs
from mentordesk.services.people import people
from mentordesk.services.programs import cohorts
from tests import builders

HEADINGS = "Email,Name,Cohort,Role,Start,End,Completed?,Partner"
ANA = "ana@solvane.example,Ana Silva,Upstream 2019,Mentee,2019-10-01,2020-06-30,Yes,carl@solvane.example"
CARL = "carl@solvane.example,Carl Berg,Upstream 2019,Mentor,2019-10-01,2020-06-30,Yes,Ana Silva"
LATER = "ana@solvane.example,Ana Silva,Upstream 2021,Mentor,2021-10-01,2022-06-30,No,Dora Lind"


@pytest.fixture
def request_for(desk, tmp_path: Path):
    def make(*lines: str, headings: str = HEADINGS, **values) -> ImportRequest:
        file = tmp_path / "history.csv"
        file.write_text("\n".join([headings, *lines]), encoding="utf-8")
        table = importing.read_file(file)
        return ImportRequest(table, desk.read(importing.guess, table), **values)

    return make


def places(desk, name: str) -> set[tuple[str, Role, EnrollmentStatus]]:
    found = desk.read(cohorts.rows)
    rows = [row for cohort in found for row in desk.read(cohorts.enrollments, cohort.id)]
    return {(row.cohort, row.role, row.status) for row in rows if row.name == name}


def test_past_cohorts_are_made_closed_with_their_people_and_pairs(desk, request_for) -> None:
    request = request_for(ANA, CARL, LATER)
    preview = desk.read(importing.preview, request)
    assert preview.shape is Shape.HISTORY
    assert preview.notes == (
        "2 past cohorts are made: Upstream 2019, Upstream 2021",
        "1 program for them is made: Upstream",
        "1 pair of the past is made",
        "1 partner is not in the desk, and without a pair: Dora Lind",
    )
    assert desk.do(importing.apply, request) == ImportResult(2, 0, 0, 0)
    found = {row.name: row for row in desk.read(cohorts.rows)}
    first = found["Upstream 2019"]
    assert (first.program, first.starts_on, first.ends_on) == ("Upstream", date(2019, 10, 1), date(2020, 6, 30))
    assert first.closed_on == first.ends_on
    assert places(desk, "Ana Silva") == {
        ("Upstream 2019", Role.MENTEE, EnrollmentStatus.COMPLETED),
        ("Upstream 2021", Role.MENTOR, EnrollmentStatus.WITHDRAWN),
    }
    (pair,) = desk.read(pairs.rows)
    assert (pair.left, pair.right, pair.status) == ("Carl Berg", "Ana Silva", PairStatus.COMPLETED)
    assert (pair.started_on, pair.ended_on, pair.cohort) == (first.starts_on, first.ends_on, "Upstream 2019")


def test_the_same_history_again_changes_nothing_and_is_one_step(desk, request_for) -> None:
    request = request_for(ANA, CARL, LATER)
    desk.do(importing.apply, request)
    assert {row.state for row in desk.read(importing.preview, request).rows} == {RowState.UNCHANGED}
    assert desk.do(importing.apply, request) == ImportResult(0, 0, 2, 0)
    desk.undo()
    assert (desk.read(people.rows), desk.read(cohorts.rows)) == ([], [])


def test_a_partner_of_the_desk_was_there_too(desk, request_for) -> None:
    builders.add_person(desk, "Dora Lind")
    desk.do(importing.apply, request_for(LATER))
    assert places(desk, "Dora Lind") == {("Upstream 2021", Role.MENTEE, EnrollmentStatus.COMPLETED)}
    (pair,) = desk.read(pairs.rows)
    assert (pair.left, pair.right, pair.status) == ("Ana Silva", "Dora Lind", PairStatus.ENDED)


def test_people_who_are_here_get_their_past_by_name_alone(desk, request_for) -> None:
    ana = builders.add_person(desk, "Ana Silva")
    desk.do(importing.apply, request_for("Ana Silva,Upstream 2019,Mentee,Yes", headings="Name,Cohort,Role,Completed?"))
    (row,) = desk.read(people.rows)
    assert row.id == ana
    assert places(desk, "Ana Silva") == {("Upstream 2019", Role.MENTEE, EnrollmentStatus.COMPLETED)}


def test_a_cohort_of_the_desk_is_used_and_its_days_stay(desk, request_for) -> None:
    program = builders.add_program(desk, "Upstream")
    stored = builders.add_cohort(desk, program, "UPSTREAM 2019", starts_on=date(2019, 9, 1), ends_on=date(2020, 7, 31))
    desk.do(importing.apply, request_for(ANA, LATER))
    found = {row.name: row for row in desk.read(cohorts.rows)}
    assert (found["UPSTREAM 2019"].id, found["UPSTREAM 2019"].starts_on) == (stored, date(2019, 9, 1))
    assert found["Upstream 2021"].program_id == program


WIDE = "Name,E-mail,Cohort 2022,Cohort 2023"


def test_a_column_a_cohort_takes_its_days_from_the_name(desk, request_for) -> None:
    request = request_for("Ana Silva,ana@solvane.example,Mentee,Mentor", headings=WIDE)
    preview = desk.read(importing.preview, request)
    assert preview.shape is Shape.WIDE
    assert "The file has no days of Cohort 2022, Cohort 2023: the years of the names are taken" in preview.notes
    assert preview.rows[0].texts["cohort"] == "Cohort 2022 (mentee); Cohort 2023 (mentor)"
    desk.do(importing.apply, request)
    found = {row.name: row for row in desk.read(cohorts.rows)}
    assert (found["Cohort 2022"].starts_on, found["Cohort 2022"].ends_on) == (date(2022, 1, 1), date(2022, 12, 31))
    assert found["Cohort 2023"].program == "Earlier cohorts"


def test_a_pair_of_which_only_the_year_is_known_says_so(desk, request_for) -> None:
    builders.add_person(desk, "Dora Lind")
    lines = ("Ana Silva,ana@solvane.example,Upstream 2019,Mentee,Dora Lind",)
    desk.do(importing.apply, request_for(*lines, headings="Name,E-mail,Cohort,Role,Partner"))
    (pair,) = desk.read(pairs.rows)
    assert (pair.started_on, pair.started_text) == (date(2019, 1, 1), "2019")


def test_peers_get_a_program_of_their_own_format(desk, request_for) -> None:
    builders.add_program(desk, "Upstream")
    desk.do(importing.apply, request_for(ANA.replace("Mentee", "Peer"), CARL.replace("Mentor", "Peer")))

    def formats(session) -> list[tuple[str, Format]]:
        query = select(Program.name, Program.format).join(Cohort, Cohort.program_id == Program.id)
        return [(name, format_) for name, format_ in session.execute(query)]

    assert desk.read(formats) == [("Upstream (2)", Format.PEER)]
    (pair,) = desk.read(pairs.rows)
    assert (pair.left, pair.right) == ("Ana Silva", "Carl Berg")


def test_a_role_that_is_not_said_is_a_problem_until_the_ways_say_it(desk, request_for) -> None:
    headings = "Name,E-mail,Cohort,Completed?"
    request = request_for("Ana Silva,ana@solvane.example,Upstream 2019,Yes", headings=headings)
    (row,) = desk.read(importing.preview, request).rows
    words = "The role in Upstream 2019 is empty. Choose mentor or mentee"
    assert [(problem.field, problem.sentence) for problem in row.problems] == [("role", words)]
    said = importing.Ways(role="mentee")
    mended = request_for("Ana Silva,ana@solvane.example,Upstream 2019,Yes", headings=headings, ways=said)
    assert [row.state for row in desk.read(importing.preview, mended).rows] == [RowState.NEW]


def test_a_pair_that_goes_on_is_active_with_its_milestones(desk, request_for) -> None:
    builders.add_person(desk, "Dora Lind")
    line = "ana@solvane.example,Ana Silva,Upstream 2026,Mentor,2026-01-12,2026-12-18,ongoing,Dora Lind"
    desk.do(importing.apply, request_for(line, ANA))
    pair = next(row for row in desk.read(pairs.rows) if row.cohort == "Upstream 2026")
    assert (pair.status, pair.ended_on) == (PairStatus.ACTIVE, None)
    assert pair.milestones_total > 0
    cohort = next(row for row in desk.read(cohorts.rows) if row.name == "Upstream 2026")
    assert cohort.closed_on is None


def test_wrong_rows_of_a_person_are_saved_with_all_their_lines(desk, request_for, tmp_path: Path) -> None:
    import openpyxl

    request = request_for(ANA, LATER.replace("Mentor", "Juggler"))
    assert desk.read(importing.write_wrong, request, tmp_path / "wrong.xlsx") == 1
    rows = list(openpyxl.load_workbook(tmp_path / "wrong.xlsx").active.values)
    assert [row[2] for row in rows[1:]] == ["Upstream 2019", "Upstream 2021"]
    assert not rows[1][-1]
    assert "Role" in rows[2][-1]
