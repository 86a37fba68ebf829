"""What the two say at the close, a line a side, among the goals of a pair: shown once it is time to ask."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from mentordesk.domain.closing import SurveyRow
from mentordesk.domain.dates import short
from mentordesk.domain.people import first_name
from mentordesk.domain.standing import Side
from mentordesk.ui.pairs.pair_actions import PairActions
from mentordesk.ui.pairs.reading import PairSheet
from mentordesk.ui.widgets.label import button, label, row


class SideLines(QWidget):
    """Name and day, what was named, and what was answered besides."""

    def __init__(self) -> None:
        super().__init__()
        self.name, self.day = label("", "strong"), label("", "caption", "text2")
        self.named, self.rest = label("", "body", wrap=True), label("", "caption", "text2", wrap=True)
        inside = QVBoxLayout(self)
        inside.setContentsMargins(0, 4, 0, 4)
        inside.setSpacing(2)
        inside.addLayout(row(self.name, None, self.day))
        inside.addWidget(self.named)
        inside.addWidget(self.rest)

    def show_side(self, name: str, survey: SurveyRow | None, sheet: PairSheet) -> None:
        """The answers of one side, or that there are none yet."""
        self.name.setText(first_name(name))
        self.day.setText(short(survey.on, sheet.today) if survey else "")
        self.named.setText((survey.named or "Named no benefit.") if survey else "No answer yet.")
        self.rest.setText(rest_of(survey) if survey else "")
        self.rest.setVisible(bool(self.rest.text()))


class ClosingCard(QWidget):
    """Opens the survey; says how many of the two have answered."""

    def __init__(self, actions: PairActions) -> None:
        super().__init__()
        self._actions = actions
        self._sheet: PairSheet | None = None
        self.note = button("Enter answers…", icon="edit", on_click=self._open, small=True)
        actions.lock(self.note)
        self.lines = {side: SideLines() for side in Side}
        inside = QVBoxLayout(self)
        inside.setContentsMargins(0, 0, 0, 10)
        inside.setSpacing(0)
        inside.addLayout(row(label("Closing survey", "section"), None, self.note))
        for lines in self.lines.values():
            inside.addWidget(lines)

    def show_sheet(self, sheet: PairSheet) -> None:
        """Shows another pair's answers; nothing before it is time to ask."""
        self._sheet = sheet
        self.setVisible(sheet.closing.is_due or sheet.closing.answered > 0)
        for side, name in zip(Side, (sheet.row.left, sheet.row.right), strict=True):
            self.lines[side].show_side(name, sheet.closing.survey(side), sheet)

    def _open(self) -> None:
        if self._sheet is not None:
            missing = [side for side in Side if self._sheet.closing.survey(side) is None]
            self._actions.note_closing(self._sheet.row, missing[0] if missing else Side.LEFT)


def rest_of(survey: SurveyRow) -> str:
    """ "Would recommend it: 9 of 10. Wishes to go on. Would match again. “I would do it again tomorrow.”" """
    parts = []
    if survey.recommend is not None:
        parts.append(f"Would recommend it: {survey.recommend} of 10.")
    if survey.go_on is not None:
        parts.append("Wishes to go on." if survey.go_on else "Does not wish to go on.")
    if survey.again is not None:
        parts.append("Would match again." if survey.again else "Would choose another match.")
    parts += [f"{question} {words}" for question, words in survey.answers]
    if survey.comment:
        parts.append(f"“{survey.comment}” (confidential)")
    return " ".join(parts)
