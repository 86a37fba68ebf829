"""Dialogs of a story: the answers to a question, title with quote and date, the day somebody agreed."""

from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from mentordesk.domain.pairs import pair_name
from mentordesk.domain.standing import Side
from mentordesk.domain.stories import ConsentRow, StoryForm, StoryQuestionRow, StoryRow
from mentordesk.ui import theme
from mentordesk.ui.desk_dialog import DeskDialog
from mentordesk.ui.widgets.date_field import DateField
from mentordesk.ui.widgets.label import label
from mentordesk.ui.widgets.note_field import NoteField
from mentordesk.ui.workplace import Workplace

_LINES = 5
_NAMES: dict[Side | None, str] = {Side.LEFT: "left", Side.RIGHT: "right", None: "both"}


def said_after(story: StoryRow, sentence: str) -> str:
    """What a toast says of a change in the words: who agreed to them as they were before."""
    agreed = [side.first for side in story.sides if side.agreed_on is not None]
    return (
        f"{sentence}. {' and '.join(agreed)} agreed to the words before: show them the new ones" if agreed else sentence
    )


class AnswersDialog(DeskDialog):
    """A field for each side; an empty one is no answer. A part of an answer can become the pull quote."""

    def __init__(
        self,
        workplace: Workplace,
        parent: QWidget,
        story: StoryRow,
        question: StoryQuestionRow,
        begin: Side | None = None,
    ) -> None:
        super().__init__(workplace, parent, question.question, primary="Save", width=560)
        self._story, self._question = story, question
        together: tuple[Side | None, ...] = (None,) if question.of(None) else ()
        self.fields: dict[Side | None, QPlainTextEdit] = {}
        for side in (*Side, *together):
            self._add(side)
        self.quote = self.add_alternative("Use as quote", self._on_quote)
        self.quote.setToolTip("The marked words, or the whole answer, stand large on the page")
        self.note.setText("Ctrl+Enter saves")
        begun = next((side for side in self.fields if question.of(side)), Side.LEFT)
        self._last = self.fields[begin if begin in self.fields and begin is not None else begun]
        self._last.setFocus()
        self._last.moveCursor(QTextCursor.MoveOperation.End)

    def _add(self, side: Side | None) -> None:
        field = QPlainTextEdit(self._question.of(side))
        field.setTabChangesFocus(True)
        field.setFixedHeight(theme.current().line() * _LINES + 18)
        who = "Both together say" if side is None else f"{self._story.speaker(side)} says"
        self.form.add(_NAMES[side], who, field)
        field.cursorPositionChanged.connect(lambda: self._on_cursor(field))
        field.textChanged.connect(lambda: self._on_cursor(field))
        self.fields[side] = field

    def _on_cursor(self, field: QPlainTextEdit) -> None:
        self._last = field

    def _on_quote(self) -> None:
        """The marked words, else the whole answer that was edited last, else the only one."""
        marked = self._last.textCursor().selectedText().replace("\u2029", " ")
        words = marked.strip() or self._last.toPlainText().strip()
        words = words or next((it.toPlainText().strip() for it in self.fields.values() if it.toPlainText()), "")
        if not words:
            self.say_problem("Write an answer first, then choose its best sentence.")
            return
        self._save_with(words)

    def _save_with(self, quote: str) -> None:
        from mentordesk.services.stories import stories

        def both(session: object) -> None:
            stories.answer_all(session, self._story.pair_id, self._question.question, self._texts())  # type: ignore[arg-type]
            stories.set_quote(session, self._story.pair_id, quote)  # type: ignore[arg-type]

        if self.do(both, said=said_after(self._story, "Answer and quote saved")):
            self.accept()

    def _texts(self) -> dict[Side | None, str]:
        return {side: field.toPlainText() for side, field in self.fields.items()}

    def commit(self) -> bool:
        """Saves the answers in one step; unchanged ones write nothing."""
        from mentordesk.services.stories import stories

        changed = {side: text for side, text in self._texts().items() if text.strip() != self._question.of(side)}
        if not changed:
            return True
        what = self._story.pair_id, self._question.question, changed
        return self.do(stories.answer_all, *what, said=said_after(self._story, "Answer saved"))


class HeadlineDialog(DeskDialog):
    """Title, pull quote and the day of the interview."""

    def __init__(self, workplace: Workplace, parent: QWidget, story: StoryRow) -> None:
        super().__init__(workplace, parent, "Title, quote and day", primary="Save", width=520)
        self._story = story
        self.headline = QLineEdit(story.title)
        self.headline.setPlaceholderText(pair_name(story.left.name, story.right.name))
        self.quote = NoteField("One sentence of theirs that stands large on the page", lines=3)
        self.quote.setPlainText(story.quote)
        self.quote.entered.connect(self.primary.click)
        self.due_on = DateField(workplace.today, story.due_on)
        self.form.add("title", "Title", self.headline, "Empty: the two names stand in its place.")
        self.form.add("quote", "Pull quote", self.quote)
        self.form.add("due_on", "Interview on", self.due_on, "Today shows it from two weeks before.")
        self.headline.setFocus()

    def commit(self) -> bool:
        """Saves all three in one step."""
        from mentordesk.services.stories import stories

        if self.due_on.problem():
            self.form.show_problems({"due_on": self.due_on.problem()})
            return False
        typed = self.headline.text(), self.quote.toPlainText(), self.due_on.value()
        if typed == (self._story.title, self._story.quote, self._story.due_on):
            return True
        other_words = typed[:2] != (self._story.title, self._story.quote)
        said = said_after(self._story, "Title and quote saved") if other_words else "Day of the interview saved"
        return self.do(stories.save, StoryForm(self._story.pair_id, *typed), said=said)


class ConsentDialog(DeskDialog):
    """On which day a side said yes."""

    def __init__(self, workplace: Workplace, parent: QWidget, story: StoryRow, consent: ConsentRow) -> None:
        super().__init__(workplace, parent, f"{consent.first} agrees to the story", primary="Note consent")
        self._pair_id, self._consent = story.pair_id, consent
        sentence = f"On which day did {consent.first} say that the story may appear as it stands?"
        self.body.insertWidget(0, label(sentence, "body", "text2", wrap=True))
        self.day = DateField(workplace.today, workplace.today())
        self.form.add("day", "Day", self.day)
        self.day.setFocus()

    def commit(self) -> bool:
        """Notes the day."""
        from mentordesk.services.stories import stories

        day = self.day.value()
        if day is None:
            self.form.show_problems({"day": self.day.problem() or "Say on which day it was."})
            return False
        said = f"{self._consent.first} agreed to the story"
        return self.do(stories.consent, self._pair_id, self._consent.side, day, said=said)
