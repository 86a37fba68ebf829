"""The Pairs page: the list with the pane of the chosen pair, or one pair on the whole page."""

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QStackedWidget, QWidget

from mentordesk.domain.scope import Scope
from mentordesk.ui import theme
from mentordesk.ui.page import Page
from mentordesk.ui.pairs import columns
from mentordesk.ui.pairs.full_page import PairFullPage
from mentordesk.ui.pairs.pair_actions import PairActions
from mentordesk.ui.pairs.pair_filter import PairFilter, from_target
from mentordesk.ui.pairs.pair_list import PairList
from mentordesk.ui.pairs.pair_pane import LOW_UNDER, PairPane
from mentordesk.ui.pairs.pair_tabs import PairTabs
from mentordesk.ui.pairs.reading import Listing, PairSheet, read_listing, read_pair
from mentordesk.ui.workplace import Target, Workplace

NARROW_UNDER, WIDE_FROM = 1180, 1680
_LEAST_LIST, _LEAST_PANE = 360, 380
_WHOLE_LIST, _NARROWED_PANE = 690, 414
"""In the usual window the pane gives way down to so much, until the list has room for names of usual length."""
_PANES = {columns.NARROW: 404, columns.USUAL: 534, columns.WIDE: 640}
_TABLES = (
    *("pair", "person", "person_tag", "cohort", "program", "contact", "exchange", "check_in", "milestone"),
    *("goal", "joint_project", "project_hours", "planned_meeting", "career_milestone", "enrollment"),
    *("closing_survey", "survey_benefit", "survey_answer"),
    *("check_in_answer", "question", "story", "story_answer", "pair_answer"),
)


