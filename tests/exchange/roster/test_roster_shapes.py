"""Files in which a row is no person: long lists, a column for each cohort, the history of many cohorts."""

from collections.abc import Mapping, Sequence
from datetime import date

import pytest

from mentordesk.domain.cohorts import EnrollmentStatus, Role
from mentordesk.domain.errors import UserError
from mentordesk.domain.importing import Shape, Ways
from mentordesk.exchange.reading.cells import CellValue
from mentordesk.exchange.reading.tables import SheetTable
from mentordesk.exchange.roster import roster
from mentordesk.exchange.roster.roster import PastPlace, Roster

ANA, BO = ("Ana Silva", "ana@b.example"), ("Bo Lund", "bo@b.example")
Edits = Mapping[int, Mapping[str, str]]


def read(
    headings: Sequence[str],
    *rows: Sequence[CellValue],
    ways: Ways | None = None,
    edits: Edits | None = None,
    sheet: str = "",
) -> Roster:
    """A file with these rows from the second one on, its columns guessed."""
    body = tuple((number, tuple(row)) for number, row in enumerate(rows, 2))
    table = SheetTable(sheet, [list(headings), *map(list, rows)], 0, tuple(headings), body, {})
    mapping = roster.guess_columns(headings, rows)
    return roster.read(table, mapping, edits=edits, ways=ways)


LONG = ("Name", "E-mail", "Interest", "Rank")


def test_a_long_list_is_a_row_a_person_with_the_wishes_in_their_order() -> None:
    found = read(LONG, (*ANA, "Budgets", 2), (*BO, "Law", 1), (*ANA, "Leading", 1), (*ANA, "Sales", 10))
    assert found.shape is Shape.LONG
    assert [(row.number, row.values["wants"]) for row in found.rows] == [
        (2, ("Leading", "Budgets", "Sales")),
        (3, ("Law",)),
    ]
    assert [number for number, _cells in found.rows[0].lines] == [2, 4, 5]
    assert found.sentences == (
        "4 rows are about 2 people: Skills wanted of each are put together in the order of their rank",
    )
    assert all(row.problems == () and "rank" not in row.values for row in found.rows)


def test_a_long_list_needs_no_ranks_and_no_address() -> None:
    found = read(("Name", "E-mail", "Interest"), (*ANA, "Budgets"), (*ANA, "Leading"), (*BO, "Law"))
    assert (found.shape, [row.values["wants"] for row in found.rows]) == (
        Shape.LONG,
        [("Budgets", "Leading"), ("Law",)],
    )
    found = read(("Name", "Interest", "Rank"), ("Ana Silva", "Law", 2), ("Ana Silva", "Sales", 1), ("Bo Lund", "IT", 1))
    assert [row.values for row in found.rows] == [
        {"name": "Ana Silva", "wants": ("Sales", "Law")},
        {"name": "Bo Lund", "wants": ("IT",)},
    ]


def test_a_person_who_comes_twice_makes_no_long_list() -> None:
    headings = ("Name", "E-mail", "Interest", "Department")
    people = [(f"Person {letter}", f"{letter}@b.example", "Law", "Ops") for letter in "abcdef"]
    found = read(headings, *people, (*people[0][:2], "Sales", "Ops"))
    assert found.shape is Shape.ROSTER
    assert found.rows[-1].problem == "This e-mail is in row 2 too. Change it, or skip the row"
    found = read(headings, (*ANA, "Law", "Ops"), (*ANA, "Sales", "Finance"), (*BO, "IT", "Ops"), (*BO, "IT", "HR"))
    assert found.shape is Shape.ROSTER


def test_the_coordinator_switches_the_shape() -> None:
    rows = [(*ANA, "Budgets", 2), (*ANA, "Leading", 1)]
    found = read(LONG, *rows, ways=Ways(shape=Shape.ROSTER))
    assert (found.shape, len(found.rows)) == (Shape.ROSTER, 2)
    assert found.rows[1].problems[0].field == "email"
    people = [(f"Person {letter}", f"{letter}@b.example", "Law", None) for letter in "abcdef"]
    found = read(LONG, *people, (*people[0][:2], "Sales", None), ways=Ways(shape=Shape.LONG))
    assert found.rows[0].values["wants"] == ("Law", "Sales")


