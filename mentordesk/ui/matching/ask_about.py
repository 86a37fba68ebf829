"""Anybody of the other side, to be asked about by name: why not this one? Solves nothing."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from mentordesk.domain.matching.draft import MatchSheet
from mentordesk.domain.text import fold
from mentordesk.ui.matching.around import Around
from mentordesk.ui.widgets.picker import Picker
from mentordesk.ui.widgets.suggestions import Choice


class AskAbout(Picker):
    """Emits the person id of whoever was chosen; None where the field was emptied."""

    asked = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("Ask about somebody else", parent=parent)
        self._around: tuple[MatchSheet | None, int] = (None, 0)
        self.changed.connect(self.asked)

    def show_people(self, around: Around, other: int | None) -> None:
        """Whom the person could be with, by name; `other` is the one explained now."""
        if self._around[0] is not around.sheet or self._around[1] != around.person:
            self._around = around.sheet, around.person
            self.set_choices(_choices(around))
            self.setAccessibleName(f"Ask about another {around.words.other} for {around.first(around.person)}")
        self.set_value(other)


def _choices(around: Around) -> list[Choice]:
    task, people = around.sheet.task, around.sheet.people
    there = [each for each in (task.mentors if task else ()) if each.id != around.person]
    titles = {each.id: people[each.id].title for each in there if each.id in people}
    return [Choice(each.id, each.name, titles.get(each.id, "")) for each in sorted(there, key=lambda it: fold(it.name))]
