"""Where a cohort stands on and beside its first and last day, and which roles a format knows."""

from datetime import date

import pytest

from mentordesk.domain.cohorts import CohortPhase, EnrollmentStatus, Role, phase, roles_of
from mentordesk.domain.programs import Format

START, END = date(2026, 1, 12), date(2026, 10, 30)


@pytest.mark.parametrize(
    ("today", "expected"),
    [
        (date(2026, 1, 11), CohortPhase.PREPARATION),
        (START, CohortPhase.RUNNING),
        (END, CohortPhase.RUNNING),
        (date(2026, 10, 31), CohortPhase.FINISHED),
    ],
)
def test_a_cohort_runs_from_its_first_to_its_last_day(today: date, expected: CohortPhase) -> None:
    assert phase(START, END, None, today) is expected


def test_a_closed_cohort_is_finished_from_the_day_of_its_close() -> None:
    closed = date(2026, 6, 4)
    assert phase(START, END, closed, date(2026, 6, 3)) is CohortPhase.RUNNING
    assert phase(START, END, closed, closed) is CohortPhase.FINISHED


def test_peers_stand_alone_and_every_other_format_has_two_roles() -> None:
    assert roles_of(Format.PEER) == (Role.PEER,)
    others = [format_ for format_ in Format if format_ is not Format.PEER]
    assert {roles_of(format_) for format_ in others} == {(Role.MENTOR, Role.MENTEE)}


def test_roles_and_states_have_words() -> None:
    assert [role.word for role in Role] == ["Mentor", "Mentee", "Peer"]
    assert EnrollmentStatus.WAITLISTED.word == "Waitlisted"
