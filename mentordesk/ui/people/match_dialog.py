"""In which of their cohorts somebody is to be matched. Changes nothing."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from mentordesk.domain.pair_listing import OpenCohort
from mentordesk.domain.people import first_name
from mentordesk.ui.widgets.dialog import Dialog
from mentordesk.ui.widgets.drop_down import DropDown
from mentordesk.ui.widgets.form import Form


class MatchDialog(Dialog):
    """The cohorts that are not over, the newest first."""

    def __init__(self, cohorts: Sequence[OpenCohort], name: str, parent: QWidget | None) -> None:
        super().__init__(f"Find a match for {name}", parent, primary="Open Matching")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.cohort = DropDown([(cohort.id, cohort.name) for cohort in cohorts], "Cohort")
        form = Form()
        form.add("cohort_id", "Cohort", self.cohort, f"{first_name(name)} is in {len(cohorts)} that are not over")
        self.body.addWidget(form)
        self.cohort.setFocus()
