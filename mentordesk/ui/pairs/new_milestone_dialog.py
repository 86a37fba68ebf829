"""A milestone of a pair that is not in the plan, added by hand."""

from PySide6.QtWidgets import QLineEdit, QWidget

from mentordesk.domain.milestones import MilestoneForm
from mentordesk.domain.people import first_name
from mentordesk.domain.programs import Format, StepOwner
from mentordesk.ui.desk_dialog import DeskDialog
from mentordesk.ui.pairs.reading import PairSheet
from mentordesk.ui.widgets.date_field import DateField
from mentordesk.ui.widgets.drop_down import DropDown
from mentordesk.ui.workplace import Workplace


class NewMilestoneDialog(DeskDialog):
    """A milestone that is not in the plan."""

    def __init__(self, workplace: Workplace, parent: QWidget, sheet: PairSheet) -> None:
        super().__init__(workplace, parent, f"New milestone for {sheet.row.short}", primary="Add the milestone")
        self._pair_id = sheet.row.id
        self.milestone = QLineEdit()
        self.due_on = DateField(workplace.today, workplace.today())
        self.owner = DropDown(_owners(sheet))
        self.form.add("title", "Milestone", self.milestone)
        self.form.add_row(("due_on", "Due", self.due_on), ("owner", "Who does it", self.owner))
        self.milestone.setFocus()

    def commit(self) -> bool:
        """Adds it."""
        from mentordesk.services.pairs import milestones

        due_on = self.due_on.value()
        if due_on is None:
            self.form.show_problems({"due_on": self.due_on.problem() or "Say until when."})
            return False
        form = MilestoneForm(self._pair_id, self.milestone.text(), due_on, self.owner.choice())
        return self.do(milestones.add, form, said="Milestone added")


def _owners(sheet: PairSheet) -> list[tuple[StepOwner, str]]:
    both = [(StepOwner.BOTH, "Both")]
    if sheet.row.format is not Format.PEER:
        both += [
            (StepOwner.MENTOR, first_name(sheet.row.left)),
            (StepOwner.MENTEE, first_name(sheet.row.right)),
        ]
    return [*both, (StepOwner.COORDINATOR, "Coordinator")]
