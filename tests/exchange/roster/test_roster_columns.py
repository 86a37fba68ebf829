"""Columns of HR exports are recognized by their headings and cells, and told by hand where they are not."""

import pytest

from mentordesk.domain.errors import UserError
from mentordesk.exchange.excel import roster as excel_roster
from mentordesk.exchange.roster import roster
from mentordesk.exchange.roster.fields import field_named
from mentordesk.exchange.roster.headings import words_of
from mentordesk.exchange.roster.synonyms import HEADINGS, WORDS

ENGLISH = {
    "Full name": "name",
    "Mail": "email",
    "Position": "title",
    "Dept.": "department",
    "Site": "location",
    "Line manager": "manager",
    "Role in program": "role",
    "Places": "capacity",
    "Would like to learn": "wants",
    "Can share": "offers",
    "T-shirt": None,
}
SHORTENED = {
    "Pers.No.": "employee_number",
    "Pos. Title": "title",
    "Org Unit": "department",
    "Work Loc.": "location",
    "Supervisor Pers.No.": "manager",
    "Empl. Status": "status",
}
GERMAN = {
    "Nachname": "last_name",
    "Vorname": "first_name",
    "E-Mail-Adresse": "email",
    "Personalnummer": "employee_number",
    "Stellenbezeichnung": "title",
    "Abteilung": "department",
    "Standort": "location",
    "Vorgesetzte:r": "manager",
    "Rolle": "role",
    "Kapazität": "capacity",
    "Sprachen": "languages",
    "Möchte lernen": "wants",
    "Eintrittsdatum": "hired_on",
    "Kostenstelle": None,
}
FRENCH = {
    "Nom": "last_name",
    "Prénom": "first_name",
    "Courriel": "email",
    "Matricule": "employee_number",
    "Intitulé du poste": "title",
    "Service": "department",
    "Lieu de travail": "location",
    "Supérieur hiérarchique (N+1)": "manager",
    "Rôle": "role",
    "Langues parlées": "languages",
    "Date d’embauche": "hired_on",
    "Externe": "external",
}
SPANISH = {
    "Nombre": "first_name",
    "Apellidos": "last_name",
    "Correo electrónico": "email",
    "Número de empleado": "employee_number",
    "Puesto": "title",
    "Departamento": "department",
    "Ciudad": "location",
    "Jefe directo": "manager",
    "Rol": "role",
    "Plazas": "capacity",
    "Idiomas": "languages",
    "Fecha de ingreso": "hired_on",
}
SYSTEM = {
    "EmployeeID": "employee_number",
    "firstName": "first_name",
    "lastName": "last_name",
    "work_email": "email",
    "manager_email": "manager",
    "JobTitle": "title",
    "DEPARTMENT NAME": "department",
    "hire_date": "hired_on",
    "Capacity (max. mentees)*": "capacity",
}


@pytest.mark.parametrize("columns", [ENGLISH, SHORTENED, GERMAN, FRENCH, SPANISH, SYSTEM])
def test_headings_of_four_languages_and_of_systems(columns: dict[str, str | None]) -> None:
    assert roster.guess_columns(tuple(columns), []) == columns


def test_the_empty_roster_that_the_program_writes_is_understood_completely() -> None:
    guessed = roster.guess_columns([column.heading for column in excel_roster.COLUMNS], [])
    assert None not in guessed.values()
    assert guessed["Wants"] == "wants"
    assert guessed["Life experience"] == "experience"


def test_a_field_goes_to_one_column_the_surest_one() -> None:
    assert roster.guess_columns(("Second e-mail", "E-mail", "Mail"), []) == {
        "Second e-mail": None,
        "E-mail": "email",
        "Mail": None,
    }


def test_questions_of_a_form_service() -> None:
    headings = ("ID", "Email", "Name", "What would you like to learn?", "What can you share?", "How many mentees?")
    answers = [(number, "anonymous", "Tendai Moyo", "budgets", "data", 2) for number in range(1, 6)]
    assert list(roster.guess_columns(headings, answers).values()) == [None, None, "name", "wants", "offers", "capacity"]


def test_cells_speak_where_headings_do_not() -> None:
    headings = ("Who", "Contact", "Takes the part of")
    rows = [("Tendai Moyo", "tendai@b.example", "Mentee"), ("Aiko Hirano", "aiko@b.example", "mentor")]
    assert roster.guess_columns(headings, rows) == {"Who": "name", "Contact": "email", "Takes the part of": "role"}


