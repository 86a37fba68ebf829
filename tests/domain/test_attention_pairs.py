"""Attention items about pairs: when they appear, their score and tier at the limits, and their words."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from mentordesk.domain.attention import AttentionKind, Tier
from mentordesk.domain.attention_pairs import (
    Account,
    CheckIn,
    OverdueMilestone,
    PairSubject,
    Silence,
    low_answers,
    no_contact,
    one_sided,
    overdue_milestones,
)
from mentordesk.domain.balance import Balance
from mentordesk.domain.contacts import Channel
from mentordesk.domain.health import Answers, Health, PairFacts, assess
from mentordesk.domain.programs import Thresholds
from mentordesk.domain.standing import PairStatus, Side

TODAY = date(2026, 6, 4)
START = date(2026, 1, 12)
TOMASZ = PairSubject(7, 71, 72, "Tomasz Wrona", "Leila Khoury", 3, "Upstream 2026")
RAFAEL = PairSubject(8, 81, 82, "Rafael Monteiro", "Priya Raman", 4, "Crossroads 2025–26")
INGRID = PairSubject(9, 91, 92, "Ingrid Tveit", "Kwame Boateng", 4, "Crossroads 2025–26")


def days_ago(days: int) -> date:
    return TODAY - timedelta(days=days)


def silence(days: int, pair: PairSubject = TOMASZ, *, met: bool = False) -> Silence:
    facts = PairFacts(
        PairStatus.ACTIVE,
        START,
        TODAY,
        pair.rhythm_days,
        pair.thresholds,
        last_contact_on=days_ago(days),
        has_any_entry=True,
        met_at_last_career_milestone=met,
    )
    return Silence(pair, assess(facts), START, days_ago(days), Channel.PHONE)


def test_a_silent_pair_as_today_shows_it() -> None:
    (item,) = no_contact([silence(47)], TODAY)
    assert item.title == "Tomasz Wrona & Leila Khoury: no contact for 47 days"
    assert item.context == "Upstream 2026, meets monthly. Last contact: phone call on 18 April"
    assert (item.action, item.tier, item.score, item.level) == ("Write to both", Tier.NOW, 95, Health.AT_RISK)
    assert (item.key, item.fact_on) == ("no_contact:7", date(2026, 4, 18))
    assert (item.pair_ids, item.person_ids, item.cohort_id) == ((7,), (71, 72), 3)


@pytest.mark.parametrize(("days", "scores"), [(41, []), (42, [90]), (43, [91]), (51, [99]), (52, [99]), (90, [99])])
def test_silence_scores_by_days_beyond_the_limit(days: int, scores: list[int]) -> None:
    assert [item.score for item in no_contact([silence(days)], TODAY)] == scores


def test_silence_follows_the_rhythm_and_the_thresholds_of_the_pair() -> None:
    fortnightly = replace(TOMASZ, rhythm_days=14)
    patient = replace(TOMASZ, thresholds=Thresholds(contact_risk=3.0))
    found = no_contact([silence(20, fortnightly), silence(47, patient), silence(92, patient)], TODAY)
    assert [(item.score, item.title[-7:]) for item in found] == [(90, "20 days"), (92, "92 days")]
    assert found[0].context.startswith("Upstream 2026, meets every 2 weeks.")


def test_a_pair_that_met_at_a_career_milestone_is_left_in_peace() -> None:
    assert no_contact([silence(300, met=True)], TODAY) == ()


def test_silence_is_no_item_where_the_pair_is_at_risk_for_another_reason() -> None:
    facts = PairFacts(
        PairStatus.ACTIVE, START, TODAY, last_contact_on=days_ago(36), has_any_entry=True, overdue_days=(40,)
    )
    assert no_contact([Silence(TOMASZ, assess(facts), START, days_ago(36))], TODAY) == ()


def test_a_pair_too_early_or_paused_is_not_silent() -> None:
    early = PairFacts(PairStatus.ACTIVE, days_ago(25), TODAY, rhythm_days=14)
    paused = PairFacts(PairStatus.PAUSED, START, TODAY)
    facts = [Silence(TOMASZ, assess(early), days_ago(25)), Silence(TOMASZ, assess(paused), START)]
    assert no_contact(facts, TODAY) == ()


def test_a_pair_that_never_met_and_has_no_cohort_says_so() -> None:
    own = replace(TOMASZ, cohort_id=None, cohort="")
    facts = PairFacts(PairStatus.ACTIVE, days_ago(45), TODAY)
    (item,) = no_contact([Silence(own, assess(facts), days_ago(45))], TODAY)
    assert item.title.endswith("no contact for 45 days")
    assert item.context == "Meets monthly. No contact yet since the start on 20 April"


def check_in(answers: Answers, side: Side = Side.RIGHT, **changes: object) -> CheckIn:
    return CheckIn(RAFAEL, side, date(2026, 6, 2), answers, **changes)


def test_a_low_answer_as_today_shows_it() -> None:
    fact = check_in(
        Answers(4, 2, 3, 2),
        before_on=date(2026, 1, 16),
        before=Answers(4, 4, 4, 4),
        comment="We talk about my boss’s plan, not mine\nAnd more that stays with the pair.",
    )
    (item,) = low_answers([fact], TODAY)
    assert item.title == "Rafael Monteiro & Priya Raman: Priya rates value 2 of 5"
    assert item.context == "Check-in of 2 June, it was 4 in January: “We talk about my boss’s plan, not mine”"
    assert (item.action, item.tier, item.score, item.level) == ("Plan a talk", Tier.NOW, 90, Health.AT_RISK)
    assert (item.kind, item.fact_on, item.cohort_id) == (AttentionKind.LOW_ANSWER, date(2026, 6, 2), 4)


@pytest.mark.parametrize(
    ("answers", "scores"),
    [
        (Answers(3, 3, 1, 1), []),
        (Answers(2, 5, 5, 5), [90]),
        (Answers(5, 2, 5, 5), [90]),
        (Answers(5, 1, 5, 5), [93]),
        (Answers(), []),
    ],
)
def test_only_trust_and_value_of_two_or_less_count(answers: Answers, scores: list[int]) -> None:
    assert [item.score for item in low_answers([check_in(answers)], TODAY)] == scores


def test_a_pair_has_one_item_for_its_lowest_answer() -> None:
    both = [check_in(Answers(2, 2, 4, 4), Side.LEFT), check_in(Answers(5, 1, 4, 4), Side.RIGHT)]
    assert [item.title for item in low_answers(both, TODAY)] == [
        "Rafael Monteiro & Priya Raman: Priya rates value 1 of 5"
    ]
    tie = low_answers([check_in(Answers(2, 2, 4, 4), Side.LEFT)], TODAY)
    assert tie[0].title.endswith("Rafael rates trust 2 of 5")


def test_a_low_answer_of_last_year_names_its_year_and_no_comment_leaves_no_quotes() -> None:
    fact = check_in(Answers(1, 4, 4, 4), before_on=date(2025, 11, 3), before=Answers(3, 4, 4, 4))
    assert low_answers([fact], TODAY)[0].context == "Check-in of 2 June, it was 3 in November 2025"
    assert low_answers([check_in(Answers(1, 4, 4, 4))], TODAY)[0].context == "Check-in of 2 June"


def test_a_new_low_check_in_is_a_new_item() -> None:
    (first,) = low_answers([check_in(Answers(1, 4, 4, 4))], TODAY)
    (second,) = low_answers([replace(check_in(Answers(1, 4, 4, 4)), on=TODAY)], TODAY)
    assert first.key != second.key


def test_a_one_sided_account_as_today_shows_it() -> None:
    (item,) = one_sided([Account(INGRID, Balance(20, 4), date(2026, 5, 20), left_rates=4, right_rates=2)])
    assert item.title == "Ingrid Tveit & Kwame Boateng: Ingrid gave 20 of 24 points"
    assert item.context == "Last 6 months. Kwame rates the balance 2 of 5"
    assert (item.action, item.tier, item.score, item.level) == ("Review balance", Tier.THIS_WEEK, 55, Health.WATCH)
    assert (item.key, item.pair_ids) == ("one_sided:9", (9,))


@pytest.mark.parametrize(("left", "right", "items"), [(12, 3, 0), (13, 3, 1), (0, 5, 0), (0, 6, 1), (3, 13, 1)])
def test_only_a_one_sided_account_is_an_item(left: int, right: int, items: int) -> None:
    assert len(one_sided([Account(INGRID, Balance(left, right), TODAY)])) == items


def test_what_both_feel_is_said_and_what_nobody_feels_is_asked() -> None:
    account = Account(INGRID, Balance(4, 20), TODAY)
    said = [
        one_sided([replace(account, left_rates=left, right_rates=right)])[0].context
        for left, right in ((None, None), (3, 3), (2, 1), (5, 1), (2, None))
    ]
    assert said == [
        "Last 6 months. What could Ingrid give back?",
        "Last 6 months. What could Ingrid give back?",
        "Last 6 months. Both rate the balance 2 of 5 or lower",
        "Last 6 months. Kwame rates the balance 1 of 5",
        "Last 6 months. Ingrid rates the balance 2 of 5",
    ]
    assert one_sided([account])[0].title.endswith("Kwame gave 20 of 24 points")


NAMES = [
    ("Samuel Tefera", "Elif Yıldız"),
    ("Yusuf Karim", "Aoife Brennan"),
    ("Hélène Garnier", "Tariq Nasser"),
    ("Linh Tran", "Oskar Lindholm"),
    ("David Mwangi", "Zofia Kamińska"),
]
CROSSROADS = [
    PairSubject(number, number * 10, number * 10 + 1, left, right, 4, "Crossroads 2025–26")
    for number, (left, right) in enumerate(NAMES, start=1)
]


def overdue(pair: PairSubject, days: int, title: str = "Skill swap", step: int | None = 70) -> OverdueMilestone:
    return OverdueMilestone(pair, title, days_ago(days), step)


def test_the_same_step_of_a_cohort_is_one_item_as_today_shows_it() -> None:
    (item,) = overdue_milestones([overdue(pair, 9) for pair in CROSSROADS[:3]], TODAY)
    assert item.title == "Skill swap is 9 days overdue for 3 pairs"
    assert item.context == "Crossroads 2025–26: Samuel & Elif, Yusuf & Aoife, Hélène & Tariq"
    assert (item.action, item.tier, item.score, item.level) == ("Remind 3 pairs", Tier.THIS_WEEK, 69, Health.WATCH)
    assert (item.pair_ids, item.person_ids) == ((1, 2, 3), (10, 11, 20, 21, 30, 31))
    assert (item.due, item.cohort_id) == (date(2026, 5, 26), 4)


@pytest.mark.parametrize(
    ("days", "found"),
    [
        (7, []),
        (8, [(Tier.THIS_WEEK, 68)]),
        (9, [(Tier.THIS_WEEK, 69)]),
        (30, [(Tier.THIS_WEEK, 69)]),
        (31, [(Tier.NOW, 69)]),
    ],
)
def test_overdue_milestones_at_their_limits(days: int, found: list[tuple[Tier, int]]) -> None:
    items = overdue_milestones([overdue(CROSSROADS[0], days)], TODAY)
    assert [(item.tier, item.score) for item in items] == found


def test_one_pair_is_reminded_by_name() -> None:
    (item,) = overdue_milestones([overdue(CROSSROADS[0], 8)], TODAY)
    assert item.title == "Skill swap is 8 days overdue for Samuel & Elif"
    assert item.context == "Crossroads 2025–26: Samuel Tefera & Elif Yıldız"
    assert item.action == "Remind 1 pair"


def test_a_step_of_the_coordinator_reminds_nobody() -> None:
    own = [replace(overdue(pair, 8, "Kick-off"), yours=True) for pair in CROSSROADS[:2]]
    (item,) = overdue_milestones(own, TODAY)
    assert (item.action, item.yours) == ("Open 2 milestones", True)
    (mixed,) = overdue_milestones([own[0], overdue(CROSSROADS[1], 8, "Kick-off")], TODAY)
    assert (mixed.action, mixed.yours) == ("Remind 2 pairs", False)


def test_only_those_over_the_limit_are_reminded_and_different_dates_are_said_as_up_to() -> None:
    (item,) = overdue_milestones(
        [overdue(CROSSROADS[0], 10), overdue(CROSSROADS[1], 35), overdue(CROSSROADS[2], 7)], TODAY
    )
    assert item.title == "Skill swap is up to 35 days overdue for 2 pairs"
    assert (item.tier, item.level, item.pair_ids) == (Tier.NOW, Health.AT_RISK, (2, 1))
    assert item.fact_on == days_ago(35)


def test_many_pairs_are_named_in_part() -> None:
    (item,) = overdue_milestones([overdue(pair, 9) for pair in CROSSROADS], TODAY)
    assert item.context == "Crossroads 2025–26: Samuel & Elif, Yusuf & Aoife, Hélène & Tariq and 2 more"
    assert item.action == "Remind 5 pairs"


def test_other_steps_other_cohorts_and_pairs_without_one_stay_apart() -> None:
    first = CROSSROADS[0]
    elsewhere = replace(CROSSROADS[1], cohort_id=5, cohort="Crossroads 2024–25")
    alone = [replace(CROSSROADS[2], cohort_id=None, cohort=""), replace(CROSSROADS[3], cohort_id=None, cohort="")]
    items = overdue_milestones(
        [
            overdue(first, 9),
            overdue(first, 9, "Mid-point", 71),
            overdue(elsewhere, 9),
            *(overdue(pair, 9) for pair in alone),
        ],
        TODAY,
    )
    assert len(items) == len({item.key for item in items}) == 5
    assert items[-1].context == "Linh Tran & Oskar Lindholm"


def test_milestones_added_by_hand_are_one_item_by_their_title_and_one_reminder_a_pair() -> None:
    by_hand = [overdue(CROSSROADS[0], 9, "Site visit", None), overdue(CROSSROADS[1], 9, "site visit", None)]
    twice = overdue(CROSSROADS[0], 12, "Site visit", None)
    (item,) = overdue_milestones([*by_hand, twice], TODAY)
    assert item.title == "Site visit is up to 12 days overdue for 2 pairs"
    assert item.pair_ids == (1, 2)
