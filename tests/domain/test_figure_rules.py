"""The headline figures: what counts for each, and what does not."""

import json
from dataclasses import replace
from datetime import date, timedelta

from mentordesk.domain.balance import Balance, Band
from mentordesk.domain.figures import PairStanding, check_in_average, compute, counted_pairs
from mentordesk.domain.health import Answers, Health
from mentordesk.domain.standing import PairStatus

TODAY = date(2026, 6, 4)
ACTIVE = PairStanding(PairStatus.ACTIVE, date(2025, 10, 6), health=Health.ON_TRACK, last_contact_on=TODAY)


def days_ago(days: int) -> date:
    return TODAY - timedelta(days=days)


def test_nothing_gives_zeros_and_no_shares() -> None:
    figures = compute([], TODAY)
    assert figures.active_pairs == figures.milestones_due == figures.left_points == figures.check_in_asked == 0
    assert figures.milestones_on_time_percent is None
    assert figures.check_in_average is None


def test_active_pairs_and_their_health() -> None:
    healths = [Health.ON_TRACK] * 3 + [Health.WATCH] * 2 + [Health.AT_RISK, Health.TOO_EARLY]
    pairs = [replace(ACTIVE, health=health) for health in healths]
    others = [replace(ACTIVE, status=status, health=None) for status in PairStatus if status is not PairStatus.ACTIVE]
    figures = compute([*pairs, *others], TODAY)
    assert figures.active_pairs == 7
    assert (figures.on_track, figures.watch, figures.at_risk, figures.too_early) == (3, 2, 1, 1)


def test_in_contact_counts_thirty_days_and_not_thirty_one() -> None:
    pairs = [replace(ACTIVE, last_contact_on=days_ago(30)), replace(ACTIVE, last_contact_on=days_ago(31))]
    assert compute(pairs, TODAY).in_contact_30 == 1


def test_a_pair_without_contact_counts_from_its_start() -> None:
    young = PairStanding(PairStatus.ACTIVE, days_ago(30))
    old = PairStanding(PairStatus.ACTIVE, days_ago(31))
    assert compute([young, old], TODAY).in_contact_30 == 1


def test_who_counts_as_in_contact_only_for_being_new_is_told() -> None:
    young = PairStanding(PairStatus.ACTIVE, days_ago(8))
    old = PairStanding(PairStatus.ACTIVE, days_ago(31))
    proposed = PairStanding(PairStatus.PROPOSED, days_ago(1))
    assert compute([young, old, proposed, ACTIVE], TODAY).new_without_contact == 1


def test_a_month_ago_is_judged_by_the_same_rule_thirty_days_back() -> None:
    pairs = [
        replace(ACTIVE, last_contact_before=days_ago(60)),
        replace(ACTIVE, last_contact_before=days_ago(61)),
        replace(ACTIVE, status=PairStatus.COMPLETED, stopped_on=days_ago(29), last_contact_before=days_ago(40)),
        replace(ACTIVE, status=PairStatus.ENDED, stopped_on=days_ago(30), last_contact_before=days_ago(40)),
        PairStanding(PairStatus.ACTIVE, days_ago(30)),
        PairStanding(PairStatus.ACTIVE, days_ago(29)),
    ]
    figures = compute(pairs, TODAY)
    assert figures.active_month_ago == 4
    assert figures.in_contact_30_month_ago == 3


def test_a_pair_whose_pause_has_no_date_was_not_active_a_month_ago() -> None:
    assert not replace(ACTIVE, status=PairStatus.PAUSED).active_on(days_ago(30))
    assert replace(ACTIVE, status=PairStatus.PAUSED, stopped_on=TODAY).active_on(days_ago(30))
    assert not PairStanding(PairStatus.PROPOSED, days_ago(90)).active_on(days_ago(30))
    assert not PairStanding(PairStatus.ACTIVE, None).active_on(days_ago(30))


