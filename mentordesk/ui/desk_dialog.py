"""A dialog with a form that changes the desk, and shows at its field what was wrong. Knows no task."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from mentordesk.domain.errors import FieldError, UserError
from mentordesk.ui.widgets.dialog import Dialog
from mentordesk.ui.widgets.form import Form
from mentordesk.ui.widgets.label import restyle
from mentordesk.ui.workplace import Workplace


class DeskDialog(Dialog):
    """Subclasses fill `form`, or give one of their own, and call `do` in their `commit`. Gone once closed."""

    def __init__(
        self, workplace: Workplace, parent: QWidget | None, title: str, form: Form | None = None, **options: Any
    ) -> None:
        super().__init__(title, parent, **options)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.workplace = workplace
        self.form = form or Form()
        self.result_id: Any = None
        """What the action returned: the id of a new thing."""
        self.body.addWidget(self.form)

    def showEvent(self, event: QShowEvent) -> None:
        """Once its fields are dressed they are higher than they said before."""
        super().showEvent(event)
        QTimer.singleShot(0, self, self.fit)

    def do(self, action: Callable[..., Any], *args: Any, said: str) -> bool:
        """Change the desk; False leaves the dialog open with the reason at its field, or beside the buttons."""
        self.form.show_problems({})
        self.say_problem("")
        try:
            self.result_id = self.workplace.desk.do(action, *args)
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
