"""Finds every row of the desk that is about one person, those that history remembers too. Knows the tables, no report.

A row is about the person where it refers to them, to a pair of theirs, or to something that is about them. What the
other side of a pair said for itself is that side's alone and left out.
"""

import json
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Table, text
from sqlalchemy.orm import Session

from mentordesk.data.schema import HISTORY_FREE, metadata

Row = Mapping[str, Any]
"""A row as SQLite keeps it, by column."""
_NOT_ONES_OWN = frozenset({("person", "manager_id")})
"""References that make a row no row about the person: whom somebody manages is told by the others' rows."""
_ONE_SIDED = {
    "check_in": "side",
    "closing_survey": "side",
    "pair_answer": "side",
    "project_hours": "side",
    "story_answer": "side",
    "goal": "owner",
}
"""Tables whose rows belong to one side of a pair, and the column that says which; nothing or "both" is both."""

_LAST = frozenset({"response_receipt"})
"""Tables whose rows are about rows of others, without a reference."""


@dataclass(frozen=True, slots=True)
class OldChange:
    """A row before and after a step of history; None where there was none."""

    label: str
    at: str
    table: str
    before: Row | None
    after: Row | None


@dataclass(slots=True)
class PersonalRows:
    """`rows` are those on the desk now by table, `changes` what history remembers, the newest first; `left_out` counts
    what others have said for themselves, by table."""

    person_id: int
    rows: dict[str, list[Row]] = field(default_factory=dict)
    changes: list[OldChange] = field(default_factory=list)
    left_out: Counter[str] = field(default_factory=Counter)
    ids: dict[str, set[int]] = field(default_factory=dict)
    sides: dict[int, str] = field(default_factory=dict)
    projects: dict[int, int] = field(default_factory=dict)
    stories: dict[int, int] = field(default_factory=dict)


def find(session: Session, person_id: int) -> PersonalRows:
    """Everything, table by table: parents before their children."""
    found = PersonalRows(person_id, ids={"person": {person_id}})
    changes: list[tuple[int, OldChange]] = []
    for table in sorted(metadata.sorted_tables, key=lambda table: table.name in _LAST):
        condition = _condition(table, found)
        if condition is None or table.name in HISTORY_FREE:
            continue
        now = [row for row in _current(session, table, condition, found) if _keeps(table.name, row, found, count=True)]
        old = [each for each in _changes(session, table, condition, found) if _is_ones_own(each[1], found)]
        found.rows[table.name] = now
        changes += old
        found.ids[table.name] = {row["id"] for row in now} | {_id(each) for _, each in old}
        if table.name == "pair":
            found.ids["pair"] = set(found.sides)  # not those the person only introduced
    found.changes = [change for _, change in sorted(changes, key=lambda each: -each[0])]
    return found


def _id(change: OldChange) -> int:
    row = change.after if change.after is not None else change.before
    assert row is not None
    return int(row["id"])


def _condition(table: Table, found: PersonalRows) -> str | None:
    """The columns that lead to the person, as SQL over `{row}`; None where none does."""
    if table.name == "person":
        return "{id} = :person"
    parts = []
    for column in table.columns:
        for link in column.foreign_keys:
            parent = link.column.table.name
            if parent == "person" and (table.name, column.name) not in _NOT_ONES_OWN:
                parts.append(f"{{{column.name}}} = :person")
            elif parent != "person" and parent in found.ids:
                parts.append(f"{{{column.name}}} IN (SELECT value FROM json_each(:{parent}))")
    return " OR ".join(parts) or None


def _values(found: PersonalRows, condition: str) -> dict[str, Any]:
    known = {"person": found.person_id}
    return known | {name: json.dumps(sorted(ids)) for name, ids in found.ids.items() if f":{name})" in condition}


def _current(session: Session, table: Table, condition: str, found: PersonalRows) -> Iterator[Row]:
    where = condition.format_map({column.name: f'"{column.name}"' for column in table.columns})
    query = text(f'SELECT * FROM "{table.name}" WHERE {where} ORDER BY id')
    yield from (dict(row) for row in session.execute(query, _values(found, condition)).mappings())


def _changes(session: Session, table: Table, condition: str, found: PersonalRows) -> Iterator[tuple[int, OldChange]]:
    """Every change of a row that leads to the person, or did."""
    where = " OR ".join(
        condition.format_map({column.name: f"json_extract({side}, '$.{column.name}')" for column in table.columns})
        for side in ("before", "after")
    )
    query = text(
        "SELECT change.id, label, at, before, after FROM change JOIN step ON step.id = step_id "
        f"WHERE NOT undone AND table_name = '{table.name}' AND ({where}) ORDER BY change.id"
    )
    for id_, label, at, before, after in session.execute(query, _values(found, condition)):
        yield id_, OldChange(label, at, table.name, _row(before), _row(after))


def _row(noted: str | None) -> Row | None:
    return None if noted is None else json.loads(noted)


def _is_ones_own(change: OldChange, found: PersonalRows) -> bool:
    return all(_keeps(change.table, row, found) for row in (change.before, change.after) if row is not None)


def _keeps(table: str, row: Row, found: PersonalRows, *, count: bool = False) -> bool:
    """Whether a row that leads to the person is theirs to see; notes whose side a pair, project or story is of."""
    if table == "pair" and found.person_id in (row["left_id"], row["right_id"]):
        found.sides[row["id"]] = "left" if row["left_id"] == found.person_id else "right"
    elif table in ("joint_project", "story"):
        (found.projects if table == "joint_project" else found.stories)[row["id"]] = row["pair_id"]
    if _is_others(table, row, found):
        found.left_out[table] += count
        return False
    return True


def _is_others(table: str, row: Row, found: PersonalRows) -> bool:
    if table == "enrollment_wish":
        return row["kind"] == "veto" and row["enrollment_id"] not in found.ids["enrollment"]
    if table == "response_receipt":
        return row["record_id"] not in found.ids.get(row["kind"], ())
    if table not in _ONE_SIDED:
        return False
    return row[_ONE_SIDED[table]] not in (None, "both", found.sides.get(_pair_of(row, found)))


def _pair_of(row: Row, found: PersonalRows) -> int:
    if "project_id" in row:
        return found.projects.get(row["project_id"], 0)
    return found.stories.get(row["story_id"], 0) if "story_id" in row else int(row["pair_id"])
