"""What the import would do as it stands, in counts, while columns are matched. Knows no row."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QVBoxLayout

from mentordesk.domain.errors import UserError
from mentordesk.domain.importing import Preview, RowState
from mentordesk.ui import theme
from mentordesk.ui.imports import wording
from mentordesk.ui.imports.count_tile import CountTile
from mentordesk.ui.imports.made_list import MadeList
from mentordesk.ui.widgets.label import card, label

CAPTIONS = {
    RowState.NEW: ("ready to import", "ready to import"),
    RowState.WRONG: ("needs a fix", "need a fix"),
    RowState.CHANGED: ("already here, will be updated", "already here, will be updated"),
    RowState.UNCHANGED: ("already here, nothing changes", "already here, nothing changes"),
}
"""By state: what stands below the count of one row, and of several."""
_TWO_FROM = 470


class OutlookCard(QFrame):
    """Counts by state; or a sentence on what the columns lack. Emits the state whose rows are asked for."""

    asked = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("card", True)
        self._across = 0
        self.tiles = {state: CountTile(state, words) for state, words in CAPTIONS.items()}
        self.fault = card("watch")
        self.fault_words = label("", "strong", wrap=True)
        self.fault_advice = label("", "body", "text2", wrap=True)
        self.notes = MadeList()
        said = QVBoxLayout(self.fault)
        said.setContentsMargins(14, 10, 14, 10)
        said.setSpacing(3)
        said.addWidget(self.fault_words)
        said.addWidget(self.fault_advice)
        inside = QVBoxLayout(self)
        inside.setContentsMargins(16, 12, 16, 16)
        inside.setSpacing(8)
        inside.addWidget(label("What would happen", "section"))
        inside.addWidget(self.fault)
        self._grid = QGridLayout()
        self._grid.setSpacing(8)
        inside.addLayout(self._grid)
        for state, tile in self.tiles.items():
            tile.clicked.connect(lambda _=False, state=state: self.asked.emit(state))
        inside.addWidget(self.notes)
        inside.addStretch(1)
        self.fault.hide()
        self._lay_tiles()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_tiles()

    def _lay_tiles(self) -> None:
        """Two beside each other where there is room for their words."""
        across = 2 if self.width() > theme.current().wide(_TWO_FROM) else 1
        if across != self._across:
            self._across = across
            for at, tile in enumerate(self.tiles.values()):
                self._grid.addWidget(tile, at // across, at % across)

    def show_outlook(self, found: Preview | UserError) -> None:
        """The counts, or why there are none yet."""
        wrong = isinstance(found, UserError)
        self.fault.setVisible(wrong)
        self.notes.show_lines([] if isinstance(found, UserError) else wording.besides(found))
        for state, tile in self.tiles.items():
            tile.setVisible(not wrong and (state is not RowState.UNCHANGED or found.count(state) > 0))  # type: ignore[union-attr]
            tile.set_count(0 if isinstance(found, UserError) else found.count(state))
        if isinstance(found, UserError):
            self.fault_words.setText(str(found))
            self.fault_advice.setText(found.advice)
