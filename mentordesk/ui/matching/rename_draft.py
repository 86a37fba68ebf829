"""Another name for a draft."""

from PySide6.QtWidgets import QLineEdit, QWidget

from mentordesk.domain.matching.draft import DraftRow
from mentordesk.ui.desk_dialog import DeskDialog
from mentordesk.ui.workplace import Workplace


class RenameDraftDialog(DeskDialog):
    """One field."""

    def __init__(self, workplace: Workplace, parent: QWidget, draft: DraftRow) -> None:
        super().__init__(workplace, parent, f"Rename {draft.name}", primary="Rename", width=400)
        self._draft = draft
        self.name = QLineEdit(draft.name)
        self.form.add("name", "Name", self.name)
        self.name.selectAll()
        self.name.setFocus()

    def commit(self) -> bool:
        """Renames it."""
        from mentordesk.services.matching import drafts

        name = self.name.text().strip()
        return self.do(drafts.rename, self._draft.id, name, said=f"{self._draft.name} renamed to {name}")
