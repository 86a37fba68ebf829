"""The Import page: a roster file in four steps. The rules are services/importing's; nothing is stored before step 4."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from mentordesk.domain.errors import UserError
from mentordesk.domain.importing import ImportResult, Preview, RowState
from mentordesk.ui import file_choice, icons
from mentordesk.ui.imports import reading, storing, wording
from mentordesk.ui.imports.draft import Draft
from mentordesk.ui.imports.stage import COLUMNS, FILE, ROWS, Stage
from mentordesk.ui.page import Page
from mentordesk.ui.workplace import Target, Workplace

_ROSTERS = frozenset((".xlsx", ".xlsm", ".xls", ".ods", ".csv", ".txt", ".tsv"))


class ImportPage(Page):
    key = "import"
    depends_on = frozenset({"person", "person_tag", "program", "cohort", "enrollment", "custom_field", "custom_value"})
    help_topic = "import"

    def __init__(self, workplace: Workplace, parent: QWidget | None = None) -> None:
        super().__init__(workplace, parent)
        self.draft: Draft | None = None
        self.preview: Preview | None = None
        self.step = FILE
        self._wanted_cohort: int | None = None
        self._cohorts_before: set[int] | None = None
        self.stage = Stage()
        self.header, self.steps, self.foot = self.stage.header, self.stage.steps, self.stage.foot
        self.file_step, self.columns, self.target = self.stage.file_step, self.stage.columns, self.stage.target
        self.outlook, self.rows = self.stage.outlook, self.stage.rows
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.stage)
        self.setAcceptDrops(True)
        self._connect()
        self._show_step(FILE)

    def _connect(self) -> None:
        self.steps.asked.connect(self._show_step)
        self.file_step.choose_asked.connect(self.choose)
        self.file_step.empty_roster_asked.connect(lambda: storing.save_empty_roster(self.window(), self.workplace))
        self.file_step.sheet_chosen.connect(lambda name: self._read_file(sheet=name))
        self.file_step.header_chosen.connect(self._on_header)
        self.columns.matched.connect(self._on_matched)
        self.columns.keeping.connect(self._on_keeping)
        self.target.changed.connect(self._on_target)
        self.target.new_cohort_asked.connect(self._on_new_cohort)
        self.outlook.asked.connect(self._show_rows_of)
        self.rows.table.typed.connect(self._on_typed)
        self.rows.table.skipped.connect(self._on_skipped)
        self.rows.table.restored.connect(self._on_restored)
        self.rows.restore_skipped.connect(self._on_restore_skipped)
        self.foot.cancel.clicked.connect(self.cancel)
        self.foot.back.clicked.connect(lambda: self._show_step(self.step - 1))
        self.foot.onward.clicked.connect(self.go_on)
        self.foot.save_wrong.clicked.connect(self._on_save_wrong)

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
        self.target.choose(self.draft.cohort_id, self.draft.roles)
        if len(made) == 1:
            self.target.cohort.choose(made.pop())
            self.target.choose(self.target.cohort_id(), ())
            self._cohorts_before = None
        self._take_target()
        self.columns.show_draft(self.draft)
        self._look_again()

    def open(self, target: Target) -> None:
        """Start with a file (`path`), for a cohort (`cohort_id`)."""
        if "cohort_id" in target.filters:
            self._wanted_cohort = target.filters["cohort_id"]
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
        self._read_file(path)

    def _read_file(self, path: Path | None = None, sheet: str | None = None, header: int | None = None) -> None:
        now = self.draft.path if self.draft is not None and path is None else path
        if now is None:
            return
        self.header.set_facts(f"Reading {now.name}…")
        fresh = path is not None
        self.workplace.read(
            self, reading.load, now, sheet, header, then=lambda found: self._on_read(now, found, fresh), slot="file"
        )

    def _on_read(self, path: Path, found: Any, fresh: bool) -> None:
        self.file_step.show_fault(found if isinstance(found, UserError) else None)
        if isinstance(found, UserError):
            self.file_step.show_draft(self.draft)
            self._show_step(FILE)
            return
        table, mapping = found
        if fresh or self.draft is None:
            cohort_id = self._wanted_cohort or self.workplace.scope.cohort_id
            self.draft = Draft(path, table, mapping, cohort_id)
            self._wanted_cohort = None
        else:
            self.draft = self.draft.with_table(table, mapping)
        self._show_draft()
        self._show_step(FILE)

    def _show_draft(self) -> None:
        assert self.draft is not None
        self.preview = None
        self.file_step.show_draft(self.draft)
        self.target.choose(self.draft.cohort_id, self.draft.roles)
        self._take_target()
        self.columns.show_draft(self.draft)
        self._look_again()

    def _on_header(self, index: int) -> None:
        if self.draft is not None and index != self.draft.table.header:
            self._read_file(sheet=self.draft.table.name or None, header=index)

    # What the coordinator says

    def _on_matched(self, heading: str, field: str | None) -> None:
        if self.draft is not None:
            self.draft.match(heading, field)
            self.columns.show_draft(self.draft)
            self._look_again()

    def _on_keeping(self, keeping: bool) -> None:
        if self.draft is not None:
            self.draft.only_empty = keeping
            self._look_again()

    def _on_target(self) -> None:
        self._take_target()
        self._look_again()

    def _take_target(self) -> None:
        if self.draft is not None:
            self.draft.cohort_id, self.draft.roles = self.target.cohort_id(), self.target.roles()

    def _on_new_cohort(self) -> None:
        cohort = self.target.cohort
        self._cohorts_before = {cohort.itemData(at) for at in range(cohort.count())} - {None}
        self.workplace.command("new_cohort", shows=False)

    def _on_typed(self, number: int, field: str, text: str) -> None:
        if self.draft is not None:
            self.draft.type(number, field, text)
            self._look_again()

    def _on_skipped(self, number: int) -> None:
        if self.draft is not None:
            self.draft.skipped.add(number)
            self._look_again()

    def _on_restored(self, number: int) -> None:
        if self.draft is not None:
            self.draft.forget(number)
            self._look_again()

    def _on_restore_skipped(self) -> None:
        if self.draft is not None:
            self.draft.skipped.clear()
            self._look_again()

    # What would happen

    def _look_again(self) -> None:
        if self.draft is None:
            return
        self.preview = None
        self._show_foot()
        self.workplace.read(self, reading.look, self.draft.copy(), then=self._on_looked, slot="preview")

    def _on_looked(self, found: Preview | UserError) -> None:
        if self.draft is None:
            return
        self.outlook.show_outlook(found)
        wrong = isinstance(found, UserError)
        self.columns.show_readings(() if isinstance(found, UserError) else found.sentences)
        if not isinstance(found, UserError):
            self.preview = found
            self.rows.show_preview(found, self.draft)
        elif self.step == ROWS:
            self._show_step(COLUMNS)
        self._show_foot("" if not wrong else f"{found} {getattr(found, 'advice', '')}".strip())

    def _show_rows_of(self, state: RowState) -> None:
        if self.preview is not None:
            self._show_step(ROWS)
            self.rows.show_only(state)

    # Steps

    def _show_step(self, step: int) -> None:
        self.step = step if self.draft is not None else FILE
        self.header.set_facts(wording.facts(self.draft))
        self.stage.show_step(self.step, has_file=self.draft is not None)
        if self.step == ROWS:
            icons.show_on(self.foot.onward, "import", "on_accent", 16)
        else:
            icons.drop_from(self.foot.onward)
        self._show_foot()

    def _show_foot(self, why_not: str = "") -> None:
        """Words and buttons of the bar; `why_not` says why one cannot go on from the columns."""
        foot, preview = self.foot, self.preview
        wrong = preview.count(RowState.WRONG) if preview else 0
        foot.save_wrong.setVisible(self.step == ROWS and wrong > 0)
        foot.save_wrong.setText(f"Save the {wording.rows(wrong).removeprefix('1 ')} to Excel…")
        foot.back.setVisible(self.step > FILE)
        if preview is not None and self.step != FILE:
            foot.words.setText(wording.outlook(preview))
        elif self.step != ROWS:
            foot.words.setText("")
        count = wording.to_do(preview) if preview else 0
        words = {FILE: "Match columns", COLUMNS: "Check rows"}.get(self.step, f"Import {wording.rows(count)}")
        if self.step != ROWS or preview is not None:
            foot.onward.setText(words)
        tip = self._why_not_on(count, why_not)
        foot.onward.setEnabled(not tip)
        foot.onward.setToolTip(tip)

    def _why_not_on(self, count: int, why_not: str) -> str:
        if self.step == FILE:
            return ""
        if self.preview is None:
            return why_not or "The rows are being read"
        if self.step == COLUMNS:
            return ""
        if self.workplace.read_only:
            return "This desk is open to read only: nothing can be imported here"
        return "" if count else "There is no row to import: none is new or changes anything"

    def go_on(self) -> None:
        """The next step; from the last one, the import."""
        if self.draft is None or self._why_not_on(wording.to_do(self.preview) if self.preview else 0, ""):
            return
        if self.step < ROWS:
            self._show_step(self.step + 1)
            if self.step == ROWS:
                self.rows.table.setFocus(Qt.FocusReason.TabFocusReason)
            return
        self.steps.show_step(ROWS + 1)
        storing.store(self.window(), self.workplace, self.draft, self._on_stored, lambda: self._show_step(ROWS))

    def _on_stored(self, result: ImportResult) -> None:
        """Rows that were left out can still be fixed here; otherwise the page starts afresh."""
        cohort_id = self.draft.cohort_id if self.draft is not None else None
        if not result.wrong:
            self._reset()
        else:
            self._show_step(ROWS)
        self.workplace.say(wording.done(result), undo=True)
        if cohort_id is None:
            self.workplace.go("people")
        else:
            self.workplace.go("cohorts", id=cohort_id, tab="people")

    def cancel(self) -> None:
        """Leave the file without a trace; the toast offers to go on after all."""
        draft, step = self.draft, self.step
        if draft is None:
            return
        self._reset()
        self.workplace.say(
            f"“{draft.path.name}” was not imported",
            action="Go on with it",
            on_action=lambda: self._take_up(draft, step),
        )

    def _take_up(self, draft: Draft, step: int) -> None:
        self.workplace.go("import")
        self.draft = draft
        self._show_draft()
        self._show_step(step)

    def _reset(self) -> None:
        self.draft = self.preview = None
        self.file_step.show_draft(None)
        self.file_step.show_fault(None)
        self._show_step(FILE)

    def _on_save_wrong(self) -> None:
        if self.draft is not None:
            storing.save_wrong(self.window(), self.workplace, self.draft)

    # Keys, files dropped here, room

    def new(self) -> None:
        """Ctrl+N: another file."""
        self.choose()

    def focus_search(self) -> None:
        """Ctrl+F: the search of the rows, where they are shown."""
        if self.step == ROWS:
            self.rows.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self.rows.search.selectAll()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if _dropped(event) is not None:
            event.acceptProposedAction()
            self.file_step.zone.set_inviting(True)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self.file_step.zone.set_inviting(False)
        super().dragLeaveEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:
        self.file_step.zone.set_inviting(False)
        path = _dropped(event)
        if path is not None:
            event.acceptProposedAction()
            self.when_loaded(lambda: self.start(path))


def _dropped(event: QDropEvent) -> Path | None:
    """The one local file that is held over the page, if it can be a roster."""
    paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
    return paths[0] if len(paths) == 1 and paths[0].suffix.lower() in _ROSTERS else None
