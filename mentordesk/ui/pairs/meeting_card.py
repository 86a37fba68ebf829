"""The next meeting of a pair on a card: day, time, agenda; edited here, saved for a calendar, or planned anew."""

from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFrame, QPushButton, QVBoxLayout, QWidget

from mentordesk.domain import dates
from mentordesk.domain.errors import UserError
from mentordesk.domain.meetings import agenda_words
from mentordesk.domain.pair_detail import MeetingRow
from mentordesk.domain.pairs import pair_name
from mentordesk.domain.standing import PairStatus
from mentordesk.ui import file_choice
from mentordesk.ui.pairs.meeting_dialog import MeetingDialog
from mentordesk.ui.pairs.pair_actions import PairActions
from mentordesk.ui.pairs.reading import PairSheet
from mentordesk.ui.widgets.label import button, label, row
from mentordesk.ui.workplace import Workplace

if TYPE_CHECKING:
    from mentordesk.exchange.calendar import Entry

_CALENDARS = "Calendar files (*.ics)"
_ENDED = frozenset({PairStatus.COMPLETED, PairStatus.ENDED})


def meeting_words(meeting: MeetingRow) -> str:
    """ "Fri 5 June, 16:00"."""
    day = f"{dates.weekday_long(meeting.on)[:3]} {meeting.on.day} {dates.month_name(meeting.on.month)}"
    return f"{day}, {meeting.time}" if meeting.time else day


class MeetingCard(QFrame):
    """Without a meeting it offers to plan one; a pair that is over has no card."""

    def __init__(self, workplace: Workplace, actions: PairActions, parent: QWidget) -> None:
        super().__init__()
        self.setProperty("card", "accent")
        self._workplace, self._actions, self._dialogs = workplace, actions, parent
        self._sheet: PairSheet | None = None
        self.day, self.how = label("", "strong"), label("", "caption", "text2")
        self.agenda = label("", "body", "text2", wrap=True)
        self.edit: QPushButton = button("Edit agenda", on_click=self._edit, small=True)
        self.save: QPushButton = button("Save to calendar…", icon="calendar", on_click=self._save, small=True)
        self.plan: QPushButton = button("Plan the next meeting…", icon="calendar", on_click=self._plan, small=True)
        inside = QVBoxLayout(self)
        inside.setContentsMargins(13, 10, 13, 11)
        inside.setSpacing(6)
        inside.addLayout(row(self.day, None, self.how))
        inside.addWidget(self.agenda)
        inside.addLayout(row(self.edit, self.save, self.plan, None, gap=6))

    def show_sheet(self, sheet: PairSheet) -> None:
        """Shows the next meeting of another pair."""
        self._sheet = sheet
        meeting = sheet.detail.next_meeting
        self.setVisible(meeting is not None or sheet.row.status not in _ENDED)
        for part in (self.how, self.agenda, self.edit, self.save):
            part.setVisible(meeting is not None)
        self.plan.setVisible(meeting is None)
        begun = sheet.row.begun
        self.plan.setEnabled(begun)
        self.plan.setToolTip("" if begun else "Activate the pair first")
        self._actions.lock(self.edit, self.plan)
        if meeting is None:
            self.day.setText("No next meeting planned")
            return
        self.day.setText(f"Next: {meeting_words(meeting)}")
        minutes = f", {meeting.minutes} min" if meeting.minutes else ""
        self.how.setText(f"{meeting.channel.word}{minutes}")
        self.agenda.setText(agenda_words(meeting.points))
        self.agenda.setVisible(bool(meeting.points))
        self.edit.setText("Edit agenda" if meeting.points else "Add an agenda")

    def _edit(self) -> None:
        if self._sheet is not None and self._sheet.detail.next_meeting is not None:
            MeetingDialog(self._workplace, self._dialogs, self._sheet, self._sheet.detail.next_meeting.id).open()

    def _plan(self) -> None:
        if self._sheet is not None:
            MeetingDialog(self._workplace, self._dialogs, self._sheet).open()

    def _save(self) -> None:
        sheet = self._sheet
        if sheet is None or sheet.detail.next_meeting is None:
            return
        name = f"{sheet.left} and {sheet.right}, {dates.long(sheet.detail.next_meeting.on)}.ics"
        title, settings = "Save the meeting for a calendar", self._workplace.settings
        path = file_choice.save_file(self, settings, "export", title, _CALENDARS, name)
        if path is None:
            return
        from mentordesk.exchange import calendar

        desk = self._workplace.desk
        try:
            calendar.write([entry_of(sheet, sheet.detail.next_meeting, desk.path.stem)], path, desk.clock())
        except UserError as error:
            self._workplace.failed.emit(error)
        else:
            self._workplace.say(f"Calendar saved as “{path.name}”")


def entry_of(sheet: PairSheet, meeting: MeetingRow, desk: str) -> "Entry":
    """The meeting for a calendar: at its time with both people, or the whole day where no time is agreed."""
    from mentordesk.exchange.calendar import CalendarDay, CalendarMeeting

    pair = sheet.row
    key, title = f"{desk}-meeting:{meeting.id}", f"{pair_name(sheet.left, sheet.right)}: {meeting.channel.word.lower()}"
    words = "\n".join(f"{number}. {point}" for number, point in enumerate(meeting.points, 1))
    if not meeting.time:
        return CalendarDay(key, meeting.on, title, words)
    starts = datetime.fromisoformat(f"{meeting.on.isoformat()}T{meeting.time}").astimezone()
    both = ((pair.left, pair.left_email), (pair.right, pair.right_email))
    people = tuple(f"{name} <{email}>" for name, email in both if email)
    return CalendarMeeting(key, starts, meeting.minutes or 60, title, words, attendees=people)
