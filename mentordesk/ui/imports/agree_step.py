"""The last step where careers have turned: what to record, whose pairs to look after, what the import will make."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from mentordesk.domain.importing import Preview
from mentordesk.ui.imports import wording
from mentordesk.ui.imports.careers_card import CareersCard
from mentordesk.ui.imports.draft import Draft
from mentordesk.ui.imports.made_list import MadeList
from mentordesk.ui.imports.partings_card import PartingsCard
from mentordesk.ui.widgets.label import card, label
from mentordesk.ui.widgets.page_body import PageBody


class AgreeStep(QWidget):
    """Emits `declined` with the keys of the proposals that are not ticked, `opened` with the id of a pair."""

    declined = Signal(list)
    opened = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.careers = CareersCard()
        self.partings = PartingsCard()
        self.made = MadeList()
        self.careers.declined.connect(self.declined)
        self.partings.opened.connect(self.opened)
        self._side = PageBody(0, 12)
        self._side.column.addWidget(self._made_card())
        self._side.column.addWidget(self.partings)
        self._side.column.addStretch(1)
        both = QHBoxLayout(self)
        both.setContentsMargins(0, 0, 0, 0)
        both.setSpacing(14)
        both.addWidget(self.careers, 62)
        both.addWidget(self._side, 38)

    def _made_card(self) -> QWidget:
        made = card()
        inside = QVBoxLayout(made)
        inside.setContentsMargins(16, 12, 16, 14)
        inside.setSpacing(10)
        inside.addWidget(label("What will be stored", "section"))
        inside.addWidget(self.made)
        return made

    def show_preview(self, preview: Preview, draft: Draft) -> None:
        """What was found; ticks that were taken away stay away."""
        self.careers.setVisible(bool(preview.careers))
        self.careers.show_careers(preview.careers, draft.declined)
        self.partings.show_partings(preview.partings, wording.departs(preview, draft))
        self.show_made(preview, draft)

    def show_made(self, preview: Preview, draft: Draft) -> None:
        """The counts as they are with these ticks."""
        self.made.show_lines(wording.will_be_made(preview, draft))
        self.partings.show_asked(wording.departs(preview, draft))
