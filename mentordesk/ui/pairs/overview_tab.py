"""The Overview of a pair: the quick log above a timeline of everything that happened."""

from dataclasses import replace

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QStackedLayout, QVBoxLayout, QWidget

from mentordesk.domain.standing import PairStatus
from mentordesk.ui import icons
from mentordesk.ui.pairs.pair_actions import PairActions
from mentordesk.ui.pairs.pair_facts import PairFacts
from mentordesk.ui.pairs.quick_log import QuickLog
from mentordesk.ui.pairs.reading import PairSheet
from mentordesk.ui.pairs.records import EDITABLE, Records, items_of
from mentordesk.ui.widgets.empty_state import EmptyState
from mentordesk.ui.widgets.kept_place import show_found
from mentordesk.ui.widgets.label import line
from mentordesk.ui.widgets.timeline import Timeline
from mentordesk.ui.widgets.timeline_filter import TimelineFilter
from mentordesk.ui.widgets.timeline_items import TimelineItem
from mentordesk.ui.workplace import Workplace


class OverviewTab(QWidget):
    """Double click or Enter opens what happened; contacts and exchanges can be edited and removed in place. On the
    full page the facts about the two stand beside it; they ask for the tab behind them."""

    tab_asked = Signal(str)

    def __init__(self, workplace: Workplace, actions: PairActions, records: Records, wide: bool = False) -> None:
        super().__init__()
        self._actions, self._records = actions, records
        self._sheet: PairSheet | None = None
        self.quick = QuickLog(workplace, actions)
        self.timeline = Timeline("Everything that happened")
        self.timeline.read_only = not actions.allowed
        self.timeline.opened.connect(self._open)
        self.timeline.edit_requested.connect(self._open)
        self.timeline.delete_requested.connect(records.remove)
        self.timeline.menu_requested.connect(self._show_menu)
        self.filter = TimelineFilter(self.timeline)
        self.empty = EmptyState("contact", "")
        below = QWidget()
        self._stack = QStackedLayout(below)
        self._stack.addWidget(self.timeline)
        self._stack.addWidget(self.empty)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        self._inside = QVBoxLayout()
        self._inside.setContentsMargins(24, 12, 24, 0)
        self._inside.setSpacing(8)
        whole.addLayout(self._inside, 3)
        self.facts = PairFacts(workplace, actions) if wide else None
        if self.facts is not None:
            self.facts.tab_asked.connect(self.tab_asked)
            whole.addWidget(line(vertical=True))
            whole.addWidget(self.facts, 2)
        self._inside.addWidget(self.quick)
        self._inside.addWidget(self.filter)
        self._inside.addWidget(below, 1)

    def set_narrow(self, narrow: bool) -> None:
        self.quick.set_narrow(narrow)
        margin = 16 if narrow else 24
        self._inside.setContentsMargins(margin, 12, margin, 0)
        if self.facts is not None:
            self.facts.set_margins(margin, 12, 12)

    def show_sheet(self, sheet: PairSheet) -> None:
        """Shows another pair."""
        another = self._sheet is None or self._sheet.row.id != sheet.row.id
        self._sheet = sheet
        self.quick.show_sheet(sheet)
        if self.facts is not None:
            self.facts.show_sheet(sheet)
        self.filter.show_items([_item(item) for item in items_of(sheet.timeline, sheet.today)], another)
        nothing = not sheet.contacts and not sheet.exchanges and not sheet.timeline
        show_found(self._stack, self.timeline, self.empty, not nothing)
        if nothing:
            self._say_nothing_yet(sheet)

    def _say_nothing_yet(self, sheet: PairSheet) -> None:
        if sheet.row.status is PairStatus.PROPOSED:
            say = "Their milestones are laid out from the plan once the pair is active."
            act = "Activate the pair", lambda: self._actions.change("activate", [sheet.row])
            self.empty.say("pairs", "Proposed, not started yet", say, *act, action_icon="play")
        else:
            say = "Log the first meeting, call or text of this pair."
            self.empty.say(
                "contact", "No contact yet", say, "Log contact", lambda: self._actions.log_contact(sheet.row)
            )
        self._actions.lock(self.empty.action)

    def _open(self, item_id: str) -> None:
        if self._sheet is not None:
            self._records.open(item_id, self._sheet)

    def _show_menu(self, item_id: str, place: QPoint) -> None:
        menu = QMenu(self)
        editable = item_id.split(":")[0] in EDITABLE
        menu.addAction(icons.icon("edit"), "Edit…" if editable else "Open", lambda: self._open(item_id))
        if editable:
            menu.addAction(icons.icon("remove"), "Remove", lambda: self._records.remove(item_id))
            self._actions.lock_entries(menu)
        menu.popup(place)


def _item(item: TimelineItem) -> TimelineItem:
    """Only contacts and exchanges are edited here; the rest has its own place."""
    return replace(item, editable=item.id.split(":")[0] in EDITABLE)
