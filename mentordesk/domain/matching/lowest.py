"""The highest lowest fit with which as many pairs can be made: a search with a matching test at each step.

Knows no people, only places.
"""

from dataclasses import dataclass

import numpy as np

from mentordesk.domain.matching.board import Board, Matrix
from mentordesk.domain.matching.scores import NEVER


@dataclass(frozen=True, slots=True)
class _Cells:
    """The cells above what is reached already, in order of their rows; a row is one place of a person."""

    rows: Matrix
    columns: Matrix
    fits: Matrix
    count: int
    places: Matrix


def highest_lowest(board: Board, pairs: int, reached: int) -> int:
    """The highest fit so that `pairs` pairs can be made of cells with at least that fit; `reached` can be for sure.
    Pins bound it: above the lowest of them there is nothing to gain."""
    if not pairs:
        return reached
    fits = np.where(board.allowed(), board.fits, NEVER)
    high = min(_ceiling(board, fits, pairs), *board.pinned) if board.pinned else _ceiling(board, fits, pairs)
    low = reached
    if low >= high:
        return low
    cells = _cells(board, fits, low)
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if _can_match(cells, middle, pairs) else (low, middle - 1)
    return low


def _ceiling(board: Board, fits: Matrix, pairs: int) -> int:
    """No more pairs can reach more than the best partner of the last of the luckiest rows, or columns."""
    found = []
    for axis, places in ((1, board.row_places), (0, board.column_places)):
        best = np.sort(np.repeat(fits.max(axis=axis, initial=NEVER), places))[::-1]
        found.append(int(best[pairs - 1]))
    return min(found)


def _cells(board: Board, fits: Matrix, above: int) -> _Cells:
    repeated = fits if (board.row_places == 1).all() else np.repeat(fits, board.row_places, axis=0)
    rows, columns = np.nonzero(repeated > above)
    return _Cells(rows, columns, repeated[rows, columns], len(repeated), board.column_places)


def _can_match(cells: _Cells, least: int, pairs: int) -> bool:
    """Whether so many pairs can be made of cells with this fit or more, each column being as many as it has places."""
    from scipy.sparse import csr_array
    from scipy.sparse.csgraph import maximum_bipartite_matching

    kept = cells.fits >= least
    rows, columns = cells.rows[kept], cells.columns[kept]
    times = cells.places[columns]
    starts = np.concatenate([[0], np.cumsum(cells.places)])
    ends = np.cumsum(times)
    within = np.arange(ends[-1] if len(ends) else 0) - np.repeat(ends - times, times)
    indices = (np.repeat(starts[columns], times) + within).astype(np.int32)
    sizes = np.bincount(rows, weights=times, minlength=cells.count).astype(np.int32)
    pointers = np.concatenate([[0], np.cumsum(sizes)]).astype(np.int32)
    shape = (cells.count, int(starts[-1]))
    graph = csr_array((np.ones(len(indices), dtype=np.int8), indices, pointers), shape=shape)
    partner = maximum_bipartite_matching(graph, perm_type="column")
    return int((partner >= 0).sum()) >= pairs
