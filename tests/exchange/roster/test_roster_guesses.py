"""Columns of forms, surveys and hasty hands: questions, slips of the pen, needless columns, roles in headings."""

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mentordesk.exchange.reading.cells import CellValue
from mentordesk.exchange.roster import roster
from mentordesk.exchange.roster.fuzzy import nearest_field
from mentordesk.exchange.roster.headings import scores, words_of

Rows = Sequence[Sequence[CellValue]]


def guessed(headings: Sequence[str], *rows: Sequence[CellValue]) -> list[str | None]:
    return list(roster.guess_columns(headings, rows).values())


@pytest.mark.parametrize(
    ("heading", "field"),
    [
        *(("Naem", "name"), ("Work emial", "email"), ("Departement Nmae", "department"), ("Postion", "title")),
        *(("Employe Nr.", "employee_number"), ("Supervisr", "manager"), ("Loction", "location"), ("Lvel", "level")),
        *(("Frist name", "first_name"), ("Surename", "last_name"), ("Emplyee number", "employee_number")),
        *(("Hire dat", "hired_on"), ("Langauges", "languages"), ("Abteilng", "department"), ("Titel", "title")),
        *(("Vornmae", "first_name"), ("Personalnumer", "employee_number"), ("Line manger", "manager")),
    ],
)
def test_a_slip_of_the_pen_is_understood(heading: str, field: str) -> None:
    assert list(scores(heading)) == [field]


@pytest.mark.parametrize(
    "heading",
    [
        *("Size", "Gate", "Rate", "Salary", "Salaries", "Salaire", "Gender", "Session", "State", "Phone", "Score"),
        *("Store", "Tenure", "Rule", "Code", "Nationality", "Cohort 2022", "Manager level", "Project name", "Start"),
        *("File name", "Hourly rate", "Marital status", "Work phone", "Birth date", "Job code", "T-shirt", "Budget"),
        *("Interest rate", "Dates", "Notice", "Party", "Places to go", "Name of pet", "2024", "X"),
    ],
)
def test_a_heading_that_is_only_nearly_one_means_nothing(heading: str) -> None:
    assert nearest_field(words_of(heading)) is None


def test_parts_that_are_alike_are_not_enough() -> None:
    assert list(scores("Last Promotion Date")) == ["last_promotion"]
    assert scores("Manager approval") == {}


@pytest.mark.parametrize(
    ("question", "field"),
    [
        ("What is your full name?", "name"),
        ("1. What's your name?", "name"),
        ("Which is your work e-mail address?", "email"),
        ("Q4: Please enter your department", "department"),
        ("I would like to take part as", "role"),
        ("Do you want to be a mentor or a mentee?", "role"),
        ("In which areas can you support a colleague?", "offers"),
        ("In which areas would you like to support a colleague?", "offers"),
        ("In which areas would you like support?", "wants"),
        ("What can a mentor help you with?", "wants"),
        ("Where do you need support?", "wants"),
        ("What do you hope to get out of the program?", "wants"),
        ("Please rank these topics by importance to you", "wants"),
        ("How many mentees can you take on?", "capacity"),
        ("Topics I do not want to talk about", "avoids"),
        ("What topics would you rather avoid?", "avoids"),
        ("Welche Themen möchten Sie nicht besprechen?", "avoids"),
        ("Worin können Sie Kolleginnen unterstützen?", "offers"),
        ("Was möchten Sie lernen?", "wants"),
        ("Wie viele Mentees können Sie betreuen?", "capacity"),
        ("Dans quels domaines pouvez-vous aider ?", "offers"),
        ("Que souhaitez-vous apprendre ?", "wants"),
        ("¿Qué temas no quiere tratar?", "avoids"),
        ("¿En qué puede ayudar?", "offers"),
        ("When did you join the company?", "hired_on"),
        ("What is your manager's name?", "manager"),
        ("Is there anything else you would like us to know?", "notes"),
        ("May we contact you?", None),
        ("Who would you not like to be matched with?", None),
        ("How many people do you manage?", None),
        ("How many years have you worked here?", None),
        ("I agree that my e-mail is stored", None),
        ("Why do you want to be a mentor?", None),
    ],
)
def test_a_whole_question_as_heading(question: str, field: str | None) -> None:
    assert next(iter(scores(question)), None) == field


def test_small_print_below_a_question_says_nothing() -> None:
    small = "Small print: your answers are stored in our office and seen by your manager and the program office only."
    assert list(scores(f"In which areas can you\nsupport a colleague?\n\n{small}")) == ["offers"]
    assert list(scores(f"In which areas can you support a colleague? {small}")) == ["offers"]
    assert scores(f"Please read this first. {small}") == {}
    assert scores("I have read the notes on how the location and the department of people who take part are kept") == {}


