"""Carrying an import out behind a progress dialog, and saving what stays out to a workbook. Knows no widget of rows."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QWidget

from mentordesk.domain.errors import CancelledError
from mentordesk.domain.importing import ImportResult, Preview
from mentordesk.domain.wording import counted
from mentordesk.ui import file_choice
from mentordesk.ui.errors import show_error
from mentordesk.ui.imports.collecting import without_collecting
from mentordesk.ui.imports.draft import Draft
from mentordesk.ui.progress_dialog import run_job
from mentordesk.ui.saving import Saving, Write
from mentordesk.ui.workplace import Workplace


def store(
    parent: QWidget,
    workplace: Workplace,
    draft: Draft,
    preview: Preview,
    then: Callable[[ImportResult, Preview], None],
    given_up: Callable[[], None],
) -> None:
    """Back the desk up, then import the good rows in one step. Stopped or failed, it leaves the desk as it was."""
    copy, desk, settings = draft.copy(), workplace.desk, workplace.settings

    def work(progress: Callable[[int, int], None], cancelled: Callable[[], bool]) -> ImportResult:
        from mentordesk.services.imports import importing

        def action(session: Any) -> ImportResult:
            request = copy.request(it.key for it in preview.careers)
            hooks = importing.Hooks(progress, cancelled)
            return importing.apply(session, request, leave_out_wrong=True, hooks=hooks)

        desk.back_up(settings.backups_of(desk.path), "before import", settings.backups_kept)
        if cancelled():
            raise CancelledError
        with without_collecting():
            return desk.do(action)

    def failed(error: BaseException) -> None:
        given_up()
        show_error(parent, error)

    job = run_job(
        parent, f"Importing “{copy.path.name}”", work, then=lambda result: then(result, preview), failed=failed
    )
    job.cancelled.connect(given_up)


def save_wrong(parent: QWidget, workplace: Workplace, draft: Draft) -> None:
    """Ask where, and save the rows with a problem with a column that says what is wrong."""
    copy = draft.copy()

    def write(path: Path, *_: Any) -> str:
        from mentordesk.services.imports import importing

        count = workplace.desk.read(importing.write_wrong, copy.request(), path)
        return f"{counted(count, 'row')} saved as “{path.name}”"

    _saving(parent, workplace, "export", "Save the rows to fix", write).start(f"{copy.path.stem} to fix.xlsx")


def save_empty_roster(parent: QWidget, workplace: Workplace) -> None:
    """Ask where, and save a workbook with the columns explained and no row."""

    def write(path: Path, *_: Any) -> str:
        from mentordesk.services.reports import reporting

        reporting.write_empty_roster(path)
        return f"Saved “{path.name}”. Fill it in, then drop it here"

    _saving(parent, workplace, "import", "Save an empty roster", write).start("Roster.xlsx")


def _saving(parent: QWidget, workplace: Workplace, folder: str, title: str, write: Write) -> Saving:
    """`folder` is the one that is remembered for such files."""

    def choose(proposed: str) -> Path | None:
        return file_choice.save_file(parent, workplace.settings, folder, title, file_choice.WORKBOOKS, proposed)

    return Saving(parent, workplace, title.replace("Save", "Saving"), choose, write)
