"""Rows of a roster file: values, problems with proposals, and what was understood in another way than it stands."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path

import pytest

from mentordesk.domain.cohorts import Role
from mentordesk.domain.errors import UserError
from mentordesk.domain.people import CustomFieldRow, FieldKind
from mentordesk.exchange.excel import reader
from mentordesk.exchange.roster import roster
from mentordesk.exchange.roster.roster import Known, RosterRow
from tests.exchange import hostile

MAPPING: dict[str, str | None] = {"Name": "name", "Mail": "email"}


def one(field: str, cell: reader.CellValue, known: Known | None = None) -> RosterRow:
    """The row of one person with this cell in a column of that field."""
    rows = [(2, ("Tendai Moyo", "tendai@b.example", cell))]
    [row] = roster.read_rows(("Name", "Mail", "Column"), rows, MAPPING | {"Column": field}, known)
    return row


def wrong(field: str, cell: reader.CellValue, known: Known | None = None) -> tuple[str, str | None]:
    row = one(field, cell, known)
    [problem] = row.problems
    assert problem.field == field
    assert field not in row.values
    return problem.sentence, problem.proposal


def read(rows: list[tuple[reader.CellValue, ...]], headings: Mapping[str, str | None]) -> list[RosterRow]:
    return roster.read_rows(tuple(headings), list(enumerate(rows, start=2)), headings)


def test_a_file_from_the_first_byte_to_the_last_sentence(tmp_path: Path) -> None:
    headings = ("Full name", "Mail", "Position", "Role in program", "Places", "Would like to learn", "T-shirt")
    rows = (
        ("Tendai Moyo ", "Tendai.Moyo@b.example", "Planner", "Mentee", None, "budgets; leading", "M"),
        ("Ikram Belkadi", None, "Controller", "mentee", 1, None, "L"),
        ("Kamau, Wanjiru", "wanjiru@b.example", "Site lead", "Mentorin", "two", "Leading; data tools", "S"),
        ("Anahit Sarkisian", "anahit@b.example", "Lab manager", "metor", 1.0, None, "M"),
    )
    table = reader.read(hostile.xlsx(tmp_path / "Roster.xlsx", (headings, *rows)))
    mapping = roster.guess_columns(table.headings, [cells for _number, cells in table.body])
    read_rows = roster.read_rows(table.headings, table.body, mapping)
    assert read_rows[0].values == {
        "name": "Tendai Moyo",
        "email": "tendai.moyo@b.example",
        "title": "Planner",
        "role": (Role.MENTEE,),
        "wants": ("budgets", "leading"),
    }
    assert [(row.number, row.problem) for row in read_rows] == [
        (2, ""),
        (3, "E-mail is empty. Type it here, or skip the row"),
        (4, ""),
        (5, "Role must be mentor, mentee or both. Use mentor?"),
    ]
    assert read_rows[3].values["capacity"] == 1
    assert read_rows[2].cells == rows[2]
    assert roster.conversions(read_rows, mapping, Known(skills=frozenset({"Budgets"})), table.spaces) == [
        "Skills are split at “;”: 3 skills, 2 of them new",
        "Role: “Mentee” and “Mentorin” were understood (2 cells)",
        "Capacity: “two” as 2 was understood (1 cell)",
        "1 name was turned around: “Kamau, Wanjiru” as Wanjiru Kamau",
        "1 e-mail address was put into small letters",
        "Spaces around 1 name were removed",
    ]


def test_all_fields_have_their_kind() -> None:
    cells = {
        "name": "Aiko Hirano",
        "email": "aiko@b.example",
        "employee_number": 1234,
        "title": "Lab  lead",
        "department": "Laboratory",
        "location": "Oslo",
        "company": "Solvane",
        "level": "5",
        "manager": "Tefera, Samuel",
        "languages": "English, Japanese",
        "offers": "data tools",
        "wants": "Budgets, budgets, leading",
        "experience": "lived abroad\nyoung family",
        "role": "both",
        "capacity": 2,
        "external": "no",
        "hired_on": date(2021, 9, 1),
        "notes": "First line\nsecond line",
    }
    mapping = {f"Column {field}": field for field in cells}
    [row] = roster.read_rows(tuple(mapping), [(7, tuple(cells.values()))], mapping)
    assert row.problems == ()
    assert row.values == {
        **cells,
        "employee_number": "1234",
        "title": "Lab lead",
        "level": 5,
        "manager": "Samuel Tefera",
        "languages": ("English", "Japanese"),
        "offers": ("data tools",),
        "wants": ("Budgets", "leading"),
        "experience": ("lived abroad", "young family"),
        "role": (Role.MENTOR, Role.MENTEE),
        "external": False,
    }


@pytest.mark.parametrize(
    ("cell", "value"),
    [
        ("Tendai.Moyo@B.Example", "tendai.moyo@b.example"),
        ("Tendai Moyo <tendai@b.example>", "tendai@b.example"),
        ("mailto:tendai@b.example", "tendai@b.example"),
        ("o'neil+x@mail.b.example", None),
        ("zoë@bücher.example", "zoë@bücher.example"),
    ],
)
def test_addresses(cell: str, value: str | None) -> None:
    [row] = read([("Tendai", cell)], MAPPING)
    assert row.values.get("email") == value
    assert bool(row.problems) == (value is None)


@pytest.mark.parametrize(
    ("cell", "proposal"),
    [
        ("tendai moyo@b.example", "tendaimoyo@b.example"),
        ("tendai@b,example", "tendai@b.example"),
        ("tendai (at) b.example", "tendai@b.example"),
        ("tendai@b..example", "tendai@b.example"),
        ("first@b.example; second@b.example", "first@b.example"),
    ],
)
def test_addresses_with_an_error_are_mended(cell: str, proposal: str) -> None:
    [row] = read([("Tendai", cell)], MAPPING)
    assert row.problem == f"E-mail must be an address such as name@company.com. Use {proposal}?"
    assert row.problems[0].proposal == proposal


def test_an_address_beyond_mending_is_typed_anew() -> None:
    [row] = read([("Tendai", "by phone")], MAPPING)
    assert row.problem == "E-mail must be an address such as name@company.com. Type it here, or skip the row"


@pytest.mark.parametrize("cell", [5, 5.0, "5", " 5 ", "L5", "Level 5", "Stufe 5", "5,0"])
def test_levels(cell: reader.CellValue) -> None:
    assert one("level", cell).values["level"] == 5


@pytest.mark.parametrize(
    ("cell", "proposal"),
    [(9, "7"), (0, "1"), ("three", "3"), ("Buyer", None), (True, None), (4.5, "4"), ("E12", "7")],
)
def test_levels_that_there_are_not(cell: reader.CellValue, proposal: str | None) -> None:
    ending = f"Use {proposal}?" if proposal else "Type it here, or skip the row"
    assert wrong("level", cell) == (f"Level must be a number from 1 to 7. {ending}", proposal)


@pytest.mark.parametrize(
    ("cell", "sentence", "proposal"),
    [
        ("2 hours a month", "Capacity must be a number. Use 2?", "2"),
        (1.5, "Capacity must be a whole number. Use 1?", "1"),
        (80, "Capacity must be from 0 to 50. Use 50?", "50"),
        (-1, "Capacity must be from 0 to 50. Use 0?", "0"),
        ("some", "Capacity must be a number. Type it here, or skip the row", None),
    ],
)
def test_capacities_that_are_no_numbers(cell: reader.CellValue, sentence: str, proposal: str | None) -> None:
    assert wrong("capacity", cell) == (sentence, proposal)
    if proposal:
        assert one("capacity", proposal).values["capacity"] == int(proposal)


@pytest.mark.parametrize(
    ("cell", "roles"),
    [
        ("MENTOR", (Role.MENTOR,)),
        ("Mentor:in", (Role.MENTOR,)),
        ("Mentora", (Role.MENTOR,)),
        ("mentoré", (Role.MENTEE,)),
        ("Mentee", (Role.MENTEE,)),
        ("Peer", (Role.PEER,)),
        ("Both", (Role.MENTOR, Role.MENTEE)),
        ("beides", (Role.MENTOR, Role.MENTEE)),
        ("les deux", (Role.MENTOR, Role.MENTEE)),
        ("ambos", (Role.MENTOR, Role.MENTEE)),
        ("Mentee & Mentor", (Role.MENTOR, Role.MENTEE)),
        ("mentor und mentee", (Role.MENTOR, Role.MENTEE)),
    ],
)
def test_roles(cell: str, roles: tuple[Role, ...]) -> None:
    assert one("role", cell).values["role"] == roles


@pytest.mark.parametrize(("cell", "proposal"), [("metor", "mentor"), ("mentes", "mentee"), ("bot", "both")])
def test_roles_with_a_typing_error(cell: str, proposal: str) -> None:
    assert wrong("role", cell) == (f"Role must be mentor, mentee or both. Use {proposal}?", proposal)


def test_a_role_that_is_none() -> None:
    sentence, proposal = wrong("role", "Controller")
    assert (sentence, proposal) == ("Role must be mentor, mentee or both. Type it here, or skip the row", None)


@pytest.mark.parametrize("cell", ["yes", "X", "Ja", "oui", "Sí", "true", 1, True, "external", "Extern"])
def test_yes(cell: reader.CellValue) -> None:
    assert one("external", cell).values["external"] is True


@pytest.mark.parametrize("cell", ["no", "Nein", "non", "falso", 0, False, "internal"])
def test_no(cell: reader.CellValue) -> None:
    assert one("external", cell).values["external"] is False


def test_neither_yes_nor_no() -> None:
    assert wrong("external", "maybe")[0] == "External must be yes or no. Type it here, or skip the row"


def test_an_empty_cell_is_no_value() -> None:
    for field in roster.FIELDS:
        if field not in ("name", "email"):
            assert field not in one(field, None).values
            assert one(field, "   ").problems == ()


def test_first_and_last_name_make_the_name() -> None:
    mapping: dict[str, str | None] = {"Last": "last_name", "First": "first_name", "Mail": "email"}
    rows = read(
        [("Moyo", "Tendai", "a@b.example"), (None, "Aiko", "c@d.example"), (None, None, "e@f.example")], mapping
    )
    assert [row.values.get("name") for row in rows] == ["Tendai Moyo", "Aiko", None]
    assert rows[2].problem == "First name is empty. Type it here, or skip the row"
    assert roster.conversions(rows, mapping) == ["First name and last name are put together: 2 names"]


def test_names_with_a_comma_are_turned_around_and_lose_their_titles() -> None:
    names = ["Moyo, Tendai", "Anna Weiss, PhD", "Sammy Roe, Jr.", "A, B, C", "Weiss, Dr. Anna"]
    rows = read([(name, f"p{index}@b.example") for index, name in enumerate(names)], MAPPING)
    assert [row.values["name"] for row in rows] == [
        *("Tendai Moyo", "Anna Weiss", "Sammy Roe, Jr.", "A, B, C", "Anna Weiss"),
    ]


def test_a_name_is_needed_and_has_letters() -> None:
    rows = read([(None, "a@b.example"), (4711, "c@d.example")], MAPPING)
    assert rows[0].problem == "Name is empty. Type it here, or skip the row"
    assert rows[1].problem == "Name must have letters. Type it here, or skip the row"


def test_one_of_both_keys_is_enough_and_none_is_a_problem() -> None:
    mapping = MAPPING | {"Number": "employee_number"}
    rows = read([("A", "a@b.example", None), ("B", None, 12), ("C", None, None)], mapping)
    assert [len(row.problems) for row in rows] == [0, 0, 1]
    assert rows[2].problem == "E-mail and employee number are empty. Type one of them here, or skip the row"
    [row] = read([("A", None)], {"Name": "name", "Number": "employee_number"})
    assert (row.problems[0].field, row.problem) == (
        "employee_number",
        "Employee number is empty. Type it here, or skip the row",
    )


def test_the_same_person_twice_is_a_problem_of_the_second_row() -> None:
    mapping = MAPPING | {"Number": "employee_number"}
    rows = read([("A", "a@b.example", 1), ("B", "A@B.example", 2), ("C", "c@d.example", "1"), ("D", None, 4)], mapping)
    assert [row.problem for row in rows] == [
        "",
        "This e-mail is in row 2 too. Change it, or skip the row",
        "This employee number is in row 2 too. Change it, or skip the row",
        "",
    ]


def test_rows_without_any_value_of_a_field_are_left_out() -> None:
    rows = read([("A", "a@b.example", "x"), (None, None, "Total 1"), (None, "  ", None)], MAPPING | {"T-shirt": None})
    assert [row.number for row in rows] == [2]


def test_what_is_typed_into_a_cell_takes_its_place() -> None:
    headings = ("Name", "Mail", "Places")
    rows = [(2, ("Tendai", None, "two")), (3, ("Aiko", "a@b.example", 1))]
    mapping = MAPPING | {"Places": "capacity"}
    edits = {2: {"email": "tendai@b.example", "capacity": "2"}}
    fixed = roster.read_rows(headings, rows, mapping, edits=edits)
    assert [row.problems for row in fixed] == [(), ()]
    assert fixed[0].values == {"name": "Tendai", "email": "tendai@b.example", "capacity": 2}
    assert fixed[0].cells == ("Tendai", None, "two")
    again = roster.read_rows(headings, rows, mapping, edits={3: {"email": "ada at home"}})
    assert [len(row.problems) for row in again] == [1, 1]


def test_lists_are_split_at_what_the_column_uses() -> None:
    mapping = MAPPING | {"Offers": "offers", "Speaks": "languages"}
    rows = read(
        [
            ("A", "a@b.example", "planning, budgets; data", "English/French"),
            ("B", "c@d.example", "• speaking\n• - writing", "German | Dutch"),
        ],
        mapping,
    )
    assert rows[0].values["offers"] == ("planning, budgets", "data")
    assert rows[1].values["offers"] == ("speaking", "writing")
    assert rows[1].values["languages"] == ("German", "Dutch")


def test_numbers_of_people_keep_their_digits() -> None:
    rows = read(
        [("A", 1234), ("B", "00123"), ("C", "77.0"), ("D", "E-5")], {"Name": "name", "Number": "employee_number"}
    )
    assert [row.values["employee_number"] for row in rows] == ["1234", "00123", "77", "E-5"]
    assert roster.conversions(rows, {}) == ["Employee number: 1 number was read as text"]


def test_a_manager_may_be_a_name_an_address_or_a_number() -> None:
    for cell, text in ((1234, "1234"), ("boss@b.example", "boss@b.example"), ("Tefera, Samuel", "Samuel Tefera")):
        assert one("manager", cell).values["manager"] == text


OWN = Known(
    custom_fields=(
        CustomFieldRow(1, "Grade", FieldKind.ORDERED, ("Junior", "Senior", "Principal"), False),
        CustomFieldRow(2, "Profession", FieldKind.CHOICE, ("Engineer", "Buyer"), False),
        CustomFieldRow(3, "Hobbies", FieldKind.CHOICES, ("Chess", "Rowing", "Singing"), False),
        CustomFieldRow(4, "Hours", FieldKind.NUMBER, (), False),
        CustomFieldRow(5, "Certified", FieldKind.YES_NO, (), False),
        CustomFieldRow(6, "Review", FieldKind.DATE, (), False),
        CustomFieldRow(7, "Motto", FieldKind.TEXT, (), False),
    )
)


@pytest.mark.parametrize(
    ("name", "cell", "values"),
    [
        ("Grade", "senior", ("Senior",)),
        ("profession", "ENGINEER", ("Engineer",)),
        ("Hobbies", "chess, rowing", ("Chess", "Rowing")),
        ("Hours", 12, ("12",)),
        ("Hours", "12,5", ("12.5",)),
        ("Certified", "Ja", ("yes",)),
        ("Certified", False, ("no",)),
        ("Review", date(2026, 6, 4), ("2026-06-04",)),
        ("Review", "4 June 2026", ("2026-06-04",)),
        ("Motto", "Carpe  diem", ("Carpe diem",)),
        ("Unknown", 7, ("7",)),
        ("Grade", None, None),
    ],
)
def test_own_fields(name: str, cell: reader.CellValue, values: tuple[str, ...] | None) -> None:
    row = one(f"custom:{name}", cell, OWN)
    assert row.problems == ()
    assert row.values.get(f"custom:{name}") == values


@pytest.mark.parametrize(
    ("name", "cell", "sentence", "proposal"),
    [
        ("Grade", "Seniro", "Grade must be one of Junior, Senior, Principal. Use Senior?", "Senior"),
        ("Grade", "Chief", "Grade must be one of Junior, Senior, Principal. Type it here, or skip the row", None),
        ("Hobbies", "Ches, Rowing", "Hobbies must be of Chess, Rowing, Singing. Use Chess; Rowing?", "Chess; Rowing"),
        ("Hours", "many", "Hours must be a number. Type it here, or skip the row", None),
        ("Hours", "nan", "Hours must be a number. Type it here, or skip the row", None),
        ("Certified", "perhaps", "Certified must be yes or no. Type it here, or skip the row", None),
        ("Review", "31/02/2026", "February has no day 31. Use 28 February 2026?", "28 February 2026"),
    ],
)
def test_own_fields_that_are_wrong(name: str, cell: str, sentence: str, proposal: str | None) -> None:
    assert wrong(f"custom:{name}", cell, OWN) == (sentence, proposal)


def test_a_mapping_without_names_or_keys_is_refused_before_any_row() -> None:
    with pytest.raises(UserError, match="No column is matched to Name"):
        roster.read_rows(("Mail",), [], {"Mail": "email"})
