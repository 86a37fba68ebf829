"""The files that came back: a place to drop them, then their responses with the card about the selected one."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from mentordesk.domain.errors import UserError
from mentordesk.domain.responses import PairChoice, ResponsePreview, ResponseState
from mentordesk.domain.wording import listed
from mentordesk.ui import theme
from mentordesk.ui.responses import answers_table, wording
from mentordesk.ui.responses.answer_card import AnswerCard
from mentordesk.ui.responses.draft import AnswersDraft, Looked
from mentordesk.ui.widgets.chips import FilterChips
from mentordesk.ui.widgets.elided_label import ElidedLabel
from mentordesk.ui.widgets.empty_state import EmptyState
from mentordesk.ui.widgets.label import button, label, row

if TYPE_CHECKING:
    from mentordesk.services.responses.responses import ResponseFiles

_INVITATION = (
    "Forms that MentorDesk has written, or the export of a form service (.xlsx, .xls, .ods, .csv); several at once. "
    "Nothing is stored before you have seen every answer."
)


class AnswersCard(QWidget):
    """Shows a draft; everything a person decides comes back as a signal of `card`."""

    choose_asked = Signal()
    columns_asked = Signal()
    grown = Signal()
    """The card about a response needs another height."""

    def __init__(self) -> None:
        super().__init__()
        self._draft: AnswersDraft | None = None
        self._pairs: Sequence[PairChoice] = ()
        self._to_fix: list[int] = []
        self.preview: ResponsePreview | None = None
        self.zone = EmptyState(
            "import", "Drop files here", _INVITATION, "Choose files…", self.choose_asked.emit, action_icon="import"
        )
        self.zone.setFixedWidth(theme.current().wide(520))
        self.files = ElidedLabel("", "strong")
        self.fault = label("", "body", "risk", wrap=True)
        self.others = button("Other files…", "link", on_click=self.choose_asked.emit)
        self.columns = button("Columns…", "link", on_click=self.columns_asked.emit)
        self.filters = FilterChips(wording.FILTERS, "Answers by state")
        self.table = answers_table.make()
        self.card = AnswerCard()
        self.told = ElidedLabel("", "caption", "text2")
        self.stack = QStackedWidget()
        self._lay_out()
        self.filters.changed.connect(lambda on: self.table.set_filter(answers_table.filtered(on)))
        self.table.selected.connect(lambda _ids: self._show_selected())
        self.table.opened.connect(lambda _id: self.card.focus_first())
        self.table.edit_requested.connect(lambda _id: self.card.focus_first())
        self.table.delete_requested.connect(self._leave_out)

    def _lay_out(self) -> None:
        answers = QWidget()
        inside = QVBoxLayout(answers)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(8)
        head = row(self.files, self.columns, self.others, gap=14)
        head.setStretch(0, 1)
        inside.addLayout(head)
        for part in (self.fault, self.filters):
            inside.addWidget(part)
        inside.addWidget(self.table, 1)
        inside.addWidget(self.card)
        inside.addWidget(self.told)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        invitation = QWidget()
        invitation.setLayout(row(None, self.zone, None))
        self.stack.addWidget(invitation)
        self.stack.addWidget(answers)
        whole.addWidget(self.stack)

    def show_files(self, files: "ResponseFiles") -> None:
        """The names of what was read, and what could not be."""
        self.files.setText(listed([it.file for it in files.sources], 3) if files.sources else "No file could be read")
        self.columns.setVisible(bool(files.exports))
        self._show_fault(" ".join(f"{error} {error.advice}" for _name, error in files.faults))
        self.stack.setCurrentIndex(1)
        self._to_fix = []
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)
        self.filters.set_on(set())
        self.table.set_filter(None)

    def _show_fault(self, sentence: str) -> None:
        self.fault.setText(sentence)
        self.fault.setVisible(bool(sentence))

    def show_looked(self, draft: AnswersDraft, looked: Looked) -> None:
        """The responses as the desk sees them now; the selection stays."""
        self._draft, self._pairs = draft, looked.pairs
        if isinstance(looked.preview, UserError):
            self.preview = None
            self.others.setFocus(Qt.FocusReason.OtherFocusReason)
            self._show_fault(f"{looked.preview} {looked.preview.advice}")
            self.table.set_rows([])
            self.card.show_row(None, (), False)
            self.told.setText("")
            return
        self._show_fault(" ".join(f"{error} {error.advice}" for _name, error in draft.files.faults))
        self.preview = looked.preview
        if self.card.isAncestorOf(self.window().focusWidget() or self):
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)  # what was pressed goes, and Close would be next
        selected = self.table.selected_ids()
        answers_table.show(self.table, self.filters, looked.preview)
        self.table.select(self._next_to_fix(selected) or selected or [row.id for row in looked.preview.rows[:1]])
        self.told.setText(wording.told(looked.preview))
        self.told.setToolTip("\n".join(looked.preview.sentences))
        self._show_selected()

    def _next_to_fix(self, selected: list[int]) -> list[int]:
        """Where the selected answer has just been mended: the next one that waits, as the mended one moves down."""
        before, rows = self._to_fix, self.preview.rows if self.preview is not None else ()
        self._to_fix = [row.id for row in rows if row.state is ResponseState.FIX]
        if len(selected) != 1 or selected[0] not in before or selected[0] in self._to_fix:
            return []
        below = before[before.index(selected[0]) :]
        return ([it for it in below if it in self._to_fix] or self._to_fix)[:1]

    def _show_selected(self) -> None:
        ids = self.table.selected_ids()
        found = self.table.row_of(ids[0]) if len(ids) == 1 else None
        decided = self._draft is not None and found is not None and self._draft.decided(found.id)
        self.card.show_row(found, self._pairs, decided)
        self.grown.emit()

    def _leave_out(self, ids: list[int]) -> None:
        for row_id in ids:
            self.card.left_out.emit(row_id, True)
