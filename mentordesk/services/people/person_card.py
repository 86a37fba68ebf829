"""One person's card, read: enrollments, pairs over the years, career, the desk's own fields. Changes nothing."""

from collections import defaultdict
from datetime import date
from typing import Any

from sqlalchemy import case, select
from sqlalchemy.orm import Session, aliased

from mentordesk.data.tables import Cohort, CustomValue, Pair, Person, Program
from mentordesk.domain.cohorts import Role
from mentordesk.domain.custom_values import said
from mentordesk.domain.dates import known
from mentordesk.domain.errors import NotFoundError
from mentordesk.domain.pairs import FINISHED
from mentordesk.domain.person_card import PersonCard, PersonPairRow, by_start, length_words
from mentordesk.domain.programs import Format
from mentordesk.domain.standing import PairStatus
from mentordesk.services import custom_fields
from mentordesk.services.desk import today
from mentordesk.services.people.careers import career
from mentordesk.services.people.person_rows import rows
from mentordesk.services.programs import enrollment_rows
from mentordesk.services.scoping import never_begun


def card(session: Session, person_id: int) -> PersonCard:
    """Everything about a person. Raises NotFoundError."""
    found = rows(session, [person_id])
    if not found:
        raise NotFoundError("This person is not in the desk any more.", advice="It may have been removed or undone.")
    manager = aliased(Person)
    own = select(Person.notes, Person.hired_on, Person.manager_id, manager.name)
    query = own.outerjoin(manager, manager.id == Person.manager_id).where(Person.id == person_id)
    notes, hired_on, manager_id, manager_name = session.execute(query).one()
    return PersonCard(
        row=found[0],
        notes=notes,
        hired_on=hired_on,
        manager_id=manager_id,
        manager=manager_name or "",
        custom=_custom(session, person_id),
        enrollments=tuple(enrollment_rows.of_person(session, person_id)),
        pairs=pairs_of(session, person_id),
        career=tuple(career(session, person_id)),
    )


def _custom(session: Session, person_id: int) -> tuple[tuple[str, str], ...]:
    held: defaultdict[int, list[str]] = defaultdict(list)
    query = select(CustomValue.field_id, CustomValue.value).where(CustomValue.person_id == person_id)
    for field_id, value in session.execute(query.order_by(CustomValue.id)):
        held[field_id].append(value)
    fields = (field for field in custom_fields.rows(session) if field.id in held)
    return tuple((field.name, ", ".join(said(field, value) for value in held[field.id])) for field in fields)


def pairs_of(session: Session, person_id: int) -> tuple[PersonPairRow, ...]:
    """All pairs of a person, proposed ones too, oldest first; a proposal that came to nothing is none."""
    on_left = Pair.left_id == person_id
    query = (
        select(
            *(Pair.id, Pair.left_id, Pair.format, Pair.status, Pair.started_on, Pair.started_precision),
            *(Pair.ended_on, Pair.cohort_id, Cohort.name.label("cohort"), Cohort.ends_on, Cohort.closed_on),
            *(Program.name.label("program"), Person.id.label("other_id"), Person.name, Person.title),
        )
        .join(Person, Person.id == case((on_left, Pair.right_id), else_=Pair.left_id))
        .outerjoin(Cohort, Cohort.id == Pair.cohort_id)
        .outerjoin(Program, Program.id == Cohort.program_id)
        .where(on_left | (Pair.right_id == person_id), ~never_begun())
    )
    return by_start([_pair(found, person_id, today(session)) for found in session.execute(query)])


def _pair(found: Any, person_id: int, on: date) -> PersonPairRow:
    until = found.ended_on if found.status in FINISHED else None
    return PersonPairRow(
        id=found.id,
        other_id=found.other_id,
        other=found.name,
        other_title=found.title,
        role=_role(found, person_id),
        format=found.format,
        status=found.status,
        program=found.program or "",
        cohort_id=found.cohort_id,
        cohort=found.cohort or "",
        started_on=found.started_on,
        started_text=known(found.started_on, found.started_precision) if found.started_on else "",
        program_until=_program_until(found, on),
        until=until,
        length=length_words(found.started_on, until, found.status, on),
    )


def _role(found: Any, person_id: int) -> Role:
    if found.format is Format.PEER:
        return Role.PEER
    return Role.MENTOR if found.left_id == person_id else Role.MENTEE


def _program_until(found: Any, on: date) -> date | None:
    """The day an enduring pair left its program: the end of its cohort, its first day where it never was in one."""
    if found.status is not PairStatus.ENDURING:
        return None
    left: date | None = found.started_on
    if found.cohort_id is not None:
        left = min(found.closed_on or found.ends_on, on)
    return left
