"""What the pane says around its tabs, beside the timeline of the full page: since when, health, what is next."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from mentordesk.ui.pairs.health_box import HealthBox
from mentordesk.ui.pairs.level_body import LevelBody
from mentordesk.ui.pairs.pair_actions import PairActions
from mentordesk.ui.pairs.pair_foot import PairFoot
from mentordesk.ui.pairs.pair_head import linked, together
from mentordesk.ui.pairs.people_facing import FacingPeople
from mentordesk.ui.pairs.proposal_box import ProposalBox
from mentordesk.ui.pairs.reading import PairSheet
from mentordesk.ui.pairs.rematch_box import RematchBox
from mentordesk.ui.widgets.label import label, rich_label
from mentordesk.ui.workplace import Workplace

_LEAST = 250


class PairFacts(LevelBody):
    """Both people open their cards, a name its person, and each fact the tab with the rows behind it: `tab_asked`."""

    tab_asked = Signal(str)

    def __init__(self, workplace: Workplace, actions: PairActions) -> None:
        super().__init__(gap=12)
        self._workplace = workplace
        self._sheet: PairSheet | None = None
        self.people = FacingPeople()
        self.people.person_opened.connect(self._open_person)
        self.together = rich_label("", "caption", "text2")
        self.together.linkActivated.connect(self._open_introducer)
        self.notes = label("", "caption", "text2", wrap=True)
        self.proposal, self.rematch = ProposalBox(actions), RematchBox(workplace)
        self.box = HealthBox()
        self.foot = PairFoot(across=False)
        for found in (self.box, self.foot):
            found.tab_asked.connect(self.tab_asked)
        parts: tuple[QWidget, ...] = (label("The two", "section"), self.people, self.together, self.notes)
        for part in (*parts, self.proposal, self.rematch, self.box, self.foot):
            self.column.addWidget(part)
        self.column.addStretch(1)
        self.setMinimumWidth(_LEAST)

    def show_sheet(self, sheet: PairSheet) -> None:
        """Shows another pair."""
        self._sheet = sheet
        self.people.show_pair(sheet.row)
        self.together.setText(linked(together(sheet), sheet.row.introduced_by))
        self.together.setVisible(bool(self.together.text()))
        self.notes.setText(sheet.detail.notes)
        self.notes.setVisible(bool(sheet.detail.notes))
        for box in (self.proposal, self.rematch, self.box):
            box.show_sheet(sheet)
        self.foot.setVisible(self.foot.show_sheet(sheet))

    def _open_person(self, person_id: int) -> None:
        self._workplace.go("people", id=person_id)

    def _open_introducer(self, _link: str) -> None:
        if self._sheet is not None and self._sheet.detail.introduced_by_id is not None:
            self._open_person(self._sheet.detail.introduced_by_id)
