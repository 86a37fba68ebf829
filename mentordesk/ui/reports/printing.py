"""Looks at a report as pages, prints it, or saves it as a PDF. The pages are laid out in `paper`."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QWidget

from mentordesk.domain.report_request import ReportRequest
from mentordesk.exchange import paper as papers
from mentordesk.ui import file_choice
from mentordesk.ui.errors import show_error
from mentordesk.ui.jobs import Job
from mentordesk.ui.progress_dialog import ProgressDialog
from mentordesk.ui.reports import reading
from mentordesk.ui.reports.paper.compose import compose
from mentordesk.ui.reports.paper.drawing import layout_of, print_on, write_pdf
from mentordesk.ui.reports.paper.flow import PageSize, Paper
from mentordesk.ui.reports.print_dialog import PrintDialog
from mentordesk.ui.saving import Saving
from mentordesk.ui.workplace import Workplace

if TYPE_CHECKING:
    from mentordesk.exchange.workbook import Report

_PATIENCE = 400
"""Milliseconds of work before its progress is shown."""
PDFS = "PDF files (*.pdf)"


def print_report(parent: QWidget, workplace: Workplace, request: ReportRequest, sheet: str, sheets: int) -> "Printing":
    """Lay out the sheet that is looked at and show it as pages; from there it is printed or saved."""
    started = Printing(parent, workplace, request, sheet, sheets)
    started.begin()
    return started


class Printing(QObject):
    """One report on its way to paper: read once for a sheet or for all, laid out anew for another paper."""

    def __init__(self, parent: QWidget, workplace: Workplace, request: ReportRequest, sheet: str, sheets: int) -> None:
        super().__init__(parent)
        self._owner = parent
        self._workplace = workplace
        self._request = request
        self._sheet = sheet
        self._read: dict[str, Report] = {}
        self.dialog = PrintDialog(parent, sheet, sheets, PageSize(papers.is_letter()))
        self.dialog.changed.connect(self.begin)
        self.dialog.print_asked.connect(self._print)
        self.dialog.pdf_asked.connect(self._save)
        self.dialog.finished.connect(self._end)

    def _end(self) -> None:
        self.dialog.deleteLater()
        self.deleteLater()

    def begin(self) -> None:
        """Lay out what is chosen in the dialog, which opens with the first pages."""
        name, size = ("" if self.dialog.whole() else self._sheet), self.dialog.page_size()

        def work(progress: Callable[[int, int], None], cancelled: Callable[[], bool]) -> Paper:
            if name not in self._read:
                self._read[name] = self._workplace.desk.read(reading.report, self._request, name)
            return compose(self._read[name], size, name, progress, cancelled)

        above = self.dialog if self.dialog.isVisible() else self._owner
        _run(above, "Laying out the pages", work, self._show, self.dialog.take_back)

    def _show(self, paper: Paper) -> None:
        self.dialog.show_paper(paper)
        if not self.dialog.isVisible():
            self.dialog.open()

    def _print(self, paper: Paper) -> None:
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setPageLayout(layout_of(paper.size))
        printer.setFullPage(True)
        printer.setDocName(paper.title)
        if not choose_printer(printer, self.dialog, len(paper.pages)):
            return
        numbers = _chosen(printer, len(paper.pages))

        def work(progress: Callable[[int, int], None], cancelled: Callable[[], bool]) -> None:
            print_on(printer, paper, numbers, progress, cancelled)

        _run(self.dialog, "Printing the report", work, lambda _: self._done(f"“{paper.title}” printed"))

    def _done(self, said: str) -> None:
        self.dialog.accept()
        self._workplace.say(said)

    def _save(self, paper: Paper) -> None:
        def choose(proposed: str) -> Path | None:
            return file_choice.save_file(self.dialog, self._workplace.settings, "export", "Save as PDF", PDFS, proposed)

        def write(path: Path, progress: Callable[[int, int], None], cancelled: Callable[[], bool]) -> str:
            write_pdf(path, paper, progress, cancelled)
            return f"Report saved as “{path.name}”"

        saving = Saving(self.dialog, self._workplace, "Writing the PDF", choose, write, self.dialog.accept)
        saving.start(f"{self._pdf_name()}.pdf")  # what is told stands behind the dialog

    def _pdf_name(self) -> str:
        name = "" if self.dialog.whole() else self._sheet
        stem = self._read[name].file_name.removesuffix(".xlsx")
        return f"{stem}, {name}" if name else stem


def choose_printer(printer: QPrinter, parent: QWidget, pages: int) -> bool:
    """Ask with the system's dialog; False where that was cancelled."""
    dialog = QPrintDialog(printer, parent)
    dialog.setWindowTitle("Print the report")
    dialog.setOption(QPrintDialog.PrintDialogOption.PrintPageRange, on=True)
    dialog.setMinMax(1, pages)
    return dialog.exec() == QDialog.DialogCode.Accepted


def _chosen(printer: QPrinter, pages: int) -> Sequence[int]:
    """The numbers of the pages, from 0; a range was chosen where the printer has one."""
    first, last = printer.fromPage() or 1, printer.toPage() or pages
    return range(first - 1, min(last, pages))


def _run(
    parent: QWidget,
    title: str,
    work: Callable[..., Any],
    then: Callable[[Any], None],
    otherwise: Callable[[], None] = lambda: None,
) -> None:
    """Run work in the background; its progress, which can be stopped, is shown where it takes longer than a blink."""
    job = Job(work, parent)
    progress = ProgressDialog(parent, title, job)

    def ended(after: Callable[[], object]) -> None:
        patience.stop()
        progress.accept()
        progress.deleteLater()
        after()

    def failed(error: BaseException) -> None:
        otherwise()
        show_error(parent, error)

    patience = QTimer(job)
    patience.setSingleShot(True)
    patience.timeout.connect(progress.open)
    job.finished.connect(lambda value: ended(lambda: then(value)))
    job.failed.connect(lambda error: ended(lambda: failed(error)))
    job.cancelled.connect(lambda: ended(otherwise))
    patience.start(_PATIENCE)
    job.start()
