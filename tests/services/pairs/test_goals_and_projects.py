"""Goals and joint projects of a pair: set, moved on, reached, hours added up by side."""

from datetime import date

import pytest

from mentordesk.domain.errors import FieldError, NotFoundError
from mentordesk.domain.goals import GoalForm, HoursForm, ProjectForm
from mentordesk.domain.standing import Side
from mentordesk.services.pairs import goals, pairs, projects
from tests.crossroads import TODAY, Crossroads


def test_a_goal_belongs_to_a_side_and_is_reached_at_100_percent(crossroads: Crossroads) -> None:
    pair = crossroads.pair()
    goal = crossroads.desk.do(goals.add, GoalForm(pair, " Read a P&L ", Side.RIGHT, 30))
    crossroads.desk.do(goals.change, goal, GoalForm(pair, "Read a P&L", Side.RIGHT, 100))
    (row,) = crossroads.desk.read(pairs.detail, pair).goals
    assert (row.title, row.owner, row.progress, row.done_on) == ("Read a P&L", "Jonas", 100, TODAY)
    assert crossroads.desk.undo_label() == "Change the goal Read a P&L"
    crossroads.desk.undo()
    (row,) = crossroads.desk.read(pairs.detail, pair).goals
    assert (row.progress, row.done_on) == (30, None)


def test_a_goal_of_both_is_read_back_as_typed_and_removed(crossroads: Crossroads) -> None:
    pair = crossroads.pair()
    typed = GoalForm(pair, "One tool both sites keep", None, 60, date(2026, 7, 1), "Ask Lyon")
    goal = crossroads.desk.do(goals.add, typed)
    assert crossroads.desk.read(goals.form, goal) == typed
    crossroads.desk.do(goals.remove, goal)
    assert crossroads.desk.read(pairs.detail, pair).goals == ()
    with pytest.raises(NotFoundError):
        crossroads.desk.read(goals.form, goal)


@pytest.mark.parametrize(("field", "form"), [("title", {"title": " "}), ("progress", {"progress": 101})])
def test_a_goal_needs_a_name_and_a_possible_progress(crossroads: Crossroads, field: str, form: dict) -> None:
    pair = crossroads.pair()
    with pytest.raises(FieldError) as error:
        crossroads.desk.do(goals.add, GoalForm(pair, **{"title": "Read a P&L", **form}))
    assert error.value.field == field


def test_hours_of_both_sides_add_up_to_the_project(crossroads: Crossroads) -> None:
    pair = crossroads.pair()
    project = crossroads.desk.do(projects.add, ProjectForm(pair, "Cold-chain pilot", 30.0, "Ruth Adelmann"))
    crossroads.desk.do(projects.log_hours, HoursForm(project, Side.LEFT, 7.0, TODAY))
    crossroads.desk.do(projects.log_hours, HoursForm(project, Side.RIGHT, 11.0, TODAY, "Rehearsal"))
    (row,) = crossroads.desk.read(pairs.detail, pair).projects
    assert (row.left_hours, row.right_hours, row.hours_budget, row.started_on) == (7.0, 11.0, 30.0, TODAY)
    crossroads.desk.do(projects.change, project, ProjectForm(pair, "Pilot", 40.0, "", TODAY, TODAY, "Rolled out"))
    assert crossroads.desk.read(projects.form, project).outcome == "Rolled out"
    crossroads.desk.do(projects.remove, project)
    assert crossroads.desk.read(pairs.detail, pair).projects == ()


def test_impossible_hours_and_dates_are_refused_at_their_field(crossroads: Crossroads) -> None:
    pair = crossroads.pair()
    project = crossroads.desk.do(projects.add, ProjectForm(pair, "Pilot"))
    for field, action, form in (
        ("hours", projects.log_hours, HoursForm(project, Side.LEFT, 0, TODAY)),
        ("on", projects.log_hours, HoursForm(project, Side.LEFT, 1, date(2026, 6, 5))),
        ("title", projects.add, ProjectForm(pair, "")),
        ("hours_budget", projects.add, ProjectForm(pair, "Pilot", -1)),
        ("finished_on", projects.add, ProjectForm(pair, "Pilot", started_on=TODAY, finished_on=date(2026, 6, 1))),
    ):
        with pytest.raises(FieldError) as error:
            crossroads.desk.do(action, form)
        assert error.value.field == field


@pytest.mark.parametrize("budget", [-1.0, float("nan"), float("inf"), 1e300])
def test_a_budget_that_is_no_number_of_hours_is_refused(crossroads: Crossroads, budget: float) -> None:
    pair = crossroads.pair()
    with pytest.raises(FieldError) as error:
        crossroads.desk.do(projects.add, ProjectForm(pair, "Pilot", budget))
    assert error.value.field == "hours_budget"
    assert crossroads.desk.read(pairs.detail, pair).projects == ()


def test_hours_come_back_as_the_very_same_number(crossroads: Crossroads) -> None:
    pair = crossroads.pair()
    project = crossroads.desk.do(projects.add, ProjectForm(pair, "Pilot", 0.1 + 0.2))
    crossroads.desk.do(projects.log_hours, HoursForm(project, Side.LEFT, 1 / 3, TODAY))
    (before,) = crossroads.desk.read(pairs.detail, pair).projects
    for _ in range(2):
        crossroads.desk.undo()
    for _ in range(2):
        crossroads.desk.redo()
    assert crossroads.desk.read(pairs.detail, pair).projects == (before,)
