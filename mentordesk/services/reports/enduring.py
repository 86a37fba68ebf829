"""What lasts after the program: pairs that go on by themselves, who mentored whom, mentees who became mentors."""

from collections import defaultdict
from collections.abc import Collection
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from mentordesk.data.tables import Pair
from mentordesk.domain.lineage import Lineage, LineageTie
from mentordesk.domain.report_request import ReportRequest
from mentordesk.domain.scope import Scope
from mentordesk.domain.standalone_reports import BecameMentor, Enduring, EnduringPair, Tie
from mentordesk.domain.standing import PairStatus, Side
from mentordesk.services.desk import today
from mentordesk.services.pairs import contacts, exchanges, pair_facts
from mentordesk.services.pairs.pair_facts import PairRecord
from mentordesk.services.people import lineage
from mentordesk.services.reports.naming import Names, names_of
from mentordesk.services.scoping import within

_Totals = tuple[dict[int, tuple[int, int]], dict[tuple[int, Side], tuple[int, int]]]


def read(session: Session, request: ReportRequest) -> Enduring:
    """The scope's enduring pairs, the longest first, and the ties of its pairs. Whether a mentee became a mentor is
    looked up in the whole desk: the two are seldom in one cohort."""
    scope, names = request.scope, names_of(session, request)
    totals = contacts.totals(session, scope, request.period), exchanges.totals(session, scope, request.period)
    found = pair_facts.load(session, scope, {PairStatus.ENDURING})
    found.sort(key=lambda record: (record.row.started_on is None, record.row.started_on, record.row.id))
    through = _introducers(session, scope)
    family, here = lineage.everybody(session), _pairs(session, scope)
    ties = [tie for tie in family.ties if not here.isdisjoint(tie.pair_ids)]
    return Enduring(
        pairs=[_pair(record, today(session), through.get(record.row.id, 0), totals, names) for record in found],
        ties=[_tie(tie, family, names) for tie in ties],
        became=_became(family, {tie.mentee_id for tie in ties} | {tie.mentor_id for tie in ties}, names),
        generations=family.generations if ties else 0,
    )


def _pairs(session: Session, scope: Scope) -> set[int]:
    return set(session.scalars(select(Pair.id).where(within(Pair.cohort_id, scope))))


def _introducers(session: Session, scope: Scope) -> dict[int, int]:
    query = select(Pair.id, Pair.introduced_by_id).where(within(Pair.cohort_id, scope))
    return {id_: through for id_, through in session.execute(query) if through is not None}


def _pair(record: PairRecord, on: date, through: int, totals: _Totals, names: Names) -> EnduringPair:
    row, (met, given) = record.row, totals
    return EnduringPair(
        pair=names.pair(row.id),
        format=row.format,
        cohort=names.known(row.cohort),
        since=row.started_on,
        since_text=row.started_text,
        years=(on - row.started_on).days // 365 if row.started_on else None,
        introduced_by=names.person(through, row.introduced_by),
        last_contact_on=row.last_contact_on,
        days=row.days,
        contacts=met.get(row.id, (0, 0))[0],
        left=given.get((row.id, Side.LEFT), (0, 0))[1],
        right=given.get((row.id, Side.RIGHT), (0, 0))[1],
    )


def _tie(tie: LineageTie, family: Lineage, names: Names) -> Tie:
    called = family.names
    mentor, mentee = (names.person(id_, called[id_]) for id_ in tie.key)
    return Tie(mentor, mentee, tie.year_text, tie.alive, tie.reverse, family.ranks[tie.mentor_id] + 1)


def _became(family: Lineage, people: Collection[int], names: Names) -> list[BecameMentor]:
    """Those who mentor, or mentored, somebody in a later year than the one in which they first had a mentor. A reverse
    pair makes nobody a mentee of old, nor a mentor: it turns the two around."""
    had: defaultdict[int, list[LineageTie]] = defaultdict(list)
    has: defaultdict[int, list[LineageTie]] = defaultdict(list)
    for tie in family.ties:
        if not tie.reverse:
            had[tie.mentee_id].append(tie)
            has[tie.mentor_id].append(tie)
    called, found = family.names, []
    for person_id in people:
        first = min((tie.years[0] for tie in had[person_id] if tie.years), default=None)
        since = min((tie.years[0] for tie in has[person_id] if tie.years), default=None)
        if first is not None and since is not None and since > first:
            who = names.person(person_id, called[person_id])
            found.append(BecameMentor(who, first, len(had[person_id]), since, len(has[person_id])))
    return sorted(found, key=lambda row: (row.mentor_since or 0, row.name.casefold()))
