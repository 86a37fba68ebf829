"""The whole problem as an integer program, solved by HiGHS inside scipy: for circles, and where a ring of two or a pair
that would be made twice keeps the assignment from being the answer. Knows no people, only places."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np

from mentordesk.domain.matching.board import Board, Cell, Matrix
from mentordesk.domain.matching.criteria import Goal
from mentordesk.domain.matching.people import CircleSize

_BONUS = 4


@dataclass(frozen=True, slots=True)
class Circles:
    """Bounds of circles: `teams` are groups of rows of whom one at most sits in a circle, `fixed` cells are in."""

    size: CircleSize
    teams: tuple[tuple[int, ...], ...] = ()
    fixed: tuple[tuple[Cell, int], ...] = ()


@dataclass
class Program:
    """Unknowns are the cells that may be taken, then one for each column that may stay closed, then the smallest and
    the largest size. `people` is how many cells could be taken at most, one a place of each row. Constraints are kept
    as (entries by unknown, lowest, highest)."""

    rows: Matrix
    columns: Matrix
    fits: Matrix
    fixed: Matrix
    people: int
    opens: int = 0
    others: int = 0
    constraints: list[tuple[dict[int, float], float, float]] = field(default_factory=list)

    @property
    def unknowns(self) -> int:
        return len(self.rows) + self.opens + self.others

    def add(self, entries: dict[int, float], low: float, high: float) -> None:
        self.constraints.append((entries, low, high))

    def best(self, gains: Matrix, at_least: int = 0) -> Matrix | None:
        """Which cells to take for the highest sum of gains with so many cells at least; None where it cannot be."""
        from scipy.optimize import Bounds, LinearConstraint, milp

        cells = len(self.rows)
        objective = np.zeros(self.unknowns)
        objective[:cells] = -gains
        low, high = np.zeros(self.unknowns), np.ones(self.unknowns)
        low[:cells][self.fixed] = 1
        high[cells + self.opens :] = cells
        matrix, lows, highs = self._matrix(at_least)
        found = milp(
            objective,
            integrality=np.ones(self.unknowns),
            bounds=Bounds(low, high),
            constraints=[LinearConstraint(matrix, lows, highs)],
            options={"mip_rel_gap": 0.0},
        )
        return None if found.x is None else found.x[:cells] > 0.5

    def _matrix(self, at_least: int) -> tuple[Any, Matrix, Matrix]:
        from scipy.sparse import csr_array

        everything: dict[int, float] = dict.fromkeys(range(len(self.rows)), 1.0)
        stated = [*self.constraints, (everything, float(at_least), np.inf)]
        sizes = [len(entries) for entries, _, _ in stated]
        places = np.fromiter((at for entries, _, _ in stated for at in entries), dtype=np.int32)
        values = np.fromiter((value for entries, _, _ in stated for value in entries.values()), dtype=np.float64)
        starts = np.concatenate([[0], np.cumsum(sizes)])
        matrix = csr_array((values, places, starts), shape=(len(stated), self.unknowns))
        return matrix, np.array([low for _, low, _ in stated]), np.array([high for _, _, high in stated])


def solve(board: Board, goal: Goal, circles: Circles | None = None) -> list[Cell]:
    """The best cells for the goal, each once, with no ring; with `circles`, within their bounds."""
    if goal is Goal.FAIRNESS:
        return _fairest(board, circles)
    made = _program(board, circles, circles.size.spread if circles else None)
    if not len(made.rows):
        return []
    if goal is Goal.SCORE:
        return _best(board, circles, 0)
    at_once = _at_once(made, circles)
    return at_once if at_once is not None else _best(board, circles, _most(_program(board, circles)))


def _at_once(made: Program, circles: Circles | None) -> list[Cell] | None:
    """Without a count beforehand: in circles with everybody at once; else with a bonus for each pair, as whatever its
    size, nothing beats a solution that has everybody. None where somebody has to stay alone."""
    if circles:
        return _cells(made, taken) if (taken := made.best(made.fits, made.people)) is not None else None
    taken = made.best(made.fits + _BONUS * max(1.0, float(np.abs(made.fits).max())))
    return _cells(made, taken) if taken is not None and taken.sum() == made.people else None


def _most(made: Program) -> int:
    """As many cells as can be taken."""
    taken = made.best(np.ones(len(made.rows)))
    return 0 if taken is None else int(taken.sum())


def _cells(made: Program, taken: Matrix | None) -> list[Cell]:
    if taken is None:
        return []
    return sorted(zip(made.rows[taken].tolist(), made.columns[taken].tolist(), strict=True))


def _best(board: Board, circles: Circles | None, pairs: int) -> list[Cell]:
    """The highest total of so many pairs at least. Circles are as even as is asked for, wider apart only where
    somebody would be left out for it."""
    spreads = [None] if circles is None else [*range(circles.size.spread, circles.size.largest + 1), None]
    for spread in spreads:
        made = _program(board, circles, spread)
        taken = made.best(made.fits, pairs)
        if taken is not None:
            return _cells(made, taken)
    return []


def _fairest(board: Board, circles: Circles | None) -> list[Cell]:
    first = solve(board, Goal.PARTICIPATION, circles)
    if not first:
        return first
    low = min(board.fit(cell) for cell in first)
    high = min(int(board.fits.max()), *board.pinned) if board.pinned else int(board.fits.max())
    reached = low
    while low < high:
        middle = (low + high + 1) // 2
        made = _program(board.at_least(middle), circles)
        enough = len(made.rows) > 0 and made.best(np.zeros(len(made.rows)), len(first)) is not None
        low, high = (middle, high) if enough else (low, middle - 1)
    return first if low == reached else solve(board.at_least(low), Goal.PARTICIPATION, circles)


def _program(board: Board, circles: Circles | None, spread: int | None = None) -> Program:
    allowed = board.allowed()
    fixed = {} if circles is None else dict(circles.fixed)
    for cell in fixed:
        allowed[cell] = True
    rows, columns = np.nonzero(allowed)
    fits = board.fits[rows, columns].astype(np.float64)
    held = np.zeros(len(rows), dtype=bool)
    at = {cell: place for place, cell in enumerate(zip(rows.tolist(), columns.tolist(), strict=True))}
    for cell, fit in fixed.items():
        fits[at[cell]], held[at[cell]] = fit, True
    people = int(np.minimum(board.row_places, 1 if circles else board.row_places)[np.unique(rows)].sum())
    made = Program(rows, columns, fits, held, people)
    by_row, by_column = _groups(rows), _groups(columns)
    for row, places in by_row.items():
        pins = int(held[places].sum())
        made.add(dict.fromkeys(places, 1.0), 0, max(int(board.row_places[row]), pins))
    for first, second in board.rings:
        if first in at and second in at:
            made.add({at[first]: 1.0, at[second]: 1.0}, 0, 1)
    if circles is None:
        for column, places in by_column.items():
            made.add(dict.fromkeys(places, 1.0), 0, int(board.column_places[column]))
    else:
        _bound(made, board, circles, by_column, at, spread)
    return made


def _groups(places: Matrix) -> dict[int, list[int]]:
    found: dict[int, list[int]] = {}
    for at, place in enumerate(places.tolist()):
        found.setdefault(place, []).append(at)
    return found


def _bound(
    made: Program,
    board: Board,
    circles: Circles,
    by_column: dict[int, list[int]],
    at: dict[Cell, int],
    spread: int | None,
) -> None:
    """A circle is closed and empty, or open with a size in its bounds; one at most of each team sits in it."""
    cells, made.opens = len(made.rows), len(by_column)
    made.others = 0 if spread is None else 2
    smallest, largest = cells + made.opens, cells + made.opens + 1
    for opened, (column, places) in enumerate(by_column.items(), start=cells):
        pins = int(made.fixed[places].sum())
        most = max(min(circles.size.largest, int(board.column_places[column])), pins)
        size = dict.fromkeys(places, 1.0)
        made.add(size | {opened: -float(most)}, -np.inf, 0)
        made.add(size | {opened: -float(circles.size.smallest)}, 0 if not pins else -np.inf, np.inf)
        if spread is not None:
            made.add(size | {largest: -1.0}, -np.inf, 0)
            made.add(
                size | {smallest: -1.0, opened: -float(circles.size.largest)}, -float(circles.size.largest), np.inf
            )
        for team in circles.teams if circles.size.team_apart else ():
            there = [at[row, column] for row in team if (row, column) in at]
            if len(there) > 1:
                made.add(dict.fromkeys(there, 1.0), 0, max(1, int(made.fixed[there].sum())))
    if spread is not None:
        made.add({largest: 1.0, smallest: -1.0}, 0, spread)


def teams(managers: Sequence[int | None]) -> tuple[tuple[int, ...], ...]:
    """Rows of one manager, where there are two or more."""
    found: dict[int, list[int]] = {}
    for row, manager in enumerate(managers):
        if manager is not None:
            found.setdefault(manager, []).append(row)
    return tuple(tuple(rows) for rows in found.values() if len(rows) > 1)
