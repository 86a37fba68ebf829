"""People at size, and greedy best-first beside what is measured: what a coordinator does in a spreadsheet."""

import random
import time
from collections import Counter
from collections.abc import Callable, Iterator
from typing import Any

import numpy as np

from mentordesk.domain.cohorts import Role
from mentordesk.domain.matching.criteria import Goal
from mentordesk.domain.matching.people import Candidate
from mentordesk.domain.matching.reading import match_rules
from mentordesk.domain.matching.result import Proposal
from mentordesk.domain.matching.scores import NEVER
from mentordesk.domain.matching.suggestion import Matching
from mentordesk.domain.matching.task import Task
from mentordesk.domain.programs import Format
from mentordesk.services.programs.templates import template

_PART = 100_000
Matrix = np.ndarray[Any, np.dtype[Any]]
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


def best_first(fits: Matrix) -> Iterator[tuple[int, int]]:
    """All pairs that may be made, the best first; a part of them at a time, as there may be millions."""
    rows, columns = np.nonzero(fits != NEVER)
    order = np.argsort(-fits[rows, columns], kind="stable")
    for start in range(0, len(order), _PART):
        part = order[start : start + _PART]
        yield from zip(rows[part].tolist(), columns[part].tolist(), strict=True)


def greedy(fits: Matrix, places: Matrix, peers: bool = False) -> list[int]:
    """The best pair first, then the best of what is left: the fits of its pairs."""
    left, alone = places.copy(), np.ones(len(fits), dtype=bool)
    found = []
    for row, column in best_first(fits):
        if peers:
            if alone[row] and alone[column]:
                alone[row] = alone[column] = False
                found.append(int(fits[row, column]))
        elif alone[row] and left[column]:
            alone[row], left[column] = False, left[column] - 1
            found.append(int(fits[row, column]))
    return found


def greedy_circles(task: Task, fits: Matrix, count: int) -> list[int]:
    """As many circles as given, around the mentors who fit most people best, as even as can be; then the best first."""
    popular = np.argsort(-np.where(fits == NEVER, 0, fits).sum(axis=0), kind="stable")[:count].tolist()
    least, more = divmod(len(fits), count)
    left = {column: least + (at < more) for at, column in enumerate(popular)}
    seated: set[int] = set()
    teams: Counter[tuple[int, int]] = Counter()
    found = []
    for row, column in best_first(fits):
        team = (column, task.mentees[row].managers[0])
        if row not in seated and left.get(column) and not teams[team]:
            seated.add(row)
            teams[team] += 1
            left[column] -= 1
            found.append(int(fits[row, column]))
    return found


def value(goal: Goal, fits: list[int]) -> tuple[int, ...]:
    """What each goal wants, most important first."""
    if goal is Goal.SCORE:
        return (sum(fits),)
    lowest = (min(fits, default=0),) if goal is Goal.FAIRNESS else ()
    return (len(fits), *lowest, sum(fits))


def beside(benchmark: Any, goal: Goal, optimum: list[int], by_hand: Callable[[], list[int]]) -> None:
    """Best-first is never better; what it loses, and how long it takes, is noted."""
    began = time.perf_counter()
    other = by_hand()
    seconds = time.perf_counter() - began
    benchmark.extra_info |= {
        "pairs": len(optimum),
        "greedy_pairs": len(other),
        "total_gained_on_greedy": f"{sum(optimum) / sum(other) - 1:.2%}",
        "lowest": min(optimum),
        "greedy_lowest": min(other),
        "greedy_seconds": round(seconds, 3),
    }
    assert value(goal, optimum) >= value(goal, other)


def beside_greedy(benchmark: Any, asked: Task, proposal: Proposal) -> None:
    fits, places = Matching(asked).fits, np.array([each.capacity for each in asked.mentors])
    optimum = [pair.fit for pair in proposal.pairs]
    beside(benchmark, proposal.goal, optimum, lambda: greedy(fits, places, asked.peers))
