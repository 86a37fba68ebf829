"""Who takes part in a program or a cohort."""

from mentordesk.domain.cohorts import EnrollmentStatus, Role
from mentordesk.domain.programs import Format
from mentordesk.domain.scope import EVERYTHING, Scope
from mentordesk.services.desk import Desk
from mentordesk.services.person_scope import taking_part
from tests.builders import add_cohort, add_pair, add_person, add_program, enroll


def test_a_scope_has_the_enrolled_and_the_paired_of_its_cohorts_alone(desk: Desk) -> None:
    program = add_program(desk)
    cohort = add_cohort(desk, program)
    other = add_cohort(desk, add_program(desk, "Upward", Format.REVERSE), "Upward 2026")
    amara, jonas, mateo, gone, elif_, away = (
        add_person(desk, name) for name in ("Amara O", "Jonas W", "Mateo Q", "Greta L", "Elif Y", "Sam T")
    )
    add_pair(desk, amara, jonas, cohort)
    enroll(desk, cohort, mateo, Role.MENTEE)
    enroll(desk, cohort, gone, Role.MENTEE, status=EnrollmentStatus.WITHDRAWN)
    enroll(desk, other, elif_, Role.MENTOR)

    expected = {amara, jonas, mateo}
    assert desk.read(taking_part, Scope(cohort_id=cohort)) == expected
    assert desk.read(taking_part, Scope(program_id=program)) == expected
    assert away not in desk.read(taking_part, EVERYTHING)
    assert desk.read(taking_part, EVERYTHING) == expected | {elif_}
