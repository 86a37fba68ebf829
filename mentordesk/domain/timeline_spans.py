"""A long timeline in stretches: the months of the last year, then one for each year, said in a few words.

Knows no pair and no widget: an event has a day, an id that begins with its kind, and the turn it was, if it was one.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import Generic, Protocol, TypeVar

from mentordesk.domain.dates import add_months, month_name
from mentordesk.domain.timeline import TimelineKind
from mentordesk.domain.wording import counted

MONTHS_APART = 12
"""So many months, back from the newest event, stand by themselves; what is older stands by years."""
FOLDED_FROM = 30
"""From so many older events on the years are folded at first: a few are read faster than they are opened."""
_NOUNS = {
    TimelineKind.CONTACT: "contact",
    TimelineKind.EXCHANGE: "exchange",
    TimelineKind.CHECK_IN: "check-in",
    TimelineKind.MILESTONE: "milestone",
}


class Event(Protocol):
    """What is put into stretches. `turn` names what stands out, "promotion of Ines"; empty for everyday events."""

    @property
    def id(self) -> str: ...
    @property
    def on(self) -> date: ...
    @property
    def turn(self) -> str: ...


EventT = TypeVar("EventT", bound=Event)


@dataclass(frozen=True, slots=True)
class Stretch(Generic[EventT]):
    """A month, or a year that can be folded: then `year` is set. Events as given, newest first."""

    title: str
    year: int | None
    events: tuple[EventT, ...]

    @property
    def words(self) -> str:
        """How much of what happened: "14 contacts, 6 exchanges"."""
        number = Counter(kind_of(event) for event in self.events)
        return ", ".join(counted(number[kind], noun) for kind, noun in _NOUNS.items() if number[kind])

    @property
    def turns(self) -> tuple[str, ...]:
        """What stands out in it, oldest first: "promotion of Ines", "5 years together"."""
        return tuple(event.turn for event in reversed(self.events) if event.turn)

    def sentence(self) -> str:
        """All of it: "2009: 14 contacts, 6 exchanges, promotion of Ines"."""
        return f"{self.title}: {', '.join(part for part in (self.words, *self.turns) if part)}"


def kind_of(event: Event) -> TimelineKind:
    """What happened, as the id says: "contact:12"."""
    return TimelineKind(event.id.partition(":")[0])


def stretches(events: Sequence[EventT]) -> list[Stretch[EventT]]:
    """The stretches of events that come newest first. The first month of a year says it: "June 2026", "May"."""
    if not events:
        return []
    first = add_months(events[0].on.replace(day=1), 1 - MONTHS_APART)
    recent = [event for event in events if event.on >= first]
    older = [event for event in events if event.on < first]
    return [*_months(recent), *_years(older, first)]


def _months(events: Sequence[EventT]) -> list[Stretch[EventT]]:
    found: list[Stretch[EventT]] = []
    before = 0
    for (year, month), group in groupby(events, lambda event: (event.on.year, event.on.month)):
        title = month_name(month) if year == before else f"{month_name(month)} {year}"
        found.append(Stretch(title, None, tuple(group)))
        before = year
    return found


def _years(events: Sequence[EventT], first: date) -> list[Stretch[EventT]]:
    """By years; the one that the months above have begun is said to be the earlier part of it."""
    return [
        Stretch(f"Earlier in {year}" if year == first.year else str(year), year, tuple(group))
        for year, group in groupby(events, lambda event: event.on.year)
    ]


def folded_at_first(spans: Sequence[Stretch[EventT]]) -> bool:
    """Whether years are folded until somebody opens them."""
    return sum(len(span.events) for span in spans if span.year is not None) >= FOLDED_FROM
