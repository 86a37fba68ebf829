"""What a coordinator fixes by hand: pins, forbids, swaps; peers in rounds; circles; nothing heavy before matching."""

import subprocess
import sys
from collections import Counter
from dataclasses import replace
from itertools import combinations

import pytest

from mentordesk.domain.cohorts import Role
from mentordesk.domain.errors import UserError
from mentordesk.domain.matching.criteria import Goal
from mentordesk.domain.matching.people import CircleSize, Shape
from mentordesk.domain.matching.reading import match_rules
from mentordesk.domain.matching.suggestion import Matching
from mentordesk.domain.matching.task import Task
from tests.domain.matching.crowds import person, table_task

LANGUAGE = match_rules({"criteria": {"language": 1}})


def peers(count: int, **values: object) -> Task:
    people = tuple(person(at, Role.PEER, languages=("English",)) for at in range(1, count + 1))
    return replace(Task(people, (), LANGUAGE, shape=Shape.PEERS), **values)


def test_pins_and_forbids_hold_and_a_pin_that_breaks_a_rule_says_which() -> None:
    boss = person(11, Role.MENTOR, languages=("English",))
    mentees = (person(1, Role.MENTEE, managers=(11,), languages=("English",)), person(2, Role.MENTEE))
    matching = Matching(Task(mentees, (boss, person(12, Role.MENTOR)), LANGUAGE))
    proposal = matching.edited({(1, 11)}, ()).suggest()
    pair = proposal.pair_of(1)
    assert pair is not None
    assert (pair.mentor, pair.pinned, pair.fit, pair.broken) == (11, True, 10_000, ("Person is Person’s manager",))
    assert sum(len(pair.broken) for pair in proposal.pairs) == 1
    assert matching.edited((), {(2, 12)}).suggest().cells() == {(1, 12), (2, 11)}
    assert matching.edited((), {(2, 12)}).why(2, 12).broken == ("Person and Person are forbidden by hand",)


def test_more_pins_than_places_are_kept_and_told() -> None:
    task = table_task({(1, 11): 50, (2, 11): 40}, {1: 1, 2: 1}, {11: 1}, pins=[(1, 11), (2, 11)])
    proposal = Matching(task).suggest()
    assert [pair.broken for pair in proposal.pairs] == [("Person 11 has 1 place for 2 pairs",)] * 2


def test_a_draft_with_somebody_who_withdrew_is_stale() -> None:
    task = table_task({(1, 11): 50}, {1: 1}, {11: 1}, pins=[(7, 11)])
    proposal = Matching(task).suggest()
    assert proposal.lost_pins == ((7, 11),)
    assert proposal.cells() == {(1, 11)}
    assert "1 pinned pair has somebody who no longer takes part." in Matching(task).remarks()


def test_a_ring_made_by_hand_is_told_and_allowed_where_it_is_meant() -> None:
    task = table_task({(1, 2): 50, (2, 1): 50}, {1: 1, 2: 1}, {1: 1, 2: 1})
    assert len(Matching(task).suggest().pairs) == 1
    by_hand = Matching(task).evaluate([(1, 2), (2, 1)])
    assert by_hand.pairs[0].broken == ("Person 1 and Person 2 would be each other’s mentor",)
    reciprocal = replace(task, rules=task.rules.without("ring_of_two"))
    assert len(Matching(reciprocal).suggest().pairs) == 2


def test_two_mentees_swapped_by_hand() -> None:
    matching = Matching(table_task({(1, 11): 9, (2, 12): 9, (1, 12): 5, (2, 11): 4}, {1: 1, 2: 1}, {11: 1, 12: 1}))
    assert matching.suggest().total == 1800
    swapped = matching.evaluate([(1, 12), (2, 11)])
    assert (swapped.total, swapped.average, swapped.lowest) == (900, 450, 400)
    assert swapped.lowest_pair == swapped.pair_of(2)


def test_a_person_twice_on_a_side_is_refused() -> None:
    with pytest.raises(UserError, match="among the mentees twice"):
        Task((person(1, Role.MENTEE), person(1, Role.MENTEE)), (), LANGUAGE)


