"""The state of a milestone at the limits of its date, and who does it."""

from datetime import date

import pytest

from mentordesk.domain.milestones import MilestoneState, due_date, on_time, owner_name, state
from mentordesk.domain.programs import Format, StepOwner

TODAY = date(2026, 6, 4)


@pytest.mark.parametrize(
    ("due_on", "expected"),
    [
        (date(2026, 6, 3), MilestoneState.OVERDUE),
        (date(2026, 6, 4), MilestoneState.DUE),
        (date(2026, 6, 18), MilestoneState.DUE),
        (date(2026, 6, 19), MilestoneState.UPCOMING),
    ],
)
def test_an_open_milestone_is_overdue_from_the_day_after_its_date(due_on: date, expected: MilestoneState) -> None:
    assert state(due_on, None, None, TODAY) is expected


def test_done_and_skipped_win_over_the_date() -> None:
    long_ago = date(2025, 1, 1)
    assert state(long_ago, TODAY, None, TODAY) is MilestoneState.DONE
    assert state(long_ago, None, TODAY, TODAY) is MilestoneState.SKIPPED
    assert state(long_ago, TODAY, TODAY, TODAY) is MilestoneState.DONE


def test_on_time_includes_the_due_day() -> None:
    assert on_time(TODAY, date(2026, 6, 4))
    assert not on_time(TODAY, date(2026, 6, 5))
    assert not on_time(TODAY, None)


def test_a_plan_counts_days_from_the_start() -> None:
    assert due_date(date(2025, 10, 6), 0) == date(2025, 10, 6)
    assert due_date(date(2025, 10, 6), 102) == date(2026, 1, 16)


@pytest.mark.parametrize(
    ("owner", "format_", "name"),
    [
        (StepOwner.MENTOR, Format.TRADITIONAL, "Amara"),
        (StepOwner.MENTEE, Format.REVERSE, "Jonas"),
        (StepOwner.BOTH, Format.TRADITIONAL, "Both"),
        (StepOwner.COORDINATOR, Format.PEER, "Coordinator"),
        (StepOwner.MENTEE, Format.PEER, "Both"),
    ],
)
def test_who_does_a_milestone(owner: StepOwner, format_: Format, name: str) -> None:
    assert owner_name(owner, "Amara Okonkwo", "Jonas Weidmann", format_) == name


def test_states_have_words() -> None:
    assert [found.word for found in MilestoneState] == ["Upcoming", "Due", "Overdue", "Done", "Skipped"]
