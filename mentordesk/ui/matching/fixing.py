"""What pinning, forbidding and swapping makes of what is fixed. Knows no solver and no widget."""

from mentordesk.domain.matching.questions import Fixed
from mentordesk.domain.matching.task import Cell, Task


def pinned(task: Task, fixed: Fixed, cell: Cell, on: bool = True) -> Fixed:
    """With this pair pinned; pins of the same people that leave them no place for it go. Off: with it free again."""
    both = _both(task, cell)
    if not on:
        return Fixed(fixed.pins - both, fixed.forbids)
    crowded = {pin for pin in fixed.pins if pin not in both and _crowds(task, pin, cell)}
    return Fixed((fixed.pins - crowded - both) | {cell}, fixed.forbids - both)


def forbidden(task: Task, fixed: Fixed, cell: Cell, on: bool = True) -> Fixed:
    """With this pair never made in the draft, and not pinned; or allowed again."""
    both = _both(task, cell)
    if not on:
        return Fixed(fixed.pins, fixed.forbids - both)
    return Fixed(fixed.pins - both, (fixed.forbids - both) | {cell})


def released(task: Task, fixed: Fixed, cell: Cell) -> Fixed:
    """Without the pin of a pair."""
    return Fixed(fixed.pins - _both(task, cell), fixed.forbids)


def swapped(task: Task, fixed: Fixed, first: Cell, second: Cell) -> Fixed:
    """With the mentors of two pairs exchanged, both pinned."""
    free = released(task, released(task, fixed, first), second)
    return pinned(task, pinned(task, free, (first[0], second[1])), (second[0], first[1]))


def placed(task: Task, fixed: Fixed, cell: Cell, mentor: int) -> Fixed:
    """With the mentee of a pair given to another mentor, pinned."""
    return pinned(task, released(task, fixed, cell), (cell[0], mentor))


def _both(task: Task, cell: Cell) -> frozenset[Cell]:
    """Of peers either may be named first."""
    return frozenset((cell, cell[::-1])) if task.peers else frozenset((cell,))


def _crowds(task: Task, pin: Cell, cell: Cell) -> bool:
    sides = (0, 1) if task.peers else (0,)
    shared = [pin[side] for side in sides if pin[side] in (cell if task.peers else cell[:1])]
    return any(_capacity(task, person) <= 1 for person in shared)


def _capacity(task: Task, person: int) -> int:
    at = task.mentee_at.get(person)
    return task.mentees[at].capacity if at is not None else 1
