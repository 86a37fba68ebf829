"""The list: groups that fold, milestones that are ticked, a time line beside them; by keyboard and by pointer."""

from collections.abc import Callable, Iterable, Sequence
from datetime import date

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QHeaderView, QWidget

from mentordesk.domain.milestones import MilestoneRow
from mentordesk.domain.pairs import short_name
from mentordesk.domain.text import fold
from mentordesk.ui import theme
from mentordesk.ui.milestones.grouping import GROUP_OF, Group, Heading, Line, lines
from mentordesk.ui.milestones.lane import WEEKS, WEEKS_NARROW, Lane
from mentordesk.ui.milestones.lane_header import LaneHeader
from mentordesk.ui.milestones.line_delegate import LineDelegate, select_all_room
from mentordesk.ui.milestones.list_model import COLUMNS, ListModel, key_of
from mentordesk.ui.widgets.open_button import held
from mentordesk.ui.widgets.row_view import RowView

_WIDTHS = {"check": 38, "pair": 214, "milestone": 150, "owner": 110}
_WIDTHS_NARROW = {"check": 38, "pair": 190, "milestone": 138}
_OWNER = COLUMNS.index("owner")


class MilestoneList(RowView):
    """Signals carry ids of milestones. Folding is told as the groups that are unfolded now."""

    ticked = Signal(list)
    unfolded_changed = Signal(set)
    opened = Signal(object)
    edit_requested = Signal(object)
    delete_requested = Signal(list)
    menu_requested = Signal(list, QPoint)

    def __init__(self, today: date, parent: QWidget | None = None) -> None:
        super().__init__("Milestones", several=False, framed=False, parent=parent)
        self.lines_model = ListModel(self)
        self.setModel(self.lines_model)
        self._groups: dict[Group, list[MilestoneRow]] = {group: [] for group in Group}
        self._unfolded: set[Group] = {Group.OVERDUE, Group.DUE}
        self._narrow = False
        self._last_ticked: int | None = None
        self.header = LaneHeader(self)
        self.setHorizontalHeader(self.header)
        self.header.show()
        self.delegate = LineDelegate(self, Lane(today), self.all_ticked)
        self.setItemDelegate(self.delegate)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.show_lane(Lane(today))
        theme.look.changed.connect(self._fit)
        self._fit()

    # What is shown

    def show_pairs(self, rows: Iterable[MilestoneRow], today: date) -> None:
        """All milestones there are: those of a pair stand in each of its time lines."""
        self.lines_model.show_pairs(rows, today)

    def show_groups(self, groups: dict[Group, list[MilestoneRow]]) -> None:
        """Other milestones; the line with the focus and the scroll stay, ticks as far as their milestone is there."""
        self._groups = groups
        self._show_lines()
        if self.lines_model.ticked:
            self.set_ticked(self.lines_model.ticked & {row.id for rows in groups.values() for row in rows})

    def counts(self) -> dict[Group, int]:
        return {group: len(rows) for group, rows in self._groups.items()}

    def unfold(self, groups: Iterable[Group]) -> None:
        """Unfolds exactly these groups, silently."""
        self._unfolded = set(groups)
        self._show_lines()

    def unfolded(self) -> set[Group]:
        return set(self._unfolded)

    def show_lane(self, lane: Lane) -> None:
        """Other days on the time line."""
        self.delegate.lane = self.header.lane = lane
        self.header.viewport().update()
        self.viewport().update()

    def lane(self) -> Lane:
        return self.delegate.lane

    def set_narrow(self, narrow: bool) -> None:
        """The small window: no owner, six weeks."""
        if narrow != self._narrow:
            self._narrow = narrow
            weeks = WEEKS_NARROW if narrow else WEEKS
            self.show_lane(Lane(self.lane().today, weeks))
            self._fit()

    def _show_lines(self) -> None:
        current, down = self.current_key(), self.verticalScrollBar().value()
        at = self.currentIndex().row()
        self.clearSpans()
        self.hovered_row = -1
        self.lines_model.show_lines(lines(self._groups, self._unfolded, self.lines_model.today))
        for group in Group:
            self.setSpan(self.lines_model.place_of(group), 0, 1, len(COLUMNS))
        self.verticalScrollBar().setValue(down)
        place = self.lines_model.place_of(current)
        if current is not None:
            self._go_to(place if place >= 0 else min(at, len(self.lines_model.lines) - 1), scroll=False)

    def _fit(self) -> None:
        height = theme.current().row("gantt")
        self.verticalHeader().setMinimumSectionSize(height)
        self.verticalHeader().setDefaultSectionSize(height)
        self.setColumnHidden(_OWNER, self._narrow)
        for key, width in (_WIDTHS_NARROW if self._narrow else _WIDTHS).items():
            at = COLUMNS.index(key)
            self.setColumnWidth(at, width if key == "check" else theme.current().wide(width))
            modes = QHeaderView.ResizeMode
            self.header.setSectionResizeMode(at, modes.Fixed if key == "check" else modes.Interactive)
        self.header.updateGeometry()
        self.setMinimumHeight(self.header.sizeHint().height() + 4 * height)
        self.updateGeometries()
        self.viewport().update()

    # Ticks

    def ticked_rows(self) -> list[MilestoneRow]:
        """The ticked milestones in the order of the list, those in folded groups too."""
        return [row for rows in self._groups.values() for row in rows if row.id in self.lines_model.ticked]

    def set_ticked(self, ids: Iterable[int]) -> None:
        """Ticks exactly these; tells it if that is a change."""
        wanted = set(ids)
        if wanted != self.lines_model.ticked:
            self.lines_model.ticked = wanted
            self.viewport().update()
            self.ticked.emit(self.ticked_rows())

    def all_ticked(self, group: Group) -> bool:
        """Whether every milestone of a group is ticked."""
        return bool(self._groups[group]) and {row.id for row in self._groups[group]} <= self.lines_model.ticked

    def tick_group(self, group: Group) -> None:
        """Ticks the whole group, or none of it where all are ticked."""
        ids = {row.id for row in self._groups[group]}
        ticked = self.lines_model.ticked
        self.set_ticked(ticked - ids if ids <= ticked else ticked | ids)

    def _tick(self, row: int, *, through: bool = False) -> None:
        line = self._line(row)
        if isinstance(line, Heading):
            self.tick_group(line.group)
        elif line is not None:
            ids = self._between(row) if through else {line.id}
            ticked = self.lines_model.ticked
            self.set_ticked(ticked | ids if through else ticked ^ ids)
            self._last_ticked = line.id

    def _between(self, row: int) -> set[int]:
        """From the milestone ticked last to this one."""
        start = self.lines_model.place_of(self._last_ticked)
        low, high = sorted((start if start >= 0 else row, row))
        found = self.lines_model.lines[low : high + 1]
        return {line.id for line in found if not isinstance(line, Heading)}

    # The line with the focus

    def current_key(self) -> int | Group | None:
        """The milestone (by id) or heading (by group) with the focus."""
        line = self._line(self.currentIndex().row())
        return None if line is None else key_of(line)

    def go_to(self, key: int | Group) -> None:
        """Moves the focus to a milestone or heading, as far as it is on screen."""
        place = self.lines_model.place_of(key)
        if place >= 0:
            self._go_to(place)

    def _line(self, row: int) -> Line | None:
        found: Sequence[Line] = self.lines_model.lines
        return found[row] if 0 <= row < len(found) else None

    def _go_to(self, row: int, *, scroll: bool = True) -> None:
        index = self.lines_model.index(row, 0 if isinstance(self._line(row), Heading) else 1)
        flags = QItemSelectionModel.SelectionFlag
        self.selectionModel().setCurrentIndex(index, flags.ClearAndSelect | flags.Rows)
        if scroll:
            self.scrollTo(index)

    def toggle_fold(self, group: Group) -> None:
        """Folds or unfolds a group and tells it."""
        self._unfolded ^= {group}
        self._show_lines()
        self.unfolded_changed.emit(self.unfolded())

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if not self.currentIndex().isValid() and self.lines_model.lines:
            self._go_to(0)

    # Keyboard

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if held(event):
            return
        self.show_ring(True)
        if not self._answer_key(event):
            super().keyPressEvent(event)

    def _answer_key(self, event: QKeyEvent) -> bool:
        row = self.currentIndex().row()
        line = self._line(row)
        key, control = Qt.Key(event.key()), Qt.KeyboardModifier.ControlModifier
        if key == Qt.Key.Key_A and event.modifiers() == control:
            self.set_ticked(row.id for group in self._unfolded for row in self._groups[group])
        elif key == Qt.Key.Key_Escape and self.lines_model.ticked:
            self.set_ticked(())
        elif line is None or event.modifiers() & control:
            return False
        elif key == Qt.Key.Key_Space:
            self._tick(row, through=bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self._go_to(0 if key == Qt.Key.Key_Home else len(self.lines_model.lines) - 1)
        elif isinstance(line, Heading):
            return self._answer_on_heading(key, line)
        else:
            return self._answer_on_milestone(key, line)
        return True

    def _answer_on_heading(self, key: Qt.Key, line: Heading) -> bool:
        folds = key == Qt.Key.Key_Left and line.unfolded
        unfolds = key == Qt.Key.Key_Right and not line.unfolded
        if folds or unfolds or key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.toggle_fold(line.group)
        return key in (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Return, Qt.Key.Key_Enter)

    def _answer_on_milestone(self, key: Qt.Key, line: MilestoneRow) -> bool:
        answers: dict[Qt.Key, Callable[[], object]] = {
            Qt.Key.Key_Return: lambda: self.opened.emit(line.id),
            Qt.Key.Key_Enter: lambda: self.opened.emit(line.id),
            Qt.Key.Key_F2: lambda: self.edit_requested.emit(line.id),
            Qt.Key.Key_Delete: lambda: self.delete_requested.emit(self._meant(line)),
            Qt.Key.Key_Backspace: lambda: self.delete_requested.emit(self._meant(line)),
            Qt.Key.Key_Left: lambda: self.go_to(GROUP_OF[line.state]),
            Qt.Key.Key_Right: lambda: None,
        }
        if key in answers:
            answers[key]()
        return key in answers

    def _meant(self, line: MilestoneRow) -> list[int]:
        """All ticked milestones where this is one of them, else this one."""
        return [row.id for row in self.ticked_rows()] if line.id in self.lines_model.ticked else [line.id]

    def keyboardSearch(self, typed: str) -> None:
        """Goes to the next pair whose name begins with what was typed."""
        shown, wanted = self.lines_model.lines, fold(typed)
        start = max(self.currentIndex().row(), 0)
        for step in range(1 if len(typed) == 1 else 0, len(shown) + 1):
            line = shown[(start + step) % len(shown)]
            if not isinstance(line, Heading) and fold(short_name(line.left, line.right)).startswith(wanted):
                self.go_to(line.id)
                return

    # Pointer

    def mousePressEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        line = self._line(index.row())
        if line is None or event.button() != Qt.MouseButton.LeftButton:
            super().mousePressEvent(event)
            return
        self.show_ring(False)
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        self._go_to(index.row(), scroll=False)
        if isinstance(line, Heading):
            self._press_heading(line, event.position().x())
        elif COLUMNS[index.column()] == "check":
            self._tick(index.row(), through=bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))

    def _press_heading(self, line: Heading, x: float) -> None:
        if line.unfolded and line.count and x > self.viewport().width() - select_all_room():
            self.tick_group(line.group)
        else:
            self.toggle_fold(line.group)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        line = self._line(index.row())
        if isinstance(line, Heading) or COLUMNS[index.column()] == "check":
            self.mousePressEvent(event)
        elif line is not None:
            self.opened.emit(line.id)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        by_key = event.reason() == QContextMenuEvent.Reason.Keyboard
        index: QModelIndex = (
            self.currentIndex() if by_key else self.indexAt(self.viewport().mapFromGlobal(event.globalPos()))
        )
        line = self._line(index.row())
        if line is None or isinstance(line, Heading):
            return
        place = event.globalPos()
        if by_key:
            place = self.viewport().mapToGlobal(self.row_rect(index.row()).bottomLeft() + QPoint(60, 0))
        self._go_to(index.row(), scroll=False)
        self.menu_requested.emit(self._meant(line), place)
