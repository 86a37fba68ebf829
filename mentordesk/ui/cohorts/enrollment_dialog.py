"""One enrollment as a small form: role, places, status, a note."""

from typing import Any

from PySide6.QtWidgets import QLineEdit, QWidget

from mentordesk.domain.cohorts import MOST_PLACES, EnrollmentRow, EnrollmentStatus, roles_of
from mentordesk.domain.programs import Format
from mentordesk.ui.desk_dialog import DeskDialog
from mentordesk.ui.widgets.drop_down import DropDown
from mentordesk.ui.widgets.number_field import NumberField
from mentordesk.ui.workplace import Workplace


class EnrollmentDialog(DeskDialog):
    """Only what differs is changed, in one step."""

    def __init__(self, workplace: Workplace, parent: QWidget, row: EnrollmentRow, format_: Format) -> None:
        super().__init__(workplace, parent, f"{row.name} in {row.cohort}")
        self._row = row
        roles = list(dict.fromkeys((*roles_of(format_), row.role)))
        self.role = DropDown([(role, role.word) for role in roles])
        self.role.choose(row.role)
        self.capacity = NumberField(0, MOST_PLACES)
        self.capacity.setValue(row.capacity)
        self.status = DropDown([(status, status.word) for status in EnrollmentStatus])
        self.status.choose(row.status)
        self.note_line = QLineEdit(row.note)
        self.form.add_row(("role", "Role", self.role), ("capacity", "Places: pairs at once", self.capacity))
        self.form.add("status", "Status", self.status)
        self.form.add("note", "Note", self.note_line)
        self.role.setFocus()

    def commit(self) -> bool:
        """Changes what is different."""
        from mentordesk.services.programs import cohorts

        def change(session: Any) -> None:
            cohorts.change_enrollment(
                session,
                self._row.id,
                role=self.role.choice(),
                capacity=self.capacity.value() if self.capacity.value() != self._row.capacity else None,
                status=self.status.choice() if self.status.choice() is not self._row.status else None,
                note=self.note_line.text(),
            )

        return self.do(change, said=f"Enrollment of {self._row.name} changed")
