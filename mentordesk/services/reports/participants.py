"""The people enrolled in a scope, with everything HR asks of them, for reports. Knows no workbook."""

from collections import Counter, defaultdict
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from mentordesk.data.tables import Cohort, CustomField, CustomValue, Enrollment, Person
from mentordesk.domain.people import FieldKind
from mentordesk.domain.reporting import ParticipantRow
from mentordesk.domain.scope import Scope
from mentordesk.services.places import Seat, places
from mentordesk.services.scoping import within

_Custom = dict[int, dict[str, str]]
_COLUMNS = (
    *(Enrollment.id, Person.id, Person.name, Person.email, Person.employee_number, Person.title, Person.department),
    *(Person.location, Person.company, Person.level, Person.external, Cohort.id, Cohort.name),
    *(Enrollment.role, Enrollment.capacity, Enrollment.status, Enrollment.enrolled_on),
)


def rows(
    session: Session, scope: Scope, limit: int | None = None, words: bool = True
) -> tuple[list[str], list[ParticipantRow]]:
    """(names of the custom fields reports show, one row a place in a cohort), by cohort and name.

    Without `words` fields that hold free text, and dates, are left out: they may tell who somebody is.
    """
    fields = _fields(session, words)
    custom = _custom(session, fields)
    used = places(session, within(Cohort.id, scope)).used
    query = (
        select(*_COLUMNS)
        .join(Person, Person.id == Enrollment.person_id)
        .join(Cohort, Cohort.id == Enrollment.cohort_id)
        .where(within(Enrollment.cohort_id, scope))
        .order_by(Cohort.starts_on.desc(), Cohort.name, Person.name, Enrollment.id)
    )
    found = [_row(used, custom, *each) for each in session.execute(query.limit(limit))]
    return list(fields.values()), found


def count(session: Session, scope: Scope) -> int:
    """How many places the people of a scope have."""
    return session.scalar(select(func.count(Enrollment.id)).where(within(Enrollment.cohort_id, scope))) or 0


def _row(used: Counter[Seat], custom: _Custom, id_: int, person_id: int, name: str, *rest: Any) -> ParticipantRow:
    email, number, title, department, location, company, level, external, cohort_id, cohort, *place = rest
    role, capacity, status, enrolled_on = place
    texts = (name, email or "", number or "", title, department, location, company)
    own = (capacity, used[cohort_id, person_id, role], status.word, enrolled_on)
    return ParticipantRow(id_, *texts, level, external, cohort, role.word, *own, custom.get(person_id, {}), person_id)


def _fields(session: Session, words: bool) -> dict[int, str]:
    query = select(CustomField.id, CustomField.name).where(~CustomField.hidden_in_reports)
    if not words:
        query = query.where(CustomField.kind.not_in((FieldKind.TEXT, FieldKind.DATE)))
    found = session.execute(query.order_by(CustomField.position, CustomField.id))
    return {id_: name for id_, name in found}  # noqa: C416 - rows are no pairs to a type checker


def _custom(session: Session, fields: dict[int, str]) -> dict[int, dict[str, str]]:
    values: dict[int, dict[str, str]] = defaultdict(dict)
    query = select(CustomValue.person_id, CustomValue.field_id, CustomValue.value)
    for person_id, field_id, value in session.execute(query.order_by(CustomValue.id)):
        if field_id in fields:
            before = values[person_id].get(fields[field_id])
            values[person_id][fields[field_id]] = f"{before}; {value}" if before else value
    return values
