"""Where the people of a file go: a cohort and a role, or only into the directory. Knows no file."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout

from mentordesk.domain.cohorts import Role
from mentordesk.domain.programs import Format
from mentordesk.ui.imports.draft import Draft
from mentordesk.ui.imports.reading import TargetCohort
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
        self._role_said = ""
        self.cohort = DropDown(name="Cohort")
        self.role = DropDown(_MENTORING, "Role")
        for field in (self.cohort, self.role):
            field.setSizeAdjustPolicy(DropDown.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.new_cohort = button("New cohort…", "link", "plus", self.new_cohort_asked.emit)
        self.form = Form()
        self.form.add("cohort", "Enroll everybody in", self.cohort)
        self.form.add("role", "As", self.role, "For rows that do not say their own role")
        self.said = label("", "caption", "text2", wrap=True)
        self.said.hide()
        inside = QVBoxLayout(self)
        inside.setContentsMargins(16, 12, 16, 14)
        inside.setSpacing(10)
        inside.addLayout(row(label("Where they go", "section"), None, self.new_cohort))
        inside.addWidget(self.form)
        inside.addWidget(self.said)
        self.cohort.chosen.connect(self._on_cohort)
        self.role.chosen.connect(self._on_role)
        self.set_cohorts(())

    def set_cohorts(self, cohorts: tuple[TargetCohort, ...]) -> None:
        """The cohorts of the desk; the chosen one stays if it is still there."""
        self._formats = {cohort.id: cohort.format for cohort in cohorts}
        none = (None, "No cohort: only add them to People")
        self.cohort.set_choices([none, *((cohort.id, cohort.name) for cohort in cohorts)])
        self._fit_role()

    def show_draft(self, draft: Draft) -> None:
        """Where the people of a draft go; the role that its file speaks of is taken unless there is one."""
        self._role_said = draft.role_said
        self.cohort.choose(draft.cohort_id)
        self._fit_role()
        self.role.choose(draft.roles or self._roles_said())
        self._tell()

    def take_cohort(self, cohort_id: int) -> None:
        """A cohort that was made for this file."""
        self.cohort.choose(cohort_id)
        self._fit_role()
        self.role.choose(self._roles_said())
        self._tell()

    def known_cohorts(self) -> set[int]:
        """The cohorts that can be chosen."""
        return {self.cohort.itemData(at) for at in range(self.cohort.count())} - {None}

    def _roles_said(self) -> tuple[Role, ...]:
        return (Role(self._role_said),) if self._role_said in set(Role) else ()

    def _tell(self) -> None:
        taken = bool(self._role_said) and self.roles() == self._roles_said()
        self.said.setText(f"The headings or the name of the file speak of {self._role_said}s")
        self.said.setVisible(taken)

    def cohort_id(self) -> int | None:
        found: int | None = self.cohort.choice()
        return found

    def roles(self) -> tuple[Role, ...]:
        """The role of rows that say none; empty where each row must say it."""
        found: tuple[Role, ...] = self.role.choice()
        return found if self.cohort_id() is not None else ()

    def _on_cohort(self, _key: object) -> None:
        self._fit_role()
        if not self.role.choice():
            self.role.choose(self._roles_said())
        self._tell()
        self.changed.emit()

    def _on_role(self, _key: object) -> None:
        self._tell()
        self.changed.emit()

    def _fit_role(self) -> None:
        peers = self._formats.get(self.cohort_id() or 0) is Format.PEER
        self.role.set_choices(_PEERS if peers else _MENTORING)
        self.role.setEnabled(self.cohort_id() is not None)
        self.role.setToolTip("" if self.role.isEnabled() else "Roles belong to a cohort: choose one first")
