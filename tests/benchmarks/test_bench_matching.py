"""Matching at size: the score matrix, the solver with its three goals, one pin, and where all want the same mentors.

Beside each stands greedy best-first, which is what spreadsheets do: `extra_info` has its quality and its time.
"""

import random
import time
import tracemalloc

import numpy as np
import pytest

from mentordesk.domain.cohorts import Role
from mentordesk.domain.matching import assignment, scores
from mentordesk.domain.matching.board import Board
from mentordesk.domain.matching.criteria import Goal
from mentordesk.domain.matching.people import Shape
from mentordesk.domain.matching.reading import match_rules
from mentordesk.domain.matching.suggestion import Matching
from mentordesk.domain.matching.task import Task
from mentordesk.domain.programs import Format
from mentordesk.services.programs.templates import template
from tests.benchmarks.cohorts_at_size import beside, beside_greedy, crowd, greedy, once, task


def test_bench_score_matrix_1000_by_600(benchmark) -> None:
    asked = task(1000, 600)
    once(benchmark, lambda: scores.fits(asked), rounds=7)
    assert benchmark.stats["min"] < 0.1


def test_bench_score_matrix_10000_by_6000(benchmark) -> None:
    asked = task(10_000, 6_000)
    once(benchmark, lambda: scores.fits(asked), rounds=1)
    assert benchmark.stats["min"] < 3
    tracemalloc.start()
    scores.fits(asked)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    benchmark.extra_info["peak_megabytes"] = round(peak / 1e6)
    assert peak < 500e6


@pytest.mark.parametrize("goal", Goal)
@pytest.mark.parametrize(("mentees", "mentors", "seconds"), [(500, 300, 1), (5000, 3000, 10)])
def test_bench_suggest_again(benchmark, mentees: int, mentors: int, seconds: float, goal: Goal) -> None:
    asked = task(mentees, mentors)
    proposal = once(benchmark, lambda: Matching(asked).suggest(goal), rounds=3 if mentees < 1000 else 1)
    beside_greedy(benchmark, asked, proposal)
    assert benchmark.stats["min"] < seconds


def test_bench_after_one_pin_and_one_forbid(benchmark) -> None:
    matching = Matching(task(1000, 600))
    before = matching.suggest()
    pins, forbids = (
        {(before.pairs[0].mentee, before.pairs[1].mentor)},
        {(before.pairs[2].mentee, before.pairs[2].mentor)},
    )
    after = once(benchmark, lambda: matching.edited(pins, forbids).suggest())
    assert pins <= after.cells()
    assert not forbids & after.cells()
    beside_greedy(benchmark, matching.task, before)
    assert benchmark.stats["min"] < 0.3


def popular(mentees: int, mentors: int) -> Board:
    """Everybody ranks the mentors nearly alike."""
    rng = np.random.default_rng(1)
    fits = rng.integers(0, 4000, (mentees, mentors)) + np.linspace(0, 5000, mentors).astype(int)[None, :]
    return Board(
        fits.astype(np.int32),
        np.ones(mentees, dtype=np.int64),
        rng.integers(1, 4, mentors),
        rng.integers(0, 2**32, mentees, dtype=np.uint32),
        rng.integers(0, 2**32, mentors, dtype=np.uint32),
    )


@pytest.mark.parametrize("prices", [True, False], ids=["prices", "no-prices"])
def test_bench_popular_mentors(benchmark, prices: bool, monkeypatch) -> None:
    board = popular(1000, 600)
    if not prices:
        monkeypatch.setattr(assignment, "opening", lambda fits, rows, places: np.zeros(fits.shape[1], dtype=np.int64))
    found = once(benchmark, lambda: assignment.assign(board, Goal.PARTICIPATION))
    fits = [board.fit(cell) for cell in found]
    beside(benchmark, Goal.PARTICIPATION, fits, lambda: greedy(board.fits, board.column_places))


def test_bench_prices_pay_where_mentors_are_popular(benchmark, monkeypatch) -> None:
    board = popular(1000, 600)
    once(benchmark, lambda: assignment.assign(board, Goal.PARTICIPATION))
    monkeypatch.setattr(assignment, "opening", lambda fits, rows, places: np.zeros(fits.shape[1], dtype=np.int64))
    began = time.perf_counter()
    assignment.assign(board, Goal.PARTICIPATION)
    without = time.perf_counter() - began
    assert benchmark.stats["min"] < without / 2


def test_bench_1000_peers(benchmark) -> None:
    rng = random.Random(4)
    rules = match_rules(template(Format.PEER).match_rules)
    asked = Task(crowd(rng, 1000, Role.PEER, 1), (), rules, shape=Shape.PEERS)
    matching = Matching(asked)
    proposal = once(benchmark, lambda: matching.edited((), ()).suggest(), rounds=1)
    assert len(proposal.pairs) >= 490
    beside_greedy(benchmark, asked, proposal)
    assert benchmark.stats["min"] < 3
