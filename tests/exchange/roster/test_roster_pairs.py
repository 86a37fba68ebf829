"""Two people side by side in each row: seen by their headings, each with fields of their own, together again later."""

from collections.abc import Mapping, Sequence
from datetime import date

import pytest

from mentordesk.domain.cohorts import EnrollmentStatus, Role
from mentordesk.domain.errors import UserError
from mentordesk.domain.import_sides import number_of
from mentordesk.domain.importing import Shape, Ways
from mentordesk.exchange.reading.cells import CellValue
from mentordesk.exchange.reading.tables import SheetTable
from mentordesk.exchange.roster import roster
from mentordesk.exchange.roster.roster import PastPlace, Roster

ANA, BO, CY = ("Ana Silva", "ana@b.example"), ("Bo Lund", "bo@b.example"), ("Cy Roe", "cy@b.example")
SIMPLE = ("Mentor", "Mentor email", "Mentee", "Mentee email")


def guess(headings: Sequence[str], *rows: Sequence[CellValue], **given) -> list[str | None]:
    return list(roster.guess_columns(headings, rows, **given).values())


def read(
    headings: Sequence[str],
    *rows: Sequence[CellValue],
    ways: Ways | None = None,
    edits: Mapping[int, Mapping[str, str]] | None = None,
) -> Roster:
    body = tuple((number, tuple(row)) for number, row in enumerate(rows, 2))
    table = SheetTable("", [list(headings), *map(list, rows)], 0, tuple(headings), body, {})
    return roster.read(table, roster.guess_columns(headings, rows), edits=edits, ways=ways)


def names(found: Roster) -> list[object]:
    return [row.values.get("name") for row in found.rows]


@pytest.mark.parametrize(
    "headings",
    [
        SIMPLE,
        ("Coach", "Coach's e-mail", "Coachee", "Coachee mail"),
        ("Sponsor", "Sponsor e-mail", "Protégé", "Protégé e-mail"),
        ("Mentor 1", "E-mail", "Mentee 1", "E-mail (2)"),
        ("Mentor · Name", "Mentor · E-mail", "Mentee · Name", "Mentee · E-mail"),
        ("Name of mentor", "E-mail of mentor", "Name of mentee", "E-mail of mentee"),
        ("Mentorname", "mentoremail", "menteename", "menteeemail"),
        ("Name der Mentorin", "E-Mail der Mentorin", "Name des Mentees", "E-Mail des Mentees"),
        ("Nom du mentor", "Courriel du mentor", "Nom du mentoré", "Courriel du mentoré"),
        ("Nombre del mentor", "Correo del mentor", "Nombre del aprendiz", "Correo del aprendiz"),
        ("наставник", "email наставник", "менти", "email менти"),
        ("Mentore", "Email mentore", "Mentee", "Email mentee"),
        ("Nome del mentore", "Email del mentore", "Nome dell'allievo", "Email dell'allievo"),
        ("Mentor", "E-mail mentor", "Mentoré", "E-mail mentoré"),
    ],
)
def test_the_headings_say_who_is_who(headings: tuple[str, ...]) -> None:
    assert guess(headings, (*ANA, *BO), (*CY, *BO)) == ["mentor:name", "mentor:email", "mentee:name", "mentee:email"]


def test_a_heading_that_says_nothing_belongs_to_the_person_on_its_left() -> None:
    headings = ("Mentor", "Department", "E-mail", "Mentee", "Department (2)", "E-mail (2)", "Location", "Start date")
    rows = [(ANA[0], "Finance", ANA[1], BO[0], "Sales", BO[1], "Oslo", "2026-01-05")]
    assert guess(headings, *rows) == [
        *("mentor:name", "mentor:department", "mentor:email", "mentee:name", "mentee:department", "mentee:email"),
        *(None, "started_on"),
    ]


def test_topics_are_what_mentors_offer_and_mentees_want() -> None:
    headings = ("Mentor", "Mentor topics", "Mentee", "Mentee topics")
    fields = ["mentor:name", "mentor:offers", "mentee:name", "mentee:wants"]
    assert guess(headings, (ANA[0], "Law; IT", BO[0], "Law")) == fields


