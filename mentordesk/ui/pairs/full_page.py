"""One pair on the whole page: path, both names, the balance of all time, and the same tabs with more room."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from mentordesk.ui.pairs.open_row import OpenRow
from mentordesk.ui.pairs.pair_actions import PairActions
from mentordesk.ui.pairs.pair_head import bar_of
from mentordesk.ui.pairs.pair_tabs import PairTabs
from mentordesk.ui.pairs.reading import PairSheet
from mentordesk.ui.widgets.avatar import Avatar
from mentordesk.ui.widgets.chips import Chip
from mentordesk.ui.widgets.give_take_bar import GiveTakeBar
from mentordesk.ui.widgets.health import HealthLabel
from mentordesk.ui.widgets.label import button, column, label, more_button, row
from mentordesk.ui.widgets.page_header import PageHeader
from mentordesk.ui.widgets.painting import STATUS_TONES
from mentordesk.ui.workplace import Workplace

_NO_PROGRAM = "No cohort"


class PairFullPage(QWidget):
    """Emits `closed` for the way back to the list."""

    closed = Signal()

    def __init__(self, workplace: Workplace, actions: PairActions, parent: QWidget) -> None:
        super().__init__()
        self.setProperty("page", True)
        self.setProperty("region", True)
        self._actions = actions
        self.sheet: PairSheet | None = None
        self.header = PageHeader()
        self.header.path_opened.connect(lambda _step: self.closed.emit())
        self.tabs = PairTabs(workplace, actions, parent, wide=True)
        self._make_header()
        inside = QVBoxLayout(self)
        inside.setContentsMargins(24, 16, 24, 16)
        inside.setSpacing(12)
        inside.addWidget(self.header)
        inside.addWidget(self.tabs, 1)

    def _make_header(self) -> None:
        self.left, self.right = Avatar("", "left", 36), Avatar("", "right", 36)
        self.status, self.health = Chip(), HealthLabel()
        self.header.add_before_title(self.left)
        beside: tuple[QWidget, ...] = (self.right, self.status, self.health)
        for each in beside:
            self.header.add_beside_title(each)
        self.account, self.band = label("", "section"), label("", "strong_caption", "text2")
        self.bar, self.window_words = GiveTakeBar(), label("", "caption")
        self.account_part = OpenRow("Balance today")
        self.account_part.setLayout(_above(label("Balance today", "caption"), row(self.account, self.band, gap=6)))
        self.window_part = OpenRow("Give and take")
        self.window_part.setLayout(column(self.window_words, self.bar, gap=3))
        for figure in (self.account_part, self.window_part):
            figure.opened.connect(lambda: self.tabs.show_tab("give_take"))
        self.log = button("Log contact", icon="plus", on_click=self._log)
        self.menu = QMenu()
        self.menu.aboutToShow.connect(self._fill_menu)
        for part in (self.account_part, self.window_part, self.log, more_button(self.menu, "More about this pair")):
            self.header.add_action(part)
        self._actions.lock(self.log)

    def show_sheet(self, sheet: PairSheet) -> None:
        """Shows another pair."""
        self.sheet, pair = sheet, sheet.row
        self.header.set_title(pair.name, pair.short)
        self.header.set_path("Pairs", pair.cohort or _NO_PROGRAM)
        self.left.set_person(pair.left, "left")
        self.right.set_person(pair.right, "right")
        self.status.show_chip(pair.word, STATUS_TONES[pair.status.value])
        self.health.set_health(pair.health.value if pair.health else "")
        self.health.setVisible(pair.health is not None)
        self.account.setText(sheet.detail.account_words)
        self.band.setText(sheet.band.word)
        self.window_words.setText(sheet.window[:1].upper() + sheet.window[1:])
        self.bar.show_balance(bar_of(sheet))
        self.account_part.setAccessibleName(f"Balance today: {self.account.text()}, {self.band.text()}")
        self.window_part.setAccessibleName(self.bar.accessibleName())
        self.tabs.show_sheet(sheet)

    def fit(self, narrow: bool) -> None:
        """The small window: without the bar and with narrower margins in the tabs."""
        self.window_part.setVisible(not narrow)
        self.account_part.setVisible(not narrow)  # the names need the room; the statement ends with it
        self.tabs.set_narrow(narrow)

    def _log(self) -> None:
        if self.sheet is not None:
            self._actions.log_contact(self.sheet.row)

    def _fill_menu(self) -> None:
        if self.sheet is not None:
            self._actions.fill_menu(self.menu, [self.sheet.row])


def _above(first: QWidget, second: QHBoxLayout) -> QVBoxLayout:
    made = column(first, gap=3)
    made.setContentsMargins(0, 0, 12, 0)
    first.setAlignment(Qt.AlignmentFlag.AlignRight)  # type: ignore[attr-defined]
    made.addLayout(second)
    return made
