"""Give & take of a pair: record an exchange, and the statement of its account with the balance after each row."""

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QStackedLayout, QVBoxLayout, QWidget

from mentordesk.domain import statement as statements
from mentordesk.domain.balance import window_words
from mentordesk.domain.contacts import POINTS, ExchangeKind
from mentordesk.domain.statement import Statement
from mentordesk.ui import icons
from mentordesk.ui.pairs.account_cards import AccountCards
from mentordesk.ui.pairs.gift_fields import KINDS
from mentordesk.ui.pairs.pair_actions import PairActions
from mentordesk.ui.pairs.period_choice import ALL, OWN, PeriodChoice
from mentordesk.ui.pairs.reading import PairSheet
from mentordesk.ui.pairs.record_line import RecordLine
from mentordesk.ui.pairs.records import Records
from mentordesk.ui.pairs.statement_export import export
from mentordesk.ui.pairs.statement_table import StatementTable
from mentordesk.ui.widgets.drop_down import DropDown
from mentordesk.ui.widgets.elided_label import ElidedLabel
from mentordesk.ui.widgets.empty_state import EmptyState
from mentordesk.ui.widgets.kept_place import show_found
from mentordesk.ui.widgets.label import button, card, icon_button, label, row
from mentordesk.ui.workplace import Workplace

_NOTHING = ("exchange", "No entries yet", "Record what one of the two gave the other.")


def points_words(sheet: PairSheet) -> str:
    """What the points mean, and when a pair is in balance by the rules of its program."""
    rules = sheet.detail.thresholds
    points = ", ".join(f"{points} {words}" for points, words in POINTS.items())
    even = "twice" if rules.balance_even_ratio == 2 else f"{rules.balance_even_ratio:g} times"
    months = window_words(rules.balance_window_months).removeprefix("the last ")
    return f"{points}. In balance: neither side gave more than {even} as much in {months}."


