"""What the metrics are computed from, of one scope as of one day: plain rows. Knows no table."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from mentordesk.domain.closing import NamedInScope, role_of
from mentordesk.domain.cohorts import EnrollmentStatus, Role
from mentordesk.domain.figures import PairStanding, counted_statuses
from mentordesk.domain.pairs import EndReason, has_begun
from mentordesk.domain.programs import Format
from mentordesk.domain.scope import EVERYTHING, Period, Scope
from mentordesk.domain.standing import PairStatus, Side

TAKEN = frozenset({EnrollmentStatus.ACCEPTED, EnrollmentStatus.COMPLETED})
"""Has a place in a cohort: neither applied only, nor waitlisted, nor withdrawn."""
ROLE_WORDS = {Role.MENTOR: "Mentors", Role.MENTEE: "Mentees", Role.PEER: "Peers"}


@dataclass(frozen=True, slots=True)
class PersonFact:
    """`left_on` is the last day of somebody who has `left`, None where it is unknown; `groups` has the values of the
    fields by which people are told apart, none for a field nobody has filled in."""

    id: int
    external: bool = False
    hired_on: date | None = None
    left_on: date | None = None
    left: bool = False
    promoted_on: tuple[date, ...] = ()
    groups: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def employed_on(self, day: date) -> bool:
        """Inside the company and there on that day; an unknown first or last day is taken as an earlier one."""
        hired = self.hired_on is None or self.hired_on <= day
        there = not self.left if self.left_on is None else self.left_on > day
        return not self.external and hired and there


@dataclass(frozen=True, slots=True)
class Place:
    """A person in a cohort, of the scope (`inside`) or of another one."""

    person_id: int
    cohort_id: int
    role: Role
    status: EnrollmentStatus
    starts_on: date
    ends_on: date
    inside: bool = True

    @property
    def seat(self) -> tuple[int, int, Role]:
        return self.cohort_id, self.person_id, self.role


@dataclass(frozen=True, slots=True)
class PairFact:
    """A pair of the scope. Contacts and minutes are of the period; `stuck_at` is the oldest milestone that is overdue,
    "" where none is; `last_contact_on` is of any time."""

    id: int
    left_id: int
    right_id: int
    format: Format
    standing: PairStanding
    cohort_id: int | None = None
    ended_on: date | None = None
    end_reason: EndReason | None = None
    contacts: int = 0
    minutes: int = 0
    stuck_at: str = ""

    @property
    def status(self) -> PairStatus:
        return self.standing.status

    @property
    def started_on(self) -> date | None:
        return self.standing.started_on

    @property
    def begun(self) -> bool:
        return has_begun(self.status, self.started_on)

    def person(self, side: Side) -> int:
        return self.left_id if side is Side.LEFT else self.right_id

    def role(self, side: Side) -> Role:
        return role_of(self.format, side)


@dataclass(frozen=True, slots=True)
class Turn:
    """Somebody in a role in a pair or a cohort, from a day on; `inside` where it is of the scope."""

    person_id: int
    role: Role
    on: date
    inside: bool


@dataclass(frozen=True, slots=True)
class Said:
    """One answer of one side of a pair: to `question`, a number or a word."""

    pair_id: int
    side: Side
    question: str
    answer: int


@dataclass(frozen=True, slots=True)
class GoalFact:
    """`gain` is how far the owner came on the goal's own scale, −9 to 9; None where one rating is missing."""

    pair_id: int
    progress: int
    reached: bool
    due_on: date | None = None
    gain: int | None = None


@dataclass(frozen=True, slots=True)
class CohortFact:
    id: int
    name: str
    starts_on: date
    ends_on: date


@dataclass(frozen=True, slots=True)
class FieldFact:
    """A field people are told apart by; `order` has its values as they follow each other, where they do. `several`: a
    person may have more than one of them."""

    key: str
    title: str
    order: tuple[str, ...] = ()
    several: bool = False


@dataclass(frozen=True)  # no slots: what follows from the facts is kept once it was asked for
class Facts:
    """Everything of one scope as of `today`, the last day of the period. `people` are of the whole desk, as `places`
    and `turns` are, which tell those of the scope; the rest is of the scope. `recommends` and `fits` are the newest
    answers of each side, `again` those of the closing survey, `own` those to the programs' own questions. `asked` are
    pairs and sides that were asked for a check-in, answered or not."""

    today: date
    scope: Scope = EVERYTHING
    period: Period = field(default_factory=Period)
    smallest: int = 5
    people: Mapping[int, PersonFact] = field(default_factory=dict)
    fields: Sequence[FieldFact] = ()
    cohorts: Sequence[CohortFact] = ()
    places: Sequence[Place] = ()
    pairs: Sequence[PairFact] = ()
    turns: Sequence[Turn] = ()
    recommends: Sequence[Said] = ()
    fits: Sequence[Said] = ()
    again: Sequence[Said] = ()
    own: Sequence[Said] = ()
    goals: Sequence[GoalFact] = ()
    asked: frozenset[tuple[int, Side]] = frozenset()
    named: NamedInScope = field(default_factory=NamedInScope)

    @cached_property
    def inside(self) -> list[Place]:
        """The places of the scope that are taken."""
        return [place for place in self.places if place.inside and place.status in TAKEN]

    @cached_property
    def begun(self) -> list[PairFact]:
        return [pair for pair in self.pairs if pair.begun]

    @cached_property
    def sides(self) -> dict[tuple[int, Side], tuple[int, Role]]:
        """Who stands on each side of each pair, as what."""
        return {(pair.id, side): (pair.person(side), pair.role(side)) for pair in self.pairs for side in Side}

    @cached_property
    def counted(self) -> list[PairFact]:
        """The pairs whose milestones, answers and points count in the figures."""
        return counted(self.pairs)

    @cached_property
    def roles(self) -> tuple[Role, ...]:
        """The roles there are in the scope, in pairs or in cohorts."""
        found = {pair.role(side) for pair in self.pairs for side in Side} | {place.role for place in self.inside}
        return tuple(role for role in Role if role in found)


def counted(pairs: Iterable[PairFact]) -> list[PairFact]:
    """The same choice as `figures.counted_pairs`."""
    begun = [pair for pair in pairs if pair.begun]
    statuses = counted_statuses(pair.status for pair in begun)
    return [pair for pair in begun if pair.status in statuses]
