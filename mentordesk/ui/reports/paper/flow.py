"""Blocks one below the other, broken into pages. Knows no report."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import QRectF

from mentordesk.ui.reports.paper.marks import INK2, RULE, SMALL, STRONG, UNIT, Mark, line, text

_A4, _LETTER = (842 * UNIT, 595 * UNIT), (792 * UNIT, 612 * UNIT)
_MARGIN, _HEAD, _FOOT = 36 * UNIT, 22 * UNIT, 20 * UNIT


@dataclass(frozen=True, slots=True)
class PageSize:
    """Paper in landscape; sizes in units. Between head and foot there is `room` for blocks."""

    letter: bool = False
    upright: bool = False

    @property
    def size(self) -> tuple[float, float]:
        wide, high = _LETTER if self.letter else _A4
        return (high, wide) if self.upright else (wide, high)

    @property
    def width(self) -> float:
        """Of the blocks."""
        return self.size[0] - 2 * _MARGIN

    @property
    def room(self) -> float:
        return self.size[1] - 2 * _MARGIN - _HEAD - _FOOT


@dataclass(frozen=True, slots=True)
class Block:
    """Something that is not broken: its height, and its marks with their top at 0. `keep` holds it together with the
    block after it."""

    height: float
    marks: Callable[[], Sequence[Mark]]
    keep: bool = False


@dataclass(slots=True)
class Page:
    """Blocks with their tops; `sheet` is what they belong to."""

    sheet: str
    blocks: list[tuple[float, Block]] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Paper:
    """All pages of a report, in their order."""

    title: str
    foot: str
    size: PageSize
    pages: Sequence[Page]

    def marks(self, number: int) -> list[Mark]:
        """Everything on a page, counted from 0, with its head and foot."""
        page, (wide, high) = self.pages[number], self.size.size
        inner = wide - 2 * _MARGIN
        top = QRectF(_MARGIN, _MARGIN, inner, _HEAD - 8 * UNIT)
        below = QRectF(_MARGIN, high - _MARGIN - _FOOT + 8 * UNIT, inner, _FOOT - 8 * UNIT)
        made = [
            text(top, self.title, STRONG),
            text(top, page.sheet, SMALL, INK2, "right"),
            line(_MARGIN, top.bottom() + 3 * UNIT, _MARGIN + inner, top.bottom() + 3 * UNIT, RULE),
            text(below, self.foot, SMALL, INK2),
            text(below, f"Page {number + 1} of {len(self.pages)}", SMALL, INK2, "right"),
        ]
        for at, block in page.blocks:
            made += [_shifted(mark, _MARGIN, _MARGIN + _HEAD + at) for mark in block.marks()]
        return made


def _shifted(mark: Mark, right: float, down: float) -> Mark:
    moved = mark.moved(down)
    moved.box.translate(right, 0)
    return moved


class Flow:
    """Puts blocks on pages of one size; `head` is repeated at the top of every page that follows while it is set."""

    def __init__(self, size: PageSize) -> None:
        self.size = size
        self.pages: list[Page] = []
        self.head: Sequence[Block] = ()
        self._at = 0.0

    def sheet(self, name: str) -> None:
        """Begin a page of another sheet."""
        self.head = ()
        self._begin(name)

    def _begin(self, name: str) -> None:
        self.pages.append(Page(name))
        self._at = 0.0
        for block in self.head:
            self._put(block)

    def space(self, height: float) -> None:
        """Room between two blocks; at the top of a page there is none."""
        if self._at:
            self._at += height

    def add(self, *blocks: Block) -> None:
        """Blocks in their order; those that are kept together go to the next page together."""
        waiting: list[Block] = []
        for block in blocks:
            waiting.append(block)
            if not block.keep:
                self._add_together(waiting)
                waiting = []
        if waiting:
            self._add_together(waiting)

    def _add_together(self, blocks: Sequence[Block]) -> None:
        needed = sum(block.height for block in blocks)
        if self._at and self._at + needed > self.size.room:
            self.turn()
        for block in blocks:
            self._put(block)

    def turn(self) -> None:
        """Go on with a new page of the same sheet."""
        self._begin(self.pages[-1].sheet)

    def _put(self, block: Block) -> None:
        self.pages[-1].blocks.append((self._at, block))
        self._at += block.height
