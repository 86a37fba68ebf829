"""Importing a roster: who is new, changed, unchanged, wrong; all of it or nothing; one step that can be undone."""

from dataclasses import replace
from pathlib import Path

import openpyxl
import pytest
from sqlalchemy import func, select

from mentordesk.data.tables import Enrollment, Person
from mentordesk.domain.cohorts import Role
from mentordesk.domain.errors import UserError
from mentordesk.domain.importing import ImportResult, RowState
from mentordesk.domain.people import CustomFieldForm, FieldKind, PersonStatus
from mentordesk.domain.programs import Format
from mentordesk.services import custom_fields
from mentordesk.services.imports import importing
from mentordesk.services.imports.importing import ImportRequest
from mentordesk.services.people import people
from mentordesk.services.programs import cohorts
from tests import builders

HEADINGS = ["Full name", "Mail", "Employee no.", "Position", "Dept.", "Line manager", "Can share", "Capacity"]
TENDAI = ["Tendai Moyo", "tendai@solvane.example", "00017", "Planner", "Operations", "Aiko Hirano", "budgets; data", 2]
AIKO = ["Aiko Hirano", "aiko@solvane.example", "00018", "Lab lead", "R&D", "", "negotiation", 1]


@pytest.fixture
def cohort(desk) -> int:
    return builders.add_cohort(desk, name="Upstream 2027")


@pytest.fixture
def roster_file(tmp_path: Path):
    def write(*rows: list, headings: list[str] = HEADINGS) -> Path:
        book = openpyxl.Workbook()
        for row in (headings, *rows):
            book.active.append(row)
        book.save(tmp_path / "roster.xlsx")
        return tmp_path / "roster.xlsx"

    return write


@pytest.fixture
def request_for(desk, cohort, roster_file):
    def make(*rows: list, headings: list[str] = HEADINGS, **values) -> ImportRequest:
        table = importing.read_file(roster_file(*rows, headings=headings))
        values = {"cohort_id": cohort, "roles": (Role.MENTEE,), **values}
        return ImportRequest(table, desk.read(importing.guess, table), **values)

    return make


def states(desk, request: ImportRequest) -> list[RowState]:
    return [row.state for row in desk.read(importing.preview, request).rows]


def test_new_people_come_in_with_everything_and_are_enrolled(desk, cohort, request_for) -> None:
    result = desk.do(importing.apply, request_for(TENDAI, AIKO))
    assert result == ImportResult(new=2, changed=0, unchanged=0, wrong=0)
    tendai = next(row for row in desk.read(people.rows) if row.name == "Tendai Moyo")
    assert (tendai.email, tendai.employee_number, tendai.title) == ("tendai@solvane.example", "00017", "Planner")
    assert tendai.offers == ("budgets", "data")
    form = desk.read(people.form, tendai.id)
    assert desk.read(people.form, form.manager_id).name == "Aiko Hirano"
    places = {row.name: (row.role, row.capacity) for row in desk.read(cohorts.enrollments, cohort)}
    assert places == {"Tendai Moyo": (Role.MENTEE, 2), "Aiko Hirano": (Role.MENTEE, 1)}


def test_the_same_file_again_changes_nothing(desk, request_for) -> None:
    desk.do(importing.apply, request_for(TENDAI, AIKO))
    again = request_for(TENDAI, AIKO)
    assert states(desk, again) == [RowState.UNCHANGED, RowState.UNCHANGED]
    assert desk.do(importing.apply, again) == ImportResult(0, 0, 2, 0)
    assert desk.undo_label() == "Import 2 people"


def test_a_person_who_is_there_is_updated_never_doubled(desk, request_for) -> None:
    desk.do(importing.apply, request_for(TENDAI))
    promoted = [*TENDAI[:3], "Head of planning", *TENDAI[4:7], 3]
    preview = desk.read(importing.preview, request_for(promoted))
    (row,) = preview.rows
    assert row.state is RowState.CHANGED
    assert row.changes == {"title": "Planner", "capacity": "2"}
    assert desk.do(importing.apply, request_for(promoted)).changed == 1
    assert [person.title for person in desk.read(people.rows) if person.name == "Tendai Moyo"] == ["Head of planning"]


def test_the_e_mail_is_known_in_any_case_and_the_number_without_it(desk, request_for) -> None:
    desk.do(importing.apply, request_for(TENDAI))
    upper = [TENDAI[0], "Tendai@SOLVANE.example", *TENDAI[2:]]
    assert states(desk, request_for(upper)) == [RowState.UNCHANGED]
    by_number = [TENDAI[0], None, *TENDAI[2:]]
    assert states(desk, request_for(by_number)) == [RowState.UNCHANGED]


def test_an_empty_cell_erases_nothing(desk, request_for) -> None:
    desk.do(importing.apply, request_for(TENDAI))
    sparse = [TENDAI[0], TENDAI[1], None, None, None, None, None, None]
    assert states(desk, request_for(sparse)) == [RowState.UNCHANGED]


