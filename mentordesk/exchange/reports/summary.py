"""The sheet Summary: the figures, one table and charts that HR reads first. Knows no Excel."""

from datetime import date

from mentordesk.domain.closing import sentence
from mentordesk.domain.contacts import CHANNEL_GROUPS
from mentordesk.domain.dates import long, month_name
from mentordesk.domain.figures import Figures
from mentordesk.domain.pairs import PairRow
from mentordesk.domain.report_readers import has_answers
from mentordesk.domain.reporting import CohortLine, Reader, ReportKind, ReportRows
from mentordesk.domain.standing import Side
from mentordesk.exchange.reports import outcomes
from mentordesk.exchange.reports import program_sheets as sheets
from mentordesk.exchange.reports.definitions import period_words
from mentordesk.exchange.workbook import (
    AVERAGE,
    HEALTH_TINTS,
    RATING_TINTS,
    SHARE_TINTS,
    SUM,
    Cells,
    Chart,
    Color,
    Column,
    Note,
    Series,
    SummarySheet,
    Table,
    Tile,
    Total,
)

_GROUP_COLORS: tuple[Color, ...] = ("s1", "s2", "s3", "s4")
_READING = (
    "Health is the worst of four signals: contact, balance, check-in, milestones.",
    "Share given by mentor is marked above 67 % and below 33 %: one side gave more than twice as much.",
    "All rules: sheet “Definitions”.",
)
_OF_ACTIVE = "Milestones, check-ins and project hours at the top are of active pairs; the table has all that began."
_ONE_PAGE = 15
"""With more rows than these the charts would be cut by the end of the page: they come before the table."""
_BOTH = Total("share", part="Mentor gave", rest="Mentee gave")


def summary(rows: ReportRows) -> SummarySheet:
    """Tiles, the pairs of one cohort or the cohorts, charts by month, how to read it."""
    title = f"{rows.scope}: program report"
    if rows.figures is None:
        return SummarySheet(ReportKind.PROGRAM.sheet, title=title, source="")
    made = f"Made on {long(rows.made_at.date())} at {rows.made_at:%H:%M} with MentorDesk."
    as_of = f" Figures as of {long(rows.day)}." if rows.day != rows.made_at.date() else ""
    by_pair = rows.one_cohort and rows.reader is not Reader.PUBLIC
    table = _pair_table(rows) if by_pair else _cohort_table(rows)
    return SummarySheet(
        ReportKind.PROGRAM.sheet,
        title=title,
        source=f"{rows.desk}. {rows.facts} Period {period_words(rows)}.{as_of} {made}",
        tiles=(*_tiles(rows), *(outcomes.tiles(rows.metrics) if rows.metrics is not None else ())),
        table_title="Pairs" if by_pair else "Cohorts",
        table=table,
        charts=_charts(rows),
        charts_first=len(table.rows) > _ONE_PAGE,
        note=Note("Reading this sheet", (*_reading(rows), *_said_at_the_close(rows))),
    )


def _reading(rows: ReportRows) -> tuple[str, ...]:
    active = rows.figures is not None and rows.figures.active_pairs
    return (*_READING[:-1], *((_OF_ACTIVE,) if active else ()), _READING[-1])


def _said_at_the_close(rows: ReportRows) -> tuple[str, ...]:
    """What was named first, by role: "Mentors name leadership skills first: 17 of 40." """
    said = [sentence(group) for group in rows.named.by_role]
    return (f"Closing survey. {' '.join(said)}",) if said else ()


def _tiles(rows: ReportRows) -> tuple[Tile, ...]:
    figures, counts = rows.figures, rows.counts
    assert figures is not None
    on_time = figures.milestones_on_time_percent
    health = f"{figures.on_track:,} on track, {figures.watch:,} watch, {figures.at_risk:,} at risk"
    due = f"{figures.milestones_on_time:,} of {figures.milestones_due:,}, {figures.milestones_overdue:,} overdue"
    given = _sides(counts.of_side(Side.LEFT), counts.of_side(Side.RIGHT))
    contact = f"{figures.in_contact_30:,} of {figures.active_pairs:,}" if figures.active_pairs else "–"
    new = f"active pairs; {figures.new_without_contact:,} new, no contact yet" if figures.new_without_contact else ""
    hours = f"of {figures.project_budget:,g} planned"
    return (
        Tile("Active pairs", (figures.active_pairs,), explanation=health, sheet="Pairs"),
        Tile("In contact, 30 days", (contact,), explanation=new or _which(figures), sheet="Pairs"),
        Tile("Milestones on time", ("–" if on_time is None else on_time / 100,), "percent", due, "Milestones"),
        _average(rows, figures),
        Tile("Given in the period", (given,), explanation=_give_and_take(figures), sheet="Give and take"),
        Tile("Project hours", (figures.project_hours,), "hours", hours, "Pairs"),
    )


