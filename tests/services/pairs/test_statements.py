"""How many statements a page takes: the same number for five pairs and for two hundred, and a small one."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import event, select
from sqlalchemy.orm import Session

from mentordesk.data.records import (
    CheckIn,
    Contact,
    Exchange,
    Goal,
    GoalOwner,
    JointProject,
    Milestone,
    PlannedMeeting,
    ProjectHours,
)
from mentordesk.data.tables import CareerMilestone, Enrollment, Pair, Person
from mentordesk.domain.cohorts import EnrollmentStatus, Role
from mentordesk.domain.contacts import Channel, ExchangeKind
from mentordesk.domain.health import Health
from mentordesk.domain.people import CareerKind
from mentordesk.domain.programs import Format
from mentordesk.domain.scope import Scope
from mentordesk.domain.standing import PairStatus, Side
from mentordesk.services import figures
from mentordesk.services.desk import Desk
from mentordesk.services.pairs import pair_facts, pair_listing, pairs, timeline
from mentordesk.services.today import attention, today
from mentordesk.ui.cohorts.reading import read as read_cohorts
from mentordesk.ui.pairs.reading import read_pair
from tests.crossroads import START, TODAY, Crossroads

FEW, MANY = 5, 200


def statements(desk: Desk, query: Callable[..., Any], *args: Any) -> int:
    """How often the database is asked, without the beginning of the transaction."""
    seen: list[str] = []

    def note(*execution: Any) -> None:
        seen.append(execution[2])

    event.listen(desk.database.engine, "before_cursor_execute", note)
    try:
        desk.read(query, *args)
    finally:
        event.remove(desk.database.engine, "before_cursor_execute", note)
    return sum(not statement.startswith("BEGIN") for statement in seen)


def _ago(days: int) -> Any:
    return TODAY - timedelta(days=days)


def add_pairs(session: Session, program: Crossroads, numbers: range) -> None:
    """Pairs that have something of everything: silent, low in trust, one-sided, late; a turn, a plan, a project."""
    for number in numbers:
        people = [Person(name=f"{role} {number}") for role in ("Mentor", "Mentee")]
        session.add_all(people)
        session.flush()
        for person, role in zip(people, (Role.MENTOR, Role.MENTEE), strict=True):
            who = {"cohort_id": program.cohort, "person_id": person.id, "role": role}
            session.add(Enrollment(**who, capacity=1, status=EnrollmentStatus.ACCEPTED, enrolled_on=START))
        left, right = people
        pair = Pair(
            cohort_id=program.cohort,
            format=Format.TRADITIONAL,
            left_id=left.id,
            right_id=right.id,
            status=PairStatus.ACTIVE,
            started_on=START,
            introduced_by_id=program.people["Ruth"],
        )
        session.add(pair)
        session.flush()
        _add_records(session, pair, right)


def _add_records(session: Session, pair: Pair, mentee: Person) -> None:
    project = JointProject(pair_id=pair.id, title="Pilot", hours_budget=20.0, started_on=_ago(90))
    session.add(project)
    session.flush()
    answers = {"trust": 2, "value": 4, "balance": 2, "progress": 4}
    session.add_all(
        [
            Contact(pair_id=pair.id, channel=Channel.VIDEO, day=_ago(50), minutes=30),
            *(
                Exchange(pair_id=pair.id, side=Side.LEFT, kind=ExchangeKind.ADVICE, points=3, day=_ago(days))
                for days in (50, 80, 90)
            ),
            *(CheckIn(pair_id=pair.id, side=side, day=_ago(days), **answers) for side in Side for days in (20, 120)),
            CheckIn(pair_id=pair.id, side=Side.LEFT, day=_ago(5), skipped=True),
            *(Milestone(pair_id=pair.id, title="Mid-term", due_on=_ago(days)) for days in (40, -5)),
            CareerMilestone(person_id=mentee.id, kind=CareerKind.PROMOTION, day=_ago(8), title="Lead"),
            PlannedMeeting(pair_id=pair.id, channel=Channel.VIDEO, day=_ago(-6), agenda="Budget"),
            ProjectHours(project_id=project.id, side=Side.LEFT, day=_ago(30), hours=4.0),
            Goal(pair_id=pair.id, owner=GoalOwner.RIGHT, title="Lead a team", set_on=_ago(100)),
        ]
    )


@pytest.fixture
def few_and_many(crossroads: Crossroads) -> Callable[..., tuple[int, int]]:
    """Counts the statements of a query on a desk with a few pairs, then on the same desk with many."""

    def count(query: Callable[..., Any], *args: Any) -> tuple[int, int]:
        crossroads.desk.do(add_pairs, crossroads, range(FEW))
        few = statements(crossroads.desk, query, *args)
        crossroads.desk.do(add_pairs, crossroads, range(FEW, MANY))
        return few, statements(crossroads.desk, query, *args)

    return count


@pytest.mark.parametrize(
    ("query", "most"),
    [
        (pair_facts.load, 12),
        (pair_facts.current, 12),
        (pairs.rows, 12),
        (pair_listing.listed, 15),
        (figures.figures, 12),
        (attention.items, 30),
        (today.page, 40),
    ],
    ids=lambda value: f"{value.__module__}.{value.__name__}" if callable(value) else "",
)
def test_many_pairs_take_as_many_statements_as_a_few(few_and_many: Any, query: Any, most: int) -> None:
    few, many = few_and_many(query)
    assert few == many
    assert many <= most


def test_the_sheet_of_a_cohort_takes_as_many_statements_for_many_pairs(few_and_many: Any, crossroads: Any) -> None:
    few, many = few_and_many(read_cohorts, Scope(), crossroads.cohort)
    assert few == many <= 50


def test_one_pair_takes_as_many_statements_among_many(few_and_many: Any) -> None:
    def first(session: Session) -> None:
        sheet = read_pair(session, session.scalars(select(Pair.id).order_by(Pair.id)).first())
        assert len(sheet.contacts) == 1

    few, many = few_and_many(first)
    assert few == many <= 40


def test_a_pair_of_many_years_takes_as_many_statements_as_a_young_one(crossroads: Crossroads) -> None:
    pair_id = crossroads.pair(cohort_id=None, started_on=TODAY.replace(year=2001))
    crossroads.contact(pair_id, 1)
    crossroads.check_in(pair_id, Side.LEFT, 3, 4, 4, 4, 4)
    young = statements(crossroads.desk, read_pair, pair_id)

    def live_on(session: Session) -> None:
        for number in range(250):
            day = _ago(30 * number + 2)
            session.add(Contact(pair_id=pair_id, channel=Channel.PHONE, day=day, minutes=20))
            session.add(Exchange(pair_id=pair_id, side=Side.RIGHT, kind=ExchangeKind.SUPPORT, points=1, day=day))

    crossroads.desk.do(live_on)
    assert statements(crossroads.desk, read_pair, pair_id) == young
    assert len(crossroads.desk.read(timeline.of_pair, pair_id)) > 500


def test_the_health_of_all_pairs_is_in_the_one_pass(crossroads: Crossroads) -> None:
    crossroads.desk.do(add_pairs, crossroads, range(MANY))
    found = crossroads.desk.read(pair_facts.load)
    assert {record.row.health for record in found} == {Health.AT_RISK}
    assert all(len(record.assessment.signals) == 4 for record in found)
