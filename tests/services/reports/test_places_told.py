"""Who is mentor and mentee of one cohort takes a place in each role: the report tells what the People tab tells."""

import pytest
from sqlalchemy import update

from mentordesk.data.tables import Enrollment
from mentordesk.domain.cohorts import Role
from mentordesk.domain.report_request import ReportRequest
from mentordesk.domain.reporting import ReportKind
from mentordesk.domain.scope import Scope
from mentordesk.services.desk import Desk
from mentordesk.services.programs import cohorts
from mentordesk.services.reports import reporting
from tests import builders


@pytest.fixture
def cohort(desk: Desk) -> int:
    """Ada mentors Bo and Cy, and Di mentors Ada."""
    cohort = builders.add_cohort(desk)
    ada, bo, cy, di = (builders.add_person(desk, name) for name in ("Ada Ek", "Bo Lind", "Cy Roy", "Di Fox"))
    builders.enroll(desk, cohort, ada, Role.MENTOR, capacity=2)
    builders.enroll(desk, cohort, ada, Role.MENTEE, capacity=1)
    for who, role in ((bo, Role.MENTEE), (cy, Role.MENTEE), (di, Role.MENTOR)):
        builders.enroll(desk, cohort, who, role)
    for left, right in ((ada, bo), (ada, cy), (di, ada)):
        builders.add_pair(desk, left, right, cohort)
    return cohort


def test_places_used_are_those_of_the_role(desk: Desk, cohort: int) -> None:
    request = ReportRequest(ReportKind.PARTICIPANTS, Scope(cohort_id=cohort))
    listed = {(row.name, row.role, row.places_used) for row in desk.read(reporting.rows, request).participants.rows}
    assert listed == {(row.name, row.role.word, row.places_used) for row in desk.read(cohorts.enrollments, cohort)}
    assert {("Ada Ek", "Mentor", 2), ("Ada Ek", "Mentee", 1)} <= listed


def test_more_pairs_than_places_are_found_in_one_role(desk: Desk, cohort: int) -> None:
    def overbooked() -> list[str]:
        rows = desk.read(reporting.rows, ReportRequest(ReportKind.DATA_QUALITY, Scope(cohort_id=cohort))).quality.rows
        return [f"{row.about}: {row.what}" for row in rows if row.finding == "More pairs than places"]

    assert overbooked() == []
    mentors = update(Enrollment).where(Enrollment.role == Role.MENTOR, Enrollment.capacity == 2)
    desk.do(lambda session: session.execute(mentors.values(capacity=1)))  # as in a desk of before places were checked
    assert overbooked() == ["Ada Ek: 2 pairs and 1 place."]
