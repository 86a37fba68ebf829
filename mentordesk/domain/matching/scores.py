"""The fit of every mentee with every mentor: one folded product of whole numbers, chunk by chunk of rows.

Knows neither capacities nor what the coordinator has fixed.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from mentordesk.domain.matching import barred
from mentordesk.domain.matching.blocks import (
    BROKEN,
    TOPICS,
    Block,
    Matrix,
    amount,
    kind_block,
    kind_tables,
    topic_block,
)
from mentordesk.domain.matching.criteria import WHOLE
from mentordesk.domain.matching.people import Candidate
from mentordesk.domain.matching.task import Task

NEVER = np.iinfo(np.int32).min
"""The fit of a pair that a rule forbids."""
_CHUNK_BYTES = 16_000_000
_BY_RANK = (80, 60, 40, 20)


@dataclass(frozen=True, slots=True)
class Sparse:
    """What few pairs have: places of mentees and of mentors with an amount for each."""

    rows: Matrix
    columns: Matrix
    amounts: Matrix


def whole(task: Task) -> int:
    """What all criteria give together, one way: of peers each way has half of it."""
    return WHOLE // 2 if task.peers else WHOLE


def fits(task: Task) -> Matrix:
    """The fit of each mentee (row) with each mentor (column) in hundredths of a point, int32; NEVER where a rule
    forbids the pair. Between peers it is the same both ways. With a score table alone, its scores."""
    found = _table_alone(task) if task.table_alone else _by_criteria(task)
    for rows, columns in barred.cells(task):
        found[rows, columns] = NEVER
        if task.peers:
            found[columns, rows] = NEVER
    return found


def _by_criteria(task: Task) -> Matrix:
    mentees, mentors = task.mentees, task.mentors
    found = _product(blocks(task), len(mentees), len(mentors))
    for sparse in sparse_points(task):
        found[sparse.rows, sparse.columns] += sparse.amounts
    for block in _topic_musts(task):
        _strike(found, block)
    if task.peers:
        found += found.T.copy()
        np.fill_diagonal(found, NEVER)
    lowest = task.rules.rule("lowest_fit")
    floor = (lowest.points or 0) * 100 if lowest.on else 0
    for part in _chunks(len(mentees), len(mentors)):
        rows = found[part]
        rows[rows < floor] = NEVER
    return found


def blocks(task: Task) -> list[Block]:
    """The features of everything that a product can say."""
    points = task.rules.points(whole(task))
    made = [topic_block(key, points[key], task.mentees, task.mentors) for key in TOPICS if points[key]]
    tables = kind_tables(task.rules, points, task.peers)
    made += [kind_block(name, tables[name], task.mentees, task.mentors) for name in tables]
    return made + [block for block in (_unnamed(task, points), _unlisted(task)) if block is not None]


def _product(made: list[Block], rows: int, columns: int) -> Matrix:
    """Single precision holds whole numbers below 16 million exactly: no part of a sum comes near."""
    left = np.hstack([np.zeros((rows, 0), dtype=np.float32), *(block.rows for block in made)], dtype=np.float32)
    right = np.vstack([np.zeros((0, columns), dtype=np.float32), *(block.columns for block in made)], dtype=np.float32)
    found = np.empty((rows, columns), dtype=np.int32)
    for part in _chunks(rows, columns):
        np.copyto(found[part], left[part] @ right, casting="unsafe")
    return found


def _chunks(rows: int, columns: int) -> Iterator[slice]:
    step = max(1, _CHUNK_BYTES // (4 * max(1, columns)))
    return (slice(start, start + step) for start in range(0, rows, step))


def _topic_musts(task: Task) -> list[Block]:
    """A must on topics asks for one at least, in part at least: what a sum of all criteria cannot tell."""
    musts = [key for key in TOPICS if task.rules.criterion(key).must]
    return [topic_block(key, WHOLE, task.mentees, task.mentors) for key in musts]


def _strike(found: Matrix, block: Block) -> None:
    for part in _chunks(*found.shape):
        found[part][(block.rows[part] @ block.columns) == 0] += BROKEN


def sparse_points(task: Task) -> list[Sparse]:
    """What people asked for by name, and a score table among other criteria, give to few pairs."""
    points, found = task.rules.points(whole(task)), []
    for key, source in (("ranked_wishes", named), ("score_table", listed)):
        criterion = task.rules.criterion(key)
        if criterion.counts:
            given = source(task)
            amounts = [amount(points[key], share) - BROKEN * (criterion.must and share > 0) for share in given.values()]
            cells = np.array(list(given), dtype=np.intp).reshape(-1, 2)
            found.append(Sparse(cells[:, 0], cells[:, 1], np.array(amounts, dtype=np.int32)))
    return found


def named(task: Task) -> dict[tuple[int, int], int]:
    """The share met for each pair of whom one has asked for the other."""
    found: dict[tuple[int, int], int] = {}
    for row, mentee in enumerate(task.mentees):
        for column in (task.mentor_at[whom] for whom in mentee.wishes if whom in task.mentor_at):
            found[row, column] = named_share(mentee, task.mentors[column])
    for column, mentor in enumerate(task.mentors):
        for row in (task.mentee_at[whom] for whom in mentor.wishes if whom in task.mentee_at):
            found[row, column] = named_share(task.mentees[row], mentor)
    return found


def named_share(mentee: Candidate, mentor: Candidate) -> int:
    """Percent: 80, 60, 40 or 20 by rank for each side that has asked for the other, together at most 100."""
    ranks = [mentee.wishes.get(mentor.id), mentor.wishes.get(mentee.id)]
    return min(100, sum(_BY_RANK[min(rank, len(_BY_RANK)) - 1] for rank in ranks if rank is not None))


def listed(task: Task) -> dict[tuple[int, int], int]:
    """The shares of the score table for the pairs of this task, by place."""
    found: dict[tuple[int, int], int] = {}
    if task.table:
        for (mentee, mentor), score in task.table.scores.items():
            if mentee in task.mentee_at and mentor in task.mentor_at:
                cell = (task.mentee_at[mentee], task.mentor_at[mentor])
                found[cell] = task.table.of_hundred(score)
                if task.peers:
                    found[cell[::-1]] = found[cell]
    return found


def _unnamed(task: Task, points: Any) -> Block | None:
    """Where neither side has asked for anybody, half; where a wish is a must, all others are barred."""
    criterion = task.rules.criterion("ranked_wishes")
    if not criterion.counts:
        return None
    silent = [np.array([not each.wishes for each in side], dtype=np.float32) for side in (task.mentees, task.mentors)]
    half = points["ranked_wishes"] // 2 - (BROKEN if criterion.must else 0)
    bar = BROKEN if criterion.must else 0
    rows = np.stack([silent[0] * half, np.full(len(task.mentees), bar, dtype=np.float32)], axis=1)
    return Block(rows, np.stack([silent[1], np.ones(len(task.mentors), dtype=np.float32)]))


def _unlisted(task: Task) -> Block | None:
    """Where the score table is a must, what is not in it is barred."""
    if not task.rules.criterion("score_table").must:
        return None
    rows = np.full((len(task.mentees), 1), BROKEN, dtype=np.float32)
    return Block(rows, np.ones((1, len(task.mentors)), dtype=np.float32))


def _table_alone(task: Task) -> Matrix:
    found = np.full((len(task.mentees), len(task.mentors)), NEVER, dtype=np.int64)
    for (mentee, mentor), score in (task.table.scores if task.table else {}).items():
        if mentee in task.mentee_at and mentor in task.mentor_at:
            row, column = task.mentee_at[mentee], task.mentor_at[mentor]
            found[row, column] = score
            if task.peers:
                found[column, row] = score
    return found


def open_fits(task: Task, rows: Sequence[int], columns: Sequence[int] | None = None) -> Matrix:
    """The fits of these mentees with these mentors, by place (with all unless given), whatever the rules say; of nobody
    with oneself. With a score table alone, its scores."""
    columns = range(len(task.mentors)) if columns is None else columns
    if task.table_alone:
        return fits(task)[np.ix_(list(rows), list(columns))]
    rules = replace(
        task.rules,
        criteria=tuple(replace(each, must=False) for each in task.rules.criteria),
        rules=tuple(replace(each, on=False) for each in task.rules.rules),
    )
    bare = replace(task, rules=rules, before=frozenset(), pins=frozenset(), forbids=frozenset())
    if task.peers:
        return fits(bare)[np.ix_(list(rows), list(columns))]
    mentees, mentors = tuple(task.mentees[at] for at in rows), tuple(task.mentors[at] for at in columns)
    return fits(replace(bare, mentees=mentees, mentors=mentors))
