"""What a pair works on: goals with their progress, and joint projects with an hours budget. Knows no table."""

from dataclasses import dataclass
from datetime import date

from mentordesk.domain.standing import Side


@dataclass(frozen=True, slots=True)
class GoalForm:
    """A goal as typed in. `owner` None is both; `progress` 0 to 100 percent, at 100 the goal is reached."""

    pair_id: int
    title: str
    owner: Side | None = None
    progress: int = 0
    due_on: date | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class ProjectForm:
    """A joint project as typed in. `hours_budget` 0 or more; `finished_on` None while it runs."""

    pair_id: int
    title: str
    hours_budget: float = 0.0
    approved_by: str = ""
    started_on: date | None = None
    finished_on: date | None = None
    outcome: str = ""


@dataclass(frozen=True, slots=True)
class HoursForm:
    """Hours one side spent on a project on a day: more than 0, at most 24."""

    project_id: int
    side: Side
    hours: float
    on: date
    what: str = ""
