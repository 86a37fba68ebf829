"""What a report is about: the scope and the period, chosen above the preview. Knows no report."""

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from mentordesk.domain.scope import EVERYTHING, Period, Scope
from mentordesk.ui.reports import periods
from mentordesk.ui.widgets.date_field import DateField
from mentordesk.ui.widgets.drop_down import DropDown
from mentordesk.ui.widgets.form import FieldBox
from mentordesk.ui.workplace import Workplace


class ReportOptions(QWidget):
    """Emits `changed` whenever scope or period are others."""

    changed = Signal()

    def __init__(self, workplace: Workplace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._today = workplace.today
        self.scope = DropDown([(EVERYTHING, "All programs")], "What the report is about")
        self.period = DropDown(list(periods.CHOICES), "Period")
        self.first = DateField(workplace.today)
        self.last = DateField(workplace.today, workplace.today())
        self._own = [FieldBox("From", self.first), FieldBox("To", self.last)]
        self._row = row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        for box in (FieldBox("About", self.scope), FieldBox("Period", self.period), *self._own):
            row.addWidget(box)
        row.addStretch(1)
        self.scope.chosen.connect(self.changed)
        self.period.chosen.connect(self._on_period)
        self.first.changed.connect(self._on_day)
        self.last.changed.connect(self._on_day)
        self._show_days()

    def add_first(self, box: QWidget) -> None:
        """Another choice before the others."""
        self._row.insertWidget(0, box)

    def set_scopes(self, programs: list[tuple[int, str]], cohorts: list[tuple[int, str]]) -> None:
        """Offer every program and every cohort; what was chosen stays chosen."""
        named = [(Scope(program_id=id_), name) for id_, name in programs]
        named += [(Scope(cohort_id=id_), f"Cohort {name}") for id_, name in cohorts]
        self.scope.set_choices([(EVERYTHING, "All programs"), *named])

    def chosen_scope(self) -> Scope:
        found: Scope = self.scope.choice()
        return found

    def chosen_period(self) -> Period:
        return periods.period(self.period.choice(), self._today(), self.first.value(), self.last.value())

    def problem(self) -> str:
        """Why there is no report for this period; "" if all is well."""
        first, last = self.first.value(), self.last.value()
        if self.period.choice() == periods.OWN and isinstance(first, date) and isinstance(last, date) and first > last:
            return "The period ends before it begins. Choose a later last day."
        return ""

    def _show_days(self) -> None:
        for box in self._own:
            box.setVisible(self.period.choice() == periods.OWN)

    def _on_period(self) -> None:
        self._show_days()
        self.changed.emit()

    def _on_day(self) -> None:
        self._own[1].show_problem(self.problem())
        if not self.problem():
            self.changed.emit()
