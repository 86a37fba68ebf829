"""People: added, changed, marked as on leave or left. Lists, cards and careers have modules of their own."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from mentordesk.data.tables import CustomValue, Person, PersonTag, TagKind
from mentordesk.domain.errors import NotFoundError, UserError
from mentordesk.domain.people import PersonForm, PersonStatus
from mentordesk.services.desk import name_step, today
from mentordesk.services.pairs.pair_counts import chosen
from mentordesk.services.people.careers import add_career as add_career
from mentordesk.services.people.careers import career as career
from mentordesk.services.people.careers import change_career as change_career
from mentordesk.services.people.careers import remove_career as remove_career
from mentordesk.services.people.person_card import card as card
from mentordesk.services.people.person_card import pairs_of as pairs_of
from mentordesk.services.people.person_checks import check, cleaned
from mentordesk.services.people.person_checks import people_below as people_below
from mentordesk.services.people.person_lists import save_custom, save_tags
from mentordesk.services.people.person_rows import rows as rows
from mentordesk.services.people.person_rows import tag_values as tag_values
from mentordesk.services.people.person_twins import duplicates as duplicates
from mentordesk.services.people.person_twins import not_same as not_same

_PLAIN = (
    *("name", "title", "department", "location", "company", "level", "manager_id", "external", "status", "hired_on"),
    "notes",
)
_LISTS = {
    TagKind.OFFERS: "offers",
    TagKind.WANTS: "wants",
    TagKind.LANGUAGE: "languages",
    TagKind.EXPERIENCE: "experience",
    TagKind.AVOIDS: "avoids",
}


def form(session: Session, person_id: int) -> PersonForm:
    """A person as edited. Raises NotFoundError."""
    person = _find(session, person_id)
    values: dict[str, Any] = {name: getattr(person, name) for name in _PLAIN}
    values |= {name: getattr(person, name) or "" for name in ("email", "employee_number")}
    values |= {name: _tags(session, person_id, kind) for kind, name in _LISTS.items()}
    return PersonForm(**values, custom=_custom(session, person_id))


def _tags(session: Session, person_id: int, kind: TagKind) -> tuple[str, ...]:
    query = select(PersonTag.value).where(PersonTag.person_id == person_id, PersonTag.kind == kind)
    return tuple(session.scalars(query.order_by(PersonTag.rank, PersonTag.id)))


def _custom(session: Session, person_id: int) -> dict[int, tuple[str, ...]]:
    query = select(CustomValue.field_id, CustomValue.value).where(CustomValue.person_id == person_id)
    values: dict[int, tuple[str, ...]] = {}
    for field_id, value in session.execute(query.order_by(CustomValue.id)):
        values[field_id] = (*values.get(field_id, ()), value)
    return values


def save(session: Session, form: PersonForm, person_id: int | None = None) -> int:
    """Add a person, or change the one with the id; returns the id. What did not change is left untouched.

    Raises FieldError for `name`, `email` and `employee_number` (each somebody's own), `level`, `manager_id` (neither
    the person nor anyone below) and `custom:ID` of a custom field.
    """
    person = Person() if person_id is None else _find(session, person_id)
    form = cleaned(form)
    check(session, form, person_id)
    for name in _PLAIN:
        setattr(person, name, getattr(form, name))
    person.email, person.employee_number = form.email or None, form.employee_number or None
    _set_status(session, person, form.status)
    session.add(person)
    session.flush()
    save_tags(session, person.id, {kind: getattr(form, name) for kind, name in _LISTS.items()})
    save_custom(session, person.id, form.custom)
    name_step(session, f"{'Add' if person_id is None else 'Change'} {person.name}")
    return person.id


def set_status(session: Session, ids: Sequence[int], status: PersonStatus) -> None:
    """Mark people as active, on leave or left. Who has left keeps pairs and history and is offered for nothing new."""
    if not ids:
        raise UserError("Nobody is chosen.", advice="Choose one or more people first.")
    there = {person.id: person for person in session.scalars(select(Person).where(chosen(Person.id, ids)))}
    people = [there.get(person_id) or _find(session, person_id) for person_id in ids]
    for person in people:
        _set_status(session, person, status)
    said = people[0].name if len(people) == 1 else f"{len(people)} people"
    name_step(session, f"Mark {said} as {status.word.lower()}")


def _set_status(session: Session, person: Person, status: PersonStatus) -> None:
    """The day somebody left is noted once, and goes when they are back."""
    person.status = status
    if status is not PersonStatus.LEFT:
        person.left_on = None
    elif person.left_on is None:
        person.left_on = today(session)


def _find(session: Session, person_id: int) -> Person:
    found = session.get(Person, person_id)
    if found is None:
        raise NotFoundError("This person is not in the desk any more.", advice="It may have been removed or undone.")
    return found
