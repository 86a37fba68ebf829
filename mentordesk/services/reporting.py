"""Reports: the rows of a scope and a period, and the workbook made from them. The layout is exchange's."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from mentordesk.data.tables import Cohort, Pair, Program
from mentordesk.domain import cadence
from mentordesk.domain.closing import NamedInScope
from mentordesk.domain.contacts import ContactRow, ExchangeRow
from mentordesk.domain.dates import add_months, long
from mentordesk.domain.milestones import MilestoneRow
from mentordesk.domain.pairs import PairRow
from mentordesk.domain.report_names import without_names
from mentordesk.domain.reporting import (
    CheckInLine,
    Listed,
    NameStyle,
    ParticipantRow,
    PeriodCounts,
    ReportKind,
    ReportRows,
)
from mentordesk.domain.scope import ALWAYS, EVERYTHING, Period, Scope
from mentordesk.domain.standing import PairStatus
from mentordesk.domain.wording import counted
from mentordesk.exchange.excel import Written
from mentordesk.exchange.workbook import Report, Sheet
from mentordesk.services import (
    closing,
    contacts,
    exchanges,
    figures,
    milestones,
    pair_facts,
    participants,
    report_lines,
)
from mentordesk.services import pairs as pairs_of
from mentordesk.services.desk import now, today
from mentordesk.services.pair_facts import PairRecord
from mentordesk.services.scoping import within

CHART_MONTHS = 12
"""The charts show so many months at most, the newest ones."""


@dataclass(frozen=True, slots=True)
class ReportRequest:
    """Which report, about what and when, how people are called in it, and whether confidential comments are wanted."""

    kind: ReportKind = ReportKind.PROGRAM
    scope: Scope = EVERYTHING
    period: Period = ALWAYS
    names: NameStyle = NameStyle.FULL
    comments: bool = False

    @property
    def parts(self) -> tuple[ReportKind, ...]:
        """The summary and all lists, or the one list of the kind."""
        return tuple(ReportKind) if self.kind is ReportKind.PROGRAM else (self.kind,)


@dataclass(frozen=True, slots=True)
class _Reading:
    """What of a report is read: lists in full or their first rows, all parts or only one; others may be counted."""

    request: ReportRequest
    limit: int | None = None
    only: ReportKind | None = None
    counting: bool = True

    def reads(self, part: ReportKind) -> bool:
        return part in self.request.parts and self.only in (None, part)

    def counts(self, part: ReportKind) -> bool:
        return part in self.request.parts and (self.counting or self.only is part)


def report(session: Session, request: ReportRequest, limit: int | None = None) -> Report:
    """A report as plain data: the preview and the workbook are made from the same.

    With a `limit` long lists hold only their first rows, and their count: enough to look at, not to be written.
    """
    return _build(_rows(session, _Reading(request, limit)), request.parts)


def preview(session: Session, request: ReportRequest, part: ReportKind, limit: int) -> Report:
    """All sheets of a report with their counts, of which one is filled: `sheet` reads another when it is looked at."""
    return _build(_rows(session, _Reading(request, limit, part)), request.parts)


def sheet(session: Session, request: ReportRequest, part: ReportKind, limit: int | None = None) -> Sheet:
    """One sheet of a report alone, as it is in the whole one."""
    return _build(_rows(session, _Reading(request, limit, part, counting=False)), (part,), request.kind).sheets[0]


def _build(rows: ReportRows, parts: Sequence[ReportKind], kind: ReportKind | None = None) -> Report:
    from mentordesk.exchange.reports import program_report as layout

    return layout.build(rows, kind or parts[0], parts)


def rows(session: Session, request: ReportRequest, limit: int | None = None) -> ReportRows:
    """Everything the report tells. Contacts, exchanges and check-ins are of the period, states are of today."""
    return _rows(session, _Reading(request, limit))


def _rows(session: Session, reading: _Reading) -> ReportRows:
    request = reading.request
    scope, period, whole = request.scope, request.period, reading.reads(ReportKind.PROGRAM)
    name, facts = _words(session, scope)
    records = _records(session, reading)
    counts = _period_counts(session, scope, period)
    span = _span(session, scope, period) if whole else None
    custom, people = _people(session, reading)
    own, check_ins = _check_ins(session, reading)
    found = ReportRows(
        desk=session.info["desk_name"],
        scope=name,
        facts=facts,
        period=period,
        made_at=now(session),
        figures=figures.of(session, records) if whole else None,
        cohorts=report_lines.cohorts(session, scope, counts) if whole else (),
        participants=people,
        custom_fields=custom,
        pairs=_pairs(session, reading, records),
        milestones=_milestones(session, reading),
        contacts=_contacts(session, reading, sum(counts.contacts.values())),
        exchanges=_exchanges(session, reading, counts.entries),
        check_ins=check_ins,
        own_questions=own,
        named=_named(session, reading),
        counts=counts,
        contact_months=contacts.per_month(session, scope, *span) if span else [],
        point_months=exchanges.per_month(session, scope, *span) if span else {},
        target_per_month=sum(_per_month(record.row) for record in records) if whole else 0.0,
        one_cohort=scope.cohort_id is not None,
        names=request.names,
        has_comments=request.comments,
    )
    if request.names is NameStyle.FULL:
        return found
    return without_names(found, report_lines.called(session, scope, request.names))


def _records(session: Session, reading: _Reading) -> list[PairRecord]:
    """The facts of all pairs where they are listed; for the figures alone those of today are enough."""
    scope = reading.request.scope
    if reading.reads(ReportKind.PAIRS) or (scope.cohort_id is not None and reading.reads(ReportKind.PROGRAM)):
        return pair_facts.load(session, scope)
    return pair_facts.current(session, scope) if reading.reads(ReportKind.PROGRAM) else []


def _pairs(session: Session, reading: _Reading, records: Sequence[PairRecord]) -> Listed[PairRow]:
    scope = reading.request.scope
    if reading.reads(ReportKind.PAIRS) or (scope.cohort_id is not None and reading.reads(ReportKind.PROGRAM)):
        found = sorted((record.row for record in records), key=pairs_of.urgency)
        return Listed(found, len(found))
    return Listed((), report_lines.pair_count(session, scope) if reading.counts(ReportKind.PAIRS) else 0)


def _people(session: Session, reading: _Reading) -> tuple[list[str], Listed[ParticipantRow]]:
    scope, part = reading.request.scope, ReportKind.PARTICIPANTS
    count = participants.count(session, scope) if reading.counts(part) else 0
    if not reading.reads(part):
        return [], Listed((), count)
    custom, found = participants.rows(session, scope, reading.limit)
    return custom, Listed(found, count)


def _milestones(session: Session, reading: _Reading) -> Listed[MilestoneRow]:
    scope, part, every = reading.request.scope, ReportKind.MILESTONES, tuple(PairStatus)
    count = milestones.count(session, scope, every) if reading.counts(part) else 0
    if not reading.reads(part):
        return Listed((), count)
    return Listed(milestones.rows(session, scope, statuses=every, limit=reading.limit), count)


def _contacts(session: Session, reading: _Reading, count: int) -> Listed[ContactRow]:
    request = reading.request
    if not reading.reads(ReportKind.CONTACTS):
        return Listed((), count)
    return Listed(contacts.rows(session, request.scope, request.period, reading.limit), count)


def _exchanges(session: Session, reading: _Reading, count: int) -> Listed[ExchangeRow]:
    request = reading.request
    if not reading.reads(ReportKind.GIVE_AND_TAKE):
        return Listed((), count)
    return Listed(exchanges.rows(session, request.scope, request.period, reading.limit), count)


def _check_ins(session: Session, reading: _Reading) -> tuple[list[str], Listed[CheckInLine]]:
    request, part = reading.request, ReportKind.CHECK_INS
    scope, period = request.scope, request.period
    count = report_lines.check_in_count(session, scope, period) if reading.counts(part) else 0
    if not reading.reads(part):
        return [], Listed((), count)
    own, found = report_lines.check_ins(session, scope, period, reading.limit, request.comments)
    return own, Listed(found, count)


def _named(session: Session, reading: _Reading) -> NamedInScope:
    wanted = reading.reads(ReportKind.PROGRAM) or reading.counts(ReportKind.BENEFITS)
    return closing.named(session, reading.request.scope) if wanted else NamedInScope()


def _period_counts(session: Session, scope: Scope, period: Period) -> PeriodCounts:
    met, given = contacts.totals(session, scope, period), exchanges.totals(session, scope, period)
    return PeriodCounts(
        contacts={pair_id: count for pair_id, (count, _) in met.items()},
        minutes={pair_id: minutes for pair_id, (_, minutes) in met.items()},
        points={key: points for key, (_, points) in given.items()},
        entries=sum(count for count, _ in given.values()),
    )


def _words(session: Session, scope: Scope) -> tuple[str, str]:
    """The scope's name, and a sentence of facts about it."""
    number = select(func.count(Cohort.id), func.count(Cohort.program_id.distinct())).where(within(Cohort.id, scope))
    cohorts, programs = session.execute(number).one()
    if scope.cohort_id is not None:
        cohort = session.get_one(Cohort, scope.cohort_id)
        program = session.get_one(Program, cohort.program_id)
        dates = f"{long(cohort.starts_on)} to {long(cohort.ends_on)}"
        return cohort.name, f"{program.format.word} format, {program.name}, {dates}."
    if scope.program_id is not None:
        program = session.get_one(Program, scope.program_id)
        return program.name, f"{program.format.word} format, {counted(cohorts, 'cohort')}."
    return "All programs", f"{counted(programs, 'program')}, {counted(cohorts, 'cohort')}."


def _span(session: Session, scope: Scope, period: Period) -> tuple[date, date] | None:
    """What the charts show: the newest twelve months of the period in which the scope had pairs; None if none."""
    last = min(period.last or today(session), today(session))
    begun = session.scalar(select(func.min(Pair.started_on)).where(within(Pair.cohort_id, scope)))
    if begun is None:
        return None
    earliest = max(begun, add_months(last, 1 - CHART_MONTHS))
    first = max(earliest, period.first) if period.first else earliest
    return (first, last) if first <= last else None


def _per_month(pair: PairRow) -> float:
    return cadence.contacts_per_month(pair.rhythm_days) if pair.status is PairStatus.ACTIVE else 0.0


def scopes(session: Session) -> tuple[list[tuple[int, str]], list[tuple[int, str]]]:
    """What a report may be about: the programs and the cohorts, (id, name) by name."""
    programs = select(Program.id, Program.name).order_by(func.lower(Program.name), Program.id)
    cohorts = select(Cohort.id, Cohort.name).order_by(func.lower(Cohort.name), Cohort.id)
    return [(id_, name) for id_, name in session.execute(programs)], [
        (id_, name) for id_, name in session.execute(cohorts)
    ]


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
