"""What the frame of the window tells of a desk: counts, and what Edit > Undo and Redo would do."""

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from mentordesk.data import history, tables
from mentordesk.domain.pairs import PairStatus
from mentordesk.domain.people import PersonStatus


def counts(session: Session) -> tuple[int, int]:
    """(active pairs, people who have not left), of the whole desk."""
    pairs = select(func.count()).select_from(tables.Pair).where(tables.Pair.status == PairStatus.ACTIVE)
    people = select(func.count()).select_from(tables.Person).where(tables.Person.status != PersonStatus.LEFT)
    return session.scalar(pairs) or 0, session.scalar(people) or 0


def step_labels(session: Session) -> tuple[str, str]:
    """What undo and redo would do, "" for nothing."""
    undo, redo = history.next_undo(session), history.next_redo(session)
    return undo.label if undo else "", redo.label if redo else ""
