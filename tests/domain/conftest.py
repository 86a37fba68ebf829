"""Rows the tests of the rules share."""

from datetime import date

import pytest

from mentordesk.domain.pairs import PairRow
from mentordesk.domain.programs import Format
from mentordesk.domain.standing import PairStatus


@pytest.fixture
def pair_row() -> PairRow:
    """An active pair with a start and nothing else on record."""
    return PairRow(
        id=1,
        left_id=1,
        right_id=2,
        left="Amara Okonkwo",
        right="Jonas Weidmann",
        left_title="",
        right_title="",
        left_email="",
        right_email="",
        left_location="",
        right_location="",
        format=Format.TRADITIONAL,
        program_id=1,
        program="Crossroads",
        cohort_id=1,
        cohort="Crossroads 2025–26",
        cohort_ends_on=None,
        status=PairStatus.ACTIVE,
        started_on=date(2025, 10, 6),
        started_text="6 Oct 2025",
        ended_on=None,
        end_reason=None,
        introduced_by="",
        agreed_on=None,
        rhythm_days=30,
        health=None,
        left_points=0,
        right_points=0,
        last_contact_on=None,
        days=None,
        milestones_done=0,
        milestones_total=0,
        milestones_overdue=0,
        next_meeting_on=None,
        project_hours=0,
        project_budget=0,
    )
