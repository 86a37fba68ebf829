"""The responses of the files in a table, with a chip a state. Knows no way to mend one."""

from collections.abc import Callable

from mentordesk.domain.responses import ResponsePreview, ResponseRow, ResponseState
from mentordesk.domain.standing import Side
from mentordesk.ui import theme
from mentordesk.ui.responses import wording
from mentordesk.ui.widgets.chips import FilterChips
from mentordesk.ui.widgets.column import ChipCell, Column, PersonCell
from mentordesk.ui.widgets.row_table import RowTable

_ROWS_SEEN, _MOST_SEEN, _AROUND = 5, 9, 400
"""Rows that are seen at least and at most, and the height of what stands around them in the dialog."""


def make() -> RowTable:
    """The table; nothing in it yet."""
    table = RowTable(_columns(), name="Answers", search_text=_words)
    table.setMinimumHeight(theme.current().row("table", 2) * _ROWS_SEEN)
    return table


def _columns() -> tuple[Column, ...]:
    return (
        Column("who", "Who answered", lambda it: it.who or it.pair, width=248, kind="person", value=_person),
        Column(
            "state", "State", lambda it: it.state.word, lambda it: it.state.rank, width=152, kind="chip", value=_chip
        ),
        Column("kind", "What", lambda it: it.kind.word, width=86),
        Column("on", "Day", wording.day, lambda it: it.on, width=104),
        Column(
            "said", "It says", lambda it: it.said, width=180, stretch=True, kind="secondary", tip=lambda it: it.said
        ),
        Column("place", "Where", lambda it: it.place, width=124, kind="secondary", tip=_where),
    )


def _person(it: ResponseRow) -> PersonCell:
    side = {Side.LEFT: "left", Side.RIGHT: "right"}.get(it.side, "neutral") if it.side is not None else "neutral"
    return PersonCell(it.who or it.pair or "Nobody known", wording.second_line(it), side)


def _chip(it: ResponseRow) -> ChipCell:
    tone, icon = wording.TONES[it.state]
    return ChipCell(it.state.word, tone, icon)


def _where(it: ResponseRow) -> str:
    return f"{it.file}, {it.place}"


def _words(it: ResponseRow) -> str:
    return " ".join((it.who, it.pair, it.said, it.file, it.place, it.state.word))


def show(table: RowTable, filters: FilterChips, preview: ResponsePreview) -> None:
    """The rows of a preview, and how many are in each state. The dialog grows with them as its window has room."""
    table.set_rows(preview.rows)
    row, window = theme.current().row("table", 2), table.window().parentWidget()
    room = (window.window().height() - _AROUND) // row if window is not None else _ROWS_SEEN
    table.setMinimumHeight(row * max(_ROWS_SEEN, min(len(preview.rows) + 1, room, _MOST_SEEN)))
    counts = {state.value: preview.count(state) for state in ResponseState}
    filters.set_counts(counts)
    for state in ResponseState:
        chip = filters.chip(state.value)
        chip.setVisible(bool(counts[state.value]) or chip.isChecked())


def filtered(on: set[str]) -> Callable[[ResponseRow], bool] | None:
    """Only rows in one of these states; None shows all."""
    return (lambda it: it.state.value in on) if on else None
