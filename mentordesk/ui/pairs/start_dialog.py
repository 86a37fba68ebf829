"""Since when two people are a pair: a day, a month or only a year. Knows no rule."""

from PySide6.QtWidgets import QWidget

from mentordesk.domain.pairs import PairRow
from mentordesk.ui.desk_dialog import DeskDialog
from mentordesk.ui.widgets.since_field import SinceField
from mentordesk.ui.workplace import Workplace

SINCE_HINT = "A day, a month or a year: 9 June 2001, June 2001 or 2001"


class StartDialog(DeskDialog):
    """Corrects the start of a pair that has begun; its milestones stay where they are."""

    def __init__(self, workplace: Workplace, parent: QWidget | None, pair: PairRow) -> None:
        from mentordesk.services.pairs import pairs

        super().__init__(workplace, parent, f"Since when are {pair.short} a pair?")
        self._pair = pair
        self.since = SinceField(workplace.today)
        found = workplace.desk.read(pairs.detail, pair.id)
        self.since.set_since(found.row.started_on, found.started_precision)
        self.form.add("started_on", "Together since", self.since, SINCE_HINT)
        self.since.setFocus()

    def commit(self) -> bool:
        """Notes the start."""
        from mentordesk.services.pairs import pair_start

        if self.since.problem():
            self.form.show_problems({"started_on": self.since.problem()})
            return False
        values = self._pair.id, self.since.value(), self.since.precision()
        return self.do(pair_start.change, *values, said=f"The start of {self._pair.short} is changed")
