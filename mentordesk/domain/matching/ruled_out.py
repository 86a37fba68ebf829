"""Which rules forbid which of many pairs at once: a table of yes and no a rule. `broken.rules_of` says it in words."""

from collections.abc import Iterable, Sequence
from typing import Any

import numpy as np

from mentordesk.domain.matching import barred, scores, shares
from mentordesk.domain.matching.blocks import KIND_RULES, TOPICS, Matrix, topic_block
from mentordesk.domain.matching.criteria import WHOLE, Criterion
from mentordesk.domain.matching.people import Candidate
from mentordesk.domain.matching.task import Task

Places = Sequence[int]


def ruled_out(task: Task, rows: Places, columns: Places) -> dict[str, Matrix]:
    """For each rule, must or other thing that forbids one of these pairs, which ones: mentees in rows, by place in the
    order of the task. Holds what `broken.rules_of` finds for each pair."""
    found = dict(_by_cells(task, rows, columns))
    if task.table_alone:
        found["not_listed"] = ~_marked(scores.listed(task), rows, columns)
    else:
        found |= _by_people(task, rows, columns)
    return {key: table for key, table in found.items() if table.any()}


def _by_cells(task: Task, rows: Places, columns: Places) -> Iterable[tuple[str, Matrix]]:
    for key, cells in barred.by_rule(task):
        yield key, _scattered(cells, rows, columns)
    forbids = task.cells(task.forbids)
    yield "forbidden", _marked([*forbids, *(cell[::-1] for cell in forbids if task.peers)], rows, columns)


def _marked(cells: Iterable[tuple[int, int]], rows: Places, columns: Places) -> Matrix:
    places = np.array(list(cells), dtype=np.intp).reshape(-1, 2)
    return _scattered([(places[:, 0], places[:, 1])], rows, columns)


def _scattered(cells: Iterable[barred.Cells], rows: Places, columns: Places) -> Matrix:
    """The cells, given by place, as a table of the chosen rows and columns."""
    made = np.zeros((len(rows), len(columns)), dtype=bool)
    row_at, column_at = _places_of(rows), _places_of(columns)
    for first, second in cells:
        one, other = (side.ravel() for side in np.broadcast_arrays(first, second))
        kept = (one < len(row_at)) & (other < len(column_at))
        one, other = row_at[one[kept]], column_at[other[kept]]
        there = (one >= 0) & (other >= 0)
        made[one[there], other[there]] = True
    return made


def _places_of(chosen: Places) -> Matrix:
    at = np.full(max(chosen, default=-1) + 1, -1, dtype=np.intp)
    at[list(chosen)] = np.arange(len(chosen))
    return at


def _by_people(task: Task, rows: Places, columns: Places) -> dict[str, Matrix]:
    mentees, mentors = [task.mentees[at] for at in rows], [task.mentors[at] for at in columns]
    found = {}
    for rule in task.rules.rules:
        if rule.on and rule.key in KIND_RULES:
            found[rule.key] = shares.broken(rule, *_kinds(shares.attribute(rule.key), mentees, mentors), task.peers)
    for criterion in task.rules.criteria:
        if criterion.must:
            found[criterion.key] = _unmet(task, criterion, mentees, mentors, rows, columns)
    lowest = task.rules.rule("lowest_fit")
    if lowest.on:
        found["lowest_fit"] = scores.open_fits(task, rows, columns) < (lowest.points or 0) * 100
    return found


def _kinds(name: str, mentees: Sequence[Candidate], mentors: Sequence[Candidate]) -> tuple[list[Any], list[Any]]:
    return [shares.kind(each, name) for each in mentees], [shares.kind(each, name) for each in mentors]


def _unmet(
    task: Task,
    criterion: Criterion,
    mentees: Sequence[Candidate],
    mentors: Sequence[Candidate],
    rows: Places,
    columns: Places,
) -> Matrix:
    """Where nothing of a must is met: of peers, in one of the two ways."""
    if criterion.key == "ranked_wishes":
        silent = [np.array([not each.wishes for each in side]) for side in (mentees, mentors)]
        named: Matrix = ~(silent[0][:, None] & silent[1][None, :]) & ~_marked(scores.named(task), rows, columns)
        return named
    if criterion.key == "score_table":
        return ~_marked((cell for cell, share in scores.listed(task).items() if share), rows, columns)
    unmet = _one_way(task, criterion, mentees, mentors)
    return unmet | _one_way(task, criterion, mentors, mentees).T if task.peers else unmet


def _one_way(task: Task, criterion: Criterion, mentees: Sequence[Candidate], mentors: Sequence[Candidate]) -> Matrix:
    if criterion.key in TOPICS:
        block = topic_block(criterion.key, WHOLE, mentees, mentors)
        unmet: Matrix = (block.rows @ block.columns) == 0
        return unmet
    name = shares.attribute(criterion.key, criterion.want)
    none: Matrix = shares.share(criterion, *_kinds(name, mentees, mentors), task.peers) == 0
    return none
