"""What reports list of goals and of people without a pair. Knows no workbook."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session, aliased

from mentordesk.data.records import Goal, GoalOwner
from mentordesk.data.tables import Cohort, Enrollment, Pair, Person
from mentordesk.domain.cohorts import EnrollmentStatus, Role
from mentordesk.domain.pairs import pair_name
from mentordesk.domain.people import PersonStatus
from mentordesk.domain.programs import Format
from mentordesk.domain.report_lists import GoalLine, UnpairedLine
from mentordesk.domain.scope import Scope
from mentordesk.domain.standing import Side
from mentordesk.services.desk import today
from mentordesk.services.places import Places, places
from mentordesk.services.scoping import within

_WAITING = (EnrollmentStatus.APPLIED, EnrollmentStatus.ACCEPTED, EnrollmentStatus.WAITLISTED)
_WHY = {
    EnrollmentStatus.APPLIED: "Not yet accepted",
    EnrollmentStatus.WAITLISTED: "On the waiting list",
}


def goal_count(session: Session, scope: Scope) -> int:
    """How many goals the pairs of a scope have set."""
    query = select(func.count(Goal.id)).join(Pair, Pair.id == Goal.pair_id).where(within(Pair.cohort_id, scope))
    return session.scalar(query) or 0


def goals(session: Session, scope: Scope, limit: int | None = None) -> list[GoalLine]:
    """The goals of the pairs of a scope: by cohort and pair, the oldest first."""
    left, right, on = aliased(Person), aliased(Person), today(session)
    query = (
        select(
            *(Goal.id, Goal.pair_id, left.name, right.name, func.coalesce(Cohort.name, ""), Pair.format, Goal.owner),
            *(Goal.title, Goal.progress, Goal.start_rating, Goal.end_rating, Goal.set_on, Goal.due_on, Goal.done_on),
        )
        .join(Pair, Pair.id == Goal.pair_id)
        .join(left, left.id == Pair.left_id)
        .join(right, right.id == Pair.right_id)
        .outerjoin(Cohort, Cohort.id == Pair.cohort_id)
        .where(within(Pair.cohort_id, scope))
        .order_by(Cohort.starts_on.desc(), Cohort.name, left.name, Goal.pair_id, Goal.set_on, Goal.id)
    )
    return [_goal(on, *found) for found in session.execute(query.limit(limit))]


def _goal(
    on: date, id_: int, pair_id: int, left: str, right: str, cohort: str, format_: str, owner: GoalOwner, *rest: Any
) -> GoalLine:
    title, progress, start, end, set_on, due_on, done_on = rest
    side = None if owner is GoalOwner.BOTH else Side(owner.value)
    who = {Side.LEFT: left, Side.RIGHT: right, None: "Both"}[side]
    state = "Reached" if done_on else "Overdue" if due_on and due_on < on else "Open"
    about = (id_, pair_id, pair_name(left, right), cohort, Format(format_), side, who, title)
    return GoalLine(*about, progress, start, end, set_on, due_on, done_on, state)


def unpaired(session: Session, scope: Scope, limit: int | None = None) -> list[UnpairedLine]:
    """Who is enrolled and has had no pair in this role: by cohort, mentees and peers before mentors, then by name.

    A pair that is proposed or active is one, and so is one that was completed or endures; one that ended early is none.
    """
    on = today(session)
    return [_unpaired(on, taken, *found) for found, taken in _waiting(session, scope)][:limit]


def _waiting(session: Session, scope: Scope) -> Iterator[tuple[Any, Places]]:
    taken = places(session, within(Cohort.id, scope))
    query = (
        select(
            *(Enrollment.id, Person.id, Cohort.id, Enrollment.role, Person.name, func.coalesce(Person.email, "")),
            *(Person.title, Person.department, Person.location, Cohort.name, Enrollment.status, Enrollment.capacity),
            *(Enrollment.enrolled_on, Cohort.ends_on, Cohort.closed_on),
        )
        .join(Person, Person.id == Enrollment.person_id)
        .join(Cohort, Cohort.id == Enrollment.cohort_id)
        .where(within(Cohort.id, scope), Enrollment.status.in_(_WAITING), Person.status != PersonStatus.LEFT)
        .order_by(Cohort.starts_on.desc(), Cohort.name, Enrollment.role == Role.MENTOR, func.lower(Person.name))
    )
    for found in session.execute(query):
        if (found[2], found[1], found[3]) not in taken.settled:
            yield found, taken


def _unpaired(
    on: date, taken: Places, id_: int, person_id: int, cohort_id: int, role: Role, name: str, *rest: Any
) -> UnpairedLine:
    email, title, department, location, cohort, status, capacity, enrolled_on, ends_on, closed_on = rest
    over = (closed_on is not None and closed_on <= on) or ends_on < on
    had_one = (cohort_id, person_id, role) in taken.used
    why = "Cohort is over" if over else _WHY.get(status) or ("Pair ended early" if had_one else _open(role))
    return UnpairedLine(
        *(id_, person_id, name, email, title, department, location, cohort, role.word, status.word),
        *(capacity, enrolled_on, max(0, (min(on, ends_on) - enrolled_on).days), why),
    )


def _open(role: Role) -> str:
    return "Has places free" if role is Role.MENTOR else "To be matched"
