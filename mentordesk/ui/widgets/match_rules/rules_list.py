"""The rules that forbid pairs: switched on and off, their numbers changed in place."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from mentordesk.domain.matching.criteria import HARD, Rule
from mentordesk.ui import theme
from mentordesk.ui.widgets.label import label
from mentordesk.ui.widgets.match_rules.rule_line import RuleLine

_MOST_WIDE = 460

NOT_OF_PEERS = frozenset({"ring_of_two"})
"""Two peers are each other's mentor anyhow."""


class RulesList(QWidget):
    """Emits the rules as they are to be, and what was done. With a score table alone only the hard ones hold."""

    changed = Signal(object, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rules: tuple[Rule, ...] = ()
        self._read_only = False
        self.lines: dict[str, RuleLine] = {}
        self._inside = QVBoxLayout(self)
        self._inside.setContentsMargins(0, 0, 0, 0)
        self._inside.setSpacing(2)
        self.title = label("Rules", "section")
        self._inside.addWidget(self.title)
        self._fit()
        theme.look.changed.connect(self._fit)

    def _fit(self) -> None:
        """What belongs to a rule stays near its words."""
        self.setMaximumWidth(theme.current().wide(_MOST_WIDE))

    def show_rules(self, rules: Sequence[Rule], *, peers: bool, hard_only: bool = False) -> None:
        """Shows these without telling."""
        self._rules = tuple(rules)
        for rule in rules:
            line = self.lines.get(rule.key) or self._new_line(rule)
            line.set_read_only(self._read_only)
            line.show_rule(rule, peers)
            line.setVisible(not (hard_only and rule.key not in HARD) and not (peers and rule.key in NOT_OF_PEERS))

    def _new_line(self, rule: Rule) -> RuleLine:
        made = self.lines[rule.key] = RuleLine(rule, self)
        made.changed.connect(self._on_changed)
        self._inside.addWidget(made)
        return made

    def _on_changed(self, rule: Rule, words: str) -> None:
        self._rules = tuple(rule if each.key == rule.key else each for each in self._rules)
        self.changed.emit(self._rules, words)

    def set_read_only(self, on: bool) -> None:
        """Shows and changes nothing; takes effect when rules are shown next."""
        self._read_only = on
