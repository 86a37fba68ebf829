"""Pairs: who may be paired, and what each change of status does to the pair and its milestones."""

from datetime import date

import pytest

from mentordesk.domain.cohorts import EnrollmentStatus, Role
from mentordesk.domain.errors import FieldError, NotFoundError, UserError
from mentordesk.domain.milestones import MilestoneState
from mentordesk.domain.pairs import EndReason
from mentordesk.domain.people import PersonStatus
from mentordesk.domain.programs import Format
from mentordesk.domain.scope import Scope
from mentordesk.domain.standing import PairStatus, Side
from mentordesk.services.pairs import milestones, pairs
from tests.crossroads import START, TODAY, Crossroads


def dates(crossroads: Crossroads, pair_id: int) -> list[tuple[str, date]]:
    return [(row.title, row.due_on) for row in crossroads.desk.read(milestones.of_pair, pair_id)]


def states(crossroads: Crossroads, pair_id: int) -> list[MilestoneState]:
    return [row.state for row in crossroads.desk.read(milestones.of_pair, pair_id)]


def test_a_proposed_pair_is_listed_with_both_people_and_has_not_begun(crossroads: Crossroads) -> None:
    pair_id = crossroads.propose()
    row = crossroads.desk.read(pairs.row, pair_id)
    assert (row.left, row.right, row.cohort) == ("Amara Okonkwo", "Jonas Weidmann", "Crossroads 2025–26")
    assert (row.status, row.health, row.days, row.milestones_total) == (PairStatus.PROPOSED, None, None, 0)
    assert crossroads.desk.undo_label() == "New pair Amara & Jonas"


def test_activation_starts_today_in_a_running_cohort_and_lays_out_the_plan(crossroads: Crossroads) -> None:
    pair_id = crossroads.propose()
    crossroads.desk.do(pairs.activate, [pair_id])
    row = crossroads.desk.read(pairs.row, pair_id)
    assert (row.status, row.started_on, row.started_text) == (PairStatus.ACTIVE, TODAY, "4 Jun 2026")
    expected = [("Kick-off", date(2026, 6, 8)), ("Goals set", date(2026, 7, 13)), ("Story, close", date(2027, 2, 22))]
    assert dates(crossroads, pair_id) == expected
    assert crossroads.desk.undo_label() == "Activate Amara & Jonas"


def test_activation_waits_for_a_cohort_that_starts_later(crossroads: Crossroads) -> None:
    crossroads.clock.day = date(2025, 9, 1)
    pair_id = crossroads.propose()
    crossroads.desk.do(pairs.activate, [pair_id])
    assert crossroads.desk.read(pairs.row, pair_id).started_on == START


def test_several_pairs_are_activated_in_one_step_from_the_day_given(crossroads: Crossroads) -> None:
    both = [crossroads.propose(), crossroads.propose("Ruth", "Mateo")]
    crossroads.desk.do(pairs.activate, both, date(2026, 5, 1))
    assert {row.started_on for row in crossroads.desk.read(pairs.rows)} == {date(2026, 5, 1)}
    assert crossroads.desk.undo_label() == "Activate 2 pairs"
    crossroads.desk.undo()
    assert {row.status for row in crossroads.desk.read(pairs.rows)} == {PairStatus.PROPOSED}
    assert dates(crossroads, both[0]) == []


def test_two_different_people_are_needed(crossroads: Crossroads) -> None:
    with pytest.raises(FieldError, match="two different people") as error:
        crossroads.propose("Amara", "Amara")
    assert error.value.field == "mentee_id"


def test_both_must_be_enrolled_in_the_fitting_role(crossroads: Crossroads) -> None:
    with pytest.raises(FieldError, match="Jonas Weidmann is not enrolled in Crossroads 2025–26 as mentor") as error:
        crossroads.propose("Jonas", "Mateo")
    assert error.value.field == "mentor_id"


def test_an_enrollment_that_is_not_accepted_gives_no_place(crossroads: Crossroads) -> None:
    crossroads.person("Elif")
    crossroads.enroll("Elif", Role.MENTEE, status=EnrollmentStatus.WAITLISTED)
    with pytest.raises(FieldError, match="is waitlisted as mentee") as error:
        crossroads.propose("Amara", "Elif")
    assert error.value.field == "mentee_id"


