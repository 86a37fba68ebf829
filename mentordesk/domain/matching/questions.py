"""What the workspace asks about a task, and what it is answered: plain frozen values, so that they go to a worker.

Every question carries what the coordinator has fixed (`pins`, `forbids`); people, rules and shape are of the task.
"""

from dataclasses import dataclass, field

from mentordesk.domain.matching.criteria import Goal
from mentordesk.domain.matching.result import Alternative, Effect, Proposal, Reason, Why, WhyNot
from mentordesk.domain.matching.task import Cell

Cells = tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Fixed:
    """What the coordinator has fixed by hand: pairs that stay, and pairs that are never made in this draft."""

    pins: frozenset[Cell] = frozenset()
    forbids: frozenset[Cell] = frozenset()


@dataclass(frozen=True, slots=True)
class Suggest:
    """The best pairs for the goal of the task's rules; of peers as many rounds. Answer: a Suggestion."""

    fixed: Fixed = Fixed()
    rounds: int = 1


@dataclass(frozen=True, slots=True)
class Evaluate:
    """The proposal that pairs make which were kept, a tuple of cells a round. Answer: a Suggestion."""

    fixed: Fixed
    rounds: tuple[Cells, ...]


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A proposal a round (one, but for peers), the main reason of each pair, and what to know before trusting it.
    `why_not` is a short reason for each person without a pair in the first round, mentees (or peers) and mentors."""

    proposals: tuple[Proposal, ...]
    reasons: dict[Cell, Reason] = field(default_factory=dict)
    remarks: tuple[str, ...] = ()
    why_not: tuple[WhyNot, ...] = ()


@dataclass(frozen=True, slots=True)
class CompareGoals:
    """All three goals with what is fixed. Answer: a dict of Goal to Proposal."""

    fixed: Fixed = Fixed()


@dataclass(frozen=True, slots=True)
class Explain:
    """Why these two (with `mentor` None: nobody yet), who else could be, and what forbidding the pair would cost.
    `cells` are the pairs shown. With `limit` 0 nothing is solved: only the why, at once. Answer: an Explanation."""

    fixed: Fixed
    cells: Cells
    mentee: int
    mentor: int | None = None
    limit: int = 5


@dataclass(frozen=True, slots=True)
class Explanation:
    """`others` are the best other mentors, solved again with each, then at most two whom a rule forbids; `forbidding`
    is what forbidding the pair changes, None where it is not proposed."""

    mentee: int
    mentor: int | None
    why: Why | None
    others: tuple[Alternative, ...] = ()
    forbidding: Effect | None = None


@dataclass(frozen=True, slots=True)
class TryOut:
    """What another choice of pins and forbids would make of the pairs shown. Answer: a Trial."""

    cells: Cells
    fixed: Fixed


@dataclass(frozen=True, slots=True)
class Trial:
    """The proposal as it would be, what changes, and the rules it breaks that the pairs shown do not, in words."""

    proposal: Proposal
    effect: Effect
    broken: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class AskWhyNot:
    """Why one person has no pair, with what relaxing each rule would give. Answer: a WhyNot."""

    fixed: Fixed
    cells: Cells
    person: int
    is_mentor: bool = False


Question = Suggest | Evaluate | CompareGoals | Explain | TryOut | AskWhyNot
Answer = Suggestion | dict[Goal, Proposal] | Explanation | Trial | WhyNot
