"""The steps of a milestone plan, read. Changes nothing."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from mentordesk.data.tables import PlanStep
from mentordesk.domain.programs import StepRow


def plan(session: Session, program_id: int) -> list[StepRow]:
    """The steps of a program by their days after the start."""
    step = PlanStep
    query = select(step.id, step.program_id, step.title, step.days_after, step.owner, step.required)
    found = session.execute(query.where(step.program_id == program_id).order_by(step.days_after, step.id))
    return [StepRow(*values) for values in found]
