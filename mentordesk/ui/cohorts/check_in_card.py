"""The card "Latest check-in": mean answers of both sides, the lowest in words, and the way to the pairs behind it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout

from mentordesk.domain.check_ins import ENOUGH, LatestCheckIn
from mentordesk.domain.programs import Format
from mentordesk.domain.wording import counted
from mentordesk.ui.cohorts.answer_scales import AnswerScales
from mentordesk.ui.cohorts.answers_dialog import AnswersDialog
from mentordesk.ui.widgets.label import button, label, line
from mentordesk.ui.workplace import Workplace


def side_names(format_: Format) -> tuple[str, str]:
    """Who stands left and right in the pairs of a format; peers stand by name."""
    return ("First by name", "Second by name") if format_ is Format.PEER else ("Mentors", "Mentees")


def sentence(latest: LatestCheckIn, names: tuple[str, str]) -> str:
    """Which question was answered lowest: "Balance is the lowest answer on both sides." """
    left, right = (latest.lowest(side) for side in (0, 1))
    if left and left == right:
        return f"{left.capitalize()} is the lowest answer on both sides."
    parts = [
        f"{question} for {name[0].lower()}{name[1:]}"
        for question, name in zip((left, right), names, strict=True)
        if question
    ]
    words = " and ".join(parts)
    return f"Lowest: {words}." if words else "No question stands out as the lowest."


class CheckInCard(QFrame):
    """Every line opens the answers behind its means; the link asks for the pairs with a low answer."""

    low_asked = Signal()

    def __init__(self, workplace: Workplace) -> None:
        super().__init__()
        self.setProperty("card", True)
        self._workplace = workplace
        self._latest = LatestCheckIn(())
        self._names = side_names(Format.TRADITIONAL)
        self.scales = AnswerScales("Latest check-in")
        self.line = line()
        self.words = label("", "caption", "text2", wrap=True)
        self.link = button("", "link", on_click=self.low_asked.emit)
        self._lay_out()
        self.scales.question_opened.connect(self._open_question)

    def _lay_out(self) -> None:
        inside = QVBoxLayout(self)
        inside.setContentsMargins(16, 12, 16, 12)
        inside.setSpacing(4)
        inside.addWidget(label("Latest check-in", "section"))
        inside.addWidget(self.scales)
        inside.addWidget(self.line)
        inside.addWidget(self.words)
        inside.addWidget(self.link)
        inside.addStretch(1)

    def show_answers(self, latest: LatestCheckIn, format_: Format) -> None:
        """Shows the means of a cohort; a reason where there is none."""
        self._latest, self._names = latest, side_names(format_)
        self.scales.set_means(latest.means, self._names)
        for part in (self.scales, self.line):
            part.setVisible(bool(latest.means))
        self.words.setText(sentence(latest, self._names) if latest.means else "No one has answered a check-in yet.")
        low = latest.with_low_answer()
        self.link.setText(f"Show the {counted(len(low), 'pair')} with an answer under {ENOUGH}")
        self.link.setVisible(bool(low))

    def _open_question(self, question: str) -> None:
        title = f"{question.capitalize()}: latest answers, 1 to 5"
        AnswersDialog(self._workplace, self, title, question, self._latest.pairs, self._names).open()
