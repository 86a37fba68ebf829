"""The Reports page: which report, about what, a live preview of its sheets, and the export."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from mentordesk.domain.dates import long
from mentordesk.domain.reporting import NameStyle, ReportKind
from mentordesk.domain.scope import Scope
from mentordesk.domain.wording import counted
from mentordesk.ui import theme
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
    """What the page shows: the report with one sheet filled, and the scopes one may choose."""

    report: "Report"
    filled: str
    programs: list[tuple[int, str]]
    cohorts: list[tuple[int, str]]


class ReportsPage(Page):
    key = "reports"
    depends_on = frozenset(
        {"person", "program", "cohort", "enrollment", "pair", "contact", "exchange", "check_in", "milestone"}
        | {"joint_project", "project_hours", "custom_field", "custom_value", "plan_step", "check_in_answer"}
        | {"closing_survey", "survey_benefit"}
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
        self.sheets.wanted.connect(self._read_sheet)

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

        about, when = self.options.chosen_scope(), self.options.chosen_period()
        return ReportRequest(
            self.kinds.current(), about, when, self.options.names.choice(), self.options.with_comments()
        )

    def _part(self, request: "ReportRequest") -> ReportKind:
        """The part of the report that is looked at: that of the tab on screen, else the first."""
        sheet = self.sheets.sheet()
        return next((part for part in request.parts if sheet and part.sheet == sheet.name), request.parts[0])

    def query(self) -> Callable[[Any], ReportRows]:
        request = self._request()
        part = self._part(request)

        def read(session: Any) -> ReportRows:
            from mentordesk.services import reporting

            report = reporting.preview(session, request, part, PREVIEW_ROWS)
            return ReportRows(report, part.sheet, *reporting.scopes(session))

        return read

    def _read_sheet(self, name: str) -> None:
        request = self._request()
        part = next(part for part in request.parts if part.sheet == name)
        self.workplace.read(self, _sheet, request, part, PREVIEW_ROWS, then=self.sheets.put_sheet, slot="sheet")

    def show_rows(self, rows: ReportRows) -> None:
        self.report = rows.report
        self._fit_options()
        self.options.set_scopes(rows.programs, rows.cohorts)
        self.header.set_title(self.kinds.current().heading)
        self.header.set_facts(f"Live preview of the Excel file. Figures as of {long(self.workplace.today())}")
        self.save.setEnabled(True)
        self.sheets.show_report(rows.report, rows.filled)

    def open(self, target: Target) -> None:
        """A Target may name the scope and the kind: `go("reports", scope=Scope(cohort_id=3), kind="pairs")`."""
        scope = target.filters.get("scope")
        kind = target.filters.get("kind")
        if kind:
            self.kinds.select(ReportKind(kind))
            self.kind_choice.choose(self.kinds.current())
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
        request = self._request()
        self.workplace.read(self, _table_text, request, self._part(request), then=self._on_copied, slot="copy")

    def _on_copied(self, copied: tuple[str, str, int]) -> None:
        text, name, count = copied
        QGuiApplication.clipboard().setText(text)
        self.workplace.say(f"{counted(count, 'row')} of “{name}” copied")

    def state(self) -> dict[str, Any]:
        names = self.options.names.choice().value
        return {"kind": self.kinds.current().value, "period": self.options.period.choice(), "names": names}

    def restore_state(self, state: dict[str, Any]) -> None:
        if state.get("kind") in set(ReportKind):
            self.kinds.select(ReportKind(state["kind"]))
            self.kind_choice.choose(self.kinds.current())
        if state.get("names") in set(NameStyle):
            self.options.names.choose(NameStyle(state["names"]))

    def _fit_options(self) -> None:
        self.options.fit(self.kinds.current(), not self.kind_box.isVisibleTo(self))

    def resizeEvent(self, event: Any) -> None:
        super().resizeEvent(event)
        wide = self.width() >= theme.current().wide(LIST_FROM)
        self.kinds.setVisible(wide)
        self.kind_box.setVisible(not wide)
        self._fit_options()


def _sheet(session: Any, request: "ReportRequest", part: ReportKind, limit: int) -> Any:
    from mentordesk.services import reporting

    return reporting.sheet(session, request, part, limit)


def _table_text(session: Any, request: "ReportRequest", part: ReportKind) -> tuple[str, str, int]:
    """(the rows of a sheet's table with tabs and line ends, the sheet's name, how many rows)."""
    from mentordesk.exchange.workbook_figures import shown
    from mentordesk.services import reporting

    sheet = reporting.sheet(session, request, part)
    table = sheet.table if sheet.kind != "text" else None
    if table is None:
        return "", sheet.name, 0
    lines = ["\t".join(column.title for column in table.columns)]
    for cells in table.rows:
        values = zip(cells, table.columns, strict=True)
        lines.append("\t".join(shown(value, column.kind).replace("\n", " ") for value, column in values))
    return "\n".join(lines), sheet.name, len(lines) - 1
