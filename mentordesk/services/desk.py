"""The Desk: runs what a coordinator does, one session, one transaction, one step of history, one set of changes.

It knows files, history and listeners, and no rule of mentoring: those are in the actions it is given.
"""

import getpass
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any, Concatenate, ParamSpec, TypeVar

from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from mentordesk.data import backup, history, migrate
from mentordesk.data.backup import BackupRow
from mentordesk.data.database import Database, journal_mode
from mentordesk.data.faults import told
from mentordesk.data.history import StepRow
from mentordesk.data.lock import DeskLock
from mentordesk.domain.errors import UserError

P = ParamSpec("P")
T = TypeVar("T")


def _now() -> datetime:
    return datetime.now().astimezone()


def today(session: Session) -> date:
    """The local date of the desk's clock; every rule that needs a date asks here."""
    clock: Callable[[], datetime] = session.info["clock"]
    return clock().date()


def now(session: Session) -> datetime:
    """The moment of the desk's clock."""
    clock: Callable[[], datetime] = session.info["clock"]
    return clock()


def name_step(session: Session, label: str) -> None:
    """Say what this transaction does, as the Edit menu will: "Mark 3 milestones done"."""
    session.info["label"] = label


@dataclass(frozen=True, slots=True)
class Changes:
    """What a step, an undo or a redo changed. `how` is "done", "undone" or "redone"."""

    tables: frozenset[str]
    label: str
    how: str = "done"


