"""The points of one pair, criterion by criterion, computed when it is shown: they sum to the matrix's fit exactly."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import numpy as np

from mentordesk.domain.matching import shares
from mentordesk.domain.matching.blocks import (
    KIND_RULES,
    SPARSE,
    TOPICS,
    Matrix,
    amount,
    criterion_table,
    kind_block,
    topic_block,
)
from mentordesk.domain.matching.criteria import WHOLE, Criterion
from mentordesk.domain.matching.people import Candidate
from mentordesk.domain.matching.scores import named_share, whole
from mentordesk.domain.matching.task import Task


def points(task: Task, mentee: Candidate, mentor: Candidate) -> dict[str, int]:
    """What each criterion with a weight gives the pair, in hundredths of a point, rules aside."""
    most = task.rules.points(whole(task))
    found = {}
    for criterion in task.rules.criteria:
        if criterion.weight:
            found[criterion.key] = sum(
                _one_way(task, criterion, most[criterion.key], *way) for way in ways(task, mentee, mentor)
            )
    return found


def most(task: Task) -> dict[str, int]:
    """What each criterion gives at most, in hundredths of a point: 100 points together."""
    times = 2 if task.peers else 1
    return {key: value * times for key, value in task.rules.points(whole(task)).items()}


def many(task: Task, places: Sequence[tuple[int, int]]) -> dict[str, Matrix]:
    """The points of each criterion with a weight for many pairs at once, by place in the order of the task."""
    most_one_way = task.rules.points(whole(task))
    rows, columns = np.array(places, dtype=np.intp).reshape(-1, 2).T
    found: dict[str, Matrix] = {}
    for criterion in task.rules.criteria if not task.table_alone else ():
        if criterion.weight:
            given = _of_places(task, criterion, most_one_way[criterion.key], rows, columns)
            back = _of_places(task, criterion, most_one_way[criterion.key], columns, rows) if task.peers else 0
            found[criterion.key] = given + back
    return found


def _of_places(task: Task, criterion: Criterion, most: int, rows: Matrix, columns: Matrix) -> Matrix:
    if criterion.key in SPARSE:
        cells = zip(rows.tolist(), columns.tolist(), strict=True)
        one_way = [_one_way(task, criterion, most, task.mentees[row], task.mentors[column]) for row, column in cells]
        return np.array(one_way, dtype=np.int64)
    if criterion.key in TOPICS:
        block = topic_block(criterion.key, most, task.mentees, task.mentors)
    else:
        name = shares.attribute(criterion.key, criterion.want)
        table = criterion_table(replace(criterion, must=False), most, task.peers)
        block = kind_block(name, [table], task.mentees, task.mentors)
    given: Matrix = (block.rows[rows] * block.columns[:, columns].T).sum(axis=1)
    return given.astype(np.int64)


def ways(task: Task, mentee: Candidate, mentor: Candidate) -> list[tuple[Candidate, Candidate]]:
    """Between peers each is mentor and mentee of the other."""
    return [(mentee, mentor), (mentor, mentee)] if task.peers else [(mentee, mentor)]


def open_fit(task: Task, mentee: Candidate, mentor: Candidate) -> int:
    """The fit whatever the rules say; with a score table alone its score, 0 for a pair that is not in it."""
    if task.table_alone:
        return listed_score(task, mentee, mentor) or 0
    return sum(points(task, mentee, mentor).values())


def listed_score(task: Task, mentee: Candidate, mentor: Candidate) -> int | None:
    """What the score table has for the pair; between peers either way round."""
    scores = task.table.scores if task.table else {}
    found = [scores.get((one.id, other.id)) for one, other in ways(task, mentee, mentor)]
    return next((score for score in reversed(found) if score is not None), None)


def _one_way(task: Task, criterion: Criterion, most: int, mentee: Candidate, mentor: Candidate) -> int:
    if criterion.key in TOPICS:
        return topic_block(criterion.key, most, [mentee], [mentor]).of(0, 0)
    return int(amount(most, met(task, criterion, mentee, mentor)))


def met(task: Task, criterion: Criterion, mentee: Candidate, mentor: Candidate) -> int:
    """The share met one way, in percent; of topics whether anything is met at all."""
    if criterion.key in TOPICS:
        return min(100, topic_block(criterion.key, WHOLE, [mentee], [mentor]).of(0, 0))
    if criterion.key == "ranked_wishes":
        silent = not mentee.wishes and not mentor.wishes
        return shares.HALF if silent else named_share(mentee, mentor)
    if criterion.key == "score_table":
        score = listed_score(task, mentee, mentor)
        return task.table.of_hundred(score) if task.table and score is not None else 0
    name = shares.attribute(criterion.key, criterion.want)
    return int(shares.share(criterion, *_alone(name, mentee, mentor), task.peers)[0, 0])


def _alone(name: str, mentee: Candidate, mentor: Candidate) -> tuple[list[Any], list[Any]]:
    return [shares.kind(mentee, name)], [shares.kind(mentor, name)]


def broken_kinds(task: Task, mentee: Candidate, mentor: Candidate) -> list[str]:
    """The rules on levels, departments, companies, languages and hours that forbid the pair."""
    return [
        rule.key
        for rule in task.rules.rules
        if rule.on
        and rule.key in KIND_RULES
        and shares.broken(rule, *_alone(shares.attribute(rule.key), mentee, mentor), task.peers)[0, 0]
    ]


def broken_musts(task: Task, mentee: Candidate, mentor: Candidate) -> list[Criterion]:
    """The musts of which the pair meets nothing, in one of the ways it is looked at."""
    return [
        criterion
        for criterion in task.rules.criteria
        if criterion.must and any(met(task, criterion, *way) == 0 for way in ways(task, mentee, mentor))
    ]
