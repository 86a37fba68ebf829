"""The program over the years: cohorts side by side, and what each calendar year brought. Rows in, sheets out."""

from mentordesk.domain.reporting import ReportRows
from mentordesk.domain.standalone_reports import CohortInYears, OverTheYears, Year
from mentordesk.exchange.reports.lists.parts import columns, given, share, source, table
from mentordesk.exchange.workbook import (
    SUM,
    Cells,
    Chart,
    Column,
    Figure,
    Note,
    Series,
    Sheet,
    SummarySheet,
    TableSheet,
    Tile,
    Total,
)

_CHARTED = 12
_READING = (
    "A person is new in a cohort where they had no place in one that started earlier, whatever the program; returning "
    "where they had. People who withdrew do not count.",
    "Contacts, hours and points are of the period; people, pairs and milestones are of all time.",
)


def sheets(rows: ReportRows) -> tuple[Sheet, ...]:
    """The summary with the cohorts' people, the cohorts, the years."""
    own: OverTheYears = rows.own
    return (_summary(rows, own), _cohorts(own), _years(own))


def _summary(rows: ReportRows, own: OverTheYears) -> SummarySheet:
    named = [row for row in own.cohorts if row.starts_on]
    began = f"since {min(row.starts_on.year for row in named if row.starts_on)}" if named else "none yet"
    return SummarySheet(
        "Over the years",
        title=f"{rows.scope}: program over the years",
        source=source(rows),
        tiles=(
            Tile("Cohorts", (len(named),), explanation=began, sheet="Cohorts"),
            Tile("Pairs", (Figure("Cohorts", "Pairs", SUM),), explanation="that have begun", sheet="Cohorts"),
            Tile("Enduring", (Figure("Cohorts", "Enduring", SUM),), explanation="still together", sheet="Cohorts"),
            Tile("Project hours", (Figure("Cohorts", "Project hours", SUM),), "hours", "logged", "Cohorts"),
        ),
        charts=_charts(own),
        note=Note("Reading this sheet", _READING),
    )


def _charts(own: OverTheYears) -> tuple[Chart, ...]:
    shown = own.years[-_CHARTED:]
    if not shown:
        return ()
    names = tuple(str(row.year) for row in shown)
    people = (
        Series("New", "s1", tuple(row.first_time for row in shown)),
        Series("Returning", "s3", tuple(row.returning for row in shown)),
    )
    gave = (
        Series("Mentors", "left", tuple(row.left for row in shown)),
        Series("Mentees", "right", tuple(row.right for row in shown)),
    )
    said = f"{sum(row.first_time for row in shown)} new people in {len(shown)} years."
    return (
        Chart("stacked_columns", "People by year of their cohort", names, people, description=said),
        Chart("clustered_columns", "Points given per year", names, gave, description="What both sides gave, by year."),
    )


def _cohorts(own: OverTheYears) -> TableSheet:
    heads = (
        Column("Cohort", total=Total("count"), noun=("cohort", "cohorts")),
        *columns("Program, Format"),
        *columns("Starts, Ends", "date"),
        *columns("People, New people, Pairs, Active, Completed, Ended early, Enduring, Contacts", "integer", SUM),
        *given(),
        Column("Milestones done", "integer", total=SUM),
        Column("Milestones planned", "of", total=SUM),
        Column("Project hours", "hours", total=SUM),
    )
    return table("Cohorts", "Cohorts", heads, [_cohort(row) for row in reversed(own.cohorts)], _READING[0])


def _cohort(row: CohortInYears) -> Cells:
    return (
        *(row.name, row.program, row.format, row.starts_on, row.ends_on, row.people, row.first_time),
        *(row.pairs, row.active, row.completed, row.ended, row.enduring, row.contacts),
        *(row.left, row.right, share(row.left, row.right)),
        *(row.milestones_done, row.milestones_total, row.project_hours),
    )


def _years(own: OverTheYears) -> TableSheet:
    heads = (
        Column("Year", total=Total("count"), noun=("year", "years")),
        *columns("Cohorts started, New people, Returning people, Pairs begun, Pairs ended, Contacts", "integer", SUM),
        Column("Hours", "hours", total=SUM),
        *given(),
    )
    return table("Years", "Years", heads, [_year(row) for row in reversed(own.years)], _READING[1])


def _year(row: Year) -> Cells:
    return (
        *(str(row.year), row.cohorts, row.first_time, row.returning, row.begun, row.ended, row.contacts),
        *(row.minutes / 60, row.left, row.right, share(row.left, row.right)),
    )
