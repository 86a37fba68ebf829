"""The Reports page: which report, about what and for whom, a live preview of its sheets, print and export."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from mentordesk.domain.dates import long
from mentordesk.domain.report_request import ReportRequest
from mentordesk.domain.reporting import NameStyle, Reader, ReportKind
from mentordesk.domain.scope import Scope
from mentordesk.domain.wording import counted
from mentordesk.ui import theme
from mentordesk.ui.page import Page
from mentordesk.ui.regions import first_focus
from mentordesk.ui.reports import reading
from mentordesk.ui.reports.exporting import export
from mentordesk.ui.reports.kinds import KindList
from mentordesk.ui.reports.options import ReportOptions
from mentordesk.ui.reports.preview import ReportPreview
from mentordesk.ui.reports.printing import print_report
from mentordesk.ui.reports.reading import PREVIEW_ROWS, ReportSheet
from mentordesk.ui.widgets.drop_down import DropDown
from mentordesk.ui.widgets.empty_state import EmptyState
from mentordesk.ui.widgets.form import FieldBox
from mentordesk.ui.widgets.label import button, card
from mentordesk.ui.widgets.page_header import PageHeader
from mentordesk.ui.workplace import Target, Workplace

if TYPE_CHECKING:
    from mentordesk.exchange.workbook import Report

LIST_FROM = 1000
"""The list of reports stands at the left from this width of the page on; below, it is a drop-down."""


class ReportsPage(Page):
    key = "reports"
    depends_on = frozenset(
        {"person", "program", "cohort", "enrollment", "pair", "contact", "exchange", "check_in", "milestone"}
        | {"joint_project", "project_hours", "custom_field", "custom_value", "plan_step", "check_in_answer"}
        | {"closing_survey", "survey_benefit", "goal", "story", "story_answer", "planned_meeting", "person_tag"}
        | {"career_milestone", "introduction", "setting"}
    )

    def __init__(self, workplace: Workplace, parent: QWidget | None = None) -> None:
        super().__init__(workplace, parent)
        self.report: Report | None = None
        self.kinds = KindList()
        self.kind_choice = DropDown([(kind, kind.heading) for kind in ReportKind], "Report")
        self.kind_box = FieldBox("Report", self.kind_choice)
        self.header = PageHeader("Program report", " ")
        self.copy = self.header.add_action(button("Copy table", icon="copy", on_click=self.copy_table))
        self.printing = self.header.add_action(button("Print…", icon="printer", on_click=self.print))
        self.save = self.header.add_action(button("Export to Excel…", "primary", "export", self.export))
        self.options = ReportOptions(workplace)
        self.sheets = ReportPreview()
        self.notice = EmptyState("reports", "")
        self._lay_out()
        self._allow(False)
        self.kinds.chosen.connect(self.show_kind)
        self.kind_choice.chosen.connect(self.show_kind)
        self.options.changed.connect(self.reload)
        self.sheets.wanted.connect(self._read_sheet)

    def _lay_out(self) -> None:
        frame = card()
        self._shown = QStackedLayout(frame)
        self._shown.setContentsMargins(1, 1, 1, 1)
        self._shown.addWidget(self.sheets)
        self._shown.addWidget(self.notice)
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

    def _allow(self, allowed: bool) -> None:
        for each in (self.copy, self.printing, self.save):
            each.setEnabled(allowed)

    def first_part(self) -> QWidget:
        """Which report: as a choice where the list has no room."""
        return self.kind_choice if self.kind_choice.isVisible() else first_focus(self.kinds)

    def show_kind(self, kind: ReportKind) -> None:
        """Preview another report."""
        self.kinds.select(kind)
        self.kind_choice.choose(kind)
        self._fit_options()
        self.reload()

    def _request(self) -> ReportRequest:
        return self.options.request(self.kinds.current())

    def _sheet_name(self) -> str:
        sheet = self.sheets.sheet()
        return sheet.name if sheet is not None else ""

    def query(self) -> Callable[[Any], ReportSheet]:
        return partial(reading.page, request=self._request(), sheet=self._sheet_name())

    def _read_sheet(self, name: str) -> None:
        request = self._request()
        part = reading.part_of(request, name)
        self.workplace.read(self, reading.sheet, request, part, PREVIEW_ROWS, then=self.sheets.put_sheet, slot="sheet")

    def show_rows(self, rows: ReportSheet) -> None:
        self.report = rows.report
        self._fit_options()
        self.options.set_scopes(rows.programs, rows.cohorts)
        self.options.set_people(rows.people)
        self.header.set_title(self.kinds.current().heading)
        self._allow(rows.report is not None)
        if rows.report is None:
            self._say_why(rows)
            return
        self.header.set_facts(f"Live preview of the Excel file. Figures as of {long(self._as_of())}")
        self._shown.setCurrentWidget(self.sheets)
        self.sheets.show_report(rows.report, rows.filled)

    def _as_of(self) -> Any:
        last, today = self._request().period.last, self.workplace.today()
        return min(last, today) if last is not None else today

    def _say_why(self, rows: ReportSheet) -> None:
        """There is no report to show: what is missing, and the way to it."""
        personal = self.kinds.current() is ReportKind.PERSONAL_DATA
        self.header.set_facts("An Excel file about one person" if personal else "Nothing to preview yet")
        self._shown.setCurrentWidget(self.notice)
        if personal:
            said = "All that the desk keeps about somebody, for that person: other people stand by their initials."
            self.notice.say(
                "people", "Whose data?", said, "Choose a person", self.options.person.setFocus, action_icon="search"
            )
        elif self.options.chosen_reader() is Reader.LEAD and not rows.problem.startswith("“"):
            self.notice.say(
                "reports",
                rows.problem,
                rows.advice,
                "Choose a program",
                self.options.scope.showPopup,
                action_icon="programs",
            )
        else:
            self.notice.say("reports", rows.problem, rows.advice, "Show it for HR", self._for_hr, action_icon="users")

    def _for_hr(self) -> None:
        self.options.choose_reader(Reader.HR)

    def open(self, target: Target) -> None:
        """A Target may name the scope, the kind and a person: `go("reports", scope=Scope(cohort_id=3), kind="pairs")`,
        `go("reports", kind="personal_data", person=7)`."""
        scope = target.filters.get("scope")
        kind = target.filters.get("kind")
        if kind:
            self.kinds.select(ReportKind(kind))
            self.kind_choice.choose(self.kinds.current())
        self.when_loaded(lambda: self._choose(scope, target.filters.get("person")))

    def _choose(self, scope: Scope | None, person_id: int | None) -> None:
        if scope is not None:
            self.options.scope.choose(scope)
        if person_id is not None:
            self.options.choose_person(person_id)
        self.reload()

    def export(self) -> None:
        """Ctrl+E and the primary button."""
        if self.report is not None:
            export(self, self.workplace, self.report.file_name, self._request())

    def print(self) -> None:
        """Ctrl+P and the button: the pages are looked at before they are printed."""
        if self.report is None:
            self.workplace.say("There is no report to print yet.")
        else:
            print_report(self, self.workplace, self._request(), self._sheet_name(), len(self.report.sheets))

    def copy_table(self) -> None:
        """The whole table of the sheet on screen, to be pasted into Excel or a mail."""
        sheet = self.sheets.sheet()
        if sheet is None or sheet.kind == "text" or sheet.table is None:
            self.workplace.say("This sheet has no table to copy.")
            return
        self.workplace.read(self, reading.table_text, self._request(), sheet.name, then=self._on_copied, slot="copy")

    def _on_copied(self, copied: tuple[str, str, int]) -> None:
        text, name, count = copied
        QGuiApplication.clipboard().setText(text)
        self.workplace.say(f"{counted(count, 'row')} of “{name}” copied")

    def state(self) -> dict[str, Any]:
        names, reader = self.options.names.choice().value, self.options.chosen_reader().value
        kind, period = self.kinds.current().value, self.options.period.choice()
        return {"kind": kind, "period": period, "names": names, "reader": reader}

    def restore_state(self, state: dict[str, Any]) -> None:
        if state.get("kind") in set(ReportKind):
            self.kinds.select(ReportKind(state["kind"]))
            self.kind_choice.choose(self.kinds.current())
        if state.get("names") in set(NameStyle):
            self.options.names.choose(NameStyle(state["names"]))
        if state.get("reader") in set(Reader):
            self.options.reader.choose(Reader(state["reader"]))
        self._fit_options()

    def _fit_options(self) -> None:
        self.options.fit(self.kinds.current(), not self.kind_box.isVisibleTo(self))

    def resizeEvent(self, event: Any) -> None:
        super().resizeEvent(event)
        wide = self.width() >= theme.current().wide(LIST_FROM)
        self.kinds.setVisible(wide)
        self.kind_box.setVisible(not wide)
        self._fit_options()
