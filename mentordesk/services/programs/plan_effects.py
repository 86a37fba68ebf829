"""Running pairs and a changed plan: what would happen to their open milestones, doing it, or leaving them (10.12)."""

from datetime import date
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from mentordesk.data.records import Milestone
from mentordesk.data.tables import Cohort, Pair, Program
from mentordesk.domain.plan_changes import PlannedMilestone, compare
from mentordesk.domain.plan_effect import ChangeKind, PlanEffect, PlanMove
from mentordesk.domain.standing import PairStatus
from mentordesk.services.cohort_phases import not_over
from mentordesk.services.desk import name_step, today
from mentordesk.services.pairs.pair_counts import chosen
from mentordesk.services.programs import plan_memory
from mentordesk.services.programs.plan_steps import plan

FOLLOWING = (PairStatus.ACTIVE, PairStatus.PAUSED)
"""Pairs that follow the plan of their program, while their cohort is not over."""


def plan_effect(session: Session, program_id: int) -> PlanEffect:
    """What bringing the running pairs in line with the plan would do; without changes there is nothing to ask.

    Only milestones move whose date is one the plan gave them; see `domain.plan_changes`.
    """
    starts = _starts(session, program_id)
    memory = plan_memory.recall(session, program_id)
    return compare(plan(session, program_id), memory, starts, _milestones(session, starts), today(session))


def _starts(session: Session, program_id: int) -> dict[int, date]:
    """The first day of every running pair of the program."""
    query = (
        select(Pair.id, Pair.started_on)
        .join(Cohort, Cohort.id == Pair.cohort_id)
        .where(Cohort.program_id == program_id, not_over(today(session)), Pair.status.in_(FOLLOWING))
        .order_by(Pair.id)
    )
    return {pair_id: start for pair_id, start in session.execute(query) if start is not None}


def _milestones(session: Session, starts: dict[int, date]) -> list[PlannedMilestone]:
    query = select(Milestone.__table__).where(chosen(Milestone.pair_id, starts)).order_by(Milestone.id)
    return [_milestone(found) for found in session.execute(query)]


def _milestone(found: Any) -> PlannedMilestone:
    return PlannedMilestone(
        id=found.id,
        pair_id=found.pair_id,
        step_id=found.step_id,
        title=found.title,
        owner=found.owner,
        required=found.required,
        due_on=found.due_on,
        open=found.done_on is None and found.skipped_on is None,
        done=found.done_on is not None,
    )


def apply_plan(session: Session, program_id: int) -> PlanEffect:
    """Bring the running pairs in line with the plan, as `plan_effect` told; returns what was done."""
    effect = plan_effect(session, program_id)
    ids = effect.milestone_ids
    milestones = {found.id: found for found in session.scalars(select(Milestone).where(chosen(Milestone.id, ids)))}
    for move in effect.moves:
        _do(session, move, milestones.get(move.milestone_id or 0))
    plan_memory.forget(session, program_id)
    name_step(session, effect.action)
    return effect


def _do(session: Session, move: PlanMove, milestone: Milestone | None) -> None:
    step = move.step
    if step is not None and milestone is None and move.new_due_on is not None:
        words = {"title": step.title, "owner": step.owner, "required": step.required}
        session.add(Milestone(pair_id=move.pair_id, step_id=step.id, due_on=move.new_due_on, **words))
    elif milestone is not None and move.kind is ChangeKind.REMOVED:
        session.delete(milestone)
    elif milestone is not None and move.kind is ChangeKind.MOVED and move.new_due_on is not None:
        milestone.due_on = move.new_due_on
    elif milestone is not None and step is not None:
        milestone.title, milestone.owner, milestone.required = step.title, step.owner, step.required


def keep_plan(session: Session, program_id: int) -> None:
    """Only new pairs follow the changed plan: running pairs keep their milestones as they are."""
    plan_memory.forget(session, program_id)
    name_step(session, f"Keep the milestones of running pairs of {session.get_one(Program, program_id).name}")


def settle(session: Session, program_id: int) -> None:
    """After a change of the plan: where no running pair differs from it, there is nothing left to ask."""
    session.flush()
    if not plan_effect(session, program_id).changes:
        plan_memory.forget(session, program_id)
