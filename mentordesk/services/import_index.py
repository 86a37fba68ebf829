"""Everybody in the desk as an import needs them: by e-mail and number, with the values a file may change."""

from collections import defaultdict
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from mentordesk.data.tables import CustomField, CustomValue, Enrollment, Pair, Person, PersonTag, TagKind
from mentordesk.domain.cohorts import Role
from mentordesk.domain.pairs import TAKES_PLACE
from mentordesk.exchange.roster_fields import CUSTOM

_TAGS = {
    TagKind.OFFERS: "offers",
    TagKind.WANTS: "wants",
    TagKind.LANGUAGE: "languages",
    TagKind.EXPERIENCE: "experience",
}
_COLUMNS = (
    *("id", "name", "email", "employee_number", "title", "department", "location", "company", "level", "external"),
    *("hired_on", "notes", "manager_id", "status"),
)


@dataclass(frozen=True, slots=True)
class Enrolled:
    """A place in the cohort; `used` pairs take it up."""

    id: int
    capacity: int
    used: int


@dataclass(slots=True)
class Known:
    """People by id with their values by field name, and how to find them."""

    people: dict[int, dict[str, Any]] = field(default_factory=dict)
    by_email: dict[str, int] = field(default_factory=dict)
    by_number: dict[str, int] = field(default_factory=dict)
    enrollments: dict[tuple[int, Role], Enrolled] = field(default_factory=dict)
    enrolled: dict[int, Enrolled] = field(default_factory=dict)


def load(session: Session, cohort_id: int | None) -> Known:
    """Everybody, in a handful of queries whatever their number."""
    known = Known()
    tags, custom = _tags(session), _custom(session)
    for row in session.execute(select(*(getattr(Person, name) for name in _COLUMNS))).mappings():
        values = {**row, "manager": row["manager_id"], **tags.get(row["id"], {}), **custom.get(row["id"], {})}
        known.people[row["id"]] = values
        if row["email"]:
            known.by_email[row["email"].lower()] = row["id"]
        if row["employee_number"]:
            known.by_number[row["employee_number"].lower()] = row["id"]
    if cohort_id is not None:
        _enrollments(session, cohort_id, known)
    return known


def _tags(session: Session) -> dict[int, dict[str, tuple[str, ...]]]:
    found: dict[int, dict[str, tuple[str, ...]]] = defaultdict(dict)
    query = select(PersonTag.person_id, PersonTag.kind, PersonTag.value)
    for person_id, kind, value in session.execute(query.order_by(PersonTag.rank, PersonTag.id)):
        found[person_id][_TAGS[kind]] = (*found[person_id].get(_TAGS[kind], ()), value)
    return found


def _custom(session: Session) -> dict[int, dict[str, tuple[str, ...]]]:
    found: dict[int, dict[str, tuple[str, ...]]] = defaultdict(dict)
    query = select(CustomValue.person_id, CustomField.name, CustomValue.value)
    query = query.join(CustomField, CustomField.id == CustomValue.field_id).order_by(CustomValue.id)
    for person_id, name, value in session.execute(query):
        key = f"{CUSTOM}{name}"
        found[person_id][key] = (*found[person_id].get(key, ()), value)
    return found


def _enrollments(session: Session, cohort_id: int, known: Known) -> None:
    used: dict[tuple[int, str], int] = defaultdict(int)
    pairs = select(Pair.left_id, Pair.right_id).where(Pair.cohort_id == cohort_id, Pair.status.in_(TAKES_PLACE))
    for left_id, right_id in session.execute(pairs):
        used[left_id, "left"] += 1
        used[right_id, "right"] += 1
    query = select(Enrollment.id, Enrollment.person_id, Enrollment.role, Enrollment.capacity)
    for id_, person_id, role, capacity in session.execute(query.where(Enrollment.cohort_id == cohort_id)):
        left, right = used.get((person_id, "left"), 0), used.get((person_id, "right"), 0)
        taken = {Role.MENTOR: left, Role.MENTEE: right, Role.PEER: left + right}[role]
        place = Enrolled(id_, capacity, taken)
        known.enrollments[person_id, role] = place
        known.enrolled[id_] = place
