"""One-to-one and many-to-one: the exact optimum by scipy's assignment on places, in whole numbers. Knows no people.

A pair that may not be made is worth 0, as much as two people who stay alone: so nobody has to be matched, and no
infinity is needed. One more pair is worth more than any total, a hundredth of a point more than any tie.
"""

from typing import Any

import numpy as np

from mentordesk.domain.errors import UserError
from mentordesk.domain.matching import ties
from mentordesk.domain.matching.board import Board, Cell, Matrix
from mentordesk.domain.matching.criteria import Goal
from mentordesk.domain.matching.lowest import highest_lowest
from mentordesk.domain.matching.prices import opening
from mentordesk.domain.matching.scores import NEVER

_EXACT = 2**50
"""Whole numbers up to 2**53 are exact in double precision; the solver's sums stay below three of its costs."""
_MOST_TIE = 1023
_CHUNK_BYTES = 16_000_000
_FEW_FREE = 20
"""If more than one priced place in so many stays free, prices are given up."""


def assign(board: Board, goal: Goal) -> list[Cell]:
    """The best cells for the goal; a cell comes twice if both of its people have two places. Rings are not looked at.

    Fairness: the lowest fit is searched by matching tests between what participation reaches and what the best
    partners allow, then everything below is ruled out and solved once more.
    """
    if goal is not Goal.FAIRNESS:
        return _solve(board, goal)
    first = _solve(board, Goal.PARTICIPATION)
    reached = min((board.fit(cell) for cell in first), default=0)
    lowest = highest_lowest(board, len(first), reached)
    return first if lowest == reached else _solve(board.at_least(lowest), Goal.PARTICIPATION)


def _solve(board: Board, goal: Goal) -> list[Cell]:
    rows, columns = _places(board)
    if not len(rows) or not len(columns):
        return []
    turned = len(rows) > len(columns)
    costs, scale = _costs(board, goal, rows, columns, turned)
    if turned:
        second, first = _cheapest(costs, np.zeros(len(rows)))
    else:
        prices = opening(board.fits, rows, np.bincount(columns, minlength=board.fits.shape[1]))
        first, second = _cheapest(costs, prices[columns].astype(np.float64) * scale)
    taken = (costs[second, first] if turned else costs[first, second]) < 0
    return sorted(zip(rows[first[taken]].tolist(), columns[second[taken]].tolist(), strict=True))


def _cheapest(costs: Matrix, prices: Matrix) -> tuple[Matrix, Matrix]:
    """The assignment of all rows at the lowest cost. With prices it is the same if every priced column is taken: any
    other assignment pays at most as much in prices. Columns that stay free lose theirs, and it is solved again."""
    from scipy.optimize import linear_sum_assignment

    while True:
        if prices.any():
            costs += prices
        rows, columns = linear_sum_assignment(costs)
        if not prices.any():
            return rows, columns
        costs -= prices
        free = np.ones(len(prices), dtype=bool)
        free[columns] = False
        if not (prices[free] > 0).any():
            return rows, columns
        prices = np.where(free, 0, prices) if (prices[free] > 0).sum() * _FEW_FREE < len(prices) else 0 * prices


def _places(board: Board) -> tuple[Matrix, Matrix]:
    """Each person once a place, at most as often as there are people to pair with."""
    allowed = board.allowed()
    rows = np.minimum(board.row_places, allowed.sum(axis=1))
    columns = np.minimum(board.column_places, allowed.sum(axis=0))
    return np.repeat(np.arange(len(rows)), rows), np.repeat(np.arange(len(columns)), columns)


def _costs(board: Board, goal: Goal, rows: Matrix, columns: Matrix, turned: bool) -> tuple[Matrix, int]:
    """What each place costs, below 0 where a pair is worth making; filled in chunks, without a copy in between; and
    what the smallest part of a point is worth."""
    bonus, scale, tie = _scales(board, goal, min(len(rows), len(columns)))
    costs = np.empty((len(columns), len(rows)) if turned else (len(rows), len(columns)), dtype=np.float64)
    step = max(1, _CHUNK_BYTES // (8 * len(columns)))
    barred: dict[int, list[int]] = {}
    for row, column in board.barred:
        barred.setdefault(row, []).append(column)
    for start in range(0, len(rows), step):
        part = rows[start : start + step]
        values = _values(board, part, barred, bonus, scale, tie)[:, columns]
        if turned:
            costs[:, start : start + step] = values.T
        else:
            costs[start : start + step] = values
    return costs, scale


def _values(
    board: Board, rows: Matrix, barred: dict[int, list[int]], bonus: int, scale: int, tie: int
) -> np.ndarray[Any, np.dtype[np.float64]]:
    fits = board.fits[rows]
    values = fits.astype(np.float64)
    values *= -scale
    values -= bonus
    values -= ties.amounts(board.row_marks[rows], board.column_marks, tie)
    values[(fits == NEVER) | (values > 0)] = 0
    for at, row in enumerate(rows.tolist()):
        if row in barred:
            values[at, barred[row]] = 0
    return values


def _scales(board: Board, goal: Goal, pairs: int) -> tuple[int, int, int]:
    """The bonus for a pair, what the smallest part of a point is worth, and the most a tie is worth.

    Raises UserError where scores are too large to be told apart exactly.
    """
    fits = board.fits
    high = int(fits.max(initial=0))
    low = int(np.min(fits, where=fits != NEVER, initial=0))
    span = max(high, -low)
    for tie in (_MOST_TIE, 63, 1):
        scale = pairs * tie + 1
        bonus = 0 if goal is Goal.SCORE else (pairs + 1) * (2 * span * scale + tie) + 1
        if bonus + span * scale + tie < _EXACT:
            return bonus, scale, tie
    raise UserError(
        "The scores are too large to be added up exactly for so many people.",
        advice="Divide them by 1,000, or round them to fewer decimals.",
    )
