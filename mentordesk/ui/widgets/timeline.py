"""The timeline of a pair: a list drawn by a delegate, so that 500 events are as quick as five. Years fold."""

from collections.abc import Collection, Iterable
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QWidget

from mentordesk.domain import timeline_spans
from mentordesk.domain.timeline import TimelineKind
from mentordesk.ui import theme
from mentordesk.ui.widgets.open_button import held
from mentordesk.ui.widgets.timeline_delegate import ITEM, TimelineDelegate
from mentordesk.ui.widgets.timeline_items import Month, TimelineItem, Year, listed

_Index = QModelIndex | QPersistentModelIndex


class _Events(QAbstractListModel):
    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.listed: list[TimelineItem | Month | Year] = []

    def show_items(self, listed: list[TimelineItem | Month | Year]) -> None:
        self.beginResetModel()
        self.listed = listed
        self.endResetModel()

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.listed)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        thing = self.listed[index.row()]
        if role == ITEM:
            return thing
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return thing.sentence()
        if role == Qt.ItemDataRole.ToolTipRole:
            return _tip(thing)
        return None

    def flags(self, index: _Index) -> Qt.ItemFlag:
        if isinstance(self.listed[index.row()], Month):
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable


def _tip(thing: TimelineItem | Month | Year) -> str | None:
    if isinstance(thing, TimelineItem):
        return thing.note or None
    return thing.sentence() if isinstance(thing, Year) else None


