"""Chips that say which events of a timeline are shown. Knows no pair."""

from collections import Counter
from collections.abc import Sequence

from PySide6.QtCore import QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from mentordesk.domain.timeline import TimelineKind
from mentordesk.domain.timeline_spans import kind_of
from mentordesk.ui.widgets.chips import FilterChips
from mentordesk.ui.widgets.timeline import Timeline
from mentordesk.ui.widgets.timeline_items import TimelineItem

ALL = "all"
_NAMES = {
    ALL: "All",
    "contacts": "Contacts",
    "give_take": "Give & take",
    "milestones": "Milestones",
    "career": "Career",
}
_SHORTER = "Given"
_TOGETHER = (TimelineKind.START, TimelineKind.ANNIVERSARY, TimelineKind.END)
_KINDS = {
    "contacts": (TimelineKind.CONTACT,),
    "give_take": (TimelineKind.EXCHANGE,),
    "milestones": (TimelineKind.MILESTONE, TimelineKind.CHECK_IN, *_TOGETHER),
    "career": (TimelineKind.CAREER, *_TOGETHER),
}
_GAP = 8
_FEWEST = 13
"""Under so many events nobody needs a filter."""


class TimelineFilter(QWidget):
    """Several chips combine; All takes them back. Start, anniversaries and end stay with milestones and career."""

    def __init__(self, timeline: Timeline, name: str = "Events shown") -> None:
        super().__init__()
        self._timeline = timeline
        self.chips = FilterChips(list(_NAMES.items()), name)
        inside = QVBoxLayout(self)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.addWidget(self.chips)
        self._on: set[str] = set()
        self._counts: dict[str, int] = {}
        self.chips.set_on({ALL})
        self.chips.changed.connect(self._on_changed)

    def show_items(self, items: Sequence[TimelineItem], fresh: bool) -> None:
        """Counts the events of a pair and shows them; of another pair, `fresh`, all of them and folded as at first."""
        number = Counter(map(kind_of, items))
        counts = {key: sum(number[kind] for kind in kinds if kind not in _TOGETHER) for key, kinds in _KINDS.items()}
        self._counts = counts
        self._fit()
        self.setVisible(len(items) >= _FEWEST)
        if fresh or len(items) < _FEWEST:
            self._timeline.fold_again()
            self._choose(set())
        self._timeline.set_items(items)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Where the chips would not stand in one line they go without their numbers, then without All (a second click
        takes a chip back as well), then with a shorter name."""
        give_take = self.chips.chip("give_take")
        give_take.setText(_NAMES["give_take"])
        self.chips.set_counts(self._counts)
        if not self._fits(*_NAMES):
            self._leave_numbers_out()
        whole = self._fits(*_NAMES)
        give_take.setText(_NAMES["give_take"] if whole or self._fits(*_KINDS) else _SHORTER)
        self.chips.chip(ALL).setVisible(whole)
        QTimer.singleShot(0, self, self._lay_out_again)  # a chip may have gone while the line was laid out

    def _lay_out_again(self) -> None:
        if (flow := self.chips.layout()) is not None:
            flow.invalidate()
            flow.activate()
        self.chips.updateGeometry()

    def _leave_numbers_out(self) -> None:
        for key, number in self._counts.items():
            if number:
                self.chips.chip(key).set_count(None)
                self.chips.chip(key).setToolTip(f"{number} of them")

    def _fits(self, *keys: str) -> bool:
        return sum(self.chips.chip(key).sizeHint().width() + _GAP for key in keys) - _GAP <= self.width()

    def _on_changed(self, on: set[str]) -> None:
        back_to_all = ALL in on and bool(self._on)
        self._choose(set() if back_to_all else on - {ALL})

    def _choose(self, on: set[str]) -> None:
        self._on = on
        self.chips.blockSignals(True)
        self.chips.set_on(on or {ALL})
        self.chips.blockSignals(False)
        self._timeline.show_kinds([kind for key in on for kind in _KINDS[key]])
