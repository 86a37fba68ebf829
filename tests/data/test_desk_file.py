"""The desk file: what SQLite enforces, how it is made, upgraded, locked and backed up."""

import sqlite3
import subprocess
import sys
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError, OperationalError

from mentordesk.data import backup, migrate, records, tables
from mentordesk.data.database import APPLICATION_ID, Database, journal_mode, make_engine
from mentordesk.data.lock import DeskLock
from mentordesk.data.schema import metadata
from mentordesk.domain.contacts import Channel
from mentordesk.domain.errors import DeskBusyError, FileError, UserError
from mentordesk.domain.pairs import PairStatus
from mentordesk.domain.programs import Format

NOW = datetime(2026, 6, 4, 9, 41, tzinfo=UTC)
OLD_DESKS = Path(__file__).parent.parent / "old_desks"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    migrate.create(tmp_path / "a.mdesk")
    return tmp_path / "a.mdesk"


def sql(path: Path, statement: str) -> list[tuple]:
    connection = sqlite3.connect(path)
    try:
        rows = connection.execute(statement).fetchall()
        connection.commit()
        return rows
    finally:
        connection.close()


def test_pragmas_on_every_connection(path: Path) -> None:
    database = Database(path)
    sessions = [database.read(), database.read(), database.write()]
    try:
        for context in sessions:
            session = context.__enter__()
            assert session.scalar(text("PRAGMA foreign_keys")) == 1
            assert session.scalar(text("PRAGMA synchronous")) == 2
            assert session.scalar(text("PRAGMA journal_mode")) == "wal"
    finally:
        for context in sessions:
            context.__exit__(None, None, None)
        database.close()


def test_the_file_says_what_it_is(path: Path) -> None:
    assert sql(path, "PRAGMA application_id") == [(APPLICATION_ID,)]
    assert path.read_bytes()[68:72] == b"MDSK"


def test_a_writer_begins_immediate(path: Path) -> None:
    database = Database(path)
    other = sqlite3.connect(path, timeout=0)
    with database.write() as session:
        session.scalar(text("SELECT 1"))
        with pytest.raises(sqlite3.OperationalError, match="locked"):
            other.execute("BEGIN IMMEDIATE")
    other.execute("BEGIN IMMEDIATE")
    other.close()
    database.close()


def test_a_reader_cannot_write(path: Path) -> None:
    database = Database(path, read_only=True)
    with pytest.raises(FileError, match="cannot be changed"), database.write() as session:
        session.add(tables.Person(name="Ada"))
    database.close()


@pytest.mark.parametrize(
    "row",
    [
        tables.Person(name="  "),
        tables.Person(name="Ada", level=8),
        tables.PersonTag(person_id=99, kind="offers", value="x"),
        tables.Program(name="P", format=Format.PEER, rhythm_days=0),
        tables.Pair(left_id=1, right_id=1, format=Format.PEER, status=PairStatus.ACTIVE),
        records.Contact(pair_id=1, channel=Channel.TEXT, day=date(2026, 1, 1), minutes=1441),
        records.CheckIn(pair_id=1, side="left", day=date(2026, 1, 1), trust=6),
        records.Goal(pair_id=1, owner="both", title="x", progress=101, set_on=date(2026, 1, 1)),
    ],
)
def test_strict_checks_refuse_what_makes_no_sense(path: Path, row) -> None:
    database = Database(path)
    with pytest.raises(IntegrityError), database.write() as session:
        session.add(row)
    database.close()


@pytest.mark.parametrize(
    "statement",
    [
        "INSERT INTO person (name, title, department, location, company, external, status, notes)"
        " VALUES ('Ada', '', '', '', '', 2, 'active', '')",
        "INSERT INTO person (name, title, department, location, company, external, status, notes)"
        " VALUES ('Ada', '', '', '', '', 0, 'gone', '')",
        "INSERT INTO person (name, title, department, location, company, external, status, notes, hired_on)"
        " VALUES ('Ada', '', '', '', '', 0, 'active', '', '2026-02-31')",
        "INSERT INTO setting (key, value) VALUES ('x', 'no json')",
    ],
)
def test_checks_hold_for_any_program_that_writes_the_file(path: Path, statement: str) -> None:
    with pytest.raises(sqlite3.IntegrityError):
        sql(path, statement)


def test_the_migrations_make_the_schema_of_the_tables(path: Path, tmp_path: Path) -> None:
    migrated = tmp_path / "migrated.mdesk"
    migrated.touch()
    migrate.upgrade(migrated)
    query = "SELECT name, type, sql FROM sqlite_master WHERE name NOT LIKE 'sqlite_%' ORDER BY name"

    def shape(file: Path) -> list[tuple]:
        return [
            (name, kind, " ".join((made or "").replace('"', "").split()))
            for name, kind, made in sql(file, query)
            if name != "alembic_version"
        ]

    assert shape(migrated) == shape(path)
    engine = make_engine(migrated)
    with engine.connect() as connection:
        assert compare_metadata(MigrationContext.configure(connection), metadata) == []
    engine.dispose()


