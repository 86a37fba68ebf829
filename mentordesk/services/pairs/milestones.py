"""Milestones of pairs: listed by due date, marked done, moved, skipped with a reason, added by hand."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import date, timedelta
from typing import Any, NamedTuple

from sqlalchemy import Select, delete, func, select, update
from sqlalchemy.orm import Session, aliased

from mentordesk.data.records import Milestone
from mentordesk.data.tables import Cohort, Pair, Person, PlanStep
from mentordesk.domain.dates import long
from mentordesk.domain.errors import FieldError, NotFoundError, UserError
from mentordesk.domain.milestones import (
    Ending,
    MilestoneForm,
    MilestoneRow,
    MilestoneState,
    PlanStripRow,
    ending_of,
    owner_name,
    state,
)
from mentordesk.domain.pairs import FINISHED
from mentordesk.domain.programs import Format, StepOwner
from mentordesk.domain.scope import EVERYTHING, Scope
from mentordesk.domain.standing import PairStatus
from mentordesk.domain.wording import counted
from mentordesk.services.desk import name_step, today
from mentordesk.services.pairs.pair_counts import chosen
from mentordesk.services.pairs.pair_lookup import said
from mentordesk.services.pairs.record_checks import begun
from mentordesk.services.scoping import CHUNK, within

FOLLOWED = (PairStatus.ACTIVE, PairStatus.PAUSED)
"""Pairs whose milestones somebody still waits for."""


def rows(
    session: Session,
    scope: Scope = EVERYTHING,
    include_done: bool = True,
    statuses: Collection[PairStatus] = FOLLOWED,
    limit: int | None = None,
) -> list[MilestoneRow]:
    """The milestones of active and paused pairs by due date; without `include_done` neither done nor skipped ones.

    `statuses` takes in other pairs too: a report tells of finished ones.
    """
    query = _query().where(Pair.status.in_(statuses), within(Pair.cohort_id, scope))
    if not include_done:
        query = query.where(Milestone.done_on.is_(None), Milestone.skipped_on.is_(None))
    return list(_read(session, query.limit(limit)))


def each(session: Session, scope: Scope, limit: int | None = None, *, by_name: bool = True) -> Iterator[MilestoneRow]:
    """All milestones of all pairs of a scope by due date, one after the other: only a few are in memory at once.

    Not `by_name` those of one day follow each other by their pairs' ids, which say nothing of a name.
    """
    query = _query().where(within(Pair.cohort_id, scope)).limit(limit)
    if not by_name:
        query = query.order_by(None).order_by(Milestone.due_on, Milestone.pair_id, Milestone.id)
    return _read(session, query.execution_options(yield_per=CHUNK))


def count(session: Session, scope: Scope, statuses: Collection[PairStatus]) -> int:
    """How many milestones the pairs of a scope have."""
    query = select(func.count(Milestone.id)).join(Pair, Pair.id == Milestone.pair_id)
    return session.scalar(query.where(Pair.status.in_(statuses), within(Pair.cohort_id, scope))) or 0


def of_pair(session: Session, pair_id: int) -> list[MilestoneRow]:
    """All milestones of one pair by due date, whatever its status."""
    return list(_read(session, _query().where(Pair.id == pair_id)))


class _Stored(NamedTuple):
    """A milestone as stored, with its pair; a named tuple is read ten times as fast as a database row."""

    id: int
    pair_id: int
    step_id: int | None
    title: str
    owner: StepOwner
    required: bool
    due_on: date
    done_on: date | None
    skipped_on: date | None
    skip_reason: str
    note: str
    left_id: int
    right_id: int
    format: Format
    cohort_id: int | None
    status: PairStatus
    ended_on: date | None
    left: str
    right: str
    cohort: str
    program_id: int | None


def _query() -> Select[*tuple[Any, ...]]:
    left, right = aliased(Person), aliased(Person)
    return (
        select(
            *(getattr(Milestone, name) for name in _Stored._fields[:11]),
            *(getattr(Pair, name) for name in _Stored._fields[11:17]),
            *(left.name, right.name, func.coalesce(Cohort.name, ""), Cohort.program_id),
        )
        .join(Pair, Pair.id == Milestone.pair_id)
        .join(left, left.id == Pair.left_id)
        .join(right, right.id == Pair.right_id)
        .outerjoin(Cohort, Cohort.id == Pair.cohort_id)
        .order_by(Milestone.due_on, left.name, Milestone.id)
    )


def _read(session: Session, query: Select[*tuple[Any, ...]]) -> Iterator[MilestoneRow]:
    on = today(session)
    return (_row(_Stored._make(found), on) for found in session.execute(query))


def _row(found: _Stored, on: date) -> MilestoneRow:
    # The clock of a finished pair stands still: what was not due at its end never falls due.
    day = min(on, found.ended_on) if found.status in FINISHED and found.ended_on else on
    return MilestoneRow(
        id=found.id,
        pair_id=found.pair_id,
        left=found.left,
        right=found.right,
        left_id=found.left_id,
        right_id=found.right_id,
        format=found.format,
        program_id=found.program_id,
        cohort_id=found.cohort_id,
        cohort=found.cohort,
        step_id=found.step_id,
        title=found.title,
        owner=found.owner,
        owner_name=owner_name(found.owner, found.left, found.right, found.format),
        required=found.required,
        due_on=found.due_on,
        done_on=found.done_on,
        skipped_on=found.skipped_on,
        skip_reason=found.skip_reason,
        note=found.note,
        state=state(found.due_on, found.done_on, found.skipped_on, day),
        days_late=((found.done_on or day) - found.due_on).days,
    )


def mark_done(session: Session, ids: Sequence[int], day: date) -> None:
    """Note that milestones were reached on a day, not in the future; skipped ones count as done from now on."""
    on = today(session)
    if day > on:
        raise FieldError("day", f"{long(day)} is still to come. Use {long(on)}?", proposal=on)
    name_step(session, f"Mark {_set(session, ids, _ended(done_on=day))} done")


def reopen(session: Session, ids: Sequence[int]) -> None:
    """Done and skipped milestones are open again."""
    name_step(session, f"Reopen {_set(session, ids, _ended())}")


def skip(session: Session, ids: Sequence[int], reason: str) -> None:
    """Leave milestones out by agreement: they count neither as done nor as overdue."""
    if not reason.strip():
        raise FieldError("reason", "Say in a few words why both agreed to leave this out.")
    name_step(session, f"Skip {_set(session, ids, _ended(skipped_on=today(session), skip_reason=reason.strip()))}")


def _ended(done_on: date | None = None, skipped_on: date | None = None, skip_reason: str = "") -> dict[str, Any]:
    return {"done_on": done_on, "skipped_on": skipped_on, "skip_reason": skip_reason}


def move(session: Session, ids: Sequence[int], due_on: date) -> None:
    """Give milestones another due date."""
    name_step(session, f"Move {_set(session, ids, {'due_on': due_on})}")


def shift(session: Session, ids: Sequence[int], days: int) -> None:
    """Move milestones by so many days, earlier if negative, each from its own date."""
    _check_calendar(session, ids, timedelta(days=days))
    moved = {"due_on": func.date(Milestone.due_on, f"{days:+d} days")}
    name_step(session, f"Move {_set(session, ids, moved)} by {counted(days, 'day')}")


def _check_calendar(session: Session, ids: Sequence[int], by: timedelta) -> None:
    """Raise FieldError for `days` where a milestone would leave the calendar."""
    query = select(func.min(Milestone.due_on), func.max(Milestone.due_on)).where(chosen(Milestone.id, ids))
    try:
        _moved = [day + by for day in session.execute(query).one() if day is not None]
    except OverflowError:
        raise FieldError("days", "That is beyond the calendar. Choose fewer days.") from None


def settle(
    session: Session,
    milestone_id: int,
    ending: Ending,
    due_on: date,
    done_on: date | None = None,
    reason: str = "",
    note: str = "",
) -> None:
    """Bring one milestone to what a form says; the step is named after the change that matters most."""
    milestone = _find(session, milestone_id)
    now = ending_of(milestone.done_on, milestone.skipped_on)
    if note.strip() != milestone.note:
        set_note(session, milestone_id, note)
    if due_on != milestone.due_on:
        move(session, [milestone_id], due_on)
    if ending is Ending.DONE and done_on is not None and done_on != milestone.done_on:
        mark_done(session, [milestone_id], done_on)
    elif ending is Ending.SKIPPED and (now is not Ending.SKIPPED or reason.strip() != milestone.skip_reason):
        skip(session, [milestone_id], reason)
    elif ending is Ending.OPEN and now is not Ending.OPEN:
        reopen(session, [milestone_id])


def set_note(session: Session, milestone_id: int, note: str) -> None:
    """A line about a milestone, shown where it stands."""
    milestone = _find(session, milestone_id)
    milestone.note = note.strip()
    name_step(session, f"Change the note on {milestone.title}")


def add(session: Session, form: MilestoneForm) -> int:
    """A milestone of one pair that is not in its plan; returns its id. Raises FieldError for `title` or `pair_id`."""
    if not form.title.strip():
        raise FieldError("title", "Give the milestone a name.")
    pair = begun(session, form.pair_id)
    milestone = Milestone(
        pair_id=pair.id, title=form.title.strip(), due_on=form.due_on, owner=form.owner, required=form.required
    )
    session.add(milestone)
    session.flush()
    name_step(session, f"Add {milestone.title} for {said(session, [pair])}")
    return milestone.id


def remove(session: Session, ids: Sequence[int]) -> None:
    """Take milestones off their pairs; the plan keeps its steps."""
    name_step(session, f"Remove {_said(session, ids)}")
    session.execute(delete(Milestone).where(chosen(Milestone.id, ids)))


def _set(session: Session, ids: Sequence[int], values: Mapping[str, Any]) -> str:
    """Give all these milestones the same values in one statement; returns how a step names them."""
    named = _said(session, ids)
    session.execute(update(Milestone).where(chosen(Milestone.id, ids)).values(values))
    return named


def _find(session: Session, milestone_id: int) -> Milestone:
    found = session.get(Milestone, milestone_id)
    if found is None:
        raise NotFoundError("This milestone is not in the desk any more.")
    return found


def _said(session: Session, ids: Sequence[int]) -> str:
    """How a step names these milestones. Raises UserError for none, NotFoundError where one is gone."""
    if not ids:
        raise UserError("No milestone is selected.", advice="Select one or more milestones first.")
    query = select(Milestone.id, Milestone.title).where(chosen(Milestone.id, ids))
    titles: dict[int, str] = dict(session.execute(query).all())
    for milestone_id in ids:
        if milestone_id not in titles:
            _find(session, milestone_id)
    return titles[ids[0]] if len(ids) == 1 else counted(len(ids), "milestone")


def plan_strip(session: Session, cohort_id: int) -> list[PlanStripRow]:
    """The steps of a cohort's plan with how far its active and paused pairs are, in the order of the plan."""
    cohort = session.get_one(Cohort, cohort_id)
    of_step: defaultdict[int | None, list[MilestoneRow]] = defaultdict(list)
    for row in rows(session, Scope(cohort_id=cohort_id)):
        of_step[row.step_id].append(row)
    steps = session.scalars(
        select(PlanStep).where(PlanStep.program_id == cohort.program_id).order_by(PlanStep.days_after, PlanStep.id)
    )
    return [_strip(step, of_step[step.id], cohort.starts_on) for step in steps]


def _strip(step: PlanStep, found: Sequence[MilestoneRow], starts_on: date) -> PlanStripRow:
    states = Counter(row.state for row in found)
    dates = Counter(row.due_on for row in found)
    planned = starts_on + timedelta(days=step.days_after)
    return PlanStripRow(
        step_id=step.id,
        title=step.title,
        due_on=max(dates, key=lambda day: (dates[day], -day.toordinal())) if dates else planned,
        required=step.required,
        done=states[MilestoneState.DONE],
        needed=len(found) - states[MilestoneState.SKIPPED],
        overdue=states[MilestoneState.OVERDUE],
        due=states[MilestoneState.DUE],
        skipped=states[MilestoneState.SKIPPED],
    )
