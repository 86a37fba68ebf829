"""What the Reports page reads of the desk, off the GUI thread. Knows no widget."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from mentordesk.domain.report_request import ReportRequest
from mentordesk.domain.reporting import LIST_KINDS, ReportKind

if TYPE_CHECKING:
    from mentordesk.exchange.workbook import Report, Sheet

PREVIEW_ROWS = 500
"""A preview shows so many rows; the workbook has them all, and a line below the table says so."""


@dataclass(frozen=True, slots=True)
class ReportSheet:
    """What the page shows: the report with the sheets called `filled` read, and what one may choose. `report` is None
    where there is none to be shown, and `problem` says why."""

    report: "Report | None"
    filled: frozenset[str]
    programs: list[tuple[int, str]]
    cohorts: list[tuple[int, str]]
    people: Sequence[tuple[int, str, str]] = ()
    problem: str = ""
    advice: str = ""


def page(session: Any, request: ReportRequest, sheet: str) -> ReportSheet:
    """The report with the sheet of this name read, or its first one; what stands alone is read as a whole."""
    from mentordesk.domain.errors import UserError
    from mentordesk.services.reports import personal_data, reporting

    choices = reporting.scopes(session)
    people = personal_data.people(session) if request.kind is ReportKind.PERSONAL_DATA else ()
    try:
        if request.kind in LIST_KINDS:
            found = reporting.report(session, request)
            return ReportSheet(found, frozenset(each.name for each in found.sheets), *choices, people)
        part = part_of(request, sheet)
        found = reporting.preview(session, request, part, PREVIEW_ROWS)
        return ReportSheet(found, frozenset({part.sheet}), *choices)
    except UserError as error:
        return ReportSheet(None, frozenset(), *choices, people, str(error), error.advice)


def part_of(request: ReportRequest, sheet: str) -> ReportKind:
    """The part of a report whose sheet has this name, else the first."""
    return next((part for part in request.parts if part.sheet == sheet), request.parts[0])


def sheet(session: Any, request: ReportRequest, part: ReportKind, limit: int | None) -> "Sheet":
    """One sheet of a report."""
    from mentordesk.services.reports import reporting

    return reporting.sheet(session, request, part, limit)


def table_text(session: Any, request: ReportRequest, name: str) -> tuple[str, str, int]:
    """(the rows of a sheet's table with tabs and line ends, the sheet's name, how many rows)."""
    from mentordesk.exchange.workbook_figures import shown

    found = _whole(session, request, name)
    table = found.table if found.kind != "text" else None
    if table is None:
        return "", found.name, 0
    lines = ["\t".join(column.title for column in table.columns)]
    for cells in table.rows:
        values = zip(cells, table.columns, strict=True)
        lines.append("\t".join(shown(value, column.kind).replace("\n", " ") for value, column in values))
    return "\n".join(lines), found.name, len(lines) - 1


def _whole(session: Any, request: ReportRequest, name: str) -> "Sheet":
    from mentordesk.services.reports import reporting

    if request.kind in LIST_KINDS:
        return next(each for each in reporting.report(session, request).sheets if each.name == name)
    return reporting.sheet(session, request, part_of(request, name))


def report(session: Any, request: ReportRequest, name: str) -> "Report":
    """The whole report, or with a `name` only what is needed to print that sheet."""
    from dataclasses import replace

    from mentordesk.services.reports import reporting

    if not name or request.kind in LIST_KINDS or name not in {part.sheet for part in request.parts}:
        return reporting.report(session, request)
    found = reporting.preview(session, request, part_of(request, name), PREVIEW_ROWS)
    if request.kind is not ReportKind.PROGRAM or name != ReportKind.PROGRAM.sheet:
        return replace(found, sheets=(reporting.sheet(session, request, part_of(request, name)),))
    return found