def test_a_row_that_is_wrong_is_named_and_mended_where_the_person_stands() -> None:
    headings = (*LONG, "Level")
    rows = [(*ANA, "Budgets", 2, 5), (*ANA, "Leading", 1, 9), (*BO, "Law", 1, 3)]
    found = read(headings, *rows)
    assert found.rows[0].problem == "Row 3: Level must be a number from 1 to 7. Use 7?"
    assert found.rows[0].problems[0].row == 3
    found = read(headings, *rows, edits={2: {"level": "7"}})
    assert (found.rows[0].problems, found.rows[0].values["level"]) == ((), 5)
    found = read(headings, *rows, edits={3: {"level": "6"}})
    assert found.rows[0].problems == ()
    headings = (*LONG, "Capacity")
    both_wrong = [(*ANA, "Budgets", 2, 80), (*ANA, "Leading", 1, 90), (*BO, "Law", 1, 3)]
    found = read(headings, *both_wrong, edits={2: {"capacity": "4"}})
    assert [problem.row for problem in found.rows[0].problems] == [3]
    found = read(headings, *both_wrong, edits={2: {"capacity": "4"}, 3: {"capacity": "5"}})
    assert (found.rows[0].problems, found.rows[0].values["capacity"]) == ((), 4)


def test_a_list_that_is_typed_is_the_whole_list() -> None:
    rows = [(*ANA, "Budgets", 2), (*ANA, "Leading", 1)]
    assert read(LONG, *rows, edits={2: {"wants": "Law, Sales"}}).rows[0].values["wants"] == ("Law", "Sales")


def places(found: Roster) -> list[list[PastPlace]]:
    return [list(row.enrollments) for row in found.rows]


def test_a_column_for_each_cohort_says_what_people_were_in_it() -> None:
    headings = ("Name", "E-mail", "Cohort 2022", "Cohort 2023", "Spring 2024")
    found = read(headings, (*ANA, "Mentee", "Mentor (withdrew)", None), (*BO, None, "Both", "mentee - completed"))
    assert found.shape is Shape.WIDE
    assert places(found) == [
        [
            PastPlace("Cohort 2022", Role.MENTEE, row=2),
            PastPlace("Cohort 2023", Role.MENTOR, EnrollmentStatus.WITHDRAWN, row=2),
        ],
        [
            PastPlace("Cohort 2023", Role.MENTOR, row=3),
            PastPlace("Cohort 2023", Role.MENTEE, row=3),
            PastPlace("Spring 2024", Role.MENTEE, EnrollmentStatus.COMPLETED, row=3),
        ],
    ]
    assert all("role" not in row.values and "cohort" not in row.values for row in found.rows)
    assert found.sentences == ("5 places of 2 people in 3 past cohorts: Cohort 2022, Cohort 2023, Spring 2024",)


def test_a_cell_below_a_cohort_that_is_no_role_is_mended_in_its_place() -> None:
    headings = ("Name", "E-mail", "Cohort 2022", "Cohort 2023")
    rows = [(*ANA, "Mentee", "metor"), (*BO, "Mentor", "x")]
    found = read(headings, *rows)
    assert (found.rows[0].problem, found.rows[0].problems[0].field) == (
        "Cohort 2023 must be mentor, mentee or both. Use mentor?",
        "cohort",
    )
    assert places(read(headings, *rows, edits={2: {"cohort": "mentor"}}))[0] == [
        PastPlace("Cohort 2022", Role.MENTEE, row=2),
        PastPlace("Cohort 2023", Role.MENTOR, row=2),
    ]
    assert places(found)[1][1] == PastPlace("Cohort 2023", None, row=3)
    assert places(read(headings, *rows, ways=Ways(role="mentee")))[1][1].role is Role.MENTEE


def test_cohorts_may_just_be_ticked() -> None:
    headings = ("Name", "E-mail", "Cohort 2022", "Cohort 2023", "Member since 2020")
    found = read(headings, (*ANA, "x", None, "yes"), (*BO, "x", "No", "no"), sheet="Mentors")
    assert places(found) == [[PastPlace("Cohort 2022", Role.MENTOR, row=row)] for row in (2, 3)]


HISTORY = ("Email", "Name", "Cohort", "Role", "Start", "End", "Completed?", "Partner")


