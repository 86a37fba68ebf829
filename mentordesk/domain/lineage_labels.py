"""Where the years stand on the lines of a lineage: on no box, on no other words, if it can be on no line. Pixels."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise

from mentordesk.domain.lineage import LineageTie, mark
from mentordesk.domain.lineage_layout import Layout, Line

_BUCKET = 160.0


@dataclass(frozen=True, slots=True)
class Rect:
    left: float
    top: float
    right: float
    bottom: float

    def meets(self, other: "Rect") -> bool:
        across = self.left < other.right and other.left < self.right
        return across and self.top < other.bottom and other.top < self.bottom


@dataclass(frozen=True, slots=True)
class Label:
    """Words of a tie in a rectangle of their size; `over` where they stand on a line."""

    tie: LineageTie
    words: str
    rect: Rect
    over: bool = False


class _Plane:
    """Rectangles that are taken, found again by where they lie."""

    def __init__(self, taken: Iterable[Rect]) -> None:
        self._buckets: defaultdict[tuple[int, int], list[Rect]] = defaultdict(list)
        for rect in taken:
            self.take(rect)

    def take(self, rect: Rect) -> None:
        for at in _places(rect):
            self._buckets[at].append(rect)

    def is_free(self, rect: Rect) -> bool:
        return not any(rect.meets(other) for at in _places(rect) for other in self._buckets.get(at, ()))


def _places(rect: Rect) -> list[tuple[int, int]]:
    across = range(int(rect.left // _BUCKET), int(rect.right // _BUCKET) + 1)
    down = range(int(rect.top // _BUCKET), int(rect.bottom // _BUCKET) + 1)
    return [(x, y) for x in across for y in down]


def labels(
    layout: Layout, names: Mapping[int, str], width_of: Callable[[str], float], height: float
) -> tuple[Label, ...]:
    """The words of every line that has room for some: who mentored whom where that is not plain, else the years.
    `height` is that of a line of words, `width_of` says how wide words are."""
    boxes = [Rect(it.x, it.y, it.x + it.width, it.y + it.height) for it in layout.boxes.values()]
    solid, lines = _Plane(boxes), _Plane(rect for line in layout.lines for rect in _segments(line))
    found = []
    for line in sorted(layout.lines, key=lambda line: not (line.tie.reverse or line.tie.closes)):
        label = _label(line, names, width_of, height, solid, lines)
        if label is not None:
            solid.take(label.rect)
            found.append(label)
    return tuple(found)


def _segments(line: Line) -> Iterator[Rect]:
    for (x, y), (x2, y2) in pairwise(line.points):
        yield Rect(min(x, x2) - 1, min(y, y2) - 1, max(x, x2) + 1, max(y, y2) + 1)


def _label(
    line: Line,
    names: Mapping[int, str],
    width_of: Callable[[str], float],
    height: float,
    solid: _Plane,
    lines: _Plane,
) -> Label | None:
    whole, years = mark(line.tie, names), line.tie.year_text
    choices = [(whole, rect) for rect in _long_places(line, width_of(whole), height)] if whole != years else []
    choices += [(years, rect) for rect in _short_places(line, width_of(years), height)] if years else []
    free = [(words, rect) for words, rect in choices if solid.is_free(rect)]
    clear = [(words, rect) for words, rect in free if lines.is_free(rect)]
    chosen = next(iter(clear or free), None)
    return Label(line.tie, *chosen, over=not clear) if chosen else None


def _short_places(line: Line, width: float, height: float) -> Iterator[Rect]:
    """Before the arrow, on the side that the line does not come from; then after its start."""
    (x, y), (from_x, from_y) = line.points[-1], line.points[0]
    ends = [(x - 2 - width, y, from_y), (from_x + 2, from_y, y)]
    if line.tie.closes:
        ends.reverse()
    for left, at, other in ends:
        above = Rect(left, at - height - 2, left + width, at - 2)
        below = Rect(left, at + 2, left + width, at + height + 2)
        yield from (below, above) if other < at - 0.5 else (above, below)


def _long_places(line: Line, width: float, height: float) -> Iterator[Rect]:
    """From where the line turns, on the far side of its start; for a straight one above or below both boxes."""
    (x, y), (end_x, end_y) = line.points[0], line.points[-1]
    if len(line.points) > 2:
        turn = line.points[1][0]
        top = y + 3 if y > end_y else y - height - 3
        yield Rect(turn, top, turn + width, top + height)
    middle = (x + end_x) / 2
    for top in (y - 2 * height - 8, y + height + 8):
        yield Rect(middle - width / 2, top, middle + width / 2, top + height)
