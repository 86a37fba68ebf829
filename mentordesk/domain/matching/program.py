"""The whole problem as an integer program, solved by HiGHS inside scipy: for circles, and where a ring of two or a pair
that would be made twice keeps the assignment from being the answer. Knows no people, only places."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np

from mentordesk.domain.matching.board import Board, Cell, Matrix
from mentordesk.domain.matching.criteria import Goal
from mentordesk.domain.matching.people import CircleSize

_BONUS = 4
_LEAST_GAIN = 0.5
"""Totals are whole numbers: a bound that is not this much above what is found promises nothing."""


@dataclass(frozen=True, slots=True)
class Circles:
    """Bounds of circles: `teams` are groups of rows of whom one at most sits in a circle, `fixed` cells are in."""

    size: CircleSize
    teams: tuple[tuple[int, ...], ...] = ()
    fixed: tuple[tuple[Cell, int], ...] = ()


@dataclass
class Program:
    """Unknowns are the cells that may be taken, then one for each column that may stay closed. `people` is how many
    cells could be taken at most, one a place of each row. Constraints are kept as (entries by unknown, lowest,
    highest)."""

    rows: Matrix
    columns: Matrix
    fits: Matrix
    fixed: Matrix
    people: int
    opens: int = 0
    constraints: list[tuple[dict[int, float], float, float]] = field(default_factory=list)

    @property
    def unknowns(self) -> int:
        return len(self.rows) + self.opens

    def add(self, entries: dict[int, float], low: float, high: float) -> None:
        self.constraints.append((entries, low, high))

    def best(self, gains: Matrix, at_least: int = 0) -> Matrix | None:
        """Which cells to take for the highest sum of gains with so many cells at least; None where it cannot be."""
        found = self._solved(gains, at_least, whole=True)
        return None if found.x is None else found.x[: len(self.rows)] > 0.5

    def bound(self, gains: Matrix, at_least: int = 0) -> float | None:
        """What the sum of gains cannot exceed, cells taken in parts allowed; None where not even that can be."""
        found = self._solved(gains, at_least, whole=False)
        return None if found.x is None else -float(found.fun)

    def _solved(self, gains: Matrix, at_least: int, whole: bool) -> Any:
        from scipy.optimize import Bounds, LinearConstraint, milp

        cells = len(self.rows)
        objective = np.zeros(self.unknowns)
        objective[:cells] = -gains
        low, high = np.zeros(self.unknowns), np.ones(self.unknowns)
        low[:cells][self.fixed] = 1
        matrix, lows, highs = self._matrix(at_least)
        return milp(
            objective,
            integrality=np.full(self.unknowns, int(whole)),
            bounds=Bounds(low, high),
            constraints=[LinearConstraint(matrix, lows, highs)],
            options={"mip_rel_gap": 0.0},
        )

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
    made = _program(board, circles)
    if not len(made.rows):
        return []
    if goal is Goal.SCORE:
        return _best(board, circles, 0)
    at_once = _at_once(board, made, circles)
    return at_once if at_once is not None else _best(board, circles, _most(made))


def _at_once(board: Board, made: Program, circles: Circles | None) -> list[Cell] | None:
    """Without a count beforehand: in circles with everybody at once; else with a bonus for each pair, as whatever its
    size, nothing beats a solution that has everybody. None where somebody has to stay alone."""
    if circles:
        return _even(board, circles, made.people, circles.size.spread)
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
    if circles is None:
        made = _program(board, None)
        return _cells(made, made.best(made.fits, pairs))
    for spread in (*range(circles.size.spread, circles.size.largest + 1), None):
        found = _even(board, circles, pairs, spread)
        if found is not None:
            return found
    return []


def _even(board: Board, circles: Circles, pairs: int, spread: int | None) -> list[Cell] | None:
    """The highest total of so many pairs at least, in circles whose sizes differ by the spread at most: the smallest
    size is tried with each number, the one that promises most first, until no other can do better. None where it
    cannot be."""
    promising: list[tuple[float, int, Program]] = []
    for smallest in [None] if spread is None else _smallest(circles, spread):
        made = _program(board, circles, None if smallest is None or spread is None else (smallest, smallest + spread))
        bound = made.bound(made.fits, pairs) if len(made.rows) else None
        if bound is not None:
            promising.append((bound, -(smallest or 0), made))
    best, found = -np.inf, None
    for bound, _, made in sorted(promising, key=lambda each: each[:2], reverse=True):
        if bound < best + _LEAST_GAIN:
            break
        taken = made.best(made.fits, pairs)
        if taken is not None and (total := float(made.fits[taken].sum())) > best:
            best, found = total, _cells(made, taken)
    return found


def _smallest(circles: Circles, spread: int) -> range:
    """The sizes that the smallest circle may have. Pins alone may make circles smaller or larger than is asked for."""
    pins = Counter(column for (_, column), _ in circles.fixed)
    least = 1 if pins else circles.size.smallest
    largest = max([circles.size.largest, *pins.values()])
    return range(least, max(least, largest - spread) + 1)


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


def _program(board: Board, circles: Circles | None, sizes: tuple[int, int] | None = None) -> Program:
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
        _bound(made, board, circles, by_column, at, sizes)
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
    sizes: tuple[int, int] | None,
) -> None:
    """A circle is closed and empty, or open with a size in its bounds; one at most of each team sits in it. That
    nobody sits in a closed circle is said of each one: then parts of cells are hardly ever better than whole ones."""
    cells, made.opens = len(made.rows), len(by_column)
    for opened, (column, places) in enumerate(by_column.items(), start=cells):
        pins = int(made.fixed[places].sum())
        least = 0 if pins else circles.size.smallest
        most = max(min(circles.size.largest, int(board.column_places[column])), pins)
        if sizes is not None:
            least, most = max(least, sizes[0]), min(most, sizes[1])
        size = dict.fromkeys(places, 1.0)
        made.add(size | {opened: -float(most)}, -np.inf, 0)
        made.add(size | {opened: -float(least)}, 0, np.inf)
        alone = set(places)
        for team in circles.teams if circles.size.team_apart else ():
            there = [at[row, column] for row in team if (row, column) in at]
            if len(there) > 1:
                together = max(1, int(made.fixed[there].sum()))
                made.add(dict.fromkeys(there, 1.0) | {opened: -float(together)}, -np.inf, 0)
                alone -= set(there)
        for cell in sorted(alone):
            made.add({cell: 1.0, opened: -1.0}, -np.inf, 0)


def teams(managers: Sequence[int | None]) -> tuple[tuple[int, ...], ...]:
    """Rows of one manager, where there are two or more."""
    found: dict[int, list[int]] = {}
    for row, manager in enumerate(managers):
        if manager is not None:
            found.setdefault(manager, []).append(row)
    return tuple(tuple(rows) for rows in found.values() if len(rows) > 1)
