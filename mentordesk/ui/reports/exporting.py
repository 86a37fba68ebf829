"""Writing a report to a workbook behind a progress dialog, and what to offer when that fails. Knows no preview."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QDialog, QWidget

from mentordesk.domain.errors import FileError
from mentordesk.ui import file_choice
from mentordesk.ui.errors import show_error
from mentordesk.ui.progress_dialog import run_job
from mentordesk.ui.widgets.error_dialog import ErrorDialog
from mentordesk.ui.workplace import Workplace

if TYPE_CHECKING:
    from mentordesk.services.reporting import ReportRequest


def export(parent: QWidget, workplace: Workplace, name: str, request: "ReportRequest") -> None:
    """Ask where, read and write the whole report, and say that it is saved. `name` is what is proposed."""
    title = "Export to Excel"
    settings = workplace.settings
    path = file_choice.save_file(parent, settings, "export", title, file_choice.WORKBOOKS, name)
    if path is not None:
        _write(parent, workplace, request, path)


def _write(parent: QWidget, workplace: Workplace, request: "ReportRequest", path: Path) -> None:
    def work(progress: Callable[[int, int], None], cancelled: Callable[[], bool]) -> Any:
        from mentordesk.services import reporting

        return reporting.write(workplace.desk.read(reporting.report, request), path, progress, cancelled)

    def saved(written: Any) -> None:
        remarks = " ".join(written.remarks)
        sentence = f"Report saved as “{path.name}”. {remarks}".strip()
        workplace.say(sentence, action="Open folder", on_action=lambda: _open(path.parent))

    def failed(error: BaseException) -> None:
        _offer_again(parent, workplace, request, path, error)

    run_job(parent, "Writing the report", work, then=saved, failed=failed)


def _open(folder: Path) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))


def _offer_again(
    parent: QWidget, workplace: Workplace, request: "ReportRequest", path: Path, error: BaseException
) -> None:
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
        export(parent, workplace, path.name, request)
    elif answer == QDialog.DialogCode.Accepted:
        _write(parent, workplace, request, path)
