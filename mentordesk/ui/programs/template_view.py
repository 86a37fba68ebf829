"""A template to look at before a program is made of it: who is paired, the plan on a line, the steps, the rules."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from mentordesk.domain.programs import StepRow, rhythm_word
from mentordesk.domain.templates import Template
from mentordesk.domain.wording import counted
from mentordesk.ui.programs.plan_line import PlanLine
from mentordesk.ui.widgets.label import button, card, label
from mentordesk.ui.widgets.page_body import PageBody
from mentordesk.ui.widgets.page_header import PageHeader


class TemplateView(QWidget):
    """Nothing in it can be changed; the button makes a program."""

    wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._template: Template | None = None
        self.header = PageHeader()
        self.make = button("New program from this", "primary", "plus", self._ask)
        self.header.add_action(self.make)
        self.words = label("", wrap=True)
        self.line = PlanLine()
        self.steps = label("", wrap=True)
        self.rules = label("", wrap=True)
        body = PageBody(margin=0)
        for title, content in (("Plan", self.line), ("Steps", self.steps), ("Ground rules", self.rules)):
            body.column.addWidget(_card(title, content))
        body.column.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(12)
        whole.addWidget(self.header)
        whole.addWidget(self.words)
        whole.addWidget(body, 1)

    def show_template(self, template: Template) -> None:
        """Shows another one."""
        self._template = template
        it = template.form
        self.header.set_title(f"{template.format.word} template")
        length = counted(it.length_months, "month")
        self.header.set_facts(f"Contact {rhythm_word(it.rhythm_days)}, for {length}")
        self.words.setText(template.words)
        steps = [
            StepRow(at, 0, step.title, step.days_after, step.owner, step.required)
            for at, step in enumerate(template.steps, 1)
        ]
        self.line.show_plan(steps, {})
        words = (f"{step.title}: {counted(step.days_after, 'day')} after the start, {_who(step)}" for step in steps)
        self.steps.setText("\n".join(words))
        self.rules.setText(it.ground_rules)

    def _ask(self) -> None:
        if self._template is not None:
            self.wanted.emit(self._template.format)


def _who(step: StepRow) -> str:
    return step.owner.word.lower() + ("" if step.required else ", optional")


def _card(title: str, content: QWidget) -> QFrame:
    made = card()
    inside = QVBoxLayout(made)
    inside.setContentsMargins(16, 12, 16, 14)
    inside.addWidget(label(title, "section"))
    inside.addWidget(content)
    return made
