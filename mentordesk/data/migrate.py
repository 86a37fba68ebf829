"""Makes new desk files and brings old ones up to this version's schema. Knows no meaning of any table."""

import errno
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

from mentordesk.domain.errors import FileError, UserError

if TYPE_CHECKING:
    from alembic.config import Config

from mentordesk.data.database import APPLICATION_ID, journal_mode, make_engine, open_to_read
from mentordesk.data.faults import is_about_its_place, told

HEAD = "0002"
_SCRIPTS = Path(__file__).parent / "migrations"
_EARLIER: frozenset[str] = frozenset({"0001"})
"""Revisions before HEAD that this version can bring up to date."""


def create(path: Path) -> None:
    """Make an empty desk file with the newest schema, or none at all; the file must not exist."""
    try:
        if path.exists():
            raise _taken(path)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.open("xb").close()
    except OSError as error:
        if error.errno == errno.ENAMETOOLONG:
            raise FileError("The desk was not made: its name is too long.", advice="Choose a shorter name.") from error
        if path.exists():
            raise _taken(path) from error
        raise FileError(
            f"The desk was not made: nothing can be written in “{path.parent}”.", advice="Choose another folder."
        ) from error
    try:
        with told(path):
            _lay_out(path)
    except BaseException:
        remove(path)
        raise


def _taken(path: Path) -> FileError:
    return FileError(f"There is a file named “{path.name}” already.", advice="Choose another name.")


def _lay_out(path: Path) -> None:
    from sqlalchemy import text

    from mentordesk.data import history
    from mentordesk.data.schema import metadata

    engine = make_engine(path)
    with engine.connect() as connection:
        driver = connection.connection.driver_connection
        assert driver is not None
        driver.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        driver.execute(f"PRAGMA journal_mode = {journal_mode(path)}")
    with engine.begin() as connection:
        metadata.create_all(connection)
        connection.execute(text("CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL PRIMARY KEY)"))
        connection.execute(text(f"INSERT INTO alembic_version VALUES ('{HEAD}')"))
        history.create_triggers(connection)
    engine.dispose()


def remove(path: Path) -> None:
    """Take a desk file that was never finished away, with SQLite's own files beside it."""
    for suffix in ("", "-wal", "-shm", "-journal"):
        path.with_name(path.name + suffix).unlink(missing_ok=True)


def revision(path: Path) -> str:
    """The schema revision of a desk file, by one SELECT; FileError for a file that is no desk."""
    if not _is_there(path):
        raise FileError(f"The desk “{path.name}” is not there.", advice="Perhaps it was moved, renamed or deleted.")
    try:
        with closing(open_to_read(path)) as connection:
            (found,) = connection.execute("PRAGMA application_id").fetchone()
            if found != APPLICATION_ID:
                raise FileError(f"“{path.name}” is not a MentorDesk file.", safe="It was not changed.")
            row = connection.execute("SELECT version_num FROM alembic_version").fetchone()
            connection.execute("SELECT 1 FROM person, step, change, desk_state LIMIT 0")  # the marks alone are no desk
    except sqlite3.DatabaseError as error:
        if is_about_its_place(error):
            raise FileError(
                f"“{path.name}” cannot be opened where it is.", advice="Copy it to a folder of your own."
            ) from error
        raise FileError(
            f"“{path.name}” cannot be read as a desk.", advice="Restore a backup of it.", safe="It was not changed."
        ) from error
    return "" if row is None else str(row[0])


def _is_there(path: Path) -> bool:
    try:
        return path.is_file()
    except OSError:  # a name that no file can have
        return False


def ensure_current(path: Path, backup: Callable[[], object]) -> bool:
    """Upgrade an older desk after a backup; True where it did. A desk of a newer version is refused, untouched."""
    if is_current(path):
        return False
    backup()
    upgrade(path)
    return True


def check_current(path: Path) -> None:
    """Raise UserError for a desk that cannot be read as it stands: of a newer version, or not yet upgraded."""
    if not is_current(path):
        raise UserError(
            f"“{path.name}” was made by an older version of MentorDesk.",
            advice="Open it once to work in it: that brings it up to date.",
        )


def is_current(path: Path) -> bool:
    """Whether the desk is of this version's schema, False for an older one; UserError for one of a newer version."""
    found = revision(path)
    if found != HEAD and found not in _EARLIER:
        raise UserError(
            f"“{path.name}” was made by a newer version of MentorDesk.",
            advice="Install the newest version and open it there.",
            safe="The file was not changed.",
        )
    return found == HEAD


def config(scripts: Path = _SCRIPTS) -> "Config":
    from alembic.config import Config

    settings = Config()
    settings.set_main_option("script_location", str(scripts))
    return settings


def upgrade(path: Path, scripts: Path = _SCRIPTS, target: str = "head") -> None:
    """Run the migrations in one transaction with foreign keys off, and check them before the commit.

    Batch mode copies and drops tables: with foreign keys on, the drop would empty the tables that refer to it.
    """
    from alembic import command
    from sqlalchemy import text

    from mentordesk.data import history

    engine = make_engine(path, foreign_keys=False).execution_options(desk_writes=True)
    with engine.begin() as connection:
        settings = config(scripts)
        settings.attributes["connection"] = connection
        command.upgrade(settings, target)
        history.create_triggers(connection)
        broken = connection.execute(text("PRAGMA foreign_key_check")).all()
        if broken:
            raise FileError(
                f"“{path.name}” was not upgraded: {len(broken)} rows would have lost what they refer to.",
                safe="The file is as it was.",
            )
    engine.dispose()
