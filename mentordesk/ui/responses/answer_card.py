"""One response: what is wrong with it or what it changes, and every way on. Changes nothing by itself."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from mentordesk.domain.responses import PairChoice, ResponseProblem, ResponseRow, ResponseState
from mentordesk.ui.responses import wording
from mentordesk.ui.responses.mend_field import MendField
from mentordesk.ui.widgets.elided_label import ElidedLabel
from mentordesk.ui.widgets.label import button, label, row
from mentordesk.ui.widgets.picker import Picker
from mentordesk.ui.widgets.suggestions import Choice

_MOST_CHANGES, _MOST_NEAR = 5, 3


class AnswerCard(QFrame):
    """Says what a person may decide: whose the response is, a text in the place of a cell, taken or left out."""

    assigned = Signal(int, object)
    """The response and a PairChoice."""
    typed = Signal(int, str, str)
    """The response, a field, a text."""
    taken = Signal(int)
    """Take a duplicate all the same."""
    left_out = Signal(int, bool)
    restored = Signal(int)
    """Everything decided about it is taken back."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("card", "sunken")
        self.setProperty("region", True)
        self.setAccessibleName("The answer that is selected")
        self.row: ResponseRow | None = None
        self.title = ElidedLabel("", "small_title")
        self._inside = QVBoxLayout(self)
        self._inside.setContentsMargins(14, 10, 14, 10)
        self._inside.setSpacing(6)
        self._inside.addWidget(self.title)
        self._parts: list[QWidget] = []

    def show_row(self, row: ResponseRow | None, every: Sequence[PairChoice], decided: bool) -> None:
        """Show a response; `every` are all pairs it could be of, `decided` that something was said about it."""
        self.row = row
        for part in self._parts:
            part.hide()
            self._inside.removeWidget(part)
            part.deleteLater()
        self._parts = []
        if row is None:
            self.title.setText("Select an answer to see what it says and what can be done about it")
            return
        self.title.setText(wording.heading(row))
        if row.note:
            self._add(label(row.note, "body", "text2", wrap=True))
        if row.state is not ResponseState.LEFT_OUT:
            self._add_problems(row, every)
        for change in row.changes[:_MOST_CHANGES]:
            self._add(label(f"{change.field}: {wording.changed(change.before, change.after)}", wrap=True))
        if len(row.changes) > _MOST_CHANGES:
            self._add(label(f"and {len(row.changes) - _MOST_CHANGES} more fields", "caption", "text2"))
        self._add(self._ways(row, decided))

    def _add(self, widget: QWidget) -> None:
        self._parts.append(widget)
        self._inside.addWidget(widget)

    def _add_problems(self, row: ResponseRow, every: Sequence[PairChoice]) -> None:
        for problem in row.problems:
            self._add(label(problem.sentence, "body", "risk", wrap=True))
            if problem.field == "pair":
                self._add_choices(row, every)
            else:
                self._add(self._mend(row, problem))

    def _mend(self, row: ResponseRow, problem: ResponseProblem) -> QWidget:
        field = MendField(row, problem)
        field.mended.connect(lambda text: self.typed.emit(row.id, problem.field, text))
        return field

    def _add_choices(self, row: ResponseRow, every: Sequence[PairChoice]) -> None:
        """The nearest as buttons, all others in a field to search."""
        near = row.choices[:_MOST_NEAR]
        for choice in near:
            self._add(self._beside(button(f"It is {choice.name}", small=True, on_click=self._assign(row.id, choice))))
        picker = Picker("Search all pairs by name")
        picker.set_choices([Choice(at, choice.name) for at, choice in enumerate(every)])
        picker.setAccessibleName("Whose answer it is")
        picker.changed.connect(lambda at: self._on_picked(row.id, at, every))
        self._add(picker)

    def _on_picked(self, row_id: int, at: int | None, every: Sequence[PairChoice]) -> None:
        if at is not None:
            self.assigned.emit(row_id, every[at])

    def _assign(self, row_id: int, choice: PairChoice) -> Callable[[], None]:
        return lambda: self.assigned.emit(row_id, choice)

    def _ways(self, row: ResponseRow, decided: bool) -> QWidget:
        """Leave out, take all the same, take back what was decided."""
        parts: list[QWidget] = []
        if row.state is ResponseState.LEFT_OUT:
            parts.append(button("Take it in again", small=True, on_click=lambda: self.left_out.emit(row.id, False)))
        elif row.state is ResponseState.DUPLICATE:
            if row.can_take:
                parts.append(button("Take it all the same", small=True, on_click=lambda: self.taken.emit(row.id)))
        else:
            parts.append(button("Leave it out", small=True, on_click=lambda: self.left_out.emit(row.id, True)))
            if decided:
                parts.append(button("As it was in the file", "link", on_click=lambda: self.restored.emit(row.id)))
        return self._beside(*parts)

    def _beside(self, *parts: QWidget) -> QWidget:
        made = QWidget()
        made.setLayout(row(*parts, None))
        return made

    def focus_first(self) -> None:
        """The keyboard goes to the first way on."""
        for part in self._parts:
            for child in (part, *part.findChildren(QWidget)):
                if child.focusPolicy() & Qt.FocusPolicy.TabFocus and child.isEnabled():
                    child.setFocus(Qt.FocusReason.TabFocusReason)
                    return
