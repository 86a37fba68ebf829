"""What is computed about pairs: health with its reasons, and that many pairs take no more statements than one."""

from datetime import date

import pytest
from sqlalchemy import event

from mentordesk.data.records import Goal, GoalOwner, JointProject, PlannedMeeting, ProjectHours
from mentordesk.data.tables import Program
from mentordesk.domain.cadence import MonthsKept
from mentordesk.domain.contacts import Channel
from mentordesk.domain.health import Answers, Health, SignalKind
from mentordesk.domain.people import CareerKind
from mentordesk.domain.standing import PairStatus, Side
from mentordesk.services.desk import Desk
from mentordesk.services.pairs import pairs
from tests.crossroads import START, Crossroads, add


@pytest.fixture
def pair(crossroads: Crossroads) -> int:
    """A pair without milestones, so that contact, balance and check-ins alone decide."""
    return crossroads.pair(cohort_id=None)


def reason(crossroads: Crossroads, pair_id: int, kind: SignalKind) -> tuple[Health, str]:
    signal = crossroads.desk.read(pairs.assessment, pair_id).signal(kind)
    assert signal is not None
    return signal.level, signal.text


@pytest.mark.parametrize(("days", "health"), [(34, "on_track"), (35, "watch"), (41, "watch"), (42, "at_risk")])
def test_silence_slips_from_watch_to_risk(crossroads: Crossroads, pair: int, days: int, health: str) -> None:
    crossroads.contact(pair, days)
    row = crossroads.desk.read(pairs.row, pair)
    assert (row.health, row.days) == (Health(health), days)


def test_an_older_contact_logged_later_is_not_the_last_one(crossroads: Crossroads, pair: int) -> None:
    crossroads.contact(pair, 3)
    crossroads.contact(pair, 20)
    assert crossroads.desk.read(pairs.row, pair).days == 3


def test_a_pair_that_met_at_its_last_career_milestone_is_watch(crossroads: Crossroads, pair: int) -> None:
    crossroads.contact(pair, 60)
    assert crossroads.desk.read(pairs.row, pair).health is Health.AT_RISK
    turn = crossroads.turn("Jonas", CareerKind.PROMOTION, 75)
    assert crossroads.desk.read(pairs.row, pair).health is Health.WATCH
    assert "together at the last career milestone" in reason(crossroads, pair, SignalKind.CONTACT)[1]
    crossroads.turn("Amara", CareerKind.NEW_ROLE, 10)
    assert turn
    assert crossroads.desk.read(pairs.row, pair).health is Health.AT_RISK


def test_a_career_milestone_before_the_pair_began_excuses_nothing(crossroads: Crossroads) -> None:
    pair_id = crossroads.pair(cohort_id=None, started_on=crossroads.ago(80))
    crossroads.contact(pair_id, 60)
    crossroads.turn("Jonas", CareerKind.PROMOTION, 85)
    assert crossroads.desk.read(pairs.row, pair_id).health is Health.AT_RISK


def test_a_young_pair_is_too_early_until_something_is_on_record(crossroads: Crossroads) -> None:
    pair_id = crossroads.pair(cohort_id=None, started_on=crossroads.ago(29))
    assert crossroads.desk.read(pairs.row, pair_id).health is Health.TOO_EARLY
    crossroads.gift(pair_id, "Jonas", 1)
    assert crossroads.desk.read(pairs.row, pair_id).health is Health.ON_TRACK


def test_only_the_newest_answers_of_a_side_count(crossroads: Crossroads, pair: int) -> None:
    crossroads.contact(pair, 1)
    crossroads.check_in(pair, Side.RIGHT, 90, 5, 2, 4, 4)
    assert crossroads.desk.read(pairs.row, pair).health is Health.AT_RISK
    crossroads.check_in(pair, Side.RIGHT, 10, 5, 4, 4, 3)
    crossroads.check_in(pair, Side.RIGHT, 5, recommend=9)
    assert reason(crossroads, pair, SignalKind.CHECK_IN) == (Health.ON_TRACK, "Lowest check-in answer is 3")
    found = crossroads.desk.read(pairs.detail, pair)
    assert (found.right_answers, found.left_answers) == (Answers(5, 4, 4, 3), None)


def test_two_check_ins_left_out_since_the_last_answer_are_watch(crossroads: Crossroads, pair: int) -> None:
    crossroads.contact(pair, 1)
    crossroads.check_in(pair, Side.LEFT, 200, skipped=True)
    crossroads.check_in(pair, Side.LEFT, 150, 4, 4, 4, 4)
    crossroads.check_in(pair, Side.LEFT, 100, skipped=True)
    assert crossroads.desk.read(pairs.row, pair).health is Health.ON_TRACK
    crossroads.check_in(pair, Side.LEFT, 50, skipped=True)
    assert reason(crossroads, pair, SignalKind.CHECK_IN) == (Health.WATCH, "One side skipped 2 check-ins")


