"""What each transaction did: undo, redo and the audit trail, from triggers that note every row in the desk file itself.

Knows no meaning of any table. A step is recorded between `begin` and `finish`; triggers are silent outside of it.
"""

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby
from typing import Any

from sqlalchemy import Connection, Table, delete, func, select, text, update
from sqlalchemy.orm import Session

from mentordesk.data.history_tables import Change, HistoryState, Step
from mentordesk.data.schema import HISTORY_FREE, metadata
from mentordesk.domain.errors import CancelledError

UNDO_DEPTH = 1000
Stop = Callable[[], bool]


def never() -> bool:
    """Nobody stops it."""
    return False


@dataclass(frozen=True, slots=True)
class StepRow:
    """A step as it is listed. `tables` is filled where a step was just made, undone or redone."""

    id: int
    label: str
    at: datetime
    by: str
    undone: bool
    tables: frozenset[str] = frozenset()


def watched() -> list[Table]:
    """Every table whose rows history notes."""
    return [table for table in metadata.sorted_tables if table.name not in HISTORY_FREE]


def _json_of(table: Table, row: str) -> str:
    pairs = ", ".join(f"'{column.name}', {row}.\"{column.name}\"" for column in table.columns)
    return f"json_object({pairs})"


def _trigger(table: Table, event: str) -> str:
    before = "NULL" if event == "INSERT" else _json_of(table, "OLD")
    after = "NULL" if event == "DELETE" else _json_of(table, "NEW")
    row = "OLD" if event == "DELETE" else "NEW"
    differs = f" AND {before} IS NOT {after}" if event == "UPDATE" else ""
    return (
        f'CREATE TRIGGER history_{table.name}_{event.lower()} AFTER {event} ON "{table.name}" '
        f"WHEN (SELECT step_id FROM history_state) IS NOT NULL{differs} BEGIN "
        "INSERT INTO change (step_id, table_name, row_id, before, after) "
        f"SELECT step_id, '{table.name}', {row}.id, {before}, {after} FROM history_state; END"
    )


def create_triggers(connection: Connection) -> None:
    """Make the triggers anew from the metadata: after creation and after every migration."""
    old = connection.scalars(
        text("SELECT name FROM sqlite_master WHERE type = 'trigger' AND name LIKE 'history\\_%' ESCAPE '\\'")
    )
    for name in old.all():
        connection.exec_driver_sql(f'DROP TRIGGER "{name}"')
    for table in watched():
        for event in ("INSERT", "UPDATE", "DELETE"):
            connection.exec_driver_sql(_trigger(table, event))
    connection.exec_driver_sql("INSERT OR IGNORE INTO history_state (id, step_id) VALUES (1, NULL)")


def begin(session: Session, by: str, at: datetime) -> int:
    """Open a step in this transaction; returns its id. Everything from here to `finish` is noted."""
    step = Step(label="", at=at, by=by, undone=False)
    session.add(step)
    session.flush()
    session.execute(update(HistoryState).values(step_id=step.id))
    return step.id


def finish(session: Session, step_id: int, label: str) -> StepRow | None:
    """Close the step. Nothing touched: no step. Else what was undone before can no longer be redone."""
    session.flush()
    session.execute(update(HistoryState).values(step_id=None))
    tables = _tables_of(session, step_id)
    step = session.get_one(Step, step_id)
    if not tables:
        session.delete(step)
        return None
    step.label = label
    session.flush()
    session.execute(delete(Step).where(Step.undone))
    return StepRow(step.id, label, step.at, step.by, False, tables)


def _tables_of(session: Session, step_id: int) -> frozenset[str]:
    return frozenset(session.scalars(select(Change.table_name).where(Change.step_id == step_id).distinct()))


def next_undo(session: Session) -> StepRow | None:
    """The newest step that is not undone, if it is among the last that can be."""
    return _first(session, select(Step).where(~Step.undone).order_by(Step.id.desc()).limit(1))


def next_redo(session: Session) -> StepRow | None:
    """The oldest undone step: the one that was undone last."""
    return _first(session, select(Step).where(Step.undone).order_by(Step.id).limit(1))


def _first(session: Session, query: Any) -> StepRow | None:
    step = session.scalars(query).first()
    return None if step is None else StepRow(step.id, step.label, step.at, step.by, step.undone)


def size(session: Session, *, again: bool = False) -> int:
    """How many rows undo would change, or redo if `again`."""
    step = next_redo(session) if again else next_undo(session)
    query = select(func.count()).select_from(Change).where(Change.step_id == (step.id if step else None))
    return session.scalar(query) or 0


def undo(session: Session, stop: Stop = never) -> StepRow | None:
    """Take back the newest step; None where there is nothing to take back. Raises CancelledError when stopped."""
    undone = session.scalar(select(Step.id).where(Step.undone).order_by(Step.id.desc()).offset(UNDO_DEPTH - 1))
    return None if undone is not None else _replay(session, next_undo(session), stop, backwards=True)


def redo(session: Session, stop: Stop = never) -> StepRow | None:
    """Do again what was undone last; None where there is nothing. Raises CancelledError when stopped."""
    return _replay(session, next_redo(session), stop, backwards=False)


def _replay(session: Session, step: StepRow | None, stop: Stop, *, backwards: bool) -> StepRow | None:
    if step is None:
        return None
    session.execute(text("PRAGMA defer_foreign_keys = ON"))
    order = Change.id.desc() if backwards else Change.id
    changes = session.execute(
        select(Change.table_name, Change.row_id, Change.before, Change.after)
        .where(Change.step_id == step.id)
        .order_by(order)
    ).all()
    moves = [
        (name, row_id, *((after, before) if backwards else (before, after))) for name, row_id, before, after in changes
    ]
    for statement, values in _statements(moves):
        if stop():
            raise CancelledError
        session.connection().exec_driver_sql(statement, values)
    session.execute(update(Step).where(Step.id == step.id).values(undone=backwards))
    return StepRow(step.id, step.label, step.at, step.by, backwards, frozenset(name for name, *_ in moves))


def _statements(moves: list[tuple[str, int, str | None, str | None]]) -> Iterator[tuple[str, list[tuple[Any, ...]]]]:
    """One statement for each run of like changes, with the values of every row of the run."""
    for (name, deleted, inserted), run in groupby(moves, key=lambda move: (move[0], move[3] is None, move[2] is None)):
        columns = [column.name for column in metadata.tables[name].columns]
        if deleted:
            yield f'DELETE FROM "{name}" WHERE id = ?', [(row_id,) for _, row_id, *_ in run]
            continue
        rows = [json.loads(after or "{}") for *_, after in run]
        if inserted:
            slots = ", ".join("?" * len(columns))
            names = ", ".join(f'"{column}"' for column in columns)
            yield (
                f'INSERT INTO "{name}" ({names}) VALUES ({slots})',
                [tuple(row.get(c) for c in columns) for row in rows],
            )
        else:
            names = ", ".join(f'"{column}" = ?' for column in columns)
            yield (
                f'UPDATE "{name}" SET {names} WHERE id = ?',
                [(*(row.get(c) for c in columns), row["id"]) for row in rows],
            )


def steps(session: Session, limit: int = 100) -> list[StepRow]:
    """The newest steps first, undone ones included."""
    found = session.scalars(select(Step).order_by(Step.id.desc()).limit(limit))
    return [StepRow(step.id, step.label, step.at, step.by, step.undone) for step in found]
