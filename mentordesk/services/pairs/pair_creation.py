"""Making a pair: who may be paired with whom, which side is left, and whether both have a place left."""

from dataclasses import dataclass

from sqlalchemy import func, or_, select
from sqlalchemy.orm import Session

from mentordesk.data.tables import Cohort, Enrollment, Pair, Person, Program
from mentordesk.domain.cohorts import EnrollmentStatus, Role, roles_of
from mentordesk.domain.errors import FieldError, UserError
from mentordesk.domain.pairs import TAKES_PLACE, PairForm, PairStatus, order_sides
from mentordesk.domain.people import PersonStatus
from mentordesk.domain.programs import Format
from mentordesk.services.desk import name_step
from mentordesk.services.pairs.pair_lookup import said
from mentordesk.services.pairs.pair_start import check_begun_by, start


@dataclass(frozen=True, slots=True)
class _Seat:
    """One of the two in a cohort: the field of the form that named them, and the role they would have."""

    field: str
    person: Person
    role: Role


def create(session: Session, form: PairForm) -> int:
    """A new pair of two different people, who have a place left where a cohort is given; returns its id.

    The cohort's program decides the format. With a status other than proposed the pair has started: on the given day,
    an active one without a day as activation would say. Raises FieldError for `mentor_id`, `mentee_id`, `cohort_id`,
    `started_on` or `introduced_by_id`.
    """
    first, second = _person(session, form.mentor_id, "mentor_id"), _person(session, form.mentee_id, "mentee_id")
    if first.id == second.id:
        raise FieldError("mentee_id", "A pair needs two different people. Choose someone else.")
    cohort, format_ = _cohort(session, form)
    _check_new(session, form, cohort, first, second)
    if cohort is not None:
        roles = roles_of(format_)
        for seat in (_Seat("mentor_id", first, roles[0]), _Seat("mentee_id", second, roles[-1])):
            _check_enrolled(session, cohort, seat)
    return _add(session, form, cohort, order_sides(format_, (first.name, first.id), (second.name, second.id)), format_)


def _person(session: Session, person_id: int, field: str) -> Person:
    person = session.get(Person, person_id)
    if person is None:
        raise FieldError(field, "Choose a person.")
    if person.status is PersonStatus.LEFT:
        raise FieldError(field, f"{person.name} has left and is offered for nothing new. Choose someone else.")
    return person


def _cohort(session: Session, form: PairForm) -> tuple[Cohort | None, Format]:
    if form.cohort_id is None:
        return None, form.format
    cohort = session.get(Cohort, form.cohort_id)
    if cohort is None:
        raise FieldError("cohort_id", "This cohort is not in the desk any more. Choose another.")
    return cohort, session.get_one(Program, cohort.program_id).format


def _check_new(session: Session, form: PairForm, cohort: Cohort | None, first: Person, second: Person) -> None:
    if form.introduced_by_id in (first.id, second.id):
        raise FieldError("introduced_by_id", "Somebody else brought the two together. Choose them, or nobody.")
    if form.status not in (PairStatus.PROPOSED, PairStatus.ACTIVE) and form.started_on is None:
        raise FieldError("started_on", f"A pair that is {form.status.value} has started. Say when.")
    if form.status is PairStatus.ENDURING and form.started_on is not None:
        check_begun_by(session, form.started_on)
    if form.status in TAKES_PLACE and _same_pair(session, form.cohort_id, first.id, second.id):
        where = f" in {cohort.name}" if cohort else ""
        raise FieldError("mentee_id", f"{first.name} and {second.name} are a pair{where} already.")


def _same_pair(session: Session, cohort_id: int | None, first: int, second: int) -> bool:
    query = select(Pair.id).where(
        Pair.left_id.in_((first, second)),
        Pair.right_id.in_((first, second)),
        Pair.status.in_(TAKES_PLACE),
        Pair.cohort_id == cohort_id if cohort_id is not None else Pair.cohort_id.is_(None),
    )
    return session.scalar(query.limit(1)) is not None


def _check_enrolled(session: Session, cohort: Cohort, seat: _Seat) -> None:
    enrollment = _enrollment(session, cohort.id, seat)
    name, role = seat.person.name, seat.role.value
    if enrollment is None:
        raise FieldError(seat.field, f"{name} is not enrolled in {cohort.name} as {role}. Enroll {name} first.")
    if enrollment.status is not EnrollmentStatus.ACCEPTED:
        status = enrollment.status.value
        raise FieldError(seat.field, f"{name} is {status} as {role} in {cohort.name}. Accept the enrollment first.")
    if full := _full(session, cohort, seat, enrollment.capacity):
        raise FieldError(seat.field, f"{full} Choose someone else, or raise the number of places there.")


def _enrollment(session: Session, cohort_id: int, seat: _Seat) -> Enrollment | None:
    of_person = (Enrollment.person_id == seat.person.id, Enrollment.role == seat.role)
    return session.scalars(select(Enrollment).where(Enrollment.cohort_id == cohort_id, *of_person)).one_or_none()


def _full(session: Session, cohort: Cohort, seat: _Seat, capacity: int) -> str:
    """Why there is no place left, empty where there is one."""
    used = places_used(session, cohort.id, seat.person.id, seat.role)
    if used < capacity:
        return ""
    return f"{seat.person.name} has no free place in {cohort.name}: {used} of {capacity} taken."


def places_used(session: Session, cohort_id: int, person_id: int, role: Role) -> int:
    """How many pairs of the cohort take a place of this person in this role: proposed, active and paused ones."""
    sides = {
        Role.MENTOR: Pair.left_id == person_id,
        Role.MENTEE: Pair.right_id == person_id,
        Role.PEER: or_(Pair.left_id == person_id, Pair.right_id == person_id),
    }
    query = select(func.count()).where(Pair.cohort_id == cohort_id, Pair.status.in_(TAKES_PLACE), sides[role])
    return session.execute(query).scalar_one()


def _add(session: Session, form: PairForm, cohort: Cohort | None, sides: tuple[int, int], format_: Format) -> int:
    pair = Pair(
        cohort_id=cohort.id if cohort else None,
        format=format_,
        left_id=sides[0],
        right_id=sides[1],
        status=form.status,
        started_on=form.started_on,
        started_precision=form.started_precision,
        introduced_by_id=form.introduced_by_id,
    )
    session.add(pair)
    session.flush()
    if form.status is PairStatus.ACTIVE:
        start(session, [pair])
    name_step(session, f"New pair {said(session, [pair])}")
    return pair.id


def check_place_again(session: Session, pair: Pair) -> None:
    """Raise UserError where a finished pair cannot go on: both need a place, and be no newer pair of the cohort."""
    if _same_pair(session, pair.cohort_id, pair.left_id, pair.right_id):
        raise UserError(f"{said(session, [pair])} are a pair again already.", advice="Go on with that one.")
    if pair.cohort_id is None:
        return
    cohort, roles = session.get_one(Cohort, pair.cohort_id), roles_of(pair.format)
    for person_id, role in ((pair.left_id, roles[0]), (pair.right_id, roles[-1])):
        seat = _Seat("", session.get_one(Person, person_id), role)
        enrollment = _enrollment(session, cohort.id, seat)
        full = _full(session, cohort, seat, enrollment.capacity) if enrollment else ""
        if full:
            raise UserError(full, advice="Raise the number of places there first.")
