"""What a solver sees: fits, places on both sides, pairs that are fixed or ruled out. Knows no people, only places."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import Any

import numpy as np

from mentordesk.domain.matching.criteria import Goal
from mentordesk.domain.matching.scores import NEVER

Matrix = np.ndarray[Any, np.dtype[Any]]
Cell = tuple[int, int]


@dataclass(frozen=True)
class Board:
    """`fits` has a row a mentee and a column a mentor, NEVER where they may not be paired. `row_places` and
    `column_places` are what each still takes, pins not counted. `pinned` are the fits of pins, which bound the lowest
    fit that fairness can reach. `rings` are two cells of which one at most may be taken. `row_marks` and
    `column_marks` break ties; `barred` are cells ruled out beyond `fits`."""

    fits: Matrix
    row_places: Matrix
    column_places: Matrix
    row_marks: Matrix
    column_marks: Matrix
    pinned: tuple[int, ...] = ()
    rings: tuple[tuple[Cell, Cell], ...] = ()
    barred: frozenset[Cell] = field(default_factory=frozenset)

    def without(self, cells: Iterable[Cell]) -> "Board":
        return replace(self, barred=self.barred | frozenset(cells))

    def at_least(self, fit: int) -> "Board":
        """The same with every pair below the fit ruled out."""
        return replace(self, fits=np.where(self.fits < fit, NEVER, self.fits), barred=self.barred)

    def fit(self, cell: Cell) -> int:
        return int(self.fits[cell])

    def allowed(self) -> Matrix:
        """Where a pair may be made."""
        free: Matrix = self.fits != NEVER
        free &= (self.row_places > 0)[:, None] & (self.column_places > 0)[None, :]
        for cell in self.barred:
            free[cell] = False
        return free


def worth(board: Board, goal: Goal, cells: Iterable[Cell]) -> tuple[int, ...]:
    """People matched, lowest fit and total as the goal ranks them: of two solutions the one with more is better."""
    found = list(cells)
    fits = [board.fit(cell) for cell in found]
    if goal is Goal.SCORE:
        return (sum(fits),)
    if goal is Goal.PARTICIPATION:
        return (len(found), sum(fits))
    return (len(found), min((*fits, *board.pinned), default=0), sum(fits))
