"""The right side of the page: the card of the chosen person."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QStackedLayout, QVBoxLayout, QWidget

from mentordesk.ui.people.about_card import AboutCard
from mentordesk.ui.people.card_head import CardHead
from mentordesk.ui.people.career_card import CareerCard
from mentordesk.ui.people.details_cards import DetailsCard, EnrollmentsCard
from mentordesk.ui.people.introductions_card import IntroductionsCard
from mentordesk.ui.people.lineage_card import LineageCard
from mentordesk.ui.people.lineage_window import LineageWindow
from mentordesk.ui.people.pairs_card import PairsCard
from mentordesk.ui.people.person_actions import PersonActions
from mentordesk.ui.people.reading import CardSheet
from mentordesk.ui.widgets.empty_state import EmptyState
from mentordesk.ui.widgets.page_body import PageBody
from mentordesk.ui.workplace import Workplace

_BESIDE = 24 + 24 + 14
"""Pixels of a pane that cards have not: margins and the scroll bar."""
_ACROSS, _DOWN = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom


class CardPane(QWidget):
    """Cards stand beside each other where there is room."""

    person_opened = Signal(int)

    def __init__(self, workplace: Workplace, actions: PersonActions) -> None:
        super().__init__()
        self.setProperty("region", True)
        self.setAccessibleName("Person")
        self.sheet: CardSheet | None = None
        self._workplace = workplace
        self.head = CardHead(actions)
        self.about = AboutCard(actions)
        self.career = CareerCard(workplace, actions)
        self.pairs = PairsCard()
        self.lineage = LineageCard()
        self.introductions = IntroductionsCard(workplace, actions)
        self.enrollments = EnrollmentsCard(actions)
        self.details = DetailsCard()
        self.empty = EmptyState(
            "people", "Nobody is chosen", "The card of the person chosen in the list is shown here."
        )
        self.head.person_opened.connect(self.person_opened)
        for card in (self.pairs, self.lineage, self.introductions):
            card.pair_opened.connect(lambda pair_id: workplace.go("pairs", id=pair_id))
        self.lineage.person_opened.connect(self.person_opened)
        self.lineage.large_asked.connect(self._open_large)
        self.enrollments.cohort_opened.connect(lambda cohort_id: workplace.go("cohorts", id=cohort_id))
        self._lay_out()
        self._fit()

    def _lay_out(self) -> None:
        self._body = PageBody(margin=24, gap=12)
        pairs_of_cards: tuple[tuple[QFrame, QFrame], ...] = (
            (self.about, self.career),
            (self.enrollments, self.details),
        )
        self._lines = [(QBoxLayout(_ACROSS), cards) for cards in pairs_of_cards]
        for (line, cards), shares in zip(self._lines, ((6, 5), (1, 1)), strict=True):
            line.setSpacing(12)
            for part, share in zip(cards, shares, strict=True):
                line.addWidget(part, share)
        self._body.column.addWidget(self.head)
        self._body.column.addLayout(self._lines[0][0])
        for card in (self.pairs, self.lineage, self.introductions):
            self._body.column.addWidget(card)
        self._body.column.addLayout(self._lines[1][0])
        self._body.column.addStretch(1)
        whole = QWidget()
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._body)
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self.empty)
        self._stack.addWidget(whole)
        nothing_yet = QWidget()
        self._stack.addWidget(nothing_yet)
        self._stack.setCurrentWidget(nothing_yet)

    def show_sheet(self, sheet: CardSheet | None) -> None:
        """Shows a person; None shows nobody."""
        other = sheet is None or self.sheet is None or self.sheet.card.row.id != sheet.card.row.id
        self.sheet = sheet
        self._stack.setCurrentIndex(0 if sheet is None else 1)
        if sheet is None:
            return
        for part in (self.head, self.about, self.career, self.pairs, self.lineage):
            part.show_sheet(sheet)
        for below in (self.introductions, self.enrollments, self.details):
            below.show_sheet(sheet)
        self._fit()
        if other:
            self._body.verticalScrollBar().setValue(0)

    def _open_large(self) -> None:
        if self.sheet is None:
            return
        row = self.sheet.card.row
        window = LineageWindow(self._workplace, self, row.id, row.name)
        window.person_opened.connect(self.person_opened)
        window.pair_opened.connect(self.lineage.pair_opened)
        window.open()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        room = self.width() - _BESIDE
        for line, cards in self._lines:
            needed = sum(card.minimumSizeHint().width() for card in cards) + line.spacing()
            line.setDirection(_ACROSS if needed <= room else _DOWN)
