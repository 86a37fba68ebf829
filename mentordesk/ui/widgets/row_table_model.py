"""One table model for every list: plain rows with an `id`, searched and sorted here. Knows no view and no page."""

from collections.abc import Callable, Iterable, Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, QTimer, Signal

from mentordesk.domain.text import fold
from mentordesk.ui.widgets.column import Column
from mentordesk.ui.widgets.painting import ALIGN

VALUE = Qt.ItemDataRole.UserRole + 1
SCALE = Qt.ItemDataRole.UserRole + 2
KIND = Qt.ItemDataRole.UserRole + 3
_Index = QModelIndex | QPersistentModelIndex
_AT_ONCE = 2000  # rows folded in one turn of the event loop: under 20 ms
_LEAST_SCALE = 10.0


class RowTableModel(QAbstractTableModel):
    """Rows by columns. Texts and values of a cell are computed once a row; the folded search text too."""

    shown = Signal(int)

    def __init__(
        self,
        columns: Sequence[Column],
        search_text: Callable[[Any], str] | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.columns = tuple(columns)
        self._search_text = search_text or self._column_texts
        self._allow: Callable[[Any], bool] | None = None
        self.checked: set[Any] = set()
        self._query = ""
        self._sorted_by: tuple[int, bool] | None = None
        self._folding = QTimer(self, interval=0)
        self._folding.timeout.connect(self._on_idle)
        self._take([])

    # Rows

    def set_rows(self, rows: Iterable[Any]) -> None:
        """Shows other rows with the same search, filter and order."""
        self.beginResetModel()
        self._take(list(rows))
        self._narrow()
        self.endResetModel()
        self._folding.start()
        self.shown.emit(len(self._shown))

    def _take(self, rows: list[Any]) -> None:
        self._rows = rows
        self._cells: dict[int, tuple[Any, ...]] = {}
        self._folded: list[str] = []
        self._scales: dict[int, float] = {}
        self._keys: dict[int, list[Any]] = {}
        self._order = self._in_order()
        self._allowed = self._permitted()
        self._hits: list[int] | None = None
        self._shown = self._allowed
        self._positions: dict[Any, int] | None = None

    def rows(self) -> list[Any]:
        """All rows, hidden by search and filter or not."""
        return self._rows

    def shown_rows(self) -> list[Any]:
        """The rows on screen, in their order."""
        return [self._rows[source] for source in self._shown]

    def row_at(self, position: int) -> Any:
        """The row at a position on screen."""
        return self._rows[self._shown[position]]

    def position_of(self, row_id: Any) -> int:
        """Where the row with this id is on screen; -1 if it is not."""
        if self._positions is None:
            self._positions = {self._rows[source].id: at for at, source in enumerate(self._shown)}
        return self._positions.get(row_id, -1)

    # Search, filter, order

    def set_search(self, text: str) -> None:
        """Keeps the rows that have every word of `text` in them, without regard to case and accents."""
        query = fold(text).strip()
        if query == self._query:
            return
        narrower = query.startswith(self._query)
        self._query = query
        self._reset(lambda: self._narrow(self._hits if narrower else None))

    def set_filter(self, allow: Callable[[Any], bool] | None) -> None:
        """Keeps the rows that `allow` accepts; None accepts all."""
        self._allow = allow
        self._reset(self._refilter)

    def sort_by(self, key: str, descending: bool = False) -> None:
        """Sorts by the column with this key."""
        self._sorted_by = (self.column_of(key), descending)
        self._reset(self._reorder)

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sorts by a column number; called by the view's header."""
        self.sort_by(self.columns[column].key, order == Qt.SortOrder.DescendingOrder)

    def column_of(self, key: str) -> int:
        """The number of the column with this key."""
        return next(number for number, column in enumerate(self.columns) if column.key == key)

    def _reset(self, change: Callable[[], None]) -> None:
        self.beginResetModel()
        change()
        self.endResetModel()
        self.shown.emit(len(self._shown))

    def _reorder(self) -> None:
        self._order = self._in_order()
        self._refilter()

    def _refilter(self) -> None:
        self._allowed = self._permitted()
        self._narrow()

    def _permitted(self) -> list[int]:
        if self._allow is None:
            return self._order
        rows, allow = self._rows, self._allow
        return [source for source in self._order if allow(rows[source])]

    def _narrow(self, last_hits: list[int] | None = None) -> None:
        self._positions = None
        words = self._query.split()
        if not words:
            self._hits, self._shown = None, self._allowed
            return
        self._fold_up_to(len(self._rows))
        folded = self._folded
        hits = self._allowed if last_hits is None else last_hits
        for word in words:
            hits = [source for source in hits if word in folded[source]]
        self._hits = self._shown = hits

    def _in_order(self) -> list[int]:
        everything = list(range(len(self._rows)))
        if self._sorted_by is None:
            return everything
        column, descending = self._sorted_by
        keys = self._sort_keys(column)
        known = [source for source in everything if keys[source] is not None]
        known.sort(key=keys.__getitem__, reverse=descending)
        return known + [source for source in everything if keys[source] is None]

    def _sort_keys(self, number: int) -> list[Any]:
        if number not in self._keys:
            column = self.columns[number]
            key = column.sort or (lambda row: fold(column.text(row)) or None)
            self._keys[number] = [key(row) for row in self._rows]
        return self._keys[number]

    def _column_texts(self, row: Any) -> str:
        return "\n".join(column.text(row) for column in self.columns if column.searched)

    def _fold_up_to(self, count: int) -> None:
        text, rows = self._search_text, self._rows
        self._folded += [fold(text(row)) for row in rows[len(self._folded) : count]]

    def _on_idle(self) -> None:
        self._fold_up_to(len(self._folded) + _AT_ONCE)
        if len(self._folded) >= len(self._rows):
            self._folding.stop()

    # What the view asks

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._shown)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or index.row() >= len(self._shown):
            return None
        source, number = self._shown[index.row()], index.column()
        if role == Qt.ItemDataRole.DisplayRole:
            return self._cell(source)[number][0]
        if role == VALUE:
            check = self.columns[number].kind == "check"
            return self._rows[source].id in self.checked if check else self._cell(source)[number][1]
        if role == SCALE:
            return self._scale(number)
        return self._said(source, number, role)

    def _said(self, source: int, number: int, role: int) -> Any:
        column, row = self.columns[number], self._rows[source]
        if role == Qt.ItemDataRole.ToolTipRole:
            return column.tip(row) if column.tip else None
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return column.accessible(row) if column.accessible else self._cell(source)[number][0]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return int(ALIGN[column.align] | Qt.AlignmentFlag.AlignVCenter)
        if role == Qt.ItemDataRole.CheckStateRole and column.kind == "check":
            return Qt.CheckState.Checked if row.id in self.checked else Qt.CheckState.Unchecked
        if role == KIND:
            return column.kind
        return None

    def set_checked(self, ids: Iterable[Any]) -> None:
        """Ticks exactly the rows with these ids."""
        self.checked = set(ids)
        if self._shown:
            corners = self.index(0, 0), self.index(len(self._shown) - 1, 0)
            self.dataChanged.emit(*corners, [Qt.ItemDataRole.CheckStateRole])

    def all_checked(self) -> bool:
        """Whether every row that is shown has its tick."""
        return bool(self._shown) and all(self._rows[source].id in self.checked for source in self._shown)

    def _cell(self, source: int) -> tuple[Any, ...]:
        cell = self._cells.get(source)
        if cell is None:
            row = self._rows[source]
            cell = tuple((column.text(row), column.value(row) if column.value else None) for column in self.columns)
            self._cells[source] = cell
        return cell

    def _scale(self, number: int) -> float:
        """The largest value of a balance column, at least 10: one scale for the whole table."""
        if number not in self._scales:
            value = self.columns[number].value
            cells = [cell for row in self._rows if value and (cell := value(row)) is not None]
            self._scales[number] = max([_LEAST_SCALE, *(max(cell.left, cell.right) for cell in cells)])
        return self._scales[number]

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation != Qt.Orientation.Horizontal:
            return None
        column = self.columns[section]
        if role == Qt.ItemDataRole.DisplayRole:
            return column.title
        if role == Qt.ItemDataRole.ToolTipRole:
            return column.header_tip or None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return int(ALIGN[column.align] | Qt.AlignmentFlag.AlignVCenter)
        return None
