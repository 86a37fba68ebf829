"""Where the three cards of Today stand: beside each other, or behind tabs in a small window. Knows no content."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout

from mentordesk.ui import theme
from mentordesk.ui.today.attention_card import AttentionCard
from mentordesk.ui.today.formats_card import FormatsCard
from mentordesk.ui.today.upcoming_card import UpcomingCard
from mentordesk.ui.widgets.tabs import TabBar

_TOP, _WHOLE = Qt.AlignmentFlag.AlignTop, Qt.AlignmentFlag(0)
NARROW_UNDER = 1180
WIDE_FROM = 1680
_SIDE, _RAIL, _MARGINS, _GAP = 318, 196, 48, 16
_ITEMS_BESIDE_ONE, _ITEMS_BESIDE_TWO = 480, 560
"""What the items need at least beside one or two other cards: large type takes a column away."""


class Arrangement:
    """Places the cards by the width of the window (DESIGN section 6)."""

    def __init__(self, grid: QGridLayout, items: AttentionCard, upcoming: UpcomingCard, formats: FormatsCard) -> None:
        self._grid = grid
        self._cards: tuple[AttentionCard, UpcomingCard, FormatsCard] = (items, upcoming, formats)
        self._columns = 0
        grid.setSpacing(16)
        self.tabs = TabBar()
        self.tabs.setAccessibleName("Parts of Today")
        for title in ("Needs attention", "Next 14 days", "Give and take"):
            self.tabs.addTab(title)
        self.tabs.currentChanged.connect(self._on_tab_changed)
        self.tabs.hide()

    def name_items(self, count: int) -> None:
        """The first tab says how many items there are."""
        self.tabs.setTabText(0, f"Needs attention  {count}" if count else "Needs attention")

    def fit(self, width: int) -> None:
        """Take the arrangement for so many pixels of window."""
        columns = _columns(width)
        if columns != self._columns:
            self._columns = columns
            self._place()
        side = theme.current().wide(_SIDE)
        for narrow in self._cards[1:]:
            narrow.setMaximumWidth(16_777_215 if columns == 1 else side)
            narrow.setMinimumWidth(0 if columns == 1 else side)

    def _place(self) -> None:
        items, upcoming, formats = self._cards
        for card in self._cards:
            self._grid.removeWidget(card)
            card.title.setVisible(self._columns != 1)
        for column in range(3):
            self._grid.setColumnStretch(column, 1 if column == 0 else 0)
        for row in range(3):
            self._grid.setRowStretch(row, 0)
        self.tabs.setVisible(self._columns == 1)
        if self._columns == 1:
            for row, part in enumerate(self._cards):
                self._grid.addWidget(part, row, 0)
            self._grid.setRowStretch(2, 1)
        elif self._columns == 2:
            self._grid.addWidget(items, 0, 0, 2, 1)
            self._grid.addWidget(upcoming, 0, 1)
            self._grid.addWidget(formats, 1, 1)
            self._grid.setRowStretch(1, 1)
        else:
            for column, part in enumerate(self._cards):
                self._grid.addWidget(part, 0, column, _TOP if column else _WHOLE)
            self._grid.setRowStretch(0, 1)
        self._on_tab_changed()

    def _on_tab_changed(self) -> None:
        for index, part in enumerate(self._cards):
            part.setVisible(self._columns != 1 or index == self.tabs.currentIndex())


def _columns(width: int) -> int:
    """How many cards stand beside each other in a window of so many pixels."""
    wide = theme.current().wide
    side, room = wide(_SIDE) + _GAP, width - wide(_RAIL) - _MARGINS
    if width >= WIDE_FROM and room - 2 * side >= wide(_ITEMS_BESIDE_TWO):
        return 3
    return 2 if width >= NARROW_UNDER and room - side >= wide(_ITEMS_BESIDE_ONE) else 1
