"""What a coordinator should know before trusting a suggestion, each in a sentence. Solves nothing."""

from collections.abc import Iterable

import numpy as np

from mentordesk.domain.matching import broken, shares
from mentordesk.domain.matching.blocks import KIND_RULES, is_of_kinds
from mentordesk.domain.matching.people import Candidate, Shape
from mentordesk.domain.matching.solving import Solving
from mentordesk.domain.matching.task import Task
from mentordesk.domain.wording import counted

_FEW = 3
"""Places for each mentee, or mentees for each place, from which on it is worth a remark."""


def remarks(matching: Solving) -> tuple[str, ...]:
    """The most important first; empty where there is nothing to say."""
    task = matching.task
    sides = _sides(task)
    if sides:
        return (*sides, *_lost(task))
    found = [*_lost(task), *_few_places(task), *_ratio(task), *_nothing_counts(task)]
    found += [*_musts(matching), *_gaps(task), *_no_table(task)]
    if not np.any(matching.board.allowed()) and not task.pins:
        found.insert(0, "The rules forbid every pair. Ask why for one person: it names the rule that forbids most.")
    return tuple(found)


def _sides(task: Task) -> list[str]:
    if task.peers:
        able = sum(each.capacity > 0 for each in task.mentees)
        return [] if able > 1 else ["Peers need at least two people with a place. Enroll more peers."]
    found = []
    for name, people in (("mentee", task.mentees), ("mentor", task.mentors)):
        if not people:
            found.append(f"There are no {name}s yet. Enroll people as {name}s.")
        elif not any(each.capacity > 0 for each in people):
            found.append(f"No {name} has a place left: all capacities are 0. Give somebody a place under People.")
    return found


def _lost(task: Task) -> list[str]:
    lost = len(task.lost_pins())
    if not lost:
        return []
    return [f"{counted(lost, 'pinned pair')} {'has' if lost == 1 else 'have'} somebody who no longer takes part."]


def _ratio(task: Task) -> list[str]:
    if task.peers:
        return []
    places, mentees = (sum(each.capacity for each in people) for people in (task.mentors, task.mentees))
    if places >= _FEW * mentees:
        return [f"{counted(places, 'place')} for {counted(mentees, 'mentee')}: most mentors will have nobody."]
    if mentees >= _FEW * places:
        return [f"{counted(mentees, 'mentee')} for {counted(places, 'place')}: most mentees will have nobody."]
    return []


def _few_places(task: Task) -> Iterable[str]:
    """Mentors who cannot have a circle whatever is chosen; pins do as they please."""
    smallest, mentees = task.circles.smallest, sum(each.capacity > 0 for each in task.mentees)
    if task.shape is Shape.CIRCLES and mentees < smallest:
        yield f"A circle needs {counted(smallest, 'mentee')}, and there are {mentees}. Make circles smaller."
    few = sum(0 < each.capacity < smallest for each in task.mentors)
    if task.shape is not Shape.CIRCLES or not few:
        return
    if few == 1:
        said = f"1 mentor has fewer than {smallest} places and cannot have a circle."
    else:
        said = f"{few} mentors have fewer than {smallest} places and cannot have a circle."
    yield f"{said} Give them more places under People, or make circles smaller."


def _nothing_counts(task: Task) -> Iterable[str]:
    if not task.table_alone and not any(each.weight for each in task.rules.criteria):
        yield "Nothing counts: every weight is 0, so all pairs are alike. Give a criterion a weight."


def _musts(matching: Solving) -> list[str]:
    """A must, or a score table, that leaves no pair although without it there would be some."""
    if np.any(matching.board.allowed()):
        return []
    found = []
    for criterion in matching.task.rules.criteria:
        if criterion.must and np.any(
            matching.changed(rules=matching.task.rules.without(criterion.key)).board.allowed()
        ):
            found.append(f"“{criterion.word}” is a must, and no pair meets it. Make it a weight, or look at the data.")
    return found


def _gaps(task: Task) -> Iterable[str]:
    """What counts or forbids, and is on record for nobody of a side."""
    keys = [each.key for each in task.rules.rules if each.on and each.key in KIND_RULES]
    wants = {each.key: each.want for each in task.rules.criteria}
    keys += [each.key for each in task.rules.criteria if each.counts and is_of_kinds(each.key)]
    for key in keys:
        name = shares.attribute(key, wants.get(key))
        for side, people in (("mentee", task.mentees), ("mentor", task.mentors)):
            if not any(_has(each, name) for each in people):
                person = "peer" if task.peers else side
                word = task.rules.criterion(key).word if key in wants else broken.word(task, key)
                yield f"“{word}” has no effect: no {person} has it on record."
                break


def _no_table(task: Task) -> Iterable[str]:
    for criterion in task.rules.criteria:
        if criterion.key == "score_table" and criterion.counts and task.table is None:
            yield f"“{criterion.word}” has no effect: no score table was given."


def _has(person: Candidate, name: str) -> bool:
    value = shares.kind(person, name)
    return any(_is_there(part) for part in value) if name == "place_and_time" else _is_there(value)


def _is_there(value: object) -> bool:
    return value is not None and value != ()
