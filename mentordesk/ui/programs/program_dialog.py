"""A new program: its template first, then name, sponsor and lead. Plan, rules and questions come from the template."""

from dataclasses import replace

from PySide6.QtWidgets import QLineEdit, QWidget

from mentordesk.domain.programs import Format, rhythm_word
from mentordesk.domain.wording import counted
from mentordesk.ui.desk_dialog import DeskDialog
from mentordesk.ui.widgets.elided_label import ElidedLabel
from mentordesk.ui.widgets.label import label
from mentordesk.ui.widgets.segments import SegmentedControl
from mentordesk.ui.workplace import Workplace


class ProgramDialog(DeskDialog):
    """Choosing a template proposes its name until one is typed."""

    def __init__(self, workplace: Workplace, parent: QWidget | None, format_: Format | None = None) -> None:
        super().__init__(workplace, parent, "New program", primary="Make the program", width=600)
        from mentordesk.services.programs import templates

        self._templates = {it.format: it for it in templates.templates()}
        self._own_name = False
        choices = [(it.format, it.format.word, it.format.value) for it in self._templates.values()]
        self.template = SegmentedControl(choices, "Template", stretch=True)
        self.words = label("", "body", "text2", wrap=True)
        self.brings = ElidedLabel("", "caption", "text2")
        self.name, self.sponsor, self.lead = QLineEdit(), QLineEdit(), QLineEdit()
        self.form.add("format", "Template", self.template)
        self.form.add_part(self.words)
        self.form.add("name", "Name", self.name)
        sponsor = ("sponsor", "Sponsor (may be empty)", self.sponsor)
        self.form.add_row(sponsor, ("lead", "Lead (may be empty)", self.lead))
        self.body.addWidget(self.brings)
        self.template.choose(format_ or Format.TRADITIONAL)
        self.template.chosen.connect(lambda _format: self._propose())
        self.name.textEdited.connect(lambda _text: setattr(self, "_own_name", True))
        self._propose()
        self.template.setFocus()

    def _propose(self) -> None:
        it = self._templates[self.template.choice()]
        self.words.setText(it.words)
        if not self._own_name:
            self.name.setText(it.name)
            self.name.selectAll()
        rules = "ground rules and questions" if it.questions else "ground rules"
        parts = f"{counted(len(it.steps), 'milestone')}, contact {rhythm_word(it.form.rhythm_days)}"
        length = counted(it.form.length_months, "month")
        self.brings.setText(f"Brings a plan of {parts}, {length}, {rules}.")
        if self.isVisible():
            self.fit()

    def commit(self) -> bool:
        """Makes the program and shows it."""
        from mentordesk.services.programs import programs

        it = self._templates[self.template.choice()]
        form = replace(it.form, name=self.name.text(), sponsor=self.sponsor.text(), lead=self.lead.text())
        if not self.do(programs.create, form, it, said=f"{form.name.strip()} made"):
            return False
        self.workplace.go("programs", self.result_id, tab="plan")
        return True


def new_program(workplace: Workplace, parent: QWidget, format: Format | str | None = None) -> ProgramDialog:
    """Opens the dialog with the template of a format chosen."""
    dialog = ProgramDialog(workplace, parent, Format(format) if format is not None else None)
    dialog.open()
    return dialog
