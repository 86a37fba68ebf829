"""The sheets of a report as tabs, each made when it is first looked at. Knows no desk."""

from collections.abc import Collection
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QTabWidget, QVBoxLayout, QWidget

from mentordesk.ui.widgets.tabs import Tabs
from mentordesk.ui.widgets.toast import keep_free

if TYPE_CHECKING:
    from mentordesk.exchange.workbook import Report, Sheet


class ReportPreview(Tabs):
    """The tab that was looked at stays when the report is read again. Emits `wanted` with the name of a sheet that is
    looked at and has not been read yet."""

    wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("Sheets of the workbook", parent)
        self.setTabPosition(QTabWidget.TabPosition.South)
        keep_free(self.tabBar())
        self.report: Report | None = None
        self._read: set[str] = set()
        self.currentChanged.connect(self._fill)

    def show_report(self, report: "Report", filled: Collection[str]) -> None:
        """Show another report; of its sheets those called `filled` have their rows, and those of words."""
        before = self.sheet()
        names = [sheet.name for sheet in report.sheets]
        at = names.index(before.name) if before is not None and before.name in names else 0
        self.report = None
        while (old := self.widget(0)) is not None:
            self.removeTab(0)
            old.deleteLater()
        for sheet in report.sheets:
            page = QWidget()
            QVBoxLayout(page).setContentsMargins(0, 0, 0, 0)
            self.add(_title(sheet), page)
        self.report = report
        self._read = {*filled} | {sheet.name for sheet in report.sheets if sheet.kind == "text"}
        self.setCurrentIndex(at)
        self._fill(at)

    def put_sheet(self, sheet: "Sheet") -> None:
        """A sheet that was wanted, with its rows."""
        if self.report is None or sheet.name not in (names := [each.name for each in self.report.sheets]):
            return
        sheets = tuple(sheet if each.name == sheet.name else each for each in self.report.sheets)
        self.report = replace(self.report, sheets=sheets)
        self._read.add(sheet.name)
        self.setTabText(names.index(sheet.name), _title(sheet).replace("&", "&&"))
        self._fill(self.currentIndex())

    def sheet(self) -> "Sheet | None":
        """The sheet on screen."""
        return None if self.report is None else self.report.sheets[max(self.currentIndex(), 0)]

    def _fill(self, at: int) -> None:
        page = self.widget(at)
        layout = page.layout() if page is not None else None
        if self.report is None or layout is None or layout.count():
            return
        sheet = self.report.sheets[at]
        if sheet.name in self._read:
            layout.addWidget(self._preview(self.report, sheet))
        else:
            self.wanted.emit(sheet.name)

    def _preview(self, report: "Report", sheet: "Sheet") -> QWidget:
        from mentordesk.ui.reports.preview_summary import SummaryPreview, TextPreview
        from mentordesk.ui.reports.preview_tables import SheetTable

        if sheet.kind == "summary":
            summary = SummaryPreview(report, sheet)
            summary.opened.connect(self.show_sheet)
            return summary
        if sheet.kind == "table":
            return SheetTable(report, sheet.table, sheet.remark)
        return TextPreview(sheet)

    def show_sheet(self, name: str) -> None:
        """Go to a sheet by its name; one without rows is not in the report."""
        names = [sheet.name for sheet in self.report.sheets] if self.report is not None else []
        if name in names:
            self.setCurrentIndex(names.index(name))


def _title(sheet: "Sheet") -> str:
    return f"{sheet.name} {len(sheet.table.rows):,}" if sheet.kind == "table" else sheet.name
