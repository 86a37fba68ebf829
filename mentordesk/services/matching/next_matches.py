"""Who is next best for the two of a declined pair: those who still have places, as the engine sees them.

`task` reads the desk; `best` only computes, so that it can run in another thread.
"""

from dataclasses import dataclass, replace

from sqlalchemy.orm import Session

from mentordesk.domain.errors import UserError
from mentordesk.domain.matching.people import Shape
from mentordesk.domain.matching.result import Proposal, effect
from mentordesk.domain.matching.suggestion import Matching
from mentordesk.domain.matching.task import Cell, Task
from mentordesk.domain.pair_answers import NextBest, NextBestOf
from mentordesk.domain.scope import EVERYTHING
from mentordesk.services.matching import drafts
from mentordesk.services.pairs.pair_lookup import find, names

OFFERED = 3
"""So many others are offered for each of the two."""


@dataclass(frozen=True, slots=True)
class NextTask:
    """The people of the cohort who still have places, with the newest draft's settings; and the declined pair. `task`
    is None where there is nobody to match, or the rules cannot be read."""

    pair_id: int
    mentee_id: int
    mentee: str
    mentor_id: int
    mentor: str
    task: Task | None


def task(session: Session, pair_id: int) -> NextTask:
    """What `best` needs. Raises NotFoundError."""
    pair = find(session, pair_id)
    left, right = names(session, pair)
    found = None
    if pair.cohort_id is not None:
        found = drafts.sheet(session, EVERYTHING, pair.cohort_id, None).task
    if found is not None:
        parted = (pair.right_id, pair.left_id)
        shape = Shape.PAIRS if found.shape is Shape.CIRCLES else found.shape
        found = replace(found, shape=shape, pins=frozenset(), forbids=found.forbids | {parted})
    return NextTask(pair_id, pair.right_id, right, pair.left_id, left, found)


def best(asked: NextTask) -> tuple[NextBestOf, ...]:
    """The best others for the mentee and for the mentor (of peers for both), each solved again for what it costs.

    Whoever has no place left in the cohort, or has left it, is not in the answer.
    """
    if asked.task is None:
        return ()
    matching = Matching(asked.task)
    try:
        proposal = matching.suggest()
    except UserError:
        return ()
    found = []
    if asked.mentee_id in asked.task.mentee_at:
        found.append(NextBestOf(asked.mentee_id, asked.mentee, _for_mentee(matching, proposal, asked.mentee_id)))
    if asked.task.peers and asked.mentor_id in asked.task.mentee_at:
        found.append(NextBestOf(asked.mentor_id, asked.mentor, _for_mentee(matching, proposal, asked.mentor_id)))
    elif not asked.task.peers and asked.mentor_id in asked.task.mentor_at:
        found.append(NextBestOf(asked.mentor_id, asked.mentor, _for_mentor(matching, proposal, asked.mentor_id)))
    return tuple(found)


def _for_mentee(matching: Matching, proposal: Proposal, person: int) -> tuple[NextBest, ...]:
    """The one proposed for a mentee (or peer) first, then the other mentors who are allowed."""
    found = []
    for pair in proposal.pairs:
        if person in (pair.mentee, pair.mentor) and (pair.mentee == person or matching.task.peers):
            other = pair.mentor if pair.mentee == person else pair.mentee
            found.append(_choice(matching, person, other, (person, other), pair.fit))
    for way in matching.others(proposal, person, OFFERED):
        if not way.broken:
            cell, effects = (person, way.mentor), (way.total, way.unmatched)
            found.append(_choice(matching, person, way.mentor, cell, way.fit, *effects))
    return tuple(found[:OFFERED])


def _for_mentor(matching: Matching, proposal: Proposal, mentor: int) -> tuple[NextBest, ...]:
    """The mentees proposed for a mentor first, then the others who are allowed, best fit first."""
    own = [pair for pair in proposal.pairs if pair.mentor == mentor]
    found = [_choice(matching, mentor, pair.mentee, (pair.mentee, mentor), pair.fit) for pair in own]
    there = {pair.mentee for pair in own}
    fits = matching.fits[:, matching.task.mentor_at[mentor]]
    order = sorted(range(len(matching.task.mentees)), key=lambda at: -int(fits[at]))
    for at in order:
        mentee = matching.task.mentees[at].id
        if len(found) < OFFERED and mentee not in there and _allowed(matching, mentee, mentor):
            found.append(_with(matching, proposal, mentee, mentor, int(fits[at])))
    return tuple(found[:OFFERED])


def _allowed(matching: Matching, mentee: int, mentor: int) -> bool:
    return bool(matching.mentor(mentor).capacity) and not matching.why(mentee, mentor).broken


def _with(matching: Matching, proposal: Proposal, mentee: int, mentor: int, fit: int) -> NextBest:
    again = matching.edited({(mentee, mentor)}, matching.task.forbids).suggest(proposal.goal)
    change = effect(proposal, again)
    return _choice(matching, mentor, mentee, (mentee, mentor), fit, change.total, change.unmatched)


def _choice(
    matching: Matching, person: int, other: int, cell: Cell, fit: int, total: int = 0, unmatched: int = 0
) -> NextBest:
    people = {each.id: each.name for each in (*matching.task.mentees, *matching.task.mentors)}
    return NextBest(person, people[person], other, people[other], *cell, _hundredths(matching, fit), total, unmatched)


def _hundredths(matching: Matching, fit: int) -> int:
    return fit * 100 // matching.task.per_point
