"""Carrying an import out behind a progress dialog, and saving what stays out to a workbook. Knows no widget of rows."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from mentordesk.domain.errors import CancelledError
from mentordesk.domain.importing import ImportResult
from mentordesk.ui import file_choice
from mentordesk.ui.errors import show_error
from mentordesk.ui.imports.draft import Draft
from mentordesk.ui.progress_dialog import run_job
from mentordesk.ui.workplace import Workplace


def store(
    parent: QWidget,
    workplace: Workplace,
    draft: Draft,
    then: Callable[[ImportResult], None],
    given_up: Callable[[], None],
) -> None:
    """Back the desk up, then import the good rows in one step. Stopped or failed, it leaves the desk as it was."""
    copy, desk, settings = draft.copy(), workplace.desk, workplace.settings

    def work(_progress: Callable[[int, int], None], cancelled: Callable[[], bool]) -> ImportResult:
        from mentordesk.services import importing

        def action(session: Any) -> ImportResult:
            result = importing.apply(session, copy.request(), leave_out_wrong=True)
            if cancelled():
                raise CancelledError
            return result

        desk.back_up(settings.backups_of(desk.path), "before import", settings.backups_kept)
        if cancelled():
            raise CancelledError
        return desk.do(action)

    def failed(error: BaseException) -> None:
        given_up()
        show_error(parent, error)

    job = run_job(parent, f"Importing “{copy.path.name}”", work, then=then, failed=failed)
    job.cancelled.connect(given_up)


def save_wrong(parent: QWidget, workplace: Workplace, draft: Draft) -> None:
    """Ask where, and save the rows with a problem with a column that says what is wrong."""
    copy = draft.copy()
    name = f"{copy.path.stem} to fix.xlsx"
    path = file_choice.save_file(
        parent, workplace.settings, "export", "Save the rows to fix", file_choice.WORKBOOKS, name
    )
    if path is None:
        return

    def work(*_: Any) -> int:
        from mentordesk.services import importing

        return workplace.desk.read(importing.write_wrong, copy.request(), path)

    def saved(count: int) -> None:
        _say_saved(workplace, f"{count} {'row' if count == 1 else 'rows'} saved as “{path.name}”", path)

    run_job(parent, "Saving the rows to fix", work, then=saved)


def save_empty_roster(parent: QWidget, workplace: Workplace) -> None:
    """Ask where, and save a workbook with the columns explained and no row."""
    path = file_choice.save_file(
        parent, workplace.settings, "import", "Save an empty roster", file_choice.WORKBOOKS, "Roster.xlsx"
    )
    if path is None:
        return

    def work(*_: Any) -> Any:
        from mentordesk.services import reporting

        return reporting.write_empty_roster(path)

    run_job(
        parent,
        "Saving an empty roster",
        work,
        then=lambda _: _say_saved(workplace, f"Saved “{path.name}”. Fill it in, then drop it here", path),
    )


def _say_saved(workplace: Workplace, sentence: str, path: Path) -> None:
    folder = QUrl.fromLocalFile(str(path.parent))
    workplace.say(sentence, action="Open folder", on_action=lambda: QDesktopServices.openUrl(folder))
