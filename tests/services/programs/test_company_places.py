"""The most people of one company in a cohort: by hand, by a change of status, by import; and none thrown out."""

from pathlib import Path

import pytest

from mentordesk.domain.cohorts import EnrollmentForm, EnrollmentStatus, Role
from mentordesk.domain.company_places import CompanyPlaces
from mentordesk.domain.errors import FieldError, UserError
from mentordesk.domain.importing import RowState
from mentordesk.domain.programs import Format
from mentordesk.services.desk import Desk
from mentordesk.services.imports import importing
from mentordesk.services.matching import program_matching
from mentordesk.services.programs import cohorts, programs
from tests.builders import add_cohort, add_person, add_program, enroll


@pytest.fixture
def program(desk: Desk) -> int:
    made = add_program(desk, "Open Door", Format.CROSS_COMPANY)
    desk.do(program_matching.save_places, made, CompanyPlaces(mentors=2, mentees=1))
    return made


@pytest.fixture
def cohort(desk: Desk, program: int) -> int:
    return add_cohort(desk, program, "Open Door 2026")


def add(desk: Desk, cohort: int, name: str, company: str, role: Role = Role.MENTOR, **values) -> int:
    return enroll(desk, cohort, add_person(desk, name, company=company), role, **values)


def enrolled(desk: Desk, cohort: int) -> dict[str, EnrollmentStatus]:
    return {row.name: row.status for row in desk.read(cohorts.enrollments, cohort)}


def test_one_too_many_of_a_company_is_refused_and_the_waitlist_proposed(desk: Desk, cohort: int) -> None:
    add(desk, cohort, "Ines Duarte", "Solvane")
    add(desk, cohort, "Piet Claes", " solvane ", status=EnrollmentStatus.APPLIED)
    with pytest.raises(UserError, match="Solvane has 2 of 2 mentors in this cohort already") as caught:
        add(desk, cohort, "Mara Lindqvist", "SOLVANE")
    assert caught.value.advice.startswith("Put Mara on the waitlist")
    assert set(enrolled(desk, cohort)) == {"Ines Duarte", "Piet Claes"}
    add(desk, cohort, "Noor Haddad", "Brightwater")
    add(desk, cohort, "Jo Abara", "Solvane", Role.MENTEE)


def test_who_waits_or_withdrew_takes_no_place(desk: Desk, cohort: int) -> None:
    add(desk, cohort, "Ines Duarte", "Solvane", status=EnrollmentStatus.WAITLISTED)
    gone = add(desk, cohort, "Piet Claes", "Solvane")
    desk.do(cohorts.set_enrollment_status, [gone], EnrollmentStatus.WITHDRAWN)
    add(desk, cohort, "Mara Lindqvist", "Solvane")
    add(desk, cohort, "Tom Varga", "Solvane")
    assert len(enrolled(desk, cohort)) == 4


def test_who_waits_is_accepted_only_where_there_is_a_place(desk: Desk, cohort: int) -> None:
    for name in ("Ines Duarte", "Piet Claes"):
        add(desk, cohort, name, "Solvane")
    waits = add(desk, cohort, "Mara Lindqvist", "Solvane", status=EnrollmentStatus.WAITLISTED)
    for change in (cohorts.set_enrollment_status, _change):
        with pytest.raises(UserError, match="Solvane has 2 of 2 mentors"):
            desk.do(change, [waits], EnrollmentStatus.ACCEPTED)
    assert enrolled(desk, cohort)["Mara Lindqvist"] is EnrollmentStatus.WAITLISTED


def _change(session, ids, status) -> None:
    cohorts.change_enrollment(session, ids[0], status=status)


def test_a_mentee_does_not_become_a_mentor_too_many(desk: Desk, cohort: int) -> None:
    for name in ("Ines Duarte", "Piet Claes"):
        add(desk, cohort, name, "Solvane")
    mentee = add(desk, cohort, "Mara Lindqvist", "Solvane", Role.MENTEE)
    with pytest.raises(UserError, match="2 of 2 mentors"):
        desk.do(cohorts.change_enrollment, mentee, role=Role.MENTOR)


def test_several_at_once_are_told_how_many_still_fit(desk: Desk, cohort: int) -> None:
    add(desk, cohort, "Ines Duarte", "Solvane")
    names = ("Piet Claes", "Mara Lindqvist", "Tom Varga")
    forms = [EnrollmentForm(cohort, add_person(desk, name, company="Solvane"), Role.MENTOR) for name in names]
    with pytest.raises(UserError, match="Solvane has 1 of 2 mentors in this cohort, so 1 more can join, not 3") as told:
        desk.do(cohorts.enroll, forms)
    assert "the others on the waitlist" in told.value.advice
    assert list(enrolled(desk, cohort)) == ["Ines Duarte"]


