"""Log a contact: the pair, how, when, how long, and what changed hands. All by keyboard, Enter logs."""

from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QCheckBox, QPushButton, QWidget

from mentordesk.domain.contacts import Channel, ContactForm
from mentordesk.domain.pair_listing import PairChoice
from mentordesk.domain.standing import PairStatus
from mentordesk.domain.wording import counted
from mentordesk.ui import icons
from mentordesk.ui.pairs.about_pair import AboutPairDialog
from mentordesk.ui.pairs.gift_fields import GiftList
from mentordesk.ui.widgets.flow import FlowLayout
from mentordesk.ui.widgets.label import label, row
from mentordesk.ui.widgets.note_field import NoteField
from mentordesk.ui.widgets.number_field import NumberField
from mentordesk.ui.workplace import Workplace

LONGEST_MINUTES = 1440
SHORT_WORDS = {
    Channel.MEETING: "Met",
    Channel.VIDEO: "Video",
    Channel.PHONE: "Call",
    Channel.TEXT: "Text",
    Channel.EMAIL: "Mail",
    Channel.COFFEE: "Coffee",
    Channel.EVENT: "Event",
}
USUAL_MINUTES = {
    Channel.MEETING: 60,
    Channel.VIDEO: 45,
    Channel.PHONE: 20,
    Channel.TEXT: 0,
    Channel.EMAIL: 0,
    Channel.COFFEE: 30,
    Channel.EVENT: 90,
}
"""What stands in the minutes until somebody types others."""


class ChannelChips(QWidget):
    """One of the channels: arrows move, digits choose."""

    chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName("Channel")
        self._group = QButtonGroup(self)
        flow = FlowLayout(self, gap=6)
        for number, channel in enumerate(Channel):
            chip = QPushButton(SHORT_WORDS[channel])
            chip.setProperty("kind", "filter")
            chip.setCheckable(True)
            chip.setAutoDefault(False)
            chip.setToolTip(channel.word)
            chip.setAccessibleName(channel.word)
            icons.show_on(chip, channel.value, "text2", 14)
            self._group.addButton(chip, number)
            flow.addWidget(chip)
        self._group.idToggled.connect(self._on_toggled)
        self.choose(Channel.MEETING)

    def choice(self) -> Channel:
        return tuple(Channel)[self._group.checkedId()]

    def choose(self, channel: Channel) -> None:
        """Chooses a channel as a click does."""
        chip = self._group.button(tuple(Channel).index(channel))
        chip.setChecked(True)
        self.setFocusProxy(chip)

    def chip(self, channel: Channel) -> QPushButton:
        """The chip of a channel."""
        found: Any = self._group.button(tuple(Channel).index(channel))
        return found

    def _on_toggled(self, number: int, on: bool) -> None:
        chip = self._group.button(number)
        icons.show_on(chip, tuple(Channel)[number].value, "accent" if on else "text2", 14)
        if on:
            self.setFocusProxy(chip)
            self.chosen.emit(self.choice())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.text().isdigit() and 1 <= int(event.text()) <= len(Channel):
            chip = self._group.button(int(event.text()) - 1)
            chip.setChecked(True)
            chip.setFocus(Qt.FocusReason.TabFocusReason)
        else:
            super().keyPressEvent(event)


