"""The proposal that pairs make, whoever chose them: fits, places, rules broken by hand, who is left. Solves nothing."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from mentordesk.domain.matching import broken
from mentordesk.domain.matching.board import Cell as Place
from mentordesk.domain.matching.board import Matrix
from mentordesk.domain.matching.criteria import Goal
from mentordesk.domain.matching.people import Candidate, Shape
from mentordesk.domain.matching.result import Proposal, ProposedPair
from mentordesk.domain.matching.scores import NEVER
from mentordesk.domain.matching.setting import fit
from mentordesk.domain.matching.task import Cell, Task
from mentordesk.domain.text import fold
from mentordesk.domain.wording import counted


@dataclass(frozen=True)
class _Taken:
    """The pairs by place, and what is counted over all of them."""

    places: frozenset[Place]
    by_row: Counter[int]
    by_column: Counter[int]
    forbidden: frozenset[Place]


def proposal(task: Task, fits: Matrix, cells: Iterable[Cell], goal: Goal) -> Proposal:
    """The pairs in the order of the mentees, with places, broken rules and who is left."""
    places = task.cells(cells)
    rows, columns = Counter(row for row, _ in places), Counter(column for _, column in places)
    taken = _Taken(frozenset(places), rows, columns, frozenset(task.cells(task.forbids)))
    if task.peers:
        rows = columns = rows + columns
    mentors = () if task.peers else task.mentors
    free = [(each.id, each.capacity - columns[at]) for at, each in enumerate(mentors)]
    return Proposal(
        goal=goal,
        pairs=tuple(_pairs(task, fits, places, taken)),
        unmatched_mentees=_left(task.mentees, rows),
        unmatched_mentors=_left(mentors, columns),
        free=tuple((person, left) for person, left in free if left > 0),
        lost_pins=task.lost_pins(),
        per_point=task.per_point,
    )


def _left(people: Iterable[Candidate], used: Counter[int]) -> tuple[int, ...]:
    return tuple(each.id for at, each in enumerate(people) if not used[at] and each.capacity > 0)


def _pairs(task: Task, fits: Matrix, places: list[Place], taken: _Taken) -> Iterable[ProposedPair]:
    pins = set(task.cells(task.pins))
    by_name = sorted(taken.by_column, key=lambda column: (fold(task.mentors[column].name), column))
    circles = {column: number for number, column in enumerate(by_name, start=1)}
    so_far: Counter[int] = Counter()
    for cell in places:
        column = cell[1]
        so_far[column] += 1
        yield ProposedPair(
            mentee=task.mentees[cell[0]].id,
            mentor=task.mentors[column].id,
            fit=fit(task, fits, cell),
            pinned=cell in pins,
            place=so_far[column],
            places=task.mentors[column].capacity,
            broken=_broken(task, fits, cell, taken),
            circle=circles[column] if task.shape is Shape.CIRCLES else 0,
        )


def _broken(task: Task, fits: Matrix, cell: Place, taken: _Taken) -> tuple[str, ...]:
    """What forbids a pair that was made by hand all the same."""
    mentee, mentor = task.mentees[cell[0]], task.mentors[cell[1]]
    words: list[str] = []
    if int(fits[cell]) == NEVER or cell in taken.forbidden:
        words += broken.rules_of(task, mentee, mentor).values()
    if task.peers:
        return (*words, *_crowded(task, cell, taken))
    if task.shape is Shape.CIRCLES:
        words += _circle(task, cell, taken)
    for person, count in ((mentor, taken.by_column[cell[1]]), (mentee, taken.by_row[cell[0]])):
        if count > person.capacity:
            words.append(f"{person.name} has {counted(person.capacity, 'place')} for {counted(count, 'pair')}")
    back = (task.mentee_at.get(mentor.id), task.mentor_at.get(mentee.id))
    if back in taken.places and mentee.id != mentor.id and task.rules.is_on("ring_of_two"):
        words.append(f"{mentee.name} and {mentor.name} would be each other’s mentor")
    return tuple(words)


def _crowded(task: Task, cell: Place, taken: _Taken) -> Iterable[str]:
    """A peer in more than one pair who is not in a group of three."""
    for at in cell:
        partners = [one if other == at else other for one, other in taken.places if at in (one, other)]
        trio = len(partners) == 2 and (min(partners), max(partners)) in taken.places
        if len(partners) > 1 and not trio:
            yield f"{task.mentees[at].name} is in {counted(len(partners), 'pair')} and in no group of three"


def _circle(task: Task, cell: Place, taken: _Taken) -> Iterable[str]:
    """A circle beyond its bounds, and two of one team in it."""
    mentee, mentor, size = task.mentees[cell[0]], task.mentors[cell[1]], task.circles
    count = taken.by_column[cell[1]]
    if not size.smallest <= count <= size.largest:
        bound = f"fewer than {size.smallest}" if count < size.smallest else f"more than {size.largest}"
        yield f"The circle of {mentor.name} has {counted(count, 'mentee')}, {bound}"
    others = [task.mentees[row] for row, column in taken.places if column == cell[1] and row != cell[0]]
    team = [each for each in others if each.managers[:1] and each.managers[:1] == mentee.managers[:1]]
    if size.team_apart and team:
        yield f"{mentee.name} and {team[0].name} of one team sit in one circle"
