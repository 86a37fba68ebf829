"""Why two people fit, and what another choice would cost: solved again, not guessed. Knows no screen."""

from collections.abc import Sequence

import numpy as np

from mentordesk.domain.matching import broken, points, scores, wording
from mentordesk.domain.matching.board import Matrix
from mentordesk.domain.matching.people import Candidate, Shape
from mentordesk.domain.matching.result import Alternative, Proposal, Reason, Why, effect
from mentordesk.domain.matching.scores import NEVER
from mentordesk.domain.matching.solving import Solving
from mentordesk.domain.matching.task import Cell, Task

_FORBIDDEN = 2
"""So many of those whom a rule forbids are shown after the others."""


def why(task: Task, mentee: Candidate, mentor: Candidate) -> Why:
    """The points of each criterion that counts, in the order shown, with the reason in words."""
    rules = tuple(broken.rules_of(task, mentee, mentor).values())
    fit = points.open_fit(task, mentee, mentor)
    if task.table_alone:
        word = task.rules.criterion("score_table").word
        return Why(mentee.id, mentor.id, fit, (Reason("score_table", word, fit, fit, "By the score table"),), rules)
    most = points.most(task)
    given = points.points(task, mentee, mentor)
    reasons = tuple(
        Reason(each.key, each.word, given[each.key], most[each.key], wording.reason(each, mentee, mentor))
        for each in task.rules.criteria
        if each.key in given
    )
    return Why(mentee.id, mentor.id, fit, reasons, rules)


def main_reasons(task: Task, cells: Sequence[Cell]) -> dict[Cell, Reason]:
    """The criterion with most of the points, of many pairs at once."""
    places = [(task.mentee_at[mentee], task.mentor_at[mentor]) for mentee, mentor in cells]
    given, most = points.many(task, places), points.most(task)
    if not given or not places:
        return {}
    keys = list(given)
    best = np.argmax(np.stack([given[key] for key in keys]), axis=0).tolist()
    found = {}
    for at, (cell, (row, column)) in enumerate(zip(cells, places, strict=True)):
        criterion = task.rules.criterion(keys[best[at]])
        text = wording.reason(criterion, task.mentees[row], task.mentors[column])
        key = criterion.key
        found[cell] = Reason(key, criterion.word, int(given[key][at]), most[key], text)
    return found


def others(matching: Solving, proposal: Proposal, mentee: Candidate, limit: int) -> tuple[Alternative, ...]:
    """The mentors with the best fits for a mentee whom the rules allow, without those proposed; then the best two whom
    a rule forbids, so that it can be asked why. Of circles those who have another one."""
    task = matching.task
    row = _open_fits(matching, mentee)
    now = {pair.mentor for pair in proposal.pairs if pair.mentee == mentee.id}
    if task.peers:
        now |= {mentee.id} | {pair.mentee for pair in proposal.pairs if pair.mentor == mentee.id}
    if task.shape is Shape.CIRCLES and proposal.pairs:
        now |= {each.id for each in task.mentors} - {pair.mentor for pair in proposal.pairs}
    order = [int(at) for at in np.argsort(-row, kind="stable") if row[at] != NEVER]
    asked = [at for at in order if task.mentors[at].id not in now and task.mentors[at].id != mentee.id]
    may = _allowed(matching, mentee)
    chosen = [at for at in asked if may[at]][:limit] + [at for at in asked if not may[at]][:_FORBIDDEN]
    return tuple(_alternative(matching, proposal, mentee, task.mentors[at], int(row[at])) for at in chosen)


def _allowed(matching: Solving, mentee: Candidate) -> Matrix:
    """Which mentors neither a rule nor a hand forbids and who have a place, whoever has it now."""
    task, row = matching.task, matching.task.mentee_at[mentee.id]
    may: Matrix = matching.fits[row] != NEVER
    may &= np.array([each.capacity > 0 for each in task.mentors], dtype=bool)
    for cell in task.cells(task.forbids):
        if row in cell[: 2 if task.peers else 1]:
            may[cell[0] if task.peers and cell[1] == row else cell[1]] = False
    return may


def _open_fits(matching: Solving, mentee: Candidate) -> Matrix:
    row = matching.task.mentee_at[mentee.id]
    found: Matrix = matching.fits[row] if matching.task.table_alone else scores.open_fits(matching.task, [row])[0]
    return found.astype(np.int64)


def _alternative(matching: Solving, proposal: Proposal, mentee: Candidate, mentor: Candidate, fit: int) -> Alternative:
    task = matching.task
    rules = broken.rules_of(task, mentee, mentor)
    if not mentor.capacity:
        rules["places"] = f"{mentor.name} has no place"
    if rules:
        return Alternative(mentor.id, fit, broken=tuple(rules.values()))
    kept = {pin for pin in task.pins if pin[0] != mentee.id and not (task.peers and mentee.id in pin)}
    again = matching.edited(kept | {(mentee.id, mentor.id)}, task.forbids).suggest(proposal.goal)
    change = effect(proposal, again, task.peers)
    moved = tuple(person for person in change.moved if person != mentee.id)
    return Alternative(mentor.id, fit, change.total, change.lowest, change.unmatched, moved)
