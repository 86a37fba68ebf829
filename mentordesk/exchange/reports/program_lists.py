"""The sheets of goals, of people without a pair, and of what is missing in the desk. Knows no Excel."""

from mentordesk.domain.report_lists import GoalLine, QualityLine, UnpairedLine
from mentordesk.domain.reporting import ReportKind, ReportRows
from mentordesk.exchange.reports.program_sheets import listed
from mentordesk.exchange.workbook import COUNT, Cells, Column, Table, TableSheet, Tint, Total

_GOAL_TINTS = (Tint("good", word="Reached"), Tint("watch", word="Overdue"))
_RATED = "Ratings are 1 to 10, by whoever owns the goal; a change is later minus start."
_WAITING = "A pair that ended early is none; one that was completed or goes on is one."
_SOUND = "Nothing is missing or contradicts itself."
_OPEN = "Each row is one thing to look at. Nothing here changes a figure by itself."


def goals(rows: ReportRows) -> TableSheet:
    """One row is one goal of a pair."""
    columns = (
        *(Column("Pair"), Column("Cohort"), Column("Who")),
        Column("Goal", "note", width=38, total=COUNT, noun=("goal", "goals")),
        Column("State", tints=_GOAL_TINTS, total=Total("count_of", word="Reached"), noun=("reached", "reached")),
        Column("Progress", "percent", total=Total("average")),
        *(Column("At the start", "integer"), Column("Now", "integer"), Column("Change", "score")),
        *(
            Column("Due", "date"),
            Column("Set on", "date", on_screen=True),
            Column("Reached on", "date", on_screen=True),
        ),
    )
    return TableSheet(ReportKind.GOALS.sheet, Table("Goals", columns, listed(rows.goals, _goal)), _RATED)


def _goal(row: GoalLine) -> Cells:
    rated = (row.start_rating, row.end_rating, row.change)
    days = (row.due_on, row.set_on, row.done_on)
    return (row.pair, row.cohort, row.who, row.title or "–", row.state, row.progress / 100, *rated, *days)


def without_pair(rows: ReportRows) -> TableSheet:
    """One row is one place in a cohort that has no pair."""
    columns = (
        Column("Name", total=COUNT, noun=("place", "places")),
        *(Column("Role"), Column("Cohort"), Column("Status"), Column("Why"), Column("Department")),
        *(Column("Location"), Column("Title"), Column("Places", "integer"), Column("Enrolled on", "date")),
        *(Column("Days waiting", "integer"), Column("E-mail", on_screen=True)),
    )
    return TableSheet(
        ReportKind.WITHOUT_PAIR.sheet, Table("Without_pair", columns, listed(rows.unpaired, _unpaired)), _WAITING
    )


def _unpaired(row: UnpairedLine) -> Cells:
    who = (row.name, row.role, row.cohort, row.status, row.why, row.department, row.location, row.title)
    return (*who, row.places, row.enrolled_on, row.waits_days, row.email)


def data_quality(rows: ReportRows) -> TableSheet:
    """One row is one thing that is missing or does not fit."""
    columns = (
        *(Column("Area"), Column("Finding", total=COUNT, noun=("finding", "findings")), Column("Who")),
        *(Column("Cohort"), Column("What", "note", width=48), Column("What to do", "note", width=44)),
    )
    remark = _OPEN if rows.quality.count else _SOUND
    return TableSheet(
        ReportKind.DATA_QUALITY.sheet, Table("Data_quality", columns, listed(rows.quality, _quality)), remark
    )


def _quality(row: QualityLine) -> Cells:
    return (row.area, row.finding, row.about, row.cohort, row.what, row.advice)
