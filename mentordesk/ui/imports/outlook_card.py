"""What the import would do as it stands, in counts, while columns are matched. Knows no row."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout

from mentordesk.domain.errors import UserError
from mentordesk.domain.importing import Preview, RowState
from mentordesk.ui.imports.count_tile import CountTile
from mentordesk.ui.widgets.label import card, label

CAPTIONS = {
    RowState.NEW: "ready to import",
    RowState.WRONG: "need a fix",
    RowState.CHANGED: "already here, will be updated",
    RowState.UNCHANGED: "already here, nothing changes",
}


class OutlookCard(QFrame):
    """Counts by state; or a sentence on what the columns lack. Emits the state whose rows are asked for."""

    asked = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("card", True)
        self.tiles = {state: CountTile(state, words) for state, words in CAPTIONS.items()}
        self.fault = card("watch")
        self.fault_words = label("", "strong", wrap=True)
        self.fault_advice = label("", "body", "text2", wrap=True)
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
        for state, tile in self.tiles.items():
            inside.addWidget(tile)
            tile.clicked.connect(lambda _=False, state=state: self.asked.emit(state))
        inside.addStretch(1)
        self.fault.hide()

    def show_outlook(self, found: Preview | UserError) -> None:
        """The counts, or why there are none yet."""
        wrong = isinstance(found, UserError)
        self.fault.setVisible(wrong)
        for state, tile in self.tiles.items():
            tile.setVisible(not wrong and (state is not RowState.UNCHANGED or found.count(state) > 0))  # type: ignore[union-attr]
            tile.set_count(0 if isinstance(found, UserError) else found.count(state))
        if isinstance(found, UserError):
            self.fault_words.setText(str(found))
            self.fault_advice.setText(found.advice)
