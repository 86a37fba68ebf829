"""The sheets of a report as tabs, each made when it is first looked at. Knows no desk."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QTabWidget, QVBoxLayout, QWidget

from mentordesk.ui.widgets.tabs import Tabs

if TYPE_CHECKING:
    from mentordesk.exchange.workbook import Report, Sheet


class ReportPreview(Tabs):
    """The tab that was looked at stays when the report is read again with as many sheets."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("Sheets of the workbook", parent)
        self.setTabPosition(QTabWidget.TabPosition.South)
        self.report: Report | None = None
        self.currentChanged.connect(self._fill)

    def show_report(self, report: "Report") -> None:
        """Show another report."""
        at = self.currentIndex() if self.count() == len(report.sheets) else 0
        self.report = None
        while (old := self.widget(0)) is not None:
            self.removeTab(0)
            old.deleteLater()
        for sheet in report.sheets:
            page = QWidget()
            QVBoxLayout(page).setContentsMargins(0, 0, 0, 0)
            self.add(_title(sheet), page)
        self.report = report
        self.setCurrentIndex(at)
        self._fill(at)

    def sheet(self) -> "Sheet | None":
        """The sheet on screen."""
        return None if self.report is None else self.report.sheets[max(self.currentIndex(), 0)]

    def _fill(self, at: int) -> None:
        page = self.widget(at)
        layout = page.layout() if page is not None else None
        if self.report is not None and layout is not None and layout.isEmpty():
            layout.addWidget(_preview(self.report, self.report.sheets[at]))


def _title(sheet: "Sheet") -> str:
    return f"{sheet.name} {len(sheet.table.rows):,}" if sheet.kind == "table" else sheet.name


def _preview(report: "Report", sheet: "Sheet") -> QWidget:
    from mentordesk.ui.reports.preview_summary import SummaryPreview, TextPreview
    from mentordesk.ui.reports.preview_tables import SheetTable

    if sheet.kind == "summary":
        return SummaryPreview(report, sheet)
    if sheet.kind == "table":
        return SheetTable(report, sheet.table, sheet.remark)
    return TextPreview(sheet)
