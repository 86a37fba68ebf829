"""A field in which a wrong value of a response is mended: a list where only some words can stand, else a line."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from mentordesk.domain.responses import ResponseProblem, ResponseRow
from mentordesk.exchange.responses.meaning import OPTIONS, TITLES
from mentordesk.ui import theme
from mentordesk.ui.widgets.drop_down import DropDown
from mentordesk.ui.widgets.label import button, label, row

_WIDE = 190


class MendField(QWidget):
    """Emits `mended` with the text that is to stand in the place of the cell."""

    mended = Signal(str)

    def __init__(self, response: ResponseRow, problem: ResponseProblem) -> None:
        super().__init__()
        title = TITLES.get(problem.field, "Answer")
        now = dict(response.texts).get(problem.field, "")
        parts: list[QWidget | None] = [label(title, "caption", "text2")]
        options = self._options(response, problem)
        self.line: QLineEdit | None = None
        self.choice: DropDown | None = None
        if options:
            self.choice = DropDown([("", "Choose…"), *((option, option) for option in options)], title)
            self.choice.choose(problem.proposal if problem.proposal in options else "")
            self.choice.chosen.connect(self._on_chosen)
            parts.append(self.choice)
        else:
            self.line = QLineEdit(now)
            self.line.setAccessibleName(title)
            self.line.setMinimumWidth(theme.current().wide(_WIDE))
            self.line.returnPressed.connect(self._on_entered)
            parts.append(self.line)
            parts.append(button("Change", small=True, on_click=self._on_entered))
        if problem.proposal:
            text = problem.proposal
            parts.append(button(f"Use {text}", "tonal", small=True, on_click=lambda: self.mended.emit(text)))
        self.setLayout(row(*parts, None))

    def _options(self, response: ResponseRow, problem: ResponseProblem) -> tuple[str, ...]:
        if problem.field == "giver":
            return tuple(name for name in response.pair.split(" & ") if name)
        if problem.field.startswith("own:"):
            return OPTIONS["trust"]
        return OPTIONS.get(problem.field, ())

    def _on_chosen(self, text: str) -> None:
        if text:
            self.mended.emit(text)

    def _on_entered(self) -> None:
        if self.line is not None and self.line.text().strip():
            self.mended.emit(self.line.text().strip())
