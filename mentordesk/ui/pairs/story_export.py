"""Saves a story as a file: asks where, writes it in the background, and offers to try again. Knows no tab."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QDialog, QWidget

from mentordesk.domain.errors import FileError
from mentordesk.domain.story_document import StoryDocument
from mentordesk.ui import file_choice
from mentordesk.ui.errors import show_error
from mentordesk.ui.progress_dialog import run_job
from mentordesk.ui.widgets.error_dialog import ErrorDialog
from mentordesk.ui.workplace import Workplace

KINDS = {".docx": "Word document (*.docx)", ".txt": "Plain text (*.txt)"}


def save(parent: QWidget, workplace: Workplace, pair_id: int, name: str) -> None:
    """Ask for the file and write the story as it stands on the desk; `name` is proposed, without an ending."""
    title = "Save the story as a document"
    path = file_choice.save_file_of(parent, workplace.settings, "story", title, KINDS, name)
    if path is not None:
        _write(parent, workplace, pair_id, path)


def _write(parent: QWidget, workplace: Workplace, pair_id: int, path: Path) -> None:
    def work(_progress: Callable[[int, int], None], _cancelled: Callable[[], bool]) -> StoryDocument:
        from mentordesk.exchange import story
        from mentordesk.services import stories

        document = workplace.desk.read(stories.document, pair_id)
        story.save(document, path)
        return document

    def saved(_document: StoryDocument) -> None:
        folder = QUrl.fromLocalFile(str(path.parent))
        sentence = f"Story saved as “{path.name}”"
        workplace.say(sentence, action="Open folder", on_action=lambda: QDesktopServices.openUrl(folder))

    def failed(error: BaseException) -> None:
        _offer_again(parent, workplace, pair_id, path, error)

    run_job(parent, "Writing the story", work, then=saved, failed=failed)


def _offer_again(parent: QWidget, workplace: Workplace, pair_id: int, path: Path, error: BaseException) -> None:
    """A file that cannot be written: try again, save under another name, or leave it."""
    if not isinstance(error, FileError):
        show_error(parent, error)
        return
    dialog = ErrorDialog(parent, str(error), advice=error.advice, safe=error.safe, primary="Try again", cancel="Cancel")
    other: list[bool] = []

    def choose_other() -> None:
        other.append(True)
        dialog.reject()

    dialog.add_alternative("Save under another name…", choose_other)
    answer = dialog.exec()
    if other:
        save(parent, workplace, pair_id, path.stem)
    elif answer == QDialog.DialogCode.Accepted:
        _write(parent, workplace, pair_id, path)