class PairsPage(Page):
    """Reads all pairs of the scope, and everything about the one that is chosen."""

    key = "pairs"
    depends_on = frozenset(_TABLES)

    def __init__(self, workplace: Workplace, parent: QWidget | None = None) -> None:
        super().__init__(workplace, parent)
        self._pair_id: int | None = None
        self._known: tuple[Scope, frozenset[int]] | None = None
        self._size = ""
        self._panes: dict[str, int] = dict(_PANES)
        self.actions_on_pairs = PairActions(workplace, self)
        self.list = PairList(self.actions_on_pairs)
        self.pane = PairPane(workplace, self.actions_on_pairs, self)
        self.full = PairFullPage(workplace, self.actions_on_pairs, self)
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        self.splitter.setChildrenCollapsible(False)
        self.list.setMinimumWidth(_LEAST_LIST)
        self.pane.setMinimumWidth(_LEAST_PANE)
        self.splitter.addWidget(self.list)
        self.splitter.addWidget(self.pane)
        self.splitter.setStretchFactor(0, 1)
        self.splitter.setStretchFactor(1, 0)
        self.stack = QStackedWidget()
        self.stack.addWidget(self.splitter)
        self.stack.addWidget(self.full)
        inside = QHBoxLayout(self)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.addWidget(self.stack)
        self._connect()

    def _connect(self) -> None:
        self.list.chosen.connect(self._on_chosen)
        self.list.opened.connect(self._on_opened)
        self.list.new_asked.connect(self.new)
        head = self.pane.head
        head.stepped.connect(self.list.step)
        head.full_page_asked.connect(self.show_full)
        head.person_opened.connect(lambda person_id: self.workplace.go("people", id=person_id))
        self.full.closed.connect(self.show_list)
        self.splitter.splitterMoved.connect(self._on_splitter_moved)
        self.workplace.went.connect(self._on_went)
        for keys, act in (
            ("Alt+Up", partial(self.list.step, -1)),
            ("Alt+Down", partial(self.list.step, 1)),
        ):
            QShortcut(QKeySequence(keys), self, act, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
        within_full = Qt.ShortcutContext.WidgetWithChildrenShortcut
        QShortcut(QKeySequence(Qt.Key.Key_Escape), self.full, self.show_list, context=within_full)
        for keys, by in (("Ctrl+Tab", 1), ("Ctrl+Shift+Tab", -1)):
            QShortcut(QKeySequence(keys), self, partial(self._step_tab, by), context=within_full)

    # Reading

    def query(self) -> Callable[[Any], Listing]:
        scope = self.workplace.scope
        return lambda session: read_listing(session, scope)

    def show_rows(self, rows: Listing) -> None:
        """Shows the pairs; the chosen one stays, at first it is the one that needs a hand most. A new one is chosen."""
        self.list.show_listing(rows)
        new = self._new_among(rows)
        if new is not None and self.isVisible():
            self.list.show_pair(new)
        if not self.list.table.selected_ids() and self.list.table.count():
            self.list.table.select([self.list.table.rows_model.row_at(0).id])
        self._read_pair()

    def _new_among(self, rows: Listing) -> int | None:
        """The only pair that was not there before: made by hand, or brought back. Filters must not hide it."""
        before, scope = self._known, self.workplace.scope
        self._known = scope, frozenset(pair.id for pair in rows.pairs)
        new = self._known[1] - before[1] if before is not None and before[0] == scope else frozenset()
        return next(iter(new)) if len(new) == 1 else None

    def _on_chosen(self, pair_id: int | None) -> None:
        if pair_id != self._pair_id:
            self._pair_id = pair_id
            self._read_pair()

    def _read_pair(self) -> None:
        if self._pair_id is None:
            self.pane.show_sheet(None)
            self.show_list()
            return
        pair_id = self._pair_id
        self.workplace.read(self, _read_if_there, pair_id, then=self._show_sheet, slot="pair")

    def _show_sheet(self, sheet: PairSheet | None) -> None:
        if self.stack.currentWidget() is self.full and sheet is not None:
            self.full.show_sheet(sheet)
            self.pane.sheet = sheet
        else:
            self.pane.show_sheet(sheet)

    # Going places

    def context(self) -> dict[str, int | None]:
        return {"pair_id": self._pair_id}

    def open(self, target: Target) -> None:
        """A pair by its id, a tab, filters: health, status, format, cohort_id, unbalanced, no_contact, ends_soon.

        `select_all`: the pairs are to be changed together.
        """
        self.when_loaded(partial(self._open, target))

    def _open(self, target: Target) -> None:
        if target.filters:
            self.list.bar.search.clear()
            self.list.bar.set_filter(from_target(target.filters))
        if target.id is not None:
            if not self.list.show_pair(target.id):
                self.workplace.say("This pair is not in the program chosen at the left.")
        elif target.filters and self.list.table.count():
            every = self.list.table.rows_model.shown_rows()
            self.list.table.select([row.id for row in (every if target.filters.get("select_all") else every[:1])])
        self._tabs().show_tab(target.tab)

    def _on_went(self, target: Target) -> None:
        """The rail's Pairs leads back to the list."""
        if target.page == self.key and target.id is None:
            self.show_list()

    def _tabs(self) -> PairTabs:
        return self.full.tabs if self.stack.currentWidget() is self.full else self.pane.tabs

    def _step_tab(self, by: int) -> None:
        tabs = self._tabs()
        tabs.setCurrentIndex((tabs.currentIndex() + by) % tabs.count())

    def _on_opened(self, pair_id: int) -> None:
        self.list.table.select([pair_id])
        self._on_chosen(pair_id)
        self.show_full()

    def show_full(self) -> None:
        """The chosen pair on the whole page, with the same tab."""
        if self._pair_id is None:
            return
        self.full.tabs.show_tab(self.pane.tabs.tab())
        self.stack.setCurrentWidget(self.full)
        self._read_pair()
        self.full.tabs.tabBar().setFocus()

    def show_list(self) -> None:
        """Back to the list, with the same tab in the pane."""
        if self.stack.currentWidget() is not self.full:
            return
        self.pane.tabs.show_tab(self.full.tabs.tab())
        self.stack.setCurrentWidget(self.splitter)
        self._read_pair()
        self.list.table.setFocus()

    def first_part(self) -> QWidget | None:
        """The list, and not a table in the pane."""
        if self.stack.currentWidget() is self.full:
            return self.full.tabs.tabBar()
        return self.list.table if self.list.table.isVisible() else None

    def new(self) -> None:
        """A new pair, in the cohort chosen at the left."""
        self.workplace.command("new_pair", cohort_id=self.workplace.scope.cohort_id)

    def focus_search(self) -> None:
        self.show_list()
        self.list.bar.search.setFocus()
        self.list.bar.search.selectAll()

    # Size and memory

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.window() is self:
            return  # not in its window yet
        width, height = self.window().width(), self.window().height()
        size = columns.NARROW if width < NARROW_UNDER else columns.WIDE if width >= WIDE_FROM else columns.USUAL
        self.list.fit(size)
        narrow = size == columns.NARROW
        self.pane.fit(narrow, height < LOW_UNDER)
        self.full.fit(narrow)
        self._size = size
        QTimer.singleShot(0, self._lay_panes)  # once the splitter has its new width

    def _lay_panes(self) -> None:
        pane = self._panes.get(self._size, _PANES[columns.USUAL])
        if self._size == columns.USUAL and pane == _PANES[columns.USUAL]:
            pane = max(_NARROWED_PANE, min(pane, self.width() - theme.current().wide(_WHOLE_LIST)))
        self.splitter.setSizes([max(self.width() - pane, 300), pane])

    def _on_splitter_moved(self, _at: int, _index: int) -> None:
        self._panes[self._size] = self.splitter.sizes()[1]

    def state(self) -> dict[str, Any]:
        chosen = self.list.bar.filter()
        return {
            "table": self.list.table.save(),
            "size": self._size,
            "panes": self._panes,
            "filter": {"status": chosen.status, "format": chosen.format, "cohort_id": chosen.cohort_id},
            "quick": sorted(chosen.quick),
            "tab": self.pane.tabs.tab(),
            "desk": str(self.workplace.desk.path),
        }

    def restore_state(self, state: dict[str, Any]) -> None:
        if not state:
            return
        self.list.table.restore(state.get("table", {}))
        if state.get("size"):
            self.list.apply_size(state["size"])
        self._panes.update(state.get("panes", {}))
        chosen = dict(state.get("filter", {}))
        if state.get("desk") != str(self.workplace.desk.path):
            chosen["cohort_id"] = None  # another desk gives its cohorts the same numbers
        self.list.bar.set_filter(PairFilter(**chosen, quick=frozenset(state.get("quick", []))))
        self.pane.tabs.show_tab(state.get("tab", ""))


def _read_if_there(session: Any, pair_id: int) -> PairSheet | None:
    """The pair, None where it has been removed meanwhile: the list is about to say so."""
    from mentordesk.domain.errors import NotFoundError

    try:
        return read_pair(session, pair_id)
    except NotFoundError:
        return None
