"""Pairs by milestones as a table model: what each cell says, never how it looks."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from mentordesk.ui.widgets.painting import HEALTH_WORDS

_Index = QModelIndex | QPersistentModelIndex
CELL = Qt.ItemDataRole.UserRole + 1
ROW = Qt.ItemDataRole.UserRole + 2
COLUMN = Qt.ItemDataRole.UserRole + 3


@dataclass(frozen=True)
class HeatCell:
    """`state` is done, late, soon, overdue, open, skipped; `text` the days ("+5", "8 d", "9 d"); `tip` a sentence."""

    state: str
    text: str = ""
    tip: str = ""


@dataclass(frozen=True)
class HeatColumn:
    """A step of the plan with its date in words."""

    key: Any
    title: str
    on_text: str = ""


@dataclass(frozen=True)
class HeatRow:
    """A pair with the shape of its health (or none) and its cells by column key; a missing cell stays empty."""

    id: Any
    name: str
    health: str = ""
    cells: dict[Any, HeatCell] = field(default_factory=dict)


class HeatMapModel(QAbstractTableModel):
    """Rows and columns as given."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.steps: list[HeatColumn] = []
        self.pairs: list[HeatRow] = []

    def show_plan(self, columns: Sequence[HeatColumn], rows: Sequence[HeatRow]) -> None:
        """Shows another cohort, or the same one newly read."""
        self.beginResetModel()
        self.steps, self.pairs = list(columns), list(rows)
        self.endResetModel()

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.pairs)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.steps)

    def cell(self, index: _Index) -> HeatCell | None:
        """The cell at a place; None where the pair has no such milestone."""
        return self.pairs[index.row()].cells.get(self.steps[index.column()].key)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        cell = self.cell(index)
        if role == CELL:
            return cell
        if role == Qt.ItemDataRole.DisplayRole:
            return cell.text or cell.state if cell else ""
        if role == Qt.ItemDataRole.ToolTipRole:
            return cell.tip or None if cell else None
        if role == Qt.ItemDataRole.AccessibleTextRole:
            pair, step = self.pairs[index.row()], self.steps[index.column()]
            words = (cell.tip or f"{cell.state} {cell.text}".strip()) if cell else "no such milestone"
            return f"{pair.name}, {step.title}: {words}"
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        across = orientation == Qt.Orientation.Horizontal
        things: Sequence[Any] = self.steps if across else self.pairs
        if section >= len(things):  # a header asks with its old count while the model is reset
            return None
        thing = things[section]
        if role == (COLUMN if across else ROW):
            return thing
        if role == Qt.ItemDataRole.DisplayRole:
            return thing.title if across else thing.name
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            return f"{thing.title}, {thing.on_text}" if across else _named(thing)
        return None


def _named(pair: HeatRow) -> str:
    return f"{pair.name}: {HEALTH_WORDS[pair.health][0]}" if pair.health in HEALTH_WORDS else pair.name
