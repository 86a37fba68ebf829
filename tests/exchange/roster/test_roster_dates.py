"""Dates in the writings of many languages, numbers of days, and the order of day and month of a whole column."""

import tempfile
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mentordesk.domain.dates import Precision
from mentordesk.domain.importing import Ways
from mentordesk.exchange.excel import reader
from mentordesk.exchange.excel.reader import CellValue
from mentordesk.exchange.roster import roster
from mentordesk.exchange.roster import ways as roster_ways
from mentordesk.exchange.roster.dates import read_date
from mentordesk.exchange.roster.roster import RosterRow
from tests.exchange import shapes
from tests.exchange.shapes import SHAPES

MAPPING: dict[str, str | None] = {"Name": "name", "E-mail": "email", "Hire date": "hired_on"}
THIRD_OF_APRIL = date(2026, 4, 3)


@pytest.fixture(autouse=True)
def day_first_computer(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(roster_ways, "system_day_first", lambda: True)


def rows_of(shape: str, ways: Ways | None = None) -> list[RosterRow]:
    """The rows of a shape with hire dates, by way of a file."""
    with tempfile.TemporaryDirectory() as folder:
        table = reader.read(shapes.xlsx(Path(folder) / "Hired.xlsx", SHAPES[shape]))
    return roster.read_rows(table.headings, table.body, MAPPING, ways=ways, epoch_1904=table.epoch_1904)


def days(rows: list[RosterRow]) -> list[object]:
    return [row.values.get("hired_on") for row in rows]


def said(rows: list[RosterRow]) -> list[str]:
    return roster.conversions(rows, MAPPING)


@pytest.mark.parametrize(
    "text",
    [
        *("2026-04-03T10:11:12Z", "2026-04-03 00:00:00.000", "2026/04/03 9:01:02 AM GMT+2", "3 Apr 2026 10:11"),
        *("Fri, 3 Apr 2026", "Friday, April 3, 2026", "Freitag, 3. April 2026", "vendredi 3 avril 2026", "Fr 3.4.26"),
        *("3Apr2026", "3.Apr.2026", "3/Apr/2026", "3-Apr-26", "2026-Apr-03", "3 Apr '26", "Apr 3 2026", "Apr/3/2026"),
        *("３/４/2026", "٣/٤/2026", "3–4–2026", "3 / 4 / 2026", "03 04 2026", "3/4/2026 10:00", "03.04.2026 08:00"),
        *("2026年4月3日", "2026年 4月 3日", "令和8年4月3日", "2026. 4. 3.", "2026년 4월 3일", "2026.04.03"),
        *("3 aprile 2026", "3 de abril de 2026", "3 april 2026", "3 kwietnia 2026", "3. dubna 2026", "3 nisan 2026"),
        *("3. huhtikuuta 2026", "2026. április 3.", "3 aprilie 2026", "3 апреля 2026 г.", "3 квітня 2026 р.", "46115"),
    ],
)
def test_writings_of_the_third_of_april(text: str) -> None:
    assert read_date(text).day == THIRD_OF_APRIL


@pytest.mark.parametrize(
    ("text", "month"),
    [
        *(
            ("1 gennaio 2020", 1),
            ("1. leden 2020", 1),
            ("1 stycznia 2020", 1),
            ("1 ocak 2020", 1),
            ("1 января 2020", 1),
        ),
        *(
            ("1. února 2020", 2),
            ("1 lutego 2020", 2),
            ("1 şubat 2020", 2),
            ("1. helmikuuta 2020", 2),
            ("1 лютого 2020", 2),
        ),
        *(
            ("1 maart 2020", 3),
            ("1 března 2020", 3),
            ("1. maaliskuuta 2020", 3),
            ("1 березня 2020", 3),
            ("1 mrt 20", 3),
        ),
        *(("1 mei 2020", 5), ("1 maj 2020", 5), ("1 maggio 2020", 5), ("1. května 2020", 5), ("1 мая 2020", 5)),
        *(
            ("1 giugno 2020", 6),
            ("1. června 2020", 6),
            ("1 czerwca 2020", 6),
            ("1 haziran 2020", 6),
            ("1 июня 2020", 6),
        ),
        *(
            ("1 luglio 2020", 7),
            ("1. července 2020", 7),
            ("1 lipca 2020", 7),
            ("1 temmuz 2020", 7),
            ("1 липня 2020", 7),
        ),
        *(
            ("1 agosto 2020", 8),
            ("1. srpna 2020", 8),
            ("1 sierpnia 2020", 8),
            ("1 ağustos 2020", 8),
            ("1. elokuuta 2020", 8),
        ),
        *(
            ("1 settembre 2020", 9),
            ("1. září 2020", 9),
            ("1 września 2020", 9),
            ("1 eylül 2020", 9),
            ("1 сентября 2020", 9),
        ),
        *(("1 ottobre 2020", 10), ("1. října 2020", 10), ("1 października 2020", 10), ("1 outubro 2020", 10)),
        *(("1. listopadu 2020", 11), ("1 kasım 2020", 11), ("1. marraskuuta 2020", 11), ("1 ноября 2020", 11)),
        *(("1 dicembre 2020", 12), ("1. prosince 2020", 12), ("1 grudnia 2020", 12), ("1 aralık 2020", 12)),
    ],
)
def test_months_of_many_languages(text: str, month: int) -> None:
    assert read_date(text).day == date(2020, month, 1)


@pytest.mark.parametrize(
    "text", ["Apr-26", "April 2026", "avril 2026", "2026-04", "04.2026", "04/2026", "Q2 2026", "2026-Q2"]
)
def test_a_month_is_its_first_day(text: str) -> None:
    read = read_date(text)
    assert (read.day, read.precision) == (date(2026, 4, 1), Precision.MONTH)


def test_a_year_is_its_first_day() -> None:
    assert read_date("2019") == read_date(2019)
    assert (read_date("2019").day, read_date("2019").precision) == (date(2019, 1, 1), Precision.YEAR)


def test_march_is_no_tuesday() -> None:
    assert read_date("Mar 3 2026").day == read_date("mar. 3 marzo 2026").day == date(2026, 3, 3)
    assert read_date("mars 2026").day == date(2026, 3, 1)


@pytest.mark.parametrize("cell", ["31/12/9999", "9999-12-31", "00/00/0000", "0000-00-00", 0])
def test_dates_that_mean_none(cell: CellValue) -> None:
    assert read_date(cell).blank


@pytest.mark.parametrize("text", ["26-Apr", "long ago", "4 Foo 2021", "3 April", "12", "45", "120000", "3/4", "a1b2c3"])
def test_texts_that_are_no_dates(text: str) -> None:
    assert read_date(text).day is None


def test_serial_numbers_also_as_text_and_with_the_time() -> None:
    rows = rows_of("serial_numbers")
    assert days(rows) == [date(2026, 4, 3), date(2023, 3, 15), date(2026, 4, 3)]
    assert said(rows) == ["Hired on: 3 numbers of days were read as dates, “46115” as 3 April 2026"]


def test_workbooks_that_count_from_1904() -> None:
    assert days(rows_of("serial_numbers_from_1904")) == [date(2026, 4, 3)]
    assert days(rows_of("days_from_1904")) == [date(2020, 4, 3), date(2021, 5, 6)]


@given(st.integers(18_264, 73_050))
def test_both_epochs_mean_the_same_day(number: int) -> None:
    assert read_date(number).day == read_date(number - 1462, epoch_1904=True).day == read_date(str(number)).day


def test_a_column_shows_its_order_and_is_told() -> None:
    rows = rows_of("dates_day_first")
    assert days(rows) == [THIRD_OF_APRIL, date(2026, 4, 13), THIRD_OF_APRIL, THIRD_OF_APRIL]
    assert said(rows) == [
        "Hired on: 4 dates written as text were read, “03/04/2026” as 3 April 2026: the day comes first, as 1 other "
        "shows"
    ]
    assert days(rows_of("dates_month_first")) == [date(2026, 3, 4), date(2026, 3, 14)]


def test_the_fewer_that_disagree_are_problems_with_their_date_at_hand() -> None:
    rows = rows_of("dates_that_disagree")
    assert days(rows) == [None, date(2026, 6, 25), THIRD_OF_APRIL, date(2026, 4, 13)]
    [problem] = rows[0].problems
    assert (problem.sentence, problem.proposal) == (
        "In this column the day comes first. Use 14 March 2026?",
        "14 March 2026",
    )
    assert said(rows)[1] == "Hired on: 1 date has the month first, against the others, and needs a fix"


def test_the_coordinator_can_switch_the_order() -> None:
    rows = rows_of("dates_that_disagree", Ways(day_first=False))
    assert days(rows) == [date(2026, 3, 14), None, date(2026, 3, 4), None]
    assert said(rows) == [
        "Hired on: 2 dates written as text were read, “03/04/2026” as 4 March 2026: the month comes first, as chosen",
        "Hired on: 2 dates have the day first, against the others, and need a fix",
    ]


@pytest.mark.parametrize(("day_first", "month"), [(True, 4), (False, 3)])
def test_where_nothing_shows_it_the_computer_decides_and_that_is_told(
    monkeypatch: pytest.MonkeyPatch, day_first: bool, month: int
) -> None:
    monkeypatch.setattr(roster_ways, "system_day_first", lambda: day_first)
    rows = rows_of("dates_that_tell_nothing")
    assert [day.month for day in days(rows) if isinstance(day, date)] == [month, 6 if day_first else 5]
    assert said(rows)[0].endswith(
        f": nothing shows whether the day or the month comes first, and on this computer it is the "
        f"{'day' if day_first else 'month'}"
    )


def test_another_column_of_the_file_may_show_it() -> None:
    mapping = MAPPING | {"Left": "left_on"}
    rows = roster.read_rows(
        tuple(mapping),
        [(2, ("A", "a@b.example", "03/04/2020", "12/31/2025")), (3, ("B", "b@b.example", "05/06/2021", None))],
        mapping,
    )
    assert days(rows) == [date(2020, 3, 4), date(2021, 5, 6)]
    assert roster.conversions(rows, mapping)[0].endswith("the month comes first, as in other columns")


def test_months_years_and_nothing_are_told() -> None:
    cells = ("Apr-26", "2019", "n/a", "31/12/9999")
    rows = roster.read_rows(
        tuple(MAPPING), [(n, (f"P{n} Q", f"p{n}@b.example", cell)) for n, cell in enumerate(cells, 2)], MAPPING
    )
    assert days(rows) == [date(2026, 4, 1), date(2019, 1, 1), None, None]
    assert said(rows) == [
        "Hired on: 1 month was read as its first day, “Apr-26” as 1 April 2026",
        "Hired on: 1 year was read as its first day, “2019” as 1 January 2019",
        "Hired on: 2 cells with “n/a” and “31/12/9999” were read as empty",
    ]


@given(st.text(max_size=30))
def test_any_text_is_a_date_or_none(text: str) -> None:
    read = read_date(text)
    assert read.day is None or date(1900, 1, 1) <= read.day <= date(2100, 12, 31)
