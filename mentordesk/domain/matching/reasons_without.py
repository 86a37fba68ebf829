"""Why somebody has no pair: the tightest rule in words and figures, and what relaxing one would give, solved again."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from mentordesk.domain.matching import broken, topics
from mentordesk.domain.matching.people import Candidate, Shape
from mentordesk.domain.matching.result import Proposal, Relaxation, WhyNot
from mentordesk.domain.matching.scores import NEVER
from mentordesk.domain.people import first_name
from mentordesk.domain.wording import counted

if TYPE_CHECKING:
    from mentordesk.domain.matching.suggestion import Matching

_MOST_WAYS = 4
_FIXED = frozenset({"oneself", "own_line", "vetoes", "forbidden", "not_listed", "places"})
"""What no rule of the program can be relaxed for."""


def why_not(matching: "Matching", proposal: Proposal, mentee: Candidate, ways: bool) -> WhyNot:
    """Of a mentee or peer. With people left who may be paired with, all of them are taken; else the rule that forbids
    most of them on its own is the tightest."""
    task = matching.task
    row = task.mentee_at[mentee.id]
    mentors = [each for each in task.mentors if each.id != mentee.id and each.capacity > 0]
    allowed = [each for each in mentors if _may(matching, row, task.mentor_at[each.id])]
    may = {each.id for each in allowed}
    asked = mentors if ways or not allowed else [each for each in mentors if each.id in dict(proposal.free)]
    barred = {each.id: broken.rules_of(task, mentee, each) for each in asked if each.id not in may}
    key, text = _tightest(matching, proposal, mentee, mentors, allowed, barred)
    found = _ways(matching, proposal, mentee, allowed, barred) if ways else ()
    return WhyNot(mentee.id, key, text, len(allowed), _counts(barred), found)


def _may(matching: "Matching", row: int, column: int) -> bool:
    return int(matching.fits[row, column]) != NEVER and (row, column) not in matching.board.barred


def _counts(barred: dict[int, dict[str, str]]) -> tuple[tuple[str, int], ...]:
    return tuple(Counter(key for rules in barred.values() for key in rules).most_common())


def _tightest(
    matching: "Matching",
    proposal: Proposal,
    mentee: Candidate,
    mentors: Sequence[Candidate],
    allowed: Sequence[Candidate],
    barred: dict[int, dict[str, str]],
) -> tuple[str, str]:
    other = "peer" if matching.task.peers else "mentor"
    if not mentors:
        return "places", f"There is no {other} with a place"
    if allowed:
        return "places", _all_taken(matching, proposal, mentee, mentors, allowed, barred)
    alone = Counter(next(iter(rules)) for rules in barred.values() if len(rules) == 1)
    counts = alone or Counter(key for rules in barred.values() for key in rules)
    key, count = min(counts.items(), key=lambda item: (-item[1], item[0]))
    said = [rules[key] for rules in barred.values() if key in rules]
    if len(mentors) == 1 or len(barred) == 1:
        return key, said[0]
    whom = f"all {len(mentors)}" if count == len(mentors) else f"{count} of {len(mentors)}"
    only = "" if count == len(mentors) or not alone else " on its own"
    return key, f"“{broken.word(matching.task, key)}” forbids {whom} {other}s{only}"


def _all_taken(
    matching: "Matching",
    proposal: Proposal,
    mentee: Candidate,
    mentors: Sequence[Candidate],
    allowed: Sequence[Candidate],
    barred: dict[int, dict[str, str]],
) -> str:
    """Those who offer the scarcest wish, if the rules leave some of them; and why a free mentor is no way out."""
    if matching.task.peers:
        return f"All {counted(len(allowed), 'peer')} the rules allow have a pair: an odd number"
    free = dict(proposal.free)
    if matching.task.shape is Shape.CIRCLES:
        size = matching.task.circles
        return f"No circle of {size.smallest} to {size.largest} has room: {_mentors(len(allowed))} may be asked"
    if any(each.id in free for each in allowed):
        return "More people or a higher total are matched without this pair"
    wanted = {each: [mentor for mentor in mentors if _offers(mentor, each)] for each in topics.tidy(mentee.wants)}
    scarce = {each: found for each, found in wanted.items() if any(one in allowed for one in found)}
    full = {each: found for each, found in scarce.items() if all(one.id not in free for one in found)}
    if full:
        topic = min(full, key=lambda each: (len(full[each]), each))
        count = len(full[topic])
        whose = f"who {'offers' if count == 1 else 'offer'} {topic}"
    else:
        count, whose = len(allowed), "whom the rules allow"
    text = f"The only mentor {whose} is full" if count == 1 else f"All {count} mentors {whose} are full"
    open_ = [next(iter(barred[each.id].values())) for each in mentors if each.id in free and barred.get(each.id)]
    return f"{text}; {open_[0]}" if len(open_) == 1 else text


def _mentors(count: int) -> str:
    return counted(count, "mentor")


def _offers(mentor: Candidate, topic: str) -> bool:
    return topic in topics.offered(mentor.offers, mentor.unwanted)


def _ways(
    matching: "Matching",
    proposal: Proposal,
    mentee: Candidate,
    allowed: Sequence[Candidate],
    barred: dict[int, dict[str, str]],
) -> tuple[Relaxation, ...]:
    """One more place of the best mentor who is full, then each rule that can be relaxed and forbids somebody."""
    task, found = matching.task, []
    if allowed and not task.peers:
        row = matching.fits[task.mentee_at[mentee.id]]
        best = max(allowed, key=lambda each: (int(row[task.mentor_at[each.id]]), each.id))
        mentors = tuple(replace(each, capacity=each.capacity + (each is best)) for each in task.mentors)
        text = f"One more place with {best.name}"
        found.append(_again(proposal, mentee, matching.changed(mentors=mentors), "places", text, best.id))
    keys = [key for key, _ in _counts(barred) if key not in _FIXED][:_MOST_WAYS]
    for key in keys:
        text = f"Without “{broken.word(task, key)}”"
        found.append(_again(proposal, mentee, matching.changed(rules=task.rules.without(key)), key, text, None))
    return tuple(sorted(found, key=lambda way: (not way.helps, -way.matched, -way.total)))


def _again(
    proposal: Proposal, mentee: Candidate, other: "Matching", key: str, text: str, mentor: int | None
) -> Relaxation:
    again = other.suggest(proposal.goal)
    gained = len(proposal.unmatched_mentees) - len(again.unmatched_mentees)
    helps = mentee.id not in again.unmatched_mentees
    return Relaxation(key, text, gained, again.total - proposal.total, helps, mentor)


def why_no_mentee(matching: "Matching", proposal: Proposal, mentor: Candidate) -> WhyNot:
    """Of a mentor: everybody allowed has somebody else, or a rule forbids most mentees."""
    task = matching.task
    column = task.mentor_at[mentor.id]
    mentees = [each for each in task.mentees if each.id != mentor.id and each.capacity > 0]
    allowed = [each for each in mentees if _may(matching, task.mentee_at[each.id], column)]
    if allowed:
        alone = [each for each in allowed if each.id in proposal.unmatched_mentees]
        everybody = f"All {len(allowed)} mentees" if len(allowed) > 1 else first_name(allowed[0].name)
        text = f"{everybody} whom the rules allow {'have' if len(allowed) > 1 else 'has'} another mentor"
        if alone:
            text = "More people or a higher total are matched without this mentor"
        return WhyNot(mentor.id, "places", text, len(allowed))
    if not mentees:
        return WhyNot(mentor.id, "places", "There is no mentee to be matched", 0)
    counts = Counter(key for each in mentees for key in broken.rules_of(task, each, mentor))
    key, count = min(counts.items(), key=lambda item: (-item[1], item[0]))
    text = f"“{broken.word(task, key)}” forbids {count} of {counted(len(mentees), 'mentee')}"
    return WhyNot(mentor.id, key, text, 0, tuple(counts.most_common()))