def test_the_odd_peer_joins_a_pair_or_waits() -> None:
    three = Matching(peers(7)).suggest()
    assert len(three.pairs) == 5
    assert three.unmatched_mentees == ()
    groups = Counter(person for cell in three.cells() for person in cell)
    assert sorted(groups.values()) == [1, 1, 1, 1, 2, 2, 2]
    trio = sorted(person for person, count in groups.items() if count == 2)
    assert set(combinations(trio, 2)) <= {(min(cell), max(cell)) for cell in three.cells()}
    waiting = Matching(peers(7, trio=False)).suggest()
    assert (len(waiting.pairs), len(waiting.unmatched_mentees)) == (3, 1)


def test_a_pinned_pair_of_peers_and_one_that_is_forbidden() -> None:
    proposal = Matching(peers(4, pins=frozenset({(3, 1)}), forbids=frozenset())).suggest()
    assert {frozenset(cell) for cell in proposal.cells()} == {frozenset({1, 3}), frozenset({2, 4})}
    assert [pair.pinned for pair in proposal.pairs].count(True) == 1
    other = Matching(peers(4, forbids=frozenset({(2, 1), (1, 3)}))).suggest()
    assert frozenset({1, 4}) in {frozenset(cell) for cell in other.cells()}


def test_rounds_of_peers_never_repeat_a_pair_and_end_when_all_have_met() -> None:
    rounds = Matching(peers(6)).rounds(9)
    met = [frozenset(cell) for made in rounds for cell in made.cells()]
    assert len(met) == len(set(met))
    assert [len(made.pairs) for made in rounds[:3]] == [3, 3, 3]
    assert len(rounds) < 9
    with pytest.raises(UserError, match="Rounds are for peers"):
        Matching(table_task({}, {1: 1}, {11: 1})).rounds(2)


def test_more_than_fifty_candidates_are_looked_at_when_somebody_would_stay_alone() -> None:
    task = peers(130)
    found = {goal: Matching(task).suggest(goal) for goal in (Goal.PARTICIPATION, Goal.FAIRNESS)}
    assert [len(proposal.pairs) for proposal in found.values()] == [65, 65]


def circle_task(mentees: int, places: tuple[int, ...], size: CircleSize) -> Task:
    everybody = tuple(person(at, Role.MENTEE, languages=("English",)) for at in range(1, mentees + 1))
    mentors = tuple(person(100 + at, Role.MENTOR, capacity=count) for at, count in enumerate(places))
    return Task(everybody, mentors, LANGUAGE, shape=Shape.CIRCLES, circles=size)


def test_circles_are_balanced_within_their_bounds_and_may_stay_closed() -> None:
    proposal = Matching(circle_task(14, (8, 8, 8, 8), CircleSize())).suggest()
    sizes = Counter(pair.circle for pair in proposal.pairs)
    assert len(proposal.pairs) == 14
    assert max(sizes.values()) - min(sizes.values()) <= 1
    assert all(4 <= size <= 8 for size in sizes.values())
    assert len(proposal.unmatched_mentors) == 4 - len(sizes)


def test_two_of_a_team_sit_in_different_circles_unless_pinned_together() -> None:
    task = circle_task(6, (4, 4), CircleSize(smallest=2, largest=4))
    team = tuple(replace(each, managers=(99,)) if each.id <= 2 else each for each in task.mentees)
    apart = Matching(replace(task, mentees=team)).suggest()
    assert len(apart.pairs) == 6
    mentors = {pair.mentee: pair.mentor for pair in apart.pairs}
    assert mentors[1] != mentors[2]
    together = Matching(replace(task, mentees=team, pins=frozenset({(1, 100), (2, 100)}))).suggest()
    assert {(1, 100), (2, 100)} <= together.cells()


def test_a_mentor_with_too_few_places_has_no_circle() -> None:
    proposal = Matching(circle_task(6, (3, 6), CircleSize())).suggest()
    assert {pair.mentor for pair in proposal.pairs} == {101}


def test_nothing_heavy_is_imported_before_matching_starts() -> None:
    code = (
        "import sys; from mentordesk.domain.matching import suggestion, reading, result, score_table, task;"
        "assert not {'numpy', 'scipy', 'rustworkx'} & set(sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
