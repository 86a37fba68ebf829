"""Pairs within one group: the exact matching by rustworkx on each person's best candidates. Knows no people."""

import numpy as np

from mentordesk.domain.matching import ties
from mentordesk.domain.matching.board import Board, Cell, Matrix
from mentordesk.domain.matching.criteria import Goal
from mentordesk.domain.matching.scores import NEVER

CANDIDATES = 50
_TIE = 63


def pairs(board: Board, goal: Goal) -> list[Cell]:
    """The best pairs for the goal, the lower place first. Each person's 50 best candidates are looked at, and more
    where somebody stays alone who need not."""
    if goal is not Goal.FAIRNESS:
        return _widened(board, goal)
    first = _widened(board, Goal.PARTICIPATION)
    low = reached = min((board.fit(cell) for cell in first), default=0)
    high = min(_ceiling(board, first), *board.pinned) if board.pinned else _ceiling(board, first)
    while low < high:
        middle = (low + high + 1) // 2
        enough = len(_widened(board.at_least(middle), Goal.PARTICIPATION, bare=True)) >= len(first)
        low, high = (middle, high) if enough else (low, middle - 1)
    return first if low == reached else _widened(board.at_least(low), Goal.PARTICIPATION)


def _ceiling(board: Board, found: list[Cell]) -> int:
    """As many people as are paired have a partner of that fit at least."""
    if not found:
        return 0
    best = np.sort(np.where(board.allowed(), board.fits, NEVER).max(axis=1))[::-1]
    return int(best[2 * len(found) - 1])


def _widened(board: Board, goal: Goal, bare: bool = False) -> list[Cell]:
    """Once more with twice the candidates, until no two are left who could still be paired in any way."""
    people, width = len(board.fits), CANDIDATES
    while True:
        found = _match(board, goal, width, bare)
        left = int((board.row_places > 0).sum()) - 2 * len(found)
        if width >= people - 1 or left < 2:
            return found
        if goal is Goal.SCORE and not bare:
            return found
        width *= 2


def _match(board: Board, goal: Goal, width: int, bare: bool) -> list[Cell]:
    import rustworkx

    allowed = board.allowed()
    allowed &= allowed.T
    rows, columns = _candidates(np.where(allowed, board.fits, NEVER), width)
    if not len(rows):
        return []
    fits = board.fits[rows, columns]
    scale = len(board.fits) * _TIE + 1
    amounts = ties.amounts(board.row_marks, board.row_marks, _TIE)[rows, columns]
    weights = [1] * len(rows) if bare else [scale * int(f) + int(t) for f, t in zip(fits, amounts, strict=True)]
    graph = rustworkx.PyGraph(multigraph=False)
    graph.add_nodes_from(range(len(board.fits)))
    graph.add_edges_from(list(zip(rows.tolist(), columns.tolist(), weights, strict=True)))
    most = goal is not Goal.SCORE
    found = rustworkx.max_weight_matching(graph, max_cardinality=most, weight_fn=int)
    return sorted((min(cell), max(cell)) for cell in found)


def _candidates(fits: Matrix, width: int) -> tuple[Matrix, Matrix]:
    """Pairs of which one is among the best of the other, each once."""
    people = len(fits)
    keep = fits != NEVER
    if width < people - 1:
        bound = np.partition(fits, people - width, axis=1)[:, people - width]
        keep &= fits >= bound[:, None]
        keep |= keep.T
    rows, columns = np.nonzero(np.triu(keep, 1))
    return rows, columns


def trios(board: Board, found: list[Cell], alone: list[int]) -> list[Cell]:
    """Cells that let those who stayed alone join a pair, each another one, so that all three know each other: the
    pair whose two fit best with them together."""
    allowed, fits = board.allowed(), board.fits
    joined: list[Cell] = []
    free = list(found)
    for person in alone:
        open_ = [cell for cell in free if all(allowed[person, each] for each in cell)]
        if open_:
            best = max(open_, key=lambda cell: (sum(int(fits[person, each]) for each in cell), cell))
            free.remove(best)
            joined += [(min(person, each), max(person, each)) for each in best]
    return joined
