"""The story of a pair for the magazine: questions and answers, title and quote, who has agreed, the way out."""

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QFrame, QMenu, QStackedLayout, QVBoxLayout, QWidget

from mentordesk.domain.standing import Side
from mentordesk.domain.stories import ConsentRow, StoryQuestionRow, StoryRow, StoryState
from mentordesk.domain.wording import counted
from mentordesk.ui import icons
from mentordesk.ui.pairs.level_body import LevelBody
from mentordesk.ui.pairs.open_row import OpenRow
from mentordesk.ui.pairs.pair_actions import PairActions
from mentordesk.ui.pairs.reading import PairSheet
from mentordesk.ui.pairs.story_actions import StoryActions
from mentordesk.ui.pairs.story_rows import ConsentLine, HeadlineLine, StoryQuestionLine, quote_choice
from mentordesk.ui.widgets.chips import Chip
from mentordesk.ui.widgets.empty_state import EmptyState
from mentordesk.ui.widgets.flow import FlowLayout
from mentordesk.ui.widgets.kept_place import KeptPlace
from mentordesk.ui.widgets.label import button, label, row
from mentordesk.ui.widgets.toast import keep_free
from mentordesk.ui.workplace import Workplace

_TONES = {StoryState.NONE: "neutral", StoryState.DRAFT: "watch", StoryState.AGREED: "good"}


