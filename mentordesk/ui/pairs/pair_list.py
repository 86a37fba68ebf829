"""The left side of the page: title, filters, the table of pairs, and what can be done to several at once."""

from collections import Counter
from collections.abc import Callable, Mapping

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QStackedLayout, QVBoxLayout, QWidget

from mentordesk.domain.pair_listing import ListedPair
from mentordesk.domain.pairs import FINISHED, PairRow
from mentordesk.domain.standing import PairStatus
from mentordesk.domain.wording import counted
from mentordesk.ui import icons
from mentordesk.ui.pairs import columns
from mentordesk.ui.pairs.filter_bar import FilterBar
from mentordesk.ui.pairs.pair_actions import READ_ONLY, PairActions
from mentordesk.ui.pairs.pair_filter import ANY, PairFilter
from mentordesk.ui.pairs.reading import Listing
from mentordesk.ui.widgets.empty_state import EmptyState
from mentordesk.ui.widgets.flow import FlowLayout
from mentordesk.ui.widgets.kept_place import show_found
from mentordesk.ui.widgets.label import button, label
from mentordesk.ui.widgets.page_header import PageHeader
from mentordesk.ui.widgets.row_table import RowTable

_BULK = (
    ("activate", "Activate"),
    ("pause", "Pause"),
    ("resume", "Resume"),
    ("complete", "Complete"),
    ("endure", "Go on as enduring"),
)


class BulkBar(QFrame):
    """What can be done to the pairs that are selected together."""

    def __init__(self, actions: PairActions) -> None:
        super().__init__()
        self.setProperty("card", "sunken")
        self._actions = actions
        self._rows: list[PairRow] = []
        self.words = label("", "strong")
        self.buttons = {service: button(verb, on_click=self._act(service), small=True) for service, verb in _BULK}
        buttons = QWidget()
        flow = FlowLayout(buttons, gap=8)
        for part in (self.words, *self.buttons.values()):
            flow.addWidget(part)
        inside = QHBoxLayout(self)
        inside.setContentsMargins(12, 6, 8, 6)
        inside.addWidget(buttons, 1)
        self.hide()

    def _act(self, service: str) -> Callable[[], None]:
        return lambda: self._actions.change(service, self._rows)

    def show_rows(self, rows: list[PairRow]) -> None:
        """For two and more pairs."""
        self._rows = rows
        self.setVisible(len(rows) > 1)
        self.words.setText(f"{counted(len(rows), 'pair')} selected")
        possible = self._actions.possible(rows)
        for service, each in self.buttons.items():
            fits = service in possible
            each.setVisible(fits or service in ("pause", "complete"))
            each.setEnabled(fits and self._actions.allowed)
            each.setToolTip(READ_ONLY if not self._actions.allowed else "" if fits else "Not all of these pairs can be")


