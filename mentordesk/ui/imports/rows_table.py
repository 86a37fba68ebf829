"""The table of the rows of an import: problems first, cells edited in place, a button at each problem."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QMenu, QTableView

from mentordesk.domain.importing import PreviewRow
from mentordesk.ui import theme
from mentordesk.ui.imports.draft import Draft
from mentordesk.ui.imports.row_cells import RowCell, button_rect, other_button_rect
from mentordesk.ui.imports.row_lines import NUMBER, RESULT, RowLine, RowLines, shown_field, title
from mentordesk.ui.widgets.open_button import held

_WIDTHS = {
    NUMBER: 44,
    RESULT: 108,
    "role": 76,
    "capacity": 76,
    "level": 60,
    "name": 122,
    "email": 116,
    "employee_number": 124,
    "manager": 122,
}
_SOME_WIDTH = 104
_FIXED = (NUMBER, RESULT)
_SHORT = ("role", "capacity", "level")
_LEAST_SHARE, _LEAST_SHORT = 0.6, 0.85
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
CORE = ("name", "email", "employee_number", "title", "manager", "role", "capacity", "cohort")
"""The fields that are always shown; others when something in them is wrong or changes, or when chosen."""


class RowsTable(QTableView):
    """Emits what the coordinator wants: a text for a cell, a row skipped, a row as it is in the file."""

    typed = Signal(int, str, str)
    skipped = Signal(int)
    restored = Signal(int)
    answered = Signal(int, object)
    """A row that asks who it is: the id of somebody who is here, or None for somebody else."""

    def __init__(self) -> None:
        super().__init__()
        self.lines = RowLines(self)
        self._wanted: dict[str, bool] = {}
        self._base: list[str] = []
        self._changing: list[str] = []
        self._sized = False
        self._pressed: RowLine | None = None
        self.setModel(self.lines)
        self.setItemDelegate(RowCell(self))
        self._dress()
        self.lines.typed.connect(self.typed)
        self.horizontalHeader().sectionResized.connect(self._on_sized)
        self.horizontalHeader().customContextMenuRequested.connect(self._show_columns_menu)
        theme.look.changed.connect(self._fit)

    def _dress(self) -> None:
        self.setAccessibleName("Rows of the file")
        self.setFrameShape(QTableView.Shape.NoFrame)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setCornerButtonEnabled(False)
        self.setTabKeyNavigation(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        triggers = QAbstractItemView.EditTrigger
        self.setEditTriggers(triggers.EditKeyPressed | triggers.DoubleClicked | triggers.AnyKeyPressed)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self.verticalHeader().setMinimumSectionSize(20)
        self.horizontalHeader().setMinimumSectionSize(36)
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setTextElideMode(Qt.TextElideMode.ElideRight)
        self.horizontalHeader().setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.horizontalHeader().setToolTip("Right-click chooses the columns")

    # Rows

    def show_rows(self, rows: Sequence[PreviewRow], draft: Draft | None) -> None:
        """Other rows; the cell one is at stays, or the next line where its row is gone."""
        at, scroll = self.currentIndex(), self.verticalScrollBar().value()
        before = self._line(at)
        key = self.lines.keys[at.column()] if at.isValid() else ""
        columns = list(self.lines.keys)
        self.clearSpans()
        self.lines.show_rows(rows, draft.fields() if draft else (), draft)
        self._span_problems()
        self._sized = self._sized and columns == self.lines.keys
        self._show_columns(rows)
        self._fit()
        self.verticalScrollBar().setValue(scroll)
        if before is not None and self.lines.lines:
            self._come_back(before, key, at.row())
        elif self.lines.lines:  # at what Enter mends, where there is something
            problems = (at for at, line in enumerate(self.lines.lines) if line.problem is not None)
            self.setCurrentIndex(self.lines.index(next(problems, 0), 1))

    def _come_back(self, before: RowLine, key: str, row: int) -> None:
        """To the row if it still stands about where it was, else to the line in its place: the next problem."""
        found = self.lines.place(before.row.id, key)
        line = self._line(found)
        if line is not None and line.row.state is before.row.state:
            if before.problem is not None and line.row.problems:
                found = self.lines.index(found.row() + 1, 1)
        else:
            found = self.lines.index(min(row, len(self.lines.lines) - 1), max(1, self._column(key)))
        self.setCurrentIndex(found)

    def _column(self, key: str) -> int:
        return self.lines.keys.index(key) if key in self.lines.keys else 1

    def _span_problems(self) -> None:
        last = len(self.lines.keys) - 1
        header = self.verticalHeader()
        usual, tall = self._heights()
        header.blockSignals(True)
        for at, line in enumerate(self.lines.lines):
            if line.problem is not None:
                self.setSpan(at, 1, 1, last)
                header.resizeSection(at, tall)
            elif header.sectionSize(at) != usual:  # there was a problem here
                header.resizeSection(at, usual)
        header.blockSignals(False)

    def _heights(self) -> tuple[int, int]:
        height = theme.current().row("line") + 1
        return height, height + 4

    def _line(self, index: object) -> RowLine | None:
        row = index.row() if isinstance(index, QModelIndex) and index.isValid() else -1
        return self.lines.lines[row] if 0 <= row < len(self.lines.lines) else None

    # Columns

    def _show_columns(self, rows: Sequence[PreviewRow]) -> None:
        """The core and what is wrong; columns in which something changes where there is room for them."""
        wrong = {shown_field(problem) for row in rows for problem in row.problems}
        changing = {key for row in rows for key in row.changes}
        self._changing = [key for key in self.lines.keys if key in changing]
        usual = {NUMBER, RESULT, *CORE} | wrong | ({"partner"} if any(row.side for row in rows) else set())
        self._base = [key for key in self.lines.keys if self._wanted.get(key, key in usual)]

    def _choose_columns(self) -> None:
        shown = set(self._base)
        room = self.viewport().width() - sum(map(_usual, self._base))
        for key in self._changing:
            if key not in shown and self._wanted.get(key, True) and _usual(key) <= room:
                room -= _usual(key)
                shown.add(key)
        for at, key in enumerate(self.lines.keys):
            self.setColumnHidden(at, key not in shown)

    def _show_columns_menu(self, place: QPoint) -> None:
        menu = self.columns_menu()
        menu.exec(self.horizontalHeader().mapToGlobal(place))
        menu.deleteLater()

    def columns_menu(self) -> QMenu:
        """The fields of the file, each to be shown or hidden."""
        menu = QMenu(self)
        for at, key in enumerate(self.lines.keys):
            if key not in (NUMBER, RESULT, "name"):
                action = menu.addAction(title(key).replace("&", "&&"))
                action.setCheckable(True)
                action.setChecked(not self.isColumnHidden(at))
                action.toggled.connect(lambda on, key=key: self._want(key, on))
        return menu

    def _want(self, key: str, shown: bool) -> None:
        self._wanted[key] = shown
        self._base = [name for name in self._base if name != key] + [key] * shown
        self._sized = False
        self._fit()

    def _fit(self) -> None:
        """Texts share what room there is, down to a least width; then the table scrolls sideways."""
        usual, tall = self._heights()
        self.verticalHeader().setDefaultSectionSize(usual)
        self.horizontalHeader().setFixedHeight(theme.current().row("header"))
        for at, line in enumerate(self.lines.lines):
            if line.problem is not None and self.rowHeight(at) != tall:
                self.setRowHeight(at, tall)
        if self._sized:
            return
        self._choose_columns()
        shown = [at for at in range(len(self.lines.keys)) if not self.isColumnHidden(at)]
        self.horizontalHeader().blockSignals(True)
        for at, width in zip(
            shown, _widths([self.lines.keys[at] for at in shown], self.viewport().width()), strict=True
        ):
            self.horizontalHeader().resizeSection(at, width)
        self.horizontalHeader().blockSignals(False)
        self.updateGeometries()
        self.viewport().update()

    def _on_sized(self, _at: int, before: int, after: int) -> None:
        if before and after and self.horizontalHeader().isVisible():
            self._sized = True

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    # Acting

    def press(self, line: RowLine) -> None:
        """The button of a problem: take what is proposed, or skip the row."""
        if line.problem is None:
            return
        if line.problem.person_id is not None:
            self.answered.emit(line.row.id, line.problem.person_id)
        elif line.problem.proposal:
            self.typed.emit(line.row.id, shown_field(line.problem), line.problem.proposal)
        else:
            self.skipped.emit(line.row.id)

    def press_other(self, line: RowLine) -> None:
        """The second button: the row is somebody else."""
        if line.other_action:
            self.answered.emit(line.row.id, None)

    def edit_problem(self, line: RowLine) -> None:
        """Type into the cell that a problem is about."""
        if line.problem is not None:
            index = self.lines.place(line.row.id, shown_field(line.problem))
            if index.isValid():
                self.setColumnHidden(index.column(), False)
                self.setCurrentIndex(index)
                self.edit(index)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._pressed = self._line(self.indexAt(event.position().toPoint()))
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A button is pressed where press and release meet it; the second half of a double click presses none."""
        index = self.indexAt(event.position().toPoint())
        line, pressed, self._pressed = self._line(index), self._pressed, None
        super().mouseReleaseEvent(event)
        if line is None or line is not pressed or line.problem is None or event.button() != Qt.MouseButton.LeftButton:
            return
        if button_rect(self, self.visualRect(index), line).contains(event.position()):
            self.press(line)
        elif other_button_rect(self, self.visualRect(index), line).contains(event.position()):
            self.press_other(line)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        line = self._line(index)
        if line is None or line.problem is None:
            super().mouseDoubleClickEvent(event)
        elif not any(
            found(self, self.visualRect(index), line).contains(event.position())
            for found in (button_rect, other_button_rect)
        ):
            self.edit_problem(line)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if held(event):
            return
        line = self._line(self.currentIndex())
        if line is None or self.state() == QAbstractItemView.State.EditingState or not self._answer(event, line):
            super().keyPressEvent(event)

    def _answer(self, event: QKeyEvent, line: RowLine) -> bool:
        key = event.key()
        if key == Qt.Key.Key_Delete:
            self.skipped.emit(line.row.id)
        elif line.problem is None and key in _ENTER:
            self.edit(self.currentIndex())
        elif line.other_action and event.modifiers() & Qt.KeyboardModifier.ShiftModifier and key in _ENTER:
            self.press_other(line)
        elif line.problem is not None and key in (*_ENTER, Qt.Key.Key_Space):
            self.press(line)
        elif line.problem is not None and key == Qt.Key.Key_F2:
            self.edit_problem(line)
        else:
            return False
        return True

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        index = self.currentIndex()
        line = self._line(index)
        if line is None:
            return
        keyboard = event.reason() == QContextMenuEvent.Reason.Keyboard
        place = self.viewport().mapToGlobal(self.visualRect(index).bottomLeft()) if keyboard else event.globalPos()
        menu = self.row_menu(line, index)
        menu.exec(place)
        menu.deleteLater()

    def row_menu(self, line: RowLine, index: QModelIndex) -> QMenu:
        """What can be done with a row."""
        menu = QMenu(self)
        if line.problem is not None:
            menu.addAction("Edit the cell\tF2", lambda: self.edit_problem(line))
        elif self.lines.flags(index) & Qt.ItemFlag.ItemIsEditable:
            menu.addAction("Edit the cell\tF2", lambda: self.edit(index))
        for problem in line.row.problems:
            offer = RowLine(line.row, problem)
            if problem.proposal or offer.other_action:
                menu.addAction(offer.action.replace("&", "&&"), partial(self.press, offer))
            if offer.other_action:
                menu.addAction(offer.other_action, partial(self.press_other, offer))
        draft = self.lines.draft
        if draft is not None and (line.row.id in draft.edits or line.row.id in draft.same):
            menu.addAction("Take back what was said of this row", lambda: self.restored.emit(line.row.id))
        menu.addSeparator()
        menu.addAction(f"Skip {line.row.side or 'row'}\tDel", lambda: self.skipped.emit(line.row.id))
        return menu


def _usual(key: str) -> int:
    return theme.current().wide(_WIDTHS.get(key, _SOME_WIDTH))


def _least(key: str) -> int:
    return round(_usual(key) * (_LEAST_SHORT if key in _SHORT else _LEAST_SHARE))


def _widths(keys: Sequence[str], room: int) -> list[int]:
    """Usual widths; what is left over goes to the texts, what is missing is taken from all but the fixed ones."""
    usual = [_usual(key) for key in keys]
    spare = room - sum(usual)
    if spare >= 0:
        texts = sum(key not in _FIXED + _SHORT for key in keys)
        return [w + (spare // texts if key not in _FIXED + _SHORT else 0) for key, w in zip(keys, usual, strict=True)]
    give = sum(w - _least(key) for key, w in zip(keys, usual, strict=True) if key not in _FIXED)
    share = min(1.0, -spare / give) if give else 0.0
    return [w if key in _FIXED else int(w - (w - _least(key)) * share) for key, w in zip(keys, usual, strict=True)]
