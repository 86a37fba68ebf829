"""A draft as a workbook that a program lead reviews. Knows no cell of it."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QWidget

from mentordesk.domain.file_names import file_name
from mentordesk.domain.matching.draft import MatchSheet
from mentordesk.ui import file_choice
from mentordesk.ui.saving import Saving, told
from mentordesk.ui.workplace import Workplace


def export(parent: QWidget, workplace: Workplace, sheet: MatchSheet) -> None:
    """Ask where, and write the pairs with their points, who has none and why, and the settings."""
    draft = sheet.draft
    if draft is None:
        return

    def choose(name: str) -> Path | None:
        title = "Export the draft for review"
        return file_choice.save_file(parent, workplace.settings, "export", title, file_choice.WORKBOOKS, name)

    def write(path: Path, progress: Callable[[int, int], None], cancelled: Callable[[], bool]) -> str:
        from mentordesk.services.matching import draft_report
        from mentordesk.services.reports import reporting

        report = workplace.desk.read(draft_report.report, draft.id)
        written = reporting.write(report, path, progress, cancelled)
        return told(f"Draft saved as “{path.name}”", written.remarks)

    name = f"{file_name(sheet.cohort)} proposed pairs.xlsx"
    Saving(parent, workplace, "Writing the workbook", choose, write).start(name)
