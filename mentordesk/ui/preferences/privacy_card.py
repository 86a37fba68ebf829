"""What reports may tell of few people: the smallest group, which belongs to the desk. Knows no report."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from mentordesk.domain.small_groups import LEAST, MOST, USUAL
from mentordesk.ui.preferences.fields_card import READ_ONLY
from mentordesk.ui.preferences.lines import SettingLine, titled_card
from mentordesk.ui.widgets.drop_down import DropDown
from mentordesk.ui.workplace import Workplace

_CAPTION = "Averages of fewer people or answers are left out"
_MORE = (
    "Figures about fewer people, and what would let one compute them, show a dash with the reason: in breakdowns, "
    "check-ins and closing surveys. "
    f"{LEAST} to {MOST} people; {USUAL} is usual."
)


class PrivacyCard(QWidget):
    """One line; a choice applies at once and can be undone."""

    def __init__(self, workplace: Workplace) -> None:
        super().__init__()
        self._workplace = workplace
        self.smallest = DropDown([(size, f"{size} people") for size in range(LEAST, MOST + 1)], "Smallest group")
        self._shown = USUAL
        line = SettingLine("Smallest group in reports", _CAPTION, self.smallest)
        line.setToolTip(_MORE)
        self.smallest.setToolTip(READ_ONLY if workplace.read_only else _MORE)
        self.smallest.setEnabled(not workplace.read_only)
        inside = QVBoxLayout(self)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.addWidget(titled_card("Privacy", line))
        self.smallest.chosen.connect(self._on_chosen)

    def show_smallest(self, people: int) -> None:
        """What the desk says."""
        self._shown = people
        self.smallest.choose(people)

    def _on_chosen(self, people: int) -> None:
        from mentordesk.services import privacy

        if people == self._shown:
            return
        said = f"Figures of fewer than {people} people are left out from now on"
        if self._workplace.do(privacy.set_smallest_group, people, said=said):
            self._shown = people
        else:
            self.smallest.choose(self._shown)
