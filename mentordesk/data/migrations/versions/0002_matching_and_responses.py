"""Answers to proposed pairs, score tables, rounds and circles of drafts, places of a company, receipts of responses.
And two more words: topics a person avoids, a new manager.

SQLite cannot change a check or add a checked column behind others, so the changed tables are laid out anew and filled
from the old ones. Foreign keys are off meanwhile and find the new table by its name.
"""

import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

from alembic import op

if TYPE_CHECKING:
    from sqlalchemy import CursorResult

revision = "0002"
down_revision = "0001"

_TABLE = re.compile(r"CREATE TABLE (\w+)")


def upgrade() -> None:
    script = Path(__file__).with_suffix(".sql").read_text(encoding="utf-8")
    for statement in script.split(";\n\n"):
        name = _TABLE.match(statement.strip())
        if name and _is_there(name[1]):
            _lay_out_anew(name[1], statement)
        elif statement.strip():
            _run(statement)


def _lay_out_anew(table: str, statement: str) -> None:
    """Indexes and triggers go with the old table; the script has the indexes, the triggers are made after upgrading."""
    highest = _run(f"SELECT seq FROM sqlite_sequence WHERE name = '{table}'").scalar()
    columns = ", ".join(row[1] for row in _run(f"PRAGMA table_info({table})"))
    _run(statement.replace(f"CREATE TABLE {table}", f"CREATE TABLE new_{table}", 1))
    _run(f"INSERT INTO new_{table} ({columns}) SELECT {columns} FROM {table}")
    _run(f"DROP TABLE {table}")
    _run(f"ALTER TABLE new_{table} RENAME TO {table}")
    if highest is not None:
        # Ids that were taken once are not given again: history tells rows apart by them.
        _run(f"DELETE FROM sqlite_sequence WHERE name = '{table}'")
        _run(f"INSERT INTO sqlite_sequence (name, seq) VALUES ('{table}', {highest})")


def _is_there(table: str) -> bool:
    return _run(f"SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = '{table}'").scalar() is not None


def _run(statement: str) -> "CursorResult[Any]":
    return op.get_bind().exec_driver_sql(statement)
