"""A task that can be solved: scored once, solved for each goal, solved again with other pins, places or rules.

What it needs is imported when it is first asked. Everything comes out as frozen rows of whole numbers, so a worker
process can send them.
"""

from collections.abc import Iterable
from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING, Any, Self

from mentordesk.domain.errors import UserError
from mentordesk.domain.matching.criteria import Goal
from mentordesk.domain.matching.people import Candidate, CircleSize, Shape
from mentordesk.domain.matching.result import Proposal
from mentordesk.domain.matching.task import Cell, Task

if TYPE_CHECKING:
    from mentordesk.domain.matching.board import Board, Matrix


class Solving:
    """A task with its scores, which are computed once and shared by every `edited` copy."""

    def __init__(self, task: Task) -> None:
        self.task = task

    @cached_property
    def fits(self) -> "Matrix":
        """Hundredths of a point (or what the score table has) by mentee and mentor, in the order of the task."""
        from mentordesk.domain.matching import scores

        return scores.fits(self.task)

    @cached_property
    def board(self) -> "Board":
        from mentordesk.domain.matching import setting

        return setting.board(self.task, self.fits)

    def edited(self, pins: Iterable[Cell], forbids: Iterable[Cell]) -> Self:
        """The same people and rules with other pins and forbids, without scoring again."""
        return self._same_fits(replace(self.task, pins=frozenset(pins), forbids=frozenset(forbids)))

    def with_places(self, mentors: tuple[Candidate, ...]) -> Self:
        """The same mentors with other capacities, without scoring again."""
        return self._same_fits(replace(self.task, mentors=mentors))

    def with_circles(self, circles: CircleSize) -> Self:
        """The same people in circles of other bounds, without scoring again."""
        return self._same_fits(replace(self.task, circles=circles))

    def _same_fits(self, task: Task) -> Self:
        other = type(self)(task)
        other.__dict__["fits"] = self.fits
        return other

    def changed(self, **values: Any) -> Self:
        """The same with other fields of the task, scored anew: `changed(rules=...)`."""
        return type(self)(replace(self.task, **values))

    def suggest(self, goal: Goal | None = None) -> Proposal:
        """The best proposal for the goal (that of the rules unless given); the same for the same task, always.

        Raises UserError where scores are too large to be added up exactly.
        """
        from mentordesk.domain.matching import setting

        goal = goal or self.task.rules.goal
        return self.evaluate(setting.solve(self.task, self.board, goal), goal)

    def goals(self) -> dict[Goal, Proposal]:
        """All three goals, to be shown side by side."""
        return {goal: self.suggest(goal) for goal in Goal}

    def rounds(self, count: int, goal: Goal | None = None) -> tuple[Proposal, ...]:
        """So many rounds of peers without a repeat, fewer where people have met everybody they may; pins hold in the
        first."""
        if self.task.shape is not Shape.PEERS:
            raise UserError("Rounds are for peers: each round pairs one group anew.")
        met: set[Cell] = set(self.task.forbids)
        found: list[Proposal] = []
        for number in range(count):
            made = self.edited(() if number else self.task.pins, met).suggest(goal)
            if not made.pairs:
                break
            found.append(made)
            met |= made.cells()
        return tuple(found)

    def evaluate(self, cells: Iterable[Cell], goal: Goal | None = None) -> Proposal:
        """The proposal that these pairs (person ids) make, whoever chose them, with the rules they break in words."""
        from mentordesk.domain.matching import outcome

        return outcome.proposal(self.task, self.fits, cells, goal or self.task.rules.goal)

    def mentee(self, person: int) -> Candidate:
        return _of(self.task.mentees, self.task.mentee_at, person)

    def mentor(self, person: int) -> Candidate:
        return _of(self.task.mentors, self.task.mentor_at, person)


def _of(people: tuple[Candidate, ...], places: dict[int, int], person: int) -> Candidate:
    if person not in places:
        raise UserError("This person no longer takes part in the matching.", advice="Suggest again.")
    return people[places[person]]
