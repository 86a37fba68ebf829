"""From people to places: the board a solver sees, and the solver for each shape."""

from collections import Counter
from dataclasses import replace

import numpy as np

from mentordesk.domain.matching import peers, points, program, rings, ties
from mentordesk.domain.matching.board import Board, Matrix
from mentordesk.domain.matching.board import Cell as Place
from mentordesk.domain.matching.criteria import Goal
from mentordesk.domain.matching.people import Shape
from mentordesk.domain.matching.scores import NEVER
from mentordesk.domain.matching.task import Cell, Task


def board(task: Task, fits: Matrix) -> Board:
    """Pins take their places beforehand; what is pinned or forbidden by hand is not to be solved."""
    pins, forbids = task.cells(task.pins), task.cells(task.forbids)
    row_places = np.array([each.capacity for each in task.mentees], dtype=np.int64)
    column_places = np.array([each.capacity for each in task.mentors], dtype=np.int64)
    if task.peers:
        row_places = column_places = np.minimum(row_places, 1)
    for row, column in pins:
        row_places[row] -= 1
        column_places[column] -= 1
    columns = ties.marks(task.mentees if task.peers else task.mentors, "one" if task.peers else "other")
    made = Board(
        fits=fits,
        row_places=np.maximum(row_places, 0),
        column_places=np.maximum(column_places, 0),
        row_marks=ties.marks(task.mentees, "one"),
        column_marks=columns,
        pinned=tuple(fit(task, fits, pin) for pin in pins),
        barred=_mirrored(task, {*pins, *forbids}),
    )
    return _with_rings(task, made, pins)


def _mirrored(task: Task, cells: set[Place]) -> frozenset[Place]:
    return frozenset(cells | {cell[::-1] for cell in cells}) if task.peers else frozenset(cells)


def fit(task: Task, fits: Matrix, cell: Place) -> int:
    """The fit of a pair, whatever the rules say."""
    found = int(fits[cell])
    return points.open_fit(task, task.mentees[cell[0]], task.mentors[cell[1]]) if found == NEVER else found


def _with_rings(task: Task, made: Board, pins: list[Place]) -> Board:
    """Who is mentor and mentee may not be both for the same other; a pin rules the way back out."""
    both = [] if task.peers else [each.id for each in task.mentees if each.id in task.mentor_at]
    if not both or not task.rules.is_on("ring_of_two"):
        return made
    rows = np.array([task.mentee_at[person] for person in both])
    columns = np.array([task.mentor_at[person] for person in both])
    row_of, column_of = (
        dict(zip(columns.tolist(), rows.tolist(), strict=True)),
        dict(zip(rows.tolist(), columns.tolist(), strict=True)),
    )
    back = [(row_of[column], column_of[row]) for row, column in pins if column in row_of and row in column_of]
    made = made.without(back)
    ways = made.allowed()[np.ix_(rows, columns)]
    first, second = np.nonzero(np.triu(ways & ways.T, 1))
    found = tuple(
        ((int(rows[one]), int(columns[other])), (int(rows[other]), int(columns[one])))
        for one, other in zip(first, second, strict=True)
    )
    return replace(made, rings=found)


def solve(task: Task, made: Board, goal: Goal) -> list[Cell]:
    """The best pairs for the goal as person ids, pins among them."""
    pins = task.cells(task.pins)
    if task.shape is Shape.PEERS:
        found = [*pins, *peers.pairs(made, goal)]
        found += _trios(task, made, found)
    elif task.shape is Shape.CIRCLES:
        found = program.solve(_whole_board(task, made), goal, _circles(task, made, pins))
    else:
        found = [*pins, *rings.pairs(made, goal)]
    return [(task.mentees[row].id, task.mentors[column].id) for row, column in found]


def _trios(task: Task, made: Board, found: list[Place]) -> list[Place]:
    """An odd peer joins a pair, as three pairs, unless it is to wait."""
    paired = Counter(person for cell in found for person in cell)
    alone = [at for at in range(len(task.mentees)) if at not in paired and task.mentees[at].capacity > 0]
    if not task.trio or len(alone) != 1:
        return []
    places = np.array([each.capacity for each in task.mentees])
    pairs = [cell for cell in found if all(paired[person] == 1 for person in cell)]
    return peers.trios(replace(made, row_places=places, column_places=places), pairs, alone)


def _whole_board(task: Task, made: Board) -> Board:
    """In circles pins sit inside the bounds, so places are counted with them."""
    rows = np.array([each.capacity for each in task.mentees], dtype=np.int64)
    columns = np.array([each.capacity for each in task.mentors], dtype=np.int64)
    return replace(made, row_places=np.minimum(rows, 1), column_places=columns)


def _circles(task: Task, made: Board, pins: list[Place]) -> program.Circles:
    teams = program.teams([each.managers[0] if each.managers else None for each in task.mentees])
    return program.Circles(task.circles, teams, tuple(zip(pins, made.pinned, strict=True)))
