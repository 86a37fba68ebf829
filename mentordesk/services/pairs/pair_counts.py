"""What the records of many pairs add up to, a statement a topic: contacts, points, milestones, check-ins, hours.

Knows no rule: the domain judges the sums. Pairs are handed over as one JSON value: one pair or ten thousand.
"""

import json
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cache
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Integer,
    Select,
    Text,
    bindparam,
    cast,
    exists,
    func,
    literal,
    not_,
    or_,
    select,
)
from sqlalchemy.orm import Session, aliased

from mentordesk.data.records import CheckIn, Contact, Exchange, JointProject, Milestone, PlannedMeeting, ProjectHours
from mentordesk.data.tables import CareerMilestone, Pair
from mentordesk.data.types import Day
from mentordesk.domain import turns
from mentordesk.domain.balance import Balance
from mentordesk.domain.contacts import Channel
from mentordesk.domain.figures import MONTH_AGO
from mentordesk.domain.health import Answers
from mentordesk.domain.programs import StepOwner
from mentordesk.domain.standing import Side
from mentordesk.services.pairs.planned import still_ahead


@dataclass(frozen=True, slots=True)
class Marks:
    """The newest contact, the newest 30 days ago, the next meeting, and hours of joint projects with their budget."""

    last_contact_on: date | None = None
    last_contact_before: date | None = None
    last_channel: Channel | None = None
    next_meeting_on: date | None = None
    project_hours: float = 0.0
    project_budget: float = 0.0


@dataclass(frozen=True, slots=True)
class OpenMilestone:
    """A milestone past its date that is neither done nor skipped."""

    title: str
    due_on: date
    step_id: int | None
    owner: StepOwner


@dataclass(frozen=True, slots=True)
class MilestoneCounts:
    done: int = 0
    on_time: int = 0
    total: int = 0


@dataclass(frozen=True, slots=True)
class Counts:
    """All sums by pair, and by pair and side."""

    marks: Mapping[int, Marks]
    points: Mapping[int, Balance]
    newest_exchange: Mapping[int, date]
    milestones: Mapping[int, MilestoneCounts]
    overdue: Mapping[int, tuple[OpenMilestone, ...]]
    answers: Mapping[tuple[int, Side], Answers]
    skipped: Mapping[tuple[int, Side], int] = field(default_factory=dict)


def gather(session: Session, windows: Mapping[int, date], today: date) -> Counts:
    """The sums of these pairs; `windows` has the first day whose exchanges count, for each pair."""
    points, newest = _points(session, windows, today)
    asked = {"ids": json.dumps(list(windows)), "today": today, "before": today - MONTH_AGO}
    return Counts(
        _marks(session, asked),
        points,
        newest,
        _milestones(session, asked),
        _overdue(session, asked),
        _answers(session, asked),
        _skipped(session, asked),
    )


def fetched(session: Session, query: Any, values: Mapping[str, Any] | None = None) -> Any:
    """The rows of a query over columns, as plain tuples: reading them as rows of the ORM takes half as long again."""
    session.flush()
    return session.connection().execute(query, dict(values or {}))


def chosen(column: Any, ids: Collection[int]) -> ColumnElement[bool]:
    """Whether a column holds one of the ids, whatever their number."""
    return _among(column, json.dumps(list(ids)))


def _among(column: Any, ids: Any) -> ColumnElement[bool]:
    each = func.json_each(ids).table_valued("value")
    found: ColumnElement[bool] = column.in_(select(each.c.value))
    return found


# Statements are made once: putting one together takes longer than SQLite takes for a pair.

_IDS, _TODAY, _BEFORE = bindparam("ids", type_=Text), bindparam("today", type_=Day), bindparam("before", type_=Day)


def _newest_contact(value: Any, until: Any) -> Any:
    """The day, or another column, of a pair's newest contact; by the index over pair and day."""
    contacts = select(value).where(Contact.pair_id == Pair.id, Contact.day <= until)
    return contacts.order_by(Contact.day.desc(), Contact.id.desc()).limit(1).correlate(Pair).scalar_subquery()


@cache
def _marks_query() -> Select[*tuple[Any, ...]]:
    newest = aliased(Contact)
    budget = select(func.total(JointProject.hours_budget)).where(JointProject.pair_id == Pair.id)
    hours = (
        select(func.total(ProjectHours.hours))
        .join(JointProject, JointProject.id == ProjectHours.project_id)
        .where(JointProject.pair_id == Pair.id)
    )
    return (
        select(
            *(Pair.id, newest.day, _newest_contact(Contact.day, _BEFORE), newest.channel),
            *(hours.correlate(Pair).scalar_subquery(), budget.correlate(Pair).scalar_subquery()),
        )
        .outerjoin(newest, newest.id == _newest_contact(Contact.id, _TODAY))
        .where(_among(Pair.id, _IDS))
    )


def _marks(session: Session, asked: Mapping[str, Any]) -> dict[int, Marks]:
    meetings = select(PlannedMeeting.pair_id, func.min(PlannedMeeting.day)).group_by(PlannedMeeting.pair_id)
    next_on = dict(map(tuple, fetched(session, meetings.where(still_ahead(asked["today"])))))
    return {
        pair_id: Marks(last, before, channel, next_on.get(pair_id), hours, budget)
        for pair_id, last, before, channel, hours, budget in fetched(session, _marks_query(), asked)
    }


@cache
def _points_query() -> Select[*tuple[Any, ...]]:
    each = func.json_each(_IDS).table_valued("key", "value")
    pair_id = cast(each.c.key, Integer)
    within = (Exchange.pair_id == pair_id, Exchange.day >= each.c.value, Exchange.day <= _TODAY)

    def given(by: Side) -> Any:
        points = select(func.coalesce(func.sum(Exchange.points), 0)).where(*within, Exchange.side == by)
        return points.correlate(each).scalar_subquery()

    newest = select(func.max(Exchange.day)).where(*within).correlate(each).scalar_subquery()
    return select(pair_id, given(Side.LEFT), given(Side.RIGHT), newest).select_from(each)


