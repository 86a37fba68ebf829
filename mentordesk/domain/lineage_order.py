"""The order of a layered drawing: generations drawn tight, long ties in steps, few crossings. Knows no pixel."""

from bisect import bisect_right, insort
from collections import defaultdict
from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

Key = tuple[int, int]
Node = Hashable
"""A person's id, or (key of a tie, rank) where a tie passes a generation."""
_SWEEPS = 10


@dataclass
class Layers:
    """`rows[rank]` has the nodes of a generation from top to bottom; `chains` the nodes a tie goes through, from left
    to right; `before` and `after` the neighbors of each node."""

    rows: list[list[Node]]
    chains: dict[Key, list[Node]]
    before: defaultdict[Node, list[Node]] = field(default_factory=lambda: defaultdict(list))
    after: defaultdict[Node, list[Node]] = field(default_factory=lambda: defaultdict(list))
    ranks: dict[Node, int] = field(default_factory=dict)


def layered(people: Sequence[int], ties: Mapping[Key, tuple[int, int]], ranks: Mapping[int, int]) -> Layers:
    """The people in generations with few crossings. `ties` have the left and the right person by key; the order of
    `people` and `ties` decides where nothing else does, so the same input is drawn the same."""
    tight = tightened(people, list(ties.values()), ranks)
    chains: dict[Key, list[Node]] = {
        key: [a, *((key, rank) for rank in range(tight[a] + 1, tight[b])), b] for key, (a, b) in ties.items()
    }
    found = Layers([[] for _ in range(max(tight.values(), default=-1) + 1)], chains)
    for chain in chains.values():
        for left, right in pairwise(chain):
            found.after[left].append(right)
            found.before[right].append(left)
    _place(found, people, tight)
    found.ranks = {node: rank for rank, row in enumerate(found.rows) for node in row}
    _uncross(found)
    return found


def tightened(people: Sequence[int], ties: Sequence[tuple[int, int]], ranks: Mapping[int, int]) -> dict[int, int]:
    """Ranks with short ties: who has more mentees than mentors here stands right before the first of the mentees."""
    tight = {person: ranks[person] for person in people}
    mentees: defaultdict[int, list[int]] = defaultdict(list)
    mentors: defaultdict[int, int] = defaultdict(int)
    for left, right in ties:
        mentees[left].append(right)
        mentors[right] += 1
    for person in sorted(people, key=lambda each: -ranks[each]):
        if len(mentees[person]) > mentors[person]:
            tight[person] = min(tight[mentee] for mentee in mentees[person]) - 1
    least = min(tight.values(), default=0)
    return {person: rank - least for person, rank in tight.items()}


def _place(layers: Layers, people: Sequence[int], ranks: Mapping[int, int]) -> None:
    """At first as one meets them going from mentor to mentee: a tree has no crossing then."""
    seen: set[Node] = set()
    roots = sorted(people, key=lambda person: ranks[person])
    for root in roots:
        waiting: list[Node] = [root]
        while waiting:
            node = waiting.pop()
            if node in seen:
                continue
            seen.add(node)
            layers.rows[ranks[node] if isinstance(node, int) else node[1]].append(node)  # type: ignore[index]
            waiting += reversed(layers.after[node])
            waiting += [near for near in layers.before[node] if near not in seen]


def _uncross(layers: Layers) -> None:
    """Sweeps there and back by the mean place of the neighbors; the best order that was met is kept."""
    best, fewest = [list(row) for row in layers.rows], crossings(layers)
    for sweep in range(_SWEEPS):
        if not fewest:
            break
        there = sweep % 2 == 0
        ranks = range(1, len(layers.rows)) if there else range(len(layers.rows) - 2, -1, -1)
        for rank in ranks:
            beside = layers.rows[rank - 1 if there else rank + 1]
            _sort(layers.rows[rank], beside, layers.before if there else layers.after)
        now = crossings(layers)
        if now < fewest:
            best, fewest = [list(row) for row in layers.rows], now
    layers.rows[:] = best


def _sort(row: list[Node], beside: Sequence[Node], near: Mapping[Node, list[Node]]) -> None:
    place = {node: at for at, node in enumerate(beside)}
    own = {node: at for at, node in enumerate(row)}

    def wanted(node: Node) -> float:
        places = [place[each] for each in near[node] if each in place]
        return sum(places) / len(places) if places else own[node]

    row.sort(key=lambda node: (wanted(node), own[node]))


def crossings(layers: Layers) -> int:
    """How many lines cross between neighboring generations."""
    return sum(_crossings(layers, rank) for rank in range(len(layers.rows) - 1))


def _crossings(layers: Layers, rank: int) -> int:
    place = {node: at for at, node in enumerate(layers.rows[rank + 1])}
    met: list[int] = []
    count = 0
    for node in layers.rows[rank]:
        ends = sorted(place[each] for each in layers.after[node])
        count += sum(len(met) - bisect_right(met, end) for end in ends)
        for end in ends:
            insort(met, end)
    return count
