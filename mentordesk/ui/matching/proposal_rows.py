"""The pairs of a proposal as rows of the table. Knows no widget."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from mentordesk.domain.matching.draft import MatchPerson
from mentordesk.domain.matching.result import Proposal, ProposedPair, Reason
from mentordesk.domain.matching.task import Cell
from mentordesk.domain.pairs import order_sides
from mentordesk.domain.people import first_name
from mentordesk.domain.programs import Format
from mentordesk.domain.rounding import half_up
from mentordesk.exchange.reports.proposals import LOW_FIT

_GONE = "not in this cohort any more"


@dataclass(frozen=True, slots=True)
class Way:
    """How the pairs are to be read: of peers, as circles, by a score table alone; `number` is the round."""

    peers: bool = False
    circles: bool = False
    alone: bool = False
    number: int = 1


@dataclass(frozen=True, slots=True)
class ProposalRow:
    """A pair. `id` is the mentee and which of the mentee's pairs it is, so that it lasts when the mentor changes.
    `place` is which of the mentor's places it takes, or how many sit in the circle. `fit` is in points, `share` of the
    best there can be."""

    id: tuple[int, int]
    mentee: int
    mentor: int
    mentee_name: str
    mentee_title: str
    mentor_name: str
    mentor_title: str
    place: str
    fit: float
    share: float
    reason: str
    low: bool
    pinned: bool
    broken: tuple[str, ...]
    circle: int = 0

    @property
    def cell(self) -> Cell:
        return (self.mentee, self.mentor)

    @property
    def names(self) -> str:
        """The two by their first names."""
        return f"{first_name(self.mentee_name)} & {first_name(self.mentor_name)}"

    @property
    def mentor_caption(self) -> str:
        return ", ".join(part for part in (self.mentor_title, self.place) if part)

    @property
    def fit_text(self) -> str:
        return number(self.fit)


def number(points: float) -> str:
    """Points as they are shown: whole, half up, with their thousands."""
    return f"{half_up(points):,.0f}"


def rows_of(
    proposal: Proposal, people: Mapping[int, MatchPerson], reasons: Mapping[Cell, Reason], way: Way
) -> list[ProposalRow]:
    """A row a pair, in the order of the proposal."""
    best = max((pair.fit for pair in proposal.pairs), default=0) or 1
    members = Counter((pair.mentor, pair.circle) for pair in proposal.pairs)
    seen: Counter[int] = Counter()
    rows = []
    for pair in proposal.pairs:
        mentee, mentor = _sides(pair, people, way)
        seen[mentee.id] += 1
        reason = reasons.get((pair.mentee, pair.mentor))
        fit = proposal.points(pair.fit)
        together = members[pair.mentor, pair.circle]
        rows.append(
            ProposalRow(
                id=(mentee.id, seen[mentee.id]),
                mentee=mentee.id,
                mentor=mentor.id,
                mentee_name=mentee.name,
                mentee_title=_title(mentee),
                mentor_name=mentor.name,
                mentor_title=_title(mentor) if way.peers or not mentor.taking_part else mentor.title,
                place=_place(pair, mentor, way, together),
                fit=fit,
                share=max(0.0, pair.fit / best if way.alone else fit / 100),
                reason=reason.text if reason else "",
                low=not way.alone and half_up(fit) < LOW_FIT,
                pinned=pair.pinned,
                broken=pair.broken,
                circle=pair.circle,
            )
        )
    return rows


def _sides(pair: ProposedPair, people: Mapping[int, MatchPerson], way: Way) -> tuple[MatchPerson, MatchPerson]:
    """The mentee and the mentor; two peers by name, as their pair will have them."""
    first, second = _person(people, pair.mentee), _person(people, pair.mentor)
    if not way.peers:
        return first, second
    left, _ = order_sides(Format.PEER, (first.name, first.id), (second.name, second.id))
    return (first, second) if left == first.id else (second, first)


def _person(people: Mapping[int, MatchPerson], id_: int) -> MatchPerson:
    return people.get(id_) or MatchPerson(id_, "Somebody who left", taking_part=False)


def _title(person: MatchPerson) -> str:
    if not person.taking_part:
        return _GONE
    return ", ".join(part for part in (person.title, person.department or person.company) if part)


def _place(pair: ProposedPair, mentor: MatchPerson, way: Way, together: int) -> str:
    if way.peers or not mentor.taking_part:
        return ""
    return f"circle of {together}" if way.circles else f"place {pair.place}/{pair.places}"
