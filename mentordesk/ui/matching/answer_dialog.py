"""Record what one side of a proposed pair said: yes or no, on which day, in which words. Knows no rule."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QWidget

from mentordesk.domain.pair_answers import AnswerRow, said, side_words
from mentordesk.domain.standing import Side
from mentordesk.ui.desk_dialog import DeskDialog
from mentordesk.ui.widgets.date_field import DateField
from mentordesk.ui.widgets.drop_down import DropDown
from mentordesk.ui.widgets.label import label
from mentordesk.ui.widgets.note_field import NoteField
from mentordesk.ui.widgets.picker import Picker
from mentordesk.ui.widgets.segments import SegmentedControl
from mentordesk.ui.widgets.suggestions import Choice
from mentordesk.ui.workplace import Workplace

_FREED = "The pair ends before it began. Both have their places again, and nobody is to blame."


class AnswerDialog(DeskDialog):
    """One answer of one side. `rows` are the proposed pairs of the desk, never none."""

    def __init__(
        self,
        workplace: Workplace,
        parent: QWidget | None,
        rows: list[AnswerRow],
        pair_id: int | None = None,
        side: Side | None = None,
        accepts: bool = True,
    ) -> None:
        super().__init__(workplace, parent, "Record an answer", primary="Record the answer", width=480)
        self._rows = {row.id: row for row in rows}
        self.pair = Picker("Type one of the two names", avatars=False)
        self.pair.set_choices([Choice(row.id, row.name, said(row, workplace.today())) for row in rows])
        self.side = DropDown([], "Who answered")
        self.answer = SegmentedControl([(True, "Yes", "check"), (False, "No", "close")], "Answer", stretch=True)
        self.day = DateField(workplace.today, workplace.today())
        self.note_field = NoteField("Their words, if they matter")
        self.freed = label(_FREED, "caption", "text2", wrap=True)
        self.start = QCheckBox("Both have said yes then: start the pair at once")
        self._arrange()
        self.pair.set_value(pair_id if pair_id is not None or len(rows) > 1 else rows[0].id)
        self.answer.choose(accepts)
        self._on_pair_chosen(self.pair.value())
        if side is not None:
            self.side.choose(side)
        self._on_answer_chosen()
        first = self.pair if self.pair.value() is None else self.side
        first.setFocus(Qt.FocusReason.TabFocusReason)

    def _arrange(self) -> None:
        self.form.add("pair_id", "Proposed pair", self.pair)
        self.form.add_row(("side", "Who answered", self.side), ("day", "Day", self.day), shares=(3, 2))
        self.form.add("answer", "Would they like to be a pair?", self.answer)
        self.form.add("note", "Note, stays with the pair", self.note_field)
        self.form.add_part(self.freed)
        self.form.add_part(self.start)
        self.pair.changed.connect(self._on_pair_chosen)
        self.side.chosen.connect(self._on_answer_chosen)
        self.answer.chosen.connect(self._on_answer_chosen)
        self.note_field.entered.connect(self.primary.click)

    def _on_pair_chosen(self, pair_id: int | None) -> None:
        row = self._rows.get(pair_id) if pair_id is not None else None
        words = zip(Side, side_words(row.format), strict=True) if row else ()
        self.side.set_choices([(side, f"{row.person(side)}, {word.lower()}") for side, word in words] if row else [])
        self.side.setEnabled(row is not None)
        if row is not None and row.unanswered:
            self.side.choose(row.unanswered[0])
        self._on_answer_chosen()

    def _on_answer_chosen(self, _choice: object = None) -> None:
        """A no says what it does; a yes that makes two may start the pair."""
        row, side = self._rows.get(self.pair.value()), self.side.choice()
        other = row.answer(side.other) if row and side else None
        accepts = bool(self.answer.choice())
        self.freed.setVisible(not accepts)
        self.start.setVisible(accepts and other is not None and other.accepted)
        if self.isVisible():
            self.fit()

    def commit(self) -> bool:
        """Records the answer."""
        from mentordesk.services.matching import pair_answers

        row, side = self._rows.get(self.pair.value()), self.side.choice()
        problems = {} if row else {"pair_id": "Choose the pair that answered."}
        if self.day.value() is None:
            problems["day"] = self.day.problem() or "Say on which day they answered."
        if row is None or problems:
            self.form.show_problems(problems)
            return False
        values = row.id, side, self.day.value(), self.note_field.toPlainText()
        if not self.answer.choice():
            return self.do(pair_answers.decline, *values, said=f"{row.first_name(side)} declined: both are free again")
        start = not self.start.isHidden() and self.start.isChecked()
        done = f"{row.short} started" if start else f"{row.first_name(side)} accepted"
        return self.do(pair_answers.accept, *values, start, said=done)


def record_answer(
    workplace: Workplace,
    parent: QWidget | None,
    pair_id: int | None = None,
    side: Side | None = None,
    accepts: bool = True,
) -> AnswerDialog | None:
    """Opens the dialog, for a proposed pair or one to be chosen; says so where no pair waits for an answer."""
    from mentordesk.services.matching import pair_answers

    rows = workplace.desk.read(pair_answers.waiting)
    if not rows:
        workplace.say("No pair waits for an answer. Pairs are proposed in Matching, or made by hand.")
        return None
    dialog = AnswerDialog(workplace, parent, rows, pair_id, side, accepts)
    dialog.open()
    return dialog
