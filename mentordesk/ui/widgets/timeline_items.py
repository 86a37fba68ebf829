"""What a timeline shows: one item an event, made from the rows of the domain. Knows no view."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from mentordesk.domain import dates
from mentordesk.domain.timeline import TimelineKind, TimelineRow

_ICONS = {
    TimelineKind.MILESTONE: "milestone",
    TimelineKind.CHECK_IN: "check_in",
    TimelineKind.CAREER: "career",
    TimelineKind.START: "pairs",
    TimelineKind.END: "flag",
}
# Tone of the node: neutral, left, right or good.
_TONES = {TimelineKind.MILESTONE: "good", TimelineKind.CAREER: "good"}


@dataclass(frozen=True)
class TimelineItem:
    """`lead` is bold, `rest` goes on after it, `note` is the second line. `tone` colors the node."""

    id: str
    on: date
    on_text: str
    lead: str
    rest: str = ""
    note: str = ""
    icon: str = "contact"
    tone: str = "neutral"
    side: str = ""
    editable: bool = True

    def sentence(self) -> str:
        """The whole event, for screen readers."""
        return ". ".join(part for part in (f"{self.on_text}: {self.lead}{self.rest}", self.note) if part)


@dataclass(frozen=True)
class Month:
    """The heading of a month, "June 2026"; the year only where it changes."""

    title: str


def of_rows(rows: Iterable[TimelineRow]) -> list[TimelineItem]:
    """The items of a pair's timeline, in the order of the rows."""
    return [_item(row) for row in rows]


def _item(row: TimelineRow) -> TimelineItem:
    side = row.side.value if row.side is not None and row.kind is TimelineKind.EXCHANGE else ""
    icon = row.channel.value if row.channel is not None else _ICONS.get(row.kind, "contact")
    if row.kind is TimelineKind.EXCHANGE:
        icon = "arrow-down" if side == "left" else "arrow-up"
    return TimelineItem(
        id=row.id,
        on=row.on,
        on_text=row.on_text,
        lead=row.lead,
        rest=row.rest,
        note=row.note,
        icon=icon,
        tone=side or _TONES.get(row.kind, "neutral"),
        side=side,
        editable=row.kind not in (TimelineKind.START, TimelineKind.END),
    )


def with_months(items: Iterable[TimelineItem]) -> list[TimelineItem | Month]:
    """The items with a heading before each month."""
    listed: list[TimelineItem | Month] = []
    year = 0
    for (its_year, month), group in groupby(items, lambda item: (item.on.year, item.on.month)):
        name = dates.month_name(month)
        listed.append(Month(f"{name} {its_year}" if its_year != year else name))
        listed += list(group)
        year = its_year
    return listed
