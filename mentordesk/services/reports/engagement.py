"""What the pairs of a scope did month by month, from the same sums as the program report. Changes nothing."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date, timedelta

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from mentordesk.data.records import Contact
from mentordesk.data.tables import Pair
from mentordesk.domain import cadence
from mentordesk.domain.contacts import CHANNEL_GROUPS
from mentordesk.domain.dates import add_months, month_starts
from mentordesk.domain.pairs import has_begun
from mentordesk.domain.report_request import ReportRequest
from mentordesk.domain.reporting import Reader
from mentordesk.domain.scope import Period, Scope
from mentordesk.domain.standalone_reports import Engagement, EngagementMonth, EngagementPair
from mentordesk.domain.standing import PairStatus, Side
from mentordesk.services.desk import today
from mentordesk.services.pairs import contacts, exchanges, pair_facts
from mentordesk.services.pairs.pair_facts import PairRecord
from mentordesk.services.reports.naming import Names, names_of
from mentordesk.services.scoping import during, within

NEWEST = 12
"""So many months the pairs' rows have at most, the newest ones."""


def read(session: Session, request: ReportRequest) -> Engagement:
    """Every month of the period in which the scope had pairs, and each pair's contacts in the newest of them; what
    everybody may read has no rows of pairs."""
    scope, span = request.scope, _span(session, request.scope, request.period)
    if span is None:
        return Engagement((), (), (), 0.0)
    records = [it for it in pair_facts.load(session, scope) if has_begun(it.row.status, it.row.started_on)]
    starts = month_starts(*span)
    newest = starts[-NEWEST:]
    each = _per_pair(session, scope, Period(max(span[0], newest[0]), span[1]))
    names = names_of(session, request)
    active = [it.row for it in records if it.row.status is PairStatus.ACTIVE]
    return Engagement(
        months=_months(session, scope, span, records),
        newest=newest,
        pairs=_pairs(records, newest, each, names) if has_rows(request.reader) else (),
        target=sum(cadence.contacts_per_month(row.rhythm_days) for row in active),
    )


def has_rows(reader: Reader) -> bool:
    """Whether rows of single pairs may be told beside the figures."""
    return reader is not Reader.PUBLIC


def _span(session: Session, scope: Scope, period: Period) -> tuple[date, date] | None:
    """From the first day of the period on which there was a pair, or a contact on record, to its last; None if none."""
    last = min(period.last or today(session), today(session))
    begun = session.scalar(select(func.min(Pair.started_on)).where(within(Pair.cohort_id, scope)))
    met = select(func.min(Contact.day)).join(Pair, Pair.id == Contact.pair_id).where(within(Pair.cohort_id, scope))
    known = [day for day in (begun, session.scalar(met)) if day is not None]
    if not known:
        return None
    first = max(min(known), period.first) if period.first else min(known)
    return (first, last) if first <= last else None


def _months(
    session: Session, scope: Scope, span: tuple[date, date], records: Sequence[PairRecord]
) -> list[EngagementMonth]:
    groups: defaultdict[date, dict[str, int]] = defaultdict(dict)
    for row in contacts.per_month(session, scope, *span):
        groups[row.month][row.group] = row.count
    points, (minutes, met) = exchanges.per_month(session, scope, *span), _met(session, scope, Period(*span))
    standings = [record.standing for record in records]
    return [
        EngagementMonth(
            month=month,
            contacts=tuple(groups[month].get(group, 0) for group in CHANNEL_GROUPS),
            minutes=minutes.get(month, 0),
            active=sum(each.active_on(min(_end(month), today(session))) for each in standings),
            met=met.get(month, 0),
            left=points.get((month, Side.LEFT), 0),
            right=points.get((month, Side.RIGHT), 0),
        )
        for month in month_starts(*span)
    ]


def _end(month: date) -> date:
    return add_months(month, 1) - timedelta(days=1)


def _met(session: Session, scope: Scope, period: Period) -> tuple[dict[date, int], dict[date, int]]:
    """(minutes of all contacts, how many pairs had one) by month."""
    month = func.substr(Contact.day, 1, 7)
    query = (
        select(month, func.sum(Contact.minutes), func.count(Contact.pair_id.distinct()))
        .join(Pair, Pair.id == Contact.pair_id)
        .where(within(Pair.cohort_id, scope), during(Contact.day, period))
        .group_by(month)
    )
    found = [(date.fromisoformat(f"{name}-01"), *sums) for name, *sums in session.execute(query)]
    return {on: minutes for on, minutes, _ in found}, {on: pairs for on, _, pairs in found}


def _per_pair(session: Session, scope: Scope, period: Period) -> dict[tuple[int, date], int]:
    month = func.substr(Contact.day, 1, 7)
    query = (
        select(Contact.pair_id, month, func.count())
        .join(Pair, Pair.id == Contact.pair_id)
        .where(within(Pair.cohort_id, scope), during(Contact.day, period))
        .group_by(Contact.pair_id, month)
    )
    return {(pair_id, date.fromisoformat(f"{name}-01")): count for pair_id, name, count in session.execute(query)}


def _pairs(
    records: Sequence[PairRecord], newest: Sequence[date], counts: Mapping[tuple[int, date], int], names: Names
) -> list[EngagementPair]:
    rows = [_pair(record, newest, counts, names) for record in records]
    shown = [row for row in rows if any(count is not None for count in row.contacts)]
    return sorted(shown, key=lambda row: (row.status is not PairStatus.ACTIVE, row.pair.casefold()))


def _pair(
    record: PairRecord, newest: Sequence[date], counts: Mapping[tuple[int, date], int], names: Names
) -> EngagementPair:
    row = record.row
    each = tuple(_count(record, month, counts.get((row.id, month))) for month in newest)
    return EngagementPair(names.pair(row.id), names.known(row.cohort), row.status, each)


def _count(record: PairRecord, month: date, found: int | None) -> int | None:
    """The contacts of a month; nothing where the two were no pair in it and had none."""
    started, ended = record.row.started_on, record.row.ended_on
    together = started is not None and started <= _end(month) and (ended is None or ended >= month)
    return (found or 0) if together else found
