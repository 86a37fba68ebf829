"""Why somebody has no pair: the tightest rule in words and figures, and what relaxing one would give, solved again."""

from collections import Counter
from collections.abc import Container, Iterator, Mapping, Sequence, Set

from mentordesk.domain.matching import broken, obstacles, topics
from mentordesk.domain.matching.obstacles import Obstacles
from mentordesk.domain.matching.people import Candidate, Shape
from mentordesk.domain.matching.relaxed import Relaxed
from mentordesk.domain.matching.result import Proposal, Relaxation, WhyNot
from mentordesk.domain.matching.solving import Solving
from mentordesk.domain.people import first_name
from mentordesk.domain.wording import counted

TEAM_APART = "team_apart"
"""What keeps two of one manager out of one circle."""
Offering = Mapping[str, Set[int]]
"""The mentors, by place, who offer each topic."""


def why_not(
    matching: Solving, proposal: Proposal, mentees: Sequence[Candidate], relaxed: Relaxed | None = None
) -> Iterator[WhyNot]:
    """Of mentees or peers. With people left who may be paired with, all of them are taken; else the rule that forbids
    most of them on its own is the tightest. The ways on are told where `relaxed` is given."""
    rows = [matching.task.mentee_at[each.id] for each in mentees]
    offering = _offering(matching.task.mentors)
    found = obstacles.of_mentees(matching, proposal, rows, everybody=relaxed is not None)
    for mentee, there in zip(mentees, found, strict=True):
        key, text = _tightest(matching, proposal, mentee, there, offering)
        on: tuple[Relaxation, ...] = ()
        if relaxed is not None:
            keys = [*([key] if key == TEAM_APART else []), *(key for key, _ in there.counts)]
            on = relaxed.ways(proposal, mentee, keys, _best(matching, mentee, there))
        yield WhyNot(mentee.id, key, text, len(there.allowed), there.counts, on)


def _best(matching: Solving, mentee: Candidate, there: Obstacles) -> Candidate | None:
    """The mentor with the best fit of those the rules leave, whose place would help."""
    task = matching.task
    if task.peers or not there.allowed:
        return None
    row = matching.fits[task.mentee_at[mentee.id]]
    at = max(there.allowed, key=lambda column: (int(row[column]), task.mentors[column].id))
    return task.mentors[at]


def _tightest(
    matching: Solving, proposal: Proposal, mentee: Candidate, there: Obstacles, offering: Offering
) -> tuple[str, str]:
    task = matching.task
    other = "peer" if task.peers else "mentor"
    if not there.others:
        return "places", f"There is no {other} with a place"
    if there.allowed and (count := _with_team(matching, proposal, mentee, there)):
        whom = "The circle" if count == 1 else f"All {count} circles"
        return TEAM_APART, f"{whom} with a place {'has' if count == 1 else 'have'} somebody of the same team"
    if there.allowed:
        return "places", _all_taken(matching, proposal, mentee, there, offering)
    key, count = min(there.alone or there.counts, key=lambda item: (-item[1], item[0]))
    everybody = len(there.others)
    if everybody == 1:
        return key, broken.rules_of(task, mentee, task.mentors[there.barred[0]])[key]
    whom = f"all {everybody}" if count == everybody else f"{count} of {everybody}"
    only = "" if count == everybody or not there.alone else " on its own"
    return key, f"“{broken.word(task, key)}” forbids {whom} {other}s{only}"


def _with_team(matching: Solving, proposal: Proposal, mentee: Candidate, there: Obstacles) -> int:
    """How many circles with a place may be joined, if somebody of the mentee's team sits in each; else 0."""
    task = matching.task
    if task.shape is not Shape.CIRCLES or not task.circles.team_apart or not mentee.managers:
        return 0
    sizes = Counter(pair.mentor for pair in proposal.pairs)
    teams = {pair.mentor for pair in proposal.pairs if matching.mentee(pair.mentee).managers[:1] == mentee.managers[:1]}
    largest = {task.mentors[at].id: min(task.mentors[at].capacity, task.circles.largest) for at in there.allowed}
    open_ = {mentor for mentor, most in largest.items() if 0 < sizes[mentor] < most}
    return len(open_) if open_ and open_ <= teams else 0