def test_only_empty_fields_are_filled_where_asked(desk, request_for) -> None:
    builders.add_person(desk, "Tendai Moyo", email="tendai@solvane.example", title="Typed by hand")
    desk.do(importing.apply, request_for(TENDAI, only_empty=True))
    (tendai,) = [row for row in desk.read(people.rows) if row.name == "Tendai Moyo"]
    assert (tendai.title, tendai.department) == ("Typed by hand", "Operations")


def test_wrong_rows_stop_everything_unless_left_out(desk, request_for) -> None:
    nobody = ["", "nobody@solvane.example", "", "", "", "", "", ""]
    with pytest.raises(UserError, match="Row 3") as caught:
        desk.do(importing.apply, request_for(TENDAI, nobody))
    assert caught.value.safe == "Nothing was imported."
    assert desk.read(people.rows) == []
    result = desk.do(importing.apply, request_for(TENDAI, nobody), leave_out_wrong=True)
    assert result == ImportResult(1, 0, 0, 1)


def test_problems_come_first_and_can_be_mended_or_skipped(desk, request_for) -> None:
    wrong = ["Wanjiru Kamau", "wanjiru@solvane.example", "", "", "", "", "", "many"]
    request = request_for(TENDAI, wrong)
    first = desk.read(importing.preview, request).rows[0]
    assert first.state is RowState.WRONG
    assert first.problems[0].field == "capacity"
    assert states(desk, replace(request, edits={3: {"capacity": "2"}})) == [RowState.NEW, RowState.NEW]
    assert states(desk, replace(request, skipped=frozenset({3}))) == [RowState.NEW]


def test_wrong_rows_are_saved_with_their_cells_and_a_problem(desk, request_for, tmp_path: Path) -> None:
    wrong = ["Wanjiru Kamau", "wanjiru@solvane.example", "", "", "", "", "", "many"]
    assert desk.read(importing.write_wrong, request_for(TENDAI, wrong), tmp_path / "wrong.xlsx") == 1
    rows = list(openpyxl.load_workbook(tmp_path / "wrong.xlsx").active.values)
    assert rows[0] == (*HEADINGS, "Problem")
    assert rows[1][0] == "Wanjiru Kamau"
    assert "Capacity" in rows[1][-1]


def test_an_import_is_one_step_of_history(desk, request_for) -> None:
    desk.do(importing.apply, request_for(TENDAI, AIKO))
    assert desk.undo_label() == "Import 2 people"
    desk.undo()
    assert desk.read(people.rows) == []
    assert desk.read(lambda session: session.scalar(select(func.count()).select_from(Enrollment))) == 0
    desk.redo()
    assert len(desk.read(people.rows)) == 2


def test_choices_of_columns_are_remembered_for_these_headings(desk, request_for) -> None:
    request = request_for(TENDAI)
    chosen = {**request.mapping, "Dept.": None}
    desk.do(importing.apply, replace(request, mapping=chosen))
    assert desk.read(importing.guess, request.table)["Dept."] is None


def test_custom_fields_are_filled_and_made(desk, request_for) -> None:
    stage = desk.do(custom_fields.save, CustomFieldForm("Stage", FieldKind.ORDERED, ("Leads self", "Leads others")))
    headings = [*HEADINGS, "Stage", "Cost center"]
    request = request_for([*TENDAI, "leads OTHERS", "4711"], headings=headings)
    request = replace(request, mapping={**request.mapping, "Cost center": "custom:Cost center"})
    desk.do(importing.apply, request)
    (row,) = desk.read(people.rows)
    custom = desk.read(people.form, row.id).custom
    names = {field.id: field.name for field in desk.read(custom_fields.rows)}
    assert custom[stage] == ("Leads others",)
    assert {names[key]: value for key, value in custom.items()}["Cost center"] == ("4711",)


def test_both_roles_are_two_enrollments(desk, cohort, request_for) -> None:
    headings = [*HEADINGS, "Role"]
    desk.do(importing.apply, request_for([*TENDAI, "both"], headings=headings))
    assert {row.role for row in desk.read(cohorts.enrollments, cohort)} == {Role.MENTOR, Role.MENTEE}


def test_a_role_that_the_format_does_not_know_is_a_problem(desk, request_for) -> None:
    program = builders.add_program(desk, "Side by Side", Format.PEER)
    peers = builders.add_cohort(desk, program, "Side by Side 2026")
    (row,) = desk.read(importing.preview, request_for(TENDAI, cohort_id=peers)).rows
    assert row.state is RowState.WRONG
    assert row.problems[0].sentence == "Role must be peer here"


def test_without_a_cohort_people_are_only_added(desk, request_for) -> None:
    desk.do(importing.apply, request_for(TENDAI, cohort_id=None, roles=()))
    assert len(desk.read(people.rows)) == 1
    assert desk.read(lambda session: session.scalar(select(func.count()).select_from(Enrollment))) == 0


