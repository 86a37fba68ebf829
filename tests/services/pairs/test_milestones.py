"""Milestones: which are listed, in which state, and what marking, moving and skipping them does."""

from datetime import date

import pytest

from mentordesk.domain.errors import FieldError, NotFoundError, UserError
from mentordesk.domain.milestones import MilestoneForm, MilestoneRow, MilestoneState
from mentordesk.domain.pairs import EndReason
from mentordesk.domain.scope import Scope
from mentordesk.services.pairs import milestones, pairs
from tests.crossroads import TODAY, Crossroads


def listed(crossroads: Crossroads, pair_id: int) -> list[MilestoneRow]:
    return crossroads.desk.read(milestones.of_pair, pair_id)


def test_the_plan_is_listed_by_due_date_with_state_and_owner(crossroads: Crossroads) -> None:
    rows = listed(crossroads, crossroads.pair())
    assert [(row.title, row.owner_name, row.state, row.days_late) for row in rows] == [
        ("Kick-off", "Both", MilestoneState.OVERDUE, 237),
        ("Goals set", "Jonas", MilestoneState.OVERDUE, 202),
        ("Story, close", "Amara", MilestoneState.UPCOMING, -22),
    ]


def test_several_are_marked_done_in_one_step_and_late_ones_say_so(crossroads: Crossroads) -> None:
    first, second, _ = listed(crossroads, crossroads.pair())
    crossroads.desk.do(milestones.mark_done, [first.id, second.id], date(2025, 11, 14))
    assert crossroads.desk.undo_label() == "Mark 2 milestones done"
    rows = listed(crossroads, first.pair_id)
    assert [(row.state, row.days_late) for row in rows[:2]] == [(MilestoneState.DONE, 35), (MilestoneState.DONE, 0)]
    row = crossroads.desk.read(pairs.row, first.pair_id)
    assert (row.milestones_done, row.milestones_total, row.milestones_overdue) == (2, 3, 0)
    crossroads.desk.undo()
    assert listed(crossroads, first.pair_id)[0].state is MilestoneState.OVERDUE


def test_one_milestone_is_named_in_its_step(crossroads: Crossroads) -> None:
    first = listed(crossroads, crossroads.pair())[0]
    crossroads.desk.do(milestones.mark_done, [first.id], TODAY)
    assert crossroads.desk.undo_label() == "Mark Kick-off done"
    crossroads.desk.do(milestones.reopen, [first.id])
    assert listed(crossroads, first.pair_id)[0].done_on is None


def test_nothing_is_done_tomorrow(crossroads: Crossroads) -> None:
    first = listed(crossroads, crossroads.pair())[0]
    with pytest.raises(FieldError, match=r"Use 4 June 2026\?") as error:
        crossroads.desk.do(milestones.mark_done, [first.id], date(2026, 6, 5))
    assert error.value.proposal == TODAY


def test_skipping_needs_a_reason_and_counts_as_neither_done_nor_overdue(crossroads: Crossroads) -> None:
    first = listed(crossroads, crossroads.pair())[0]
    with pytest.raises(FieldError, match="why both agreed") as error:
        crossroads.desk.do(milestones.skip, [first.id], "  ")
    assert error.value.field == "reason"
    crossroads.desk.do(milestones.skip, [first.id], "They know each other")
    row = listed(crossroads, first.pair_id)[0]
    assert (row.state, row.skipped_on, row.skip_reason) == (MilestoneState.SKIPPED, TODAY, "They know each other")
    assert crossroads.desk.read(pairs.row, first.pair_id).milestones_overdue == 1
    crossroads.desk.do(milestones.mark_done, [first.id], TODAY)
    assert listed(crossroads, first.pair_id)[0].skip_reason == ""


def test_dates_are_moved_to_a_day_or_by_days(crossroads: Crossroads) -> None:
    first, second, _ = listed(crossroads, crossroads.pair())
    crossroads.desk.do(milestones.shift, [first.id, second.id], -4)
    assert [row.due_on for row in listed(crossroads, first.pair_id)[:2]] == [date(2025, 10, 6), date(2025, 11, 10)]
    crossroads.desk.do(milestones.move, [first.id, second.id], date(2026, 6, 18))
    rows = listed(crossroads, first.pair_id)
    assert [(row.due_on, row.state) for row in rows[:2]] == [(date(2026, 6, 18), MilestoneState.DUE)] * 2
    assert crossroads.desk.undo_label() == "Move 2 milestones"


