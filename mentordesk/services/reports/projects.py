"""Joint projects with the hours each side has spent on them, for a report. Changes nothing."""

from typing import Any

from sqlalchemy import Select, func, select
from sqlalchemy.orm import Session

from mentordesk.data.records import JointProject, ProjectHours
from mentordesk.data.tables import Cohort, Pair
from mentordesk.domain.report_names import initials
from mentordesk.domain.report_request import ReportRequest
from mentordesk.domain.reporting import NameStyle
from mentordesk.domain.scope import Scope
from mentordesk.domain.standalone_reports import HoursLine, ProjectBook, ProjectLine
from mentordesk.domain.standing import Side
from mentordesk.services.reports.naming import Names, names_of
from mentordesk.services.scoping import begun, during, within


def read(session: Session, request: ReportRequest) -> ProjectBook:
    """All projects of the scope's pairs with all their hours, newest first, and the hours of the period one by one."""
    names = names_of(session, request)
    return ProjectBook(
        [_project(found, names) for found in session.execute(_projects(request.scope))],
        [_entry(found, names) for found in session.execute(_hours(request))],
    )


def _projects(scope: Scope) -> Select[*tuple[Any, ...]]:
    it, hours = JointProject, ProjectHours
    return (
        select(
            *(it.id, it.pair_id, it.title, it.approved_by, it.approved_on, it.started_on, it.finished_on),
            *(it.hours_budget, it.outcome, func.coalesce(Cohort.name, "").label("cohort")),
            func.total(hours.hours).filter(hours.side == Side.LEFT).label("left"),
            func.total(hours.hours).filter(hours.side == Side.RIGHT).label("right"),
        )
        .join(Pair, Pair.id == it.pair_id)
        .outerjoin(Cohort, Cohort.id == Pair.cohort_id)
        .outerjoin(hours, hours.project_id == it.id)
        .where(within(Pair.cohort_id, scope), begun())
        .group_by(it.id)
        .order_by(it.started_on.desc(), it.id.desc())
    )


def _project(found: Any, names: Names) -> ProjectLine:
    return ProjectLine(
        project=_title(found.id, found.title, names),
        pair=names.pair(found.pair_id),
        cohort=names.known(found.cohort),
        approved_by=_approver(found.approved_by, names),
        approved_on=found.approved_on,
        started_on=found.started_on,
        finished_on=found.finished_on,
        budget=found.hours_budget,
        left=found.left,
        right=found.right,
        outcome=names.text(found.outcome),
    )


def _title(project_id: int, title: str, names: Names) -> str:
    """Its title where words may be told, else its number."""
    return names.text(title) or f"Project {project_id}"


def _approver(name: str, names: Names) -> str:
    if names.words:
        return name
    return initials(name) if names.naming.style is NameStyle.INITIALS and not names.naming.hidden else ""


def _hours(request: ReportRequest) -> Select[*tuple[Any, ...]]:
    it, hours = JointProject, ProjectHours
    return (
        select(it.id, it.title, it.pair_id, hours.day, hours.side, hours.hours, hours.what)
        .select_from(hours)
        .join(it, it.id == hours.project_id)
        .join(Pair, Pair.id == it.pair_id)
        .where(within(Pair.cohort_id, request.scope), begun(), during(hours.day, request.period))
        .order_by(hours.day.desc(), hours.id.desc())
    )


def _entry(found: Any, names: Names) -> HoursLine:
    title, who = _title(found.id, found.title, names), names.side(found.pair_id, found.side)
    return HoursLine(found.day, title, names.pair(found.pair_id), who, found.hours, names.text(found.what))
