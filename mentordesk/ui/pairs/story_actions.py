"""What can be done with a story: edit it, ask for consent and note it, look at the page, save it. Knows no tab."""

from PySide6.QtWidgets import QWidget

from mentordesk.domain.standing import Side
from mentordesk.domain.stories import StoryQuestionRow, StoryRow
from mentordesk.ui.pairs.story_dialogs import AnswersDialog, ConsentDialog, HeadlineDialog, said_after
from mentordesk.ui.workplace import Workplace


class StoryActions:
    """Each change is one step of history and says so."""

    def __init__(self, workplace: Workplace, parent: QWidget) -> None:
        self._workplace = workplace
        self._parent = parent

    def edit(self, story: StoryRow, question: StoryQuestionRow) -> None:
        """The answers to a question."""
        AnswersDialog(self._workplace, self._parent, story, question).open()

    def edit_headline(self, story: StoryRow) -> None:
        """Title, quote and the day of the interview."""
        HeadlineDialog(self._workplace, self._parent, story).open()

    def remove(self, story: StoryRow, question: StoryQuestionRow) -> None:
        """Take all answers to a question off."""
        from mentordesk.services.stories import stories

        nothing = {answer.side: "" for answer in question.answers}
        said = "Answers removed" if len(nothing) > 1 else "Answer removed"
        self._workplace.do(stories.answer_all, story.pair_id, question.question, nothing, said=said)

    def use_as_quote(self, story: StoryRow, text: str) -> None:
        """Let an answer stand large on the page."""
        from mentordesk.services.stories import stories

        self._workplace.do(stories.set_quote, story.pair_id, text, said=said_after(story, "Quote chosen"))

    def note_consent(self, story: StoryRow, side: Side) -> None:
        """Ask for the day a side agreed, or take back that it did."""
        from mentordesk.services.stories import stories

        consent = story.left if side is Side.LEFT else story.right
        if consent.agreed_on is None:
            ConsentDialog(self._workplace, self._parent, story, consent).open()
        else:
            said = f"Consent of {consent.first} taken back"
            self._workplace.do(stories.consent, story.pair_id, side, None, said=said)

    def ask(self, story: StoryRow, side: Side) -> None:
        """A mail draft with the story to one side; once the mail program has it, the day is noted."""
        from mentordesk.services.stories import letters, stories
        from mentordesk.ui.mail_dialog import write

        consent = story.left if side is Side.LEFT else story.right
        letter = self._workplace.desk.read(letters.invitation, story.pair_id, side)

        def asked() -> None:
            self._workplace.do(stories.ask, story.pair_id, side, said=f"Noted: {consent.first} was asked today")

        write(f"Ask {consent.first}", letter, self._parent, asked)

    def preview(self, story: StoryRow) -> None:
        """The page as it would be saved now."""
        from mentordesk.services.stories import stories
        from mentordesk.ui.pairs.story_preview import StoryPreview

        page = self._workplace.desk.read(stories.preview, story.pair_id)
        dialog = StoryPreview(page, " ".join(story.missing), lambda: self.save(story), self._parent)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def save(self, story: StoryRow) -> None:
        """Save the page as a file. What is missing is said."""
        from mentordesk.services.stories import stories
        from mentordesk.ui.pairs import story_export

        name = self._workplace.desk.read(stories.preview, story.pair_id).file_name
        story_export.save(self._parent, self._workplace, story.pair_id, name)
