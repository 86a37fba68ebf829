"""What the records of many pairs add up to, a statement a topic: contacts, points, milestones, check-ins, hours.

Knows no rule: the domain judges the sums. Pairs are handed over as one JSON value: one pair or ten thousand.
"""

import json
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Integer, cast, exists, func, literal, not_, or_, select
from sqlalchemy.orm import Session, aliased

from mentordesk.data.records import CheckIn, Contact, Exchange, JointProject, Milestone, PlannedMeeting, ProjectHours
from mentordesk.data.tables import CareerMilestone, Pair
from mentordesk.domain import turns
from mentordesk.domain.balance import Balance
from mentordesk.domain.contacts import Channel
from mentordesk.domain.figures import MONTH_AGO
from mentordesk.domain.health import Answers
from mentordesk.domain.standing import Side


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
    ids = list(windows)
    points, newest = _points(session, windows, today)
    return Counts(
        _marks(session, ids, today),
        points,
        newest,
        _milestones(session, ids),
        _overdue(session, ids, today),
        _answers(session, ids),
        _skipped(session, ids),
    )


def chosen(column: Any, ids: Collection[int]) -> ColumnElement[bool]:
    """Whether a column holds one of the ids, whatever their number."""
    each = func.json_each(json.dumps(list(ids))).table_valued("value")
    found: ColumnElement[bool] = column.in_(select(each.c.value))
    return found


def _newest_contact(pair_id: Any, value: Any, until: date) -> Any:
    """The day, or another column, of the newest contact; by the index over pair and day."""
    contacts = select(value).where(Contact.pair_id == pair_id, Contact.day <= until)
    return contacts.order_by(Contact.day.desc(), Contact.id.desc()).limit(1).correlate(Pair).scalar_subquery()


def _marks(session: Session, ids: Collection[int], today: date) -> dict[int, Marks]:
    budget = select(func.total(JointProject.hours_budget)).where(JointProject.pair_id == Pair.id)
    hours = (
        select(func.total(ProjectHours.hours))
        .join(JointProject, JointProject.id == ProjectHours.project_id)
        .where(JointProject.pair_id == Pair.id)
    )
    meeting = (
        select(PlannedMeeting.day)
        .where(PlannedMeeting.pair_id == Pair.id, PlannedMeeting.day >= today)
        .order_by(PlannedMeeting.day)
        .limit(1)
    )
    query = select(
        Pair.id,
        _newest_contact(Pair.id, Contact.day, today),
        _newest_contact(Pair.id, Contact.day, today - MONTH_AGO),
        _newest_contact(Pair.id, Contact.channel, today),
        meeting.correlate(Pair).scalar_subquery(),
        hours.correlate(Pair).scalar_subquery(),
        budget.correlate(Pair).scalar_subquery(),
    ).where(chosen(Pair.id, ids))
    return {pair_id: Marks(*values) for pair_id, *values in session.execute(query)}


def _points(session: Session, windows: Mapping[int, date], today: date) -> tuple[dict[int, Balance], dict[int, date]]:
    starts = json.dumps({pair_id: first.isoformat() for pair_id, first in windows.items()})
    each = func.json_each(starts).table_valued("key", "value")
    given = func.total(Exchange.points)
    query = (
        select(
            Exchange.pair_id,
            given.filter(Exchange.side == Side.LEFT),
            given.filter(Exchange.side == Side.RIGHT),
            func.max(Exchange.day),
        )
        .select_from(each)
        .join(Exchange, Exchange.pair_id == cast(each.c.key, Integer))
        .where(Exchange.day >= each.c.value, Exchange.day <= today)
        .group_by(Exchange.pair_id)
    )
    found = session.execute(query).all()
    points = {pair_id: Balance(int(left), int(right)) for pair_id, left, right, _ in found}
    return points, {pair_id: newest for pair_id, *_, newest in found}


def _milestones(session: Session, ids: Collection[int]) -> dict[int, MilestoneCounts]:
    query = (
        select(
            Milestone.pair_id,
            func.count(Milestone.done_on),
            func.total(Milestone.done_on <= Milestone.due_on),
            func.count(),
        )
        .where(chosen(Milestone.pair_id, ids))
        .group_by(Milestone.pair_id)
    )
    found = session.execute(query)
    return {pair_id: MilestoneCounts(done, int(on_time), total) for pair_id, done, on_time, total in found}


def _overdue(session: Session, ids: Collection[int], today: date) -> dict[int, tuple[OpenMilestone, ...]]:
    query = (
        select(Milestone.pair_id, Milestone.title, Milestone.due_on, Milestone.step_id)
        .where(chosen(Milestone.pair_id, ids), Milestone.due_on < today)
        .where(Milestone.done_on.is_(None), Milestone.skipped_on.is_(None))
        .order_by(Milestone.pair_id, Milestone.due_on, Milestone.id)
    )
    found: defaultdict[int, list[OpenMilestone]] = defaultdict(list)
    for pair_id, title, due_on, step_id in session.execute(query):
        found[pair_id].append(OpenMilestone(title, due_on, step_id))
    return {pair_id: tuple(milestones) for pair_id, milestones in found.items()}


FOUR = (CheckIn.trust, CheckIn.value, CheckIn.balance, CheckIn.progress)
"""The questions every check-in asks."""


def answered() -> ColumnElement[bool]:
    """A check-in with at least one of the four answers."""
    return or_(*(answer.is_not(None) for answer in FOUR))


def _answers(session: Session, ids: Collection[int]) -> dict[tuple[int, Side], Answers]:
    newest = (_newest_answered(Side.LEFT), _newest_answered(Side.RIGHT))
    query = (
        select(CheckIn.pair_id, CheckIn.side, *FOUR)
        .select_from(Pair)
        .join(CheckIn, CheckIn.id.in_(newest))
        .where(chosen(Pair.id, ids))
    )
    return {(pair_id, side): Answers(*four) for pair_id, side, *four in session.execute(query)}


def _newest_answered(side: Side) -> Any:
    """The id of the newest check-in in which this side of a pair has answered."""
    query = select(CheckIn.id).where(CheckIn.pair_id == Pair.id, CheckIn.side == side, answered())
    newest = query.order_by(CheckIn.day.desc(), CheckIn.id.desc()).limit(1)
    return newest.correlate(Pair).scalar_subquery()


def _skipped(session: Session, ids: Collection[int]) -> dict[tuple[int, Side], int]:
    """How many check-ins in a row each side has left out since it last gave one."""
    later = aliased(CheckIn)
    answered_since = exists(literal(1)).where(
        later.pair_id == CheckIn.pair_id,
        later.side == CheckIn.side,
        not_(later.skipped),
        or_(later.day > CheckIn.day, (later.day == CheckIn.day) & (later.id > CheckIn.id)),
    )
    query = (
        select(CheckIn.pair_id, CheckIn.side, func.count())
        .where(chosen(CheckIn.pair_id, ids), CheckIn.skipped, ~answered_since)
        .group_by(CheckIn.pair_id, CheckIn.side)
    )
    return {(pair_id, side): number for pair_id, side, number in session.execute(query)}


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
