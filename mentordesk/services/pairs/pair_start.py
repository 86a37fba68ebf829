"""The start of a pair, and what start and end do to milestones: laid out from the plan, skipped where still open."""

from collections import defaultdict
from collections.abc import Collection, Mapping
from datetime import date
from typing import Any

from sqlalchemy import insert, select, update
from sqlalchemy.orm import Session

from mentordesk.data.records import CheckIn, ClosingSurvey, Contact, Exchange, Milestone
from mentordesk.data.tables import Cohort, Pair, PlanStep
from mentordesk.domain.dates import Precision, long
from mentordesk.domain.errors import FieldError
from mentordesk.domain.milestones import due_date
from mentordesk.domain.pairs import PairStatus, has_begun
from mentordesk.services.desk import name_step, today
from mentordesk.services.pairs.pair_counts import chosen
from mentordesk.services.pairs.pair_lookup import find, said

_MILESTONES: Any = Milestone.__table__
CLOSING_REASONS = {
    PairStatus.COMPLETED: "The pair was completed",
    PairStatus.ENDURING: "The pair goes on by itself",
    PairStatus.ENDED: "The pair ended",
}
"""Why the open milestones of a pair are skipped when it leaves its program."""


def start(session: Session, pairs: Collection[Pair]) -> None:
    """Give active pairs their first day, if they have none, and the milestones of their program's plan.

    The first day is that of the cohort if it is today or still to come, else today.
    """
    on = today(session)
    found = session.scalars(
        select(Cohort).where(chosen(Cohort.id, {it.cohort_id for it in pairs if it.cohort_id is not None}))
    )
    cohorts = {cohort.id: cohort for cohort in found}
    for pair in pairs:
        if pair.started_on is None:
            pair.started_on = max(on, cohorts[pair.cohort_id].starts_on) if pair.cohort_id in cohorts else on
    programs = {pair: cohorts[pair.cohort_id].program_id for pair in pairs if pair.cohort_id in cohorts}
    _lay_out(session, programs)


def _lay_out(session: Session, programs: Mapping[Pair, int]) -> None:
    steps = select(PlanStep).where(chosen(PlanStep.program_id, set(programs.values()))).order_by(PlanStep.days_after)
    plans: defaultdict[int, list[PlanStep]] = defaultdict(list)
    for step in session.scalars(steps):
        plans[step.program_id].append(step)
    laid_out = select(Milestone.pair_id, Milestone.step_id).where(chosen(Milestone.pair_id, {it.id for it in programs}))
    there = {(pair_id, step_id) for pair_id, step_id in session.execute(laid_out)}
    new = [
        _planned(pair.id, pair.started_on, step)
        for pair, program_id in programs.items()
        for step in plans[program_id]
        if pair.started_on is not None and (pair.id, step.id) not in there
    ]
    if new:
        session.execute(insert(_MILESTONES), new)


def _planned(pair_id: int, started_on: date, step: PlanStep) -> dict[str, Any]:
    due_on = due_date(started_on, step.days_after)
    planned = {"title": step.title, "owner": step.owner, "required": step.required, "due_on": due_on}
    return {"pair_id": pair_id, "step_id": step.id, **planned}


def close_milestones(session: Session, pairs: Collection[Pair], status: PairStatus) -> None:
    """Skip what is still open in pairs that have left their program, to be `status`: nobody will ask for it."""
    open_ = (Milestone.done_on.is_(None), Milestone.skipped_on.is_(None))
    session.execute(
        update(Milestone)
        .where(chosen(Milestone.pair_id, [pair.id for pair in pairs]), *open_)
        .values(skipped_on=today(session), skip_reason=CLOSING_REASONS[status])
    )


def open_milestones_again(session: Session, pair: Pair) -> None:
    """Take up what was skipped only because the pair had left its program."""
    session.execute(
        update(Milestone)
        .where(Milestone.pair_id == pair.id, Milestone.skip_reason.in_(CLOSING_REASONS.values()))
        .values(skipped_on=None, skip_reason="")
    )


def check_begun_by(session: Session, on: date) -> None:
    """Raise FieldError for `started_on` where a pair that has begun would begin in the future."""
    if on > today(session):
        raise FieldError("started_on", "This day is still to come. When did they begin?", proposal=today(session))


def change(session: Session, pair_id: int, on: date | None, precision: Precision) -> None:
    """Correct since when a pair is together, as exactly as that is known. Milestones keep their dates.

    Raises FieldError for `started_on`: no day, one to come, or one after what the pair has on record.
    """
    pair = find(session, pair_id)
    if on is None:
        raise FieldError("started_on", "Say since when: a day, a month or only a year.")
    if not has_begun(pair.status, pair.started_on):
        raise FieldError("started_on", "This pair has not begun yet. Activate it with its first day.")
    check_begun_by(session, on)
    oldest = _oldest_record(session, pair_id)
    if oldest is not None and on > oldest:
        sentence = f"They were in touch on {long(oldest)} already. Choose that day or an earlier one."
        raise FieldError("started_on", sentence, proposal=oldest)
    if pair.ended_on is not None and on > pair.ended_on:
        raise FieldError("started_on", f"They ended on {long(pair.ended_on)}. Choose an earlier day.")
    pair.started_on, pair.started_precision = on, precision
    name_step(session, f"Change the start of {said(session, [pair])}")


def _oldest_record(session: Session, pair_id: int) -> date | None:
    """The day of the first contact, exchange or answer."""
    days = [
        session.scalar(select(table.day).where(table.pair_id == pair_id).order_by(table.day).limit(1))
        for table in (Contact, Exchange, CheckIn, ClosingSurvey)
    ]
    return min((day for day in days if day is not None), default=None)
