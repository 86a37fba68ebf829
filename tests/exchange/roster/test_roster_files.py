"""Files in the shapes that occur in practice come in without hand work: read, columns guessed, people understood."""

from pathlib import Path

import pytest

from mentordesk.domain.cohorts import Role
from mentordesk.domain.importing import Shape, Ways
from mentordesk.domain.people import PersonStatus
from mentordesk.exchange.excel import reader
from mentordesk.exchange.roster import roster
from mentordesk.exchange.roster.roster import Roster
from tests.exchange import shapes


def read(path: Path, ways: Ways | None = None) -> Roster:
    table = reader.read(path)
    mapping = roster.guess_columns(table.headings, [cells for _number, cells in table.body])
    return roster.read(table, mapping, ways=ways)


WITHOUT_A_QUESTION = sorted(set(shapes.SHAPES) - {"dates_that_disagree"})


@pytest.mark.parametrize("name", WITHOUT_A_QUESTION)
def test_every_shape_comes_in_without_hand_work(name: str, tmp_path: Path) -> None:
    found = read(shapes.xlsx(tmp_path / "People.xlsx", shapes.SHAPES[name]))
    assert found.rows
    assert [(row.number, row.problem) for row in found.rows if row.problems] == []
    assert all(row.values.get("name") for row in found.rows)
    assert all(row.values.get("email") or row.values.get("employee_number") for row in found.rows)


@pytest.mark.parametrize("ending", ["xlsx", "csv"])
def test_the_answers_of_a_form_service(ending: str, tmp_path: Path) -> None:
    write = shapes.xlsx if ending == "xlsx" else shapes.text
    found = read(write(tmp_path / f"Form.{ending}", shapes.form_service()))
    first, *others = found.rows
    assert dict(first.values) == {
        "name": "Anna Meier",
        "email": "anna.meier@solvane.example",
        "role": (Role.MENTOR,),
        "offers": ("Leadership", "Strategy"),
        "wants": ("Balance", "Leadership", "Networking", "Digital", "Career", "Conflict", "Presenting"),
        "avoids": ("Politics", "Religion"),
        "capacity": 2,
    }
    assert [row.values["role"] for row in others[:2]] == [(Role.MENTEE,), (Role.MENTOR, Role.MENTEE)]
    assert found.sentences[0].startswith("3 columns that the survey or form service added are not imported")


def test_an_hr_export_has_status_and_dates_of_people_who_left(tmp_path: Path) -> None:
    rows = read(shapes.text(tmp_path / "HR.csv", shapes.hr_export())).rows
    statuses = [row.values["status"] for row in rows]
    assert statuses == [PersonStatus.ACTIVE, PersonStatus.ACTIVE, PersonStatus.LEAVE, PersonStatus.LEFT]
    assert str(rows[3].values["left_on"]) == "2026-03-31"
    assert str(rows[1].values["last_promotion"]) == "2022-05-13"


@pytest.mark.parametrize(
    ("name", "shape", "role"),
    [
        ("long_list", Shape.LONG, ""),
        ("wide_list", Shape.WIDE, ""),
        ("history", Shape.HISTORY, ""),
        ("mentors", Shape.ROSTER, "mentor"),
        ("mentees", Shape.ROSTER, "mentee"),
        ("both_roles", Shape.ROSTER, ""),
        ("hr_export", Shape.ROSTER, ""),
    ],
)
def test_shape_and_role_are_seen(name: str, shape: Shape, role: str, tmp_path: Path) -> None:
    found = read(shapes.xlsx(tmp_path / "People.xlsx", shapes.SHAPES[name]))
    assert (found.shape, found.role) == (shape, role)


def test_a_second_person_in_the_row_is_not_lost_in_silence(tmp_path: Path) -> None:
    path = shapes.xlsx(tmp_path / "Pairs.xlsx", shapes.grouped())
    found = read(path)
    assert (found.shape, len(found.rows)) == (Shape.PAIRS, 2)
    assert found.sentences == ("1 row is read as 1 pair of 2 people, who stand side by side",)
    found = read(path, ways=Ways(shape=Shape.ROSTER))
    words = "Each row is read as its mentor: the mentee beside is not imported. For both, a row is a pair side by side"
    assert (len(found.rows), words in found.sentences) == (1, True)
