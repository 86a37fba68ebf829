"""Another name for a program."""

from dataclasses import replace

from PySide6.QtWidgets import QLineEdit, QWidget

from mentordesk.domain.programs import ProgramForm
from mentordesk.ui.desk_dialog import DeskDialog
from mentordesk.ui.workplace import Workplace


class RenameDialog(DeskDialog):
    """One field."""

    def __init__(self, workplace: Workplace, parent: QWidget, program_id: int, form: ProgramForm) -> None:
        super().__init__(workplace, parent, f"Rename {form.name}", primary="Rename", width=400)
        self._id, self._form = program_id, form
        self.name = QLineEdit(form.name)
        self.form.add("name", "Name", self.name)
        self.name.selectAll()
        self.name.setFocus()

    def commit(self) -> bool:
        """Renames it."""
        from mentordesk.services.programs import programs

        form = replace(self._form, name=self.name.text())
        return self.do(programs.save, self._id, form, said=f"Renamed to {form.name.strip()}")
