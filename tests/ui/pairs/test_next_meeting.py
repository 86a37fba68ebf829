"""The next meeting of a pair: planned, its agenda edited, saved for a calendar, called off, over."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from mentordesk.domain.contacts import Channel
from mentordesk.domain.meetings import MeetingForm
from mentordesk.services.pairs import meetings, pairs
from mentordesk.ui import file_choice
from tests.crossroads import TODAY

FRIDAY = date(2026, 6, 5)


@pytest.fixture
def card(pair, show_pairs):
    def show():
        page = show_pairs()
        page.pane.tabs.show_tab("meetings")
        return page.pane.tabs.meetings.next

    return show


def test_the_next_meeting_is_planned_and_its_agenda_edited(crossroads, pair, frame, card, settle) -> None:
    shown = card()
    assert (shown.day.text(), shown.save.isVisible()) == ("No next meeting planned", False)
    QTest.mouseClick(shown.plan, Qt.MouseButton.LeftButton)
    dialog = frame.dialog()
    QTest.mouseClick(dialog.primary, Qt.MouseButton.LeftButton)
    assert "on which day" in dialog.form.box("on").problem()
    dialog.day.set_value(FRIDAY)
    dialog.time.setText("25:00")
    QTest.mouseClick(dialog.primary, Qt.MouseButton.LeftButton)
    assert dialog.form.box("time").problem() == "“25:00” is no time. Write it like 16:00."
    dialog.time.setText("4 pm")
    dialog.channel.choose(Channel.VIDEO)
    dialog.agenda.setPlainText("Reading a P&L\nNight shift")
    QTest.mouseClick(dialog.primary, Qt.MouseButton.LeftButton)
    settle()
    assert (shown.day.text(), shown.how.text()) == ("Next: Fri 5 June, 16:00", "Video call, 60 min")
    assert shown.agenda.text() == "1. Reading a P&L 2. Night shift"
    foot = frame.page.pane.foot
    assert (foot.next.text(), foot.how.text()) == (
        "Next: Fri 5 June, 16:00",
        "Video call, 60 min. Agenda has 2 points",
    )
    QTest.mouseClick(shown.edit, Qt.MouseButton.LeftButton)
    assert frame.dialog().agenda.toPlainText() == "Reading a P&L\nNight shift"
    frame.dialog().agenda.setPlainText("Story questions")
    QTest.mouseClick(frame.dialog().primary, Qt.MouseButton.LeftButton)
    settle()
    assert shown.agenda.text() == "Story questions"
    assert frame.said == ["Meeting planned", "Meeting changed"]


def test_a_meeting_is_called_off_in_its_dialog(crossroads, pair, frame, card, settle) -> None:
    crossroads.desk.do(meetings.plan, MeetingForm(pair, FRIDAY))
    shown = card()
    assert shown.edit.text() == "Add an agenda"
    QTest.mouseClick(shown.edit, Qt.MouseButton.LeftButton)
    frame.dialog()._call_off()
    settle()
    assert shown.day.text() == "No next meeting planned"
    assert crossroads.desk.undo_label() == "Call off the next meeting of Amara & Jonas"


@pytest.mark.parametrize("time", ["16:00", ""])
def test_the_meeting_is_saved_for_a_calendar(crossroads, pair, frame, card, tmp_path, monkeypatch, time) -> None:
    crossroads.desk.do(meetings.plan, MeetingForm(pair, FRIDAY, time, Channel.VIDEO, 45, ("Reading a P&L", "Story")))
    path, proposed = tmp_path / "next.ics", []
    monkeypatch.setattr(file_choice, "save_file", lambda *asked: proposed.append(asked[-1]) or path)
    QTest.mouseClick(card().save, Qt.MouseButton.LeftButton)
    text = path.read_text(encoding="utf-8").replace("\r\n ", "")
    assert proposed == ["Amara and Jonas, 5 June 2026.ics"]
    assert "SUMMARY:Amara & Jonas: video call" in text
    assert "DESCRIPTION:1. Reading a P&L\\n2. Story" in text
    assert ("20260605T" in text) == bool(time)
    assert frame.said == ["Calendar saved as “next.ics”"]


def test_a_contact_of_the_day_ends_the_meeting_everywhere(crossroads, pair, frame, card, settle) -> None:
    crossroads.desk.do(meetings.plan, MeetingForm(pair, TODAY, "16:00"))
    shown = card()
    assert shown.day.text() == "Next: Thu 4 June, 16:00"
    crossroads.contact(pair, 0)
    settle()
    assert shown.day.text() == "No next meeting planned"
    assert crossroads.desk.read(pairs.detail, pair).next_meeting is None


def test_a_pair_that_is_over_has_no_next_meeting_to_plan(crossroads, pair, card, settle) -> None:
    crossroads.desk.do(pairs.complete, [pair])
    assert not card().isVisible()
