"""The card with the table of pairs: search, round, pinned pairs alone, and what a swap that has begun waits for."""

from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QStackedWidget, QVBoxLayout, QWidget

from mentordesk.ui.matching.proposal_rows import ProposalRow
from mentordesk.ui.matching.proposal_table import ProposalTable
from mentordesk.ui.widgets.chips import FilterChip
from mentordesk.ui.widgets.drop_down import DropDown
from mentordesk.ui.widgets.elided_label import ElidedLabel
from mentordesk.ui.widgets.empty_state import EmptyState
from mentordesk.ui.widgets.kept_place import show_found
from mentordesk.ui.widgets.label import button, icon_label, row
from mentordesk.ui.widgets.search_field import SearchField

SEARCH_FROM = 16
"""From so many pairs on the search stands over the list; before, Ctrl+F shows it."""


class ProposalCard(QFrame):
    """The table of peers has other headings: each kind is made when it is first shown."""

    selected = Signal(object)
    """The ProposalRow with the focus; None without one."""
    why_asked = Signal(object)
    menu_asked = Signal(object, object)
    round_chosen = Signal(object)
    pin_asked = Signal(object, bool)
    forbid_asked = Signal(object)
    swap_asked = Signal(object, object)
    place_asked = Signal(object, int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("card", True)
        self.setProperty("region", True)
        self.setAccessibleName("Proposed pairs")
        self.search = SearchField("Search these pairs")
        self.round = DropDown([], "Round")
        self.pinned = FilterChip("pinned", "Pinned")
        self.tables: dict[bool, ProposalTable] = {}
        self.table = self._made(False)
        self.empty = EmptyState("search", "")
        self._stack = QStackedWidget()
        self._stack.addWidget(self.table)
        self._stack.addWidget(self.empty)
        self._asked_for_search = False
        self._rows: list[ProposalRow] = []
        self._notes: tuple[str, ...] = ()
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        self.bar = QWidget()
        line = row(self.round, self.search, self.pinned, gap=8)
        line.setContentsMargins(8, 8, 8, 8)
        self.bar.setLayout(line)
        self.hint = QFrame()
        self.hint.setAccessibleName("Swap")
        self._hint_words = ElidedLabel("", "body", "text2")
        leave = button("Leave", "link", on_click=lambda: self.table.stop_swapping())
        waits = row(icon_label("arrow-up-down", "accent", 16), self._hint_words, leave, gap=7)
        waits.setContentsMargins(12, 6, 12, 6)
        self.hint.setLayout(waits)
        self.slot = QVBoxLayout()
        self.notes = QFrame()
        self.notes.setAccessibleName("What to know of these pairs")
        self._notes_words = ElidedLabel("", "caption", "text2")
        known = row(icon_label("info", "text2", 14), self._notes_words, gap=7)
        known.setContentsMargins(12, 5, 12, 6)
        known.setStretch(1, 1)
        self.notes.setLayout(known)
        self.notes.hide()
        inside = QVBoxLayout(self)
        inside.setContentsMargins(1, 1, 1, 1)
        inside.setSpacing(0)
        for part in (self.bar, self.hint):
            inside.addWidget(part)
            part.hide()
        inside.addLayout(self.slot)
        inside.addWidget(self._stack, 1)
        inside.addWidget(self.notes)

    def _connect(self) -> None:
        self.search.searched.connect(self._on_searched)
        self.search.left_downwards.connect(lambda: self.table.setFocus(Qt.FocusReason.TabFocusReason))
        self.round.chosen.connect(self.round_chosen)
        self.pinned.toggled.connect(lambda _on: self._filter())

    def _made(self, peers: bool) -> ProposalTable:
        if peers not in self.tables:
            table = self.tables[peers] = ProposalTable(peers=peers)
            table.selected.connect(lambda _ids: self.selected.emit(table.row() if _ids else None))
            table.opened.connect(lambda _id: self.why_asked.emit(table.row()))
            table.menu_requested.connect(lambda _ids, place: self.menu_asked.emit(table.row(), place))
            table.pin_asked.connect(self.pin_asked)
            table.forbid_asked.connect(self.forbid_asked)
            table.swap_asked.connect(self.swap_asked)
            table.place_asked.connect(self.place_asked)
            table.swapping_changed.connect(self._show_hint)
        return self.tables[peers]

    # Showing

    def show_rows(self, rows: list[ProposalRow], *, peers: bool, circles: bool, rounds: int, number: int) -> None:
        """Other rows; what is selected stays with its mentee."""
        self._take(peers)
        self._rows = rows
        self.table.show_circles(circles)
        self.round.set_choices([(each, f"Round {each}") for each in range(1, rounds + 1)])
        self.round.choose(number)
        self.round.setVisible(rounds > 1)
        self.pinned.set_count(sum(pair.pinned for pair in rows))
        self.table.set_rows(rows)
        self._fit_bar()
        self._show_found()

    def show_notes(self, notes: tuple[str, ...]) -> None:
        """What to know before trusting the pairs: in a line below them, in full where there are none."""
        self._notes = notes
        self._notes_words.setText(" ".join(notes))
        self.notes.setToolTip("\n".join(notes))
        self._show_found()

    def _take(self, peers: bool) -> None:
        table = self._made(peers)
        if table is not self.table:
            self.table.set_rows([])
            self.table = table
            self._stack.insertWidget(0, table)
            table.set_search(self.search.text())
        if self._stack.currentWidget() is not self.empty:
            self._stack.setCurrentWidget(table)

    def _fit_bar(self) -> None:
        filtered = bool(self.search.text()) or self.pinned.isChecked()
        many = len(self._rows) >= SEARCH_FROM or not self.round.isHidden()
        self.bar.setVisible(many or filtered or self._asked_for_search)
        self.pinned.setVisible(self.pinned.isChecked() or any(pair.pinned for pair in self._rows))

    def _show_hint(self, waiting: ProposalRow | None) -> None:
        self.hint.setVisible(waiting is not None)
        if waiting is not None:
            self._hint_words.setText(
                f"Swap {waiting.names} with which pair? Click it, or choose with arrows and Enter. Esc leaves"
            )

    # Search and filter

    def focus_search(self) -> None:
        """Ctrl+F."""
        self._asked_for_search = True
        self._fit_bar()
        self.search.setFocus()
        self.search.selectAll()

    def show_pinned(self, on: bool = True) -> None:
        """The pinned pairs alone."""
        self.pinned.setChecked(on)
        self._filter()

    def clear_filters(self) -> None:
        """All pairs."""
        self.search.clear()
        self.pinned.setChecked(False)
        self._on_searched("")
        self._filter()

    def begin(self) -> None:
        """Another cohort: all pairs, none of them chosen."""
        self._asked_for_search = False
        self.clear_filters()
        self.table.selectionModel().clear()
        self.table.scrollToTop()

    def _on_searched(self, text: str) -> None:
        self.table.set_search(text)
        self._show_found()

    def _filter(self) -> None:
        self.table.set_filter((lambda pair: pair.pinned) if self.pinned.isChecked() else None)
        self._fit_bar()
        self._show_found()

    def _show_found(self) -> None:
        found = self.table.count() > 0
        show_found(self._stack, self.table, self.empty, found)
        self.notes.setVisible(bool(self._notes and self._rows))
        if found:
            return
        if self._rows:
            self.empty.say_not_found("pair", self.search.text(), self.clear_filters)
        else:
            usual = "See why at the people below: a rule, a must, or mentors without a place."
            self.empty.say("matching", "No pair is possible with these rules", " ".join((usual, *self._notes)))

    # Going to rows

    def show_person(self, person: int) -> bool:
        """Selects the row of a person, filters cleared where they hide it; False where there is none."""
        found = next((pair for pair in self._rows if person == pair.mentee), None)
        found = found or next((pair for pair in self._rows if person == pair.mentor), None)
        if found is None:
            return False
        if self.table.row_of(found.id) is None:
            self.clear_filters()
        self.table.select([found.id])
        return True

    def choose(self, person: int | None) -> None:
        """Nothing is chosen: the pair of this person, whom it was about before; else the first."""
        if (person is None or not self.show_person(person)) and self.table.count():
            self.table.select([self.table.rows_model.row_at(0).id])

    def rows(self) -> list[ProposalRow]:
        """All pairs of the round that is shown."""
        return self._rows

    def forbid_changes(self, why_not: str) -> None:
        """Nothing can be changed, and why; empty allows it."""
        for table in self.tables.values():
            table.forbid_changes(why_not)

    def state(self) -> dict[str, Any]:
        return {str(peers): table.save() for peers, table in self.tables.items()}

    def restore_state(self, state: dict[str, Any]) -> None:
        for peers in (False, True):
            if str(peers) in state:
                self._made(peers).restore(state[str(peers)])
