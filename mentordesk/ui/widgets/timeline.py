"""The timeline of a pair: a list drawn by a delegate, so that 500 events are as quick as five."""

from collections.abc import Iterable
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QWidget

from mentordesk.ui import theme
from mentordesk.ui.widgets.timeline_delegate import ITEM, TimelineDelegate
from mentordesk.ui.widgets.timeline_items import Month, TimelineItem, with_months

_Index = QModelIndex | QPersistentModelIndex


class _Events(QAbstractListModel):
    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.listed: list[TimelineItem | Month] = []

    def show_items(self, listed: list[TimelineItem | Month]) -> None:
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
            return thing.title if isinstance(thing, Month) else thing.sentence()
        if role == Qt.ItemDataRole.ToolTipRole and isinstance(thing, TimelineItem):
            return thing.note or None
        return None

    def flags(self, index: _Index) -> Qt.ItemFlag:
        if isinstance(self.listed[index.row()], Month):
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable


class Timeline(QListView):
    """Events, newest first as given, under their months. Signals carry the item's id; the menu also its place."""

    opened = Signal(str)
    edit_requested = Signal(str)
    delete_requested = Signal(str)
    menu_requested = Signal(str, QPoint)

    def __init__(self, name: str = "Timeline", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.read_only = False
        self.hovered_row = -1
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
        """Shows these; the selected one and the scroll stay."""
        before, down = self.current_id(), self.verticalScrollBar().value()
        self.hovered_row = -1
        self._events.show_items(with_months(items))
        self.select(before)
        self.doItemsLayout()
        self.verticalScrollBar().setValue(down)

    def items(self) -> list[TimelineItem]:
        """The items in their order."""
        return [thing for thing in self._events.listed if isinstance(thing, TimelineItem)]

    def current_id(self) -> str:
        """The id of the item with the focus; empty without one."""
        item = self.currentIndex().data(ITEM) if self.currentIndex().isValid() else None
        return item.id if isinstance(item, TimelineItem) else ""

    def select(self, item_id: str) -> None:
        """Goes to an item, as far as it is there."""
        for at, thing in enumerate(self._events.listed):
            if isinstance(thing, TimelineItem) and thing.id == item_id:
                self.setCurrentIndex(self._events.index(at, 0))

    def place_of(self, item_id: str) -> QPoint:
        """The middle of an item in the viewport."""
        at = next(at for at, thing in enumerate(self._events.listed) if getattr(thing, "id", None) == item_id)
        return self.visualRect(self._events.index(at, 0)).center()

    # Keyboard and mouse

    def keyPressEvent(self, event: QKeyEvent) -> None:
        answers = {
            Qt.Key.Key_Return: self.opened,
            Qt.Key.Key_Enter: self.opened,
            Qt.Key.Key_F2: self.edit_requested,
            Qt.Key.Key_Delete: self.delete_requested,
            Qt.Key.Key_Backspace: self.delete_requested,
        }
        signal = answers.get(Qt.Key(event.key()))
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
        if not index.isValid() or event.button() != Qt.MouseButton.LeftButton or not self._editable(index):
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
