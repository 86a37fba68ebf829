"""Give & take of a pair: record an exchange, and the statement of its account with the balance after each row."""

from datetime import date

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QStackedLayout, QVBoxLayout, QWidget

from mentordesk.domain import statement as statements
from mentordesk.domain.contacts import POINTS
from mentordesk.domain.dates import add_months
from mentordesk.domain.people import first_name
from mentordesk.domain.scope import ALWAYS, Period
from mentordesk.domain.statement import Statement
from mentordesk.ui import icons
from mentordesk.ui.pairs.account_cards import AccountCards
from mentordesk.ui.pairs.gift_fields import KINDS
from mentordesk.ui.pairs.pair_actions import PairActions
from mentordesk.ui.pairs.reading import PairSheet
from mentordesk.ui.pairs.record_line import RecordLine
from mentordesk.ui.pairs.records import Records
from mentordesk.ui.pairs.statement_table import StatementTable
from mentordesk.ui.widgets.drop_down import DropDown
from mentordesk.ui.widgets.elided_label import ElidedLabel
from mentordesk.ui.widgets.empty_state import EmptyState
from mentordesk.ui.widgets.label import card, label, row
from mentordesk.ui.workplace import Workplace

_PERIODS = [("all", "All time"), ("year", "This year"), ("6", "Last 6 months"), ("12", "Last 12 months")]
POINTS_WORDS = ", ".join(f"{points} {words}" for points, words in POINTS.items()) + "."


def period_of(choice: str, today: date) -> Period:
    """The days a choice of the drop-down means."""
    if choice == "all":
        return ALWAYS
    first = today.replace(month=1, day=1) if choice == "year" else add_months(today, -int(choice))
    return Period(first, today)


