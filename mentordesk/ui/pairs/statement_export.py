"""Saves the statement that is on screen as a workbook of one sheet. Knows no widget of it."""

from collections.abc import Callable, Collection
from pathlib import Path
from typing import Any

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from mentordesk.domain.contacts import ExchangeKind
from mentordesk.domain.scope import Period
from mentordesk.ui import file_choice
from mentordesk.ui.pairs.reading import PairSheet
from mentordesk.ui.progress_dialog import run_job
from mentordesk.ui.workplace import Workplace


def export(
    parent: QWidget, workplace: Workplace, sheet: PairSheet, period: Period, kinds: Collection[ExchangeKind]
) -> None:
    """Ask where, write the sheet, and say that it is saved."""
    name = f"{sheet.row.name} account statement.xlsx"
    kind = file_choice.WORKBOOKS
    path = file_choice.save_file(parent, workplace.settings, "export", "Export the statement", kind, name)
    if path is not None:
        _write(parent, workplace, path, sheet.row.id, period, kinds)


def _write(parent: QWidget, workplace: Workplace, path: Path, *what: Any) -> None:
    def work(progress: Callable[[int, int], None], cancelled: Callable[[], bool]) -> Any:
        from mentordesk.services import exchanges, reporting

        report = workplace.desk.read(exchanges.statement_report, *what)
        return reporting.write(report, path, progress, cancelled)

    def saved(written: Any) -> None:
        sentence = " ".join(("Statement saved", *written.remarks))
        workplace.say(sentence, action="Open folder", on_action=lambda: _open(path.parent))

    run_job(parent, "Writing the statement", work, then=saved)


def _open(folder: Path) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))
