"""Writing what an import has planned: people, their lists, custom values, managers and enrollments, in bulk."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from sqlalchemy import bindparam, delete, insert, select, text, update
from sqlalchemy.orm import Session

from mentordesk.data.tables import CustomField, CustomValue, Enrollment, NotSame, Person, PersonTag
from mentordesk.domain.cohorts import EnrollmentStatus
from mentordesk.domain.people import CustomFieldForm, FieldKind, PersonStatus
from mentordesk.domain.text import fold
from mentordesk.exchange.roster.fields import CUSTOM
from mentordesk.services import custom_fields
from mentordesk.services.desk import today
from mentordesk.services.imports import past_writing
from mentordesk.services.imports.changes import PLAIN, TEXTS
from mentordesk.services.imports.index import TAGS, Item, Known
from mentordesk.services.imports.people import Plan, PlannedRow
from mentordesk.services.imports.request import Hooks

_CHUNK = 1_000
_BLANK: Mapping[str, Any] = {
    **dict.fromkeys(TEXTS, ""),
    **dict.fromkeys(("email", "employee_number", "level", "hired_on", "left_on", "manager_id"), None),
    "external": False,
    "status": PersonStatus.ACTIVE,
}
Row = dict[str, Any]


def write(session: Session, plan: Plan, cohort_id: int | None, hooks: Hooks) -> dict[int, int]:
    """Do what the rows plan; returns the ids of new people by their numbers below zero. New people go in at once,
    changed ones are touched only where they differ. Raises CancelledError when stopped."""
    rows = plan.to_write
    work = _Writing(session, hooks)
    # A manager may come after the people who report to them.
    session.execute(text("PRAGMA defer_foreign_keys = ON"))
    ids = _new_ids(session, [row for row in rows if row.person_id is None])
    work.insert(Person, _new_people(rows, ids), 55, 65)
    _update_people(work, rows, ids)
    _write_lists(work, session, rows, ids, plan.known)
    if cohort_id is not None:
        _enroll(work, rows, ids, cohort_id, today(session))
    past_writing.write(session, plan.past, ids)
    apart = [{"first_id": other, "second_id": ids[row.person]} for row in rows for other in row.apart]
    work.insert(NotSame, apart, 95, 96)
    session.expire_all()
    return ids


class _Writing:
    """Statements for many rows at once, a thousand at a time, between two percentages of the work."""

    def __init__(self, session: Session, hooks: Hooks) -> None:
        self._connection, self._hooks = session.connection(), hooks

    def insert(self, table: Any, rows: Sequence[Row], first: int, last: int) -> None:
        self._run(insert(table.__table__), rows, first, last)

    def update(self, table: Any, rows: Sequence[Row], first: int, last: int) -> None:
        """Rows have the id as `of_id`; those with the same columns go together."""
        by_columns: dict[tuple[str, ...], list[Row]] = defaultdict(list)
        for row in rows:
            by_columns[tuple(row)].append(row)
        own = table.__table__
        for columns, group in by_columns.items():
            values: dict[str, Any] = {name: bindparam(name) for name in columns if name != "of_id"}
            self._run(update(own).where(own.c.id == bindparam("of_id")).values(values), group, first, last)

    def delete(self, table: Any, ids: Sequence[int]) -> None:
        own = table.__table__
        self._run(delete(own).where(own.c.id == bindparam("of_id")), [{"of_id": id_} for id_ in ids], 75, 76)

    def _run(self, statement: Any, rows: Sequence[Row], first: int, last: int) -> None:
        for done in range(0, len(rows), _CHUNK):
            self._hooks.part(first, last, done, len(rows))
            self._connection.execute(statement, rows[done : done + _CHUNK])


def _new_ids(session: Session, rows: Sequence[PlannedRow]) -> dict[int, int]:
    """The ids that new people will have: the next ones that nobody has ever had."""
    last = session.scalar(text("SELECT seq FROM sqlite_sequence WHERE name = 'person'")) or 0
    return {row.person: last + place for place, row in enumerate(rows, 1)}


def _plain(row: PlannedRow) -> Row:
    values = {name: value for name, value in row.values.items() if name in PLAIN}
    if "email" in values:
        values["email"] = str(values["email"]).lower()
    return values


def _new_people(rows: Sequence[PlannedRow], ids: Mapping[int, int]) -> list[Row]:
    return [
        {**_BLANK, **_plain(row), "id": ids[row.person], "manager_id": ids.get(row.manager or 0, row.manager)}
        for row in rows
        if row.person_id is None
    ]


def _update_people(work: _Writing, rows: Sequence[PlannedRow], ids: Mapping[int, int]) -> None:
    changed = []
    for row in rows:
        if row.person_id is None:
            continue
        values = _plain(row)
        if row.manager is not None:
            values["manager_id"] = ids.get(row.manager, row.manager)
        if values:
            changed.append({"of_id": row.person_id, **dict(sorted(values.items()))})
    work.update(Person, changed, 65, 75)


def _write_lists(
    work: _Writing, session: Session, rows: Sequence[PlannedRow], ids: Mapping[int, int], known: Known
) -> None:
    """Words that are new, words that go, and the order of those that stay."""
    fields = _fields(session, rows)
    tags: list[Row] = []
    custom: list[Row] = []
    ranks: list[Row] = []
    gone: dict[Any, list[int]] = {PersonTag: [], CustomValue: []}
    for row in rows:
        person = ids.get(row.person, row.person)
        for name, words in _lists(row):
            kept = {word: (rank, id_) for rank, (id_, word) in enumerate(_items(known, row, name))}
            wanted = _unique(words)
            table = PersonTag if name in TAGS else CustomValue
            gone[table] += [id_ for word, (_rank, id_) in kept.items() if word not in wanted]
            for rank, word in enumerate(wanted):
                if word in kept and name in TAGS:
                    ranks.append({"of_id": kept[word][1], "rank": rank})
                elif word not in kept and name in TAGS:
                    tags.append({"person_id": person, "kind": TAGS[name], "value": word, "rank": rank})
                elif word not in kept:
                    custom.append({"person_id": person, "field_id": fields[name], "value": word})
    for table, found in gone.items():
        work.delete(table, found)
    work.update(PersonTag, ranks, 76, 78)
    work.insert(PersonTag, tags, 78, 86)
    work.insert(CustomValue, custom, 86, 88)


def _lists(row: PlannedRow) -> Iterator[tuple[str, Iterable[str]]]:
    return ((name, words) for name, words in row.values.items() if name in TAGS or name.startswith(CUSTOM))


def _items(known: Known, row: PlannedRow, name: str) -> Sequence[Item]:
    return known.items.get((row.person_id, name), ()) if row.person_id is not None else ()


def _unique(words: Iterable[str]) -> list[str]:
    kept: dict[str, str] = {}
    for word in words:
        kept.setdefault(fold(word), word)
    return list(kept.values())


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


def _enroll(work: _Writing, rows: Sequence[PlannedRow], ids: Mapping[int, int], cohort_id: int, on: date) -> None:
    places = [
        {"cohort_id": cohort_id, "person_id": ids.get(row.person, row.person), "role": role, "capacity": row.capacity}
        | {"status": EnrollmentStatus.ACCEPTED, "enrolled_on": on, "note": ""}
        for row in rows
        for role in row.roles
    ]
    work.insert(Enrollment, places, 88, 95)
    changed = [{"of_id": id_, "capacity": n} for row in rows for id_, n in row.capacities.items()]
    work.update(Enrollment, changed, 95, 95)
