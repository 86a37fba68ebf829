"""The parts of an explanation, below each other or in two columns: rules broken, reasons, ways on, other mentors."""

from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from mentordesk.domain.matching.questions import Explanation
from mentordesk.domain.matching.result import Why, WhyNot
from mentordesk.domain.wording import counted
from mentordesk.ui.matching import effect_words
from mentordesk.ui.matching.around import Around
from mentordesk.ui.matching.ask_about import AskAbout
from mentordesk.ui.matching.other_mentors import OtherMentors
from mentordesk.ui.matching.part_list import PartList
from mentordesk.ui.matching.reason_rows import ReasonList
from mentordesk.ui.matching.risk_line import RiskLine
from mentordesk.ui.matching.ways_list import BarredList, WaysList
from mentordesk.ui.widgets.label import label, line, row

SWAP, PROPOSE = "Swap", "Propose"


class WhyParts(QWidget):
    """Only what there is of them is seen."""

    def __init__(self) -> None:
        super().__init__()
        self.broken: PartList[RiskLine] = PartList(gap=4)
        self.reasons = ReasonList()
        self.score = label("", "strong")
        self.by_table = QWidget()
        self.by_table.setLayout(row(label("By the score table"), None, self.score))
        self.tightest = label("", "strong", wrap=True)
        self.barred = BarredList()
        self.ways = WaysList()
        self.others = OtherMentors()
        self.ask = AskAbout()
        self._divider = line()
        self._columns = QBoxLayout(QBoxLayout.Direction.TopToBottom, self)
        self._columns.setContentsMargins(0, 0, 0, 0)
        self._first = _column(self.broken, self.tightest, self.by_table, self.reasons, self.barred)
        self._second = _column(self._divider, self.ways, self.others, self.ask)
        for each in (self._first, self._second):
            self._columns.addWidget(each, 1)
        self.set_wide(False)

    def set_wide(self, wide: bool) -> None:
        """Two columns, or one."""
        ways = QBoxLayout.Direction
        self._wide = wide
        self._columns.setDirection(ways.LeftToRight if wide else ways.TopToBottom)
        self._columns.setSpacing(24 if wide else 10)
        self._columns.setStretch(0, 1 if wide else 0)
        self._divide()

    def show_pair(self, why: Why | None, explanation: Explanation, around: Around, pinned: bool) -> None:
        """The reasons of a pair, and the others; without a pair only those."""
        by_table = why is not None and around.by_table
        self._show_broken(why, pinned, around)
        self.by_table.setVisible(by_table)
        self.score.setText(effect_words.points(why.fit, around.per_point) if why else "")
        self.by_table.setAccessibleName(f"By the score table {self.score.text()}")
        self.reasons.show_reasons(why.reasons if why and not by_table else (), around.words.peers)
        self.tightest.hide()
        self.barred.set_rows(())
        self.ways.set_rows(())
        self._show_others(explanation, around, SWAP if why else PROPOSE)

    def _show_broken(self, why: Why | None, pinned: bool, around: Around) -> None:
        rules = _rules(why, around) if why else []
        rows = [RiskLine(each) for each in rules]
        if rules and pinned:
            count = "a rule" if len(rules) == 1 else counted(len(rules), "rule")
            rows.insert(0, RiskLine(f"Pinned against {count}", strong=True))
        self.broken.set_rows(rows)

    def show_unmatched(self, why_not: WhyNot, explanation: Explanation | None, around: Around, noun: str) -> None:
        """Why somebody has no pair: what stood in the way, the ways on, and who else there is."""
        for each in (self.broken, self.reasons):
            each.set_rows([])
        self.by_table.hide()
        self.tightest.setText(f"{why_not.text}.")
        self.tightest.show()
        self.barred.show_barred(why_not.barred, around, noun)
        self.ways.show_ways(why_not.ways, around)
        self._show_others(explanation, around, PROPOSE)

    def _show_others(self, explanation: Explanation | None, around: Around, verb: str) -> None:
        words = around.words
        heading = words.others if verb == SWAP else words.anybody
        found = explanation.others if explanation else ()
        self.others.show_others(found, around, f"{heading} for {around.first(around.person)}", verb)
        self.ask.setVisible(explanation is not None)
        self.ask.show_people(around, _asked(explanation, around))
        self._divide()

    def _divide(self) -> None:
        """The line stands between two parts, never alone."""
        below = not (self.others.isHidden() and self.ways.isHidden() and self.ask.isHidden())
        self._divider.setVisible(below and not self._wide)

    def lock(self, reason: str) -> None:
        """No button can do anything, for this reason; empty for those that no rule stops."""
        self.others.lock(reason)
        self.ways.lock(reason)


def _rules(why: Why, around: Around) -> list[str]:
    """Those that forbid the two, and those that the pair breaks among the others: a place too many, a ring of two."""
    cell = (why.mentee, why.mentor)
    among = [rule for pair in around.proposal.pairs if (pair.mentee, pair.mentor) == cell for rule in pair.broken]
    return list(dict.fromkeys([*why.broken, *among]))


def _asked(explanation: Explanation | None, around: Around) -> int | None:
    """Whom it was asked about who is not proposed."""
    if explanation is None or explanation.mentor is None or around.is_proposed((around.person, explanation.mentor)):
        return None
    return explanation.mentor


def _column(*parts: QWidget) -> QWidget:
    made = QWidget()
    inside = QVBoxLayout(made)
    inside.setContentsMargins(0, 0, 0, 0)
    inside.setSpacing(10)
    for each in parts:
        inside.addWidget(each)
    inside.addStretch(1)
    return made
