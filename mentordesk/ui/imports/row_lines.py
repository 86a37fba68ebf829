"""The rows of a preview as lines of a table: a wrong row has a line below it for each problem. Knows no view."""

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtWidgets import QWidget

from mentordesk.domain.dates import Precision, known
from mentordesk.domain.importing import PreviewProblem, PreviewRow, RowState
from mentordesk.exchange.roster.fields import label
from mentordesk.exchange.roster.ways import DATE_FIELDS
from mentordesk.ui.imports.draft import NAME_PARTS, Draft

_Index = QModelIndex | QPersistentModelIndex
LINE = Qt.ItemDataRole.UserRole + 1
MARK = Qt.ItemDataRole.UserRole + 2
NUMBER, RESULT = "number", "result"
_OF_PAIR = ("role", "partner")
"""What the place of somebody in the row says, where two stand side by side."""
_EDITABLE = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEditable


@dataclass(frozen=True, slots=True)
class RowLine:
    """A row of the file, or with `problem` the line below it that says what is wrong."""

    row: PreviewRow
    problem: PreviewProblem | None = None

    @property
    def action(self) -> str:
        """What the button of a problem says."""
        if self.problem is None:
            return ""
        if self.problem.person_id is not None:
            return "Same person"
        skip = f"Skip {self.row.side}" if self.row.side else "Skip row"
        return f"Use {self.problem.proposal}" if self.problem.proposal else skip

    @property
    def other_action(self) -> str:
        """What a second button says, where the problem asks a question."""
        return "Somebody else" if self.problem is not None and self.problem.person_id is not None else ""

    @property
    def said(self) -> str:
        """The problem as a sentence of its own; the line above it says whose it is, of two in a row."""
        whose = f"{self.row.side.capitalize()}: " if self.row.side else ""
        return "" if self.problem is None else self.problem.sentence.removeprefix(whose)


def shown_field(problem: PreviewProblem) -> str:
    """The column that marks a problem: parts of a name stand in one."""
    return "name" if problem.field in NAME_PARTS else problem.field


class RowLines(QAbstractTableModel):
    """Columns are the row's number, the fields, and the result. Emits `typed` with what was put into a cell."""

    typed = Signal(int, str, str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.lines: list[RowLine] = []
        self.keys: list[str] = [NUMBER, RESULT]
        self.draft: Draft | None = None

    def show_rows(self, rows: Sequence[PreviewRow], fields: Sequence[str], draft: Draft | None) -> None:
        """Other rows, in the order given."""
        self.beginResetModel()
        self.draft = draft
        self.keys = [NUMBER, *fields, RESULT]
        self.lines = [line for row in rows for line in (RowLine(row), *(RowLine(row, p) for p in row.problems))]
        self.endResetModel()

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.lines)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.keys)

    def place(self, number: int, field: str) -> _Index:
        """The cell of a row of the file; an invalid index if it is not shown."""
        at = next((at for at, line in enumerate(self.lines) if line.row.id == number and line.problem is None), -1)
        return self.index(at, self.keys.index(field)) if at >= 0 and field in self.keys else QModelIndex()

    def flags(self, index: _Index) -> Qt.ItemFlag:
        if not index.isValid() or index.row() >= len(self.lines):
            return Qt.ItemFlag.NoItemFlags
        line, key = self.lines[index.row()], self.keys[index.column()]
        cell = line.problem is None and key not in (NUMBER, RESULT) and not (line.row.side and key in _OF_PAIR)
        return _EDITABLE if cell else Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or index.row() >= len(self.lines):
            return None
        line, key = self.lines[index.row()], self.keys[index.column()]
        if role == LINE:
            return line
        if line.problem is not None:
            said = role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole)
            spoken = f"Row {line.row.row}: {line.problem.sentence}. Enter: {line.action}"
            spoken += f", Shift+Enter: {line.other_action}" if line.other_action else ""
            return line.said if said else spoken if role == Qt.ItemDataRole.AccessibleTextRole else None
        return self._cell(line.row, key, role)

    def _cell(self, row: PreviewRow, key: str, role: int) -> Any:
        if role == Qt.ItemDataRole.DisplayRole:
            return self._text(row, key)
        if role == Qt.ItemDataRole.EditRole:
            return self.draft.raw(row.id, key) if self.draft else ""
        if role == MARK:
            return _mark(row, key)
        if role == Qt.ItemDataRole.ToolTipRole:
            return self._tip(row, key)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{self._text(row, key) or 'empty'}{_spoken(row, key)}"
        return None

    def _text(self, row: PreviewRow, key: str) -> str:
        if key == NUMBER:
            return str(row.row)
        if key == RESULT:
            return row.state.word
        if _mark(row, key) == "wrong":
            return (self.draft.raw(row.id, key) if self.draft else "") or "—"
        return shown_text(key, row.texts.get(key, ""))

    def _tip(self, row: PreviewRow, key: str) -> str:
        if key == RESULT:
            return _result_tip(row)
        if key in row.changes:
            return f"{self._text(row, key)}\nNow: {shown_text(key, row.changes[key]) or 'empty'}"
        return "; ".join(problem.sentence for problem in row.problems if shown_field(problem) == key)

    def setData(self, index: _Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Tells what was typed; the page asks the services again, and shows what they say."""
        if role != Qt.ItemDataRole.EditRole or not index.isValid() or self.draft is None:
            return False
        line, key = self.lines[index.row()], self.keys[index.column()]
        if str(value).strip() == self.draft.raw(line.row.id, key):
            return False
        self.typed.emit(line.row.id, key, str(value))
        return True

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation != Qt.Orientation.Horizontal or section >= len(self.keys):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return title(self.keys[section])
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if self.keys[section] == NUMBER else Qt.AlignmentFlag.AlignLeft
            return int(side | Qt.AlignmentFlag.AlignVCenter)
        return None


def title(key: str) -> str:
    """The heading of a column."""
    return {NUMBER: "Row", RESULT: "Result"}.get(key) or label(key)


def shown_text(key: str, text: str) -> str:
    """A value as people read it: in one line, days as "5 Jun 2026"."""
    if key in DATE_FIELDS and text:
        with suppress(ValueError):
            return known(date.fromisoformat(text), Precision.DAY)
    return text.replace("\n", " ")


def _mark(row: PreviewRow, key: str) -> str:
    if any(shown_field(problem) == key for problem in row.problems):
        return "wrong"
    return "changed" if key in row.changes and row.state is RowState.CHANGED else ""


def _spoken(row: PreviewRow, key: str) -> str:
    sentences = [problem.sentence for problem in row.problems if shown_field(problem) == key]
    if sentences:
        return f", {'; '.join(sentences)}"
    return f", now {shown_text(key, row.changes[key]) or 'empty'}" if key in row.changes else ""


def _result_tip(row: PreviewRow) -> str:
    if row.state is RowState.WRONG:
        return "Stays out until it is fixed"
    if row.state is RowState.NEW:
        return "A person who is not in the desk yet"
    if row.state is RowState.UNCHANGED:
        return "In the desk already, just so"
    changed = ", ".join(title(key) for key in row.changes)
    return f"In the desk already. Updated: {changed}" if changed else "In the desk already. Will be enrolled"
