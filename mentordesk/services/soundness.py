"""Whether a desk file is sound: what SQLite says of it, the schema's revision, and what history can replay."""

import json
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import text
from sqlalchemy.orm import Session

from mentordesk.data import history, migrate
from mentordesk.data.database import Database


@dataclass(frozen=True, slots=True)
class Finding:
    """One test of the file and what came of it."""

    what: str
    sound: bool
    words: str


def check(path: Path) -> list[Finding]:
    """All tests. Raises FileError for a file that is missing or no desk at all."""
    revision = migrate.revision(path)
    database = Database(path, read_only=True)
    try:
        with database.read() as session:
            return [_revision(revision), _integrity(session), _foreign_keys(session), _history(session)]
    finally:
        database.close()


def _revision(found: str) -> Finding:
    current = found == migrate.HEAD
    return Finding("schema revision", current, found if current else f"{found}, this version reads {migrate.HEAD}")


def _integrity(session: Session) -> Finding:
    lines = session.scalars(text("PRAGMA integrity_check")).all()
    return Finding("integrity", lines == ["ok"], "; ".join(map(str, lines[:5])))


def _foreign_keys(session: Session) -> Finding:
    broken = session.execute(text("PRAGMA foreign_key_check")).all()
    return Finding("foreign keys", not broken, f"{len(broken)} rows refer to something that is gone")


def _history(session: Session) -> Finding:
    """Every change must name a table there is and rows that can be read back; every table needs its three triggers."""
    tables = {table.name for table in history.watched()}
    triggers = session.scalar(
        text("SELECT count(*) FROM sqlite_master WHERE type = 'trigger' AND name LIKE 'history%'")
    )
    steps, bad = 0, 0
    for name, before, after in session.execute(text("SELECT table_name, before, after FROM change")):
        steps += 1
        bad += name not in tables or not _readable(before) or not _readable(after)
    open_step = session.scalar(text("SELECT step_id FROM history_state"))
    sound = bad == 0 and triggers == 3 * len(tables) and open_step is None
    words = f"{steps} changes, {bad} cannot be read back, {triggers} of {3 * len(tables)} triggers"
    return Finding("history", sound, words if open_step is None else f"{words}, a step was left open")


def _readable(row: str | None) -> bool:
    try:
        return row is None or "id" in json.loads(row)
    except ValueError:
        return False
