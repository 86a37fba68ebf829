"""Where backups of the desk are kept and how many: of this computer."""

from pathlib import Path

from PySide6.QtWidgets import QVBoxLayout, QWidget

from mentordesk.domain.wording import counted
from mentordesk.ui import file_choice
from mentordesk.ui.errors import ask
from mentordesk.ui.preferences.lines import SettingLine, titled_card
from mentordesk.ui.progress_dialog import run_job
from mentordesk.ui.widgets.drop_down import DropDown
from mentordesk.ui.widgets.label import button
from mentordesk.ui.workplace import Workplace

KEPT = (7, 14, 30, 90)
MOVE, LEAVE = "Move them too", "Leave them there"


class BackupsCard(QWidget):
    """Backups already made are moved along if the coordinator says so."""

    def __init__(self, workplace: Workplace) -> None:
        super().__init__()
        self._workplace, self._settings = workplace, workplace.settings
        self.usual = button("Usual folder", on_click=lambda: self._use(None))
        self.usual.setToolTip("Keep backups in Documents/MentorDesk/Backups again")
        self.change = button("Change…", on_click=self._choose)
        self.change.setAccessibleName("Change the folder of backups")
        self.keep = DropDown([(count, f"{count} backups") for count in KEPT], "Keep")
        self.folder = SettingLine("Folder", "", self.usual, self.change)
        kept = SettingLine("Keep", "Of each desk; the oldest ones go first", self.keep)
        inside = QVBoxLayout(self)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.addWidget(titled_card("Backups", self.folder, kept))
        self.keep.chosen.connect(self._on_kept)
        self.show_settings()

    def show_settings(self) -> None:
        path = self._folder()
        self.folder.caption.setText(str(path))
        self.folder.caption.setToolTip(str(path))
        self.usual.setVisible(self._settings.backup_folder is not None)
        kept = self._settings.backups_kept
        self.keep.set_choices([(count, f"{count} backups") for count in sorted({*KEPT, kept})])
        self.keep.choose(kept)

    def _folder(self) -> Path:
        return self._settings.backups_of(self._workplace.desk.path)

    def _on_kept(self, count: int) -> None:
        self._settings.backups_kept = count
        self._workplace.say(f"{counted(count, 'backup')} of each desk are kept from now on")

    def _choose(self) -> None:
        chosen = file_choice.folder(self, "Folder of backups", self._folder())
        if chosen is not None and chosen != self._folder():
            self._use(chosen)

    def _use(self, folder: Path | None) -> None:
        """Another folder, None for the usual one; asks what becomes of the backups there are."""
        from mentordesk.services import backups

        desk, before = self._workplace.desk.path, self._folder()
        count = len(backups.listed(desk, before))
        choice = LEAVE
        if count:
            question = f"Move the {counted(count, 'backup')} of “{desk.name}” too?"
            sentence = "Backups that stay where they are can still be restored: choose their folder then."
            choice = ask(self, question, sentence, [LEAVE, MOVE])
        if not choice:
            return
        self._settings.backup_folder = folder
        self.show_settings()
        self._workplace.say("New backups go to the folder chosen")
        if choice == MOVE:
            self._move(desk, before, self._folder())

    def _move(self, desk: Path, before: Path, after: Path) -> None:
        def work(_progress: object, _cancelled: object) -> int:
            from mentordesk.services import backups

            return backups.move(desk, before, after)

        done = lambda count: self._workplace.say(f"{counted(count, 'backup')} moved")  # noqa: E731
        run_job(self, "Moving the backups", work, then=done)
