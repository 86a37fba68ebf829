"""Fields with their labels above and their errors below. Knows no field's meaning."""

from collections.abc import Mapping

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from mentordesk.domain.errors import FieldError
from mentordesk.ui import theme
from mentordesk.ui.widgets import painting
from mentordesk.ui.widgets.label import label, restyle


class _Diamond(QWidget):
    """The mark of an error: a shape beside the color."""

    def __init__(self) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(10, 14)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        try:
            painting.shape(painter, QRectF(0, 2, 10, 10), "diamond", theme.current().color("risk"))
        finally:
            painter.end()


class FieldBox(QWidget):
    """A label (the field's buddy), the field, and the sentence of its error."""

    def __init__(self, title: str, field: QWidget, hint: str = "") -> None:
        super().__init__()
        self.field = field
        self._title = QLabel(title)
        self._title.setTextFormat(Qt.TextFormat.PlainText)
        self._title.setProperty("label", True)
        self._title.setBuddy(field)
        if not field.accessibleName():
            field.setAccessibleName(_spoken(title))
        self._hint = label(hint, "caption", "text3", wrap=True)
        self._hint.setVisible(bool(hint))
        self._problem = QLabel()
        self._problem.setTextFormat(Qt.TextFormat.PlainText)
        self._problem.setProperty("problem", True)
        self._problem.setWordWrap(True)
        self._below = QWidget()
        sentence = QHBoxLayout(self._below)
        sentence.setContentsMargins(0, 1, 0, 0)
        sentence.setSpacing(6)
        sentence.addWidget(_Diamond(), 0, Qt.AlignmentFlag.AlignTop)
        sentence.addWidget(self._problem, 1)
        self._below.hide()
        inside = QVBoxLayout(self)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(3)
        if title:
            inside.addWidget(self._title)
        inside.addWidget(field)
        inside.addWidget(self._hint)
        inside.addWidget(self._below)
        inside.addStretch(1)

    def set_title(self, title: str) -> None:
        """Another label."""
        self._title.setText(title)
        self.field.setAccessibleName(_spoken(title))

    def set_hint(self, hint: str) -> None:
        """Another sentence below the field; empty for none."""
        self._hint.setText(hint)
        self._hint.setVisible(bool(hint))

    def show_problem(self, sentence: str) -> None:
        """Marks the field and says why; an empty sentence takes it back."""
        self.field.setProperty("wrong", bool(sentence))
        restyle(self.field)
        self._problem.setText(sentence)
        self._below.setVisible(bool(sentence))
        self.field.setAccessibleDescription(sentence)

    def problem(self) -> str:
        """The sentence below the field; empty if all is well."""
        return self._problem.text()


def literal(title: str) -> str:
    """A title that somebody typed, such as R&D: the label of a field takes a single & for its key."""
    return title.replace("&", "&&")


def _spoken(title: str) -> str:
    return "&".join(part.replace("&", "") for part in title.split("&&"))


class Form(QWidget):
    """Rows of fields. A row has one field or several beside each other."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._boxes: dict[str, FieldBox] = {}
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(10)

    def add(self, name: str, title: str, field: QWidget, hint: str = "") -> FieldBox:
        """One field over the whole width; `name` is the attribute of the form it is read into."""
        box = self._box(name, title, field, hint)
        self._rows.addWidget(box)
        return box

    def add_row(self, *fields: tuple[str, str, QWidget], shares: tuple[int, ...] = ()) -> list[FieldBox]:
        """Several (name, title, field) beside each other; `shares` divides the width, evenly if empty."""
        line = QGridLayout()
        line.setHorizontalSpacing(12)
        boxes = [self._box(name, title, field, "") for name, title, field in fields]
        for place, box in enumerate(boxes):
            line.addWidget(box, 0, place)
            line.setColumnStretch(place, shares[place] if shares else 1)
        self._rows.addLayout(line)
        return boxes

    def add_part(self, widget: QWidget) -> QWidget:
        """A divider, a title, a notice: anything that is no field."""
        self._rows.addWidget(widget)
        return widget

    def _box(self, name: str, title: str, field: QWidget, hint: str) -> FieldBox:
        box = FieldBox(title, field, hint)
        self._boxes[name] = box
        return box

    def box(self, name: str) -> FieldBox:
        """The field's box by name."""
        return self._boxes[name]

    def show_problems(self, problems: Mapping[str, str]) -> None:
        """Shows these sentences at their fields, takes back all others, and goes to the first field that has one."""
        for name, box in self._boxes.items():
            box.show_problem(problems.get(name, ""))
        first = next((box for name, box in self._boxes.items() if problems.get(name)), None)
        if first is not None:
            first.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_error(self, error: FieldError) -> bool:
        """Shows the error at its field; False if this form has no such field."""
        if error.field not in self._boxes:
            return False
        self.show_problems({error.field: str(error)})
        return True