def test_a_history_of_many_cohorts() -> None:
    first, last = date(2019, 10, 1), date(2020, 6, 30)
    found = read(
        HISTORY,
        ("ana@b.example", "Ana Silva", "Upstream 2019", "Mentee", first, last, "Yes", "bo@b.example"),
        ("ana@b.example", "Ana Silva", "Upstream 2021", "Both", None, None, "Withdrew", None),
        ("bo@b.example", "Bo Lund", "Upstream 2019", "Mentor", "01/10/2019", "30/06/2020", "Yes", "Ana Silva"),
    )
    assert found.shape is Shape.HISTORY
    done, gone = EnrollmentStatus.COMPLETED, EnrollmentStatus.WITHDRAWN
    assert places(found) == [
        [
            PastPlace("Upstream 2019", Role.MENTEE, done, first, last, "bo@b.example", 2),
            PastPlace("Upstream 2021", Role.MENTOR, gone, row=3),
            PastPlace("Upstream 2021", Role.MENTEE, gone, row=3),
        ],
        [PastPlace("Upstream 2019", Role.MENTOR, done, first, last, "Ana Silva", 4)],
    ]
    assert [dict(row.values) for row in found.rows] == [
        {"email": "ana@b.example", "name": "Ana Silva"},
        {"email": "bo@b.example", "name": "Bo Lund"},
    ]
    assert [[number for number, _cells in row.lines] for row in found.rows] == [[2, 3], [4]]
    assert found.sentences == (
        "3 rows are read as 4 places of 2 people in 2 past cohorts: Upstream 2019, Upstream 2021",
    )


def test_the_role_of_a_history_may_stand_in_the_name_of_the_sheet() -> None:
    rows = [("Ana Silva", "ana@b.example", "Upstream 2019"), ("Bo Lund", "bo@b.example", "Upstream 2021")]
    found = read(("Name", "E-mail", "Cohort"), *rows, sheet="Mentees")
    assert (found.role, found.shape) == ("mentee", Shape.HISTORY)
    assert found.sentences[0] == "All people of the file are read as mentees, as it calls them so"
    assert [place[0].role for place in places(found)] == [Role.MENTEE, Role.MENTEE]


def test_people_who_are_all_in_one_cohort_are_a_list_of_people() -> None:
    found = read(("Name", "E-mail", "Cohort", "Role"), (*ANA, "Spring", "Mentee"), (*BO, "Spring", "Mentor"))
    assert found.shape is Shape.ROSTER
    assert [row.values["role"] for row in found.rows] == [(Role.MENTEE,), (Role.MENTOR,)]


def test_a_date_that_is_wrong_stops_the_person_and_names_the_row() -> None:
    headings = ("Name", "E-mail", "Cohort", "End")
    found = read(headings, (*ANA, "2019", "2019-06-30"), (*ANA, "2021", "soon 5"), (*BO, "2021", None))
    assert found.rows[0].problem.startswith("Row 3: Ended on must be a date")
    assert found.rows[1].problem == ""


def test_start_and_end_are_of_a_cohort_only_beside_one() -> None:
    assert roster.guess_columns(("Name", "E-mail", "Start date", "End", "Status"), [])["Start date"] == "hired_on"
    mapping = roster.guess_columns(("Name", "E-mail", "Cohort", "Start date", "End", "Status"), [])
    assert list(mapping.values())[3:] == ["started_on", "completed_on", "completion"]
    assert roster.guess_columns(("Name", "Partner", "Completed?"), []) == {
        "Name": "name",
        "Partner": None,
        "Completed?": None,
    }


def test_mentor_and_mentee_in_one_row_are_a_person_and_the_partner() -> None:
    headings = ("Cohort", "Mentor Name", "Mentor Email", "Mentee Name", "Mentee Email")
    rows = [("Upstream 2019", *ANA, *BO), ("Upstream 2021", *ANA, "Cy Roe", "cy@b.example")]
    found = read(headings, *rows, ways=Ways(shape=Shape.HISTORY))
    assert places(found) == [
        [
            PastPlace("Upstream 2019", Role.MENTOR, partner="bo@b.example", row=2),
            PastPlace("Upstream 2021", Role.MENTOR, partner="cy@b.example", row=3),
        ]
    ]


def test_a_list_of_people_still_needs_something_that_tells_them_apart() -> None:
    with pytest.raises(UserError, match="No column is matched to E-mail"):
        read(("Name", "Department"), ("Ana Silva", "Ops"))
