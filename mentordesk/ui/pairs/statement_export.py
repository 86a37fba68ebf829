"""Saves the statement that is on screen as a workbook of one sheet. Knows no widget of it."""

from collections.abc import Callable, Collection
from pathlib import Path

from PySide6.QtWidgets import QWidget

from mentordesk.domain.contacts import ExchangeKind
from mentordesk.domain.scope import Period
from mentordesk.ui import file_choice
from mentordesk.ui.pairs.reading import PairSheet
from mentordesk.ui.saving import Saving, told
from mentordesk.ui.workplace import Workplace


def export(
    parent: QWidget, workplace: Workplace, sheet: PairSheet, period: Period, kinds: Collection[ExchangeKind]
) -> None:
    """Ask where, write the sheet, and say that it is saved."""

    def choose(proposed: str) -> Path | None:
        kind, title = file_choice.WORKBOOKS, "Export the statement"
        return file_choice.save_file(parent, workplace.settings, "export", title, kind, proposed)

    def write(path: Path, progress: Callable[[int, int], None], cancelled: Callable[[], bool]) -> str:
        from mentordesk.services.pairs import exchanges
        from mentordesk.services.reports import reporting

        report = workplace.desk.read(exchanges.statement_report, sheet.row.id, period, kinds)
        written = reporting.write(report, path, progress, cancelled)
        return told(f"Statement saved as “{path.name}”", written.remarks)

    Saving(parent, workplace, "Writing the statement", choose, write).start(f"{sheet.row.name} account statement.xlsx")
