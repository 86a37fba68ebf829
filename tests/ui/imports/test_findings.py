"""What the columns of a file show as a whole: the order of its dates, the scale of its levels."""

from datetime import date
from pathlib import Path

import pytest

from mentordesk.exchange.excel import reader
from mentordesk.exchange.roster.ways import Decided
from mentordesk.ui.imports.findings import both_ways, find

MAPPING = {"Name": "name", "Hired": "hired_on", "Left": "left_on", "Grade": "level", "Badge": "custom:Badge"}


@pytest.fixture
def table(tmp_path: Path):
    def make(*rows: str):
        path = tmp_path / "People.csv"
        path.write_text("\n".join(("Name,Hired,Left,Grade,Badge", *rows)), encoding="utf-8")
        return reader.read(path)

    return make


def test_a_column_that_shows_nothing_follows_the_other(table):
    found = find(table("Ana,03/04/2020,25/06/2024,3,a", "Bo,05/06/2021,,4,b"), MAPPING, None)
    assert [(column.field, column.order.decided) for column in found.dates] == [
        ("hired_on", Decided.ELSEWHERE),
        ("left_on", Decided.SHOWN),
    ]
    assert (found.example, found.day_first, found.levels) == ("03/04/2020", True, None)


def test_columns_that_differ_leave_the_order_open_until_it_is_chosen(table):
    people = table("Ana,03/14/2020,25/06/2024,3,a")
    assert find(people, MAPPING, None).day_first is None
    assert find(people, MAPPING, False).day_first is False


def test_an_example_is_read_in_two_ways(table):
    assert find(table("Ana,04/04/2020,,3,a", "Bo,05/06/2021,,3,b"), MAPPING, None).example == "05/06/2021"
    assert both_ways("05/06/2021") == (date(2021, 6, 5), date(2021, 5, 6))


def test_dates_in_words_ask_nothing(table):
    assert not find(table("Ana,3 April 2020,2024-06-25,3,a"), MAPPING, None).dates


def test_an_attribute_of_the_desk_is_dates_only_where_most_cells_are(table):
    few = table("Ana,,,3,03/04/2020", "Bo,,,3,blue", "Cy,,,3,red")
    most = table("Ana,,,3,03/04/2020", "Bo,,,3,05/06/2020", "Cy,,,3,red")
    assert not find(few, MAPPING, None).dates
    assert [column.field for column in find(most, MAPPING, None).dates] == ["custom:Badge"]


def test_a_scale_of_its_own_is_found(table):
    found = find(table(*(f"P{grade},,,Grade {grade},a" for grade in (2, 8, 12))), MAPPING, None)
    assert found.levels is not None
    assert found.levels.highest == 12
