"""The People page: the directory at the left, the card of the chosen person at the right."""

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QWidget

from mentordesk.ui import first_focus, theme
from mentordesk.ui.page import Page
from mentordesk.ui.people.card_pane import CardPane
from mentordesk.ui.people.directory import PeopleDirectory
from mentordesk.ui.people.people_filter import PeopleFilter, from_target
from mentordesk.ui.people.person_actions import PersonActions
from mentordesk.ui.people.reading import CardSheet, Directory, read_card, read_directory
from mentordesk.ui.workplace import Target, Workplace

NARROW_UNDER = 1180
_LIST, _LEAST_LIST, _LEAST_CARD = 426, 330, 480
_BOTH_FROM = 900
"""The list and a card stand beside each other from this width of the page on, at 10 pt: large type takes it away."""


class PeoplePage(Page):
    """In the small window either the directory or a card."""

    key = "people"
    help_topic = "people"
    depends_on = frozenset(
        {"person", "person_tag", "custom_field", "custom_value", "career_milestone", "enrollment", "cohort", "program"}
        | {"pair", "introduction"}
    )

    def __init__(self, workplace: Workplace, parent: QWidget | None = None) -> None:
        super().__init__(workplace, parent)
        self._person_id: int | None = None
        self._narrow = False
        self._card_shown = False
        self.actions_on_people = PersonActions(workplace, self)
        self.directory = PeopleDirectory(self.actions_on_people)
        self.card = CardPane(workplace, self.actions_on_people)
        self.directory.setMinimumWidth(theme.current().wide(_LEAST_LIST))
        self.card.setMinimumWidth(_LEAST_CARD)
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.addWidget(self.directory)
        self.splitter.addWidget(self.card)
        self.splitter.setStretchFactor(0, 0)
        self.splitter.setStretchFactor(1, 1)
        self.splitter.setSizes([theme.current().wide(_LIST), 3 * _LIST])
        inside = QHBoxLayout(self)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.addWidget(self.splitter)
        self._connect()
        self._fit()

    def _connect(self) -> None:
        self.directory.chosen.connect(self._on_chosen)
        self.directory.opened.connect(self._on_opened)
        self.card.person_opened.connect(self.show_person)
        self.card.head.back_asked.connect(self.show_directory)
        self.workplace.went.connect(self._on_went)
        within = Qt.ShortcutContext.WidgetWithChildrenShortcut
        QShortcut(QKeySequence(Qt.Key.Key_Escape), self.card, self.show_directory, context=within)

    # Reading

    def query(self) -> Callable[[Any], Directory]:
        scope = self.workplace.scope
        return lambda session: read_directory(session, scope)

    def show_rows(self, rows: Directory) -> None:
        """Shows the people; the chosen one stays, at first it is the first one."""
        self.directory.show_directory(rows)
        if self._person_id is None:
            self.directory.select_first()
        elif not self.directory.table.selected_ids():
            self.directory.table.select([self._person_id])
        self._read_card()
        if not self.loaded:
            first_focus.settle(self, self.directory.table)

    def _on_chosen(self, person_id: int | None) -> None:
        """An empty list keeps the card: who is typing has not chosen anybody else."""
        if person_id is not None and person_id != self._person_id:
            self._person_id = person_id
            self._read_card()

    def _read_card(self) -> None:
        if self._person_id is None:
            self.card.show_sheet(None)
            return
        self.workplace.read(self, read_card, self._person_id, then=self._show_card, slot="card")

    def _show_card(self, sheet: CardSheet | None) -> None:
        self.card.show_sheet(sheet)
        if sheet is None:
            self._person_id = None
            self.directory.select_first()

    # Going places

    def open(self, target: Target) -> None:
        """A person by id; filters: search, can_mentor, wants_mentor, external, status, department."""
        self.when_loaded(partial(self._open, target))

    def _open(self, target: Target) -> None:
        if target.filters:
            self.directory.bar.set_filter(from_target(target.filters))
            self.directory.bar.search.setText(str(target.filters.get("search", "")))
            if target.id is None:
                self.show_directory()
                self.directory.table.clearSelection()
                self.directory.select_first()
        if target.id is not None:
            self.show_person(target.id)

    def _on_went(self, target: Target) -> None:
        """The rail's People leads back to the directory."""
        if target.page == self.key and target.id is None and self._narrow:
            self.show_directory()

    def show_person(self, person_id: int) -> None:
        """The card of a person, also of one outside the scope or hidden by the filters."""
        self.directory.show_person(person_id)
        self._person_id = person_id
        self._read_card()
        self._show_side(card=True)

    def _on_opened(self, person_id: int) -> None:
        """Double click or Enter: the card in the small window, else the dialog with everything."""
        if self._narrow:
            self.show_person(person_id)
            self.card.head.back.setFocus()
        elif self.actions_on_people.allowed:
            self.actions_on_people.edit(person_id)

    def show_directory(self) -> None:
        """Back from the card, in the small window."""
        if self._narrow and self._card_shown:
            self._show_side(card=False)
            self.directory.table.setFocus()

    def new(self) -> None:
        self.actions_on_people.new()

    def context(self) -> dict[str, int | None]:
        return {"person_id": self._person_id}

    def focus_search(self) -> None:
        self._show_side(card=False)
        self.directory.bar.search.setFocus()
        self.directory.bar.search.selectAll()

    # Size and memory

    def _show_side(self, *, card: bool) -> None:
        self._card_shown = card
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = self.window().width() < NARROW_UNDER or self.width() < theme.current().wide(_BOTH_FROM)
        if narrow != self._narrow:
            self._narrow = narrow
            self._fit()

    def _fit(self) -> None:
        self.directory.setVisible(not (self._narrow and self._card_shown))
        self.card.setVisible(not self._narrow or self._card_shown)
        self.card.head.back.setVisible(self._narrow)
        self.directory.set_alone(self._narrow)

    def state(self) -> dict[str, Any]:
        chosen = self.directory.bar.filter()
        return {
            "person": self._person_id,
            "filter": {"status": chosen.status, "department": chosen.department, "quick": sorted(chosen.quick)},
            "splitter": self._sizes(),
        }

    def _sizes(self) -> list[int]:
        return [] if self._narrow else self.splitter.sizes()

    def restore_state(self, state: dict[str, Any]) -> None:
        person = state.get("person")
        self._person_id = person if isinstance(person, int) else None
        chosen = state.get("filter", {})
        quick = frozenset(chosen.get("quick", []))
        default = PeopleFilter()
        status, department = chosen.get("status", default.status), chosen.get("department", default.department)
        self.directory.bar.set_filter(PeopleFilter(status, department, quick))
        if state.get("splitter"):
            self.splitter.setSizes(state["splitter"])
