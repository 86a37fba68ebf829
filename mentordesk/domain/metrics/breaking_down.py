"""The same figures for every group of a field: participation, match rate, satisfaction, would recommend. Groups of few
people are left out, and with them what would let one compute them."""

from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from mentordesk.domain.cohorts import Role
from mentordesk.domain.metrics import answers, taking_part
from mentordesk.domain.metrics.answers import Made, Voice
from mentordesk.domain.metrics.facts import ROLE_WORDS, Facts, FieldFact, Place
from mentordesk.domain.metrics.grouping import NOT_GIVEN, groups_of
from mentordesk.domain.metrics.model import (
    NO_ANSWER,
    NOT_ASKED,
    Breakdown,
    BreakdownRow,
    Measure,
    left_out,
    share,
)
from mentordesk.domain.small_groups import hidden_groups, is_small_share, protect, reason

_SEVERAL = "A person may have several of these and is counted in each."


@dataclass(frozen=True, slots=True)
class _Known:
    """What all breakdowns need, made once."""

    facts: Facts
    eligible: frozenset[int]
    inside: frozenset[int]
    seats: frozenset[taking_part.Seat]
    satisfied: tuple[Voice, ...]
    recommended: tuple[Voice, ...]

    @property
    def people(self) -> list[int]:
        """Everybody who is in one of the figures, in a fixed order."""
        said = {voice.person_id for voice in (*self.satisfied, *self.recommended)}
        return sorted(self.eligible | {place.person_id for place in self.facts.inside} | said)


def breakdowns(facts: Facts) -> tuple[Breakdown, ...]:
    """One a field by which people fall into two or more groups."""
    known = _Known(
        facts,
        frozenset(person.id for person in taking_part.eligible(facts)),
        taking_part.taking_part(facts),
        taking_part.matched_seats(facts),
        tuple(answers.latest_answers(facts)),
        tuple(answers.voices(facts, facts.recommends)),
    )
    people = known.people
    return tuple(made for field in facts.fields if (made := _breakdown(known, field, people)) is not None)


def _breakdown(known: _Known, field: FieldFact, people: Collection[int]) -> Breakdown | None:
    groups = groups_of(known.facts, field, people)
    if len(groups) < 2:
        return None
    members = [frozenset(ids) for ids in groups.values()]
    none = NO_ANSWER if known.facts.asked else NOT_ASKED
    columns = (
        *_taking_part(known, members),
        *_said(known, members, "satisfaction", "Satisfaction", known.satisfied, answers.rating(none)),
        *_said(known, members, "recommend", "Would recommend", known.recommended, answers.score),
    )
    rows = (BreakdownRow(value, tuple(column[at] for column in columns)) for at, value in enumerate(groups))
    remark = _SEVERAL if field.several else ""
    if NOT_GIVEN in groups:
        remark = f"{remark} “{NOT_GIVEN}”: nothing on record.".strip()
    return Breakdown(field.key, field.title, tuple(rows), remark)


def _taking_part(known: _Known, members: Sequence[frozenset[int]]) -> tuple[list[Measure], list[Measure]]:
    """Participation and match rate of every group. They share people, so a group is left out of both or of none."""
    smallest, inside = known.facts.smallest, known.facts.inside
    eligible = [ids & known.eligible for ids in members]
    placed = _placed(members, inside)
    enrolled = [(len(ids & known.inside), len(ids)) for ids in eligible]
    matched = [_people_matched(known, places) for places in placed]
    hidden: frozenset[int] = frozenset()
    while (more := _hidden(enrolled, smallest, hidden) | _hidden(matched, smallest, hidden)) != hidden:
        hidden = more
    small = [_tells(enrolled[at], smallest) or _tells(matched[at], smallest) for at in range(len(members))]
    taking = [share("participation", "Participation", *numbers, "nobody is eligible") for numbers in enrolled]
    matching = [taking_part.match_rate("match_rate.all", "Matched", places, known.seats) for places in placed]
    return _protected(taking, hidden, small, smallest), _protected(matching, hidden, small, smallest)


