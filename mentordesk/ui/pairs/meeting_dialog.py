"""The next meeting of a pair: when, how, how long, and what the two want to talk about."""

from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from mentordesk.domain.contacts import Channel
from mentordesk.domain.meetings import LONGEST_MINUTES, MeetingForm, agenda_lines
from mentordesk.ui import icons, theme
from mentordesk.ui.desk_dialog import DeskDialog
from mentordesk.ui.pairs.reading import PairSheet
from mentordesk.ui.widgets.date_field import DateField
from mentordesk.ui.widgets.drop_down import DropDown
from mentordesk.ui.widgets.number_field import NumberField
from mentordesk.ui.workplace import Workplace

_LINES = 5


class MeetingDialog(DeskDialog):
    """A new meeting, or one that is planned when `meeting_id` is given; `line` is put on its agenda at once."""

    def __init__(
        self,
        workplace: Workplace,
        parent: QWidget | None,
        sheet: PairSheet,
        meeting_id: int | None = None,
        line: str = "",
    ) -> None:
        title = "Plan the next meeting" if meeting_id is None else "Change the next meeting"
        primary = "Plan the meeting" if meeting_id is None else "Save"
        super().__init__(workplace, parent, title, primary=primary, width=480)
        self._pair_id, self._meeting_id = sheet.row.id, meeting_id
        self.day = DateField(workplace.today, placeholder="4 June, or tomorrow")
        self.time = QLineEdit()
        self.time.setPlaceholderText("16:00, or left open")
        self.channel = DropDown([(channel, channel.word) for channel in Channel])
        for number, channel in enumerate(Channel):
            self.channel.setItemIcon(number, icons.icon(channel.value))
        self.minutes = NumberField(0, LONGEST_MINUTES, " min")
        self.minutes.setValue(60)
        self.agenda = QPlainTextEdit()
        self.agenda.setTabChangesFocus(True)
        self.agenda.setPlaceholderText("One point a line")
        self.agenda.setFixedHeight(theme.current().line() * _LINES + 18)
        self.form.add_row(("on", "Day", self.day), ("time", "Time", self.time))
        self.form.add_row(("channel", "How", self.channel), ("minutes", "Minutes", self.minutes))
        self.form.add("agenda", "Agenda", self.agenda)
        if meeting_id is not None:
            self._show_meeting(meeting_id)
            self.add_alternative("Call off", self._call_off, kind="delete")
        self.agenda.setPlainText("\n".join((*agenda_lines(self.agenda.toPlainText()), *([line] if line else []))))
        (self.day if meeting_id is None else self.agenda).setFocus()

    def _show_meeting(self, meeting_id: int) -> None:
        from mentordesk.services.pairs import meetings

        form = self.workplace.desk.read(meetings.form, meeting_id)
        self.day.set_value(form.on)
        self.time.setText(form.time)
        self.channel.choose(form.channel)
        self.minutes.setValue(form.minutes)
        self.agenda.setPlainText("\n".join(form.agenda))

    def _call_off(self) -> None:
        from mentordesk.services.pairs import meetings

        if self.do(meetings.remove, self._meeting_id, said="Meeting called off"):
            self.accept()

    def commit(self) -> bool:
        """Plans or changes the meeting."""
        from mentordesk.services.pairs import meetings

        on = self.day.value()
        if on is None:
            self.form.show_problems({"on": self.day.problem() or "Say on which day the two meet."})
            return False
        form = MeetingForm(
            pair_id=self._pair_id,
            on=on,
            time=self.time.text(),
            channel=self.channel.choice(),
            minutes=self.minutes.value(),
            agenda=agenda_lines(self.agenda.toPlainText()),
        )
        if self._meeting_id is None:
            return self.do(meetings.plan, form, said="Meeting planned")
        return self.do(meetings.change, self._meeting_id, form, said="Meeting changed")
