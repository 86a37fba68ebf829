"""A proposed mail to look at and change before the mail program gets it. Knows no page."""

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QSizePolicy, QWidget

from mentordesk.domain.errors import UserError
from mentordesk.domain.wording import listed
from mentordesk.ui import mail
from mentordesk.ui.widgets.dialog import Dialog
from mentordesk.ui.widgets.form import Form
from mentordesk.ui.widgets.label import icon_label, label, row

if TYPE_CHECKING:
    from mentordesk.exchange.mail import Draft
    from mentordesk.services.mails.mails import Letter

_NAMED = 6


class MailDialog(Dialog):
    """Subject and text can be changed; closes as accepted once the mail program has the draft."""

    def __init__(self, title: str, letter: "Letter", parent: QWidget | None) -> None:
        super().__init__(title, parent, primary="Open in mail program", width=560)
        self._letter = letter
        self.subject = QLineEdit(letter.draft.subject)
        self.text = QPlainTextEdit(letter.draft.body)
        self.text.setTabChangesFocus(True)
        self.text.setMinimumHeight(240)
        self.copy = self.add_alternative("Copy text", self._on_copy)
        self._add_people()
        form = Form()
        subject = form.add("subject", "Subject", self.subject)
        subject.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        form.add("body", "Text", self.text)
        self.body.addWidget(form)
        self.problem = label("", "caption", "risk", wrap=True)
        self.problem.hide()
        self.body.addWidget(self.problem)
        self.text.setFocus()

    def _add_people(self) -> None:
        who = f"To {listed(self._letter.names, _NAMED)}"
        copy = f", with a copy to {listed(self._letter.copied, _NAMED)}" if self._letter.copied else ""
        hidden = ". They do not see each other's addresses." if self._letter.draft.bcc else ""
        self.people = label(f"{who}{copy}{hidden}", "body", "text2", wrap=True)
        self.body.addWidget(self.people)
        if self._letter.missing:
            names = listed(self._letter.missing, _NAMED)
            has = "has" if len(self._letter.missing) == 1 else "have"
            words = label(
                f"{names} {has} no e-mail address here: add it in People, or in the mail.", "caption", wrap=True
            )
            self.missing = words
            line = row(icon_label("warning", "watch_text", 14), words, gap=6)
            line.setStretch(1, 1)
            self.body.addLayout(line)

    def draft(self) -> "Draft":
        """The mail as it stands in the fields."""
        return replace(self._letter.draft, subject=self.subject.text(), body=self.text.toPlainText())

    def _on_copy(self) -> None:
        draft = self.draft()
        QGuiApplication.clipboard().setText(f"{draft.subject}\n\n{draft.body}")
        self.note.setText("Copied")

    def commit(self) -> bool:
        try:
            mail.open_draft(self.draft())
        except UserError as error:
            self.problem.setText(error.sentence())
            self.problem.show()
            self.fit()
            return False
        return True


def write(title: str, letter: "Letter", parent: QWidget, then: Callable[[], None]) -> MailDialog:
    """Show a proposed mail; `then` is called once the mail program has it."""
    dialog = MailDialog(title, letter, parent)
    dialog.accepted.connect(then)
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()
    return dialog
