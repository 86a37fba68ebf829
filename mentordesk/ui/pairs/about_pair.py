"""What dialogs about a pair share: which pair it is, chosen or fixed, what its people offer, and the day."""

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from mentordesk.domain.open_wishes import SideSkills
from mentordesk.domain.pair_listing import PairChoice
from mentordesk.domain.standing import Side
from mentordesk.ui.desk_dialog import DeskDialog
from mentordesk.ui.widgets.date_field import DateField
from mentordesk.ui.widgets.picker import Picker
from mentordesk.ui.widgets.suggestions import Choice
from mentordesk.ui.workplace import Workplace


def pair_choices(pairs: list[PairChoice]) -> list[Choice]:
    """Pairs for a picker, with cohort and, where it is not active, status."""
    return [Choice(pair.id, pair.name, _caption(pair)) for pair in pairs]


def _caption(pair: PairChoice) -> str:
    status = "" if pair.status.value == "active" else pair.status.word
    return ", ".join(part for part in (pair.cohort, status) if part)


class AboutPairDialog(DeskDialog):
    """Subclasses arrange their fields and then call `begin`; `pair_shown` hears of every other pair."""

    def __init__(self, workplace: Workplace, parent: QWidget | None, title: str, **options: Any) -> None:
        super().__init__(workplace, parent, title, width=480, **options)
        self._pairs: dict[int, PairChoice] = {}
        self.pair = Picker("Type one of the two names", avatars=False)
        self.day = DateField(workplace.today, workplace.today())
        self.pair.changed.connect(self._on_pair_changed)

    def begin(self, pair_id: int | None, next_field: QWidget) -> None:
        """Offers the pairs that have started; the focus goes to the pair, or to the field after a given one."""
        from mentordesk.services.pairs import pair_listing

        found = self.workplace.desk.read(pair_listing.started)
        self._pairs = {pair.id: pair for pair in found}
        self.pair.set_choices(pair_choices(found))
        self.pair.set_value(pair_id)
        self._on_pair_changed(self.pair.value())
        self._next = next_field
        first = self.pair if self.pair.value() is None else next_field
        first.setFocus(Qt.FocusReason.TabFocusReason)

    def keep_pair(self, pair_id: int, what: str) -> None:
        """What is on record stays with its pair: "A contact stays with its pair"."""
        self.pair.set_value(pair_id)
        self.pair.setEnabled(False)
        self.pair.setToolTip(f"{what} stays with its pair")
        self._on_pair_changed(pair_id)
        self._next.setFocus(Qt.FocusReason.TabFocusReason)

    def _on_pair_changed(self, pair_id: int | None) -> None:
        self.pair_shown(self._pairs.get(pair_id) if pair_id is not None else None)

    def pair_shown(self, pair: PairChoice | None) -> None:
        """Another pair, or none yet: for subclasses."""

    def skills(self, pair: PairChoice) -> dict[Side, SideSkills]:
        """What both sides offer and want."""
        from mentordesk.services.people import wishes

        left, right = self.workplace.desk.read(wishes.skills, pair.id)
        return {Side.LEFT: left, Side.RIGHT: right}

    def missing(self, no_pair: str) -> dict[str, str]:
        """What is wrong with pair and day, by the names of their fields."""
        found = {}
        if self.pair.value() is None:
            found["pair_id"] = no_pair
        if self.day.value() is None:
            found["on"] = self.day.problem() or "Say on which day it was."
        return found
