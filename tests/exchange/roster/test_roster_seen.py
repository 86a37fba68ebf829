"""Files as coordinators have them that were once read wrong without a word, or not at all."""

import time
from collections.abc import Sequence
from datetime import date

import pytest

from mentordesk.domain.cohorts import Role
from mentordesk.domain.importing import Shape
from mentordesk.domain.people import CustomFieldRow, FieldKind
from mentordesk.exchange.reading.cells import CellValue
from mentordesk.exchange.reading.tables import SheetTable
from mentordesk.exchange.roster import roster
from mentordesk.exchange.roster.dates import read_date
from mentordesk.exchange.roster.names import read_name
from mentordesk.exchange.roster.roles import BOTH, roles_of_text
from mentordesk.exchange.roster.roster import Known, Roster

MENTOR, MENTEE = (Role.MENTOR,), (Role.MENTEE,)
ANA, BO = ("Ana Silva", "ana@b.example"), ("Bo Lund", "bo@b.example")


def read(
    headings: Sequence[str], *rows: Sequence[CellValue], known: Known | None = None, edits: dict | None = None
) -> Roster:
    body = tuple((number, tuple(row)) for number, row in enumerate(rows, 2))
    table = SheetTable("", [list(headings), *map(list, rows)], 0, tuple(headings), body, {})
    names = [field.name for field in known.custom_fields] if known else []
    return roster.read(table, roster.guess_columns(headings, rows, names), known, edits=edits)


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        *((text, MENTEE) for text in ("I'd like a mentor", "I’d like a mentor", "Ich möchte einen Mentor")),
        *((text, MENTEE) for text in ("Je souhaite un mentor", "Quiero un mentor", "Ich hätte gern eine Mentorin")),
        *((text, MENTEE) for text in ("To be matched with a mentor", "I'd like support from a mentor")),
        *((text, MENTEE) for text in ("I am interested in having a mentor", "I want to be mentored")),
        *((text, MENTOR) for text in ("I would like to mentor", "I want to mentor someone", "I want to have a mentee")),
        *((text, MENTOR) for text in ("Ich möchte Mentor werden", "Ik wil mentor worden", "Happy to mentor others")),
        *((text, MENTOR) for text in ("I would love to be a mentor", "I would like mentees", "Je veux être mentor")),
        *((text, BOTH) for text in ("I want to be a mentor and also have a mentor", "mentor, and I need a mentor")),
        *((text, ()) for text in ("wants mentor", "not a mentor", "a mentor coordinator")),
    ],
)
def test_who_wishes_for_a_mentor_is_none(text: str, roles: tuple[Role, ...]) -> None:
    assert roles_of_text(text) == roles


LONG = ("Name", "E-mail", "Interest", "Rank")


def test_a_long_list_may_say_who_is_meant_in_the_first_row_alone() -> None:
    found = read(LONG, (*ANA, "Budgets", 2), (None, None, "Law", 1), (*BO, "IT", 1), (BO[0], None, "Sales", 2))
    assert found.shape is Shape.LONG
    assert [(row.values["email"], row.values["wants"], row.problems) for row in found.rows] == [
        ("ana@b.example", ("Law", "Budgets"), ()),
        ("bo@b.example", ("IT", "Sales"), ()),
    ]
    assert found.sentences[0] == "2 rows say not in full who is meant, and are taken with the rows above"


def test_a_row_that_goes_on_may_say_more_than_its_topic() -> None:
    (row,) = read((*LONG, "Notes"), (*ANA, "Budgets", 2, None), (None, None, "Law", 1, "Soon")).rows
    assert (row.values["wants"], row.values["notes"], row.problems) == (("Law", "Budgets"), "Soon", ())


def test_a_roster_with_an_empty_name_stays_a_roster() -> None:
    rows = [(f"Ana Silva{n}", f"ana{n}@b.example", "Law") for n in range(9)]
    found = read(LONG[:3], *rows, (None, None, "IT"))
    assert found.shape is Shape.ROSTER
    assert [row.number for row in found.rows if row.problems] == [11]


def test_of_two_namesakes_a_name_alone_is_neither() -> None:
    rows = ((*ANA, "IT", 1), (ANA[0], "other@b.example", "Law", 1), (ANA[0], None, "Sales", 2))
    assert [row.number for row in read(LONG, *rows).rows if row.problems] == [4]


def test_an_address_typed_in_the_first_row_is_for_all_rows_of_the_person() -> None:
    rows = (("Ana Silva", "Budgets", 2), ("Ana Silva", "Law", 1))
    (row,) = read(("Name", "Interest", "Rank"), *rows, edits={2: {"email": ANA[1]}}).rows
    assert (row.values["email"], row.values["wants"]) == (ANA[1], ("Law", "Budgets"))


