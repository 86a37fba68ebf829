"""What the timeline of a pair says about everything that happens to it."""

from dataclasses import replace
from datetime import date

import pytest

from mentordesk.domain import timeline
from mentordesk.domain.contacts import CHANNEL_GROUPS, POINTS, Channel, ContactRow, ExchangeKind, ExchangeRow
from mentordesk.domain.health import Answers
from mentordesk.domain.milestones import MilestoneRow, MilestoneState, PlanStripRow
from mentordesk.domain.pairs import EndReason, PairRow
from mentordesk.domain.people import CareerKind, CareerRow
from mentordesk.domain.programs import Format, StepOwner
from mentordesk.domain.standing import PairStatus, Side
from mentordesk.domain.timeline import Pulse, TimelineKind

DAY = date(2026, 6, 2)
LEFT, RIGHT = "Amara Okonkwo", "Jonas Weidmann"
CONTACT = ContactRow(12, 1, f"{LEFT} & {RIGHT}", "Crossroads", Channel.VIDEO, DAY, 45, "Return-to-office note")
GIFT = ExchangeRow(
    5, 1, "Amara & Jonas", "Traditional", Side.RIGHT, RIGHT, LEFT, ExchangeKind.FEEDBACK, 2, DAY, "Her note", 12
)
MILESTONE = MilestoneRow(
    id=3,
    pair_id=1,
    left=LEFT,
    right=RIGHT,
    left_id=1,
    right_id=2,
    format=Format.TRADITIONAL,
    program_id=1,
    cohort_id=1,
    cohort="Crossroads",
    step_id=7,
    title="Skill swap",
    owner=StepOwner.BOTH,
    owner_name="Both",
    required=True,
    due_on=DAY,
    done_on=DAY,
    skipped_on=None,
    skip_reason="",
    note="",
    state=MilestoneState.DONE,
    days_late=0,
)


def line(row: timeline.TimelineRow | None) -> str:
    assert row is not None
    return f"{row.lead}{row.rest}"


def test_a_contact_says_its_channel_and_length() -> None:
    row = timeline.of_contact(CONTACT)
    assert (line(row), row.note, row.on_text) == ("Video call, 45 min", "Return-to-office note", "2 Jun 2026")
    assert (row.id, row.side) == ("contact:12", None)
    assert line(timeline.of_contact(replace(CONTACT, channel=Channel.TEXT, minutes=0))) == "Text message"


@pytest.mark.parametrize(
    ("kind", "points", "said"),
    [
        (ExchangeKind.FEEDBACK, 2, "Jonas gave feedback, 2 points"),
        (ExchangeKind.INTRODUCTION, 1, "Jonas gave an introduction, 1 point"),
        (ExchangeKind.OPPORTUNITY, 3, "Jonas gave an opportunity, 3 points"),
        (ExchangeKind.SKILL, 1, "Jonas gave a skill, 1 point"),
    ],
)
def test_an_exchange_says_who_gave_what(kind: ExchangeKind, points: int, said: str) -> None:
    row = timeline.of_exchange(replace(GIFT, kind=kind, points=points))
    assert (line(row), row.side, row.note) == (said, Side.RIGHT, "Her note")


def test_a_milestone_is_listed_once_it_is_settled() -> None:
    late = replace(MILESTONE, done_on=date(2026, 6, 3), days_late=1)
    skipped = replace(MILESTONE, done_on=None, skipped_on=DAY, skip_reason="Both were away")
    assert line(timeline.of_milestone(MILESTONE)) == "Skill swap done on time"
    assert line(timeline.of_milestone(late)) == "Skill swap done 1 day late"
    assert line(timeline.of_milestone(skipped)) == "Skill swap skipped by agreement"
    assert timeline.of_milestone(replace(MILESTONE, done_on=None)) is None


