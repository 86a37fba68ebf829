"""The program report: what HR reads first, then every fact behind it. Rows in, Report out; knows no desk."""

from collections.abc import Callable
from datetime import date

from mentordesk.domain.contacts import CHANNEL_GROUPS, POINTS
from mentordesk.domain.dates import long, month_name, short
from mentordesk.domain.pairs import PairRow, PairStatus
from mentordesk.domain.reporting import PeriodCounts, ReportKind, ReportRows
from mentordesk.domain.standing import Side
from mentordesk.exchange.reports import program_sheets as sheets
from mentordesk.exchange.workbook import (
    HEALTH_TINTS,
    SHARE_TINTS,
    SUM,
    Cells,
    Chart,
    Color,
    Column,
    Definition,
    Heading,
    Note,
    Properties,
    Report,
    Series,
    Sheet,
    SummarySheet,
    Table,
    TextSheet,
    Tile,
    Total,
)

_GROUP_COLORS: tuple[Color, ...] = ("s1", "s2", "s3", "s4")
_BOTH = Total("share", part="Mentor gave", rest="Mentee gave")


def build(rows: ReportRows, kind: ReportKind = ReportKind.PROGRAM) -> Report:
    """The workbook of a kind: the program report has every sheet, the others one list and what it means."""
    lists: dict[ReportKind, Callable[[], Sheet]] = {
        ReportKind.PARTICIPANTS: lambda: sheets.participants(rows),
        ReportKind.PAIRS: lambda: sheets.pairs(rows),
        ReportKind.MILESTONES: lambda: sheets.milestones(rows),
        ReportKind.CONTACTS: lambda: sheets.contacts(rows),
        ReportKind.GIVE_AND_TAKE: lambda: sheets.give_and_take(rows),
    }
    whole = kind is ReportKind.PROGRAM
    chosen = (_summary(rows, rows.counts), *(make() for make in lists.values())) if whole else (lists[kind](),)
    return Report(
        title=f"{rows.scope}: {kind.heading.lower()}",
        file_name=f"{_file_name(rows.scope)} {kind.heading.lower()}.xlsx",
        sheets=(*chosen, _about(rows)),
        properties=Properties(company=rows.desk, subject="Mentoring", made=rows.made_at),
    )


def _file_name(scope: str) -> str:
    """The scope without what a file name cannot hold."""
    return "".join("-" if letter in '\\/:*?"<>|' else letter for letter in scope).strip(" .") or "Desk"


def period_words(rows: ReportRows) -> str:
    first, last = rows.period.first, rows.period.last or rows.made_at.date()
    return f"{short(first)} {first.year} to {short(last)} {last.year}" if first else f"up to {short(last)} {last.year}"


def _summary(rows: ReportRows, counts: PeriodCounts) -> SummarySheet:
    made = f"Made on {short(rows.made_at.date())} {rows.made_at:%Y at %H:%M} with MentorDesk."
    return SummarySheet(
        "Summary",
        title=f"{rows.scope}: program report",
        source=f"{rows.desk}. {rows.facts} Period {period_words(rows)}. {made}",
        tiles=_tiles(rows, counts),
        table_title="Pairs" if rows.one_cohort else "Cohorts",
        table=_pair_table(rows, counts) if rows.one_cohort else _cohort_table(rows, counts),
        charts=_charts(rows),
        note=Note(
            "Reading this sheet",
            (
                "Health is the worst of four signals: contact, balance, check-in, milestones.",
                "Share given by mentor is marked above 67 % and below 33 %: one side gave more than twice as much.",
                "All rules: sheet “About”.",
            ),
        ),
    )


def _tiles(rows: ReportRows, counts: PeriodCounts) -> tuple[Tile, ...]:
    figures = rows.figures
    left = sum(points for (_, side), points in counts.points.items() if side is Side.LEFT)
    right = sum(points for (_, side), points in counts.points.items() if side is Side.RIGHT)
    on_time = figures.milestones_on_time_percent
    health = f"{figures.on_track} on track, {figures.watch} watch, {figures.at_risk} at risk"
    due = f"{figures.milestones_on_time} of {figures.milestones_due}, {figures.milestones_overdue} overdue"
    average = "–" if figures.check_in_average is None else figures.check_in_average
    answered = f"of 5, {figures.check_in_answered} of {figures.check_in_asked} answered"
    return (
        Tile("Active pairs", (figures.active_pairs,), explanation=health),
        Tile(
            "In contact, 30 days", (f"{figures.in_contact_30} of {figures.active_pairs}",), explanation="active pairs"
        ),
        Tile("Milestones on time", ("–" if on_time is None else on_time / 100,), "percent", due),
        Tile("Check-in average", (average,), "average", answered),
        Tile(
            "Given in the period",
            (f"{left} : {right}",),
            explanation=f"points; {figures.in_balance} pairs in balance today",
        ),
        Tile("Project hours", (figures.project_hours,), "hours", f"of {figures.project_budget:g} planned"),
    )


