"""The table of every list: configured by columns, driven by keyboard and mouse, true to its selection by id."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import (
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPoint,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QWidget

from mentordesk.domain.text import fold
from mentordesk.ui import theme
from mentordesk.ui.widgets.column import Column
from mentordesk.ui.widgets.delegates import KINDS
from mentordesk.ui.widgets.open_button import held
from mentordesk.ui.widgets.row_table_model import RowTableModel
from mentordesk.ui.widgets.row_view import RowView
from mentordesk.ui.widgets.table_header import TableHeader

CHECK_COLUMN: Column = Column(
    *("check", "", lambda _row: ""), kind="check", width=36, searched=False, fixed=True, header_tip="Tick all, or none"
)
_TWO_LINES = ("pair", "person")


class RowTable(RowView):
    """Rows with an `id`. Signals carry ids: a list where several rows may be meant."""

    selected = Signal(list)
    opened = Signal(object)
    menu_requested = Signal(list, QPoint)
    delete_requested = Signal(list)
    edit_requested = Signal(object)
    checks_changed = Signal(list)
    shown = Signal(int)

    def __init__(
        self,
        columns: Sequence[Column],
        *,
        name: str,
        search_text: Callable[[Any], str] | None = None,
        checkable: bool = False,
        several: bool = True,
        row: str = "",
        framed: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        """`name` is read by screen readers. `row` is a row height token; two-line cells take `table`, others `line`."""
        super().__init__(name, several, framed, parent)
        self._told: list[Any] = []
        self._kept: tuple[list[Any], Any, int, int] = ([], None, 0, 0)
        shown = (CHECK_COLUMN, *columns) if checkable else tuple(columns)
        self._two_lines = any(column.kind in _TWO_LINES for column in shown)
        self._row = row or ("table" if self._two_lines else "line")
        self.rows_model = RowTableModel(shown, search_text, self)
        self.setModel(self.rows_model)
        self._lay_columns(shown)
        self._listen()
        self._on_theme_changed()

    def _lay_columns(self, columns: tuple[Column, ...]) -> None:
        self._header = TableHeader(columns, self)
        self.setHorizontalHeader(self._header)
        self._header.setSortIndicatorShown(True)
        self._header.show()
        self._header.lay_out()
        for number, column in enumerate(columns):
            self.setItemDelegateForColumn(number, KINDS[column.kind](self, column.align))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._header.fit(self.viewport().width())

    def _listen(self) -> None:
        self.horizontalHeader().sortIndicatorChanged.connect(self._on_sort_changed)
        self.rows_model.modelAboutToBeReset.connect(self._on_about_to_reset)
        self.rows_model.modelReset.connect(self._on_reset)
        self.rows_model.shown.connect(self.shown)
        self.selectionModel().selectionChanged.connect(self._tell_selection)
        self.doubleClicked.connect(self._on_double_clicked)
        theme.look.changed.connect(self._on_theme_changed)

    # Rows

    def set_rows(self, rows: Iterable[Any]) -> None:
        """Shows other rows; selection and scroll stay with their ids. Once all selected are gone, the next one is."""
        before = self.selected_ids()
        first = min((self.rows_model.position_of(row_id) for row_id in before), default=-1)
        self.rows_model.set_rows(rows)
        if before and not self.selected_ids() and self.count():
            self._go_to(min(first, self.count() - 1))
        elif before and not self.selected_ids():
            self._tell_selection()
        if self.hasFocus() and not self.currentIndex().isValid() and self.count():  # it came before the rows
            top = self.rows_model.index(0, self._first_column())
            self.selectionModel().setCurrentIndex(top, QItemSelectionModel.SelectionFlag.NoUpdate)
            self.show_ring(True)

    def set_search(self, text: str) -> None:
        """Shows the rows that have every word of `text`."""
        self.rows_model.set_search(text)

    def set_filter(self, allow: Callable[[Any], bool] | None) -> None:
        """Shows the rows that `allow` accepts."""
        self.rows_model.set_filter(allow)

    def sort_by(self, key: str, descending: bool = False) -> None:
        """Sorts by a column and shows its arrow."""
        order = Qt.SortOrder.DescendingOrder if descending else Qt.SortOrder.AscendingOrder
        self.horizontalHeader().setSortIndicator(self.rows_model.column_of(key), order)

    def rename(self, key: str, title: str) -> None:
        """Gives a column another caption."""
        at = self.rows_model.column_of(key)
        columns = list(self.rows_model.columns)
        columns[at] = replace(columns[at], title=title)
        self.rows_model.columns = tuple(columns)
        self._header.set_columns(tuple(columns))

    def count(self) -> int:
        """How many rows are on screen after search and filter."""
        return self.rows_model.rowCount()

    def show_at_most(self, rows: int) -> None:
        """As high as its rows, up to so many; further ones are scrolled to."""
        below = self.verticalHeader().defaultSectionSize() * min(self.count(), rows)
        self.setFixedHeight(self._header.sizeHint().height() + below + 2 * self.frameWidth())

    def row_of(self, row_id: Any) -> Any:
        """The row on screen with this id; None if it is not there."""
        at = self.rows_model.position_of(row_id)
        return self.rows_model.row_at(at) if at >= 0 else None

    # Selection and checks

    def selected_ids(self) -> list[Any]:
        """The ids of the selected rows from top to bottom."""
        selection = self.selectionModel().selection()
        parts = [selection.at(number) for number in range(selection.count())]
        positions = sorted({at for part in parts for at in range(part.top(), part.bottom() + 1)})
        return [self.rows_model.row_at(at).id for at in positions]

    def current_id(self) -> Any:
        """The id of the row with the focus; None without one."""
        index = self.currentIndex()
        return self.rows_model.row_at(index.row()).id if index.isValid() else None

    def select(self, ids: Iterable[Any], scroll: bool = True) -> None:
        """Selects these rows, as far as they are on screen, and goes to the first."""
        positions = sorted(at for row_id in ids if (at := self.rows_model.position_of(row_id)) >= 0)
        selection = QItemSelection()
        last = len(self.rows_model.columns) - 1
        for start, end in _runs(positions):
            selection.select(self.rows_model.index(start, 0), self.rows_model.index(end, last))
        flags = QItemSelectionModel.SelectionFlag
        self.selectionModel().select(selection, flags.ClearAndSelect | flags.Rows)
        if positions:
            first = self.rows_model.index(positions[0], self._first_column())
            self.selectionModel().setCurrentIndex(first, flags.NoUpdate)
            if scroll:
                self.scrollTo(first)

    def checked_ids(self) -> list[Any]:
        """The ids of the ticked rows in the order of the table; rows hidden by a search count too."""
        return [row.id for row in self.rows_model.rows() if row.id in self.rows_model.checked]

    def set_checked(self, ids: Iterable[Any]) -> None:
        """Ticks exactly these rows."""
        self.rows_model.set_checked(ids)
        self.viewport().update()
        self._header.viewport().update()
        self.checks_changed.emit(self.checked_ids())

    def _toggle(self, ids: list[Any]) -> None:
        checked = self.rows_model.checked
        self.set_checked(checked - set(ids) if set(ids) <= checked else checked | set(ids))

    def _checkable(self) -> bool:
        return self.rows_model.columns[0].kind == "check"

    def _first_column(self) -> int:
        header = self.horizontalHeader()
        places = (header.logicalIndex(place) for place in range(header.count()))
        return next((at for at in places if not header.isSectionHidden(at) and not self._is_check(at)), 0)

    def _is_check(self, number: int) -> bool:
        return self.rows_model.columns[number].kind == "check"

    def _go_to(self, position: int) -> None:
        self.setCurrentIndex(self.rows_model.index(position, self._first_column()))

    def _tell_selection(self, *_parts: QItemSelection) -> None:
        ids = self.selected_ids()
        if ids != self._told:
            self._told = ids
            self.selected.emit(ids)

    # State

    def save(self) -> dict[str, Any]:
        """Order, widths, hidden columns and sorting, as plain values."""
        return self._header.save()

    def restore(self, state: dict[str, Any]) -> None:
        """Takes back what `save` gave; columns that are gone or new are left as they are."""
        self._header.restore(state)

    # What Qt tells

    def _on_about_to_reset(self) -> None:
        bars = self.verticalScrollBar(), self.horizontalScrollBar()
        self._kept = (self.selected_ids(), self.current_id(), bars[0].value(), bars[1].value())

    def _on_reset(self) -> None:
        ids, current, down, across = self._kept
        self.hovered_row = -1
        self.selectionModel().blockSignals(True)
        self.select(ids, scroll=False)
        at = self.rows_model.position_of(current)
        if at >= 0:
            index = self.rows_model.index(at, self._first_column())
            self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.NoUpdate)
        self.selectionModel().blockSignals(False)
        self.updateGeometries()
        self.verticalScrollBar().setValue(down)
        self.horizontalScrollBar().setValue(across)
        self._tell_selection()

    def _on_sort_changed(self, column: int, order: Qt.SortOrder) -> None:
        if column < 0:
            return
        if self._is_check(column):
            self._toggle([row.id for row in self.rows_model.shown_rows()])
            self.horizontalHeader().setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
            return
        self.rows_model.sort(column, order)

    def _on_theme_changed(self) -> None:
        height = theme.current().row(self._row, 2 if self._two_lines else 1)
        self.verticalHeader().setMinimumSectionSize(height)
        self.verticalHeader().setDefaultSectionSize(height)
        self._header.fit(self.viewport().width())
        self.horizontalHeader().updateGeometry()
        self.viewport().update()

    def _on_double_clicked(self, index: QModelIndex) -> None:
        if not self._is_check(index.column()):
            self.opened.emit(self.rows_model.row_at(index.row()).id)

    # Keyboard

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self.show_ring(True)
        if not self._answer_key(event):
            super().keyPressEvent(event)
        self.show_row_on_page()
        self.viewport().update()

    def _answer_key(self, event: QKeyEvent) -> bool:
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
            return True
        if held(event):
            return True
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        answer = self._answers().get(Qt.Key(event.key())) if plain else None
        return answer() if answer else False

    def _answers(self) -> dict[Qt.Key, Callable[[], bool]]:
        return {
            Qt.Key.Key_Return: self._open_current,
            Qt.Key.Key_Enter: self._open_current,
            Qt.Key.Key_F2: lambda: self._tell_current(self.edit_requested),
            Qt.Key.Key_Delete: self._ask_to_delete,
            Qt.Key.Key_Backspace: self._ask_to_delete,
            Qt.Key.Key_Space: self._toggle_selected,
            Qt.Key.Key_Home: lambda: self._go_to_end(0),
            Qt.Key.Key_End: lambda: self._go_to_end(self.count() - 1),
        }

    def _open_current(self) -> bool:
        return self._tell_current(self.opened)

    def _tell_current(self, signal: Any) -> bool:
        if self.current_id() is not None:
            signal.emit(self.current_id())
        return True

    def _ask_to_delete(self) -> bool:
        if ids := self.selected_ids():
            self.delete_requested.emit(ids)
        return True

    def _toggle_selected(self) -> bool:
        if not self._checkable():
            return False
        self._toggle(self.selected_ids())
        return True

    def _go_to_end(self, position: int) -> bool:
        if self.count():
            self._go_to(position)
        return True

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        by_key = event.reason() in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)
        if by_key and not self.currentIndex().isValid() and self.count():
            self._go_to(0)

    def keyboardSearch(self, typed: str) -> None:
        """Goes to the next row whose first column begins with what was typed."""
        column = self._first_column()
        start = max(self.currentIndex().row(), 0)
        count, wanted = self.count(), fold(typed)
        for step in range(1 if len(typed) == 1 else 0, count + 1):
            at = (start + step) % count
            if fold(self.rows_model.index(at, column).data()).startswith(wanted):
                self._go_to(at)
                return

    def copy(self) -> None:
        """Puts the selected rows on the clipboard as a table with a line of headings."""
        header = self.horizontalHeader()
        order = [header.logicalIndex(place) for place in range(header.count())]
        order = [at for at in order if not header.isSectionHidden(at) and not self._is_check(at)]
        lines = ["\t".join(self.rows_model.columns[at].title for at in order)]
        for row_id in self.selected_ids():
            place = self.rows_model.position_of(row_id)
            cells = (self.rows_model.index(place, at).data() for at in order)
            lines.append("\t".join(cell.replace("\t", " ").replace("\n", " ") for cell in cells))
        QGuiApplication.clipboard().setText("\n".join(lines) + "\n")

    # Mouse

    def mousePressEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        if index.isValid() and self._is_check(index.column()) and event.button() == Qt.MouseButton.LeftButton:
            self._toggle([self.rows_model.row_at(index.row()).id])
            return
        super().mousePressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        ids = self.selected_ids()
        if not ids:
            return
        place = event.globalPos()
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            place = self.viewport().mapToGlobal(self.row_rect(self.currentIndex().row()).bottomLeft() + QPoint(60, 0))
        self.menu_requested.emit(ids, place)


def _runs(positions: list[int]) -> list[tuple[int, int]]:
    """Neighbors as ranges: `_runs([1, 2, 3, 7]) == [(1, 3), (7, 7)]`."""
    runs: list[tuple[int, int]] = []
    for at in positions:
        if runs and runs[-1][1] == at - 1:
            runs[-1] = (runs[-1][0], at)
        else:
            runs.append((at, at))
    return runs
