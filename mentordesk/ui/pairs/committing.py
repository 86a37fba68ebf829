"""What the dialogs about pairs share: doing the action, and showing at its field what was wrong. Knows no dialog."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from mentordesk.domain.errors import FieldError, UserError
from mentordesk.ui import theme
from mentordesk.ui.widgets.dialog import Dialog
from mentordesk.ui.widgets.form import Form
from mentordesk.ui.widgets.label import restyle
from mentordesk.ui.workplace import Workplace


class DeskDialog(Dialog):
    """A dialog with a form that changes the desk; gone once closed."""

    def __init__(self, workplace: Workplace, parent: QWidget | None, title: str, **options: Any) -> None:
        super().__init__(title, parent, **options)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.workplace = workplace
        self.form = Form()
        self.body.addWidget(self.form)

    def do(self, action: Callable[..., Any], *args: Any, said: str) -> bool:
        """Change the desk; False leaves the dialog open with the reason at its field, or beside the buttons."""
        self.form.show_problems({})
        self.say_problem("")
        try:
            self.workplace.desk.do(action, *args)
        except UserError as error:
            if not (isinstance(error, FieldError) and self.form.show_error(error)):
                self.say_problem(" ".join(part for part in (str(error), error.advice) if part))
            return False
        self.workplace.say(said, undo=True)
        return True

    def say_problem(self, sentence: str) -> None:
        """A problem that belongs to no field."""
        self.note.setProperty("tone", "risk" if sentence else "text2")
        self.note.setText(sentence)
        restyle(self.note)


class NoteField(QPlainTextEdit):
    """A note of a few lines: Enter is done, Shift+Enter begins a new line, Tab goes on."""

    entered = Signal()

    def __init__(self, placeholder: str = "", lines: int = 2) -> None:
        super().__init__()
        self.setTabChangesFocus(True)
        self.setPlaceholderText(placeholder)
        self.setFixedHeight(theme.current().line() * lines + 18)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and not event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self.entered.emit()
        else:
            super().keyPressEvent(event)
