"""Joint projects of a pair, and the hours each side spends on them."""

from sqlalchemy.orm import Session

from mentordesk.data.records import JointProject, ProjectHours
from mentordesk.domain.errors import FieldError
from mentordesk.domain.goals import HoursForm, ProjectForm
from mentordesk.services.desk import name_step, today
from mentordesk.services.pairs.pair_lookup import find
from mentordesk.services.pairs.record_checks import begun, check_day, check_since, there

MOST_HOURS_A_DAY = 24
MOST_BUDGET = 100_000
DECIMALS = 2
"""Hours are kept to the hundredth: history writes numbers as text and must find the very same number again."""


def add(session: Session, form: ProjectForm) -> int:
    """A project of a pair that has started; returns its id. Raises FieldError for a field of the form."""
    pair = begun(session, form.pair_id)
    project = JointProject(pair_id=pair.id)
    _fill(session, project, form)
    session.add(project)
    session.flush()
    name_step(session, f"Add the project {project.title}")
    return project.id


def change(session: Session, project_id: int, form: ProjectForm) -> None:
    """Change a project; it stays with its pair and keeps its hours."""
    project = _find(session, project_id)
    _fill(session, project, form)
    name_step(session, f"Change the project {project.title}")


def _fill(session: Session, project: JointProject, form: ProjectForm) -> None:
    if not form.title.strip():
        raise FieldError("title", "Give the project a name.")
    if not 0 <= form.hours_budget <= MOST_BUDGET:
        proposal = float(MOST_BUDGET) if form.hours_budget > 0 else 0.0
        raise FieldError("hours_budget", f"A budget has 0 to {MOST_BUDGET:,} hours.", proposal=proposal)
    started_on = form.started_on or today(session)
    if form.finished_on is not None and form.finished_on < started_on:
        raise FieldError("finished_on", "A project cannot finish before it starts.", proposal=started_on)
    project.title, project.hours_budget = form.title.strip(), round(form.hours_budget, DECIMALS)
    if form.approved_on is not None and not form.approved_by.strip():
        raise FieldError("approved_by", "Say who approved the hours.")
    project.approved_by, project.outcome = form.approved_by.strip(), form.outcome.strip()
    project.approved_on = form.approved_on
    project.started_on, project.finished_on = started_on, form.finished_on


def form(session: Session, project_id: int) -> ProjectForm:
    """A project as it would be typed in. Raises NotFoundError."""
    found = _find(session, project_id)
    who = (found.pair_id, found.title, found.hours_budget, found.approved_by)
    return ProjectForm(*who, found.started_on, found.finished_on, found.outcome, found.approved_on)


def remove(session: Session, project_id: int) -> None:
    """Take a project off its pair, with its hours."""
    project = _find(session, project_id)
    name_step(session, f"Remove the project {project.title}")
    session.delete(project)


def log_hours(session: Session, form: HoursForm) -> int:
    """Hours that one side spent, not in the future; returns their id. Raises FieldError for `hours` or `on`."""
    project = _find(session, form.project_id)
    spent = ProjectHours(project_id=project.id)
    _fill_hours(session, spent, project, form)
    session.add(spent)
    session.flush()
    name_step(session, f"Add hours to {project.title}")
    return spent.id


def change_hours(session: Session, hours_id: int, form: HoursForm) -> None:
    """Change hours on record; they stay with their project. Raises FieldError as `log_hours` does."""
    spent = there(session, ProjectHours, hours_id, "entry")
    project = _find(session, spent.project_id)
    _fill_hours(session, spent, project, form)
    name_step(session, f"Change hours of {project.title}")


def remove_hours(session: Session, hours_id: int) -> None:
    """Take hours off their project."""
    spent = there(session, ProjectHours, hours_id, "entry")
    name_step(session, f"Remove hours of {_find(session, spent.project_id).title}")
    session.delete(spent)


def _fill_hours(session: Session, spent: ProjectHours, project: JointProject, form: HoursForm) -> None:
    check_day(session, form.on)
    check_since(session, find(session, project.pair_id), form.on)
    hours = round(form.hours, DECIMALS)
    if not 0 < hours <= MOST_HOURS_A_DAY:
        raise FieldError("hours", "Hours of one day are more than 0 and at most 24.", proposal=1.0)
    spent.side, spent.day, spent.hours, spent.what = form.side, form.on, hours, form.what.strip()


def _find(session: Session, project_id: int) -> JointProject:
    return there(session, JointProject, project_id, "project")
