"""Mentor and mentee side by side in a row: which columns are about whom, by their headings. Knows no value, no desk."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from mentordesk.domain.cohorts import Role
from mentordesk.domain.import_sides import SIDES, is_other, role_of
from mentordesk.domain.importing import Shape, Ways
from mentordesk.exchange.reading.cells import CellValue
from mentordesk.exchange.roster.content import fits
from mentordesk.exchange.roster.fields import KEYS, NAMES, PAST, side_and_field, sided
from mentordesk.exchange.roster.headings import SURE, history_field, scores
from mentordesk.exchange.roster.prepared import is_program
from mentordesk.exchange.roster.questions import core
from mentordesk.exchange.roster.roles import role_of_word
from mentordesk.exchange.roster.synonyms import TOPICS, by_heading
from mentordesk.exchange.synonyms.spelling import words_of

Mapped = dict[str, str | None]
Guess = Callable[[Sequence[str], Iterable[Sequence[CellValue]]], Mapped]

PLACE = tuple(name for name in PAST if name != "partner")
"""What both people of a row share: the cohort, its days, what became of it."""
# A family of words each: a coach has a coachee; where there are mentors as well, sponsors are something else.
_FAMILIES: tuple[tuple[frozenset[str], frozenset[str]], ...] = (
    (frozenset(), frozenset()),
    (frozenset(("mentore", "mentori", "mentrice")), frozenset()),
    (frozenset(("coach", "coachs", "coachin")), frozenset(("coachee", "coachees", "coache", "coaches"))),
    (
        frozenset(("sponsor", "sponsors", "sponsorin", "parrain", "marraine", "padrino", "madrina")),
        frozenset(("sponsee", "sponsees", "sponsoree", "filleul", "filleule", "ahijado", "ahijada")),
    ),
    (frozenset(("tutor", "tutors", "tutorin", "tuteur", "tutora")), frozenset(("tutee", "tutees", "tutorand"))),
)
_OF = frozenset(
    (
        *("of", "the", "s", "der", "des", "die", "das", "dem", "den", "du", "de", "del", "la", "le", "el", "il"),
        *("l", "d", "da", "do", "dello", "della", "dell", "dei", "delle", "degli", "van", "het"),
    )
)
_ONE_WORD = re.compile(r"\b(mentor|mentee|coach|coachee|sponsor|peer)s?(name|e?mail|id|nr|nummer|abteilung|titel)\b")
_NUMBER = re.compile(r"[123]")
_LETTERS = {"a": "1", "b": "2"}
_REPEATED = re.compile(r"^(?P<heading>.+) \(\d{1,2}\)$", re.DOTALL)
_LONGEST_REST = 5
_IS_NUMBER = frozenset(("id", "no", "nr", "number", "nummer", "num"))
_AS_NUMBER = "employee id"


@dataclass(slots=True)
class _Side:
    """The columns of a side by heading, each with what it would be called in a list of these people alone."""

    columns: dict[str, str] = field(default_factory=dict)
    found: Mapped = field(default_factory=dict)

    @property
    def fields(self) -> set[str]:
        return {name for name in self.found.values() if name}


def guess_sides(
    headings: Sequence[str], rows: Sequence[Sequence[CellValue]], given: Mapping[str, str | None], guess: Guess
) -> Mapped | None:
    """The fields of a file with two people in each row; None if it is none.

    `guess` finds the fields of a list of one side's people, as of any other list.
    """
    if any(name in (*NAMES, *KEYS) for name in given.values()):
        return None
    named = _named(headings)
    if not named:
        return None
    cells = {heading: [row[place] for row in rows] for place, heading in enumerate(headings)}
    shared = _shared([heading for heading in headings if heading not in named], cells)
    sides, blocks = _sides(headings, named, shared)
    for side in sides.values():
        side.found = _fields_of(side, cells, guess)
    if blocks:
        _drop_lonely(sides, blocks, named)
    if _has_somebody_else(headings, named, sides) or not are_pairs(_joined(headings, sides, {})):
        return None
    return _joined(headings, sides, shared) | dict(given)


def are_pairs(mapping: Mapping[str, str | None]) -> bool:
    """Whether the columns tell two people of a row who make a pair."""
    told = {side for value in mapping.values() for side, name in [side_and_field(value)] if name in (*NAMES, *KEYS)}
    return _are_two(told - {""})


def is_of_pairs(mapping: Mapping[str, str | None], ways: Ways) -> bool:
    """Whether two people stand side by side in each row: as chosen, else as the columns say."""
    return ways.shape is Shape.PAIRS or (ways.shape is None and are_pairs(mapping))


def of_one_person(mapping: Mapping[str, str | None], shape: Shape | None) -> Mapped:
    """The columns where a row is read as its first person alone: in a history the other one is the partner."""
    first = next((side for value in mapping.values() if (side := side_and_field(value)[0])), "")
    plain: Mapped = {}
    others: dict[str, str] = {}
    for heading, value in mapping.items():
        side, name = side_and_field(value)
        plain[heading] = name if value and side in ("", first) else None
        if side and is_other(side, first) and name:
            others.setdefault(name, heading)
    partner = next((others[name] for name in ("email", "employee_number", "name", "last_name") if name in others), None)
    if shape is Shape.HISTORY and partner is not None:
        plain[partner] = "partner"
    return plain


def without_sides(mapping: Mapping[str, str | None]) -> Mapped:
    """The field of each column, whoever of the row it is about."""
    return {heading: side_and_field(value)[1] if value else None for heading, value in mapping.items()}


def _are_two(sides: Iterable[str]) -> bool:
    there = list(sides)
    return any(is_other(one, other) for one in there for other in there)


def _named(headings: Sequence[str]) -> dict[str, tuple[str, str]]:
    """The headings that speak of one side, with the side and the other words. Of several families the first counts."""
    for mentors, mentees in _FAMILIES:
        found = {heading: said for heading in headings if (said := _side_in(heading, mentors, mentees)) is not None}
        if _are_two({side for side, _rest in found.values()}):
            return found
    return {}


def _side_in(heading: str, mentors: frozenset[str], mentees: frozenset[str]) -> tuple[str, str] | None:
    plain = words_of(core(heading))
    words = _ONE_WORD.sub(r"\1 \2", plain).split()
    at = [place for place, word in enumerate(words) if _role(word, mentors, mentees)]
    if len(at) != 1 or (len(words) > 1 and by_heading().get(plain)):
        return None
    role, before, behind = _role(words[at[0]], mentors, mentees), words[: at[0]], words[at[0] + 1 :]
    number = ""
    if behind and (found := _LETTERS.get(behind[0], behind[0])) and _NUMBER.fullmatch(found):
        number, behind = found, behind[1:]
    behind = behind[1:] if behind[:1] == ["s"] else behind
    if not set(before) <= _OF and behind:
        return None
    side = f"{role} {number}" if number in ("2", "3") else str(role)
    rest = [word for word in before if word not in _OF] or behind
    if side not in SIDES or len(rest) > _LONGEST_REST:
        return None
    return side, " ".join(rest)


def _role(word: str, mentors: frozenset[str], mentees: frozenset[str]) -> Role | None:
    """The role that a word of this family means; of the first family those in all languages."""
    if word in mentors:
        return Role.MENTOR
    if word in mentees:
        return Role.MENTEE
    return role_of_word(word) if not mentors or role_of_word(word) is Role.MENTEE else None


def _shared(headings: Iterable[str], cells: Mapping[str, Sequence[CellValue]]) -> Mapped:
    """The columns about the pair: a field of the past each, None for its program."""
    found: Mapped = {}
    for heading in headings:
        filled = [cell for cell in cells[heading] if cell is not None]
        said = [name for name, score in scores(heading).items() if score >= SURE and name in PLACE]
        name = history_field(heading) or next(iter(said), None)
        if is_program(heading):
            found[heading] = None
        elif name and name not in found.values() and fits(name, filled):
            found[heading] = name
    return found


def _sides(
    headings: Sequence[str], named: Mapping[str, tuple[str, str]], shared: Mapped
) -> tuple[dict[str, _Side], list[str]]:
    """The sides with their columns; and the sides as they follow each other, where each has its own block.

    In blocks a column whose heading says nothing is about the person to its left: Mentor, Department, Mentee, ...
    """
    order = [named[heading][0] for heading in headings if heading in named]
    blocks = [side for place, side in enumerate(order) if place == 0 or order[place - 1] != side]
    in_blocks = len(blocks) == len(set(blocks))
    sides: dict[str, _Side] = {}
    side = ""
    for heading in headings:
        if heading in named:
            side, rest = named[heading]
            _add(sides.setdefault(side, _Side()), heading, _called(rest))
        elif in_blocks and side and heading not in shared:
            match = _REPEATED.match(heading)
            _add(sides[side], heading, match["heading"] if match else heading)
    return sides, blocks if in_blocks else []


def _called(rest: str) -> str:
    return "Name" if not rest else _AS_NUMBER if rest in _IS_NUMBER else rest


def _add(side: _Side, heading: str, called: str) -> None:
    side.columns[heading] = heading if called in side.columns.values() else called


def _fields_of(side: _Side, cells: Mapping[str, Sequence[CellValue]], guess: Guess) -> Mapped:
    rows = list(zip(*(cells[heading] for heading in side.columns), strict=True))
    guessed = guess(list(side.columns.values()), rows)
    found: Mapped = {}
    for heading, called in side.columns.items():
        name = guessed.get(called)
        found[heading] = None if name in (*PAST, "role", "rank") else name
    return found


def _drop_lonely(sides: Mapping[str, _Side], blocks: Sequence[str], named: Mapping[str, tuple[str, str]]) -> None:
    """What stands behind the last block may be about the pair, unless the others have such a column too."""
    last = sides[blocks[-1]]
    others = {name for side in blocks[:-1] for name in sides[side].fields}
    for heading, name in last.found.items():
        if heading not in named and name not in others:
            last.found[heading] = None


def _has_somebody_else(
    headings: Sequence[str], named: Mapping[str, tuple[str, str]], sides: Mapping[str, _Side]
) -> bool:
    """Whether a column in front is about a third person, whose mentor or mentees the file then names."""
    taken = {heading for side in sides.values() for heading, name in side.found.items() if name}
    rest = [heading for heading in headings if heading not in named and heading not in taken]
    names = (*NAMES, "email")
    return any(score >= SURE and name in names for heading in rest for name, score in scores(heading).items())


def _joined(headings: Sequence[str], sides: Mapping[str, _Side], shared: Mapped) -> Mapped:
    found: Mapped = dict.fromkeys(headings) | shared
    for name, side in sides.items():
        for heading, field_ in side.found.items():
            if field_ == "wants" and role_of(name) is Role.MENTOR and words_of(side.columns[heading]) in TOPICS:
                field_ = "offers"
            found[heading] = sided(name, field_) if field_ else None
    return found
