"""The Desk: one action, one transaction, one step; faults leave nothing behind; undo survives a restart."""

import sqlite3
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import func, select, text
from sqlalchemy.orm import Session

from mentordesk.data import migrate, tables
from mentordesk.domain.errors import DeskBusyError, UserError
from mentordesk.services import backups, frame
from mentordesk.services.desk import Changes, Desk, name_step, today

NOW = datetime(2026, 6, 4, 9, 41, tzinfo=UTC)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path


@pytest.fixture
def office(folder: Path):
    made = Desk.create(folder / "office.mdesk", backups=folder / "backups", clock=lambda: NOW)
    yield made
    made.close()


def add_person(session: Session, name: str) -> int:
    person = tables.Person(name=name)
    session.add(person)
    session.flush()
    return person.id


def add_named(session: Session, name: str) -> int:
    name_step(session, f"Add {name}")
    return add_person(session, name)


def people(session: Session) -> list[str]:
    return list(session.scalars(select(tables.Person.name).order_by(tables.Person.id)))


def test_an_action_returns_its_value_and_tells_what_changed(office: Desk) -> None:
    heard: list[Changes] = []
    office.listeners.append(heard.append)
    assert office.do(add_person, "Ada") == 1
    assert heard == [Changes(frozenset({"person"}), "Add person")]
    assert office.saved_at == NOW


def test_an_action_that_fails_leaves_nothing(office: Desk) -> None:
    heard: list[Changes] = []
    office.listeners.append(heard.append)

    def half(session: Session) -> None:
        add_person(session, "Ada")
        raise UserError("No.")

    with pytest.raises(UserError):
        office.do(half)
    assert office.read(people) == []
    assert office.undo_label() == ""
    assert heard == []


def test_a_broken_constraint_is_a_sentence(office: Desk) -> None:
    with pytest.raises(UserError, match="does not fit"):
        office.do(add_person, " ")
    assert office.read(people) == []


def test_undo_and_redo_name_the_step(office: Desk) -> None:
    office.do(add_named, "Ada")
    assert office.read(frame.step_labels) == ("Add Ada", "")
    step = office.undo()
    assert step is not None
    assert step.label == "Add Ada"
    assert office.read(people) == []
    assert (office.undo_label(), office.redo_label()) == ("", "Add Ada")
    office.redo()
    assert office.read(people) == ["Ada"]


def test_undo_works_after_a_restart(folder: Path, office: Desk) -> None:
    for name in ("Ada", "Bo", "Cy"):
        office.do(add_person, name)
    office.close()
    again = Desk.open(folder / "office.mdesk", backups=folder / "backups", clock=lambda: NOW)
    again.undo()
    again.undo()
    assert again.read(people) == ["Ada"]
    again.close()


def test_nothing_to_undo_is_no_fault(office: Desk) -> None:
    assert office.undo() is None
    assert office.redo() is None


def test_the_clock_is_the_desks(office: Desk) -> None:
    assert office.read(today) == NOW.date() == office.today()


def test_a_second_copy_is_told_who_has_the_desk_and_may_read(folder: Path, office: Desk) -> None:
    office.do(add_person, "Ada")
    with pytest.raises(DeskBusyError) as caught:
        Desk.open(folder / "office.mdesk", backups=folder / "backups")
    assert office.user in caught.value.holder
    reader = Desk.open(folder / "office.mdesk", backups=folder / "backups", read_only=True)
    assert reader.read(people) == ["Ada"]
    with pytest.raises(UserError, match="read only"):
        reader.do(add_person, "Bo")
    assert reader.undo() is None
    reader.close()


def test_closing_backs_up_what_changed(folder: Path, office: Desk) -> None:
    office.do(add_person, "Ada")
    office.close(folder / "backups")
    rows = backups.listed(folder / "office.mdesk", folder / "backups")
    assert [row.why for row in rows] == ["at close"]
    connection = sqlite3.connect(rows[0].path)
    assert connection.execute("SELECT name FROM person").fetchall() == [("Ada",)]
    connection.close()


def test_closing_without_a_change_makes_no_backup(folder: Path, office: Desk) -> None:
    office.close(folder / "backups")
    assert backups.newest(folder / "office.mdesk", folder / "backups") is None


def test_restoring_keeps_the_desk_of_before_in_a_backup(folder: Path, office: Desk) -> None:
    office.do(add_person, "Ada")
    kept = office.back_up(folder / "backups", "by hand")
    office.do(add_person, "Bo")
    office.close()
    before = backups.restore(kept.path, folder / "office.mdesk", folder / "backups", NOW.replace(hour=11))
    again = Desk.open(folder / "office.mdesk", backups=folder / "backups")
    assert again.read(people) == ["Ada"]
    again.close()
    assert before is not None
    other = Desk.open(before.path, backups=folder / "backups", read_only=True)
    assert other.read(people) == ["Ada", "Bo"]
    other.close()


def test_a_desk_that_is_open_elsewhere_is_not_restored(folder: Path, office: Desk) -> None:
    kept = office.back_up(folder / "backups", "by hand")
    with pytest.raises(DeskBusyError):
        backups.restore(kept.path, folder / "office.mdesk", folder / "backups", NOW)
    assert office.read(people) == []


def test_another_writer_is_waited_for_and_then_told(office: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    other = sqlite3.connect(office.path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with office.database.engine.connect() as connection:
        connection.connection.driver_connection.execute("PRAGMA busy_timeout = 10")
    with pytest.raises(UserError, match="another program"):
        office.do(add_person, "Ada")
    other.execute("ROLLBACK")
    other.close()
    office.do(add_person, "Ada")
    assert office.read(lambda session: session.scalar(select(func.count()).select_from(tables.Person))) == 1


def test_a_desk_of_a_newer_version_is_not_read_either(folder: Path, office: Desk) -> None:
    with office.database.write() as session:
        session.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    office.close()
    with pytest.raises(UserError, match="newer version"):
        Desk.open(office.path, backups=folder / "backups", read_only=True)


def test_a_desk_of_an_older_version_is_brought_up_to_date_first(
    folder: Path, office: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    office.close()
    monkeypatch.setattr(migrate, "_EARLIER", frozenset({migrate.HEAD}))
    monkeypatch.setattr(migrate, "HEAD", "next")
    with pytest.raises(UserError, match="older version"):
        Desk.open(office.path, backups=folder / "backups", read_only=True)


def test_an_undo_that_cannot_be_written_is_a_sentence(office: Desk) -> None:
    office.do(add_person, "Ada")
    office.close()
    office = Desk.open(office.path, backups=office.path.parent / "backups")
    with office.database.engine.connect() as connection:
        connection.connection.driver_connection.execute("PRAGMA query_only = 1")
    with pytest.raises(UserError, match="cannot be changed"):
        office.undo()
    assert office.undo_label() != ""
    office.close()


def test_counts_of_the_frame(office: Desk) -> None:
    office.do(add_person, "Ada")
    assert office.read(frame.counts) == (0, 1)


def test_half_a_character_is_a_sentence(office: Desk) -> None:
    with pytest.raises(UserError, match="half of a character") as told:
        office.do(lambda session: session.add(tables.Person(name="Ruth \ud83d")))
    assert told.value.safe == "Nothing was changed."
    assert office.undo_label() == ""
