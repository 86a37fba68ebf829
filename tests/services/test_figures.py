"""The headline figures of a scope, and that they agree with the lists they can be opened into."""

from datetime import date

from mentordesk.domain.health import Health
from mentordesk.domain.scope import EVERYTHING, Scope
from mentordesk.domain.standing import PairStatus, Side
from mentordesk.services import figures
from mentordesk.services.pairs import milestones, pair_facts, pairs
from tests.crossroads import TODAY, Crossroads


def test_an_empty_desk_has_zeros_and_nothing_to_average(crossroads: Crossroads) -> None:
    found = crossroads.desk.read(figures.figures)
    assert (found.active_pairs, found.in_contact_30, found.milestones_due) == (0, 0, 0)
    assert (found.milestones_on_time_percent, found.check_in_average) == (None, None)


def test_the_figures_of_two_pairs(crossroads: Crossroads) -> None:
    well, silent = crossroads.pair(), crossroads.pair("Ruth", "Mateo")
    crossroads.contact(well, 30)
    crossroads.contact(silent, 61)
    for giver, points in (("Amara", 3), ("Jonas", 3), ("Jonas", 1)):
        crossroads.gift(well, giver, points)
    first, second, _ = crossroads.desk.read(milestones.of_pair, well)
    crossroads.desk.do(milestones.mark_done, [first.id], first.due_on)
    crossroads.desk.do(milestones.mark_done, [second.id], date(2025, 11, 20))
    crossroads.check_in(well, Side.LEFT, 9, 5, 4, 4, 4)
    crossroads.check_in(well, Side.RIGHT, 9, 5, 5, 4, 4)
    found = crossroads.desk.read(figures.figures)
    assert (found.active_pairs, found.on_track, found.at_risk) == (2, 1, 1)
    assert (found.in_contact_30, found.in_contact_30_month_ago, found.active_month_ago) == (1, 1, 2)
    assert (found.in_balance, found.too_early_to_tell) == (1, 1)
    assert (found.left_points, found.right_points) == (3, 4)
    assert (found.milestones_due, found.milestones_on_time, found.milestones_overdue) == (4, 1, 2)
    assert found.milestones_on_time_percent == 25
    assert (found.check_in_average, found.check_in_answered, found.check_in_asked) == (4.4, 2, 4)


def test_a_figure_equals_the_rows_behind_it(crossroads: Crossroads) -> None:
    pair_ids = [crossroads.pair(), crossroads.pair("Ruth", "Mateo"), crossroads.pair("Amara", "Ruth", cohort_id=None)]
    crossroads.contact(pair_ids[0], 5)
    crossroads.contact(pair_ids[1], 36)
    found = crossroads.desk.read(figures.figures)
    rows = crossroads.desk.read(pairs.rows, EVERYTHING, [PairStatus.ACTIVE])
    assert found.active_pairs == len(rows) == 3
    assert found.at_risk == sum(row.health is Health.AT_RISK for row in rows)
    assert found.in_contact_30 == sum(row.days <= 30 for row in rows if row.days is not None) == 1
    assert found.milestones_overdue == sum(row.milestones_overdue for row in rows) == 4


def test_a_scope_counts_its_own_pairs_only(crossroads: Crossroads) -> None:
    crossroads.pair()
    crossroads.pair("Ruth", "Mateo", cohort_id=None)
    assert crossroads.desk.read(figures.figures, Scope(cohort_id=crossroads.cohort)).active_pairs == 1
    assert crossroads.desk.read(figures.figures, Scope(program_id=crossroads.program)).active_pairs == 1
    assert crossroads.desk.read(figures.figures).active_pairs == 2


def test_a_month_ago_counts_the_pairs_that_were_active_then(crossroads: Crossroads) -> None:
    crossroads.pair(cohort_id=None, started_on=crossroads.ago(29))
    ended, resting = crossroads.pair("Ruth", "Mateo"), crossroads.pair("Amara", "Mateo", cohort_id=None)
    crossroads.desk.do(pairs.complete, [ended])
    crossroads.desk.do(pairs.pause, [resting])
    found = crossroads.desk.read(figures.figures)
    assert (found.active_pairs, found.active_month_ago) == (1, 1)


def test_an_enduring_pair_was_active_until_its_cohort_ended(crossroads: Crossroads) -> None:
    pair_id = crossroads.pair()
    crossroads.contact(pair_id, 1)
    crossroads.desk.do(pairs.endure, [pair_id])
    crossroads.clock.day = date(2026, 7, 20)
    assert crossroads.desk.read(figures.figures).active_month_ago == 1
    crossroads.clock.day = date(2026, 9, 1)
    assert crossroads.desk.read(figures.figures).active_month_ago == 0


def test_pairs_that_cannot_count_are_left_out_without_a_difference(crossroads: Crossroads) -> None:
    crossroads.pair()
    for months, other in ((1, "Elif"), (3, "Tariq")):
        crossroads.person(other)
        pair_id = crossroads.pair("Ruth", other, cohort_id=None)
        crossroads.contact(pair_id, 35)
        crossroads.clock.day = date(2026, 6 - months, 20)
        crossroads.desk.do(pairs.complete, [pair_id])
        crossroads.clock.day = TODAY
    everyone = crossroads.desk.read(pair_facts.load)
    some = crossroads.desk.read(pair_facts.current)
    assert (len(everyone), len(some)) == (3, 2)
    assert crossroads.desk.read(figures.of, everyone) == crossroads.desk.read(figures.of, some)


def test_a_finished_cohort_keeps_its_figures(crossroads: Crossroads) -> None:
    pair_id = crossroads.pair()
    crossroads.gift(pair_id, "Amara", 3, days_ago=30)
    first = crossroads.desk.read(milestones.of_pair, pair_id)[0]
    crossroads.desk.do(milestones.mark_done, [first.id], first.due_on)
    crossroads.desk.do(pairs.complete, [pair_id])
    scope = Scope(cohort_id=crossroads.cohort)
    before = crossroads.desk.read(figures.figures, scope)
    assert (before.active_pairs, before.left_points, before.milestones_on_time_percent) == (0, 3, 100)
    crossroads.clock.day = date(2027, 7, 1)
    assert crossroads.desk.read(figures.figures, scope).left_points == 3
