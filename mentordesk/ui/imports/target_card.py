"""Where the people of a file go: a cohort and a role, or only into the directory. Knows no file."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout

from mentordesk.domain.cohorts import Role
from mentordesk.domain.programs import Format
from mentordesk.ui.imports.reading import CohortChoice
from mentordesk.ui.widgets.drop_down import DropDown
from mentordesk.ui.widgets.form import Form
from mentordesk.ui.widgets.label import button, label, row

_MENTORING: list[tuple[tuple[Role, ...], str]] = [
    ((), "As each row says"),
    ((Role.MENTOR,), "Mentor"),
    ((Role.MENTEE,), "Mentee"),
    ((Role.MENTOR, Role.MENTEE), "Both mentor and mentee"),
]
_PEERS: list[tuple[tuple[Role, ...], str]] = [((Role.PEER,), "Peer")]


class TargetCard(QFrame):
    """Emits `changed` when the coordinator chooses another cohort or role."""

    changed = Signal()
    new_cohort_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("card", True)
        self.setProperty("region", True)
        self._formats: dict[int, Format] = {}
        self.cohort = DropDown(name="Cohort")
        self.role = DropDown(_MENTORING, "Role")
        for field in (self.cohort, self.role):
            field.setSizeAdjustPolicy(DropDown.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.new_cohort = button("New cohort…", "link", "plus", self.new_cohort_asked.emit)
        self.form = Form()
        self.form.add("cohort", "Enroll everybody in", self.cohort)
        self.form.add("role", "As", self.role, "For rows that do not say their own role")
        inside = QVBoxLayout(self)
        inside.setContentsMargins(16, 12, 16, 14)
        inside.setSpacing(10)
        inside.addLayout(row(label("Where they go", "section"), None, self.new_cohort))
        inside.addWidget(self.form)
        self.cohort.chosen.connect(self._on_cohort)
        self.role.chosen.connect(lambda _: self.changed.emit())
        self.set_cohorts(())

    def set_cohorts(self, cohorts: tuple[CohortChoice, ...]) -> None:
        """The cohorts of the desk; the chosen one stays if it is still there."""
        self._formats = {cohort.id: cohort.format for cohort in cohorts}
        none = (None, "No cohort: only add them to People")
        self.cohort.set_choices([none, *((cohort.id, cohort.name) for cohort in cohorts)])
        self._fit_role()

    def choose(self, cohort_id: int | None, roles: tuple[Role, ...]) -> None:
        """Show what a draft says."""
        self.cohort.choose(cohort_id)
        self._fit_role()
        self.role.choose(roles)

    def cohort_id(self) -> int | None:
        found: int | None = self.cohort.choice()
        return found

    def roles(self) -> tuple[Role, ...]:
        """The role of rows that say none; empty where each row must say it."""
        found: tuple[Role, ...] = self.role.choice()
        return found if self.cohort_id() is not None else ()

    def _on_cohort(self, _key: object) -> None:
        self._fit_role()
        self.changed.emit()

    def _fit_role(self) -> None:
        peers = self._formats.get(self.cohort_id() or 0) is Format.PEER
        self.role.set_choices(_PEERS if peers else _MENTORING)
        self.role.setEnabled(self.cohort_id() is not None)
        self.role.setToolTip("" if self.role.isEnabled() else "Roles belong to a cohort: choose one first")
