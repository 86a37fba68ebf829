"""The role that Enroll people offers first."""

import pytest

from mentordesk.domain.cohorts import Role
from mentordesk.ui.cohorts.enroll_people_dialog import EnrollPeopleDialog
from tests import builders


@pytest.mark.parametrize(
    ("there", "offered"),
    [((), Role.MENTEE), ((Role.MENTEE,), Role.MENTOR), ((Role.MENTOR,), Role.MENTEE), (tuple(Role)[:2], Role.MENTEE)],
)
def test_the_role_that_nobody_has_yet_is_offered(qtbot, desk, workplace, there, offered) -> None:
    cohort = builders.add_cohort(desk)
    for role in there:
        builders.enroll(desk, cohort, builders.add_person(desk, f"Linh {role.word}"), role)
    opened = EnrollPeopleDialog(workplace, None, cohort)
    qtbot.addWidget(opened)
    assert opened.role.choice() is offered
