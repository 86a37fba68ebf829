"""The next best for the two of a declined pair: one to choose for each, proposed in a click. Knows no desk."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from mentordesk.domain.pair_answers import NextBest, NextBestOf, cost_words, points
from mentordesk.domain.people import first_name
from mentordesk.ui.widgets.drop_down import DropDown
from mentordesk.ui.widgets.label import button, icon_label, label, row

READ_ONLY = "This desk is open to read only"


class NextBestLine(QWidget):
    """One of the two, with who is best for them: "Next best for Freja: Julian Farrow, fit 73"."""

    proposed = Signal(object)
    opened = Signal(int)

    def __init__(self, of: NextBestOf, read_only: bool) -> None:
        super().__init__()
        self.of = of
        name = first_name(of.person)
        self.words = label(f"Next best for {name}:", "strong")
        self.choice = DropDown([(one, _said(one)) for one in of.found], f"Next best for {of.person}")
        self.propose = button("Propose", "tonal", "plus", self._on_propose, small=True)
        self.open = button("Open in Matching", "link", on_click=lambda: self.opened.emit(of.person_id))
        self.open.setToolTip(f"All mentors and mentees who could be with {name}, and why")
        self.nobody = label("nobody else who fits has a place", "body", "text2")
        parts = (self.words, self.choice, self.nobody, self.propose, self.open, None)
        self.setLayout(row(*parts, gap=8))
        for each in (self.choice, self.propose):
            each.setVisible(bool(of.found))
        self.nobody.setVisible(not of.found)
        self.propose.setEnabled(not read_only)
        self.propose.setToolTip(READ_ONLY if read_only else f"Make a proposed pair of the two, for {name}")

    def _on_propose(self) -> None:
        self.proposed.emit(self.choice.choice())


class NextBestCard(QFrame):
    """Hidden until a declined pair is chosen. Emits the NextBest to propose, and the person to show in Matching."""

    proposed = Signal(object)
    opened = Signal(int)

    def __init__(self, read_only: bool) -> None:
        super().__init__()
        self.setProperty("card", "sunken")
        self.setAccessibleName("Next best")
        self._read_only = read_only
        self.title = label("", "small_title")
        self.sentence = label("", "body", "text2", wrap=True)
        self.lines: list[NextBestLine] = []
        self._lines = QVBoxLayout()
        self._lines.setSpacing(4)
        head = row(icon_label("matching", "text2", 16), self.title, None, gap=8)
        inside = QVBoxLayout(self)
        inside.setContentsMargins(14, 10, 14, 10)
        inside.setSpacing(6)
        inside.addLayout(head)
        inside.addWidget(self.sentence)
        inside.addLayout(self._lines)
        self.hide()

    def show_looking(self, pair: str) -> None:
        """While it is thought out."""
        self._show(pair, (), "Looking for who is next best …")

    def show_found(self, pair: str, found: Sequence[NextBestOf]) -> None:
        """What was found for each of the two who still has a place."""
        self._show(pair, found, "" if found else "Both have a pair by now, or nobody is left to be matched.")

    def _show(self, pair: str, found: Sequence[NextBestOf], sentence: str) -> None:
        self.title.setText(f"{pair} will not be a pair. Nobody is to blame")
        self.sentence.setText(sentence)
        self.sentence.setVisible(bool(sentence))
        for line in self.lines:
            self._lines.removeWidget(line)
            line.hide()
            line.deleteLater()
        self.lines = [NextBestLine(of, self._read_only) for of in found]
        for line in self.lines:
            line.proposed.connect(self.proposed)
            line.opened.connect(self.opened)
            self._lines.addWidget(line)
        self.show()


def _said(one: NextBest) -> str:
    return ", ".join(part for part in (one.other, f"fit {points(one.fit)}", cost_words(one)) if part)