def test_capacity_counts_pairs_that_are_proposed_active_or_paused(crossroads: Crossroads) -> None:
    first = crossroads.pair()
    with pytest.raises(FieldError, match="Jonas Weidmann has no free place in Crossroads 2025–26: 1 of 1 taken"):
        crossroads.propose("Ruth", "Jonas")
    crossroads.desk.do(pairs.pause, [first])
    with pytest.raises(FieldError, match="no free place"):
        crossroads.propose("Ruth", "Jonas")
    crossroads.desk.do(pairs.complete, [first])
    assert crossroads.propose("Ruth", "Jonas") > first


def test_two_people_are_one_pair_at_a_time(crossroads: Crossroads) -> None:
    crossroads.propose(cohort_id=None)
    with pytest.raises(FieldError, match="are a pair already"):
        crossroads.propose("Jonas", "Amara", cohort_id=None)
    assert crossroads.propose()


def test_people_who_have_left_are_offered_for_nothing_new(crossroads: Crossroads) -> None:
    crossroads.person("Noor", status=PersonStatus.LEFT)
    with pytest.raises(FieldError, match="Noor Ek has left"):
        crossroads.propose("Noor", "Jonas", cohort_id=None)


def test_peers_stand_by_name_whoever_was_chosen_first(crossroads: Crossroads) -> None:
    row = crossroads.desk.read(pairs.row, crossroads.propose("Ruth", "Amara", cohort_id=None, format=Format.PEER))
    assert (row.left, row.right) == ("Amara Okonkwo", "Ruth Adelmann")
    row = crossroads.desk.read(pairs.row, crossroads.propose("Ruth", "Jonas", cohort_id=None, format=Format.REVERSE))
    assert (row.left, row.format) == ("Ruth Adelmann", Format.REVERSE)


def test_the_cohort_decides_the_format(crossroads: Crossroads) -> None:
    pair_id = crossroads.propose(format=Format.PEER)
    assert crossroads.desk.read(pairs.row, pair_id).format is Format.TRADITIONAL


def test_a_pair_of_old_is_noted_with_its_start(crossroads: Crossroads) -> None:
    with pytest.raises(FieldError, match="Say when"):
        crossroads.propose(cohort_id=None, status=PairStatus.ENDURING)
    old = crossroads.propose(cohort_id=None, status=PairStatus.ENDURING, started_on=date(2001, 3, 1))
    assert crossroads.desk.read(pairs.row, old).started_text == "1 Mar 2001"


def test_pausing_and_resuming_keep_the_start_and_the_milestones(crossroads: Crossroads) -> None:
    pair_id = crossroads.pair()
    before = dates(crossroads, pair_id)
    crossroads.desk.do(pairs.pause, [pair_id])
    assert crossroads.desk.undo_label() == "Pause Amara & Jonas"
    assert crossroads.desk.read(pairs.row, pair_id).health is None
    crossroads.desk.do(pairs.resume, [pair_id])
    row = crossroads.desk.read(pairs.row, pair_id)
    assert (row.status, row.started_on, dates(crossroads, pair_id)) == (PairStatus.ACTIVE, START, before)


def test_completing_ends_today_and_skips_what_was_open(crossroads: Crossroads) -> None:
    pair_id = crossroads.pair()
    crossroads.desk.do(pairs.complete, [pair_id])
    row = crossroads.desk.read(pairs.row, pair_id)
    assert (row.status, row.ended_on, row.milestones_overdue) == (PairStatus.COMPLETED, TODAY, 0)
    assert set(states(crossroads, pair_id)) == {MilestoneState.SKIPPED}


def test_reopening_takes_up_the_milestones_again_but_not_those_skipped_by_agreement(crossroads: Crossroads) -> None:
    pair_id = crossroads.pair()
    kick_off = crossroads.desk.read(milestones.of_pair, pair_id)[0]
    crossroads.desk.do(milestones.skip, [kick_off.id], "They knew each other")
    crossroads.desk.do(pairs.complete, [pair_id])
    crossroads.desk.do(pairs.reopen, [pair_id])
    row = crossroads.desk.read(pairs.row, pair_id)
    assert (row.status, row.ended_on) == (PairStatus.ACTIVE, None)
    assert states(crossroads, pair_id)[0] is MilestoneState.SKIPPED
    assert MilestoneState.SKIPPED not in states(crossroads, pair_id)[1:]


