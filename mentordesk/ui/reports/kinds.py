"""The list of reports at the left of the page, by who reads them. Knows no report's inside."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from mentordesk.domain.reporting import REPORT_GROUPS, ReportKind
from mentordesk.ui import theme
from mentordesk.ui.widgets.label import label
from mentordesk.ui.widgets.side_list import SideItem


class KindList(QWidget):
    """One report is always chosen; arrows go from one to the next."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("Reports")
        self.setFixedWidth(theme.current().wide(240))
        self._items: dict[ReportKind, SideItem] = {}
        self._current = ReportKind.PROGRAM
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 8, 16)
        column.setSpacing(4)
        column.addWidget(label("Reports", "page_title"))
        for title, kinds in REPORT_GROUPS:
            column.addSpacing(10)
            column.addWidget(label(title, "strong_caption", "text2"))
            for kind in kinds:
                item = SideItem(kind.heading, kind.words)
                item.clicked.connect(lambda _checked=False, kind=kind: self.chosen.emit(kind))
                self._items[kind] = item
                column.addWidget(item)
        column.addStretch(1)
        self.select(self._current)

    def current(self) -> ReportKind:
        return self._current

    def select(self, kind: ReportKind) -> None:
        """Mark a report without telling anybody."""
        self._current = kind
        for each, item in self._items.items():
            item.setChecked(each is kind)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()), 0)
        kinds = list(self._items)
        place = kinds.index(self._current) + step
        if step and 0 <= place < len(kinds):
            self._items[kinds[place]].setFocus()
            self.chosen.emit(kinds[place])
        else:
            super().keyPressEvent(event)
