"""What matching answers: frozen rows in whole numbers, hundredths of a point unless a score table is finer."""

from dataclasses import dataclass

from mentordesk.domain.matching.criteria import Goal


@dataclass(frozen=True, slots=True)
class ProposedPair:
    """A mentee (or peer) and a mentor by person id, with their fit. `place` of `places` counts the mentor's pairs.
    `broken` are rules that only a pin or a hand has overridden, in words; `circle` tells apart circles, from 1."""

    mentee: int
    mentor: int
    fit: int
    pinned: bool = False
    place: int = 1
    places: int = 1
    broken: tuple[str, ...] = ()
    circle: int = 0


@dataclass(frozen=True, slots=True)
class Proposal:
    """The pairs of one suggestion, by the keys of the mentees. `unmatched_mentees` and `unmatched_mentors` have no
    pair, of mentors only those with a place; `free` are mentors with the places they have left. `lost_pins` are pins
    of people who no longer take part. `per_point` of the whole numbers make one point."""

    goal: Goal
    pairs: tuple[ProposedPair, ...]
    unmatched_mentees: tuple[int, ...]
    unmatched_mentors: tuple[int, ...]
    free: tuple[tuple[int, int], ...] = ()
    lost_pins: tuple[tuple[int, int], ...] = ()
    per_point: int = 100

    @property
    def total(self) -> int:
        return sum(pair.fit for pair in self.pairs)

    @property
    def average(self) -> int:
        """Rounded half up; 0 without a pair."""
        return (2 * self.total + len(self.pairs)) // (2 * len(self.pairs)) if self.pairs else 0

    @property
    def lowest(self) -> int:
        return min((pair.fit for pair in self.pairs), default=0)

    @property
    def lowest_pair(self) -> ProposedPair | None:
        return min(self.pairs, key=lambda pair: pair.fit, default=None)

    def points(self, amount: int) -> float:
        """An amount as points: `points(proposal.total)`."""
        return amount / self.per_point

    def pair_of(self, mentee: int) -> ProposedPair | None:
        return next((pair for pair in self.pairs if pair.mentee == mentee), None)

    def cells(self) -> frozenset[tuple[int, int]]:
        return frozenset((pair.mentee, pair.mentor) for pair in self.pairs)


@dataclass(frozen=True, slots=True)
class Reason:
    """What one criterion gives a pair: `points` of at most `most`, in hundredths, and why in words."""

    key: str
    word: str
    points: int
    most: int
    text: str


@dataclass(frozen=True, slots=True)
class Why:
    """A pair's fit with its reasons, which sum to it exactly; `broken` are the rules that forbid the pair, in words."""

    mentee: int
    mentor: int
    fit: int
    reasons: tuple[Reason, ...]
    broken: tuple[str, ...] = ()

    @property
    def main(self) -> Reason | None:
        """The criterion with most of the points."""
        return max(self.reasons, key=lambda reason: reason.points, default=None)


@dataclass(frozen=True, slots=True)
class Alternative:
    """Another mentor for a mentee. What the whole would gain or lose with that pair pinned has been solved, not
    guessed: `total` and `lowest` in hundredths, `unmatched` mentees more or fewer; `moved` are the mentees who would
    get another mentor or none. `broken` names the rules that forbid the pair; then nothing is solved."""

    mentor: int
    fit: int
    total: int = 0
    lowest: int = 0
    unmatched: int = 0
    moved: tuple[int, ...] = ()
    broken: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Relaxation:
    """What one change would give: `matched` more people with a pair, `total` in hundredths, and whether the person
    asked about is one of them. `key` is a rule, a criterion that is a must, or `places`, then of `mentor`."""

    key: str
    text: str
    matched: int
    total: int
    helps: bool
    mentor: int | None = None


@dataclass(frozen=True, slots=True)
class WhyNot:
    """Why somebody has no pair: the tightest rule in words and figures, all that stood in the way, and ways on.
    `barred` counts, for each rule, the people of the other side it forbids (asked without ways on, only those who have
    a place left, unless nobody is allowed); `allowed` is how many the rules leave."""

    person: int
    key: str
    text: str
    allowed: int
    barred: tuple[tuple[str, int], ...] = ()
    ways: tuple[Relaxation, ...] = ()


@dataclass(frozen=True, slots=True)
class Effect:
    """What an edit changes, before it is done: after minus before, amounts in hundredths."""

    total: int
    lowest: int
    unmatched: int
    moved: tuple[int, ...] = ()


def effect(before: Proposal, after: Proposal, peers: bool = False) -> Effect:
    """What changes from one proposal to another; `moved` are mentees (or peers) whose pairs are not the same."""
    changed = before.cells() ^ after.cells()
    moved = {person for cell in changed for person in (cell if peers else cell[:1])}
    return Effect(
        after.total - before.total,
        after.lowest - before.lowest,
        len(after.unmatched_mentees) - len(before.unmatched_mentees),
        tuple(sorted(moved)),
    )