def test_a_finished_pair_cannot_be_reopened_into_a_place_that_is_taken(crossroads: Crossroads) -> None:
    pair_id = crossroads.pair()
    crossroads.desk.do(pairs.complete, [pair_id])
    crossroads.pair("Ruth", "Jonas")
    with pytest.raises(UserError, match="Jonas Weidmann has no free place"):
        crossroads.desk.do(pairs.reopen, [pair_id])
    assert crossroads.desk.read(pairs.row, pair_id).status is PairStatus.COMPLETED


def test_a_completed_pair_may_go_on_by_itself(crossroads: Crossroads) -> None:
    pair_id = crossroads.pair()
    crossroads.desk.do(pairs.complete, [pair_id])
    crossroads.desk.do(pairs.endure, [pair_id])
    row = crossroads.desk.read(pairs.row, pair_id)
    assert (row.status, row.ended_on) == (PairStatus.ENDURING, None)
    assert crossroads.desk.undo_label() == "Mark Amara & Jonas as enduring"


def test_ending_early_keeps_the_reason_and_the_note(crossroads: Crossroads) -> None:
    pair_id = crossroads.pair()
    crossroads.desk.do(pairs.end, pair_id, EndReason.CHANGED_JOB, " Jonas moved to Leipzig ")
    found = crossroads.desk.read(pairs.detail, pair_id)
    assert (found.row.status, found.row.end_reason) == (PairStatus.ENDED, EndReason.CHANGED_JOB)
    assert (found.row.ended_on, found.end_note) == (TODAY, "Jonas moved to Leipzig")


def test_a_pair_that_has_not_reached_its_start_can_be_completed(crossroads: Crossroads) -> None:
    pair_id = crossroads.pair(started_on=date(2026, 7, 1))
    crossroads.desk.do(pairs.complete, [pair_id])
    assert crossroads.desk.read(pairs.row, pair_id).ended_on == date(2026, 7, 1)


def test_a_change_that_makes_no_sense_changes_nothing_at_all(crossroads: Crossroads) -> None:
    active, proposed = crossroads.pair(), crossroads.propose("Ruth", "Mateo")
    with pytest.raises(UserError, match="Ruth Adelmann & Mateo Quispe are proposed and cannot become paused"):
        crossroads.desk.do(pairs.pause, [active, proposed])
    assert crossroads.desk.read(pairs.row, active).status is PairStatus.ACTIVE


def test_only_a_proposed_pair_can_be_removed(crossroads: Crossroads) -> None:
    proposed, active = crossroads.propose(), crossroads.pair("Ruth", "Mateo")
    crossroads.desk.do(pairs.remove, [proposed])
    with pytest.raises(NotFoundError):
        crossroads.desk.read(pairs.row, proposed)
    with pytest.raises(UserError, match="has a history"):
        crossroads.desk.do(pairs.remove, [active])


def test_who_introduced_the_two_is_somebody_else(crossroads: Crossroads) -> None:
    pair_id = crossroads.pair()
    crossroads.desk.do(pairs.set_introduced_by, pair_id, crossroads.people["Ruth"])
    assert crossroads.desk.read(pairs.row, pair_id).introduced_by == "Ruth Adelmann"
    with pytest.raises(FieldError, match="Somebody else"):
        crossroads.desk.do(pairs.set_introduced_by, pair_id, crossroads.people["Jonas"])
    crossroads.desk.do(pairs.set_introduced_by, pair_id, None)
    assert not crossroads.desk.read(pairs.row, pair_id).introduced


