"""The menu of what does not count yet: the criteria there are, the score table, the desk's own fields."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu, QWidget

from mentordesk.domain.matching.criteria import CUSTOM, STANDARD, WORDS, Criterion, Want
from mentordesk.domain.text import fold
from mentordesk.ui import icons
from mentordesk.ui.widgets.match_rules.criterion_words import asked

SCORES = "score_table"
FIRST_WEIGHT = 2
"""What a criterion counts when it is added."""


@dataclass(frozen=True, slots=True)
class Offer:
    """What can be added. `fields` are the desk's own ones; `table` is the name of the score table, `scores` whether
    there can be one at all; between `peers` some words differ."""

    fields: Sequence[str] = ()
    table: str = ""
    scores: bool = True
    peers: bool = False

    def criteria(self, shown: Collection[str]) -> list[Criterion]:
        """Those that are not shown yet, the desk's own fields last."""
        plain = [new_criterion(key) for key in WORDS if key not in shown and (key != SCORES or self.scores)]
        taken = {fold(key) for key in shown}
        own = [new_criterion(CUSTOM + name) for name in self.fields if fold(CUSTOM + name) not in taken]
        return [*plain, *own]


def new_criterion(key: str) -> Criterion:
    """A criterion that does not count, asking for what is usual."""
    return STANDARD.get(key, Criterion(key, want=Want.SHARED if key.startswith(CUSTOM) else None))


class AddMenu(QMenu):
    """Filled anew each time it opens. A score table that there is not is asked for first."""

    chosen = Signal(object)
    scores_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setToolTipsVisible(True)
        self.offer = Offer()
        self.shown: Collection[str] = ()
        self.aboutToShow.connect(self.fill)

    def fill(self) -> None:
        """The actions as they are now."""
        self.clear()
        own_begun = False
        for criterion in self.offer.criteria(self.shown):
            if criterion.key.startswith(CUSTOM) and not own_begun:
                self.addSection("Own fields")
                own_begun = True
            self._add(criterion)

    def _add(self, criterion: Criterion) -> None:
        words = criterion.word.replace("&", "&&")
        if criterion.key == SCORES and not self.offer.table:
            action = self.addAction(icons.icon("upload"), "Scores from a table…", self.scores_asked.emit)
            action.setToolTip("A file with the columns mentor, mentee and score")
            return
        action = self.addAction(words, lambda: self.chosen.emit(criterion))
        action.setToolTip(asked(criterion, self.offer.peers))