def _people_matched(known: _Known, places: Sequence[Place]) -> tuple[int, int]:
    """(people who have had a pair, people with a place)."""
    matched = {place.person_id for place in places if place.seat in known.seats}
    return len(matched), len({place.person_id for place in places})


def _hidden(numbers: Sequence[tuple[int, int]], smallest: int, also: Collection[int]) -> frozenset[int]:
    """The groups to leave out, `also` among them: those of few people, and more until what they are together, which
    follows from the total, does not tell of few people either."""
    small = {at for at, each in enumerate(numbers) if _tells(each, smallest)} | set(also)
    hidden = set(hidden_groups([whole for _, whole in numbers], smallest, small, empty_shown=True))
    shown = sorted((whole, at) for at, (_, whole) in enumerate(numbers) if at not in hidden and whole)
    while shown and _tells((sum(numbers[at][0] for at in hidden), sum(numbers[at][1] for at in hidden)), smallest):
        hidden.add(shown.pop(0)[1])
    return frozenset(hidden)


def _tells(numbers: tuple[int, int], smallest: int) -> bool:
    part, whole = numbers
    return whole > 0 and is_small_share(part, whole, smallest)


def _protected(
    measures: Sequence[Measure], hidden: Collection[int], small: Sequence[bool], smallest: int
) -> list[Measure]:
    return [
        left_out(it, reason(0 if small[at] else smallest, smallest)) if at in hidden else it
        for at, it in enumerate(measures)
    ]


def _said(
    known: _Known, members: Sequence[frozenset[int]], stem: str, title: str, found: Sequence[Voice], made: Made
) -> list[list[Measure]]:
    """A figure of the answers of every group: of all roles, then, where there are several, of each."""
    roles, smallest = known.facts.roles or (Role.MENTOR,), known.facts.smallest
    cells = _cells(members, found, roles)
    counts = [[answers.people(cell) for cell in row] for row in cells]
    few = {at for at, row in enumerate(cells) if answers.are_few((voice for cell in row for voice in cell), smallest)}
    kept = protect(counts, smallest, few, empty_shown=True)

    def shown(measure: Measure, size: int, hidden: bool) -> Measure:
        return left_out(measure, reason(size, smallest)) if hidden else measure

    def of_all(at: int) -> Measure:
        voices = [voice for cell in cells[at] for voice in cell]
        return shown(made(f"{stem}.all", title, voices), answers.people(voices), at in kept.rows)

    def of_role(at: int, column: int) -> Measure:
        role = roles[column]
        measure = made(f"{stem}.{role.value}", f"{title}: {ROLE_WORDS[role].lower()}", cells[at][column])
        return shown(measure, counts[at][column], (at, column) in kept.cells)

    rows, each = range(len(members)), range(len(roles)) if len(roles) > 1 else ()
    return [[of_all(at) for at in rows], *([of_role(at, column) for at in rows] for column in each)]


def _cells(members: Sequence[frozenset[int]], found: Sequence[Voice], roles: Sequence[Role]) -> list[list[list[Voice]]]:
    """The answers of each group and role."""
    at, column = _at(members), {role: place for place, role in enumerate(roles)}
    cells: list[list[list[Voice]]] = [[[] for _ in roles] for _ in members]
    for voice in found:
        for row in at[voice.person_id]:
            cells[row][column[voice.role]].append(voice)
    return cells


def _placed(members: Sequence[frozenset[int]], places: Sequence[Place]) -> list[list[Place]]:
    """The places of each group."""
    at = _at(members)
    placed: list[list[Place]] = [[] for _ in members]
    for place in places:
        for row in at[place.person_id]:
            placed[row].append(place)
    return placed


def _at(members: Sequence[frozenset[int]]) -> defaultdict[int, list[int]]:
    """The groups of each person, by their place."""
    found: defaultdict[int, list[int]] = defaultdict(list)
    for at, ids in enumerate(members):
        for id_ in ids:
            found[id_].append(at)
    return found
