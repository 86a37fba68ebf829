"""Undo, redo and the audit trail: whatever was done is taken back exactly, and done again exactly."""

from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import delete, select, text, update
from sqlalchemy.orm import Session

from mentordesk.data import history, migrate, records, tables
from mentordesk.data.database import Database
from mentordesk.domain.contacts import Channel, ExchangeKind
from mentordesk.domain.pairs import PairStatus, Side
from mentordesk.domain.programs import Format

NOW = datetime(2026, 6, 4, 9, 41, tzinfo=UTC)
Dump = dict[str, list[tuple[Any, ...]]]


def do(database: Database, action: Any, label: str = "Do") -> history.StepRow | None:
    with database.write() as session:
        step = history.begin(session, "Ada", NOW)
        action(session)
        return history.finish(session, step, label)


def dump(database: Database) -> Dump:
    with database.read() as session:
        return {
            table.name: sorted(tuple(row) for row in session.execute(select(table)).all())
            for table in history.watched()
        }


def _ids(session: Session, table: Any) -> list[int]:
    return list(session.scalars(select(table.id).order_by(table.id)))


def add_person(session: Session, n: int) -> None:
    newest = max(_ids(session, tables.Person), default=0)
    person = tables.Person(name=f"Person {n}", email=f"p{newest}@solvane.example")
    session.add(person)
    session.flush()
    session.add(tables.PersonTag(person_id=person.id, kind=tables.TagKind.OFFERS, value=f"skill {n}"))


def add_pair(session: Session, n: int) -> None:
    people = _ids(session, tables.Person)
    if len(people) < 2:
        return
    left, right = people[n % len(people)], people[(n + 1) % len(people)]
    pair = tables.Pair(left_id=left, right_id=right, format=Format.PEER, status=PairStatus.ACTIVE)
    session.add(pair)
    session.flush()
    contact = records.Contact(pair_id=pair.id, channel=Channel.TEXT, day=date(2026, 1, 1 + n % 28), note="’“\n")
    session.add(contact)
    session.flush()
    session.add(
        records.Exchange(
            pair_id=pair.id,
            contact_id=contact.id,
            side=Side.LEFT,
            kind=ExchangeKind.ADVICE,
            points=1 + n % 3,
            day=contact.day,
        )
    )


def rename_everybody(session: Session, n: int) -> None:
    session.execute(update(tables.Person).values(title=f"Title {n}", level=1 + n % 7))


def introduce(session: Session, n: int) -> None:
    people = _ids(session, tables.Person)
    if people:
        session.execute(update(tables.Pair).values(introduced_by_id=people[n % len(people)]))


def remove_contacts(session: Session, n: int) -> None:
    session.execute(delete(records.Contact).where(records.Contact.id % 2 == n % 2))


def remove_pairs(session: Session, n: int) -> None:
    session.execute(delete(tables.Pair).where(tables.Pair.id % 3 == n % 3))


def remove_free_people(session: Session, n: int) -> None:
    session.execute(delete(tables.Pair))
    session.execute(delete(tables.Person).where(tables.Person.id % 2 == n % 2))


def change_keys(session: Session, n: int) -> None:
    """Unique values that move from row to row."""
    for person in session.scalars(select(tables.Person)):
        person.employee_number = None
    session.flush()
    for number, person in enumerate(session.scalars(select(tables.Person))):
        person.employee_number = f"{number + n}"


ACTIONS = [
    add_person,
    add_person,
    add_pair,
    add_pair,
    rename_everybody,
    introduce,
    remove_contacts,
    remove_pairs,
    remove_free_people,
    change_keys,
]


@given(st.lists(st.tuples(st.sampled_from(ACTIONS), st.integers(0, 50)), max_size=14))
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_undoing_everything_finds_the_first_desk_and_redoing_the_last(tmp_path_factory, steps) -> None:
    path = tmp_path_factory.mktemp("history") / "a.mdesk"
    migrate.create(path)
    database = Database(path)
    states = [dump(database)]
    for action, n in steps:
        if do(database, lambda session, action=action, n=n: action(session, n)) is not None:
            states.append(dump(database))
    for state in reversed(states[:-1]):
        with database.write() as session:
            assert history.undo(session) is not None
        assert dump(database) == state
    with database.write() as session:
        assert history.undo(session) is None
    for state in states[1:]:
        with database.write() as session:
            assert history.redo(session) is not None
        assert dump(database) == state
    with database.read() as session:
        assert session.execute(text("PRAGMA foreign_key_check")).all() == []
    database.close()


@pytest.fixture
def database(tmp_path: Path):
    migrate.create(tmp_path / "a.mdesk")
    made = Database(tmp_path / "a.mdesk")
    yield made
    made.close()


def test_a_step_that_changes_nothing_is_no_step(database: Database) -> None:
    assert do(database, lambda session: session.execute(update(tables.Person).values(title="x"))) is None
    with database.read() as session:
        assert history.steps(session) == []


def test_an_update_to_the_same_value_is_not_noted(database: Database) -> None:
    do(database, lambda session: add_person(session, 1))
    assert do(database, lambda session: session.execute(update(tables.Person).values(title=""))) is None


def test_a_new_step_ends_what_could_be_redone(database: Database) -> None:
    do(database, lambda session: add_person(session, 1), "First")
    with database.write() as session:
        history.undo(session)
    do(database, lambda session: add_person(session, 2), "Second")
    with database.read() as session:
        assert [step.label for step in history.steps(session)] == ["Second"]
        assert history.next_redo(session) is None


def test_the_step_says_which_tables_it_touched(database: Database) -> None:
    step = do(database, lambda session: add_person(session, 1))
    assert step is not None
    assert step.tables == {"person", "person_tag"}


def test_cascades_are_noted_and_come_back(database: Database) -> None:
    for n in range(2):
        do(database, lambda session, n=n: add_person(session, n))
    do(database, lambda session: add_pair(session, 0))
    before = dump(database)
    assert before["contact"]
    do(database, lambda session: session.execute(delete(tables.Pair)))
    assert dump(database)["contact"] == []
    with database.write() as session:
        history.undo(session)
    assert dump(database) == before


def test_triggers_are_silent_outside_a_step(database: Database) -> None:
    with database.write() as session:
        add_person(session, 1)
    with database.read() as session:
        assert session.scalar(select(history.Change.id)) is None


def test_every_table_of_the_desk_is_watched() -> None:
    names = {table.name for table in history.watched()}
    assert {"person", "pair", "contact", "exchange", "milestone", "story", "setting"} <= names
    assert not names & {"step", "change", "history_state", "desk_state"}
