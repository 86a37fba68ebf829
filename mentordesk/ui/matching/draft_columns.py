"""The columns of the list of drafts, and what its figures are called. Knows no table."""

from collections.abc import Callable
from datetime import date

from mentordesk.domain import dates
from mentordesk.domain.matching.draft import DraftRow
from mentordesk.ui.matching.proposal_rows import number
from mentordesk.ui.widgets.column import Column


def columns(shown_id: Callable[[], int | None], today: Callable[[], date]) -> list[Column]:
    """Name, when made, goal and figures; `shown_id` is the draft on the page, which says so."""
    return [
        Column("name", "Draft", lambda row: _name(row, shown_id()), kind="strong", width=120, stretch=True),
        Column("made", "Made", lambda row: made(row, today()), sort=lambda row: row.made_at, width=92),
        Column("goal", "Goal", lambda row: row.goal.word, width=102),
        Column("pairs", "Pairs", lambda row: str(row.pairs), sort=lambda row: row.pairs, align="right", width=54),
        Column(
            "total", "Total", lambda row: number(row.total / 100), sort=lambda row: row.total, align="right", width=62
        ),
        Column("average", "Average", lambda row: number(row.average / 100), sort=_average, align="right", width=70),
        Column("lowest", "Lowest", lowest, sort=lambda row: row.lowest, width=150),
        Column("unmatched", "Unmatched", lambda row: str(row.unmatched), sort=_unmatched, align="right", width=86),
        Column("fixed", "Fixed by you", fixed, sort=lambda row: (row.pinned, row.forbidden), width=152),
    ]


def _average(row: DraftRow) -> int:
    return row.average


def _unmatched(row: DraftRow) -> int:
    return row.unmatched


def _name(row: DraftRow, shown: int | None) -> str:
    return f"{row.name} (open)" if row.id == shown else row.name


def made(row: DraftRow, today: date) -> str:
    """The day, of today the time: "4 Jun", "today 09:41"."""
    day = row.made_at.astimezone()
    return f"today {day:%H:%M}" if day.date() == today else dates.short(day.date(), today)


def lowest(row: DraftRow) -> str:
    """The lowest fit and whose it is: "61 Lena & Hélène"."""
    return f"{number(row.lowest / 100)} {row.lowest_names}".rstrip() if row.pairs else "–"


def fixed(row: DraftRow) -> str:
    """ "2 pinned, 1 forbidden", or nothing."""
    parts = [f"{count} {word}" for count, word in ((row.pinned, "pinned"), (row.forbidden, "forbidden")) if count]
    return ", ".join(parts) or "–"
