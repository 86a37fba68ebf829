"""The cohort at a glance: figures, pairs by milestones, contacts, check-ins. Everything opens the rows behind it."""

from typing import Any

from PySide6.QtCore import QPoint, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QMenu, QVBoxLayout, QWidget

from mentordesk.domain.cohorts import CohortPhase
from mentordesk.domain.contacts import CHANNEL_GROUPS
from mentordesk.domain.dates import month_name
from mentordesk.domain.milestones import Ending, MilestoneRow
from mentordesk.ui import icons, theme
from mentordesk.ui.cohorts import heat, wording
from mentordesk.ui.cohorts.benefits_card import BenefitsCard
from mentordesk.ui.cohorts.check_in_card import CheckInCard
from mentordesk.ui.cohorts.contacts_dialog import ContactsDialog
from mentordesk.ui.cohorts.reading import CohortSheet
from mentordesk.ui.milestone_dialog import MilestoneDialog
from mentordesk.ui.widgets.drop_down import DropDown
from mentordesk.ui.widgets.empty_state import EmptyState
from mentordesk.ui.widgets.heat_map import HeatLegend, HeatMap
from mentordesk.ui.widgets.label import button, card, label, row
from mentordesk.ui.widgets.page_body import PageBody
from mentordesk.ui.widgets.stacked_bars import StackedBars, Stacks
from mentordesk.ui.widgets.stat_strip import StatStrip
from mentordesk.ui.workplace import Workplace

_LEAST_ROWS, _MOST_ROWS = 7, 16
"""Pairs the heat map shows at once where the charts stand below it: the page scrolls then, not the map."""


