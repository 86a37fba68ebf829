"""What the sheets of the reports that stand alone share: where they come from, and columns of both sides."""

from collections.abc import Sequence
from typing import cast

from mentordesk.domain.dates import short
from mentordesk.domain.reporting import ReportRows
from mentordesk.exchange.workbook import SHARE_TINTS, SUM, Cells, Column, Kind, Table, TableSheet, Total

BOTH = Total("share", part="Mentor gave", rest="Mentee gave")


def source(rows: ReportRows) -> str:
    """The line below the title of a summary: desk, scope, period, and the day it was made."""
    from mentordesk.exchange.reports.definitions import period_words

    made = f"Made on {short(rows.made_at.date())} {rows.made_at:%Y at %H:%M} with MentorDesk."
    return f"{rows.desk}. {rows.facts} Period {period_words(rows)}. {made}"


def given() -> tuple[Column, ...]:
    """What both sides gave, and the mentor's share of it."""
    return (
        Column("Mentor gave", "points", bar="left", total=SUM),
        Column("Mentee gave", "points", bar="right", total=SUM),
        Column("Share given by mentor", "percent", tints=SHARE_TINTS, total=BOTH),
    )


def share(left: int, right: int) -> float | None:
    """The part of all points the mentors' side gave, 0 to 1; None without points."""
    return left / (left + right) if left + right else None


def columns(words: str, kind: str = "text", total: Total | None = None) -> tuple[Column, ...]:
    """Several columns of one kind, their titles divided by commas."""
    return tuple(Column(title, cast("Kind", kind), total=total) for title in words.split(", "))


def table(name: str, title: str, heads: Sequence[Column], rows: Sequence[Cells], remark: str = "") -> TableSheet:
    """A sheet with one table; `name` is what formulas call it."""
    return TableSheet(title, Table(name, tuple(heads), rows), remark)
