"""A line of the list of check-ins: the day, who, the answers, the words. Enter edits, Del removes."""

from datetime import date

from PySide6.QtWidgets import QVBoxLayout

from mentordesk.domain.check_ins import CheckInRow
from mentordesk.domain.dates import short
from mentordesk.ui.pairs.open_row import OpenRow
from mentordesk.ui.widgets.elided_label import ElidedLabel
from mentordesk.ui.widgets.label import row

_LATE = "The answer came after its last day"


def answers_words(it: CheckInRow) -> str:
    """ "Trust 5, value 4, balance 4, progress 4; got 5, gave 4; recommends 9 of 10"."""
    if it.skipped:
        return "Was asked and did not answer"
    four = ", ".join(f"{question} {answer}" for question, answer in it.answers.given.items())
    own = ", ".join(f"“{answer.question.rstrip('.')}” {answer.answer}" for answer in it.own)
    flow = ", ".join(f"{name} {answer}" for name, answer in (("got", it.got), ("gave", it.gave)) if answer is not None)
    recommends = "" if it.recommend is None else f"recommends it {it.recommend} of 10"
    fit = "" if it.fit is None else f"fit: {it.fit.word.lower()}"
    words = "; ".join(part for part in (four, own, flow, recommends, fit) if part) or "In words only"
    return words[:1].upper() + words[1:]


class CheckInLine(OpenRow):
    """Emits what is to be done with it; its words in full stand in the tool tip."""

    edits = True

    def __init__(self, it: CheckInRow, today: date) -> None:
        said = answers_words(it)
        day = f"{short(it.on, today)}, late" if it.late else short(it.on, today)
        super().__init__(f"{it.who}, {day}: {said}")
        self.setToolTip(_LATE if it.late else "")
        self.check_in = it
        self.who = ElidedLabel(it.who, "strong", f"{it.side.value}_text")
        self.day = ElidedLabel(day, "caption", "text2", snug=True)
        self.answers = ElidedLabel(said, "caption", "text2")
        inside = QVBoxLayout(self)
        inside.setContentsMargins(4, 5, 4, 6)
        inside.setSpacing(0)
        head = row(self.who, self.day)
        head.setStretch(0, 1)
        inside.addLayout(head)
        inside.addWidget(self.answers)
        self.words: ElidedLabel | None = None
        if it.comment:
            self.words = ElidedLabel(f"“{' '.join(it.comment.split())}”", "caption", "text")
            inside.addWidget(self.words)
