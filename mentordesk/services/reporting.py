"""Reports: the rows of a scope and a period, and the workbook made from them. The layout is exchange's."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from sqlalchemy.orm import Session

from mentordesk.domain import cadence
from mentordesk.domain.cohorts import CohortRow
from mentordesk.domain.contacts import ContactRow, ExchangeRow
from mentordesk.domain.dates import add_months, long
from mentordesk.domain.milestones import MilestoneRow
from mentordesk.domain.pairs import PairRow
from mentordesk.domain.reporting import Listed, PeriodCounts, ReportKind, ReportRows
from mentordesk.domain.scope import ALWAYS, EVERYTHING, Period, Scope
from mentordesk.domain.standing import PairStatus, Side
from mentordesk.domain.wording import counted
from mentordesk.exchange.excel import Written
from mentordesk.exchange.workbook import Report
from mentordesk.services import cohorts, contacts, exchanges, figures, milestones, pair_facts, participants, programs
from mentordesk.services import pairs as pairs_of
from mentordesk.services.desk import now, today

CHART_MONTHS = 12
"""The charts show so many months at most, the newest ones."""


@dataclass(frozen=True, slots=True)
class ReportRequest:
    """Which report, about what and when."""

    kind: ReportKind = ReportKind.PROGRAM
    scope: Scope = EVERYTHING
    period: Period = ALWAYS

    def needs(self, *kinds: ReportKind) -> bool:
        """Whether the report has one of these lists: the program report has all of them."""
        return self.kind is ReportKind.PROGRAM or self.kind in kinds


def report(session: Session, request: ReportRequest, limit: int | None = None) -> Report:
    """A report as plain data: the preview and the workbook are made from the same.

    With a `limit` long lists hold only their first rows, and their count: enough to look at, not to be written.
    """
    from mentordesk.exchange.reports import program_report as layout

    return layout.build(rows(session, request, limit), request.kind)


def rows(session: Session, request: ReportRequest, limit: int | None = None) -> ReportRows:
    """Everything the report tells. Contacts and exchanges are of the period, states are of today."""
    scope, period = request.scope, request.period
    chosen = cohorts.rows(session, scope)
    records = pair_facts.load(session, scope)
    pairs = sorted((record.row for record in records), key=pairs_of.urgency)
    wants_people = request.needs(ReportKind.PARTICIPANTS)
    custom, people = participants.rows(session, scope, limit) if wants_people else ([], [])
    places = participants.count(session, scope) if wants_people else 0
    name, facts = _words(session, scope, chosen)
    span = _span(session, period, pairs)
    met, given = contacts.totals(session, scope, period), exchanges.totals(session, scope, period)
    return ReportRows(
        desk=session.info["desk_name"],
        scope=name,
        facts=facts,
        period=period,
        made_at=now(session),
        figures=figures.of(session, records),
        cohorts=chosen,
        participants=Listed(people, places),
        custom_fields=custom,
        pairs=pairs,
        milestones=_milestones(session, request, limit),
        contacts=_contacts(session, request, limit, sum(count for count, _ in met.values())),
        exchanges=_exchanges(session, request, limit, sum(count for count, _ in given.values())),
        counts=_counts(met, given),
        contact_months=contacts.per_month(session, scope, *span) if span else [],
        point_months=exchanges.per_month(session, scope, *span) if span else {},
        target_per_month=sum(_per_month(pair) for pair in pairs),
        one_cohort=scope.cohort_id is not None,
    )


def _milestones(session: Session, request: ReportRequest, limit: int | None) -> Listed[MilestoneRow]:
    if not request.needs(ReportKind.MILESTONES):
        return Listed()
    every = tuple(PairStatus)
    found = milestones.rows(session, request.scope, statuses=every, limit=limit)
    return Listed(found, milestones.count(session, request.scope, every) if limit else len(found))


def _contacts(session: Session, request: ReportRequest, limit: int | None, count: int) -> Listed[ContactRow]:
    if not request.needs(ReportKind.CONTACTS):
        return Listed()
    return Listed(contacts.rows(session, request.scope, request.period, limit), count)


def _exchanges(session: Session, request: ReportRequest, limit: int | None, count: int) -> Listed[ExchangeRow]:
    if not request.needs(ReportKind.GIVE_AND_TAKE):
        return Listed()
    return Listed(exchanges.rows(session, request.scope, request.period, limit), count)


def _counts(met: Mapping[int, tuple[int, int]], given: Mapping[tuple[int, Side], tuple[int, int]]) -> PeriodCounts:
    return PeriodCounts(
        contacts={pair_id: count for pair_id, (count, _) in met.items()},
        minutes={pair_id: minutes for pair_id, (_, minutes) in met.items()},
        points={key: points for key, (_, points) in given.items()},
    )


def _words(session: Session, scope: Scope, chosen: list[CohortRow]) -> tuple[str, str]:
    """The scope's name, and a sentence of facts about it."""
    if scope.cohort_id is not None:
        cohort = chosen[0]
        dates = f"{long(cohort.starts_on)} to {long(cohort.ends_on)}"
        return cohort.name, f"{cohort.format.word} format, {cohort.program}, {dates}."
    if scope.program_id is not None:
        program = next(row for row in programs.rows(session) if row.id == scope.program_id)
        return program.name, f"{program.format.word} format, {counted(len(chosen), 'cohort')}."
    programs_used = counted(len({row.program_id for row in chosen}), "program")
    return "All programs", f"{programs_used}, {counted(len(chosen), 'cohort')}."


def _span(session: Session, period: Period, pairs: list[PairRow]) -> tuple[date, date] | None:
    """What the charts show: the newest twelve months of the period in which the scope had pairs; None if none."""
    last = min(period.last or today(session), today(session))
    begun = [pair.started_on for pair in pairs if pair.started_on is not None]
    if not begun:
        return None
    earliest = max(min(begun), add_months(last, 1 - CHART_MONTHS))
    first = max(earliest, period.first) if period.first else earliest
    return (first, last) if first <= last else None


def _per_month(pair: PairRow) -> float:
    return cadence.contacts_per_month(pair.rhythm_days) if pair.status is PairStatus.ACTIVE else 0.0


def write(
    report: Report,
    path: Path,
    progress: Callable[[int, int], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> Written:
    """Write a report as a workbook. Raises CancelledError, and FileError where the file cannot be written."""
    from mentordesk.exchange import excel

    return excel.write(report, path, progress, cancelled)


def write_empty_roster(path: Path) -> Written:
    """An empty roster with explained columns, to be filled in and imported."""
    from mentordesk.exchange import excel

    return excel.write_template(path)