@pytest.mark.parametrize(
    ("headings", "row"),
    [
        (("Name", "E-mail", "Mentor", "Mentee"), (*ANA, "Bo Lund", "Cy Roe")),
        (("Name", "E-mail", "I want a mentor", "I want a mentee"), (*ANA, "yes", "no")),
        (("Name", "E-mail", "Mentor", "Mentor email"), (*ANA, *BO)),
        (("Name", "E-mail", "Sponsor", "Mentee"), (*ANA, "Bo Lund", "x")),
        (("Mentor name", "Mentor e-mail", "Number of mentees"), (*ANA, 2)),
    ],
)
def test_a_person_with_a_mentor_is_no_pair_side_by_side(headings: tuple[str, ...], row: tuple[CellValue, ...]) -> None:
    assert read(headings, row).shape is Shape.ROSTER


def test_what_the_coordinator_matched_by_hand_stays() -> None:
    assert guess(SIMPLE, (*ANA, *BO), given={"Mentee": None})[2:] == [None, "mentee:email"]
    assert guess(SIMPLE, (*ANA, *BO), given={"Mentee": "name"})[:2] != ["mentor:name", "mentor:email"]
    assert roster.parse_mapping(["Mentee=Mentee:E-mail"], SIMPLE) == {"Mentee": "mentee:email"}
    with pytest.raises(UserError, match="Two columns are matched to Mentee: E-mail"):
        roster.parse_mapping(["Mentee=mentee:email", "Mentee email=mentee:email"], SIMPLE)


def test_both_come_in_with_their_own_fields_and_the_same_scale_and_order_of_dates() -> None:
    headings = ("Mentor", "Mentor email", "Mentor hire date", "Mentee", "Mentee email", "Mentee hire date")
    found = read(headings, (*ANA, "03/04/2020", *BO, "25/12/2024"))
    assert [row.values["hired_on"] for row in found.rows] == [date(2020, 4, 3), date(2024, 12, 25)]
    assert [row.values["role"] for row in found.rows] == [(Role.MENTOR,), (Role.MENTEE,)]


def test_a_mentor_of_several_rows_is_one_person_with_several_partners() -> None:
    found = read(SIMPLE, (*ANA, *BO), (*ANA, *CY), (*CY, *BO))
    assert (found.shape, names(found)) == (Shape.PAIRS, ["Ana Silva", "Bo Lund", "Cy Roe"])
    ana, _bo, cy = found.rows
    assert [place.beside for place in ana.enrollments] == [(number_of("mentee", 2),), (number_of("mentee", 3),)]
    assert (ana.values["partner"], cy.values["role"]) == ("Bo Lund; Cy Roe", (Role.MENTOR, Role.MENTEE))
    assert [number for number, _cells in ana.lines] == [2, 3]
    assert found.sentences == ("3 rows are read as 3 pairs of 3 people, who stand side by side",)


def test_names_alone_will_do() -> None:
    found = read(("Mentor", "Mentee"), ("Ana Silva", "Bo Lund"), ("Ana Silva", "Cy Roe"))
    assert names(found) == ["Ana Silva", "Bo Lund", "Cy Roe"]
    assert all(not row.problems for row in found.rows)
    found = read(("Mentor", "Mentee", "Mentee email"), ("Ana Silva", *BO), ("Bo Lund", *CY))
    assert names(found) == ["Ana Silva", "Bo Lund", "Cy Roe"]
    assert all(not row.problems for row in found.rows), "who has no column for an address needs none"


def test_an_address_that_stands_in_one_row_alone_is_that_of_the_name() -> None:
    found = read(SIMPLE, (*ANA, *BO), ("Ana Silva", None, *CY))
    assert names(found) == ["Ana Silva", "Bo Lund", "Cy Roe"]
    assert all(not row.problems for row in found.rows)


def test_the_cohort_is_said_once_for_both() -> None:
    headings = ("Cohort", *SIMPLE, "Start", "End", "Completed?")
    found = read(headings, ("Upstream 2019", *ANA, *BO, "2019-10-01", "2020-06-30", "No"))
    mentor, mentee = number_of("mentor", 2), number_of("mentee", 2)
    days = (EnrollmentStatus.WITHDRAWN, date(2019, 10, 1), date(2020, 6, 30), "")
    assert [row.enrollments for row in found.rows] == [
        (PastPlace("Upstream 2019", Role.MENTOR, *days, mentor, (mentee,)),),
        (PastPlace("Upstream 2019", Role.MENTEE, *days, mentee, (mentor,)),),
    ]
    assert all("role" not in row.values for row in found.rows)


