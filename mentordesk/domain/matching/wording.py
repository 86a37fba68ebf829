"""Reasons in words: what one criterion finds between two people. Knows no weights and no numpy."""

from collections.abc import Callable, Sequence

from mentordesk.domain.matching import topics
from mentordesk.domain.matching.criteria import CUSTOM, Criterion, Want
from mentordesk.domain.matching.people import Candidate
from mentordesk.domain.people import first_name
from mentordesk.domain.wording import listed

_ORDINALS = {1: "first", 2: "second", 3: "third"}


def reason(criterion: Criterion, mentee: Candidate, mentor: Candidate) -> str:
    """Why the criterion gives the pair what it gives: "2 of 3 wishes: Negotiation, Budgets"."""
    if criterion.key.startswith(CUSTOM):
        return _custom(criterion, mentee, mentor)
    return _REASONS[criterion.key](criterion, mentee, mentor)


def _first(*people: Candidate) -> list[str]:
    return [first_name(each.name) for each in people]


def _spelled(values: Sequence[str], wanted: Sequence[str]) -> list[str]:
    """As the person has written them."""
    by_key = {topics.tidy((value,)): value.strip() for value in values}
    return [by_key.get((key,), key) for key in wanted]


def _met(wanting: Candidate, offering: Candidate) -> tuple[list[str], list[str], int]:
    wants = topics.tidy(wanting.wants)
    offers = topics.offered(offering.offers, offering.unwanted)
    strengths = {topic: topics.strength(topic, offers) for topic in wants}
    full = [topic for topic in wants if strengths[topic] == topics.FULL]
    part = [topic for topic in wants if strengths[topic] == topics.PART]
    return _spelled(wanting.wants, full), _spelled(wanting.wants, part), len(wants)


def _wishes(_: Criterion, mentee: Candidate, mentor: Candidate) -> str:
    full, part, count = _met(mentee, mentor)
    if not count:
        return f"{first_name(mentee.name)} has named no wishes"
    if part:
        strong = f"{len(full)} of {count} wishes, {len(part)}" if full else f"{len(part)} of {count}"
        return f"{strong} in part: {listed(part)}"
    if not full:
        return "The wish is not met" if count == 1 else f"None of {count} wishes"
    names = "" if len(full) == count > 1 else f": {listed(full)}"
    return f"{len(full)} of {count} wish{'' if count == 1 else 'es'}{names}"


def _gives_back(_: Criterion, mentee: Candidate, mentor: Candidate) -> str:
    full, part, count = _met(mentor, mentee)
    one, other = _first(mentee, mentor)
    if not count:
        return f"{other} has named no wishes"
    if not full and not part:
        return f"{one} offers nothing yet that {other} wants"
    names = [*full, *part]
    ending = " in part" if not full else ""
    return f"{one} offers {listed(names)}, {other} wants {'it' if len(names) == 1 else 'them'}{ending}"


def _experience(criterion: Criterion, mentee: Candidate, mentor: Candidate) -> str:
    if not mentee.experience or not mentor.experience:
        return _nothing("life experience", mentee if not mentee.experience else mentor)
    known = topics.tidy(mentee.experience)
    if criterion.want is Want.SHARED:
        shared = [each for each in topics.tidy(mentor.experience) if each in known]
        return f"Both: {listed(_spelled(mentor.experience, shared))}" if shared else "Nothing in common yet"
    new = [each for each in topics.tidy(mentor.experience) if each not in known]
    one, other = _first(mentee, mentor)
    if not new:
        return f"{other} has lived the same as {one}"
    return f"New to {one}: {listed(_spelled(mentor.experience, new))}"


def _levels(_: Criterion, mentee: Candidate, mentor: Candidate) -> str:
    if mentee.level is None or mentor.level is None:
        return _nothing("level", mentee if mentee.level is None else mentor)
    return f"Level {mentee.level} and level {mentor.level}"


def _department(_: Criterion, mentee: Candidate, mentor: Candidate) -> str:
    if not mentee.department or not mentor.department:
        return _nothing("department", mentee if not mentee.department else mentor)
    one, other = topics.tidy((mentee.department,)), topics.tidy((mentor.department,))
    if one == other:
        return f"Both in {mentee.department}"
    near = one and other and topics.stems(one[0]) & topics.stems(other[0])
    return f"{mentee.department} and {mentor.department}{': partly the same field' if near else ''}"


