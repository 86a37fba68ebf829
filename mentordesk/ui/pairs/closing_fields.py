"""The fields of one side's closing survey. Knows no pair but its name."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from mentordesk.domain.closing import OFFERED, RECOMMEND, Benefit, SurveyForm, SurveyRow, own_words
from mentordesk.domain.people import first_name
from mentordesk.domain.standing import Side
from mentordesk.ui.widgets.chips import FilterChips
from mentordesk.ui.widgets.date_field import DateField
from mentordesk.ui.widgets.form import Form, literal
from mentordesk.ui.widgets.note_field import NoteField
from mentordesk.ui.widgets.number_field import NumberField
from mentordesk.ui.widgets.segments import SegmentedControl
from mentordesk.ui.workplace import Workplace

_OPEN = RECOMMEND[0] - 1
"""What the field of the recommendation holds where it was left open."""


def yes_or_no(name: str) -> SegmentedControl:
    """Yes, no, or nothing chosen."""
    return SegmentedControl([(True, "Yes"), (False, "No")], name, optional=True)


class SideSurvey(Form):
    """What one side answered: from what is on record, or empty."""

    def __init__(
        self,
        workplace: Workplace,
        side: Side,
        names: tuple[str, str],
        questions: Sequence[str],
        row: SurveyRow | None,
    ) -> None:
        super().__init__()
        self.side, self.row = side, row
        self.name, self._other = (first_name(name) for name in (names if side is Side.LEFT else names[::-1]))
        self.day = DateField(workplace.today, row.on if row else workplace.today())
        self.benefits = FilterChips([(it.value, it.word) for it in OFFERED], f"Benefits {self.name} names")
        self.own_words = QLineEdit()
        self.recommend = NumberField(_OPEN, RECOMMEND[-1], empty="–")
        self.go_on, self.again = yes_or_no("Wishes to go on"), yes_or_no("Would match again")
        self.answers = {question: NoteField() for question in _asked(questions, row)}
        self.comment = NoteField()
        self._arrange()
        self._show(row)

    def _arrange(self) -> None:
        self.add("benefits", f"What {literal(self.name)} got out of it", self.benefits)
        self.add("own_words", "In their own words, with a semicolon between two", self.own_words)
        self.add_row(
            ("go_on", "Wishes to go on", self.go_on), ("again", f"Would match with {self._other} again", self.again)
        )
        self.add_row(("on", "Answered on", self.day), ("recommend", "Would recommend it, 0 to 10", self.recommend))
        asked = QWidget()
        lines = QVBoxLayout(asked)
        lines.setContentsMargins(0, 0, 0, 0)
        for place, (question, field) in enumerate(self.answers.items()):
            lines.addWidget(self._box(f"answer{place}", question, field, ""))
        self.add("answers", "", asked).setVisible(bool(self.answers))
        self.add("comment", "Comment", self.comment, "Confidential: stays with the pair and is in no report.")

    def _show(self, row: SurveyRow | None) -> None:
        self.recommend.setValue(_OPEN if row is None or row.recommend is None else row.recommend)
        self.go_on.choose(row.go_on if row else None)
        self.again.choose(row.again if row else None)
        if row is None:
            return
        self.benefits.set_on({benefit.value for benefit in row.benefits if benefit in OFFERED})
        self.own_words.setText("; ".join(row.own_words))
        for question, words in row.answers:
            self.answers[question].setPlainText(words)
        self.comment.setPlainText(row.comment)

    def form(self, pair_id: int, on: date) -> SurveyForm:
        """What stands in the fields; `on` where no day does."""
        recommend = self.recommend.value()
        return SurveyForm(
            pair_id,
            self.side,
            self.day.value() or on,
            tuple(Benefit(key) for key in self.benefits.on()),
            own_words(self.own_words.text()),
            None if recommend == _OPEN else recommend,
            self.go_on.choice(),
            self.again.choice(),
            tuple((question, field.toPlainText()) for question, field in self.answers.items()),
            self.comment.toPlainText(),
        )


def _asked(questions: Sequence[str], row: SurveyRow | None) -> list[str]:
    """The program's questions, and those that were answered when they still were."""
    return list(dict.fromkeys((*questions, *(question for question, _ in (row.answers if row else ())))))
