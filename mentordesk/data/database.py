"""The engine of one desk file: pragmas, reading sessions and writing sessions. Knows no table.

Every write begins IMMEDIATE: a deferred one that reads first meets "database is locked" at once, whatever the timeout.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.orm import Session

from mentordesk.data.faults import is_about_its_place, told
from mentordesk.domain.errors import FileError

APPLICATION_ID = 0x4D44534B  # "MDSK"
BUSY_SECONDS = 5
_SYNCED = (
    "onedrive",
    "dropbox",
    "google drive",
    "googledrive",
    "icloud",
    "com~apple~clouddocs",
    "nextcloud",
    "box sync",
)
_NETWORK_TYPES = ("nfs", "cifs", "smb", "fuse.sshfs", "9p", "afs")


def journal_mode(path: Path) -> str:
    """WAL on a local disk; the rollback journal where another computer or a sync program may touch the file."""
    text = str(path.resolve()).casefold()
    shared = (
        text.startswith(("\\\\", "//")) or any(name in text for name in _SYNCED) or _mount_type(path) in _NETWORK_TYPES
    )
    return "DELETE" if shared else "WAL"


def _mount_type(path: Path) -> str:
    """The file system of a folder on Linux, where the kernel tells it."""
    mounts = Path("/proc/mounts")
    if not mounts.exists():
        return ""
    target, best = str(path.resolve()), ("", "")
    for line in mounts.read_text(encoding="utf-8", errors="replace").splitlines():
        _, point, kind, *_ = line.split(" ")
        if target.startswith(point) and len(point) > len(best[0]):
            best = (point, kind)
    return best[1]


def open_to_read(path: Path, **options: Any) -> sqlite3.Connection:
    """A connection that changes nothing; `options` are those of sqlite3.connect. Raises sqlite3.Error.

    In a protected folder or on a full disk SQLite cannot put its own files beside a desk: there the file is read as it
    stands, unless a journal says that somebody writes it.
    """
    uri = f"{path.resolve().as_uri()}?mode=ro"
    connection: sqlite3.Connection = sqlite3.connect(uri, uri=True, **options)
    try:
        connection.execute("SELECT count(*) FROM sqlite_master")
    except sqlite3.Error as error:
        connection.close()
        journal = path.with_name(f"{path.name}-wal")
        if not is_about_its_place(error) or (journal.exists() and journal.stat().st_size):
            raise
        connection = sqlite3.connect(f"{uri}&immutable=1", uri=True, **options)
    return connection


def make_engine(path: Path, *, read_only: bool = False, foreign_keys: bool = True) -> Engine:
    """An engine with the pragmas on every connection and real transactions: the driver begins none by itself."""
    options: dict[str, Any] = {"timeout": BUSY_SECONDS, "isolation_level": None, "check_same_thread": False}

    def connect() -> sqlite3.Connection:
        if read_only:
            connection = open_to_read(path, **options)
        else:
            connection = sqlite3.connect(f"{path.resolve().as_uri()}?mode=rw", uri=True, **options)
        connection.execute(f"PRAGMA foreign_keys = {int(foreign_keys)}")
        connection.execute("PRAGMA synchronous = FULL")
        connection.execute("PRAGMA cache_size = -32000")
        if read_only:
            connection.execute("PRAGMA query_only = 1")
        return connection

    engine = create_engine("sqlite://", creator=connect, pool_size=5, poolclass=_pool())
    event.listen(engine, "begin", _begin)
    return engine


def _pool() -> Any:
    from sqlalchemy.pool import QueuePool

    return QueuePool


def _begin(connection: Connection) -> None:
    how = "IMMEDIATE" if connection.get_execution_options().get("desk_writes") else "DEFERRED"
    connection.exec_driver_sql(f"BEGIN {how}")


class Database:
    """Sessions on one desk file. `read` never changes it, `write` is one transaction: commit, or nothing happened.

    Both raise UserError for what the file or its disk refuses.
    """

    def __init__(self, path: Path, *, read_only: bool = False) -> None:
        self.path = path
        self.read_only = read_only
        self._file = _identity(path)
        self.engine = make_engine(path, read_only=read_only)
        self._writing = self.engine.execution_options(desk_writes=True)

    @contextmanager
    def read(self) -> Iterator[Session]:
        with told(self.path), Session(self.engine, autoflush=False) as session:
            yield session

    @contextmanager
    def write(self) -> Iterator[Session]:
        if not self.in_place():
            raise FileError(
                f"“{self.path.name}” was moved, deleted or replaced while it was open.",
                advice="Close the desk and open it where it is now.",
                safe="What was saved in it until now is kept in a backup when the desk is closed.",
            )
        with told(self.path), Session(self._writing) as session, session.begin():
            yield session

    def in_place(self) -> bool:
        """Whether the file at the path is still the one that was opened: else what is written would be lost."""
        return _identity(self.path) == self._file

    def driver(self) -> AbstractContextManager[sqlite3.Connection]:
        """A connection of this desk: it has the desk even where its file is gone."""
        return _driver(self.engine)

    def close(self) -> None:
        """Where another file has the desk's place, the journal of this desk would be played into it."""
        in_place = self.in_place()
        self.engine.dispose()
        if not in_place and not self.read_only:
            for suffix in ("-wal", "-shm"):
                self.path.with_name(self.path.name + suffix).unlink(missing_ok=True)


@contextmanager
def _driver(engine: Engine) -> Iterator[sqlite3.Connection]:
    with engine.connect() as connection:
        driver = connection.connection.driver_connection
        assert isinstance(driver, sqlite3.Connection)
        yield driver


def _identity(path: Path) -> tuple[int, int] | None:
    """Which file stands at the path; None for none."""
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino
