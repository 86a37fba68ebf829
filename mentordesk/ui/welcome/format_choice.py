"""Which of the four formats a first program has: a radio button each, with who is paired and for how long."""

from PySide6.QtWidgets import QButtonGroup, QRadioButton, QVBoxLayout, QWidget

from mentordesk.domain.programs import Format
from mentordesk.domain.templates import Template
from mentordesk.ui.widgets.label import label

_WHO = {
    Format.TRADITIONAL: "Senior guides junior",
    Format.REVERSE: "Junior mentors a senior leader",
    Format.PEER: "Two colleagues at the same level",
    Format.CROSS_COMPANY: "People of two companies",
}


class FormatChoice(QWidget):
    """The first template is chosen at the beginning."""

    def __init__(self, templates: tuple[Template, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._templates = templates
        self._group = QButtonGroup(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for number, template in enumerate(templates):
            radio = QRadioButton(template.format.word)
            words = f"{_WHO[template.format]}, {template.form.length_months} months"
            radio.setProperty("strong", True)
            radio.setAccessibleDescription(words)
            radio.setToolTip(template.words)
            caption = label(words, "caption")
            caption.setContentsMargins(23, 0, 0, 5)
            self._group.addButton(radio, number)
            column.addWidget(radio)
            column.addWidget(caption)
        self._group.button(0).setChecked(True)

    def template(self) -> Template:
        """The template of the chosen format."""
        return self._templates[self._group.checkedId()]

    def choose(self, format_: Format) -> None:
        numbers = [number for number, template in enumerate(self._templates) if template.format is format_]
        self._group.button(numbers[0]).setChecked(True)
