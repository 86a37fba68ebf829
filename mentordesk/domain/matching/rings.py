"""Pairs without a ring of two: the assignment first, then branches on each ring, best first. Knows no people."""

import heapq
from itertools import count

from mentordesk.domain.matching import program
from mentordesk.domain.matching.assignment import assign
from mentordesk.domain.matching.board import Board, Cell, worth
from mentordesk.domain.matching.criteria import Goal

_MOST_BRANCHES = 24
"""Rings are rare; where they are many, the integer program is quicker."""


def pairs(board: Board, goal: Goal) -> list[Cell]:
    """The best cells for the goal, each once and no ring of two. A branch can only be worth less than what it came
    from, so the first one without a ring is the best of all."""
    order = count()
    first = _answer(board, goal)
    open_ = [] if first is None else [(_less(board, goal, first), next(order), board, first)]
    for _ in range(_MOST_BRANCHES):
        if not open_:
            break
        _, _, found, cells = heapq.heappop(open_)
        ring = _ring(found, cells)
        if ring is None:
            return cells
        for cell in ring:
            branch = found.without([cell])
            answer = _answer(branch, goal)
            if answer is None:
                return program.solve(board, goal)
            heapq.heappush(open_, (_less(branch, goal, answer), next(order), branch, answer))
    return program.solve(board, goal)


def _answer(board: Board, goal: Goal) -> list[Cell] | None:
    """The assignment; None where two people with two places each make it no answer: a pair would be made twice, or
    the lowest fit was searched with such pairs and cannot be reached without."""
    cells = assign(board, goal)
    doubles = bool((board.row_places > 1).any() and (board.column_places > 1).any())
    if len(set(cells)) < len(cells):
        return None
    if doubles and goal is Goal.FAIRNESS:
        most = assign(board, Goal.PARTICIPATION)
        return None if len(set(most)) < len(most) or len(cells) < len(most) else cells
    return cells


def _less(board: Board, goal: Goal, cells: list[Cell]) -> tuple[int, ...]:
    return tuple(-part for part in worth(board, goal, cells))


def _ring(board: Board, cells: list[Cell]) -> tuple[Cell, Cell] | None:
    taken = set(cells)
    return next((ring for ring in board.rings if ring[0] in taken and ring[1] in taken), None)
