"""What is wrong with one of the fields that stand beside each other: a sentence below all, the mark at the field."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from mentordesk.ui.pairs.health_box import HealthShape
from mentordesk.ui.widgets.label import restyle


class ProblemLine(QWidget):
    """The fields are given by the names they have in a form."""

    def __init__(self, **fields: QWidget) -> None:
        super().__init__()
        self._fields = fields
        self._sentence = QLabel()
        self._sentence.setTextFormat(Qt.TextFormat.PlainText)
        self._sentence.setProperty("problem", True)
        self._sentence.setWordWrap(True)
        inside = QHBoxLayout(self)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(6)
        inside.addWidget(_diamond(), 0, Qt.AlignmentFlag.AlignTop)
        inside.addWidget(self._sentence, 1)
        self.hide()

    def show_problem(self, field: str, sentence: str) -> None:
        """Marks the field and goes to it; one that is not here is said without a mark."""
        self.clear()
        self._sentence.setText(sentence)
        self.show()
        if field in self._fields:
            self._mark(self._fields[field], sentence)
            self._fields[field].setFocus(Qt.FocusReason.OtherFocusReason)

    def clear(self) -> None:
        """All is well."""
        self.hide()
        self._sentence.clear()
        for field in self._fields.values():
            self._mark(field, "")

    def problem(self) -> str:
        """The sentence; empty if all is well."""
        return self._sentence.text()

    def _mark(self, field: QWidget, sentence: str) -> None:
        if bool(field.property("wrong")) != bool(sentence):
            field.setProperty("wrong", bool(sentence))
            restyle(field)
        field.setAccessibleDescription(sentence)


def _diamond() -> HealthShape:
    """The mark of an error; the sentence beside it says all."""
    made = HealthShape("at_risk")
    made.setToolTip("")
    made.setAccessibleName("")
    return made
