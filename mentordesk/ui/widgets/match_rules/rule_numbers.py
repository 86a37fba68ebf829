"""The numbers of a rule as fields below it: Enter or leaving them keeps what was typed, Esc takes it back."""

from dataclasses import replace

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractSpinBox, QApplication, QGridLayout, QWidget

from mentordesk.domain.matching.criteria import Rule
from mentordesk.ui.widgets.label import label
from mentordesk.ui.widgets.match_rules.amount_field import AmountField
from mentordesk.ui.widgets.match_rules.level_field import LevelField
from mentordesk.ui.widgets.number_field import NumberField

NUMBERED = frozenset({"levels_apart", "hours_apart", "lowest_fit"})
"""The rules that have numbers."""


class RuleNumbers(QWidget):
    """Emits `made` with the rule where a number is another one, and `left` when the fields are done with."""

    made = Signal(object)
    left = Signal()

    def __init__(self, rule: Rule, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rule, self._done = rule, True
        self.at_least, self.at_most = LevelField(), LevelField()
        self.hours = AmountField(0, 12, " hours")
        self.points = NumberField(0, 100, " points")
        self.fields: list[QAbstractSpinBox] = []
        inside = QGridLayout(self)
        inside.setContentsMargins(0, 2, 0, 6)
        inside.setHorizontalSpacing(8)
        inside.setVerticalSpacing(6)
        inside.setColumnStretch(2, 1)
        for at, (title, field) in enumerate(self._asked()):
            field.setAccessibleName(title)
            self.fields.append(field)
            inside.addWidget(label(title, "caption"), at, 0)
            inside.addWidget(field, at, 1)
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._on_focus_changed)

    def _asked(self) -> list[tuple[str, QAbstractSpinBox]]:
        if self._rule.key == "levels_apart":
            return [("At least", self.at_least), ("At most", self.at_most)]
        return [("At most", self.hours)] if self._rule.key == "hours_apart" else [("At least", self.points)]

    def show_rule(self, rule: Rule, peers: bool) -> None:
        """Shows the numbers of the rule."""
        self._rule = rule
        for field in (self.at_least, self.at_most):
            field.setMinimum(-1 if peers else -7)
        self.at_least.show_level(rule.at_least)
        self.at_most.show_level(None if rule.at_most is None else int(rule.at_most))
        self.hours.setValue(float(rule.at_most or 0))
        self.points.setValue(rule.points or 0)

    def take_focus(self) -> None:
        """To the first field, all of it chosen."""
        self._done = False
        self.fields[0].setFocus(Qt.FocusReason.TabFocusReason)
        self.fields[0].selectAll()

    def rule(self) -> Rule:
        """The rule as the fields say; what cannot be is left as it was."""
        rule = self._rule
        if rule.key == "hours_apart":
            return replace(rule, at_most=self.hours.amount())
        if rule.key == "lowest_fit":
            return replace(rule, points=self.points.value())
        least, most = self.at_least.level(), self.at_most.level()
        if least is None and most is None:
            return rule
        if least is not None and most is not None and least > most:
            least, most = most, least
        return replace(rule, at_least=least, at_most=most)

    def take(self, keep: bool = True) -> None:
        """Done with the fields: what they say is kept, or taken back."""
        if self._done:
            return
        self._done = True
        for field in self.fields:
            field.interpretText()
        made, before = self.rule(), self._rule
        self.left.emit()
        if keep and made != before:
            self._rule = made
            self.made.emit(made)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.take()
        elif event.key() == Qt.Key.Key_Escape:
            self.take(keep=False)
        else:
            super().keyPressEvent(event)

    def _on_focus_changed(self, _old: QWidget | None, new: QWidget | None) -> None:
        """Leaving the fields keeps what they say; another window in front is no leaving."""
        if self._done or new is None or self.isAncestorOf(new):
            return
        QTimer.singleShot(0, self, self._leave_quietly)

    def _leave_quietly(self) -> None:
        focus = QApplication.focusWidget()
        self.take()
        if focus is not None:
            focus.setFocus(Qt.FocusReason.OtherFocusReason)
