"""Which forms to send out: the cohort, for whom a workbook each, what they ask, until when. Writes none."""

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from mentordesk.domain.cohorts import CohortPhase, CohortRow
from mentordesk.domain.responses import FormsFor, FormsRequest, ResponseKind, last_day
from mentordesk.domain.wording import counted
from mentordesk.ui.widgets.date_field import DateField
from mentordesk.ui.widgets.drop_down import DropDown
from mentordesk.ui.widgets.form import Form
from mentordesk.ui.widgets.label import label, row
from mentordesk.ui.widgets.segments import SegmentedControl

_FOR = [
    (FormsFor.COHORT, "The whole cohort"),
    (FormsFor.PAIR, "Each pair"),
    (FormsFor.PERSON, "Each person"),
]
_WORDS = {
    FormsFor.COHORT: "One workbook with a row for each person: for a meeting of all, or to type paper forms into.",
    FormsFor.PAIR: "A workbook for each pair, to a folder. Both sides answer in it and see what the other wrote.",
    FormsFor.PERSON: "A workbook for each person, to a folder. Nobody sees the other side’s answers.",
}
_ASKS = {
    ResponseKind.CHECK_IN: "Check-ins: how it is going",
    ResponseKind.CONTACT: "Contacts: when they were in touch",
    ResponseKind.EXCHANGE: "Exchanges: who gave what",
}


class FormsCard(QWidget):
    """Emits `changed` when another form is asked for."""

    changed = Signal()

    def __init__(self, cohorts: list[CohortRow], cohort_id: int | None, today: date) -> None:
        super().__init__()
        open_first = sorted(cohorts, key=lambda it: (it.phase is CohortPhase.FINISHED, not (it.active + it.enduring)))
        self._pairs = {it.id: it.active + it.enduring for it in cohorts}
        self.cohort = DropDown([(it.id, it.name) for it in open_first])
        if cohort_id is not None:
            self.cohort.choose(cohort_id)
        self.made_for = SegmentedControl(_FOR, "A workbook for", stretch=True)
        self.made_for.choose(FormsFor.PERSON)
        self.explained = label("", "caption", "text2", wrap=True)
        self.asks = {kind: QCheckBox(words) for kind, words in _ASKS.items()}
        self.until = DateField(today=lambda: today, value=last_day(today))
        self.form = Form()
        self._lay_out()
        self._connect()
        self._explain()

    def _lay_out(self) -> None:
        self.form.add_row(
            ("cohort", "Cohort", self.cohort), ("until", "Please send back by", self.until), shares=(3, 2)
        )
        self.form.add("made_for", "A workbook for", self.made_for)
        self.form.add_part(self.explained)
        self.form.add_part(label("What it asks", "small_title"))
        for box in self.asks.values():
            box.setChecked(True)
            self.form.add_part(box)
        inside = QVBoxLayout(self)
        inside.setContentsMargins(0, 4, 0, 0)
        inside.addWidget(self.form)
        note = (
            "Drop-downs show what can be chosen, everything else is locked. Answers after the day are taken and marked."
        )
        inside.addLayout(row(label(note, "caption", "text2", wrap=True)))
        inside.addStretch(1)

    def _connect(self) -> None:
        self.cohort.chosen.connect(lambda _id: self.changed.emit())
        self.made_for.chosen.connect(lambda _for: self._explain())
        self.until.changed.connect(lambda _day: self.changed.emit())
        for box in self.asks.values():
            box.toggled.connect(lambda _on: self.changed.emit())

    def _explain(self) -> None:
        self.explained.setText(_WORDS[self.made_for.choice()])
        self.changed.emit()

    def request(self) -> FormsRequest:
        """What is to be written."""
        asks = frozenset(kind for kind, box in self.asks.items() if box.isChecked())
        return FormsRequest(self.cohort.choice(), None, self.made_for.choice(), asks, self.until.value())

    def verb(self) -> str:
        """What the button does."""
        pairs = self._pairs.get(self.cohort.choice(), 0)
        number = {FormsFor.COHORT: 1, FormsFor.PAIR: pairs, FormsFor.PERSON: 2 * pairs}[self.made_for.choice()]
        if not number:
            return "Save the forms…"
        return "Save the form…" if number == 1 else f"Save {counted(number, 'form')}…"

    def why_not(self) -> str:
        """Why no form can be written; empty where one can."""
        if self.cohort.choice() is None:
            return "There is no cohort yet"
        if not self._pairs.get(self.cohort.choice()):
            return "This cohort has no active pair"
        if not any(box.isChecked() for box in self.asks.values()):
            return "Choose at least one thing to ask"
        return self.until.problem()
