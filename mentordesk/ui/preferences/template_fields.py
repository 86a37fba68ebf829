"""The fields of one mail template: subject, text, what may be inserted, how it reads. Knows no desk."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QLineEdit, QMenu, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from mentordesk.domain.mail_templates import FIELDS, TemplateRow
from mentordesk.ui.widgets.form import Form
from mentordesk.ui.widgets.label import button, label, row

_PAUSE = 150
"""Milliseconds without a key before the preview is read again."""
_LINES = 9


class TemplateFields(QWidget):
    """Emits `changed` a moment after the last key."""

    changed = Signal()
    shipped_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.use = label("", "caption", "text2", wrap=True)
        self.subject = QLineEdit()
        self.text = QPlainTextEdit()
        self.text.setTabChangesFocus(True)
        self.text.setMinimumHeight(self.fontMetrics().lineSpacing() * _LINES)
        self.insert = QPushButton("Insert a field")
        self.insert.setAutoDefault(False)
        self.insert.setMenu(QMenu(self.insert))
        self.shipped = button("Back to the shipped text", "link", on_click=self.shipped_asked.emit)
        self.form = Form()
        self.form.add("subject", "Subject", self.subject)
        self.form.add("body", "Text", self.text)
        inside = QVBoxLayout(self)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(8)
        for part in (self.use, self.form):
            inside.addWidget(part)
        inside.addLayout(row(self.insert, None, self.shipped))
        self._last: QLineEdit | QPlainTextEdit = self.text
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_PAUSE)
        self._timer.timeout.connect(self.changed)
        self.subject.textChanged.connect(self._timer.start)
        self.text.textChanged.connect(self._timer.start)
        self.subject.installEventFilter(self)
        self.text.installEventFilter(self)

    def show_template(self, template: TemplateRow) -> None:
        """The words of a template, and the fields that it may hold."""
        self.use.setText(f"{template.use}.")
        self.subject.setText(template.subject)
        self.text.setPlainText(template.body)
        self.shipped.setEnabled(template.is_own)
        self._offer(template.fields)
        self.form.show_problems({})
        self._timer.stop()

    def _offer(self, fields: Sequence[str]) -> None:
        menu = self.insert.menu()
        menu.clear()
        for name in fields:
            menu.addAction(f"{{{name}}}   {FIELDS[name]}", partial(self.insert_field, name))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusIn:
            self._last = self.subject if watched is self.subject else self.text
        return super().eventFilter(watched, event)

    def insert_field(self, name: str) -> None:
        """Where the cursor is, in the field that was written in last."""
        words = f"{{{name}}}"
        if isinstance(self._last, QLineEdit):
            self._last.insert(words)
        else:
            self._last.insertPlainText(words)
        self._last.setFocus()

    def words(self) -> tuple[str, str]:
        """Subject and text as they stand."""
        return " ".join(self.subject.text().split()), self.text.toPlainText().strip()
