"""Small groups: what is left out of a breakdown, and that nothing of it follows from what is shown."""

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from mentordesk.domain import small_groups
from mentordesk.domain.small_groups import Protected, hidden_groups, hidden_margins, protect

SMALLEST = st.integers(small_groups.LEAST, small_groups.MOST)
COUNT = st.one_of(st.integers(0, 9), st.integers(0, 40))


def test_a_small_group_takes_the_next_smallest_with_it() -> None:
    assert hidden_groups((40, 2, 12, 30), 5) == {1, 2}


def test_two_small_groups_that_are_enough_together_hide_no_other() -> None:
    assert hidden_groups((40, 2, 3, 30), 5) == {1, 2}


def test_two_small_groups_that_are_few_together_hide_the_next() -> None:
    assert hidden_groups((40, 1, 2, 30), 5) == {1, 2, 3}


def test_groups_of_enough_people_are_all_shown() -> None:
    assert hidden_groups((5, 6, 7), 5) == frozenset()


def test_nobody_is_a_small_group_too() -> None:
    assert hidden_groups((5, 0, 7), 5) == {0, 1}


def test_nobody_may_be_shown_where_nobody_was_asked() -> None:
    assert hidden_groups((5, 0, 7), 5, empty_shown=True) == frozenset()
    assert protect([[9, 0], [7, 0]], 5, empty_shown=True) == Protected(frozenset(), frozenset(), frozenset(), False)


def test_a_column_whose_total_is_small_hides_another_total() -> None:
    assert hidden_margins((30, 3, 8), 5) == {1, 2}
    assert hidden_margins((2, 1), 5) == {0, 1, 2}


def test_a_table_by_hand() -> None:
    """Mentors and mentees of three places: two mentees in Oslo hide a mentee and two mentors beside them."""
    found = protect([[20, 2], [9, 30], [25, 12]], 5)
    assert found.cells == {(0, 1), (2, 1), (0, 0), (2, 0)}
    assert (found.rows, found.columns, found.all_hidden) == (frozenset(), frozenset(), False)


def test_two_circles_tied_by_one_cell_do_not_tell_it() -> None:
    """Every line has two small cells or more, and still that of the second row and third column would follow from the
    sums of two rows and two columns: it is not enough to look at lines."""
    counts = [[3, 3, 20, 20], [3, 3, 3, 20], [20, 20, 3, 3], [20, 20, 3, 3]]
    small = frozenset((row, at) for row, line in enumerate(counts) for at, count in enumerate(line) if count < 5)
    assert _known(counts, Protected(small, frozenset(), frozenset(), False)) == [(1, 2)]
    found = protect(counts, 5)
    assert small < found.cells
    assert _known(counts, found) == []


@settings(max_examples=400, deadline=None)
@given(st.lists(st.tuples(COUNT, COUNT, COUNT), min_size=2, max_size=6), SMALLEST, st.integers(1, 3), st.booleans())
def test_no_hidden_cell_follows_by_linear_algebra(
    rows: list[tuple[int, ...]], smallest: int, columns: int, empty_shown: bool
) -> None:
    counts = [row[:columns] for row in rows]
    found = protect(counts, smallest, empty_shown=empty_shown)
    assert _known(counts, found) == []


@given(st.lists(st.tuples(COUNT, COUNT), min_size=2, max_size=6), SMALLEST)
def test_every_small_cell_is_hidden(rows: list[tuple[int, int]], smallest: int) -> None:
    found = protect(rows, smallest)
    small = {(row, column) for row, line in enumerate(rows) for column, count in enumerate(line) if count < smallest}
    assert small <= found.cells
    assert {row for row, line in enumerate(rows) if sum(line) < smallest} <= found.rows
    assert found.columns == hidden_margins([sum(line) for line in zip(*rows, strict=True)], smallest) - {2}


@given(st.lists(st.tuples(COUNT, COUNT), min_size=2, max_size=6), SMALLEST)
def test_tables_of_large_groups_are_shown_whole(rows: list[tuple[int, int]], smallest: int) -> None:
    found = protect([[count + 10 for count in line] for line in rows], smallest)
    assert found == Protected(frozenset(), frozenset(), frozenset(), False)


@given(st.lists(COUNT, min_size=2, max_size=8), SMALLEST)
def test_the_rest_of_a_sum_is_no_small_group(sizes: list[int], smallest: int) -> None:
    hidden = hidden_groups(sizes, smallest)
    if hidden and sum(sizes) >= smallest:
        assert len(hidden) > 1
        assert sum(sizes[at] for at in hidden) >= smallest


def _known(counts: list, found: Protected) -> list[tuple[int, int]]:
    """The hidden cells, totals among them, that the shown ones determine: those whose unit vector the equations of
    all lines span."""
    rows, columns = len(counts), len(counts[0])
    hidden = sorted(
        {*found.cells}
        | {(row, columns) for row in found.rows}
        | {(rows, column) for column in found.columns}
        | ({(rows, columns)} if found.all_hidden else set())
    )
    if not hidden:
        return []
    at = {cell: place for place, cell in enumerate(hidden)}
    equations = []
    lines = [[(row, column) for column in range(columns + 1)] for row in range(rows + 1)]
    lines += [[(row, column) for row in range(rows + 1)] for column in range(columns + 1)]
    for line in lines:
        equation = np.zeros(len(hidden))
        for cell in line:
            if cell in at:
                equation[at[cell]] = -1 if cell == line[-1] else 1
        equations.append(equation)
    matrix = np.array(equations)
    rank = np.linalg.matrix_rank(matrix)
    units = np.eye(len(hidden))
    return [cell for cell, unit in zip(hidden, units, strict=True) if np.linalg.matrix_rank([*matrix, unit]) == rank]
