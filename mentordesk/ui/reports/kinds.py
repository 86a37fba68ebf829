"""The list of reports at the left of the page, by who reads them. Knows no report's inside."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from mentordesk.domain.reporting import REPORT_GROUPS, ReportKind
from mentordesk.ui import theme
from mentordesk.ui.widgets.label import label
from mentordesk.ui.widgets.side_list import SideBody, SideItem, place_by_key


class KindList(QWidget):
    """One report is always chosen; arrows go from one to the next. Where the window is low, the list scrolls."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("Reports")
        self.setFixedWidth(theme.current().wide(252))
        self._items: dict[ReportKind, SideItem] = {}
        self._current = ReportKind.PROGRAM
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 0, 0)
        column.setSpacing(4)
        column.addWidget(label("Reports", "page_title"))
        self._list = SideBody(margin=0, gap=4)
        column.addWidget(self._list, 1)
        self._fill(self._list.column)
        self.select(self._current)

    def _fill(self, column: QVBoxLayout) -> None:
        column.setContentsMargins(0, 4, 8, 16)
        for number, (title, kinds) in enumerate(REPORT_GROUPS):
            column.addSpacing(8 if number else 0)
            column.addWidget(label(title, "strong_caption", "text2"))
            for kind in kinds:
                item = SideItem(kind.heading, kind.words)
                item.clicked.connect(lambda _checked=False, kind=kind: self.chosen.emit(kind))
                self._items[kind] = item
                column.addWidget(item)
        column.addStretch(1)

    def current(self) -> ReportKind:
        return self._current

    def select(self, kind: ReportKind) -> None:
        """Mark a report without telling anybody."""
        self._current = kind
        for each, item in self._items.items():
            item.setChecked(each is kind)
        self._list.ensureWidgetVisible(self._items[kind], 0, 40)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        kinds = list(self._items)
        at = kinds.index(self._current)
        place = place_by_key(event, at, len(kinds), self._list.page(self._items[self._current]))
        if place is None:
            super().keyPressEvent(event)
        elif place != at:
            self._items[kinds[place]].setFocus()
            self.chosen.emit(kinds[place])