def test_an_empty_column_takes_a_field_last() -> None:
    headings = ("Email", "Name", "What is your full name?", "Which is your work e-mail address?")
    assert guessed(headings, ("anonymous", None, "Ana Silva", "ana@b.example")) == [None, None, "name", "email"]
    parts = ("Name", "Email Address", "First name", "Last name", "Your e-mail?")
    assert guessed(parts, (None, None, "Ana", "Silva", "ana@b.example")) == [
        None,
        None,
        "first_name",
        "last_name",
        "email",
    ]
    assert guessed(("Name", "E-mail")) == ["name", "email"]


SURVEY = (
    *("StartDate", "EndDate", "Status", "IPAddress", "Progress", "Duration (in seconds)", "Finished", "RecordedDate"),
    *("ResponseId", "RecipientLastName", "RecipientFirstName", "RecipientEmail", "ExternalReference"),
    *("LocationLatitude", "LocationLongitude", "DistributionChannel", "UserLanguage"),
)
OF_SURVEY = (
    *("2026-04-01", "2026-04-01", "IP Address", "10.0.0.1", 100, 501, True, "2026-04-01", "R_1abc", None, None, None),
    *(None, 52.1, 4.3, "anonymous", "EN"),
)


def test_the_columns_of_a_survey_service_are_no_facts_about_people() -> None:
    headings = (*SURVEY, "Your first name", "Your last name", "Your work email", "Department")
    rows = [(*OF_SURVEY, "Ana", "Silva", "ana@b.example", "Finance")]
    mapping = roster.guess_columns(headings, rows)
    assert [mapping[heading] for heading in SURVEY] == [None] * 17
    assert list(mapping.values())[17:] == ["first_name", "last_name", "email", "department"]
    assert roster.remarks(headings, rows, mapping) == [
        "17 columns that the survey or form service added are not imported: “StartDate”, “EndDate”, “Status” and "
        "14 more"
    ]
    assert roster.service_columns(headings) == SURVEY


def test_whom_a_survey_was_sent_to_counts_where_it_is_filled_and_not_asked() -> None:
    sent = (*OF_SURVEY[:9], "Silva", "Ana", "ana@b.example", *OF_SURVEY[12:])
    mapping = roster.guess_columns((*SURVEY, "Department"), [(*sent, "Finance")])
    assert {heading: field for heading, field in mapping.items() if field} == {
        "RecipientLastName": "last_name",
        "RecipientFirstName": "first_name",
        "RecipientEmail": "email",
        "Department": "department",
    }


def test_the_same_words_in_other_files_are_fields() -> None:
    headings = ("Name", "E-mail", "Status", "Start date", "User language")
    rows = [("Ana Silva", "ana@b.example", "On leave", "2019-04-01", "EN")]
    assert guessed(headings, *rows) == ["name", "email", "status", "hired_on", "languages"]
    assert roster.service_columns(headings) == ()


def test_files_of_mentors_and_of_mentees_have_their_role_in_the_headings() -> None:
    mentors = ("Mentor Name", "Mentor Email", "Expertise", "Max mentees", "Topics")
    mapping = roster.guess_columns(mentors, [("Max Power", "max@b.example", "Sales", 2, "Budgets")])
    assert list(mapping.values()) == ["name", "email", "offers", "capacity", None]
    assert roster.role_of_file(mentors, mapping) == "mentor"
    assert guessed(("Mentor Name", "E-mail", "Topics"), ("Max Power", "max@b.example", "Sales"))[-1] == "offers"
    mentees = ("Mentee", "Mentee E-Mail", "Topics", "Manager approval")
    mapping = roster.guess_columns(mentees, [("Min Power", "min@b.example", "Sales", "yes")])
    assert list(mapping.values()) == ["name", "email", "wants", None]
    assert roster.role_of_file(mentees, mapping) == "mentee"
    plain: dict[str, str | None] = {"Name": "name", "E-mail": "email"}
    assert roster.role_of_file(tuple(plain), plain, "Mentees") == "mentee"
    assert roster.role_of_file(tuple(plain), plain, "Mentors and mentees") == ""
    assert roster.role_of_file((*plain, "Role"), plain | {"Role": "role"}, "Mentees") == ""