def _average(rows: ReportRows, figures: Figures) -> Tile:
    """The check-in average; of so few that it would tell who said what, HR alone sees it."""
    label, sheet, few = "Check-in average", "Check-ins", rows.named.smallest
    if figures.check_in_average is None:
        return Tile(label, ("–",), "average", f"0 of {figures.check_in_asked:,} answered", sheet)
    if figures.check_in_answered < few and not has_answers(rows.reader):
        return Tile(label, ("–",), "average", f"fewer than {few} answers", sheet)
    answered = f"of 5, {figures.check_in_answered:,} of {figures.check_in_asked:,} answered"
    return Tile(label, (figures.check_in_average,), "average", answered, sheet)


def _give_and_take(figures: Figures) -> str:
    """The figure Give and take, of the balance window, beside the points of the period."""
    if not figures.left_points and not figures.right_points:
        return "points"
    balance = _sides(figures.left_points, figures.right_points).replace(" ", "\N{NO-BREAK SPACE}")
    return f"points; balance {balance}"


def _which(figures: Figures) -> str:
    return "active pairs" if figures.active_pairs else "no pair is active"


def _sides(left: int, right: int) -> str:
    """A dash where nobody gave anything."""
    return f"{left:,} : {right:,}" if left or right else "–"


def _pair_table(rows: ReportRows) -> Table:
    columns = (
        Column("Pair", total=Total("count"), noun=("pair", "pairs")),
        Column("Health", tints=HEALTH_TINTS, total=Total("count_of", word="On track"), noun=("on track", "on track")),
        Column("Last contact", "date"),
        Column("Contacts", "integer", total=SUM),
        *_given(),
        Column("Milestones done", "integer", width=11, total=SUM),
        Column("Milestones planned", "of", width=11, total=SUM),
        Column("Overdue", "integer", width=10, total=SUM),
        *(() if rows.rates is None else _RATES),
        Column("Project hours", "hours", width=10, total=SUM),
    )
    begun = [row for row in rows.pairs.rows if row.begun]
    return Table("Pairs_summary", columns, [_pair(row, rows) for row in begun])


_RATES = tuple(
    Column(title, "average", width=9, tints=RATING_TINTS, total=AVERAGE) for title in ("Mentor rates", "Mentee rates")
)


def _given() -> tuple[Column, ...]:
    return (
        Column("Mentor gave", "points", bar="left", total=SUM),
        Column("Mentee gave", "points", bar="right", total=SUM),
        Column("Share given by mentor", "percent", tints=SHARE_TINTS, total=_BOTH),
    )


def _pair(row: PairRow, rows: ReportRows) -> Cells:
    counts = rows.counts
    return (
        *(row.name, row.health.word if row.health else row.status.word, row.last_contact_on),
        *(counts.contacts.get(row.id, 0), *(counts.points.get((row.id, side), 0) for side in Side)),
        counts.share(row.id),
        *(row.milestones_done, row.milestones_total, row.milestones_overdue),
        *(() if rows.rates is None else rows.rates.get(row.id, (None, None))),
        row.project_hours,
    )


def _cohort_table(rows: ReportRows) -> Table:
    columns = (
        Column("Cohort", total=Total("count"), noun=("cohort", "cohorts")),
        *(Column("Starts", "date"), Column("Pairs", "integer", total=SUM), Column("Active", "integer", total=SUM)),
        *(Column("Contacts", "integer", total=SUM), *_given()),
        *(Column("Milestones done", "integer", total=SUM), Column("Milestones planned", "of", total=SUM)),
        *(Column("Overdue", "integer", total=SUM), Column("Project hours", "hours", total=SUM)),
    )
    return Table("Cohorts_summary", columns, [_cohort(row) for row in rows.cohorts])


def _cohort(row: CohortLine) -> Cells:
    return (
        *(row.name, row.starts_on, row.pairs, row.active, row.contacts, row.left, row.right, row.share),
        *(row.milestones_done, row.milestones_total, row.milestones_overdue, row.project_hours),
    )


def _charts(rows: ReportRows) -> tuple[Chart, ...]:
    months = sheets.months_of(rows)
    if not months:
        return ()
    names = tuple(month_name(month.month)[:3] for month in months)
    found = {(row.month, row.group): row.count for row in rows.contact_months}
    stacks = tuple(
        Series(group, color, tuple(found.get((month, group), 0) for month in months))
        for group, color in zip(CHANNEL_GROUPS, _GROUP_COLORS, strict=True)
    )
    contacts = Chart(
        "stacked_columns",
        "Contacts per month",
        names,
        stacks,
        ("Target", (round(rows.target_per_month, 1),) * len(months)),
        f"{sum(found.values()):,} contacts in {len(months)} months.",
    )
    return contacts, _points_chart(rows, months, names)


def _points_chart(rows: ReportRows, months: list[date], names: tuple[str, ...]) -> Chart:
    return Chart(
        "clustered_columns",
        "Points given per month",
        names,
        (
            Series("Mentors", "left", tuple(rows.point_months.get((month, Side.LEFT), 0) for month in months)),
            Series("Mentees", "right", tuple(rows.point_months.get((month, Side.RIGHT), 0) for month in months)),
        ),
        description="What mentors and what mentees gave, month by month.",
    )
