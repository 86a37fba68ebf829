"""What the start and the end of a pair do to its milestones: laid out from the plan, then skipped where still open."""

from datetime import date

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from mentordesk.data.records import Milestone
from mentordesk.data.tables import Cohort, Pair, PlanStep
from mentordesk.domain.milestones import due_date
from mentordesk.domain.pairs import PairStatus
from mentordesk.services.desk import today

CLOSING_REASONS = {
    PairStatus.COMPLETED: "The pair was completed",
    PairStatus.ENDURING: "The pair goes on by itself",
    PairStatus.ENDED: "The pair ended",
}
"""Why the open milestones of a pair are skipped when it leaves its program."""


def start(session: Session, pair: Pair) -> None:
    """Give an active pair its first day, if it has none, and the milestones of its program's plan.

    The first day is that of the cohort if it is today or still to come, else today.
    """
    cohort = session.get(Cohort, pair.cohort_id) if pair.cohort_id is not None else None
    if pair.started_on is None:
        on = today(session)
        pair.started_on = max(on, cohort.starts_on) if cohort else on
    if cohort is not None:
        _lay_out(session, pair, pair.started_on, cohort.program_id)


def _lay_out(session: Session, pair: Pair, started_on: date, program_id: int) -> None:
    there = set(session.scalars(select(Milestone.step_id).where(Milestone.pair_id == pair.id)))
    steps = select(PlanStep).where(PlanStep.program_id == program_id).order_by(PlanStep.days_after)
    for step in session.scalars(steps):
        if step.id not in there:
            due_on = due_date(started_on, step.days_after)
            planned = {"title": step.title, "owner": step.owner, "required": step.required, "due_on": due_on}
            session.add(Milestone(pair_id=pair.id, step_id=step.id, **planned))


def close_milestones(session: Session, pair: Pair) -> None:
    """Skip what is still open in a pair that has left its program: nobody will ask for it."""
    session.execute(
        update(Milestone)
        .where(Milestone.pair_id == pair.id, Milestone.done_on.is_(None), Milestone.skipped_on.is_(None))
        .values(skipped_on=today(session), skip_reason=CLOSING_REASONS[pair.status])
    )


def open_milestones_again(session: Session, pair: Pair) -> None:
    """Take up what was skipped only because the pair had left its program."""
    session.execute(
        update(Milestone)
        .where(Milestone.pair_id == pair.id, Milestone.skip_reason.in_(CLOSING_REASONS.values()))
        .values(skipped_on=None, skip_reason="")
    )
