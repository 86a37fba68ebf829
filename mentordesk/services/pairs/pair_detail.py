"""Reads one pair in full: what its pane and its page show beyond the line in the table."""

from collections import defaultdict
from dataclasses import replace
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from mentordesk.data.records import Contact, Exchange, Goal, GoalOwner, JointProject, PlannedMeeting, ProjectHours
from mentordesk.data.tables import CareerMilestone, Pair, Person
from mentordesk.domain.balance import Balance, of_entries
from mentordesk.domain.cadence import MonthsKept, months_kept
from mentordesk.domain.dates import known
from mentordesk.domain.errors import NotFoundError
from mentordesk.domain.pair_detail import GoalRow, HoursRow, MeetingRow, PairDetail, ProjectRow
from mentordesk.domain.pairs import PairRow
from mentordesk.domain.people import CareerRow, first_name
from mentordesk.domain.standing import PairStatus, Side
from mentordesk.services.desk import today
from mentordesk.services.pairs import pair_facts
from mentordesk.services.pairs.pair_lookup import keep
from mentordesk.services.pairs.planned import still_ahead


def detail(session: Session, pair_id: int) -> PairDetail:
    """The pair with its account, goals, projects, next meeting and both careers. Raises NotFoundError."""
    records = pair_facts.load(session, ids=[pair_id])
    if not records:
        raise NotFoundError("This pair is not in the desk any more.")
    record, pair = records[0], session.get_one(Pair, pair_id)
    keep(session, pair)
    row = record.row
    contacts = list(session.scalars(select(Contact.day).where(Contact.pair_id == pair_id)))
    return PairDetail(
        row=row,
        assessment=record.assessment,
        thresholds=record.facts.thresholds,
        account=_account(session, pair_id),
        left_answers=record.facts.left_answers,
        right_answers=record.facts.right_answers,
        contacts=len(contacts),
        months_kept=_months_kept(session, row, contacts),
        own_rhythm_days=pair.rhythm_days,
        introduced_by_id=pair.introduced_by_id,
        left_agreed_on=pair.left_agreed_on,
        right_agreed_on=pair.right_agreed_on,
        end_note=pair.end_note,
        notes=pair.notes,
        next_meeting=_next_meeting(session, pair_id),
        goals=_goals(session, row),
        projects=_projects(session, pair_id),
        career=tuple(career(session, row)),
        started_precision=record.precision,
    )


def _account(session: Session, pair_id: int) -> Balance:
    query = select(Exchange.side, func.sum(Exchange.points)).where(Exchange.pair_id == pair_id)
    return of_entries((side, points) for side, points in session.execute(query.group_by(Exchange.side)))


def _months_kept(session: Session, row: PairRow, contacts: list[Any]) -> MonthsKept | None:
    if row.started_on is None or row.status is PairStatus.PROPOSED:
        return None
    return months_kept(contacts, row.started_on, row.ended_on or today(session), row.rhythm_days)


def _next_meeting(session: Session, pair_id: int) -> MeetingRow | None:
    query = select(PlannedMeeting).where(PlannedMeeting.pair_id == pair_id, still_ahead(today(session)))
    found = session.scalars(query.order_by(PlannedMeeting.day, PlannedMeeting.time).limit(1)).first()
    if found is None:
        return None
    return MeetingRow(found.id, found.day, found.time, found.channel, found.minutes, found.agenda)


def _goals(session: Session, row: PairRow) -> tuple[GoalRow, ...]:
    owners = {
        GoalOwner.LEFT: first_name(row.left),
        GoalOwner.RIGHT: first_name(row.right),
        GoalOwner.BOTH: "Both",
    }
    goals = session.scalars(select(Goal).where(Goal.pair_id == row.id).order_by(Goal.set_on, Goal.id))
    return tuple(
        GoalRow(
            *(goal.id, goal.title, owners[goal.owner], goal.progress, goal.due_on, goal.done_on, goal.note),
            side=None if goal.owner is GoalOwner.BOTH else Side(goal.owner.value),
            start_rating=goal.start_rating,
            end_rating=goal.end_rating,
        )
        for goal in goals
    )


def _projects(session: Session, pair_id: int) -> tuple[ProjectRow, ...]:
    project = JointProject
    query = (
        select(
            *(project.id, project.title, project.approved_by, project.hours_budget),
            func.total(ProjectHours.hours).filter(ProjectHours.side == Side.LEFT),
            func.total(ProjectHours.hours).filter(ProjectHours.side == Side.RIGHT),
            *(project.started_on, project.finished_on, project.outcome, project.approved_on),
        )
        .outerjoin(ProjectHours, ProjectHours.project_id == project.id)
        .where(project.pair_id == pair_id)
        .group_by(project.id)
        .order_by(project.started_on, project.id)
    )
    spent = _spent(session, pair_id)
    return tuple(replace(ProjectRow(*values), spent=tuple(spent[values[0]])) for values in session.execute(query))


def _spent(session: Session, pair_id: int) -> defaultdict[int, list[HoursRow]]:
    """The hours of each project of a pair, newest first."""
    hours = ProjectHours
    query = (
        select(hours.project_id, hours.id, hours.side, hours.hours, hours.day, hours.what)
        .join(JointProject, JointProject.id == hours.project_id)
        .where(JointProject.pair_id == pair_id)
        .order_by(hours.day.desc(), hours.id.desc())
    )
    found: defaultdict[int, list[HoursRow]] = defaultdict(list)
    for project_id, id_, side, spent, day, what in session.execute(query):
        found[project_id].append(HoursRow(id_, side, spent, day, what))
    return found


def career(session: Session, row: PairRow) -> list[CareerRow]:
    """The career milestones of both sides, newest first."""
    turn = CareerMilestone
    query = (
        select(turn.id, turn.person_id, Person.name, turn.kind, turn.day, turn.precision, turn.title)
        .join(Person, Person.id == turn.person_id)
        .where(turn.person_id.in_((row.left_id, row.right_id)))
        .order_by(turn.day.desc(), turn.id.desc())
    )
    return [
        CareerRow(id_, person_id, name, kind, day, known(day, precision), title)
        for id_, person_id, name, kind, day, precision, title in session.execute(query)
    ]
