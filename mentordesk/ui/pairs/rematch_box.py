"""After a pair that did not fit: a new match for either of the two, in Matching of their cohort. Knows no engine."""

from functools import partial

from PySide6.QtWidgets import QFrame, QVBoxLayout

from mentordesk.domain.pairs import EndReason
from mentordesk.domain.standing import PairStatus
from mentordesk.ui.pairs.reading import PairSheet
from mentordesk.ui.widgets.flow import FlowLayout
from mentordesk.ui.widgets.label import button, label
from mentordesk.ui.workplace import Workplace

_PARTED = "They have parted, and nobody is to blame. Both have their places again, and are not proposed to each other."


class RematchBox(QFrame):
    """Hidden unless the pair ended as not a good fit and its cohort goes on."""

    def __init__(self, workplace: Workplace) -> None:
        super().__init__()
        self.setProperty("card", "sunken")
        self.setAccessibleName("A new match")
        self._workplace = workplace
        self._sheet: PairSheet | None = None
        self.words = label(_PARTED, "body", wrap=True)
        self.right, self.left = (
            button("", icon="matching", on_click=partial(self._find, at), small=True) for at in (1, 0)
        )
        inside = QVBoxLayout(self)
        inside.setContentsMargins(12, 9, 12, 10)
        inside.setSpacing(6)
        inside.addWidget(self.words)
        buttons = FlowLayout(gap=8)
        for each in (self.right, self.left):
            buttons.addWidget(each)
        inside.addLayout(buttons)
        self.hide()

    def show_sheet(self, sheet: PairSheet) -> None:
        """Shows another pair's."""
        self._sheet, pair = sheet, sheet.row
        parted = pair.status is PairStatus.ENDED and pair.end_reason is EndReason.NOT_A_FIT and pair.begun
        self.setVisible(parted and sheet.cohort_open)
        self.right.setText(f"Find a match for {sheet.right}")
        self.left.setText(f"Find a match for {sheet.left}")

    def _find(self, at: int) -> None:
        if self._sheet is not None:
            pair = self._sheet.row
            self._workplace.go("matching", id=pair.cohort_id, person=(pair.left_id, pair.right_id)[at])
