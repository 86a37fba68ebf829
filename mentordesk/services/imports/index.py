"""Everybody in the desk as an import needs them: by e-mail, number and name, with the values a file may change."""

from collections import defaultdict
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from mentordesk.data.tables import Cohort, CustomField, CustomValue, Enrollment, Person, PersonTag, TagKind
from mentordesk.domain.cohorts import Role
from mentordesk.domain.text import fold
from mentordesk.exchange.roster.fields import CUSTOM
from mentordesk.services.places import places

TAGS = {
    "offers": TagKind.OFFERS,
    "wants": TagKind.WANTS,
    "languages": TagKind.LANGUAGE,
    "experience": TagKind.EXPERIENCE,
    "avoids": TagKind.AVOIDS,
}
_NAMES = {kind: name for name, kind in TAGS.items()}
_COLUMNS = (
    *("id", "name", "email", "employee_number", "title", "department", "location", "company", "level", "external"),
    *("hired_on", "left_on", "notes", "manager_id", "status"),
)

Item = tuple[int, str]
"""A word of a list: the id of its row in the desk, and the word."""


@dataclass(frozen=True, slots=True)
class Enrolled:
    """A place in the cohort; `used` pairs take it up."""

    id: int
    capacity: int
    used: int


@dataclass(slots=True)
class Known:
    """People by id with their values by field name, and how to find them.

    `by_bare` finds numbers without the zeros in front, `by_name` folded names. `items` are the words of a person's
    lists and custom fields with their ids, in order.
    """

    people: dict[int, dict[str, Any]] = field(default_factory=dict)
    by_email: dict[str, int] = field(default_factory=dict)
    by_number: dict[str, int] = field(default_factory=dict)
    by_bare: dict[str, list[int]] = field(default_factory=dict)
    by_name: dict[str, list[int]] = field(default_factory=dict)
    items: dict[tuple[int, str], list[Item]] = field(default_factory=dict)
    enrollments: dict[tuple[int, Role], Enrolled] = field(default_factory=dict)
    enrolled: dict[int, Enrolled] = field(default_factory=dict)

    def name(self, person_id: int | None) -> str:
        """What somebody is called; "" for nobody."""
        return str(self.people.get(person_id or 0, {}).get("name", ""))


def bare(number: str) -> str:
    """An employee number without the zeros in front, which a spreadsheet takes away; "" where it is not of digits."""
    return number.lstrip("0") if number.isascii() and number.isdigit() else ""


def load(session: Session, cohort_id: int | None) -> Known:
    """Everybody, in a handful of queries whatever their number."""
    known = Known()
    columns = Person.__table__.c
    for row in session.execute(select(*(columns[name] for name in _COLUMNS))):
        values = dict(zip(_COLUMNS, row, strict=True))
        values["manager"] = values["manager_id"]
        known.people[row.id] = values
        _index(known, row.id, row.name, row.email, row.employee_number)
    _load_items(session, known)
    for (person_id, name), items in known.items.items():
        known.people[person_id][name] = tuple(word for _id, word in items)
    if cohort_id is not None:
        _enrollments(session, cohort_id, known)
    return known


def _index(known: Known, person_id: int, name: str, email: str | None, number: str | None) -> None:
    known.by_name.setdefault(fold(name), []).append(person_id)
    if email:
        known.by_email[email.lower()] = person_id
    if number:
        known.by_number[number.lower()] = person_id
        if key := bare(number):
            known.by_bare.setdefault(key, []).append(person_id)


def _load_items(session: Session, known: Known) -> None:
    items: dict[tuple[int, str], list[Item]] = defaultdict(list)
    tag, custom = PersonTag.__table__.c, CustomValue.__table__.c
    query = select(tag.id, tag.person_id, tag.kind, tag.value).order_by(tag.rank, tag.id)
    for id_, person_id, kind, word in session.execute(query):
        items[person_id, _NAMES[kind]].append((id_, word))
    names = {id_: f"{CUSTOM}{name}" for id_, name in session.execute(select(CustomField.id, CustomField.name))}
    of_field = select(custom.id, custom.person_id, custom.field_id, custom.value).order_by(custom.id)
    for id_, person_id, field_id, word in session.execute(of_field):
        items[person_id, names[field_id]].append((id_, word))
    known.items = dict(items)


def _enrollments(session: Session, cohort_id: int, known: Known) -> None:
    used = places(session, Cohort.id == cohort_id).used
    query = select(Enrollment.id, Enrollment.person_id, Enrollment.role, Enrollment.capacity)
    for id_, person_id, role, capacity in session.execute(query.where(Enrollment.cohort_id == cohort_id)):
        place = Enrolled(id_, capacity, used[cohort_id, person_id, role])
        known.enrollments[person_id, role] = place
        known.enrolled[id_] = place
