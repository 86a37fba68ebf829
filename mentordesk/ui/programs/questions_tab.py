"""The questions of a program: check-in, closing survey and story, each in a card. A change is one step of history."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QVBoxLayout, QWidget

from mentordesk.domain.questions import QuestionForm, QuestionRow, QuestionSet
from mentordesk.ui.programs.question_card import QuestionCard
from mentordesk.ui.programs.reading import ProgramSheet
from mentordesk.ui.widgets.page_body import PageBody
from mentordesk.ui.workplace import Workplace


class QuestionsTab(QWidget):
    """A question once answered can be hidden, not removed."""

    def __init__(self, workplace: Workplace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workplace = workplace
        self._sheet: ProgramSheet | None = None
        self.cards = {kind: QuestionCard(kind, workplace.read_only) for kind in QuestionSet}
        self._body = body = PageBody(margin=0, gap=12)
        for card in self.cards.values():
            body.column.addWidget(card)
            card.added.connect(self._add)
            card.changed.connect(self._change)
            card.remove_asked.connect(self._remove)
            card.hide_asked.connect(self._hide)
            card.moved.connect(self._move)
            card.reached.connect(self._bring_into_view)
        body.column.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 12, 0, 0)
        whole.addWidget(body)

    def show_sheet(self, sheet: ProgramSheet) -> None:
        """Shows another program, or the same one newly read."""
        same = self._sheet is not None and self._sheet.row.id == sheet.row.id
        self._sheet = sheet
        for card in self.cards.values():
            if not same:
                card.put_away()
            card.show_questions(sheet.questions)

    def _bring_into_view(self, part: QWidget) -> None:
        """Once it is laid out: a new field has no place before."""
        QTimer.singleShot(0, part, lambda: self._body.ensureWidgetVisible(part))

    def _do(self, action: Callable[..., Any], *args: Any, said: str = "") -> bool:
        """What could not be done is shown, and the fields go back to what is on the desk."""
        done = self._workplace.do(action, *args, said=said)
        if not done and self._sheet is not None:
            self.show_sheet(self._sheet)
        return done

    def _add(self, kind: QuestionSet, text: str) -> None:
        from mentordesk.services.programs import questions

        if self._sheet is None:
            return
        form = QuestionForm(self._sheet.row.id, kind, text)
        if self._do(questions.save, form, said="Question added"):
            self.cards[kind].new.clear()

    def _change(self, question_id: int, text: str) -> None:
        from mentordesk.services.programs import questions

        row = self._row(question_id)
        if row is not None and self._sheet is not None:
            form = QuestionForm(self._sheet.row.id, row.question_set, text, question_id)
            kept = ". What was answered keeps the words it was asked in" if row.answers else ""
            self._do(questions.save, form, said=f"Question changed{kept}")

    def _hide(self, question_id: int, hidden: bool) -> None:
        from mentordesk.services.programs import questions

        said = "Question hidden: it is asked no more" if hidden else "Question is asked again"
        self._do(questions.hide, question_id, hidden, said=said)

    def _move(self, question_id: int, by: int) -> None:
        from mentordesk.services.programs import questions

        row = self._row(question_id)
        if row is not None and self.cards[row.question_set].beside(question_id, by) is not None:
            self._do(questions.move, question_id, by)

    def _remove(self, question_id: int) -> None:
        from mentordesk.services.programs import questions

        row = self._row(question_id)
        if row is None or self._workplace.read_only:
            return
        if row.why_kept:
            self._workplace.say(f"{row.why_kept}.")
            return
        card = self.cards[row.question_set]
        other = card.beside(question_id, 1) or card.beside(question_id, -1)
        (card.lines[other].text if other else card.add).setFocus()
        self._do(questions.remove, question_id, said="Question removed")

    def _row(self, question_id: int) -> QuestionRow | None:
        rows = self._sheet.questions if self._sheet is not None else ()
        return next((row for row in rows if row.id == question_id), None)
