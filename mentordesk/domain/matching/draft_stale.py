"""What has changed among the people of a draft since it was made, in at most four sentences. Knows no table."""

import zlib
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from mentordesk.domain.cohorts import Role
from mentordesk.domain.matching.people import Candidate
from mentordesk.domain.matching.task import Cell
from mentordesk.domain.pairs import short_name
from mentordesk.domain.people import first_name
from mentordesk.domain.text import fold
from mentordesk.domain.wording import counted

MOST_SENTENCES = 4
_NAMES = 3
_SINCE = "since this draft was made"


@dataclass(frozen=True, slots=True)
class Print:
    """Somebody as a draft met them: a mark of everything that matching looks at, and the places they had."""

    mark: str
    places: int


Prints = Mapping[Role, Mapping[int, Print]]
"""By role and person id; of mentees and peers those who were to be matched."""


@dataclass(frozen=True, slots=True)
class Standing:
    """How everything stands now. `out` says of people who no longer take part in a role what they did ("has
    withdrawn"). `made` are pairs (mentee, mentor) of the cohort that are one or were one until they were completed,
    `declined` those that one side did not want; of peers both ways round."""

    prints: Prints
    names: Mapping[int, str]
    out: Mapping[tuple[Role, int], str] = field(default_factory=dict)
    made: frozenset[Cell] = frozenset()
    declined: frozenset[Cell] = frozenset()

    def said(self, people: Iterable[int]) -> list[str]:
        """Their names in order; whoever is not in the desk any more is somebody."""
        return sorted((self.names.get(person, "Somebody") for person in people), key=fold)

    def pair(self, cell: Cell) -> tuple[str, str]:
        return self.names.get(cell[0], "Somebody"), self.names.get(cell[1], "Somebody")


def prints(
    candidates: Mapping[Role, Sequence[Candidate]], declined: Collection[Cell] = (), own_company: str = ""
) -> Prints:
    """The print of everybody. What two said to each other's proposal is no change of theirs: it is told by itself. Nor
    is another name for the own company, which everybody in it has."""
    apart: dict[int, set[int]] = {}
    for one, other in declined:
        apart.setdefault(one, set()).add(other)
        apart.setdefault(other, set()).add(one)
    return {
        role: {each.id: Print(_mark(each, own_company, apart.get(each.id, set())), each.capacity) for each in people}
        for role, people in candidates.items()
        if people
    }


def _mark(each: Candidate, own_company: str, apart: set[int]) -> str:
    """The same for the same person on every computer, whatever the order in which things were entered."""
    company = "=" if each.company == own_company else each.company
    values = (
        *(each.offers, each.wants, each.unwanted, each.experience, each.languages, each.meeting_forms),
        *(each.level, each.department, company, each.place, each.utc_offset, each.managers),
        *(sorted(each.wishes.items()), sorted(each.vetoes - apart)),
        *(sorted(each.custom.items()), sorted(each.measures.items())),
    )
    return f"{zlib.crc32(repr(values).encode('utf-8', 'backslashreplace')):08x}"


def as_mapping(found: Prints) -> dict[str, dict[str, list[object]]]:
    """Prints as a desk keeps them."""
    return {
        role.value: {str(person): [each.mark, each.places] for person, each in people.items()}
        for role, people in found.items()
    }


def read_prints(values: object) -> Prints:
    """Prints as they were kept; what cannot be read is not there."""
    found: dict[Role, dict[int, Print]] = {}
    for role in Role:
        people = values.get(role.value) if isinstance(values, Mapping) else None
        for person, kept in people.items() if isinstance(people, Mapping) else ():
            if str(person).isdigit() and isinstance(kept, list) and len(kept) == 2 and type(kept[1]) is int:
                found.setdefault(role, {})[int(person)] = Print(str(kept[0]), kept[1])
    return found


def sentences(then: Prints, pairs: Collection[Cell], now: Standing, more: Iterable[str] = ()) -> tuple[str, ...]:
    """What a coordinator should know before trusting the draft, the weightiest first. `pairs` are those of the draft,
    `more` what else is to be said. More than four sentences are three and a count."""
    found = [
        *_made(pairs, now),
        *_declined(pairs, now),
        *_out(then, now),
        *_elsewhere(then, pairs, now),
        *more,
        *_places(then, pairs, now),
        *(_new(then, now) if then else ()),
        *_changed(then, now),
    ]
    if len(found) <= MOST_SENTENCES:
        return tuple(found)
    rest = len(found) - MOST_SENTENCES + 1
    return (*found[: MOST_SENTENCES - 1], f"{rest} more things have changed.")


