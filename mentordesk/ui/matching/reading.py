"""What the Matching page shows of a sheet: which part, and a draft as a proposal before the solver has seen it.

Touches no widget and solves nothing.
"""

from collections import Counter
from collections.abc import Callable
from enum import Enum
from typing import Any

from mentordesk.domain.matching.draft import Draft, MatchSheet
from mentordesk.domain.matching.result import Proposal, ProposedPair
from mentordesk.domain.matching.task import Task
from mentordesk.domain.scope import Scope


class Stage(Enum):
    """How far the matching of a cohort is."""

    NO_COHORT = "no_cohort"
    NO_RULES = "no_rules"
    PROBLEM = "problem"
    MATCHED = "matched"
    FIRST = "first"
    DRAFT = "draft"


def reader(scope: Scope, cohort_id: int | None, draft_id: int | None) -> Callable[[Any], MatchSheet]:
    """A query of the sheet of a cohort; None for the one to match first, and for the newest draft."""

    def read(session: Any) -> MatchSheet:
        from mentordesk.services.matching import drafts

        return drafts.sheet(session, scope, cohort_id, draft_id)

    return read


def stage(sheet: MatchSheet) -> Stage:
    """What the page has to show of a cohort."""
    if sheet.cohort_id is None:
        return Stage.NO_COHORT
    if sheet.everybody_matched:
        return Stage.MATCHED
    if sheet.task is None:
        return Stage.PROBLEM if sheet.program_settings is not None else Stage.NO_RULES
    return Stage.FIRST if sheet.draft is None else Stage.DRAFT


def places(task: Task) -> tuple[int, int, int]:
    """Mentees (or peers) who look for somebody, mentors with a place, and the places of these."""
    seeking = sum(each.capacity > 0 for each in task.mentees)
    giving = [each.capacity for each in task.mentors if each.capacity > 0]
    return seeking, len(giving), sum(giving)


def outline(draft: Draft, task: Task, number: int = 1) -> Proposal:
    """A round of a draft with the fits that were kept with it: shown until the pairs have been looked at again."""
    known = [
        pair
        for pair in draft.pairs
        if pair.round == number and pair.mentee in task.mentee_at and pair.mentor in task.mentor_at
    ]
    known.sort(key=lambda pair: (task.mentee_at[pair.mentee], task.mentor_at[pair.mentor]))
    capacity = {each.id: each.capacity for each in task.mentors}
    used: Counter[int] = Counter()
    pairs = []
    for pair in known:
        used[pair.mentor] += 1
        pinned = number == 1 and (pair.mentee, pair.mentor) in draft.fixed.pins
        at, of = used[pair.mentor], capacity[pair.mentor]
        pairs.append(ProposedPair(pair.mentee, pair.mentor, pair.fit, pinned, at, of, (), pair.circle))
    paired = {pair.mentee for pair in known} | ({pair.mentor for pair in known} if task.peers else set())
    free = () if task.peers else tuple((each.id, each.capacity - used[each.id]) for each in task.mentors)
    return Proposal(
        goal=draft.settings.rules.goal,
        pairs=tuple(pairs),
        unmatched_mentees=tuple(each.id for each in task.mentees if each.capacity > 0 and each.id not in paired),
        unmatched_mentors=tuple(person for person, left in free if left > 0 and not used[person]),
        free=tuple((person, left) for person, left in free if left > 0),
    )
