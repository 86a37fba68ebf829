"""Who else a person could be paired with: the fit, and what it would cost the whole, solved for each."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal, SignalInstance
from PySide6.QtWidgets import QHBoxLayout, QWidget

from mentordesk.domain.matching.result import Alternative
from mentordesk.ui.matching import effect_words
from mentordesk.ui.matching.around import Around
from mentordesk.ui.matching.part_list import PartList
from mentordesk.ui.widgets import painting
from mentordesk.ui.widgets.avatar import Avatar
from mentordesk.ui.widgets.elided_label import ElidedLabel
from mentordesk.ui.widgets.label import button, column, label

_AVATAR = 26


class OtherRow(QWidget):
    """One of them with the button that pins the pair; where a rule forbids it, the button has it tried first."""

    def __init__(self, name: str, side: str, words: str, fit: str, verb: str) -> None:
        super().__init__()
        self.tip = ""
        self.name = ElidedLabel(name, "strong")
        self.words = label(words, "caption", "text2", wrap=True)
        self.fit = label(fit, "strong")
        self.fit.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.button = button(verb, small=True)
        self.button.setAccessibleName(f"{verb}: {name}")
        self.button.setAccessibleDescription(words)
        self.setAccessibleName(f"{name}, fit {fit}. {words}")
        inside = QHBoxLayout(self)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(8)
        top = Qt.AlignmentFlag.AlignTop
        inside.addWidget(Avatar(name, side, _AVATAR), 0, top)
        inside.addLayout(column(self.name, self.words, gap=0), 1)
        inside.addWidget(self.fit)
        inside.addWidget(self.button)

    def lock(self, reason: str) -> None:
        """The button can do nothing, for this reason."""
        self.button.setEnabled(not reason)
        self.button.setToolTip(reason or self.tip)


class OtherMentors(PartList[OtherRow]):
    """Emits the person id of the other mentor (or partner) who was chosen."""

    chosen = Signal(int)
    forbidden_chosen = Signal(int)
    """Somebody whom a rule forbids: the coordinator decides, once she has read what it means."""

    def __init__(self) -> None:
        super().__init__(gap=8)
        self._locked = ""

    def show_others(self, others: Sequence[Alternative], around: Around, title: str, verb: str) -> None:
        """The others for a person, those whom no rule forbids first; `verb` is on the buttons."""
        others = sorted(others, key=lambda each: bool(each.broken))
        rows = [self._made(each, around, verb) for each in others]
        self.set_rows(rows, title)
        widest = max((round(painting.text_width(each.fit.text(), "strong")) for each in rows), default=0)
        for each in rows:
            each.fit.setMinimumWidth(widest + 1)
        self.lock(self._locked)

    def _made(self, each: Alternative, around: Around, verb: str) -> OtherRow:
        words = around.words
        said = effect_words.alternative(each, around.person, around.proposal, around.first, words)
        fit = around.fit(each.fit)
        shown = f"{verb}…" if each.broken else verb
        made = OtherRow(around.name(each.mentor), "neutral" if words.peers else "left", said, fit, shown)
        made.tip = effect_words.alternative_in_full(each, around.proposal, words)
        made.setToolTip(made.tip)
        asked = self.forbidden_chosen if each.broken else self.chosen
        made.button.clicked.connect(partial(self._choose, asked, each.mentor))
        return made

    def _choose(self, asked: SignalInstance, mentor: int, _checked: bool = False) -> None:
        asked.emit(mentor)

    def lock(self, reason: str) -> None:
        """No button can do anything, for this reason; empty for none."""
        self._locked = reason
        for each in self.rows():
            each.lock(reason)