def test_balance_bands_are_of_active_pairs() -> None:
    bands = [Band.IN_BALANCE, Band.IN_BALANCE, Band.LEANING, Band.ONE_SIDED, Band.TOO_EARLY]
    pairs = [replace(ACTIVE, band=band, balance=Balance(5, 3)) for band in bands]
    finished = replace(ACTIVE, status=PairStatus.COMPLETED, band=Band.ONE_SIDED, balance=Balance(50, 0))
    figures = compute([*pairs, finished], TODAY)
    assert (figures.in_balance, figures.leaning, figures.one_sided, figures.too_early_to_tell) == (2, 1, 1, 1)
    assert (figures.left_points, figures.right_points) == (25, 15)


def test_milestones_on_time_are_of_those_done_and_overdue() -> None:
    pairs = [
        replace(ACTIVE, milestones_done=80, milestones_on_time=70, milestones_overdue=2),
        replace(ACTIVE, milestones_done=65, milestones_on_time=59, milestones_overdue=1),
    ]
    figures = compute(pairs, TODAY)
    assert (figures.milestones_due, figures.milestones_on_time, figures.milestones_overdue) == (148, 129, 3)
    assert figures.milestones_on_time_percent == 87


def test_check_ins_count_every_side_that_has_answered() -> None:
    pairs = [
        replace(ACTIVE, left_answers=Answers(5, 5, 4, 4), right_answers=Answers(3, 4, 4, 4)),
        replace(ACTIVE, left_answers=Answers(4, 5, 4, 5)),
        replace(ACTIVE, right_answers=Answers()),
    ]
    figures = compute(pairs, TODAY)
    assert (figures.check_in_answered, figures.check_in_asked) == (3, 6)
    assert figures.check_in_average == 4.3  # 51 of 12 answers is 4.25


def test_an_average_of_half_a_tenth_goes_up() -> None:
    assert check_in_average([Answers(4, 4, 4, 5)]) == 4.3
    assert check_in_average([Answers(4, None, None, 5)]) == 4.5
    assert check_in_average([Answers()]) is None


def test_project_hours_are_summed_over_pairs() -> None:
    pairs = [replace(ACTIVE, project_hours=0.1, project_budget=30) for _ in range(3)]
    figures = compute(pairs, TODAY)
    assert (figures.project_hours, figures.project_budget) == (0.3, 90.0)


def test_a_finished_cohort_still_has_its_milestones_answers_points_and_hours() -> None:
    done = PairStanding(
        PairStatus.COMPLETED,
        date(2024, 10, 1),
        stopped_on=date(2025, 7, 1),
        balance=Balance(4, 6),
        left_answers=Answers(5, 5, 5, 5),
        milestones_done=9,
        milestones_on_time=8,
        project_hours=12,
        project_budget=20,
    )
    figures = compute([done, PairStanding(PairStatus.PROPOSED, None, milestones_overdue=9)], TODAY)
    assert figures.active_pairs == figures.in_contact_30 == figures.active_month_ago == 0
    assert (figures.milestones_due, figures.milestones_on_time_percent) == (9, 89)
    assert (figures.left_points, figures.right_points, figures.project_hours) == (4, 6, 12.0)
    assert (figures.check_in_average, figures.check_in_answered, figures.check_in_asked) == (5.0, 1, 2)


def test_finished_pairs_stay_out_while_others_are_active() -> None:
    finished = replace(ACTIVE, status=PairStatus.ENDED)
    assert counted_pairs([finished, ACTIVE]) == [ACTIVE]
    assert counted_pairs([finished]) == [finished]


def test_the_figures_go_into_json_by_name() -> None:
    written = json.loads(json.dumps(compute([ACTIVE], TODAY).as_dict()))
    assert written["active_pairs"] == written["on_track"] == written["in_contact_30"] == 1
    assert written["check_in_average"] is None
    assert len(written) == 24
