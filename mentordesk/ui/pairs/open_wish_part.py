"""What has not come up yet: a wish of one side that the other could fulfil, and its place on the next agenda."""

from html import escape

from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from mentordesk.domain.dates import day_month
from mentordesk.domain.open_wishes import OpenWish
from mentordesk.ui.pairs.meeting_dialog import MeetingDialog
from mentordesk.ui.pairs.pair_actions import PairActions
from mentordesk.ui.pairs.reading import PairSheet
from mentordesk.ui.widgets.label import button, label, line, rich_label, row
from mentordesk.ui.workplace import Workplace

_SHOWN = 2


class OpenWishPart(QWidget):
    """Hidden where nothing is open."""

    def __init__(self, workplace: Workplace, actions: PairActions) -> None:
        super().__init__()
        self._workplace, self._actions = workplace, actions
        self._sheet: PairSheet | None = None
        self.sentences: list[str] = []
        self.buttons: list[QPushButton] = []
        self._whole = QVBoxLayout(self)
        self._whole.setContentsMargins(0, 0, 0, 0)
        self._whole.setSpacing(8)
        self.hide()

    def show_sheet(self, sheet: PairSheet) -> None:
        """Shows what is open between another two."""
        self._sheet = sheet
        while item := self._whole.takeAt(0):
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        wishes = sheet.open_wishes if sheet.row.begun else ()
        self.sentences = [wish.sentence(sheet.left, sheet.right) for wish in wishes[:_SHOWN]]
        self.buttons = []
        if wishes:
            self._whole.addWidget(line())
        for wish in wishes[:_SHOWN]:
            self._whole.addWidget(self._wish(sheet, wish))
        if len(wishes) > _SHOWN:
            self._whole.addWidget(_more([wish.skill for wish in wishes[_SHOWN:]]))
        self.setVisible(bool(wishes))

    def _wish(self, sheet: PairSheet, wish: OpenWish) -> QWidget:
        sentence = escape(wish.sentence(sheet.left, sheet.right))
        made = QWidget()
        inside = QVBoxLayout(made)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(6)
        inside.addWidget(rich_label(f"<b>Still open:</b> {sentence}"))
        point, meeting = wish.agenda_line(sheet.left, sheet.right), sheet.detail.next_meeting
        if meeting is not None and wish.is_on(meeting.points):
            inside.addWidget(label(f"On the agenda of {day_month(meeting.on, sheet.today)}", "caption", "text2"))
            return made
        add: QPushButton = button(
            "Add to next agenda", "tonal", "plus", lambda: self._add(point), tip=f"“{point}” for the next meeting"
        )
        self._actions.lock(add)
        self.buttons.append(add)
        inside.addLayout(row(add, None))
        return made

    def _add(self, point: str) -> None:
        from mentordesk.services.pairs import meetings

        sheet = self._sheet
        if sheet is None:
            return
        meeting = sheet.detail.next_meeting
        if meeting is None:
            MeetingDialog(self._workplace, self.window(), sheet, line=point).open()
        else:
            said = f"Added to the agenda of {day_month(meeting.on, sheet.today)}"
            self._workplace.do(meetings.add_to_agenda, sheet.row.id, point, said=said)


def _more(skills: list[str]) -> QWidget:
    made = label(f"and {len(skills)} more", "caption", "text2")
    made.setToolTip(", ".join(skills))
    return made
