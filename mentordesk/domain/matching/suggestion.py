"""The door to matching: suggest, evaluate, edit, explain. What it needs is imported when it is first asked."""

from collections.abc import Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from mentordesk.domain.matching.result import Alternative, Proposal, Reason, Why, WhyNot
from mentordesk.domain.matching.solving import Solving
from mentordesk.domain.matching.task import Cell

if TYPE_CHECKING:
    from mentordesk.domain.matching.relaxed import Relaxed


class Matching(Solving):
    """What can be suggested, and everything that can be asked about it: why, what else, why not, what to know."""

    @cached_property
    def relaxed(self) -> "Relaxed":
        """What relaxing each rule would give, each solved when it is first asked about."""
        from mentordesk.domain.matching.relaxed import Relaxed

        return Relaxed(self)

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

        return next(reasons_without.why_not(self, proposal, [self.mentee(mentee)], self.relaxed if ways else None))

    def why_no_mentee(self, proposal: Proposal, mentor: int, ways: bool = False) -> WhyNot:
        """Why a mentor has no pair, and with `ways` what relaxing one rule would give."""
        from mentordesk.domain.matching import reasons_without

        return next(
            reasons_without.why_no_mentee(self, proposal, [self.mentor(mentor)], self.relaxed if ways else None)
        )

    def why_nots(self, proposal: Proposal) -> tuple[WhyNot, ...]:
        """Why each person without a pair has none, mentees (or peers) first, then mentors; without ways on."""
        from mentordesk.domain.matching import reasons_without

        mentees = [self.mentee(each) for each in proposal.unmatched_mentees]
        mentors = [self.mentor(each) for each in proposal.unmatched_mentors]
        said = reasons_without.why_not(self, proposal, mentees)
        return (*said, *reasons_without.why_no_mentee(self, proposal, mentors))

    def remarks(self) -> tuple[str, ...]:
        """What to know before trusting a suggestion: an empty side, no places, a must nobody meets."""
        from mentordesk.domain.matching import remarks

        return remarks.remarks(self)