@pytest.mark.parametrize("script", sorted(OLD_DESKS.glob("*.sql")), ids=lambda path: path.stem)
def test_desks_of_every_release_open_and_keep_their_rows(script: Path, tmp_path: Path) -> None:
    old = tmp_path / "old.mdesk"
    connection = sqlite3.connect(old)
    connection.executescript(script.read_text(encoding="utf-8"))
    connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    connection.close()
    people = sql(old, "SELECT count(*) FROM person")
    contacts = sql(old, "SELECT count(*) FROM contact")
    migrate.ensure_current(old, lambda: backup.make(old, tmp_path / "backups", "before upgrade", NOW))
    assert migrate.revision(old) == migrate.HEAD
    assert sql(old, "SELECT count(*) FROM person") == people != [(0,)]
    assert sql(old, "SELECT count(*) FROM contact") == contacts != [(0,)]
    assert sql(old, "PRAGMA foreign_key_check") == []


def test_a_table_laid_out_anew_gives_no_id_a_second_time(tmp_path: Path) -> None:
    old = tmp_path / "old.mdesk"
    connection = sqlite3.connect(old)
    connection.executescript((OLD_DESKS / "0001.sql").read_text(encoding="utf-8"))
    connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    connection.execute("UPDATE sqlite_sequence SET seq = 40 WHERE name = 'pair'")
    connection.commit()
    connection.close()
    migrate.upgrade(old)
    assert sql(old, "SELECT seq FROM sqlite_sequence WHERE name = 'pair'") == [(40,)]


def test_a_failing_migration_leaves_the_desk_as_it_was(path: Path, tmp_path: Path) -> None:
    scripts = tmp_path / "migrations"
    (scripts / "versions").mkdir(parents=True)
    source = Path(migrate.__file__).parent / "migrations"
    for name in ("env.py", "script.py.mako"):
        (scripts / name).write_text((source / name).read_text())
    (scripts / "versions" / "0001.py").write_text(
        f"revision = '{migrate.HEAD}'\ndown_revision = None\ndef upgrade():\n    pass\n"
    )
    (scripts / "versions" / "0002.py").write_text(
        f"from alembic import op\nrevision = 'next'\ndown_revision = '{migrate.HEAD}'\n"
        "def upgrade():\n    op.execute('DROP TABLE story_answer')\n    op.execute('nonsense')\n"
    )
    before = sql(path, "SELECT sql FROM sqlite_master ORDER BY name")
    with pytest.raises(OperationalError):
        migrate.upgrade(path, scripts)
    assert migrate.revision(path) == migrate.HEAD
    assert sql(path, "SELECT sql FROM sqlite_master ORDER BY name") == before


def test_a_migration_that_would_lose_rows_is_not_committed(path: Path, tmp_path: Path) -> None:
    database = Database(path)
    with database.write() as session:
        session.add(tables.Person(name="Ada"))
        session.flush()
        session.add(tables.PersonTag(person_id=1, kind="offers", value="x"))
    database.close()
    scripts = tmp_path / "migrations"
    (scripts / "versions").mkdir(parents=True)
    source = Path(migrate.__file__).parent / "migrations"
    (scripts / "env.py").write_text((source / "env.py").read_text())
    (scripts / "versions" / "0001.py").write_text(
        f"revision = '{migrate.HEAD}'\ndown_revision = None\ndef upgrade():\n    pass\n"
    )
    (scripts / "versions" / "0002.py").write_text(
        f"from alembic import op\nrevision = 'next'\ndown_revision = '{migrate.HEAD}'\n"
        "def upgrade():\n    op.execute('DELETE FROM person')\n"
    )
    with pytest.raises(FileError, match="not upgraded"):
        migrate.upgrade(path, scripts)
    assert sql(path, "SELECT count(*) FROM person_tag") == [(1,)]


def test_a_desk_from_the_future_is_refused_untouched(path: Path) -> None:
    sql(path, "UPDATE alembic_version SET version_num = '9999'")
    before = path.read_bytes()
    with pytest.raises(UserError, match="newer version"):
        migrate.ensure_current(path, lambda: None)
    assert path.read_bytes() == before


