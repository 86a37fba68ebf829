"""The list at the side of a page: a title with a button, a search, groups of entries. Knows no meaning of an entry."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from mentordesk.domain.text import fold
from mentordesk.ui import theme
from mentordesk.ui.widgets.counted_item import CountedItem, Entry
from mentordesk.ui.widgets.label import button, label, row
from mentordesk.ui.widgets.open_button import held
from mentordesk.ui.widgets.search_field import SearchField
from mentordesk.ui.widgets.side_list import SideBody, place_by_key


@dataclass(frozen=True)
class Group:
    """Entries below a title. Only the first `shown` are listed until the others are asked for; `older` says how they
    are called: "Show 6 older cohorts"."""

    title: str
    entries: Sequence[Entry]
    shown: int = 1000
    older: str = ""


class GroupedList(QWidget):
    """One entry is chosen; arrows, Home, End and the page keys go on to another. Emits ids when somebody chooses."""

    chosen = Signal(object)
    menu_requested = Signal(object, QPoint)
    remove_requested = Signal(object)
    edit_requested = Signal(object)
    new_requested = Signal()

    def __init__(self, title: str, placeholder: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(title)
        self.setProperty("region", True)
        self._groups: Sequence[Group] = ()
        self._current: Any = None
        self._whole: set[str] = set()
        self.items: dict[Any, CountedItem] = {}
        self.new = button("New", icon="plus", on_click=self.new_requested.emit, small=True)
        self.search = SearchField(placeholder)
        self.search.searched.connect(lambda _text: self._fill())
        self.search.left_downwards.connect(self._enter)
        self._body = SideBody(margin=0, gap=2)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 10, 8)
        column.setSpacing(10)
        column.addLayout(row(label(title, "page_title"), None, self.new))
        column.addWidget(self.search)
        column.addWidget(self._body, 1)
        theme.look.changed.connect(self._fit)
        self._fit()

    def _fit(self) -> None:
        self.setFixedWidth(theme.current().wide(252))

    # Entries

    def set_groups(self, groups: Sequence[Group]) -> None:
        """Shows these; the chosen entry stays chosen as far as it is there."""
        self._groups = groups
        self._fill()

    def current(self) -> Any:
        """The id of the chosen entry; None without one."""
        return self._current

    def select(self, entry_id: Any) -> None:
        """Chooses silently, and shows the entry if it was left out."""
        self._current = entry_id
        if entry_id not in self.items:
            self._whole |= {group.title for group in self._groups if any(e.id == entry_id for e in group.entries)}
            self._fill()
        for each, item in self.items.items():
            item.setChecked(each == entry_id)
        if entry_id in self.items:
            self._body.ensureWidgetVisible(self.items[entry_id], 0, 12)

    def ids(self) -> list[Any]:
        """The ids on screen from top to bottom."""
        return list(self.items)

    def _fill(self) -> None:
        focused = next((each for each, item in self.items.items() if item.hasFocus()), None)
        while (part := self._body.column.takeAt(0)) is not None:
            if (widget := part.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self.items = {}
        wanted = fold(self.search.text()).split()
        for group in self._groups:
            self._add_group(group, wanted)
        if not self.items and wanted:
            self._body.column.addWidget(label(f"Nothing matches “{self.search.text()}”", "body", "text2", wrap=True))
        self._body.column.addStretch(1)
        if focused in self.items:
            self.items[focused].setFocus()

    def _add_group(self, group: Group, wanted: list[str]) -> None:
        found = [e for e in group.entries if all(word in fold(f"{e.title} {e.words}") for word in wanted)]
        shown = found if wanted or group.title in self._whole else found[: group.shown]
        if not shown:
            return
        if group.title:
            title = label(group.title, "strong_caption", "text2")
            title.setContentsMargins(2, 10, 0, 3)
            self._body.column.addWidget(title)
        for entry in shown:
            self._add_entry(entry)
        if len(shown) < len(found):
            words = f"Show {len(found) - len(shown)} {group.older}"
            self._body.column.addWidget(button(words, "link", on_click=lambda: self._show_whole(group.title)))

    def _add_entry(self, entry: Entry) -> None:
        item = CountedItem(entry)
        item.setChecked(entry.id == self._current)
        item.clicked.connect(lambda: self._choose(entry.id))
        self.items[entry.id] = item
        self._body.column.addWidget(item)

    def _show_whole(self, title: str) -> None:
        self._whole.add(title)
        self._fill()

    # Keyboard and mouse

    def _choose(self, entry_id: Any) -> None:
        self.select(entry_id)
        self.chosen.emit(entry_id)

    def _enter(self) -> None:
        target = self._current if self._current in self.items else next(iter(self.items), None)
        if target is not None:
            self.items[target].setFocus(Qt.FocusReason.TabFocusReason)

    def _focused(self) -> Any:
        return next((each for each, item in self.items.items() if item is self.focusWidget()), None)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if held(event):
            return
        focused = self._focused()
        if focused is None:
            super().keyPressEvent(event)
        elif (place := self._place(focused, event)) is not None:
            self._go_to(focused, self.ids()[place])
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._choose(focused)
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.remove_requested.emit(focused)
        elif event.key() == Qt.Key.Key_F2:
            self.edit_requested.emit(focused)
        else:
            super().keyPressEvent(event)

    def _place(self, focused: Any, event: QKeyEvent) -> int | None:
        ids = self.ids()
        return place_by_key(event, ids.index(focused), len(ids), self._body.page(self.items[focused]))

    def _go_to(self, focused: Any, entry_id: Any) -> None:
        if entry_id != focused:
            self.items[entry_id].setFocus(Qt.FocusReason.TabFocusReason)
            self._choose(entry_id)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        by_key = event.reason() == QContextMenuEvent.Reason.Keyboard
        hits = [each for each, item in self.items.items() if item.underMouse()]
        at = self._focused() if by_key else (hits[0] if hits else None)
        if at is not None:
            item = self.items[at]
            place = item.mapToGlobal(item.rect().bottomLeft()) if by_key else event.globalPos()
            self.menu_requested.emit(at, place)
