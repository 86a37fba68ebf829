"""The workspace at size, as the Matching page sees it: through the process, with sending people and answers."""

import time
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest

from mentordesk.domain.matching.people import CircleSize, Shape
from mentordesk.domain.matching.questions import AskWhyNot, Explain, Fixed, Suggest, Suggestion, TryOut
from mentordesk.domain.matching.result import WhyNot
from mentordesk.domain.matching.suggestion import Matching
from mentordesk.domain.matching.task import Task
from mentordesk.domain.matching.workspace import Workspace
from mentordesk.services.matching.worker import MatchWorker
from tests.benchmarks.cohorts_at_size import beside, beside_greedy, greedy_circles, once, task


@pytest.fixture
def worker() -> Iterator[MatchWorker]:
    made = MatchWorker()
    yield made
    made.close()


def ask(worker: MatchWorker, asked: Task, question: Any) -> Any:
    return worker.answer(asked, question, worker.turn)


def warm(worker: MatchWorker, asked: Task) -> None:
    """The process has imported what it needs; it has seen other people so far."""
    ask(worker, asked, Suggest())


@pytest.mark.parametrize(("mentees", "mentors", "seconds"), [(500, 300, 1), (5000, 3000, 10)])
def test_bench_suggest_again_through_the_process(
    benchmark, worker: MatchWorker, mentees: int, mentors: int, seconds: float
) -> None:
    warm(worker, task(20, 10))
    asked = task(mentees, mentors)
    suggestion = once(benchmark, lambda: ask(worker, asked, Suggest()), rounds=1)
    assert isinstance(suggestion, Suggestion)
    beside_greedy(benchmark, asked, suggestion.proposals[0])
    assert benchmark.stats["min"] < seconds


def test_bench_the_process_starts(benchmark) -> None:
    """From nothing to the first answer: the window asks for it when the page is opened, not when it is needed."""
    asked = task(500, 300)

    def start() -> None:
        worker = MatchWorker()
        ask(worker, asked, Explain(Fixed(), (), asked.mentees[0].id, limit=0))
        worker.close()

    once(benchmark, start)
    assert benchmark.stats["min"] < 2


def test_bench_after_one_pin_through_the_process(benchmark, worker: MatchWorker) -> None:
    """Each time another pin, as nothing is solved twice."""
    asked = task(1000, 600)
    proposal = ask(worker, asked, Suggest()).proposals[0]
    cells = tuple(sorted(proposal.cells()))
    pins = iter([(cells[at][0], cells[at + 1][1]) for at in range(50)])
    trial = once(benchmark, lambda: ask(worker, asked, TryOut(cells, Fixed(frozenset({next(pins)})))), rounds=5)
    assert trial.effect.total < 0
    assert benchmark.stats["min"] < 0.3


def test_bench_a_pair_is_explained(benchmark, worker: MatchWorker) -> None:
    asked = task(500, 300)
    cells = tuple(sorted(ask(worker, asked, Suggest()).proposals[0].cells()))
    at = iter(cells)
    found = once(benchmark, lambda: ask(worker, asked, Explain(Fixed(), cells, *next(at))), rounds=5)
    assert sum(not other.broken for other in found.others) == 5
    assert benchmark.stats["min"] < 1


def crowded(rules_forbid_all: bool) -> Task:
    """500 mentees of whom 200 and more stay without a pair: for want of places, or because rules forbid everybody."""
    asked = task(500, 150)
    if not rules_forbid_all:
        return asked
    lowest = replace(asked.rules.rule("lowest_fit"), on=True, points=75)
    return replace(asked, rules=asked.rules.with_rule(lowest))


@pytest.mark.parametrize("forbid", [False, True], ids=["no-places", "rules"])
def test_bench_reasons_for_200_without_a_pair(benchmark, forbid: bool) -> None:
    matching = Matching(crowded(forbid))
    proposal = matching.suggest()
    found = once(benchmark, lambda: matching.why_nots(proposal))
    assert len(found) >= 190
    assert benchmark.stats["min"] < 0.5


def test_bench_asking_for_many_people_solves_each_rule_once(benchmark) -> None:
    asked = crowded(True)
    workspace = Workspace(asked)
    suggestion = workspace.answer(Suggest())
    assert isinstance(suggestion, Suggestion)
    cells = tuple(sorted(suggestion.proposals[0].cells()))
    left = iter(suggestion.proposals[0].unmatched_mentees)
    began = time.perf_counter()
    workspace.answer(AskWhyNot(Fixed(), cells, next(left)))
    benchmark.extra_info["first_seconds"] = round(time.perf_counter() - began, 3)
    found = once(benchmark, lambda: workspace.answer(AskWhyNot(Fixed(), cells, next(left))), rounds=20)
    assert isinstance(found, WhyNot)
    assert benchmark.stats["min"] < 0.2


@pytest.mark.parametrize(("mentees", "mentors", "seconds"), [(120, 20, 5), (300, 50, 30)])
def test_bench_circles(benchmark, mentees: int, mentors: int, seconds: float) -> None:
    """Beside them circles by hand, as many and as even."""
    asked = task(mentees, mentors)
    many = tuple(replace(each, capacity=8) for each in asked.mentors)
    matching = Matching(replace(asked, mentors=many, shape=Shape.CIRCLES, circles=CircleSize()))
    fits = matching.fits
    proposal = once(benchmark, matching.suggest, rounds=1)
    count = max(pair.circle for pair in proposal.pairs)
    optimum = [pair.fit for pair in proposal.pairs]
    beside(benchmark, proposal.goal, optimum, lambda: greedy_circles(matching.task, fits, count))
    assert benchmark.stats["min"] < seconds