def _made(pairs: Collection[Cell], now: Standing) -> Iterable[str]:
    made = _among(pairs, now.made)
    if len(made) == 1:
        one, other = (first_name(name) for name in now.pair(made[0]))
        yield f"{one} and {other} are a pair already."
    elif made and len(made) == len(pairs):
        yield f"All {len(made)} pairs of this draft have been made."
    elif made:
        yield f"{len(made)} pairs of this draft have been made: {_and(_shorts(made, now))}."


def _declined(pairs: Collection[Cell], now: Standing) -> Iterable[str]:
    declined = _among(pairs, now.declined - now.made)
    if declined:
        has = "has" if len(declined) == 1 else "have"
        yield f"{_and(_shorts(declined, now))} {has} been declined: suggest again for another choice."


def _among(pairs: Collection[Cell], others: Collection[Cell]) -> list[Cell]:
    return [cell for cell in pairs if cell in others]


def _shorts(pairs: Iterable[Cell], now: Standing) -> list[str]:
    return [short_name(*now.pair(cell)) for cell in pairs]


def _out(then: Prints, now: Standing) -> Iterable[str]:
    gone: dict[str, set[int]] = {}
    for role, person in _missing(then, now):
        why = now.out.get((role, person), "")
        if why:
            gone.setdefault(why, set()).add(person)
    for why, people in gone.items():
        yield _about(now.said(people), f"{why} {_SINCE}")


def _missing(then: Prints, now: Standing) -> Iterable[tuple[Role, int]]:
    for role, people in then.items():
        there = now.prints.get(role, {})
        yield from ((role, person) for person in people if person not in there)


def _elsewhere(then: Prints, pairs: Collection[Cell], now: Standing) -> Iterable[str]:
    """Who takes part and is not waiting for a pair any more, and not by a pair of this draft."""
    made = {person for cell in _among(pairs, now.made) for person in cell}
    found = {person for role, person in _missing(then, now) if (role, person) not in now.out} - made
    if found:
        yield _about(now.said(found), "has another pair by now")


def _places(then: Prints, pairs: Collection[Cell], now: Standing) -> Iterable[str]:
    """Mentors with more or fewer places than the pairs made of this draft explain."""
    taken: dict[int, int] = {}
    for _, mentor in _among(pairs, now.made):
        taken[mentor] = taken.get(mentor, 0) + 1
    there = now.prints.get(Role.MENTOR, {})
    changed = {
        person: (there[person].places, each.places)
        for person, each in then.get(Role.MENTOR, {}).items()
        if person in there and there[person].places != each.places - taken.get(person, 0)
    }
    if len(changed) == 1:
        ((person, (places, before)),) = changed.items()
        said = counted(places, "free place") if places else "no place"
        yield f"{now.names.get(person, 'Somebody')} has {said} {'now' if places > before else 'left'}."
    elif changed:
        yield f"{len(changed)} mentors have another number of free places: {_and(now.said(changed))}."


def _new(then: Prints, now: Standing) -> Iterable[str]:
    found = {person for role, people in now.prints.items() for person in people if person not in then.get(role, {})}
    if len(found) == 1:
        yield f"{now.said(found)[0]} is new {_SINCE}."
    elif found:
        yield f"{len(found)} people are new: {_and(now.said(found))}."


def _changed(then: Prints, now: Standing) -> Iterable[str]:
    found = {
        person
        for role, people in now.prints.items()
        for person, each in people.items()
        if person in then.get(role, {}) and then[role][person].mark != each.mark
    }
    if len(found) == 1:
        yield f"What is on record about {now.said(found)[0]} has changed {_SINCE}."
    elif found:
        yield f"{len(found)} people have changed: {_and(now.said(found))}."


def _about(names: list[str], what: str) -> str:
    """ "Lena Vogt has withdrawn", "3 people have withdrawn: A, B and C"."""
    if len(names) == 1:
        return f"{names[0]} {what}."
    verb, _, rest = what.partition(" ")
    return f"{len(names)} people {_MANY.get(verb, verb)} {rest}: {_and(names)}."


_MANY = {"has": "have", "is": "are"}


def _and(names: list[str]) -> str:
    """ "A and B", "A, B and C", "A, B, C and 2 more"."""
    if len(names) > _NAMES + 1:
        return f"{', '.join(names[:_NAMES])} and {len(names) - _NAMES} more"
    return " and ".join(part for part in (", ".join(names[:-1]), names[-1]) if part)
