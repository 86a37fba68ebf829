"""What stands between people and a pair, counted for many of them at once: whom the rules leave, and whom each rule
forbids. `reasons_without` says it in words."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from mentordesk.domain.matching.board import Matrix
from mentordesk.domain.matching.people import Candidate
from mentordesk.domain.matching.result import Proposal
from mentordesk.domain.matching.ruled_out import ruled_out
from mentordesk.domain.matching.scores import NEVER
from mentordesk.domain.matching.solving import Solving
from mentordesk.domain.matching.task import Task

_CHUNK = 256


@dataclass(frozen=True, slots=True)
class Obstacles:
    """Of one person, people of the other side by place: `others` have a place, `allowed` are those the rules leave,
    `barred` those they do not. `counts` is how many of the barred each rule forbids, most first; `alone` how many
    nothing but this rule forbids."""

    others: tuple[int, ...]
    allowed: tuple[int, ...]
    barred: tuple[int, ...]
    counts: tuple[tuple[str, int], ...]
    alone: tuple[tuple[str, int], ...]


def of_mentees(matching: Solving, proposal: Proposal, rows: Sequence[int], everybody: bool) -> Iterator[Obstacles]:
    """Of mentees or peers by place. Unless `everybody` is asked about, only mentors with a place left are looked at
    where the rules leave somebody."""
    task = matching.task
    able = _able(task.mentors)
    free = {person for person, _ in proposal.free}
    is_free = np.array([everybody or task.mentors[at].id in free for at in able], dtype=bool)
    for part in _parts(rows):
        others = _ids(task.mentees, part)[:, None] != _ids(task.mentors, able)[None, :]
        may = _may(matching, part, able) & others
        asked = others & ~may & (is_free[None, :] | ~may.any(axis=1)[:, None])
        tables = _tables(task, part, able, asked)
        yield from _each(tables, able, others, may, asked)


def of_mentors(matching: Solving, columns: Sequence[int], everybody: bool) -> Iterator[Obstacles]:
    """Of mentors by place, with all mentees who have a place. Unless `everybody` is asked about, whom the rules forbid
    is not looked at where they leave somebody."""
    task = matching.task
    able = _able(task.mentees)
    for part in _parts(columns):
        others = _ids(task.mentors, part)[:, None] != _ids(task.mentees, able)[None, :]
        may = _may(matching, able, part).T & others
        asked = others & ~may & (everybody | ~may.any(axis=1)[:, None])
        tables = {key: table.T for key, table in _tables(task, able, part, asked.T).items()}
        yield from _each(tables, able, others, may, asked)


def _able(people: Sequence[Candidate]) -> list[int]:
    return [at for at, each in enumerate(people) if each.capacity > 0]


def _parts(places: Sequence[int]) -> Iterator[Sequence[int]]:
    return (places[start : start + _CHUNK] for start in range(0, len(places), _CHUNK))


def _ids(people: Sequence[Candidate], places: Sequence[int]) -> Matrix:
    return np.array([people[at].id for at in places], dtype=np.int64)


def _tables(task: Task, rows: Sequence[int], columns: Sequence[int], asked: Matrix) -> dict[str, Matrix]:
    """What forbids the pairs asked about; only of people of whom one is."""
    some_rows, some_columns = (np.flatnonzero(asked.any(axis=axis)).tolist() for axis in (1, 0))
    if not some_rows:
        return {}
    found = {}
    for key, table in ruled_out(task, [rows[at] for at in some_rows], [columns[at] for at in some_columns]).items():
        found[key] = np.zeros(asked.shape, dtype=bool)
        found[key][np.ix_(some_rows, some_columns)] = table
    return found


def _may(matching: Solving, rows: Sequence[int], columns: Sequence[int]) -> Matrix:
    may: Matrix = matching.fits[np.ix_(list(rows), list(columns))] != NEVER
    row_at, column_at = ({place: at for at, place in enumerate(side)} for side in (rows, columns))
    for row, column in matching.board.barred:
        if row in row_at and column in column_at:
            may[row_at[row], column_at[column]] = False
    return may


def _each(
    tables: dict[str, Matrix], places: Sequence[int], others: Matrix, may: Matrix, asked: Matrix
) -> Iterator[Obstacles]:
    """A person a row."""
    many = sum((table.astype(np.int16) for table in tables.values()), np.zeros(may.shape, dtype=np.int16))
    counts = {key: (table & asked).sum(axis=1).tolist() for key, table in tables.items()}
    alone = {key: (table & asked & (many == 1)).sum(axis=1).tolist() for key, table in tables.items()}
    chosen = np.array(places, dtype=np.intp)
    for at in range(len(may)):
        there, allowed, barred = (tuple(chosen[table[at]].tolist()) for table in (others, may, asked))
        yield Obstacles(there, allowed, barred, _ranked(counts, at), _ranked(alone, at))


def _ranked(counts: dict[str, list[int]], at: int) -> tuple[tuple[str, int], ...]:
    found = [(key, values[at]) for key, values in counts.items() if values[at]]
    return tuple(sorted(found, key=lambda item: -item[1]))
