"""The list of mail templates at the left of their dialog. Knows no words of theirs."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from mentordesk.domain.mail_templates import TemplateRow
from mentordesk.ui.widgets.side_list import SideItem, place_by_key


class TemplateList(QWidget):
    """One template is always chosen; arrows go from one to the next. Emits the key of the one asked for."""

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName("Mail templates")
        self._items: dict[str, SideItem] = {}
        self._current = ""
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(2)
        self._column.setAlignment(Qt.AlignmentFlag.AlignTop)

    def set_rows(self, rows: Sequence[TemplateRow]) -> None:
        """Show the templates; those with words of the desk say so."""
        for row in rows:
            words = "In your own words" if row.is_own else row.use
            item = self._items.get(row.key)
            if item is None:
                item = SideItem(row.title, words)
                item.clicked.connect(lambda _checked=False, key=row.key: self.chosen.emit(key))
                item.installEventFilter(self)
                self._items[row.key] = item
                self._column.addWidget(item)
            item.words = words
            item.setAccessibleName(f"{row.title}. {words}")
            item.setToolTip(f"{row.title}: {row.use}")
            item.update()

    def item(self, key: str) -> SideItem:
        return self._items[key]

    def current(self) -> str:
        """The key of the template that is shown."""
        return self._current

    def select(self, key: str) -> None:
        """Mark a template without telling anybody; Tab comes to it alone."""
        self._current = key
        for each, item in self._items.items():
            item.setChecked(each == key)
            item.setFocusPolicy(Qt.FocusPolicy.StrongFocus if each == key else Qt.FocusPolicy.ClickFocus)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A button would only move the focus on arrows: here they show the next template."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            place = place_by_key(event, list(self._items).index(self._current), len(self._items), len(self._items))
            if place is not None:
                self._go_to(list(self._items)[place])
                return True
        return super().eventFilter(watched, event)

    def _go_to(self, key: str) -> None:
        if key != self._current:
            self.chosen.emit(key)
            self._items[self._current].setFocus()
