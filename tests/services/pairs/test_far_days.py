"""Days at the end of the calendar, as a typing error makes them: 31 December 9999 stops nothing."""

from datetime import date

import pytest

from mentordesk.domain.errors import FieldError
from mentordesk.domain.milestones import MilestoneForm
from mentordesk.domain.programs import StepOwner
from mentordesk.domain.responses import last_day
from mentordesk.domain.standing import PairStatus
from mentordesk.services.desk import Desk
from mentordesk.services.pairs import milestones, pairs
from tests import builders


@pytest.mark.parametrize(("due_on", "days"), [(date.max, 7), (date.min, -7)])
def test_a_milestone_is_not_moved_beyond_the_calendar(desk: Desk, due_on: date, days: int) -> None:
    pair = builders.add_pair(desk, "Amara Okonkwo", "Jonas Weidmann")
    made = desk.do(milestones.add, MilestoneForm(pair, "Swap", due_on, StepOwner.BOTH))
    with pytest.raises(FieldError, match="beyond the calendar") as error:
        desk.do(milestones.shift, [made], days)
    assert error.value.field == "days"
    assert desk.read(milestones.of_pair, pair)[-1 if days > 0 else 0].due_on == due_on


def test_milestones_move_by_days_over_the_ends_of_months_and_years(desk: Desk) -> None:
    pair = builders.add_pair(desk, "Amara Okonkwo", "Jonas Weidmann")
    for day in (date(2027, 12, 31), date(2028, 2, 28)):
        made = desk.do(milestones.add, MilestoneForm(pair, str(day), day, StepOwner.BOTH))
        desk.do(milestones.shift, [made], 2)
    moved = {row.title: row.due_on for row in desk.read(milestones.of_pair, pair)}
    assert moved["2027-12-31"] == date(2028, 1, 2)
    assert moved["2028-02-28"] == date(2028, 3, 1)


def test_a_pair_of_a_cohort_at_the_end_of_the_calendar_starts(desk: Desk) -> None:
    cohort = builders.add_cohort(desk, starts_on=date(9999, 12, 1), ends_on=date.max)
    pair = builders.add_pair(desk, "Amara", "Jonas", cohort, status=PairStatus.PROPOSED, started_on=None)
    desk.do(pairs.activate, [pair])
    assert max(row.due_on for row in desk.read(milestones.of_pair, pair)) == date.max


def test_answers_asked_for_on_the_last_day_are_on_time_that_day() -> None:
    assert last_day(date.max) == date.max
