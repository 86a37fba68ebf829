"""Matching at size: the score matrix, the solver with its three goals, one pin, and where all want the same mentors.

Beside each stands greedy best-first, which is what spreadsheets do: `extra_info` has its quality and its time.
"""

import random
import time
import tracemalloc
from collections.abc import Callable
from typing import Any

import numpy as np
import pytest

from mentordesk.domain.cohorts import Role
from mentordesk.domain.matching import assignment, scores
from mentordesk.domain.matching.board import Board
from mentordesk.domain.matching.criteria import Goal
from mentordesk.domain.matching.people import Candidate, Shape
from mentordesk.domain.matching.reading import match_rules
from mentordesk.domain.matching.suggestion import Matching
from mentordesk.domain.matching.task import Task
from mentordesk.domain.programs import Format
from mentordesk.services.templates import template

WORDS = ("Budgets", "Boards", "Data", "Design", "Ethics", "Fleets", "Growth", "Hiring", "Labs", "Sales")
TOPICS = [f"{word} {about}" for word in WORDS for about in ("abroad", "basics", "coaching", "delivery")]
LIVES = [f"Life {letter}" for letter in "abcdefghij"]
LANGUAGES = ["English", "English", "English", "German", "Dutch", "Danish", "Greek", "Spanish"]
CITIES = {f"City {at}": (0.0, 1.0, 2.0, -5.0, 5.5)[at % 5] for at in range(30)}


def crowd(rng: random.Random, count: int, role: Role, first: int) -> tuple[Candidate, ...]:
    found = []
    for at in range(first, first + count):
        city = rng.choice(list(CITIES))
        found.append(
            Candidate(
                at,
                f"Person {at}",
                role,
                capacity=1 if role is not Role.MENTOR else rng.choice((1, 2, 2, 3)),
                employee_number=f"E{rng.randrange(10**8)}",
                offers=tuple(rng.sample(TOPICS, rng.randrange(2, 6))),
                wants=tuple(rng.sample(TOPICS, rng.randrange(1, 5))),
                experience=tuple(rng.sample(LIVES, rng.randrange(1, 4))),
                languages=tuple(sorted(set(rng.sample(LANGUAGES, rng.randrange(2, 4))))),
                level=rng.randrange(4, 8) if role is Role.MENTOR else rng.randrange(1, 5),
                department=f"{rng.choice(WORDS)} {rng.randrange(4)}",
                place=city,
                utc_offset=CITIES[city],
                managers=(rng.randrange(10**6, 10**6 + max(1, count // 8)),),
            )
        )
    return tuple(found)


def task(mentees: int, mentors: int) -> Task:
    rng = random.Random(mentees)
    rules = match_rules(template(Format.TRADITIONAL).match_rules)
    return Task(crowd(rng, mentees, Role.MENTEE, 1), crowd(rng, mentors, Role.MENTOR, mentees + 1), rules)


def once(benchmark: Any, run: Callable[[], Any], rounds: int = 3) -> Any:
    return benchmark.pedantic(run, rounds=rounds, warmup_rounds=1 if rounds > 1 else 0)


def greedy(fits: np.ndarray[Any, Any], places: np.ndarray[Any, Any]) -> tuple[int, int, float]:
    """The best pair first, then the best of what is left: pairs, total, seconds."""
    began = time.perf_counter()
    rows, columns = np.nonzero(fits != scores.NEVER)
    order = np.argsort(-fits[rows, columns], kind="stable")
    left, alone = places.copy(), np.ones(len(fits), dtype=bool)
    pairs = total = 0
    for row, column in zip(rows[order].tolist(), columns[order].tolist(), strict=True):
        if alone[row] and left[column]:
            alone[row], left[column] = False, left[column] - 1
            pairs, total = pairs + 1, total + int(fits[row, column])
    return pairs, total, time.perf_counter() - began


def beside(benchmark: Any, fits: np.ndarray[Any, Any], places: np.ndarray[Any, Any], pairs: int, total: int) -> None:
    """Greedy is never better, and what it loses is noted."""
    greedy_pairs, greedy_total, seconds = greedy(fits, places)
    benchmark.extra_info |= {
        "pairs": pairs,
        "greedy_pairs": greedy_pairs,
        "total_gained_on_greedy": f"{total / greedy_total - 1:.2%}",
        "greedy_seconds": round(seconds, 3),
    }
    assert (pairs, total) >= (greedy_pairs, greedy_total)


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
    assert benchmark.stats["min"] < seconds
    if goal is Goal.PARTICIPATION:
        places = np.array([each.capacity for each in asked.mentors])
        beside(benchmark, Matching(asked).fits, places, len(proposal.pairs), proposal.total)


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
    beside(benchmark, board.fits, board.column_places, len(found), sum(board.fit(cell) for cell in found))


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
    assert benchmark.stats["min"] < 3