class PairList(QWidget):
    """Emits the pair that is shown in the pane, and the one to open on the whole page."""

    chosen = Signal(object)
    opened = Signal(object)
    new_asked = Signal()

    def __init__(self, actions: PairActions) -> None:
        super().__init__()
        self.setProperty("region", True)
        self.setAccessibleName("Pairs")
        self._actions = actions
        self._listing: Listing | None = None
        self._width_class = columns.USUAL
        self.header = PageHeader("Pairs")
        self.log = self.header.add_action(button("Log contact", icon="plus", on_click=self._log))
        self.new = self.header.add_action(button("New pair", "primary", "plus", self.new_asked.emit))
        actions.lock(self.log, self.new)
        self.bar = FilterBar()
        self.bulk = BulkBar(actions)
        self.table = RowTable(columns.pair_columns(self.width_class), name="Pairs", search_text=columns.search_text)
        self.empty = EmptyState("pairs", "No pair yet")
        self._lay_out()
        self._connect()
        self.table.sort_by("health")

    def _lay_out(self) -> None:
        below = QWidget()
        self._stack = QStackedLayout(below)
        self._stack.addWidget(self.table)
        self._stack.addWidget(self.empty)
        self._inside = QVBoxLayout(self)
        self._inside.setContentsMargins(24, 16, 12, 0)
        self._inside.setSpacing(12)
        for part, share in ((self.header, 0), (self.bar, 0), (self.bulk, 0), (below, 1)):
            self._inside.addWidget(part, share)

    def _connect(self) -> None:
        self.bar.changed.connect(self._on_filter_changed)
        self.bar.search.searched.connect(self.table.set_search)
        self.bar.search.left_downwards.connect(self._go_down)
        self.table.selected.connect(self._on_selected)
        self.table.opened.connect(self.opened)
        self.table.edit_requested.connect(self.opened)
        self.table.menu_requested.connect(self._show_menu)
        self.table.delete_requested.connect(self._remove)
        self.table.shown.connect(self._on_shown)

    # Rows

    def width_class(self) -> str:
        """The class of the window's width."""
        return self._width_class

    def show_listing(self, listing: Listing) -> None:
        """Shows other pairs; filter, selection and scroll stay."""
        another_day = self._listing is None or self._listing.today != listing.today
        self._listing = listing
        self.bar.show_listing(listing)
        self.header.set_facts(facts([pair.row for pair in listing.pairs]))
        if another_day:
            self._filter_rows()
        self.table.set_rows(listing.pairs)
        self.bulk.show_rows(self.selected_rows())

    def _filter_rows(self) -> None:
        if self._listing is not None:
            self.table.set_filter(self.bar.filter().rule(self._listing.today))

    def selected_rows(self) -> list[PairRow]:
        """The selected pairs, from top to bottom."""
        found = (self.table.row_of(pair_id) for pair_id in self.table.selected_ids())
        return [pair.row for pair in found if pair is not None]

    def show_pair(self, pair_id: int) -> bool:
        """Selects a pair, without filters if they hide it; False if it is not in the scope."""
        if self.table.row_of(pair_id) is None:
            self.bar.search.clear()
            known: list[ListedPair] = self.table.rows_model.rows()
            found = next((pair for pair in known if pair.id == pair_id), None)
            if found is None:
                return False
            # A proposed pair is about to be activated: it stays in sight then.
            status = ANY if found.row.status is PairStatus.PROPOSED else found.row.status.value
            self.bar.set_filter(PairFilter(status=status))
        self.table.select([pair_id])
        return True

    def step(self, by: int) -> None:
        """The next or previous pair of the list."""
        shown = self.table.rows_model.shown_rows()
        at = self.table.rows_model.position_of(self.table.current_id())
        if shown:
            self.table.select([shown[max(0, min(at + by, len(shown) - 1))].id])

    def fit(self, size: str) -> None:
        """Columns for the width of the window."""
        if size == self._width_class:
            return
        self.apply_size(size)
        header = self.table.horizontalHeader()
        for key, shown in columns.shown_at(size).items():
            header.setSectionHidden(self.table.rows_model.column_of(key), not shown)

    def apply_size(self, size: str) -> None:
        """Texts for the width; which columns are shown stays."""
        self._width_class = size
        self.bar.set_narrow(size == columns.NARROW)
        if self._listing is not None:
            self.table.set_rows(self._listing.pairs)

    # What happens

    def _on_filter_changed(self, _chosen: PairFilter) -> None:
        self._filter_rows()
        if self._listing is not None:
            self.bar.show_counts(self._listing)
        if not self.table.selected_ids() and self.table.count():
            self.table.select([self.table.rows_model.row_at(0).id])

    def _on_shown(self, number: int) -> None:
        if self._listing is None:
            return
        self.bar.show_count(number)
        show_found(self._stack, self.table, self.empty, bool(number))
        if number:
            return
        if self._listing.pairs:
            self.empty.say_not_found("pair", self.bar.search.text().strip(), self.bar.clear_filters)
        elif self._listing.unmatched:
            self._offer_matching(self._listing.unmatched)
        else:
            sentence = "Two people, who gives and who takes: both. Make the first pair by hand."
            self.empty.say("pairs", "No pair yet", sentence, "New pair", self.new_asked.emit)
            self._actions.lock(self.empty.action)

    def _offer_matching(self, unmatched: Mapping[int, int]) -> None:
        """Nobody makes thirty pairs by hand: the cohort with the most people to match is opened."""
        cohort_id = max(unmatched, key=lambda it: unmatched[it])
        waiting = sum(unmatched.values())
        sentence = "1 person waits to be matched." if waiting == 1 else f"{waiting:,} people wait to be matched."
        go = self._actions.workplace.go
        self.empty.say(
            "pairs", "No pair yet", sentence, "Matching", lambda: go("matching", cohort_id), action_icon="matching"
        )

    def _on_selected(self, ids: list[int]) -> None:
        self.bulk.show_rows(self.selected_rows())
        current = self.table.current_id()
        self.chosen.emit(current if current in ids else ids[0] if ids else None)

    def _go_down(self) -> None:
        self.table.setFocus()
        if self.table.count() and not self.table.selected_ids():
            self.table.select([self.table.rows_model.row_at(0).id])

    def _show_menu(self, _ids: list[int], place: QPoint) -> None:
        rows = self.selected_rows()
        menu = QMenu(self)
        self._actions.fill_menu(menu, rows)
        if len(rows) == 1:
            menu.insertAction(
                menu.actions()[0], menu.addAction(icons.icon("eye"), "Open", lambda: self.opened.emit(rows[0].id))
            )
        menu.addSeparator()
        menu.addAction(icons.icon("copy"), "Copy as a table", self.table.copy)
        menu.popup(place)

    def _remove(self, _ids: list[int]) -> None:
        rows = self.selected_rows()
        if self._actions.allowed and rows and all(row.status is PairStatus.PROPOSED for row in rows):
            self._actions.remove(rows)

    def _log(self) -> None:
        rows = self.selected_rows()
        begun = len(rows) == 1 and rows[0].begun
        self._actions.log_contact(rows[0] if begun else None)


def facts(rows: list[PairRow]) -> str:
    """ "26 active, 9 enduring, 63 finished"; statuses without a pair are left out, and proposals come to nothing."""
    number = Counter(row.status for row in rows if row.begun or row.status is PairStatus.PROPOSED)
    finished = sum(number[status] for status in FINISHED)
    order = (PairStatus.PROPOSED, PairStatus.ACTIVE, PairStatus.PAUSED, PairStatus.ENDURING)
    parts = [f"{number[status]:,} {status.value}" for status in order if number[status]]
    return ", ".join([*parts, f"{finished:,} finished"] if finished else parts)
