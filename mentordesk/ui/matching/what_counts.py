"""The left card of Matching: the goal, what counts, the rules, and the shape of what is made. Solves nothing."""

from collections.abc import Mapping
from dataclasses import replace

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from mentordesk.domain.matching.criteria import Goal, MatchRules
from mentordesk.domain.matching.draft import DraftSettings, MatchSheet
from mentordesk.domain.matching.reading import as_mapping
from mentordesk.domain.matching.result import Proposal
from mentordesk.ui import theme
from mentordesk.ui.matching.score_line import ScoreLine
from mentordesk.ui.matching.shape_choice import ShapeChoice
from mentordesk.ui.widgets.label import button, label, line
from mentordesk.ui.widgets.match_rules.add_criterion import FIRST_WEIGHT, SCORES, new_criterion
from mentordesk.ui.widgets.match_rules.editor import MatchRulesEditor
from mentordesk.ui.widgets.match_rules.goal_choice import TITLES, GoalChoice
from mentordesk.ui.widgets.page_body import PageBody

WIDTH = 236
FOOT = "Same data, same settings, same result: the suggestion never rolls dice."


class WhatCounts(QFrame):
    """One change is one signal: the settings as they are to be, and what was done. Scrolls inside a low window."""

    changed = Signal(object, str)
    reset_asked = Signal()
    save_asked = Signal()
    """Make these the program's."""
    goals_asked = Signal()
    scores_asked = Signal()
    scores_removed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("card", True)
        self.setProperty("region", True)
        self.setAccessibleName("What counts")
        self._settings: DraftSettings | None = None
        self._shown: tuple[int | None, int | None] = (None, None)
        self._read_only = False
        self.goal, self.editor, self.shape = GoalChoice(), MatchRulesEditor(), ShapeChoice()
        self.scores = ScoreLine()
        self.save = button("Make these the program’s", "link", on_click=self.save_asked.emit)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        body = PageBody(margin=0, gap=12)
        body.column.setContentsMargins(0, 0, 14, 0)
        for part in (
            *(self.goal, line(), self.scores, self.editor, line(), self.shape, line()),
            *(self.save, label(FOOT, "caption", "text2", wrap=True)),
        ):
            body.column.addWidget(part)
        body.column.addStretch(1)
        inside = QVBoxLayout(self)
        inside.setContentsMargins(14, 12, 1, 12)
        inside.addWidget(body)

    def _connect(self) -> None:
        self.goal.chosen.connect(self._on_goal)
        self.goal.goals_asked.connect(self.goals_asked)
        self.editor.changed.connect(self._on_rules)
        self.editor.reset_asked.connect(self.reset_asked)
        self.editor.scores_asked.connect(self.scores_asked)
        self.shape.changed.connect(self._on_shape)
        self.scores.alone_chosen.connect(self._on_alone)
        self.scores.removed.connect(self.scores_removed)

    def sizeHint(self) -> QSize:
        return QSize(theme.current().wide(WIDTH), super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.current().wide(WIDTH), 160)

    # Showing

    def show_settings(self, settings: DraftSettings, sheet: MatchSheet) -> None:
        """Shows what a draft is suggested by, or what one would be; what is being typed at this moment stays."""
        shown = sheet.cohort_id, sheet.draft.id if sheet.draft else None
        other = shown != self._shown
        self._shown, self._settings = shown, settings
        alone = settings.table_alone and bool(sheet.table_name)
        self.goal.show_goal(settings.rules.goal)
        self.scores.show_table(sheet.table_name, alone)
        self.editor.show_rules(settings.rules, sheet.fields, sheet.table_name, sheet.peers)
        self.editor.show_table_alone(alone)
        self.shape.show_shape(settings, sheet.peers)
        if other:
            self.editor.start_over()
        self._offer_program(settings, sheet)

    def _offer_program(self, settings: DraftSettings, sheet: MatchSheet) -> None:
        usual = sheet.program_settings
        rules = usual is None or as_mapping(settings.rules) == as_mapping(usual.rules)
        same = usual is None or (rules and _shape(settings) == _shape(usual))
        program = f"{sheet.program}’s settings" if sheet.program else "the program’s settings"
        self.editor.set_reset(not same, "These are the program’s settings" if same else f"Back to {program}")
        self.save.setVisible(not rules and not self._read_only)
        self.save.setToolTip("New drafts begin with these; drafts that are there keep their own")

    def show_goals(self, found: Mapping[Goal, Proposal] | None) -> None:
        """What each goal makes of the cohort; None before that is computed, or where it holds no longer."""
        self.goal.show_proposals(found)

    def settings(self) -> DraftSettings | None:
        """The settings as last shown or changed."""
        return self._settings

    def settle(self) -> None:
        """Tells what was typed a moment ago."""
        self.editor.settle()
        self.shape.settle()

    def set_read_only(self, on: bool) -> None:
        """Shows and changes nothing."""
        self._read_only = on
        for part in (self.goal, self.editor, self.shape, self.scores):
            part.set_read_only(on)
        self.save.setVisible(self.save.isVisibleTo(self) and not on)

    # Changes

    def _on_goal(self, goal: Goal) -> None:
        if self._settings is not None:
            rules = replace(self._settings.rules, goal=goal)
            self._tell(replace(self._settings, rules=rules), f"Change the goal to {TITLES[goal]}")

    def _on_rules(self, rules: MatchRules, words: str) -> None:
        """The goal is chosen above, so it is not that of the rules."""
        if self._settings is not None:
            kept = replace(rules, goal=self._settings.rules.goal)
            self._tell(replace(self._settings, rules=kept), words)

    def _on_shape(self, made: DraftSettings, words: str) -> None:
        """Of the shape alone: the rules may have been changed since it was shown."""
        now = self._settings
        if now is not None:
            self._tell(replace(made, rules=now.rules, table_alone=now.table_alone), words)

    def _on_alone(self, alone: bool) -> None:
        """As one of several the table needs a weight."""
        if self._settings is None or alone is self._settings.table_alone:
            return
        rules = self._settings.rules if alone else _with_scores(self._settings.rules)
        words = "Match by the score table alone" if alone else "Let the score table count among others"
        self._tell(replace(self._settings, rules=rules, table_alone=alone), words)

    def _tell(self, settings: DraftSettings, words: str) -> None:
        self._settings = settings
        self.changed.emit(settings, words)


def _with_scores(rules: MatchRules) -> MatchRules:
    if any(each.key == SCORES and each.counts for each in rules.criteria):
        return rules
    counting = replace(new_criterion(SCORES), weight=FIRST_WEIGHT)
    there = any(each.key == SCORES for each in rules.criteria)
    others = tuple(counting if each.key == SCORES else each for each in rules.criteria)
    return replace(rules, criteria=others if there else (*others, counting))


def _shape(settings: DraftSettings) -> tuple[object, ...]:
    return settings.shape, settings.circles, settings.trio, settings.rounds
