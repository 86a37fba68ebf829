"""How high each node of a layered drawing lies: mentees around their mentor, straight lines first. Pixels."""

from bisect import bisect, insort
from collections.abc import Callable, Mapping, Sequence

from mentordesk.domain.lineage_order import Layers, Node

_ROUNDS = 4
_PASSING = 5.0
"""Half the height of a place where a tie passes a generation."""


def heights(layers: Layers, box: float, gap: float) -> dict[Node, float]:
    """The middle of every node; boxes of a generation are `gap` apart or more."""
    apart = [_apart(row, box, gap) for row in layers.rows]
    found: dict[Node, float] = {}
    for row, places in zip(layers.rows, apart, strict=True):
        found.update(zip(row, places, strict=True))
    for _ in range(_ROUNDS):
        for rank in range(1, len(layers.rows)):
            _spread(layers.rows[rank], apart[rank], found, _first_of(layers.before, found))
        for rank in range(len(layers.rows) - 2, -1, -1):
            _pull(layers.rows[rank], apart[rank], found, layers)
    return found


def _apart(row: Sequence[Node], box: float, gap: float) -> list[float]:
    """The nodes as close as they may be, the first at 0."""
    halves = [box / 2 if isinstance(node, int) else _PASSING for node in row]
    places = [0.0] * len(row)
    for at in range(1, len(row)):
        places[at] = places[at - 1] + halves[at - 1] + gap + halves[at]
    return places


def _first_of(before: Mapping[Node, list[Node]], found: Mapping[Node, float]) -> Callable[[Node], float]:
    """Where a mentee wants to be: beside the mentor, of several beside the upper one in the middle."""

    def wanted(node: Node) -> float:
        near = sorted(found[each] for each in before[node])
        return near[(len(near) - 1) // 2] if near else found[node]

    return wanted


def _spread(
    row: Sequence[Node], apart: Sequence[float], found: dict[Node, float], wanted: Callable[[Node], float]
) -> None:
    """As near to what each wants as the others allow, evenly around it: least squares by pooling neighbors."""
    pools: list[tuple[float, int]] = []
    for node, place in zip(row, apart, strict=True):
        mean, count = wanted(node) - place, 1
        while pools and pools[-1][0] > mean:
            other, more = pools.pop()
            mean = (mean * count + other * more) / (count + more)
            count += more
        pools.append((mean, count))
    offsets = [mean for mean, count in pools for _ in range(count)]
    found.update((node, offset + place) for node, offset, place in zip(row, offsets, apart, strict=True))


def _pull(row: Sequence[Node], apart: Sequence[float], found: dict[Node, float], layers: Layers) -> None:
    """Mentors to the middle of their mentees: passing ties and those with most ties first, the rest make way."""
    placed: list[int] = []
    order = sorted(range(len(row)), key=lambda at: (isinstance(row[at], int), -_ties(row[at], layers), at))
    for at in order:
        near = [found[each] for each in layers.after[row[at]]]
        wanted = (min(near) + max(near)) / 2 if near else found[row[at]]
        beside = bisect(placed, at)
        if beside:
            above = placed[beside - 1]
            wanted = max(wanted, found[row[above]] + apart[at] - apart[above])
        if beside < len(placed):
            below = placed[beside]
            wanted = min(wanted, found[row[below]] - apart[below] + apart[at])
        found[row[at]] = wanted
        insort(placed, at)


def _ties(node: Node, layers: Layers) -> int:
    return len(layers.after[node]) and len(layers.after[node]) + len(layers.before[node])
