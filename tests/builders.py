"""People, programs, cohorts and pairs for tests, made through the services as a coordinator would."""

from datetime import date
from typing import Any

from mentordesk.domain.cohorts import CohortForm, EnrollmentForm, Role
from mentordesk.domain.pairs import PairForm, PairStatus
from mentordesk.domain.people import PersonForm
from mentordesk.domain.programs import Format
from mentordesk.services.desk import Desk
from mentordesk.services.pairs import pairs
from mentordesk.services.people import people
from mentordesk.services.programs import cohorts, programs

STARTS_ON, ENDS_ON = date(2025, 10, 6), date(2026, 7, 3)
"""The cohort of the mock-ups: a running one on 4 June 2026, the day of the test desk."""


def add_person(desk: Desk, name: str, **values: Any) -> int:
    """A person with an e-mail made from the name, unless another is given."""
    values.setdefault("email", f"{'.'.join(name.lower().split())}@solvane.example")
    return desk.do(people.save, PersonForm(name, **values))


def add_program(desk: Desk, name: str = "Crossroads", format_: Format = Format.TRADITIONAL, **values: Any) -> int:
    """A program with the plan and the rules of its format's template."""
    found = programs.template(format_)
    form = found.form.__class__(**{**_fields(found.form), "name": name, **values})
    return desk.do(programs.create, form, found)


def _fields(form: Any) -> dict[str, Any]:
    return {name: getattr(form, name) for name in form.__dataclass_fields__}


def add_cohort(desk: Desk, program_id: int | None = None, name: str = "Crossroads 2025–26", **values: Any) -> int:
    """A cohort that runs from 6 October 2025 to 3 July 2026, of a new traditional program unless one is given."""
    program = add_program(desk) if program_id is None else program_id
    values = {"starts_on": STARTS_ON, "ends_on": ENDS_ON, **values}
    return desk.do(cohorts.save, CohortForm(name, program, **values))


def enroll(desk: Desk, cohort_id: int, person_id: int, role: Role, **values: Any) -> int:
    """Enroll somebody, accepted and with one place unless said otherwise; returns the enrollment's id."""
    return desk.do(cohorts.enroll, [EnrollmentForm(cohort_id, person_id, role, **values)])[0]


def add_pair(
    desk: Desk,
    mentor: int | str,
    mentee: int | str,
    cohort_id: int | None = None,
    status: PairStatus = PairStatus.ACTIVE,
    started_on: date | None = STARTS_ON,
    **values: Any,
) -> int:
    """A pair of two people, given by id or by the name of a new person; both are enrolled where a cohort is given."""
    left, right = (add_person(desk, who) if isinstance(who, str) else who for who in (mentor, mentee))
    if cohort_id is not None:
        _enroll_both(desk, cohort_id, left, right)
    day = None if status is PairStatus.PROPOSED else started_on
    return desk.do(pairs.create, PairForm(left, right, cohort_id, started_on=day, status=status, **values))


def _enroll_both(desk: Desk, cohort_id: int, left: int, right: int) -> None:
    peers = desk.read(cohorts.row, cohort_id).format is Format.PEER
    there = {(row.person_id, row.role) for row in desk.read(cohorts.enrollments, cohort_id)}
    for person_id, role in ((left, Role.MENTOR), (right, Role.MENTEE)):
        role = Role.PEER if peers else role
        if (person_id, role) not in there:
            enroll(desk, cohort_id, person_id, role)
