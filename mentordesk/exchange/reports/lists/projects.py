"""Joint project hours: budgets, what each side has spent of them, and every entry. Rows in, sheets out."""

from mentordesk.domain.reporting import ReportRows
from mentordesk.domain.standalone_reports import HoursLine, ProjectBook, ProjectLine
from mentordesk.exchange.reports.lists.parts import columns, table
from mentordesk.exchange.workbook import SUM, Cells, Column, Sheet, TableSheet, Tint, Total

_OVER = (Tint("watch", below=0),)


def sheets(rows: ReportRows) -> tuple[Sheet, ...]:
    """The projects with all their hours, and the hours of the period one by one."""
    own: ProjectBook = rows.own
    return (_projects(own), _hours(own))


def _projects(own: ProjectBook) -> TableSheet:
    heads = (
        Column("Project", total=Total("count"), noun=("project", "projects")),
        *columns("Pair, Cohort, Approved by"),
        *columns("Approved on, Started, Finished", "date"),
        *columns("Planned, Mentor hours, Mentee hours, Used", "hours", SUM),
        Column("Left", "number", tints=_OVER, total=SUM),
        Column("Outcome", "note"),
    )
    remark = "Planned are the budgets that were approved; used are all hours logged. Left below 0: more than approved."
    return table("Projects", "Projects", heads, [_project(row) for row in own.projects], remark)


def _project(row: ProjectLine) -> Cells:
    used = round(row.left + row.right, 2)
    left = round(row.budget - used, 2) if row.budget else None
    return (
        *(row.project, row.pair, row.cohort, row.approved_by, row.approved_on, row.started_on, row.finished_on),
        *(row.budget, row.left, row.right, used, left, row.outcome),
    )


def _hours(own: ProjectBook) -> TableSheet:
    heads = (
        Column("Date", "date"),
        *columns("Project, Pair, Who"),
        Column("Hours", "number", total=SUM),
        Column("What", "note"),
    )
    return table("Hours", "Hours", heads, [_entry(row) for row in own.hours], "Hours of the period.")


def _entry(row: HoursLine) -> Cells:
    return (row.on, row.project, row.pair, row.who, row.hours, row.what)
