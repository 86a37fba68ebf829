"""Small dialogs about one pair: end it with a reason, who introduced the two, its rhythm, notes."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from mentordesk.domain.pairs import EndReason, PairRow
from mentordesk.domain.people import first_name
from mentordesk.domain.programs import RHYTHMS
from mentordesk.domain.standing import PairStatus
from mentordesk.ui.desk_dialog import DeskDialog
from mentordesk.ui.widgets.drop_down import DropDown
from mentordesk.ui.widgets.label import label
from mentordesk.ui.widgets.note_field import NoteField
from mentordesk.ui.widgets.number_field import NumberField
from mentordesk.ui.widgets.picker import Picker
from mentordesk.ui.widgets.segments import SegmentedControl
from mentordesk.ui.widgets.suggestions import Choice
from mentordesk.ui.workplace import Workplace

LONGEST_RHYTHM = 366
_KIND_WORDS = (
    "Nobody is to blame: a pair may end because life has changed. Their history stays. A pair that has reached what it "
    "wanted is completed, not ended."
)


class EndDialog(DeskDialog):
    """Ends a pair, or changes why one ended: the reason counts in reports, the note stays with the pair."""

    def __init__(self, workplace: Workplace, parent: QWidget, pair: PairRow) -> None:
        self._is_change = pair.status is PairStatus.ENDED
        title = f"Why {pair.short} ended" if self._is_change else f"End {pair.short}"
        primary = "Save" if self._is_change else "End the pair"
        super().__init__(workplace, parent, title, primary=primary, width=480)
        self._pair = pair
        self.body.insertWidget(0, label(_KIND_WORDS, "body", "text2", wrap=True))
        self.reason = DropDown([(reason, reason.word) for reason in _reasons(pair)])
        self.left_again, self.right_again = (_again(name) for name in (pair.left, pair.right))
        self.note_field = NoteField()
        self.note_field.entered.connect(self.primary.click)
        self._arrange()
        self._show_record()
        self.reason.setFocus(Qt.FocusReason.TabFocusReason)

    def _arrange(self) -> None:
        left, right = first_name(self._pair.left), first_name(self._pair.right)
        self.form.add("reason", "Reason", self.reason)
        self.form.add_part(label("Would they match with each other again?", "caption", "text2"))
        self.form.add_row(("left_again", left, self.left_again), ("right_again", right, self.right_again))
        self.form.add("note", "Note, stays with the pair", self.note_field)
        self.form.add_part(label("All of this can be changed later.", "caption", "text3"))

    def _show_record(self) -> None:
        """What is on record already: the answers to a closing survey, or why the pair ended."""
        from mentordesk.services.pairs import closing, pairs

        found = self.workplace.desk.read(closing.sheet, self._pair.id)
        self.left_again.choose(found.left_again)
        self.right_again.choose(found.right_again)
        if self._is_change:
            self.reason.choose(self._pair.end_reason or EndReason.OTHER)
            self.note_field.setPlainText(self.workplace.desk.read(pairs.detail, self._pair.id).end_note)

    def commit(self) -> bool:
        """Ends the pair, or corrects the record."""
        from mentordesk.services.pairs import pairs

        again = self.left_again.choice(), self.right_again.choice()
        values = self._pair.id, self.reason.choice(), self.note_field.toPlainText(), *again
        if self._is_change:
            return self.do(pairs.change_ending, *values, said=f"The reason of {self._pair.short} is changed")
        return self.do(pairs.end, *values, said=f"{self._pair.short} ended")


def _reasons(pair: PairRow) -> list[EndReason]:
    """Only a proposal can be declined; of a pair that has begun somebody takes leave."""
    declinable = pair.status is PairStatus.PROPOSED or pair.end_reason is EndReason.DECLINED
    return [reason for reason in EndReason if declinable or reason is not EndReason.DECLINED]


def _again(name: str) -> SegmentedControl:
    return SegmentedControl([(True, "Yes"), (False, "No")], f"{first_name(name)} would match again", optional=True)


class IntroducedByDialog(DeskDialog):
    """Nobody is a person too: an empty field takes it back."""

    def __init__(self, workplace: Workplace, parent: QWidget, pair: PairRow) -> None:
        from mentordesk.services.pairs import pair_listing, pairs

        super().__init__(workplace, parent, f"Who introduced {pair.short}?")
        self._pair = pair
        self.person = Picker("Nobody, or type a name")
        people = workplace.desk.read(pair_listing.people)
        others = [person for person in people if person.id not in (pair.left_id, pair.right_id)]
        self.person.set_choices([Choice(person.id, person.name, person.title) for person in others])
        self.person.set_value(workplace.desk.read(pairs.detail, pair.id).introduced_by_id)
        self.form.add("introduced_by_id", "Introduced by", self.person)
        self.person.setFocus()

    def commit(self) -> bool:
        """Notes who it was."""
        from mentordesk.services.pairs import pairs

        return self.do(pairs.set_introduced_by, self._pair.id, self.person.value(), said="Introduction noted")


class RhythmDialog(DeskDialog):
    """How often a pair wants to be in contact: as its program says, or on its own."""

    def __init__(self, workplace: Workplace, parent: QWidget, pair: PairRow) -> None:
        from mentordesk.services.pairs import pairs

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
        self.rhythm.setFocus()
        self._show_days()

    def _show_days(self, _choice: object = None) -> None:
        self.form.box("rhythm_days").setVisible(self.rhythm.choice() == -1)
        if self.isVisible():
            self.fit()

    def commit(self) -> bool:
        """Sets the rhythm."""
        from mentordesk.services.pairs import pairs

        choice = self.rhythm.choice()
        days = self.days.value() if choice == -1 else choice or None
        return self.do(pairs.set_rhythm, self._pair.id, days, said="Rhythm changed")


class NotesDialog(DeskDialog):
    """What the coordinator wants to remember about a pair: the search finds it, no report has it."""

    def __init__(self, workplace: Workplace, parent: QWidget, pair: PairRow) -> None:
        from mentordesk.services.pairs import pairs

        super().__init__(workplace, parent, f"Notes on {pair.short}")
        self._pair = pair
        self.notes = NoteField("Prefer mornings, both travel in May …", lines=5)
        self.notes.setPlainText(workplace.desk.read(pairs.detail, pair.id).notes)
        self.form.add("notes", "For you alone: they are in no report", self.notes)
        self.notes.entered.connect(self.primary.click)
        self.notes.setFocus()

    def commit(self) -> bool:
        """Keeps them; empty takes them away."""
        from mentordesk.services.pairs import pairs

        return self.do(pairs.set_notes, self._pair.id, self.notes.toPlainText(), said="Notes kept")
