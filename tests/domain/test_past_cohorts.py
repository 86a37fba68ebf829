"""What names of past cohorts say about their years and programs."""

from datetime import date

import pytest

from mentordesk.domain.past_cohorts import Dates, dates, program_in, years_in

TODAY = date(2026, 6, 4)


@pytest.mark.parametrize(
    ("name", "program", "years"),
    [
        ("Upstream 2019", "Upstream", (2019, 2019)),
        ("Upstream 2019–20", "Upstream", (2019, 2020)),
        ("Women in Lead (2018/2019)", "Women in Lead", (2018, 2019)),
        ("Cohort 2022", "", (2022, 2022)),
        ("2021 intake", "", (2021, 2021)),
        ("Side by Side 3", "Side by Side", None),
        ("Wave 4", "", None),
        ("Upstream 2019-05", "Upstream", (2019, 2019)),
    ],
)
def test_a_name_says_years_and_program(name: str, program: str, years: tuple[int, int] | None) -> None:
    assert (program_in(name), years_in(name)) == (program, years)


@pytest.mark.parametrize(
    ("name", "firsts", "lasts", "expected"),
    [
        ("Upstream 2019", ["2019-10-01", "2019-09-15"], ["2020-06-30"], Dates(date(2019, 9, 15), date(2020, 6, 30))),
        ("Upstream 2019–20", [], [], Dates(date(2019, 1, 1), date(2020, 12, 31), by_name=True)),
        ("Upstream 2019", ["2020-03-01"], [], Dates(date(2019, 12, 31), date(2020, 3, 1), by_name=True)),
        ("Wave 4", [], ["2020-06-30"], Dates(date(2020, 6, 30), date(2020, 6, 30), by_name=True)),
        ("Wave 4", [], [], Dates(date(2026, 6, 3), date(2026, 6, 3), by_name=True)),
    ],
)
def test_days_come_from_the_file_else_from_the_name(name, firsts, lasts, expected: Dates) -> None:
    found = dates(name, [date.fromisoformat(day) for day in firsts], [date.fromisoformat(day) for day in lasts], TODAY)
    assert found == expected
