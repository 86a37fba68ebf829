"""The table of pairs: pin, forbid and swap by pointer and keys, and mentors dropped on other rows. Solves nothing."""

from typing import Any

from PySide6.QtCore import QMimeData, QPoint, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QDrag,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QApplication, QWidget

from mentordesk.ui import theme
from mentordesk.ui.matching import proposal_columns
from mentordesk.ui.matching.proposal_cells import (
    Change,
    ChangeDelegate,
    ChangeView,
    FitDelegate,
    OtherDelegate,
    change_at,
)
from mentordesk.ui.matching.proposal_columns import CHANGE, FIT, MENTEE, MENTOR
from mentordesk.ui.matching.proposal_rows import ProposalRow
from mentordesk.ui.widgets.delegates import TextDelegate
from mentordesk.ui.widgets.row_table import RowTable

MIME = "application/x-mentordesk-mentor"
NO_ROW = (-1, 0)
_SAMPLE = 200
"""So many rows say how the two people share the room."""


class ProposalTable(RowTable, ChangeView):
    """Rows are ProposalRow. What is asked for is told with the rows; who listens solves and keeps."""

    pin_asked = Signal(object, bool)
    forbid_asked = Signal(object)
    swap_asked = Signal(object, object)
    """Two rows whose mentors are to be exchanged."""
    place_asked = Signal(object, int)
    """A row, and a mentor with a free place for its mentee."""
    swapping_changed = Signal(object)
    """The row that waits for a second one; None where none does."""

    def __init__(self, *, peers: bool = False, parent: QWidget | None = None) -> None:
        self._swapping: ProposalRow | None = None
        self._under: tuple[int, Change] | None = None
        self._pressed: tuple[int, Change] | None = None
        self._drag_from: QPoint | None = None
        self._drop_row = -1
        self._why_not = ""
        self._circles = False
        shown = proposal_columns.columns(peers)
        super().__init__(shown, name="Proposed pairs", several=False, framed=False, search_text=_search, parent=parent)
        for key, delegate in ((MENTOR, OtherDelegate), (FIT, FitDelegate), (CHANGE, ChangeDelegate)):
            self.setItemDelegateForColumn(self.rows_model.column_of(key), delegate(self))
        self.viewport().setAcceptDrops(True)
        self.setAcceptDrops(True)
        self.sort_by(MENTEE)
        self.delete_requested.connect(lambda _ids: self._ask(Change.FORBID))

    # State

    def show_circles(self, shown: bool) -> None:
        """Pairs of a circle stand together, under their mentor."""
        if self._circles != shown:
            self._circles = shown
            self.sort_by(MENTOR if shown else MENTEE)

    def forbid_changes(self, why_not: str) -> None:
        """Nothing can be changed, and why; empty allows it."""
        self._why_not = why_not
        self.stop_swapping()
        self.viewport().update()

    def may_change(self) -> bool:
        return not self._why_not

    def waits(self, row: int) -> bool:
        return row == self._waiting_at()

    def row(self) -> ProposalRow | None:
        """The row with the focus."""
        found: ProposalRow | None = self.row_of(self.current_id()) if self.current_id() is not None else None
        return found

    def set_rows(self, rows: Any) -> None:
        """Shows other rows; the swap that had begun is over where its row is gone."""
        super().set_rows(rows)
        waiting = self._swapping
        if waiting is not None:
            again = next((row for row in self.rows_model.rows() if row.id == waiting.id), None)
            if again is None or again.cell != waiting.cell:
                self.stop_swapping()
        self._share_room()

    def _share_room(self) -> None:
        """The longer of the two people has more of the room."""
        rows = range(min(self.count(), _SAMPLE))
        for key in (MENTEE, MENTOR):
            at = self.rows_model.column_of(key)
            drawn = self.itemDelegateForColumn(at)
            if isinstance(drawn, TextDelegate):
                widths = (drawn.natural_width(self.rows_model.index(row, at)) for row in rows)
                self._header.needs[at] = round(max(widths, default=0))
        self._header.fit(self.viewport().width())

    # Asking

    def _ask(self, change: Change) -> bool:
        row = self.row()
        if row is None or self._why_not:
            return row is not None
        if change is Change.PIN:
            self.pin_asked.emit(row, not row.pinned)
        elif change is Change.FORBID:
            self.forbid_asked.emit(row)
        elif self._swapping is None:
            self.begin_swap(row)
        elif self._swapping.id == row.id:
            self.stop_swapping()
        else:
            self._swap_with(row)
        return True

    def begin_swap(self, row: ProposalRow) -> None:
        """This row waits for a second one: the next that is clicked, or chosen by arrows and Enter."""
        if self._why_not:
            return
        self._swapping = row
        self.viewport().update()
        self.swapping_changed.emit(row)

    def stop_swapping(self) -> None:
        """No row waits any more."""
        if self._swapping is not None:
            self._swapping = None
            self.viewport().update()
            self.swapping_changed.emit(None)

    def _swap_with(self, row: ProposalRow) -> None:
        first = self._swapping
        self.stop_swapping()
        if first is not None and first.id != row.id:
            self.swap_asked.emit(first, row)

    def tip_of(self, row: int, change: Change) -> str:
        """What a place of the last column does."""
        pair: ProposalRow = self.rows_model.row_at(row)
        if self._why_not:
            return self._why_not
        if change is Change.PIN:
            return (
                f"{pair.names} stay together whatever changes. Click to let them go (P)"
                if pair.pinned
                else (f"Pin {pair.names}: they stay together whatever changes (P)")
            )
        if change is Change.FORBID:
            return f"Forbid {pair.names} in this draft (F or Del)"
        if self._swapping is not None and self._swapping.id == pair.id:
            return "Choose the second pair, or press Esc"
        return f"Swap the mentor of {pair.names} with another pair (S)"

    # Keyboard

    def _answers(self) -> Any:
        keys = Qt.Key
        own = {
            keys.Key_P: lambda: self._ask(Change.PIN),
            keys.Key_Space: lambda: self._ask(Change.PIN),
            keys.Key_F: lambda: self._ask(Change.FORBID),
            keys.Key_S: lambda: self._ask(Change.SWAP),
        }
        if self._swapping is not None:
            own |= {key: lambda: self._ask(Change.SWAP) for key in (keys.Key_Return, keys.Key_Enter)}
            own[keys.Key_Escape] = self._leave_swap
        return super()._answers() | own

    def _leave_swap(self) -> bool:
        self.stop_swapping()
        return True

    # Mouse

    def _change_at(self, point: QPoint) -> tuple[int, Change] | None:
        index = self.indexAt(point)
        if not index.isValid() or index.column() != self.rows_model.column_of(CHANGE):
            return None
        change = change_at(QRectF(self.visualRect(index)), QPointF(point))
        return (index.row(), change) if change else None

    def change_under(self) -> tuple[int, Change] | None:
        return self._under if not self._why_not else None

    def mousePressEvent(self, event: QMouseEvent) -> None:
        point = event.position().toPoint()
        index = self.indexAt(point)
        left = event.button() == Qt.MouseButton.LeftButton
        self._pressed = self._change_at(point) if left else None
        mentor = index.isValid() and index.column() == self.rows_model.column_of(MENTOR)
        self._drag_from = point if left and mentor and not self._why_not and self._swapping is None else None
        super().mousePressEvent(event)
        if left and index.isValid() and self._swapping is not None and self._pressed is None:
            row = self.row()
            if row is not None and row.id != self._swapping.id:
                self._swap_with(row)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        pressed, self._pressed, self._drag_from = self._pressed, None, None
        super().mouseReleaseEvent(event)
        if pressed is not None and pressed == self._change_at(event.position().toPoint()):
            self._ask(pressed[1])

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Two quick clicks on pin are two clicks, not the row opened."""
        if self._change_at(event.position().toPoint()) is not None:
            self.mousePressEvent(event)
        else:
            super().mouseDoubleClickEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        point = event.position().toPoint()
        under = self._change_at(point)
        if under != self._under:
            self._under = under
            self.viewport().update()
        if self._drag_from is not None and event.buttons() & Qt.MouseButton.LeftButton:
            if (point - self._drag_from).manhattanLength() >= QApplication.startDragDistance():
                self._start_drag()
            return
        super().mouseMoveEvent(event)

    def _start_drag(self) -> None:
        row, self._drag_from = self.row(), None
        if row is not None:
            drag_mentor(self, row.mentor, row.mentor_name, row.id)

    # Drops

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        self._on_drag(event)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        self._on_drag(event)

    def _on_drag(self, event: QDragMoveEvent) -> None:
        row = self.rowAt(event.position().toPoint().y())
        good = self._may_drop(event.mimeData(), row)
        self._mark_drop(row if good else -1)
        enters = isinstance(event, QDragEnterEvent) and event.mimeData().hasFormat(MIME)
        if good or enters:
            event.acceptProposedAction()
        else:
            event.ignore()

    def _may_drop(self, mime: QMimeData, row: int) -> bool:
        if row < 0 or self._why_not or not mime.hasFormat(MIME):
            return False
        mentor, source = _dragged(mime)
        target: ProposalRow = self.rows_model.row_at(row)
        return target.id != source and mentor not in target.cell

    def _mark_drop(self, row: int) -> None:
        if row != self._drop_row:
            self._drop_row = row
            self.viewport().update()

    def dragLeaveEvent(self, _event: QDragLeaveEvent) -> None:
        self._mark_drop(-1)

    def dropEvent(self, event: QDropEvent) -> None:
        row = self.rowAt(event.position().toPoint().y())
        self._mark_drop(-1)
        if not self._may_drop(event.mimeData(), row):
            event.ignore()
            return
        event.acceptProposedAction()
        mentor, source = _dragged(event.mimeData())
        target = self.rows_model.row_at(row)
        first = next((each for each in self.rows_model.rows() if each.id == source), None)
        self.select([target.id])
        if first is not None:
            self.swap_asked.emit(first, target)
        else:
            self.place_asked.emit(target, mentor)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._drop_row < 0 and self._swapping is None:
            return
        painter = QPainter(self.viewport())
        try:
            painter.setPen(QPen(theme.current().color("accent"), 2, Qt.PenStyle.DashLine))
            for at in {self._drop_row, self._waiting_at()} - {-1}:
                painter.drawRect(self.row_rect(at).adjusted(1, 1, -1, -2))
        finally:
            painter.end()

    def _waiting_at(self) -> int:
        return self.rows_model.position_of(self._swapping.id) if self._swapping is not None else -1


def drag_mentor(source: QWidget, mentor: int, name: str, row: tuple[int, int] = NO_ROW) -> None:
    """Let a mentor be dragged: that of a row, or one with a free place."""
    drag = QDrag(source)
    drag.setMimeData(mentor_mime(mentor, name, row))
    drag.exec(Qt.DropAction.MoveAction)


def mentor_mime(mentor: int, name: str, row: tuple[int, int] = NO_ROW) -> QMimeData:
    """What is dragged: the mentor, and the row that has the mentor now."""
    mime = QMimeData()
    mime.setData(MIME, f"{mentor} {row[0]} {row[1]}".encode())
    mime.setText(name)
    return mime


def _dragged(mime: QMimeData) -> tuple[int, tuple[int, int]]:
    mentor, mentee, which = (int(part) for part in bytes(mime.data(MIME).data()).decode().split())
    return mentor, (mentee, which)


def _search(row: ProposalRow) -> str:
    return f"{row.mentee_name} {row.mentor_name} {row.mentee_title} {row.mentor_caption}"
