"""Small dialogs about one pair: end it with a reason, who introduced the two, its rhythm."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from mentordesk.domain.pairs import EndReason, PairRow
from mentordesk.domain.programs import RHYTHMS
from mentordesk.ui.desk_dialog import DeskDialog
from mentordesk.ui.widgets.drop_down import DropDown
from mentordesk.ui.widgets.label import label
from mentordesk.ui.widgets.note_field import NoteField
from mentordesk.ui.widgets.number_field import NumberField
from mentordesk.ui.widgets.picker import Picker
from mentordesk.ui.widgets.suggestions import Choice
from mentordesk.ui.workplace import Workplace

LONGEST_RHYTHM = 366


class EndDialog(DeskDialog):
    """The reason counts in reports, the note stays with the pair."""

    def __init__(self, workplace: Workplace, parent: QWidget, pair: PairRow) -> None:
        super().__init__(workplace, parent, f"End {pair.short}", primary="End the pair")
        self._pair = pair
        sentence = "Their history stays. A pair that has reached what it wanted is completed, not ended."
        self.body.insertWidget(0, label(sentence, "body", "text2", wrap=True))
        self.reason = DropDown([(reason, reason.word) for reason in EndReason])
        self.note_field = NoteField()
        self.note_field.entered.connect(self.primary.click)
        self.form.add("reason", "Reason", self.reason)
        self.form.add("note", "Note, stays with the pair", self.note_field)
        self.reason.setFocus(Qt.FocusReason.TabFocusReason)

    def commit(self) -> bool:
        """Ends the pair."""
        from mentordesk.services import pairs

        values = self._pair.id, self.reason.choice(), self.note_field.toPlainText()
        return self.do(pairs.end, *values, said=f"{self._pair.short} ended")


class IntroducedByDialog(DeskDialog):
    """Nobody is a person too: an empty field takes it back."""

    def __init__(self, workplace: Workplace, parent: QWidget, pair: PairRow) -> None:
        from mentordesk.services import pair_listing, pairs

        super().__init__(workplace, parent, f"Who introduced {pair.short}?")
        self._pair = pair
        self.person = Picker("Nobody, or type a name")
        people = workplace.desk.read(pair_listing.people)
        others = [person for person in people if person.id not in (pair.left_id, pair.right_id)]
        self.person.set_choices([Choice(person.id, person.name, person.title) for person in others])
        self.person.set_value(workplace.desk.read(pairs.detail, pair.id).introduced_by_id)
        self.form.add("introduced_by_id", "Introduced by", self.person)

    def commit(self) -> bool:
        """Notes who it was."""
        from mentordesk.services import pairs

        return self.do(pairs.set_introduced_by, self._pair.id, self.person.value(), said="Introduction noted")


class RhythmDialog(DeskDialog):
    """How often a pair wants to be in contact: as its program says, or on its own."""

    def __init__(self, workplace: Workplace, parent: QWidget, pair: PairRow) -> None:
        from mentordesk.services import pairs

        super().__init__(workplace, parent, f"Rhythm of {pair.short}")
        self._pair = pair
        own = workplace.desk.read(pairs.detail, pair.id).own_rhythm_days
        follow = "As the program says" if pair.program else "Monthly, as everybody without a program"
        choices = [(0, follow), *((days, words.capitalize()) for days, words in RHYTHMS.items()), (-1, "Another")]
        self.rhythm = DropDown(choices)
        self.rhythm.choose(0 if own is None else own if own in RHYTHMS else -1)
        self.days = NumberField(1, LONGEST_RHYTHM, " days")
        self.days.setValue(own or pair.rhythm_days)
        self.rhythm.chosen.connect(self._show_days)
        self.form.add("rhythm", "How often", self.rhythm)
        self.form.add("rhythm_days", "Days between two contacts", self.days)
        self._show_days()

    def _show_days(self, _choice: object = None) -> None:
        self.form.box("rhythm_days").setVisible(self.rhythm.choice() == -1)
        if self.isVisible():
            self.fit()

    def commit(self) -> bool:
        """Sets the rhythm."""
        from mentordesk.services import pairs

        choice = self.rhythm.choice()
        days = self.days.value() if choice == -1 else choice or None
        return self.do(pairs.set_rhythm, self._pair.id, days, said="Rhythm changed")
