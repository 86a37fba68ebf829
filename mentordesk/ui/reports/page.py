"""The Reports page: which report, about what, a live preview of its sheets, and the export."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from mentordesk.domain.dates import long
from mentordesk.domain.reporting import ReportKind
from mentordesk.domain.scope import Scope
from mentordesk.domain.wording import counted
from mentordesk.ui.page import Page
from mentordesk.ui.reports.exporting import export
from mentordesk.ui.reports.kinds import KindList
from mentordesk.ui.reports.options import ReportOptions
from mentordesk.ui.reports.preview import ReportPreview
from mentordesk.ui.reports.preview_tables import PREVIEW_ROWS
from mentordesk.ui.widgets.drop_down import DropDown
from mentordesk.ui.widgets.form import FieldBox
from mentordesk.ui.widgets.label import button, card
from mentordesk.ui.widgets.page_header import PageHeader
from mentordesk.ui.workplace import Target, Workplace

if TYPE_CHECKING:
    from mentordesk.exchange.workbook import Report
    from mentordesk.services.reporting import ReportRequest

LIST_FROM = 1000
"""The list of reports stands at the left from this width of the page on; below, it is a drop-down."""


@dataclass(frozen=True, slots=True)
class ReportRows:
    """What the page shows: the report, and the scopes one may choose."""

    report: "Report"
    programs: list[tuple[int, str]]
    cohorts: list[tuple[int, str]]


class ReportsPage(Page):
    key = "reports"
    depends_on = frozenset(
        {"person", "program", "cohort", "enrollment", "pair", "contact", "exchange", "check_in", "milestone"}
        | {"joint_project", "project_hours", "custom_field", "custom_value", "plan_step"}
    )

    def __init__(self, workplace: Workplace, parent: QWidget | None = None) -> None:
        super().__init__(workplace, parent)
        self.report: Report | None = None
        self.kinds = KindList()
        self.kind_choice = DropDown([(kind, kind.heading) for kind in ReportKind], "Report")
        self.kind_box = FieldBox("Report", self.kind_choice)
        self.header = PageHeader("Program report", " ")
        self.copy = self.header.add_action(button("Copy table", icon="copy", on_click=self.copy_table))
        self.save = self.header.add_action(button("Export to Excel…", "primary", "export", self.export))
        self.options = ReportOptions(workplace)
        self.sheets = ReportPreview()
        self.save.setEnabled(False)
        self._lay_out()
        self.kinds.chosen.connect(self.show_kind)
        self.kind_choice.chosen.connect(self.show_kind)
        self.options.changed.connect(self.reload)

    def _lay_out(self) -> None:
        frame = card()
        inside = QVBoxLayout(frame)
        inside.setContentsMargins(1, 1, 1, 1)
        inside.addWidget(self.sheets)
        right = QVBoxLayout()
        right.setContentsMargins(24, 16, 24, 16)
        right.setSpacing(12)
        self.options.add_first(self.kind_box)
        for part in (self.header, self.options):
            right.addWidget(part)
        right.addWidget(frame, 1)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.kinds)
        whole.addLayout(right, 1)
        frame.setProperty("region", True)
        self.kinds.setProperty("region", True)

    def show_kind(self, kind: ReportKind) -> None:
        """Preview another report."""
        self.kinds.select(kind)
        self.kind_choice.choose(kind)
        self.reload()

    def _request(self) -> "ReportRequest":
        from mentordesk.services.reporting import ReportRequest

        return ReportRequest(self.kinds.current(), self.options.chosen_scope(), self.options.chosen_period())

    def query(self) -> Callable[[Any], ReportRows]:
        request = self._request()

        def read(session: Any) -> ReportRows:
            from mentordesk.services import cohorts, programs, reporting

            return ReportRows(
                reporting.report(session, request, PREVIEW_ROWS),
                [(row.id, row.name) for row in programs.rows(session)],
                [(row.id, row.name) for row in cohorts.rows(session)],
            )

        return read

    def show_rows(self, rows: ReportRows) -> None:
        self.report = rows.report
        self.options.set_scopes(rows.programs, rows.cohorts)
        self.header.set_title(self.kinds.current().heading)
        self.header.set_facts(f"Live preview of the Excel file. Figures as of {long(self.workplace.today())}")
        self.save.setEnabled(True)
        self.sheets.show_report(rows.report)

    def open(self, target: Target) -> None:
        """A Target may name the scope and the kind: `go("reports", scope=Scope(cohort_id=3), kind="pairs")`."""
        scope = target.filters.get("scope")
        kind = target.filters.get("kind")
        if kind:
            self.kinds.select(ReportKind(kind))
        self.when_loaded(lambda: self._choose(scope))

    def _choose(self, scope: Scope | None) -> None:
        if scope is not None:
            self.options.scope.choose(scope)
        self.reload()

    def export(self) -> None:
        """Ctrl+E and the primary button."""
        if self.report is not None:
            export(self, self.workplace, self.report.file_name, self._request())

    def copy_table(self) -> None:
        """The whole table of the sheet on screen, to be pasted into Excel or a mail."""
        sheet = self.sheets.sheet()
        if sheet is None or sheet.kind == "text" or sheet.table is None:
            self.workplace.say("This sheet has no table to copy.")
            return
        at, request = self.sheets.currentIndex(), self._request()
        self.workplace.read(self, lambda session: _table_text(session, request, at), then=self._on_copied, slot="copy")

    def _on_copied(self, copied: tuple[str, str, int]) -> None:
        text, name, count = copied
        QGuiApplication.clipboard().setText(text)
        self.workplace.say(f"{counted(count, 'row')} of “{name}” copied")

    def state(self) -> dict[str, Any]:
        return {"kind": self.kinds.current().value, "period": self.options.period.choice()}

    def restore_state(self, state: dict[str, Any]) -> None:
        if state.get("kind") in set(ReportKind):
            self.kinds.select(ReportKind(state["kind"]))
            self.kind_choice.choose(self.kinds.current())

    def resizeEvent(self, event: Any) -> None:
        super().resizeEvent(event)
        wide = self.width() >= LIST_FROM
        self.kinds.setVisible(wide)
        self.kind_box.setVisible(not wide)


def _table_text(session: Any, request: "ReportRequest", at: int) -> tuple[str, str, int]:
    """(the rows of a sheet's table with tabs and line ends, the sheet's name, how many rows)."""
    from mentordesk.exchange.workbook_figures import shown
    from mentordesk.services import reporting

    sheet = reporting.report(session, request).sheets[at]
    table = sheet.table if sheet.kind != "text" else None
    if table is None:
        return "", sheet.name, 0
    lines = ["\t".join(column.title for column in table.columns)]
    for cells in table.rows:
        values = zip(cells, table.columns, strict=True)
        lines.append("\t".join(shown(value, column.kind).replace("\n", " ") for value, column in values))
    return "\n".join(lines), sheet.name, len(lines) - 1
