"""Reports: the rows of a scope and a period, and the workbook made from them. The layout is exchange's."""

from collections.abc import Callable
from pathlib import Path

from sqlalchemy.orm import Session

from mentordesk.domain import cadence
from mentordesk.domain.cohorts import CohortRow
from mentordesk.domain.contacts import ContactMonthRow
from mentordesk.domain.dates import add_months, long
from mentordesk.domain.pairs import PairRow
from mentordesk.domain.reporting import ReportKind, ReportRows
from mentordesk.domain.scope import ALWAYS, EVERYTHING, Period, Scope
from mentordesk.domain.standing import PairStatus
from mentordesk.domain.wording import counted
from mentordesk.exchange.excel import Written
from mentordesk.exchange.workbook import Report
from mentordesk.services import cohorts, contacts, exchanges, milestones, participants, programs
from mentordesk.services import figures as figures_of
from mentordesk.services import pairs as pairs_of
from mentordesk.services.desk import now, today

CHART_MONTHS = 12
"""The charts show so many months at most, the newest ones."""


def report(
    session: Session, kind: ReportKind = ReportKind.PROGRAM, scope: Scope = EVERYTHING, period: Period = ALWAYS
) -> Report:
    """A report as plain data: the preview and the workbook are made from the same."""
    from mentordesk.exchange.reports import program_report as layout

    return layout.build(rows(session, scope, period), kind)


def rows(session: Session, scope: Scope, period: Period) -> ReportRows:
    """Everything the report tells. Contacts and exchanges are of the period, states are of today."""
    chosen = cohorts.rows(session, scope)
    pairs = pairs_of.rows(session, scope)
    custom, people = participants.rows(session, scope)
    name, facts = _words(session, scope, chosen)
    return ReportRows(
        desk=session.info["desk_name"],
        scope=name,
        facts=facts,
        period=period,
        made_at=now(session),
        figures=figures_of.figures(session, scope),
        cohorts=chosen,
        participants=people,
        custom_fields=custom,
        pairs=pairs,
        milestones=milestones.rows(session, scope, statuses=tuple(PairStatus)),
        contacts=contacts.rows(session, scope, period),
        exchanges=exchanges.rows(session, scope, period),
        contact_months=_months(session, scope, period, pairs),
        target_per_month=sum(_per_month(pair) for pair in pairs),
        one_cohort=scope.cohort_id is not None,
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


def _months(session: Session, scope: Scope, period: Period, pairs: list[PairRow]) -> list[ContactMonthRow]:
    """Contacts per month for the charts: the newest twelve months of the period in which the scope had pairs."""
    last = min(period.last or today(session), today(session))
    begun = [pair.started_on for pair in pairs if pair.started_on is not None]
    if not begun:
        return []
    earliest = max(min(begun), add_months(last, 1 - CHART_MONTHS))
    first = max(earliest, period.first) if period.first else earliest
    return contacts.per_month(session, scope, first, last) if first <= last else []


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
