"""The sample while it is thought out: who is there, which cohorts and pairs, and the rows made of them so far."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from random import Random
from typing import Any

from mentordesk.domain.cohorts import Role
from mentordesk.domain.pairs import ALIVE, PairStatus, Side
from mentordesk.domain.programs import Format, StepOwner
from mentordesk.services.sampling.rows import Rows
from mentordesk.services.sampling.steps import Steps


@dataclass(frozen=True, slots=True)
class Member:
    """A person of the sample, as far as pairing needs to know. `level` is None for people from outside."""

    id: int
    name: str
    title: str
    department: str
    place: str
    level: int | None
    hired_on: date
    left_on: date | None
    external: bool
    offers: tuple[str, ...]
    wants: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PlanStepFacts:
    id: int
    title: str
    days_after: int
    owner: StepOwner
    required: bool


@dataclass(frozen=True, slots=True)
class ProgramFacts:
    """A program of the sample. `pulse` are the questions it adds to the four of a check-in, `closing` those it asks at
    the end."""

    id: int
    name: str
    format: Format
    rhythm_days: int
    length_months: int
    steps: tuple[PlanStepFacts, ...]
    pulse: tuple[str, ...] = ()
    closing: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class CohortFacts:
    """A cohort of the sample. `pairs`, `enduring` and `ended` say what a past one is to be filled with."""

    id: int
    program: ProgramFacts
    name: str
    starts_on: date
    ends_on: date
    pairs: int = 0
    enduring: int = 0
    ended: int = 0


@dataclass(frozen=True, slots=True)
class Couple:
    """A pair of the sample. `until` is the last day on which something can have happened in it.

    A pair with a story has its own words: `talks` for what it talked about, `gives` by side for what changed hands,
    each a kind and a text such as "advice Which fights to leave alone".
    """

    id: int
    left: Member
    right: Member
    format: Format
    cohort: CohortFacts | None
    status: PairStatus
    started_on: date
    until: date
    rhythm_days: int
    talks: tuple[str, ...] = ()
    gives: Mapping[str, Sequence[str]] = field(default_factory=dict)

    @property
    def alive(self) -> bool:
        return self.status in ALIVE

    @property
    def senior(self) -> Side | None:
        """Who is at the later stage: the right one of a reverse pair, nobody of two peers."""
        return {Format.REVERSE: Side.RIGHT, Format.PEER: None}.get(self.format, Side.LEFT)

    def member(self, side: Side) -> Member:
        return self.left if side is Side.LEFT else self.right


@dataclass(slots=True)
class Draft:
    """Everything the makers of the sample share. `random` is the only source of chance: same seed, same desk."""

    today: date
    random: Random
    rows: Rows
    steps: Steps
    members: dict[str, Member] = field(default_factory=dict)
    cohorts: dict[str, CohortFacts] = field(default_factory=dict)
    programs: dict[str, ProgramFacts] = field(default_factory=dict)
    couples: list[Couple] = field(default_factory=list)
    seats: dict[tuple[int, int, Role], dict[str, Any]] = field(default_factory=dict)
    together: set[tuple[int, int]] = field(default_factory=set)
    turns: Counter[tuple[int, str]] = field(default_factory=Counter)

    def next_of(self, couple: Couple, key: str, own: Sequence[str]) -> str:
        """The pair's own words in turn, so that none comes back before all have been used."""
        turn = self.turns[couple.id, key]
        self.turns[couple.id, key] += 1
        return own[turn % len(own)]

    def id_of(self, name: str | None) -> int | None:
        return None if name is None else self.members[name].id
