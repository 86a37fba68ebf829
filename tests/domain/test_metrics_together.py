"""Contact, milestones, goals, lengths, give and take, cohorts side by side: counted by hand."""

from datetime import date, timedelta

from mentordesk.domain import figures
from mentordesk.domain.balance import Balance, Band
from mentordesk.domain.cohorts import Role
from mentordesk.domain.metrics.facts import CohortFact, GoalFact
from mentordesk.domain.metrics.side_by_side import cohorts
from mentordesk.domain.metrics.together import by_company, by_format, contact, goals, lengths, on_time, stuck
from mentordesk.domain.pairs import PairStatus
from mentordesk.domain.programs import Format
from mentordesk.domain.small_groups import SO_THAT
from tests.metric_facts import START, TODAY, answers, by_key, facts, pair, person, place

DAY = timedelta(days=1)
ENDED, COMPLETED, ENDURING = PairStatus.ENDED, PairStatus.COMPLETED, PairStatus.ENDURING


def figured(known):
    return figures.compute((it.standing for it in known.pairs), TODAY)


def test_contacts_and_hours_of_pairs_that_began() -> None:
    pairs = [
        pair(1, 1, 2, contacts=3, minutes=100, last_contact_on=TODAY - 30 * DAY),
        pair(2, 3, 4, contacts=2, minutes=80, last_contact_on=TODAY - 31 * DAY, project_hours=4.5),
        pair(3, 5, 6, PairStatus.PROPOSED, started_on=None, contacts=9),
    ]
    known = facts(pairs=pairs)
    assert by_key(contact(known, figured(known))) == {
        "contacts": (5, 2, None, ""),
        "contacts_per_pair": (2.5, 2, None, ""),
        "contact_hours": (3.0, 5, None, ""),
        "project_hours": (4.5, None, None, ""),
        "in_contact_30": (50, 1, 2, ""),
    }


def test_pairs_are_stuck_at_the_oldest_milestone_overdue() -> None:
    pairs = [
        pair(1, 1, 2, stuck_at="Goals set", milestones_overdue=2, milestones_done=3, milestones_on_time=3),
        pair(2, 3, 4, stuck_at="Goals set", milestones_overdue=1),
        pair(3, 5, 6, stuck_at="Kick-off", milestones_overdue=1),
        pair(4, 7, 8, milestones_done=2, milestones_on_time=1),
        pair(5, 9, 10, COMPLETED, stuck_at="Kick-off"),
    ]
    known = facts(pairs=pairs)
    assert [(it.title, it.n, it.of, it.value) for it in stuck(known)] == [
        ("Pairs with a milestone overdue", 3, 4, 75),
        ("Stuck at Goals set", 2, 4, 50),
        ("Stuck at Kick-off", 1, 4, 25),
    ]
    assert by_key([on_time(figured(known))]) == {"milestones_on_time": (44, 4, 9, "")}


def test_goals() -> None:
    found = [
        GoalFact(1, 100, True, TODAY - DAY, gain=4),
        GoalFact(1, 50, False, TODAY - DAY, gain=-1),
        GoalFact(2, 20, False, TODAY),
        GoalFact(3, 100, True),
    ]
    pairs = [pair(1, 1, 2), pair(2, 3, 4), pair(3, 5, 6, PairStatus.PROPOSED, started_on=None), pair(4, 7, 8)]
    assert by_key(goals(facts(pairs=pairs, goals=found))) == {
        "goals_reached": (33, 1, 3, ""),
        "goal_progress": (57, 3, None, ""),
        # What two owners think of themselves is two answers.
        "goal_gain": (None, None, None, "fewer than 5 pairs"),
        "goals_overdue": (1, None, None, ""),
        "pairs_with_goal": (67, 2, 3, ""),
    }
    assert by_key(goals(facts()))["goals_reached"] == (None, 0, 0, "no goal set")


def test_the_gain_of_enough_pairs_is_their_mean() -> None:
    pairs = [pair(number, number, number + 10) for number in range(1, 6)]
    found = [GoalFact(number, 50, False, gain=number) for number in range(1, 6)]
    assert by_key(goals(facts(pairs=pairs, goals=found)))["goal_gain"] == (3.0, 5, None, "")
    assert by_key(goals(facts(pairs=pairs[:4], goals=found[:4])))["goal_gain"][3] == "fewer than 5 pairs"
    twice = [*found[:4], GoalFact(4, 20, False, gain=9)]
    assert by_key(goals(facts(pairs=pairs, goals=twice)))["goal_gain"][0] is None


