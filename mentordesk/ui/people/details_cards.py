"""The enrollments of a person, and the details: address, number, the desk's own fields, notes."""

from html import escape

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QVBoxLayout

from mentordesk.domain.cohorts import EnrollmentRow
from mentordesk.domain.dates import long
from mentordesk.domain.people import PersonStatus
from mentordesk.ui import theme
from mentordesk.ui.people.person_actions import PersonActions
from mentordesk.ui.people.reading import CardSheet
from mentordesk.ui.widgets.chips import Chip
from mentordesk.ui.widgets.elided_label import ElidedLabel
from mentordesk.ui.widgets.label import button, label, rich_label, row
from mentordesk.ui.widgets.painting import STATUS_TONES

_TITLES = 92


def _emptied(grid: QGridLayout) -> None:
    while (item := grid.takeAt(0)) is not None:
        if (widget := item.widget()) is not None:
            widget.hide()
            widget.deleteLater()


class EnrollmentsCard(QFrame):
    """Emits the cohort to open."""

    cohort_opened = Signal(int)

    def __init__(self, actions: PersonActions) -> None:
        super().__init__()
        self._actions = actions
        self._sheet: CardSheet | None = None
        self.setProperty("card", True)
        self.enroll = button("Enroll…", "link", on_click=self._enroll)
        self.enroll.setAccessibleName("Enroll in a cohort")
        actions.lock(self.enroll)
        self.links: list[ElidedLabel] = []
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(4)
        self._grid.setColumnStretch(0, 1)
        inside = QVBoxLayout(self)
        inside.setContentsMargins(16, 10, 16, 12)
        inside.setSpacing(4)
        inside.addLayout(row(label("Enrollments", "section"), None, self.enroll))
        inside.addLayout(self._grid)
        inside.addStretch(1)

    def show_sheet(self, sheet: CardSheet) -> None:
        """Shows another person, or the same one newly read."""
        self._sheet = sheet
        _emptied(self._grid)
        for at, it in enumerate(sheet.card.enrollments):
            self._add(at, it)
        if not sheet.card.enrollments:
            self._grid.addWidget(label("In no cohort yet", "body", "text3"), 0, 0)
        if self._actions.allowed:
            gone = sheet.card.row.status is PersonStatus.LEFT
            self.enroll.setEnabled(not gone)
            self.enroll.setToolTip(f"{sheet.card.row.name} has left" if gone else "")

    def _add(self, at: int, it: EnrollmentRow) -> None:
        style = f"color: {theme.current().hex('accent')}; text-decoration: none"
        link = rich_label(f'<a href="cohort" style="{style}">{escape(it.cohort)}</a>')
        link.linkActivated.connect(lambda _link: self.cohort_opened.emit(it.cohort_id))
        self._grid.addWidget(link, at, 0)
        used = f"{it.role.word}, {it.places_used} of {it.capacity}"
        words = label(used, "body", "text2")
        words.setToolTip(f"{it.role.word}: {it.places_used} of {it.capacity} places used")
        self._grid.addWidget(words, at, 1)
        chip = Chip(it.status.word, STATUS_TONES.get(it.status.value, "neutral"))
        self._grid.addWidget(chip, at, 2, Qt.AlignmentFlag.AlignRight)

    def _enroll(self) -> None:
        if self._sheet is not None:
            self._actions.enroll([self._sheet.card.row])


class DetailsCard(QFrame):
    """Only what is known."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("card", True)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(6)
        self._grid.setColumnStretch(1, 1)
        inside = QVBoxLayout(self)
        inside.setContentsMargins(16, 12, 16, 12)
        inside.setSpacing(6)
        inside.addWidget(label("Details", "section"))
        inside.addLayout(self._grid)
        inside.addStretch(1)

    def show_sheet(self, sheet: CardSheet) -> None:
        """Shows another person, or the same one newly read."""
        _emptied(self._grid)
        self._grid.setColumnMinimumWidth(0, theme.current().wide(_TITLES))
        for at, (title, words) in enumerate(details(sheet)):
            self._grid.setRowMinimumHeight(at, theme.current().line() + 2)
            self._grid.addWidget(label(title, "body", "text2"), at, 0, Qt.AlignmentFlag.AlignTop)
            self._grid.addWidget(label(words, wrap=True) if " " in words else ElidedLabel(words), at, 1)


def details(sheet: CardSheet) -> list[tuple[str, str]]:
    """Title and words of every detail that is known."""
    card = sheet.card
    found = [
        ("E-mail", card.row.email or "None noted"),
        ("Employee no.", card.row.employee_number),
        ("Department", card.row.department),
        ("Company", card.row.company),
        ("Joined", long(card.hired_on) if card.hired_on else ""),
        *card.custom,
        ("Notes", card.notes),
    ]
    return [(title, words) for title, words in found if words]
