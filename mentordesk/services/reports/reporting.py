"""Reports: made as plain data, previewed, and written as workbooks. The rows are read elsewhere, the layout is
exchange's."""

from collections.abc import Callable, Sequence
from pathlib import Path

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from mentordesk.data.tables import Cohort, Program
from mentordesk.domain.report_request import ReportRequest as ReportRequest
from mentordesk.domain.reporting import ReportKind, ReportRows
from mentordesk.exchange.excel.excel import Written
from mentordesk.exchange.workbook import Report, Sheet
from mentordesk.services.as_of import as_of
from mentordesk.services.desk import now
from mentordesk.services.reports import reading as report_reading
from mentordesk.services.reports.progress import Told
from mentordesk.services.reports.reading import Reading


def report(session: Session, request: ReportRequest, limit: int | None = None) -> Report:
    """A report as plain data: the preview and the workbook are made from the same.

    With a `limit` long lists hold only their first rows, and their count: enough to look at, not to be written.
    Raises UserError where the reader may not have it.
    """
    request.check()
    return _build(report_reading.rows(session, Reading(request, limit)), request.parts, request.kind)


def preview(session: Session, request: ReportRequest, part: ReportKind, limit: int) -> Report:
    """All sheets of a report with their counts, of which one is filled: `sheet` reads another when it is looked at."""
    request.check()
    return _build(report_reading.rows(session, Reading(request, limit, part)), request.parts, request.kind)


def sheet(session: Session, request: ReportRequest, part: ReportKind, limit: int | None = None) -> Sheet:
    """One sheet of a report alone, as it is in the whole one."""
    request.check()
    found = report_reading.rows(session, Reading(request, limit, part, counting=False))
    return _build(found, (part,), request.kind).sheets[0]


def rows(session: Session, request: ReportRequest, limit: int | None = None) -> ReportRows:
    """Everything the report tells, as its reader may have it: contacts, exchanges and check-ins of the period, all else
    as of its end."""
    request.check()
    return report_reading.rows(session, Reading(request, limit))


def save(
    session: Session,
    request: ReportRequest,
    path: Path,
    progress: Callable[[int, int], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> Written:
    """Read a report and write it as a workbook in one go: long lists go from the desk to the file row by row.

    `progress` hears of steps done and all steps, `cancelled` is asked often, while reading too. Raises UserError where
    the reader may not have it, CancelledError, and FileError where the file cannot be written.
    """
    request.check()
    told = Told(report_reading.STEPS, progress, cancelled)
    reading = Reading(request, passing=True, made_at=now(session), step=told.step)
    with as_of(session, request.day):
        found = report_reading.rows(session, reading)
        return write(_build(found, request.parts, request.kind), path, told.writing, cancelled)


def _build(found: ReportRows, parts: Sequence[ReportKind], kind: ReportKind) -> Report:
    from mentordesk.exchange.reports import program_report as layout

    return layout.build(found, kind, parts)


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
    from mentordesk.exchange.excel import excel

    return excel.write(report, path, progress, cancelled)


def write_empty_roster(path: Path) -> Written:
    """An empty roster with explained columns, to be filled in and imported."""
    from mentordesk.exchange.excel import excel

    return excel.write_template(path)
