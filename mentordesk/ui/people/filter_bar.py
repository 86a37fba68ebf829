"""Search and filters above the directory; status and department unfold behind a button."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from mentordesk.domain.people import PersonRow
from mentordesk.domain.text import fold
from mentordesk.ui.people.people_filter import QUICK, STATUSES, PeopleFilter
from mentordesk.ui.widgets.chips import FilterChips
from mentordesk.ui.widgets.drop_down import DropDown
from mentordesk.ui.widgets.label import icon_button
from mentordesk.ui.widgets.search_field import SearchField


class FilterBar(QWidget):
    """Emits `changed` with the filter that is chosen now."""

    changed = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._filter = PeopleFilter()
        self._people: Sequence[PersonRow] | None = None
        self.search = SearchField("Name, skill, place, experience")
        self.more = icon_button("filter", "Filter by status and department", framed=True)
        self.more.setCheckable(True)
        self.status = DropDown(list(STATUSES), "Status")
        self.department = DropDown([("", "All departments")], "Department")
        self.chips = FilterChips(list(QUICK), "Quick filters")
        self._folded = QWidget()
        self._lay_out()
        self.more.toggled.connect(lambda _on: self._fit())
        for drop_down in (self.status, self.department):
            drop_down.chosen.connect(lambda _key: self._on_changed())
        self.chips.changed.connect(lambda _on: self._on_changed())
        self._fit()

    def _lay_out(self) -> None:
        folded = QHBoxLayout(self._folded)
        folded.setContentsMargins(0, 0, 0, 0)
        folded.setSpacing(8)
        for drop_down in (self.status, self.department):
            drop_down.setMinimumContentsLength(8)
            drop_down.setSizeAdjustPolicy(DropDown.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            folded.addWidget(drop_down, 1)
        first = QHBoxLayout()
        first.setSpacing(8)
        first.addWidget(self.search, 1)
        first.addWidget(self.more)
        inside = QVBoxLayout(self)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(8)
        inside.addLayout(first)
        inside.addWidget(self._folded)
        inside.addWidget(self.chips)

    def filter(self) -> PeopleFilter:
        """What is chosen."""
        return self._filter

    def set_filter(self, chosen: PeopleFilter) -> None:
        """Chooses another filter and tells it."""
        if self.department.findData(chosen.department) < 0:
            self.department.addItem(chosen.department, chosen.department)
        self.status.choose(chosen.status)
        self.department.choose(chosen.department)
        self.chips.blockSignals(True)
        self.chips.set_on(set(chosen.quick))
        self.chips.blockSignals(False)
        self._on_changed()

    def clear(self) -> None:
        """As the page opens: everybody here, nothing searched."""
        self.search.clear()
        self.set_filter(PeopleFilter())

    def show_people(self, people: Sequence[PersonRow]) -> None:
        """Offers the departments there are and counts what each quick filter would leave."""
        self._people = people
        departments = sorted(Counter(row.department for row in people if row.department), key=fold)
        self.department.set_choices([("", "All departments"), *((name, name) for name in departments)])
        if self.department.choice() != self._filter.department and people:
            self._filter = replace(self._filter, department=self.department.choice())
        self._count()

    def _count(self) -> None:
        if self._people is not None:
            self.chips.set_counts(self._filter.counts(self._people))

    def _on_changed(self) -> None:
        self._filter = PeopleFilter(self.status.choice(), self.department.choice(), frozenset(self.chips.on()))
        self._count()
        self._fit()
        self.changed.emit(self._filter)

    def _fit(self) -> None:
        """The drop-downs stay in sight as long as one of them filters."""
        self._folded.setVisible(self.more.isChecked() or self._filter.folded > 0)
