"""Who a row is: by numbers without their zeros, by name and department where it asks, by name where there is no key."""

from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import func, select

from mentordesk.data.tables import NotSame
from mentordesk.domain.importing import ImportResult, RowState
from mentordesk.services.imports import importing
from mentordesk.services.imports.importing import ImportRequest
from mentordesk.services.people import people
from tests import builders

ANA = "Ana Silva"


@pytest.fixture
def request_for(desk, tmp_path: Path):
    def make(*lines: str, **values) -> ImportRequest:
        file = tmp_path / "roster.csv"
        file.write_text("\n".join(lines), encoding="utf-8")
        table = importing.read_file(file)
        return ImportRequest(table, desk.read(importing.guess, table), **values)

    return make


def only(desk, request: ImportRequest):
    (row,) = desk.read(importing.preview, request).rows
    return row


def test_a_number_without_its_zeros_is_the_same_person(desk, request_for) -> None:
    builders.add_person(desk, ANA, employee_number="00123")
    request = request_for("Employee number,Name,Department", "123,Ana Silva,Legal")
    preview = desk.read(importing.preview, request)
    assert [row.state for row in preview.rows] == [RowState.CHANGED]
    assert "Employee number: 1 number has lost zeros in front, 123 is 00123" in preview.sentences
    assert desk.do(importing.apply, request) == ImportResult(0, 1, 0, 0)
    (ana,) = desk.read(people.rows)
    assert (ana.employee_number, ana.department) == ("00123", "Legal")


def test_zeros_that_the_desk_lacks_are_put_back(desk, request_for) -> None:
    builders.add_person(desk, ANA, employee_number="123")
    desk.do(importing.apply, request_for("Employee number,Name", "00123,Ana Silva"))
    assert [person.employee_number for person in desk.read(people.rows)] == ["00123"]


def test_a_number_without_zeros_that_fits_two_people_is_somebody_new(desk, request_for) -> None:
    builders.add_person(desk, "Ana Costa", employee_number="00123")
    builders.add_person(desk, "Ana Reis", employee_number="0123")
    assert only(desk, request_for("Employee number,Name", "123,Ana Silva")).state is RowState.NEW


def test_a_number_without_zeros_of_somebody_with_another_name_asks(desk, request_for) -> None:
    costa = builders.add_person(desk, "Ruben Costa", employee_number="00123")
    request = request_for("Employee number,Name", "123,Ana Silva")
    (problem,) = only(desk, request).problems
    assert problem.sentence == "Ruben Costa has the number 00123. Is it the same person?"
    assert (problem.proposal, problem.person_id) == ("00123", costa)
    assert only(desk, replace(request, same={2: None})).state is RowState.NEW


@pytest.fixture
def ana(desk) -> int:
    return builders.add_person(desk, ANA, email="ana.silva@solvane.example", department="Legal")


NAMESAKE = ("Name,E-mail,Department,Title", "Ana Silva,a.silva@solvane.example,Legal,Counsel")


def test_the_same_name_in_the_same_department_asks(desk, ana, request_for) -> None:
    row = only(desk, request_for(*NAMESAKE))
    (problem,) = row.problems
    assert row.state is RowState.WRONG
    assert problem.sentence == "Ana Silva (ana.silva@solvane.example) is in Legal already. Is it the same person?"
    assert (problem.field, problem.proposal, problem.person_id) == ("email", "ana.silva@solvane.example", ana)


def test_the_answer_that_it_is_her_updates_her(desk, ana, request_for) -> None:
    assert desk.do(importing.apply, request_for(*NAMESAKE, same={2: ana})) == ImportResult(0, 1, 0, 0)
    (row,) = desk.read(people.rows)
    assert (row.id, row.email, row.title) == (ana, "a.silva@solvane.example", "Counsel")


def test_her_address_typed_into_the_row_says_the_same(desk, ana, request_for) -> None:
    request = request_for(*NAMESAKE, edits={2: {"email": "ana.silva@solvane.example"}})
    assert only(desk, request).state is RowState.CHANGED


def test_the_answer_that_it_is_somebody_else_is_remembered(desk, ana, request_for) -> None:
    request = request_for(*NAMESAKE, same={2: None})
    assert desk.do(importing.apply, request) == ImportResult(1, 0, 0, 0)
    assert desk.read(lambda session: session.scalar(select(func.count()).select_from(NotSame))) == 1
    assert only(desk, replace(request, same={})).state is RowState.UNCHANGED


def test_nobody_asks_about_a_namesake_who_has_a_row_of_her_own(desk, ana, request_for) -> None:
    request = request_for(*NAMESAKE, "Ana Silva,ana.silva@solvane.example,Legal,")
    states = {row.id: row.state for row in desk.read(importing.preview, request).rows}
    assert states == {2: RowState.NEW, 3: RowState.UNCHANGED}


def test_the_same_name_elsewhere_does_not_ask(desk, ana, request_for) -> None:
    request = request_for("Name,E-mail,Department", "Ana Silva,a.silva@solvane.example,Finance")
    assert only(desk, request).state is RowState.NEW


LONG = ("Name,Interest,Rank", "Ana Silva,Budgets,2", "ANA SILVA,Leadership,1")


def test_a_long_list_of_names_adds_to_who_is_here(desk, ana, request_for) -> None:
    request = request_for(*LONG)
    assert desk.do(importing.apply, request) == ImportResult(0, 1, 0, 0)
    assert desk.read(people.form, ana).wants == ("Leadership", "Budgets")
    assert only(desk, request).state is RowState.UNCHANGED


def test_a_name_that_two_have_is_a_problem_without_a_key(desk, ana, request_for) -> None:
    builders.add_person(desk, ANA, email="other@solvane.example")
    (problem,) = only(desk, request_for(*LONG)).problems
    assert problem.sentence == "Several people are called Ana Silva. Type the e-mail here, or skip the row"
    typed = {"email": "other@solvane.example"}
    mended = request_for(*LONG, edits={2: typed})
    assert [(row.id, row.state) for row in desk.read(importing.preview, mended).rows] == [(2, RowState.CHANGED)]
    assert desk.do(importing.apply, mended) == ImportResult(0, 1, 0, 0)
    assert desk.read(people.form, ana).wants == ()


def test_topics_that_are_not_wanted_come_in(desk, request_for) -> None:
    headings = "Name,E-mail,Topics I do not want"
    desk.do(importing.apply, request_for(headings, "Ana Silva,a@solvane.example,Politics;Sport"))
    assert [row.avoids for row in desk.read(people.rows)] == [("Politics", "Sport")]
