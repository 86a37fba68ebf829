"""Larger instances against a second exact solver: an integer program of the whole problem, written down here anew."""

import random
from itertools import permutations
from typing import Any

import numpy as np
import pytest
from scipy.optimize import Bounds, LinearConstraint, milp
from scipy.sparse import coo_array

from mentordesk.domain.cohorts import Role
from mentordesk.domain.matching import assignment
from mentordesk.domain.matching.board import Board
from mentordesk.domain.matching.criteria import Goal
from mentordesk.domain.matching.people import CircleSize, Shape
from mentordesk.domain.matching.reading import match_rules
from mentordesk.domain.matching.score_table import ScoreTable
from mentordesk.domain.matching.scores import NEVER
from mentordesk.domain.matching.suggestion import Matching
from mentordesk.domain.matching.task import Task
from tests.domain.matching.crowds import crowd, everything, person, table_task


def whole(gains: list[float], limits: list[tuple[dict[int, float], float, float]], unknowns: int) -> Any:
    """The highest sum of gains within the limits, all unknowns 0 or 1; None where there is nothing."""
    entries = [(row, at, value) for row, (each, _, _) in enumerate(limits) for at, value in each.items()]
    rows, columns, values = zip(*entries, strict=True)
    matrix = coo_array((values, (rows, columns)), shape=(len(limits), unknowns)).tocsr()
    lows, highs = [low for _, low, _ in limits], [high for _, _, high in limits]
    objective = -np.array([*gains, *[0.0] * (unknowns - len(gains))])
    return milp(
        objective,
        integrality=np.ones(unknowns),
        bounds=Bounds(0, 1),
        constraints=[LinearConstraint(matrix, lows, highs)],
        options={"mip_rel_gap": 0.0},
    )


def places(cells: list[tuple[int, int]], task: Task) -> list[tuple[dict[int, float], float, float]]:
    limits = []
    for side, people in ((0, task.mentees), (1, task.mentors)):
        for each in people:
            own = {at: 1.0 for at, cell in enumerate(cells) if cell[side] == each.id}
            limits.append((own, 0.0, float(each.capacity)))
    return limits


def large(seed: int = 5) -> Task:
    rng = random.Random(seed)
    mentees, mentors = range(1, 301), range(1001, 1201)
    scores = {(mentee, mentor): rng.randrange(30, 100) for mentee in mentees for mentor in rng.sample(mentors, 12)}
    return table_task(scores, dict.fromkeys(mentees, 1), {mentor: rng.choice((1, 1, 2)) for mentor in mentors})


@pytest.mark.parametrize("goal", Goal)
def test_300_mentees_and_200_mentors(goal: Goal) -> None:
    task = large()
    assert task.table is not None
    proposal = Matching(task).suggest(goal)
    cells = list(task.table.scores)
    limits = places(cells, task)
    gains = [score / 100 for score in task.table.scores.values()]
    if goal is Goal.SCORE:
        assert proposal.total == round(-whole(gains, limits, len(cells)).fun) * 100
        return
    most = round(-whole([1.0] * len(cells), limits, len(cells)).fun)
    assert len(proposal.pairs) == most
    if goal is Goal.FAIRNESS:
        higher = [cell for cell in cells if task.table.scores[cell] > proposal.lowest]
        assert round(-whole([1.0] * len(higher), places(higher, task), len(higher)).fun) < most
        cells = [cell for cell in cells if task.table.scores[cell] >= proposal.lowest]
        limits, gains = places(cells, task), [task.table.scores[cell] / 100 for cell in cells]
    everybody = (dict.fromkeys(range(len(cells)), 1.0), float(most), float(most))
    assert proposal.total == round(-whole(gains, [*limits, everybody], len(cells)).fun) * 100


def test_real_people_and_all_criteria() -> None:
    rng = random.Random(8)
    task = Task(tuple(crowd(rng, 40, Role.MENTEE, 1)), tuple(crowd(rng, 25, Role.MENTOR, 31, (0, 1, 2))), everything())
    matching = Matching(task)
    cells = [
        (mentee.id, mentor.id)
        for mentee in task.mentees
        for mentor in task.mentors
        if not matching.why(mentee.id, mentor.id).broken
    ]
    fits = {cell: matching.why(*cell).fit for cell in cells}
    limits = places(cells, task)
    at = {cell: place for place, cell in enumerate(cells)}
    rings = {tuple(sorted((cell, cell[::-1]))) for cell in cells if cell[::-1] in at}
    limits += [({at[one]: 1.0, at[other]: 1.0}, 0.0, 1.0) for one, other in rings]
    most = round(-whole([1.0] * len(cells), limits, len(cells)).fun)
    everybody = (dict.fromkeys(range(len(cells)), 1.0), float(most), float(most))
    best = round(-whole([fits[cell] for cell in cells], [*limits, everybody], len(cells)).fun)
    proposal = matching.suggest(Goal.PARTICIPATION)
    assert rings
    assert (len(proposal.pairs), proposal.total) == (most, best)


