"""What relaxing one rule, or one more place, would give: solved once for everybody who is asked about, not guessed."""

from collections.abc import Sequence
from dataclasses import replace

from mentordesk.domain.cohorts import Role
from mentordesk.domain.matching import broken
from mentordesk.domain.matching.criteria import Goal
from mentordesk.domain.matching.people import Candidate
from mentordesk.domain.matching.result import Proposal, Relaxation
from mentordesk.domain.matching.solving import Solving

_MOST_WAYS = 4
_FIXED = frozenset({"oneself", "own_line", "vetoes", "forbidden", "not_listed", "places"})
"""What no rule of the program can be relaxed for."""


class Relaxed:
    """The proposals of one matching with one change each."""

    def __init__(self, matching: Solving) -> None:
        self._matching = matching
        self._without: dict[tuple[str, Goal], Proposal] = {}
        self._with_place: dict[tuple[int, Goal], Proposal] = {}

    def without(self, key: str, goal: Goal) -> Proposal:
        """With this rule off, this criterion no must, or teams no longer kept apart in circles."""
        if (key, goal) not in self._without:
            self._without[key, goal] = self._relaxed(key).suggest(goal)
        return self._without[key, goal]

    def _relaxed(self, key: str) -> Solving:
        task = self._matching.task
        if key == "team_apart":
            return self._matching.with_circles(replace(task.circles, team_apart=False))
        return self._matching.changed(rules=task.rules.without(key))

    def with_place(self, mentor: int, goal: Goal) -> Proposal:
        """With one more place of this mentor."""
        if (mentor, goal) not in self._with_place:
            mentors = self._matching.task.mentors
            more = tuple(replace(each, capacity=each.capacity + (each.id == mentor)) for each in mentors)
            self._with_place[mentor, goal] = self._matching.with_places(more).suggest(goal)
        return self._with_place[mentor, goal]

    def ways(
        self, proposal: Proposal, person: Candidate, keys: Sequence[str], best: Candidate | None = None
    ) -> tuple[Relaxation, ...]:
        """One more place of the best mentor who may be asked, then each rule that can be relaxed; best ways first.
        `person` is a mentee, a peer or a mentor without a pair."""
        found: list[Relaxation] = []
        if best is not None:
            again = self.with_place(best.id, proposal.goal)
            text = f"One more place with {best.name}"
            found.append(_relaxation(proposal, person, again, "places", text, best.id))
        for key in [key for key in keys if key not in _FIXED][:_MOST_WAYS]:
            text = f"Without “{broken.word(self._matching.task, key)}”"
            again = self.without(key, proposal.goal)
            found.append(_relaxation(proposal, person, again, key, text, None))
        return tuple(sorted(found, key=lambda way: (not way.helps, -way.matched, -way.total)))


def _relaxation(
    proposal: Proposal, person: Candidate, again: Proposal, key: str, text: str, mentor: int | None
) -> Relaxation:
    gained = len(proposal.unmatched_mentees) - len(again.unmatched_mentees)
    alone = again.unmatched_mentors if person.role is Role.MENTOR else again.unmatched_mentees
    return Relaxation(key, text, gained, again.total - proposal.total, person.id not in alone, mentor)