def test_a_rhythm_of_its_own_wins_over_the_program(crossroads: Crossroads) -> None:
    pair_id = crossroads.pair()
    crossroads.desk.do(pairs.set_rhythm, pair_id, 14)
    assert crossroads.desk.read(pairs.row, pair_id).rhythm_days == 14
    crossroads.desk.do(pairs.set_rhythm, pair_id, None)
    assert crossroads.desk.read(pairs.row, pair_id).rhythm_days == 30
    with pytest.raises(FieldError, match="1 to 366"):
        crossroads.desk.do(pairs.set_rhythm, pair_id, 0)


def test_the_agreement_counts_from_the_second_signature(crossroads: Crossroads) -> None:
    pair_id = crossroads.pair()
    crossroads.desk.do(pairs.agree, pair_id, Side.LEFT, date(2025, 10, 20))
    assert crossroads.desk.read(pairs.row, pair_id).agreed_on is None
    crossroads.desk.do(pairs.agree, pair_id, Side.RIGHT, date(2025, 10, 22))
    assert crossroads.desk.read(pairs.row, pair_id).agreed_on == date(2025, 10, 22)
    assert crossroads.desk.undo_label() == "Agreement of Jonas Weidmann"
    with pytest.raises(FieldError, match="still to come"):
        crossroads.desk.do(pairs.agree, pair_id, Side.LEFT, date(2026, 6, 5))


def test_a_scope_and_statuses_narrow_the_list(crossroads: Crossroads) -> None:
    inside = crossroads.pair()
    alone = crossroads.pair("Ruth", "Mateo", cohort_id=None)
    of_cohort = crossroads.desk.read(pairs.rows, Scope(cohort_id=crossroads.cohort))
    assert [row.id for row in of_cohort] == [inside]
    assert [row.id for row in crossroads.desk.read(pairs.rows, Scope(program_id=crossroads.program))] == [inside]
    assert crossroads.desk.read(pairs.rows, Scope(cohort_id=99)) == []
    crossroads.desk.do(pairs.pause, [alone])
    paused = crossroads.desk.read(pairs.rows, statuses=[PairStatus.PAUSED])
    assert [row.id for row in paused] == [alone]


def test_notes_stay_with_the_pair(crossroads: Crossroads) -> None:
    pair_id = crossroads.pair()
    crossroads.desk.do(pairs.set_notes, pair_id, "Both like mornings")
    assert crossroads.desk.read(pairs.detail, pair_id).notes == "Both like mornings"


def test_what_is_gone_cannot_be_chosen(crossroads: Crossroads) -> None:
    crossroads.people["Nobody"] = 999
    with pytest.raises(FieldError, match="Choose a person"):
        crossroads.propose("Amara", "Nobody")
    with pytest.raises(FieldError, match="This cohort is not in the desk any more"):
        crossroads.propose(cohort_id=99)
    with pytest.raises(FieldError, match="Somebody else brought the two together"):
        crossroads.propose(introduced_by_id=crossroads.people["Amara"])
    with pytest.raises(NotFoundError, match="not in the desk any more"):
        crossroads.desk.do(pairs.pause, [99])
    with pytest.raises(NotFoundError):
        crossroads.desk.read(pairs.detail, 99)
    with pytest.raises(UserError, match="No pair is selected"):
        crossroads.desk.do(pairs.activate, [])


def test_a_pair_without_a_cohort_is_reopened_unless_the_two_began_again(crossroads: Crossroads) -> None:
    first = crossroads.pair(cohort_id=None)
    crossroads.desk.do(pairs.complete, [first])
    again = crossroads.pair(cohort_id=None)
    with pytest.raises(UserError, match="Amara & Jonas are a pair again already"):
        crossroads.desk.do(pairs.reopen, [first])
    crossroads.desk.do(pairs.complete, [again])
    crossroads.desk.do(pairs.reopen, [first])
    assert crossroads.desk.read(pairs.row, first).status is PairStatus.ACTIVE


def test_an_agreement_can_be_taken_back(crossroads: Crossroads) -> None:
    pair_id = crossroads.pair()
    crossroads.desk.do(pairs.agree, pair_id, Side.LEFT, TODAY)
    assert crossroads.desk.read(pairs.detail, pair_id).left_agreed_on == TODAY
    crossroads.desk.do(pairs.agree, pair_id, Side.LEFT, None)
    assert crossroads.desk.read(pairs.detail, pair_id).left_agreed_on is None