def _text(name: str, value: Callable[[Candidate], str], word: str) -> Callable[[Criterion, Candidate, Candidate], str]:
    def said(_: Criterion, mentee: Candidate, mentor: Candidate) -> str:
        one, other = value(mentee), value(mentor)
        if not one or not other:
            return _nothing(name, mentee if not one else mentor)
        return f"{word} {one}" if topics.tidy((one,)) == topics.tidy((other,)) else f"{one} and {other}"

    return said


def _hours(_: Criterion, mentee: Candidate, mentor: Candidate) -> str:
    if mentee.utc_offset is None or mentor.utc_offset is None:
        return _nothing("time zone", mentee if mentee.utc_offset is None else mentor)
    apart = apart_hours(mentee.utc_offset, mentor.utc_offset)
    return f"{apart:g} hour{'' if apart == 1 else 's'} apart" if apart else "The same time"


def apart_hours(one: float, other: float) -> float:
    """Hours between two clocks, the shorter way round."""
    return min(abs(one - other), abs(24 - abs(one - other)))


def _place_and_time(criterion: Criterion, mentee: Candidate, mentor: Candidate) -> str:
    if mentee.place and topics.tidy((mentee.place,)) == topics.tidy((mentor.place,)):
        return f"Both in {mentee.place}"
    places = f"{mentee.place} and {mentor.place}, " if mentee.place and mentor.place else ""
    hours = _hours(criterion, mentee, mentor)
    return f"{places}{hours[0].lower() if places else hours[0]}{hours[1:]}"


def _common(name: str, of: str) -> Callable[[Criterion, Candidate, Candidate], str]:
    def said(_: Criterion, mentee: Candidate, mentor: Candidate) -> str:
        one, other = getattr(mentee, of), getattr(mentor, of)
        if not one or not other:
            return _nothing(name, mentee if not one else mentor)
        shared = [each for each in topics.tidy(one) if each in topics.tidy(other)]
        return listed(_spelled(one, shared)) if shared else f"No {name} in common"

    return said


def _asked(_: Criterion, mentee: Candidate, mentor: Candidate) -> str:
    said = [
        f"{first_name(one.name)} asked for {first_name(other.name)}{_rank(one.wishes[other.id])}"
        for one, other in ((mentee, mentor), (mentor, mentee))
        if other.id in one.wishes
    ]
    if said:
        return ", ".join(said)
    return "Asked for others" if mentee.wishes or mentor.wishes else "Neither has asked for anybody"


def _rank(rank: int) -> str:
    return f" {_ORDINALS[rank]}" if rank in _ORDINALS else f" as number {rank}"


def _custom(criterion: Criterion, mentee: Candidate, mentor: Candidate) -> str:
    one, other = (each.custom.get(criterion.word, ()) for each in (mentee, mentor))
    if not one or not other:
        return _nothing(criterion.word, mentee if not one else mentor)
    if topics.tidy(one) == topics.tidy(other):
        return f"Both {listed(one)}"
    shared = [each for each in topics.tidy(one) if each in topics.tidy(other)]
    return f"Both {listed(_spelled(one, shared))}" if shared else f"{listed(one)} and {listed(other)}"


def _nothing(name: str, person: Candidate) -> str:
    return f"No {name} on record for {first_name(person.name)}: half of it"


_REASONS: dict[str, Callable[[Criterion, Candidate, Candidate], str]] = {
    "wishes": _wishes,
    "gives_back": _gives_back,
    "life_experience": _experience,
    "level_distance": _levels,
    "department": _department,
    "company": _text("company", lambda each: each.company, "Both at"),
    "place": _text("place", lambda each: each.place, "Both in"),
    "time_zone": _hours,
    "place_and_time": _place_and_time,
    "language": _common("language", "languages"),
    "meeting_form": _common("meeting form", "meeting_forms"),
    "ranked_wishes": _asked,
    "score_table": lambda *_: "By the score table",
}
