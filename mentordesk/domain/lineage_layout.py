"""Where the boxes and lines of a lineage lie: mentor left of mentee, generations in columns. Pixels, no painter."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from mentordesk.domain.lineage import Lineage, LineageTie
from mentordesk.domain.lineage_heights import heights
from mentordesk.domain.lineage_order import Layers, Node, layered
from mentordesk.domain.lineage_routes import Net, lanes, ports
from mentordesk.domain.text import fold

Point = tuple[float, float]
_LANE = 8.0
_FIRST_LANE = 14.0
_PORT = 9.0
"""Lanes are so far from each other, the first from the box, lines that arrive at a box from each other."""
_LATEST = 9999


@dataclass(frozen=True, slots=True)
class Measures:
    """Sizes in pixels: a box, the least room between two generations, and between two boxes of one."""

    box_width: float
    box_height: float
    gap: float
    row_gap: float


@dataclass(frozen=True, slots=True)
class Box:
    person_id: int
    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Line:
    """The corners of a tie from the left box to the right one. The arrow is at the mentee: at the last point, at the
    first one where the tie leads back."""

    tie: LineageTie
    points: tuple[Point, ...]


@dataclass(frozen=True, slots=True)
class Layout:
    """From (0, 0) to (width, height)."""

    boxes: Mapping[int, Box]
    lines: tuple[Line, ...]
    width: float
    height: float


def arrange(lineage: Lineage, sizes: Measures) -> Layout:
    """The same lineage is always laid out the same: where nothing else decides, those with older ties stand above, who
    is tied in reverse alone below, and then names decide."""
    people = _in_order(lineage)
    place = {person: at for at, person in enumerate(people)}
    ties = sorted(lineage.ties, key=lambda tie: (place[tie.mentor_id], place[tie.mentee_id]))
    layers = layered(people, {tie.key: _ends(tie) for tie in ties}, lineage.ranks)
    middles = _from_zero(heights(layers, sizes.box_height, sizes.row_gap), sizes)
    gaps = [_gap(parts, middles, sizes) for parts in _parts(layers, ties)[:-1]]
    lefts = [0.0]
    for gap in gaps:
        lefts.append(lefts[-1] + sizes.box_width + gap.width)
    boxes = {
        node: Box(node, left, middles[node] - sizes.box_height / 2, sizes.box_width, sizes.box_height)
        for left, row in zip(lefts, layers.rows, strict=False)
        for node in row
        if isinstance(node, int)
    }
    lines = tuple(Line(tie, _points(tie, layers, gaps, lefts, sizes)) for tie in ties)
    bottom = max((box.y + box.height for box in boxes.values()), default=0.0)
    lowest = max((y for line in lines for _, y in line.points), default=0.0)
    return Layout(boxes, lines, lefts[-1] + sizes.box_width if boxes else 0.0, max(bottom, lowest))


def _in_order(lineage: Lineage) -> list[int]:
    ages = {person.id: (True, _LATEST, fold(person.name), person.id) for person in lineage.people}
    for tie in lineage.ties:
        year = tie.years[0] if tie.years else _LATEST
        for person in tie.key:
            ages[person] = min(ages[person], (tie.reverse, year, *ages[person][2:]))
    return sorted(ages, key=lambda person: ages[person])


def _ends(tie: LineageTie) -> tuple[int, int]:
    """The left and the right person: a tie that leads back is drawn from right to left."""
    return (tie.mentee_id, tie.mentor_id) if tie.closes else tie.key


def _from_zero(found: dict[Node, float], sizes: Measures) -> dict[Node, float]:
    least = min(found.values(), default=0.0) - sizes.box_height / 2
    return {node: round(middle - least) for node, middle in found.items()}


@dataclass
class _Gap:
    """The room between two generations: of each part of a tie its start, the lane it turns in, and its end."""

    width: float
    parts: dict[tuple[LineageTie, Node], tuple[float, float, float]]


def _gap(parts: Sequence["_Part"], middles: Mapping[Node, float], sizes: Measures) -> _Gap:
    starts = _starts(parts, middles, sizes)
    ends = _arrivals(parts, starts, middles, sizes)
    nets: defaultdict[tuple[Node, float], list[int]] = defaultdict(list)
    for at, (_, left, _) in enumerate(parts):
        nets[left, starts[at]].append(at)
    groups = list(nets.values())
    found = lanes([Net(starts[group[0]], tuple(ends[at] for at in group)) for group in groups])
    count = max(found, default=0) + 1
    width = sizes.gap + (count - 1) * _LANE
    first = min(_FIRST_LANE, sizes.gap / 2)
    return _Gap(
        width,
        {
            (parts[at][0], parts[at][1]): (starts[at], first + lane * _LANE, ends[at])
            for group, lane in zip(groups, found, strict=True)
            for at in group
        },
    )


_Part = tuple[LineageTie, Node, Node]


def _parts(layers: Layers, ties: Sequence[LineageTie]) -> list[list[_Part]]:
    """By generation what of each tie lies right of it: the node there and the next one."""
    found: list[list[_Part]] = [[] for _ in layers.rows]
    for tie in ties:
        for left, right in pairwise(layers.chains[tie.key]):
            found[layers.ranks[left]].append((tie, left, right))
    return found


def _starts(parts: Sequence[_Part], middles: Mapping[Node, float], sizes: Measures) -> list[float]:
    """Ties to mentees leave in the middle of the box; each one that leads back has a place below."""
    back = [left for tie, left, _ in parts if tie.closes and isinstance(left, int)]
    room = sizes.box_height / 2 - 6
    below: defaultdict[Node, int] = defaultdict(int)
    found = []
    for tie, left, _ in parts:
        start = middles[left]
        if tie.closes and isinstance(left, int):
            below[left] += 1
            start += min(_PORT, room / back.count(left)) * below[left]
        found.append(start)
    return found


def _arrivals(
    parts: Sequence[_Part], starts: Sequence[float], middles: Mapping[Node, float], sizes: Measures
) -> list[float]:
    arriving: defaultdict[Node, list[int]] = defaultdict(list)
    for at, (_, _, right) in enumerate(parts):
        arriving[right].append(at)
    found = [0.0] * len(parts)
    for node, group in arriving.items():
        group.sort(key=lambda at: (starts[at], parts[at][0].closes, at))
        room = sizes.box_height / 2 - 6 if isinstance(node, int) else 0.5
        places = ports(middles[node], [starts[at] for at in group], room, _PORT)
        for at, place in zip(group, places, strict=True):
            found[at] = place
    return found


def _points(
    tie: LineageTie, layers: Layers, gaps: Sequence[_Gap], lefts: Sequence[float], sizes: Measures
) -> tuple[Point, ...]:
    points: list[Point] = []
    first = layers.ranks[_ends(tie)[0]]
    for step, node in enumerate(layers.chains[tie.key][:-1]):
        gap = gaps[first + step]
        left = lefts[first + step] + sizes.box_width
        start, lane, end = gap.parts[tie, node]
        points += [(left, start)]
        if abs(start - end) >= 0.5:
            points += [(left + lane, start), (left + lane, end)]
        points += [(left + gap.width, end)]
    return tuple(points)
