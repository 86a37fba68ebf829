"""What is to be matched: the people, the rules, and what the coordinator has fixed. Knows no solver."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from functools import cached_property

from mentordesk.domain.errors import UserError
from mentordesk.domain.matching.criteria import MatchRules
from mentordesk.domain.matching.people import Candidate, CircleSize, Shape
from mentordesk.domain.matching.score_table import ScoreTable

Cell = tuple[int, int]
"""A mentee's and a mentor's person id; of peers either first."""


@dataclass(frozen=True)
class Task:
    """Everything a suggestion depends on. The order of people makes no difference: they are put in order of their keys.

    For peers `mentees` has them all and `mentors` is left empty. `before` are pairs that were, in any order. With
    `table_alone` the score table is the only criterion: what is not in it is forbidden, and of the rules only the hard
    ones hold. `trio` lets an odd peer join a pair, which makes three pairs.
    """

    mentees: tuple[Candidate, ...]
    mentors: tuple[Candidate, ...]
    rules: MatchRules
    before: frozenset[Cell] = frozenset()
    table: ScoreTable | None = None
    table_alone: bool = False
    shape: Shape = Shape.PAIRS
    circles: CircleSize = field(default_factory=CircleSize)
    trio: bool = True
    pins: frozenset[Cell] = frozenset()
    forbids: frozenset[Cell] = frozenset()

    def __post_init__(self) -> None:
        mentors = self.mentees if self.shape is Shape.PEERS else self.mentors
        for name, people in (("mentees", self.mentees), ("mentors", mentors)):
            ordered = tuple(sorted(people, key=lambda each: each.key))
            if len({each.id for each in ordered}) < len(ordered):
                raise UserError(f"Somebody is among the {name} twice.", advice="Enroll each person once in a role.")
            object.__setattr__(self, name, ordered)
        scores = self.table.scores if self.table and self.peers else {}
        if any(scores.get(cell[::-1], score) != score for cell, score in scores.items()):
            raise UserError("Two peers have two scores in the table, one each way.", advice="Keep one of them.")
        if self.table_alone:
            object.__setattr__(self, "rules", self.rules.for_table())

    @property
    def peers(self) -> bool:
        return self.shape is Shape.PEERS

    @property
    def per_point(self) -> int:
        """How many of the whole numbers scores are kept in make a point."""
        return self.table.per_point if self.table_alone and self.table else 100

    @cached_property
    def mentee_at(self) -> dict[int, int]:
        """Where a mentee stands in the order, by person id."""
        return {each.id: at for at, each in enumerate(self.mentees)}

    @cached_property
    def mentor_at(self) -> dict[int, int]:
        return {each.id: at for at, each in enumerate(self.mentors)}

    def cells(self, pairs: Iterable[Cell]) -> list[Cell]:
        """The pairs whose two people both take part, as places in the order; of peers the lower place first."""
        known = [pair for pair in pairs if pair[0] in self.mentee_at and pair[1] in self.mentor_at]
        found = [(self.mentee_at[mentee], self.mentor_at[mentor]) for mentee, mentor in known]
        return sorted({(min(cell), max(cell)) if self.peers else cell for cell in found})

    def lost_pins(self) -> tuple[Cell, ...]:
        """Pins of people who no longer take part: the draft is stale."""
        return tuple(sorted(pin for pin in self.pins if pin[0] not in self.mentee_at or pin[1] not in self.mentor_at))

    def pinned(self, mentee: int, mentor: int) -> "Task":
        """The same with this pair pinned, and no longer forbidden by hand."""
        cell = (mentee, mentor)
        return replace(self, pins=self.pins | {cell}, forbids=self.forbids - {cell})

    def forbidden(self, mentee: int, mentor: int) -> "Task":
        """The same with this pair forbidden by hand, and no longer pinned."""
        cell = (mentee, mentor)
        return replace(self, pins=self.pins - {cell}, forbids=self.forbids | {cell})
