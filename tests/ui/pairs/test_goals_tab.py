"""Goals with their ratings, and joint projects with hours by person and day, as the tab shows them."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from mentordesk.domain.goals import GoalForm, HoursForm, ProjectForm
from mentordesk.domain.programs import Format
from mentordesk.domain.standing import Side
from mentordesk.services.pairs import goals, pairs, projects


@pytest.fixture
def tab(show_pairs):
    def show():
        page = show_pairs()
        page.pane.tabs.show_tab("milestones")
        return page.pane.tabs.goals

    return show


def press(button) -> None:
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def test_in_a_reverse_pair_the_leader_rates_a_goal_too(crossroads, frame, tab, settle) -> None:
    pair = crossroads.pair("Jonas", "Amara", format=Format.REVERSE, cohort_id=None)
    crossroads.desk.do(goals.add, GoalForm(pair, "Speak up", Side.LEFT, start_rating=5, end_rating=6))
    shown = tab()
    assert shown.attained.text() == "Came forward, from 1 to 10: Jonas +1 in 1 goal"
    press(shown.new_goal)
    dialog = frame.dialog()
    dialog.goal.setText("Know what the night shift needs")
    dialog.owner.choose("right")
    dialog.end_rating.setValue(7)
    press(dialog.primary)
    assert "where it stood at the start" in dialog.form.box("start_rating").problem()
    dialog.start_rating.setValue(4)
    assert dialog.gained.text() == "4 → 7, +3"
    press(dialog.primary)
    settle()
    line = shown.goals[1]
    assert line.accessibleName() == "Know what the night shift needs, Amara, 0 percent, 4 to 7, +3"
    assert shown.attained.text() == "Came forward, from 1 to 10: Jonas +1 in 1 goal, Amara +3 in 1 goal"
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert (frame.dialog().start_rating.value(), frame.dialog().end_rating.value()) == (4, 7)
    frame.dialog().reject()


def test_hours_over_the_budget_are_said_in_words(crossroads, tab) -> None:
    pair = crossroads.pair()
    form = ProjectForm(pair, "Cold-chain pilot", 10.0, "Gareth Penry", approved_on=date(2026, 2, 12))
    project = crossroads.desk.do(projects.add, form)
    for side, hours in ((Side.LEFT, 6.0), (Side.RIGHT, 8.0)):
        crossroads.desk.do(projects.log_hours, HoursForm(project, side, hours, date(2026, 5, 1)))
    (part,) = tab().projects
    assert part.line.accessibleName() == "Cold-chain pilot, 14 of 10 hours, 4 h over budget"
    assert (part.line.rest.text(), part.line.rest.property("tone")) == ("4 h over budget", "risk")
    assert part.line.facts == ("Approved by Gareth Penry, 12 February",)


def test_hours_are_shown_one_by_one_changed_and_removed(crossroads, frame, tab, settle, qtbot) -> None:
    pair = crossroads.pair()
    project = crossroads.desk.do(projects.add, ProjectForm(pair, "Cold-chain pilot", 30.0))
    crossroads.desk.do(projects.log_hours, HoursForm(project, Side.LEFT, 6.0, date(2026, 5, 1), "Plan"))
    crossroads.desk.do(projects.log_hours, HoursForm(project, Side.RIGHT, 8.0, date(2026, 5, 9)))
    shown = tab()
    assert not shown.projects[0].hours[0].isVisible()
    press(shown.projects[0].all)
    names = [line.accessibleName() for line in shown.projects[0].hours]
    assert names == ["Jonas, 8 hours, 9 May", "Amara, 6 hours, 1 May, Plan"]
    QTest.keyClick(shown.projects[0].hours[1], Qt.Key.Key_F2)
    dialog = frame.dialog()
    assert (dialog.side.choice(), dialog.hours.value(), dialog.what.text()) == (Side.LEFT, 6.0, "Plan")
    dialog.day.set_value(date(2026, 6, 5))
    press(dialog.primary)
    assert "still to come" in dialog.form.box("on").problem()
    dialog.day.set_value(date(2026, 5, 2))
    dialog.hours.setValue(2.5)
    press(dialog.primary)
    qtbot.waitUntil(lambda: shown.projects[0].hours[1].accessibleName() == "Amara, 2.5 hours, 2 May, Plan")
    qtbot.waitUntil(lambda: shown.projects[0].hours[1].isVisible())
    QTest.keyClick(shown.projects[0].hours[0], Qt.Key.Key_Delete)
    settle()
    assert frame.said == ["Hours changed", "Hours removed"]
    assert shown.projects[0].line.accessibleName() == "Cold-chain pilot, 2.5 of 30 hours"


def test_who_approved_a_project_and_what_came_of_it_is_kept(crossroads, frame, tab, qtbot) -> None:
    pair = crossroads.pair()
    crossroads.desk.do(projects.add, ProjectForm(pair, "Cold-chain pilot", 30.0, started_on=date(2026, 2, 1)))
    shown = tab()
    press(shown.projects[0].edit)
    dialog = frame.dialog()
    dialog.approved_on.set_value(date(2026, 2, 12))
    press(dialog.primary)
    assert dialog.form.box("approved_by").problem() == "Say who approved the hours."
    dialog.approved_by.setText("Gareth Penry")
    dialog.finished_on.set_value(date(2026, 6, 1))
    dialog.outcome.setPlainText("Rolled out in Lyon")
    press(dialog.primary)
    facts = ("Approved by Gareth Penry, 12 February", "Finished 1 June", "Outcome: Rolled out in Lyon")
    qtbot.waitUntil(lambda: shown.projects[0].line.facts == facts)
    assert crossroads.desk.read(pairs.detail, pair).projects[0].approved_on == date(2026, 2, 12)


@pytest.fixture
def two_goals(crossroads) -> int:
    pair = crossroads.pair()
    for words in ("Lead a meeting", "Read a balance sheet"):
        crossroads.desk.do(goals.add, GoalForm(pair, words, Side.RIGHT))
    return pair


def test_the_focus_stands_still_while_a_goal_changes(crossroads, two_goals, tab, settle, qapp, qtbot) -> None:
    shown = tab()
    shown.goals[0].setFocus(Qt.FocusReason.TabFocusReason)
    visited: list[str] = []
    qapp.focusChanged.connect(lambda _old, new: visited.append(type(new).__name__))
    crossroads.desk.do(goals.add, GoalForm(two_goals, "Know the night shift", Side.LEFT))
    settle()
    qtbot.waitUntil(lambda: len(shown.goals) == 3 and shown.goals[0].hasFocus())
    assert set(visited) <= {"GoalLine", "NoneType"}


def test_arrows_go_from_row_to_row_and_no_further(two_goals, tab, qtbot) -> None:
    shown = tab()
    first, second = shown.goals
    qtbot.waitUntil(first.isVisible)
    first.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(first, Qt.Key.Key_Up)
    assert first.hasFocus()
    QTest.keyClick(first, Qt.Key.Key_Down)
    assert second.hasFocus()
    QTest.keyClick(second, Qt.Key.Key_Down)
    assert shown.milestones[0].hasFocus()
    last = shown.milestones[-1]
    last.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(last, Qt.Key.Key_Down)
    assert last.hasFocus()
    QTest.keyClick(last, Qt.Key.Key_Up)
    assert shown.milestones[-2].hasFocus()
