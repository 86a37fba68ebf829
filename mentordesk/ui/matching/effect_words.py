"""Points and effects in words: "total −11", "lowest 61 → 58", "nobody loses a mentor". Knows no widget."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from mentordesk.domain.matching.people import Shape
from mentordesk.domain.matching.questions import Trial
from mentordesk.domain.matching.result import Alternative, Effect, Proposal
from mentordesk.domain.matching.task import Task
from mentordesk.domain.rounding import half_up
from mentordesk.domain.wording import counted

MINUS = "−"


@dataclass(frozen=True, slots=True)
class Words:
    """What the people of a task are to each other. `other` is whom a person gets, `others` heads the list of them."""

    other: str = "mentor"
    others: str = "Other mentors"
    anybody: str = "Mentors"
    peers: bool = False


PAIRS = Words()
_WORDS = {
    Shape.PAIRS: PAIRS,
    Shape.PEERS: Words("partner", "Other partners", "Partners", peers=True),
    Shape.CIRCLES: Words("circle", "Other circles", "Circles"),
}


def words_of(task: Task | None) -> Words:
    """The words for the shape of a task."""
    return _WORDS[task.shape if task else Shape.PAIRS]


def points(amount: int, per_point: int = 100) -> str:
    """With one decimal only where it is needed, two below one point: "1,234", "12.5", "0.04"."""
    value = amount / per_point
    rounded = half_up(value, 1 if abs(value) >= 1 else 2)
    said = f"{rounded:,.2f}".rstrip("0").rstrip(".")
    return said.replace("-", MINUS)


def signed(amount: int, per_point: int = 100) -> str:
    """A difference: "+7", "−11", "0"."""
    said = points(amount, per_point)
    return said if said == "0" or amount < 0 else f"+{said}"


def total(amount: int, per_point: int = 100) -> str:
    """What happens to the total: "total −11", or "the same total"."""
    said = signed(amount, per_point)
    return "the same total" if said == "0" else f"total {said}"


def from_to(before: int, after: int, per_point: int = 100) -> str:
    """A figure before and after: "61 → 58"."""
    return f"{points(before, per_point)} → {points(after, per_point)}"


def left_over(unmatched: int, other: str = "mentor") -> str:
    """What happens to the number of people without a pair: "as many matched", "2 more with a mentor"."""
    if not unmatched:
        return "as many matched"
    return f"{abs(unmatched)} more {'without' if unmatched > 0 else 'with'} a {other}"


def alternative(
    each: Alternative,
    person: int,
    proposal: Proposal,
    name_of: Callable[[int], str],
    words: Words = PAIRS,
) -> str:
    """What another mentor would mean, in one line: "1 free place: total −7", "Swap with Bram: total −11",
    "Not allowed: Gareth is Freja’s manager". `name_of` gives first names."""
    if each.broken:
        return f"Not allowed: {_first_of(each.broken)}"
    said = total(each.total, proposal.per_point)
    if not each.moved:
        free = dict(proposal.free).get(each.mentor, 0)
        place = f"{counted(free, 'free place')}: " if free and not words.peers else ""
        return f"{place}{said}" if place else f"{said[0].upper()}{said[1:]}"
    return f"{_moves(each, person, proposal, name_of, words)}: {said}"


def _moves(each: Alternative, person: int, proposal: Proposal, name_of: Callable[[int], str], words: Words) -> str:
    """Who else is affected. A swap is called so only where nothing else can have happened."""
    if words.peers:
        return "Other pairs change"
    names = _named([name_of(one) for one in each.moved])
    losing = each.unmatched + (proposal.pair_of(person) is None)
    alone = len(each.moved) == 1
    if losing >= len(each.moved):
        return f"{names} {'loses the' if alone else 'lose their'} {words.other}"
    if losing > 0:
        return f"{len(each.moved)} others change, {losing} {'loses the' if losing == 1 else 'lose their'} {words.other}"
    if alone and not proposal.free and proposal.pair_of(person) is not None:
        return f"Swap with {names}"
    return f"{names} {'changes' if alone else 'change'} too"


def _named(names: Sequence[str]) -> str:
    """Two of them, and how many more there are: "Bram and Kofi"."""
    if len(names) > 2:
        return f"{names[0]}, {names[1]} and {len(names) - 2} more"
    return " and ".join(names)


def _first_of(rules: Sequence[str]) -> str:
    """The first rule that is broken, and how many more there are."""
    first = rules[0]
    said = f"{first[0].lower()}{first[1:]}" if first.startswith("The ") else first
    return f"{said}, and {counted(len(rules) - 1, 'more rule')}" if len(rules) > 1 else said


def alternative_in_full(each: Alternative, proposal: Proposal, words: Words = PAIRS) -> str:
    """All that an alternative changes, for a tool tip: "Total −7, lowest 61 → 58, nobody loses a mentor"."""
    if each.broken:
        return "\n".join([*each.broken, "See what it would change, then decide"])
    lowest = (proposal.lowest, proposal.lowest + each.lowest)
    parts = [total(each.total, proposal.per_point), *_changed("lowest", *lowest, proposal.per_point)]
    said = ", ".join([*parts, left_over(each.unmatched, words.other)])
    return f"{said[0].upper()}{said[1:]}"


def _changed(name: str, before: int, after: int, per_point: int) -> list[str]:
    return [f"{name} {from_to(before, after, per_point)}"] if before != after else []


def forbidding(effect: Effect, person: int, name: str, per_point: int = 100, words: Words = PAIRS) -> str:
    """What forbidding a pair changes: "Forbid: total −12, Freja without a mentor"."""
    if effect.unmatched > 0 and set(effect.moved) == {person}:
        rest = f"{name} without a {words.other}"
    else:
        rest = left_over(effect.unmatched, words.other)
    return f"Forbid: {total(effect.total, per_point)}, {rest}"


def next_best(effect: Effect | None, others: Sequence[Alternative], per_point: int = 100) -> str:
    """What it would cost not to have this pair: "The next best choice costs 7 points". Empty where nothing is known."""
    allowed = [each for each in others if not each.broken]
    best: Effect | Alternative | None = effect
    if best is None and allowed:
        best = min(allowed, key=lambda each: (each.unmatched, -each.total))
    if best is None:
        return "There is no other choice" if others else ""
    if best.unmatched > 0:
        return "Without this pair somebody is left over"
    said = points(abs(best.total), per_point)
    if said == "0":
        return "The next best choice costs nothing"
    verb = "costs" if best.total < 0 else "gains"
    return f"The next best choice {verb} {said} point{'' if said == '1' else 's'}"


def trial(found: Trial, before: Proposal, words: Words = PAIRS) -> str:
    """The figures before and after an edit: "total 934 → 923 (−11), lowest 61 → 58, nobody loses a mentor"."""
    after, per_point = found.proposal, before.per_point
    parts = [_trial_total(before, after)]
    if len(before.pairs) != len(after.pairs):
        parts += _changed("average", before.average, after.average, per_point)
    parts += _changed("lowest", before.lowest, after.lowest, per_point)
    parts.append(_without(before, after, words.other))
    if len(found.effect.moved) > 2:
        parts.append(f"{len(found.effect.moved)} {'pairs' if words.peers else 'mentees'} change")
    return ", ".join(parts)


def _without(before: Proposal, after: Proposal, other: str) -> str:
    """Nobody loses a mentor only where nobody does: as many matched may be others."""
    one, two = set(before.unmatched_mentees), set(after.unmatched_mentees)
    if len(one) != len(two):
        return f"without a {other} {len(one)} → {len(two)}"
    if one == two:
        return f"nobody loses a {other}"
    return f"{len(two - one)} who had a {other} without one"


def _trial_total(before: Proposal, after: Proposal) -> str:
    change = after.total - before.total
    if signed(change, before.per_point) == "0":
        return "the same total"
    figures = from_to(before.total, after.total, before.per_point)
    return f"total {figures} ({signed(change, before.per_point)})"
