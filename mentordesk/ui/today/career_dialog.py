"""A career turns: ask the pair, and note what it decides. Does what the choice says, as one step."""

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QRadioButton, QSizePolicy, QVBoxLayout, QWidget

from mentordesk.domain import career_choices
from mentordesk.domain.attention import AttentionItem
from mentordesk.domain.career_choices import AskedPair, CareerAsk, CareerChoice, CareerDecision
from mentordesk.domain.people import CareerKind
from mentordesk.ui.desk_dialog import DeskDialog
from mentordesk.ui.widgets.date_field import DateField
from mentordesk.ui.widgets.drop_down import DropDown
from mentordesk.ui.widgets.label import button, label, row
from mentordesk.ui.workplace import Workplace

_WORDS = {
    CareerChoice.PAUSE: ("Pause", "No reminders while they rest. They keep their place and their milestones."),
    CareerChoice.LIGHTER: ("Lighter rhythm", "They meet less often; silence is counted by that."),
    CareerChoice.SECOND: ("Second mentor", "Opens New pair with the mentee filled in. This pair goes on."),
    CareerChoice.RESUME: ("Take up the rhythm again", "The pause is over; the pair is active."),
    CareerChoice.USUAL: ("Back to the usual rhythm", "As the program says."),
    CareerChoice.ENDURE: ("Go on together", "By themselves, without rhythm and milestones."),
    CareerChoice.COMPLETE: ("Finish", "The pair is completed; its history stays."),
    CareerChoice.NOTHING: ("Nothing changes", "Taken off Today for 14 days."),
}
_BUTTONS = {
    CareerChoice.PAUSE: "Pause the pair",
    CareerChoice.LIGHTER: "Set the rhythm",
    CareerChoice.SECOND: "Find a second mentor…",
    CareerChoice.RESUME: "Resume the pair",
    CareerChoice.USUAL: "Set the rhythm",
    CareerChoice.ENDURE: "Mark as enduring",
    CareerChoice.COMPLETE: "Complete the pair",
    CareerChoice.NOTHING: "Leave as it is",
}
_SAID = {
    CareerChoice.PAUSE: "paused",
    CareerChoice.LIGHTER: "meet less often",
    CareerChoice.SECOND: "another mentor is looked for",
    CareerChoice.RESUME: "active again",
    CareerChoice.USUAL: "back to the usual rhythm",
    CareerChoice.ENDURE: "go on together",
    CareerChoice.COMPLETE: "completed",
    CareerChoice.NOTHING: "stay as they are",
}


