"""The headline figures of a desk, a program or a cohort: for Today, cohorts, reports and the command line alike."""

from collections.abc import Sequence

from sqlalchemy.orm import Session

from mentordesk.domain import figures as rules
from mentordesk.domain.figures import Figures
from mentordesk.domain.scope import EVERYTHING, Scope
from mentordesk.services.desk import today
from mentordesk.services.pairs import pair_facts
from mentordesk.services.pairs.pair_facts import PairRecord


def figures(session: Session, scope: Scope = EVERYTHING) -> Figures:
    """All figures of DESIGN section 9 for the pairs of a scope."""
    return of(session, pair_facts.current(session, scope))


def of(session: Session, records: Sequence[PairRecord]) -> Figures:
    """The same from facts that are loaded already: of the current pairs of one scope, or of all."""
    return rules.compute((record.standing for record in records), today(session))