@pytest.mark.parametrize(
    ("heading", "cells", "field"),
    [
        ("Email", ("yes", "no", "yes"), None),
        ("Role", ("Planner", "Site lead", "Buyer"), "title"),
        ("Role", ("mentor", "metor", None), "role"),
        ("Grade", ("blue", "green", "E5"), None),
        ("Grade", (4, 5, "L6"), "level"),
        ("ID", (1, 2, 3), None),
        ("ID", (104, 77, 812), "employee_number"),
        ("Name", ("a@b.example", "c@d.example", "e@f.example"), "email"),
        ("Extern", ("M-4", "M-5", "M-6"), None),
        ("Hired", ("long ago", "recently", None), None),
        ("Places", ("Rotterdam", "Oslo", None), None),
    ],
)
def test_cells_can_speak_against_a_heading(heading: str, cells: tuple[object, ...], field: str | None) -> None:
    assert roster.guess_columns((heading,), [(cell,) for cell in cells]) == {heading: field}


@pytest.mark.parametrize(
    ("headings", "fields"),
    [
        (("Name", "Vorname", "Mail"), ["last_name", "first_name", "email"]),
        (("Full name", "First name", "Last name"), ["name", None, None]),
        (("Nom", "Mail"), ["name", "email"]),
        (("Nombre", "Correo"), ["name", "email"]),
        (("Display name", "Last name"), ["name", None]),
    ],
)
def test_names_in_one_or_two_columns(headings: tuple[str, ...], fields: list[str | None]) -> None:
    assert list(roster.guess_columns(headings, []).values()) == fields


def test_own_fields_of_the_desk_come_first() -> None:
    guessed = roster.guess_columns(("Grade", "Beruf", "Name"), [], custom_fields=("grade", "Profession"))
    assert guessed == {"Grade": "custom:grade", "Beruf": None, "Name": "name"}


def test_what_is_given_is_kept_and_not_given_twice() -> None:
    given = {"Contact": "email", "Mail": None, "T-shirt": "notes"}
    guessed = roster.guess_columns(("Mail", "E-mail", "Contact", "T-shirt", "Notes", "Name"), [], given=given)
    assert guessed == {
        "Mail": None,
        "E-mail": None,
        "Contact": "email",
        "T-shirt": "notes",
        "Notes": None,
        "Name": "name",
    }


def test_a_name_that_was_given_stays_one_beside_a_first_name() -> None:
    guessed = roster.guess_columns(("Name", "First name"), [], given={"Name": "name"})
    assert guessed == {"Name": "name", "First name": None}


def test_each_synonym_belongs_to_one_field_and_is_written_as_headings_are_compared() -> None:
    owners: dict[str, str] = {}
    for field, synonyms in HEADINGS.items():
        assert field in roster.FIELDS
        for synonym in synonyms:
            assert synonym == words_of(synonym)
            assert owners.setdefault(synonym, field) == field
    for field, phrases in WORDS:
        assert field in roster.FIELDS
        assert all(phrase == words_of(phrase) for phrase in phrases)


def test_mappings_of_the_command_line() -> None:
    headings = ("Full name", "a=b", "Beruf", "Team")
    pairs = ("full  NAME=name", "a=b=E-mail", "Beruf=custom:Profession", "Team=")
    assert roster.parse_mapping(pairs, headings) == {
        "Full name": "name",
        "a=b": "email",
        "Beruf": "custom:Profession",
        "Team": None,
    }
    assert field_named("Skills wanted") == field_named("wants") == "wants"


@pytest.mark.parametrize(
    ("pair", "sentence"),
    [
        ("Mail", "“Mail” names no field."),
        ("Phone=email", "The file has no column “Phone”. Its columns are: Mail, Name."),
        ("Mail=telephone", "There is no field “telephone”. Fields are: name, first_name"),
    ],
)
def test_mappings_that_cannot_be(pair: str, sentence: str) -> None:
    with pytest.raises(UserError) as told:
        roster.parse_mapping((pair,), ("Mail", "Name"))
    assert told.value.sentence().startswith(sentence)


def test_two_columns_cannot_be_matched_to_one_field() -> None:
    with pytest.raises(UserError, match="Two columns are matched to E-mail"):
        roster.parse_mapping(("Mail=email", "Name=email"), ("Mail", "Name"))


def test_names_and_a_key_are_needed() -> None:
    with pytest.raises(UserError, match="No column is matched to Name"):
        roster.check_mapping({"Mail": "email", "Who": None})
    with pytest.raises(UserError, match="No column is matched to E-mail or Employee number"):
        roster.check_mapping({"Who": "name"})
    roster.check_mapping({"First": "first_name", "Number": "employee_number"})