def test_a_wrong_cell_is_of_one_of_the_two_and_mended_there() -> None:
    wrong = (*ANA, "Bo Lund", "bo at home")
    found = read(SIMPLE, wrong, (*ANA, *CY))
    assert [(row.values["name"], len(row.problems)) for row in found.rows] == [
        ("Ana Silva", 0),
        ("Bo Lund", 1),
        ("Cy Roe", 0),
    ]
    mended = read(SIMPLE, wrong, (*ANA, *CY), edits={number_of("mentee", 2): {"email": "bo@b.example"}})
    assert [row.values["email"] for row in mended.rows] == [ANA[1], BO[1], CY[1]]


def test_a_later_row_is_named_with_the_side_that_is_wrong() -> None:
    headings = (*SIMPLE, "Mentor level", "Mentee level")
    found = read(headings, (*ANA, *BO, 5, 2), (*ANA, *CY, "a lot", 2), (*CY, *BO, 4, "huge"))
    (problem,) = found.rows[0].problems
    assert (problem.row, problem.sentence.startswith("Row 3 (mentor): ")) == (3, True)
    (problem,) = found.rows[1].problems
    assert (problem.row, problem.sentence.startswith("Row 4 (mentee): ")) == (4, True)


def test_what_both_share_is_wrong_once_and_mended_from_either() -> None:
    headings = (*SIMPLE, "Start date")
    rows = [(*ANA, *BO, "2026-13-45"), (*CY, *BO, "2026-02-01")]
    found = read(headings, *rows)
    assert [len(row.problems) for row in found.rows] == [1, 0, 0]
    for side in ("mentor", "mentee"):
        mended = read(headings, *rows, edits={number_of(side, 2): {"started_on": "2026-01-15"}})
        assert [place.first for place in mended.rows[0].enrollments] == [date(2026, 1, 15)]
        assert all(not row.problems for row in mended.rows)


def test_nobody_is_a_pair_with_themselves() -> None:
    (row,) = read(SIMPLE, (*ANA, *ANA)).rows
    assert row.problem == "Both of the pair are the same person. Change one of them, or skip the row"


def test_a_mentee_without_a_mentor_comes_in_alone() -> None:
    headings = ("Mentee", "Mentee email", "Mentor", "Mentor email")
    found = read(headings, (*BO, *ANA), (*CY, None, None))
    assert [(row.values["name"], [len(place.beside) for place in row.enrollments]) for row in found.rows] == [
        ("Bo Lund", [1]),
        ("Ana Silva", [1]),
        ("Cy Roe", [0]),
    ]


def test_a_mentor_in_merged_cells_goes_on_with_the_rows_below() -> None:
    found = read(SIMPLE, (*ANA, *BO), (None, None, *CY))
    assert names(found) == ["Ana Silva", "Bo Lund", "Cy Roe"]
    assert len(found.rows[0].enrollments) == 2
    assert found.sentences[0] == "1 row goes on with the mentor of the row above"


def test_two_mentors_of_one_mentee_are_two_pairs() -> None:
    found = read(("Mentor 1", "Mentor 2", "Mentee"), ("Ana Silva", "Cy Roe", "Bo Lund"))
    assert found.rows[-1].values["partner"] == "Ana Silva; Cy Roe"
    assert found.sentences == ("1 row is read as 2 pairs of 3 people, who stand side by side",)


def test_the_coordinator_switches_to_one_person_a_row_and_back() -> None:
    found = read(SIMPLE, (*ANA, *BO), ways=Ways(shape=Shape.ROSTER))
    assert (found.shape, found.role, names(found)) == (Shape.ROSTER, "mentor", ["Ana Silva"])
    with pytest.raises(UserError, match="No columns are matched to both people of a row"):
        read(("Name", "E-mail"), ANA, ways=Ways(shape=Shape.PAIRS))
