"""Past cohorts of the sample, filled with pairs of people who could have been in them. Knows no contact."""

from collections import Counter
from collections.abc import Callable
from datetime import timedelta
from typing import Any

from mentordesk.data.tables import Person
from mentordesk.domain.cohorts import roles_of
from mentordesk.domain.pairs import EndReason
from mentordesk.domain.programs import Format
from mentordesk.services.sampling import lives, pairs, texts
from mentordesk.services.sampling.draft import CohortFacts, Draft, Member

Fits = Callable[[Member], bool]
_MENTORS: dict[Format, Fits] = {
    Format.TRADITIONAL: lambda member: (member.level or 0) >= 4,
    Format.REVERSE: lambda member: 1 <= (member.level or 0) <= 3,
    Format.PEER: lambda member: 2 <= (member.level or 0) <= 4,
    Format.CROSS_COMPANY: lambda member: (member.level or 0) >= 5,
}
_MENTEES: dict[Format, Fits] = {
    Format.TRADITIONAL: lambda member: 2 <= (member.level or 0) <= 4,
    Format.REVERSE: lambda member: (member.level or 0) >= 5,
    Format.PEER: lambda member: 2 <= (member.level or 0) <= 4,
    Format.CROSS_COMPANY: lambda member: member.external,
}


def fill(draft: Draft) -> None:
    """Give every past cohort as many pairs as cohorts.toml says, the written ones included."""
    seen = Counter(member.id for couple in draft.couples for member in (couple.left, couple.right))
    busy = {member.id for couple in draft.couples for member in (couple.left, couple.right)}
    for cohort in list(draft.cohorts.values()):
        there = sum(couple.cohort is cohort for couple in draft.couples)
        for number in range(cohort.pairs - there):
            found = _two(draft, cohort, busy, seen)
            if found is not None:
                facts = _fate(draft, cohort, number)
                seen.update(member.id for member in found)
                lives.live(draft, pairs.add(draft, *found, cohort, facts), facts)


def _two(draft: Draft, cohort: CohortFacts, busy: set[int], seen: Counter[int]) -> tuple[Member, Member] | None:
    """Two people who were there at the time and whose levels fit the format; written people have their own pairs."""
    format_, roles = cohort.program.format, roles_of(cohort.program.format)
    everyone = [member for member in draft.members.values() if member.id not in busy and was_there(member, cohort)]
    lefts = [member for member in everyone if mentors(format_, member) and _is_free(draft, cohort, member, roles[0])]
    rights = [member for member in everyone if mentees(format_, member) and _is_free(draft, cohort, member, roles[-1])]
    for side in (lefts, rights):
        draft.random.shuffle(side)
        side.sort(key=lambda member: seen[member.id])
    lines = {row["id"]: row["manager_id"] for row in draft.rows.of(Person)}
    choices = ((left, right) for left in lefts for right in rights if may_pair(draft, format_, left, right, lines))
    return next(choices, None)


def was_there(member: Member, cohort: CohortFacts) -> bool:
    return member.hired_on <= cohort.starts_on and (member.left_on is None or member.left_on > cohort.ends_on)


def mentors(format_: Format, member: Member) -> bool:
    """Whether the person's level fits the left side of the format."""
    return _MENTORS[format_](member)


def mentees(format_: Format, member: Member) -> bool:
    """Whether the person's level fits the right side of the format."""
    return _MENTEES[format_](member)


def _is_free(draft: Draft, cohort: CohortFacts, member: Member, role: Any) -> bool:
    return (cohort.id, member.id, role) not in draft.seats


def may_pair(draft: Draft, format_: Format, left: Member, right: Member, lines: dict[int, int | None]) -> bool:
    """Two people of different departments, not each other's manager, levels apart as the format wants, and new to each
    other."""
    if left.id == right.id or (min(left.id, right.id), max(left.id, right.id)) in draft.together:
        return False
    if left.department == right.department or lines.get(left.id) == right.id or lines.get(right.id) == left.id:
        return False
    distance = (left.level or 0) - (right.level or 0)
    if format_ is Format.TRADITIONAL:
        return distance >= 1
    return abs(distance) <= 1 if format_ is Format.PEER else True


def _fate(draft: Draft, cohort: CohortFacts, number: int) -> dict[str, Any]:
    """What became of the pair: the first ones endure, then some ended early, the rest was completed."""
    if number < cohort.enduring:
        return {"status": "enduring", "last": draft.random.randint(10, 90)}
    if number < cohort.enduring + cohort.ended:
        return ended(draft, cohort)
    return {"status": "completed"}


def ended(draft: Draft, cohort: CohortFacts) -> dict[str, Any]:
    """An early end for a reason that has nobody to blame: each of them in turn."""
    choices = [reason for reason in EndReason if reason.value in texts.read("texts")["endings"]]
    others = [choice for choice in choices if choice is not EndReason.LEFT_COMPANY]
    reason = others[draft.turns[0, "ended"] % len(others)]
    draft.turns[0, "ended"] += 1
    day = cohort.starts_on + timedelta(days=draft.random.randint(45, 140))
    note = texts.read("texts")["endings"][reason.value]
    ago = f"{(draft.today - day).days}d"
    return {"status": "ended", "ended": ago, "reason": reason.value, "end_note": note}
