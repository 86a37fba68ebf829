"""How reports call people; and what of the words somebody wrote those that stand alone may hold."""

from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from mentordesk.data.tables import PlanStep
from mentordesk.domain import report_readers
from mentordesk.domain.report_names import UNNAMED, Called, Naming, called, initials, mask
from mentordesk.domain.report_request import ReportRequest
from mentordesk.domain.reporting import NameStyle
from mentordesk.domain.standing import Side
from mentordesk.services.reports import lines


@dataclass(frozen=True, slots=True)
class Names:
    """The names of one report. `sides` has the two of every pair of its scope by the pair's id."""

    naming: Naming
    sides: Mapping[int, Called]

    @property
    def words(self) -> bool:
        """Whether free text may stand in the report: it may name anybody, so only where everybody is named."""
        return self.naming.full

    def pair(self, pair_id: int) -> str:
        return self.sides[pair_id].pair

    def side(self, pair_id: int, side: Side) -> str:
        return self.sides[pair_id].of(side)

    def person(self, person_id: int, name: str) -> str:
        """Somebody named outside of a pair, "" for nobody."""
        return self.naming.person(person_id, name, f"Person {person_id}") if name else ""

    def known(self, words: str) -> str:
        """The name of a cohort or a program, without any person's in it."""
        return self.naming.masked(words)

    def text(self, words: str) -> str:
        """Words somebody wrote, "" where they may not be told."""
        return words if self.words else ""


def names_of(session: Session, request: ReportRequest) -> Names:
    """The names as the reader of the report may see them."""
    naming = naming_of(session, request)
    full = naming.full and lines.called(session, request.scope, NameStyle.FULL)
    return Names(naming, full or naming.sides)


def naming_of(session: Session, request: ReportRequest) -> Naming:
    """How everybody is called in a report, and who is not named in it at all."""
    style = report_readers.style_for(request.reader, request.names)
    hidden = lines.learners(session) if report_readers.hides_mentees(request.reader) else frozenset()
    if style is NameStyle.FULL and not hidden:
        return Naming()
    every = lines.sides(session, request.scope)
    names, secrets = lines.known_by(session, hidden if style is NameStyle.FULL else None)
    instead = initials if style is NameStyle.INITIALS and not hidden else _unnamed
    return Naming(
        style,
        {pair.pair_id: called(pair, style, hidden) for pair in every},
        hidden,
        mask(names, secrets, instead),
        frozenset(session.scalars(select(PlanStep.title).distinct())),
    )


def _unnamed(_name: str) -> str:
    return UNNAMED
