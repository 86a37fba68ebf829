"""Everything that can be gone to, read once when Go to opens, and what of it fits the letters typed."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from mentordesk.domain.finding import Fit, fit, spans, words
from mentordesk.domain.pairs import PairRow
from mentordesk.domain.people import PersonRow
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
        from mentordesk.services.pairs import pairs
        from mentordesk.services.people import people
        from mentordesk.services.programs import cohorts

        found = [items.of_cohort(row, today) for row in cohorts.rows(session)]
        return Directory(people.rows(session), pairs.rows(session), found)

    return read


@dataclass(frozen=True)
class Search:
    """What is looked through: the directory, the commands that are possible, and what was opened last, newest first."""

    directory: Directory
    commands: Sequence[Item]
    lately: Sequence[tuple[str, int]]
    reports: Sequence[Item] = ()

    def groups(self, typed: str, whole: frozenset[str] = frozenset()) -> list[Group]:
        """What fits, by group, at most four each unless the group is in `whole`. ">" asks for commands alone."""
        if typed.lstrip().startswith(">"):
            return self._commands_alone(typed.lstrip()[1:])
        if not typed.strip():
            return self._lately()
        wanted = words(typed)
        groups = {**self.directory.groups, "Reports": self.reports}
        hits = {title: self._hits(group, wanted, typed) for title, group in groups.items()}
        hits[COMMANDS] = self._command_hits(wanted, typed, hits["People"])
        return [_group(title, found, wanted, whole) for title, found in hits.items() if found]

    def _commands_alone(self, typed: str) -> list[Group]:
        wanted = words(typed)
        hits = self._hits(self.commands, wanted, typed) if wanted else [Hit(item, Fit.START) for item in self.commands]
        return [_group(COMMANDS, hits, wanted, frozenset({COMMANDS}))] if hits else []

    def _lately(self) -> list[Group]:
        found = (self.directory.find(kind, id_) for kind, id_ in self.lately)
        hits = [Hit(item, Fit.START) for item in found if item is not None]
        return [Group(LATELY, hits, len(hits))] if hits else []

    def _command_hits(self, wanted: tuple[str, ...], typed: str, people: Sequence[Hit]) -> list[Hit]:
        """Commands by their names, and what can be done with the people named."""
        named = [self.directory.people[int(hit.item.id)] for hit in people[:SHOWN] if hit.fit is Fit.START]
        log = next((command for command in self.commands if command.id == "log_contact"), None)
        doing = [item for row in named if log for item in items.log_contact_with(row, self.directory.pairs, log)]
        found = self._hits(self.commands, wanted, typed) + [Hit(item, Fit.START) for item in doing]
        return sorted(found, key=lambda hit: hit.fit)

    def _hits(self, group: Sequence[Item], wanted: tuple[str, ...], typed: str) -> list[Hit]:
        found = [(how, item) for item in group if (how := fit(item.look, wanted)) is not None]
        return [_hit(how, item, typed) for how, item in sorted(found, key=self._order)]

    def _order(self, found: tuple[Fit, Item]) -> tuple[Fit, int, int, str]:
        """By fit, then as lately opened, then what goes on before what is over, then by name."""
        how, item = found
        place: Any = (item.kind, item.id)
        lately = self.lately.index(place) if place in self.lately else len(self.lately)
        return how, lately, item.behind, item.look.words


def _hit(how: Fit, item: Item, typed: str) -> Hit:
    """Initials stand in no title: the caption says what fits."""
    if how is not Fit.INITIALS:
        return Hit(item, how)
    letters = typed.strip().upper()
    caption = f"Initials {letters}. {item.caption}" if item.caption else f"Initials {letters}"
    return Hit(replace(item, caption=caption), how, (), ((9, 9 + len(letters)),))


def _group(title: str, hits: Sequence[Hit], wanted: tuple[str, ...], whole: frozenset[str]) -> Group:
    """Only what is listed is marked: there may be thousands of hits."""
    shown = hits if title in whole else hits[:SHOWN]
    marked = [hit if hit.caption_marks else replace(hit, title_marks=spans(hit.item.title, wanted)) for hit in shown]
    return Group(title, marked, len(hits))