class Desk:
    """An open desk file. All times come from `clock`, all writing goes through `do`, `undo` and `redo`."""

    def __init__(self, path: Path, *, clock: Callable[[], datetime] = _now, read_only: bool = False) -> None:
        self.path = path
        self.clock = clock
        self.read_only = read_only
        self.user = _user_name()
        self.saved_at: datetime | None = None
        self.changed_since_backup = False
        self.listeners: list[Callable[[Changes], None]] = []
        self._lock = DeskLock(path)
        self._database: Database | None = None

    @classmethod
    def open(
        cls, path: Path, *, backups: Path, clock: Callable[[], datetime] = _now, read_only: bool = False
    ) -> "Desk":
        """Open a desk, upgraded if it is of an older version (after a backup into `backups`).

        Raises FileError (missing, no desk, damaged), DeskBusyError, UserError (made by a newer version).
        """
        desk = cls(path, clock=clock, read_only=read_only)
        if read_only:
            migrate.check_current(path)
        else:
            desk._take(backups)
        desk._database = Database(path, read_only=read_only)
        return desk

    @classmethod
    def create(cls, path: Path, *, backups: Path, clock: Callable[[], datetime] = _now) -> "Desk":
        """Make an empty desk file and open it; where that fails there is none, and it can be made again."""
        migrate.create(path)
        try:
            return cls.open(path, backups=backups, clock=clock)
        except BaseException:
            migrate.remove(path)
            raise

    def _take(self, backups: Path) -> None:
        migrate.revision(self.path)
        self._lock.acquire()
        try:
            migrate.ensure_current(self.path, lambda: backup.make(self.path, backups, "before upgrade", self.clock()))
            with told(self.path):
                _set_journal(self.path)
                self._lock.sign(self.user, self.clock())
        except BaseException:
            self._lock.release()
            raise

    @property
    def database(self) -> Database:
        if self._database is None:
            raise UserError("The desk is closed.")
        return self._database

    def today(self) -> date:
        return self.clock().date()

    def read(self, query: Callable[Concatenate[Session, P], T], *args: P.args, **kwargs: P.kwargs) -> T:
        """Run a function that only reads; it returns plain rows. Safe from any thread."""
        with self.database.read() as session:
            session.info.update(clock=self.clock, desk_name=self.path.stem)
            return query(session, *args, **kwargs)

    def do(self, action: Callable[Concatenate[Session, P], T], *args: P.args, **kwargs: P.kwargs) -> T:
        """Run an action: all of it is committed as one step of history, or nothing happened and an error says why."""
        if self.read_only:
            raise UserError("This desk is open to read only.", advice="Nothing in it can be changed here.")
        try:
            with self.database.write() as session:
                session.info.update(clock=self.clock, desk_name=self.path.stem)
                step_id = history.begin(session, self.user, self.clock())
                value = action(session, *args, **kwargs)
                label = session.info.get("label") or _label_of(action)
                step = history.finish(session, step_id, label)
        except IntegrityError as error:
            raise UserError(
                "That was not saved: it does not fit what is in the desk.", safe="Nothing was changed."
            ) from error
        except UnicodeEncodeError as error:
            raise UserError(
                "That was not saved: a text holds half of a character, as from a cut emoji.",
                advice="Take out the sign that is shown as a box, or type the text anew.",
                safe="Nothing was changed.",
            ) from error
        self._announce(step, "done")
        return value

    def undo(self, stop: history.Stop = history.never) -> StepRow | None:
        """Take the newest step back; returns it, or None where there is nothing to take back. `stop` is asked in
        between: then nothing has happened, and CancelledError is raised."""
        return self._replayed(history.undo, stop, "undone")

    def redo(self, stop: history.Stop = history.never) -> StepRow | None:
        """Do the step again that was taken back last; returns it, or None. `stop` as in `undo`."""
        return self._replayed(history.redo, stop, "redone")

    def _replayed(
        self, replay: Callable[[Session, history.Stop], StepRow | None], stop: history.Stop, how: str
    ) -> StepRow | None:
        if self.read_only:
            return None
        with self.database.write() as session:
            step = replay(session, stop)
        self._announce(step, how)
        return step

    def size_of_step(self, *, again: bool = False) -> int:
        """How many rows undo would change, or redo if `again`: a large step takes a while."""
        return 0 if self.read_only else self.read(history.size, again=again)

    def undo_label(self) -> str:
        """What Edit > Undo would take back, "" for nothing."""
        step = None if self.read_only else self.read(history.next_undo)
        return "" if step is None else step.label

    def redo_label(self) -> str:
        step = None if self.read_only else self.read(history.next_redo)
        return "" if step is None else step.label

    def _announce(self, step: StepRow | None, how: str) -> None:
        if step is None:
            return
        self.saved_at = self.clock()
        self.changed_since_backup = True
        for listener in tuple(self.listeners):
            listener(Changes(step.tables, step.label, how))

    def back_up(self, folder: Path, why: str, keep: int = backup.KEEP) -> BackupRow:
        """Copy the desk into the folder now; `why` is told in the list of backups."""
        changed, self.changed_since_backup = self.changed_since_backup, False  # what changes meanwhile may miss it
        try:
            return self._copied(folder, why, keep)
        except BaseException:
            self.changed_since_backup = changed or self.changed_since_backup
            raise

    def _copied(self, folder: Path, why: str, keep: int) -> BackupRow:
        if self.database.in_place():
            return backup.make(self.path, folder, why, self.clock(), keep)
        with self.database.driver() as live:
            return backup.make(self.path, folder, why, self.clock(), keep, live)

    def close(self, backups: Path | None = None, keep: int = backup.KEEP) -> None:
        """Close the file; back it up into `backups` first if something changed since the last backup, and leave the
        newest `keep` there."""
        if self._database is None:
            return
        try:
            if backups is not None and self.changed_since_backup:
                self.back_up(backups, "at close", keep)
        finally:
            self._database.close()
            self._database = None
            if not self.read_only:
                self._lock.release()


def _label_of(action: Any) -> str:
    """ "log_contact" -> "Log contact": for the actions that give their step no better name."""
    return str(getattr(action, "__name__", "change")).replace("_", " ").capitalize()


def _user_name() -> str:
    with suppress(Exception):
        return getpass.getuser()
    return "somebody"


def _set_journal(path: Path) -> None:
    import sqlite3
    from contextlib import closing

    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute(f"PRAGMA journal_mode = {journal_mode(path)}")
