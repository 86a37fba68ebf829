"""The Import page: a roster file in four steps. The rules are services/importing's; nothing is stored before step 4."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QPushButton, QVBoxLayout, QWidget

from mentordesk.domain.errors import UserError
from mentordesk.domain.importing import Preview, RowState
from mentordesk.ui import file_choice, first_focus
from mentordesk.ui.imports import reading, storing, wording
from mentordesk.ui.imports.draft import Draft
from mentordesk.ui.imports.dropping import dropped
from mentordesk.ui.imports.foot_words import AGREE, COLUMNS, DONE, FILE, ROWS, FootWords, foot_words
from mentordesk.ui.imports.leaving import Leaving
from mentordesk.ui.imports.preparing import Preparing
from mentordesk.ui.imports.reading import Place
from mentordesk.ui.imports.stage import Stage
from mentordesk.ui.page import Page
from mentordesk.ui.widgets.label import button
from mentordesk.ui.workplace import Target, Workplace

_STOPPED = "Stopped before all rows were looked at"


class ImportPage(Page):
    key = "import"
    depends_on = frozenset({"person", "person_tag", "program", "cohort", "enrollment", "custom_field", "custom_value"})
    help_topic = "import"

    def __init__(self, workplace: Workplace, parent: QWidget | None = None) -> None:
        super().__init__(workplace, parent)
        self.preparing = Preparing(workplace, self)
        self.step = FILE
        self._cohorts_before: set[int] | None = None
        self._why_none = ""
        self.stage = Stage()
        self.header, self.steps, self.foot = self.stage.header, self.stage.steps, self.stage.foot
        self.file_step, self.columns, self.target = self.stage.file_step, self.stage.columns, self.stage.target
        self.ways, self.outlook, self.rows = self.stage.ways, self.stage.outlook, self.stage.rows
        self.agree, self.done = self.stage.agree, self.stage.done
        self.leaving = Leaving(workplace, self.preparing, self.stage, self._show_step, self._take_up)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.stage)
        self.answers = button("Collect answers…", "link", "check_in", lambda: workplace.command("collect_answers"))
        self.answers.setToolTip("Check-ins, contacts and exchanges that came back in a form or from a form service")
        self.file_step.zone.add_way(self.answers)
        self.setAcceptDrops(True)
        self._connect_steps()
        self._connect_preparing()
        self._show_step(FILE)

    @property
    def draft(self) -> Draft | None:
        """The import that is being prepared, if there is one."""
        return self.preparing.draft

    @property
    def preview(self) -> Preview | None:
        """What it would do; None while that is not known."""
        return self.preparing.preview

    def _connect_steps(self) -> None:
        preparing = self.preparing
        self.steps.asked.connect(self._show_step)
        self.file_step.choose_asked.connect(self.choose)
        self.file_step.empty_roster_asked.connect(lambda: storing.save_empty_roster(self.window(), self.workplace))
        self.file_step.sheet_chosen.connect(self._on_sheet)
        self.file_step.headings_chosen.connect(self._on_headings)
        self.columns.matched.connect(preparing.match)
        self.columns.keeping.connect(preparing.keep)
        self.ways.shape_chosen.connect(preparing.read_as)
        self.ways.day_first_chosen.connect(preparing.put_day_first)
        self.target.changed.connect(self._on_target)
        self.target.new_cohort_asked.connect(self._on_new_cohort)
        self.outlook.asked.connect(self._show_rows_of)
        self.rows.table.typed.connect(preparing.type)
        self.rows.table.skipped.connect(preparing.skip)
        self.rows.table.answered.connect(preparing.answer)
        self.rows.table.restored.connect(preparing.restore)
        self.rows.restore_skipped.connect(preparing.restore_skipped)
        self.agree.declined.connect(self._on_declined)
        self.done.another.connect(self.choose)
        self.foot.cancel.clicked.connect(self.cancel)
        self.foot.back.clicked.connect(lambda: self._show_step(self.step - 1))
        self.foot.onward.clicked.connect(self.go_on)
        self.foot.save_wrong.clicked.connect(self._on_save_wrong)
        self.foot.busy.stop_asked.connect(preparing.work.stop)
        self.foot.busy.again_asked.connect(preparing.look)

    def _connect_preparing(self) -> None:
        preparing = self.preparing
        preparing.begins.connect(self._show_foot)
        preparing.begun.connect(self._on_begun)
        preparing.refused.connect(self._on_refused)
        preparing.asked.connect(self._on_asked)
        preparing.looked.connect(self._on_looked)
        preparing.unclear.connect(self._on_unclear)
        preparing.given_up.connect(self._on_given_up)
        preparing.work.taking_long.connect(self._on_taking_long)
        preparing.work.progress.connect(self.foot.busy.show_progress)
        preparing.work.idle.connect(self.stage.show_idle)

    # What the desk says

    def query(self) -> Callable[[Any], reading.ImportChoices]:
        return reading.choices

    def show_rows(self, rows: reading.ImportChoices) -> None:
        ids = {cohort.id for cohort in rows.cohorts}
        made = ids - self._cohorts_before if self._cohorts_before is not None else set()
        self.target.set_cohorts(rows.cohorts)
        self.columns.set_custom(rows.custom_fields)
        if self.draft is None:
            return
        self.target.show_draft(self.draft)
        if len(made) == 1:
            self.target.take_cohort(made.pop())
            self._cohorts_before = None
        self.preparing.aim(self.target.cohort_id(), self.target.roles())
        self.columns.show_draft(self.draft)
        self.preparing.look()

    def open(self, target: Target) -> None:
        """Start with a file (`path`), for a cohort (`cohort_id`)."""
        if "cohort_id" in target.filters:
            self.preparing.wanted_cohort = target.filters["cohort_id"]
        if "path" in target.filters:
            path = Path(target.filters["path"])
            self.when_loaded(lambda: self.start(path))

    # The file

    def choose(self) -> None:
        """Ask for a file."""
        title = "Choose a roster"
        path = file_choice.open_file(self.window(), self.workplace.settings, "import", title, file_choice.ROSTERS)
        if path is not None:
            self.start(path)

    def start(self, path: Path) -> None:
        """Read a file and show its first rows; what was prepared before is left."""
        self.header.set_facts(f"Reading {path.name}…")
        self.preparing.read(Place(path))

    def _on_sheet(self, name: str) -> None:
        if self.draft is not None:
            self.preparing.read(Place(self.draft.path, name), fresh=False)

    def _on_headings(self, index: int, count: int) -> None:
        if self.draft is not None and (index, count) != (self.draft.table.header, self.draft.table.header_rows):
            self.preparing.read(Place(self.draft.path, self.draft.table.name or None, index, count), fresh=False)

    def _on_begun(self) -> None:
        self.file_step.show_fault(None)
        self._show_draft()
        self._show_step(FILE)
        if isinstance(QApplication.focusWidget(), QPushButton):  # not from a choice of the sheet or the headings
            first_focus.settle(self, self.foot.onward)

    def _on_refused(self, error: UserError | None) -> None:
        self.file_step.show_fault(error)
        self.file_step.show_draft(self.draft)
        self._show_step(self.step if error is None else FILE)

    def _show_draft(self) -> None:
        assert self.draft is not None
        self.file_step.show_draft(self.draft)
        self.target.show_draft(self.draft)
        self.preparing.aim(self.target.cohort_id(), self.target.roles())
        self.columns.show_draft(self.draft)
        self.preparing.look()

    # What the coordinator says

    def _on_target(self) -> None:
        self.preparing.aim(self.target.cohort_id(), self.target.roles())
        self.preparing.look()

    def _on_new_cohort(self) -> None:
        self._cohorts_before = self.target.known_cohorts()
        self.workplace.command("new_cohort", shows=False)

    def _on_declined(self, keys: list[str]) -> None:
        if self.draft is not None and self.preview is not None:
            self.draft.declined = set(keys)
            self.agree.show_made(self.preview, self.draft)
            self._show_foot()

    # What would happen

    def _on_asked(self) -> None:
        self._why_none = ""
        if self.draft is not None:
            self.columns.show_draft(self.draft)
        self.foot.show_idle()
        self._show_foot()

    def _on_looked(self) -> None:
        preview, draft, found = self.preview, self.draft, self.preparing.findings
        assert preview is not None
        assert draft is not None
        self.outlook.show_outlook(preview)
        self.columns.readings.show_readings(preview.sentences, draft.table.notes, found.levels)
        self.ways.show_ways(draft, preview.shape, found)
        self.rows.show_preview(preview, draft)
        self.agree.show_preview(preview, draft)
        if self.step == AGREE and not (preview.careers or preview.partings):
            self._show_step(ROWS)
        self._show_foot()

    def _on_unclear(self, error: UserError) -> None:
        self.outlook.show_outlook(error)
        self.columns.readings.show_readings(())
        if self.step in (ROWS, AGREE):
            self._show_step(COLUMNS)
        self._why_none = f"{error} {error.advice}".strip()
        self._show_foot()

    def _on_given_up(self) -> None:
        self._why_none = _STOPPED
        self.foot.show_stopped(_STOPPED)
        self._show_foot()

    def _on_taking_long(self, words: str) -> None:
        self.foot.show_busy(words)
        self.foot.show()

    def _show_rows_of(self, state: RowState) -> None:
        if self.preview is not None:
            self._show_step(ROWS)
            self.rows.show_only(state)

    # Steps

    def _show_step(self, step: int) -> None:
        self.step = step if self.draft is not None or step == DONE else FILE
        self.header.set_facts(
            wording.facts(self.draft) if self.step != DONE else "One step of undo takes the whole import back"
        )
        self.stage.show_step(self.step, has_file=self.draft is not None)
        self._show_foot()

    def _show_foot(self) -> None:
        self.foot.show_words(self._said())

    def _said(self) -> FootWords:
        said = foot_words(self.step, self.draft, self.preview, self._why_none, self.workplace.read_only)
        return replace(said, why_not="The file is being read") if self.preparing.reading else said

    def go_on(self) -> None:
        """The next step; from the last one, the import."""
        said = self._said()
        if self.draft is None or said.why_not:
            return
        if not said.imports:
            self._show_step(self.step + 1)
            table = {ROWS: self.rows.table, AGREE: self.agree.careers.table}.get(self.step)
            if table is not None and table.isVisible():
                table.setFocus(Qt.FocusReason.TabFocusReason)
            return
        self.leaving.store(self.window(), self.step)

    def cancel(self) -> None:
        """Leave the file without a trace."""
        self.leaving.cancel(self.step)

    def _take_up(self, draft: Draft, step: int) -> None:
        self.workplace.go("import")
        self.preparing.take_up(draft)
        self._show_draft()
        self._show_step(step)

    def _on_save_wrong(self) -> None:
        if self.draft is not None:
            storing.save_wrong(self.window(), self.workplace, self.draft)

    # Keys, files dropped here

    def new(self) -> None:
        """Ctrl+N: another file."""
        self.choose()

    def focus_search(self) -> None:
        """Ctrl+F: the search of the rows, where they are shown."""
        if self.step == ROWS:
            self.rows.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self.rows.search.selectAll()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if dropped(event) is not None:
            event.acceptProposedAction()
            self.file_step.zone.set_inviting(True)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self.file_step.zone.set_inviting(False)
        super().dragLeaveEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:
        self.file_step.zone.set_inviting(False)
        path = dropped(event)
        if path is not None:
            event.acceptProposedAction()
            self.when_loaded(lambda: self.start(path))
