"""Small groups are protected: which cells of a breakdown are left out, so that none of them tells about a few people,
and none can be computed from those that are shown. Knows no figure."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

LEAST, USUAL, MOST = 3, 5, 10
"""The smallest group that is shown: what may be set, and what is (DESIGN-2 10.17)."""
SO_THAT = "left out so that a smaller group cannot be computed"
"""Why a cell of enough people is not shown."""
Cell = tuple[int, int]
"""(row, column) of a table; the row and the column after the last ones hold the totals."""


def checked(smallest: int) -> int:
    """A stored setting as it counts: within what may be set."""
    return min(MOST, max(LEAST, smallest))


def too_few(smallest: int, noun: str = "people") -> str:
    """Why there is a dash: "fewer than 5 people"."""
    return f"fewer than {smallest} {noun}"


def reason(size: int, smallest: int, noun: str = "people") -> str:
    """Why a hidden group of this size is hidden. A group that is large enough protects another."""
    return too_few(smallest, noun) if size < smallest else SO_THAT


def is_small(size: int, smallest: int, empty_shown: bool = False) -> bool:
    """Whether a group is too small to be shown. Nobody is too few as well, unless an empty group tells nothing of
    anyone, as one that was not asked (`empty_shown`)."""
    return size < smallest and (size > 0 or not empty_shown)


def is_small_share(part: int, whole: int, smallest: int) -> bool:
    """Whether a share tells of few people: those it counts, all of them, or the ones it does not count."""
    return part < smallest or whole < smallest or 0 < whole - part < smallest


def hidden_groups(
    sizes: Sequence[int], smallest: int, also: Collection[int] = (), *, empty_shown: bool = False
) -> frozenset[int]:
    """The places of the groups to leave out, given that their sum is shown.

    Groups that are small, and those of `also`; then the next smallest, until there are two or more of them which
    together are at least `smallest` people: the rest of the sum is a group as well. With `empty_shown` a group without
    anybody is never hidden.
    """
    hidden = {at for at, size in enumerate(sizes) if is_small(size, smallest, empty_shown)} | set(also)
    if not hidden:
        return frozenset()
    shown = sorted((size, at) for at, size in enumerate(sizes) if at not in hidden and (size or not empty_shown))
    while shown and (len(hidden) == 1 or sum(sizes[at] for at in hidden) < smallest):
        hidden.add(shown.pop(0)[1])
    return frozenset(hidden)


@dataclass(frozen=True, slots=True)
class Protected:
    """What of a table of groups (rows) and columns is left out. `rows` are totals of a row, `columns` of a column;
    `all_hidden` says that the total of everything is left out, too."""

    cells: frozenset[Cell]
    rows: frozenset[int]
    columns: frozenset[int]
    all_hidden: bool


def hidden_margins(totals: Sequence[int], smallest: int, *, empty_shown: bool = False) -> frozenset[int]:
    """The columns whose totals are left out, by their place; the place after the last stands for the total of all."""
    hidden = hidden_groups(totals, smallest, empty_shown=empty_shown)
    return hidden | {len(totals)} if is_small(sum(totals), smallest, empty_shown) else hidden


def protect(
    counts: Sequence[Sequence[int]], smallest: int, few: Collection[int] = (), *, empty_shown: bool = False
) -> Protected:
    """What to leave out of a table of two or more groups, all rows of the same length, 1 or more; `few` are rows of few
    people, who are counted in several columns.

    The totals of the columns are shown elsewhere as well, so they are hidden by their own size alone (`hidden_margins`)
    and everything else is hidden around them: small cells first, then the next smallest of their row or column, until
    no hidden cell follows from the shown ones by adding and subtracting.
    """
    table = _Table(counts, smallest, empty_shown)
    table.hide_small()
    table.hidden |= {(row, table.columns) for row in few}
    table.hide_until_safe()
    rows, columns = table.rows, table.columns
    hidden = table.hidden
    return Protected(
        frozenset(cell for cell in hidden if cell[0] < rows and cell[1] < columns),
        frozenset(row for row, column in hidden if column == columns and row < rows),
        frozenset(column for row, column in hidden if row == rows and column < columns),
        (rows, columns) in hidden,
    )


class _Table:
    """The counts with their totals as one more row and column: in every line the last is the sum of the others."""

    def __init__(self, counts: Sequence[Sequence[int]], smallest: int, empty_shown: bool) -> None:
        self.rows, self.columns, self.smallest, self.empty_shown = len(counts), len(counts[0]), smallest, empty_shown
        self.values: dict[Cell, int] = {}
        for row, line in enumerate(counts):
            self.values.update({(row, column): count for column, count in enumerate((*line, sum(line)))})
        for column in range(self.columns + 1):
            self.values[self.rows, column] = sum(self.values[row, column] for row in range(self.rows))
        self.hidden: set[Cell] = set()

    def hide_small(self) -> None:
        totals = [self.values[self.rows, column] for column in range(self.columns)]
        margins = hidden_margins(totals, self.smallest, empty_shown=self.empty_shown)
        self.hidden = {(self.rows, column) for column in margins}
        for cell, count in self.values.items():
            if cell[0] < self.rows and is_small(count, self.smallest, self.empty_shown):
                self.hidden.add(cell)

    def hide_until_safe(self) -> None:
        while True:
            free = Counter(cell for line in self._lines() if self._tells(line) for cell in self._free(line))
            if not free:
                free = Counter(cell for told in self._determined() for cell in self._beside(told))
            if not free:
                return
            self.hidden.add(min(free, key=lambda cell: self._loss(cell, free[cell])))

    def _loss(self, cell: Cell, lines: int) -> tuple[bool, int, int, Cell]:
        """Totals last; first what makes the most lines safe, then the smallest."""
        return cell[1] == self.columns, -lines, self.values[cell], cell

    def _lines(self) -> Iterator[list[Cell]]:
        for row in range(self.rows):
            yield [(row, column) for column in range(self.columns + 1)]
        for column in range(self.columns + 1):
            yield [(row, column) for row in range(self.rows + 1)]

    def _tells(self, line: Sequence[Cell]) -> bool:
        """One hidden cell follows from the others; under a total that is shown, several are a small group together."""
        hidden = [cell for cell in line if cell in self.hidden]
        if not hidden:
            return False
        small = line[-1] not in self.hidden and sum(self.values[cell] for cell in hidden) < self.smallest
        return len(hidden) == 1 or small

    def _free(self, line: Sequence[Cell]) -> list[Cell]:
        """What can still be hidden in a line: the totals of columns stay as they are."""
        return [cell for cell in line if cell not in self.hidden and cell[0] < self.rows and not self._is_plain(cell)]

    def _is_plain(self, cell: Cell) -> bool:
        """Nothing is won by hiding it: an empty cell that is shown to be one, or the only other one of its column."""
        if not self.empty_shown:
            return False
        total = (self.rows, cell[1])
        return self.values[cell] == 0 or (total not in self.hidden and self.values[cell] == self.values[total])

    def _beside(self, cell: Cell) -> list[Cell]:
        """What can be hidden in the row or the column of a cell."""
        return [free for line in self._lines() if cell in line for free in self._free(line)]

    def _determined(self) -> list[Cell]:
        """Hidden cells that follow from the shown ones: as every line adds up, exactly those which lie in no circle of
        hidden cells, going from one to the next by row and column in turn."""
        ways: defaultdict[tuple[str, int], set[tuple[str, int]]] = defaultdict(set)
        for row, column in self.hidden:
            ways["row", row].add(("column", column))
            ways["column", column].add(("row", row))
        return sorted(cell for cell in self.hidden if not _circles(ways, cell))


def _circles(ways: Mapping[tuple[str, int], set[tuple[str, int]]], cell: Cell) -> bool:
    """Whether a way leads from a cell's row to its column without the cell itself."""
    start, goal = ("row", cell[0]), ("column", cell[1])
    seen, reached = {start}, [start]
    while reached:
        here = reached.pop()
        for there in ways[here]:
            if (here, there) == (start, goal):
                continue
            if there == goal:
                return True
            if there not in seen:
                seen.add(there)
                reached.append(there)
    return False
