"""Search, drop-downs and quick filters above the list; in the small window behind one button."""

from dataclasses import replace

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from mentordesk.domain.pair_listing import ListedPair
from mentordesk.domain.programs import Format
from mentordesk.domain.wording import counted
from mentordesk.ui import theme
from mentordesk.ui.pairs.pair_filter import QUICK, STATUSES, PairFilter
from mentordesk.ui.pairs.reading import Listing
from mentordesk.ui.widgets.chips import FilterChips
from mentordesk.ui.widgets.drop_down import DropDown
from mentordesk.ui.widgets.label import button, label, row
from mentordesk.ui.widgets.search_field import SearchField

_SEARCH, _COHORT, _GAP = 222, 110, 8
_ALWAYS_SHOWN = ("at_risk", "watch")
_LED_TO = ("low_check_in",)
"""Quick filters that other pages lead to: their chips stand there while they are on, and where all are unfolded."""
NO_COHORT = 0


class FilterBar(QWidget):
    """Emits `changed` with the filter that is chosen now."""

    changed = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._filter = PairFilter()
        self._awaited: int | None = None
        self._narrow = self._beside = False
        self.search = SearchField("Search these pairs")
        self.status = DropDown(list(STATUSES), "Status", snug=True)
        self.format = DropDown([(None, "All formats"), *((it.value, it.word) for it in Format)], "Format", snug=True)
        self.cohort = DropDown([(None, "All cohorts")], "Cohort", snug=True)
        self.chips = FilterChips(list(QUICK), "Quick filters")
        self.clear = button("Clear filters", "link", on_click=self.clear_filters)
        self.filters = button("Filters", icon="filter", on_click=self._fit)
        self.filters.setCheckable(True)
        self.count = label("", "caption", "text2")
        self.status.choose(self._filter.status)
        self._drop_downs = QWidget()
        self._lay_out()
        for drop_down in (self.status, self.format, self.cohort):
            drop_down.chosen.connect(lambda _key: self._on_changed())
        self.chips.changed.connect(lambda _keys: self._on_changed())
        self._fit()

    def _lay_out(self) -> None:
        drop_downs = QHBoxLayout(self._drop_downs)
        drop_downs.setContentsMargins(0, 0, 0, 0)
        drop_downs.setSpacing(8)
        for drop_down in (self.status, self.format, self.cohort):
            drop_downs.addWidget(drop_down)
        self.search.setMinimumWidth(theme.current().wide(130))
        self.search.setMaximumWidth(theme.current().wide(_SEARCH))
        self._first = row(self.search, self.filters, self._drop_downs, None, self.clear, self.count)
        self._first.setStretch(0, 100)
        self._lines = inside = QVBoxLayout(self)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(10)
        inside.addLayout(self._first)
        inside.addWidget(self.chips)

    def filter(self) -> PairFilter:
        """What is chosen."""
        return self._filter

    def set_filter(self, chosen: PairFilter) -> None:
        """Chooses another filter and tells it."""
        self.status.choose(chosen.status)
        self.format.choose(chosen.format)
        self.cohort.choose(chosen.cohort_id)
        self._awaited = None if self.cohort.choice() == chosen.cohort_id else chosen.cohort_id
        self.chips.blockSignals(True)
        self.chips.set_on(set(chosen.quick))
        self.chips.blockSignals(False)
        self._on_changed()

    def clear_filters(self) -> None:
        """As the page opens: active pairs, nothing searched."""
        self.search.clear()
        self.set_filter(PairFilter())

    def _on_changed(self) -> None:
        self._filter = PairFilter(
            self.status.choice(), self.format.choice(), self.cohort.choice(), frozenset(self.chips.on())
        )
        self._fit()
        self.changed.emit(self._filter)

    def show_listing(self, listing: Listing) -> None:
        """Offers the cohorts there are and counts what each quick filter would leave. A cohort that was asked for
        before any were offered, as at the start of the program, is chosen now."""
        chosen = self.cohort.choice() if self._awaited is None else self._awaited
        awaited, self._awaited = self._awaited, None
        self.cohort.set_choices([(None, "All cohorts"), *_cohorts(listing.pairs)])
        self.cohort.choose(chosen)
        if self.cohort.choice() != chosen:
            self._filter = replace(self._filter, cohort_id=None)
        elif awaited is not None:
            self._on_changed()
        self.show_counts(listing)

    def show_counts(self, listing: Listing) -> None:
        self.chips.set_counts(self._filter.counts(listing.pairs, listing.today))
        self._fit()

    def show_count(self, number: int) -> None:
        """How many pairs are listed."""
        self.count.setText(counted(number, "pair"))

    def set_narrow(self, narrow: bool) -> None:
        """The small window: drop-downs and most quick filters appear only when asked for."""
        self._narrow = narrow
        self._fit()

    def _fit(self) -> None:
        number = self._filter.changed
        unfolded = not self._narrow or self.filters.isChecked()
        self.filters.setVisible(self._narrow)
        self.filters.setText(f"Filters {number}" if number else "Filters")
        self._drop_downs.setVisible(unfolded)
        for key, _ in QUICK:
            on, asked = key in self._filter.quick, self._narrow and unfolded
            listed = asked or (unfolded and key not in _LED_TO) or key in _ALWAYS_SHOWN
            self.chips.chip(key).setVisible(on or listed)
        self.clear.setVisible(number > 0)
        self._place_chips(beside=not unfolded and not number)
        self._fit_first()

    def _fit_first(self) -> None:
        """Where the line has no room the ways out get shorter, then a long name of a cohort: never the short choices,
        of which nothing would be left."""
        for drop_down in (self.status, self.format):
            drop_down.setMinimumWidth(drop_down.sizeHint().width())
        self.cohort.setMinimumWidth(min(self.cohort.sizeHint().width(), theme.current().wide(_COHORT)))
        for words, counted_too in (("Clear filters", True), ("Clear", True), ("Clear", False)):
            self.clear.setText(words)
            self.clear.setToolTip("" if words == "Clear filters" else "Clear filters")
            self.count.setVisible(counted_too and not self._beside)
            self._first.invalidate()
            if self._first.minimumSize().width() <= self.width():
                break

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_first()

    def minimumSizeHint(self) -> QSize:
        """Its line fits itself to the room it has."""
        return QSize(0, super().minimumSizeHint().height())

    def _place_chips(self, beside: bool) -> None:
        """The few quick filters of the small window stand beside the search, as long as nothing is chosen."""
        shown = [self.chips.chip(key) for key, _ in QUICK if not self.chips.chip(key).isHidden()]
        width = sum(chip.sizeHint().width() + _GAP for chip in shown) if beside else 0
        self.chips.setMinimumWidth(width)
        self._beside = beside
        for line in (self._first, self._lines):
            line.removeWidget(self.chips)
        if beside:
            self._first.insertWidget(2, self.chips, 0, Qt.AlignmentFlag.AlignVCenter)
        else:
            self._lines.addWidget(self.chips)


def _cohorts(pairs: list[ListedPair]) -> list[tuple[int, str]]:
    """Those of the pairs listed, the ones that end last first; pairs without a cohort at the end."""
    found = {it.row.cohort_id: (it.row.cohort_ends_on, it.row.cohort) for it in pairs if it.row.cohort_id is not None}
    by_end = sorted(found.items(), key=lambda item: (-item[1][0].toordinal() if item[1][0] else 0, item[1][1]))
    choices = [(cohort_id, name) for cohort_id, (_, name) in by_end]
    if any(pair.row.cohort_id is None for pair in pairs):
        choices.append((NO_COHORT, "No cohort"))
    return choices
