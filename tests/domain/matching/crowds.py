"""People, tasks and a second opinion for the tests of matching."""

import random
from collections.abc import Iterable
from itertools import product

from mentordesk.domain.cohorts import Role
from mentordesk.domain.matching.criteria import Goal, MatchRules
from mentordesk.domain.matching.people import Candidate
from mentordesk.domain.matching.reading import match_rules
from mentordesk.domain.matching.score_table import ScoreTable
from mentordesk.domain.matching.task import Cell, Task

TOPICS = ("Negotiation", "Budgets", "Leading remotely", "Remote teams", "Data tools", "Data ethics", "Public speaking")


def person(id: int, role: Role, **values: object) -> Candidate:
    return Candidate(id=id, name=f"Person {id}", role=role, **values)  # type: ignore[arg-type]


def crowd(rng: random.Random, count: int, role: Role, first: int, places: tuple[int, ...] = (1,)) -> list[Candidate]:
    """People with something of everything on record, and gaps here and there."""

    def some(values: Iterable[str], most: int) -> tuple[str, ...]:
        return tuple(rng.sample(list(values), rng.randrange(most + 1)))

    return [
        Candidate(
            id=first + at,
            name=f"{rng.choice('ABCDEF')} Person {first + at}",
            role=role,
            capacity=rng.choice(places),
            employee_number=rng.choice(("", f"E{rng.randrange(10**6)}")),
            offers=some(TOPICS, 4),
            wants=some(TOPICS, 3),
            unwanted=some(TOPICS, 1),
            experience=some(("Moved country", "Parent", "Carer", "First at university"), 2),
            languages=some(("English", "German", "Dutch"), 2),
            meeting_forms=some(("Video", "In person"), 2),
            level=rng.choice((None, 1, 2, 3, 4, 5, 6, 7)),
            department=rng.choice(("", "Finance", "Service planning", "Customer Service")),
            company=rng.choice(("", "Solvane", "Nordlicht")),
            place=rng.choice(("", "Aarhus", "Patras")),
            utc_offset=rng.choice((None, 1, 2, 5.5, -8, 12)),
            managers=tuple(rng.sample(range(1, 60), rng.randrange(3))),
            wishes={rng.randrange(1, 60): rank for rank in range(1, rng.randrange(1, 4))},
            vetoes=frozenset(rng.sample(range(1, 60), rng.randrange(2))),
            custom={"Track": some(("Tech", "Sales"), 1), "Tools": some(("SQL", "R"), 2)},
            measures={"Years": rng.randrange(10)} if rng.random() < 0.8 else {},
        )
        for at in range(count)
    ]


ALL_CRITERIA: dict[str, object] = {
    "wishes": 7,
    "gives_back": 4,
    "life_experience": {"weight": 3, "want": "other"},
    "level_distance": {"weight": 3, "ideal": 2, "at_least": -1},
    "department": {"weight": 2, "want": "other"},
    "company": {"weight": 1, "want": "other"},
    "place": {"weight": 1, "want": "same"},
    "time_zone": {"weight": 2, "hours": 3},
    "place_and_time": {"weight": 2, "hours": 4},
    "language": 1,
    "meeting_form": 1,
    "ranked_wishes": 5,
    "score_table": 1,
    "custom:Track": {"weight": 1, "want": "same"},
    "custom:Tools": {"weight": 2, "want": "shared"},
    "custom:Years": {"weight": 3, "want": "near", "at_most": 4},
}


def everything(**rules: object) -> MatchRules:
    """Rules in which every criterion counts; of the rules that can be switched, those given are on."""
    return match_rules({"criteria": ALL_CRITERIA, "rules": rules})


def table_task(
    scores: dict[Cell, int],
    mentee_places: dict[int, int],
    mentor_places: dict[int, int],
    pins: Iterable[Cell] = (),
    forbids: Iterable[Cell] = (),
) -> Task:
    """A task whose fits are exactly these (whole points), between people without anything else."""
    return Task(
        tuple(person(each, Role.MENTEE, capacity=places) for each, places in mentee_places.items()),
        tuple(person(each, Role.MENTOR, capacity=places) for each, places in mentor_places.items()),
        match_rules({"criteria": {"score_table": 1}}),
        table=ScoreTable({cell: 100 * score for cell, score in scores.items()}),
        table_alone=True,
        pins=frozenset(pins),
        forbids=frozenset(forbids),
    )


def value(goal: Goal, fits: list[int]) -> tuple[int, ...]:
    """What the issue says each goal wants, most important first."""
    if goal is Goal.SCORE:
        return (sum(fits),)
    if goal is Goal.PARTICIPATION:
        return (len(fits), sum(fits))
    return (len(fits), min(fits, default=0), sum(fits))


def brute_force(task: Task, goal: Goal) -> tuple[int, ...]:
    """The best of all subsets of pairs, every one of them tried: pins are in, forbids and rings are out."""
    scores = task.table.scores if task.table else {}
    free = [cell for cell in scores if cell not in task.forbids and cell not in task.pins and cell[0] != cell[1]]
    mentees = {each.id: each.capacity for each in task.mentees}
    mentors = {each.id: each.capacity for each in task.mentors}
    best: tuple[int, ...] | None = None
    options: dict[int, list[list[Cell]]] = {}
    for mentee in mentees:
        own = [cell for cell in free if cell[0] == mentee]
        chosen = [
            [cell for cell, take in zip(own, bits, strict=True) if take] for bits in product((0, 1), repeat=len(own))
        ]
        left = max(0, mentees[mentee] - sum(pin[0] == mentee for pin in task.pins))
        options[mentee] = [each for each in chosen if len(each) <= left]
    used = {mentor: sum(pin[1] == mentor for pin in task.pins) for mentor in mentors}
    ring = task.rules.is_on("ring_of_two")
    order = list(mentees)

    def go(at: int, taken: list[Cell]) -> None:
        nonlocal best
        if at == len(order):
            found = value(goal, [scores.get(cell, 0) for cell in (*taken, *task.pins)])
            best = found if best is None else max(best, found)
            return
        for choice in options[order[at]]:
            if any(used[cell[1]] >= mentors[cell[1]] for cell in choice):
                continue
            there = {*taken, *task.pins}
            if ring and any((cell[1], cell[0]) in there for cell in choice):
                continue
            for cell in choice:
                used[cell[1]] += 1
            go(at + 1, [*taken, *choice])
            for cell in choice:
                used[cell[1]] -= 1

    go(0, [])
    assert best is not None
    return best