@pytest.mark.parametrize("goal", Goal)
@pytest.mark.parametrize("spread", [5, 1, 0])
def test_circles(goal: Goal, spread: int) -> None:
    rng = random.Random(11)
    mentees, mentors = range(1, 21), range(101, 106)
    scores = {
        (mentee, mentor): rng.randrange(20, 100) for mentee in mentees for mentor in mentors if rng.random() < 0.8
    }
    size = CircleSize(smallest=3, largest=5, spread=spread)
    task = Task(
        tuple(person(at, Role.MENTEE, managers=(900 + at % 7,)) for at in mentees),
        tuple(person(at, Role.MENTOR, capacity=6) for at in mentors),
        match_rules({"criteria": {"score_table": 1}}),
        table=ScoreTable({cell: 100 * score for cell, score in scores.items()}),
        table_alone=True,
        shape=Shape.CIRCLES,
        circles=size,
    )
    proposal = Matching(task).suggest(goal)

    def best(cells: list[tuple[int, int]], gains: list[float], least: float, apart: int = 5) -> int:
        """With circles that differ by so much; by more where somebody would be left out for it."""
        opens = {mentor: len(cells) + at for at, mentor in enumerate(mentors)}
        limits = [({at: 1.0 for at, cell in enumerate(cells) if cell[0] == mentee}, 0.0, 1.0) for mentee in mentees]
        for mentor in mentors:
            own = {at: 1.0 for at, cell in enumerate(cells) if cell[1] == mentor}
            limits += [(own | {opens[mentor]: -5.0}, -np.inf, 0.0), (own | {opens[mentor]: -3.0}, 0.0, np.inf)]
            for team in range(7):
                there = {at: 1.0 for at, cell in enumerate(cells) if cell[1] == mentor and cell[0] % 7 == team}
                limits.append((there, 0.0, 1.0))
        for one, other in permutations(mentors, 2):
            both = {at: 1.0 if cell[1] == one else -1.0 for at, cell in enumerate(cells) if cell[1] in (one, other)}
            limits.append((both | {opens[one]: 9.0, opens[other]: 9.0}, -np.inf, apart + 18.0))
        limits.append((dict.fromkeys(range(len(cells)), 1.0), least, np.inf))
        found = whole(gains, limits, len(cells) + len(opens))
        return best(cells, gains, least, apart + 1) if found.fun is None else round(-found.fun)

    cells = list(scores)
    most = best(cells, [1.0] * len(cells), 0) if goal is not Goal.SCORE else 0
    if goal is Goal.FAIRNESS:
        higher = [cell for cell in cells if scores[cell] * 100 > proposal.lowest]
        assert best(higher, [1.0] * len(higher), 0) < most
        cells = [cell for cell in cells if scores[cell] * 100 >= proposal.lowest]
    assert proposal.total == 100 * best(cells, [float(scores[cell]) for cell in cells], most, spread)
    assert goal is Goal.SCORE or len(proposal.pairs) == most


@pytest.mark.parametrize("goal", [Goal.PARTICIPATION, Goal.SCORE, Goal.FAIRNESS])
@pytest.mark.parametrize("seed", range(4))
def test_peers(goal: Goal, seed: int) -> None:
    rng = random.Random(seed)
    people = range(1, 14)
    scores = {(a, b): rng.randrange(100) for a in people for b in people if a < b and rng.random() < 0.4}
    task = Task(
        tuple(person(at, Role.PEER) for at in people),
        (),
        match_rules({"criteria": {"score_table": 1}}),
        table=ScoreTable({cell: 100 * score for cell, score in scores.items()}),
        table_alone=True,
        shape=Shape.PEERS,
        trio=False,
    )
    proposal = Matching(task).suggest(goal)

    def best(cells: list[tuple[int, int]], gains: list[float], least: float) -> int:
        limits = [({at: 1.0 for at, cell in enumerate(cells) if each in cell}, 0.0, 1.0) for each in people]
        limits.append((dict.fromkeys(range(len(cells)), 1.0), least, np.inf))
        return round(-whole(gains, limits, len(cells)).fun)

    cells = list(scores)
    most = best(cells, [1.0] * len(cells), 0) if goal is not Goal.SCORE else 0
    if goal is Goal.FAIRNESS:
        higher = [cell for cell in cells if scores[cell] * 100 > proposal.lowest]
        assert not higher or best(higher, [1.0] * len(higher), 0) < most
        cells = [cell for cell in cells if scores[cell] * 100 >= proposal.lowest]
    assert proposal.total == 100 * best(cells, [float(scores[cell]) for cell in cells], most)
    assert goal is Goal.SCORE or len(proposal.pairs) == most


@pytest.mark.parametrize("goal", Goal)
@pytest.mark.parametrize(("open_share", "places"), [(1.0, 1), (0.5, 3), (0.4, 1)])
def test_prices_change_nothing(goal: Goal, open_share: float, places: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where everybody wants the same mentors the search begins with prices, and ends where it would without."""
    draw = np.random.default_rng(3)
    fits = draw.integers(0, 900, (200, 220)) + np.linspace(0, 9000, 220).astype(int)
    fits[draw.random(fits.shape) > open_share] = NEVER
    marks = [draw.integers(0, 2**32, size, dtype=np.uint32) for size in fits.shape]
    board = Board(fits, np.ones(200, dtype=np.int64), draw.integers(1, places + 1, 220), *marks)
    assert assignment.opening(board.fits, np.arange(200), board.column_places).any()
    found = assignment.assign(board, goal)
    monkeypatch.setattr(assignment, "opening", lambda fits, rows, places: np.zeros(fits.shape[1], dtype=np.int64))
    assert assignment.assign(board, goal) == found
