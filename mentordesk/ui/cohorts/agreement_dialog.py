"""When each side of a pair signed the ground rules; an empty day takes it back."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from mentordesk.domain.agreements import AgreementRow
from mentordesk.ui.desk_dialog import DeskDialog
from mentordesk.ui.widgets.date_field import DateField
from mentordesk.ui.widgets.label import card, label
from mentordesk.ui.workplace import Workplace


class AgreementDialog(DeskDialog):
    """Two days, one step of history."""

    def __init__(self, workplace: Workplace, parent: QWidget, row: AgreementRow) -> None:
        super().__init__(workplace, parent, f"{row.short}: who signed when", width=520)
        self._row = row
        again = row.outdated  # a new text asks for signing again
        self.left = DateField(workplace.today, None if again else row.left_on)
        self.right = DateField(workplace.today, None if again else row.right_on)
        self._add_text()
        if again:
            words = f"The text has changed since it was signed: {row.signers}. Both are asked to sign it again."
            self.form.add_part(label(words, "body", "watch", wrap=True))
        self.form.add_row(("left", f"{row.left} signed on", self.left), ("right", f"{row.right} signed on", self.right))
        self.form.add_part(label("Leave a day empty while nothing is signed.", "caption", "text2"))
        self.add_alternative("Both today", self._both_today)
        self.left.setFocus()

    def _add_text(self) -> None:
        """What the two sign, with their names in it."""
        if self._row.rules.strip():
            frame = card("sunken")
            inside = QVBoxLayout(frame)
            inside.setContentsMargins(14, 10, 14, 10)
            inside.addWidget(label(self._row.text, "body", wrap=True))
            self.form.add_part(frame)

    def _both_today(self) -> None:
        for field in (self.left, self.right):
            field.set_value(self.workplace.today())

    def commit(self) -> bool:
        """Notes the days."""
        from mentordesk.services.pairs import agreements

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


def sign_rules(workplace: Workplace, parent: QWidget, pair_id: int | None = None) -> AgreementDialog | None:
    """Opens the dialog for one pair; says so where its program has no ground rules."""
    from mentordesk.services.pairs import agreements

    row = workplace.desk.read(agreements.of_pair, pair_id) if pair_id is not None else None
    if row is None:
        workplace.say("No ground rules are written for this pair. They belong to its program.")
        return None
    dialog = AgreementDialog(workplace, parent, row)
    dialog.open()
    return dialog