def test_managers_nearly_right_are_a_problem_and_unknown_ones_are_left_out(desk, request_for) -> None:
    builders.add_person(desk, "Henrik Sandvik")
    slip = [*TENDAI[:5], "Henrik Sandvick", *TENDAI[6:]]
    (row,) = desk.read(importing.preview, request_for(slip)).rows
    assert (row.state, row.problems[0].proposal) == (RowState.WRONG, "Henrik Sandvik")
    stranger = [*TENDAI[:5], "Somebody Outside", *TENDAI[6:]]
    preview = desk.read(importing.preview, request_for(stranger))
    assert preview.rows[0].state is RowState.NEW
    assert "Managers were found for 0 of 1 people; 1 is not in the desk and left empty" in preview.sentences


def test_managers_in_a_ring_are_not_stored(desk, request_for) -> None:
    aiko = [*AIKO[:5], "Tendai Moyo", *AIKO[6:]]
    desk.do(importing.apply, request_for(TENDAI, aiko))
    found = desk.read(lambda session: dict(session.execute(select(Person.name, Person.manager_id)).all()))
    assert sum(manager is not None for manager in found.values()) == 1


def test_two_people_with_swapped_keys_are_a_problem(desk, request_for) -> None:
    desk.do(importing.apply, request_for(TENDAI, AIKO))
    mixed = [TENDAI[0], TENDAI[1], AIKO[2], *TENDAI[3:]]
    (row,) = desk.read(importing.preview, request_for(mixed)).rows
    assert row.problems[0].sentence == "The e-mail is of Tendai Moyo, the employee number of Aiko Hirano"


def test_two_rows_about_one_person_are_a_problem(desk, request_for) -> None:
    desk.do(importing.apply, request_for(TENDAI))
    by_mail = [*TENDAI[:2], "", *TENDAI[3:]]
    by_number = ["T. Moyo", "", *TENDAI[2:]]
    preview = desk.read(importing.preview, request_for(by_mail, by_number))
    assert [(row.id, row.state) for row in preview.rows] == [(3, RowState.WRONG), (2, RowState.UNCHANGED)]
    assert preview.rows[0].problems[0].sentence == "Row 2 is about the same person. Skip one of the two"


def test_who_has_left_is_not_enrolled_by_a_file(desk, cohort, request_for) -> None:
    tendai = builders.add_person(desk, "Tendai Moyo", email=TENDAI[1])
    desk.do(people.set_status, [tendai], PersonStatus.LEFT)
    request = request_for(TENDAI, AIKO)
    preview = desk.read(importing.preview, request)
    assert preview.count(RowState.WRONG) == 0
    assert preview.notes == ("1 person has left the company and is not enrolled",)
    desk.do(importing.apply, request)
    assert [row.name for row in desk.read(cohorts.enrollments, cohort)] == ["Aiko Hirano"]


def test_who_has_left_is_still_updated_by_a_file_without_a_cohort(desk, request_for) -> None:
    tendai = builders.add_person(desk, "Tendai Moyo", email=TENDAI[1])
    desk.do(people.set_status, [tendai], PersonStatus.LEFT)
    assert states(desk, request_for(TENDAI, cohort_id=None)) == [RowState.CHANGED]


def test_a_file_without_a_row_is_a_sentence(desk, request_for) -> None:
    headings = ["Name", "Mail", "Note"]
    request = request_for(["", "", "nobody"], headings=headings)
    request = replace(request, mapping={"Name": "name", "Mail": "email", "Note": None})
    with pytest.raises(UserError, match="No row has a value"):
        desk.do(importing.apply, request)


def test_a_custom_field_is_known_however_it_is_written(desk, cohort, request_for) -> None:
    desk.do(custom_fields.save, CustomFieldForm("Pay grade", FieldKind.TEXT))
    request = request_for([*TENDAI[:2], "G7"], headings=["Name", "Mail", "Grade"])
    given = importing.given_columns(["Grade=custom:pay GRADE"], request.table)
    request = replace(request, mapping=desk.read(importing.guess, request.table, given))
    desk.do(importing.apply, request)
    assert states(desk, request) == [RowState.UNCHANGED]


def test_the_sentence_of_a_wrong_row_ends_once(desk, request_for) -> None:
    headings = ["Name", "Mail", "Hired on"]
    wrong = ["Ada Ek", "ada@solvane.example", "2026-02-30"]
    with pytest.raises(UserError) as told:
        desk.do(importing.apply, request_for(wrong, [*wrong[:1], "b@solvane.example", *wrong[2:]], headings=headings))
    assert str(told.value).endswith("Use 28 February 2026? 1 more row has a problem.")


def test_a_withdrawn_cohort_is_a_sentence(desk, request_for) -> None:
    with pytest.raises(UserError, match="not in the desk"):
        desk.read(importing.preview, request_for(TENDAI, cohort_id=99))