def test_one_column_of_yes_and_no_for_each_role() -> None:
    headings = ("Name", "E-mail", "I want to be a mentor", "I want to be a mentee")
    rows = [
        ("Ana Silva", "ana@b.example", "Yes", "No"),
        ("Bo Lund", "bo@b.example", "Yes", "yes"),
        ("Cy Roe", "cy@b.example", "No", "No"),
    ]
    mapping = roster.guess_columns(headings, rows)
    assert list(mapping.values()) == ["name", "email", "role", "role"]
    read = roster.read_rows(headings, list(enumerate(rows, 2)), mapping)
    assert [row.values.get("role") for row in read] == [("mentor",), ("mentor", "mentee"), None]


@pytest.mark.parametrize(
    ("cells", "field"),
    [
        (("Ana Silva", "Bo Lund", "Tendai Moyo"), "name"),
        (("Site Lead", "Branch Manager", "Data Analyst"), None),
        (("00123", "04567", "00890"), "employee_number"),
        (("E-5001", "E-5002", "E-6003"), "employee_number"),
        (("2104", "3304", "8812"), None),
        (("Sales", "Sales", "Finance"), "department"),
        (("S", "M", "L"), None),
        (("Grade 5", "Grade 3", "Grade 7"), "level"),
        (("Active", "On leave", "Terminated"), "status"),
        (("2015-04-01", "2019-05-01", "2024-01-01"), "hired_on"),
        (("1975-04-01", "1989-05-01", "1994-01-01"), None),
        (("yes", "no", "yes"), None),
    ],
)
def test_what_cells_are_by_sight(cells: tuple[str, ...], field: str | None) -> None:
    rows = [(cell, f"person{place}@b.example") for place, cell in enumerate(cells)]
    assert roster.guess_columns(("A1x", "B2x"), rows) == {"A1x": field, "B2x": "email"}


def test_the_managers_address_is_surer_than_the_managers_name() -> None:
    headings = ("Name", "E-mail", "Manager Name", "Manager ID", "Manager Email")
    rows = [("Ana Silva", "ana@b.example", "Bo Lund", 12, "bo@b.example")]
    assert guessed(headings, *rows) == ["name", "email", None, None, "manager"]
    assert guessed(headings[:4], rows[0][:4]) == ["name", "email", None, "manager"]


def test_an_export_of_an_hr_system() -> None:
    headings = (
        *("Emp ID", "Full Name", "Work Email", "Supervisor ID", "Department", "Job Grade", "Employment Status"),
        *("Hire Date", "Last Promotion Date", "Termination Date", "Job Title"),
    )
    assert list(roster.guess_columns(headings, []).values()) == [
        *("employee_number", "name", "email", "manager", "department", "level", "status", "hired_on"),
        *("last_promotion", "left_on", "title"),
    ]


@pytest.mark.parametrize(
    ("heading", "field"),
    [
        ("Employee #", "employee_number"),
        ("# of mentees", "capacity"),
        ("Name of superior", "manager"),
        ("Matricule N+1", "manager"),
        ("Email - Primary Work", "email"),
        ("Supervisory Organization", "department"),
        ("Would you prefer a mentor from your own department?", None),
        ("#", None),
    ],
)
def test_headings_of_systems(heading: str, field: str | None) -> None:
    assert next(iter(scores(heading)), None) == field


def test_what_is_left_out_is_said() -> None:
    headings = ("Name", "E-mail", "Level", "Languages", "Which languages do you speak at work?")
    rows = [
        ("Ana Silva", "ana@b.example", "blue", "Greek", "English"),
        ("Bo Lund", "bo@b.example", "red", "Thai", None),
    ]
    mapping = roster.guess_columns(headings, rows)
    assert list(mapping.values()) == ["name", "email", None, "languages", None]
    assert roster.remarks(headings, rows, mapping) == [
        "“Level” is not imported: hardly any of its values are levels",
        "“Which languages do you speak at work?” is not imported: Languages comes from “Languages”",
    ]


CELL = st.one_of(st.none(), st.text(max_size=12), st.integers(), st.booleans(), st.floats(allow_nan=False))


@given(st.lists(st.text(min_size=1, max_size=40), min_size=1, max_size=5, unique=True), st.data())
def test_any_headings_and_cells_give_fields_that_there_are(headings: list[str], data: st.DataObject) -> None:
    rows = data.draw(st.lists(st.tuples(*[CELL] * len(headings)), max_size=4))
    mapping = roster.guess_columns(headings, rows)
    assert list(mapping) == headings
    assert {field for field in mapping.values() if field} <= set(roster.FIELDS)
    roster.remarks(headings, rows, mapping)
