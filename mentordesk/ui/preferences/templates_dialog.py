"""The mails of this desk: a list, the words of one, how it reads for a real pair. What is written is kept."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from mentordesk.domain.errors import FieldError
from mentordesk.domain.mail_templates import TemplateRow
from mentordesk.ui import theme
from mentordesk.ui.desk_dialog import DeskDialog
from mentordesk.ui.errors import ask
from mentordesk.ui.preferences.template_fields import TemplateFields
from mentordesk.ui.preferences.template_list import TemplateList
from mentordesk.ui.widgets.label import label
from mentordesk.ui.widgets.picker import Picker
from mentordesk.ui.widgets.suggestions import Choice
from mentordesk.ui.workplace import Workplace

if TYPE_CHECKING:
    from mentordesk.services.mails.mails import Letter

KEEP, DISCARD = "Keep the text", "Discard it"
_PREVIEW_LINES = 9


class TemplatesDialog(DeskDialog):
    """Going to another mail keeps the words of this one; a text with an unknown field stays until it is right."""

    def __init__(self, workplace: Workplace, parent: QWidget) -> None:
        super().__init__(workplace, parent, "Mail templates", primary="Keep and close", cancel="Close", width=860)
        self._rows: dict[str, TemplateRow] = {}
        self.list = TemplateList()
        self.fields = TemplateFields()
        self.form = self.fields.form
        self.pair = Picker("Type a name")
        self.preview = QPlainTextEdit()
        self._arrange()
        self.list.chosen.connect(self._on_chosen)
        self.fields.changed.connect(self._read_preview)
        self.fields.shipped_asked.connect(self._on_shipped)
        self.pair.changed.connect(self._read_preview)
        self._lock(workplace.read_only)
        self._fill()

    def _arrange(self) -> None:
        self.preview.setReadOnly(True)
        self.preview.setTabChangesFocus(True)
        self.preview.setAccessibleName("Preview")
        self.preview.setMinimumHeight(self.fontMetrics().lineSpacing() * _PREVIEW_LINES)
        right = QVBoxLayout()
        right.setSpacing(8)
        right.addWidget(self.fields)
        title = label("How it reads for", "caption", "text2")
        title.setBuddy(self.pair)
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(title)
        line.addWidget(self.pair, 1)
        right.addLayout(line)
        right.addWidget(self.preview)
        both = QHBoxLayout()
        both.setSpacing(16)
        self.list.setFixedWidth(theme.current().wide(236))
        both.addWidget(self.list)
        both.addLayout(right, 1)
        self.body.addLayout(both)

    def _lock(self, read_only: bool) -> None:
        self.primary.setVisible(not read_only)
        self.fields.subject.setReadOnly(read_only)
        self.fields.text.setReadOnly(read_only)
        for changing in (self.fields.insert, self.fields.shipped):
            changing.setVisible(not read_only)

    def _fill(self) -> None:
        from mentordesk.services.mails import preview, templates

        pairs = self.workplace.desk.read(preview.pairs)
        self.pair.set_choices([Choice(id_, name) for id_, name in pairs])
        self.pair.set_value(pairs[0][0] if pairs else None)
        self._show_rows(self.workplace.desk.read(templates.rows))
        self._show(next(iter(self._rows)))
        self.list.item(self.list.current()).setFocus()

    def _show_rows(self, rows: Sequence[TemplateRow]) -> None:
        self._rows = {row.key: row for row in rows}
        self.list.set_rows(rows)

    def _show(self, key: str) -> None:
        self.list.select(key)
        self.fields.show_template(self._rows[key])
        self._read_preview()

    def _on_chosen(self, key: str) -> None:
        if key != self.list.current() and self._keep():
            self._show(key)

    def _is_changed(self) -> bool:
        row = self._rows[self.list.current()]
        return not self.workplace.read_only and self.fields.words() != (row.subject, row.body)

    def _keep(self) -> bool:
        """Store the words if they have changed; False where a field is unknown."""
        from mentordesk.services.mails import templates

        if not self._is_changed():
            return True
        row = self._rows[self.list.current()]
        done = self.do(templates.save, row.key, *self.fields.words(), said=f"Mail “{row.title}” changed")
        if done:
            self._show_rows(self.workplace.desk.read(templates.rows))
        return done

    def _on_shipped(self) -> None:
        from mentordesk.services.mails import templates

        row = self._rows[self.list.current()]
        if self.do(templates.reset, row.key, said=f"Mail “{row.title}” is the shipped one again"):
            self._show_rows(self.workplace.desk.read(templates.rows))
            self._show(row.key)

    def _read_preview(self, _changed: object = None) -> None:
        from mentordesk.services.mails import preview

        pair_id = self.pair.value()
        if pair_id is None:
            self.preview.setPlainText("Choose a pair to see how the mail reads.")
            return
        self._check()
        given = (self.list.current(), *self.fields.words(), pair_id)
        self.workplace.read(self, preview.preview, *given, then=self._show_preview, slot="preview")

    def _check(self) -> None:
        """An unknown field is said while one writes; an empty text only when it is kept."""
        from mentordesk.domain import mail_templates

        problems: dict[str, str] = {}
        try:
            mail_templates.check(self.list.current(), *(text or "…" for text in self.fields.words()))
        except FieldError as error:
            problems[error.field] = str(error)
        for name in ("subject", "body"):
            self.form.box(name).show_problem(problems.get(name, ""))

    def _show_preview(self, letter: "Letter") -> None:
        to = f"To: {', '.join(letter.names)}"
        self.preview.setPlainText(f"{to}\nSubject: {letter.draft.subject}\n\n{letter.draft.body}")

    def commit(self) -> bool:
        """Keeps the words."""
        return self._keep()

    def reject(self) -> None:
        """Words that were written are not lost unasked."""
        if self._is_changed():
            question = f"Keep the new text of “{self._rows[self.list.current()].title}”?"
            choice = ask(self, question, "It is not in the desk yet.", [DISCARD, KEEP])
            if not choice or (choice == KEEP and not self._keep()):
                return
        super().reject()
