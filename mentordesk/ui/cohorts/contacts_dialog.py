"""The contacts behind a part of a bar: of one month and one group of channels. Enter shows the pair."""

from datetime import date

from PySide6.QtWidgets import QWidget

from mentordesk.domain.contacts import ContactRow
from mentordesk.domain.dates import month_name, short
from mentordesk.domain.wording import counted
from mentordesk.ui import theme
from mentordesk.ui.cohorts.reading import contacts_of_month
from mentordesk.ui.widgets.column import Column
from mentordesk.ui.widgets.dialog import Dialog
from mentordesk.ui.widgets.row_table import RowTable
from mentordesk.ui.workplace import Workplace

COLUMNS: tuple[Column, ...] = (
    Column("on", "Day", lambda row: short(row.on), sort=lambda row: row.on, width=64, kind="secondary"),
    Column("pair", "Pair", lambda row: row.pair, width=200, stretch=True, kind="strong", tip=lambda row: row.pair),
    Column("channel", "How", lambda row: row.channel.word, width=104),
    Column("minutes", "Minutes", lambda row: str(row.minutes or ""), lambda row: row.minutes, "right", 70),
    Column("note", "Note", lambda row: row.note, width=150, kind="secondary", tip=lambda row: row.note),
)


class ContactsDialog(Dialog):
    """A list to look at; double click or Enter goes to the pair's meetings."""

    def __init__(self, workplace: Workplace, parent: QWidget, cohort_id: int, month: date, group: str) -> None:
        found = workplace.desk.read(contacts_of_month, cohort_id, month, group)
        what = counted(len(found), "contact") if found else "No contact"
        title = f"{group} in {month_name(month.month)} {month.year}: {what}"
        super().__init__(title, parent, primary="Show the pair", cancel="Close", width=680)
        self._workplace = workplace
        self._rows: dict[int, ContactRow] = {row.id: row for row in found}
        self.table = RowTable(COLUMNS, name="Contacts", several=False)
        self.table.set_rows(found)
        self.table.setMinimumHeight(theme.current().row("line") * 9)
        self.table.opened.connect(self._show_pair)
        self.body.addWidget(self.table, 1)
        self.primary.setEnabled(bool(found))
        if found:
            self.table.select([found[0].id])

    def commit(self) -> bool:
        """Goes to the pair of the selected contact."""
        self._show_pair(self.table.current_id())
        return True

    def _show_pair(self, contact_id: int | None) -> None:
        row = self._rows.get(contact_id or 0)
        if row is not None:
            self.accept()
            self._workplace.go("pairs", row.pair_id, tab="meetings")
