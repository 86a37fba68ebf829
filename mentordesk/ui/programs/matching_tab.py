"""The matching of a program: what new drafts count, their goal, and how many people of one company a cohort takes."""

from dataclasses import replace

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QVBoxLayout, QWidget

from mentordesk.domain.company_places import CompanyPlaces
from mentordesk.domain.matching.criteria import Goal, MatchRules
from mentordesk.domain.matching.reading import as_mapping
from mentordesk.domain.program_matching import ProgramMatching
from mentordesk.domain.programs import Format
from mentordesk.ui import theme
from mentordesk.ui.programs.company_card import CompanyCard
from mentordesk.ui.programs.reading import ProgramSheet
from mentordesk.ui.widgets.label import button, card, label, row
from mentordesk.ui.widgets.match_rules.editor import MatchRulesEditor
from mentordesk.ui.widgets.match_rules.goal_choice import TITLES, GoalChoice
from mentordesk.ui.widgets.page_body import PageBody
from mentordesk.ui.workplace import Workplace

BESIDE_FROM = 720
FOR_NEW = "New drafts begin with these. Drafts that are there keep their own."


class MatchingTab(PageBody):
    """Every change is saved at once, one step of history."""

    def __init__(self, workplace: Workplace, parent: QWidget | None = None) -> None:
        super().__init__(margin=0, gap=12, parent=parent)
        self._workplace = workplace
        self._sheet: ProgramSheet | None = None
        self.goal, self.editor = GoalChoice(compares=False), MatchRulesEditor(scores=False)
        self.companies = CompanyCard()
        self.problem = label("", wrap=True)
        self.mend = button("Use the usual rules", "primary", on_click=self._use_usual)
        self._lay_out()
        self.goal.chosen.connect(self._on_goal)
        self.editor.changed.connect(self._on_rules)
        self.editor.reset_asked.connect(self._use_usual)
        self.companies.changed.connect(self._save_places)
        for part in (self.goal, self.editor, self.companies):
            part.set_read_only(workplace.read_only)

    def _lay_out(self) -> None:
        self._notice = card("watch")
        words = row(gap=12)
        words.setContentsMargins(16, 10, 16, 10)
        words.addWidget(self.problem, 1)
        words.addWidget(self.mend)
        self._notice.setLayout(words)
        self._notice.hide()
        self._rules = _card(self.editor)
        self._goal = _card(self.goal, label(FOR_NEW, "caption", "text2", wrap=True))
        self._sides = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._sides.setSpacing(12)
        self._sides.addWidget(self._goal, 1)
        self._sides.addWidget(self.companies, 1)
        self.column.setContentsMargins(0, 12, 0, 0)
        self.column.addWidget(self._notice)
        self.column.addLayout(self._sides)
        self.column.addWidget(self._rules)
        self.column.addStretch(1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        sides = QBoxLayout.Direction
        beside = self.viewport().width() >= theme.current().wide(BESIDE_FROM)
        self._sides.setDirection(sides.LeftToRight if beside else sides.TopToBottom)

    # Showing

    def show_sheet(self, sheet: ProgramSheet) -> None:
        """Shows another program, or the same one newly read."""
        other = self._sheet is None or self._sheet.row.id != sheet.row.id
        if other:
            self.settle()
        self._sheet = sheet
        peers, found = sheet.row.format is Format.PEER, sheet.matching
        across = sheet.row.format is Format.CROSS_COMPANY
        self._sides.insertWidget(0, self.companies if across else self._goal, 1)
        self.companies.setVisible(not peers)
        self.companies.show_places(found.places, cross_company=across)
        self._show_rules(found, peers)
        if other:
            self.editor.start_over()

    def _show_rules(self, found: ProgramMatching, peers: bool) -> None:
        self.problem.setText(f"The rules of this program cannot be read. {found.problem}" if found.problem else "")
        self._notice.setVisible(bool(found.problem))
        self.mend.setVisible(not self._workplace.read_only)
        for part in (self._rules, self._goal):
            part.setVisible(found.rules is not None)
        if found.rules is None:
            return
        self.goal.show_goal(found.rules.goal)
        self.editor.show_rules(found.rules, found.fields, peers=peers)
        usual = as_mapping(found.usual) == as_mapping(found.rules)
        self.editor.set_reset(not usual, "These are the usual ones" if usual else "Back to what the format begins with")

    def settle(self) -> None:
        """Saves what was typed a moment ago, to the program it was typed for."""
        self.editor.settle()
        self.companies.settle()

    # Changes

    def _on_rules(self, rules: MatchRules, words: str) -> None:
        """The goal is chosen beside them, so it is not that of the rules."""
        self._save(replace(rules, goal=self.goal.goal()), words)

    def _on_goal(self, goal: Goal) -> None:
        rules = self.editor.rules()
        if rules is not None:
            self._save(replace(rules, goal=goal), f"Change the goal to {TITLES[goal]}")

    def _use_usual(self) -> None:
        if self._sheet is not None:
            usual = self._sheet.matching.usual
            self._save(usual, f"Use the usual match rules in {self._sheet.row.name}", said="Usual match rules")

    def _save(self, rules: MatchRules, words: str, said: str = "") -> None:
        from mentordesk.services.matching import program_matching

        if self._sheet is None:
            return
        done = self._workplace.do(program_matching.save_rules, self._sheet.row.id, rules, words, said=said)
        if not done:
            self.show_sheet(self._sheet)

    def _save_places(self, places: CompanyPlaces) -> None:
        from mentordesk.services.matching import program_matching

        if self._sheet is None:
            return
        if not self._workplace.do(program_matching.save_places, self._sheet.row.id, places):
            self.show_sheet(self._sheet)


def _card(*parts: QWidget) -> QFrame:
    made = card()
    inside = QVBoxLayout(made)
    inside.setContentsMargins(16, 12, 16, 14)
    inside.setSpacing(6)
    for part in parts:
        inside.addWidget(part)
    inside.addStretch(1)
    return made
