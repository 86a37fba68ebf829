"""All pairs of a person over the years, each a bar; Enter or a click opens the pair."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QMenu, QSizePolicy, QWidget

from mentordesk.ui import icons, theme
from mentordesk.ui.people.pairs_delegate import LINE, PairLine, PairsDelegate, lane, names_width, scale_words
from mentordesk.ui.people.years import Years, years_of
from mentordesk.ui.widgets import painting
from mentordesk.ui.widgets.open_button import held

_Index = QModelIndex | QPersistentModelIndex


class _Lines(QAbstractListModel):
    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.lines: list[PairLine] = []

    def show_lines(self, lines: Sequence[PairLine]) -> None:
        self.beginResetModel()
        self.lines = list(lines)
        self.endResetModel()

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.lines)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or index.row() >= len(self.lines):
            return None
        line = self.lines[index.row()]
        if role == LINE:
            return line
        if role == Qt.ItemDataRole.DisplayRole:
            return line.pair.other
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            return line.sentence
        return None


class PairsList(QListView):
    """As high as its rows: the card scrolls, not the list."""

    pair_opened = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("Pairs over the years")
        self.hovered_row = -1
        self._ring = False
        self._model = _Lines(self)
        self.setModel(self._model)
        self._drawn = PairsDelegate(self, self)
        self.setItemDelegate(self._drawn)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        for policy in (self.setVerticalScrollBarPolicy, self.setHorizontalScrollBarPolicy):
            policy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor)
        self.clicked.connect(self._open)
        theme.look.changed.connect(self._fit)

    def show_lines(self, lines: Sequence[PairLine], years: Years) -> None:
        """Shows other pairs."""
        self.years = years
        self.hovered_row = -1
        self._model.show_lines(lines)
        self._fit()

    def lines(self) -> list[PairLine]:
        """The pairs from top to bottom."""
        return self._model.lines

    def names_width(self) -> float:
        """Pixels left of the years."""
        return names_width(self._model.lines, self.viewport().width())

    def shows_ring(self, index: _Index) -> bool:
        """Whether the row has the focus of the keyboard."""
        return self._ring and self.hasFocus() and index.row() == self.currentIndex().row()

    def _fit(self) -> None:
        self.setFixedHeight(self._drawn.height() * len(self._model.lines) + 2)
        self.doItemsLayout()

    def _open(self, index: QModelIndex) -> None:
        if index.isValid():
            self.pair_opened.emit(index.data(LINE).pair.id)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if held(event):
            return
        self._ring = True
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._open(self.currentIndex())
        else:
            super().keyPressEvent(event)
        self.viewport().update()

    def focusInEvent(self, event: QFocusEvent) -> None:
        self._ring = event.reason() in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)
        super().focusInEvent(event)
        if self._ring and not self.currentIndex().isValid():
            self.setCurrentIndex(self._model.index(0, 0))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._hover(self.indexAt(event.position().toPoint()).row())
        super().mouseMoveEvent(event)

    def leaveEvent(self, event: Any) -> None:
        self._hover(-1)
        super().leaveEvent(event)

    def _hover(self, row: int) -> None:
        if row != self.hovered_row:
            self.hovered_row = row
            self.viewport().update()

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        index = self.currentIndex() if event.reason() == event.Reason.Keyboard else self.indexAt(event.pos())
        if index.isValid():
            menu = QMenu(self)
            menu.addAction(icons.icon("pairs"), "Open the pair", lambda: self._open(index))
            menu.popup(event.globalPos())


class YearsAxis(QWidget):
    """The years above the bars."""

    def __init__(self, pairs: PairsList) -> None:
        super().__init__()
        self._pairs = pairs
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(200, theme.current().line("caption") + 4)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        try:
            years = lane(QRectF(self.rect()), self._pairs.names_width())
            today = str(self._pairs.years.last.year)
            width = painting.text_width("2026", "caption") + 8
            named = False
            for share, word in scale_words(self._pairs.years):
                at = years.left() + share * years.width()
                if years.right() - at > width:
                    self._paint_year(painter, at - 2, width, word, "left")
                    named = named or word == today
            if not named:
                self._paint_year(painter, years.right() + 12 - width, width, today, "right")
        finally:
            painter.end()

    def _paint_year(self, painter: QPainter, at: float, width: float, word: str, align: str) -> None:
        painting.text(painter, QRectF(at, 0, width + 6, self.height()), word, "caption", "text2", align)


def scale_of(lines: Sequence[PairLine], today: Any) -> Years:
    """The years that these pairs have lived in."""
    return years_of([it.pair.started_on for it in lines if it.pair.started_on is not None], today)
