"""The middle of the Matching page: the pairs of a draft, or what stands in their place. Knows neither from inside."""

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QStackedWidget

from mentordesk.ui.matching.proposal_card import ProposalCard
from mentordesk.ui.widgets.empty_state import EmptyState


class Center(QStackedWidget):
    """The focus goes along when one takes the other's place: Qt would put it on whatever was made next."""

    def __init__(self, card: ProposalCard, empty: EmptyState) -> None:
        super().__init__()
        self._card, self._empty = card, empty
        self.addWidget(card)
        self.addWidget(empty)

    def show_pairs(self, draft: bool) -> None:
        """The pairs of a draft, or the words and the way on."""
        focus = QApplication.focusWidget()
        inside = focus is not None and self.isAncestorOf(focus)
        self.setCurrentWidget(self._card if draft else self._empty)
        if inside and focus is not None and not focus.isVisibleTo(self):
            QTimer.singleShot(0, self, lambda: self._take_focus(draft))

    def _take_focus(self, draft: bool) -> None:
        """Once the pairs are in their table."""
        (self._card.table if draft else self._empty.action).setFocus(Qt.FocusReason.OtherFocusReason)