class StoryTab(QWidget):
    """Enter or F2 opens a question or the title, Del removes the answers, Up and Down go from one to the next."""

    def __init__(self, workplace: Workplace, actions: PairActions, parent: QWidget) -> None:
        super().__init__()
        self._actions = actions
        self._do = StoryActions(workplace, parent)
        self._workplace = workplace
        self._sheet: PairSheet | None = None
        self.headline: HeadlineLine | None = None
        self.questions: list[StoryQuestionLine] = []
        self.chip, self.facts = Chip(), label("", "caption", "text2", wrap=True)
        self.consents = {side: ConsentLine(side) for side in Side}
        self.ask = {side: button("Ask", "tonal", "mail", small=True) for side in Side}
        self.preview = button("Preview", icon="eye", on_click=self._show_preview, small=True)
        self.preview.setAccessibleName("Preview of the page")
        self.save = button("Save as document…", icon="file-text", on_click=self._save, small=True)
        self.empty = EmptyState("file-text", "")
        self._lay_out()
        for side in Side:
            self.consents[side].note.clicked.connect(lambda _on=False, side=side: self._note(side))
            self.ask[side].clicked.connect(lambda _on=False, side=side: self._ask(side))

    def _lay_out(self) -> None:
        self._body = LevelBody(gap=4)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(6)
        self._body.column.addLayout(row(label("Story for the magazine", "section"), None, self.chip))
        self._body.column.addWidget(self.facts)
        self._body.column.addSpacing(6)
        self._body.column.addLayout(self._rows)
        self._body.column.addStretch(1)
        self._foot = QFrame()
        self._foot.setProperty("footer", True)
        keep_free(self._foot)
        self._foot_rows = QVBoxLayout(self._foot)
        self._foot_rows.setSpacing(2)
        for line in self.consents.values():
            self._foot_rows.addWidget(line)
        self._foot_rows.addSpacing(6)
        buttons = QWidget()
        flow = FlowLayout(buttons, gap=8)
        for each in (*self.ask.values(), self.preview, self.save):
            flow.addWidget(each)
        self._foot_rows.addWidget(buttons)
        whole = QWidget()
        inside = QVBoxLayout(whole)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(0)
        inside.addWidget(self._body, 1)
        inside.addWidget(self._foot)
        self._stack = QStackedLayout(self)
        self._stack.addWidget(whole)
        self._stack.addWidget(self.empty)
        self.set_narrow(False)

    def set_narrow(self, narrow: bool) -> None:
        """The small window has narrower margins."""
        margin = 16 if narrow else 24
        self._body.set_margins(margin, 14, 14)
        self._foot_rows.setContentsMargins(margin, 8, margin, 10)
        self.preview.setText("" if narrow else "Preview")

    def show_sheet(self, sheet: PairSheet) -> None:
        """Shows another pair; scroll and focus stay with the same one."""
        same = self._sheet is not None and self._sheet.row.id == sheet.row.id
        place = KeptPlace(self, self._lines())
        self._sheet = sheet
        story = sheet.story
        begun = sheet.row.begun
        if story is None or not begun or not story.questions:
            self._show_empty(begun)
            place.give_back([])
            return
        self._stack.setCurrentIndex(0)
        self._show_story(story)
        if not same:
            self._body.verticalScrollBar().setValue(0)
        place.give_back(self._lines(), same=same)

    @property
    def story(self) -> StoryRow:
        """The story on screen."""
        assert self._sheet is not None
        assert self._sheet.story is not None
        return self._sheet.story

    def _lines(self) -> list[OpenRow]:
        return [*([self.headline] if self.headline else []), *self.questions]

    def _show_empty(self, begun: bool) -> None:
        self._stack.setCurrentWidget(self.empty)
        if not begun:
            self.empty.say(
                "file-text", "No story yet", "A pair that has started can tell one. Activate the pair first."
            )
            return
        words = "The program asks no question for stories. Add some, and both sides can answer them."
        self.empty.say("file-text", "No question yet", words, "Open the questions", self._open_questions)

    def _open_questions(self) -> None:
        if self._sheet is not None:
            self._workplace.go("programs", id=self._sheet.row.program_id, tab="questions")

    def _show_story(self, story: StoryRow) -> None:
        self.chip.show_chip(story.word, _TONES[story.state])
        self.facts.setText(facts_words(story))
        self._clear()
        today = self._workplace.today()
        self.headline = HeadlineLine(story, today)
        self.headline.opened.connect(self._edit_headline)
        self.headline.menu_requested.connect(self._show_headline_menu)
        self.questions = [self._question(question) for question in story.questions]
        for line in self._lines():
            self._rows.addWidget(line)
        for consent in story.sides:
            self._show_consent(consent)
        why_not = " ".join(story.missing)
        self.save.setEnabled(not why_not)
        self.save.setToolTip(why_not)
        self.preview.setEnabled(bool(story.answered))
        self.preview.setToolTip("How the page will look" if story.answered else "No question is answered yet.")

    def _clear(self) -> None:
        while item := self._rows.takeAt(0):
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()

    def _question(self, question: StoryQuestionRow) -> StoryQuestionLine:
        made = StoryQuestionLine(question, self.story)
        made.opened.connect(lambda: self._edit(question))
        made.delete_requested.connect(lambda: self._remove(question))
        made.menu_requested.connect(lambda place: self._show_menu(question, place))
        return made

    def _show_consent(self, consent: ConsentRow) -> None:
        line, ask = self.consents[consent.side], self.ask[consent.side]
        line.show_consent(consent, self._workplace.today())
        ask.setText(f"Ask {consent.first} again" if consent.asked_on else f"Ask {consent.first}")
        ask.setVisible(consent.agreed_on is None)
        ask.setEnabled(bool(self.story.answered))
        ask.setToolTip("" if self.story.answered else "No question is answered yet: there is nothing to show.")
        self._actions.lock(line.note, ask)

    # Actions: on a desk open to read only none of them changes anything

    def _edit(self, question: StoryQuestionRow) -> None:
        if self._actions.allowed:
            self._do.edit(self.story, question)

    def _remove(self, question: StoryQuestionRow) -> None:
        if self._actions.allowed and question.answers:
            self._do.remove(self.story, question)

    def _edit_headline(self) -> None:
        if self._actions.allowed:
            self._do.edit_headline(self.story)

    def _note(self, side: Side) -> None:
        self._do.note_consent(self.story, side)

    def _ask(self, side: Side) -> None:
        self._do.ask(self.story, side)

    def _show_preview(self) -> None:
        self._do.preview(self.story)

    def _save(self) -> None:
        self._do.save(self.story)

    def _show_menu(self, question: StoryQuestionRow, place: QPoint) -> None:
        menu = QMenu(self)
        menu.addAction(icons.icon("edit"), "Edit the answers…", lambda: self._edit(question))
        for answer in question.answers:
            quote = menu.addAction(icons.icon("megaphone"), quote_choice(self.story, answer))
            quote.triggered.connect(lambda _on=False, text=answer.text: self._do.use_as_quote(self.story, text))
        if question.answers:
            menu.addAction(icons.icon("remove"), "Remove the answers", lambda: self._remove(question))
        self._actions.lock_entries(menu)
        menu.popup(place)

    def _show_headline_menu(self, place: QPoint) -> None:
        menu = QMenu(self)
        menu.addAction(icons.icon("edit"), "Title, quote and day…", self._edit_headline)
        self._actions.lock_entries(menu)
        menu.popup(place)


def facts_words(story: StoryRow) -> str:
    """ "5 of 6 questions answered. Both must say yes before it goes out"."""
    answered = f"{story.answered} of {counted(len(story.questions), 'question')} answered"
    agreed = sum(side.agreed_on is not None for side in story.sides)
    after = ("Both must say yes before it goes out", "One more yes before it goes out", "Both said yes")[agreed]
    return f"{answered}. {after}"
