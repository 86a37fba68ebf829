"""The first rows of a sheet as they stand in the file, the rows of headings marked. Knows no field."""

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from mentordesk.exchange.reading.cells import as_text
from mentordesk.exchange.reading.limits import column_letters
from mentordesk.ui import theme
from mentordesk.ui.widgets.open_button import held

if TYPE_CHECKING:
    from mentordesk.exchange.excel.reader import SheetTable

_Index = QModelIndex | QPersistentModelIndex
_ROWS = 60
_COLUMNS = 60


class _SampleModel(QAbstractTableModel):
    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.rows: list[list[str]] = []
        self.columns = 0
        self.header = -1
        self.header_rows = 1

    def show_table(self, table: "SheetTable") -> None:
        self.beginResetModel()
        self.rows = [[as_text(cell) for cell in row[:_COLUMNS]] for row in table.rows[:_ROWS]]
        self.columns = max((len(row) for row in self.rows), default=0)
        self.header, self.header_rows = table.header, table.header_rows
        self.endResetModel()

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else self.columns

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or index.row() >= len(self.rows):
            return None
        row = self.rows[index.row()]
        text = row[index.column()] if index.column() < len(row) else ""
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return text
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"Heading: {text}" if self.is_heading(index.row()) else text
        return self._look(index.row(), role)

    def is_heading(self, row: int) -> bool:
        """Whether a row has headings."""
        return self.header <= row < self.header + self.header_rows

    def _look(self, row: int, role: int) -> Any:
        look = theme.current()
        if role == Qt.ItemDataRole.FontRole:
            return look.font("strong" if self.is_heading(row) else "body")
        if role == Qt.ItemDataRole.BackgroundRole and self.is_heading(row):
            return look.color("accent_tint")
        if role == Qt.ItemDataRole.ForegroundRole:
            return look.color("text3" if row < self.header else "text")
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        return column_letters(section + 1) if orientation == Qt.Orientation.Horizontal else str(section + 1)


class FileSample(QTableView):
    """Double click or Enter on a row says that it holds the headings."""

    header_chosen = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName("The first rows of the file")
        self.setToolTip("Double-click the row with the headings if another one is marked")
        self.rows_model = _SampleModel(self)
        self.setModel(self.rows_model)
        self.setFrameShape(QTableView.Shape.NoFrame)
        self.setWordWrap(False)
        self.setShowGrid(False)
        self.setCornerButtonEnabled(False)
        self.setTabKeyNavigation(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.doubleClicked.connect(lambda index: self.header_chosen.emit(index.row()))
        theme.look.changed.connect(self._fit_rows)

    def show_table(self, table: "SheetTable") -> None:
        """The sheet from its first row on."""
        self.rows_model.show_table(table)
        self._fit_rows()
        for column in range(self.rows_model.columns):
            wanted = self.sizeHintForColumn(column) + 16
            self.setColumnWidth(column, min(max(wanted, theme.current().wide(70)), theme.current().wide(220)))
        self.scrollTo(self.rows_model.index(table.header, 0))

    def _fit_rows(self) -> None:
        self.verticalHeader().setDefaultSectionSize(theme.current().row("line"))
        self.horizontalHeader().setFixedHeight(theme.current().row("header"))

    def paintEvent(self, event: QPaintEvent) -> None:
        """With the focus the row is framed that Enter would take: the tint is that of the headings."""
        super().paintEvent(event)
        if not self.hasFocus() or not self.currentIndex().isValid():
            return
        row = self.visualRect(self.rows_model.index(self.currentIndex().row(), 0))
        painter = QPainter(self.viewport())
        try:
            painter.setPen(QPen(theme.current().color("accent"), 2))
            painter.drawRect(1, row.top() + 1, self.viewport().width() - 2, row.height() - 3)
        finally:
            painter.end()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if held(event):
            return
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self.header_chosen.emit(self.currentIndex().row())
            return
        super().keyPressEvent(event)
