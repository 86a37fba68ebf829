"""The quick log of a pair: channel, day, minutes, what was given.

With something given it asks who gave, what kind and how much, in place.
"""

from datetime import timedelta

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from mentordesk.domain import dates
from mentordesk.domain.contacts import Channel, ContactForm, GiftForm
from mentordesk.domain.standing import Side
from mentordesk.ui import icons, theme
from mentordesk.ui.pairs.contact_dialog import LONGEST_MINUTES, SHORT_WORDS, USUAL_MINUTES
from mentordesk.ui.pairs.gift_fields import KINDS, PointsControl, SkillChoice
from mentordesk.ui.pairs.pair_actions import PairActions
from mentordesk.ui.pairs.reading import PairSheet
from mentordesk.ui.widgets.drop_down import DropDown
from mentordesk.ui.widgets.flow import FlowLayout
from mentordesk.ui.widgets.label import button
from mentordesk.ui.widgets.number_field import NumberField
from mentordesk.ui.workplace import Workplace

_DAYS = 7
_MINUTES_WIDTH = 78
_LEAST_WORDS = 110


class QuickLog(QWidget):
    """Enter or Log saves; for an older day there is the dialog."""

    def __init__(self, workplace: Workplace, actions: PairActions) -> None:
        super().__init__()
        self._workplace = workplace
        self._actions = actions
        self._sheet: PairSheet | None = None
        self._minutes_typed = False
        self._make_fields()
        self._in_one_line: bool | None = None
        self._fields = QGridLayout()
        self._fields.setSpacing(7)
        for place, field in enumerate((self.channel, self.day, self.minutes)):
            self._fields.addWidget(field, 0, place)
        inside = QVBoxLayout(self)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(8)
        inside.addLayout(self._fields)
        self._given = QWidget()
        beside = FlowLayout(self._given, gap=7)
        for field in (self.giver, self.kind, self.points, self.skill):
            beside.addWidget(field)
        self._given.hide()
        inside.addWidget(self._given)
        self._place_words(one_line=True)

    def _place_words(self, one_line: bool) -> None:
        """What was given and Log stand beside the other fields, or below them where there is no room."""
        if one_line == self._in_one_line:
            return
        self._in_one_line = one_line
        for part in (self.what, self.log):
            self._fields.removeWidget(part)
        self._fields.addWidget(self.what, *((0, 3) if one_line else (1, 0, 1, 4)))
        self._fields.addWidget(self.log, 0 if one_line else 1, 4)
        self._fields.setColumnStretch(3, 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        beside = [it for it in (self.channel, self.day, self.minutes, self.log) if not it.isHidden()]
        taken = sum(min(it.sizeHint().width(), it.maximumWidth()) + self._fields.spacing() for it in beside)
        self._place_words(self.width() - taken >= theme.current().wide(_LEAST_WORDS))

    def _make_fields(self) -> None:
        self.channel = DropDown([(channel, SHORT_WORDS[channel]) for channel in Channel], "Channel", snug=True)
        self.channel.chosen.connect(self._on_channel_chosen)
        self._show_icons()
        self.day = DropDown(name="Day", snug=True)
        self.minutes = NumberField(0, LONGEST_MINUTES, " min")
        self.minutes.setAccessibleName("Minutes")
        self.minutes.setFixedWidth(theme.current().wide(_MINUTES_WIDTH))
        self.minutes.setValue(USUAL_MINUTES[Channel.MEETING])
        self.minutes.lineEdit().textEdited.connect(self._on_minutes_typed)
        self.what = QLineEdit()
        self.what.setPlaceholderText("What was given?")
        self.what.setAccessibleName("What was given?")
        self.what.setMinimumWidth(50)
        self.what.textChanged.connect(lambda text: self._given.setVisible(bool(text.strip())))
        self.what.returnPressed.connect(self.save)
        self.log: QPushButton = button("Log", "primary", on_click=self.save, tip="Log this contact (Enter)")
        self.giver: DropDown = DropDown(name="Who gave")
        self.kind: DropDown = DropDown(KINDS, "Kind")
        self.points: PointsControl = PointsControl()
        self.skill = SkillChoice()
        for choice in (self.giver, self.kind):
            choice.currentIndexChanged.connect(self._offer_skills)
        self.what.textEdited.connect(self._on_what_typed)

    def _on_what_typed(self, words: str) -> None:
        self._offer_skills()
        self.skill.suggest(words)

    def _offer_skills(self, _index: int = 0) -> None:
        """The skills that who gave offers, where the kind is about one."""
        sheet = self._sheet
        side = Side.LEFT if sheet is None or self.giver.choice() == sheet.row.left_id else Side.RIGHT
        offers = sheet.skills[side].offers if sheet is not None and side in sheet.skills else ()
        self.skill.setVisible(self.skill.offer(offers, self.kind.choice()))

    def _show_icons(self) -> None:
        for number, channel in enumerate(Channel):
            self.channel.setItemIcon(number, icons.icon(channel.value))
            self.channel.setItemData(number, channel.word, Qt.ItemDataRole.ToolTipRole)

    def set_narrow(self, narrow: bool) -> None:
        """The small window has no room for minutes; the usual ones of the channel are noted."""
        self.minutes.setVisible(not narrow)
        self._fit()

    def show_sheet(self, sheet: PairSheet) -> None:
        """Shows another pair, or the same one after a change: what was typed stays only with its pair."""
        if self._sheet is None or self._sheet.row.id != sheet.row.id:
            self._clear()
        self._sheet = sheet
        self._show_icons()
        self.day.set_choices([(back, self._day_words(back)) for back in range(_DAYS)])
        giver = self.giver.choice()
        self.giver.set_choices([(sheet.row.left_id, f"{sheet.left} gave"), (sheet.row.right_id, f"{sheet.right} gave")])
        self.giver.choose(giver)
        self._offer_skills()
        begun = sheet.row.begun
        for field in (self.channel, self.day, self.minutes, self.what, self.log):
            field.setEnabled(begun and self._actions.allowed)
        self.log.setToolTip("Log this contact (Enter)" if begun else "Activate the pair first")
        self._actions.lock(self.log)
        self._fit()

    def _day_words(self, back: int) -> str:
        assert self._sheet is not None
        day = self._sheet.today - timedelta(days=back)
        return f"{dates.weekday_long(day)[:3]} {day.day}" if back else "Today"

    def _clear(self) -> None:
        self.what.clear()
        self.skill.show_skill("")
        self.kind.setCurrentIndex(0)
        self.points.choose(1)
        self.day.choose(0)
        self._minutes_typed = False
        self.minutes.setValue(USUAL_MINUTES[self.channel.choice()])

    def _on_channel_chosen(self, channel: Channel) -> None:
        if not self._minutes_typed:
            self.minutes.setValue(USUAL_MINUTES[channel])

    def _on_minutes_typed(self, _text: str) -> None:
        self._minutes_typed = True

    def save(self) -> None:
        """Logs the contact, with the gift where one is named."""
        from mentordesk.services.pairs import contacts

        sheet = self._sheet
        if sheet is None or not self.log.isEnabled():
            return
        what = self.what.text().strip()
        gift = GiftForm(self.giver.choice(), self.kind.choice(), self.points.choice(), what, self.skill.skill())
        form = ContactForm(
            pair_id=sheet.row.id,
            channel=self.channel.choice(),
            on=sheet.today - timedelta(days=self.day.choice()),
            minutes=self.minutes.value(),
            gifts=(gift,) if what else (),
        )
        if self._workplace.do(contacts.log, form, said="Contact logged"):
            self._clear()
