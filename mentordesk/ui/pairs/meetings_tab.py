"""Meetings of a pair: contacts per month against the rhythm, the next meeting, the list of all contacts."""

from datetime import date
from itertools import groupby

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QHBoxLayout, QMenu, QStackedLayout, QVBoxLayout, QWidget

from mentordesk.domain import dates
from mentordesk.domain.cadence import contacts_per_month
from mentordesk.domain.contacts import CHANNEL_GROUPS, ContactMonthRow
from mentordesk.domain.programs import rhythm_word
from mentordesk.domain.standing import PairStatus
from mentordesk.domain.timeline import of_contact
from mentordesk.domain.wording import counted
from mentordesk.ui import icons
from mentordesk.ui.pairs.meeting_card import MeetingCard
from mentordesk.ui.pairs.pair_actions import PairActions
from mentordesk.ui.pairs.reading import PairSheet
from mentordesk.ui.pairs.records import Records, items_of
from mentordesk.ui.widgets.empty_state import EmptyState
from mentordesk.ui.widgets.kept_place import show_found
from mentordesk.ui.widgets.label import button, column, label, row
from mentordesk.ui.widgets.stacked_bars import StackedBars, Stacks
from mentordesk.ui.widgets.timeline import Timeline
from mentordesk.ui.workplace import Workplace

_CHART_HEIGHT = 168


def stacks_of(months: list[ContactMonthRow], target: float | None) -> Stacks:
    """The chart of contacts per month, by group of channels; groups that never occur are left out."""
    used = _used(months)
    by_month = [(month, {row.group: row.count for row in rows}) for month, rows in groupby(months, _month)]
    return Stacks(
        months=[dates.month_name(month.month)[:3] for month, _ in by_month],
        groups=used,
        values=[[counts.get(group, 0) for group in used] for _, counts in by_month],
        target=target,
    )


def _used(months: list[ContactMonthRow]) -> list[str]:
    return [group for group in CHANNEL_GROUPS if any(row.group == group and row.count for row in months)]


def _month(row: ContactMonthRow) -> date:
    return row.month


def rhythm_sentence(sheet: PairSheet) -> str:
    """ "Rhythm: monthly. Kept in 9 of 9 months"; an enduring pair has none to keep, unless it is its own."""
    if sheet.row.status is PairStatus.ENDURING and sheet.detail.own_rhythm_days is None:
        return "Without a rhythm: the two go on by themselves"
    kept = sheet.detail.months_kept
    own = " (their own)" if sheet.detail.own_rhythm_days is not None else ""
    after = f". Kept in {kept.kept} of {counted(kept.months, 'month')}" if kept and kept.months else ""
    return f"Rhythm: {rhythm_word(sheet.row.rhythm_days)}{own}{after}"


class MeetingsTab(QWidget):
    """Enter or F2 on a contact edits it, Del removes it."""

    def __init__(
        self, workplace: Workplace, actions: PairActions, records: Records, parent: QWidget, wide: bool = False
    ) -> None:
        super().__init__()
        self._actions, self._records = actions, records
        self._sheet: PairSheet | None = None
        self.count, self.rhythm = label("", "section"), label("", "caption", "text2", wrap=True)
        self.log = button("Log contact", "primary", "plus", self._log)
        self.chart = StackedBars("Contacts per month")
        self.chart.setFixedHeight(_CHART_HEIGHT)
        self.chart.segment_opened.connect(self._show_behind)
        self.next = MeetingCard(workplace, actions, parent)
        self.list = Timeline("Contacts")
        self.list.read_only = not actions.allowed
        self.list.opened.connect(self._open)
        self.list.edit_requested.connect(self._open)
        self.list.delete_requested.connect(records.remove)
        self.list.menu_requested.connect(self._show_menu)
        self.empty = EmptyState("contact", "No contact yet", "Log the first meeting, call or text of this pair.")
        self._lay_out(wide)

    def _lay_out(self, wide: bool) -> None:
        """One below the other; on the full page the list stands beside chart and next meeting."""
        below = QWidget()
        self._stack = QStackedLayout(below)
        self._stack.addWidget(self.list)
        self._stack.addWidget(self.empty)
        self._inside = QVBoxLayout(self)
        self._inside.setSpacing(8)
        self._inside.addLayout(row(self.count, None, self.log))
        parts = (self.rhythm, self.chart, self.next)
        self.log.setVisible(not wide)  # the head of the whole page has it
        if wide:
            both = QHBoxLayout()
            both.setSpacing(32)
            both.addLayout(column(*parts, None, gap=10), 1)
            both.addWidget(below, 1)
            self._inside.addLayout(both, 1)
        else:
            for part, share in zip((*parts, below), (0, 0, 0, 1), strict=True):
                self._inside.addWidget(part, share)
        self.set_narrow(False)

    def set_narrow(self, narrow: bool) -> None:
        """The small window has narrower margins."""
        margin = 16 if narrow else 24
        self._inside.setContentsMargins(margin, 14, margin, 0)

    def show_sheet(self, sheet: PairSheet) -> None:
        """Shows another pair."""
        self._sheet = sheet
        self.count.setText(counted(len(sheet.contacts), "contact"))
        self.rhythm.setText(rhythm_sentence(sheet))
        target = contacts_per_month(sheet.row.rhythm_days) if sheet.row.status is PairStatus.ACTIVE else None
        self.chart.set_stacks(stacks_of(sheet.months, target))
        self.chart.setVisible(bool(sheet.contacts))
        self.list.set_items(items_of(map(of_contact, sheet.contacts), sheet.today))
        show_found(self._stack, self.list, self.empty, bool(sheet.contacts))
        begun = sheet.row.begun
        self.log.setEnabled(begun)
        self.log.setToolTip("" if begun else "Activate the pair first")
        self._actions.lock(self.log)
        self.next.show_sheet(sheet)

    def _show_behind(self, month: int, group: int) -> None:
        """Goes to the contacts of a part of the chart: the newest of that month and those channels."""
        if self._sheet is None:
            return
        months = list(dict.fromkeys(it.month for it in self._sheet.months))
        shown = months[month], _used(self._sheet.months)[group]
        for contact in self._sheet.contacts:
            if (contact.on.replace(day=1), contact.channel.group) == shown:
                self.list.select(f"contact:{contact.id}")
                self.list.setFocus(Qt.FocusReason.OtherFocusReason)
                return

    def _log(self) -> None:
        if self._sheet is not None:
            self._actions.log_contact(self._sheet.row)

    def _open(self, item_id: str) -> None:
        if self._sheet is not None:
            self._records.open(item_id, self._sheet)

    def _show_menu(self, item_id: str, place: QPoint) -> None:
        menu = QMenu(self)
        menu.addAction(icons.icon("edit"), "Edit…", lambda: self._open(item_id))
        menu.addAction(icons.icon("remove"), "Remove", lambda: self._records.remove(item_id))
        self._actions.lock_entries(menu)
        menu.popup(place)
