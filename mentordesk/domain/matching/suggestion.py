"""The door to matching: suggest, evaluate, edit, explain. What it needs is imported when it is first asked.

Everything comes out as frozen rows of whole numbers, so a worker process can send them.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING, Any

from mentordesk.domain.errors import UserError
from mentordesk.domain.matching.criteria import Goal
from mentordesk.domain.matching.people import Candidate, CircleSize, Shape
from mentordesk.domain.matching.result import Alternative, Proposal, Reason, Why, WhyNot
from mentordesk.domain.matching.task import Cell, Task

if TYPE_CHECKING:
    from mentordesk.domain.matching.board import Board, Matrix
    from mentordesk.domain.matching.relaxed import Relaxed


class Matching:
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

    @cached_property
    def relaxed(self) -> "Relaxed":
        """What relaxing each rule would give, each solved when it is first asked about."""
        from mentordesk.domain.matching.relaxed import Relaxed

        return Relaxed(self)

    def edited(self, pins: Iterable[Cell], forbids: Iterable[Cell]) -> "Matching":
        """The same people and rules with other pins and forbids, without scoring again."""
        return self._same_fits(replace(self.task, pins=frozenset(pins), forbids=frozenset(forbids)))

    def with_places(self, mentors: tuple[Candidate, ...]) -> "Matching":
        """The same mentors with other capacities, without scoring again."""
        return self._same_fits(replace(self.task, mentors=mentors))

    def with_circles(self, circles: CircleSize) -> "Matching":
        """The same people in circles of other bounds, without scoring again."""
        return self._same_fits(replace(self.task, circles=circles))

    def _same_fits(self, task: Task) -> "Matching":
        other = Matching(task)
        other.__dict__["fits"] = self.fits
        return other

    def changed(self, **values: Any) -> "Matching":
        """The same with other fields of the task, scored anew: `changed(rules=...)`."""
        return Matching(replace(self.task, **values))

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

    def why(self, mentee: int, mentor: int) -> Why:
        """Each criterion's points with a reason in words, of any pair asked about, and what forbids it."""
        from mentordesk.domain.matching import explanation

        return explanation.why(self.task, self.mentee(mentee), self.mentor(mentor))

    def main_reasons(self, cells: Sequence[Cell]) -> dict[Cell, Reason]:
        """The main reason of each of these pairs; none with a score table alone."""
        from mentordesk.domain.matching import explanation

        return explanation.main_reasons(self.task, cells)

    def points(self, cells: Sequence[Cell]) -> dict[str, tuple[int, ...]]:
        """The points of these pairs in hundredths, a tuple a criterion that has a weight: for a workbook."""
        from mentordesk.domain.matching import points

        places = [(self.task.mentee_at[mentee], self.task.mentor_at[mentor]) for mentee, mentor in cells]
        return {key: tuple(found.tolist()) for key, found in points.many(self.task, places).items()}

    def others(self, proposal: Proposal, mentee: int, limit: int = 5) -> tuple[Alternative, ...]:
        """The best other mentors for a mentee, up to `limit`, and what the whole would gain or lose, solved again for
        each; after them two whom a rule forbids, with the rule."""
        from mentordesk.domain.matching import explanation

        return explanation.others(self, proposal, self.mentee(mentee), limit)

    def why_not(self, proposal: Proposal, mentee: int, ways: bool = True) -> WhyNot:
        """Why a mentee (or peer) has no pair, and with `ways` what relaxing one rule would give, solved again."""
        from mentordesk.domain.matching import reasons_without

        return next(reasons_without.why_not(self, proposal, [self.mentee(mentee)], ways))

    def why_no_mentee(self, proposal: Proposal, mentor: int, ways: bool = False) -> WhyNot:
        """Why a mentor has no pair, and with `ways` what relaxing one rule would give."""
        from mentordesk.domain.matching import reasons_without

        return next(reasons_without.why_no_mentee(self, proposal, [self.mentor(mentor)], ways))

    def why_nots(self, proposal: Proposal) -> tuple[WhyNot, ...]:
        """Why each person without a pair has none, mentees (or peers) first, then mentors; without ways on."""
        from mentordesk.domain.matching import reasons_without

        mentees = [self.mentee(each) for each in proposal.unmatched_mentees]
        mentors = [self.mentor(each) for each in proposal.unmatched_mentors]
        said = reasons_without.why_not(self, proposal, mentees, ways=False)
        return (*said, *reasons_without.why_no_mentee(self, proposal, mentors, ways=False))

    def remarks(self) -> tuple[str, ...]:
        """What to know before trusting a suggestion: an empty side, no places, a must nobody meets."""
        from mentordesk.domain.matching import remarks

        return remarks.remarks(self)

    def mentee(self, person: int) -> Candidate:
        return _of(self.task.mentees, self.task.mentee_at, person)

    def mentor(self, person: int) -> Candidate:
        return _of(self.task.mentors, self.task.mentor_at, person)


def _of(people: tuple[Candidate, ...], places: dict[int, int], person: int) -> Candidate:
    if person not in places:
        raise UserError("This person no longer takes part in the matching.", advice="Suggest again.")
    return people[places[person]]