def test_check_ins_of_one_day_are_one_line_of_both() -> None:
    both = [Pulse(1, Side.LEFT, DAY, Answers(5, 4, 4, 4)), Pulse(2, Side.RIGHT, DAY, Answers(5, 5, 4, 5))]
    assert [line(row) for row in timeline.of_check_ins(both, LEFT, RIGHT)] == [
        "Check-in: both rate value 4 or 5, balance 4"
    ]


def test_a_check_in_of_one_side_names_it_and_one_without_answers_says_no_more() -> None:
    one = [Pulse(1, Side.RIGHT, DAY, Answers(value=2))]
    assert [line(row) for row in timeline.of_check_ins(one, LEFT, RIGHT)] == ["Check-in: Jonas rates value 2"]
    empty = [Pulse(1, Side.LEFT, DAY, Answers())]
    assert [line(row) for row in timeline.of_check_ins(empty, LEFT, RIGHT)] == ["Check-in"]


def test_a_career_milestone_is_dated_as_exactly_as_it_is_known() -> None:
    row = timeline.of_career(
        CareerRow(4, 2, RIGHT, CareerKind.NEW_ROLE, DAY, "June 2026", "Night-shift lead"), Side.RIGHT
    )
    assert (line(row), row.on_text) == ("Career: Jonas, new role: Night-shift lead", "June 2026")


def test_a_pair_begins_and_ends_in_words(pair_row: PairRow) -> None:
    assert [line(row) for row in timeline.of_pair(pair_row)] == ["Amara & Jonas began"]
    ended = replace(
        pair_row,
        introduced_by="Ruth Adelmann",
        status=PairStatus.ENDED,
        ended_on=DAY,
        end_reason=EndReason.CHANGED_JOB,
    )
    rows = timeline.of_pair(ended)
    assert [line(row) for row in rows] == [
        "Amara & Jonas began, introduced by Ruth Adelmann",
        "Amara & Jonas ended: changed job or team",
    ]
    assert [row.on_text for row in rows] == ["6 Oct 2025", "2 Jun 2026"]


def test_a_proposed_pair_has_not_begun(pair_row: PairRow) -> None:
    assert timeline.of_pair(replace(pair_row, status=PairStatus.PROPOSED)) == []


def test_the_newest_comes_first_and_a_contact_before_what_came_of_it() -> None:
    older = timeline.of_contact(replace(CONTACT, id=1, on=date(2026, 5, 26)))
    found = timeline.newest_first([older, timeline.of_exchange(GIFT), timeline.of_contact(CONTACT)])
    assert [row.kind for row in found] == [TimelineKind.CONTACT, TimelineKind.EXCHANGE, TimelineKind.CONTACT]
    assert found[-1] is older


def test_every_channel_has_a_word_and_stands_in_one_series_of_the_charts() -> None:
    assert [channel.word for channel in Channel][:4] == ["Meeting", "Video call", "Phone call", "Text message"]
    assert {channel.group for channel in Channel} == set(CHANNEL_GROUPS)
    assert (Channel.COFFEE.group, Channel.PHONE.group) == ("Meetings", "Calls")


def test_points_go_from_a_moment_of_help_to_an_open_door() -> None:
    assert POINTS == {1: "a moment of help", 2: "an hour or real effort", 3: "opens a door"}


@pytest.mark.parametrize(
    ("done", "needed", "overdue", "due", "state"),
    [
        (9, 12, 3, 0, MilestoneState.OVERDUE),
        (12, 12, 0, 0, MilestoneState.DONE),
        (0, 0, 0, 0, MilestoneState.SKIPPED),
        (2, 12, 0, 10, MilestoneState.DUE),
        (0, 12, 0, 0, MilestoneState.UPCOMING),
    ],
)
def test_a_step_of_the_plan_is_in_the_state_of_its_pairs(
    done: int, needed: int, overdue: int, due: int, state: MilestoneState
) -> None:
    assert PlanStripRow(1, "Skill swap", DAY, True, done, needed, overdue, due, 12 - needed).state is state