def test_lengths_are_medians_of_months() -> None:
    ends = (date(2025, 11, 6), date(2026, 1, 6), date(2026, 4, 6))
    finished = [pair(at, 1, 2, COMPLETED if at else ENDED, ended_on=end) for at, end in enumerate(ends)]
    old = pair(7, 1, 2, ENDURING, started_on=date(2016, 6, 4))
    found = by_key(lengths(facts(pairs=[*finished, old, pair(9, 1, 2)])))
    assert found["pair_length.finished"] == (3.0, 3, None, "")
    assert found["pair_length.running"] == (7.9, 1, None, "")
    assert found["pair_length.enduring"] == (120.0, 1, None, "")
    assert found["ended_early"] == (20, 1, 5, "")


def test_reciprocity_by_format_is_the_mean_of_pairs_that_can_be_judged() -> None:
    pairs = [
        pair(1, 1, 2, balance=Balance(6, 6)),
        pair(2, 3, 4, balance=Balance(8, 2), band=Band.LEANING),
        pair(3, 5, 6, balance=Balance(1, 0)),
        pair(4, 7, 8, format=Format.PEER, balance=Balance(3, 9), band=Band.LEANING),
    ]
    assert by_key(by_format(facts(pairs=pairs))) == {
        "reciprocity.all": (0.63, 3, 4, ""),
        "reciprocity.traditional": (0.7, 2, 3, ""),
        "reciprocity.peer": (0.5, 1, 1, ""),
        "in_balance": (33, 1, 3, ""),
    }


def test_companies_give_and_get_and_small_ones_are_left_out() -> None:
    people = [person(at, groups={"company": ("Solvane",)}) for at in range(1, 11)]
    people += [person(at, groups={"company": ("Umthi",)}) for at in range(11, 16)]
    pairs = [pair(at, at, at + 10, balance=Balance(4, 2)) for at in range(1, 6)]
    pairs += [pair(at, at, at + 1, balance=Balance(3, 3)) for at in (6, 8)]
    known = facts(people=people, pairs=pairs)
    assert by_key(by_company(known)) == {
        "reciprocity_company.1": (0.81, 9, None, "gave 32, got 22 points"),
        "reciprocity_company.2": (0.67, 5, None, "gave 10, got 20 points"),
    }
    more = facts(people=people, pairs=pairs, smallest=6)
    assert by_key(by_company(more)) == {
        "reciprocity_company.1": (None, None, None, SO_THAT),
        "reciprocity_company.2": (None, None, None, "fewer than 6 people"),
    }


def test_cohorts_stand_side_by_side_with_their_own_figures() -> None:
    other = CohortFact(2, "Crossroads 2024–25", date(2024, 10, 6), START)
    pairs = [
        pair(at, at, at + 10, left_answers=answers(5), contacts=2, minutes=30, last_contact_on=TODAY)
        for at in range(1, 7)
    ]
    pairs += [pair(9, 30, 31, COMPLETED, cohort_id=2, left_answers=answers(1)), pair(10, 32, 33, ENDED, cohort_id=2)]
    known = facts(pairs=pairs, cohorts=(*facts().cohorts, other), places=[place(1, Role.MENTOR), place(7)])
    earlier, running = cohorts(known)
    assert (earlier.name, running.name) == ("Crossroads 2024–25", "Crossroads 2025–26")
    assert by_key(running.measures)["match_rate.all"] == (50, 1, 2, "")
    assert by_key(running.measures)["contact_hours"] == (3.0, 12, None, "")
    assert by_key(running.measures)["in_contact_30"] == (100, 6, 6, "")
    assert by_key(earlier.measures)["ended_early"] == (50, 1, 2, "")
    assert by_key(earlier.measures)["satisfaction.all"] == (None, None, None, "fewer than 5 people")
    assert by_key(running.measures)["satisfaction.all"] == (None, None, None, SO_THAT)
    assert by_key(running.measures)["recommend.all"] == (None, 0, None, "not asked")
