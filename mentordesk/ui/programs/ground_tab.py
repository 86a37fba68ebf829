"""The ground rules of a program: the text that its pairs sign, how it reads for a pair, how many signed it."""

from dataclasses import replace

from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from mentordesk.domain.agreements import with_names
from mentordesk.domain.programs import Format
from mentordesk.domain.wording import counted
from mentordesk.ui.programs.reading import ProgramSheet
from mentordesk.ui.widgets.label import button, card, label, row
from mentordesk.ui.widgets.page_body import PageBody
from mentordesk.ui.workplace import Workplace

HINT = "{mentor} and {mentee} become the names of each pair."


class GroundTab(QWidget):
    """Another text is a new version: pairs that signed the one before are asked again."""

    def __init__(self, workplace: Workplace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workplace = workplace
        self._sheet: ProgramSheet | None = None
        self.text = QPlainTextEdit()
        self.text.setTabChangesFocus(True)
        self.text.setAccessibleName("Ground rules")
        self.text.setPlaceholderText("What both sides agree on: how often, who asks, what stays between them…")
        self.text.setReadOnly(workplace.read_only)
        self.signed = label("", "body", "text2", wrap=True)
        self.reads = label("", wrap=True)
        self.save = button("Save the text", "primary", on_click=self.save_text, small=True)
        self.undo = button("Take back", on_click=self._take_back, small=True)
        self._lay_out()
        self.text.textChanged.connect(self._on_changed)

    def _lay_out(self) -> None:
        left, right = card(), card()
        inside = QVBoxLayout(left)
        inside.setContentsMargins(16, 12, 16, 14)
        inside.setSpacing(8)
        inside.addLayout(row(label("Text to sign", "section"), None, self.undo, self.save))
        inside.addWidget(self.text, 1)
        inside.addWidget(label(HINT, "caption", "text2", wrap=True))
        inside.addWidget(self.signed)
        beside = QVBoxLayout(right)
        beside.setContentsMargins(16, 12, 16, 14)
        title = label("How a pair reads it", "section")
        title.setMinimumHeight(self.save.sizeHint().height())
        beside.addWidget(title)
        body = PageBody(margin=0)
        body.column.addWidget(self.reads)
        body.column.addStretch(1)
        beside.addWidget(body, 1)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 12, 0, 0)
        whole.setSpacing(12)
        whole.addWidget(left, 3)
        whole.addWidget(right, 2)

    def show_sheet(self, sheet: ProgramSheet) -> None:
        """Shows another program, or the same one newly read; what is typed and not saved stays."""
        same = self._sheet is not None and self._sheet.row.id == sheet.row.id
        typed = same and self.is_changed()
        self._sheet = sheet
        if not typed:
            self.text.setPlainText(sheet.form.ground_rules)
        self._on_changed()

    def is_changed(self) -> bool:
        """Whether something is typed and not saved."""
        return self._sheet is not None and self.text.toPlainText().strip() != self._sheet.form.ground_rules

    def _on_changed(self) -> None:
        if self._sheet is None:
            return
        changed = self.is_changed() and not self._workplace.read_only
        for each in (self.save, self.undo):
            each.setEnabled(changed)
            reason = "This desk is open to read only" if self._workplace.read_only else "Nothing has changed"
            each.setToolTip("" if changed else reason)
        names = ("Amara", "Amir") if self._sheet.row.format is Format.PEER else ("Amara", "Jonas")
        self.reads.setText(with_names(self.text.toPlainText(), *names))
        self.signed.setText(self._words(changed))

    def _words(self, changed: bool) -> str:
        assert self._sheet is not None
        if not self._sheet.asked:
            return "No pair is asked to sign at present."
        signed = f"{self._sheet.signed} of {counted(self._sheet.asked, 'pair')} signed this version."
        again = " Saving makes a new version: they are asked again." if changed and self._sheet.signed else ""
        return signed + again

    def _take_back(self) -> None:
        if self._sheet is not None:
            self.text.setPlainText(self._sheet.form.ground_rules)

    def save_text(self) -> None:
        """Save: one step of history."""
        from mentordesk.services.programs import programs

        if self._sheet is None:
            return
        form = replace(self._sheet.form, ground_rules=self.text.toPlainText().strip())
        if self._workplace.do(programs.save, self._sheet.row.id, form, said="Ground rules saved"):
            self._sheet = replace(self._sheet, form=form)
            self._on_changed()
