"""What a person offers, wants, has lived through, and the places they have in cohorts."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QVBoxLayout, QWidget

from mentordesk.ui import theme
from mentordesk.ui.people import wording
from mentordesk.ui.people.person_actions import PersonActions
from mentordesk.ui.people.reading import CardSheet
from mentordesk.ui.widgets.chips import Chip
from mentordesk.ui.widgets.flow import FlowLayout
from mentordesk.ui.widgets.label import button, label

_TITLES = 96


class AboutCard(QFrame):
    """Blue is what the person gives, orange what the person wants (DESIGN section 2)."""

    def __init__(self, actions: PersonActions) -> None:
        super().__init__()
        self._actions = actions
        self._sheet: CardSheet | None = None
        self.setProperty("card", True)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(8)
        self._grid.setColumnStretch(1, 1)
        inside = QVBoxLayout(self)
        inside.setContentsMargins(16, 12, 16, 12)
        inside.addLayout(self._grid)
        inside.addStretch(1)

    def show_sheet(self, sheet: CardSheet) -> None:
        """Shows another person, or the same one newly read."""
        self._sheet = sheet
        row = sheet.card.row
        self._empty()
        self._grid.setColumnMinimumWidth(0, theme.current().wide(_TITLES))
        lists = (
            ("Offers", row.offers, "left"),
            ("Wants", row.wants, "right"),
            ("Life experience", row.experience, "neutral"),
            *([("Not wanted", row.avoids, "neutral")] if row.avoids else []),
        )
        for at, (title, words, tone) in enumerate(lists):
            self._add_row(at, title, self._chips(title, words, tone))
        self._add_row(len(lists), "Places", self._places(wording.places(sheet)))

    def _empty(self) -> None:
        while (item := self._grid.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()

    def _add_row(self, at: int, title: str, content: QWidget) -> None:
        words = label(title, "body", "text2")
        words.setContentsMargins(0, 2, 0, 0)
        self._grid.addWidget(words, at, 0, Qt.AlignmentFlag.AlignTop)
        self._grid.addWidget(content, at, 1)

    def _chips(self, title: str, words: Sequence[str], tone: str) -> QWidget:
        if not words:
            return self._nothing(title)
        made = QWidget()
        made.setAccessibleName(f"{title}: {', '.join(words)}")
        flow = FlowLayout(made, gap=6)
        for word in words:
            flow.addWidget(Chip(word, tone))
        return made

    def _nothing(self, title: str) -> QWidget:
        """Nothing is known yet: the way to note it."""
        if not self._actions.allowed or self._sheet is None:
            return label("Nothing noted yet", "body", "text3")
        person_id = self._sheet.card.row.id
        made = button("Add…", "link", on_click=lambda: self._actions.edit(person_id))
        made.setAccessibleName(f"Add: {title}")
        return made

    def _places(self, sentences: Sequence[str]) -> QWidget:
        return label("\n".join(sentences) or "In no cohort now", "body", "text" if sentences else "text3", wrap=True)
