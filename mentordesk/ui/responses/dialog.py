"""Collect answers: forms for a cohort are saved, and what comes back is looked through and taken in one step."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QWidget

from mentordesk.domain.errors import UserError
from mentordesk.domain.responses import PairChoice, ResponseResult, ResponseRow, ResponseState
from mentordesk.domain.wording import counted
from mentordesk.ui import errors, file_choice
from mentordesk.ui.help_dialogs import show_help
from mentordesk.ui.responses import storing, wording
from mentordesk.ui.responses.answers_card import AnswersCard
from mentordesk.ui.responses.columns_dialog import ColumnsDialog
from mentordesk.ui.responses.draft import AnswersDraft, Looked, look
from mentordesk.ui.responses.forms_card import FormsCard
from mentordesk.ui.widgets.dialog import Dialog
from mentordesk.ui.widgets.label import button
from mentordesk.ui.widgets.segments import SegmentedControl
from mentordesk.ui.workplace import Workplace

if TYPE_CHECKING:
    from mentordesk.services.responses.responses import ResponseFiles

ANSWERS, FORMS = "answers", "forms"
READ_ONLY = "This desk is open to read only: nothing can be taken here"
_FILES = frozenset((".xlsx", ".xlsm", ".xls", ".ods", ".csv", ".txt", ".tsv"))
_WIDE = 1000
_DISCARD, _STAY = "Discard the decisions", "Stay here"


class CollectDialog(Dialog):
    """Two parts: answers that came in, and forms to send out."""

    def __init__(self, workplace: Workplace, parent: QWidget | None, cohort_id: int | None = None) -> None:
        super().__init__("Collect answers", parent, primary="Take answers", cancel="Close", width=_WIDE)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAcceptDrops(True)
        self.workplace = workplace
        self.draft: AnswersDraft | None = None
        self.own: tuple[str, ...] = ()
        self.part = SegmentedControl([(ANSWERS, "Answers that came in"), (FORMS, "Forms to send out")], "Part")
        self.answers = AnswersCard()
        self.forms = FormsCard(workplace.desk.read(_cohorts), cohort_id, workplace.today())
        self.head.addWidget(self.part)
        self.head.addWidget(button("Help", "link", on_click=lambda: show_help(self, "collect")))
        for side in (self.answers, self.forms):  # a stack would be as high as the higher of the two
            self.body.addWidget(side, 1)
        self._connect()
        self._show_part(ANSWERS)
        self.answers.zone.action.setFocus(Qt.FocusReason.OtherFocusReason)

    def _connect(self) -> None:
        self.part.chosen.connect(self._show_part)
        self.forms.changed.connect(self._show_button)
        answers, card = self.answers, self.answers.card
        answers.choose_asked.connect(self.choose)
        answers.columns_asked.connect(self._ask_columns)
        answers.grown.connect(lambda: QTimer.singleShot(0, self, self.fit))
        card.assigned.connect(self._on_assigned)
        card.typed.connect(self._on_typed)
        card.taken.connect(self._on_taken)
        card.left_out.connect(self._on_left_out)
        card.restored.connect(self._on_restored)

    def show_part(self, part: str) -> None:
        """Answers or forms."""
        self.part.choose(part)
        self._show_part(part)

    def _show_part(self, part: str) -> None:
        self.answers.setVisible(part == ANSWERS)
        self.forms.setVisible(part == FORMS)
        self._show_button()
        if self.isVisible():
            self.fit()

    def _show_button(self) -> None:
        """What the primary button does, or why it cannot."""
        if self.part.choice() == FORMS:
            words, why_not = self.forms.verb(), self.forms.why_not()
        else:
            preview = self.answers.preview
            words, why_not = wording.take(preview), self._why_not_take()
        self.primary.setText(words)
        self.primary.setEnabled(not why_not)
        self.primary.setToolTip(why_not)

    def _why_not_take(self) -> str:
        if self.workplace.read_only:
            return READ_ONLY
        if self.draft is None:
            return "Choose the files first"
        preview = self.answers.preview
        if preview is None:
            return "The answers are being read"
        return "" if preview.to_take else "There is nothing to take: each row says why"

    # Files

    def choose(self) -> None:
        """Ask for files."""
        settings = self.workplace.settings
        paths = file_choice.open_files(self, settings, "answers", "Choose the answers", file_choice.ROSTERS)
        if paths:
            self.read(paths)

    def read(self, paths: Sequence[Path]) -> None:
        """Read files and show their responses; what was decided before is left."""
        self.show_part(ANSWERS)
        storing.read(self, list(paths), self._on_read)

    def _on_read(self, files: "ResponseFiles") -> None:
        self.draft = AnswersDraft(files)
        self.answers.preview = None
        self.answers.show_files(files)
        self._look_again()

    def _look_again(self) -> None:
        if self.draft is None:
            return
        self.answers.preview = None
        self._show_button()
        draft = self.draft
        self.workplace.read(self, look, draft, then=lambda looked: self._on_looked(draft, looked), slot="preview")

    def _on_looked(self, draft: AnswersDraft, looked: Looked) -> None:
        if draft is not self.draft:
            return
        draft.mappings, self.own = list(looked.mappings), looked.own
        self.answers.show_looked(draft, looked)
        self._show_button()
        self.fit()

    # Decisions

    def _on_assigned(self, row_id: int, choice: PairChoice) -> None:
        """What the same person answered beside it, in the same row of the file or in others, is of the same pair."""
        if self.draft is not None and self.answers.preview is not None:
            rows = self.answers.preview.rows
            chosen = next(row for row in rows if row.id == row_id)
            for row in rows:
                if row.id == row_id or (_is_open(row) and _sender(row) == _sender(chosen)):
                    self.draft.assign(row.id, choice)
            self._look_again()

    def _on_typed(self, row_id: int, name: str, text: str) -> None:
        if self.draft is not None:
            self.draft.type(row_id, name, text)
            self._look_again()

    def _on_taken(self, row_id: int) -> None:
        if self.draft is not None:
            self.draft.taken.add(row_id)
            self._look_again()

    def _on_left_out(self, row_id: int, out: bool) -> None:
        if self.draft is not None:
            self.draft.leave_out(row_id, out)
            self._look_again()

    def _on_restored(self, row_id: int) -> None:
        if self.draft is not None:
            self.draft.forget(row_id)
            self._look_again()

    def _ask_columns(self, at: int = 0) -> None:
        """The columns of each export, one after the other."""
        draft = self.draft
        if draft is None or at >= len(draft.files.exports):
            return
        export, mapping = draft.files.exports[at], draft.mappings[at]
        dialog = ColumnsDialog(self, export, mapping, self.own, draft.asked_on, self.workplace.today)

        def use() -> None:
            draft.mappings[at], draft.asked_on = dialog.mapping, dialog.asked.value()
            self._look_again()
            self._ask_columns(at + 1)

        dialog.accepted.connect(use)
        dialog.open()

    # What it does

    def reject(self) -> None:
        """What was decided here stands in no file: it is not lost with Esc."""
        number = self.draft.count if self.draft is not None else 0
        if number:
            are = "is" if number == 1 else "are"
            sentence = f"Something was decided about {counted(number, 'answer')} that {are} not taken yet."
            if errors.ask(self, "Leave without taking the answers?", sentence, [_DISCARD, _STAY]) != _DISCARD:
                return
        super().reject()

    def commit(self) -> bool:
        """Take the responses, or save the forms; the dialog closes when that is done."""
        if self.part.choice() == FORMS:
            self._save_forms()
        elif self.draft is not None and not self._why_not_take():
            storing.take(self, self.workplace, self.draft, self._on_stored)
        return False

    def _save_forms(self) -> None:
        from mentordesk.services.responses import responses

        try:
            named = self.workplace.desk.read(responses.forms, self.forms.request())
        except UserError as error:
            self.note.setText(f"{error} {error.advice}")
            return
        self.note.setText("")
        storing.save_forms(self, self.workplace, named, self.accept)

    def _on_stored(self, result: ResponseResult) -> None:
        preview = self.answers.preview
        self.accept()
        self.workplace.say(wording.done(result, preview), undo=True)

    # Files dropped here

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if _dropped(event):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        if paths := _dropped(event):
            event.acceptProposedAction()
            self.read(paths)


def _cohorts(session: Any) -> Any:
    from mentordesk.services.programs import cohorts

    return cohorts.rows(session)


def _is_open(row: ResponseRow) -> bool:
    """Whether nobody has said yet whose a response is."""
    return row.pair_id is None and row.state is not ResponseState.LEFT_OUT


def _sender(row: ResponseRow) -> tuple[str, str, str]:
    return row.file, row.who or row.place, row.pair


def _dropped(event: QDropEvent) -> list[Path]:
    """The local files held over the dialog, if all can be answers."""
    paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
    return paths if all(path.suffix.lower() in _FILES for path in paths) else []


def collect_answers(
    workplace: Workplace,
    parent: QWidget,
    cohort_id: int | None = None,
    part: str = ANSWERS,
    paths: Sequence[Path] = (),
) -> CollectDialog:
    """Opens the dialog, with files where there are some already."""
    dialog = CollectDialog(workplace, parent, cohort_id)
    dialog.show_part(part)
    dialog.open()
    if paths:
        dialog.read(paths)
    return dialog
