"""The parts of the Story tab: a question with its answers, the title with the quote, a side's consent."""

from datetime import date
from html import escape

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from mentordesk.domain.dates import day_month
from mentordesk.domain.standing import Side
from mentordesk.domain.stories import ConsentRow, StoryAnswerRow, StoryQuestionRow, StoryRow
from mentordesk.ui import theme
from mentordesk.ui.pairs.health_box import HealthShape
from mentordesk.ui.pairs.open_row import OpenRow
from mentordesk.ui.widgets.label import button, label, rich_label

_INDENT = 12
_INKS = {Side.LEFT: "left_text", Side.RIGHT: "right_text", None: "text2"}


class SpokenLine(QWidget):
    """A name in the color of its side, and what was said."""

    def __init__(self, name: str, side: Side | None, words: str) -> None:
        super().__init__()
        self._name, self._side, self._words = name, side, words
        self.words = rich_label("")
        self.words.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
        inside = QVBoxLayout(self)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.addWidget(self.words)
        self._show()
        theme.look.changed.connect(self._show)

    def text(self) -> str:
        """ "Jonas That she asked me"."""
        return f"{self._name} {self._words}"

    def _show(self) -> None:
        ink = theme.current().hex(_INKS[self._side])
        words = escape(self._words).replace("\n", "<br>")
        self.words.setText(f'<span style="color:{ink}; font-weight:600">{escape(self._name)}</span>&nbsp; {words}')


class StoryQuestionLine(OpenRow):
    """A question with what each side said; a dashed frame where nobody has answered."""

    edits = True

    def __init__(self, question: StoryQuestionRow, story: StoryRow) -> None:
        said = [(story.speaker(it.side), it.side, it.text) for it in question.answers]
        spoken = " ".join(f"{name}: {words}" for name, _, words in said) or "Not answered yet"
        super().__init__(f"{question.question} {spoken}")
        self.question = question
        self.open = not said
        inside = QVBoxLayout(self)
        margin = _INDENT if self.open else 0
        inside.setContentsMargins(margin, 9 if self.open else 5, margin, 9 if self.open else 5)
        inside.setSpacing(2)
        inside.addWidget(label(question.question, "strong", wrap=True))
        self.lines = [SpokenLine(*each) for each in said]
        for line in self.lines:
            inside.addWidget(line)
        if self.open:
            inside.addWidget(label("Not answered yet", "body", "text2"))

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self.open or self.hasFocus():
            return
        painter = QPainter(self)
        try:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(theme.current().color("border_strong"), 1, Qt.PenStyle.DashLine))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
        finally:
            painter.end()


class HeadlineLine(OpenRow):
    """Title and pull quote as they will stand on the page, and the day of the interview; opens their dialog."""

    edits = True

    def __init__(self, story: StoryRow, today: date) -> None:
        due = due_words(story, today)
        parts = (story.title or "No title yet", story.quote or "No quote yet", due)
        super().__init__(" ".join(part if part.endswith((".", "!", "?")) else f"{part}." for part in parts))
        inside = QVBoxLayout(self)
        inside.setContentsMargins(_INDENT, 4, 0, 4)
        inside.setSpacing(3)
        self.title = label(story.title or "No title yet", "small_title", "" if story.title else "text3", wrap=True)
        quote = f"“{story.quote}”" if story.quote else "No quote yet: choose a sentence that stands large on the page."
        self.quote = label(quote, "body", "accent" if story.quote else "text3", wrap=True)
        self.due = label(due, "caption", "text2", wrap=True)
        for part in (self.title, self.quote, self.due):
            inside.addWidget(part)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        try:
            painter.fillRect(0, 4, 3, self.height() - 8, theme.current().color("accent"))
        finally:
            painter.end()


def due_words(story: StoryRow, today: date) -> str:
    """ "Interview on 26 June" and how far it is past, or that there is no day."""
    if story.due_on is None:
        return "No day for the interview yet"
    verb = "was due on" if story.due_on < today and not story.answered else "on"
    return f"Interview {verb} {day_month(story.due_on, today)}"


class ConsentLine(QWidget):
    """Whether a side has agreed: shape and words, and the button that notes it or takes it back."""

    def __init__(self, side: Side) -> None:
        super().__init__()
        self.side = side
        self.shape = HealthShape()
        self.words = label("", "caption", "text", wrap=True)
        self.note = button("Note consent", "link")
        inside = QHBoxLayout(self)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(7)
        inside.addWidget(self.shape)
        inside.addWidget(self.words, 1)
        inside.addWidget(self.note)

    def show_consent(self, consent: ConsentRow, today: date) -> None:
        """Shows another state."""
        agreed = consent.agreed_on is not None
        self.words.setText(consent.words(today))
        self.shape.show_health("on_track" if agreed else "too_early")
        self.shape.setToolTip("Agreed" if agreed else "Not agreed yet")
        self.shape.setAccessibleName(self.shape.toolTip())
        self.note.setText("Take back" if agreed else "Note consent")
        verb = "Take back that" if agreed else "Note on which day"
        self.note.setAccessibleName(f"{verb} {consent.first} agreed")


def quote_choice(story: StoryRow, answer: StoryAnswerRow) -> str:
    """ "Use Amara's answer as quote", as the menu says it."""
    name = story.speaker(answer.side)
    return "Use their answer as quote" if answer.side is None else f"Use {name}'s answer as quote"