def test_an_empty_company_is_the_own_one_called_as_most_call_it(desk: Desk, cohort: int) -> None:
    for name in ("Ada Brandt", "Ben Okoro"):
        add_person(desk, name, company="Solvane")
    add(desk, cohort, "Ines Duarte", "")
    add(desk, cohort, "Piet Claes", "Solvane")
    with pytest.raises(UserError, match=r"^Solvane has 2 of 2 mentors"):
        add(desk, cohort, "Mara Lindqvist", "")


def test_without_any_name_it_is_our_company(desk: Desk, cohort: int) -> None:
    add(desk, cohort, "Ines Duarte", "", Role.MENTEE)
    with pytest.raises(UserError, match="Our company has 1 of 1 mentee in this cohort already"):
        add(desk, cohort, "Piet Claes", "", Role.MENTEE)


def test_nobody_knows_the_company_of_somebody_from_outside_without_one(desk: Desk, cohort: int) -> None:
    for name in ("Ines Duarte", "Piet Claes", "Mara Lindqvist"):
        enroll(desk, cohort, add_person(desk, name, external=True), Role.MENTEE)
    assert len(enrolled(desk, cohort)) == 3


def test_a_lower_number_throws_nobody_out(desk: Desk, cohort: int, program: int) -> None:
    first = add(desk, cohort, "Ines Duarte", "Solvane")
    add(desk, cohort, "Piet Claes", "Solvane")
    desk.do(program_matching.save_places, program, CompanyPlaces(mentors=1))
    desk.do(cohorts.change_enrollment, first, capacity=3, status=EnrollmentStatus.ACCEPTED)
    assert len(enrolled(desk, cohort)) == 2


def roster(desk: Desk, tmp_path: Path, cohort: int, *rows: str) -> importing.ImportRequest:
    path = tmp_path / "roster.csv"
    path.write_text("\n".join(("Name,E-mail,Company", *rows)), encoding="utf-8")
    table = importing.read_file(path)
    return importing.ImportRequest(table, desk.read(importing.guess, table), cohort, (Role.MENTOR,))


def test_an_import_reports_the_rows_that_are_too_many(desk: Desk, tmp_path: Path, cohort: int) -> None:
    add(desk, cohort, "Ines Duarte", "Solvane")
    lines = (f"Person {n},person{n}@solvane.example,{'Solvane' if n != 3 else 'Brightwater'}" for n in range(1, 5))
    request = roster(desk, tmp_path, cohort, *lines)
    preview = desk.read(importing.preview, request)
    wrong = [row for row in preview.rows if row.state is RowState.WRONG]
    assert [row.texts["name"] for row in wrong] == ["Person 2", "Person 4"]
    assert "Solvane has 2 of 2 mentors in this cohort already" in wrong[0].problems[0].sentence
    with pytest.raises(UserError, match="Row 3: Solvane has 2 of 2"):
        desk.do(importing.apply, request)
    desk.do(importing.apply, request, leave_out_wrong=True)
    assert set(enrolled(desk, cohort)) == {"Ines Duarte", "Person 1", "Person 3"}


def test_a_row_with_another_problem_takes_no_place(desk: Desk, tmp_path: Path, cohort: int) -> None:
    rows = ("Person 1,p1 at home,Solvane", "Person 2,p2@solvane.example,Solvane", "Person 3,p3@solvane.example,Solvane")
    preview = desk.read(importing.preview, roster(desk, tmp_path, cohort, *rows))
    assert [row.id for row in preview.rows if row.state is RowState.WRONG] == [2]


@pytest.mark.parametrize("places", [CompanyPlaces(mentors=0), CompanyPlaces(mentees=10_001)])
def test_places_have_limits(desk: Desk, program: int, places: CompanyPlaces) -> None:
    with pytest.raises(FieldError, match="Choose 1 to 10,000"):
        desk.do(program_matching.save_places, program, places)


def test_places_are_one_step_and_go_along_with_a_duplicate(desk: Desk, program: int) -> None:
    twin = desk.do(programs.duplicate, program)
    assert desk.read(program_matching.matching, twin).places == CompanyPlaces(2, 1)
    desk.do(program_matching.save_places, program, CompanyPlaces())
    assert desk.undo_label() == "Change the places per company of Open Door"
    desk.undo()
    assert desk.read(program_matching.matching, program).places == CompanyPlaces(2, 1)
