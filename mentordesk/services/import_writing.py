"""Writing what an import has planned: people, their lists, custom values, managers and enrollments, in bulk."""

from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import insert, select, update
from sqlalchemy.orm import Session

from mentordesk.data.tables import CustomField, CustomValue, Enrollment, Person, PersonTag, TagKind
from mentordesk.domain.cohorts import EnrollmentStatus
from mentordesk.domain.people import CustomFieldForm, FieldKind
from mentordesk.domain.text import fold
from mentordesk.exchange.roster_fields import CUSTOM
from mentordesk.services import custom_fields
from mentordesk.services.desk import today
from mentordesk.services.import_people import PLAIN_TOO, PlannedRow
from mentordesk.services.person_lists import save_custom, save_tags

_KINDS = {
    "offers": TagKind.OFFERS,
    "wants": TagKind.WANTS,
    "languages": TagKind.LANGUAGE,
    "experience": TagKind.EXPERIENCE,
}


def write(session: Session, rows: Sequence[PlannedRow], cohort_id: int | None) -> None:
    """Do what the rows plan. New people go in at once, changed ones are touched only where they differ."""
    fields = _fields(session, rows)
    new = [row for row in rows if row.person_id is None]
    ids = _add_people(session, new)
    _add_lists(session, new, ids, fields)
    for row in rows:
        if row.person_id is not None:
            _change(session, row, fields)
    everybody = {id(row): ids.get(id(row)) or row.person_id or 0 for row in rows}
    _set_managers(session, rows, everybody)
    if cohort_id is not None:
        _enroll(session, rows, everybody, cohort_id)


def _fields(session: Session, rows: Iterable[PlannedRow]) -> dict[str, int]:
    """The id of every custom field that the rows fill; one the desk does not have yet is made, as text."""
    ids = {fold(name): id_ for id_, name in session.execute(select(CustomField.id, CustomField.name))}
    found: dict[str, int] = {}
    for key in dict.fromkeys(name for row in rows for name in row.values if name.startswith(CUSTOM)):
        name = key.removeprefix(CUSTOM)
        if fold(name) not in ids:
            ids[fold(name)] = custom_fields.save(session, CustomFieldForm(name, FieldKind.TEXT))
        found[key] = ids[fold(name)]
    return found


def _plain(row: PlannedRow) -> dict[str, Any]:
    values = {name: value for name, value in row.values.items() if name in PLAIN_TOO}
    if "email" in values:
        values["email"] = str(values["email"]).lower()
    return values


def _add_people(session: Session, rows: Sequence[PlannedRow]) -> dict[int, int]:
    people = [Person(**_plain(row)) for row in rows]
    session.add_all(people)
    session.flush()
    return {id(row): person.id for row, person in zip(rows, people, strict=True)}


def _add_lists(session: Session, rows: Sequence[PlannedRow], ids: dict[int, int], fields: dict[str, int]) -> None:
    tags = [
        {"person_id": ids[id(row)], "kind": kind, "value": word, "rank": rank}
        for row in rows
        for name, kind in _KINDS.items()
        for rank, word in enumerate(_unique(row.values.get(name, ())))
    ]
    custom = [
        {"person_id": ids[id(row)], "field_id": field_id, "value": value}
        for row in rows
        for key, field_id in fields.items()
        for value in dict.fromkeys(row.values.get(key, ()))
    ]
    for table, values in ((PersonTag, tags), (CustomValue, custom)):
        if values:
            session.execute(insert(table), values)


def _unique(words: Iterable[str]) -> list[str]:
    kept: dict[str, str] = {}
    for word in words:
        kept.setdefault(fold(word), word)
    return list(kept.values())


def _change(session: Session, row: PlannedRow, fields: dict[str, int]) -> None:
    assert row.person_id is not None
    plain = _plain(row)
    if plain:
        session.execute(update(Person).where(Person.id == row.person_id).values(**plain))
    if any(name in row.values for name in _KINDS):
        lists = {kind: _unique(_list(session, row, name, kind)) for name, kind in _KINDS.items()}
        save_tags(session, row.person_id, lists)
    custom = {field_id: tuple(row.values[key]) for key, field_id in fields.items() if key in row.values}
    if custom:
        save_custom(session, row.person_id, custom)


def _list(session: Session, row: PlannedRow, name: str, kind: TagKind) -> Sequence[str]:
    if name in row.values:
        return tuple(row.values[name])
    query = select(PersonTag.value).where(PersonTag.person_id == row.person_id, PersonTag.kind == kind)
    return session.scalars(query.order_by(PersonTag.rank, PersonTag.id)).all()


def _set_managers(session: Session, rows: Sequence[PlannedRow], everybody: dict[int, int]) -> None:
    """Managers last: they may be new themselves. One that would report to the own report is left out."""
    by_place = {row.place: everybody[id(row)] for row in rows}
    now = dict(session.execute(select(Person.id, Person.manager_id)).all())
    for row in rows:
        if row.manager is None:
            continue
        person, manager = everybody[id(row)], by_place.get(row.manager, row.manager)
        if manager > 0 and not _above(now, manager, person):
            now[person] = manager
            session.execute(update(Person).where(Person.id == person).values(manager_id=manager))


def _above(managers: dict[int, int | None], person: int, wanted: int) -> bool:
    """Whether `wanted` is the person or stands above them."""
    seen: set[int] = set()
    step: int | None = person
    while step is not None and step not in seen:
        if step == wanted:
            return True
        seen.add(step)
        step = managers.get(step)
    return False


def _enroll(session: Session, rows: Sequence[PlannedRow], everybody: dict[int, int], cohort_id: int) -> None:
    on = today(session)
    places = [
        {"cohort_id": cohort_id, "person_id": everybody[id(row)], "role": role, "capacity": row.capacity}
        | {"status": EnrollmentStatus.ACCEPTED, "enrolled_on": on, "note": ""}
        for row in rows
        for role in row.roles
    ]
    if places:
        session.execute(insert(Enrollment), places)
    for row in rows:
        for enrollment_id, capacity in row.capacities.items():
            session.execute(update(Enrollment).where(Enrollment.id == enrollment_id).values(capacity=capacity))
