"""Several columns that answer one question: topics ranked or ticked in a column each, "Topic 1" and "Topic 2".

Knows no field but the lists that such columns become.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from mentordesk.domain.text import fold
from mentordesk.exchange.reading.cells import CellValue, as_text
from mentordesk.exchange.roster.fields import SEVERAL
from mentordesk.exchange.roster.numbers import number_in, yes_or_no
from mentordesk.exchange.roster.questions import role_in
from mentordesk.exchange.synonyms.spelling import words_of

_MOST_RANKS = 30
_MOSTLY = 0.8
_JOINED = " · "
_PARTS = (
    re.compile(r"^(?P<question>.+?)\s*\[(?P<item>[^\[\]]+)\]$", re.DOTALL),
    re.compile(r"^(?P<question>.+[?？:.])\s*-?\s*(?P<item>[^?？:.\s][^?？:.]*)$", re.DOTALL),
    re.compile(r"^(?P<question>.+?) - (?P<item>[^-]+)$", re.DOTALL),
)
_REPEATED = re.compile(r"^(?P<question>.+) \((?P<number>\d{1,2})\)$")
_COUNTED = re.compile(r"^(?P<question>.*[^\W\d])[ _#.-]*(?P<number>\d{1,2})$")
_CHOICES = re.compile(
    r"^(?:(?P<number>\d)(?:st|nd|rd|th|\.)?|first|second|third|fourth|fifth) "
    r"(?P<question>choice|preference|priority|topic)"
)
_ORDINALS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5}
_TICKED = frozenset(("selected", "checked", "ticked", "ausgewahlt", "coche", "seleccionado", "marcado", "quoted"))
_NOT_TICKED = frozenset(("not selected", "unchecked", "not quoted", "nicht ausgewahlt", "not checked"))


class Kind(StrEnum):
    """What the cells of a group are: the items themselves, ticks at items, or ranks of items."""

    ITEMS = "items"
    TICKS = "ticks"
    RANKS = "ranks"


@dataclass(frozen=True, slots=True)
class Group:
    """The columns of one question, in their order. `items` says what each stands for, "" where its cells say it."""

    question: str
    headings: tuple[str, ...]
    items: tuple[str, ...]


def groups(headings: Sequence[str]) -> list[Group]:
    """The questions that have several columns. A heading is in one group at most."""
    found: dict[str, list[tuple[int, str, str]]] = {}
    names: dict[str, str] = {}
    for place, heading in enumerate(headings):
        question, order, item = _parts(heading, place)
        found.setdefault(fold(question), []).append((order, heading, item))
        names.setdefault(fold(question), question)
    return [
        Group(names[key], tuple(heading for _, heading, _ in members), tuple(item for _, _, item in members))
        for key, members in ((key, sorted(members, key=lambda member: member[0])) for key, members in found.items())
        if len(members) > 1
    ]


def kind_of(group: Group, columns: Sequence[Sequence[CellValue]]) -> Kind | None:
    """What the cells of a group are, its columns side by side; None if they are ratings or no list at all."""
    cells = [cell for column in columns for cell in column if cell is not None]
    if not all(group.items):
        return Kind.ITEMS if all(isinstance(cell, str) for cell in cells) else None
    if cells and all(_ticked(cell) is not None for cell in cells) and not _are_ranks(columns):
        return Kind.TICKS
    if cells and _are_ranks(columns):
        return Kind.RANKS
    return Kind.ITEMS if all(isinstance(cell, str) and number_in(cell) is None for cell in cells) else None


@dataclass(frozen=True, slots=True)
class Source:
    """The columns that fill one field, by their index: those of groups first as they are meant, then the others."""

    field: str
    plain: tuple[int, ...] = ()
    grouped: tuple[tuple[Kind, tuple[tuple[int, str], ...]], ...] = ()

    @property
    def indexes(self) -> tuple[int, ...]:
        return (*(index for _kind, columns in self.grouped for index, _item in columns), *self.plain)

    @property
    def whole_items(self) -> bool:
        """Whether items come out of headings, and have no separator in them."""
        return not self.plain and all(kind is not Kind.ITEMS for kind, _columns in self.grouped)

    def cell(self, cells: Sequence[CellValue]) -> CellValue:
        """The cells of a row as one: of several the items, one a line."""
        if len(self.plain) == 1 and not self.grouped:
            return cells[self.plain[0]]
        if self.field not in SEVERAL:
            return next((cells[index] for index in self.plain if cells[index] is not None), None)
        parts = [part for kind, columns in self.grouped for part in _items(kind, columns, cells)]
        parts += [as_text(cells[index]) for index in self.plain]
        # A number is no topic: a rating among the ranks.
        there = list(dict.fromkeys(part for part in parts if any(map(str.isalpha, part))))
        return (" and " if self.field == "role" else "\n").join(there) or None


def sources(
    headings: Sequence[str], rows: Sequence[Sequence[CellValue]], mapping: Mapping[str, str | None]
) -> list[Source]:
    """Which columns fill which field, in the order of the file."""
    indexes: dict[str, list[int]] = {}
    for index, heading in enumerate(headings):
        if field := mapping.get(heading):
            indexes.setdefault(field, []).append(index)
    return [_source(field, found, headings, rows) for field, found in indexes.items()]


def _source(field: str, indexes: Sequence[int], headings: Sequence[str], rows: Sequence[Sequence[CellValue]]) -> Source:
    if field == "role":
        ticks = tuple(
            (index, role) for index in indexes if (role := ticked_role(headings[index], [r[index] for r in rows]))
        )
        plain = tuple(index for index in indexes if index not in dict(ticks))
        return Source(field, plain, ((Kind.TICKS, ticks),) if ticks else ())
    if len(indexes) == 1 or field not in SEVERAL:
        return Source(field, tuple(indexes))
    by_heading = {headings[index]: index for index in indexes}
    grouped: list[tuple[Kind, tuple[tuple[int, str], ...]]] = []
    for group in groups([headings[index] for index in indexes]):
        places = [by_heading[heading] for heading in group.headings]
        kind = kind_of(group, [[row[place] for row in rows] for place in places])
        if kind is not None:
            grouped.append((kind, tuple(zip(places, group.items, strict=True))))
    taken = {index for _kind, columns in grouped for index, _item in columns}
    return Source(field, tuple(index for index in indexes if index not in taken), tuple(grouped))


def ticked_role(heading: str, cells: Sequence[CellValue]) -> str:
    """The one role that a heading asks for where the cells say yes or no to it: "Would you like to be a mentor?"."""
    named = {role for word in words_of(heading).split() if (role := role_in(word)[0])}
    filled = [cell for cell in cells if cell is not None]
    answered = sum(_ticked(cell) is not None for cell in filled)
    return named.pop() if len(named) == 1 and filled and answered >= _MOSTLY * len(filled) else ""


def _items(kind: Kind, columns: Iterable[tuple[int, str]], cells: Sequence[CellValue]) -> Iterator[str]:
    filled = [(cells[index], item) for index, item in columns if cells[index] is not None]
    if kind is Kind.RANKS:
        ranked = [(rank, item) for cell, item in filled if (rank := _rank(cell)) is not None]
        yield from (item for _number, item in sorted(ranked, key=lambda pair: pair[0]))
    elif kind is Kind.TICKS:
        yield from (
            item if ticked else as_text(cell) for cell, item in filled if (ticked := _ticked(cell)) is not False
        )
    else:
        yield from (as_text(cell) for cell, _item in filled)


def _parts(heading: str, place: int) -> tuple[str, int, str]:
    """The question of a heading, its place among the columns of it, and the item it stands for."""
    if _JOINED in heading:
        question, _sign, item = heading.rpartition(_JOINED)
        return question, place, item
    for pattern in _PARTS:
        match = pattern.match(heading)
        if match and (" " in match["question"] or pattern is not _PARTS[1]):
            return match["question"].rstrip(" .:-"), place, match["item"].strip()
    if match := _CHOICES.match(words_of(heading)):
        number = int(match["number"]) if match["number"] else _ORDINALS[words_of(heading).split()[0]]
        return match["question"], number, ""
    match = _REPEATED.match(heading) or _COUNTED.match(heading)
    return (match["question"], int(match["number"]), "") if match else (heading, 0, "")


def _are_ranks(columns: Sequence[Sequence[CellValue]]) -> bool:
    """Whole numbers from 1 on, in nearly every row each once: ratings would repeat."""
    rows = [[number for cell in row if (number := _rank(cell)) is not None] for row in zip(*columns, strict=True)]
    filled = sum(cell is not None for column in columns for cell in column)
    ranked = sum(map(len, rows))
    if not ranked or ranked < _MOSTLY * filled or max(map(max, filter(None, rows))) < 2:
        return False
    several = [row for row in rows if len(row) > 1]
    return bool(several) and sum(len(set(row)) == len(row) for row in several) >= _MOSTLY * len(several)


def _rank(cell: CellValue) -> int | None:
    if cell is None or isinstance(cell, bool) or (isinstance(cell, str) and len(cell) > 2 * _MOST_RANKS):
        return None
    number = number_in(cell)
    return number if number is not None and 1 <= number <= _MOST_RANKS else None


def _ticked(cell: CellValue) -> bool | None:
    text = fold(as_text(cell))
    return True if text in _TICKED else False if text in _NOT_TICKED else yes_or_no(cell)
