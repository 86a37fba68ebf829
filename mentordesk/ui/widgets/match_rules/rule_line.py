"""One rule in a line: on or off, its words, a lock where it protects people, and its numbers edited in place."""

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QGridLayout, QWidget

from mentordesk.domain.matching.criteria import Rule
from mentordesk.domain.wording import counted
from mentordesk.ui import theme
from mentordesk.ui.widgets.label import icon_button, icon_label, label
from mentordesk.ui.widgets.match_rules.ringed_line import RingedLine
from mentordesk.ui.widgets.match_rules.rule_numbers import NUMBERED, RuleNumbers

WHY_LOCKED = {
    "own_line": "Always on: nobody speaks openly with somebody who decides on their pay",
    "places": "Always on: how many pairs a person takes is that person’s promise",
    "vetoes": "Always on: whoever asked not to be paired with somebody is not asked why",
}
READ_ONLY = "This desk is open to read only"


class RuleLine(RingedLine):
    """A click on the words is one on the box; F2 or the pencil opens the numbers. Signals carry the rule as it is to
    be, and what was done."""

    changed = Signal(object, str)

    def __init__(self, rule: Rule, parent: QWidget | None = None) -> None:
        super().__init__(QCheckBox(), label("", wrap=True), parent)
        self.rule = rule
        self._read_only = False
        self.box = self._switch
        self.lock = icon_label("lock", "text3", 13)
        self.edit = icon_button("edit", "Change the number", self.open_numbers, small=True)
        self.edit.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click must not take the focus out of the numbers first
        self.numbers = RuleNumbers(rule, self) if rule.key in NUMBERED else None
        self._lay_out()
        self.box.clicked.connect(self._on_clicked)
        if self.numbers is not None:
            self.numbers.made.connect(self._on_numbers)
            self.numbers.left.connect(self._close_numbers)

    def _lay_out(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(7)
        grid.setVerticalSpacing(2)
        top = Qt.AlignmentFlag.AlignTop
        grid.addWidget(self.box, 0, 0, top)
        grid.addWidget(self.words, 0, 1, top)
        grid.addWidget(self.lock, 0, 2, top)
        grid.addWidget(self.edit, 0, 2, top)
        if self.numbers is not None:
            grid.addWidget(self.numbers, 1, 1, 1, 2)
            self.numbers.hide()
        grid.setColumnStretch(1, 1)
        self._fit()
        theme.look.changed.connect(self._fit)

    def _fit(self) -> None:
        """The first line of the words stands beside the box."""
        above = max(0, (self.box.sizeHint().height() - theme.current().line()) // 2)
        self.words.setContentsMargins(0, above, 0, 3)
        self.lock.setContentsMargins(0, above, 0, 0)
        self.setMinimumHeight(self.edit.sizeHint().height())

    def show_rule(self, rule: Rule, peers: bool) -> None:
        """Shows the rule without telling."""
        self.rule = rule
        words = rule_words(rule, peers)
        self.words.setText(words)
        self.box.setChecked(rule.on)
        self.box.setAccessibleName(words)
        self.lock.setVisible(rule.locked)
        tip = WHY_LOCKED.get(rule.key, "Always on") if rule.locked else READ_ONLY if self._read_only else ""
        for part in (self.box, self.words, self.lock):
            part.setToolTip(tip)
        self.box.setAccessibleDescription(tip)
        self.box.setEnabled(not rule.locked and not self._read_only)
        self.edit.setVisible(self.numbers is not None and not self._read_only)
        self.edit.setAccessibleName(f"Change the numbers of “{words}”")
        if self.numbers is not None and not self.numbers.isVisibleTo(self):
            self.numbers.show_rule(rule, peers)

    def set_read_only(self, on: bool) -> None:
        self._read_only = on

    def _on_clicked(self, on: bool) -> None:
        self.rule = replace(self.rule, on=on)
        self.changed.emit(self.rule, f"Switch {'on' if on else 'off'} “{self.words.text()}”")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_F2 and self.edit.isVisibleTo(self):
            self.open_numbers()
        else:
            super().keyPressEvent(event)

    def open_numbers(self) -> None:
        """The numbers as fields below the words; the pencil closes them again."""
        if self.numbers is None:
            return
        if self.numbers.isVisibleTo(self):
            self.numbers.take()
            return
        self.numbers.show()
        self.numbers.take_focus()

    def _on_numbers(self, rule: Rule) -> None:
        made = replace(rule, on=self.rule.on)
        if made != self.rule:
            self.rule = made
            self.changed.emit(made, f"Change the rule “{self.words.text()}”")

    def _close_numbers(self) -> None:
        if self.numbers is not None:
            self.numbers.hide()
            self.edit.setFocus(Qt.FocusReason.OtherFocusReason)


def rule_words(rule: Rule, peers: bool) -> str:
    """The rule as the coordinator reads it: between peers nobody is above."""
    if rule.key != "levels_apart":
        return rule.word
    if not peers and rule.at_least is None and (rule.at_most or 0) >= 0:
        return f"At most {counted(int(rule.at_most or 0), 'level')} above"
    if not peers or rule.at_least is None:
        return rule.word
    if rule.at_most is None:
        return f"At least {counted(rule.at_least, 'level')} apart"
    return f"{rule.at_least} to {counted(int(rule.at_most), 'level')} apart"