def _pair_table(rows: ReportRows, counts: PeriodCounts) -> Table:
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
    begun = [row for row in rows.pairs if row.status is not PairStatus.PROPOSED]
    return Table("Pairs_summary", columns, [_pair(row, counts) for row in begun])


def _given() -> tuple[Column, ...]:
    return (
        Column("Mentor gave", "points", bar="left", total=SUM),
        Column("Mentee gave", "points", bar="right", total=SUM),
        Column("Share given by mentor", "percent", tints=SHARE_TINTS, total=_BOTH),
    )


def _pair(row: PairRow, counts: PeriodCounts) -> Cells:
    return (
        *(row.name, row.health.word if row.health else row.status.word, row.last_contact_on),
        *(counts.contacts.get(row.id, 0), *_points([row], counts), counts.share(row.id)),
        *(row.milestones_done, row.milestones_total, row.milestones_overdue, row.project_hours),
    )


def _points(pairs: list[PairRow], counts: PeriodCounts) -> tuple[int, int]:
    left, right = (sum(counts.points.get((row.id, side), 0) for row in pairs) for side in (Side.LEFT, Side.RIGHT))
    return left, right


def _cohort_table(rows: ReportRows, counts: PeriodCounts) -> Table:
    columns = (
        Column("Cohort", total=Total("count"), noun=("cohort", "cohorts")),
        *(Column("Starts", "date"), Column("Pairs", "integer", total=SUM), Column("Active", "integer", total=SUM)),
        *(Column("Contacts", "integer", total=SUM), *_given()),
        *(Column("Milestones done", "integer", total=SUM), Column("Milestones planned", "of", total=SUM)),
        *(Column("Overdue", "integer", total=SUM), Column("Project hours", "hours", total=SUM)),
    )
    named = {cohort.id: (cohort.name, cohort.starts_on) for cohort in rows.cohorts}
    groups: dict[int | None, list[PairRow]] = {cohort.id: [] for cohort in rows.cohorts}
    for row in rows.pairs:
        if row.status is not PairStatus.PROPOSED:
            groups.setdefault(row.cohort_id, []).append(row)
    cells = [
        (*named.get(key or 0, ("Without a cohort", None)), *_group(pairs, counts)) for key, pairs in groups.items()
    ]
    return Table("Cohorts_summary", columns, cells)


def _group(pairs: list[PairRow], counts: PeriodCounts) -> Cells:
    left, right = _points(pairs, counts)
    return (
        *(len(pairs), sum(row.status is PairStatus.ACTIVE for row in pairs)),
        *(sum(counts.contacts.get(row.id, 0) for row in pairs), left, right),
        left / (left + right) if left + right else None,
        *(sum(row.milestones_done for row in pairs), sum(row.milestones_total for row in pairs)),
        *(sum(row.milestones_overdue for row in pairs), sum(row.project_hours for row in pairs)),
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


def _about(rows: ReportRows) -> TextSheet:
    points = "; ".join(f"{number} {meaning}" for number, meaning in POINTS.items())
    return TextSheet(
        "About",
        "About this report",
        (
            Definition("Desk", rows.desk),
            Definition("Scope", rows.scope),
            Definition("Period", period_words(rows)),
            Definition("Made on", long(rows.made_at.date())),
            Heading("Definitions"),
            Definition("Active pairs", "Pairs that are active on the day the report was made."),
            Definition(
                "In contact, 30 days", "Active pairs whose newest contact of any channel is 30 days old or less."
            ),
            Definition("Points", f"The weight of what one side gave: {points}."),
            Definition("Mentor gave, Mentee gave", f"Points of each side in the period. {sheets.PEERS}"),
            Definition("Share given by mentor", "Points the mentor gave ÷ points both gave in the period."),
            Definition(
                "Balance",
                "Of the last 6 months, from 6 points on. In balance: neither side gave more than twice as much; "
                "leaning: up to four times; one-sided: more.",
            ),
            Definition(
                "Health", "The worst of four signals: contact, balance, check-in, milestones. Active pairs only."
            ),
            Definition(
                "Milestones on time", "Done on or before the due date ÷ (done + overdue). Skipped ones do not count."
            ),
            Definition(
                "Check-in average", "The mean of the latest answers on trust, value, balance and progress, 1 to 5."
            ),
            Definition("Contact", "A meeting, call, text, e-mail, coffee or event of a pair. Informal ones count."),
            Definition("Confidential", "Comments of check-ins and notes of pairs are never part of this report."),
        ),
    )
