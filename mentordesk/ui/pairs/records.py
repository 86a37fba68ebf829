"""What a line of a pair's history opens: the dialog of a contact, an exchange or a milestone, or a person."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from PySide6.QtWidgets import QWidget

from mentordesk.domain import dates
from mentordesk.domain.milestones import MilestoneRow
from mentordesk.domain.timeline import TimelineRow
from mentordesk.ui.pairs.contact_dialog import log_contact
from mentordesk.ui.pairs.exchange_dialog import record_exchange
from mentordesk.ui.pairs.reading import PairSheet
from mentordesk.ui.widgets.timeline_items import TimelineItem, of_rows
from mentordesk.ui.workplace import Workplace

DAY = dates.Precision.DAY
EDITABLE = frozenset({"contact", "exchange"})


def items_of(rows: Iterable[TimelineRow], today: date) -> list[TimelineItem]:
    """The items of a timeline, days of this year without the year: the months above them say it."""
    return [
        replace(item, on_text=dates.short(item.on, today)) if item.on_text == dates.known(item.on, DAY) else item
        for item in of_rows(rows)
    ]


class Records:
    """Opens and removes what is on record of pairs. An item's id is its kind and number, "contact:12"."""

    def __init__(self, workplace: Workplace, parent: QWidget) -> None:
        self._workplace = workplace
        self._parent = parent

    def open(self, item_id: str, sheet: PairSheet) -> None:
        """Show the thing: on a desk open to read only just people."""
        kind, _, number = item_id.partition(":")
        record_id = int(number)
        if kind == "career":
            person = next((turn.person_id for turn in sheet.detail.career if turn.id == record_id), None)
            self._workplace.go("people", id=person)
        elif self._workplace.read_only:
            self._workplace.say("This desk is open to read only: nothing in it can be changed here.")
        elif kind == "contact":
            self.edit_contact(record_id)
        elif kind == "exchange":
            self.edit_exchange(record_id)
        elif kind == "check_in":
            self.edit_check_in(sheet, record_id)
        elif kind == "milestone":
            self.edit_milestone(next(row for row in sheet.milestones if row.id == record_id))

    def edit_contact(self, contact_id: int) -> None:
        log_contact(self._workplace, self._parent, contact_id=contact_id)

    def edit_exchange(self, exchange_id: int) -> None:
        record_exchange(self._workplace, self._parent, exchange_id=exchange_id)

    def edit_check_in(self, sheet: PairSheet, check_in_id: int) -> None:
        from mentordesk.ui.pairs.check_in_dialog import CheckInChangeDialog

        CheckInChangeDialog(self._workplace, self._parent, sheet, check_in_id).open()

    def edit_milestone(self, row: MilestoneRow) -> None:
        from mentordesk.ui.milestone_dialog import MilestoneDialog

        MilestoneDialog(self._workplace, self._parent, row).open()

    def remove(self, item_id: str) -> None:
        """Take a contact (with what was given at it) or an exchange off the desk."""
        kind, _, number = item_id.partition(":")
        if self._workplace.read_only or kind not in EDITABLE:
            return
        if kind == "contact":
            from mentordesk.services.pairs import contacts

            self._workplace.do(contacts.remove, [int(number)], said="Contact removed")
        else:
            from mentordesk.services.pairs import exchanges

            self._workplace.do(exchanges.remove, [int(number)], said="Exchange removed")
