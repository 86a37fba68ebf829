"""The thresholds of a program as fields: when contact, balance, check-ins or milestones make a pair slip."""

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QDoubleSpinBox, QWidget

from mentordesk.domain.programs import Thresholds
from mentordesk.ui import theme
from mentordesk.ui.widgets.form import Form
from mentordesk.ui.widgets.label import label
from mentordesk.ui.widgets.number_field import NumberField


class RatioField(QDoubleSpinBox):
    """How many times as much one side gave."""

    def __init__(self) -> None:
        super().__init__()
        self.setRange(1.0, 20.0)
        self.setDecimals(1)
        self.setSingleStep(0.5)
        self.setSuffix(" : 1")
        self.lineEdit().setTextMargins(9, 0, 0, 0)

    def sizeHint(self) -> QSize:
        """As high as the other fields; the style adds a frame that is not drawn."""
        return QSize(super().sizeHint().width(), theme.current().row("control"))

    def minimumSizeHint(self) -> QSize:
        return QSize(super().minimumSizeHint().width(), theme.current().row("control"))


class ThresholdFields(Form):
    """Contact is stored as a share of the rhythm and typed in days; a change of the rhythm moves the days along."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rhythm = 30
        self._kept = Thresholds()
        self.contact_watch = NumberField(1, 999, " days")
        self.contact_risk = NumberField(1, 999, " days")
        self.over = NumberField(1, 60, " months")
        self.least = NumberField(0, 100, " points")
        self.even, self.leaning = RatioField(), RatioField()
        self.answer = NumberField(1, 4)
        self.skipped = NumberField(1, 12)
        self.late_watch = NumberField(0, 365, " days")
        self.late_risk = NumberField(0, 999, " days")
        self.late_count = NumberField(1, 20)
        self._lay_out()
        for field in self.findChildren(NumberField):
            field.valueChanged.connect(lambda _value: self.changed.emit())
        for ratio in (self.even, self.leaning):
            ratio.valueChanged.connect(lambda _value: self.changed.emit())

    def _lay_out(self) -> None:
        self.add_part(label("Contact", "small_title"))
        self.add_row(
            ("contact_watch", "Watch after", self.contact_watch), ("contact_risk", "At risk after", self.contact_risk)
        )
        self.add_part(label("Give and take", "small_title"))
        self.add_row(("window", "Counted over", self.over), ("least", "Says nothing under", self.least))
        self.add_row(
            ("even", "In balance up to", self.even), ("leaning", "Leaning up to, then one-sided", self.leaning)
        )
        self.add_part(label("Check-ins and milestones", "small_title"))
        self.add_row(
            ("answer", "A low answer is at most", self.answer), ("skipped", "Check-ins left out in a row", self.skipped)
        )
        self.add_row(
            ("late_watch", "Watch: overdue by more than", self.late_watch),
            ("late_risk", "At risk: overdue by more than", self.late_risk),
        )
        self.add_row(("late_count", "At risk: so many overdue at once", self.late_count), ("", "", QWidget()))

    def show_thresholds(self, it: Thresholds, rhythm_days: int) -> None:
        """Shows these without telling."""
        self.blockSignals(True)
        self._kept, self._rhythm = it, rhythm_days
        self.contact_watch.setValue(round(it.contact_watch * rhythm_days))
        self.contact_risk.setValue(round(it.contact_risk * rhythm_days))
        self.over.setValue(it.balance_window_months)
        self.least.setValue(it.balance_min_points)
        self.even.setValue(it.balance_even_ratio)
        self.leaning.setValue(it.balance_leaning_ratio)
        self.answer.setValue(it.answer_risk)
        self.skipped.setValue(it.skipped_check_ins)
        self.late_watch.setValue(it.milestone_watch_days)
        self.late_risk.setValue(it.milestone_risk_days)
        self.late_count.setValue(it.milestones_risk_count)
        self.blockSignals(False)

    def set_rhythm(self, days: int) -> None:
        """Another rhythm: the same shares of it, in days."""
        self.show_thresholds(self.thresholds(), days)

    def thresholds(self) -> Thresholds:
        """What the fields say; what was not touched stays exactly as it was."""
        kept = self._kept
        return Thresholds(
            contact_watch=self._share(self.contact_watch.value(), kept.contact_watch),
            contact_risk=self._share(self.contact_risk.value(), kept.contact_risk),
            balance_window_months=self.over.value(),
            balance_min_points=self.least.value(),
            balance_even_ratio=self.even.value(),
            balance_leaning_ratio=self.leaning.value(),
            answer_watch=self.answer.value() if self.answer.value() != kept.answer_risk else kept.answer_watch,
            answer_risk=self.answer.value(),
            skipped_check_ins=self.skipped.value(),
            milestone_watch_days=self.late_watch.value(),
            milestone_risk_days=self.late_risk.value(),
            milestones_risk_count=self.late_count.value(),
            early_days=kept.early_days,
        )

    def _share(self, days: int, kept: float) -> float:
        return kept if days == round(kept * self._rhythm) else days / self._rhythm

    def problem(self) -> tuple[str, str]:
        """(field, sentence) of what cannot be; both empty if all is well."""
        if self.contact_risk.value() < self.contact_watch.value():
            return "contact_risk", "At risk comes after watch: choose as many days or more."
        if self.leaning.value() < self.even.value():
            return "leaning", "Leaning begins where balance ends: choose as much or more."
        if self.late_risk.value() < self.late_watch.value():
            return "late_risk", "At risk comes after watch: choose as many days or more."
        return "", ""
