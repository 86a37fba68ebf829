"""The scale of levels that an export was written in is remembered: part of a company is no wave of promotions."""

from pathlib import Path

import pytest

from mentordesk.domain.importing import RowState
from mentordesk.services.imports import importing
from mentordesk.services.imports.importing import ImportRequest
from mentordesk.services.people import people

FULL = "Employee ID,Name,E-mail,Department,Title,Grade,Status"
PART = "Employee ID,Name,Department,Title,Grade,Status,Location"
ROWS = ("1001,Ana Silva,ana@s.example,Legal,Clerk,Grade 5,Active", "1002,Bo Lund,bo@s.example,IT,Head,Grade 14,Active")


@pytest.fixture
def export(desk, tmp_path: Path):
    def make(*lines: str) -> ImportRequest:
        file = tmp_path / "export.csv"
        file.write_text("\n".join(lines), encoding="utf-8")
        table = importing.read_file(file)
        return ImportRequest(table, desk.read(importing.guess, table), file=file.name)

    return make


@pytest.fixture
def imported(desk, export) -> None:
    third = "1003,Cy Dow,cy@s.example,IT,Clerk,Grade 2,Active"
    desk.do(importing.apply, export(FULL, *ROWS, third))


def levels(desk) -> dict[str, int | None]:
    return {row.name: row.level for row in desk.read(people.rows)}


def test_a_part_of_the_company_is_unchanged(desk, export, imported) -> None:
    assert levels(desk) == {"Ana Silva": 3, "Bo Lund": 7, "Cy Dow": 1}
    found = desk.read(importing.preview, export(FULL, ROWS[0]))
    assert [row.state for row in found.rows] == [RowState.UNCHANGED]
    assert found.careers == ()


def test_another_export_of_the_same_system_has_the_same_scale(desk, export, imported) -> None:
    found = desk.read(importing.preview, export(PART, "1001,Ana Silva,Legal,Clerk,Grade 7,Active,Lyon"))
    assert [(one.before, one.after) for one in found.careers] == [("Clerk, level 3", "Clerk, level 4")]


def test_a_form_with_levels_of_its_own_is_read_by_itself(desk, export, imported) -> None:
    desk.do(importing.apply, export("Name,E-mail,Grade", "Di Eve,di@s.example,5"))
    assert levels(desk)["Di Eve"] == 5


def test_undo_forgets_the_scale(desk, export, imported) -> None:
    desk.undo()
    desk.do(importing.apply, export(FULL, ROWS[0]))
    assert levels(desk) == {"Ana Silva": 5}
