"""What a report is about, whom it is for and what it leaves out, chosen above the preview. Knows no report."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from mentordesk.domain.report_request import ReportRequest
from mentordesk.domain.reporting import NameStyle, Reader, ReportKind
from mentordesk.domain.scope import EVERYTHING, Period, Scope
from mentordesk.ui import theme
from mentordesk.ui.reports import periods
from mentordesk.ui.widgets.date_field import DateField
from mentordesk.ui.widgets.drop_down import DropDown
from mentordesk.ui.widgets.flow import FlowLayout
from mentordesk.ui.widgets.form import FieldBox
from mentordesk.ui.widgets.label import icon_label, label, row
from mentordesk.ui.widgets.picker import Picker
from mentordesk.ui.widgets.suggestions import Choice
from mentordesk.ui.workplace import Workplace

WITH_COMMENTS = (ReportKind.PROGRAM, ReportKind.CHECK_INS)
WITHOUT_NAMES = (ReportKind.OVER_THE_YEARS,)
IN_FULL = (ReportKind.MAIL_MERGE, ReportKind.PERSONAL_DATA)
"""Reports that are nothing without names: how people are called is not asked."""
_GAP = 12
_NARROW, _UNLIMITED = 164, 16_777_215
"""Beside the choice of the report, with comments to be asked for too, all choices stand in one line."""
_FOR_WHOM = "Comments are for coordinators only"


class ReportOptions(QWidget):
    """Emits `changed` whenever scope, period, reader, names, comments or the person are others."""

    changed = Signal()

    def __init__(self, workplace: Workplace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._today = workplace.today
        self._kind = ReportKind.PROGRAM
        self._wide = True
        self._person_id: int | None = None
        self.scope = DropDown([(EVERYTHING, "All programs")], "What the report is about")
        self.period = DropDown(list(periods.CHOICES), "Period")
        self.first = DateField(workplace.today)
        self.last = DateField(workplace.today, workplace.today())
        self.reader = DropDown([(reader, reader.words) for reader in Reader], "Who reads it")
        self.names = DropDown([(style, style.words) for style in NameStyle], "Names")
        self.comments = DropDown([(False, "Leave out"), (True, "Include")], "Check-in comments")
        self.comments.setToolTip(_FOR_WHOM)
        self.person = Picker("Type a name")
        self.person.setMinimumWidth(theme.current().wide(320))
        self.hint = _hint()
        self._lay_out()
        for choice in (self.scope, self.names, self.comments):
            choice.chosen.connect(self.changed)
        self.reader.chosen.connect(self._on_reader)
        self.person.changed.connect(self._on_person)
        self.period.chosen.connect(self._on_period)
        self.first.changed.connect(self._on_day)
        self.last.changed.connect(self._on_day)
        self._fit()

    def _lay_out(self) -> None:
        self._row = FlowLayout(self, gap=_GAP)
        self._about = [FieldBox("About", self.scope), FieldBox("Period", self.period)]
        self._own = [FieldBox("From", self.first), FieldBox("To", self.last)]
        self._reader = FieldBox("For", self.reader)
        self._names = FieldBox("Names", self.names)
        self._comments = FieldBox("Check-in comments", self.comments)
        self._person = FieldBox("Person", self.person)
        for box in (*self._about, *self._own, self._reader, self._names, self._comments, self._person, self.hint):
            self._row.addWidget(box)

    def add_first(self, box: QWidget) -> None:
        """Another choice before the others."""
        self._row.insert(0, box)

    def fit(self, kind: ReportKind, wide: bool) -> None:
        """Only what matters for a report is asked; whom comments are for is said where there is room."""
        self._kind, self._wide = kind, wide
        self.scope.setMaximumWidth(_UNLIMITED if wide else theme.current().wide(_NARROW))
        self._fit()

    def _fit(self) -> None:
        kind, of_one = self._kind, self._kind is ReportKind.PERSONAL_DATA
        asks_comments = kind in WITH_COMMENTS and self.chosen_reader() is Reader.HR
        for box in (*self._about, self._reader):
            box.setVisible(not of_one)
        self._names.setVisible(kind not in (*IN_FULL, *WITHOUT_NAMES))
        self._comments.setVisible(asks_comments)
        self.hint.setVisible(self._wide and asks_comments and self._has_room())
        self._person.setVisible(of_one)
        for box in self._own:
            box.setVisible(not of_one and self.period.choice() == periods.OWN)
        nobody = self.chosen_reader() is Reader.PUBLIC
        self.names.setEnabled(not nobody)
        self.names.setToolTip("What everybody may read names nobody" if nobody else "")
        if nobody:
            self.names.choose(NameStyle.NONE)

    def _has_room(self) -> bool:
        """Whether the remark fits beside the choices."""
        boxes = (*self._about, *self._own, self._reader, self._names, self._comments)
        wide = [box.sizeHint().width() for box in (*(box for box in boxes if not box.isHidden()), self.hint)]
        return sum(wide) + _GAP * len(wide) <= self.width()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def set_scopes(self, programs: list[tuple[int, str]], cohorts: list[tuple[int, str]]) -> None:
        """Offer every program and every cohort; what was chosen stays chosen."""
        named = [(Scope(program_id=id_), name) for id_, name in programs]
        named += [(Scope(cohort_id=id_), f"Cohort {name}") for id_, name in cohorts]
        self.scope.set_choices([(EVERYTHING, "All programs"), *named])

    def set_people(self, people: Sequence[tuple[int, str, str]]) -> None:
        """Offer these people, (id, name, title); whoever was chosen stays chosen."""
        if people:
            self.person.set_choices([Choice(*person) for person in people])
            self.choose_person(self._person_id)

    def choose_person(self, person_id: int | None) -> None:
        """Whose data it is, also before the people are there to choose from."""
        self._person_id = person_id
        self.person.set_value(person_id)

    def chosen_scope(self) -> Scope:
        found: Scope = self.scope.choice()
        return found

    def chosen_reader(self) -> Reader:
        found: Reader = self.reader.choice()
        return found

    def choose_reader(self, reader: Reader) -> None:
        """As if somebody had chosen this reader."""
        self.reader.choose(reader)
        self._on_reader()

    def chosen_period(self) -> Period:
        return periods.period(self.period.choice(), self._today(), self.first.value(), self.last.value())

    def with_comments(self) -> bool:
        """Whether the confidential comments of check-ins are asked for: never unless somebody chose so just now, for
        HR."""
        return bool(self.comments.choice()) and self.chosen_reader() is Reader.HR

    def request(self, kind: ReportKind) -> ReportRequest:
        """The report as it is chosen. One about a person is of all that is kept, and for HR."""
        if kind is ReportKind.PERSONAL_DATA:
            return ReportRequest(kind, person_id=self._person_id)
        names = NameStyle.FULL if kind in IN_FULL else self.names.choice()
        return ReportRequest(
            kind, self.chosen_scope(), self.chosen_period(), names, self.with_comments(), self.chosen_reader()
        )

    def problem(self) -> str:
        """Why there is no report for this period; "" if all is well."""
        first, last = self.first.value(), self.last.value()
        if self.period.choice() == periods.OWN and isinstance(first, date) and isinstance(last, date) and first > last:
            return "The period ends before it begins. Choose a later last day."
        return ""

    def _on_person(self, person_id: int | None) -> None:
        self._person_id = person_id
        self.changed.emit()

    def _on_reader(self) -> None:
        if self.chosen_reader() is not Reader.PUBLIC and not self.names.isEnabled():
            self.names.choose(NameStyle.FULL)
        self._fit()
        self.changed.emit()

    def _on_period(self) -> None:
        self._fit()
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