class GiveTakeTab(QWidget):
    """A row opens the contact it was given at, or itself; F2 edits it in the line above, Del removes it. Emits the
    tab that has the rows behind a figure."""

    tab_asked = Signal(str)

    def __init__(self, workplace: Workplace, actions: PairActions, records: Records, wide: bool) -> None:
        super().__init__()
        self._workplace, self._actions, self._records, self._wide = workplace, actions, records, wide
        self._sheet: PairSheet | None = None
        self.period = PeriodChoice(workplace.today)
        self.kinds = DropDown([(None, "All kinds"), *KINDS], "Kinds", snug=True)
        self.period.changed.connect(self._show_statement)
        self.kinds.chosen.connect(self._show_statement)
        title = "Export the statement to Excel"
        self.export = (
            button("Export", icon="export", on_click=self._export, tip=title)
            if wide
            else icon_button("export", title, self._export, framed=True)
        )
        self.export.setAccessibleName(title)
        self.record = RecordLine(workplace, actions, wide)
        self.record.finished.connect(self._on_changed)
        self.table = StatementTable(wide)
        self.table.opened.connect(self._open)
        self.table.edit_requested.connect(self._edit)
        self.table.delete_requested.connect(self._remove)
        self.table.menu_requested.connect(self._show_menu)
        self.empty = EmptyState(*_NOTHING)
        self.rules = ElidedLabel("", "caption", "text2")
        self.cards = AccountCards(workplace, actions)
        self.cards.kinds.opened.connect(self._on_kind_opened)
        self.cards.check_ins_asked.connect(lambda: self.tab_asked.emit("check_ins"))
        self.cards.days_opened.connect(lambda days: self.period.choose(OWN, days))
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
        choices = (self.period, self.kinds, self.export)
        if self._wide:
            head.addLayout(row(label("Account statement", "section"), None, *choices))
        else:
            head.addLayout(row(self.period, self.kinds, None, self.export, gap=7))
        head.addWidget(self.record)
        stack_of = QWidget()
        self._stack = QStackedLayout(stack_of)
        self._stack.addWidget(self.table)
        self._stack.addWidget(self.empty)
        foot = QFrame()
        foot.setProperty("footer", True)
        self._foot_lines = QVBoxLayout(foot)
        self._foot_lines.addWidget(self.rules)
        column = QVBoxLayout()
        column.setContentsMargins(1, 0, 1, 1)
        column.setSpacing(0)
        for part in (self._head, self.table.head, self.table.carried):
            column.addWidget(part)
        column.addWidget(stack_of, 1)
        for part in (self.table.totals, foot):
            column.addWidget(part)
        self.set_narrow(False)
        return column

    def set_narrow(self, narrow: bool) -> None:
        """The small window has narrower margins."""
        margin = 12 if self._wide else 16 if narrow else 24
        self._head_lines.setContentsMargins(margin, 12, margin, 10)
        self._foot_lines.setContentsMargins(margin, 6, margin, 6)
        self.table.set_edge(margin)
        self.export.setText("Export" if self._wide and not narrow else "")
        self.cards.set_narrow(narrow)

    def show_sheet(self, sheet: PairSheet) -> None:
        """Shows another pair."""
        self._sheet = sheet
        self.period.set_usual([entry.on for entry in sheet.exchanges])
        self.rules.setText(points_words(sheet))
        self.record.show_sheet(sheet)
        self._show_statement()

    def chosen_kinds(self) -> tuple[ExchangeKind, ...]:
        """The kinds that the rows are of; none chosen means all."""
        kind = self.kinds.choice()
        return () if kind is None else (kind,)

    def statement(self) -> Statement | None:
        """What is shown."""
        if self._sheet is None:
            return None
        pair = self._sheet.row
        return statements.make(pair.left, pair.right, self._sheet.exchanges, self.period.period(), self.chosen_kinds())

    def _show_statement(self, _choice: object = None) -> None:
        sheet, it = self._sheet, self.statement()
        if sheet is None or it is None:
            return
        self.table.show_statement(it, sheet.left, sheet.right, sheet.today)
        show_found(self._stack, self.table, self.empty, bool(it.rows))
        self.table.head.setVisible(bool(it.rows))
        if sheet.exchanges and not it.rows:
            self.empty.say_not_found("entry", "", self._show_all)
        else:
            self.empty.say(*_NOTHING)
        self.table.totals.setVisible(bool(it.rows))
        self.export.setEnabled(bool(sheet.exchanges))
        if self._wide:
            self.cards.show_sheet(sheet, it)

    def _show_all(self) -> None:
        self.kinds.choose(None)
        self.period.choose(ALL)

    def _on_kind_opened(self, key: str) -> None:
        """A bar shows the rows behind it; the one that is shown already shows all again."""
        kind = ExchangeKind(key)
        self.kinds.choose(None if self.kinds.choice() is kind else kind)
        self._show_statement()

    def _open(self, exchange_id: int) -> None:
        contact_id = self.table.row_of(exchange_id).exchange.contact_id
        if contact_id is not None and self._actions.allowed:
            self._records.edit_contact(contact_id)
        else:
            self._edit(exchange_id)

    def _edit(self, exchange_id: int) -> None:
        if self._actions.allowed:
            self.record.change(self.table.row_of(exchange_id).exchange)
        else:
            self._workplace.say("This desk is open to read only: nothing in it can be changed here.")

    def _on_changed(self, exchange_id: int) -> None:
        """The focus goes back to the row."""
        self.table.select([exchange_id])
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _remove(self, ids: list[int]) -> None:
        for exchange_id in ids:
            self._records.remove(f"exchange:{exchange_id}")

    def _export(self) -> None:
        if self._sheet is not None:
            export(self, self._workplace, self._sheet, self.period.period(), self.chosen_kinds())

    def _show_menu(self, ids: list[int], place: QPoint) -> None:
        menu = QMenu(self)
        contact_id = self.table.row_of(ids[0]).exchange.contact_id
        if contact_id is not None:
            menu.addAction(icons.icon("contact"), "Open the contact…", lambda: self._open(ids[0]))
        menu.addAction(icons.icon("edit"), "Edit", lambda: self._edit(ids[0]))
        menu.addAction(icons.icon("remove"), "Remove", lambda: self._remove(ids))
        self._actions.lock_entries(menu)
        menu.popup(place)
