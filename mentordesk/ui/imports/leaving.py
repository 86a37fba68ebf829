"""How an import ends: carried out, with what it has made and where to go from there, or left without a trace."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from mentordesk.domain.importing import ImportResult, Preview
from mentordesk.ui.imports import storing, wording
from mentordesk.ui.imports.draft import Draft
from mentordesk.ui.imports.foot_words import AGREE, DONE, FILE, ROWS
from mentordesk.ui.imports.preparing import Preparing
from mentordesk.ui.imports.stage import Stage
from mentordesk.ui.workplace import Target, Workplace

if TYPE_CHECKING:
    from mentordesk.services.desk import Changes


class Leaving(QObject):
    """`show_step` is the page's; `take_up` shows a draft again that was left, at a step."""

    def __init__(
        self,
        workplace: Workplace,
        preparing: Preparing,
        stage: Stage,
        show_step: Callable[[int], None],
        take_up: Callable[[Draft, int], None],
    ) -> None:
        super().__init__(stage)
        self._workplace, self._preparing, self._stage = workplace, preparing, stage
        self._show_step, self._take_up = show_step, take_up
        self._place = Target("people")
        self._storing = False
        workplace.changed.connect(self._on_changed)
        stage.done.onward.connect(self._go_to_people)
        stage.done.today.connect(lambda: workplace.go("today"))
        stage.done.fix.connect(lambda: show_step(ROWS))
        for step in (stage.agree, stage.done):
            step.opened.connect(lambda pair_id: workplace.go("pairs", id=pair_id))

    def store(self, window: QWidget, step: int) -> None:
        """Carry the import out, once; stopped or failed, the page is at `step` again."""
        draft, preview = self._preparing.draft, self._preparing.preview
        if draft is None or preview is None or self._storing:
            return

        def given_up() -> None:
            self._storing = False
            self._show_step(step)

        self._storing = True
        self._stage.steps.show_step(AGREE)
        storing.store(window, self._workplace, draft, preview, self._on_stored, given_up)

    def _on_stored(self, result: ImportResult, preview: Preview) -> None:
        """Rows that were left out can still be fixed here; otherwise the page starts afresh."""
        self._storing = False
        draft = self._preparing.draft
        if draft is None:
            return
        cohort_id = draft.cohort_id
        self._place = Target("people") if cohort_id is None else Target("cohorts", cohort_id, "people")
        if not result.wrong:
            self._preparing.leave()
            self._stage.file_step.show_draft(None)
        self._workplace.say(wording.done(result), undo=True)
        if preview.careers or preview.partings or wording.has_past(preview):
            self._show_step(DONE)
            self._stage.done.show_done(
                f"“{draft.path.name}” is imported",
                wording.was_made(result, preview),
                preview.partings,
                asked=wording.departs(preview, draft),
                place="People" if cohort_id is None else "the cohort",
                left=result.wrong,
            )
        else:
            self._show_step(ROWS)
            self._workplace.went.emit(self._place)

    def _on_changed(self, changes: "Changes") -> None:
        """What was taken back was not made: the page does not say so any more."""
        if changes.how == "undone" and self._stage.step == DONE:
            self._show_step(ROWS)

    def _go_to_people(self) -> None:
        self._show_step(ROWS)
        self._workplace.went.emit(self._place)

    def cancel(self, step: int) -> None:
        """Leave the file; the toast offers to go on with it after all."""
        draft = self._preparing.draft
        if draft is None:
            return
        self._preparing.leave()
        self._stage.file_step.show_draft(None)
        self._stage.file_step.show_fault(None)
        self._show_step(FILE)
        self._workplace.say(
            f"“{draft.path.name}” was not imported",
            action="Go on with it",
            on_action=lambda: self._take_up(draft, step),
        )