def test_overdue_milestones_count_against_the_pair(crossroads: Crossroads) -> None:
    pair_id = crossroads.pair()
    crossroads.contact(pair_id, 1)
    level, text = reason(crossroads, pair_id, SignalKind.MILESTONES)
    assert (level, text) == (Health.AT_RISK, "2 milestones overdue, up to 237 days")
    assert crossroads.desk.read(pairs.row, pair_id).milestones_overdue == 2


def test_thresholds_and_rhythm_are_those_of_the_program(crossroads: Crossroads) -> None:
    pair_id = crossroads.pair(started_on=crossroads.ago(1))
    crossroads.contact(pair_id, 20)

    def make_stricter(session) -> None:
        program = session.get(Program, crossroads.program)
        program.rhythm_days, program.thresholds = 14, {"contact_risk": 2.0}

    assert crossroads.desk.read(pairs.row, pair_id).health is Health.ON_TRACK
    crossroads.desk.do(make_stricter)
    assert crossroads.desk.read(pairs.row, pair_id).health is Health.WATCH


def test_those_that_need_a_hand_come_first(crossroads: Crossroads) -> None:
    silent = crossroads.pair("Amara", "Jonas", cohort_id=None)
    well = crossroads.pair("Ruth", "Mateo", cohort_id=None)
    quiet = crossroads.pair("Amara", "Mateo", cohort_id=None)
    resting = crossroads.pair("Ruth", "Jonas", cohort_id=None)
    crossroads.contact(well, 1)
    crossroads.contact(quiet, 36)
    crossroads.desk.do(pairs.pause, [resting])
    assert [row.id for row in crossroads.desk.read(pairs.rows)] == [silent, quiet, well, resting]


def test_the_detail_has_goals_projects_meeting_and_both_careers(crossroads: Crossroads, pair: int) -> None:
    on = crossroads.ago(100)
    crossroads.desk.do(add, Goal(pair_id=pair, owner=GoalOwner.RIGHT, title="Read a P&L", progress=30, set_on=on))
    project = crossroads.desk.do(
        add, JointProject(pair_id=pair, title="Cold-chain pilot", hours_budget=30.0, started_on=on)
    )
    for side, hours in ((Side.LEFT, 7.0), (Side.RIGHT, 8.0), (Side.RIGHT, 3.0)):
        crossroads.desk.do(add, ProjectHours(project_id=project, side=side, day=on, hours=hours))
    for days in (3, -1, -30):
        crossroads.desk.do(
            add, PlannedMeeting(pair_id=pair, channel=Channel.VIDEO, day=crossroads.ago(days), agenda="P&L")
        )
    crossroads.turn("Jonas", CareerKind.PROMOTION, 37, "Team lead")
    found = crossroads.desk.read(pairs.detail, pair)
    assert [(goal.title, goal.owner, goal.progress) for goal in found.goals] == [("Read a P&L", "Jonas", 30)]
    assert [(row.left_hours, row.right_hours, row.hours) for row in found.projects] == [(7.0, 11.0, 18.0)]
    assert (found.row.project_hours, found.row.project_budget) == (18.0, 30.0)
    assert found.next_meeting is not None
    assert (found.next_meeting.on, found.row.next_meeting_on) == (date(2026, 6, 5), date(2026, 6, 5))
    assert [(turn.person, turn.on_text) for turn in found.career] == [("Jonas Weidmann", "28 Apr 2026")]


def test_months_in_which_the_rhythm_was_kept_are_counted_from_the_start(crossroads: Crossroads, pair: int) -> None:
    for days in (5, 36, 70):
        crossroads.contact(pair, days)
    found = crossroads.desk.read(pairs.detail, pair)
    assert (found.contacts, found.months_kept) == (3, MonthsKept(kept=3, months=7))
    proposed = crossroads.propose("Ruth", "Mateo")
    assert crossroads.desk.read(pairs.detail, proposed).months_kept is None


def statements(desk: Desk, query, *args) -> int:
    seen: list[str] = []

    def note(*execution) -> None:
        seen.append(execution[2])

    event.listen(desk.database.engine, "before_cursor_execute", note)
    desk.read(query, *args)
    event.remove(desk.database.engine, "before_cursor_execute", note)
    return len(seen)


def test_many_pairs_take_as_many_statements_as_one(crossroads: Crossroads) -> None:
    first = crossroads.pair(cohort_id=None)
    one = statements(crossroads.desk, pairs.row, first)
    for number in range(20):
        crossroads.person(f"Mentee {number}")
        crossroads.contact(crossroads.pair("Amara", f"Mentee {number}", START, cohort_id=None), 50)
    assert statements(crossroads.desk, pairs.rows) == one < 15


def test_a_proposed_pair_with_a_planned_start_has_no_days(crossroads: Crossroads) -> None:
    pair_id = crossroads.propose(started_on=crossroads.ago(5))
    row = crossroads.desk.read(pairs.row, pair_id)
    assert (row.status, row.started_on, row.days) == (PairStatus.PROPOSED, crossroads.ago(5), None)
