"""Writing forms and taking responses behind a progress dialog. Knows no widget of rows."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from mentordesk.domain.responses import ResponseResult
from mentordesk.domain.wording import counted
from mentordesk.ui import file_choice
from mentordesk.ui.progress_dialog import run_job
from mentordesk.ui.responses.draft import AnswersDraft
from mentordesk.ui.saving import Saving
from mentordesk.ui.workplace import Workplace

if TYPE_CHECKING:
    from mentordesk.services.responses.responses import NamedForm, ResponseFiles

Progress = Callable[[int, int], None]
Cancelled = Callable[[], bool]


def read(parent: QWidget, paths: list[Path], then: "Callable[[ResponseFiles], None]") -> None:
    """Read files in the background."""

    def work(progress: Progress, cancelled: Cancelled) -> "ResponseFiles":
        from mentordesk.services.responses import responses

        return responses.read_files(paths, progress, cancelled)

    run_job(parent, "Reading the answers", work, then=then)


def take(parent: QWidget, workplace: Workplace, draft: AnswersDraft, then: Callable[[ResponseResult], None]) -> None:
    """Back the desk up, then take the responses in one step. Stopped or failed, it leaves the desk as it was."""
    request, desk, settings = draft.request(), workplace.desk, workplace.settings

    def work(progress: Progress, cancelled: Cancelled) -> ResponseResult:
        from mentordesk.services.responses import responses

        desk.back_up(settings.backups_of(desk.path), "before import", settings.backups_kept)
        return desk.do(responses.apply, request, progress, cancelled)

    run_job(parent, "Taking the answers", work, then=then)


def save_forms(parent: QWidget, workplace: Workplace, named: "list[NamedForm]", then: Callable[[], None]) -> None:
    """Ask where, and write: one form to a file, several to a folder."""
    if len(named) > 1:
        start = workplace.settings.folder("forms")
        folder = file_choice.folder(parent, f"Folder for {counted(len(named), 'form')}", start)
        if folder is not None:
            workplace.settings.remember_folder("forms", folder)
            _write(parent, workplace, named, folder, then)
        return

    def choose(proposed: str) -> Path | None:
        return file_choice.save_file(
            parent, workplace.settings, "forms", "Save the form", file_choice.WORKBOOKS, proposed
        )

    def write(path: Path, *_: Any) -> str:
        from mentordesk.services.responses import responses

        responses.write_forms(named, path)
        return f"Saved “{path.name}”"

    Saving(parent, workplace, "Saving the form", choose, write, then).start(named[0].name)


def _write(
    parent: QWidget, workplace: Workplace, named: "list[NamedForm]", folder: Path, then: Callable[[], None]
) -> None:
    def work(progress: Progress, cancelled: Cancelled) -> int:
        from mentordesk.services.responses import responses

        return len(responses.write_forms(named, folder, progress, cancelled))

    def done(count: int) -> None:
        where = QUrl.fromLocalFile(str(folder))
        workplace.say(
            f"{counted(count, 'form')} saved in “{folder.name}”",
            action="Open folder",
            on_action=lambda: QDesktopServices.openUrl(where),
        )
        then()

    run_job(parent, "Saving the forms", work, then=done)