PAST = ("Program", "Cohort", "Name", "E-mail", "Role")


def test_a_program_beside_a_cohort_says_what_it_is_of() -> None:
    found = read(PAST, ("Upstream", "2021", *ANA, "Mentor"), ("Crossroads", "2021", *BO, "Mentee"))
    places = [place.cohort for row in found.rows for place in row.enrollments]
    assert places == ["Upstream 2021", "Crossroads 2021"]
    assert "The program was put in front of 2 cohort names" in found.sentences
    full = read(PAST, ("Upstream", "Upstream 2021", *ANA, "Mentor"), ("Upstream", "Upstream 2022", *BO, "Mentor"))
    assert [place.cohort for row in full.rows for place in row.enrollments] == ["Upstream 2021", "Upstream 2022"]


def test_numbers_of_a_small_company_are_numbers_of_people() -> None:
    headings, rows = ("Emp No", "Name"), (("1", "Ana Silva"), ("2", "Bo Lund"), ("3", "Cy Dow"))
    assert roster.guess_columns(headings, rows)["Emp No"] == "employee_number"
    assert roster.guess_columns(("ID", "Name", "E-mail"), [(*row, "a@b.example") for row in rows])["ID"] is None


@pytest.mark.parametrize("heading", ["Age Group (optional)", "age-group", "Age goup"])
def test_the_fields_of_the_desk_are_found_as_others_are(heading: str) -> None:
    own = CustomFieldRow(1, "Age group", FieldKind.TEXT, (), False)
    found = read(("Name", "E-mail", heading), (*ANA, "30–39"), known=Known((own,)))
    assert found.rows[0].values["custom:Age group"] == ("30–39",)


def test_two_questions_about_topics_feed_one_list() -> None:
    asked = ("Which professional topics would you like to learn?", "Which personal topics would you like to learn?")
    (row,) = read(("Name", "E-mail", *asked), (*ANA, "Data;AI", "Sleep")).rows
    assert row.values["wants"] == ("Data", "AI", "Sleep")


def test_a_generation_stays_behind_the_family_name() -> None:
    assert read_name("Smith, John Jr.").name == "John Smith Jr."


def test_the_zeroth_of_january_is_no_date() -> None:
    assert read_date("1/0/1900").blank
    assert read_date("0/1/1900").blank


def test_a_day_that_no_month_has_is_not_told_as_against_the_others() -> None:
    found = read(("Name", "E-mail", "Hire date"), (*ANA, "25/06/2020"), (*BO, "31/02/2026"))
    assert found.rows[1].problems[0].sentence == "February has no day 31. Use 28 February 2026?"
    assert not [reading for row in found.rows for reading in row.readings if reading.kind == "against"]


def test_the_scale_of_an_earlier_file_counts_on() -> None:
    rows = ((*ANA, "Grade 7"), (*BO, "Grade 2"))
    headings = ("Name", "E-mail", "Grade")
    assert [row.values["level"] for row in read(headings, *rows).rows] == [7, 2]
    found = read(headings, *rows, known=Known(highest_grade=15))
    assert ([row.values["level"] for row in found.rows], found.highest_grade) == ([4, 1], 15)


@pytest.mark.parametrize("text", ["(" * 32_000, "b@" * 16_000, "1/" * 16_000, "B" * 32_000, "a," * 16_000])
def test_endless_texts_are_refused_at_once(text: str) -> None:
    fields = ("name", "email", "role", "level", "hired_on", "capacity", "manager", "status", "external")
    own = CustomFieldRow(1, "Age group", FieldKind.CHOICE, ("20–29", "30–39"), False)
    mapping = {roster.label(field): field for field in fields} | {"Age group": "custom:Age group"}
    rows = [(number, (text,) * len(mapping)) for number in range(2, 5)]
    began = time.perf_counter()
    roster.guess_columns(tuple(mapping), [cells for _number, cells in rows], ("Age group",))
    found = roster.read_rows(tuple(mapping), rows, mapping, Known((own,)))
    assert time.perf_counter() - began < 2
    assert len(found) == 3
    assert {problem.field for problem in found[0].problems} == set(mapping.values())


def test_dates_of_a_column_are_still_read() -> None:
    (row,) = read(("Name", "E-mail", "Hire date"), (*ANA, "3 April 2026")).rows
    assert row.values["hired_on"] == date(2026, 4, 3)
