"""The cohort a roster is imported into: found by its name, or made with a program of its own."""

from datetime import date

import pytest

from mentordesk.domain.programs import Format
from mentordesk.services.desk import Desk
from mentordesk.services.imports import intake
from mentordesk.services.programs import cohorts, programs
from tests.builders import add_cohort, add_program


def test_a_cohort_is_found_however_its_name_is_written(desk: Desk) -> None:
    cohort = add_cohort(desk, name="Élan 2026")
    assert desk.do(intake.cohort, "elan 2026", Format.PEER) == cohort
    assert [row.id for row in desk.read(cohorts.rows)] == [cohort]


@pytest.mark.parametrize(
    ("format_", "last"), [(Format.TRADITIONAL, date(2027, 3, 3)), (Format.PEER, date(2026, 12, 3))]
)
def test_a_new_cohort_starts_today_and_ends_the_day_before_its_months_are_over(
    desk: Desk, format_: Format, last: date
) -> None:
    made = desk.read(cohorts.row, desk.do(intake.cohort, " Upstream ", format_))
    assert (made.name, made.program, made.format) == ("Upstream", "Upstream", format_)
    assert (made.starts_on, made.ends_on) == (date(2026, 6, 4), last)


def test_a_new_program_takes_no_name_that_is_there(desk: Desk) -> None:
    add_program(desk, name="Upstream")
    desk.do(intake.cohort, "Upstream", Format.TRADITIONAL)
    assert [row.name for row in desk.read(programs.rows)] == ["Upstream", "Upstream (2)"]