def test_the_page_lists_active_and_paused_pairs_of_the_scope(crossroads: Crossroads) -> None:
    active, paused = crossroads.pair(), crossroads.pair("Ruth", "Mateo")
    crossroads.desk.do(pairs.pause, [paused])
    assert {row.pair_id for row in crossroads.desk.read(milestones.rows)} == {active, paused}
    assert crossroads.desk.read(milestones.rows, Scope(cohort_id=99)) == []
    crossroads.desk.do(pairs.complete, [active])
    assert {row.pair_id for row in crossroads.desk.read(milestones.rows)} == {paused}


def test_done_and_skipped_ones_can_be_left_out(crossroads: Crossroads) -> None:
    first, second, third = listed(crossroads, crossroads.pair())
    crossroads.desk.do(milestones.mark_done, [first.id], TODAY)
    crossroads.desk.do(milestones.skip, [second.id], "No time")
    everything = Scope()
    assert [row.id for row in crossroads.desk.read(milestones.rows, everything, False)] == [third.id]
    assert len(crossroads.desk.read(milestones.rows, everything, True)) == 3


def test_one_can_be_added_by_hand_and_taken_off_again(crossroads: Crossroads) -> None:
    pair_id = crossroads.pair()
    with pytest.raises(FieldError, match="Give the milestone a name"):
        crossroads.desk.do(milestones.add, MilestoneForm(pair_id, " ", TODAY))
    added = crossroads.desk.do(milestones.add, MilestoneForm(pair_id, " Visit the depot ", TODAY))
    assert crossroads.desk.undo_label() == "Add Visit the depot for Amara & Jonas"
    assert "Visit the depot" in [row.title for row in listed(crossroads, pair_id)]
    crossroads.desk.do(milestones.remove, [added])
    assert len(listed(crossroads, pair_id)) == 3
    with pytest.raises(NotFoundError):
        crossroads.desk.do(milestones.remove, [added])


def test_a_note_stands_with_its_milestone(crossroads: Crossroads) -> None:
    first = listed(crossroads, crossroads.pair())[0]
    crossroads.desk.do(milestones.set_note, first.id, " In Rotterdam ")
    assert listed(crossroads, first.pair_id)[0].note == "In Rotterdam"


def test_without_a_selection_nothing_happens(crossroads: Crossroads) -> None:
    with pytest.raises(UserError, match="No milestone is selected"):
        crossroads.desk.do(milestones.reopen, [])


def test_the_strip_counts_each_step_over_the_pairs(crossroads: Crossroads) -> None:
    first, second, _ = listed(crossroads, crossroads.pair())
    other = listed(crossroads, crossroads.pair("Ruth", "Mateo"))[1]
    crossroads.desk.do(milestones.mark_done, [first.id, second.id], TODAY)
    crossroads.desk.do(milestones.skip, [other.id], "Goals were set before")
    strip = crossroads.desk.read(milestones.plan_strip, crossroads.cohort)
    assert [(row.title, row.due_on) for row in strip][:2] == [
        ("Kick-off", date(2025, 10, 10)),
        ("Goals set", date(2025, 11, 14)),
    ]
    assert [(row.done, row.needed, row.overdue, row.skipped) for row in strip] == [
        (1, 2, 1, 0),
        (1, 1, 0, 1),
        (0, 2, 0, 0),
    ]
    states = [MilestoneState.OVERDUE, MilestoneState.DONE, MilestoneState.UPCOMING]
    assert [row.state for row in strip] == states


def test_a_cohort_without_pairs_shows_its_plan_from_its_start(crossroads: Crossroads) -> None:
    strip = crossroads.desk.read(milestones.plan_strip, crossroads.cohort)
    assert (strip[0].title, strip[0].due_on, strip[0].needed) == ("Kick-off", date(2025, 10, 10), 0)


def test_what_was_not_due_when_a_pair_ended_never_falls_due(crossroads: Crossroads) -> None:
    pair_id = crossroads.pair()
    crossroads.desk.do(pairs.end, pair_id, EndReason.NO_TIME)
    last = listed(crossroads, pair_id)[-1]
    crossroads.desk.do(milestones.reopen, [last.id])
    crossroads.clock.day = date(2027, 1, 1)
    row = listed(crossroads, pair_id)[-1]
    assert (row.state, row.days_late) == (MilestoneState.UPCOMING, -22)
    assert crossroads.desk.read(pairs.row, pair_id).milestones_overdue == 0
