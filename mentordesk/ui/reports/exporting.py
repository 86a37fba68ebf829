"""Writing a report to a workbook. Knows no preview."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QWidget

from mentordesk.domain.report_request import ReportRequest
from mentordesk.ui import file_choice
from mentordesk.ui.saving import Saving, told
from mentordesk.ui.workplace import Workplace


def export(parent: QWidget, workplace: Workplace, name: str, request: ReportRequest) -> None:
    """Ask where, read and write the whole report, and say that it is saved. `name` is what is proposed."""

    def choose(proposed: str) -> Path | None:
        kind, title = file_choice.WORKBOOKS, "Export to Excel"
        return file_choice.save_file(parent, workplace.settings, "export", title, kind, proposed)

    def write(path: Path, progress: Callable[[int, int], None], cancelled: Callable[[], bool]) -> str:
        from mentordesk.services.reports import reporting

        written = workplace.desk.read(reporting.save, request, path, progress, cancelled)
        return told(f"Report saved as “{path.name}”", written.remarks)

    Saving(parent, workplace, "Writing the report", choose, write).start(name)
