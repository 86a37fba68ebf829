"""Enrollments, read: the people of a cohort, those of a person, and who is still to be matched."""

from collections import defaultdict
from typing import Any

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.orm import Session

from mentordesk.data.tables import Cohort, Enrollment, Person
from mentordesk.domain.cohorts import EnrollmentRow, EnrollmentStatus, Role
from mentordesk.domain.people import PersonStatus
from mentordesk.domain.scope import EVERYTHING, Scope
from mentordesk.services.cohort_phases import not_over
from mentordesk.services.desk import today
from mentordesk.services.places import Places, places
from mentordesk.services.scoping import within

_OVER = (EnrollmentStatus.WITHDRAWN, EnrollmentStatus.COMPLETED)


def enrollments(session: Session, cohort_id: int) -> list[EnrollmentRow]:
    """The people of a cohort by name, each with the places taken by pairs; a person with two roles has two rows."""
    condition = Cohort.id == cohort_id
    return _rows(session, condition, places(session, condition))


def of_person(session: Session, person_id: int) -> list[EnrollmentRow]:
    """The cohorts a person was or is in, newest first."""
    own = Cohort.id.in_(select(Enrollment.cohort_id).where(Enrollment.person_id == person_id))
    return _rows(session, Enrollment.person_id == person_id, places(session, own), Cohort.starts_on.desc())


def enrolled(session: Session) -> dict[tuple[int, Role], frozenset[int]]:
    """The people of every cohort that is not over, by cohort and role: those whose enrollment holds."""
    query = (
        select(Enrollment.cohort_id, Enrollment.role, Enrollment.person_id)
        .join(Cohort, Cohort.id == Enrollment.cohort_id)
        .where(not_over(today(session)), Enrollment.status.not_in(_OVER))
    )
    found: defaultdict[tuple[int, Role], set[int]] = defaultdict(set)
    for cohort_id, role, person_id in session.execute(query):
        found[cohort_id, role].add(person_id)
    return {key: frozenset(ids) for key, ids in found.items()}


def unmatched(session: Session, scope: Scope = EVERYTHING) -> list[EnrollmentRow]:
    """Who is to be matched: accepted mentees and peers of cohorts that are not over, who have no pair.

    A pair that is proposed, active or paused is one, and so is one that was completed or endures: early success needs
    no other mentor. People who have left are not waited for.
    """
    open_cohorts = not_over(today(session)) & within(Cohort.id, scope)
    taken = places(session, open_cohorts)
    asking = (Enrollment.status == EnrollmentStatus.ACCEPTED) & (Enrollment.role != Role.MENTOR)
    rows = _rows(session, open_cohorts & asking & (Person.status != PersonStatus.LEFT), taken)
    return [row for row in rows if (row.cohort_id, row.person_id, row.role) not in taken.settled]


def _rows(session: Session, condition: ColumnElement[bool], taken: Places, *order: Any) -> list[EnrollmentRow]:
    own, person = Enrollment.__table__.c, Person.__table__.c
    query = (
        select(
            *(own.id, own.cohort_id, Cohort.__table__.c.name.label("cohort"), own.person_id, person.name, person.title),
            *(person.email, own.role, own.capacity, own.status, own.enrolled_on, own.note),
        )
        .join(Cohort.__table__, Cohort.id == own.cohort_id)
        .join(Person.__table__, person.id == own.person_id)
        .where(condition)
        .order_by(*order, func.lower(person.name), own.id)
    )
    return [_row(found, taken) for found in session.execute(query)]


def _row(found: Any, taken: Places) -> EnrollmentRow:
    return EnrollmentRow(
        id=found.id,
        cohort_id=found.cohort_id,
        cohort=found.cohort,
        person_id=found.person_id,
        name=found.name,
        title=found.title,
        email=found.email or "",
        role=found.role,
        capacity=found.capacity,
        places_used=taken.used[(found.cohort_id, found.person_id, found.role)],
        status=found.status,
        enrolled_on=found.enrolled_on,
        note=found.note,
    )
