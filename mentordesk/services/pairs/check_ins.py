"""The latest check-in of the pairs of a scope: of the very pairs that the figures count."""

from collections.abc import Sequence

from sqlalchemy.orm import Session

from mentordesk.domain.check_ins import LatestCheckIn, PairAnswers
from mentordesk.domain.figures import counted_statuses
from mentordesk.domain.scope import EVERYTHING, Scope
from mentordesk.services.pairs import pair_facts
from mentordesk.services.pairs.pair_facts import PairRecord


def latest(session: Session, scope: Scope = EVERYTHING) -> LatestCheckIn:
    """The newest answers of both sides, for each pair whose answers count in the check-in average."""
    return of(pair_facts.current(session, scope))


def of(records: Sequence[PairRecord]) -> LatestCheckIn:
    """The same from facts that are loaded already."""
    begun = [record for record in records if record.row.begun]
    counted = counted_statuses(record.row.status for record in begun)
    rows = (record for record in begun if record.row.status in counted)
    answers = (PairAnswers(it.row.id, it.row.short, it.facts.left_answers, it.facts.right_answers) for it in rows)
    return LatestCheckIn(tuple(sorted(answers, key=lambda it: it.pair.casefold())))
