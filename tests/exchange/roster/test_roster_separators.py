"""Lists that people typed themselves: each row parts its items in its own way."""

from mentordesk.exchange.reading.cells import CellValue
from mentordesk.exchange.roster import roster
from mentordesk.exchange.roster.roster import Known


def lists(field: str, *cells: CellValue) -> list[object]:
    mapping: dict[str, str | None] = {"Number": "employee_number", "Name": "name", "List": field}
    rows = [(index + 2, (index + 1, f"P {index}", cell)) for index, cell in enumerate(cells)]
    return [row.values.get(field) for row in roster.read_rows(tuple(mapping), rows, mapping)]


def test_semicolons_in_one_row_and_commas_in_the_next() -> None:
    assert lists("offers", "Excel; Coaching", "Networking, Coaching", "KI") == [
        ("Excel", "Coaching"),
        ("Networking", "Coaching"),
        ("KI",),
    ]


def test_a_comma_beside_a_semicolon_is_part_of_the_item() -> None:
    assert lists("offers", "Leading people, not projects; Coaching", "Research, development") == [
        ("Leading people, not projects", "Coaching"),
        ("Research, development",),
    ]


def test_slashes_part_items_that_are_met_in_other_company_too() -> None:
    assert lists("wants", "KI / Python", "Python / Excel", "KI") == [("KI", "Python"), ("Python", "Excel"), ("KI",)]


def test_a_name_with_a_slash_stays_one() -> None:
    assert lists("wants", "UX / UI", "UX / UI", "Sales / Marketing") == [
        ("UX / UI",),
        ("UX / UI",),
        ("Sales / Marketing",),
    ]
    assert lists("wants", "UX / UI, Python", "Python", "UX") == [("UX / UI", "Python"), ("Python",), ("UX",)]


def test_languages_are_parted_at_whatever_stands_between_them() -> None:
    assert lists("languages", "Deutsch, Englisch", "Englisch; Türkisch", "DE/EN/FR", "Deutsch / Polnisch") == [
        ("Deutsch", "Englisch"),
        ("Englisch", "Türkisch"),
        ("DE", "EN", "FR"),
        ("Deutsch", "Polnisch"),
    ]


def test_what_parted_them_is_told() -> None:
    mapping: dict[str, str | None] = {"Number": "employee_number", "Name": "name", "Offers": "offers"}
    rows = roster.read_rows(tuple(mapping), [(2, (1, "P", "Excel; KI")), (3, (2, "Q", "KI, Python"))], mapping)
    assert roster.conversions(rows, mapping, Known())[0] == "Skills are split at “;” and “,”: 3 skills"
