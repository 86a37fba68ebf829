"""Rhythm and rules of a program: who it is for, how often, how long, and when a pair slips, with a preview."""

from dataclasses import replace

from PySide6.QtCore import QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from mentordesk.domain.errors import FieldError, UserError
from mentordesk.domain.health import Health
from mentordesk.domain.programs import RHYTHMS, Format, ProgramForm, Thresholds, rhythm_word
from mentordesk.domain.wording import counted
from mentordesk.ui import theme
from mentordesk.ui.programs.reading import ProgramSheet, preview
from mentordesk.ui.programs.threshold_fields import ThresholdFields
from mentordesk.ui.widgets.drop_down import DropDown
from mentordesk.ui.widgets.form import Form
from mentordesk.ui.widgets.health import HealthCounts
from mentordesk.ui.widgets.label import button, card, label, row
from mentordesk.ui.widgets.number_field import NumberField
from mentordesk.ui.widgets.page_body import PageBody
from mentordesk.ui.workplace import Workplace

BESIDE_FROM = 720
_OBJECTIVES = 5
"""Lines of objectives in sight."""


class RhythmTab(PageBody):
    """Changes wait for Save, one step of history; the preview says what they would do."""

    def __init__(self, workplace: Workplace, parent: QWidget | None = None) -> None:
        super().__init__(margin=0, gap=12, parent=parent)
        self._workplace = workplace
        self._sheet: ProgramSheet | None = None
        self.name, self.sponsor, self.lead = QLineEdit(), QLineEdit(), QLineEdit()
        self.format = DropDown([(format_, format_.word) for format_ in Format])
        self.objective = QPlainTextEdit()
        self.objective.setTabChangesFocus(True)
        self.objective.setFixedHeight(theme.current().line() * _OBJECTIVES + 18)
        self.rhythm = DropDown()
        self.length = NumberField(1, 120, " months")
        self.facts, self.thresholds = Form(), ThresholdFields()
        self.told = label("", "strong", wrap=True)
        self.counts = HealthCounts()
        self.save = button("Save changes", "primary", on_click=self.save_changes)
        self.undo = button("Take back", on_click=self._take_back)
        self.defaults = button("Back to the usual thresholds", "link", on_click=self._usual)
        self._wait = QTimer(self)
        self._wait.setSingleShot(True)
        self._wait.setInterval(150)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        self.facts.add("name", "Name", self.name)
        self.facts.add_row(("format", "Format", self.format), ("length_months", "Length", self.length))
        self.facts.add_row(("rhythm_days", "Rhythm of contact", self.rhythm), ("lead", "Lead", self.lead))
        self.facts.add("sponsor", "Sponsor", self.sponsor)
        self.facts.add("objective", "Objective", self.objective)
        self._sides = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._sides.setSpacing(12)
        self._sides.addWidget(_card("Program", self.facts), 1)
        self._sides.addWidget(_card("When a pair slips", self.thresholds, self.defaults), 1)
        foot = card()
        inside = QVBoxLayout(foot)
        inside.setContentsMargins(16, 10, 16, 10)
        words = QVBoxLayout()
        words.addWidget(self.told)
        words.addWidget(self.counts)
        line = row(gap=8)
        line.addLayout(words, 1)
        line.addWidget(self.undo)
        line.addWidget(self.save)
        inside.addLayout(line)
        self.column.setContentsMargins(0, 12, 0, 0)
        self.column.addWidget(foot)
        self.column.addLayout(self._sides)
        self.column.addStretch(1)

    def _connect(self) -> None:
        for text in (self.name, self.sponsor, self.lead):
            text.textEdited.connect(lambda _text: self._on_changed())
        self.objective.textChanged.connect(self._on_changed)
        self.format.chosen.connect(lambda _format: self._on_changed())
        self.length.valueChanged.connect(lambda _months: self._on_changed())
        self.rhythm.chosen.connect(self._on_rhythm)
        self.thresholds.changed.connect(self._on_changed)
        self._wait.timeout.connect(self._ask_preview)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        sides = QBoxLayout.Direction
        beside = self.viewport().width() >= theme.current().wide(BESIDE_FROM)
        self._sides.setDirection(sides.LeftToRight if beside else sides.TopToBottom)

    # Showing

    def show_sheet(self, sheet: ProgramSheet) -> None:
        """Shows another program, or the same one newly read; what is typed and not saved stays."""
        same = self._sheet is not None and self._sheet.row.id == sheet.row.id
        typed = same and self.is_changed()
        self._sheet = sheet
        if not typed:
            self._fill(sheet)
        self._on_changed()

    def _fill(self, sheet: ProgramSheet) -> None:
        it = sheet.form
        self._sheet = None
        for field, text in ((self.name, it.name), (self.sponsor, it.sponsor), (self.lead, it.lead)):
            field.setText(text)
            field.setCursorPosition(0)
        self.objective.setPlainText(it.objective)
        self.format.choose(it.format)
        rhythms = sorted({*RHYTHMS, it.rhythm_days})
        self.rhythm.set_choices([(days, rhythm_word(days).capitalize()) for days in rhythms])
        self.rhythm.choose(it.rhythm_days)
        self.length.setValue(it.length_months)
        self.thresholds.show_thresholds(it.thresholds, it.rhythm_days)
        self._sheet = sheet
        self.format.setEnabled(not sheet.cohorts)
        self.format.setToolTip("The program has cohorts, so its format stays" if sheet.cohorts else "")
        self.facts.show_problems({})
        if self._workplace.read_only:
            self.facts.setEnabled(False)
            self.thresholds.setEnabled(False)

    def form(self) -> ProgramForm | None:
        """The program as it stands in the fields; None before one is shown."""
        if self._sheet is None:
            return None
        return replace(
            self._sheet.form,
            name=self.name.text(),
            format=self.format.choice(),
            objective=self.objective.toPlainText(),
            sponsor=self.sponsor.text(),
            lead=self.lead.text(),
            rhythm_days=self.rhythm.choice(),
            length_months=self.length.value(),
            thresholds=self.thresholds.thresholds(),
        )

    def is_changed(self) -> bool:
        """Whether something is typed and not saved."""
        return self._sheet is not None and self.form() != self._sheet.form

    # Changes

    def _on_rhythm(self, days: int) -> None:
        self.thresholds.set_rhythm(days)
        self._on_changed()

    def _usual(self) -> None:
        self.thresholds.show_thresholds(Thresholds(), self.rhythm.choice())
        self._on_changed()

    def _take_back(self) -> None:
        if self._sheet is not None:
            self._fill(self._sheet)
            self._on_changed()

    def _on_changed(self) -> None:
        if self._sheet is None:
            return
        changed = self.is_changed()
        field, sentence = self.thresholds.problem()
        self.thresholds.show_problems({field: sentence} if field and not self._typing() else {})
        for each in (self.save, self.undo):
            each.setEnabled(changed and not self._workplace.read_only)
            reason = "This desk is open to read only" if self._workplace.read_only else "Nothing has changed"
            each.setToolTip("" if each.isEnabled() else reason)
        self.defaults.setVisible(bool(self.thresholds.thresholds().changed()) and not self._workplace.read_only)
        self._show_health(self._sheet.health, changed=False)
        if changed:
            self._wait.start()

    def _typing(self) -> bool:
        """A number half typed is no fault yet."""
        return any(field.hasFocus() for field in self.thresholds.findChildren(NumberField))

    def _ask_preview(self) -> None:
        form = self.form()
        if self._sheet is not None and form is not None:
            shown = self._show_preview
            self._workplace.read(self, preview, self._sheet.row.id, form, then=shown, slot="preview")

    def _show_preview(self, health: dict[Health, int]) -> None:
        if self.is_changed():
            self._show_health(health, changed=True)

    def _show_health(self, health: dict[Health, int], *, changed: bool) -> None:
        risk = health[Health.AT_RISK]
        are = "is" if risk == 1 else "are"
        pairs = f"{counted(risk, 'pair')} {are}" if risk else "no pair is"
        words = f"With these rules {pairs} at risk"
        was = self._sheet.health[Health.AT_RISK] if self._sheet else risk
        self.told.setText(f"{words}, now {was}." if changed and was != risk else f"{words}.")
        if not sum(health.values()):
            self.told.setText("No pair of this program is active, so nothing changes now.")
        self.counts.set_counts(tuple((each.value, health[each]) for each in Health))

    def save_changes(self) -> None:
        """Save: one step of history; a fault is shown at its field."""
        from mentordesk.services.programs import programs

        form = self.form()
        field, sentence = self.thresholds.problem()
        if self._sheet is None or form is None or field:
            self.thresholds.show_problems({field: sentence})
            return
        self.facts.show_problems({})
        try:
            self._workplace.desk.do(programs.save, self._sheet.row.id, form)
        except UserError as error:
            if not (isinstance(error, FieldError) and self.facts.show_error(error)):
                self._workplace.failed.emit(error)
            return
        self._sheet = replace(self._sheet, form=form)
        self._on_changed()
        self._workplace.say(f"{form.name.strip()} changed", undo=True)


def _card(title: str, content: QWidget, more: QWidget | None = None) -> QFrame:
    made = card()
    inside = QVBoxLayout(made)
    inside.setContentsMargins(16, 12, 16, 14)
    inside.setSpacing(8)
    inside.addLayout(row(label(title, "section"), None, *([more] if more else [])))
    inside.addWidget(content)
    inside.addStretch(1)
    return made
