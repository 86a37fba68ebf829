"""The milestone plan of a program: steps added, changed, removed. Running pairs are asked in `plan_effects`."""

from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from mentordesk.data.records import Milestone
from mentordesk.data.tables import PlanStep, Program
from mentordesk.domain.errors import FieldError, NotFoundError
from mentordesk.domain.programs import StepForm
from mentordesk.services.desk import name_step
from mentordesk.services.programs import plan_memory
from mentordesk.services.programs.plan_effects import settle

LAST_DAY = 3650
"""A step is due within ten years of the start."""


def add_step(session: Session, program_id: int, form: StepForm) -> int:
    """A new step; returns its id. Raises FieldError for `title` or `days_after`."""
    _check(form)
    if session.get(Program, program_id) is None:
        raise NotFoundError("This program is not in the desk any more.")
    step = PlanStep(program_id=program_id, **_values(form))
    session.add(step)
    session.flush()
    plan_memory.note_added(session, step)
    settle(session, program_id)
    name_step(session, f"Add step {step.title}")
    return step.id


def change_step(session: Session, form: StepForm) -> None:
    """Change the step `form.id`. Raises FieldError for `title` or `days_after`."""
    _check(form)
    step = _find(session, form.id)
    plan_memory.note_changed(session, step)
    for name, value in _values(form).items():
        setattr(step, name, value)
    settle(session, step.program_id)
    name_step(session, f"Change step {step.title}")


def swap_days(session: Session, first_id: int, second_id: int) -> None:
    """Let two steps change places: each takes the days of the other."""
    first, second = _find(session, first_id), _find(session, second_id)
    for step in (first, second):
        plan_memory.note_changed(session, step)
    first.days_after, second.days_after = second.days_after, first.days_after
    settle(session, first.program_id)
    name_step(session, f"Swap {first.title} and {second.title}")


def remove_step(session: Session, step_id: int) -> None:
    """Take a step out of the plan. Milestones made from it stay with their pairs until running pairs are asked."""
    step = _find(session, step_id)
    made = session.scalars(select(Milestone.id).where(Milestone.step_id == step_id))
    plan_memory.note_removed(session, step, list(made))
    name_step(session, f"Remove step {step.title}")
    session.delete(step)
    settle(session, step.program_id)


def _values(form: StepForm) -> dict[str, Any]:
    title = form.title.strip()
    return {"title": title, "days_after": form.days_after, "owner": form.owner, "required": form.required}


def _check(form: StepForm) -> None:
    if not form.title.strip():
        raise FieldError("title", "Give the step a name.")
    if not 0 <= form.days_after <= LAST_DAY:
        nearest = min(LAST_DAY, max(0, form.days_after))
        raise FieldError("days_after", f"Choose 0 to {LAST_DAY:,} days after the start.", proposal=nearest)


def _find(session: Session, step_id: int | None) -> PlanStep:
    found = session.get(PlanStep, step_id) if step_id is not None else None
    if found is None:
        raise NotFoundError("This step is not in the plan any more.")
    return found
