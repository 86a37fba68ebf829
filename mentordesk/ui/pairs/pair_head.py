"""The head of the pair's pane: status, both people, since when and through whom, the big bar, health with reasons."""

from dataclasses import replace
from datetime import date
from html import escape

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from mentordesk.domain.balance import Band
from mentordesk.domain.dates import short
from mentordesk.ui import theme
from mentordesk.ui.pairs.health_box import HealthBox
from mentordesk.ui.pairs.open_row import figure_row
from mentordesk.ui.pairs.pair_actions import PairActions
from mentordesk.ui.pairs.people_facing import FacingPeople
from mentordesk.ui.pairs.proposal_box import ProposalBox
from mentordesk.ui.pairs.reading import PairSheet
from mentordesk.ui.pairs.rematch_box import RematchBox
from mentordesk.ui.widgets.chips import Chip
from mentordesk.ui.widgets.elided_label import ElidedLabel
from mentordesk.ui.widgets.give_take_bar import BarBalance, GiveTakeBar
from mentordesk.ui.widgets.health import HealthLabel
from mentordesk.ui.widgets.label import button, icon_button, more_button, rich_label, row
from mentordesk.ui.widgets.painting import STATUS_TONES

_YEAR = 365
_SCALE = 20.0
"""Points that fill one half of the bar, so that a bar grows over the months and pairs can be compared."""


def bar_of(sheet: PairSheet) -> BarBalance:
    """The give/take bar of a pair with names and band."""
    points, band = sheet.points, sheet.band
    words = f"{sheet.window}: {band.word}"
    scale = max(_SCALE, points.left, points.right)
    bar = BarBalance(points.left, points.right, sheet.left, sheet.right, words, band is Band.ONE_SIDED, scale)
    return replace(bar, nothing="No recent entries") if sheet.exchanges else bar


def together(sheet: PairSheet) -> str:
    """ "Together since 6 Oct 2025. Introduced by Ruth Adelmann. Agreement signed 22 Oct"."""
    pair = sheet.row
    parts = [pair.circle] if pair.circle else []
    if pair.started_text and pair.begun:
        ahead = pair.started_on is not None and pair.started_on > sheet.today
        parts.append(f"Together {'from' if ahead else 'since'} {pair.started_text}")
    if pair.introduced_by:
        parts.append(f"Introduced by {pair.introduced_by}")
    if pair.agreed_on is not None:
        older = ", to an older text" if sheet.agreement is not None and sheet.agreement.outdated else ""
        parts.append(f"Agreement signed {_signed(pair.agreed_on, pair.started_on, sheet.today)}{older}")
    return ". ".join(parts)


def _signed(agreed_on: date, started_on: date | None, today: date) -> str:
    """Without the year where the start beside it has the same one and it cannot be taken for another."""
    plain = started_on is not None and started_on.year == agreed_on.year and (today - agreed_on).days < _YEAR
    return short(agreed_on, agreed_on if plain else today)


def linked(words: str, name: str) -> str:
    """The words with the name of who introduced the two as a link to that person."""
    if not name:
        return escape(words)
    style = f"color: {theme.current().hex('accent')}; text-decoration: none"
    said = f"Introduced by {escape(name)}"
    return escape(words).replace(said, f'<a href="person" style="{style}">{said}</a>', 1)


class PairHead(QWidget):
    """Emits steps through the list (-1, 1), the wish for the full page, the person that was opened, and the tab with
    the rows behind a figure."""

    stepped = Signal(int)
    full_page_asked = Signal()
    person_opened = Signal(int)
    tab_asked = Signal(str)

    def __init__(self, actions: PairActions) -> None:
        super().__init__()
        self._actions = actions
        self._sheet: PairSheet | None = None
        self._narrow = False
        self.status, self.format, self.health = Chip(), Chip(), HealthLabel()
        self.people = FacingPeople()
        self.people.person_opened.connect(self.person_opened)
        self.together = rich_label("", "caption", "text2")
        self.together.linkActivated.connect(self._open_introducer)
        self.notes = ElidedLabel("", "caption", "text2")
        self.bar = GiveTakeBar(large=True)
        self.account = figure_row("Give and take", self.bar)
        self.account.opened.connect(lambda: self.tab_asked.emit("give_take"))
        self.proposal, self.rematch = ProposalBox(actions), RematchBox(actions.workplace)
        self.box = HealthBox()
        self.box.tab_asked.connect(self.tab_asked)
        self.menu = QMenu()
        self.menu.aboutToShow.connect(self._fill_menu)
        self._inside = inside = QVBoxLayout(self)
        inside.setSpacing(8)
        inside.addLayout(self._first_line())
        for part in (self.people, self.together, self.notes, self.account, self.proposal, self.rematch, self.box):
            inside.addWidget(part)

    def _first_line(self) -> QHBoxLayout:
        self.back = icon_button("chevron-left", "Previous pair (Alt+Up)", lambda: self.stepped.emit(-1))
        self.forward = icon_button("chevron-right", "Next pair (Alt+Down)", lambda: self.stepped.emit(1))
        self.full = button("Open", on_click=self.full_page_asked.emit, tip="Show this pair on the whole page (Enter)")
        self.more = more_button(self.menu, "More about this pair")
        chips = (self.status, self.format, self.health)
        return row(*chips, None, self.back, self.forward, self.full, self.more, gap=8)

    def set_narrow(self, narrow: bool) -> None:
        """The small window: health in the first line, no second lines but the name of a circle."""
        self._narrow = narrow
        if self._sheet is not None:
            self.show_sheet(self._sheet)

    def show_sheet(self, sheet: PairSheet) -> None:
        """Shows another pair."""
        self._sheet, pair = sheet, sheet.row
        self.status.show_chip(pair.word, STATUS_TONES[pair.status.value])
        self.format.show_chip(pair.format.word, "neutral", pair.format.value)
        self.health.set_health(pair.health.value if pair.health else "")
        self.people.show_pair(pair, self._narrow)
        self.together.setText(linked(pair.circle if self._narrow else together(sheet), pair.introduced_by))
        self.bar.show_balance(bar_of(sheet))
        self.account.setAccessibleName(f"{self.bar.accessibleName()}. Open give and take")
        for box in (self.proposal, self.rematch, self.box):
            box.show_sheet(sheet)
        self.format.setVisible(not self._narrow)
        self.health.setVisible(self._narrow and pair.health is not None)
        self.together.setVisible(bool(self.together.text()))
        self.notes.setText(" ".join(sheet.detail.notes.split()))
        self.notes.setVisible(not self._narrow and bool(sheet.detail.notes))
        self.box.setVisible(not self._narrow or pair.health is None)
        margins = (16, 12, 16, 0) if self._narrow else (24, 14, 24, 0)
        self._inside.setContentsMargins(*margins)

    def _open_introducer(self, _link: str) -> None:
        if self._sheet is not None and self._sheet.detail.introduced_by_id is not None:
            self.person_opened.emit(self._sheet.detail.introduced_by_id)

    def _fill_menu(self) -> None:
        if self._sheet is not None:
            self._actions.fill_menu(self.menu, [self._sheet.row])
