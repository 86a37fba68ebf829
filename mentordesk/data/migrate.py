"""Makes new desk files and brings old ones up to this version's schema. Knows no meaning of any table."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

from mentordesk.domain.errors import FileError, UserError

if TYPE_CHECKING:
    from alembic.config import Config

from mentordesk.data.database import APPLICATION_ID, journal_mode, make_engine

HEAD = "0001"
_SCRIPTS = Path(__file__).parent / "migrations"
_EARLIER: frozenset[str] = frozenset()
"""Revisions before HEAD that this version can bring up to date."""


def create(path: Path) -> None:
    """Make an empty desk file with the newest schema; the file must not exist."""
    from sqlalchemy import text

    from mentordesk.data import history
    from mentordesk.data.schema import metadata

    if path.exists():
        raise FileError(f"There is a file named “{path.name}” already.", advice="Choose another name.")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch()
    except OSError as error:
        raise FileError(
            f"The desk was not made: nothing can be written in “{path.parent}”.", advice="Choose another folder."
        ) from error
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


def revision(path: Path) -> str:
    """The schema revision of a desk file, by one SELECT; FileError for a file that is no desk."""
    if not path.is_file():
        raise FileError(f"The desk “{path.name}” is not there.", advice="Perhaps it was moved, renamed or deleted.")
    try:
        with closing(sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True)) as connection:
            (found,) = connection.execute("PRAGMA application_id").fetchone()
            if found != APPLICATION_ID:
                raise FileError(f"“{path.name}” is not a MentorDesk file.", safe="It was not changed.")
            row = connection.execute("SELECT version_num FROM alembic_version").fetchone()
    except sqlite3.DatabaseError as error:
        raise FileError(
            f"“{path.name}” cannot be read as a desk.", advice="Restore a backup of it.", safe="It was not changed."
        ) from error
    return "" if row is None else str(row[0])


def ensure_current(path: Path, backup: Callable[[], object]) -> bool:
    """Upgrade an older desk after a backup; True where it did. A desk of a newer version is refused, untouched."""
    found = revision(path)
    if found == HEAD:
        return False
    if found not in _EARLIER:
        raise UserError(
            f"“{path.name}” was made by a newer version of MentorDesk.",
            advice="Install the newest version and open it there.",
            safe="The file was not changed.",
        )
    backup()
    upgrade(path)
    return True


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
