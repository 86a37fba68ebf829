"""The program report: what HR reads first, then every fact behind it. Rows in, Report out; knows no desk."""

from collections.abc import Callable, Sequence
from datetime import date

from mentordesk.domain.closing import sentence
from mentordesk.domain.contacts import CHANNEL_GROUPS
from mentordesk.domain.dates import month_name, short
from mentordesk.domain.figures import Figures
from mentordesk.domain.pairs import PairRow, PairStatus
from mentordesk.domain.reporting import CohortLine, PeriodCounts, ReportKind, ReportRows
from mentordesk.domain.standing import Side
from mentordesk.exchange.reports import program_sheets as sheets
from mentordesk.exchange.reports import voices
from mentordesk.exchange.reports.about import about, period_words
from mentordesk.exchange.workbook import (
    HEALTH_TINTS,
    SHARE_TINTS,
    SUM,
    Cells,
    Chart,
    Color,
    Column,
    Note,
    Properties,
    Report,
    Series,
    Sheet,
    SummarySheet,
    Table,
    Tile,
    Total,
)

_GROUP_COLORS: tuple[Color, ...] = ("s1", "s2", "s3", "s4")
_READING = (
    "Health is the worst of four signals: contact, balance, check-in, milestones.",
    "Share given by mentor is marked above 67 % and below 33 %: one side gave more than twice as much.",
    "All rules: sheet “About”.",
)
_BOTH = Total("share", part="Mentor gave", rest="Mentee gave")


def build(
    rows: ReportRows, kind: ReportKind = ReportKind.PROGRAM, parts: Sequence[ReportKind] = tuple(ReportKind)
) -> Report:
    """The workbook of a kind: the sheets of its parts, those of what is rarer only where there are rows of it, and what
    everything means."""
    lists: dict[ReportKind, Callable[[], Sheet]] = {
        ReportKind.PROGRAM: lambda: _summary(rows),
        ReportKind.PARTICIPANTS: lambda: sheets.participants(rows),
        ReportKind.PAIRS: lambda: sheets.pairs(rows),
        ReportKind.MILESTONES: lambda: sheets.milestones(rows),
        ReportKind.CONTACTS: lambda: sheets.contacts(rows),
        ReportKind.GIVE_AND_TAKE: lambda: sheets.give_and_take(rows),
        ReportKind.CHECK_INS: lambda: voices.check_ins(rows),
        ReportKind.BENEFITS: lambda: voices.benefits(rows),
    }
    rare = {ReportKind.CHECK_INS: rows.check_ins.count, ReportKind.BENEFITS: len(rows.named.sides)}
    chosen = [lists[part]() for part in parts if len(parts) == 1 or rare.get(part, 1)]
    return Report(
        title=f"{rows.scope}: {kind.heading.lower()}",
        file_name=f"{_file_name(rows.scope)} {kind.heading.lower()}.xlsx",
        sheets=(*chosen, about(rows)),
        properties=Properties(company=rows.desk, subject="Mentoring", made=rows.made_at),
    )


def _file_name(scope: str) -> str:
    """The scope without what a file name cannot hold."""
    return "".join("-" if letter in '\\/:*?"<>|' else letter for letter in scope).strip(" .") or "Desk"


def _summary(rows: ReportRows) -> SummarySheet:
    title = f"{rows.scope}: program report"
    if rows.figures is None:
        return SummarySheet(ReportKind.PROGRAM.sheet, title=title, source="")
    made = f"Made on {short(rows.made_at.date())} {rows.made_at:%Y at %H:%M} with MentorDesk."
    return SummarySheet(
        ReportKind.PROGRAM.sheet,
        title=title,
        source=f"{rows.desk}. {rows.facts} Period {period_words(rows)}. {made}",
        tiles=_tiles(rows.figures, rows.counts),
        table_title="Pairs" if rows.one_cohort else "Cohorts",
        table=_pair_table(rows) if rows.one_cohort else _cohort_table(rows),
        charts=_charts(rows),
        note=Note("Reading this sheet", (*_READING, *_said_at_the_close(rows))),
    )


def _said_at_the_close(rows: ReportRows) -> tuple[str, ...]:
    """What was named first, by role: "Mentors name leadership skills first: 17 of 40." """
    said = [sentence(group) for group in rows.named.by_role]
    return (f"Closing survey. {' '.join(said)}",) if said else ()


def _tiles(figures: Figures, counts: PeriodCounts) -> tuple[Tile, ...]:
    on_time = figures.milestones_on_time_percent
    health = f"{figures.on_track} on track, {figures.watch} watch, {figures.at_risk} at risk"
    due = f"{figures.milestones_on_time} of {figures.milestones_due}, {figures.milestones_overdue} overdue"
    average = "–" if figures.check_in_average is None else figures.check_in_average
    answered = f"of 5, {figures.check_in_answered} of {figures.check_in_asked} answered"
    given = f"{counts.of_side(Side.LEFT)} : {counts.of_side(Side.RIGHT)}"
    contact = f"{figures.in_contact_30} of {figures.active_pairs}"
    hours = f"of {figures.project_budget:g} planned"
    return (
        Tile("Active pairs", (figures.active_pairs,), explanation=health, sheet="Pairs"),
        Tile("In contact, 30 days", (contact,), explanation="active pairs", sheet="Pairs"),
        Tile("Milestones on time", ("–" if on_time is None else on_time / 100,), "percent", due, "Milestones"),
        Tile("Check-in average", (average,), "average", answered, "Check-ins"),
        Tile("Given in the period", (given,), explanation=_give_and_take(figures), sheet="Give and take"),
        Tile("Project hours", (figures.project_hours,), "hours", hours, "Pairs"),
    )


def _give_and_take(figures: Figures) -> str:
    """The figure Give and take, of the balance window, beside the points of the period."""
    return f"points; balance {figures.left_points} : {figures.right_points}, {figures.in_balance} in balance"


def _pair_table(rows: ReportRows) -> Table:
    columns = (
        Column("Pair", total=Total("count"), noun=("pair", "pairs")),
        Column("Health", tints=HEALTH_TINTS, total=Total("count_of", word="On track"), noun=("on track", "on track")),
        Column("Last contact", "date"),
        Column("Contacts", "integer", total=SUM),
        *_given(),
        Column("Milestones done", "integer", total=SUM),
        Column("Milestones planned", "of", total=SUM),
        Column("Overdue", "integer", total=SUM),
        Column("Project hours", "hours", total=SUM),
    )
    begun = [row for row in rows.pairs.rows if row.status is not PairStatus.PROPOSED]
    return Table("Pairs_summary", columns, [_pair(row, rows.counts) for row in begun])


def _given() -> tuple[Column, ...]:
    return (
        Column("Mentor gave", "points", bar="left", total=SUM),
        Column("Mentee gave", "points", bar="right", total=SUM),
        Column("Share given by mentor", "percent", tints=SHARE_TINTS, total=_BOTH),
    )


def _pair(row: PairRow, counts: PeriodCounts) -> Cells:
    return (
        *(row.name, row.health.word if row.health else row.status.word, row.last_contact_on),
        *(counts.contacts.get(row.id, 0), *(counts.points.get((row.id, side), 0) for side in Side)),
        counts.share(row.id),
        *(row.milestones_done, row.milestones_total, row.milestones_overdue, row.project_hours),
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
        f"{sum(found.values())} contacts in {len(months)} months.",
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
