"""The tabs of a pair: quick log and timeline, the account, meetings, goals and milestones."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from mentordesk.data.records import PlannedMeeting
from mentordesk.domain.contacts import Channel, ExchangeKind
from mentordesk.domain.goals import GoalForm, ProjectForm
from mentordesk.domain.milestones import MilestoneState
from mentordesk.domain.people import CareerKind
from mentordesk.services.pairs import contacts, exchanges, goals, milestones, pairs, projects
from tests.crossroads import TODAY, add


@pytest.fixture
def pair(crossroads) -> int:
    return crossroads.pair()


@pytest.fixture
def tabs(pair, show_pairs):
    """Shows a tab of the pair's pane."""

    def show(key: str):
        page = show_pairs()
        page.pane.tabs.show_tab(key)
        return page.pane.tabs

    return show


def test_the_quick_log_saves_a_contact_and_what_was_given(crossroads, pair, frame, tabs, settle, qtbot) -> None:
    quick = tabs("overview").overview.quick
    quick.channel.choose(Channel.PHONE)
    quick.channel.chosen.emit(Channel.PHONE)
    assert quick.minutes.value() == 20
    assert not quick.kind.isVisible()
    qtbot.keyClicks(quick.what, "Feedback on the note")
    assert quick.kind.isVisible()
    quick.giver.choose(crossroads.people["Jonas"])
    quick.kind.choose(ExchangeKind.FEEDBACK)
    quick.day.choose(2)
    QTest.keyClick(quick.what, Qt.Key.Key_Return)
    settle()
    (contact,) = crossroads.desk.read(contacts.of_pair, pair)
    assert (contact.channel, contact.on, contact.minutes) == (Channel.PHONE, date(2026, 6, 2), 20)
    (gift,) = crossroads.desk.read(exchanges.of_pair, pair)
    assert (gift.giver, gift.kind, gift.what) == ("Jonas Weidmann", ExchangeKind.FEEDBACK, "Feedback on the note")
    assert quick.what.text() == ""
    assert frame.said == ["Contact logged"]


def test_the_timeline_tells_everything_and_edits_contacts(crossroads, pair, frame, tabs, settle) -> None:
    contact = crossroads.contact(pair, 2, minutes=45, note="Leipzig")
    crossroads.gift(pair, "Amara", 2)
    crossroads.turn("Jonas", CareerKind.NEW_ROLE, 30)
    timeline = tabs("overview").overview.timeline
    assert [(item.id.split(":")[0], item.on_text) for item in timeline.items()] == [
        ("exchange", "3 Jun"),
        ("contact", "2 Jun"),
        ("career", "5 May"),
        ("start", "6 Oct 2025"),
    ]
    assert [item.editable for item in timeline.items()] == [True, True, False, False]
    timeline.opened.emit(f"contact:{contact}")
    assert frame.dialog().note_field.toPlainText() == "Leipzig"
    frame.dialog().reject()
    timeline.delete_requested.emit(f"contact:{contact}")
    settle()
    assert crossroads.desk.read(contacts.of_pair, pair) == []
    career = next(item.id for item in timeline.items() if item.id.startswith("career"))
    timeline.opened.emit(career)
    assert frame.went[-1] == ("people", crossroads.people["Jonas"])


def test_meetings_count_contacts_against_the_rhythm(crossroads, pair, frame, tabs, settle) -> None:
    crossroads.contact(pair, 2, Channel.VIDEO)
    crossroads.contact(pair, 30, Channel.TEXT)
    meeting = {"channel": Channel.VIDEO, "minutes": 60, "agenda": "1. Reading a P&L"}
    crossroads.desk.do(add, PlannedMeeting(pair_id=pair, day=date(2026, 6, 5), time="16:00", **meeting))
    page_tabs = tabs("meetings")
    tab = page_tabs.meetings
    assert tab.count.text() == "2 contacts"
    assert tab.rhythm.text().startswith("Rhythm: monthly. Kept in 2 of ")
    figures = tab.chart.table()
    assert figures.headings == ("Month", "Calls", "Texts", "Total")
    assert figures.rows[-1] == ("Jun", "1", "0", "1")
    assert (tab.next.day.text(), tab.next.how.text()) == ("Next: Fri 5 June, 16:00", "Video call, 60 min")
    assert [item.lead for item in tab.list.items()] == ["Video call", "Text message"]
    QTest.mouseClick(tab.log, Qt.MouseButton.LeftButton)
    assert frame.dialog().pair.value() == pair
    frame.dialog().reject()
    tab.list.delete_requested.emit(tab.list.items()[0].id)
    settle()
    assert tab.count.text() == "1 contact"


def test_a_pair_without_contact_says_what_to_do(pair, tabs) -> None:
    tab = tabs("meetings").meetings
    assert tab.empty.isVisible()
    assert not tab.chart.isVisible()


def test_milestones_are_ticked_off_and_opened_again(crossroads, pair, tabs, settle) -> None:
    tab = tabs("milestones").goals
    assert [line.when.text() for line in tab.milestones] == ["237 days overdue", "202 days overdue", "due 26 Jun"]
    QTest.mouseClick(tab.milestones[2].done, Qt.MouseButton.LeftButton)
    settle()
    assert tab.milestones[2].when.text() == "4 Jun, 22 days early"
    QTest.keyClick(tab.milestones[2], Qt.Key.Key_Space)
    settle()
    assert tab.milestones[2].when.text() == "due 26 Jun"
    assert crossroads.desk.undo_label() == "Reopen Story, close"


