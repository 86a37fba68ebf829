"""Enrolling people into cohorts: with a role, a number of places, a status; changed and taken back."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from mentordesk.data.tables import Cohort, Enrollment, Pair, Person, Program
from mentordesk.domain.cohorts import MOST_PLACES, EnrollmentForm, EnrollmentStatus, Role, roles_of
from mentordesk.domain.company_places import TAKEN_BY
from mentordesk.domain.errors import FieldError, NotFoundError, UserError
from mentordesk.domain.people import PersonStatus
from mentordesk.domain.programs import Format
from mentordesk.domain.standing import Side
from mentordesk.domain.wording import counted
from mentordesk.services.desk import name_step, today
from mentordesk.services.pairs.pair_counts import chosen
from mentordesk.services.pairs.pair_creation import places_used
from mentordesk.services.places import Seat, places
from mentordesk.services.programs import company_places


def check_role(format_: Format, role: Role) -> None:
    """Raise FieldError for `role` where the format does not know it: peers stand alone."""
    if role not in roles_of(format_):
        wanted = " or ".join(known.value for known in roles_of(format_))
        raise FieldError(
            "role",
            f"A {format_.word.lower()} program has no {role.value}s. Choose {wanted}.",
            proposal=roles_of(format_)[0],
        )


def _check_capacity(capacity: int, used: int = 0, name: str = "") -> None:
    if not 0 <= capacity <= MOST_PLACES:
        nearest = min(MOST_PLACES, max(0, capacity))
        raise FieldError("capacity", f"Choose 0 to {MOST_PLACES} places.", proposal=nearest)
    if capacity < used:
        raise FieldError("capacity", f"{name} has {counted(used, 'pair')} here. Choose {used} or more.", proposal=used)


def enroll(session: Session, forms: Sequence[EnrollmentForm]) -> list[int]:
    """Enroll people; returns the ids of the enrollments. Who had withdrawn or completed is taken in again.

    Raises FieldError for `role` or `capacity`, UserError for a person who has left or is enrolled in that role already,
    and where a company would have more people in a cohort than its program takes.
    """
    if not forms:
        raise UserError("Nobody is chosen.", advice="Choose one or more people first.")
    known = _known(session, forms)
    enrolled = [_enroll(session, form, known) for form in forms]
    session.flush()
    company_places.check(session, enrolled)
    name_step(session, f"Enroll {_said(session, enrolled)}")
    return [enrollment.id for enrollment in enrolled]


@dataclass(frozen=True, slots=True)
class _Known:
    """What is asked of each who is enrolled, read once for all: 500 people at once are no rarity."""

    people: Mapping[int, Person]
    cohorts: Mapping[int, tuple[Cohort, Format]]
    there: dict[Seat, Enrollment]


def _known(session: Session, forms: Sequence[EnrollmentForm]) -> _Known:
    ids, cohorts = {form.person_id for form in forms}, {form.cohort_id for form in forms}
    people = session.scalars(select(Person).where(chosen(Person.id, ids)))
    into = select(Cohort, Program.format).join(Program, Program.id == Cohort.program_id)
    there = select(Enrollment).where(chosen(Enrollment.person_id, ids), chosen(Enrollment.cohort_id, cohorts))
    return _Known(
        {person.id: person for person in people},
        {cohort.id: (cohort, format_) for cohort, format_ in session.execute(into.where(chosen(Cohort.id, cohorts)))},
        {(it.cohort_id, it.person_id, it.role): it for it in session.scalars(there)},
    )


def _enroll(session: Session, form: EnrollmentForm, known: _Known) -> Enrollment:
    if form.person_id not in known.people or form.cohort_id not in known.cohorts:
        raise NotFoundError("The person or the cohort is not in the desk any more.")
    person, (cohort, format_) = known.people[form.person_id], known.cohorts[form.cohort_id]
    check_role(format_, form.role)
    _check_capacity(form.capacity)
    if person.status is PersonStatus.LEFT:
        raise UserError(f"{person.name} has left and is offered for nothing new.", advice="Choose someone else.")
    seat = (cohort.id, person.id, form.role)
    enrollment = known.there.get(seat)
    if enrollment is None:
        enrollment = Enrollment(cohort_id=cohort.id, person_id=person.id, role=form.role, enrolled_on=today(session))
        session.add(enrollment)
        known.there[seat] = enrollment
    elif enrollment.status not in (EnrollmentStatus.WITHDRAWN, EnrollmentStatus.COMPLETED):
        raise UserError(f"{person.name} is in {cohort.name} as {form.role.value} already.")
    enrollment.capacity, enrollment.status, enrollment.note = form.capacity, form.status, form.note.strip()
    return enrollment


def change_enrollment(
    session: Session,
    enrollment_id: int,
    *,
    role: Role | None = None,
    capacity: int | None = None,
    status: EnrollmentStatus | None = None,
    note: str | None = None,
) -> None:
    """Change what is given of an enrollment, and nothing else.

    Raises FieldError for `role`, `capacity` or `status` where a pair of the cohort stands against it, and UserError
    where the person's company has as many people in the cohort already as the program takes.
    """
    enrollment = _find(session, enrollment_id)
    before = _place(enrollment)
    name = session.get_one(Person, enrollment.person_id).name
    used = places_used(session, enrollment.cohort_id, enrollment.person_id, enrollment.role)
    if role is not None and role is not enrollment.role:
        _change_role(session, enrollment, role, name, used)
    if capacity is not None:
        _check_capacity(capacity, used, name)
        enrollment.capacity = capacity
    if status is not None:
        _change_status(enrollment, status, name, used)
    if note is not None:
        enrollment.note = note.strip()
    if _place(enrollment) != before:
        company_places.check(session, [enrollment])
    name_step(session, f"Change the enrollment of {name}")


def _change_role(session: Session, enrollment: Enrollment, role: Role, name: str, used: int) -> None:
    cohort = session.get_one(Cohort, enrollment.cohort_id)
    check_role(session.get_one(Program, cohort.program_id).format, role)
    if used:
        raise FieldError("role", f"{name} has a pair as {enrollment.role.value} here. End it first.")
    own = (Enrollment.cohort_id == cohort.id, Enrollment.person_id == enrollment.person_id, Enrollment.role == role)
    if session.scalar(select(Enrollment.id).where(*own)) is not None:
        raise FieldError("role", f"{name} is in {cohort.name} as {role.value} already.")
    enrollment.role = role


def _change_status(enrollment: Enrollment, status: EnrollmentStatus, name: str, used: int) -> None:
    if used and status is not EnrollmentStatus.ACCEPTED and status is not enrollment.status:
        raise FieldError("status", f"{name} has {counted(used, 'pair')} here. End or complete the pair first.")
    enrollment.status = status


def _place(enrollment: Enrollment) -> Role | None:
    """The role in which somebody takes a place of their company; None for who waits, withdrew or is done."""
    return enrollment.role if enrollment.status in TAKEN_BY else None


def set_enrollment_status(session: Session, ids: Sequence[int], status: EnrollmentStatus) -> None:
    """Accept, waitlist or withdraw several at once. Raises FieldError for `status` where somebody has a pair here, and
    UserError where too many would come in of one company."""
    found = _chosen(session, ids)
    before = {enrollment.id: _place(enrollment) for enrollment in found}
    used = places(session, chosen(Cohort.id, {enrollment.cohort_id for enrollment in found})).used
    named = select(Person.id, Person.name).where(chosen(Person.id, {it.person_id for it in found}))
    names: dict[int, str] = dict(session.execute(named).all())
    for it in found:
        _change_status(it, status, names[it.person_id], used[it.cohort_id, it.person_id, it.role])
    company_places.check(session, [it for it in found if _place(it) != before[it.id]])
    name_step(session, f"Set {_said(session, found)} to {status.value}")


def remove_enrollments(session: Session, ids: Sequence[int]) -> None:
    """Take people out of a cohort as if they had never been in it. Who has or had a pair there stays: withdraw them."""
    found = _chosen(session, ids)
    paired = _paired(session, {enrollment.cohort_id for enrollment in found})
    for enrollment in found:
        _check_no_pair(session, enrollment, paired)
    name_step(session, f"Remove {_said(session, found)} from the cohort")
    for enrollment in found:
        session.delete(enrollment)


def remove_enrollment(session: Session, enrollment_id: int) -> None:
    remove_enrollments(session, [enrollment_id])


def _paired(session: Session, cohort_ids: Collection[int]) -> set[tuple[int | None, Side, int]]:
    """Who has or had a pair on which side, by cohort."""
    query = select(Pair.cohort_id, Pair.left_id, Pair.right_id).where(chosen(Pair.cohort_id, cohort_ids))
    pairs = session.execute(query)
    return {(cohort_id, *seat) for cohort_id, *two in pairs for seat in zip(Side, two, strict=True)}


def _check_no_pair(session: Session, enrollment: Enrollment, paired: Collection[tuple[int | None, Side, int]]) -> None:
    sides = {Role.MENTOR: (Side.LEFT,), Role.MENTEE: (Side.RIGHT,), Role.PEER: tuple(Side)}[enrollment.role]
    if not any((enrollment.cohort_id, side, enrollment.person_id) in paired for side in sides):
        return
    name = session.get_one(Person, enrollment.person_id).name
    cohort = session.get_one(Cohort, enrollment.cohort_id).name
    raise UserError(f"{name} has or had a pair in {cohort}.", advice="Set the enrollment to withdrawn instead.")


def _chosen(session: Session, ids: Sequence[int]) -> list[Enrollment]:
    if not ids:
        raise UserError("Nobody is chosen.", advice="Choose one or more people first.")
    every = session.scalars(select(Enrollment).where(chosen(Enrollment.id, ids))).all()
    found = {enrollment.id: enrollment for enrollment in every}
    return [found.get(enrollment_id) or _find(session, enrollment_id) for enrollment_id in ids]


def _find(session: Session, enrollment_id: int) -> Enrollment:
    found = session.get(Enrollment, enrollment_id)
    if found is None:
        raise NotFoundError(
            "This enrollment is not in the desk any more.", advice="It may have been removed or undone."
        )
    return found


def _said(session: Session, enrolled: Sequence[Enrollment]) -> str:
    """How a step names them: "Amara Okonkwo", or "3 people"."""
    people = {enrollment.person_id for enrollment in enrolled}
    return session.get_one(Person, people.pop()).name if len(people) == 1 else f"{len(people)} people"


def give_place(session: Session, cohort_id: int, mentor_id: int) -> None:
    """One more place for a mentor of a cohort. Raises NotFoundError, FieldError where there are as many as there may
    be."""
    own = Enrollment
    query = select(own).where(own.cohort_id == cohort_id, own.person_id == mentor_id, own.role == Role.MENTOR)
    enrollment = session.scalar(query)
    if enrollment is None:
        raise NotFoundError("This mentor is not in the cohort any more.")
    change_enrollment(session, enrollment.id, capacity=enrollment.capacity + 1)
    name_step(session, f"Give {session.get_one(Person, mentor_id).name} one more place")
