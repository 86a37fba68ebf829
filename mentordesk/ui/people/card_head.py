"""The head of a person's card: who it is, where, under whom, and what can be done."""

from html import escape

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from mentordesk.domain.people import PersonStatus
from mentordesk.ui import theme
from mentordesk.ui.people import wording
from mentordesk.ui.people.person_actions import PersonActions
from mentordesk.ui.people.reading import CardSheet
from mentordesk.ui.widgets.avatar import Avatar
from mentordesk.ui.widgets.chips import Chip
from mentordesk.ui.widgets.elided_label import ElidedLabel
from mentordesk.ui.widgets.label import button, label, more_button, rich_label

_AVATAR = 58


class CardHead(QWidget):
    """Emits the manager's id when that name is clicked."""

    person_opened = Signal(int)
    back_asked = Signal()

    def __init__(self, actions: PersonActions) -> None:
        super().__init__()
        self._actions = actions
        self._sheet: CardSheet | None = None
        self.back = button("People", "link", "chevron-left", self.back_asked.emit)
        self.avatar = Avatar(size=_AVATAR)
        self.name = ElidedLabel("", "page_title", snug=True)
        self.status = Chip()
        self.external = Chip("External", "outline")
        self.words = rich_label("", "body", "text2")
        self.words.linkActivated.connect(lambda _link: self._open_manager())
        self.languages = label("", "body", "text2", wrap=True)
        self.match = button("Find a match", icon="matching", on_click=self._match)
        self.edit = button("Edit", on_click=self._edit)
        self.menu = QMenu()
        self.menu.aboutToShow.connect(self._fill_menu)
        self.more = more_button(self.menu)
        actions.lock(self.edit)
        self._lay_out()
        theme.look.changed.connect(self._show_words)

    def _lay_out(self) -> None:
        first = QHBoxLayout()
        first.setSpacing(10)
        for part in (self.name, self.status, self.external):
            first.addWidget(part)
        first.addStretch(1)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addLayout(first)
        words.addWidget(self.words)
        words.addWidget(self.languages)
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(self.avatar, 0, Qt.AlignmentFlag.AlignTop)
        line.addSpacing(8)
        line.addLayout(words, 1)
        for each in (self.match, self.edit, self.more):
            line.addWidget(each, 0, Qt.AlignmentFlag.AlignVCenter)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(6)
        whole.addWidget(self.back, 0, Qt.AlignmentFlag.AlignLeft)
        whole.addLayout(line)

    def show_sheet(self, sheet: CardSheet) -> None:
        """Shows another person, or the same one newly read."""
        self._sheet = sheet
        row = sheet.card.row
        self.avatar.set_person(row.name)
        self.name.setText(row.name)
        self.status.setVisible(row.status is not PersonStatus.ACTIVE)
        self.status.show_chip(row.status.word, "watch" if row.status is PersonStatus.LEAVE else "neutral")
        self.external.setVisible(row.external)
        self.languages.setText(wording.spoken(row.languages))
        self.languages.setVisible(bool(row.languages))
        self._show_words()
        gone = row.status is PersonStatus.LEFT
        self.match.setEnabled(not gone)
        self.match.setToolTip(f"{row.name} has left" if gone else "Matching of the cohort, with this person chosen")

    def _show_words(self) -> None:
        """The link is in the color of the theme on screen."""
        if self._sheet is None:
            return
        card = self._sheet.card
        words = escape(wording.headline(card.row))
        if card.manager:
            style = f"color: {theme.current().hex('accent')}; text-decoration: none"
            reports = f'reports to <a href="manager" style="{style}">{escape(card.manager)}</a>'
            words = f"{words}, {reports}" if words else reports[:1].upper() + reports[1:]
        self.words.setText(words)
        self.words.setVisible(bool(words))

    def _open_manager(self) -> None:
        if self._sheet is not None and self._sheet.card.manager_id is not None:
            self.person_opened.emit(self._sheet.card.manager_id)

    def _match(self) -> None:
        if self._sheet is not None:
            self._actions.find_match(self._sheet.card.row)

    def _edit(self) -> None:
        if self._sheet is not None:
            self._actions.edit(self._sheet.card.row.id)

    def _fill_menu(self) -> None:
        self.menu.clear()
        if self._sheet is not None:
            self._actions.fill_menu(self.menu, [self._sheet.card.row])
