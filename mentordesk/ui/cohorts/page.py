"""The Cohorts page: the list at the left, the chosen cohort with its tabs at the right."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

from PySide6.QtCore import QPoint
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QStackedWidget, QVBoxLayout, QWidget

from mentordesk.domain.attention_scores import CLOSING_DAYS
from mentordesk.domain.cohorts import CohortPhase, CohortRow
from mentordesk.domain.scope import Scope
from mentordesk.domain.wording import counted
from mentordesk.ui import first_focus, icons, theme
from mentordesk.ui.cohorts import reading, wording
from mentordesk.ui.cohorts.overview_tab import OverviewTab
from mentordesk.ui.cohorts.pairs_tab import PairsTab
from mentordesk.ui.cohorts.people_tab import PeopleTab
from mentordesk.ui.cohorts.plan_tab import PlanTab
from mentordesk.ui.cohorts.reading import CohortRows, CohortSheet
from mentordesk.ui.cohorts.rules_tab import RulesTab
from mentordesk.ui.page import Page
from mentordesk.ui.widgets.drop_down import DropDown
from mentordesk.ui.widgets.empty_state import EmptyState
from mentordesk.ui.widgets.grouped_list import GroupedList
from mentordesk.ui.widgets.label import button, icon_button, more_button, restyle, row
from mentordesk.ui.widgets.page_header import PageHeader
from mentordesk.ui.widgets.tabs import Tabs
from mentordesk.ui.workplace import Target, Workplace

LIST_FROM = 1040
"""The list stands at the left from this width of the page on; below it is a drop-down."""
TABS = ("overview", "pairs", "people", "plan", "ground_rules")
READ_ONLY = "This desk is open to read only"


class CohortsPage(Page):
    key = "cohorts"
    help_topic = "cohorts"
    depends_on = frozenset(
        {"person", "program", "cohort", "enrollment", "pair", "contact", "exchange", "check_in", "milestone"}
        | {"joint_project", "project_hours", "plan_step", "closing_survey", "survey_benefit", "match_draft", "setting"}
    )

    def __init__(self, workplace: Workplace, parent: QWidget | None = None) -> None:
        super().__init__(workplace, parent)
        self.sheet: CohortSheet | None = None
        self._wanted: int | None = None
        self._rows: dict[int, CohortRow] = {}
        self.list = GroupedList("Cohorts", "Search cohorts")
        self.choice = DropDown([], "Cohort")
        self.new_button = icon_button("plus", "New cohort", self.new, framed=True)
        self.header = PageHeader()
        self.tabs = Tabs("Parts of the cohort")
        self.overview, self.pairs = OverviewTab(workplace), PairsTab(workplace)
        self.people, self.plan, self.rules = PeopleTab(workplace), PlanTab(workplace), RulesTab(workplace)
        self.empty = EmptyState("cohorts", "No cohort yet")
        self._make_header()
        self._lay_out()
        self._connect()

    def _make_header(self) -> None:
        self.enroll = button("Enroll people", "primary", "plus", self.people.enroll)
        self.report = button("Report", icon="reports", on_click=self.export)
        self.more = QMenu()
        self.match = button("Matching", icon="matching", on_click=self.open_matching)
        self.finish = button("", "primary", "check", self.open_last_pairs)
        for each in (self.report, self.match, self.enroll, self.finish):
            self.header.add_action(each)
        self.header.add_action(more_button(self.more))
        self.more.aboutToShow.connect(lambda: self._fill_menu(self.more, self.sheet.row if self.sheet else None))
        if self.workplace.read_only:
            for each in (self.enroll, self.list.new, self.new_button):
                each.setEnabled(False)
                each.setToolTip(READ_ONLY)

    def _lay_out(self) -> None:
        titles = ("Overview", "Pairs", "People", "Milestone plan", "Ground rules")
        for title, tab in zip(titles, (self.overview, self.pairs, self.people, self.plan, self.rules), strict=True):
            self.tabs.add(title, tab)
        inside = QWidget()
        right = QVBoxLayout(inside)
        right.setContentsMargins(24, 16, 24, 16)
        right.setSpacing(10)
        self._chooser = QWidget()
        chooser = row(self.choice, self.new_button, None)
        self._chooser.setLayout(chooser)
        for part in (self._chooser, self.header):
            right.addWidget(part)
        right.addWidget(self.tabs, 1)
        self.stack = QStackedWidget()
        self.stack.addWidget(inside)
        keeps_place = self.stack.sizePolicy()
        keeps_place.setRetainSizeWhenHidden(True)
        self.stack.setSizePolicy(keeps_place)
        self.stack.hide()
        self.stack.addWidget(self.empty)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.list)
        whole.addWidget(self.stack, 1)

    def _connect(self) -> None:
        self.list.chosen.connect(self.show_cohort)
        self.list.new_requested.connect(self.new)
        self.list.menu_requested.connect(self._show_menu)
        self.list.edit_requested.connect(self._edit)
        self.list.remove_requested.connect(self._remove)
        self.choice.chosen.connect(self.show_cohort)
        self.overview.enroll_asked.connect(self.people.enroll)
        self.overview.matching_asked.connect(self.open_matching)

    # Reading and showing

    def query(self) -> Callable[[Any], CohortRows]:
        scope, wanted = self.workplace.scope, self._wanted
        return lambda session: reading.read(session, scope, wanted)

    def show_rows(self, rows: CohortRows) -> None:
        self.sheet = rows.sheet
        self._rows = {row.id: row for row in rows.cohorts}
        groups = wording.groups(rows.cohorts, self.workplace.today())
        self.list.set_groups(groups)
        self.choice.set_choices([(entry.id, entry.title) for group in groups for entry in group.entries])
        self._fit()
        self.stack.show()
        if rows.sheet is None:
            self._show_empty(rows)
            return
        self.stack.setCurrentIndex(0)
        self._wanted = rows.sheet.row.id
        self.list.select(self._wanted)
        self.choice.choose(self._wanted)
        self._show_sheet(rows.sheet)
        if not self.loaded:
            first_focus.settle(self, self.choice if self.list.isHidden() else self.list.items.get(self._wanted))

    def _show_sheet(self, sheet: CohortSheet) -> None:
        self.header.set_title(sheet.row.name)
        self.header.set_facts(wording.facts(sheet.row, self.workplace.today()))
        for tab in (self.overview, self.pairs, self.people, self.plan, self.rules):
            tab.show_sheet(sheet)
        self._show_matching(sheet)
        self._show_finish(sheet)
        self.tabs.rename(1, f"Pairs {len(sheet.pairs):,}" if sheet.pairs else "Pairs")
        self.tabs.rename(2, f"People {sheet.row.people:,}" if sheet.row.people else "People")

    def _show_matching(self, sheet: CohortSheet) -> None:
        """Of a cohort whose people are there, in preparation or without any pair, matching is the way on."""
        words, tip = wording.matching(sheet)
        self.match.setText(words)
        self.match.setToolTip(tip)
        early = sheet.row.phase is CohortPhase.PREPARATION or not sheet.pairs
        first = early and wording.can_match(sheet)
        for each, icon, kind in (
            (self.match, "matching", "primary" if first else "secondary"),
            (self.enroll, "plus", "secondary" if first else "primary"),
        ):
            if each.property("kind") != kind:
                each.setProperty("kind", kind)
                icons.show_on(each, icon, "on_accent" if kind == "primary" else "text", 16)
                restyle(each)

    def _show_finish(self, sheet: CohortSheet) -> None:
        """In the last two weeks, and after the last day, the pairs that are still active are what is left to do; nobody
        new is enrolled or matched."""
        closes = sheet.row.ends_on - self.workplace.today() <= timedelta(days=CLOSING_DAYS)
        over = closes and bool(sheet.row.active)
        self.finish.setText(f"Finish {counted(sheet.row.active, 'pair')}")
        self.finish.setVisible(over)
        self.enroll.setVisible(not over)
        self.match.setVisible(not over and sheet.row.phase is not CohortPhase.FINISHED)

    def _show_empty(self, rows: CohortRows) -> None:
        self.stack.setCurrentIndex(1)
        where = " in this program" if self.workplace.scope != Scope() else ""
        if self.workplace.read_only:
            self.empty.say("cohorts", f"No cohort{where}")
        elif not rows.programs:
            words = "A cohort is one intake of a program. Make the program first: its template brings plan and rules."
            self.empty.say("programs", "No program yet", words, "New program", self._new_program)
        else:
            words = "A cohort is one intake of a program: people who start together, with pairs and a milestone plan."
            self.empty.say("cohorts", f"No cohort{where} yet", words, "New cohort", self.new)

    def show_cohort(self, cohort_id: int) -> None:
        """Show another cohort."""
        self._wanted = cohort_id
        self.reload()

    def open(self, target: Target) -> None:
        """A Target may name the cohort and the tab: overview, pairs, people, plan, ground_rules."""
        if target.tab in TABS:
            self.tabs.setCurrentIndex(TABS.index(target.tab))
        wanted = target.id if target.id is not None else target.filters.get("cohort_id")
        if wanted is not None:
            self.show_cohort(wanted)

    def context(self) -> dict[str, int | None]:
        return {"cohort_id": self._wanted}

    # Actions

    def new(self) -> None:
        """Ctrl+N: a new cohort, of the program in scope if there is one."""
        self.workplace.command("new_cohort", program_id=self.workplace.scope.program_id)

    def _new_program(self) -> None:
        self.workplace.command("new_program")

    def export(self) -> None:
        """Ctrl+E and Report: the Reports page about this cohort."""
        if self.sheet is not None:
            self.workplace.go("reports", scope=Scope(cohort_id=self.sheet.row.id))

    def open_last_pairs(self) -> None:
        """The cohort's active pairs in Pairs, where several are completed or go on as enduring at once."""
        if self.sheet is not None:
            self.workplace.go("pairs", cohort_id=self.sheet.row.id, status="active", select_all=True)

    def open_matching(self) -> None:
        """The Matching page with this cohort."""
        if self.sheet is not None:
            self.workplace.go("matching", id=self.sheet.row.id)

    def _edit(self, cohort_id: int) -> None:
        self.workplace.command("new_cohort", cohort_id=cohort_id)

    def _remove(self, cohort_id: int) -> None:
        from mentordesk.services.programs import cohorts

        row = self._rows.get(cohort_id)
        if row is not None and not self.workplace.read_only:
            self.workplace.do(cohorts.remove, cohort_id, said=f"{row.name} removed")

    def _show_menu(self, cohort_id: int, place: QPoint) -> None:
        menu = QMenu(self)
        self._fill_menu(menu, self._rows.get(cohort_id))
        menu.popup(place)

    def _fill_menu(self, menu: QMenu, row: CohortRow | None) -> None:
        menu.clear()
        if row is None:
            return
        menu.addAction(icons.icon("edit"), "Edit cohort…", lambda: self._edit(row.id))
        menu.addAction(icons.icon("pairs"), "New pair…", lambda: self.workplace.command("new_pair", cohort_id=row.id))
        menu.addAction(
            icons.icon("user-plus"), "Enroll people…", lambda: self.workplace.command("enroll_people", cohort_id=row.id)
        )
        menu.addAction(
            icons.icon("clipboard-list"),
            "Collect answers…",
            lambda: self.workplace.command("collect_answers", cohort_id=row.id),
        )
        changing = menu.actions()
        menu.addSeparator()
        if row.phase is not CohortPhase.FINISHED:
            menu.addAction(icons.icon("matching"), "Matching", lambda: self.workplace.go("matching", id=row.id))
        program = row.program.replace("&", "&&")
        menu.addAction(
            icons.icon("programs"), f"Open {program} in Programs", lambda: self.workplace.go("programs", row.program_id)
        )
        menu.addSeparator()
        changing.append(menu.addAction(icons.icon("remove"), "Remove cohort", lambda: self._remove(row.id)))
        for action in changing:
            action.setEnabled(not self.workplace.read_only)

    def focus_search(self) -> None:
        """Ctrl+F: the search of the tab with a table, else that of the list."""
        tab = self.tabs.currentWidget()
        search = tab.search if isinstance(tab, PairsTab | PeopleTab) and tab.search.isVisible() else self.list.search
        search.setFocus()
        search.selectAll()

    # What is remembered

    def state(self) -> dict[str, Any]:
        return {
            "cohort": self._wanted,
            "tab": self.tabs.currentIndex(),
            "order": self.overview.order.choice(),
            "pairs": self.pairs.table.save(),
            "people": self.people.table.save(),
        }

    def restore_state(self, state: dict[str, Any]) -> None:
        self._wanted = state.get("cohort")
        self.tabs.setCurrentIndex(int(state.get("tab", 0)))
        self.overview.order.choose(state.get("order"))
        self.pairs.table.restore(state.get("pairs", {}))
        self.people.table.restore(state.get("people", {}))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        wide = self.width() >= theme.current().wide(LIST_FROM)
        self.list.setVisible(wide)
        self._chooser.setVisible(not wide)
        self.overview.show_beside(wide)