class Timeline(QListView):
    """Events, newest first as given, under the months of the last year and the years before. Signals carry the item's
    id; the menu also its place. A click, Enter or the arrows left and right fold and unfold a year."""

    opened = Signal(str)
    edit_requested = Signal(str)
    delete_requested = Signal(str)
    menu_requested = Signal(str, QPoint)

    def __init__(self, name: str = "Timeline", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.read_only = False
        self.hovered_row = -1
        self._items: list[TimelineItem] = []
        self._spans: list[timeline_spans.Stretch[TimelineItem]] = []
        self._kinds: frozenset[TimelineKind] = frozenset()
        self._unfolded: dict[int, bool] = {}
        self._folded = False
        self._events = _Events(self)
        self.setModel(self._events)
        self._drawn = TimelineDelegate(self)
        self.setItemDelegate(self._drawn)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setMouseTracking(True)
        self.doubleClicked.connect(self._on_double_clicked)
        theme.look.changed.connect(self.doItemsLayout)

    def set_items(self, items: Iterable[TimelineItem]) -> None:
        """Shows these; the selected one, the scroll and the years that somebody has folded or opened stay."""
        self._items = list(items)
        self._rebuild()

    def show_kinds(self, kinds: Collection[TimelineKind]) -> None:
        """Shows only what happened of these kinds; of none all."""
        self._kinds = frozenset(kinds)
        self._rebuild()

    def fold_again(self) -> None:
        """Years are folded as at first: another pair is about to be shown."""
        self._unfolded.clear()

    def _rebuild(self) -> None:
        before, year, down = self.current_id(), self._current_year(), self.verticalScrollBar().value()
        self.hovered_row = -1
        self._spans = timeline_spans.stretches(self._shown())
        self._folded = timeline_spans.folded_at_first(self._spans)
        self._events.show_items(listed(self._spans, self._is_unfolded))
        if before:
            self.select(before)
        elif year is not None:
            self._go_to_year(year)
        self.verticalScrollBar().setValue(down)

    def _shown(self) -> list[TimelineItem]:
        if not self._kinds:
            return self._items
        return [item for item in self._items if timeline_spans.kind_of(item) in self._kinds]

    # Years

    def _is_unfolded(self, year: int) -> bool:
        return self._unfolded.get(year, not self._folded)

    def unfold(self, year: int, unfolded: bool = True) -> None:
        """Opens a year, or folds it; the focus stays with it."""
        self._unfolded[year] = unfolded
        self._rebuild()
        self._go_to_year(year)
        if unfolded:
            number = sum(len(span.events) for span in self._spans if span.year == year)
            header = self.currentIndex()
            self.scrollTo(self._events.index(header.row() + number, 0))
            self.scrollTo(header)

    def _current_year(self) -> int | None:
        thing = self.currentIndex().data(ITEM) if self.currentIndex().isValid() else None
        return thing.year if isinstance(thing, Year) else None

    def _go_to_year(self, year: int) -> None:
        for at, thing in enumerate(self._events.listed):
            if isinstance(thing, Year) and thing.year == year:
                self.setCurrentIndex(self._events.index(at, 0))

    def _fold_by_key(self, key: int) -> bool:
        """Left folds the year or goes from an event to its year, Right unfolds it; Enter and Space do either."""
        year = self._current_year()
        if year is None:
            return key == Qt.Key.Key_Left and self._leave_event()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.unfold(year, not self._is_unfolded(year))
        elif key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self.unfold(year, key == Qt.Key.Key_Right)
        else:
            return False
        return True

    def _leave_event(self) -> bool:
        for at in range(self.currentIndex().row(), -1, -1):
            if isinstance(thing := self._events.listed[at], Month):
                return False
            if isinstance(thing, Year):
                self.setCurrentIndex(self._events.index(at, 0))
                return True
        return False

    # Events

    def items(self) -> list[TimelineItem]:
        """All items in their order, those of folded years too."""
        return self._shown()

    def current_id(self) -> str:
        """The id of the item with the focus; empty without one."""
        item = self.currentIndex().data(ITEM) if self.currentIndex().isValid() else None
        return item.id if isinstance(item, TimelineItem) else ""

    def select(self, item_id: str) -> None:
        """Goes to an item, as far as it is there; its year is opened for it."""
        span = next((span for span in self._spans if any(item.id == item_id for item in span.events)), None)
        if span is not None and span.year is not None and not self._is_unfolded(span.year):
            self.unfold(span.year)
        for at, thing in enumerate(self._events.listed):
            if isinstance(thing, TimelineItem) and thing.id == item_id:
                self.setCurrentIndex(self._events.index(at, 0))

    def place_of(self, item_id: str) -> QPoint:
        """The middle of an item in the viewport."""
        at = next(at for at, thing in enumerate(self._events.listed) if getattr(thing, "id", None) == item_id)
        return self.visualRect(self._events.index(at, 0)).center()

    # Keyboard and mouse

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if held(event):
            return
        answers = {
            Qt.Key.Key_Return: self.opened,
            Qt.Key.Key_Enter: self.opened,
            Qt.Key.Key_F2: self.edit_requested,
            Qt.Key.Key_Delete: self.delete_requested,
            Qt.Key.Key_Backspace: self.delete_requested,
        }
        signal = answers.get(Qt.Key(event.key()))
        if self._fold_by_key(event.key()):
            return
        if signal is None:
            super().keyPressEvent(event)
        elif self.current_id() and (signal is answers[Qt.Key.Key_Return] or self._editable(self.currentIndex())):
            signal.emit(self.current_id())

    def _editable(self, index: _Index) -> bool:
        item = index.data(ITEM)
        return not self.read_only and isinstance(item, TimelineItem) and item.editable

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        at = self.indexAt(event.position().toPoint()).row()
        if at != self.hovered_row:
            self.hovered_row = at
            self.viewport().update()
        super().mouseMoveEvent(event)

    def leaveEvent(self, event: Any) -> None:
        self.hovered_row = -1
        self.viewport().update()
        super().leaveEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        place = event.position().toPoint()
        index = self.indexAt(place)
        if not index.isValid() or event.button() != Qt.MouseButton.LeftButton:
            return
        thing = index.data(ITEM)
        if isinstance(thing, Year):
            self.unfold(thing.year, not thing.unfolded)
        if not self._editable(index):
            return
        button = self._drawn.button_at(self.visualRect(index), place)
        if button == "edit":
            self.edit_requested.emit(index.data(ITEM).id)
        elif button == "remove":
            self.delete_requested.emit(index.data(ITEM).id)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if self.current_id():
            self.menu_requested.emit(self.current_id(), event.globalPos())

    def _on_double_clicked(self, index: QModelIndex) -> None:
        item = index.data(ITEM)
        if isinstance(item, TimelineItem):
            self.opened.emit(item.id)

    def shows_buttons(self, index: _Index) -> bool:
        """Whether the delegate draws edit and delete on this item: under the pointer, or with the focus."""
        here = index.row() in (self.hovered_row, self.currentIndex().row() if self.hasFocus() else -1)
        return here and self._editable(index)
