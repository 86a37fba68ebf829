"""What a report is about and what it leaves out, chosen above the preview. Knows no report."""

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from mentordesk.domain.reporting import NameStyle, ReportKind
from mentordesk.domain.scope import EVERYTHING, Period, Scope
from mentordesk.ui.reports import periods
from mentordesk.ui.widgets.date_field import DateField
from mentordesk.ui.widgets.drop_down import DropDown
from mentordesk.ui.widgets.flow import FlowLayout
from mentordesk.ui.widgets.form import FieldBox
from mentordesk.ui.widgets.label import icon_label, label, row
from mentordesk.ui.workplace import Workplace

WITH_COMMENTS = (ReportKind.PROGRAM, ReportKind.CHECK_INS)
_FOR_WHOM = "Comments are for coordinators only"


class ReportOptions(QWidget):
    """Emits `changed` whenever scope, period, names or comments are others."""

    changed = Signal()

    def __init__(self, workplace: Workplace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._today = workplace.today
        self.scope = DropDown([(EVERYTHING, "All programs")], "What the report is about")
        self.period = DropDown(list(periods.CHOICES), "Period")
        self.first = DateField(workplace.today)
        self.last = DateField(workplace.today, workplace.today())
        self._own = [FieldBox("From", self.first), FieldBox("To", self.last)]
        self.names = DropDown([(style, style.words) for style in NameStyle], "Names")
        self.comments = DropDown([(False, "Leave out"), (True, "Include")], "Check-in comments")
        self.comments.setToolTip(_FOR_WHOM)
        self.hint = _hint()
        self._row = FlowLayout(self, gap=12)
        boxes = (FieldBox("About", self.scope), FieldBox("Period", self.period), *self._own)
        self._comments = FieldBox("Check-in comments", self.comments)
        for box in (*boxes, FieldBox("Names", self.names), self._comments, self.hint):
            self._row.addWidget(box)
        for choice in (self.scope, self.names, self.comments):
            choice.chosen.connect(self.changed)
        self.period.chosen.connect(self._on_period)
        self.first.changed.connect(self._on_day)
        self.last.changed.connect(self._on_day)
        self._show_days()

    def add_first(self, box: QWidget) -> None:
        """Another choice before the others."""
        self._row.insert(0, box)

    def fit(self, kind: ReportKind, wide: bool) -> None:
        """Comments are asked about where a report could hold them; whom they are for is said where there is room."""
        self._comments.setVisible(kind in WITH_COMMENTS)
        self.hint.setVisible(wide and kind in WITH_COMMENTS)

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

    def with_comments(self) -> bool:
        """Whether the confidential comments of check-ins are asked for: never unless somebody chose so just now."""
        return bool(self.comments.choice())

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


def _hint() -> QWidget:
    """Who comments are for, at the height of the fields."""
    made = QWidget()
    inside = QVBoxLayout(made)
    inside.setContentsMargins(0, 0, 0, 0)
    inside.addWidget(label(" ", "caption"))
    words = label(_FOR_WHOM, "caption", "text2")
    inside.addLayout(row(icon_label("lock", "text2", 14), words, None, gap=6))
    inside.addStretch(1)
    return made
