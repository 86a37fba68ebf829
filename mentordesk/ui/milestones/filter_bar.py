"""What the list shows: the cohort, the groups that are unfolded, a search, the months of the time line."""

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from mentordesk.domain.cohorts import CohortPhase, CohortRow
from mentordesk.ui.milestones.grouping import Group
from mentordesk.ui.milestones.lane import Lane
from mentordesk.ui.milestones.reading import ALL
from mentordesk.ui.widgets.chips import FilterChips
from mentordesk.ui.widgets.drop_down import DropDown
from mentordesk.ui.widgets.label import button
from mentordesk.ui.widgets.search_field import SearchField

_BEFORE, _AFTER = 8, 4


class FilterBar(QWidget):
    """Signals for what the coordinator chooses, not for what the page sets."""

    cohort_chosen = Signal(object)
    groups_chosen = Signal(set)
    searched = Signal(str)
    cleared = Signal()
    place_chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.cohort = DropDown([(ALL, "All cohorts")], "Cohort")
        self.cohort.setMaximumWidth(260)
        self.chips = FilterChips([(group.value, group.chip) for group in Group], "Groups")
        self.search = SearchField("Filter pairs")
        self.clear = button("Clear filters", "link", on_click=self.cleared.emit)
        self.months = DropDown([], "Months of the time line")
        self._first, self._second = QHBoxLayout(), QHBoxLayout()
        self._two_lines: bool | None = None
        inside = QVBoxLayout(self)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(8)
        for line in (self._first, self._second):
            line.setSpacing(8)
            inside.addLayout(line)
        self._lay_out(two_lines=False)
        for drop_down in (self.cohort, self.months):
            drop_down.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.search.setMinimumWidth(170)
        self.search.setMaximumWidth(260)
        self.cohort.chosen.connect(self.cohort_chosen)
        self.chips.changed.connect(lambda keys: self.groups_chosen.emit({Group(key) for key in keys}))
        self.search.searched.connect(self.searched)
        self.months.chosen.connect(self.place_chosen)

    def _lay_out(self, two_lines: bool) -> None:
        """Everything in one line, or the chips in a second one where there is no room."""
        if two_lines == self._two_lines:
            return
        self._two_lines = two_lines
        for line in (self._first, self._second):
            while line.takeAt(0) is not None:
                pass
        chips = self._second if two_lines else self._first
        self._first.addWidget(self.cohort)
        chips.addWidget(self.chips, 1 if two_lines else 0, Qt.AlignmentFlag.AlignVCenter)
        chips.addWidget(self.clear)
        self._first.insertWidget(1 if two_lines else 2, self.search, 1)
        self._first.addStretch(0 if two_lines else 1)
        self._first.addWidget(self.months)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        chips = [self.chips.chip(group.value) for group in Group]
        needed = sum(chip.sizeHint().width() + 8 for chip in chips)
        others = [each for each in (self.cohort, self.clear, self.months) if not each.isHidden()]
        taken = sum(each.sizeHint().width() + 8 for each in others) + self.search.minimumWidth() + 16
        two_lines = needed + taken > self.width()
        self.chips.setMinimumWidth(0 if two_lines else needed)
        self._lay_out(two_lines)

    def show_cohorts(self, rows: Sequence[CohortRow], chosen: int) -> None:
        """The cohorts with pairs, those that run first."""
        order = {CohortPhase.RUNNING: 0, CohortPhase.PREPARATION: 1, CohortPhase.FINISHED: 2}
        rows = sorted(rows, key=lambda row: (order[row.phase], -row.ends_on.toordinal(), row.name))
        kept = [row for row in rows if row.phase is not CohortPhase.FINISHED or row.active or row.id == chosen]
        self.cohort.set_choices([(ALL, "All cohorts"), *((row.id, row.name) for row in kept)])
        self.cohort.choose(chosen)

    def show_groups(self, unfolded: set[Group], counts: Mapping[Group, int]) -> None:
        """Which chips are on, silently, and how many milestones each stands for."""
        self.chips.blockSignals(True)
        self.chips.set_on({group.value for group in unfolded})
        self.chips.blockSignals(False)
        self.chips.set_counts({group.value: count for group, count in counts.items()})
        self._fit()

    def show_lane(self, lane: Lane, days: Sequence[Any]) -> None:
        """The spans of the time line that any of these days is in, and the one of today."""
        places = [lane.place_of(day) for day in days]
        first = max(min([0, *places]), -_BEFORE)
        last = min(max([0, *places]), _AFTER)
        spans = range(min(first, lane.place), max(last, lane.place) + 1)
        self.months.set_choices([(place, lane.at(place).title) for place in spans])
        self.months.choose(lane.place)
