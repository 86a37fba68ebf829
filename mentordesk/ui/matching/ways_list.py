"""What stands in the way of a person without a pair, and the ways on: each solved again, each with its button."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from mentordesk.domain.matching.criteria import CUSTOM, RULE_WORDS, MatchRules
from mentordesk.domain.matching.result import Relaxation
from mentordesk.domain.wording import counted
from mentordesk.ui.matching import effect_words
from mentordesk.ui.matching.around import Around
from mentordesk.ui.matching.part_list import PartList
from mentordesk.ui.widgets.label import button, column, label

PLACES = "places"
_NO_RULES = {"oneself": "Oneself", "forbidden": "Forbidden by you", "not_listed": "Not in the score table"}


def rule_word(rules: MatchRules | None, key: str) -> str:
    """What a rule, a must or anything else that forbids a pair is called."""
    if key in _NO_RULES:
        return _NO_RULES[key]
    if key in RULE_WORDS:
        return rules.rule(key).word if rules else RULE_WORDS[key]
    word = rules.criterion(key).word if rules else key
    return f"{word.removeprefix(CUSTOM)} is a must"


class BarredRow(QWidget):
    """A rule and how many it forbids."""

    def __init__(self, rule: str, count: str) -> None:
        super().__init__()
        self.setAccessibleName(f"{rule}: {count}")
        self.rule, self.count = label(rule, wrap=True), label(count, "strong")
        inside = QHBoxLayout(self)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(8)
        inside.addWidget(self.rule, 1)
        inside.addWidget(self.count)


class BarredList(PartList[BarredRow]):
    """All rules that forbid somebody, those that forbid most first."""

    def __init__(self) -> None:
        super().__init__(gap=4)

    def show_barred(self, barred: Sequence[tuple[str, int]], around: Around, noun: str) -> None:
        """Shows what stands in another person's way; `noun` is whom the rules forbid."""
        rules = around.sheet.task.rules if around.sheet.task else None
        rows = [BarredRow(rule_word(rules, key), counted(count, noun)) for key, count in barred]
        self.set_rows(rows, "What stood in the way")


class WayRow(QWidget):
    """What one change would give: in words, in figures, and whether it helps the person asked about."""

    def __init__(self, way: Relaxation, name: str, other: str, per_point: int) -> None:
        super().__init__()
        self.way = way
        useless = not (way.helps or way.matched or way.total)
        self.useless = "It would change nothing" if useless else ""
        effect = "Changes nothing" if useless else f"{_matched(way)}, {effect_words.total(way.total, per_point)}"
        helps = f"{name} gets a {other}" if way.helps else "" if useless else f"Does not help {name}"
        self.words = label(way.text, "strong", wrap=True)
        self.effect = label(effect, "caption", "text2", wrap=True)
        self.helps = label(helps, "caption", "good" if way.helps else "text2", wrap=True)
        self.helps.setVisible(bool(helps))
        self.button = button("Give a place" if way.key == PLACES else "Relax", "tonal" if way.helps else "secondary")
        self.button.setProperty("small", True)
        self.button.setAccessibleName(f"{self.button.text()}: {way.text}")
        said = ". ".join(part for part in (effect, helps) if part)
        self.button.setAccessibleDescription(said)
        self.setAccessibleName(f"{way.text}: {said}")
        inside = QHBoxLayout(self)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(8)
        inside.addLayout(column(self.words, self.effect, self.helps, gap=0), 1)
        inside.addWidget(self.button)

    def lock(self, reason: str) -> None:
        """The button can do nothing, for this reason."""
        self.button.setEnabled(not (self.useless or reason))
        self.button.setToolTip(self.useless or reason)


def _matched(way: Relaxation) -> str:
    return f"{effect_words.signed(way.matched, 1)} matched" if way.matched else "as many matched"


class WaysList(PartList[WayRow]):
    """Emits the Relaxation whose button was pressed."""

    asked = Signal(object)

    def __init__(self) -> None:
        super().__init__(gap=10)
        self._locked = ""

    def show_ways(self, ways: Sequence[Relaxation], around: Around) -> None:
        """Shows another person's."""
        rows = [WayRow(each, around.first(around.person), around.words.other, around.per_point) for each in ways]
        for each in rows:
            each.button.clicked.connect(partial(self._ask, each.way))
        self.set_rows(rows, "Ways on")
        self.lock(self._locked)

    def _ask(self, way: Relaxation, _checked: bool = False) -> None:
        self.asked.emit(way)

    def lock(self, reason: str) -> None:
        """No button can do anything, for this reason; empty for none."""
        self._locked = reason
        for each in self.rows():
            each.lock(reason)
