"""When each side of a pair signed the ground rules; an empty day takes it back."""

from PySide6.QtWidgets import QWidget

from mentordesk.domain.agreements import AgreementRow
from mentordesk.ui.desk_dialog import DeskDialog
from mentordesk.ui.widgets.date_field import DateField
from mentordesk.ui.widgets.label import label
from mentordesk.ui.workplace import Workplace


class AgreementDialog(DeskDialog):
    """Two days, one step of history."""

    def __init__(self, workplace: Workplace, parent: QWidget, row: AgreementRow) -> None:
        super().__init__(workplace, parent, f"{row.short}: who signed when")
        self._row = row
        self.left = DateField(workplace.today, row.left_on)
        self.right = DateField(workplace.today, row.right_on)
        if row.outdated:
            words = "They signed an older version of the text. Saving notes that they agree to it as it is now."
            self.form.add_part(label(words, "body", "watch", wrap=True))
        self.form.add_row(("left", f"{row.left} signed on", self.left), ("right", f"{row.right} signed on", self.right))
        self.form.add_part(label("Leave a day empty while nothing is signed.", "caption", "text2"))
        self.add_alternative("Both today", self._both_today)
        self.left.setFocus()

    def _both_today(self) -> None:
        for field in (self.left, self.right):
            field.set_value(self.workplace.today())

    def commit(self) -> bool:
        """Notes the days."""
        from mentordesk.services import agreements

        problems = {name: field.problem() for name, field in (("left", self.left), ("right", self.right))}
        for name, field in (("left", self.left), ("right", self.right)):
            day = field.value()
            if day is not None and day > self.workplace.today():
                problems[name] = "This day is still to come."
        if any(problems.values()):
            self.form.show_problems(problems)
            return False
        days = self.left.value(), self.right.value()
        return self.do(agreements.sign, self._row.id, *days, said=f"Agreement of {self._row.short} noted")
