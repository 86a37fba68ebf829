"""Names that must be unique on a desk: whether one is taken, and a free one. Case and accents make no difference."""

from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from mentordesk.domain.text import fold


def taken(session: Session, table: Any, name: str, except_id: int | None = None) -> bool:
    """Whether another row of the table has the name."""
    wanted = fold(name.strip())
    names = session.execute(select(table.id, table.name))
    return any(row_id != except_id and fold(other) == wanted for row_id, other in names)


def free_name(session: Session, table: Any, name: str) -> str:
    """The name itself, or "Crossroads 2026 (2)" where it is taken."""
    free, number = name, 2
    while taken(session, table, free):
        free, number = f"{name} ({number})", number + 1
    return free


def copy_name(session: Session, table: Any, name: str) -> str:
    """ "Crossroads, copy", then "Crossroads, copy (2)"."""
    return free_name(session, table, f"{name}, copy")