class ContactDialog(AboutPairDialog):
    """A new contact, or one on record when `contact_id` is given."""

    def __init__(
        self, workplace: Workplace, parent: QWidget | None, pair_id: int | None = None, contact_id: int | None = None
    ) -> None:
        title = "Log a contact" if contact_id is None else "Change a contact"
        super().__init__(workplace, parent, title, primary="Log contact" if contact_id is None else "Save")
        self._contact_id = contact_id
        self._minutes_typed = False
        self._make_fields()
        self._arrange()
        self.begin(pair_id, self.channel)
        if contact_id is not None:
            self._show_contact(contact_id)
            self.channel.setFocus()

    def _make_fields(self) -> None:
        self.channel = ChannelChips()
        self.minutes = NumberField(0, LONGEST_MINUTES)
        self.minutes.setValue(USUAL_MINUTES[self.channel.choice()])
        self.note_field = NoteField("What you two would like to remember")
        self.gifts = GiftList()
        self.circle = QCheckBox()
        self.circle.setToolTip("One contact for each pair of the circle. What was given stays with this pair")
        self.channel.chosen.connect(self._on_channel_chosen)
        self.minutes.lineEdit().textEdited.connect(self._on_minutes_typed)
        self.note_field.entered.connect(self.primary.click)
        self.gifts.changed.connect(self._on_gifts_changed)

    def _arrange(self) -> None:
        self.form.add("pair_id", "Pair", self.pair)
        self.form.add("channel", "", self.channel)
        self.form.add_row(("on", "Day", self.day), ("minutes", "Minutes", self.minutes))
        self.form.add("note", "Note, stays with the pair", self.note_field)
        self.form.add_part(self.circle)
        self._heading = QWidget()
        words = row(label("What changed hands?", "strong"), label("optional", "caption"), None, gap=6)
        self._heading.setLayout(words)
        self.form.add_part(self._heading)
        self.form.add("gifts", "", self.gifts)

    def _show_contact(self, contact_id: int) -> None:
        from mentordesk.services.pairs import contacts

        form = self.workplace.desk.read(contacts.form, contact_id)
        self.keep_pair(form.pair_id, "A contact")
        self._minutes_typed = True
        self.channel.choose(form.channel)
        self.day.set_value(form.on)
        self.minutes.setValue(form.minutes)
        self.note_field.setPlainText(form.note)
        self.gifts.show_gifts(form.gifts)

    def pair_shown(self, pair: PairChoice | None) -> None:
        """Asks what changed hands once it is clear between whom."""
        for part in (self._heading, self.gifts):
            part.setVisible(pair is not None)
        if pair is not None:
            self.gifts.set_people((pair.left_id, pair.left), (pair.right_id, pair.right))
            self.gifts.set_skills(self.skills(pair))
            self.gifts.start()
        self._offer_circle(pair)
        self._on_gifts_changed()

    def _offer_circle(self, pair: PairChoice | None) -> None:
        """A circle that meets is logged once, and not pair by pair."""
        number = sum(_in_circle(each, pair) for each in self._pairs.values()) if pair and pair.circle else 0
        offered = self._contact_id is None and number > 1
        self.circle.setVisible(offered)
        self.circle.setChecked(self.circle.isChecked() and offered)
        self.circle.setText(f"Log for the whole circle ({counted(number, 'pair')})")

    def _on_channel_chosen(self, channel: Channel) -> None:
        if not self._minutes_typed:
            self.minutes.setValue(USUAL_MINUTES[channel])

    def _on_minutes_typed(self, _text: str) -> None:
        self._minutes_typed = True

    def _on_gifts_changed(self) -> None:
        if self.isVisible():
            self.fit()

    def commit(self) -> bool:
        """Logs the contact with what was given."""
        from mentordesk.services.pairs import contacts

        problems = self.missing("Choose the pair that was in contact.")
        if problems:
            self.form.show_problems(problems)
            return False
        form = ContactForm(
            self.pair.value(),
            self.channel.choice(),
            self.day.value() or self.workplace.today(),
            self.minutes.value(),
            self.note_field.toPlainText(),
            self.gifts.forms(),
        )
        if self._contact_id is None:
            if self.circle.isChecked():
                return self.do(contacts.log_circle, form, said="Contact logged for the whole circle")
            return self.do(contacts.log, form, said="Contact logged")
        return self.do(contacts.change, self._contact_id, form, said="Contact changed")


def _in_circle(each: PairChoice, pair: PairChoice) -> bool:
    """Whether a pair gets the contact of a circle: the one chosen, and the others that are active."""
    same = each.circle == pair.circle and each.cohort == pair.cohort
    return each.id == pair.id or (same and each.status is PairStatus.ACTIVE)


def log_contact(
    workplace: Workplace, parent: QWidget, pair_id: int | None = None, contact_id: int | None = None
) -> ContactDialog:
    """Opens the dialog, for a pair or one to be chosen; with `contact_id` for a contact on record."""
    dialog = ContactDialog(workplace, parent, pair_id, contact_id)
    dialog.open()
    return dialog
