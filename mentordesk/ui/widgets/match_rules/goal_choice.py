"""What a suggestion is best at: three goals, each with what it would make of the cohort once that is computed."""

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QButtonGroup, QRadioButton, QVBoxLayout, QWidget

from mentordesk.domain.matching.criteria import Goal
from mentordesk.domain.matching.result import Proposal
from mentordesk.domain.rounding import half_up
from mentordesk.domain.wording import counted
from mentordesk.ui import theme
from mentordesk.ui.widgets.label import button, label, row
from mentordesk.ui.widgets.match_rules.ringed_line import RingedLine

TITLES = {Goal.PARTICIPATION: "Participation", Goal.SCORE: "Highest score", Goal.FAIRNESS: "Fairness"}
WORDS = {
    Goal.PARTICIPATION: "As many people as can be",
    Goal.SCORE: "The best fit in sum",
    Goal.FAIRNESS: "Nobody with a poor fit",
}
TIPS = {
    Goal.PARTICIPATION: "Matches as many people as can be, and of those ways the one with the highest total fit.",
    Goal.SCORE: "The highest total fit, even if that leaves somebody without a pair.",
    Goal.FAIRNESS: "Matches as many people as can be, then makes the lowest fit as high as it can be, then the total.",
}
BESIDE_FROM = 500
_INDENT = 23
"""Where the words of a radio button begin."""


def figures(proposal: Proposal) -> str:
    """What a goal makes of a cohort: "12 pairs, total 934, lowest 61"."""
    pairs = counted(len(proposal.pairs), "pair")
    if not proposal.pairs:
        return "No pair"
    total, lowest = (half_up(proposal.points(amount)) for amount in (proposal.total, proposal.lowest))
    return f"{pairs}, total {total:.0f}, lowest {lowest:.0f}"


class GoalLine(RingedLine):
    """A goal with a second line; a click on that chooses it too."""

    def __init__(self, goal: Goal) -> None:
        super().__init__(QRadioButton(TITLES[goal]), label(WORDS[goal], "caption", "text2", wrap=True))
        self.goal = goal
        self.radio = self._switch
        inside = QVBoxLayout(self)
        inside.setContentsMargins(0, 0, 0, 4)
        inside.setSpacing(0)
        inside.addWidget(self.radio)
        inside.addLayout(row(_INDENT, self.words, gap=0))
        for part in (self, self.radio, self.words):
            part.setToolTip(TIPS[goal])

    def show_words(self, words: str) -> None:
        self.words.setText(words)
        self.radio.setAccessibleDescription(f"{words}. {TIPS[self.goal]}")


class GoalChoice(QWidget):
    """Emits `chosen` for the coordinator alone; `goals_asked` where all three are to be computed."""

    chosen = Signal(object)
    goals_asked = Signal()

    def __init__(self, parent: QWidget | None = None, *, compares: bool = True) -> None:
        super().__init__(parent)
        self._compares = compares
        self.compare = button("Compare goals", "link", on_click=self._on_compare)
        self.compare.setToolTip("Finds the best pairs for each of the three goals")
        self.compare.setVisible(compares)
        self.lines = {goal: GoalLine(goal) for goal in Goal}
        self._group = QButtonGroup(self)
        inside = QVBoxLayout(self)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(0)
        inside.addLayout(row(label("Goal", "section"), None, self.compare))
        self._lines = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._lines.setSpacing(0)
        inside.addLayout(self._lines)
        for line in self.lines.values():
            self._lines.addWidget(line, 1)
            self._group.addButton(line.radio)
            line.show_words(WORDS[line.goal])
            line.radio.clicked.connect(lambda _on, goal=line.goal: self._on_clicked(goal))
        self._goal = Goal.PARTICIPATION

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        across, beside = QBoxLayout.Direction, self.width() >= theme.current().wide(BESIDE_FROM)
        self._lines.setDirection(across.LeftToRight if beside else across.TopToBottom)

    def show_goal(self, goal: Goal) -> None:
        """Shows a goal without telling."""
        self._goal = goal
        self.lines[goal].radio.setChecked(True)

    def goal(self) -> Goal:
        """The goal as last shown or chosen."""
        return self._goal

    def show_proposals(self, found: Mapping[Goal, Proposal] | None) -> None:
        """What each goal makes of the cohort; None before that is computed, or where it holds no longer."""
        for goal, line in self.lines.items():
            line.show_words(figures(found[goal]) if found and goal in found else WORDS[goal])
        self.compare.setVisible(self._compares and not found)
        self.compare.setText("Compare goals")
        self.compare.setEnabled(True)

    def set_read_only(self, on: bool) -> None:
        for line in self.lines.values():
            line.radio.setEnabled(not on)

    def _on_compare(self) -> None:
        self.compare.setText("Comparing…")
        self.compare.setEnabled(False)
        self.goals_asked.emit()

    def _on_clicked(self, goal: Goal) -> None:
        """A click on the goal that is chosen changes nothing."""
        if goal is not self._goal:
            self._goal = goal
            self.chosen.emit(goal)
