"""Note who would like to meet whom, through whom; or that they have been brought together, and when."""

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from mentordesk.domain.introductions import IntroductionForm, IntroductionRow, RequestStatus
from mentordesk.domain.people import first_name
from mentordesk.ui.desk_dialog import DeskDialog
from mentordesk.ui.widgets.date_field import DateField
from mentordesk.ui.widgets.label import icon_label, label
from mentordesk.ui.widgets.note_field import NoteField
from mentordesk.ui.widgets.picker import Picker
from mentordesk.ui.widgets.segments import SegmentedControl
from mentordesk.ui.widgets.suggestions import Choice
from mentordesk.ui.workplace import Workplace

_STATES = [(RequestStatus.OPEN, "Asked for"), (RequestStatus.MADE, "Made already")]


class PairNotice(QFrame):
    """Says that the two are a pair already. It never blocks: people may still want to be brought together."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("card", "watch")
        self.words = label("", "body", wrap=True)
        inside = QHBoxLayout(self)
        inside.setContentsMargins(12, 8, 10, 8)
        inside.setSpacing(10)
        inside.addWidget(icon_label("info", "watch_text", 18))
        inside.addWidget(self.words, 1)
        self.hide()

    def say(self, sentence: str) -> None:
        """Nothing hides it."""
        self.words.setText(sentence)
        self.setAccessibleName(sentence)
        self.setVisible(bool(sentence))


class IntroductionDialog(DeskDialog):
    """`before` is the introduction to change; without one it is new."""

    def __init__(
        self,
        workplace: Workplace,
        parent: QWidget | None,
        before: IntroductionRow | None = None,
        ids: tuple[int | None, int | None, int | None] = (None, None, None),
    ) -> None:
        title = "Edit introduction" if before else "New introduction"
        super().__init__(workplace, parent, title, primary="Save" if before else "Add request", width=520)
        self._before = before
        self.person, self.other, self.through = Picker(), Picker(), Picker("Nobody in particular, or type a name")
        self.state = SegmentedControl(list(_STATES), "Status", stretch=True)
        self.asked_on = DateField(workplace.today, None if before else workplace.today())
        self.made_on = DateField(workplace.today, workplace.today())
        self.why = NoteField("What for: ten minutes about property law")
        self.notice = PairNotice()
        self._arrange()
        self._fill(ids)
        for picker in (self.person, self.other):
            picker.changed.connect(self._look_for_pair)
        self.state.chosen.connect(self._on_state)
        self.why.entered.connect(self._on_primary)
        self._on_state(self.state.choice())
        self._look_for_pair()
        empty = next((each for each in (self.person, self.other, self.through) if each.value() is None), self.person)
        empty.setFocus(Qt.FocusReason.TabFocusReason)

    def _arrange(self) -> None:
        self.form.add("person_id", "Who would like to meet somebody", self.person)
        self.form.add("other_id", "Whom", self.other)
        self.form.add_part(self.notice)
        self.form.add("through_id", "Through", self.through)
        self.form.add("status", "Status", self.state)
        self.form.add_row(("asked_on", "Asked on", self.asked_on), ("made_on", "Made on", self.made_on))
        self.form.add("note", "What for", self.why)

    def _fill(self, ids: tuple[int | None, int | None, int | None]) -> None:
        from mentordesk.services.pairs import pair_listing

        choices = {it.id: Choice(it.id, it.name, it.title) for it in self.workplace.desk.read(pair_listing.people)}
        it = self._before
        if it is not None:
            ids = (it.person_id, it.other_id, it.through_id)
            for person_id, name in zip(ids, (it.person, it.other, it.through), strict=True):
                if person_id is not None:
                    choices.setdefault(person_id, Choice(person_id, name, "Left"))
            self.asked_on.set_value(it.asked_on)
            self.made_on.set_value(it.made_on or self.workplace.today())
            self.why.setPlainText(it.note)
            self.state.choose(RequestStatus.MADE if it.status is RequestStatus.MADE else RequestStatus.OPEN)
            self.form.box("status").setVisible(it.status is RequestStatus.OPEN)
        else:
            self.state.choose(RequestStatus.OPEN)
        for picker, value in zip((self.person, self.other, self.through), ids, strict=True):
            picker.set_choices(list(choices.values()))
            picker.set_value(value)

    def _on_state(self, state: RequestStatus) -> None:
        made = state is RequestStatus.MADE
        self.form.box("made_on").setVisible(made)
        if self._before is None:
            self.primary.setText("Add introduction" if made else "Add request")
        if self.isVisible():
            self.fit()

    def _look_for_pair(self, _value: object = None) -> None:
        from mentordesk.services.pairs import introductions

        first, second = self.person.value(), self.other.value()
        known = None not in (first, second)
        self.notice.say(self.workplace.desk.read(introductions.pair_of, first, second) if known else "")
        if self.isVisible():
            self.fit()

    def commit(self) -> bool:
        """Notes it."""
        from mentordesk.services.pairs import introductions

        problems = self._problems()
        if any(problems.values()):
            self.form.show_problems(problems)
            return False
        form = self._form()
        first, second = first_name(self.person.text()), first_name(self.other.text())
        if self._before is not None:
            return self.do(
                introductions.change, self._before.id, form, said=f"Introduction of {first} and {second} changed"
            )
        said = (
            f"Introduction of {first} and {second} noted"
            if form.made_on
            else f"{first} would like to meet {second}: noted"
        )
        return self.do(introductions.request, form, said=said)

    def _problems(self) -> dict[str, str]:
        found = {
            "person_id": "" if self.person.value() is not None else "Choose a person.",
            "other_id": "" if self.other.value() is not None else "Choose a person.",
            "asked_on": self.asked_on.problem(),
        }
        if self.state.choice() is RequestStatus.MADE:
            found["made_on"] = self.made_on.problem() or ("" if self.made_on.value() else "Say when it was.")
        return found

    def _form(self) -> IntroductionForm:
        made_on: date | None = self.made_on.value() if self.state.choice() is RequestStatus.MADE else None
        ids = (self.person.value(), self.other.value(), self.through.value())
        return IntroductionForm(*ids, self.asked_on.value(), self.why.toPlainText(), made_on)


class MadeDialog(DeskDialog):
    """Asks on which day the two were brought together."""

    def __init__(self, workplace: Workplace, parent: QWidget | None, it: IntroductionRow) -> None:
        super().__init__(workplace, parent, "Introduction made", primary="Mark made", width=420)
        self._it = it
        through = (
            f"{it.through} has introduced {it.person} to {it.other}." if it.through else f"{it.person} met {it.other}."
        )
        self.body.insertWidget(0, label(through, "body", "text2", wrap=True))
        self.made_on = DateField(workplace.today, workplace.today())
        self.form.add("made_on", "When", self.made_on)
        self.made_on.setFocus()

    def commit(self) -> bool:
        """Notes it."""
        from mentordesk.services.pairs import introductions

        day = self.made_on.value()
        problem = self.made_on.problem() or ("" if day else "Say when it was.")
        if problem:
            self.form.show_problems({"made_on": problem})
            return False
        names = f"{first_name(self._it.person)} and {first_name(self._it.other)}"
        return self.do(introductions.make, self._it.id, day, said=f"{names} have been introduced")


def new_introduction(
    workplace: Workplace,
    parent: QWidget,
    person_id: int | None = None,
    other_id: int | None = None,
    through_id: int | None = None,
) -> IntroductionDialog:
    """Opens the dialog for a request, with people filled in as far as they are known."""
    dialog = IntroductionDialog(workplace, parent, ids=(person_id, other_id, through_id))
    dialog.open()
    return dialog