def _all_taken(matching: Solving, proposal: Proposal, mentee: Candidate, there: Obstacles, offering: Offering) -> str:
    """Those who offer the scarcest wish, if the rules leave some of them; and why a free mentor is no way out."""
    task, free = matching.task, dict(proposal.free)
    if task.peers:
        odd = ": an odd number" if len(proposal.unmatched_mentees) == 1 else ""
        return f"All {counted(len(there.allowed), 'peer')} the rules allow have a pair{odd}"
    if task.shape is Shape.CIRCLES:
        size, asked = task.circles, counted(len(there.allowed), "mentor")
        return f"No circle of {size.smallest} to {size.largest} has room: {asked} may be asked"
    if any(task.mentors[at].id in free for at in there.allowed):
        return "More people or a higher total are matched without this pair"
    count, whose = len(there.allowed), "whom the rules allow"
    if topic := _scarcest(matching, free, mentee, there, offering):
        count = len(offering[topic] & set(there.others))
        whose = f"who {'offers' if count == 1 else 'offer'} {topic}"
    text = f"The only mentor {whose} is full" if count == 1 else f"All {count} mentors {whose} are full"
    open_ = [task.mentors[at] for at in there.barred if task.mentors[at].id in free]
    if len(open_) == 1 and (said := broken.rules_of(task, mentee, open_[0])):
        return f"{text}; {next(iter(said.values()))}"
    return text


def _scarcest(matching: Solving, free: Container[int], mentee: Candidate, there: Obstacles, offering: Offering) -> str:
    """The topic wanted that fewest mentors offer, all of them full and one at least allowed; empty if there is none."""
    others, allowed = set(there.others), set(there.allowed)
    wanted = {topic: offering.get(topic, frozenset()) & others for topic in topics.tidy(mentee.wants)}
    full = {
        topic: found
        for topic, found in wanted.items()
        if found & allowed and all(matching.task.mentors[at].id not in free for at in found)
    }
    return min(full, key=lambda topic: (len(full[topic]), topic), default="")


def _offering(mentors: Sequence[Candidate]) -> Offering:
    found: dict[str, set[int]] = {}
    for at, mentor in enumerate(mentors):
        for topic in topics.offered(mentor.offers, mentor.unwanted):
            found.setdefault(topic, set()).add(at)
    return found


def why_no_mentee(
    matching: Solving, proposal: Proposal, mentors: Sequence[Candidate], relaxed: Relaxed | None = None
) -> Iterator[WhyNot]:
    """Of mentors: everybody allowed has somebody else, or a rule forbids most mentees."""
    rows = [matching.task.mentor_at[each.id] for each in mentors]
    found = obstacles.of_mentors(matching, rows, everybody=relaxed is not None)
    unmatched = {matching.task.mentee_at[each] for each in proposal.unmatched_mentees}
    for mentor, there in zip(mentors, found, strict=True):
        key, text = _nobody(matching, there, unmatched)
        keys = [key for key, _ in there.counts]
        on = relaxed.ways(proposal, mentor, keys) if relaxed is not None else ()
        yield WhyNot(mentor.id, key, text, len(there.allowed), there.counts, on)


def _nobody(matching: Solving, there: Obstacles, unmatched: Set[int]) -> tuple[str, str]:
    task = matching.task
    if not there.others:
        return "places", "There is no mentee to be matched"
    if unmatched & set(there.allowed):
        return "places", "More people or a higher total are matched without this mentor"
    if there.allowed:
        one = first_name(task.mentees[there.allowed[0]].name)
        whom = f"All {len(there.allowed)} mentees" if len(there.allowed) > 1 else one
        return "places", f"{whom} whom the rules allow {'have' if len(there.allowed) > 1 else 'has'} another mentor"
    key, count = min(there.counts, key=lambda item: (-item[1], item[0]))
    return key, f"“{broken.word(task, key)}” forbids {count} of {counted(len(there.others), 'mentee')}"