@pytest.mark.parametrize("content", [b"", b"hello", b"SQLite format 3\0" + b"\0" * 200, b"PK\x03\x04rest"])
def test_a_file_that_is_no_desk_is_refused_with_a_sentence(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "other.mdesk"
    file.write_bytes(content)
    with pytest.raises(FileError) as caught:
        migrate.revision(file)
    assert "other.mdesk" in str(caught.value)
    assert file.read_bytes() == content


def test_a_missing_desk_is_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(FileError, match="not there"):
        migrate.revision(tmp_path / "none.mdesk")


def test_making_a_desk_never_replaces_a_file(path: Path) -> None:
    with pytest.raises(FileError, match="already"):
        migrate.create(path)


@pytest.mark.parametrize(
    ("folder", "mode"),
    [("OneDrive - Solvane", "DELETE"), ("Dropbox", "DELETE"), ("com~apple~CloudDocs", "DELETE"), ("Documents", "WAL")],
)
def test_synced_folders_get_the_rollback_journal(tmp_path: Path, folder: str, mode: str) -> None:
    (tmp_path / folder).mkdir()
    assert journal_mode(tmp_path / folder / "a.mdesk") == mode
    migrate.create(tmp_path / folder / "a.mdesk")
    assert sql(tmp_path / folder / "a.mdesk", "PRAGMA journal_mode") == [(mode.lower(),)]


def test_a_backup_of_a_live_desk_has_every_committed_row(path: Path, tmp_path: Path) -> None:
    database = Database(path)
    with database.write() as session:
        session.add_all(tables.Person(name=f"Person {n}") for n in range(500))
    assert path.with_name("a.mdesk-wal").stat().st_size > 0
    row = backup.make(path, tmp_path / "backups", "by hand", NOW)
    assert sql(row.path, "SELECT count(*) FROM person") == [(500,)]
    assert [file.name for file in row.path.parent.iterdir()] == [row.path.name]
    database.close()


def test_only_the_newest_backups_are_kept(path: Path, tmp_path: Path) -> None:
    for minute in range(20):
        backup.make(path, tmp_path / "b", "daily", NOW.replace(minute=minute))
    rows = backup.listed(path, tmp_path / "b")
    assert len(rows) == backup.KEEP == 14
    assert rows[0].path.name == "a 2026-06-04 091900 daily.mdesk"
    assert rows[0].why == "daily"


def test_a_clock_that_is_set_back_loses_no_backup(path: Path, tmp_path: Path) -> None:
    for minute in range(3):
        backup.make(path, tmp_path / "b", "by hand", NOW.replace(year=2030, minute=minute), keep=3)
    kinds = ("by hand", "before import", "at close")
    made = {backup.make(path, tmp_path / "b", why, NOW, keep=3).path for why in kinds}
    assert {row.path for row in backup.listed(path, tmp_path / "b")} == made


def test_backups_of_another_desk_stay(path: Path, tmp_path: Path) -> None:
    migrate.create(tmp_path / "other.mdesk")
    backup.make(tmp_path / "other.mdesk", tmp_path / "b", "daily", NOW)
    for minute in range(20):
        backup.make(path, tmp_path / "b", "daily", NOW.replace(minute=minute))
    assert len(backup.listed(tmp_path / "other.mdesk", tmp_path / "b")) == 1


def test_a_damaged_backup_is_not_restored(path: Path, tmp_path: Path) -> None:
    row = backup.make(path, tmp_path / "b", "daily", NOW)
    data = bytearray(row.path.read_bytes())
    data[5000:9000] = b"\xff" * 4000
    row.path.write_bytes(bytes(data))
    before = path.read_bytes()
    with pytest.raises(FileError, match="cannot be read"):
        backup.restore(row.path, path)
    assert path.read_bytes() == before


def test_a_restored_backup_is_the_desk_of_then(path: Path, tmp_path: Path) -> None:
    row = backup.make(path, tmp_path / "b", "daily", NOW)
    database = Database(path)
    with database.write() as session:
        session.add(tables.Person(name="Later"))
    database.close()
    backup.restore(row.path, path)
    assert sql(path, "SELECT count(*) FROM person") == [(0,)]


def test_a_backup_that_cannot_be_restored_leaves_the_desk(path: Path, tmp_path: Path) -> None:
    made = backup.make(path, tmp_path / "b", "by hand", NOW)
    before = path.read_bytes()
    (tmp_path / "a.mdesk.restored").mkdir()
    with pytest.raises(FileError, match="was not restored"):
        backup.restore(made.path, path)
    assert path.read_bytes() == before


def test_a_full_disk_leaves_no_half_backup(path: Path, tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("in the way")
    with pytest.raises(FileError, match="No backup"):
        backup.make(path, blocked / "b", "daily", NOW)


def test_a_second_process_hears_who_has_the_desk(path: Path) -> None:
    lock = DeskLock(path)
    lock.acquire()
    lock.sign("Catalina Rojas", NOW)
    code = (
        "import sys; from pathlib import Path; from mentordesk.data.lock import DeskLock\n"
        "from mentordesk.domain.errors import DeskBusyError\n"
        "try: DeskLock(Path(sys.argv[1])).acquire()\n"
        "except DeskBusyError as error: sys.stdout.write(str(error)); raise SystemExit(3)"
    )
    second = subprocess.run([sys.executable, "-c", code, str(path)], capture_output=True, text=True, check=False)
    assert second.returncode == 3
    assert "Catalina Rojas, since 09:41 on 4 June" in second.stdout
    lock.release()
    assert not list(path.parent.glob(".*.lock"))
    DeskLock(path).acquire()


def test_two_locks_in_one_process_exclude_each_other(path: Path) -> None:
    first = DeskLock(path)
    first.acquire()
    with pytest.raises(DeskBusyError):
        DeskLock(path).acquire()
    first.release()