class OverviewTab(PageBody):
    """Shows a CohortSheet; asks for the Pairs page or a tab by going there."""

    enroll_asked = Signal()
    matching_asked = Signal()

    def __init__(self, workplace: Workplace, parent: QWidget | None = None) -> None:
        super().__init__(margin=0, gap=12, parent=parent)
        self._workplace = workplace
        self._sheet: CohortSheet | None = None
        self._milestones: dict[tuple[int, object], MilestoneRow] = {}
        self._beside = True
        self.strip = StatStrip("Figures of the cohort", narrow=True)
        self.order = DropDown(heat.ORDERS, "Order of the pairs")
        self.map = HeatMap()
        self.empty = EmptyState("milestone", "No milestones yet")
        self.bars = StackedBars("Contacts per month")
        self.no_contact = label("No contact before this month", "caption", "text2")
        self.check_in = CheckInCard(workplace)
        self.benefits = BenefitsCard(workplace)
        self._cards = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        self.column.setContentsMargins(0, 12, 0, 0)
        self._cards.setSpacing(12)
        self._heat_card = self._make_heat_card()
        self._contact_card = card()
        inside = QVBoxLayout(self._contact_card)
        inside.setContentsMargins(16, 12, 16, 12)
        inside.addWidget(label("Contacts per month", "section"))
        inside.addWidget(self.no_contact)
        inside.addWidget(self.bars, 1)
        inside.addStretch()
        self._charts = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._charts.setSpacing(12)
        self._charts.addWidget(self._contact_card, 1)
        self._charts.addWidget(self.check_in, 1)
        self._cards.addWidget(self._heat_card, 7)
        self._cards.addLayout(self._charts, 3)
        self.column.addWidget(self.strip)
        self.column.addLayout(self._cards, 1)
        self.column.addWidget(self.benefits)

    def _make_heat_card(self) -> QFrame:
        made = card()
        made.setProperty("region", True)
        inside = QVBoxLayout(made)
        inside.setContentsMargins(1, 12, 1, 1)
        inside.setSpacing(8)
        show = button("Open Milestones", on_click=self._open_milestones, small=True)
        head = row(label("Pairs and milestones", "section"), None, self.order, show)
        head.setContentsMargins(15, 0, 15, 0)
        self.legend = foot = QFrame()
        foot.setProperty("footer", True)
        row_of_legend = QVBoxLayout(foot)
        row_of_legend.setContentsMargins(15, 6, 15, 6)
        row_of_legend.addWidget(HeatLegend())
        self._map_place = QVBoxLayout()
        self._map_place.setContentsMargins(10, 0, 10, 0)
        self._map_place.addWidget(self.map)
        self._map_place.addWidget(self.empty)
        inside.addLayout(head)
        inside.addLayout(self._map_place, 1)
        inside.addWidget(foot)
        return made

    def _connect(self) -> None:
        self.strip.opened.connect(self._open_figure)
        self.order.chosen.connect(lambda _key: self._show_map())
        self.check_in.low_asked.connect(lambda: self._open_figure("check_in"))
        self.map.cell_activated.connect(self._open_cell)
        self.map.menu_requested.connect(self._show_menu)
        self.map.pair_opened.connect(lambda pair_id: self._workplace.go("pairs", pair_id, tab="milestones"))
        self.map.step_opened.connect(self._open_step)
        self.bars.segment_opened.connect(self._open_segment)

    # Showing

    def show_sheet(self, sheet: CohortSheet) -> None:
        """Shows another cohort, or the same one newly read."""
        self._sheet = sheet
        self.strip.set_stats(wording.stats(sheet.figures, sheet.row, sheet.pairs))
        self._milestones = {(it.pair_id, heat.key_of(it)): it for it in sheet.milestones}
        self._show_map()
        self._show_bars(sheet)
        self.check_in.show_answers(sheet.check_in, sheet.row.format)
        self.benefits.show_named(sheet.named)

    def _show_map(self) -> None:
        if self._sheet is None:
            return
        sheet = self._sheet
        rows = heat.rows(sheet.pairs, sheet.milestones, self.order.choice())
        self.map.set_plan(heat.columns(sheet.plan, sheet.milestones, sheet.row), rows)
        for part in (self.map, self.legend):
            part.setVisible(bool(rows))
        self._fit_map()
        self.empty.setVisible(not rows)
        if not rows:
            self._say_empty(sheet)

    def _say_empty(self, sheet: CohortSheet) -> None:
        proposed = sum(1 for pair in sheet.pairs if pair.row.status.value == "proposed")
        if sheet.row.phase is CohortPhase.FINISHED:
            self.empty.say("milestone", "No pair of this cohort had milestones")
        elif proposed:
            words = "Milestones are laid out from the plan when a pair is activated: see the tab Pairs."
            self.empty.say("pairs", f"{proposed} proposed, none active yet", words)
        elif self._workplace.read_only:
            self.empty.say("pairs", "No pair yet")
        else:
            self._say_first_step(sheet)

    def _say_first_step(self, sheet: CohortSheet) -> None:
        """Matching, once people are there to be matched; else who is missing comes first."""
        if wording.can_match(sheet):
            go, words = wording.matching(sheet)[0], f"{sheet.row.people} people are enrolled."
            self.empty.say("pairs", "No pair yet", words, go, self.matching_asked.emit, action_icon="matching")
        else:
            words = "Enroll mentors and mentees, then make pairs of them."
            self.empty.say("pairs", "No pair yet", words, "Enroll people", self.enroll_asked.emit)

    def _show_bars(self, sheet: CohortSheet) -> None:
        months = list(dict.fromkeys(found.month for found in sheet.months))
        counts = {(found.month, found.group): found.count for found in sheet.months}
        values = [[counts[month, group] for group in CHANNEL_GROUPS] for month in months]
        target = sheet.figures.active_pairs * 30 / sheet.row.rhythm_days if sheet.figures.active_pairs else None
        names = [month_name(month.month)[:3] for month in months]
        self.bars.set_stacks(Stacks(names, CHANNEL_GROUPS, values, target))
        self.bars.setVisible(any(map(any, values)))
        self.no_contact.setVisible(not any(map(any, values)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.strip.show_notes(self.window().height() >= 760)

    def show_beside(self, beside: bool) -> None:
        """The charts stand beside the heat map, or below it in a small window."""
        sides = QBoxLayout.Direction
        self._cards.setDirection(sides.LeftToRight if beside else sides.TopToBottom)
        self._charts.setDirection(sides.TopToBottom if beside else sides.LeftToRight)
        self.bars.setMinimumHeight(150 if beside else 220)
        self._beside = beside
        self._fit_map()

    def _fit_map(self) -> None:
        rows = min(max(self.map.model().rowCount(), _LEAST_ROWS), _MOST_ROWS) + 3
        self.map.setMinimumHeight(0 if self._beside else (theme.current().row("heat") + 2) * rows)

    # Opening

    def _open_figure(self, key: str) -> None:
        if self._sheet is not None:
            page, filters = wording.opens(key, self._sheet.figures)
            self._workplace.go(page, cohort_id=self._sheet.row.id, **filters)

    def _open_milestones(self) -> None:
        if self._sheet is not None:
            self._workplace.go("milestones", cohort_id=self._sheet.row.id)

    def _open_step(self, key: object) -> None:
        if self._sheet is not None:
            step: dict[str, Any] = {"step_id": key} if isinstance(key, int) else {}
            self._workplace.go("milestones", cohort_id=self._sheet.row.id, **step)

    def _open_segment(self, month: int, group: int) -> None:
        if self._sheet is not None:
            months = list(dict.fromkeys(found.month for found in self._sheet.months))
            shown = months[month], CHANNEL_GROUPS[group]
            ContactsDialog(self._workplace, self, self._sheet.row.id, *shown).open()

    def _open_cell(self, pair_id: int, key: object, ending: Ending | None = None) -> None:
        milestone = self._milestones.get((pair_id, key))
        if milestone is None:
            return
        if self._workplace.read_only:
            self._workplace.go("pairs", pair_id, tab="milestones")
        else:
            MilestoneDialog(self._workplace, self, milestone, ending).open()

    def _show_menu(self, pair_id: int, key: object, place: QPoint) -> None:
        milestone = self._milestones[pair_id, key]
        menu = QMenu(self)
        menu.addAction(icons.icon("edit"), "Open…", lambda: self._open_cell(pair_id, key))
        if milestone.done_on is None:
            menu.addAction(icons.icon("check"), "Mark done today", lambda: self._mark_done(milestone))
        if milestone.done_on is None and milestone.skipped_on is None:
            menu.addAction(
                icons.icon("ban"), "Skip by agreement…", lambda: self._open_cell(pair_id, key, Ending.SKIPPED)
            )
        else:
            menu.addAction(icons.icon("undo"), "Reopen", lambda: self._reopen(milestone))
        for action in menu.actions():
            action.setEnabled(not self._workplace.read_only)
        menu.addSeparator()
        menu.addAction(
            icons.icon("pairs"), "Show the pair", lambda: self._workplace.go("pairs", pair_id, tab="milestones")
        )
        menu.popup(place)

    def _mark_done(self, milestone: MilestoneRow) -> None:
        from mentordesk.services.pairs import milestones

        said = f"{milestone.title} done"
        self._workplace.do(milestones.mark_done, [milestone.id], self._workplace.today(), said=said)

    def _reopen(self, milestone: MilestoneRow) -> None:
        from mentordesk.services.pairs import milestones

        self._workplace.do(milestones.reopen, [milestone.id], said=f"{milestone.title} is open again")
