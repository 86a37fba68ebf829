"""What a timeline shows: an item an event, under its month or year, made from rows of the domain. Knows no view."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from mentordesk.domain.timeline import TimelineKind, TimelineRow
from mentordesk.domain.timeline_spans import Stretch

_ICONS = {
    TimelineKind.MILESTONE: "milestone",
    TimelineKind.CHECK_IN: "check_in",
    TimelineKind.CAREER: "career",
    TimelineKind.ANNIVERSARY: "calendar",
    TimelineKind.START: "pairs",
    TimelineKind.END: "flag",
}
# Tone of the node: neutral, left, right, good, or one that stands out: career, together.
_TONES = {
    TimelineKind.MILESTONE: "good",
    TimelineKind.CAREER: "career",
    TimelineKind.ANNIVERSARY: "together",
    TimelineKind.START: "together",
    TimelineKind.END: "together",
}
_FIXED = frozenset({TimelineKind.START, TimelineKind.ANNIVERSARY, TimelineKind.END})


@dataclass(frozen=True)
class TimelineItem:
    """`lead` is bold, `rest` goes on after it, `note` is the second line. `tone` colors the node. `turn` is how a
    folded year names the event; only what stands out has one."""

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
    turn: str = ""

    def sentence(self) -> str:
        """The whole event, for screen readers."""
        return ". ".join(part for part in (f"{self.on_text}: {self.lead}{self.rest}", self.note) if part)


@dataclass(frozen=True)
class Month:
    """The heading of a month, "June 2026"; the year only where it changes."""

    title: str

    def sentence(self) -> str:
        return self.title


@dataclass(frozen=True)
class Year:
    """The heading of a year, which folds and unfolds. `turns` is what stands out in it, said while it is folded."""

    year: int
    title: str
    words: str
    turns: str
    unfolded: bool

    def sentence(self) -> str:
        """The whole year, for screen readers."""
        parts = ", ".join(part for part in (self.words, "" if self.unfolded else self.turns) if part)
        return f"{self.title}: {parts or 'nothing else'}. {'Unfolded' if self.unfolded else 'Folded'}"


def of_rows(rows: Iterable[TimelineRow]) -> list[TimelineItem]:
    """The items of a pair's timeline, in the order of the rows."""
    return [_item(row) for row in rows]


def _item(row: TimelineRow) -> TimelineItem:
    side = row.side.value if row.side is not None and row.kind is TimelineKind.EXCHANGE else ""
    icon = row.channel.value if row.channel is not None else _ICONS.get(row.kind, "contact")
    if row.kind is TimelineKind.EXCHANGE:
        icon = "arrow-down" if side == "left" else "arrow-up"
    if row.skipped:
        icon = "minus"
    return TimelineItem(
        id=row.id,
        on=row.on,
        on_text=row.on_text,
        lead=row.lead,
        rest=row.rest,
        note=row.note,
        icon=icon,
        tone=side or ("neutral" if row.skipped else _TONES.get(row.kind, "neutral")),
        side=side,
        editable=row.kind not in _FIXED,
        turn=row.turn,
    )


def listed(
    spans: Sequence[Stretch[TimelineItem]], unfolded: Callable[[int], bool]
) -> list[TimelineItem | Month | Year]:
    """The items under the headings of their months and years; those of a folded year are left out."""
    found: list[TimelineItem | Month | Year] = []
    for span in spans:
        if span.year is None:
            found += [Month(span.title), *span.events]
            continue
        year = Year(span.year, span.title, span.words, ", ".join(span.turns), unfolded(span.year))
        found += [year, *(span.events if year.unfolded else ())]
    return found
