"""A table of pairs, and what tests do with it."""

from PySide6.QtCore import Qt

from mentordesk.ui.widgets.column import BalanceCell, ChipCell, Column, PairCell, PersonCell, ProgressCell
from mentordesk.ui.widgets.row_table import RowTable

COLUMNS = (
    Column(
        "pair",
        "Pair",
        lambda row: f"{row.left} & {row.right}",
        kind="pair",
        value=lambda row: PairCell(row.left, row.right, "Reverse, Upstream 2026", "reverse"),
        stretch=True,
        fixed=True,
    ),
    Column(
        "health",
        "Health",
        lambda row: row.health,
        sort=lambda row: ("at_risk", "watch", "on_track", "too_early").index(row.health),
        kind="health",
        value=lambda row: row.health,
    ),
    Column(
        "balance",
        "Give & take",
        lambda row: f"{row.left_gave} : {row.right_gave}",
        kind="balance",
        value=lambda row: BalanceCell(row.left_gave, row.right_gave, row.left_gave > 4 * row.right_gave > 0),
        accessible=lambda row: f"{row.left} gave {row.left_gave}, {row.right} gave {row.right_gave}",
        tip=lambda row: f"{row.left} gave {row.left_gave}",
    ),
    Column("days", "Contact", lambda row: f"{row.days} d", sort=lambda row: row.days, align="right", width=70),
    Column(
        "person", "Mentor", lambda row: row.left, kind="person", value=lambda row: PersonCell(row.left), hidden=True
    ),
    Column(
        "steps",
        "Milestones",
        lambda _: "4/7",
        kind="progress",
        value=lambda row: ProgressCell(row.id, 6, row.id == 2),
    ),
    Column("status", "Status", lambda _: "Active", kind="chip", value=lambda _: ChipCell("Active", "accent")),
)


def click_row(qtbot, table: RowTable, row_id: int, column: int = 1, keys=Qt.KeyboardModifier.NoModifier) -> None:
    index = table.rows_model.index(table.rows_model.position_of(row_id), column)
    qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, keys, table.visualRect(index).center())
