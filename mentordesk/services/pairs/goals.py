"""Goals of a pair: set, moved on, reached, removed."""

from sqlalchemy.orm import Session

from mentordesk.data.records import Goal, GoalOwner
from mentordesk.domain.errors import FieldError
from mentordesk.domain.goals import LEAST_RATING, MOST_RATING, GoalForm
from mentordesk.domain.standing import Side
from mentordesk.services.desk import name_step, today
from mentordesk.services.pairs.record_checks import begun, there

REACHED = 100


def add(session: Session, form: GoalForm) -> int:
    """A goal of a pair that has started; returns its id.

    Raises FieldError for `title`, `progress`, `start_rating`, `end_rating` or `pair_id`.
    """
    pair = begun(session, form.pair_id)
    goal = Goal(pair_id=pair.id, set_on=today(session))
    _fill(session, goal, form)
    session.add(goal)
    session.flush()
    name_step(session, f"Add the goal {goal.title}")
    return goal.id


def change(session: Session, goal_id: int, form: GoalForm) -> None:
    """Change a goal; it stays with its pair."""
    goal = _find(session, goal_id)
    _fill(session, goal, form)
    name_step(session, f"Change the goal {goal.title}")


def _fill(session: Session, goal: Goal, form: GoalForm) -> None:
    if not form.title.strip():
        raise FieldError("title", "Say in a few words what the goal is.")
    if not 0 <= form.progress <= REACHED:
        raise FieldError("progress", "Progress is 0 to 100 %.", proposal=min(REACHED, max(0, form.progress)))
    _check_ratings(form)
    goal.start_rating, goal.end_rating = form.start_rating, form.end_rating
    goal.title, goal.progress, goal.note = form.title.strip(), form.progress, form.note.strip()
    goal.owner = GoalOwner.BOTH if form.owner is None else GoalOwner(form.owner.value)
    goal.due_on = form.due_on
    goal.done_on = (goal.done_on or today(session)) if form.progress == REACHED else None


def _check_ratings(form: GoalForm) -> None:
    for field in ("start_rating", "end_rating"):
        rating = getattr(form, field)
        if rating is not None and not LEAST_RATING <= rating <= MOST_RATING:
            proposal = min(MOST_RATING, max(LEAST_RATING, rating))
            raise FieldError(field, f"A rating is {LEAST_RATING} to {MOST_RATING}.", proposal=proposal)
    if form.end_rating is not None and form.start_rating is None:
        raise FieldError("start_rating", "Say where it stood at the start, too: both are on one scale.")


def form(session: Session, goal_id: int) -> GoalForm:
    """A goal as it would be typed in. Raises NotFoundError."""
    goal = _find(session, goal_id)
    owner = None if goal.owner is GoalOwner.BOTH else Side(goal.owner.value)
    ratings = goal.start_rating, goal.end_rating
    return GoalForm(goal.pair_id, goal.title, owner, goal.progress, goal.due_on, goal.note, *ratings)


def remove(session: Session, goal_id: int) -> None:
    """Take a goal off its pair."""
    goal = _find(session, goal_id)
    name_step(session, f"Remove the goal {goal.title}")
    session.delete(goal)


def _find(session: Session, goal_id: int) -> Goal:
    return there(session, Goal, goal_id, "goal")
