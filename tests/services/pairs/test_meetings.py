"""Planned meetings: agreed, moved, called off, over once a contact is logged; and what is on their agenda."""

from datetime import date, timedelta

import pytest

from mentordesk.domain.contacts import Channel
from mentordesk.domain.errors import FieldError, NotFoundError
from mentordesk.domain.meetings import MeetingForm
from mentordesk.services.pairs import contacts, meetings, pairs
from mentordesk.services.today import upcoming
from tests.crossroads import TODAY, Crossroads

FRIDAY = date(2026, 6, 5)


@pytest.fixture
def pair(crossroads: Crossroads) -> int:
    return crossroads.pair()


def next_meeting(crossroads: Crossroads, pair: int):
    return crossroads.desk.read(pairs.detail, pair).next_meeting


def test_a_meeting_is_planned_changed_and_called_off_in_one_step_each(crossroads: Crossroads, pair: int) -> None:
    form = MeetingForm(pair, FRIDAY, "4 pm", Channel.VIDEO, 45, (" Reading a P&L ", "", "Night shift"))
    meeting = crossroads.desk.do(meetings.plan, form)
    assert crossroads.desk.undo_label() == "Plan the next meeting of Amara & Jonas"
    found = next_meeting(crossroads, pair)
    assert (found.on, found.time, found.channel, found.minutes) == (FRIDAY, "16:00", Channel.VIDEO, 45)
    assert found.points == ("Reading a P&L", "Night shift")
    moved = MeetingForm(pair, date(2026, 6, 8), "", Channel.COFFEE, 0, ())
    crossroads.desk.do(meetings.change, meeting, moved)
    assert crossroads.desk.read(meetings.form, meeting) == moved
    crossroads.desk.do(meetings.remove, meeting)
    assert crossroads.desk.undo_label() == "Call off the next meeting of Amara & Jonas"
    assert next_meeting(crossroads, pair) is None
    with pytest.raises(NotFoundError):
        crossroads.desk.read(meetings.form, meeting)
    crossroads.desk.undo()
    assert crossroads.desk.read(meetings.form, meeting) == moved


@pytest.mark.parametrize(
    ("field", "values"),
    [
        ("on", {"on": TODAY - timedelta(days=1)}),
        ("time", {"time": "noonish"}),
        ("minutes", {"minutes": -1}),
        ("minutes", {"minutes": 1441}),
    ],
)
def test_what_cannot_be_is_said_at_its_field_and_nothing_is_written(
    crossroads: Crossroads, pair: int, field: str, values: dict
) -> None:
    with pytest.raises(FieldError) as error:
        crossroads.desk.do(meetings.plan, MeetingForm(**{"pair_id": pair, "on": FRIDAY, **values}))
    assert error.value.field == field
    assert next_meeting(crossroads, pair) is None


def test_a_proposed_pair_has_nothing_to_meet_for_yet(crossroads: Crossroads) -> None:
    with pytest.raises(FieldError, match="only proposed"):
        crossroads.desk.do(meetings.plan, MeetingForm(crossroads.propose(), FRIDAY))


def test_todays_meeting_is_over_once_a_contact_of_today_is_logged(crossroads: Crossroads, pair: int) -> None:
    crossroads.desk.do(meetings.plan, MeetingForm(pair, TODAY, "16:00"))
    later = crossroads.desk.do(meetings.plan, MeetingForm(pair, date(2026, 7, 3)))
    crossroads.contact(pair, 1)
    assert next_meeting(crossroads, pair).on == TODAY
    assert crossroads.desk.read(pairs.row, pair).next_meeting_on == TODAY
    contact = crossroads.contact(pair, 0)
    assert next_meeting(crossroads, pair).id == later
    assert crossroads.desk.read(pairs.row, pair).next_meeting_on == date(2026, 7, 3)
    crossroads.desk.do(contacts.remove, [contact])
    assert next_meeting(crossroads, pair).on == TODAY


def test_today_no_longer_announces_a_meeting_that_has_taken_place(crossroads: Crossroads, pair: int) -> None:
    crossroads.desk.do(meetings.plan, MeetingForm(pair, TODAY, "16:00"))
    titles = [row.title for row in crossroads.desk.read(upcoming.upcoming)]
    assert "Amara & Jonas: monthly meeting" in titles
    crossroads.contact(pair, 0)
    assert "Amara & Jonas: monthly meeting" not in [row.title for row in crossroads.desk.read(upcoming.upcoming)]


def test_a_point_is_put_on_the_next_agenda_once(crossroads: Crossroads, pair: int) -> None:
    meeting = crossroads.desk.do(meetings.plan, MeetingForm(pair, FRIDAY, agenda=("Night shift",)))
    for line in ("Reading a P&L (Jonas)", "reading a p&l (jonas)"):
        assert crossroads.desk.do(meetings.add_to_agenda, pair, line) == meeting
    assert next_meeting(crossroads, pair).points == ("Night shift", "Reading a P&L (Jonas)")


def test_without_a_meeting_ahead_a_point_needs_a_day(crossroads: Crossroads, pair: int) -> None:
    with pytest.raises(FieldError) as error:
        crossroads.desk.do(meetings.add_to_agenda, pair, "Reading a P&L")
    assert error.value.field == "on"
    crossroads.desk.do(meetings.add_to_agenda, pair, "Reading a P&L", FRIDAY)
    assert (next_meeting(crossroads, pair).on, next_meeting(crossroads, pair).points) == (FRIDAY, ("Reading a P&L",))
