"""Puts the facts of a scope together and has them computed: the one door of the metrics."""

from collections.abc import Sequence

from sqlalchemy.orm import Session

from mentordesk.domain.closing import NamedInScope
from mentordesk.domain.metrics import computing
from mentordesk.domain.metrics.facts import Facts, PairFact
from mentordesk.domain.metrics.model import Metrics
from mentordesk.domain.scope import ALWAYS, EVERYTHING, Period, Scope
from mentordesk.services import privacy
from mentordesk.services.as_of import as_of
from mentordesk.services.desk import today
from mentordesk.services.metrics import people, said
from mentordesk.services.pairs import closing, contacts, pair_facts, pair_fits
from mentordesk.services.pairs.pair_facts import PairRecord


def read(
    session: Session,
    scope: Scope = EVERYTHING,
    period: Period = ALWAYS,
    records: Sequence[PairRecord] | None = None,
    *,
    groups: bool = True,
) -> Metrics:
    """All metrics of a scope: contacts and hours of the period, everything else as of its last day, or of today.

    `records` are the facts of all pairs of the scope as of that day, where the caller has them already. Without
    `groups` nothing is told apart by field or cohort and nobody is compared: the sections alone.
    """
    with as_of(session, period.last):
        found = pair_facts.load(session, scope) if records is None else records
        return computing.compute(_facts(session, scope, period, found, groups), groups=groups)


def _facts(session: Session, scope: Scope, period: Period, records: Sequence[PairRecord], groups: bool) -> Facts:
    own_fields = people.own_fields(session) if groups else ()
    answers = said.of_scope(session, scope, pair_fits.latest(session, records))
    return Facts(
        today=today(session),
        scope=scope,
        period=period,
        smallest=privacy.smallest_group(session),
        people=people.people(session, own_fields),
        fields=people.fields(own_fields),
        cohorts=people.cohorts(session, scope),
        places=people.places(session, scope),
        pairs=_pairs(session, scope, period, records),
        turns=people.turns(session, scope),
        recommends=answers.recommends,
        fits=answers.fits,
        again=answers.again,
        own=answers.own,
        goals=said.goals(session, scope),
        asked=answers.asked,
        named=closing.named(session, scope) if groups else NamedInScope(),
    )


def _pairs(session: Session, scope: Scope, period: Period, records: Sequence[PairRecord]) -> tuple[PairFact, ...]:
    met = contacts.totals(session, scope, Period(period.first, today(session)))
    return tuple(_pair(record, *met.get(record.row.id, (0, 0))) for record in records)


def _pair(record: PairRecord, contacts_: int, minutes: int) -> PairFact:
    row = record.row
    return PairFact(
        id=row.id,
        left_id=row.left_id,
        right_id=row.right_id,
        format=row.format,
        standing=record.standing,
        cohort_id=row.cohort_id,
        ended_on=row.ended_on,
        end_reason=row.end_reason,
        contacts=contacts_,
        minutes=minutes,
        stuck_at=record.overdue[0].title if record.overdue else "",
    )