class CareerAskDialog(DeskDialog):
    """Emits `mail_asked` where the pair is to be written to first; the item is handled with the decision."""

    mail_asked = Signal()

    def __init__(self, workplace: Workplace, item: AttentionItem, ask: CareerAsk, parent: QWidget) -> None:
        super().__init__(workplace, parent, item.title, primary="Leave as it is", width=560)
        self._item, self._ask = item, ask
        self._several = len(ask.pairs) > 1
        self._add_question()
        self.pair = DropDown([(pair.id, pair.name) for pair in ask.pairs], "Pair")
        box = self.form.add("pair", "Pair", self.pair)
        box.setVisible(self._several)
        self._group = QButtonGroup(self)
        self._add_choices()
        self.body.addStretch(1)
        self.pair.chosen.connect(self._show_pair)
        self._show_pair()

    def _add_question(self) -> None:
        sentence = "Ask the two of them what suits. Once you know, note it here."
        self.body.insertWidget(0, label(sentence, "body", "text2", wrap=True))
        whom = "Write to the pairs…" if self._several else "Write to both…"
        self.write = button(whom, "tonal", "email", self._on_write)
        self.body.insertLayout(1, row(self.write, None))

    def _add_choices(self) -> None:
        self.until = DateField(self.workplace.today, career_choices.back_on(self._ask.on, self.workplace.today()))
        self.rhythm_days = DropDown()
        self.choices: dict[CareerChoice, QRadioButton] = {}
        self._captions: dict[CareerChoice, QWidget] = {}
        for choice in CareerChoice:
            self._add_choice(choice)
        for name in ("until", "rhythm_days"):
            self.form.box(name).setContentsMargins(22, 0, 0, 4)
            self.form.box(name).setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self._group.buttonToggled.connect(self._on_toggled)

    def _add_choice(self, choice: CareerChoice) -> None:
        title, words = self._words(choice)
        radio = QRadioButton(title)
        radio.setProperty("strong", True)
        radio.setAccessibleDescription(words)
        caption = label(words, "caption", "text2", wrap=True)
        caption.setContentsMargins(22, 0, 0, 0)
        part = QWidget()
        inside = QVBoxLayout(part)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(0)
        inside.addWidget(radio)
        inside.addWidget(caption)
        self._group.addButton(radio)
        self.choices[choice], self._captions[choice] = radio, part
        self.form.add_part(part)
        if choice is CareerChoice.PAUSE:
            self.form.add("until", "Back on Today on", self.until, "Empty: no reminder")
        elif choice is CareerChoice.LIGHTER:
            self.form.add("rhythm_days", "How often", self.rhythm_days)

    def _words(self, choice: CareerChoice) -> tuple[str, str]:
        if choice is CareerChoice.SECOND and self._ask.kind is CareerKind.DEPARTURE:
            return "New mentor", "Opens New pair with the mentee filled in."
        return _WORDS[choice]

    def _pair(self) -> AskedPair:
        chosen = self.pair.choice()
        return next(pair for pair in self._ask.pairs if pair.id == chosen)

    def _show_pair(self, _chosen: object = None) -> None:
        """The choices that this pair has."""
        pair = self._pair()
        offered = career_choices.choices(self._ask, pair)
        for choice, part in self._captions.items():
            part.setVisible(choice in offered)
        lighter = career_choices.lighter_than(pair.rhythm_days)
        self.rhythm_days.set_choices([(days, words.capitalize()) for days, words in lighter.items()])
        self.choices[offered[0]].setChecked(True)
        self.choices[offered[0]].setFocus()
        self._on_toggled()

    def choice(self) -> CareerChoice:
        """What is chosen now."""
        return next(choice for choice, radio in self.choices.items() if radio.isChecked())

    def _on_toggled(self, *_: object) -> None:
        if self._group.checkedButton() is None:
            return
        choice = self.choice()
        self.form.box("until").setVisible(choice is CareerChoice.PAUSE)
        self.form.box("rhythm_days").setVisible(choice is CareerChoice.LIGHTER)
        departed = choice is CareerChoice.SECOND and self._ask.kind is CareerKind.DEPARTURE
        self.primary.setText("Find a new mentor…" if departed else _BUTTONS[choice])
        if self.isVisible():
            self.fit()

    def _on_write(self) -> None:
        self.mail_asked.emit()
        self.reject()

    def commit(self) -> bool:
        """Carries out what is chosen."""
        from mentordesk.services.people import career_asks

        choice, pair = self.choice(), self._pair()
        if choice is CareerChoice.PAUSE and self.until.problem():
            self.form.show_problems({"until": self.until.problem()})
            return False
        key = "" if self._several else self._item.key
        decision = CareerDecision((pair.id,), choice, item_key=key)
        if choice is CareerChoice.PAUSE:
            decision = replace(decision, until=self.until.value())
        elif choice is CareerChoice.LIGHTER:
            decision = replace(decision, rhythm_days=self.rhythm_days.choice())
        if self._several and choice is CareerChoice.NOTHING:
            decision = replace(decision, item_key=self._item.key)
        done = self.do(career_asks.decide, decision, said=f"{pair.name}: {_SAID[choice]}")
        if done and choice is CareerChoice.SECOND:
            self.accepted.connect(lambda: self._find(pair))
        return done

    def _find(self, pair: AskedPair) -> None:
        """New pair with the mentee; in no cohort (0) where the mentee has no place left in that of the pair."""
        self.workplace.command("new_pair", mentee_id=pair.mentee_id, cohort_id=pair.cohort_id or 0)
