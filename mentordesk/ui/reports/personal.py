"""Exports what is kept about one person: a command for other pages."""

from PySide6.QtWidgets import QWidget

from mentordesk.domain.file_names import file_name
from mentordesk.domain.report_request import ReportRequest
from mentordesk.domain.reporting import ReportKind
from mentordesk.ui.reports.exporting import export
from mentordesk.ui.workplace import Workplace


def export_person_data(workplace: Workplace, parent: QWidget, person_id: int, name: str = "") -> None:
    """Ask where, and write every row about the person as a workbook. `name` is for the name of the file."""
    proposed = f"{file_name(f'{name} personal data' if name else 'Personal data')}.xlsx"
    export(parent, workplace, proposed, ReportRequest(ReportKind.PERSONAL_DATA, person_id=person_id))
