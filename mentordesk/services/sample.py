"""The sample desk: a whole program office with fictional people, made for a date, the same for the same seed."""

from collections.abc import Callable
from datetime import date, datetime, time
from pathlib import Path
from random import Random

from sqlalchemy.orm import Session

from mentordesk.data import migrate
from mentordesk.data.database import Database
from mentordesk.data.lock import DeskLock
from mentordesk.domain.errors import FileError
from mentordesk.services.sampling import crowd, office, past, roster, written
from mentordesk.services.sampling.draft import Draft
from mentordesk.services.sampling.rows import Rows
from mentordesk.services.sampling.steps import Steps

PEOPLE = 200
"""The sample has at least so many people: those with a story need company."""


def make(
    path: Path,
    today: date | None = None,
    seed: int = 1,
    people: int = PEOPLE,
    progress: Callable[[int, int], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> Path:
    """Make a desk file with the sample in it, as if it were kept up to `today` (the local date); returns its path.

    With more than 200 people pairs and contacts grow too: 2,000 have about 1,000 active pairs and 50,000 contacts.
    `progress` takes (done, of). Raises FileError where the file exists or cannot be made and CancelledError where
    `cancelled` says so; then no file is left behind. Its history is empty: nothing in it can be undone.
    """
    day = today or datetime.now().astimezone().date()
    migrate.create(path)
    try:
        _fill(path, day, Random(f"{seed} {day.isoformat()}"), max(people, PEOPLE), Steps(progress, cancelled))
    except BaseException:
        migrate.remove(path)
        raise
    return path


def put(fresh: Path, path: Path) -> None:
    """Put a sample that was just made in the place of the old one, if any. Raises DeskBusyError where that is open in
    another copy of MentorDesk and FileError where the place is protected; then the new one goes."""
    lock = DeskLock(path)
    try:
        lock.acquire()
        try:
            migrate.remove(path)
            fresh.replace(path)
        finally:
            lock.release()
    except OSError as error:
        raise FileError(
            f"“{path.name}” could not be replaced.", advice="Check that its folder can be written."
        ) from error
    finally:
        migrate.remove(fresh)


def _fill(path: Path, today: date, random: Random, people: int, steps: Steps) -> None:
    noon = datetime.combine(today, time(12)).astimezone()
    database = Database(path)
    try:
        with database.write() as session:
            session.info["clock"] = lambda: noon
            draft = Draft(today, random, Rows(session), steps)
            _think_out(session, draft, people)
            draft.rows.write(steps)
    finally:
        database.close()


def _think_out(session: Session, draft: Draft, people: int) -> None:
    more = crowd.size(people)
    draft.steps.plan(people + more.pairs)
    roster.fill(draft, people)
    office.create(session, draft)
    written.add_pairs(draft)
    past.fill(draft)
    written.add_waiting(draft)
    if more.pairs:
        crowd.fill(draft, more)
