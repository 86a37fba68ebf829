"""The options of one criterion: how much it counts, whether it is a must, and what it asks for."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QWidget

from mentordesk.domain.matching.criteria import CUSTOM, HIGHEST_WEIGHT, Criterion, Want
from mentordesk.ui.widgets.dialog import Dialog
from mentordesk.ui.widgets.drop_down import DropDown
from mentordesk.ui.widgets.form import Form
from mentordesk.ui.widgets.label import label
from mentordesk.ui.widgets.match_rules import criterion_words
from mentordesk.ui.widgets.match_rules.amount_field import AmountField
from mentordesk.ui.widgets.match_rules.level_field import LevelField
from mentordesk.ui.widgets.number_field import NumberField
from mentordesk.ui.widgets.segments import SegmentedControl

_MOST_APART = 1_000_000
_BELOW_INTRO = 8
_LEVELS = "Levels up from mentee to mentor: 2 is two above, −2 two below."
_NEAR = "For numbers, dates (in days) and ordered lists."
_PEER_LEVELS = "Levels between the two: 0 is the same level."


class CriterionDialog(Dialog):
    """Accepted with the criterion as it was made; `left_out` where it is to count no more. `points` tells what it is
    worth of 100 beside the others."""

    made = Signal(object)
    left_out = Signal()

    def __init__(
        self, criterion: Criterion, peers: bool, points: Callable[[Criterion], int], parent: QWidget | None = None
    ) -> None:
        super().__init__(criterion.word, parent, primary="Use these", width=420)
        self._criterion, self._peers = criterion, peers
        self.form = Form()
        self.weight = NumberField(0, HIGHEST_WEIGHT, f" of {HIGHEST_WEIGHT}")
        self.weight.setValue(criterion.weight)
        self.must = QCheckBox("A must: without it no pair is made")
        self.must.setChecked(criterion.must)
        self.want: SegmentedControl | DropDown | None = None
        self.ideal, self.at_least, self.at_most = (LevelField(0 if peers else -6) for _ in range(3))
        self.hours, self.apart = AmountField(0, 12, " hours"), AmountField(0.01, _MOST_APART)
        self.body.addWidget(label(criterion_words.asked(criterion, peers), "body", "text2", wrap=True))
        self.body.addSpacing(_BELOW_INTRO)
        self.body.addWidget(self.form)
        self._points, self._worth = points, self.form.add("weight", "Weight", self.weight)
        self.weight.valueChanged.connect(lambda _weight: self._show_points())
        self._show_points()
        self.form.add_part(self.must)
        self._ask(criterion)
        self.add_alternative("Leave out", self._leave_out)
        self.weight.setFocus()

    def _show_points(self) -> None:
        """A weight is one of 10; the list has the points that it makes."""
        worth = self._points(replace(self._criterion, weight=self.weight.value()))
        self._worth.set_hint(f"Beside the other weights: {worth} of 100 points")

    def _ask(self, criterion: Criterion) -> None:
        if criterion.key in criterion_words.WANTS:
            self.want = SegmentedControl(list(criterion_words.WANTS[criterion.key]), "Asks for", stretch=True)
            self._ask_want(self.want)
        elif criterion.key.startswith(CUSTOM):
            self.want = DropDown(list(criterion_words.CUSTOM_WANTS))
            self._ask_want(self.want)
            self.apart.setValue(float(criterion.at_most or 1))
            near = self.form.add(
                "at_most", "At most apart", self.apart, "For numbers, dates (in days) and ordered lists."
            )
            near.setVisible(criterion.want is Want.NEAR)
            self.want.chosen.connect(self._on_want)
        elif criterion.key == "level_distance":
            for field, value in self._levels(criterion):
                field.show_level(value)
            self.form.add("ideal", "Ideal distance", self.ideal, _PEER_LEVELS if self._peers else _LEVELS)
            self.form.add_row(("at_least", "At least", self.at_least), ("at_most", "At most", self.at_most))
        elif criterion.key in criterion_words.HOURS:
            self.hours.setValue(float(criterion.hours or 0))
            self.form.add("hours", "At most apart", self.hours)

    def _on_want(self, want: Want) -> None:
        self.form.box("at_most").setVisible(want is Want.NEAR)
        self.fit()

    def _ask_want(self, field: Any) -> None:
        field.choose(self._criterion.want)
        self.form.add("want", "Asks for", field)

    def _levels(self, criterion: Criterion) -> list[tuple[LevelField, int | None]]:
        most = None if criterion.at_most is None else int(criterion.at_most)
        return [(self.ideal, criterion.ideal), (self.at_least, criterion.at_least), (self.at_most, most)]

    def criterion(self) -> Criterion:
        """The criterion as the fields say."""
        made = replace(self._criterion, weight=self.weight.value(), must=self.must.isChecked())
        if self.want is not None:
            made = replace(made, want=self.want.choice())
        if made.key.startswith(CUSTOM):
            made = replace(made, at_most=self.apart.amount() if made.want is Want.NEAR else None)
        if made.key == "level_distance":
            least, most = self.at_least.level(), self.at_most.level()
            made = replace(made, ideal=self.ideal.level(), at_least=least, at_most=most)
        return replace(made, hours=self.hours.amount()) if made.key in criterion_words.HOURS else made

    def commit(self) -> bool:
        """Tells the criterion, unless it asks for what cannot be."""
        made = self.criterion()
        fault = self._fault(made)
        if fault:
            self.form.show_problems(fault)
            return False
        self.made.emit(made)
        return True

    def _fault(self, made: Criterion) -> dict[str, str]:
        if made.key != "level_distance":
            return {}
        if (made.ideal, made.at_least, made.at_most) == (None, None, None):
            return {"ideal": "Say which distance is ideal, or what is the least or the most."}
        if made.at_least is not None and made.at_most is not None and made.at_least > made.at_most:
            return {"at_most": "No pair can be both: choose as many levels as the least, or more."}
        return {}

    def _leave_out(self) -> None:
        self.reject()
        self.left_out.emit()