class GiveTakeTab(QWidget):
    """A row opens the contact it was given at, or itself; F2 edits, Del removes."""

    def __init__(self, workplace: Workplace, actions: PairActions, records: Records, wide: bool) -> None:
        super().__init__()
        self._actions, self._records, self._wide = actions, records, wide
        self._sheet: PairSheet | None = None
        self.period = DropDown(list(_PERIODS), "Period")
        self.kinds = DropDown([(None, "All kinds"), *KINDS], "Kinds")
        self.period.chosen.connect(self._show_statement)
        self.kinds.chosen.connect(self._show_statement)
        self.record = RecordLine(workplace, actions, wide)
        self.table = StatementTable(wide)
        self.table.opened.connect(self._open)
        self.table.edit_requested.connect(self._edit)
        self.table.delete_requested.connect(self._remove)
        self.table.menu_requested.connect(self._show_menu)
        self.carried, self.totals = ElidedLabel("", "caption", "text2"), ElidedLabel("", "strong")
        self.closing = label("", "strong")
        self.carried_words = label("", "caption", "text2")
        self.empty = EmptyState("exchange", "No entries yet", "Record what one of the two gave the other.")
        self.cards = AccountCards()
        self._lay_out()

    def _lay_out(self) -> None:
        statement = self._statement()
        whole = QHBoxLayout(self)
        whole.setSpacing(16)
        if self._wide:
            whole.setContentsMargins(0, 16, 0, 0)
            frame = card()
            frame.setLayout(statement)
            whole.addWidget(frame, 5)
            whole.addWidget(self.cards, 2)
        else:
            whole.setContentsMargins(0, 0, 0, 0)
            whole.addLayout(statement, 1)

    def _statement(self) -> QVBoxLayout:
        self._head = QWidget()
        self._head_lines = head = QVBoxLayout(self._head)
        head.setSpacing(8)
        self.set_narrow(False)
        title = (label("Account statement", "section"), None) if self._wide else ()
        head.addLayout(row(*title, self.period, self.kinds, *(() if self._wide else (None,))))
        head.addWidget(self.record)
        self._carried_line = _strip(self.carried, self.carried_words)
        self._totals_line = _strip(self.totals, self.closing)
        stack_of = QWidget()
        self._stack = QStackedLayout(stack_of)
        self._stack.addWidget(self.table)
        self._stack.addWidget(self.empty)
        foot = QFrame()
        foot.setProperty("footer", True)
        inside = QVBoxLayout(foot)
        inside.setContentsMargins(12, 6, 12, 6)
        inside.addWidget(ElidedLabel(POINTS_WORDS, "caption", "text2"))
        column = QVBoxLayout()
        column.setContentsMargins(1, 0, 1, 1)
        column.setSpacing(0)
        for part, share in (
            (self._head, 0),
            (self.table.head, 0),
            (self._carried_line, 0),
            (stack_of, 1),
            (self._totals_line, 0),
            (foot, 0),
        ):
            column.addWidget(part, share)
        return column

    def set_narrow(self, narrow: bool) -> None:
        """The small window has narrower margins."""
        margin = 12 if self._wide else 16 if narrow else 24
        self._head_lines.setContentsMargins(margin, 12, margin, 10)

    def show_sheet(self, sheet: PairSheet) -> None:
        """Shows another pair."""
        self._sheet = sheet
        self.record.show_sheet(sheet)
        self._show_statement()

    def statement(self) -> Statement | None:
        """What is shown."""
        if self._sheet is None:
            return None
        pair, kind = self._sheet.row, self.kinds.choice()
        period = period_of(self.period.choice(), self._sheet.today)
        return statements.make(pair.left, pair.right, self._sheet.exchanges, period, () if kind is None else (kind,))

    def _show_statement(self, _choice: object = None) -> None:
        sheet, it = self._sheet, self.statement()
        if sheet is None or it is None:
            return
        self.table.show_statement(it, sheet.left, sheet.right)
        self._stack.setCurrentWidget(self.table if it.rows else self.empty)
        if sheet.exchanges and not it.rows:
            self.empty.say_not_found("entry", "", self._show_all)
        else:
            self.empty.say("exchange", "No entries yet", "Record what one of the two gave the other.")
        self._carried_line.setVisible(it.period.first is not None)
        self.carried.setText(f"Carried forward: {it.carried.left} to {it.carried.right}")
        self.carried_words.setText(it.words(it.carried))
        left, right = first_name(it.left), first_name(it.right)
        self._totals_line.setVisible(bool(it.rows))
        self.totals.setText(f"{left} gave {it.totals.left}, {right} gave {it.totals.right}")
        self.closing.setText(it.words(it.closing))
        if self._wide:
            self.cards.show_sheet(sheet, it)

    def _show_all(self) -> None:
        self.period.choose("all")
        self.kinds.choose(None)
        self._show_statement()

    def _open(self, exchange_id: int) -> None:
        contact_id = self.table.row_of(exchange_id).exchange.contact_id
        if contact_id is not None and self._actions.allowed:
            self._records.edit_contact(contact_id)
        else:
            self._edit(exchange_id)

    def _edit(self, exchange_id: int) -> None:
        if self._sheet is not None:
            self._records.open(f"exchange:{exchange_id}", self._sheet)

    def _remove(self, ids: list[int]) -> None:
        for exchange_id in ids:
            self._records.remove(f"exchange:{exchange_id}")

    def _show_menu(self, ids: list[int], place: QPoint) -> None:
        menu = QMenu(self)
        menu.addAction(icons.icon("edit"), "Edit…", lambda: self._edit(ids[0]))
        menu.addAction(icons.icon("remove"), "Remove", lambda: self._remove(ids))
        self._actions.lock_entries(menu)
        menu.popup(place)


def _strip(left: QWidget, right: QWidget) -> QFrame:
    frame = QFrame()
    frame.setProperty("footer", True)
    inside = QHBoxLayout(frame)
    inside.setContentsMargins(12, 5, 12, 5)
    inside.addWidget(left, 1)
    inside.addWidget(right)
    return frame
