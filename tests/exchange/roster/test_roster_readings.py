"""Dates of every spelling, and the sentences about how values were read."""

from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mentordesk.domain import dates
from mentordesk.exchange.excel.reader import CellValue
from mentordesk.exchange.roster import roster, ways
from mentordesk.exchange.roster.dates import read_date
from mentordesk.exchange.roster.roster import Known, RosterRow

MAPPING: dict[str, str | None] = {"Name": "name", "Mail": "email", "Hired": "hired_on", "Extra": "external"}


@pytest.fixture(autouse=True)
def day_first_computer(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ways, "system_day_first", lambda: True)


def rows_of(hired: tuple[CellValue, ...], extra: tuple[CellValue, ...] = ()) -> list[RosterRow]:
    cells = [
        (index + 2, (f"P {index}", f"p{index}@b.example", cell, extra[index] if extra else None))
        for index, cell in enumerate(hired)
    ]
    return roster.read_rows(tuple(MAPPING), cells, MAPPING)


@pytest.mark.parametrize(
    "cell",
    [
        date(2021, 3, 4),
        datetime(2021, 3, 4, 8, 30),  # noqa: DTZ001
        44_259,
        "2021-03-04",
        "2021-03-04T08:30:00",
        "2021/3/4",
        "20210304",
        "04.03.2021",
        "4. 3. 2021",
        "4.3.21",
        "04/03/2021",
        "04-03-2021",
        "4 March 2021",
        "4th of March, 2021",
        "March 4, 2021",
        "Mar 4th 2021",
        "04-Mar-21",
        "4. März 2021",
        "4 mars 2021",
        "4 de marzo de 2021",
    ],
)
def test_spellings_of_the_fourth_of_march(cell: CellValue) -> None:
    assert rows_of((cell,))[0].values["hired_on"] == date(2021, 3, 4)


@pytest.mark.parametrize(
    ("month", "names"),
    [
        (1, ("January", "Januar", "janvier", "enero")),
        (2, ("February", "Februar", "février", "febrero")),
        (4, ("April", "avril", "abril")),
        (5, ("May", "Mai", "mayo")),
        (6, ("June", "Juni", "juin", "junio")),
        (7, ("July", "Juli", "juillet", "julio")),
        (8, ("August", "août", "agosto")),
        (9, ("September", "septembre", "septiembre", "setiembre")),
        (10, ("October", "Oktober", "octobre", "octubre")),
        (11, ("November", "novembre", "noviembre")),
        (12, ("December", "Dezember", "décembre", "diciembre")),
    ],
)
def test_months_of_four_languages(month: int, names: tuple[str, ...]) -> None:
    assert {read_date(f"4 {name} 2021").day for name in names} == {date(2021, month, 4)}


@given(st.dates(date(1900, 1, 1), date(2100, 12, 31)))
def test_every_date_is_read_back_as_it_is_said(day: date) -> None:
    assert read_date(dates.long(day)).day == read_date(day.isoformat()).day == day
    assert read_date(f"{day:%d.%m.%Y}").day == day
    assert read_date(f"{day:%m/%d/%Y}", day_first=False).day == day


def test_day_or_month_first_is_seen_from_the_whole_column() -> None:
    assert [row.values["hired_on"] for row in rows_of(("3/4/2021", "12/31/2020"))] == [
        date(2021, 3, 4),
        date(2020, 12, 31),
    ]
    assert [row.values["hired_on"] for row in rows_of(("3/4/2021", "31/12/2020"))] == [
        date(2021, 4, 3),
        date(2020, 12, 31),
    ]


@pytest.mark.parametrize(
    ("cell", "sentence"),
    [
        ("31.02.2021", "February has no day 31. Use 28 February 2021?"),
        ("31 June 2021", "June has no day 31. Use 30 June 2021?"),
        ("long ago", "Hired on must be a date such as 4 June 2026. Type it here, or skip the row"),
        ("4.13.2021", "Hired on must be a date such as 4 June 2026. Type it here, or skip the row"),
        ("4 Foo 2021", "Hired on must be a date such as 4 June 2026. Type it here, or skip the row"),
        (7, "Hired on must be a date such as 4 June 2026. Type it here, or skip the row"),
    ],
)
def test_dates_that_are_none(cell: CellValue, sentence: str) -> None:
    [row] = rows_of((cell,))
    assert row.problem == sentence
    if row.problems[0].proposal:
        assert rows_of((row.problems[0].proposal,))[0].problems == ()


def test_dates_in_text_are_told_with_one_that_could_be_read_both_ways() -> None:
    rows = rows_of(("31/12/2020", "3/4/2021", date(2020, 1, 1)))
    assert roster.conversions(rows, MAPPING) == [
        "Hired on: 2 dates written as text were read, “3/4/2021” as 3 April 2021: the day comes first, as "
        "1 other shows",
    ]


def test_words_that_were_understood_are_named_up_to_four() -> None:
    rows = rows_of((None,) * 7, ("Ja", "Ja", "x", "nein", "oui", "non", "no"))
    assert roster.conversions(rows, MAPPING) == [
        "External: “Ja”, “x”, “nein”, “oui” and 1 more were understood (6 cells)"
    ]


def test_nothing_is_said_where_everything_stands_as_it_is_read() -> None:
    assert roster.conversions(rows_of((date(2020, 1, 1),), ("yes",)), MAPPING) == []


def test_spaces_are_told_of_columns_that_are_used() -> None:
    said = roster.conversions([], MAPPING, spaces={"Name": 9, "Mail": 1, "Hired": 3, "Extra": 1, "T-shirt": 5})
    assert said == [
        "Spaces around 9 names were removed",
        "Spaces around 1 e-mail address were removed",
        "Spaces around 4 other values were removed",
    ]


def test_lists_and_addresses_are_told() -> None:
    mapping: dict[str, str | None] = {"Name": "name", "Mail": "email", "Offers": "offers", "Speaks": "languages"}
    cells = [
        (2, ("P", "P <p@b.example>", "data, budgets", "English; French")),
        (3, ("Q", "Q@B.example", "Data, leading", None)),
    ]
    rows = roster.read_rows(tuple(mapping), cells, mapping)
    assert roster.conversions(rows, mapping, Known(skills=frozenset({"DATA"}))) == [
        "Skills are split at “,”: 3 skills, 2 of them new",
        "Languages: split at “;” in 1 cell",
        "1 e-mail address was taken out of “P <p@b.example>” and the like",
        "1 e-mail address was put into small letters",
    ]
