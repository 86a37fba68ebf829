"""How many mentors and mentees of one company a cohort takes: two numbers, empty for no limit."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from mentordesk.domain.company_places import MOST_OF_A_COMPANY, CompanyPlaces
from mentordesk.ui.widgets.form import Form
from mentordesk.ui.widgets.label import label
from mentordesk.ui.widgets.number_field import NumberField

QUIET_MS = 900
"""A number is typed digit by digit: so long after the last one it is taken as meant."""
HOLDS = "Holds from now on. Whoever is in a cohort stays in it."
ACROSS = "So that no company fills the program alone."


class CompanyCard(QFrame):
    """Emits the numbers once they are typed."""

    changed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("card", True)
        self._places = CompanyPlaces()
        self.mentors, self.mentees = (NumberField(0, MOST_OF_A_COMPANY, empty="No limit") for _ in range(2))
        self.why = label(HOLDS, "caption", "text2", wrap=True)
        self.form = Form()
        self.form.add_row(
            ("mentors", "Most mentors of one company", self.mentors),
            ("mentees", "Most mentees of one company", self.mentees),
        )
        self._wait = QTimer(self)
        self._wait.setSingleShot(True)
        self._wait.setInterval(QUIET_MS)
        inside = QVBoxLayout(self)
        inside.setContentsMargins(16, 12, 16, 14)
        inside.setSpacing(8)
        inside.addWidget(label("Places per company", "section"))
        inside.addWidget(self.form)
        inside.addWidget(self.why)
        inside.addStretch(1)
        self._wait.timeout.connect(self.settle)
        for field in (self.mentors, self.mentees):
            field.valueChanged.connect(lambda _value: self._wait.start())
            field.editingFinished.connect(self.settle)

    def show_places(self, places: CompanyPlaces, *, cross_company: bool) -> None:
        """Shows the numbers without telling; one that is being typed stays."""
        self.why.setText(f"{ACROSS} {HOLDS}" if cross_company else HOLDS)
        if self._wait.isActive():
            return
        self._places = places
        for field, most in ((self.mentors, places.mentors), (self.mentees, places.mentees)):
            field.blockSignals(True)
            field.setValue(most or 0)
            field.blockSignals(False)

    def places(self) -> CompanyPlaces:
        """The numbers as the fields say."""
        return CompanyPlaces(self.mentors.value() or None, self.mentees.value() or None)

    def set_read_only(self, on: bool) -> None:
        for field in (self.mentors, self.mentees):
            field.setEnabled(not on)
            field.setToolTip("This desk is open to read only" if on else "")

    def settle(self) -> None:
        """Tells the numbers, if they are others than before."""
        self._wait.stop()
        places = self.places()
        if places != self._places:
            self._places = places
            self.changed.emit(places)