def _points(session: Session, windows: Mapping[int, date], today: date) -> tuple[dict[int, Balance], dict[int, date]]:
    starts = json.dumps({pair_id: first.isoformat() for pair_id, first in windows.items()})
    points, newest_on = {}, {}
    for pair_id, left, right, newest in fetched(session, _points_query(), {"ids": starts, "today": today}):
        if newest is not None:
            points[pair_id], newest_on[pair_id] = Balance(left, right), newest
    return points, newest_on


@cache
def _milestones_query() -> Select[*tuple[Any, ...]]:
    on_time = func.total(Milestone.done_on <= Milestone.due_on)
    query = select(Milestone.pair_id, func.count(Milestone.done_on), on_time, func.count())
    return query.where(_among(Milestone.pair_id, _IDS)).group_by(Milestone.pair_id)


def _milestones(session: Session, asked: Mapping[str, Any]) -> dict[int, MilestoneCounts]:
    found = fetched(session, _milestones_query(), asked)
    return {pair_id: MilestoneCounts(done, int(on_time), total) for pair_id, done, on_time, total in found}


@cache
def _overdue_query() -> Select[*tuple[Any, ...]]:
    return (
        select(Milestone.pair_id, Milestone.title, Milestone.due_on, Milestone.step_id, Milestone.owner)
        .where(_among(Milestone.pair_id, _IDS), Milestone.due_on < _TODAY)
        .where(Milestone.done_on.is_(None), Milestone.skipped_on.is_(None))
        .order_by(Milestone.pair_id, Milestone.due_on, Milestone.id)
    )


def _overdue(session: Session, asked: Mapping[str, Any]) -> dict[int, tuple[OpenMilestone, ...]]:
    found: defaultdict[int, list[OpenMilestone]] = defaultdict(list)
    for pair_id, *rest in fetched(session, _overdue_query(), asked):
        found[pair_id].append(OpenMilestone(*rest))
    return {pair_id: tuple(milestones) for pair_id, milestones in found.items()}


FOUR = (CheckIn.trust, CheckIn.value, CheckIn.balance, CheckIn.progress)
"""The questions every check-in asks."""


def answered() -> ColumnElement[bool]:
    """A check-in with at least one of the four answers."""
    return or_(*(answer.is_not(None) for answer in FOUR))


@cache
def _answers_query() -> Select[*tuple[Any, ...]]:
    newest = (_newest_answered(Side.LEFT), _newest_answered(Side.RIGHT))
    query = select(CheckIn.pair_id, CheckIn.side, *FOUR).select_from(Pair).join(CheckIn, CheckIn.id.in_(newest))
    return query.where(_among(Pair.id, _IDS))


def _newest_answered(side: Side) -> Any:
    """The id of the newest check-in in which this side of a pair has answered."""
    query = select(CheckIn.id).where(CheckIn.pair_id == Pair.id, CheckIn.side == side, answered())
    newest = query.order_by(CheckIn.day.desc(), CheckIn.id.desc()).limit(1)
    return newest.correlate(Pair).scalar_subquery()


def _answers(session: Session, asked: Mapping[str, Any]) -> dict[tuple[int, Side], Answers]:
    found = fetched(session, _answers_query(), asked)
    return {(pair_id, side): Answers(*four) for pair_id, side, *four in found}


@cache
def _skipped_query() -> Select[*tuple[Any, ...]]:
    later = aliased(CheckIn)
    answered_since = exists(literal(1)).where(
        later.pair_id == CheckIn.pair_id,
        later.side == CheckIn.side,
        not_(later.skipped),
        or_(later.day > CheckIn.day, (later.day == CheckIn.day) & (later.id > CheckIn.id)),
    )
    query = select(CheckIn.pair_id, CheckIn.side, func.count()).group_by(CheckIn.pair_id, CheckIn.side)
    return query.where(_among(CheckIn.pair_id, _IDS), CheckIn.skipped, ~answered_since)


def _skipped(session: Session, asked: Mapping[str, Any]) -> dict[tuple[int, Side], int]:
    """How many check-ins in a row each side has left out since it last gave one."""
    found = fetched(session, _skipped_query(), asked)
    return {(pair_id, side): number for pair_id, side, number in found}


def met_at_turn(session: Session, ids: Collection[int], today: date) -> frozenset[int]:
    """Those of these pairs that came together at the last career milestone of either side."""
    if not ids:
        return frozenset()
    first = today - timedelta(days=turns.LOOK_BACK_DAYS)
    careers = (
        select(Pair.id, CareerMilestone.day)
        .join(CareerMilestone, CareerMilestone.person_id.in_((Pair.left_id, Pair.right_id)))
        .where(chosen(Pair.id, ids), CareerMilestone.day.between(first, today))
        .where(or_(Pair.started_on.is_(None), CareerMilestone.day >= Pair.started_on))
    )
    contacts = select(Contact.pair_id, Contact.day).where(
        chosen(Contact.pair_id, ids),
        Contact.day.between(first - timedelta(days=turns.MET_DAYS), today),
    )
    turned = _days(session.execute(careers))
    met = _days(session.execute(contacts)) if turned else {}
    return frozenset(key for key, days in turned.items() if turns.met_at_last(days, met.get(key, ()), today))


def _days(rows: Iterable[Any]) -> dict[int, list[date]]:
    found: defaultdict[int, list[date]] = defaultdict(list)
    for key, day in rows:
        found[key].append(day)
    return found
