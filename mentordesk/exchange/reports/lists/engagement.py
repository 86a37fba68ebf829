"""Engagement by month: figures, two charts, every month, and the contacts of each pair. Rows in, sheets out."""

from datetime import date

from mentordesk.domain.contacts import CHANNEL_GROUPS
from mentordesk.domain.dates import month_name
from mentordesk.domain.reporting import ReportRows
from mentordesk.domain.standalone_reports import Engagement, EngagementMonth, EngagementPair
from mentordesk.exchange.reports.lists.parts import columns, given, share, source, table
from mentordesk.exchange.workbook import (
    SUM,
    Cells,
    Chart,
    Color,
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

_COLORS: tuple[Color, ...] = ("s1", "s2", "s3", "s4")
_CHARTED = 12
_GIVEN = (Figure("Months", "Mentor gave", SUM), " : ", Figure("Months", "Mentee gave", SUM))
_READING = (
    "Active pairs are those at the end of the month, of the current month those of today. A pair is in contact where "
    "it had at least one contact in the month, informal ones count.",
    "Of a pair that was paused the days are not on record: it does not count as active in any month.",
)


def sheets(rows: ReportRows) -> tuple[Sheet, ...]:
    """The summary, the months with their totals, and the pairs by month where the reader may see pairs."""
    own: Engagement = rows.own
    by_pair = (_pairs(own),) if own.pairs else ()
    return (_summary(rows, own), _months(own), *by_pair)


def _summary(rows: ReportRows, own: Engagement) -> SummarySheet:
    return SummarySheet(
        "Engagement",
        title=f"{rows.scope}: engagement by month",
        source=source(rows),
        tiles=_tiles(own),
        charts=_charts(own) if own.months else (),
        note=Note("Reading this sheet", _READING),
    )


def _tiles(own: Engagement) -> tuple[Tile, ...]:
    if not own.months:
        return (Tile("Contacts", (0,), explanation="No pair has started yet"),)
    newest = own.months[-1]
    where = f"in {_month(newest.month)}"
    return (
        Tile("Contacts", (Figure("Months", "Contacts", SUM),), explanation=_span(own), sheet="Months"),
        Tile("Hours in contact", (Figure("Months", "Hours", SUM),), "hours", "minutes of all contacts ÷ 60", "Months"),
        Tile("Pairs in contact", (f"{newest.met:,} of {newest.active:,}",), explanation=where, sheet="Months"),
        Tile("Given in the period", _GIVEN, explanation="points, mentors : mentees", sheet="Months"),
    )


def _span(own: Engagement) -> str:
    first, last = own.months[0].month, own.months[-1].month
    return f"in {_month(first)}" if first == last else f"{_month(first)} to {_month(last)}"


def _month(month: date) -> str:
    return f"{month_name(month.month)[:3]} {month.year}"


def _charts(own: Engagement) -> tuple[Chart, ...]:
    shown = own.months[-_CHARTED:]
    names = tuple(month_name(row.month.month)[:3] for row in shown)
    stacks = tuple(
        Series(group, color, tuple(row.contacts[place] for row in shown))
        for place, (group, color) in enumerate(zip(CHANNEL_GROUPS, _COLORS, strict=True))
    )
    target = ("Target", (round(own.target, 1),) * len(shown))
    said = f"{sum(row.total for row in shown)} contacts in {len(shown)} months."
    gave = (
        Series("Mentors", "left", tuple(row.left for row in shown)),
        Series("Mentees", "right", tuple(row.right for row in shown)),
    )
    return (
        Chart("stacked_columns", "Contacts per month", names, stacks, target, said),
        Chart(
            "clustered_columns",
            "Points given per month",
            names,
            gave,
            description="What mentors and what mentees gave, month by month.",
        ),
    )


def _months(own: Engagement) -> TableSheet:
    heads = (
        Column("Month", total=Total("count"), noun=("month", "months")),
        *columns("Active pairs, In contact", "integer"),
        Column("Share in contact", "percent"),
        Column("Contacts", "integer", total=SUM),
        *columns(", ".join(CHANNEL_GROUPS), "integer", SUM),
        Column("Hours", "hours", total=SUM),
        *given(),
    )
    return table("Months", "Months", heads, [_cells(row) for row in reversed(own.months)], _READING[0])


def _cells(row: EngagementMonth) -> Cells:
    in_contact = min(row.met / row.active, 1.0) if row.active else None
    return (
        *(_month(row.month), row.active, row.met, in_contact, row.total, *row.contacts, row.minutes / 60),
        *(row.left, row.right, share(row.left, row.right)),
    )


def _pairs(own: Engagement) -> TableSheet:
    heads = (
        Column("Pair", total=Total("count"), noun=("pair", "pairs")),
        *columns("Cohort, Status"),
        *(Column(_month(month), "integer", width=7, total=SUM) for month in own.newest),
        Column("Contacts", "integer", total=SUM),
    )
    remark = f"Contacts in the newest {len(own.newest)} months; empty where the two were no pair."
    return table("Pairs_by_month", "Pairs by month", heads, [_pair(row) for row in own.pairs], remark)


def _pair(row: EngagementPair) -> Cells:
    return (row.pair, row.cohort, row.status.word, *row.contacts, sum(count or 0 for count in row.contacts))
