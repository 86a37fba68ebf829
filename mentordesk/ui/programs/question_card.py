"""One set of questions as a card: the fixed ones, the program's own, and a field for a new one. Knows no desk."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QVBoxLayout, QWidget

from mentordesk.domain.check_in_rules import FIXED, MOST_OWN
from mentordesk.domain.questions import LONGEST, QuestionRow, QuestionSet
from mentordesk.ui.programs.question_line import FixedLine, QuestionLine
from mentordesk.ui.widgets.label import button, label, row

_WORDS = {
    QuestionSet.CHECK_IN: "Both sides answer from 1 to 5 at each check-in. Four are the same in every program, so that "
    "figures can be compared; up to two more are the program's own.",
    QuestionSet.CLOSING: "Both sides answer in their own words when the pair closes.",
    QuestionSet.STORY: "For the magazine: either side may answer. {mentor} and {mentee} become the names of each pair.",
}
_FULL = "A check-in asks the four questions and at most two more"
READ_ONLY = "This desk is open to read only"


class NewQuestion(QLineEdit):
    """Enter adds what is typed, Esc puts the field away."""

    put_away = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setMaxLength(LONGEST)
        self.setPlaceholderText("Type the question, Enter adds it")
        self.setAccessibleName("New question")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.put_away.emit()
        else:
            super().keyPressEvent(event)


class QuestionCard(QFrame):
    """Lines stay with their questions, so that the focus stays where one types."""

    added = Signal(QuestionSet, str)
    changed = Signal(int, str)
    remove_asked = Signal(int)
    hide_asked = Signal(int, bool)
    moved = Signal(int, int)
    reached = Signal(QWidget)
    """A part the keyboard has gone to: it should be in view."""

    def __init__(self, question_set: QuestionSet, read_only: bool) -> None:
        super().__init__()
        self.setProperty("card", True)
        self.setProperty("region", True)
        self.setAccessibleName(f"{question_set.word} questions")
        self.question_set, self._read_only = question_set, read_only
        self.lines: dict[int, QuestionLine] = {}
        self.add = button("Add question", icon="plus", on_click=self.begin, small=True)
        self.nothing = label("No question yet.", "body", "text2")
        self.nothing.setContentsMargins(16, 6, 16, 6)
        self.new = NewQuestion()
        self._new_row = QWidget()
        self._new_row.setLayout(row(self.new))
        self._new_row.layout().setContentsMargins(40, 6, 16, 4)  # type: ignore[union-attr]
        self._new_row.hide()
        self.new.returnPressed.connect(self._on_entered)
        self.new.put_away.connect(self._on_put_away)
        self._lay_out()

    def _lay_out(self) -> None:
        inside = QVBoxLayout(self)
        inside.setContentsMargins(1, 10, 1, 8)
        inside.setSpacing(0)
        head = row(label(self.question_set.word, "section"), None, self.add)
        head.setContentsMargins(15, 0, 15, 0)
        words = label(_WORDS[self.question_set], "caption", "text2", wrap=True)
        words.setContentsMargins(15, 2, 15, 6)
        inside.addLayout(head)
        inside.addWidget(words)
        self.fixed = [FixedLine(it.title, it.text) for it in FIXED if self.question_set is QuestionSet.CHECK_IN]
        for line in self.fixed:
            inside.addWidget(line)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(0)
        inside.addLayout(self._rows)
        inside.addWidget(self.nothing)
        inside.addWidget(self._new_row)

    def show_questions(self, questions: Sequence[QuestionRow]) -> None:
        """Shows the questions of this set in their order."""
        own = [it for it in questions if it.question_set is self.question_set]
        for gone in set(self.lines) - {it.id for it in own}:
            self._drop(gone)
        for at, question in enumerate(own):
            line = self.lines.get(question.id) or self._make(question)
            if self._rows.indexOf(line) != at:
                self._rows.removeWidget(line)
                self._rows.insertWidget(at, line)
            line.show_question(question, at + 1 + len(self.fixed), at == 0, at == len(own) - 1)
            if self._read_only:
                line.lock(READ_ONLY)
        self.lines = {it.id: self.lines[it.id] for it in own}
        self.nothing.setVisible(not own and not self.fixed)
        full = self.question_set is QuestionSet.CHECK_IN and sum(not it.hidden for it in own) >= MOST_OWN
        self.add.setEnabled(not full and not self._read_only)
        self.add.setToolTip(READ_ONLY if self._read_only else _FULL if full else "")
        if full:
            self._new_row.hide()
        self._set_tab_order()

    def _make(self, question: QuestionRow) -> QuestionLine:
        made = QuestionLine(question)
        made.changed.connect(self.changed)
        made.remove_asked.connect(self.remove_asked)
        made.hide_asked.connect(self.hide_asked)
        made.moved.connect(self.moved)
        made.stepped.connect(self._step)
        made.focused.connect(self._on_focused)
        self.lines[question.id] = made
        return made

    def _drop(self, question_id: int) -> None:
        gone = self.lines.pop(question_id)
        self._rows.removeWidget(gone)
        gone.hide()
        gone.deleteLater()

    def _set_tab_order(self) -> None:
        before: QWidget | None = None
        for line in self.lines.values():
            for part in line.parts():
                if before is not None:
                    QWidget.setTabOrder(before, part)
                before = part

    # Focus and keys

    def _on_focused(self, question_id: int) -> None:
        for each, line in self.lines.items():
            line.mark(each == question_id)
        self.reached.emit(self.lines[question_id])

    def _step(self, question_id: int, by: int) -> None:
        if (other := self.beside(question_id, by)) is not None:
            self.lines[other].text.setFocus(Qt.FocusReason.TabFocusReason)

    def beside(self, question_id: int, by: int) -> int | None:
        """The question so many lines below; None where there is none."""
        ids = list(self.lines)
        at = ids.index(question_id) + by
        return ids[at] if 0 <= at < len(ids) else None

    def begin(self) -> None:
        """A field for a new question, below the others."""
        self._new_row.show()
        self.new.setFocus()
        self.reached.emit(self.new)

    def put_away(self) -> None:
        """The field for a new question goes, with what was typed."""
        self.new.clear()
        self._new_row.hide()

    def _on_put_away(self) -> None:
        self.put_away()
        self.add.setFocus()

    def _on_entered(self) -> None:
        if text := self.new.text().strip():
            self.added.emit(self.question_set, text)
