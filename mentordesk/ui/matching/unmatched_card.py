"""The card of people without a pair and of mentors who have places left. Scrolls inside; says what is chosen there."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QSizePolicy, QVBoxLayout, QWidget

from mentordesk.ui import icons
from mentordesk.ui.matching.unmatched_list import UnmatchedList
from mentordesk.ui.matching.unmatched_rows import UnmatchedRow
from mentordesk.ui.widgets.elided_label import ElidedLabel
from mentordesk.ui.widgets.label import icon_label, label, row

_MOST_LINES = 2.5
"""So many lines of people are seen at once: the half one says that there are more."""


class UnmatchedCard(QFrame):
    """`chosen` and `acted` have the UnmatchedRow."""

    chosen = Signal(object)
    acted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("card", True)
        self.setProperty("region", True)
        self.setAccessibleName("People without a pair")
        self.mark = icon_label("warning", "watch", 16)
        self.title = label("Unmatched", "section")
        self.facts = ElidedLabel("", "body", "text2")
        self.list = UnmatchedList()
        self._whole = False
        inside = QVBoxLayout(self)
        inside.setContentsMargins(4, 8, 4, 6)
        inside.setSpacing(4)
        head = row(self.mark, self.title, self.facts, gap=7)
        head.setContentsMargins(10, 0, 10, 0)
        head.setStretch(2, 1)
        inside.addLayout(head)
        inside.addWidget(self.list, 1)
        inside.addStretch(0)
        self.list.chosen.connect(self.chosen)
        self.list.acted.connect(self.acted)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def show_people(self, people: list[UnmatchedRow], heading: str) -> None:
        """Whoever has no pair, and free mentors."""
        left = any(not each.is_mentor for each in people)
        icons.show_on(self.mark, "warning" if left else "check", "watch" if left else "good", 16)
        self.title.setText("Unmatched" if left else "Everybody is matched")
        self.facts.setText(heading)
        self.list.show_people(people)
        self.list.setVisible(bool(people))
        self._fit()

    def take_height(self, whole: bool) -> None:
        """Beside another card it is as high as that; else as high as its people, up to a few lines."""
        self._whole = whole
        policy = QSizePolicy.Policy.Preferred if whole else QSizePolicy.Policy.Fixed
        self.setSizePolicy(QSizePolicy.Policy.Preferred, policy)
        self._fit()

    def _fit(self) -> None:
        if self._whole:
            self.list.setMinimumHeight(0)
            self.list.setMaximumHeight(16_777_215)
        else:
            self.list.setFixedHeight(self.list.height_for(self.width() - 8, _MOST_LINES))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()
