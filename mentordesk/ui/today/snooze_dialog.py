"""Until which day an item stays away."""

from datetime import date, timedelta

from PySide6.QtWidgets import QWidget

from mentordesk.domain.errors import FieldError, UserError
from mentordesk.ui.widgets.date_field import DateField
from mentordesk.ui.widgets.dialog import Dialog
from mentordesk.ui.widgets.elided_label import ElidedLabel
from mentordesk.ui.widgets.form import Form
from mentordesk.ui.workplace import Workplace


class SnoozeDialog(Dialog):
    """Snoozes one item; it is named, so that one sees what goes away."""

    def __init__(self, workplace: Workplace, key: str, title: str, parent: QWidget) -> None:
        super().__init__("Snooze until a day", parent, primary="Snooze", width=440)
        self._workplace, self._key, self._title = workplace, key, title
        self.body.addWidget(ElidedLabel(title, "body", "text2"))
        self.day = DateField(workplace.today, workplace.today() + timedelta(days=7))
        self.form = Form()
        self.form.add("until", "Back on Today on", self.day, "If its reason still holds on that day.")
        self.body.addWidget(self.form)
        self.day.setFocus()

    def until(self) -> date | None:
        """The day that stands in the field."""
        return self.day.value()

    def commit(self) -> bool:
        from mentordesk.services.today import attention

        day = self.day.value()
        if day is None:
            self.form.show_problems({"until": self.day.problem() or "Name a day to come."})
            return False
        try:
            self._workplace.desk.do(attention.snooze, self._key, day, self._title)
        except FieldError as error:
            return not self.form.show_error(error)
        except UserError as error:
            self.form.show_problems({"until": error.sentence()})
            return False
        return True
