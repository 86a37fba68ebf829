"""Health of a pair: every limit of the four signals, at the limit and beside it, and what is said about it."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from mentordesk.domain.balance import Balance
from mentordesk.domain.health import Answers, Assessment, Health, PairFacts, Signal, SignalKind, assess
from mentordesk.domain.programs import Thresholds
from mentordesk.domain.standing import PairStatus

TODAY = date(2026, 6, 4)
WELL = PairFacts(
    status=PairStatus.ACTIVE,
    started_on=date(2025, 10, 6),
    today=TODAY,
    last_contact_on=date(2026, 6, 2),
    has_any_entry=True,
    balance=Balance(13, 16),
    left_answers=Answers(5, 4, 4, 4),
    right_answers=Answers(5, 5, 4, 5),
)


def signal(facts: PairFacts, kind: SignalKind) -> Signal:
    found = assess(facts).signal(kind)
    assert found is not None
    return found


def contact_days_ago(days: int, **changes: object) -> PairFacts:
    return replace(WELL, last_contact_on=TODAY - timedelta(days=days), **changes)


def test_a_pair_that_is_well_lists_its_four_facts() -> None:
    found = assess(WELL)
    assert found.health is Health.ON_TRACK
    assert [item.text for item in found.signals] == [
        "Last contact 2 days ago",
        "Give and take 13 : 16",
        "Lowest check-in answer is 4",
        "No milestone overdue",
    ]
    assert {item.level for item in found.signals} == {Health.ON_TRACK}
    assert found.reasons == ()


@pytest.mark.parametrize(
    ("rhythm", "days", "health"),
    [
        (30, 34, Health.ON_TRACK),
        (30, 35, Health.WATCH),
        (30, 41, Health.WATCH),
        (30, 42, Health.AT_RISK),
        (14, 16, Health.ON_TRACK),
        (14, 17, Health.WATCH),
        (14, 19, Health.WATCH),
        (14, 20, Health.AT_RISK),
        (91, 106, Health.ON_TRACK),
        (91, 107, Health.WATCH),
        (91, 127, Health.WATCH),
        (91, 128, Health.AT_RISK),
    ],
)
def test_contact_at_its_limits(rhythm: int, days: int, health: Health) -> None:
    assert assess(contact_days_ago(days, rhythm_days=rhythm)).health is health


def test_a_long_silence_is_said_in_days() -> None:
    assert signal(contact_days_ago(36), SignalKind.CONTACT).text == "No contact for 36 days"


def test_a_pair_that_came_together_at_the_last_career_milestone_is_watch_and_not_at_risk() -> None:
    found = assess(contact_days_ago(400, met_at_last_career_milestone=True))
    assert found.health is Health.WATCH
    assert [item.text for item in found.reasons] == [
        "No contact for 400 days, but together at the last career milestone"
    ]


def test_a_career_milestone_excuses_nothing_but_silence() -> None:
    assert assess(contact_days_ago(50, met_at_last_career_milestone=True, overdue_days=(31,))).health is Health.AT_RISK


@pytest.mark.parametrize(
    ("left", "right", "health"),
    [
        (12, 3, Health.ON_TRACK),
        (13, 3, Health.WATCH),
        (5, 0, Health.ON_TRACK),
        (6, 0, Health.WATCH),
        (0, 6, Health.WATCH),
    ],
)
def test_balance_is_watch_once_it_is_one_sided(left: int, right: int, health: Health) -> None:
    assert assess(replace(WELL, balance=Balance(left, right))).health is health


@pytest.mark.parametrize(
    ("left_feels", "right_feels", "level"),
    [
        (2, 2, Health.AT_RISK),
        (1, 2, Health.AT_RISK),
        (2, 3, Health.WATCH),
        (3, 2, Health.WATCH),
        (2, None, Health.WATCH),
    ],
)
def test_one_sided_is_at_risk_where_both_sides_feel_it(left_feels: int, right_feels: int | None, level: Health) -> None:
    facts = replace(
        WELL,
        balance=Balance(20, 4),
        left_answers=Answers(4, 4, left_feels, 4),
        right_answers=Answers(4, 4, right_feels, 4),
    )
    assert signal(facts, SignalKind.BALANCE).level is level
    assert signal(facts, SignalKind.BALANCE).text == "Give and take 20 : 4, one-sided"
    assert assess(facts).health is level


def test_low_felt_balance_alone_is_only_a_low_answer() -> None:
    facts = replace(WELL, left_answers=Answers(4, 4, 2, 4), right_answers=Answers(4, 4, 2, 4))
    assert signal(facts, SignalKind.BALANCE).level is Health.ON_TRACK
    assert assess(facts).health is Health.WATCH


def test_an_account_without_entries_says_since_when() -> None:
    assert signal(replace(WELL, balance=Balance()), SignalKind.BALANCE).text == "No give and take in the last 6 months"
    young = replace(WELL, balance=Balance(), started_on=date(2026, 1, 10))
    assert signal(young, SignalKind.BALANCE).text == "No give and take yet"


@pytest.mark.parametrize(
    ("answers", "health", "text"),
    [
        (Answers(3, 3, 3, 3), Health.ON_TRACK, "Lowest check-in answer is 3"),
        (Answers(3, 3, 2, 3), Health.WATCH, "Lowest check-in answer is 2, for balance"),
        (Answers(3, 3, 3, 1), Health.WATCH, "Lowest check-in answer is 1, for progress"),
        (Answers(2, 3, 3, 3), Health.AT_RISK, "Trust is rated 2 of 5"),
        (Answers(3, 2, 1, 1), Health.AT_RISK, "Value is rated 2 of 5"),
        (Answers(None, None, None, 4), Health.ON_TRACK, "Lowest check-in answer is 4"),
        (Answers(), Health.ON_TRACK, "Lowest check-in answer is 4"),
    ],
)
def test_an_answer_of_two_is_watch_and_of_trust_or_value_at_risk(answers: Answers, health: Health, text: str) -> None:
    facts = replace(WELL, right_answers=answers)
    assert assess(facts).health is health
    assert signal(facts, SignalKind.CHECK_IN).text == text


def test_the_left_side_is_heard_as_well() -> None:
    assert assess(replace(WELL, left_answers=Answers(4, 1, 4, 4))).health is Health.AT_RISK


@pytest.mark.parametrize(
    ("left", "right", "health"),
    [(1, 1, Health.ON_TRACK), (2, 0, Health.WATCH), (0, 2, Health.WATCH), (0, 5, Health.WATCH)],
)
def test_two_skipped_check_ins_of_one_side_are_watch(left: int, right: int, health: Health) -> None:
    assert assess(replace(WELL, left_skipped=left, right_skipped=right)).health is health


def test_skipped_check_ins_are_said_as_such() -> None:
    assert signal(replace(WELL, right_skipped=2), SignalKind.CHECK_IN).text == "One side skipped 2 check-ins"


def test_without_any_check_in_there_is_nothing_to_say_against_the_pair() -> None:
    found = signal(replace(WELL, left_answers=None, right_answers=None), SignalKind.CHECK_IN)
    assert (found.level, found.text) == (Health.ON_TRACK, "No check-in yet")


@pytest.mark.parametrize(
    ("overdue", "health", "text"),
    [
        ((), Health.ON_TRACK, "No milestone overdue"),
        ((0,), Health.ON_TRACK, "No milestone overdue"),
        ((1,), Health.ON_TRACK, "1 milestone 1 day overdue"),
        ((7,), Health.ON_TRACK, "1 milestone 7 days overdue"),
        ((8,), Health.WATCH, "1 milestone 8 days overdue"),
        ((30,), Health.WATCH, "1 milestone 30 days overdue"),
        ((31,), Health.AT_RISK, "1 milestone 31 days overdue"),
        ((1, 2), Health.AT_RISK, "2 milestones overdue, up to 2 days"),
    ],
)
def test_milestones_at_their_limits(overdue: tuple[int, ...], health: Health, text: str) -> None:
    facts = replace(WELL, overdue_days=overdue)
    assert assess(facts).health is health
    assert signal(facts, SignalKind.MILESTONES).text == text


def test_health_is_the_worst_of_the_four_and_its_reasons_are_those_alone() -> None:
    found = assess(contact_days_ago(36, overdue_days=(9,), left_answers=Answers(1, 4, 4, 4)))
    assert found.health is Health.AT_RISK
    assert [item.kind for item in found.reasons] == [SignalKind.CHECK_IN]
    assert [item.kind for item in found.signals] == list(SignalKind)


def started_days_ago(days: int, **changes: object) -> PairFacts:
    return PairFacts(PairStatus.ACTIVE, TODAY - timedelta(days=days), TODAY, **changes)


def test_a_pair_is_too_early_until_it_is_thirty_days_old() -> None:
    assert assess(started_days_ago(29)).health is Health.TOO_EARLY
    assert assess(started_days_ago(30)).health is Health.ON_TRACK
    assert assess(started_days_ago(35)).health is Health.WATCH
    assert assess(started_days_ago(42)).health is Health.AT_RISK


def test_the_first_entry_ends_too_early() -> None:
    assert assess(started_days_ago(5, has_any_entry=True)).health is Health.ON_TRACK
    assert assess(started_days_ago(5, last_contact_on=TODAY)).health is Health.ON_TRACK


def test_too_early_wins_over_a_short_rhythm_and_still_lists_its_facts() -> None:
    found = assess(started_days_ago(25, rhythm_days=14))
    assert found.health is Health.TOO_EARLY
    assert found.reasons == ()
    assert len(found.signals) == 4


def test_a_new_pair_is_told_kindly() -> None:
    assert signal(started_days_ago(3), SignalKind.CONTACT).text == "No contact yet in 3 days"
    assert signal(started_days_ago(0), SignalKind.CONTACT).text == "No contact yet"
    assert signal(PairFacts(PairStatus.ACTIVE, None, TODAY), SignalKind.CONTACT).text == "No contact yet"


@pytest.mark.parametrize("status", [status for status in PairStatus if status is not PairStatus.ACTIVE])
def test_only_active_pairs_have_health(status: PairStatus) -> None:
    assert assess(contact_days_ago(400, status=status)) == Assessment(None)
    assert assess(replace(WELL, status=status)).signal(SignalKind.CONTACT) is None


def test_a_program_judges_by_its_own_thresholds() -> None:
    kinder = Thresholds(
        contact_watch=2.0,
        contact_risk=3.0,
        answer_watch=1,
        answer_risk=1,
        milestone_watch_days=20,
        milestones_risk_count=3,
        skipped_check_ins=4,
    )
    facts = contact_days_ago(59, overdue_days=(10, 20), left_answers=Answers(2, 2, 2, 2), left_skipped=3)
    assert assess(facts).health is Health.AT_RISK
    assert assess(replace(facts, thresholds=kinder)).health is Health.ON_TRACK


def test_health_sorts_by_urgency_and_has_its_word() -> None:
    ordered = sorted(Health, key=lambda health: health.rank)
    assert [health.word for health in ordered] == ["At risk", "Watch", "On track", "Too early"]
