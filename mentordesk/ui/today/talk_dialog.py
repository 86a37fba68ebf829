"""Plan a talk with one or both of a pair: day, time and words, for the calendar or for a mail. Changes no desk."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, time
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QCheckBox, QLineEdit, QPlainTextEdit, QWidget

from mentordesk.domain import talks
from mentordesk.domain.attention import AttentionItem
from mentordesk.domain.errors import UserError
from mentordesk.domain.meetings import read_time
from mentordesk.domain.people import first_name
from mentordesk.domain.talks import LONGEST_TALK, TALK_MINUTES, TalkPerson
from mentordesk.exchange import calendar as files
from mentordesk.exchange.calendar import CalendarMeeting
from mentordesk.ui import calendar, file_choice, mail_dialog
from mentordesk.ui.desk_dialog import DeskDialog
from mentordesk.ui.widgets.date_field import DateField
from mentordesk.ui.widgets.label import label
from mentordesk.ui.widgets.number_field import NumberField
from mentordesk.ui.widgets.segments import SegmentedControl
from mentordesk.ui.workplace import Workplace

if TYPE_CHECKING:
    from mentordesk.services.mails.mails import Letter

_LINES = 9


class TalkDialog(DeskDialog):
    """Closes as accepted once the calendar or the mail program has the talk, or a file of it is saved."""

    def __init__(self, workplace: Workplace, item: AttentionItem, parent: QWidget) -> None:
        from mentordesk.services.pairs import talks as service

        super().__init__(workplace, parent, "Plan a talk", primary="Open in calendar", width=560)
        self._item = item
        self._people: tuple[TalkPerson, ...] = workplace.desk.read(service.people, item.pair_ids[0])
        self.said = ""
        """What was done, for the toast."""
        self._make_fields()
        self._arrange()
        self.body.insertWidget(0, label(item.title, "body", "text2", wrap=True))
        self.save = self.add_alternative("Save file…", self._on_save)
        self.write = self.add_alternative("Write a mail…", self._on_write)
        for changed in (self.who.chosen, self.day.changed, self.time.editingFinished):
            changed.connect(self._fill_words)
        self._fill_words()
        self.day.setFocus()

    def _make_fields(self) -> None:
        left, right = self._people
        choices = [(person.id, first_name(person.name)) for person in (left, right)]
        self.who = SegmentedControl([*choices, (0, "Both")], "With", stretch=True)
        self.who.choose(self._item.person_ids[0] if len(self._item.person_ids) == 1 else 0)
        self.day = DateField(self.workplace.today, talks.next_workday(self.workplace.today()))
        self.time = QLineEdit("10:00")
        self.minutes = NumberField(5, LONGEST_TALK, " min")
        self.minutes.setValue(TALK_MINUTES)
        self.place = QLineEdit()
        self.place.setPlaceholderText("A room, a link, a phone number")
        self.subject = QLineEdit()
        self.words = QPlainTextEdit()
        self.words.setTabChangesFocus(True)
        self.words.setMinimumHeight(self.fontMetrics().lineSpacing() * _LINES)
        self.handled = QCheckBox("Take it off Today for 14 days")
        self.handled.setChecked(not self.workplace.read_only)
        self.handled.setEnabled(not self.workplace.read_only)

    def _arrange(self) -> None:
        self.form.add("who", "With", self.who)
        fields = (("day", "Day", self.day), ("time", "Time", self.time), ("minutes", "Length", self.minutes))
        self.form.add_row(*fields, shares=(3, 2, 2))
        self.form.add("place", "Place", self.place)
        self.form.add("subject", "Subject", self.subject)
        self.form.add("words", "Text", self.words, "What they rated stands nowhere in the invitation.")
        self.form.add_part(self.handled)

    def _asked(self) -> tuple[TalkPerson, ...]:
        chosen = self.who.choice()
        return tuple(person for person in self._people if chosen in (0, person.id))

    def _starts(self) -> datetime | None:
        """In the time zone of the desk's clock; None while day or time is none, or the day is over: not every system
        knows the time zone of long ago."""
        day, at = self.day.value(), read_time(self.time.text())
        if day is None or not at or day < self.workplace.today():
            return None
        return datetime.combine(day, time.fromisoformat(at)).astimezone()

    def _fill_words(self, _changed: object = None) -> None:
        """The words follow day and people until the coordinator has written in them."""
        letter = self._letter()
        if not self.subject.isModified():
            self.subject.setText(letter.draft.subject)
        if not self.words.document().isModified():
            self.words.setPlainText(letter.draft.body)
            self.words.document().setModified(False)

    def _letter(self) -> "Letter":
        from mentordesk.services.mails import mails

        starts = self._starts()
        when = talks.when_words(starts.date(), starts.time()) if starts else "a day this week or next"
        ids = [person.id for person in self._asked()]
        query = partial(mails.draft, key="low_answer", people=ids, pairs=self._item.pair_ids, when=when)
        return self.workplace.desk.read(query)

    def _problems(self) -> dict[str, str]:
        found = {}
        if self.day.value() is None:
            found["day"] = self.day.problem() or "Choose a day."
        if not read_time(self.time.text()):
            found["time"] = "Type a time such as 14:30."
        starts, day = self._starts(), self.day.value()
        over = starts is not None and starts < self.workplace.desk.clock()
        if over or (day is not None and day < self.workplace.today()):
            found["day"] = "This time is over. Choose one to come."
        return found

    def _meeting(self) -> CalendarMeeting | None:
        """The talk as it stands in the fields; None where something is missing, which is then said there."""
        problems = self._problems()
        self.form.show_problems(problems)
        starts = self._starts()
        if problems or starts is None:
            return None
        key = f"{self.workplace.desk.path.stem}-talk-{self._item.pair_ids[0]}-{starts:%Y%m%d%H%M}"
        guests = tuple(person.attendee for person in self._asked() if person.email)
        words = self.words.toPlainText()
        return CalendarMeeting(
            key, starts, self.minutes.value(), self.subject.text(), words, self.place.text(), attendees=guests
        )

    def commit(self) -> bool:
        """Hands the talk to the calendar program."""
        return self._hand_on(lambda talk: calendar.open_entries([talk], self.workplace.desk.clock()), "opened")

    def _on_save(self) -> None:
        def save(talk: CalendarMeeting) -> bool:
            given = (self.workplace.settings, "export", "Save the talk", calendar.CALENDARS, "Talk.ics")
            path = file_choice.save_file(self, *given)
            if path is not None:
                files.write([talk], path, self.workplace.desk.clock())
            return path is not None

        if self._hand_on(save, "saved"):
            self.accept()

    def _hand_on(self, hand: Callable[[CalendarMeeting], bool | None], done: str) -> bool:
        talk = self._meeting()
        if talk is None:
            return False
        try:
            if hand(talk) is False:
                return False
        except UserError as error:
            self.say_problem(error.sentence())
            return False
        names = " and ".join(first_name(person.name) for person in self._asked())
        self.said = f"Talk with {names} {done}: {talks.when_words(talk.starts.date(), talk.starts.time())}"
        return True

    def _on_write(self) -> None:
        """The same words as a mail, for those who make a date by mail."""
        letter = self._letter()
        draft = replace(letter.draft, subject=self.subject.text(), body=self.words.toPlainText())
        mail_dialog.write("Write about a talk", replace(letter, draft=draft), self, self._on_written)

    def _on_written(self) -> None:
        self.said = "Mail opened"
        self.accept()
