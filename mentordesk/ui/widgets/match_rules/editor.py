"""Criteria and rules of a draft or a program, one below the other or, with room, side by side."""

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QVBoxLayout, QWidget

from mentordesk.domain.matching.criteria import Criterion, MatchRules, Rule
from mentordesk.ui import theme
from mentordesk.ui.widgets.label import line
from mentordesk.ui.widgets.match_rules.add_criterion import Offer
from mentordesk.ui.widgets.match_rules.criteria_list import CriteriaList
from mentordesk.ui.widgets.match_rules.rules_list import RulesList

SIDE_BY_SIDE_FROM = 760
DETAILS_FROM = 560


class MatchRulesEditor(QWidget):
    """One change is one signal: the rules as they are to be, and what was done in words for history. `scores` says
    whether a score table can be one of the criteria; where there is none yet, `scores_asked` is emitted."""

    changed = Signal(object, str)
    reset_asked = Signal()
    scores_asked = Signal()

    def __init__(self, parent: QWidget | None = None, *, scores: bool = True) -> None:
        super().__init__(parent)
        self._rules: MatchRules | None = None
        self._scores = scores
        self._shown: tuple[tuple[str, ...], str, bool] = ((), "", False)
        self._alone = False
        self.criteria, self.rules_list = CriteriaList(), RulesList()
        self._lay_out()
        self.criteria.changed.connect(self._on_criteria)
        self.criteria.reset_asked.connect(self.reset_asked)
        self.criteria.scores_asked.connect(self.scores_asked)
        self.rules_list.changed.connect(self._on_rules)

    def _lay_out(self) -> None:
        rules = QWidget()
        above = QVBoxLayout(rules)
        above.setContentsMargins(0, 0, 0, 0)
        above.addWidget(self.rules_list)
        above.addStretch(1)
        left = QWidget()
        beside = QVBoxLayout(left)
        beside.setContentsMargins(0, 0, 0, 0)
        beside.addWidget(self.criteria)
        beside.addStretch(1)
        self.rules_list.title.setMinimumHeight(self.criteria.reset.sizeHint().height())
        self._left = left
        self._divider: QFrame = line()
        self._inside = QBoxLayout(QBoxLayout.Direction.TopToBottom, self)
        self._inside.setContentsMargins(0, 0, 0, 0)
        self._inside.setSpacing(12)
        self._inside.addWidget(left, 3)
        self._inside.addWidget(self._divider)
        self._inside.addWidget(rules, 2)

    def show_rules(
        self, rules: MatchRules, fields: tuple[str, ...] = (), table_name: str = "", peers: bool = False
    ) -> None:
        """Shows these without telling; a weight that is being chosen at this moment stays as it is. `fields` are the
        names of the desk's own fields, `table_name` is empty where there is no score table."""
        self._rules, self._shown = rules, (fields, table_name, peers)
        self._show()

    def rules(self) -> MatchRules | None:
        """The rules as last shown or changed."""
        return self._rules

    def show_table_alone(self, on: bool) -> None:
        """With a score table as the only criterion no other counts, and of the rules only the hard ones hold."""
        self._alone = on
        self._show()

    def _show(self) -> None:
        self._left.setVisible(not self._alone)
        self._divider.setVisible(not self._alone)
        if self._rules is None:
            return
        fields, table, peers = self._shown
        self.criteria.show_criteria(self._rules.criteria, Offer(fields, table, self._scores, peers))
        self.rules_list.show_rules(self._rules.rules, peers=peers, hard_only=self._alone)

    def set_read_only(self, on: bool) -> None:
        """Shows and changes nothing."""
        self.criteria.set_read_only(on)
        self.rules_list.set_read_only(on)
        self._show()

    def set_reset(self, on: bool, tip: str) -> None:
        """Whether there is something to go back to, and what that is."""
        self.criteria.reset.setEnabled(on)
        self.criteria.reset.setToolTip(tip)

    def start_over(self) -> None:
        """Something else is shown from now on: what counts nothing is put away."""
        self.criteria.start_over()

    def settle(self) -> None:
        """Tells what was typed a moment ago, before something else is shown."""
        self.criteria.settle()

    def _on_criteria(self, criteria: tuple[Criterion, ...], words: str) -> None:
        if self._rules is not None:
            self._tell(replace(self._rules, criteria=criteria), words)

    def _on_rules(self, rules: tuple[Rule, ...], words: str) -> None:
        if self._rules is not None:
            self._tell(replace(self._rules, rules=rules), words)

    def _tell(self, rules: MatchRules, words: str) -> None:
        self._rules = rules
        self._show()
        self.changed.emit(rules, words)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        look, across = theme.current(), QBoxLayout.Direction
        beside = self.width() >= look.wide(SIDE_BY_SIDE_FROM)
        self._inside.setDirection(across.LeftToRight if beside else across.TopToBottom)
        self._inside.setSpacing(24 if beside else 12)
        self._divider.setMinimumSize(1, 1)
        self._divider.setMaximumSize(*((1, 16_777_215) if beside else (16_777_215, 1)))
        self.criteria.set_wide(self.width() >= look.wide(DETAILS_FROM))
