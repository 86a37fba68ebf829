"""Enroll chosen people in a cohort that is not over: the role, the number of places."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from mentordesk.domain.cohorts import MOST_PLACES, EnrollmentForm, Role, roles_of
from mentordesk.domain.pair_listing import OpenCohort
from mentordesk.domain.people import PersonRow
from mentordesk.ui.desk_dialog import DeskDialog
from mentordesk.ui.widgets.drop_down import DropDown
from mentordesk.ui.widgets.label import label
from mentordesk.ui.widgets.number_field import NumberField
from mentordesk.ui.workplace import Workplace


class EnrollChosenDialog(DeskDialog):
    """All of them get the same role and places, in one step."""

    def __init__(self, workplace: Workplace, parent: QWidget | None, rows: Sequence[PersonRow]) -> None:
        from mentordesk.services.pairs import pair_listing

        self._said = rows[0].name if len(rows) == 1 else f"{len(rows)} people"
        super().__init__(workplace, parent, f"Enroll {self._said}", primary="Enroll")
        self._rows = rows
        found = workplace.desk.read(pair_listing.cohorts)
        self._cohorts: dict[int, OpenCohort] = {cohort.id: cohort for cohort in found}
        self.cohort = DropDown([(cohort.id, cohort.name) for cohort in found])
        self.role = DropDown()
        self.places = NumberField(1, MOST_PLACES)
        self.form.add("cohort_id", "Cohort", self.cohort)
        self.form.add_row(("role", "Role", self.role), ("capacity", "Pairs at once", self.places), shares=(3, 2))
        self.cohort.chosen.connect(self._offer_roles)
        if found:
            in_scope = workplace.scope.cohort_id in self._cohorts
            self.cohort.choose(workplace.scope.cohort_id if in_scope else found[0].id)
            self._offer_roles(self.cohort.choice())
            self.role.choose(Role.MENTOR if all(row.can_mentor for row in rows) else self.role.choice())
        else:
            self.form.hide()
            sentence = "No cohort is running or in preparation. Make one on the Cohorts page first."
            self.body.addWidget(label(sentence, "body", "text2", wrap=True))
            self.primary.setEnabled(False)
            self.primary.setToolTip("There is no cohort to enroll in")

    def _offer_roles(self, cohort_id: int) -> None:
        """Only the roles that the program's format knows."""
        before, offered = self.role.choice(), roles_of(self._cohorts[cohort_id].format)
        self.role.set_choices([(role, role.word) for role in offered])
        self.role.choose(before if before in offered else offered[-1])  # mentees are waited for most often

    def commit(self) -> bool:
        """Enrolls them, accepted."""
        from mentordesk.services.programs import cohorts

        cohort = self._cohorts[self.cohort.choice()]
        role, places = self.role.choice(), self.places.value()
        forms = [EnrollmentForm(cohort.id, row.id, role, places) for row in self._rows]
        return self.do(cohorts.enroll, forms, said=f"{self._said} enrolled in {cohort.name}")
