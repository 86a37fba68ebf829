"""Everything that can be gone to, read once when Go to opens, and what of it fits the letters typed."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from mentordesk.domain.finding import Fit, fit, spans, words
from mentordesk.domain.pairs import PairRow
from mentordesk.domain.people import PersonRow
from mentordesk.domain.text import fold
from mentordesk.ui.goto import items
from mentordesk.ui.goto.items import Item

SHOWN = 4
"""A group shows so many until the others are asked for."""
LATELY = "Opened last"
COMMANDS = "Commands"
Spans = tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Hit:
    """An item with the letters that are marked in its title and caption."""

    item: Item
    fit: Fit
    title_marks: Spans = ()
    caption_marks: Spans = ()


@dataclass(frozen=True, slots=True)
class Group:
    """Hits below a title: the best `hits` of `total`."""

    title: str
    hits: Sequence[Hit]
    total: int


class Directory:
    """The people, pairs and cohorts of the whole desk."""

    def __init__(self, people: Sequence[PersonRow], pairs: Sequence[PairRow], cohorts: Iterable[Item]) -> None:
        self.people = {row.id: row for row in people}
        self.pairs = pairs
        self.groups = {
            "People": [items.of_person(row) for row in people],
            "Pairs": [items.of_pair(row) for row in pairs],
            "Cohorts": list(cohorts),
        }

    def find(self, kind: str, id_: int) -> Item | None:
        """The item with this id; None where it is gone."""
        every = (item for group in self.groups.values() for item in group)
        return next((item for item in every if (item.kind, item.id) == (kind, id_)), None)


EMPTY = Directory((), (), ())


def reading(today: date) -> Callable[[Any], Directory]:
    """A query that reads the directory."""

    def read(session: Any) -> Directory:
        from mentordesk.services import cohorts, pairs, people

        found = [items.of_cohort(row, today) for row in cohorts.rows(session)]
        return Directory(people.rows(session), pairs.rows(session), found)

    return read


@dataclass(frozen=True)
class Search:
    """What is looked through: the directory, the possible commands, and what was opened last, the newest first."""

    directory: Directory
    commands: Sequence[Item]
    lately: Sequence[tuple[str, int]]
    writable: bool = True

    def groups(self, typed: str, whole: frozenset[str] = frozenset()) -> list[Group]:
        """What fits, by group, at most four each unless the group is in `whole`. ">" asks for commands alone."""
        if typed.lstrip().startswith(">"):
            return self._commands_alone(typed.lstrip()[1:])
        if not typed.strip():
            return self._lately()
        wanted = words(typed)
        hits = {title: self._hits(group, wanted, typed) for title, group in self.directory.groups.items()}
        hits[COMMANDS] = self._command_hits(wanted, typed, hits["People"])
        return [_group(title, found, whole) for title, found in hits.items() if found]

    def _commands_alone(self, typed: str) -> list[Group]:
        wanted = words(typed)
        hits = self._hits(self.commands, wanted, typed) if wanted else [Hit(item, Fit.START) for item in self.commands]
        return [Group(COMMANDS, hits, len(hits))] if hits else []

    def _lately(self) -> list[Group]:
        found = (self.directory.find(kind, id_) for kind, id_ in self.lately)
        hits = [Hit(item, Fit.START) for item in found if item is not None]
        return [Group(LATELY, hits, len(hits))] if hits else []

    def _command_hits(self, wanted: tuple[str, ...], typed: str, people: Sequence[Hit]) -> list[Hit]:
        """Commands by their names, then what can be done with the person named first."""
        named = [self.directory.people[int(hit.item.id)] for hit in people[:1] if hit.fit is Fit.START]
        doing = [item for row in named for item in items.log_contact_with(row, self.directory.pairs)]
        return self._hits(self.commands, wanted, typed) + (_marked(doing, wanted) if self.writable else [])

    def _hits(self, group: Sequence[Item], wanted: tuple[str, ...], typed: str) -> list[Hit]:
        found = [(how, item) for item in group if (how := fit(item.look, wanted)) is not None]
        return [_hit(how, item, wanted, typed) for how, item in sorted(found, key=self._order)]

    def _order(self, found: tuple[Fit, Item]) -> tuple[Fit, int, str]:
        how, item = found
        place: Any = (item.kind, item.id)
        return how, self.lately.index(place) if place in self.lately else len(self.lately), fold(item.title)


def _hit(how: Fit, item: Item, wanted: tuple[str, ...], typed: str) -> Hit:
    if how is not Fit.INITIALS:
        return Hit(item, how)
    letters = typed.strip().upper()
    caption = f"Initials {letters}. {item.caption}" if item.caption else f"Initials {letters}"
    return Hit(replace(item, caption=caption), how, (), ((9, 9 + len(letters)),))


def _marked(group: Iterable[Item], wanted: tuple[str, ...]) -> list[Hit]:
    return [Hit(item, Fit.START, spans(item.title, wanted)) for item in group]


def _group(title: str, hits: Sequence[Hit], whole: frozenset[str]) -> Group:
    return Group(title, hits if title in whole else hits[:SHOWN], len(hits))
