"""The Programs page: the list and the templates at the left, the chosen program with its tabs at the right."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QPoint
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QStackedWidget, QVBoxLayout, QWidget

from mentordesk.domain.programs import Format, ProgramRow
from mentordesk.domain.wording import counted
from mentordesk.ui import first_focus, icons, theme
from mentordesk.ui.page import Page
from mentordesk.ui.programs import reading
from mentordesk.ui.programs.ground_tab import GroundTab
from mentordesk.ui.programs.matching_tab import MatchingTab
from mentordesk.ui.programs.plan_tab import PlanTab
from mentordesk.ui.programs.questions_tab import QuestionsTab
from mentordesk.ui.programs.reading import TEMPLATES, ProgramRows, ProgramSheet
from mentordesk.ui.programs.rename_dialog import RenameDialog
from mentordesk.ui.programs.rhythm_tab import RhythmTab
from mentordesk.ui.programs.template_view import TemplateView
from mentordesk.ui.widgets.counted_item import Entry
from mentordesk.ui.widgets.drop_down import DropDown
from mentordesk.ui.widgets.empty_state import EmptyState
from mentordesk.ui.widgets.grouped_list import Group, GroupedList
from mentordesk.ui.widgets.label import button, icon_button, more_button, row
from mentordesk.ui.widgets.page_header import PageHeader
from mentordesk.ui.widgets.tabs import Tabs
from mentordesk.ui.workplace import Target, Workplace

LIST_FROM = 1040
TABS = ("plan", "rhythm", "matching", "ground_rules", "questions")
READ_ONLY = "This desk is open to read only"


class ProgramsPage(Page):
    key = "programs"
    help_topic = "programs"
    depends_on = frozenset(
        {"program", "plan_step", "cohort", "pair", "milestone", "setting", "contact", "exchange", "check_in"}
        | {"custom_field", "question", "check_in_answer", "survey_answer", "story_answer"}
    )

    def __init__(self, workplace: Workplace, parent: QWidget | None = None) -> None:
        super().__init__(workplace, parent)
        self.sheet: ProgramSheet | None = None
        self._wanted: int | str | None = None
        self._rows: dict[int, ProgramRow] = {}
        self.list = GroupedList("Programs", "Search programs")
        self.choice = DropDown([], "Program")
        self.new_button = icon_button("plus", "New program", self.new, framed=True)
        self.header = PageHeader()
        self.tabs = Tabs("Parts of the program")
        self.plan, self.rhythm, self.ground = PlanTab(workplace), RhythmTab(workplace), GroundTab(workplace)
        self.matching, self.questions = MatchingTab(workplace), QuestionsTab(workplace)
        self.template = TemplateView()
        self.empty = EmptyState("programs", "No program yet")
        self._make_header()
        self._lay_out()
        self._connect()

    def _make_header(self) -> None:
        self.copy = button("Duplicate", icon="copy", on_click=self.duplicate)
        self.cohort = button("New cohort", "primary", "plus", self._new_cohort)
        self.more = QMenu()
        for part in (self.copy, self.cohort, more_button(self.more)):
            self.header.add_action(part)
        self.more.aboutToShow.connect(lambda: self._fill_menu(self.more, self.sheet.row if self.sheet else None))
        if self.workplace.read_only:
            for each in (self.copy, self.cohort, self.list.new, self.new_button, self.template.make):
                each.setEnabled(False)
                each.setToolTip(READ_ONLY)

    def _lay_out(self) -> None:
        self._parts = (self.plan, self.rhythm, self.matching, self.ground, self.questions)
        titles = ("Plan", "Rhythm & rules", "Matching", "Ground rules", "Questions")
        for title, tab in zip(titles, self._parts, strict=True):
            self.tabs.add(title, tab)
        program = QWidget()
        inside = QVBoxLayout(program)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(10)
        inside.addWidget(self.header)
        inside.addWidget(self.tabs, 1)
        self.stack = QStackedWidget()
        for page in (program, self.template, self.empty):
            self.stack.addWidget(page)
        keeps_place = self.stack.sizePolicy()
        keeps_place.setRetainSizeWhenHidden(True)
        self.stack.setSizePolicy(keeps_place)
        self.stack.hide()
        self._chooser = QWidget()
        self._chooser.setLayout(row(self.choice, self.new_button, None))
        right = QVBoxLayout()
        right.setContentsMargins(24, 16, 24, 16)
        right.setSpacing(10)
        right.addWidget(self._chooser)
        right.addWidget(self.stack, 1)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.list)
        whole.addLayout(right, 1)

    def _connect(self) -> None:
        self.list.chosen.connect(self.show_program)
        self.list.new_requested.connect(self.new)
        self.list.menu_requested.connect(self._show_menu)
        self.list.edit_requested.connect(self._rename)
        self.list.remove_requested.connect(self._remove)
        self.choice.chosen.connect(self.show_program)
        self.template.wanted.connect(self._new_from)

    # Reading and showing

    def query(self) -> Callable[[Any], ProgramRows]:
        wanted, in_scope = self._wanted, self.workplace.scope.program_id
        return lambda session: reading.read(session, wanted, in_scope)

    def show_rows(self, rows: ProgramRows) -> None:
        self.sheet = rows.sheet
        self._rows = {row.id: row for row in rows.programs}
        groups = _groups(rows)
        self.list.set_groups(groups)
        self.choice.set_choices([(entry.id, entry.title) for group in groups for entry in group.entries])
        if rows.sheet is not None:
            self._wanted = rows.sheet.row.id
            self._show_sheet(rows.sheet)
        elif rows.template is not None:
            self.template.show_template(rows.template)
        else:
            self._show_empty()
        self.stack.setCurrentIndex(0 if rows.sheet else 1 if rows.template else 2)
        self.stack.show()
        self.list.select(self._wanted)
        self.choice.choose(self._wanted)
        if not self.loaded:
            first_focus.settle(self, self.choice if self.list.isHidden() else self.list.items.get(self._wanted))

    def _show_sheet(self, sheet: ProgramSheet) -> None:
        it = sheet.row
        self.header.set_title(it.name)
        sponsor = f"Sponsor {it.sponsor}. " if it.sponsor else ""
        used = "" if it.in_use else ". Not in use"
        self.header.set_facts(f"{it.format.word}. {sponsor}{counted(it.active_pairs, 'active pair')}{used}")
        for tab in self._parts:
            tab.show_sheet(sheet)

    def _show_empty(self) -> None:
        words = "Choose a template: it brings a milestone plan, a rhythm and ground rules."
        if self.workplace.read_only:
            self.empty.say("programs", "No program")
        else:
            self.empty.say("programs", "No program yet", words, "New program", self.new)

    def show_program(self, wanted: int | str) -> None:
        """Show another program, or a template."""
        self._wanted = wanted
        self.reload()

    def open(self, target: Target) -> None:
        """A Target may name the program and the tab: one of `TABS`."""
        if target.tab in TABS:
            self.tabs.setCurrentIndex(TABS.index(target.tab))
        wanted = target.id if target.id is not None else target.filters.get("program_id")
        if wanted is not None:
            self.show_program(wanted)

    def context(self) -> dict[str, int | None]:
        return {"program_id": self.sheet.row.id if self.sheet is not None else None}

    # Actions

    def new(self) -> None:
        """Ctrl+N asks for a template first."""
        self.workplace.command("new_program")

    def _new_from(self, format_: Format) -> None:
        self.workplace.command("new_program", format=format_)

    def _new_cohort(self) -> None:
        if self.sheet is not None:
            self.workplace.command("new_cohort", program_id=self.sheet.row.id)

    def duplicate(self) -> None:
        """A program with the same plan and rules, shown at once."""
        if self.sheet is not None:
            self._duplicate(self.sheet.row)

    def _duplicate(self, row: ProgramRow) -> None:
        from mentordesk.services.programs import programs

        made: list[int] = []
        if self.workplace.do(lambda session: made.append(programs.duplicate(session, row.id)), said="Duplicated"):
            self.show_program(made[0])

    def _set_in_use(self, row: ProgramRow) -> None:
        from mentordesk.services.programs import programs

        said = f"{row.name} is not in use any more" if row.in_use else f"{row.name} is in use again"
        self.workplace.do(programs.set_in_use, row.id, not row.in_use, said=said)

    def _rename(self, program_id: int | str) -> None:
        if isinstance(program_id, int) and not self.workplace.read_only:
            from mentordesk.services.programs import programs

            form = self.workplace.desk.read(programs.form, program_id)
            RenameDialog(self.workplace, self, program_id, form).open()

    def _remove(self, program_id: int | str) -> None:
        from mentordesk.services.programs import programs

        if isinstance(program_id, int) and not self.workplace.read_only:
            self.workplace.do(programs.remove, program_id, said=f"{self._rows[program_id].name} removed")

    def _show_menu(self, wanted: int | str, place: QPoint) -> None:
        menu = QMenu(self)
        if isinstance(wanted, int):
            self._fill_menu(menu, self._rows.get(wanted))
        else:
            format_ = Format(wanted.removeprefix(TEMPLATES))
            made = menu.addAction(icons.icon("plus"), "New program from this…", lambda: self._new_from(format_))
            made.setEnabled(not self.workplace.read_only)
        menu.popup(place)

    def _fill_menu(self, menu: QMenu, row: ProgramRow | None) -> None:
        menu.clear()
        if row is None:
            return
        menu.addAction(icons.icon("edit"), "Rename…", lambda: self._rename(row.id))
        menu.addAction(icons.icon("copy"), "Duplicate", lambda: self._duplicate(row))
        use = ("pause", "Stop using") if row.in_use else ("play", "Use again")
        menu.addAction(icons.icon(use[0]), use[1], lambda: self._set_in_use(row))
        menu.addSeparator()
        menu.addAction(icons.icon("remove"), "Remove", lambda: self._remove(row.id))
        for action in menu.actions():
            action.setEnabled(not self.workplace.read_only)

    def focus_search(self) -> None:
        """Ctrl+F: the search of the list."""
        self.list.search.setFocus()
        self.list.search.selectAll()

    # What is remembered

    def state(self) -> dict[str, Any]:
        return {"program": self._wanted, "tab": self.tabs.currentIndex()}

    def restore_state(self, state: dict[str, Any]) -> None:
        self._wanted = state.get("program")
        self.tabs.setCurrentIndex(int(state.get("tab", 0)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        wide = self.width() >= theme.current().wide(LIST_FROM)
        self.list.setVisible(wide)
        self._chooser.setVisible(not wide)


def _groups(rows: ProgramRows) -> list[Group]:
    ranked = sorted(rows.programs, key=lambda row: (-row.active_pairs, row.name.casefold()))
    templates = [Entry(f"{TEMPLATES}{it.format.value}", it.format.word, icon=it.format.value) for it in rows.templates]
    return [
        Group("In use", [_entry(row) for row in ranked if row.in_use]),
        Group("Templates", templates),
        Group("Not in use", [_entry(row) for row in ranked if not row.in_use]),
    ]


def _entry(row: ProgramRow) -> Entry:
    running = f"{row.running_cohorts} running" if row.running_cohorts else "no cohort runs"
    count = f"{row.active_pairs} active" if row.active_pairs else ""
    return Entry(row.id, row.name, f"{row.format.word}. {running.capitalize()}", count, row.format.value)
