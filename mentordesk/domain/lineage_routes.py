"""The lines between two generations: up or down in lanes of their own, so that no two lie on each other. Pixels."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

_TOUCH = 4.0
"""Lines nearer than this are taken for one."""


@dataclass(frozen=True, slots=True)
class Net:
    """Lines that leave one place at the left and go to one or several at the right."""

    start: float
    ends: tuple[float, ...]

    @property
    def top(self) -> float:
        return min(self.start, *self.ends)

    @property
    def bottom(self) -> float:
        return max(self.start, *self.ends)

    @property
    def straight(self) -> bool:
        return self.bottom - self.top < 0.5


def lanes(nets: Sequence[Net]) -> list[int]:
    """The lane of each net, 0 the left one; straight ones need none and have 0."""
    taken: list[list[Net]] = []
    found = [0] * len(nets)
    waiting = sorted((at for at, net in enumerate(nets) if not net.straight), key=lambda at: _order(nets[at]))
    placed: dict[int, int] = {}
    while waiting:
        at = next((each for each in waiting if not _blocked(each, waiting, nets)), waiting[0])
        waiting.remove(at)
        least = max((lane + 1 for other, lane in placed.items() if _left_of(nets[other], nets[at])), default=0)
        found[at] = placed[at] = _free_lane(nets[at], taken, least)
    return found


def _order(net: Net) -> tuple[bool, float]:
    """Upper ones first where lines go up, lower ones first where they go down: so they cross least."""
    down = sum(net.ends) / len(net.ends) > net.start
    return down, -net.start if down else net.start


def _blocked(at: int, waiting: Iterable[int], nets: Sequence[Net]) -> bool:
    return any(other != at and _left_of(nets[other], nets[at]) for other in waiting)


def _left_of(first: Net, second: Net) -> bool:
    """Whether the first must turn before the second arrives at the same height, or they would lie on each other."""
    return any(abs(first.start - end) < _TOUCH for end in second.ends)


def _free_lane(net: Net, taken: list[list[Net]], least: int) -> int:
    while len(taken) <= least:
        taken.append([])
    for lane in range(least, len(taken)):
        if all(net.top > other.bottom + _TOUCH or other.top > net.bottom + _TOUCH for other in taken[lane]):
            taken[lane].append(net)
            return lane
    taken.append([net])
    return len(taken) - 1


def ports(middle: float, sources: Sequence[float], room: float, step: float) -> list[float]:
    """At which heights lines arrive at a box: a straight one in the middle, those from above over it, those from below
    under it, `step` apart where `room` around the middle allows. `sources` are from top to bottom."""
    straight = next((at for at, source in enumerate(sources) if abs(source - middle) < 0.5), None)
    center = (len(sources) - 1) / 2 if straight is None else float(straight)
    widest = max(center, len(sources) - 1 - center)
    by = min(step, room / widest) if widest else step
    return [middle + (at - center) * by for at in range(len(sources))]