def test_a_milestone_is_moved_skipped_and_noted_in_its_dialog(crossroads, pair, frame, tabs, settle) -> None:
    tab = tabs("milestones").goals
    QTest.keyClick(tab.milestones[0], Qt.Key.Key_Return)
    dialog = frame.dialog()
    dialog.state.choose("skipped")
    dialog.state.chosen.emit("skipped")
    QTest.mouseClick(dialog.primary, Qt.MouseButton.LeftButton)
    assert "agreed to leave this out" in dialog.form.box("reason").problem()
    dialog.reason.setText("They knew each other")
    dialog.note_field.setPlainText("Asked both")
    QTest.mouseClick(dialog.primary, Qt.MouseButton.LeftButton)
    settle()
    assert tab.milestones[0].when.text() == "skipped by agreement"
    QTest.mouseClick(tab.milestones[1], Qt.MouseButton.LeftButton)
    frame.dialog().due_on.set_value(date(2026, 6, 20))
    QTest.mouseClick(frame.dialog().primary, Qt.MouseButton.LeftButton)
    settle()
    rows = crossroads.desk.read(milestones.of_pair, pair)
    assert [(row.state, row.note) for row in rows[:1]] == [(MilestoneState.SKIPPED, "Asked both")]
    assert rows[1].due_on == date(2026, 6, 20)
    assert crossroads.desk.undo_label() == "Move Goals set"


def test_a_milestone_is_done_on_a_day_and_one_is_added_and_removed(crossroads, pair, frame, tabs, settle) -> None:
    tab = tabs("milestones").goals
    tab._edit_milestone(tab.milestones[0].milestone, "done")
    frame.dialog().done_on.set_value(date(2025, 10, 12))
    QTest.mouseClick(frame.dialog().primary, Qt.MouseButton.LeftButton)
    settle()
    assert tab.milestones[0].when.text() == "12 Oct 2025, 2 days late"
    QTest.mouseClick(tab.new_milestone, Qt.MouseButton.LeftButton)
    frame.dialog().milestone.setText("Visit the depot")
    QTest.mouseClick(frame.dialog().primary, Qt.MouseButton.LeftButton)
    settle()
    line = next(line for line in tab.milestones if line.title.text() == "Visit the depot")
    QTest.keyClick(line, Qt.Key.Key_Delete)
    settle()
    assert "Visit the depot" not in [line.title.text() for line in tab.milestones]


def test_goals_and_the_joint_project_are_kept_here(crossroads, pair, frame, tabs, settle) -> None:
    tab = tabs("milestones").goals
    QTest.mouseClick(tab.new_goal, Qt.MouseButton.LeftButton)
    frame.dialog().goal.setText("Read a P&L")
    frame.dialog().owner.choose("right")
    frame.dialog().progress.setValue(30)
    QTest.mouseClick(frame.dialog().primary, Qt.MouseButton.LeftButton)
    settle()
    assert tab.goals[0].accessibleName() == "Read a P&L, Jonas, 30 percent"
    QTest.mouseClick(tab.new_project, Qt.MouseButton.LeftButton)
    frame.dialog().project.setText("Cold-chain pilot")
    frame.dialog().budget.setValue(30)
    QTest.mouseClick(frame.dialog().primary, Qt.MouseButton.LeftButton)
    settle()
    QTest.mouseClick(tab.projects[0].add, Qt.MouseButton.LeftButton)
    frame.dialog().hours.setValue(7.5)
    QTest.mouseClick(frame.dialog().primary, Qt.MouseButton.LeftButton)
    settle()
    assert tab.projects[0].line.accessibleName() == "Cold-chain pilot, 7.5 of 30 hours"
    assert frame.said == ["Goal added", "Project added", "Hours added"]
    assert frame.page.pane.foot.hours.text() == "7.5 of 30 h"


def test_goals_and_projects_are_changed_and_removed(crossroads, pair, frame, tabs, settle) -> None:
    crossroads.desk.do(goals.add, GoalForm(pair, "Read a P&L", None, 30))
    crossroads.desk.do(projects.add, ProjectForm(pair, "Cold-chain pilot", 30.0))
    tab = tabs("milestones").goals
    QTest.keyClick(tab.goals[0], Qt.Key.Key_Return)
    frame.dialog().progress.setValue(100)
    QTest.mouseClick(frame.dialog().primary, Qt.MouseButton.LeftButton)
    settle()
    assert crossroads.desk.read(pairs.detail, pair).goals[0].done_on == TODAY
    QTest.keyClick(tab.projects[0].line, Qt.Key.Key_F2)
    frame.dialog().outcome.setPlainText("Rolled out")
    frame.dialog().finished_on.set_value(TODAY)
    QTest.mouseClick(frame.dialog().primary, Qt.MouseButton.LeftButton)
    settle()
    assert crossroads.desk.read(pairs.detail, pair).projects[0].outcome == "Rolled out"
    QTest.keyClick(tab.goals[0], Qt.Key.Key_Delete)
    settle()
    QTest.keyClick(tab.projects[0].line, Qt.Key.Key_Delete)
    settle()
    detail = crossroads.desk.read(pairs.detail, pair)
    assert (detail.goals, detail.projects) == ((), ())


def test_a_desk_open_to_read_only_offers_no_change(crossroads, pair, workplace, frame, monkeypatch, show_pairs) -> None:
    monkeypatch.setattr(workplace.desk, "read_only", True)
    from mentordesk.ui.pairs.page import PairsPage

    page = PairsPage(workplace, frame)
    assert not page.list.new.isEnabled()
    assert page.list.new.toolTip() == "This desk is open to read only"
    assert page.pane.tabs.overview.timeline.read_only
    page.deleteLater()
