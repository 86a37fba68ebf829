"""The list of reports at the left of the page, by who reads them. Knows no report's inside."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from mentordesk.domain.reporting import REPORT_GROUPS, ReportKind
from mentordesk.ui import theme
from mentordesk.ui.widgets.label import label
from mentordesk.ui.widgets.page_body import PageBody
from mentordesk.ui.widgets.side_list import SideItem


class _Scrolling(PageBody):
    """Scrolls by itself; arrows are the list's."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            event.ignore()
        else:
            super().keyPressEvent(event)


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
        self._list = _Scrolling(margin=0, gap=4)
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
        step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()), 0)
        kinds = list(self._items)
        place = kinds.index(self._current) + step
        if step and 0 <= place < len(kinds):
            self._items[kinds[place]].setFocus()
            self.chosen.emit(kinds[place])
        else:
            super().keyPressEvent(event)
