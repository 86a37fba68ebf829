"""Note a turn of somebody's career: what happened, when as exactly as it is known, in whose words."""

from datetime import date

from PySide6.QtWidgets import QLineEdit, QWidget

from mentordesk.domain.dates import Precision
from mentordesk.domain.people import CareerKind, CareerRow
from mentordesk.ui.desk_dialog import DeskDialog
from mentordesk.ui.widgets.date_field import DateField
from mentordesk.ui.widgets.drop_down import DropDown
from mentordesk.ui.workplace import Workplace

_KNOWN = ((Precision.DAY, "To the day"), (Precision.MONTH, "The month"), (Precision.YEAR, "The year only"))
_EXAMPLES = {
    CareerKind.PROMOTION: "Promoted to VP Operations",
    CareerKind.NEW_ROLE: "First site lead role, Rotterdam",
    CareerKind.NEW_MANAGER: "Reports to Hana Kobayashi now",
    CareerKind.TRANSFER: "Moved to head office",
    CareerKind.LEAVE: "Parental leave",
    CareerKind.RETURN: "Back from parental leave",
    CareerKind.AWARD: "Safety award of the year",
    CareerKind.ANNIVERSARY: "Ten years with the company",
    CareerKind.DEPARTURE: "Retired",
}


class CareerDialog(DeskDialog):
    """A leave may have an end. `before` is the milestone to change; without one it is new."""

    def __init__(
        self, workplace: Workplace, parent: QWidget | None, person_id: int, name: str, before: CareerRow | None = None
    ) -> None:
        primary = "Save milestone" if before else "Add milestone"
        super().__init__(workplace, parent, f"Career milestone of {name}", primary=primary)
        self._person_id, self._before = person_id, before
        self.kind = DropDown([(kind, kind.word) for kind in CareerKind])
        self.kind_title = QLineEdit()
        self.day = DateField(workplace.today, workplace.today())
        self.precision = DropDown(list(_KNOWN))
        self.until = DateField(workplace.today)
        self.form.add("kind", "What", self.kind)
        self.form.add("title", "In words", self.kind_title)
        self.form.add_row(("day", "When", self.day), ("precision", "Known", self.precision))
        self.form.add("until", "Until, if it is known", self.until)
        self.kind.chosen.connect(self._on_kind)
        if before is not None:
            self._fill(before)
        self._on_kind(self.kind.choice())
        (self.kind_title if before else self.kind).setFocus()

    def _fill(self, before: CareerRow) -> None:
        self.kind.choose(before.kind)
        self.kind_title.setText(before.title)
        self.day.set_value(before.on)
        self.precision.choose(before.precision)
        self.until.set_value(before.until)

    def _on_kind(self, kind: CareerKind) -> None:
        self.kind_title.setPlaceholderText(_EXAMPLES[kind])
        self.form.box("until").setVisible(kind is CareerKind.LEAVE)
        if self.isVisible():
            self.fit()

    def commit(self) -> bool:
        """Notes it."""
        from mentordesk.services.people import careers

        day = self.day.value()
        leave = self.kind.choice() is CareerKind.LEAVE
        problems = {"day": self.day.problem() or ("" if day else "Say when it was.")}
        problems["until"] = self.until.problem() if leave else ""
        if day is None or any(problems.values()):
            self.form.show_problems(problems)
            return False
        kind = self.kind.choice()
        until: date | None = self.until.value() if kind is CareerKind.LEAVE else None
        values = (kind, day, self.precision.choice(), self.kind_title.text(), until)
        if self._before is not None:
            return self.do(careers.change_career, self._before.id, *values, said=f"{kind.word} changed")
        return self.do(careers.add_career, self._person_id, *values, said=f"{kind.word} noted")
