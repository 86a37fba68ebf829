"""The pairs that people's places in the company, their past and their vetoes forbid; and every broken rule in words."""

from collections.abc import Iterator
from typing import Any

import numpy as np

from mentordesk.domain.matching.people import Candidate
from mentordesk.domain.matching.task import Task
from mentordesk.domain.people import first_name

Cells = tuple[Any, Any]
_LINE = 2
"""The manager and the manager's manager."""


def cells(task: Task) -> Iterator[Cells]:
    """Places of mentees and of mentors that may not be paired, as arrays; a pair may come more than once."""
    for _, found in by_rule(task):
        yield from found


def by_rule(task: Task) -> Iterator[tuple[str, list[Cells]]]:
    """The same, each with the rule that forbids them."""
    rules = task.rules
    yield "oneself", [_places(task, [(each.id, each.id) for each in task.mentees])]
    if rules.is_on("own_line"):
        above = _places(task, [(each.id, boss) for each in task.mentees for boss in each.managers[:_LINE]])
        below = _places(task, [(boss, each.id) for each in task.mentors for boss in each.managers[:_LINE]])
        yield "own_line", [above, below, *_same_manager(task)]
    if rules.is_on("vetoes"):
        yield (
            "vetoes",
            [
                _places(task, [(each.id, whom) for each in task.mentees for whom in each.vetoes]),
                _places(task, [(whom, each.id) for each in task.mentors for whom in each.vetoes]),
            ],
        )
    if rules.is_on("together_before"):
        yield "together_before", [_places(task, [cell for pair in task.before for cell in (pair, pair[::-1])])]


def _places(task: Task, pairs: list[tuple[int, int]]) -> Cells:
    rows, columns = task.mentee_at, task.mentor_at
    found = [(rows[mentee], columns[mentor]) for mentee, mentor in pairs if mentee in rows and mentor in columns]
    places = np.array(found, dtype=np.intp).reshape(-1, 2)
    return places[:, 0], places[:, 1]


def _same_manager(task: Task) -> Iterator[Cells]:
    teams: dict[int, tuple[list[int], list[int]]] = {}
    for side, people in enumerate((task.mentees, task.mentors)):
        for place, each in enumerate(people):
            if each.managers:
                teams.setdefault(each.managers[0], ([], []))[side].append(place)
    for rows, columns in teams.values():
        if rows and columns:
            yield np.array(rows)[:, None], np.array(columns)[None, :]


def hard_rules(task: Task, mentee: Candidate, mentor: Candidate) -> dict[str, str]:
    """The rules of line, veto and past that forbid a pair, each with a sentence."""
    rules, found = task.rules, {}
    one, other = first_name(mentee.name), first_name(mentor.name)
    if mentee.id == mentor.id:
        found["oneself"] = f"{one} cannot be paired with oneself"
    if rules.is_on("own_line") and (words := _line(mentee, mentor)):
        found["own_line"] = words
    if rules.is_on("vetoes") and (mentor.id in mentee.vetoes or mentee.id in mentor.vetoes):
        found["vetoes"] = f"{one} or {other} has asked not to be paired with the other"
    together = {(mentee.id, mentor.id), (mentor.id, mentee.id)} & task.before
    if rules.is_on("together_before") and together:
        found["together_before"] = f"{one} and {other} were a pair before"
    return found


def _line(mentee: Candidate, mentor: Candidate) -> str:
    for below, above in ((mentee, mentor), (mentor, mentee)):
        if above.id in below.managers[:_LINE]:
            step = "manager" if below.managers[0] == above.id else "manager’s manager"
            return f"{first_name(above.name)} is {first_name(below.name)}’s {step}"
    if mentee.id != mentor.id and mentee.managers[:1] and mentee.managers[:1] == mentor.managers[:1]:
        return f"{first_name(mentee.name)} and {first_name(mentor.name)} have the same manager"
    return ""
